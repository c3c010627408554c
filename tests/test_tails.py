"""Tails of F and chi-square: the interval holds the true value, and is narrow."""

from __future__ import annotations

from fractions import Fraction
from math import atan, erfc, exp, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks._statistics.tails import chi_square_tail, f_tail
from claims.interval import Interval

CLOSE = Fraction(1, 10**11)
values = st.integers(min_value=0, max_value=60_000).map(lambda n: Fraction(n, 1000))
counts = st.integers(min_value=1, max_value=2_000).map(Fraction)


def holds(found: Interval, true: float) -> bool:
    """Whether it holds a value that floats work out to a few units in the last place."""
    assert found.low is not None and found.high is not None
    slack = Fraction(true) / 10**13 + Fraction(1, 10**15)
    return found.low - slack <= Fraction(true) <= found.high + slack


@given(values, counts)
def test_two_degrees_above_have_a_closed_form(value: Fraction, df: Fraction) -> None:
    true = float(1 + 2 * value / df) ** (-float(df) / 2)
    assert holds(f_tail(value, Fraction(2), df), true)


@given(values)
def test_student_with_one_and_two_degrees_has_a_closed_form(value: Fraction) -> None:
    t = sqrt(value)
    assert holds(f_tail(value, Fraction(1), Fraction(1)), 1 - 2 / pi * atan(t))
    assert holds(f_tail(value, Fraction(1), Fraction(2)), 1 - t / sqrt(2 + float(value)))


@given(values)
def test_chi_square_with_one_two_and_four_degrees_has_a_closed_form(value: Fraction) -> None:
    x = float(value)
    assert holds(chi_square_tail(value, Fraction(1)), erfc(sqrt(x / 2)))
    assert holds(chi_square_tail(value, Fraction(2)), exp(-x / 2))
    assert holds(chi_square_tail(value, Fraction(4)), exp(-x / 2) * (1 + x / 2))


@pytest.mark.parametrize(
    ("value", "df1", "df2", "five_percent"),
    [("4.1960", "1", "28", "4.1959"), ("3.1589", "2", "57", "3.1588"), ("3.8508", "1", "1000", "3.8507")],
)
def test_critical_values_of_the_tables(value: str, df1: str, df2: str, five_percent: str) -> None:
    above = f_tail(Fraction(value), Fraction(df1), Fraction(df2)).high
    below = f_tail(Fraction(five_percent), Fraction(df1), Fraction(df2)).low
    assert above is not None and below is not None and above < Fraction(1, 20) < below


@given(values, values, counts, counts)
def test_fall_as_the_value_grows(a: Fraction, b: Fraction, df1: Fraction, df2: Fraction) -> None:
    low, high = sorted((a, b))
    for tail in (lambda v: f_tail(v, df1, df2), lambda v: chi_square_tail(v, df1)):
        upper, lower = tail(low).high, tail(high).low
        assert upper is not None and lower is not None and upper >= lower


@given(values, counts, counts)
def test_are_narrow_and_lie_between_0_and_1(value: Fraction, df1: Fraction, df2: Fraction) -> None:
    for found in (f_tail(value, df1, df2), chi_square_tail(value, df1)):
        assert found.low is not None and found.high is not None
        assert 0 <= found.low <= found.high <= 1
        assert found.high - found.low < 100 * CLOSE


@pytest.mark.parametrize(("value", "df"), [("-1", "3"), ("2", "0")])
def test_refuse_what_is_no_statistic(value: str, df: str) -> None:
    with pytest.raises(ValueError):
        f_tail(Fraction(value), Fraction(df), Fraction(10))
    with pytest.raises(ValueError):
        chi_square_tail(Fraction(value), Fraction(df))


def test_far_out_there_is_nothing_left() -> None:
    assert chi_square_tail(Fraction(5000), Fraction(3)).high < CLOSE  # type: ignore[operator]
    assert f_tail(Fraction(5000), Fraction(3), Fraction(500)).high < CLOSE  # type: ignore[operator]


def test_agree_with_another_implementation() -> None:
    stats = pytest.importorskip("scipy.stats")
    for df1 in (1, 2, 3, 27.42, 120):
        for df2 in (1, 5.5, 28, 1000):
            for value in (0.01, 0.7, 1, 4.02, 37):
                found = f_tail(Fraction(value), Fraction(df1), Fraction(df2))
                true = stats.f.sf(value, df1, df2)
                assert float(found.low or 0) * (1 - 1e-9) <= true <= float(found.high or 0) * (1 + 1e-9)
