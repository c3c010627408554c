"""Lists beside the number that announces them: what is taken for one, and what is not."""

from __future__ import annotations

import pytest

from claims.enumerations import enumeration
from claims.extract import extract
from claims.prose import prose
from claims.readers import read_text

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
    ("三類=米|麵|油", "商品分為三類，分別是米、麵、油。"),
)

ENGLISH = (
    ("four=archery|bowls|chess|darts", "The club has four sections: archery, bowls, chess and darts."),
    ("four=archery|bowls|chess", "The club has four sections - archery, bowls and chess."),
    ("three=the hall|the bar|the kitchen", "The club has three rooms, namely the hall, the bar and the kitchen."),
    ("nine≥archery|bowls|chess", "The club has nine sections, including archery, bowls and chess."),
    ("two≥archery|bowls|chess", "The club has two sections, such as archery, bowls and chess."),
    ("Three=Alton|Brill|Corby", "Three towns: Alton, Brill and Corby."),
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
