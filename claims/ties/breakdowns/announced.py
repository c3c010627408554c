"""四个季度收入分别为5、6、6和7: as many parts as are announced, of a whole with their name."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claims.labels import called, like
from claims.prose import Figure, Passage, Prose
from claims.ties.breakdowns.breakdown import Breakdown
from claims.ties.lookup import named, same_kind
from claims.wordings import Wording

_RESPECTIVELY = Wording(zh=r"{respectively}{each_amounting}?约?$")
_SPAN = Wording(zh=r"{announced_spans}")
_LONGEST_GAP = 3


def respectively(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """The figures after 分别, when the number before it announces just so many spans or divisions."""
    for first in passage.figures[1:]:
        if not _RESPECTIVELY[text.language].search(first.before):
            continue
        parts, announced = _listed(first), first.previous
        if announced is None or len(parts) < 2 or _announces(announced) != len(parts):
            continue
        if not _SPAN[text.language].search(announced.claim.quote + announced.after[:4]) or "同期" in first.before:
            continue
        name = called(first.claim) or announced.right
        whole = named(name[-4:], announced, text, same_kind(first))
        if whole is not None and whole not in parts:
            cue = (passage.block, announced.claim.local.start, first.claim.local.start)
            yield Breakdown(whole, tuple(parts), "stated", cue)


def _listed(first: Figure) -> list[Figure]:
    """The figure and those like it that follow with no words between: 5、6、6和7."""
    parts = [first]
    while (after := parts[-1].next) is not None and like(after.claim, first.claim):
        if len(after.before) > _LONGEST_GAP:
            break
        parts.append(after)
    return parts


def _announces(figure: Figure) -> Fraction | None:
    """How many things a count or a number of quarters announces."""
    q = figure.claim.quantity
    if q.kind == "duration" and q.unit == "month" and "季" in figure.claim.quote and q.value is not None:
        return q.value / 3
    return q.value
