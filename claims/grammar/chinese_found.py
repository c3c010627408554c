"""A quantity while it is being read, and how it becomes a mention.

Ranges and lists share units and scale words between their members, so a number stays
open to change until its neighbours are known.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from claims.grammar.chinese_evaluation import Reading
from claims.interval import EVERYTHING, Interval
from claims.model import Mention, Quantity

Number = int | Fraction
ZERO, ONE = Fraction(0), Fraction(1)
NOWHERE = EVERYTHING
_DIGIT_KINDS = frozenset(("percent", "point", "dimension", "temperature", "multiple"))
_TENS = tuple(10**i for i in range(80))


@lru_cache(maxsize=4096)
def whole(value: int) -> Fraction:
    """A whole number as a fraction; the same few come again and again."""
    return Fraction(value)


class Found:
    """One quantity at its place in the text that is scanned; offsets are those of that text."""

    __slots__ = (
        "bounded",
        "characters",
        "closed",
        "dates",
        "decimals",
        "direction",
        "end",
        "factor",
        "grain",
        "hedge",
        "high",
        "kind",
        "limit",
        "low",
        "low_open",
        "mantissa",
        "negative",
        "outer_end",
        "outer_start",
        "reading_end",
        "rounding",
        "scale",
        "scale_word",
        "start",
        "step",
        "unit",
        "unit_word",
        "value",
        "weak",
    )  # fmt: skip

    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.outer_start, self.outer_end = start, end
        self.reading_end = end
        self.mantissa, self.decimals = 0, 0
        self.scale = 1
        self.scale_word = ""
        self.factor: Number = 1
        """How many of `unit` one of the written unit is."""
        self.kind = "number"
        self.unit: str | None = None
        self.unit_word = ""
        self.hedge: str | None = None
        self.direction: str | None = None
        self.low: Fraction | None = None
        self.high: Fraction | None = None
        self.closed = False
        self.low_open = False
        self.bounded = False
        """Whether both ends were stated with words of their own, as in 大于10小于20."""
        self.negative = False
        self.value: Fraction | None = None
        """Set where the value is not mantissa, scale and factor."""
        self.rounding = ""
        self.step: Fraction | None = None
        self.grain: Fraction | None = None
        self.limit = 0
        """Where the quantity before ends; no word before it is this one's."""
        self.dates: tuple[str, str] | None = None
        self.weak = False
        """A number that counts only beside another that has a unit."""
        self.characters = False

    def take(self, reading: Reading) -> None:
        """Be the number that was read."""
        self.mantissa, self.decimals = reading.mantissa, reading.decimals
        self.scale, self.scale_word = reading.scale, reading.scale_word
        self.low, self.high, self.closed = reading.low, reading.high, reading.closed
        if reading.closed:
            self.rounding = "exact"
        self.characters = reading.characters
        self.end = self.reading_end = self.outer_end = reading.end

    def number(self) -> Fraction:
        """The value in `unit`."""
        if self.value is not None:
            return -self.value if self.negative else self.value
        mantissa = -self.mantissa if self.negative else self.mantissa
        return _worth(mantissa * self.scale, self.decimals, self.factor)

    def mention(self) -> Mention:
        """The finished record; offsets still those of the scanned text."""
        if self.dates is not None:
            quantity = Quantity(kind="date", value=None, stated=NOWHERE, dates=self.dates, unit_word=self.unit_word)
            return Mention(self.start, self.end, quantity, self.outer_start, self.outer_end)
        value: Fraction | None = self.number()
        step = self.step if self.step is not None else _worth(self.scale, self.decimals, self.factor)
        grain = self.grain
        if grain is None:
            mantissa, zeros = self.mantissa, 0
            while mantissa and mantissa % 10 == 0:
                mantissa //= 10
                zeros += 1
            grain = step * _TENS[zeros] if zeros else step
        hedge = self.hedge
        if self.low is not None or self.high is not None:
            low_open = self.low is None or self.low_open
            stated = Interval(self.low, self.high, low_open, self.high is None or not self.closed)
            value = None
            hedge = "range" if self.closed or self.bounded else "open"
        else:
            assert value is not None
            stated = _stated(value, hedge)
        quantity = Quantity(
            kind=self.kind,
            value=value,
            stated=stated,
            unit=self.unit,
            hedge=hedge,
            rounding=self.rounding or self._allowance(),
            step=step,
            grain=grain,
            scale=whole(self.scale),
            scale_word=self.scale_word,
            unit_word=self.unit_word,
            direction=self.direction,
        )
        return Mention(self.start, self.end, quantity, self.outer_start, self.outer_end)

    def _allowance(self) -> str:
        if self.kind == "ordinal":
            return "exact"
        if self.decimals or self.kind in _DIGIT_KINDS:
            return "digit"
        if self.scale > 1:
            return "scaled" if self.mantissa and self.mantissa % 100 == 0 else "digit"
        return "round" if self.mantissa >= 1000 and self.mantissa % 100 == 0 else "exact"


def _worth(number: int, decimals: int, factor: Number) -> Fraction:
    if decimals:
        power = _TENS[decimals]
        if number % power:
            return Fraction(number, power) * factor if factor != 1 else Fraction(number, power)
        number //= power
    if factor == 1:
        return whole(number)
    return Fraction(number) * factor


def _stated(value: Fraction, hedge: str | None) -> Interval:
    if hedge == "more_than":
        return Interval(value, None, True, True)
    if hedge == "at_least":
        return Interval(value, None, False, True)
    if hedge == "less_than":
        return Interval(None, value, True, True)
    if hedge == "at_most":
        return Interval(None, value, True, False)
    return Interval(value, value)
