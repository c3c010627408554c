"""The picture of two intervals: ends where they belong, labels in the draft's own units."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.interval import EVERYTHING, Interval, at_least, at_most, between, closed, less_than, more_than, point
from claims.model import Quantity
from claims.numerals import parse_digits
from reports._html_labels import Labels, labels
from reports._html_picture import EM, WIDTH, Picture, picture, width_of, words

EN, HANT = labels("en"), labels("zh-Hant")


def like(digits: str, scale: int = 1, word: str = "", unit_word: str = "", unit: str | None = None) -> Quantity:
    numeral = parse_digits(digits)
    assert numeral is not None
    rounding = "digit" if numeral.decimals or scale > 1 else "exact"
    return Quantity(
        "money", numeral.times(scale), point(numeral.times(scale)), unit, rounding=rounding, step=numeral.step(scale),
        grain=numeral.grain(scale), scale=Fraction(scale), scale_word=word, unit_word=unit_word,
    )  # fmt: skip


YI = like("129.62", 10**8, "億", "元", "CNY")
COUNT = like("38", unit_word="家")
PERCENT = like("8.0", unit="percent")
MILLION = like("4.5", 10**6, "million", "$", "USD")


@pytest.mark.parametrize(
    ("interval", "quantity", "expected"),
    [
        (closed(12_961_500_000, 12_962_500_000), YI, "129.615億元 – 129.625億元"),
        (point(12_962_000_000), YI, "129.62億元"),
        (point(38), COUNT, "38家"),
        (at_least(38), COUNT, "≥ 38家"),
        (more_than(500), COUNT, "> 500家"),
        (at_most(38), COUNT, "≤ 38家"),
        (less_than(38), COUNT, "< 38家"),
        (closed(Fraction("7.94967"), Fraction("8.05437")), PERCENT, "7.95% – 8.05%"),
        (closed(4_450_000, 4_550_000), MILLION, "$4.45 million – $4.55 million"),
        (closed(4_450, 4_550), MILLION, "$0.00445 million – $0.00455 million"),
        (closed(Fraction("8.01"), Fraction("8.012")), PERCENT, "8.01% – 8.012%"),
        (EVERYTHING, COUNT, "−∞ … ∞"),
    ],
)
def test_words(interval: Interval, quantity: Quantity, expected: str) -> None:
    assert words(interval, quantity) == expected


def test_ends_that_differ_are_never_written_alike() -> None:
    low, high = words(closed(Fraction(1, 3), Fraction(1, 3) + Fraction(1, 10**4)), PERCENT).split(" – ")
    assert low != high


@pytest.mark.parametrize(
    ("stated", "derived", "ends"),
    [
        (point(38), point(39), [("closed", "closed"), ("closed", "closed")]),
        (between(45, 50, False, True), point(43), [("closed", "open"), ("closed", "closed")]),
        (more_than(500), point(490), [("open", "none"), ("closed", "closed")]),
        (less_than(5), at_least(7), [("none", "open"), ("closed", "none")]),
    ],
)
def test_ends_are_drawn_as_they_are(stated: Interval, derived: Interval, ends: list[tuple[str, str]]) -> None:
    drawn = picture(stated, derived, COUNT, EN)
    assert [(bar.low, bar.high) for bar in drawn.bars] == ends


def test_the_gap_lies_between_the_nearest_ends() -> None:
    drawn = picture(closed(128, 130), closed(136, 138), COUNT, EN)
    assert drawn.gap is not None
    assert (drawn.gap.left, drawn.gap.right) == (drawn.bars[0].right, drawn.bars[1].left)
    assert drawn.gap.label == "apart by at least 6家"


@pytest.mark.parametrize(
    ("stated", "derived", "description"),
    [
        (
            point(12_962_000_000),
            point(13_698_000_000),
            "文中所寫 129.62億元；由其他數字得出 136.98億元；相差 7.36億元。",
        ),
        (
            closed(12_960_000_000, 13_000_000_000),
            point(12_980_000_000),
            "文中所寫 129.60億元 – 130.00億元；由其他數字得出 129.80億元；兩者範圍相交。",
        ),
    ],
)
def test_says_in_words_what_it_shows(stated: Interval, derived: Interval, description: str) -> None:
    assert picture(stated, derived, YI, HANT).description == description


@pytest.mark.parametrize(
    ("stated", "expected", "legend"),
    [
        (point(38), None, ()),
        (between(30, 38, False, True), None, ("○ end not included",)),
        (more_than(38), None, ("○ end not included", "▸ no limit")),
        (closed(30, 38), closed(33, 35), ("▬ where a reader expects it",)),
    ],
)
def test_tells_what_its_marks_mean(stated: Interval, expected: Interval | None, legend: tuple[str, ...]) -> None:
    assert picture(stated, point(20), COUNT, EN, expected).legend == legend


@pytest.mark.parametrize(("t", "label"), [(EN, "apart by 2 percentage points"), (HANT, "相差 2個百分點")])
def test_percentages_are_apart_by_points(t: Labels, label: str) -> None:
    drawn = picture(point(10), point(12), PERCENT, t)
    assert drawn.gap is not None
    assert drawn.gap.label.replace("2.0", "2") == label


def test_what_meets_has_no_gap() -> None:
    assert picture(closed(1, 3), closed(2, 4), COUNT, EN).gap is None


def test_the_expected_part_is_drawn_inside_the_stated() -> None:
    drawn = picture(closed(80, 120), point(118), COUNT, EN, expected=closed(95, 105))
    bar = drawn.bars[0]
    assert bar.expected is not None
    assert bar.left < bar.expected[0] < bar.expected[1] < bar.right


def test_counts_have_no_ticks_between_them() -> None:
    assert [label for _, label in picture(point(38), point(39), COUNT, EN).ticks] == ["38", "39"]


numbers = st.fractions(min_value=-(10**14), max_value=10**14, max_denominator=10**6)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(numbers), draw(numbers)))
    cut = draw(st.sampled_from(["both", "low", "high"]))
    if cut == "low":
        return at_most(high)
    if cut == "high":
        return more_than(low)
    return closed(low, high)


def inside(drawn: Picture) -> bool:
    places = [x for bar in drawn.bars for x in (bar.left, bar.right)] + [x for x, _ in drawn.ticks]
    return all(0 <= x <= WIDTH for x in places)


@given(intervals(), intervals(), st.sampled_from([YI, COUNT, PERCENT, MILLION]))
def test_everything_is_inside_and_in_order(stated: Interval, derived: Interval, quantity: Quantity) -> None:
    drawn = picture(stated, derived, quantity, EN)
    assert inside(drawn)
    assert all(bar.left <= bar.right for bar in drawn.bars)
    assert (drawn.gap is None) == (stated.intersect(derived) is not None)
    assert [x for x, _ in drawn.ticks] == sorted({x for x, _ in drawn.ticks})
    assert all(width_of(bar.role + bar.value) * bar.size / EM <= 2 * WIDTH for bar in drawn.bars)


@given(numbers, numbers, numbers)
def test_order_on_the_axis_is_order_of_values(a: Fraction, b: Fraction, c: Fraction) -> None:
    low, middle, high = sorted((a, b, c))
    drawn = picture(closed(low, high), point(middle), PERCENT, EN)
    assert drawn.bars[0].left <= drawn.bars[1].left <= drawn.bars[0].right
