"""The p-values that a reported test statistic allows.

Each end of the statistic's rounding gives an end of p, since p falls as the statistic grows.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache

from checks._statistics.tails import chi_square_tail, f_tail
from claims.interval import Interval, closed, point
from claims.model import Quantity
from claims.ties.significance import Result

Df = tuple[Fraction, ...]
SIGNED = ("t", "z", "r")
"""Statistics that have a sign, and so two tails."""
_ONE, _HALF = Fraction(1), Fraction(1, 2)
_MOST_DF = 10**6
_LARGEST = 1000
"""Statistics from which on none is not significant."""
_STEPS = 30


def tail(result: Result, reading: Callable[[Quantity], Interval], rounded_df: bool | None = None) -> Interval:
    """All p-values, two-tailed where there are two tails, of the statistics that a reading allows.

    `rounded_df` tells whether whole degrees of freedom may have been rounded; with None all
    are taken as written. Raises `ValueError` for a statistic that cannot be or is out of reach.
    """
    size = _size(reading(result.statistic.quantity))
    if result.test == "r" and size.low is not None and size.low > 1:
        raise ValueError(f"no correlation is {result.statistic.quote}")
    return _over_df(result.test, size, _readings_of_df(result, rounded_df))


def critical(result: Result, alpha: Fraction, rounded_df: bool) -> Fraction:
    """A statistic, of the same test and degrees of freedom, whose p is `alpha` or hardly less."""
    return _critical(result.test, alpha, _readings_of_df(result, rounded_df))


@lru_cache(maxsize=256)
def _critical(test: str, alpha: Fraction, readings: tuple[Df, ...]) -> Fraction:
    low, high = Fraction(0), Fraction(1 if test == "r" else _LARGEST)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        ends = _over_df(test, point(middle), readings)
        low, high = (low, middle) if ends.high is not None and ends.high <= alpha else (middle, high)
    return high


def _over_df(test: str, size: Interval, readings: tuple[Df, ...]) -> Interval:
    """The p-values of statistics of that size over all readings of the degrees of freedom."""
    found: Interval | None = None
    for df in readings:
        smallest = _p(test, size.low or Fraction(0), df)
        largest = closed(0, 0) if size.high is None else _p(test, size.high, df)
        ends = largest.hull(smallest)
        found = ends if found is None else found.hull(ends)
    assert found is not None
    return found


def _size(value: Interval) -> Interval:
    """Absolute values; a bound "< 1" reaches down to 0."""
    low, high = value.low, value.high
    if low is None or high is None:
        return Interval(max(low, Fraction(0)) if low is not None else Fraction(0), high)
    if low <= 0 <= high:
        return closed(0, max(-low, high))
    return closed(*sorted((abs(low), abs(high))))


def _readings_of_df(result: Result, rounded: bool | None) -> tuple[Df, ...]:
    """Degrees of freedom as written, as they may be before rounding, and for r also where pairs were counted."""
    if max(result.df, default=_HALF) > _MOST_DF:
        raise ValueError(f"{result.words} is out of reach")
    if rounded is None:
        return (result.df,)
    halves = [step / 2 if step else _HALF if rounded else Fraction(0) for step in result.df_steps]
    readings = [
        tuple(max(n + sign * half, _HALF) for n, half in zip(result.df, halves, strict=True))
        for sign in ((-1, 1) if any(halves) else (0,))
    ]
    if result.test == "r" and result.df[0] > 2:
        readings.append((result.df[0] - 2,))
    return tuple(readings)


def _p(test: str, value: Fraction, df: tuple[Fraction, ...]) -> Interval:
    if test == "chi":
        return chi_square_tail(value, df[0])
    if test == "z":
        return chi_square_tail(value**2, _ONE)
    if test == "F":
        return f_tail(value, df[0], df[1])
    if test == "t":
        return f_tail(value**2, _ONE, df[0])
    if value >= 1:
        return closed(0, 0)
    return f_tail(value**2 * df[0] / (1 - value**2), _ONE, df[0])


def has_sides(result: Result) -> bool:
    """Whether the statistic has a sign, or is the square of one that has."""
    return result.test in SIGNED or result.df[0] == 1


def halved(p: Interval) -> Interval:
    """The p-values of one tail."""
    return p.scale(_HALF)
