"""Plain text: which lines make a block, what kind it is, and what its text reads.

In the drafts ⏎ is a line end, so that a case is one line of a table.
"""

from __future__ import annotations

import pytest

from claims.readers import read_text

FILLER = "這是一段用來填滿版面的文字，讓每一行都有相同的寬"  # 24 characters, no sentence end
ENGLISH_FILLER = "This line is here to show how wide the lines of this column"


def blocks(draft: str) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind, block.text) for block in read_text(draft.replace("⏎", "\n"), "draft.txt").blocks]


def texts(draft: str) -> list[str]:
    return [text for _, text in blocks(draft)]


@pytest.mark.parametrize(
    ("draft", "read"),
    [
        ("全縣共有小型漁船三千艘，其中裝有導航儀的1.5⏎萬艘。", ["全縣共有小型漁船三千艘，其中裝有導航儀的1.5萬艘。"]),
        (
            "去年全縣水產加工企業實現銷售收入達到206.3億⏎元，再創新高。",
            ["去年全縣水產加工企業實現銷售收入達到206.3億元，再創新高。"],
        ),
        ("漁業合作社去年把漁獲直接賣給城裡人，收入2⏎06萬元。", ["漁業合作社去年把漁獲直接賣給城裡人，收入206萬元。"]),
        (
            "港口擴建之後年吞吐量從八百萬噸提高到一千二百萬噸，帶⏎動就業。",
            ["港口擴建之後年吞吐量從八百萬噸提高到一千二百萬噸，帶動就業。"],
        ),
        ("漁港的貸款利率每年下降⏎15BP，漁民得益。", ["漁港的貸款利率每年下降15BP，漁民得益。"]),
        (
            "甲漁場收入100萬元⏎乙漁場收入200萬元⏎丙漁場收入300萬元",
            ["甲漁場收入100萬元", "乙漁場收入200萬元", "丙漁場收入300萬元"],
        ),
        (
            "The harbour took in 120 boats and the river⏎port took 80.",
            ["The harbour took in 120 boats and the river port took 80."],
        ),
        (
            "Output rose to 5 million tonnes of long-⏎term storage.",
            ["Output rose to 5 million tonnes of long-term storage."],
        ),
        ("The pro-⏎duction of salt. Salt production rose.", ["The production of salt. Salt production rose."]),
        ("Income rose by 12% to⏎$5.2 million in the year.", ["Income rose by 12% to $5.2 million in the year."]),
        ("It fell to $3.1⏎million.", ["It fell to $3.1 million."]),
        ("其中，⏎北港一百噸。", ["其中，北港一百噸。"]),
        (
            "The fleet grew.⏎⏎Income: $5 million⏎Costs: $4 million⏎Profit: $1 million⏎⏎Done.",
            ["The fleet grew.", "Income: $5 million", "Costs: $4 million", "Profit: $1 million", "Done."],
        ),
        ("In all twenty-⏎five boats came.", ["In all twenty-five boats came."]),
        (
            "　　第一段共有三句話，收入五億元。⏎　　第二段只有一句話。",
            ["第一段共有三句話，收入五億元。", "第二段只有一句話。"],
        ),
        ("Boats: 120⏎Crew: 400⏎Ports: 3", ["Boats: 120", "Crew: 400", "Ports: 3"]),
        ("今年捕魚三百噸⏎去年捕魚二百噸", ["今年捕魚三百噸", "去年捕魚二百噸"]),
    ],
)
def test_hard_wraps_are_joined_as_the_language_writes(draft: str, read: list[str]) -> None:
    assert texts(draft) == read


