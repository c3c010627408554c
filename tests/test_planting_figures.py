"""Labels are read as they are written, and slips are written as figures are."""

from __future__ import annotations

from fractions import Fraction

import pytest
from planting.figures import Worth, worth
from planting.relations import holds, parsed
from planting.slips import slips


@pytest.mark.parametrize(
    "written, value, half",
    [
        ("1,240戶", "1240", "0"), ("3.84萬人", "38400", "50"), ("$3.2 million", "3200000", "50000"),
        ("12.5%", "1/8", "1/2000"), ("5個百分點", "1/20", "1/200"), ("8个基点", "1/1250", "1/20000"),
        ("三成五", "7/20", "1/200"), ("三分之一", "1/3", "3/100"), ("1.2億元", "120000000", "5000000"),
        ("十二", "12", "0"), ("兩", "2", "0"), ("Twenty-five", "25", "0"), ("third", "3", "0"),
        ("−3.5%", "-7/200", "1/2000"), ("5.4公斤", "27/5", "1/20"), ("12.4 cm", "31/250", "1/2000"),
        ("2小時24分", "144", "0"), ("1:05 p.m.", "785", "0"), ("2019年", "2019", "0"), ("3月4日", "738949", "0"),
        ("25 June 2023", "738696", "0"), ("星期二", "1", "0"), ("fell", "-1", "0"), ("减少", "-1", "0"),
    ],
)  # fmt: skip
def test_figures_are_worth_what_they_say(written: str, value: str, half: str) -> None:
    found = worth(written, "2024")
    assert (found.value, found.half) == (Fraction(value), Fraction(half))


@pytest.mark.parametrize("written", ["2月30日", "31 June 2024"])
def test_a_day_that_is_none_is_worth_nothing(written: str) -> None:
    assert worth(written, "2024").value is None


@pytest.mark.parametrize(
    "written, kind, made",
    [
        ("1,342戶", "digits swapped", "1,324戶"), ("12.5%", "decimal point", "125%"), ("3億元", "magnitude", "3萬元"),
        ("$3 million", "magnitude", "$3 billion"), ("下降", "direction", "上升"), ("rose", "direction", "fell"),
        ("2.5個百分點", "percent for point", "2.5%"), ("三", "off by one", "四"), ("third", "off by one", "second"),
        ("2019年", "year off by one", "2020年"), ("5公里", "unit", "5英里"), ("Monday", "off by one", "Tuesday"),
        ("1,342戶", "digit doubled or dropped", "11,342戶"), ("45%", "digit changed", "48%"),
    ],
)  # fmt: skip
def test_slips_are_written_as_figures_are(written: str, kind: str, made: str) -> None:
    assert (kind, made) in list(slips(written))


@pytest.mark.parametrize(
    "label, written, strictly, loosely",
    [
        ("sum: t = a + b", "t=10 a=6 b=4", True, True),
        ("sum: t = a + b", "t=10 a=6 b=5", False, False),
        ("sum: t = a + b", "t=1.0億 a=0.6億 b=0.5億", True, True),  # 0.95 to 1.05 and 1.0 to 1.2
        ("share: p = a / t", "p=33% a=1 t=3", True, True),
        ("share: p = a / t", "p=32% a=1 t=3", False, False),
        ("share: p = a / t", "p=66.6% a=2 t=3", False, True),  # cut, not rounded
        ("growth: d*g = n/o - 1", "d=fell g=10% n=81 o=90", True, True),
        ("growth: d*g = n/o - 1", "d=rose g=10% n=81 o=90", False, False),
        ("between: a <= m <= b", "a=2 m=5 b=4", False, False),
        ("rank: place(a, b, c) = 1", "a=5 b=7 c=3", False, False),
        ("weekday: weekday(d) = w", "d=3月4日 w=星期一", True, True),
        ("grain: nearest(m*n) <= 0.1", "m=7.25 n=8", True, True),
        ("grain: nearest(m*n) <= 0.1", "m=7.35 n=8", False, False),
        ("calendar: d", "d=2月30日", False, False),
    ],
)
def test_a_relation_holds_within_what_rounding_allows(label: str, written: str, strictly: bool, loosely: bool) -> None:
    figures: dict[str, Worth] = {}
    for figure in written.split():
        key, text = figure.split("=")
        figures[key] = worth(text, "2024")
    assert (holds(parsed(label), figures), holds(parsed(label), figures, loosely=True)) == (strictly, loosely)


@pytest.mark.parametrize("line", ["sums: a = b", "sum a = b", "sum: "])
def test_a_label_that_is_none_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="no label"):
        parsed(line)
