"""The same quantity in two units does not come to the same.

10 km are 6.2 miles, not 8; 1,200 hectares are 18,000 mu. Of currencies only what two sums in
a text make of their rate is compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks._exchange import exchanged
from checks._figures import quoted
from claims import units
from claims.interval import point
from claims.model import Claim, Ledger, Relation
from claims.prose import Figure, prose
from claims.wordings import Wording

_ASIDE = Wording(
    zh=r"\s*[，,]?\s*[(（]\s*(?:{converted})?(?:约|大约)?\s*",
    en=r",?\s*[(\[]\s*(?:or |about |roughly |some )*(?:{converted} )?",
)
_SAID = Wording(
    zh=r"[，,]?(?:{converted})(?:约|为|成)*",
    en=r"(?: {ended})?,? (?:or|{converted})(?: about| roughly| some| nearly)?\s",
)
_CLOSED = Wording(zh=r"\s*[)）]", en=r"\s*[)\]]")
_ENDED = Wording(zh=r"\s*(?:[，。；、,;)）]|$)", en=r"\s*(?:[,.;)]|$|(?:{ended})\b)")
_FREEZING = {"degree_Celsius": Fraction(0), "degree_Fahrenheit": Fraction(32)}


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each figure that the next one gives again in another unit."""
    text = prose(ledger)
    for passage in text.with_figures:
        for figure in passage.figures:
            again = figure.next
            if again is None or not _is_told_again(figure, again, text.language):
                continue
            relation = _relation(figure.claim, again.claim, passage.block)
            if relation is not None:
                yield relation
    yield from exchanged(text, _again)


def _is_told_again(first: Figure, again: Figure, language: str) -> bool:
    a, b = first.claim.quantity, again.claim.quantity
    if a.kind != b.kind or a.kind == "duration" or a.value is None or b.value is None or a.unit == b.unit:
        return False  # a year, or 18 months at most: times are told as alternatives
    if not a.unit or not b.unit or not units.comparable(a.unit, b.unit) or "count" in (a.unit, b.unit):
        return False
    if a.kind == "money":
        return False  # so much a month, or so much a year: a price for each way to pay
    return _again(first, again, language)


def _again(first: Figure, again: Figure, language: str) -> bool:
    """Whether the words between two figures, and after them, make the second the first again."""
    gap = first.passage.folded[first.claim.outer.end : again.claim.outer.start]
    if again.passage.folded.startswith("or ", again.claim.outer.start):
        gap += "or "
    after = first.passage.folded[again.claim.outer.end : again.claim.outer.end + 12]
    if _ASIDE[language].fullmatch(gap):
        return _CLOSED[language].match(after) is not None
    return _SAID[language].fullmatch(gap) is not None and _ENDED[language].match(after) is not None


def _relation(first: Claim, again: Claim, block: int) -> Relation | None:
    """factor * first - again = the offset between two thermometers, else 0."""
    unit, other = first.quantity.unit or "", again.quantity.unit or ""
    offset = Fraction(0)
    if unit in _FREEZING and other in _FREEZING:
        worth = Fraction(9, 5) if other == "degree_Fahrenheit" else Fraction(5, 9)
        offset = _FREEZING[unit] * worth - _FREEZING[other]
    elif unit in _FREEZING or other in _FREEZING:
        return None
    else:
        worth = units.factor(unit, other)
    quotes = quoted(first), quoted(again)
    return Relation(
        check="", form="conversion", terms=(first.id, again.id), coefficients=(worth, Fraction(-1)),
        constant=point(offset), cue=(block, first.local.end, again.local.start),
        note={"statement": f"{quotes[0]} = {quotes[1]}"},
    )  # fmt: skip
