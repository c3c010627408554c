"""Times of day told twice, in a caption and in the story, that one slip of the hand sets apart.

They are no claims; what is reported is the figure or the date told with each of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from claims.labels import keys
from claims.model import Claim
from claims.prose import Passage, Prose
from claims.ties.clocks import Clock, clocks
from claims.ties.near_misses import a_slip_apart

_REACH = {"zh": (14, 16), "en": (60, 60)}
_BESIDE = {"zh": 6, "en": 16}
_SHARED, _FEW = {"zh": 4, "en": 3}, {"zh": 2, "en": 2}
"""Keys that what is told of both must share, of full hours and of times to the minute."""
_MARKS = {"zh": ("时", "点", ":"), "en": (":", "am", "pm", "a.m", "p.m", "noon", "midnight")}
_NEXT = 1
_MOST = 100
"""Times told of one day that are all compared."""
_HALF = 30


class Told(NamedTuple):
    """A time of day in its sentence."""

    clock: Clock
    passage: Passage
    near: Claim
    """A date or a figure of the sentence, the nearest."""
    words: frozenset[str]
    after: frozenset[str]
    place: str

    @property
    def span(self) -> tuple[int, int, int]:
        return self.passage.block, self.clock.start, self.clock.end


def clocks_retold(text: Prose) -> Iterator[tuple[Told, Told]]:
    """Pairs in reading order, each time in one at most."""
    told = list(_told(text))
    taken: set[int] = set()
    days: dict[object, list[int]] = defaultdict(list)
    for number, first in enumerate(told):
        for day in _dates(first):
            days[day].append(number)
    pairs = {(a, b) for those in days.values() if len(those) <= _MOST for a in those for b in those if a < b}
    for number, other in sorted(pairs):
        first, second = told[number], told[other]
        if taken.isdisjoint((number, other)) and _is_one(first, second, told, text.language):
            taken |= {number, other}
            yield first, second


def _told(text: Prose) -> Iterator[Told]:
    blocks = text.ledger.draft.blocks
    for passage in text.passages:
        claims = [figure.claim for figure in passage.figures] + passage.dates
        if not claims or blocks[passage.block].kind == "table-row" or not _may_tell(passage, text.language):
            continue
        left, right = _REACH[text.language]
        folded = passage.folded
        for clock in clocks(folded, passage.start, passage.end, text.language):
            before = folded[max(passage.start, clock.start - left) : clock.start]
            after = folded[clock.end : min(passage.end, clock.end + right)]
            yield Told(
                clock, passage, min(claims, key=lambda c: abs(c.local.start - clock.start)),
                keys(before, text.language) | keys(after, text.language),
                keys(after[: _BESIDE[text.language]], text.language), blocks[passage.block].kind,
            )  # fmt: skip


def _may_tell(passage: Passage, language: str) -> bool:
    """A cheap test of whether a sentence may hold a time of day."""
    words = passage.text.lower()
    return any(mark in words for mark in _MARKS[language])


def _is_one(first: Told, second: Told, told: list[Told], language: str) -> bool:
    """Whether the words tell one moment, of which each sentence has a time of its own."""
    a, b = first.clock, second.clock
    if abs(first.passage.index - second.passage.index) <= _NEXT or first.near is second.near:
        return False
    if (a.hour % 12, a.minute) == (b.hour % 12, b.minute) or not a_slip_apart(_number(a), _number(b)):
        return False
    if (a.half and b.half and a.half != b.half) or not first.after & second.after:
        return False
    if a.is_loose or b.is_loose:
        return False
    wanted = _FEW if a.minute % _HALF or b.minute % _HALF else _SHARED
    if len(first.words & second.words) < wanted[language]:
        return False
    for one, other in ((a, second), (b, first)):
        if any(t.passage is other.passage and t.clock.minutes % 720 == one.minutes % 720 for t in told):
            return False
    return True


def _dates(told: Told) -> set[tuple[str, str] | None]:
    return {claim.quantity.dates for claim in told.passage.dates} or {None}


def _number(clock: Clock) -> Fraction:
    return Fraction(clock.hour * 100 + clock.minute)
