"""Parts told against the count they are taken from: "212 of the 400 seats", 受访的500家中，310家.

The whole stands right at the part, in the same phrase, so that no cue word is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claims.knowledge import partition_of
from claims.labels import counter_of, is_amount, names
from claims.prose import Figure, Passage, Prose
from claims.ties.breakdowns.breakdown import Breakdown, are_neighbours, between
from claims.ties.roles import is_level
from claims.wordings import Wording

_OF_THE = Wording(en=r"\s*of (?:{determiner} )?(?:total (?:of )?)?\s*")
_AMONG = Wording(zh=r"[^，。；：、]{0,10}?{among}[，,]\s*")
_LISTED = Wording(en=r",\s*(?:of them |including )?$")
_IN = Wording(en=r"\s*(?P<joint>{places})\s+[a-z]")
_MOST_WORDS = 3
"""Words between a whole and the first of its places."""


def counted_parts(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """Breakdowns of one sentence whose whole is named in the very phrase of its part."""
    language = text.language
    for first, second in pairwise(passage.figures):
        if _OF_THE[language].fullmatch(first.after) and _are_counts(first, second, language):
            yield Breakdown(second, (first,), "", between(first, second))
        alike = counter_of(first.claim) == counter_of(second.claim) != ""
        if alike and _AMONG[language].fullmatch(first.after) and _are_counts(second, first, language):
            yield Breakdown(first, (second,), "", between(first, second))
    yield from _places(passage, language)


def _places(passage: Passage, language: str) -> Iterator[Breakdown]:
    """60 pubs, 45 in England and 18 in Wales: two parts in one preposition, closed by "and"."""
    for first in passage.figures[1:-1]:
        whole, second = first.previous, first.next
        if whole is None or second is None or not whole.claim.counted or not first.after.endswith(" and "):
            continue
        if are_neighbours(whole, first, language):
            continue
        if not _LISTED[language].search(first.before) or len(first.before.split()) > _MOST_WORDS:
            continue
        if not all(_are_counts(part, whole, language) and not part.claim.counted for part in (first, second)):
            continue
        one, two = _IN[language].match(first.right), _IN[language].match(second.right)
        if one is not None and two is not None and one["joint"] == two["joint"]:
            stated = partition_of([names(part, language) for part in (first, second)], language)
            yield Breakdown(whole, (first, second), "stated" if stated else "inferred", between(whole, first))


def _are_counts(part: Figure, whole: Figure, language: str) -> bool:
    """Whether both are counts with values of their own, and the part is a level."""
    for claim in (part.claim, whole.claim):
        counted = claim.quantity.kind in ("count", "number") and claim.quantity.value is not None
        if not counted or not is_amount(claim) or claim.statistic == "rate":
            return False
    return is_level(part, language)
