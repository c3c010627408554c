"""Wholes and parts as sentences lay them out: what is read, how far it exhausts its whole, what is left alone."""

from __future__ import annotations

import pytest

from claims.extract import extract
from claims.readers import read_text
from claims.ties.breakdowns import breakdowns

SIGNS = {"stated": "=", "inferred": "~", "": ">"}
"""Words say that the parts are all; a closed list does; they may not be."""

CHINESE = (
    ("12棵 > 7棵 + 5棵", "園內有樹12棵，其中松樹7棵、柏樹5棵。"),
    ("120棵 > 70棵", "園內有樹120棵，其中松樹70棵。"),
    ("300頭 = 180頭 + 120頭", "合作社養了300頭牛，其中母牛180頭，其餘120頭為公牛。"),
    ("45人 = 20人 + 25人", "全校教師45人，其中男20人、女25人。"),
    ("860張 > 500張 + 360張", "展覽售票860張，包括成人票500張、兒童票360張等。"),
    ("5000冊 > 3000冊 + 2000冊", "圖書館藏書5000冊。其中小說3000冊，漫畫2000冊。"),
    ("5000冊 ~ 3000冊 + 2000冊", "圖書館藏書5000冊（小說3000冊、漫畫2000冊）。"),
    ("10人 = 6 + 4", "隊伍共10人：男6女4。"),
    ("55噸 = 30噸 + 25噸", "甲倉存米30噸，乙倉存米25噸，合共55噸。"),
    ("400人 = 210人 + 190人", "上午來了210人，下午來了190人，全日共400人。"),
    ("65億元 = 40億元 + 25億元", "去年出口40億元，進口25億元，合計65億元。"),
    ("24億元 = 5億元 + 6億元 + 6億元 + 7億元", "年度收入24億元。四個季度收入分別為5億元、6億元、6億元和7億元。"),
    ("90宗 = 50宗 + 40宗", "該市登記了90宗個案，分別是男性50宗、女性40宗。"),
    ("90宗 > 30宗", "該市接獲90宗投訴，較去年減少10宗，其中噪音30宗。"),
    ("90宗 > 30宗", "該市接獲90宗投訴，其中噪音30宗，去年同期為25宗。"),
    ("800輛 > 500輛 + 300輛", "工廠生產車輛800輛，其中電動車500輛、貨車（含冷藏車40輛）300輛。"),
    (
        "640戶 > 400戶 + 240戶; 89億元 > 50億元 + 39億元",
        "批出貸款640戶、89億元，其中農戶400戶、50億元；商戶240戶、39億元。",
    ),
    ("9億元 > 4億元", "收入9億元，其中海外收入4億元。"),
    ("600棵 ~ 180棵 + 200棵 + 220棵", "三年間共種樹600棵：2021年種180棵、2022年種200棵、2023年種220棵。"),
    ("600棵 = 180棵 + 200棵 + 220棵", "2021年至2023年種樹600棵。2021年種樹180棵、2022年種樹200棵、2023年種樹220棵。"),
    ("40人 = 18人 + 22人", "船上有40人，男18人，女22人。"),
    ("90萬元 > 50萬元 + 40萬元", "基金撥出90萬元，涵蓋維修50萬元、添置40萬元。"),
    ("20人 > 5人", "另有20人，其中5人受傷。"),
    ("500家 > 310家", "受訪的500家商店中，310家延長營業。"),
)

ENGLISH = (
    ("640 > 449 + 165", "The club has 640 members, of which 449 are adults and 165 are children."),
    ("90 ~ 40 + 30 + 20", "The orchard holds 90 trees: 40 apples, 30 pears and 20 plums."),
    ("52 = 30 + 22", "The choir has 52 singers (30 women and 22 men)."),
    ("500 > 320", "The library lent 500 books. Of these, 320 were novels."),
    ("500 > 320", "The library lent 500 books. Of the 500 books, 320 were novels."),
    ("1,840 > 460 + 900", "Of the 1,840 owners asked, 460 kept a cat and 900 kept a dog."),
    ("300 > Seventy", "The hall seated 300 people. Seventy of them stood."),
    ("42 = 12 + 30", "The north sold 12 boats, the south 30 boats, totalling 42 boats."),
    ("42 = 12 + 30", "The north sold 12 boats, the south 30 boats, 42 boats in all."),
    (
        "$90 million = $50 million + $40 million",
        "The firm spent $90 million, made up of $50 million on wages and $40 million on rent.",
    ),
    (
        "$90 million > $50 million",
        "The fund gave $90 million, of which $50 million went to schools, compared with $40 million last year.",
    ),
    (
        "$90 million > $50 million + $20 million",
        "The fund gave $90 million, including grants such as $50 million for schools and $20 million for clinics.",
    ),
    ("$5.7 billion > $4.6 billion", "Of the total provision of $5.7 billion, $4.6 billion went to roads."),
    ("90 > 30", "The shop sold 90 lamps, including 30 at an average of $5."),
    ("800 = 500 + 300", "The town counted 800 workers. Men were 500 of the workers and women 300 of the workers."),
    (
        "$900 million ~ $500 million + $250 million + $150 million",
        "Spending reached $900 million. Wage spending was $500 million, rent $250 million, and repairs $150 million.",
    ),
    ("60 tonnes > 20 tonnes", "The mill made 60 tonnes of flour, of which 20 tonnes went abroad."),
    ("90 = 60 + 30", "Of the 90 lamps, 60 were sold and the remaining 30 were given away."),
)

LEFT_ALONE = (
    "甲倉存米30噸，乙倉存米25噸，丙倉一間存麥，合共55噸。",
    "該市接獲90宗投訴，涉及人數30人。",
    "收入9億元，其中平均每店300萬元。",
    "收入9億元，其中海外收入增長12%。",
    "第3條（甲1、乙2）須於6月前辦妥。",
    "船上有40人，老人18人，學生22人。",
    "捐款200萬元（較去年多50萬元、比前年多60萬元）。",
    "Sales came to $90 million. Sales rose from $80 million.",
    "The fund gave $90 million; schools took $50 million.",
    "Including 40 guests, 90 people came.",
    "The shop sold 90 lamps (up 10 on May and 20 on April).",
    "The shop sold 90 lamps of which 12% were broken.",
    "The mill made 60 tonnes of flour, turnover of which rose 20%.",
)


def read(text: str) -> str:
    """Each whole with its parts, in order."""
    found = breakdowns(extract(read_text(text, "draft.txt")))
    return "; ".join(
        f"{b.whole.claim.quote} {SIGNS[b.exhaustive]} {' + '.join(part.claim.quote for part in b.parts)}" for b in found
    )


@pytest.mark.parametrize(("expected", "draft"), (*CHINESE, *ENGLISH))
def test_reads(expected: str, draft: str) -> None:
    assert read(draft) == expected


@pytest.mark.parametrize("draft", LEFT_ALONE)
def test_leaves_alone(draft: str) -> None:
    assert read(draft) == ""
