"""Interval arithmetic keeps what is true, and says no less than it could."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claims.interval import (
    EVERYTHING,
    Interval,
    at_least,
    at_most,
    between,
    closed,
    less_than,
    more_than,
    point,
)

TINY, HUGE = Fraction(1, 10**9), Fraction(10**9)

small = st.one_of(
    st.sampled_from([Fraction(0), Fraction(1), Fraction(-1)]),
    st.fractions(min_value=-10, max_value=10, max_denominator=12),
)
factors = st.fractions(min_value=-10, max_value=10, max_denominator=12)


@st.composite
def intervals(draw: st.DrawFn, ends: st.SearchStrategy[Fraction] = small, bounded: bool = False) -> Interval:
    """Points and all four kinds of bounds, each end unbounded now and then."""
    low, high = sorted((draw(ends), draw(ends)))
    if low == high:
        return point(low)
    low_open, high_open = draw(st.booleans()), draw(st.booleans())
    kind = "both" if bounded else draw(st.sampled_from(["both", "both", "both", "low", "high", "none"]))
    if kind == "low":
        return more_than(low) if low_open else at_least(low)
    if kind == "high":
        return less_than(high) if high_open else at_most(high)
    return EVERYTHING if kind == "none" else between(low, high, low_open, high_open)


positive = intervals(st.fractions(min_value=0, max_value=10, max_denominator=12)).filter(
    lambda x: x.low is not None and x.low >= 0
)
without_zero = intervals().filter(lambda x: 0 not in x and x != EVERYTHING)


def telling(x: Interval) -> list[Fraction]:
    """Members that reach the ends, or come near an open one and far along an unbounded one."""
    if x.low is None and x.high is None:
        return [-HUGE, Fraction(-1), Fraction(0), Fraction(1), HUGE]
    width = HUGE if x.low is None or x.high is None else x.high - x.low
    inset = min(TINY, width / 3)
    low = x.high - HUGE if x.low is None and x.high is not None else (x.low or Fraction(0))
    high = x.low + HUGE if x.high is None and x.low is not None else (x.high or Fraction(0))
    found = [low + (inset if x.low_open else 0), (low + high) / 2, high - (inset if x.high_open else 0)]
    found += [low + width / 7] + [Fraction(v) for v in (-1, 0, 1) if v in x]
    return [v for v in found if v in x]


def assert_hull_of(result: Interval, values: list[Fraction]) -> None:
    """`result` contains the values, and no narrower interval would contain the whole set they tell of."""
    assert all(value in result for value in values)
    near = Fraction(1, 1000)
    if result.low is None:
        assert min(values) < -1000
    else:
        assert min(values) - result.low < near
        assert result.low_open or result.low in values
    if result.high is None:
        assert max(values) > 1000
    else:
        assert result.high - max(values) < near
        assert result.high_open or result.high in values


UNARY: dict[str, tuple[Callable[[Interval, Fraction], Interval], Callable[[Fraction, Fraction], Fraction]]] = {
    "scale": (lambda x, k: x.scale(k), lambda v, k: v * k),
    "shift": (lambda x, k: x.shift(k), lambda v, k: v + k),
    "negate": (lambda x, k: -x, lambda v, k: -v),
}
BINARY: dict[str, tuple[Callable[[Interval, Interval], Interval], Callable[[Fraction, Fraction], Fraction]]] = {
    "plus": (Interval.plus, lambda a, b: a + b),
    "times": (Interval.times, lambda a, b: a * b),
}


@pytest.mark.parametrize("name", UNARY)
@given(x=intervals(), k=factors)
def test_unary_results_are_exact(name: str, x: Interval, k: Fraction) -> None:
    assume(name != "scale" or k == 0 or abs(k) > Fraction(1, 100))
    on_interval, on_value = UNARY[name]
    assert_hull_of(on_interval(x, k), [on_value(v, k) for v in telling(x)])


@pytest.mark.parametrize("name", BINARY)
@given(a=intervals(), b=intervals())
def test_binary_results_are_exact(name: str, a: Interval, b: Interval) -> None:
    on_interval, on_value = BINARY[name]
    assert_hull_of(on_interval(a, b), [on_value(v, w) for v, w in product(telling(a), telling(b))])


@given(x=without_zero)
def test_reciprocal_is_exact(x: Interval) -> None:
    assert_hull_of(x.reciprocal(), [1 / v for v in telling(x)])


@given(a=intervals(), b=without_zero)
def test_quotients_are_contained(a: Interval, b: Interval) -> None:
    quotient = a.divide(b)
    assert all(v / w in quotient for v, w in product(telling(a), telling(b)))


@given(x=positive, exponent=st.integers(1, 4))
def test_power_is_exact(x: Interval, exponent: int) -> None:
    assert_hull_of(x.power(exponent), [v**exponent for v in telling(x)])


@given(x=intervals(), by=st.fractions(min_value=0, max_value=5, max_denominator=12))
def test_widening_is_adding_a_symmetric_interval(x: Interval, by: Fraction) -> None:
    assert x.widen(by) == x.plus(closed(-by, by))


@given(a=intervals(), b=intervals())
def test_intersection_holds_what_both_hold(a: Interval, b: Interval) -> None:
    both = a.intersect(b)
    assert both == b.intersect(a)
    if both is not None:
        assert both.issubset(a) and both.issubset(b)
        assert telling(both), "an interval is never empty"
    for value in telling(a) + telling(b):
        assert (value in a and value in b) == (both is not None and value in both)


@given(a=intervals(), b=intervals())
def test_hull_is_the_smallest_that_contains_both(a: Interval, b: Interval) -> None:
    hull = a.hull(b)
    assert hull == b.hull(a)
    assert a.issubset(hull) and b.issubset(hull)
    assert_hull_of(hull, telling(a) + telling(b))


@given(a=intervals(), b=intervals(), c=intervals())
def test_subset_agrees_with_intersection_and_hull(a: Interval, b: Interval, c: Interval) -> None:
    assert a.issubset(b) == (a.intersect(b) == a) == (a.hull(b) == b)
    if a.issubset(b):
        assert all(value in b for value in telling(a))
        if b.issubset(a):
            assert a == b
        if b.issubset(c):
            assert a.issubset(c)


@given(inner=intervals(), other=intervals(), by=st.fractions(min_value=0, max_value=5, max_denominator=6), k=factors)
def test_widening_an_operand_never_loses_a_result(inner: Interval, other: Interval, by: Fraction, k: Fraction) -> None:
    outer = inner.widen(by).hull(other)
    for a, b in [(inner, outer)]:
        assert a.plus(other).issubset(b.plus(other))
        assert a.times(other).issubset(b.times(other))
        assert a.scale(k).issubset(b.scale(k))
        assert a.shift(k).issubset(b.shift(k))
        assert a.hull(other).issubset(b.hull(other))
        if 0 not in b and b != EVERYTHING:
            assert a.reciprocal().issubset(b.reciprocal())
        if b.low is not None and b.low >= 0:
            assert a.power(3).issubset(b.power(3))
        both = a.intersect(other)
        if both is not None:
            wider = b.intersect(other)
            assert wider is not None and both.issubset(wider)


@given(a=intervals(), b=intervals(), c=intervals())
def test_sums_and_products_commute_and_associate(a: Interval, b: Interval, c: Interval) -> None:
    assert a.plus(b) == b.plus(a)
    assert a.times(b) == b.times(a)
    assert a.plus(b).plus(c) == a.plus(b.plus(c))
    assert a.times(b).times(c) == a.times(b.times(c))


@given(x=intervals())
def test_unbounded_ends_are_written_one_way(x: Interval) -> None:
    """Equal sets are equal tuples, whatever operation they came from."""
    for result in (x, -x, x.scale(-2), x.shift(1), x.widen(1), x.plus(x), x.times(x), x.hull(point(0))):
        assert result.low is not None or result.low_open
        assert result.high is not None or result.high_open


E0 = Interval(None, Fraction(0), True, True)  # everything below zero


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (point(0), EVERYTHING, point(0)),
        (point(0), more_than(3), point(0)),
        (closed(0, 1), at_least(2), at_least(0)),
        (between(0, 1, True, False), at_least(2), more_than(0)),
        (between(0, 1, True, True), more_than(0), more_than(0)),
        (closed(-1, 1), more_than(0), EVERYTHING),
        (closed(-2, 0), at_least(1), at_most(0)),
        (between(-2, 0, False, True), at_least(1), less_than(0)),
        (less_than(0), less_than(0), more_than(0)),
        (at_most(-2), at_most(-3), at_least(6)),
        (closed(0, 2), between(0, 3, True, False), closed(0, 6)),
        (between(0, 2, True, True), closed(0, 3), between(0, 6, False, True)),
        (closed(-2, 3), closed(-5, 7), closed(-15, 21)),
        (closed(2, 3), between(2, 3, True, True), between(4, 9, True, True)),
    ],
)
def test_products_at_zero_and_at_infinity(a: Interval, b: Interval, expected: Interval) -> None:
    assert a.times(b) == b.times(a) == expected


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (closed(2, 4), closed(Fraction(1, 4), Fraction(1, 2))),
        (between(2, 4, True, False), between(Fraction(1, 4), Fraction(1, 2), False, True)),
        (more_than(0), more_than(0)),
        (at_least(2), between(0, Fraction(1, 2), True, False)),
        (between(0, 2, True, False), at_least(Fraction(1, 2))),
        (less_than(0), less_than(0)),
        (closed(-4, -2), closed(Fraction(-1, 2), Fraction(-1, 4))),
        (between(-2, 0, False, True), at_most(Fraction(-1, 2))),
    ],
)
def test_reciprocals(x: Interval, expected: Interval) -> None:
    assert x.reciprocal() == expected
    assert expected.reciprocal() == x


@pytest.mark.parametrize("x", [point(0), closed(-1, 1), closed(0, 1), at_most(0), EVERYTHING, at_least(-1)])
def test_no_reciprocal_around_zero(x: Interval) -> None:
    with pytest.raises(ZeroDivisionError):
        x.reciprocal()


@pytest.mark.parametrize(
    ("x", "written", "ends"),
    [
        (closed(1, 2), "[1, 2]", "[]"),
        (between(1, 2, True, False), "(1, 2]", "(]"),
        (more_than(Fraction(1, 2)), "(1/2, ∞)", "()"),
        (at_least(3), "[3, ∞)", "[)"),
        (less_than(3), "(-∞, 3)", "()"),
        (at_most(3), "(-∞, 3]", "(]"),
        (EVERYTHING, "(-∞, ∞)", "()"),
    ],
)
def test_writing(x: Interval, written: str, ends: str) -> None:
    assert (str(x), x.ends) == (written, ends)


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: between(2, 1),
        lambda: between(1, 1, True, False),
        lambda: closed(1, 2).widen(-1),
        lambda: closed(1, 2).power(0),
        lambda: closed(-1, 2).power(2),
        lambda: at_most(2).power(2),
    ],
)
def test_what_has_no_answer_raises(attempt: Callable[[], Interval]) -> None:
    with pytest.raises(ValueError):
        attempt()


def test_only_numbers_lie_in_an_interval() -> None:
    assert 1 in closed(0, 2) and Fraction(5, 2) not in closed(0, 2)
    for other in ("1", None, 0.5):
        with pytest.raises(TypeError):
            other in closed(0, 2)  # noqa: B015
