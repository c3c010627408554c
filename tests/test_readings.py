"""How much room each way of writing a number leaves."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.interval import Interval, at_least, at_most, between, closed, less_than, more_than, point
from claims.model import Quantity
from claims.readings import bounds, plausible, truncated

HEDGED = {"more_than": more_than, "at_least": at_least, "less_than": less_than, "at_most": at_most}


def number(
    value: str | int, step: str | int = 0, grain: str | int = 0, hedge: str | None = None, **more: Any
) -> Quantity:
    """A quantity with a value; without a grain its last digit is not zero."""
    worth = Fraction(value)
    stated = HEDGED[hedge](worth) if hedge in HEDGED else point(worth)
    digits: dict[str, Any] = {"step": Fraction(step), "grain": Fraction(grain or step)}
    return Quantity(kind="number", value=worth, stated=stated, hedge=hedge, **digits, **more)


def range_of(
    stated: Interval, hedge: str = "range", step: str | int = 0, grain: str | int = 0, **more: Any
) -> Quantity:
    digits: dict[str, Any] = {"step": Fraction(step), "grain": Fraction(grain or step)}
    return Quantity(kind="number", value=None, stated=stated, hedge=hedge, **digits, **more)


def show(interval: Interval) -> str:
    """The interval with decimals, as a person would write it."""

    low = "-∞" if interval.low is None else f"{float(interval.low):.12g}"
    high = "∞" if interval.high is None else f"{float(interval.high):.12g}"
    return f"{interval.ends[0]}{low}, {high}{interval.ends[1]}"


DIGIT: dict[str, Any] = {"rounding": "digit"}
ROUND: dict[str, Any] = {"rounding": "round"}
SCALED: dict[str, Any] = {"rounding": "scaled"}


@pytest.mark.parametrize(
    ("written", "quantity", "hard", "soft", "cut"),
    [
        # a scale word: half a unit of the last digit shown
        ("361.47億元", number("36147e6", "1e6", **DIGIT),
         "[36146500000, 36147500000]", "same", "[36147000000, 36148000000)"),
        ("742萬元", number("7420000", "10000", **DIGIT), "[7415000, 7425000]", "same", "[7420000, 7430000)"),
        ("$3.8 million", number("3.8e6", "1e5", **DIGIT), "[3750000, 3850000]", "same", "[3800000, 3900000)"),
        ("-0.4億元", number("-4e7", "1e7", **DIGIT), "[-45000000, -35000000]", "same", "(-50000000, -40000000]"),
        # exact
        ("523戶", number(523, 1), "[523, 523]", "same", "[523, 523]"),
        ("0宗", number(0, 1), "[0, 0]", "same", "[0, 0]"),
        # round integers: half the grain, but read as they stand
        ("76,300", number(76300, 1, 100, **ROUND), "[76250, 76350]", "[76300, 76300]", "[76300, 76301)"),
        ("6,000人", number(6000, 1, 1000, **ROUND), "[5500, 6500]", "[6000, 6000]", "[6000, 6001)"),
        ("6,000人 beside 2,150", number(6000, 1, 10, **ROUND), "[5995, 6005]", "[6000, 6000]", "[6000, 6001)"),
        # a scale word and two zeros or more
        ("300億", number("300e8", "1e8", "100e8", **SCALED),
         "[25000000000, 35000000000]", "[29950000000, 30050000000]", "[30000000000, 30100000000)"),
        ("$700 million", number("7e8", "1e6", "1e8", **SCALED),
         "[650000000, 750000000]", "[699500000, 700500000]", "[700000000, 701000000)"),
        # percentages, points, multiples in figures
        ("30%", number(30, 1, 10, **DIGIT), "[29.5, 30.5]", "same", "[30, 31)"),
        ("4.7%", number("4.7", "0.1", **DIGIT), "[4.65, 4.75]", "same", "[4.7, 4.8)"),
        ("-1.2%", number("-1.2", "0.1", **DIGIT), "[-1.25, -1.15]", "same", "(-1.3, -1.2]"),
        ("0.0%", number(0, "0.1", **DIGIT), "[-0.05, 0.05]", "same", "(-0.1, 0.1)"),
        ("40倍", number(40, 1, 10, **DIGIT), "[39.5, 40.5]", "same", "[40, 41)"),
        # hedges
        ("約650", number(650, 1, 10, "about"), "[520, 780]", "[617.5, 682.5]", "[520, 780]"),
        ("about 2,000", number(2000, 1, 1000, "about", **ROUND), "[1600, 2400]", "same", "[1600, 2400]"),
        ("約40", number(40, 1, 10, "about"), "[32, 48]", "[35, 45]", "[32, 48]"),
        ("約-40", number(-40, 1, 10, "about"), "[-48, -32]", "[-45, -35]", "[-48, -32]"),
        ("about 0", number(0, 1, 1, "about"), "[0, 0]", "same", "[0, 0]"),
        ("近400", number(400, 1, 100, "nearly"), "[300, 400]", "[360, 400)", "[300, 400]"),
        ("nearly -400", number(-400, 1, 100, "nearly"), "[-400, -300]", "(-400, -360]", "[-400, -300]"),
        ("nearly 0", number(0, 1, 1, "nearly"), "[0, 0]", "same", "[0, 0]"),
        ("逾60", number(60, 1, 10, "more_than"), "(60, ∞)", "(60, 70)", "(60, ∞)"),
        ("超過65", number(65, 1, 1, "more_than"), "(65, ∞)", "(65, 66)", "(65, ∞)"),
        ("more than half", number(50, 0, 0, "more_than"), "(50, ∞)", "same", "(50, ∞)"),
        ("至少7", number(7, 1, 1, "at_least"), "[7, ∞)", "same", "[7, ∞)"),
        ("不足90", number(90, 1, 10, "less_than"), "(-∞, 90)", "same", "(-∞, 90)"),
        ("up to 90%", number(90, 1, 10, "at_most", **DIGIT), "(-∞, 90]", "same", "(-∞, 90]"),
        # ranges and open words
        ("4至6萬元", range_of(closed(40000, 60000), step=10000, **DIGIT),
         "[35000, 65000]", "[40000, 60000]", "[35000, 65000]"),
        ("15–25%", range_of(closed(15, 25), step=1, **DIGIT), "[14.5, 25.5]", "[15, 25]", "[14.5, 25.5]"),
        ("15至25人", range_of(closed(15, 25), step=1), "[15, 25]", "same", "[15, 25]"),
        ("4000至7000度", range_of(closed(4000, 7000), step=1, grain=1000, **ROUND),
         "[3500, 7500]", "[4000, 7000]", "[3500, 7500]"),
        ("above 10 and below 20", range_of(between(10, 20, True, True), step=1, **DIGIT),
         "(10, 20)", "same", "(10, 20)"),
        ("兩萬多", range_of(between(20000, 30000, False, True), "open"), "[20000, 30000)", "same", "[20000, 30000)"),
        ("三四百", range_of(closed(300, 400), "open"), "[300, 400]", "same", "[300, 400]"),
        # words
        ("六成", number(60, 10, 10, rounding="tenth"), "[55, 65]", "same", "[60, 70)"),
        ("五分之一", number(20, "2.5", rounding="fraction"), "[17.5, 22.5]", "[18, 22]", "[17.5, 22.5]"),
        ("one in fifty", number(2, "0.02", rounding="fraction"), "[1.98, 2.02]", "same", "[1.98, 2.02]"),
        ("tripled", number(3, 1, rounding="multiple"), "[2.75, 3.25]", "[2.9, 3.1]", "[2.75, 3.25]"),
    ],
)  # fmt: skip
def test_room(written: str, quantity: Quantity, hard: str, soft: str, cut: str) -> None:
    assert show(bounds(quantity)) == hard, written
    assert show(plausible(quantity)) == (hard if soft == "same" else soft), written
    assert show(truncated(quantity)) == cut, written


worths = st.fractions(min_value=-1000, max_value=1000, max_denominator=50)
steps = st.sampled_from([Fraction(0), Fraction(1, 100), Fraction(1, 10), Fraction(1), Fraction(10)])
roundings = st.sampled_from(["exact", "digit", "round", "scaled", "fraction", "tenth", "multiple"])


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Any value, hedge and rounding; a grain is a step or coarser, as numerals have it."""
    step = draw(steps)
    grain = step * draw(st.sampled_from([1, 10, 1000]))
    rounding = draw(roundings)
    hedge = draw(st.sampled_from([None, "about", "nearly", *HEDGED, "range", "open"]))
    if hedge in ("range", "open"):
        low, high = sorted((draw(worths), draw(worths)))
        stated = between(low, high, low < high and draw(st.booleans()), low < high and draw(st.booleans()))
        return range_of(stated, hedge, str(step), str(grain), rounding=rounding)
    return number(str(draw(worths)), str(step), str(grain), hedge, rounding=rounding)


