"""Upper tails of F and of chi-square, each as an interval that is proven to hold the true value.

Both are sums of positive terms, so nothing cancels, and what is left off a sum is at most a
geometric series: the incomplete beta function by DLMF 8.17.8, the incomplete gamma function
by DLMF 8.11.4 (https://dlmf.nist.gov). The sums are floats; the bound on their rounding, a
few units in the last place for each term and each logarithm, is added to the ends. The other
tails follow: t squared is F with one degree of freedom, z squared is chi-square with one.
"""

from __future__ import annotations

from fractions import Fraction
from math import exp, lgamma, log

from claims.interval import Interval, between

EPS = 2.0**-52
_LEFT_OFF = 1e-17
"""Share of a sum at which the rest of it is left off."""
_TERMS = 50_000
_LARGE = 600
"""Beyond that a sum would be too large for a float; the tail is bounded by Chernoff's inequality."""
_NEAR = 100.0
_UNDERFLOW = Fraction(1, 10**300)
"""Below that floats lose digits."""
ONE = Fraction(1)


def f_tail(value: Fraction, df1: Fraction, df2: Fraction) -> Interval:
    """The chance of an F of `value` >= 0 or more, within [0, 1].

    Raises `ValueError` where degrees of freedom are not positive or the sum is out of reach.
    """
    if value < 0 or df1 <= 0 or df2 <= 0:
        raise ValueError(f"no F({df1}, {df2}) is {value}")
    if value == 0:
        return between(1, 1)
    return _beta(df2 / (df2 + df1 * value), float(df2) / 2, float(df1) / 2)


def chi_square_tail(value: Fraction, df: Fraction) -> Interval:
    """The chance of a chi-square of `value` >= 0 or more; raises as `f_tail` does."""
    if value < 0 or df <= 0:
        raise ValueError(f"no chi-square({df}) is {value}")
    if value == 0:
        return between(1, 1)
    x, a = float(value) / 2, float(df) / 2
    if x > _LARGE:
        if x <= a or a - x + a * log(x / a) > -40:
            raise ValueError(f"chi-square({df}) = {value} is out of reach")
        return between(0, Fraction(_LEFT_OFF))
    total, terms = 1.0, 0
    term = ratio = x / (a + 1)
    while ratio >= 1 or term * ratio > _LEFT_OFF * total * (1 - ratio):
        total, terms = total + term, terms + 1
        ratio = x / (a + 1 + terms)
        term *= ratio
    parts = (x, a * log(x), lgamma(a + 1))
    return _complement(_enclosed(-parts[0] + parts[1] - parts[2], total, terms, sum(map(abs, parts))))


def _beta(x: Fraction, a: float, b: float) -> Interval:
    """The regularised incomplete beta function, from the end from which its sum is the shorter."""
    y = ONE - x
    if float(x) > a / (a + b) or (y <= x and float(y) * (a + b) <= _NEAR):
        return _complement(_beta_sum(float(y), float(x), b, a))
    return _beta_sum(float(x), float(y), a, b)


def _beta_sum(x: float, y: float, a: float, b: float) -> Interval:
    """The same at `x` = 1 - `y`, by a sum whose terms shrink by no less than the larger of a ratio and x."""
    total, terms, term = 1.0, 0, 1.0
    while True:
        ratio = (a + b + terms) / (a + 1 + terms) * x
        term *= ratio
        slowest = max(ratio, x)
        if slowest < 1 and term <= _LEFT_OFF * total * (1 - slowest):
            break
        total, terms = total + term, terms + 1
        if terms > _TERMS:
            raise ValueError(f"the sum at {x} for {a} and {b} is out of reach")
    parts = (a * log(x), b * log(y), lgamma(a + b), lgamma(a), lgamma(b), log(a))
    size = sum(map(abs, parts)) + a + b
    return _enclosed(parts[0] + parts[1] + parts[2] - parts[3] - parts[4] - parts[5], total, terms, size)


def _enclosed(logarithm: float, total: float, terms: int, size: float) -> Interval:
    """exp(`logarithm`) * `total`, with room for rounding in `terms` terms and in logarithms that add up to `size`."""
    value = Fraction(exp(logarithm + log(total)))
    room = value * Fraction(EPS * (8 * (terms + 4) + 16 * (size + 1 + log(total))) + 2 * _LEFT_OFF) + _UNDERFLOW
    return _within_one(value - room, value + room)


def _complement(tail: Interval) -> Interval:
    return _within_one(*((-tail).shift(1))[:2])


def _within_one(low: Fraction | None, high: Fraction | None) -> Interval:
    assert low is not None and high is not None
    return between(max(low, Fraction(0)), max(min(high, ONE), Fraction(0)))
