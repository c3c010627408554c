"""Women numbered 431,000 and men 414,000: a partition of a whole that was told some sentences before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claims.knowledge import partition_of
from claims.labels import names
from claims.prose import Figure, Passage, Prose
from claims.ties.breakdowns.breakdown import Breakdown, between
from claims.ties.breakdowns.entries import are_close, are_commensurate, may_be_entry
from claims.ties.breakdowns.near_sums import is_slip_apart
from claims.wordings import words_of

_SENTENCES_BACK = 6
_BESIDE = 2
"""Of them those in which a count of anything near their size is meant."""
_LONGEST_GAP = 60
_DIGITS = 3


def partition_apart(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """Two members side by side with no whole in their sentence; the nearest earlier count of their size is one."""
    for first, second in pairwise([f for f in passage.figures if f.claim.quantity.kind != "percent"]):
        if not may_be_entry(first, first, text.language) or not may_be_entry(second, first, text.language):
            continue
        if second.claim.local.start - first.claim.local.end > _LONGEST_GAP:
            continue
        if not partition_of([names(f, text.language) for f in (first, second)], text.language):
            continue
        if any(may_be_entry(f, first, text.language) for f in passage.figures[: first.position]):
            continue
        whole = _whole([first, second], text)
        if whole is not None:
            yield Breakdown(whole, (first, second), "inferred", between(first, second), is_laid_out=True)


def _whole(parts: list[Figure], text: Prose) -> Figure | None:
    """The one figure of their size among those told before; None when two differ, or when it counts other things."""
    at = parts[0].passage.index
    found: list[Figure] = []
    for passage in text.passages[max(0, at - _SENTENCES_BACK) : at]:
        beside = passage.index >= at - _BESIDE and passage.block == parts[0].passage.block
        fits = _may_be if beside else _is_near
        found += [f for f in passage.figures if may_be_entry(f, parts[0], text.language) and fits(parts, f)]
    values = {figure.claim.quantity.value for figure in found}
    if len(values) != 1 or values & {part.claim.quantity.value for part in parts}:
        return None
    return found[-1] if all(_counts_them(f, parts, text.language) for f in found) else None


def _may_be(parts: list[Figure], whole: Figure) -> bool:
    return _is_near(parts, whole) or (whole.claim.counted != "" and are_commensurate(parts, whole))


def _is_near(parts: list[Figure], whole: Figure) -> bool:
    return are_close(parts, whole) or is_slip_apart(parts, whole, _DIGITS)


def _counts_them(whole: Figure, parts: list[Figure], language: str) -> bool:
    """Whether an English count is one of people, or of what the parts' own sentence speaks of."""
    if language == "zh" or whole.claim.quantity.kind not in ("count", "number"):
        return True
    noun = whole.claim.counted.rpartition(" ")[2]
    return noun in words_of("everyone", language) or (noun != "" and noun in parts[0].passage.text.lower())
