"""Figures one slip away, and which of them are offered."""

from __future__ import annotations

from fractions import Fraction

import msgspec
import pytest
from figures import claim, lent
from hypothesis import given
from hypothesis import strategies as st

from checks._blame.repairs import LIKELIHOOD, MOST, found, readings_one_slip_away, repairs
from checks._blame.slips import KINDS, slips_of_digits
from checks._blame.slips_of_words import slips_of_words
from claims.interval import Interval, at_least, at_most, closed, point
from claims.readings import bounds


def test_every_kind_of_slip_has_a_likelihood() -> None:
    assert sorted(LIKELIHOOD) == sorted(KINDS)


@pytest.mark.parametrize(
    ("written", "language", "kind", "expected"),
    [
        # digits, in the draft's own hand
        ("58.37億元", "zh", "swapped", "85.37億元 | 53.87億元 | 58.73億元"),
        ("1,324宗", "zh", "swapped", "3,124宗 | 1,234宗 | 1,342宗"),
        ("７．２萬噸", "zh", "swapped", "２．７萬噸"),
        ("3,050 people", "en", "swapped", "3,500 | 3,005"),
        ("10 people", "en", "swapped", ""),
        ("16萬人", "zh", "doubled", "116萬人 | 166萬人"),
        ("1,324宗", "zh", "doubled", "11,324宗 | 13,324宗 | 13,224宗 | 13,244宗"),
        ("105 people", "en", "dropped", "15 | 10"),
        ("$6.2m", "en", "dropped", "$6m"),
        ("2%", "en", "changed", "1% | 3% | 4% | 5% | 6% | 7% | 8% | 9%"),
        # the point
        ("5.2%", "zh", "decimal", "52% | 0.52% | 520% | 0.052%"),
        ("640戶", "zh", "decimal", "6400戶 | 64戶 | 64000戶"),
        ("$18,000", "en", "decimal", "$180,000 | $1,800 | $1,800,000 | $180"),
        ("£1,234", "en", "decimal", "£12,340 | £123.4 | £123,400 | £12.34"),
        ("37 people", "en", "decimal", "370 | 3700"),
        # scale words
        ("74.1億元", "zh", "scale", "74.1千元 | 74.1萬元 | 74.1萬億元 | 74.1元"),
        ("3億元", "zh", "scale", "3千元 | 3萬元 | 3百萬元 | 3千萬元 | 3萬億元 | 3元"),
        ("74.1亿元", "zh", "scale", "74.1千元 | 74.1万元 | 74.1万亿元 | 74.1元"),
        ("$3.4 million", "en", "scale", "$3.4 thousand | $3.4 billion | $3.4 trillion | $3.4"),
        ("$3.4bn", "en", "scale", "$3.4k | $3.4m | $3.4tn | $3.4"),
        ("£7M", "en", "scale", "£7K | £7BN | £7TN | £7"),
        ("Rs 50 lakh", "en", "scale", "Rs 50 crore | Rs 50 million | Rs 50"),
        ("640元", "zh", "scale", "640萬元 | 640億元"),
        ("$640", "en", "scale", "$640 thousand | $640 million | $640 billion"),
        ("64%", "en", "scale", ""),
        ("三千萬元", "zh", "scale", "三千億元"),
        # in characters and words
        ("三千五百戶", "zh", "swapped", "五千三百戶"),
        ("三項", "zh", "changed", "一項 | 兩項 | 四項 | 五項 | 六項 | 七項 | 八項 | 九項"),
        ("第三名", "zh", "changed", "第一名 | 第二名 | 第四名 | 第五名 | 第六名 | 第七名 | 第八名 | 第九名"),
        ("十三人", "zh", "changed", "十一人 | 十二人 | 十四人 | 十五人 | 十六人 | 十七人 | 十八人 | 十九人"),
        ("叁佰元", "zh", "changed", "壹佰元 | 貳佰元 | 肆佰元 | 伍佰元 | 陸佰元 | 柒佰元 | 捌佰元 | 玖佰元"),
        ("Three people", "en", "changed", "One | Two | Four | Five | Six | Seven | Eight | Nine"),
        # signs, directions, rates
        ("-6.2%", "zh", "sign", "6.2%"),
        ("下降6.2%", "zh", "sign", "上升6.2%"),
        ("fell 6.2%", "en", "sign", "up 6.2%"),
        ("6.2 percent", "en", "sign", "-6.2 percent"),
        ("12人", "zh", "sign", ""),
        ("2%", "zh", "unit", "2個百分點"),
        ("2 percent", "en", "unit", "2 percentage points"),
        ("0.4個百分點", "zh", "unit", "0.4%"),
        ("3 percentage points", "en", "unit", "3%"),
        ("12人", "zh", "unit", ""),
        # none: nobody can tell which slip made these
        ("2019年", "zh", "changed", ""),
        ("20至30人", "zh", "swapped", ""),
        ("dozens of people", "en", "changed", ""),
        ("0人", "zh", "changed", ""),
    ],
)
def test_one_slip_away(written: str, language: str, kind: str, expected: str) -> None:
    readings = readings_one_slip_away(claim(written, language), language, "Hans" if "亿" in written else "Hant")
    assert [r.text for r in readings if r.kind == kind] == (expected.split(" | ") if expected else [])


