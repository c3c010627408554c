"""The allowances around a stated number: bounds, plausible, and cut instead of rounded.

`bounds` is what must hold if the author wrote honestly, `plausible` where a reader would
expect the number to lie, always inside `bounds`. All follow from how the number was
written: the last digit shown, a scale word, a hedge.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import lru_cache

from claims.interval import Interval, between, more_than, point
from claims.model import Quantity

NOTHING = Fraction(0)
HALF = Fraction(1, 2)
ABOUT_BOUNDS = Fraction(1, 5)
ABOUT_PLAUSIBLE = Fraction(1, 20)
NEARLY_BOUNDS = Fraction(3, 4)
NEARLY_PLAUSIBLE = Fraction(9, 10)
FRACTION_PLAUSIBLE = Fraction(2)  # percentage points
MULTIPLE_BOUNDS = Fraction(1, 4)
MULTIPLE_PLAUSIBLE = Fraction(1, 10)
LIMITS = ("more_than", "at_least", "less_than", "at_most")
"""Hedges that say on which side of the number written the true one lies."""


def bounds(q: Quantity) -> Interval:
    """Where the number must lie, in its unit; of a date, the numbers of its days."""
    if q.value is None:
        return _range(q) if q.kind != "date" else _days(q)
    if q.hedge == "about":
        return _around(q.value, abs(q.value) * ABOUT_BOUNDS)
    if q.hedge == "nearly":
        return _towards_zero(q.value, NEARLY_BOUNDS, end_open=False)
    if q.hedge in LIMITS:
        return q.stated
    return _around(q.value, _half_bounds(q))


def plausible(q: Quantity) -> Interval:
    """Where a reader would expect the number, inside `bounds`."""
    if q.value is None:
        return q.stated if q.kind != "date" else _days(q)
    if q.hedge == "about":
        half = max(abs(q.value) * ABOUT_PLAUSIBLE, q.grain * HALF)
        return _around(q.value, min(half, abs(q.value) * ABOUT_BOUNDS))
    if q.hedge == "nearly":
        return _towards_zero(q.value, NEARLY_PLAUSIBLE, end_open=True)
    if q.hedge == "more_than" and q.rounding == "fraction":
        # The next fraction up that people use lies about half as far again: a third, a half.
        return between(q.value, q.value * Fraction(3, 2), True, True) if q.value > 0 else more_than(q.value)
    if q.hedge == "more_than":
        return between(q.value, q.value + q.grain, True, True) if q.grain else more_than(q.value)
    if q.hedge in LIMITS:
        return q.stated
    return _around(q.value, _half_plausible(q))


def truncated(q: Quantity) -> Interval:
    """Where the number lies if its writer cut digits off instead of rounding.

    That is [v, v + step) away from zero, on both sides of a zero, with the step of the last
    digit shown: who cuts 1,249 writes 1,240, not 1,200 to mean anything up to 1,300. Exact
    counts are never cut, and neither is what a hedge or a range already leaves open: those
    keep `bounds`.
    """
    step = q.step if q.rounding in ("digit", "scaled", "round", "tenth") else Fraction(0)
    if q.value is None or q.hedge or step == 0:
        return bounds(q)
    low = q.value if q.value > 0 else q.value - step
    high = q.value if q.value < 0 else q.value + step
    return between(low, high, q.value <= 0, q.value >= 0)


def _half_bounds(q: Quantity) -> Fraction:
    """How far the number may lie from the one written, before any hedge."""
    if q.rounding == "exact":
        return NOTHING
    if q.rounding in ("round", "scaled"):
        return _halved(q.grain.numerator, q.grain.denominator)
    if q.rounding == "fraction":
        return q.step  # the grammar gives half the way to the neighbouring 1/n
    if q.rounding == "multiple":
        return MULTIPLE_BOUNDS
    return _halved(q.step.numerator, q.step.denominator)


@lru_cache(maxsize=1024)
def _halved(numerator: int, denominator: int) -> Fraction:
    """Half of a step or a grain: in a draft a handful of powers of ten, asked for with each of its figures.

    Kept by two whole numbers, as a fraction takes longer to hash than to halve.
    """
    return Fraction(numerator, 2 * denominator)


def _half_plausible(q: Quantity) -> Fraction:
    if q.rounding in ("exact", "round"):
        return NOTHING
    if q.rounding == "scaled":
        return min(q.step, q.grain) * HALF
    if q.rounding == "fraction":
        return min(q.step, FRACTION_PLAUSIBLE)
    if q.rounding == "multiple":
        return MULTIPLE_PLAUSIBLE
    return q.step * HALF


def _around(value: Fraction, half: Fraction) -> Interval:
    return Interval(value - half, value + half) if half else Interval(value, value)


def _towards_zero(value: Fraction, part: Fraction, end_open: bool) -> Interval:
    """From `part` of a value up to the value itself, in size; `end_open` leaves the value out."""
    if value == 0:
        return point(value)
    if value < 0:
        return between(value, value * part, end_open, False)
    return between(value * part, value, False, end_open)


def _range(q: Quantity) -> Interval:
    """The ends of a range were rounded like any number; those of an open word were not."""
    if q.hedge == "range" and not (q.stated.low_open or q.stated.high_open):
        return q.stated.widen(_half_bounds(q))
    return q.stated


def _days(q: Quantity) -> Interval:
    """From the first day of a date to its last, as numbers of the proleptic Gregorian calendar; open where unknown."""
    first, last = map(day_number, q.dates or ("", ""))
    return Interval(first, last, first is None, last is None)


def day_number(day: str) -> Fraction | None:
    """The number of an ISO day, 1 for 0001-01-01; a 30 February counts on from the first of the month.

    None for a day whose year or month is not known.
    """
    try:
        year, month, number = map(int, day.split("-"))
        return Fraction(date(year, month, 1).toordinal() + number - 1)
    except ValueError:
        return None
