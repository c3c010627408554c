"""The same quantity in two units does not come to the same.

10 km are 6.2 miles, not 8; 1,200 hectares are 18,000 mu. Of currencies only what two sums in
a text make of their rate is compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks._exchange import exchanged
from checks._judging.figures import quoted
from claims import units
from claims.interval import point
from claims.model import Claim, Ledger, Relation
from claims.prose import Figure, prose
from claims.readings import bounds
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
_PAIRS = (("kilometer", "mile"), ("kilogram", "pound"), ("meter", "foot"), ("hectare", "acre"), ("centimeter", "inch"))
_OTHER_SYSTEM = {**dict(_PAIRS), **{b: a for a, b in _PAIRS}}
_FREEZING = {"degree_Celsius": Fraction(0), "degree_Fahrenheit": Fraction(32)}


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each figure that the next one gives again in another unit."""
    text = prose(ledger)
    for passage in text.with_figures:
        for figure in passage.figures:
            again = figure.next
            if again is None:
                continue
            if _of_the_other(figure, again, text.language) is not None:
                yield _in_one_unit(figure.claim, again.claim, passage.block)
            if not _is_told_again(figure, again, text.language):
                continue
            relation = _relation(figure.claim, again.claim, passage.block)
            if relation is not None:
                yield relation
    yield from exchanged(text, _again)


def _of_the_other(first: Figure, again: Figure, language: str) -> Fraction | None:
    """What one unit is in that of another system, where 42英里（26.1英里） shows that the first was meant in it.

    A bracket that gives a measure again gives it in another unit; two numbers of one unit that lie
    apart as kilometres and miles do are one measure with a unit wrong.
    """
    a, b = first.claim.quantity, again.claim.quantity
    pair = _OTHER_SYSTEM.get(a.unit or "")
    if pair is None or a.kind != "dimension" or a.unit != b.unit or not a.value or not b.value:
        return None
    gap = first.passage.folded[first.claim.outer.end : again.claim.outer.start]
    after = first.passage.folded[again.claim.outer.end : again.claim.outer.end + 12]
    told = _ASIDE[language].fullmatch(gap) and _CLOSED[language].match(after)
    if not told and not (_SAID[language].fullmatch(gap) and _ENDED[language].match(after)):
        return None
    for worth in (units.factor(a.unit or "", pair), units.factor(pair, a.unit or "")):
        if bounds(a).scale(worth).intersect(bounds(b)) is not None:
            return worth
    return None


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


def _in_one_unit(first: Claim, again: Claim, block: int) -> Relation:
    """That the two are the same, as who gives a measure again says."""
    return Relation(
        check="", form="conversion", terms=(first.id, again.id), coefficients=(Fraction(1), Fraction(-1)),
        constant=point(Fraction(0)), cue=(block, first.local.end, again.local.start),
        note={"statement": f"{quoted(first)} = {quoted(again)}"},
    )  # fmt: skip


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