@given(quantities())
def test_what_is_plausible_is_possible(quantity: Quantity) -> None:
    assert plausible(quantity).issubset(bounds(quantity))


@given(quantities())
def test_the_number_written_is_possible_unless_the_words_exclude_it(quantity: Quantity) -> None:
    if quantity.value is not None:
        assert (quantity.value in bounds(quantity)) == (quantity.hedge not in ("more_than", "less_than"))
    else:
        assert quantity.stated.issubset(bounds(quantity))


@given(quantities())
def test_cutting_never_crosses_the_number_written(quantity: Quantity) -> None:
    cut = truncated(quantity)
    words = quantity.rounding in ("exact", "fraction", "multiple")
    if quantity.hedge or quantity.value is None or words or not quantity.step:
        assert cut == bounds(quantity)
    elif quantity.value > 0:
        assert cut.low == quantity.value and quantity.value in cut
    elif quantity.value < 0:
        assert cut.high == quantity.value and quantity.value in cut
    else:
        assert cut == -cut


@given(quantities())
def test_signs_mirror(quantity: Quantity) -> None:
    """A loss leaves the same room as the gain of that size."""
    if quantity.value is None or quantity.hedge in HEDGED:
        return
    digits = str(quantity.step), str(quantity.grain)
    mirrored = number(str(-quantity.value), *digits, quantity.hedge, rounding=quantity.rounding)
    for reading in (bounds, plausible, truncated):
        assert reading(mirrored) == -reading(quantity)
