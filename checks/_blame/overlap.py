"""Many intervals at once: how many meet another, and where most of them do.

Both answers come from sorted ends, never from comparing pairs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction

from claims.interval import Interval


class Overlap:
    """Intervals, sorted once, of which those that meet another are counted by two searches."""

    def __init__(self, intervals: Sequence[Interval]) -> None:
        self.size = len(intervals)
        self._lows = sorted((i.low, i.low_open) for i in intervals if i.low is not None)
        self._highs = sorted((i.high, not i.high_open) for i in intervals if i.high is not None)

    def meeting(self, other: Interval) -> int:
        """How many share a value with `other`: all but those that begin after it or end before it."""
        after = before = 0
        if other.high is not None:
            after = len(self._lows) - bisect_left(self._lows, (other.high, not other.high_open))
        if other.low is not None:
            before = bisect_right(self._highs, (other.low, other.low_open))
        return self.size - after - before


_OPEN_END, _CLOSED_START, _CLOSED_END, _OPEN_START = range(4)
"""In which order ends at one value are passed, going up."""


def deepest(intervals: Sequence[Interval]) -> list[int]:
    """Positions, ascending, of as many intervals as any one value lies in; the lowest such value decides ties."""
    ends: list[tuple[int, Fraction, int, int]] = []
    for i, interval in enumerate(intervals):
        start = _OPEN_START if interval.low_open else _CLOSED_START
        end = _OPEN_END if interval.high_open else _CLOSED_END
        ends.append((-1, Fraction(0), start, i) if interval.low is None else (0, interval.low, start, i))
        ends.append((1, Fraction(0), end, i) if interval.high is None else (0, interval.high, end, i))
    ends.sort()
    depth = most = last = 0
    for at, (_, _, turn, _) in enumerate(ends, 1):
        depth += 1 if turn in (_CLOSED_START, _OPEN_START) else -1
        if depth > most:
            most, last = depth, at
    within: set[int] = set()
    for _, _, turn, i in ends[:last]:
        if turn in (_CLOSED_START, _OPEN_START):
            within.add(i)
        else:
            within.discard(i)
    return sorted(within)
