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
        scale, decimals, factor, hedge = self.scale, self.decimals, self.factor, self.hedge
        step, grain = self.step, self.grain
        if step is None:
            step = _worth(scale, decimals, factor)
            if grain is None and (zeros := self._zeros()):
                grain = _worth(scale * _TENS[zeros], decimals, factor)
        elif grain is None and (zeros := self._zeros()):
            grain = step * _TENS[zeros]
        value: Fraction | None
        if self.low is not None or self.high is not None:
            low_open = self.low is None or self.low_open
            stated = Interval(self.low, self.high, low_open, self.high is None or not self.closed)
            value = None
            hedge = "range" if self.closed or self.bounded else "open"
        elif self.value is None and factor == 1 and hedge not in LIMITS:
            mantissa = -self.mantissa if self.negative else self.mantissa
            stated = exactly(mantissa * scale, decimals)
            value = stated.low
        else:
            value = self.number()
            stated = _stated(value, hedge)
        quantity = Quantity(
            self.kind,
            value,
            stated,
            self.unit,
            hedge,
            self.rounding or self._allowance(),
            step,
            step if grain is None else grain,
            whole(scale),
            self.scale_word,
            self.unit_word,
            self.direction,
        )
        return Mention(self.start, self.end, quantity, self.outer_start, self.outer_end)

    def _zeros(self) -> int:
        """How many zeros the digits end in."""
        mantissa, zeros = self.mantissa, 0
        while mantissa and mantissa % 10 == 0:
            mantissa //= 10
            zeros += 1
        return zeros

    def _allowance(self) -> str:
        if self.kind == "ordinal":
            return "exact"
        if self.decimals or self.kind in _DIGIT_KINDS:
            return "digit"
        if self.scale > 1:
            return "scaled" if self.mantissa and self.mantissa % 100 == 0 else "digit"
        return "round" if self.mantissa >= 1000 and self.mantissa % 100 == 0 else "exact"


@lru_cache(maxsize=4096)
def whole(value: int) -> Fraction:
    """A whole number as a fraction; the same few come again and again."""
    return Fraction(value)


@lru_cache(maxsize=4096)
def exactly(number: int, decimals: int) -> Interval:
    """The point `number` * 10 ** -`decimals`; a text comes back to its figures."""
    value = Fraction(number, _TENS[decimals])
    return Interval(value, value)


@lru_cache(maxsize=1024)
def _worth(number: int, decimals: int, factor: Number) -> Fraction:
    """So many units of the last decimal; few are used, and each many times."""
    return Fraction(number, _TENS[decimals]) * factor


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
