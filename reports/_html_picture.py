"""A picture of two intervals on one axis: what is stated, and what follows from the rest.

Geometry only, exact until the last step; the markup is in `templates/picture.html`. It is
drawn 340 units wide, so that it fills a phone at its own size and its text stays legible.
"""

from __future__ import annotations

import math
from fractions import Fraction
from unicodedata import east_asian_width

import msgspec

from checks._judging.figures import decimals_of, digits, write
from claims.interval import Interval
from claims.model import Quantity
from reports._html_labels import Labels

WIDTH, MARGIN = 340, 16
ROW, BAR, GAP_HEIGHT, AXIS_HEIGHT = 40, 26, 26, 24
DOT = 6
"""What is narrower is drawn as one dot."""
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
    size: float = EM
    """Of the letters of its text, smaller when it is long."""

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
    legend: tuple[str, ...] = ()
    """What its marks mean, those that need telling."""
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
        left, right = axis.at(interval.low, -1), axis.at(interval.high, 1)
        ends = _end(interval.low, interval.low_open), _end(interval.high, interval.high_open)
        if right - left < DOT and ends == ("closed", "closed"):
            left = right = round((left + right) / 2, 1)
        bars.append(
            Bar(
                name, role, value, number * ROW,
                left, right, *ends,
                _inside(axis, expected, stated) if name == "stated" else None,
                round(max(EM * WIDTH / needed, 0.7 * EM), 1) if needed > WIDTH else EM,
            )
        )  # fmt: skip
    gap = None
    if between is not None:
        left, right = axis.at(between[0], -1), axis.at(between[1], 1)
        kind = "picture_gap" if stated.is_point and derived.is_point else "picture_gap_rounded"
        label = f"{t(kind)} {_difference(between[1] - between[0], like, t)}"
        half = width_of(label) / 2
        gap = Gap(left, right, label, min(max((left + right) / 2, half), WIDTH - half))
    bottom = 2 * ROW + (GAP_HEIGHT if gap else 6)
    told = [f"{bar.role} {bar.value}" for bar in bars] + [gap.label if gap else t("picture_meet")]
    description = t("deck").join(told) + t("stop")
    shown = {end for bar in bars for end in (bar.low, bar.high)} | {"expected" for bar in bars if bar.expected}
    legend = tuple(t(f"legend_{kind}") for kind in ("open", "none", "expected") if kind in shown)
    ticks = axis.ticks(like)
    return Picture(t("picture"), description, tuple(bars), gap, ticks, bottom, bottom + AXIS_HEIGHT, legend)


def words(interval: Interval, like: Quantity) -> str:
    """An interval as an editor reads it: one figure, a range, or a figure with a sign before it."""
    if interval.low is None or interval.high is None:
        if interval.low is None and interval.high is None:
            return "−∞ … ∞"
        if interval.low is None:
            return f"{'<' if interval.high_open else '≤'} {_written(interval.high, like)}"
        return f"{'>' if interval.low_open else '≥'} {_written(interval.low, like)}"
    low = high = ""
    for finer in range(4):  # two ends that differ are shown to differ
        low, high = _written(interval.low, like, finer), _written(interval.high, like, finer)
        if low != high or interval.is_point:
            break
    return low if low == high else f"{low} – {high}"


def _written(value: Fraction | None, like: Quantity, finer: int = 0) -> str:
    """`value` as the draft writes it, with one decimal more, or as many as show three digits."""
    value = value or Fraction(0)
    shown = abs(value / like.scale)
    usual = decimals_of(like.step / like.scale) if like.step else 0
    wanted = max(usual + 1, 2 - math.floor(math.log10(shown)) if shown else 0)
    return write(value, like, wanted - usual + finer)


def _difference(value: Fraction, like: Quantity, t: Labels) -> str:
    """How far two such figures are apart: percentages are so by points."""
    written = _written(value, like)
    return t("picture_points", number=written.removesuffix("%")) if like.unit == "percent" else written


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
        if like.rounding == "exact":
            power = max(power, Fraction(10))  # there is nothing between two counts
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
