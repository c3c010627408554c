"""Coordinates of figures, read from the words around them.

A row: text | figure | statistic | measure | counted | subject | period | mode. Blank is
unknown, and a mode left blank is "actual". Chinese names are in the script of the row.
"""

from __future__ import annotations

import pytest

from claims.context import describe, period_of
from claims.extract import extract
from claims.model import Claim
from claims.prose import prose
from claims.readers import read_text

CHINESE = """
研發投入5.2億元 | 5.2億元 | | 研發投入
倉庫面積約3,200平方米 | 3,200平方米 | | 倉庫面積
木材年產量達到64萬噸 | 64萬噸 | | 木材年產量
財政支出增至88億元 | 88億元 | | 財政支出
出口值為420億元 | 420億元 | | 出口值
公司錄得淨利潤7,300萬元 | 7,300萬元 | | 淨利潤 | | 公司
去年投資額突破90億元 | 90億元 | | 投資額 | | | 去年
去年的產量為8萬噸 | 8萬噸 | | 產量 | | | 去年
2019年產量為8萬噸 | 8萬噸 | | 產量 | | | 2019
2021年3月接單450宗 | 450宗 | | 接單 | | | 2021-03
2020年至2022年共建房1,800套 | 1,800套 | total | 建房 | | | 2020-01-01/2022-12-31
預計明年產量將達9萬噸 | 9萬噸 | | 產量 | | | 明年 | forecast
有望突破200億元 | 200億元 | | | | | | forecast
計劃投資30億元 | 30億元 | | 投資 | | | | target
力爭培訓5,000人 | 5,000人 | | 培訓 | | | | target
平均每戶月租1.2萬元 | 1.2萬元 | mean | 月租
人均可支配收入4.3萬元 | 4.3萬元 | mean | 可支配收入
戶均用電260度 | 260度 | mean | 用電
每噸運費45元 | 45元 | mean | 每噸運費
全鎮共有320名教師 | 320名 | total | | 教師 | 全鎮
該校有46名教師 | 46名 | | | 教師 | 該校
路段設有18個車站 | 18個 | | 路段
漁船數量合計640艘 | 640艘 | total | 漁船數量
總投資50億元 | 50億元 | total | 總投資
服務業占比54% | 54% | share | 服務業
女性占38% | 38% | share | 女性
失業率為4.1% | 4.1% | rate | 失業率
出席率約82% | 82% | rate | 出席率
產值增長12% | 12% | growth | 產值
銷售額下降3.5% | 3.5% | growth | 銷售額
銷售額較上年減少2億元 | 2億元 | difference | 銷售額
研發人員增加了310人 | 310人 | difference | 研發人員
降幅為6.4個百分點 | 6.4個百分點 | difference
票價升到1.8倍 | 1.8倍 | multiple | 票價
北港的貨運量為310萬噸 | 310萬噸 | | 貨運量 | | 北港
湖區的茶農收入6.2萬元 | 6.2萬元 | | 茶農收入 | | 湖區
茶企118家，户均投入35萬元 | 35萬元 | mean | 投入 | | 茶企
货运量5万吨，增长10% | 10% | growth | 货运量
東站客流60萬人次，西站45萬人次 | 60萬人次 | | 東站客流
"""

