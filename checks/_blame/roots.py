"""Roots of intervals, rounded outwards."""

from __future__ import annotations

from fractions import Fraction

from claims.interval import Interval

_DIGITS = 10**12
"""Roots are found to that part of a unit."""


def root(base: Interval, power: int) -> Interval:
    """The non-negative values whose `power` lies in `base`; raises `ValueError` when there are none."""
    if power == 1:
        return base
    if base.high is not None and base.high < 0:
        raise ValueError(f"{base} has no root")
    low = Fraction(0) if base.low is None or base.low < 0 else _bracket(base.low, power)[0]
    return Interval(low, None if base.high is None else _bracket(base.high, power)[1], base.low_open, base.high_open)


def _bracket(value: Fraction, power: int) -> tuple[Fraction, Fraction]:
    """Two numbers, equal or next to each other, between which the root of `value` >= 0 lies."""
    whole = value * _DIGITS**power
    below = Fraction(_integer_root(int(whole), power), _DIGITS)
    return (below, below) if below**power == value else (below, below + Fraction(1, _DIGITS))


def _integer_root(value: int, power: int) -> int:
    """The largest whole number whose `power` is at most `value`, by Newton's method from above."""
    if value < 2:
        return value
    guess = 1 << -(-value.bit_length() // power)
    while True:
        better = ((power - 1) * guess + value // guess ** (power - 1)) // power
        if better >= guess:
            return guess
        guess = better
