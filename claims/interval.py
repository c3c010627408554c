"""Exact intervals of rational numbers, each end open, closed or unbounded.

Every operation returns the tightest interval that contains all results, so a true
statement about the operands stays true of the result. The method is ordinary interval
arithmetic (R. E. Moore, *Interval Analysis*, 1966) over `Fraction`, with the openness of
the ends carried along. There is no empty interval: an intersection that would be empty
is `None`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

Number = int | Fraction
ZERO = Fraction(0)
ONE = Fraction(1)


class Interval(NamedTuple):
    """All rationals between `low` and `high`; `None` is an unbounded end.

    An unbounded end counts as open, whatever its flag says. Build one with `point`,
    `closed`, `between`, `at_least` and the like, which check that the ends are in order.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, (int, Fraction)):
            raise TypeError(f"{value!r} is not an exact number")
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return self.high is None or value < self.high or (value == self.high and not self.high_open)

    def __str__(self) -> str:
        ends = self.ends
        low = "-∞" if self.low is None else str(self.low)
        high = "∞" if self.high is None else str(self.high)
        return f"{ends[0]}{low}, {high}{ends[1]}"

    @property
    def ends(self) -> str:
        """The brackets alone: "[]", "[)", "(]" or "()"."""
        left = "(" if self.low is None or self.low_open else "["
        return f"{left})" if self.high is None or self.high_open else f"{left}]"

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    def issubset(self, other: Interval) -> bool:
        """Whether every value of this interval is one of `other`."""
        return _starts_no_earlier(self, other) and _ends_no_later(self, other)

    def intersect(self, other: Interval) -> Interval | None:
        """What both contain, or `None` when that is nothing."""
        start = self if _starts_no_earlier(self, other) else other
        end = self if _ends_no_later(self, other) else other
        low, high = start.low, end.high
        if low is not None and high is not None and low >= high and (low > high or start.low_open or end.high_open):
            return None
        return Interval(low, high, start.low_open, end.high_open)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that contains both."""
        start = other if _starts_no_earlier(self, other) else self
        end = other if _ends_no_later(self, other) else self
        return Interval(start.low, end.high, start.low_open, end.high_open)

    def widen(self, by: Number) -> Interval:
        """Both ends moved out by `by` >= 0; raises `ValueError` for a negative one."""
        if by < 0:
            raise ValueError(f"an interval cannot be widened by {by}")
        low = None if self.low is None else self.low - by
        high = None if self.high is None else self.high + by
        return Interval(low, high, self.low_open, self.high_open)

    def scale(self, factor: Number) -> Interval:
        """Every value times `factor`; a negative factor swaps the ends, zero gives the point 0."""
        if factor == 1:
            return self
        if factor == 0:
            return point(0)
        low = None if self.low is None else self.low * factor
        high = low if self.high is self.low else None if self.high is None else self.high * factor
        if factor < 0:
            return Interval(high, low, self.high_open, self.low_open)
        return Interval(low, high, self.low_open, self.high_open)

    def shift(self, by: Number) -> Interval:
        """Every value plus `by`."""
        low = None if self.low is None else self.low + by
        high = None if self.high is None else self.high + by
        return Interval(low, high, self.low_open, self.high_open)

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def plus(self, other: Interval) -> Interval:
        """All sums of a value of each."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def times(self, other: Interval) -> Interval:
        """All products of a value of each."""
        if self.is_point and self.low is not None:
            return other.scale(self.low)
        if other.is_point and other.low is not None:
            return self.scale(other.low)
        if _without_negatives(self) and _without_negatives(other):
            return _product_without_negatives(self, other)
        products = [_product(a, b) for a in _ends(self) for b in _ends(other)]
        low = min(products, key=lambda end: (end.key, end.is_open))
        high = max(products, key=lambda end: (end.key, not end.is_open))
        return Interval(low.finite, high.finite, low.is_open, high.is_open)

    def power(self, exponent: int) -> Interval:
        """Every value to a whole `exponent` >= 1, for intervals without negative values.

        Raises `ValueError` for another exponent or an interval that reaches below zero.
        """
        if exponent < 1:
            raise ValueError(f"exponent {exponent} is not a whole number of 1 or more")
        if exponent > 1 and (self.low is None or self.low < 0):
            raise ValueError(f"{self} reaches below zero")
        low = None if self.low is None else self.low**exponent
        high = None if self.high is None else self.high**exponent
        return Interval(low, high, self.low_open, self.high_open)

    def reciprocal(self) -> Interval:
        """All 1/x; raises `ZeroDivisionError` when 0 is inside or is a closed end."""
        if ZERO in self or (self.low is None and self.high is None):
            raise ZeroDivisionError(f"{self} contains 0")
        if self.high is not None and self.high <= 0:
            return -((-self).reciprocal())
        high = None if self.low is None or self.low == 0 else ONE / self.low
        low = ZERO if self.high is None else ONE / self.high
        return Interval(low, high, self.high is None or self.high_open, self.low_open)

    def divide(self, other: Interval) -> Interval:
        """All quotients; raises `ZeroDivisionError` when `other` contains 0."""
        return self.times(other.reciprocal())