@pytest.mark.parametrize(
    ("written", "language", "text", "low", "high"),
    [
        ("74.15億元", "zh", "74.51億元", "7450500000", "7451500000"),
        ("74.15億元", "zh", "741.5億元", "74145000000", "74155000000"),
        ("74.15億元", "zh", "74.15萬元", "741450", "741550"),
        ("約840人", "zh", "480人", "384", "576"),
        ("近840人", "zh", "480人", "360", "480"),
        ("nearly $840", "en", "$480", "360", "480"),
        ("12,300 people", "en", "13,200", "13150", "13250"),
        ("640 people", "en", "460", "460", "460"),
        ("三成", "zh", "四成", "35", "45"),
        ("rose 20%", "en", "down 20%", "-20.5", "-19.5"),
    ],
)
def test_a_repair_leaves_the_room_it_would_have_if_written(
    written: str, language: str, text: str, low: str, high: str
) -> None:
    (reading,) = [r for r in readings_one_slip_away(claim(written, language), language) if r.text == text]
    allowed = bounds(reading.quantity)
    assert (allowed.low, allowed.high) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("written", "language", "admissible", "expected"),
    [
        ("1,324宗", "zh", point(1342), ["1,342宗"]),
        ("5.2億元", "zh", closed(24 * 10**7, 26 * 10**7), ["2.5億元"]),
        ("$3.4 million", "en", point(3_400_000_000), ["$3.4 billion"]),
        ("48.03億元", "zh", closed(4066 * 10**6, 4068 * 10**6), []),  # two slips away
        ("38 people", "en", point(28), ["28"]),
        ("16宗", "zh", point(116), ["116宗"]),
        ("116宗", "zh", point(16), ["16宗"]),
        ("74 people", "en", point(714), ["714"]),  # a digit left out, when nothing else fits
        # likeliest first, then nearest to the middle
        ("12%", "en", closed(19, 23), ["21%", "22%", "19%"]),
        ("20 tonnes", "en", closed(199, 221), ["200 tonnes", "220 tonnes"]),
        # beyond a limit lies almost everything: few of each kind
        ("80人", "zh", at_least(85), ["800人", "8000人", "80萬人", "85人", "86人"]),
        ("85 people", "en", at_most(80), ["58", "80", "75", "8", "5"]),
        # nothing follows
        ("85 people", "en", None, []),
        ("85 people", "en", Interval(None, None, True, True), []),
    ],
)
def test_offered(written: str, language: str, admissible: Interval | None, expected: list[str]) -> None:
    assert list(repairs(claim(written, language), admissible, language, "Hant")) == expected


def test_percent_for_points_comes_first_where_points_fit() -> None:
    offered = repairs(claim("2%", "zh"), closed(18, 67), "zh", "Hant", {"percentage_point": closed(1, 3)})
    assert offered[0] == "2個百分點"


def test_a_scale_word_lent_by_a_neighbour_is_lent_to_the_repair() -> None:
    figure = lent(claim("35", "zh"), claim("40萬元", "zh"))
    (repair,) = found(figure, point(530_000), "zh", "Hant")
    assert (repair.text, bounds(repair.quantity)) == ("53", closed(525_000, 535_000))


def test_a_hard_wrap_inside_a_figure_is_closed_up() -> None:
    wrapped = msgspec.structs.replace(claim("1,324宗", "zh"), quote="1,3\n24宗")
    assert repairs(wrapped, point(1342), "zh") == ("1,342宗",)


@given(st.integers(3000, 10**7), st.sampled_from(["宗", "萬元", "億元", " people", " million", "%"]))
def test_every_offer_is_readable_admissible_and_another_figure(number: int, unit: str) -> None:
    language = "zh" if not unit.isascii() or unit == "%" else "en"
    figure = claim(f"{number}{unit}", language)
    value = figure.quantity.value
    assert value is not None
    admissible = closed(value * 3 / 2, value * 12)
    offered = found(figure, admissible, language)
    assert len(offered) <= MOST
    assert len({r.text for r in offered}) == len(offered)
    assert all(bounds(r.quantity).intersect(admissible) is not None and r.text != figure.quote for r in offered)
    assert [LIKELIHOOD[r.kind] for r in offered] == sorted(LIKELIHOOD[r.kind] for r in offered)


@given(st.text("0123456789.,'·一二兩萬億十百$%-k .", max_size=60), st.sampled_from(["", "萬", "k"]))
def test_no_row_of_characters_is_too_odd(quote: str, scale: str) -> None:
    made = [*slips_of_digits(quote), *slips_of_digits(quote, left_out=True), *slips_of_words(quote, scale, "Hant")]
    assert len(made) <= 60 * len(quote) + 20
    assert all(slip.of >= 0 for slip in made)
