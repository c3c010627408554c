"""A picture of two intervals on one axis: what is stated, and what follows from the rest.

Geometry only, exact until the last step; the markup is in `templates/picture.html`. It is
drawn 340 units wide, so that it fills a phone at its own size and its text stays legible.
"""

from __future__ import annotations

import math
from fractions import Fraction
from unicodedata import east_asian_width

import msgspec

from checks._figures import decimals_of, digits, write
from claims.interval import Interval
from claims.model import Quantity
from reports._html_labels import Labels

WIDTH, MARGIN = 340, 16
ROW, BAR, GAP_HEIGHT, AXIS_HEIGHT = 40, 26, 26, 24
EM = 12
"""Size of the letters, in the units of the picture."""


class Bar(msgspec.Struct, frozen=True):
    """One interval as drawn; an end is "closed", "open" or "none" where it is unbounded."""

    name: str
    """"stated" or "derived"."""
    role: str
    value: str
    top: float
    left: float
    right: float
    low: str
    high: str
    expected: tuple[float, float] | None = None
    """The part in which a reader expects the figure, when it is narrower."""
    squeeze: float | None = None
    """Width into which its text must be set, when it is too long."""

    @property
    def middle(self) -> float:
        return self.top + BAR


class Gap(msgspec.Struct, frozen=True):
    """The room between the two."""

    left: float
    right: float
    label: str
    at: float
    """Middle of the label, kept inside the picture."""


class Picture(msgspec.Struct, frozen=True):
    """Everything the template draws, in units of the picture."""

    title: str
    description: str
    bars: tuple[Bar, ...]
    gap: Gap | None
    ticks: tuple[tuple[float, str], ...]
    axis: float
    height: float
    width: int = WIDTH


def picture(
    stated: Interval, derived: Interval, like: Quantity, t: Labels, expected: Interval | None = None
) -> Picture:
    """Draw `stated` over `derived`, both in the unit of `like`, whose way of writing the labels follow."""
    axis = _Axis([stated, derived])
    between = _between(stated, derived)
    bars = []
    for number, (name, interval) in enumerate((("stated", stated), ("derived", derived))):
        role, value = t(f"picture_{name}"), words(interval, like)
        needed = width_of(f"{role}  {value}")
        bars.append(
            Bar(
                name, role, value, number * ROW,
                axis.at(interval.low, -1), axis.at(interval.high, 1),
                _end(interval.low, interval.low_open), _end(interval.high, interval.high_open),
                _inside(axis, expected, stated) if name == "stated" else None,
                WIDTH - MARGIN if needed > WIDTH - MARGIN else None,
            )
        )  # fmt: skip
    gap = None
    if between is not None:
        left, right = axis.at(between[0], -1), axis.at(between[1], 1)
        label = f"{t('picture_gap')} {write(between[1] - between[0], like, 1)}"
        half = width_of(label) / 2
        gap = Gap(left, right, label, min(max((left + right) / 2, half), WIDTH - half))
    bottom = 2 * ROW + (GAP_HEIGHT if gap else 6)
    sides = {name: f"{t(f'picture_{name}')} {words(i, like)}" for name, i in (("stated", stated), ("derived", derived))}
    meeting = t("picture_apart" if gap else "picture_meet", **sides)
    description = f"{meeting} {gap.label}{t('stop')}" if gap else meeting
    ticks = axis.ticks(like)
    return Picture(t("picture"), description, tuple(bars), gap, ticks, bottom, bottom + AXIS_HEIGHT)


def words(interval: Interval, like: Quantity) -> str:
    """An interval as an editor reads it: one figure, a range, or a figure with a sign before it."""
    low = None if interval.low is None else write(interval.low, like, 2)
    high = None if interval.high is None else write(interval.high, like, 2)
    if low is None or high is None:
        if low is None and high is None:
            return "−∞ … ∞"
        sign = ("<" if interval.high_open else "≤") if low is None else (">" if interval.low_open else "≥")
        return f"{sign} {high if low is None else low}"
    return low if low == high else f"{low} – {high}"


def width_of(text: str) -> float:
    """About how wide `text` is set, in the units of the picture."""
    return sum(EM if east_asian_width(char) in "WF" else EM * 0.56 for char in text)


class _Axis:
    """Values to places. Exact fractions of the way, so that 1e13 and 1e-4 are alike to it."""

    def __init__(self, intervals: list[Interval]) -> None:
        ends = [end for i in intervals for end in (i.low, i.high) if end is not None] or [Fraction(0)]
        low, high = min(ends), max(ends)
        room = high - low or abs(low) / 10 or Fraction(1)
        below = any(i.low is None for i in intervals) or low == high
        above = any(i.high is None for i in intervals) or low == high
        self.low = low - (room / 4 if below else 0)
        self.high = high + (room / 4 if above else 0)

    def at(self, value: Fraction | None, side: int) -> float:
        """Where `value` is; an unbounded end is at the edge on its `side`, -1 or 1."""
        if value is None:
            return MARGIN / 2 if side < 0 else WIDTH - MARGIN / 2
        return round(MARGIN + float((value - self.low) / (self.high - self.low)) * (WIDTH - 2 * MARGIN), 1)

    def ticks(self, like: Quantity) -> tuple[tuple[float, str], ...]:
        """Round values along the axis, as many as have room for their digits."""
        span = (self.high - self.low) / like.scale
        power = Fraction(10) ** math.floor(math.log10(span))
        for step in (power * n / 10 for n in (1, 2, 5, 10, 20, 50)):
            first = math.ceil(self.low / like.scale / step)
            count = math.floor(self.high / like.scale / step) - first + 1
            if count > 8:
                continue
            values = [step * (first + n) for n in range(count)]
            labels = [digits(value, decimals_of(step)) for value in values]
            if count < 2 or sum(width_of(label) + EM for label in labels) <= WIDTH - 2 * MARGIN:
                pairs = ((self.at(v * like.scale, 0), label) for v, label in zip(values, labels, strict=True))
                return tuple((x, label) for x, label in pairs if width_of(label) / 2 <= min(x, WIDTH - x))
        return ()


def _between(a: Interval, b: Interval) -> tuple[Fraction, Fraction] | None:
    """The nearest ends of two intervals that do not meet."""
    if a.intersect(b) is not None:
        return None
    if a.high is not None and b.low is not None and a.high <= b.low:
        return a.high, b.low
    assert a.low is not None and b.high is not None
    return b.high, a.low


def _inside(axis: _Axis, expected: Interval | None, stated: Interval) -> tuple[float, float] | None:
    part = expected.intersect(stated) if expected is not None and expected != stated else None
    return None if part is None else (axis.at(part.low, -1), axis.at(part.high, 1))


def _end(value: Fraction | None, is_open: bool) -> str:
    return "none" if value is None else "open" if is_open else "closed"