ENGLISH = """
Revenue rose 12% last year. | 12% | growth | revenue | | | last year
Net profit was $4.5 million. | $4.5 million | | net profit
Output of cement fell by 3 million tonnes. | 3 million tonnes | difference | output of cement
The mean wage is $31,000. | $31,000 | mean | mean wage
Wages averaged $640 a week. | $640 a week | mean | wages
Tickets cost $12 each. | $12 | mean | tickets
Electricity use per household was 310 kWh. | 310 kWh | mean | electricity use per household
The median age is 41. | 41 | mean | median age
Exports accounted for 44% of output. | 44% | share | exports
The share of part-time staff is 23%. | 23% | share | part-time staff
About a third of the pupils walk. | a third | share | pupils
The unemployment rate was 5.2%. | 5.2% | rate | unemployment rate
A margin of 18% | 18% | rate | margin
Sales were up 7%. | 7% | growth | sales
Deaths dropped 15% to 210. | 15% | growth | deaths
Deaths dropped 15% to 210. | 210 | | deaths
Spending grew 9%, and 4% in the south. | 4% | growth | spending
The gap narrowed by 2.5 percentage points. | 2.5 percentage points | difference | gap
The catch was 30 tonnes more than in May. | 30 tonnes | difference | catch
The fee is $5 lower than before. | $5 | difference | fee
The plant is 3 times as large. | 3 times | multiple | plant
A total of 860 trees were planted. | 860 | total | | trees
In all 75 divers took part. | 75 | total | | divers
Costs totalled $9 million. | $9 million | total | costs
The county has 16 libraries. | 16 | | | libraries | county
More than 40 registered nurses left. | 40 | | | registered nurses
Rainfall of 820 mm | 820 mm | | rainfall
The fund will invest $20 million. | $20 million | | invest | | fund | | target
The council plans to build 340 homes. | 340 | | | homes | council | | target
The target is 45%. | 45% | | target | | | | target
Traffic is expected to reach 9,000 vehicles. | 9,000 | | traffic | vehicles | | | forecast
Analysts forecast profit of $3 million. | $3 million | | profit | | analysts | | forecast
In 2019 the quarry sold 70,000 tonnes. | 70,000 tonnes | | sold | | quarry | 2019
In March 2021 the clinic saw 480 patients. | 480 | | | patients | clinic | 2021-03
From 2018 to 2020 the fleet carried 6 million passengers. | 6 million | | | passengers | fleet | 2018-01-01/2020-12-31
Revenue rose to $5 million from $4 million. | $4 million | | revenue
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _figure(text: str, quote: str, language: str) -> Claim:
    found = [c for c in extract(read_text(text, "draft.txt", language=language)).claims if c.quote == quote]
    assert len(found) == 1, f"{quote!r} is read {len(found)} times in {text!r}"
    return found[0]


def _check(row: list[str], language: str) -> None:
    text, quote, *expected = row
    expected += [""] * (6 - len(expected))
    claim = _figure(text, quote, language)
    given = [claim.statistic or "", claim.measure, claim.counted, claim.subject, claim.period]
    if expected[5] in ("forecast", "target") and not expected[1]:
        given[1] = ""  # what is planned may be named by its verb; that is not what such a row is about
    assert [*given, claim.mode] == [*expected[:5], expected[5] or "actual"]


@pytest.mark.parametrize("row", _rows(CHINESE), ids=lambda row: f"{row[0]}:{row[1]}")
def test_chinese_words_give_the_coordinates(row: list[str]) -> None:
    _check(row, "zh")


@pytest.mark.parametrize("row", _rows(ENGLISH), ids=lambda row: f"{row[0]}:{row[1]}")
def test_english_words_give_the_coordinates(row: list[str]) -> None:
    _check(row, "en")


@pytest.mark.parametrize(
    ("text", "quote", "scope"),
    [
        ("規模以上企業利潤為12億元", "12億元", "規模以上"),
        ("全市企業利潤為12億元", "12億元", ""),
        ("园区中的企业缴税4亿元", "4亿元", "园区中的"),
    ],
)
def test_a_restriction_tells_two_like_figures_apart(text: str, quote: str, scope: str) -> None:
    assert _figure(text, quote, "zh").scope == scope


@pytest.mark.parametrize(
    ("text", "marked"),
    [("Their debts were $3 million.", True), ("Those firms paid $3 million.", True), ("Debts were $3 million.", False)],
)
def test_figures_of_others_are_marked(text: str, marked: bool) -> None:
    assert bool(_figure(text, "$3 million", "en").scope) == marked


def test_what_was_said_before_a_clause_does_not_reach_into_it() -> None:
    claims = extract(read_text("The plan names 30 sites; 12 schools exist.", "draft.txt", language="en")).claims
    assert [c.mode for c in claims] == ["target", "actual"]


def test_words_of_what_is_to_come_hold_for_the_figures_after_them_alone() -> None:
    claims = extract(read_text("Sales of 40 boats and perhaps will 70 boats follow.", "d.txt", language="en")).claims
    assert [c.mode for c in claims] == ["actual", "target"]


def test_a_period_is_the_last_date_before_the_figure_unless_it_is_compared_with() -> None:
    text = "2019年出口3亿元，2021年出口5亿元，较2018年多1亿元。"
    claims = extract(read_text(text, "draft.txt", language="zh")).claims
    assert [c.period for c in claims if c.quantity.kind == "money"] == ["2019", "2021", "2021"]


def test_evidence_says_where_a_coordinate_was_read() -> None:
    claims = extract(read_text("2020年產量5萬噸，增長3%。", "draft.txt", language="zh")).claims
    first, second = (c for c in claims if c.quantity.kind != "date")
    assert {k: (e.words, e.source) for k, e in first.evidence.items()} == {
        "measure": ("產量", "clause"),
        "period": ("2020年", "clause"),
    }
    assert {k: e.source for k, e in second.evidence.items()} == {"measure": "carried", "period": "carried"}


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("2020年", "2020"), ("2020年3月", "2020-03"), ("2020年3月5日", "2020-03-05"),
        ("2020年上半年", "2020-01-01/2020-06-30"),
    ],
)  # fmt: skip
def test_dates_have_iso_periods(words: str, period: str) -> None:
    dates = [
        c for c in extract(read_text(f"{words}完成。", "d.txt", language="zh")).claims if c.quantity.kind == "date"
    ]
    assert [period_of(c) for c in dates] == [period]


def test_a_passage_without_figures_has_no_coordinates() -> None:
    ledger = extract(read_text("Nothing is counted here. In 2020 nothing was.", "draft.txt", language="en"))
    assert [describe(passage, "en") for passage in prose(ledger).passages] == [[], []]