@pytest.mark.parametrize(
    ("draft", "read"),
    [
        # a blank line in the midst of a sentence, told by the width of the column
        (f"{FILLER}⏎{FILLER}⏎⏎{FILLER}⏎度。", [FILLER * 3 + "度。"]),
        (f"{FILLER}⏎⏎{FILLER}⏎⏎{FILLER}⏎度。⏎⏎另一段。", [FILLER * 3 + "度。", "另一段。"]),
        # and told by the words alone
        ("漁船隊在近海捕撈業的市場上，⏎⏎領先同行。", ["漁船隊在近海捕撈業的市場上，領先同行。"]),
        ("研發投入佔比達到⏎⏎5.2%，居全縣第一。", ["研發投入佔比達到5.2%，居全縣第一。"]),
        ("船東說「今年的魚⏎⏎特別多」，大家都笑。", ["船東說「今年的魚特別多」，大家都笑。"]),
        (
            "the boats of the northern fleet⏎⏎were sold for $5 million.",
            ["the boats of the northern fleet were sold for $5 million."],
        ),
        # a sentence end ends it
        ("漁船隊領先同行。⏎⏎港口也一樣。", ["漁船隊領先同行。", "港口也一樣。"]),
        ("填補了縣內空白……⏎⏎港口也一樣。", ["填補了縣內空白……", "港口也一樣。"]),
        ("Boats were sold.⏎⏎Ports were not.", ["Boats were sold.", "Ports were not."]),
    ],
)
def test_a_blank_line_ends_a_paragraph_only_where_a_sentence_may_end(draft: str, read: list[str]) -> None:
    assert texts(draft) == read


def test_a_caption_goes_on_where_its_line_is_full() -> None:
    draft = f"{FILLER}⏎{FILLER}⏎度。⏎⏎▲漁會的新船隊去年在北海的漁場捕到的魚多過歷⏎來各年⏎⏎▲漁會的舊會址⏎⏎{FILLER}⏎度。"
    assert texts(draft)[1:3] == ["漁會的新船隊去年在北海的漁場捕到的魚多過歷來各年", "漁會的舊會址"]


def test_a_heading_in_a_column_needs_no_blank_line() -> None:
    draft = f"{FILLER}⏎{FILLER}⏎度。⏎⏎漁港重生 客似雲來⏎{FILLER}⏎{FILLER}⏎⏎度。"
    assert blocks(draft) == [
        ("paragraph", FILLER * 2 + "度。"),
        ("heading", "漁港重生 客似雲來"),
        ("paragraph", FILLER * 2 + "度。"),
    ]


def test_a_short_line_that_ends_a_sentence_ends_the_paragraph_of_a_column() -> None:
    draft = f"{FILLER}⏎{FILLER}⏎度。⏎{FILLER}⏎{FILLER}⏎大。"
    assert texts(draft) == [FILLER * 2 + "度。", FILLER * 2 + "大。"]
    draft = f"{ENGLISH_FILLER}⏎{ENGLISH_FILLER}⏎may be.⏎{ENGLISH_FILLER}⏎{ENGLISH_FILLER}⏎is."
    assert [text[-7:] for text in texts(draft)] == ["may be.", "umn is."]


@pytest.mark.parametrize(
    ("draft", "kinds"),
    [
        ("漁港年報⏎⏎全年捕魚三百噸。", ["title", "paragraph"]),
        ("漁港年報⏎漁會編⏎⏎全年捕魚三百噸。", ["title", "title", "paragraph"]),
        ("Harbour sets record of 500 boats⏎⏎The harbour took 500 boats.", ["title", "paragraph"]),
        ("Is 500 boats enough?⏎⏎The harbour took 500 boats.", ["title", "paragraph"]),
        (
            "第一句。⏎⏎一、收入⏎⏎收入五億元。⏎⏎二、支出⏎⏎支出四億元。",
            ["paragraph", "heading", "paragraph", "heading", "paragraph"],
        ),
        ("第一章 總則⏎⏎收入五億元。", ["title", "paragraph"]),
        ("1. Income⏎⏎It was $5.⏎⏎2. Costs⏎⏎They were $4.", ["heading", "paragraph", "heading", "paragraph"]),
        ("The year.⏎⏎Income: $5⏎Costs: $4⏎⏎Done.", ["paragraph"] * 4),
        ("只有這一行", ["paragraph"]),
        ("1. 5 km", ["paragraph"]),
        ("全年捕魚三百噸。⏎⏎文：陳大文", ["paragraph", "paragraph"]),
        ("▲漁港去年迎來50艘新船⏎⏎▲漁會會址⏎⏎全年捕魚三百噸。", ["caption", "caption", "paragraph"]),
        ("圖：漁會會址⏎⏎全年捕魚三百噸。", ["caption", "paragraph"]),
        ("Photo: the harbour in May⏎⏎It took 500 boats.", ["caption", "paragraph"]),
    ],
)
def test_kinds_are_told_by_shape_and_surroundings(draft: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in blocks(draft)] == kinds


