"""A change and its two levels, in the orders that reports put them in; and changes that stay without."""

from __future__ import annotations

import pytest

from claims.extract import extract
from claims.prose import prose
from claims.readers import read_text
from claims.ties.trios import change_between, change_on_top

CHANGES = ("growth", "difference", "multiple")

CHINESE = (
    ("80億元 -> 96億元 by 20%", "收入96億元，較去年的80億元增加20%。"),
    ("80億元 -> 96億元 by 20%", "收入96億元，同比增長20%，去年同期為80億元。"),
    ("80億元 -> 96億元 by 20%", "收入由80億元增至96億元，增幅20%。"),
    ("80億元 -> 96億元 by 20%", "2021年收入80億元，2023年收入96億元，增長20%。"),
    ("80億元 -> 96億元 by 20%", "2023年收入96億元，2021年收入80億元，增長20%。"),
    ("3% -> 5% by 2個百分點", "失業率由3%升至5%，上升2個百分點。"),
    ("20棵 -> 60棵 by 3倍", "今年種樹60棵，是去年20棵的3倍。"),
    ("20棵 -> 60棵 by 2倍", "種樹由20棵增加到60棵，增長2倍。"),
    ("80億元 -> 60億元 by 20%", "收入96億元，成本60億元，較去年的80億元增加20%。"),
    ("80億元 -> 96億元 by 20%", "公司營業收入96億元。營業收入較去年的80億元增加20%。"),
    ("20% -> 25% by 5個百分點", "占比由20%升至25%，提高5個百分點。"),
    ("80萬元 -> 60萬元 by 25%", "利潤60萬元，按年減少25%，上年為80萬元。"),
    ("10元 -> 12元 by 20%", "票價由10元調至12元，升幅20%。"),
    ("80噸 -> 100噸 by 12%", "產量由2019年的80噸增至2021年的100噸，年均增長12%。"),
    ("120人 after 20人 by 20%", "人口120人，較年初增加20人，增長20%。"),
    ("120人 after 20人 by 20%", "人口120人，增加20人，增幅為20%。"),
    ("40萬人次 -> 60萬人次 by 20萬人次", "旅客由40萬人次增至60萬人次，增加20萬人次。"),
    ("40張 -> 30張 by 25%", "訂單30張，較上月的40張減少25%。"),
)

ENGLISH = (
    ("$80 million -> $96 million by 20%", "Revenue rose 20% to $96 million from $80 million."),
    ("$80 million -> $96 million by 20%", "Revenue rose to $96 million from $80 million, up 20%."),
    ("$80 million -> $96 million by 20%", "Revenue was $96 million, up 20% from $80 million."),
    (
        "$80 million -> $96 million by 20%",
        "Revenue was $96 million, compared with $80 million a year earlier, an increase of 20%.",
    ),
    ("$80 million -> $96 million by 20%", "Revenue climbed from $80 million to $96 million, a gain of 20%."),
    ("$80 million -> $96 million by $16 million", "Revenue rose by $16 million to $96 million, from $80 million."),
    ("3% -> 5% by two percentage points", "Unemployment rose two percentage points to 5%, from 3%."),
    ("5% -> 3% by 2 percentage points", "The rate fell to 3% from 5%, a drop of 2 percentage points."),
    ("80 -> 60 by 25%", "Visitors fell 25% to 60 from 80."),
    (
        "$80 million -> $96 million by 20%; $10 million -> $11 million by 10%",
        "Revenue rose 20% to $96 million from $80 million and profit rose 10% to $11 million from $10 million.",
    ),
    ("120 after 20 by 20%", "Membership stood at 120, up 20 since January, or 20%."),
    (
        "$80 million -> $96 million by 20%",
        "Annual revenue reached $96 million last year. Annual revenue rose 20% from $80 million.",
    ),
    ("80 -> 96 by 20%", "Ticket sales rose 20%, to 96 from 80."),
    (
        "$80 million -> $96 million by 5%",
        "Revenue grew an average of 5% a year from $80 million in 2018 to $96 million in 2022.",
    ),
    ("20 tonnes -> 60 tonnes by tripled", "Output tripled to 60 tonnes from 20 tonnes."),
    ("80 -> 96 by 20%", "Sales were 96, against 80 the year before, 20% more."),
    ("80 -> 60 by 25%", "Visitors numbered 60, down 25% on the 80 of the previous month."),
    ("40 -> 50 by 25%", "The score rose from 40 to 50, an increase of 25%."),
)

LEFT_ALONE = (
    "收入96億元，同比增長20%；去年成本為80億元。",
    "收入96億元，利潤8億元，增長20%。",
    "收入96億元，同比增長20%，其中海外收入30億元。",
    "收入96億元，同比增長20%，環比增長4%，去年同期為80億元。",
    "上半年收入96億元。較去年的80億元增加20%。",
    "收入96億元，佔全國的20%。",
    "產量100噸，比2019年增長25%，2020年為80噸。",
    "Revenue rose 20% to $96 million.",
    "Revenue rose 20%; costs fell to $80 million from $96 million.",
    "Revenue rose 20%, while staff costs were $80 million against $96 million of sales.",
    "Prices rose 5% in May, compared with 3% in April.",
    "Membership stood at 120, up 20 since January; fees rose 20%.",
    "Revenue reached $96 million last year. It rose 20% from $80 million.",
)


def read(text: str) -> str:
    """Each change with the level before and after it, else with the level and the change that it stands beside."""
    laid_out, found = prose(extract(read_text(text, "draft.txt"))), []
    for figure in laid_out.figures:
        trio = change_between(figure, laid_out) if figure.claim.statistic in CHANGES else None
        if trio is not None:
            found.append(f"{trio.old.claim.quote} -> {trio.new.claim.quote} by {figure.claim.quote}")
        beside = change_on_top(figure, laid_out)
        if beside is not None:
            found.append(f"{beside[0].claim.quote} after {beside[1].claim.quote} by {figure.claim.quote}")
    return "; ".join(found)


@pytest.mark.parametrize(("expected", "draft"), (*CHINESE, *ENGLISH))
def test_reads(expected: str, draft: str) -> None:
    assert read(draft) == expected


@pytest.mark.parametrize("draft", LEFT_ALONE)
def test_leaves_alone(draft: str) -> None:
    assert read(draft) == ""
