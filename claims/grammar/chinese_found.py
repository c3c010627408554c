"""A quantity while it is being read, and how it becomes a mention.

Ranges and lists share units and scale words between their members, so a number stays
open to change until its neighbours are known.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

import msgspec

from claims.grammar.chinese_evaluation import Reading
from claims.interval import EVERYTHING, Interval
from claims.model import Mention, Quantity

Number = int | Fraction
_DIGIT_KINDS = frozenset(("percent", "point", "dimension", "temperature", "multiple"))
LIMITS = frozenset(("more_than", "at_least", "less_than", "at_most"))
"""Hedges that leave one end open."""
_TENS = tuple(10**i for i in range(80))


class Found(msgspec.Struct):
    """One quantity at its place in the text that is scanned; offsets are those of that text."""

    start: int
    end: int
    outer_start: int
    """Where the hedge or the word of change before it begins."""
    outer_end: int
    reading_end: int
    """Where the numeral ends and its unit begins."""
    mantissa: int = 0
    decimals: int = 0
    scale: int = 1
    scale_word: str = ""
    low: Fraction | None = None
    high: Fraction | None = None
    closed: bool = False
    rounding: str = ""
    characters: bool = False
    kind: str = "number"
    unit: str | None = None
    unit_word: str = ""
    factor: Number = 1
    """How many of `unit` one of the written unit is."""
    hedge: str | None = None
    direction: str | None = None
    low_open: bool = False
    bounded: bool = False
    """Whether both ends were stated with words of their own, as in 大于10小于20."""
    negative: bool = False
    value: Fraction | None = None
    """Set where the value is not mantissa, scale and factor."""
    step: Fraction | None = None
    grain: Fraction | None = None
    limit: int = 0
    """Where the quantity before ends; no word before it is this one's."""
    dates: tuple[str, str] | None = None
    weak: bool = False
    """A number that counts only beside another that has a unit."""

    @classmethod
    def at(cls, start: int, end: int) -> Found:
        """A quantity about which nothing is known but its place."""
        return cls(start, end, start, end, end)

    @classmethod
    def read(cls, start: int, reading: Reading) -> Found:
        """The number that was read at `start`."""
        end = reading.end
        return cls(
            start, end, start, end, end, reading.mantissa, reading.decimals, reading.scale, reading.scale_word,
            reading.low, reading.high, reading.closed, "exact" if reading.closed else "", reading.characters,
        )  # fmt: skip

    def number(self) -> Fraction:
        """The value in `unit`."""
        if self.value is not None:
            return -self.value if self.negative else self.value
        mantissa = -self.mantissa if self.negative else self.mantissa
        value = Fraction(mantissa * self.scale, _TENS[self.decimals])
        return value if self.factor == 1 else value * self.factor

    def mention(self) -> Mention:
        """The finished record; offsets still those of the scanned text."""
        if self.dates is not None:
            quantity = Quantity("date", None, EVERYTHING, unit_word=self.unit_word, dates=self.dates)
            return Mention(self.start, self.end, quantity, self.outer_start, self.outer_end)
        value: Fraction | None
        hedge = self.hedge
        if (
            self.factor == 1
            and self.step is None
            and self.value is None
            and self.low is None
            and self.high is None
            and self.grain is None
            and not self.negative
        ):  # the digits and the scale word say all about the number
            value, stated, step, grain, scale, rounding = _written(self.mantissa, self.decimals, self.scale)
            if hedge in LIMITS:
                stated = _stated(value, hedge)
            if self.kind in _DIGIT_KINDS:
                rounding = "digit"
            elif self.kind == "ordinal":
                rounding = "exact"
        else:
            rounding, scale = self._allowance(), worth(self.scale)
            step, grain = self.steps()
            if self.low is not None or self.high is not None:
                low_open = self.low is None or self.low_open
                stated = Interval(self.low, self.high, low_open, self.high is None or not self.closed)
                value = None
                hedge = "range" if self.closed or self.bounded else "open"
            else:
                value = self.number()
                stated = _stated(value, hedge)
        quantity = Quantity(
            self.kind, value, stated, self.unit, hedge, self.rounding or rounding, step, grain, scale,
            self.scale_word, self.unit_word, self.direction,
        )  # fmt: skip
        return Mention(self.start, self.end, quantity, self.outer_start, self.outer_end)

    def steps(self) -> tuple[Fraction, Fraction]:
        """Worth of the last digit shown, and of the last that is not zero."""
        step, grain = self.step, self.grain
        if step is None:
            step = worth(self.scale, self.decimals)
            if self.factor != 1:
                step *= self.factor
        if grain is None:
            zeros = _zeros(self.mantissa)
            grain = step * _TENS[zeros] if zeros else step
        return step, grain

    def _allowance(self) -> str:
        if self.kind == "ordinal":
            return "exact"
        return "digit" if self.kind in _DIGIT_KINDS else _allowance(self.mantissa, self.decimals, self.scale)


_Written = tuple[Fraction, Interval, Fraction, Fraction, Fraction, str]


@lru_cache(maxsize=8192)
def _written(mantissa: int, decimals: int, scale: int) -> _Written:
    """Value, point, step, grain, scale and allowance of digits and their scale word; a text has many alike."""
    value = Fraction(mantissa * scale, _TENS[decimals])
    step = worth(scale, decimals)
    grain = step if mantissa % 10 else worth(scale * _TENS[_zeros(mantissa)], decimals)
    return value, Interval(value, value), step, grain, worth(scale), _allowance(mantissa, decimals, scale)


def _zeros(mantissa: int) -> int:
    """How many zeros the digits end in."""
    zeros = 0
    while mantissa and mantissa % 10 == 0:
        mantissa //= 10
        zeros += 1
    return zeros


def _allowance(mantissa: int, decimals: int, scale: int) -> str:
    if decimals:
        return "digit"
    if scale > 1:
        return "scaled" if mantissa and mantissa % 100 == 0 else "digit"
    return "round" if mantissa >= 1000 and mantissa % 100 == 0 else "exact"


@lru_cache(maxsize=1024)
def worth(scale: int, decimals: int = 0) -> Fraction:
    """`scale` * 10 ** -`decimals`: few are used, and each many times."""
    return Fraction(scale, _TENS[decimals])


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