@pytest.mark.parametrize(
    ("line", "marker", "text"),
    [
        ("（一）捕魚三百噸。", "（一）", "捕魚三百噸。"),
        ("(2) 捕魚三百噸。", "(2)", "捕魚三百噸。"),
        ("1. Boats: 120.", "1.", "Boats: 120."),
        ("2、捕魚三百噸。", "2、", "捕魚三百噸。"),
        ("三、捕魚三百噸。", "三、", "捕魚三百噸。"),
        ("- 120 boats.", "-", "120 boats."),
        ("•捕魚三百噸。", "•", "捕魚三百噸。"),
        ("① 捕魚三百噸。", "①", "捕魚三百噸。"),
        ("1.5萬噸是去年的漁獲。", "", "1.5萬噸是去年的漁獲。"),
        ("-5.2% was the change.", "", "-5.2% was the change."),
        ("一、二線城市的魚價。", "", "一、二線城市的魚價。"),
        ("2021. That was the year.", "", "2021. That was the year."),
        ("▲ 漁會會址", "▲", "漁會會址"),
    ],
)
def test_markers_are_kept_apart_from_the_text(line: str, marker: str, text: str) -> None:
    draft = read_text(f"全年的情況如下。\n\n{line}\n\n完。", "draft.txt")
    assert (draft.blocks[1].marker, draft.blocks[1].text) == (marker, text)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("漁漁港港「「重重生生」」", "漁港「重生」"),
        ("漁漁港港「「大豐收大豐收」」", "漁港「大豐收」"),
        ("小漁港小漁港 重獲新生重獲新生", "小漁港 重獲新生"),
        ("AAnnnnuuaall RReeppoorrtt 22002211", "Annual Report 2021"),
        ("天天", "天天"),
        ("一一", "一一"),
        ("88", "88"),
        ("1,1", "1,1"),
        ("5555", "5555"),
        ("高高興興", "高高興興"),
        ("平平安安", "平平安安"),
        ("研究研究", "研究研究"),
        ("哈哈哈哈", "哈哈哈哈"),
        ("二十二十", "二十二十"),
        ("天天向上的漁港", "天天向上的漁港"),
    ],
)
def test_headers_that_are_printed_twice_are_read_once(line: str, read: str) -> None:
    draft = read_text(f"{line}\n\n全年捕魚三百噸。", "draft.txt")
    assert draft.blocks[0].text == read


def test_a_doubled_header_keeps_the_place_of_the_first_print() -> None:
    draft = read_text("漁漁港港「「大豐收大豐收」」\n\n捕魚三百噸。", "draft.txt")
    block = draft.blocks[0]
    assert [block.source(offset) for offset in range(len(block.text))] == [0, 2, 4, 6, 7, 8, 12]


