"""What a Chinese mention records beside its value: allowance, scale, spans, document settings."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from claims.grammar.chinese import scan
from claims.grammar.setting import Setting
from claims.model import Mention, Quantity
from claims.readers import read_text
from claims.readings import bounds, plausible
from claims.setting import setting_of

SETTING = Setting(language="zh", date="2021-07-15")


def only(text: str, setting: Setting = SETTING) -> Mention:
    (mention,) = scan(text, setting)
    return mention


def quantity(text: str) -> Quantity:
    return only(text).quantity


@pytest.mark.parametrize(
    ("text", "rounding", "step", "grain", "scale"),
    [
        ("640户", "exact", 1, 10, 1),
        ("4,000人", "round", 1, 1000, 1),
        ("三千二百人", "round", 1, 100, 1),
        ("88,900", "round", 1, 100, 1),
        ("129.62亿元", "digit", 10**6, 10**6, 10**8),
        ("975万元", "digit", 10**4, 10**4, 10**4),
        ("100亿元", "scaled", 10**8, 10**10, 10**8),
        ("1600万元", "scaled", 10**4, 10**6, 10**4),
        ("三十万人", "digit", 10**4, 10**5, 10**4),
        ("1亿2,300万元", "scaled", 10**4, 10**6, 10**4),
        ("20%", "digit", 1, 10, 1),
        ("5.25%", "digit", Fraction(1, 100), Fraction(1, 100), 1),
        ("0.30个百分点", "digit", Fraction(1, 100), Fraction(1, 10), 1),
        ("12公里", "digit", 1, 1, 1),
        ("50倍", "digit", 1, 10, 1),
        ("三倍", "multiple", 1, 1, 1),
        ("翻两番", "multiple", 1, 1, 1),
        ("三成", "tenth", 10, 10, 1),
        ("三成五", "tenth", 1, 1, 1),
        ("八五折", "digit", 1, 1, 1),
        ("五分之一", "fraction", Fraction(5, 3), Fraction(5, 3), 1),
        ("3年", "exact", 1, 1, 1),
        ("37.5℃", "digit", Fraction(1, 10), Fraction(1, 10), 1),
        ("第3", "exact", 1, 1, 1),
    ],
)
def test_allowance(text: str, rounding: str, step: Fraction, grain: Fraction, scale: int) -> None:
    q = quantity(text)
    assert (q.rounding, q.step, q.grain, q.scale) == (rounding, step, grain, scale)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("640户", 640, 640),
        ("129.62亿元", 12961500000, 12962500000),
        ("975万元", 9745000, 9755000),
        ("100亿元", 5 * 10**9, 15 * 10**9),
        ("约300家", 240, 360),
        ("近40年", None, None),
        ("三成", 25, 35),
        ("3至5万元", 25000, 55000),
        ("两三百", 200, 300),
        ("20–30%", Fraction(39, 2), Fraction(61, 2)),
    ],
)
def test_bounds(text: str, low: Fraction | None, high: Fraction | None) -> None:
    if low is None:
        # 近 before years is "recent", not "nearly": the number stands.
        assert bounds(quantity(text)) == plausible(quantity(text))
    else:
        reach = bounds(quantity(text))
        assert (reach.low, reach.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "scale_word", "unit_word"),
    [
        ("36.31万户", "万", "户"),
        ("4.78万亿元", "万亿", "元"),
        ("640家", "", "家"),
        ("30w元", "w", "元"),
        ("309.5万人次", "万", "人次"),
        ("2亿美元", "亿", "美元"),
        ("3万元/平方米", "万", "元/平方米"),
        ("¥199", "", "¥"),
    ],
)
def test_words_as_written(text: str, scale_word: str, unit_word: str) -> None:
    q = quantity(text)
    assert (q.scale_word, q.unit_word) == (scale_word, unit_word)


@pytest.mark.parametrize(
    ("text", "quote", "outer"),
    [
        ("规模不低于100亿元。", "100亿元", "不低于100亿元"),
        ("产量下降约50%以上，", "50%", "下降约50%以上"),
        ("同比增长46%；", "46%", "增长46%"),
        ("共有人民币3亿元的", "人民币3亿元", "人民币3亿元"),
        ("这里有大约20万人左右在", "20万人", "大约20万人左右"),
        ("气温零下5度", "零下5度", "零下5度"),
        ("沿岸上万间店铺", "万间", "上万间"),
        ("收入\n12.5亿\n元，", "12.5亿\n元", "12.5亿\n元"),
        ("总 共 3 6 公 里", "3 6 公 里", "3 6 公 里"),
        ("共 300 家 企业", "300 家", "300 家"),
        ("企業３６．３１萬戶，", "３６．３１萬戶", "３６．３１萬戶"),
        ("介于3%至5%之间的", "3%至5%", "介于3%至5%之间"),
    ],
)
def test_spans(text: str, quote: str, outer: str) -> None:
    mentions = [m for m in scan(text, SETTING) if text[m.start : m.end] == quote]
    if quote == "3 6 公 里":
        # A space between digits separates numbers: only the second has the unit.
        assert [text[m.start : m.end] for m in scan(text, SETTING)][-1] == "6 公 里"
        return
    assert len(mentions) == 1
    mention = mentions[0]
    assert text[mention.outer_start : mention.outer_end].removeprefix("介于") == outer.removeprefix("介于")


@pytest.mark.parametrize(
    ("text", "setting", "unit"),
    [
        ("5元", Setting(yuan="HKD"), "HKD"),
        ("五元六角", Setting(yuan="TWD"), "TWD"),
        ("100块钱", Setting(yuan="TWD"), "TWD"),
        ("七蚊", Setting(yuan="CNY"), "HKD"),
        ("$30万", Setting(dollar="HKD"), "HKD"),
        ("US$30万", Setting(dollar="HKD"), "USD"),
        ("人民币5元", Setting(yuan="HKD"), "CNY"),
        ("¥5", Setting(yuan="HKD"), "CNY"),
        ("3万元/平方米", Setting(yuan="MOP"), "MOP/meter**2"),
    ],
)
def test_the_document_settles_bare_units(text: str, setting: Setting, unit: str) -> None:
    assert only(text, setting).quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "today", "dates"),
    [
        ("8月3日", "", ("--08-03", "--08-03")),
        ("8月3日", "2020", ("2020-08-03", "2020-08-03")),
        ("12月", "2020-01-20", ("2019-12-01", "2019-12-31")),
        ("2月", "2020-03-01", ("2020-02-01", "2020-02-29")),
        ("去年", "", ("", "")),
        ("去年", "2020", ("2019-01-01", "2019-12-31")),
        ("上月", "2020-01-20", ("2019-12-01", "2019-12-31")),
        ("上半年", "", ("--01-01", "--06-30")),
        ("第三季度", "2019-11", ("2019-07-01", "2019-09-30")),
        ("昨日", "2020-03-01", ("2020-02-29", "2020-02-29")),
        ("昨日", "2020", ("", "")),
        ("民国元年", "2020", ("1912-01-01", "1912-12-31")),
        ("2020年2月", "", ("2020-02-01", "2020-02-29")),
        ("2020年起", "", ("2020-01-01", "")),
    ],
)
def test_dates_are_placed_by_the_document(text: str, today: str, dates: tuple[str, str]) -> None:
    q = only(text, Setting(language="zh", date=today)).quantity
    assert (q.kind, q.value, q.dates) == ("date", None, dates)


@pytest.mark.parametrize(
    "text",
    ["1," * 300, "一" * 500, "((" * 500, "9" * 5000, "1万" * 400, "111," * 300, "三分之" * 300, "1-" * 400, "约" * 500],
)
def test_long_repetitions_give_sound_spans(text: str) -> None:
    mentions = scan(text, SETTING)
    assert all(0 <= m.outer_start <= m.start < m.end <= m.outer_end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


def test_overlong_digit_strings_are_left_alone() -> None:
    assert scan("编码为" + "7" * 200 + "的记录", SETTING) == []


def test_a_blank_line_parts_numbers() -> None:
    assert [m.quantity.value for m in scan("历时10年\n\n1051次", SETTING)] == [10, 1051]


@pytest.mark.parametrize(
    ("text", "yuan", "dollar"),
    [
        ("北京和上海的门店由全国总部管理，租金为$30万。", "CNY", "USD"),
        ("北京和上海的門店，與香港總店合計，租金為$30萬。", "CNY", "HKD"),
        ("立法會和區議會的選舉開支上限為$30萬。", "HKD", "HKD"),
        ("台北和高雄的店租都是$30萬。", "TWD", "TWD"),
    ],
)
def test_no_dollar_is_a_yuan(text: str, yuan: str, dollar: str) -> None:
    setting, _ = setting_of(read_text(text, "x.txt", language="zh"))
    assert (setting.yuan, setting.dollar) == (yuan, dollar)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("高雄市議會通過111年度預算，較110年底的台南多。", True),
        ("台北的老店開了110年，高雄的開了98年。", False),
        ("上海的老店开了110年，北京的开了98年。", False),
    ],
)
def test_years_from_1912_without_their_word(text: str, counted: bool) -> None:
    setting, _ = setting_of(read_text(text, "x.txt", language="zh"))
    assert setting.minguo is counted
