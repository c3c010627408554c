"""A whole with its parts, and what may be a part of what."""

from __future__ import annotations

from typing import NamedTuple

from claims.knowledge import foreign
from claims.labels import called, is_amount, label, stem
from claims.model import Claim
from claims.prose import Figure, Prose
from claims.ties.roles import is_level
from claims.wordings import Wording, sets_of

_PLURAL = Wording(en=r"\b(?:[a-z-]+s|{irregular_plural})\b")
_COMPASS = Wording(en=r"\b{compass}\b")
OPEN_LIST = Wording(zh=r"{open_list}", en=r"\b{open_list}\b")
"""Words that leave room for parts without a figure."""


class Breakdown(NamedTuple):
    """One whole with parts in the same kind of unit."""

    whole: Figure
    parts: tuple[Figure, ...]
    exhaustive: str
    """"stated" by words, "inferred" from a closed list, or "" when the list may be open."""
    cue: tuple[int, int, int]
    """Block, start and end of the words that say so; breakdowns by one cue give the same groups."""
    is_laid_out: bool = False
    """Whether only the layout ties the parts to the whole: it is none that a share of theirs is taken of."""


def is_part(figure: Figure, whole: Figure, text: Prose) -> bool:
    """Whether one level may be part of the other, by kind of quantity and by what both are of."""
    part, all_of_it = figure.claim, whole.claim
    kinds = {part.quantity.kind, all_of_it.quantity.kind}
    if len(kinds) > 1 and "number" not in kinds:
        return False
    if not is_amount(part) or part.statistic == "rate" or _counts_others(part, all_of_it, text.language):
        return False
    if part.quantity.kind == "dimension" and len({_extent(part, text), _extent(all_of_it, text), ""}) > 2:
        return False  # the width is no part of the length
    if part.measure and all_of_it.measure and foreign(called(part), called(all_of_it), text.language):
        return False
    return is_level(figure, text.language)


def _extent(claim: Claim, text: Prose) -> str:
    """Which way the name measures: the set of words for length, breadth, height or depth that it ends in, or ""."""
    name = called(claim)
    return next((group[0] for group in sets_of("extents", text.language) if name.endswith(tuple(group))), "")


def _counts_others(part: Claim, whole: Claim, language: str) -> bool:
    """Whether the part counts things of another kind than the whole does.

    企业 counts 小巨人企业 and the reverse; different head nouns count different things.
    """
    if not part.counted:
        return False
    if language == "zh":
        return bool(whole.counted) and part.counted[-2:] != whole.counted[-2:]
    nouns = _PLURAL["en"].findall(part.counted)
    if not nouns or not whole.counted:
        return bool(nouns)
    return stem(nouns[-1]) != stem(whole.counted.split()[-1]) and part.counted.split()[-1] != "children"


def are_neighbours(whole: Figure, part: Figure, language: str) -> bool:
    """Whether both are told for a side of the compass, as the west and the north."""
    return all(_COMPASS[language].search(label(figure, language)) for figure in (whole, part))


def between(first: Figure, last: Figure) -> tuple[int, int, int]:
    """As a cue, what stands between two figures of a passage."""
    return first.passage.block, first.claim.local.end, last.claim.local.start
