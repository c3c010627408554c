"""Lists beside the number that announces them: what is taken for one, and what is not."""

from __future__ import annotations

import pytest

from claims.extract import extract
from claims.prose import prose
from claims.readers import read_text
from claims.ties.enumerations import enumeration

CHINESE = (
    ("三大=東河|西河|北河", "市內有三大河流：東河、西河、北河。"),
    ("三條=東河|西河|北河", "市內有三條河流，分別為東河、西河和北河。"),
    ("三大=東河|西河|北河", "東河、西河、北河三大河流流經本市。"),
    ("三大=東河|西河|北河", "東河、西河和北河是流經本市的三大河流。"),
    ("五個≥茶室|書房|畫廊", "館內設有茶室、書房、畫廊等五個空間。"),
    ("四個≥茶室|書房|畫廊", "館內設有四個空間，包括茶室、書房、畫廊。"),
    ("三個=讀|寫|算", "課程包括讀、寫、算三個項目。"),
    ("三項=修路|建橋|植樹", "會議提出三項措施：一是修路，二是建橋，三是植樹。"),
    ("三大=修路|建橋|植樹|治水", "會議提出三大方向。一是修路。二是建橋。三是植樹。四是治水。"),
    ("三個=修路|建橋|植樹", "共有三個項目，即修路、建橋、植樹。"),
    ("五個≥茶室|書房|畫廊|花園|水池|涼亭", "今年有五個，包括茶室、書房、畫廊、花園、水池、涼亭。"),
    ("三個=春|夏|秋", "「春」、「夏」、「秋」三個展區開放。"),
    ("五種=綠茶|紅茶|白茶|黃茶", "本店售五種茶：綠茶、紅茶、白茶、黃茶。"),
    ("三站=學校|市場|碼頭", "巡遊分三站進行：學校、市場及碼頭，歷時兩小時。"),
    ("四間=學校|市場|碼頭|球場", "今年修葺四間建築：學校、市場、碼頭、球場，每間工程用20日。"),
    ("三間=東院9人|西院8人", "病人分送三間醫院：東院9人、西院8人。"),
    ("三名=何某|杜某|溫某某", "另外三名被告何某、杜某和溫某某獲釋。"),
    ("四份=水務報告|路政報告|衛生報告", "四份文件的數字前後不符，分別是水務報告、路政報告和衛生報告。"),
    ("三方面=修路|建橋", "報告談及三方面：一是修路，二是建橋。"),
    ("三方面=土地不足|人手不足", "原因有三方面，第一，土地不足；第二，人手不足。"),
    ("三方面≥土地不足|人手不足", "原因有三方面。第一，土地不足。第二，人手不足。"),
    ("三支=甲校隊|乙校隊|丙校隊", "三支隊伍參賽：甲校隊、乙校隊和丙校隊。"),
    ("三類=米|麵|油", "商品分為三類，分別是米、麵、油。"),
)

ENGLISH = (
    ("four=archery|bowls|chess|darts", "The club has four sections: archery, bowls, chess and darts."),
    ("four=archery|bowls|chess", "The club has four sections - archery, bowls and chess."),
    ("three=the hall|the bar|the kitchen", "The club has three rooms, namely the hall, the bar and the kitchen."),
    ("nine≥archery|bowls|chess", "The club has nine sections, including archery, bowls and chess."),
    ("two≥archery|bowls|chess", "The club has two sections, such as archery, bowls and chess."),
    ("Three=Alton|Brill|Corby", "Three towns: Alton, Brill and Corby."),
    ("five=Abbey|Castle|Dock", "She led in five of the eight wards: Abbey, Castle and Dock."),
    ("two=a park|a pool", "He promised two things in his first 50 days: a park and a pool."),
    ("three=oats|rye|wheat", "The three most popular grains were oats, rye and wheat."),
    ("three=the bar|the hall", "Work is done in three steps: the bar and the hall, which take a week each."),
    (
        "Five=the court|the senate|the guild|the league",
        "Five bodies: the court, the senate, the guild and the league.",
    ),
)

LEFT_ALONE = (
    "甲、乙兩省同意合作。",
    "甲、乙兩個孩子各得一份。",
    "甲、乙、丙各三個項目獲批。",
    "共有三個項目：修路需時兩年，建橋需時三年，植樹需時半年。",
    "館內有約三個空間：茶室、書房、畫廊。",
    "首三個展區為春、夏、秋。",
    "一、二、三個項目先後完成。",
    "送往三間醫院：東院9人、西院8人，南院6人。",
    "五名學生何某、杜某等獲獎。",
    "会议有三个特点：一是规模大，二是层次高。此外，三是时间短。",
    "The two men were tired, cold and hungry.",
    "Three towns: Alton, Brill, Corby.",
    "Three towns: Alton, brill and Corby.",
    "He bought three things: a hat, which was red, and a coat.",
    "She named three reasons: that it was late, cold and wet.",
    "They own 3 boats: 2 trawlers and 1 ferry.",
    "The three judges: Ames, Bell and Cole; all agreed.",
    "About three towns: Alton, Brill and Corby.",
    "There are two halves: one to keep and one to give.",
    "The plan has three parts (roads, rail and ports).",
    "He waited for three days: Monday, Tuesday and Wednesday.",
)


def read(text: str) -> str:
    """Each announced number with the entries of its list, which "≥" leaves open."""
    laid_out, found = prose(extract(read_text(text, "draft.txt"))), []
    for figure in laid_out.figures:
        listed = enumeration(figure, laid_out)
        if listed is not None:
            found.append(f"{figure.claim.quote}{'≥' if listed.is_open else '='}{'|'.join(listed.items)}")
    return "; ".join(found)


@pytest.mark.parametrize(("expected", "draft"), (*CHINESE, *ENGLISH))
def test_reads(expected: str, draft: str) -> None:
    assert read(draft) == expected


@pytest.mark.parametrize("draft", LEFT_ALONE)
def test_leaves_alone(draft: str) -> None:
    assert read(draft) == ""