def test_large_first_characters_open_their_paragraph() -> None:
    assert texts("漁漁港港⏎有這樣一批船：它們不大，但一隻抵得上三隻。") == [
        "漁港有這樣一批船：它們不大，但一隻抵得上三隻。"
    ]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("聚集了 「小漁船」 超過50艘", "聚集了「小漁船」超過50艘"),
        ("出台 《 「專 精 特 新 」 漁 船 促 進 方 案》。", "出台《「專精特新」漁船促進方案》。"),
        ("被稱為行業 「小漁船」 。", "被稱為行業「小漁船」。"),
        ("全縣80%以上 「小漁船」 在近海", "全縣80%以上「小漁船」在近海"),
        ("第一句。 「第二句。」", "第一句。「第二句。」"),
        ("年 度 工 作 報 告", "年度工作報告"),
        ("漁港重生 客似雲來", "漁港重生 客似雲來"),
        ("漁會會長 陳大文", "漁會會長 陳大文"),
        ("共 1000 萬元", "共 1000 萬元"),
        ("推出 Level 3 型號", "推出 Level 3 型號"),
        ("漁港　重生", "漁港　重生"),
        ("“Boats” and “ports” grew", "“Boats” and “ports” grew"),
    ],
)
def test_spaces_that_only_fill_a_line_are_not_read(line: str, read: str) -> None:
    assert texts(line) == [read]


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (
            "Port | 2022 | 2023⏎North | 10 | 12⏎South | 20 | 24",
            [["Port", "2022", "2023"], ["North", "10", "12"], ["South", "20", "24"]],
        ),
        ("| 港口 | 漁獲 |⏎|------|------|⏎| 北港 | 10噸 |", [["港口", "漁獲"], ["北港", "10噸"]]),
        ("Port\t2022⏎North port\t10", [["Port", "2022"], ["North port", "10"]]),
        ("Port        2022   2023⏎North port    10     12", [["Port", "2022", "2023"], ["North port", "10", "12"]]),
        ("|  | 2022 |⏎| North | 10 |", [["", "2022"], ["North", "10"]]),
    ],
)
def test_rows_have_their_cells_as_spans(rows: str, cells: list[list[str]]) -> None:
    draft = read_text(f"港口年報\n\n{rows}\n\n完。".replace("⏎", "\n"), "draft.txt")
    found = [block for block in draft.blocks if block.kind == "table-row"]
    assert [[block.text[start:end] for start, end in block.cells] for block in found] == cells
    assert {block.table for block in found} == {0}


@pytest.mark.parametrize(
    "draft",
    [
        "One line | with a bar",
        "A sentence.  Another of 5.  And more.⏎A sentence.  One of 6.  And then some.",
        "漁港　　重生",
    ],
)
def test_what_only_looks_like_a_row_is_prose(draft: str) -> None:
    assert "table-row" not in [kind for kind, _ in blocks(draft)]


def test_two_tables_are_told_apart() -> None:
    draft = read_text("a | 1\nb | 2\n\nText between.\n\nc | 3\nd | 4\n", "draft.txt")
    assert [block.table for block in draft.blocks] == [0, 0, -1, 1, 1]


def test_page_numbers_are_left_out_and_said_so() -> None:
    draft = read_text(f"{FILLER}\n{FILLER}\n- 3 -\n\f{FILLER}\n度。\n第 4 頁\n", "draft.txt")
    assert [block.text for block in draft.blocks] == [FILLER * 3 + "度。"]
    assert draft.unread == ("page numbers (lines 3, 6)",)


def test_a_figure_alone_on_its_line_is_kept() -> None:
    assert "1,250" in texts("漁獲總量（噸）⏎⏎1,250⏎⏎完。")


@pytest.mark.parametrize(
    ("draft", "date"),
    [
        ("漁港年報⏎2021年7月15日⏎⏎捕魚三百噸。", "2021-07-15"),
        ("Harbour news⏎Published: 15 July 2021⏎⏎It took 500 boats.", "2021-07-15"),
        ("Harbour news⏎date: 2021-07-15⏎⏎It took 500 boats.", "2021-07-15"),
        ("Press release, 15 July 2021⏎⏎It took 500 boats.", "2021-07-15"),
        ("Harbour news⏎July 15, 2021 10:30⏎⏎It took 500 boats.", "2021-07-15"),
        ("漁港年報⏎⏎（漁訊社2021年7月15日電）捕魚三百噸。", "2021-07-15"),
        ("Harbour news⏎⏎PORT TARN, July 15, 2021 - It took 500 boats.", "2021-07-15"),
        ("政府工作報告⏎——2021年7月15日在第三次會議上⏎⏎捕魚三百噸。", "2021-07-15"),
        ("漁港年報⏎⏎捕魚三百噸。⏎⏎2021-07-15", "2021-07-15"),
        ("漁港年報⏎⏎2021年7月15日捕魚三百噸。", ""),
        ("Harbour news⏎⏎On July 15, 2021 it took 500 boats.", ""),
        ("漁港年報⏎2021年2月30日⏎⏎捕魚三百噸。", ""),
    ],
)
def test_a_line_with_the_date_dates_the_draft(draft: str, date: str) -> None:
    assert read_text(draft.replace("⏎", "\n"), "draft.txt").date == date