EVERYTHING = Interval(None, None, True, True)


def point(value: Number) -> Interval:
    value = Fraction(value)
    return Interval(value, value)


def closed(low: Number, high: Number) -> Interval:
    return between(low, high)


def between(low: Number, high: Number, low_open: bool = False, high_open: bool = False) -> Interval:
    """An interval with two finite ends; raises `ValueError` when it would be empty."""
    if low > high or (low == high and (low_open or high_open)):
        raise ValueError(f"no value lies between {low} and {high}")
    return Interval(Fraction(low), Fraction(high), low_open, high_open)


def at_least(low: Number) -> Interval:
    return Interval(Fraction(low), None, False, True)


def more_than(low: Number) -> Interval:
    return Interval(Fraction(low), None, True, True)


def at_most(high: Number) -> Interval:
    return Interval(None, Fraction(high), True, False)


def less_than(high: Number) -> Interval:
    return Interval(None, Fraction(high), True, True)


def _starts_no_earlier(a: Interval, b: Interval) -> bool:
    if b.low is None:
        return True
    if a.low is None or a.low < b.low:
        return False
    return a.low > b.low or a.low_open or not b.low_open


def _ends_no_later(a: Interval, b: Interval) -> bool:
    if b.high is None:
        return True
    if a.high is None or a.high > b.high:
        return False
    return a.high < b.high or a.high_open or not b.high_open


def _without_negatives(a: Interval) -> bool:
    return a.low is not None and a.low.numerator >= 0


def _product_without_negatives(a: Interval, b: Interval) -> Interval:
    """The usual case, without the four corners: low times low, high times high."""
    assert a.low is not None and b.low is not None
    low = a.low * b.low
    low_open = a.low_open or b.low_open
    if low == 0:
        low_open = not ((a.low == 0 and not a.low_open) or (b.low == 0 and not b.low_open))
    if a.high is None or b.high is None:
        return Interval(low, None, low_open, True)
    return Interval(low, a.high * b.high, low_open, a.high_open or b.high_open)


class _End(NamedTuple):
    infinite: int  # -1, 0 or 1
    value: Fraction
    is_open: bool

    @property
    def key(self) -> tuple[int, Fraction]:
        return (self.infinite, self.value)

    @property
    def finite(self) -> Fraction | None:
        return None if self.infinite else self.value


def _ends(interval: Interval) -> tuple[_End, _End]:
    low = _End(-1, ZERO, True) if interval.low is None else _End(0, interval.low, interval.low_open)
    high = _End(1, ZERO, True) if interval.high is None else _End(0, interval.high, interval.high_open)
    return low, high


def _product(a: _End, b: _End) -> _End:
    """One corner of a product. Zero times anything is 0, and attained if the zero is."""
    a_zero = not a.infinite and a.value == 0
    b_zero = not b.infinite and b.value == 0
    if a_zero or b_zero:
        attained = (a_zero and not a.is_open) or (b_zero and not b.is_open)
        return _End(0, ZERO, not attained)
    if a.infinite or b.infinite:
        sign_a = a.infinite or (1 if a.value > 0 else -1)
        sign_b = b.infinite or (1 if b.value > 0 else -1)
        return _End(sign_a * sign_b, ZERO, True)
    return _End(0, a.value * b.value, a.is_open or b.is_open)
