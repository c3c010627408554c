"""The exact figure lies on the wrong side of the round one told with it.

"More than 300 homes, 290 to be exact": a hedge is a promise about the figure behind it, and
where that figure is given too, it can be held to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks._judging.figures import quoted
from claims.labels import like
from claims.model import Ledger, Relation
from claims.prose import Figure, prose
from claims.ties.trios import is_restated
from claims.wordings import Wording

_EXACT = Wording(
    zh=r"^[^，,。；：]{0,12}[，,；：](?:{in_truth}|为|是)$",
    en=r"(?:\b(?:{exact_number}) (?:is|was|being) |, in fact )$",
)
_EXACT_AFTER = Wording(en=r"^ (?:[a-z]+ )?(?:{to_be_exact})\b")
_OF_AGE = Wording(en=r"\b(?:are|is|were|aged)\s*$")
"""More than 80 are under 18, 84 to be exact: an age tells who is counted."""
_END = Wording(zh=r"^(?:$|[，,。；）)])", en=r"^(?:$|[,.;)])")
_HEDGES = ("more_than", "less_than", "at_least", "at_most", "nearly")


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each hedged figure whose exact one is told next to it."""
    text = prose(ledger)
    for passage in text.with_figures:
        for figure in passage.figures:
            pair = _pair(figure, text.language)
            if pair is not None:
                yield _relation(*pair, ledger)


def _pair(figure: Figure, language: str) -> tuple[Figure, Figure] | None:
    """The hedged figure and the exact one; None when the words do not say that the two are one."""
    before = figure.previous
    if before is None or figure.claim.quantity.value is None or not like(before.claim, figure.claim):
        return None
    if is_restated(figure) and _END[language].match(figure.right):
        return figure, before
    if before.previous is not None and _OF_AGE[language].search(before.left):
        before = before.previous
    if before.claim.quantity.hedge not in _HEDGES or figure.claim.quantity.hedge:
        return None
    told = _EXACT[language].search(figure.before) or _EXACT_AFTER[language].match(figure.right)
    return (before, figure) if told else None


def _relation(hedged: Figure, exact: Figure, ledger: Ledger) -> Relation:
    claim = hedged.claim
    words = ledger.draft.blocks[claim.block].text[claim.outer.start : claim.outer.end]
    first, second = " ".join(words.split()), quoted(exact.claim)
    return Relation(
        check="", form="equal", terms=(hedged.id, exact.id), coefficients=(Fraction(1), Fraction(-1)),
        cue=(claim.block, claim.outer.start, claim.local.start),
        note={"template": "hedge", "statement": f"{first}: {second}", "arithmetic": f"{first} ≠ {second}",
              "hedged": first, "exact": second},
    )  # fmt: skip
