"""Markdown: the text a reader of the page sees, in blocks, with places in the file."""

from __future__ import annotations

import pytest

from claims.draft import Draft
from claims.readers import read_text


def read(source: str) -> Draft:
    return read_text(source, "draft.md")


def blocks(source: str) -> list[tuple[str, int, str, str]]:
    """Kind, level, marker and text of each block."""
    return [(block.kind, block.level, block.marker, block.text) for block in read(source).blocks]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**12**% of boats", "12% of boats"),
        ("rose *5* to __6__ and ***7***", "rose 5 to 6 and 7"),
        ("**「小漁船」**共5艘", "「小漁船」共5艘"),
        ('[5 million](http://a.example/2021/07 "99") boats', "5 million boats"),
        ("[5](<a b>) and [6](x(7)y)", "5 and 6"),
        ("see [the table][t] of [t]\n\n[t]: http://a.example/8", "see the table of t"),
        ("[not a link] of 5", "[not a link] of 5"),
        ("120 boats[^1] in [^long-name] all", "120 boats in  all"),
        ("5 \\* 6 = 30 \\[sic\\]", "5 * 6 = 30 [sic]"),
        ("3 * 4 = 12 and 3*4*5", "3 * 4 = 12 and 3*4*5"),
        ("snake_case_5 and _five_", "snake_case_5 and five"),
        ("約20~30噸和40~50噸", "約20~30噸和40~50噸"),
        ("was ~~12~~ 14 boats", "was  14 boats"),
        ("run `sum 55` and ``a`66`` now", "run  and  now"),
        ("a ` tick of 5", "a ` tick of 5"),
        ("fish &amp; chips &lt;5&nbsp;km &bogus;", "fish & chips <5\u00a0km &bogus;"),
        ("10<sup>6</sup> boats<br>in <b>5</b> ports<!-- 7 -->", "10^6 boats in 5 ports"),
        ("1 < 2 and 4 > 3", "1 < 2 and 4 > 3"),
        ("video {{< youtube 123 >}} end", "video  end"),
        ("**unclosed of 5", "**unclosed of 5"),
        ("聚集了 「**小漁船**」 50艘", "聚集了「小漁船」50艘"),
    ],
)
def test_markup_is_not_read(source: str, text: str) -> None:
    assert read(source).blocks[0].text == text


def test_a_figure_in_markup_leads_back_to_the_file() -> None:
    draft = read("# Boats\r\n\r\nOf [all](http://a.example) boats **12**% are new,\r\nor 5 &amp; 6.")
    block = draft.blocks[1]
    assert block.text == "Of all boats 12% are new, or 5 & 6."
    at = block.text.index("12%")
    assert draft.text[slice(*block.source_span(at, at + 3))] == "12**%"
    assert draft.text[block.source(block.text.index("&"))] == "&"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("# One 5\n## Two ##\n### Three", [
            ("title", 1, "", "One 5"), ("heading", 2, "", "Two"), ("heading", 3, "", "Three"),
        ]),
        ("Title\n=====\nSub\n---\ntext", [
            ("title", 1, "", "Title"), ("heading", 2, "", "Sub"), ("paragraph", 0, "", "text"),
        ]),
        ("# A\n\n# B", [("title", 1, "", "A"), ("heading", 1, "", "B")]),
        ("#5 is no heading", [("paragraph", 0, "", "#5 is no heading")]),
        ("one\ntwo\n\nthree", [("paragraph", 0, "", "one two"), ("paragraph", 0, "", "three")]),
        ("捕魚三\n百噸", [("paragraph", 0, "", "捕魚三百噸")]),
        ("甲5噸  \n乙6噸\\\n丙7噸", [("paragraph", 0, "", "甲5噸 乙6噸 丙7噸")]),
        ("- a\n- b\n  - c\n    d\n\n  e\n- f", [
            ("list-item", 1, "-", "a"), ("list-item", 1, "-", "b"), ("list-item", 2, "-", "c d"),
            ("paragraph", 0, "", "e"), ("list-item", 1, "-", "f"),
        ]),
        ("1. a\n2) b\n- [x] c", [("list-item", 1, "1.", "a"), ("list-item", 1, "2)", "b"), ("list-item", 1, "-", "c")]),
        ("In the year\n1987. That was it", [("paragraph", 0, "", "In the year 1987. That was it")]),
        ("- a\n\ntext", [("list-item", 1, "-", "a"), ("paragraph", 0, "", "text")]),
        ("> 5 boats\nlazy\n\nafter", [("quote", 0, "", "5 boats lazy"), ("paragraph", 0, "", "after")]),
        ("text\n> quoted", [("paragraph", 0, "", "text"), ("quote", 0, "", "quoted")]),
        ("a\n\n***\n\nb", [("paragraph", 0, "", "a"), ("paragraph", 0, "", "b")]),
        ("![50 boats](x_1.png)", [("caption", 0, "", "50 boats")]),
        ("![](x.png) text", [("paragraph", 0, "", "text")]),
        ("[![alt 5](i.png)](u)", [("caption", 0, "", "alt 5")]),
        ("<figure>\n<img src=\"5.png\">\n<figcaption>6 boats</figcaption>\n</figure>\ntext", [
            ("caption", 0, "", "6 boats"), ("paragraph", 0, "", "text"),
        ]),
        ("（一）捕魚，\n共三百噸。", [("list-item", 2, "（一）", "捕魚，共三百噸。")]),
        ("▲漁會會址", [("caption", 0, "▲", "漁會會址")]),
        ("[^1]: Of 5 boats.\n[x]: http://a.example/7", [("paragraph", 0, "[^1]", "Of 5 boats.")]),
    ],
)  # fmt: skip
def test_blocks(source: str, found: list[tuple[str, int, str, str]]) -> None:
    assert blocks(source) == found


@pytest.mark.parametrize(
    ("source", "text", "unread"),
    [
        ("a\n\n```py\nx = 5\n\n# 6\n```\nb", ["a", "b"], ("code blocks (line 3)",)),
        ("a\n\n~~~\nx = 5\n```\n~~~\nb", ["a", "b"], ("code blocks (line 3)",)),
        ("a\n\n    x = 5\n    y = 6\n\nb", ["a", "b"], ("code blocks (line 3)",)),
        ("a\n    lazy 5", ["a lazy 5"], ()),
        ("a\n<!-- 5\n\n6 -->\nb", ["a", "b"], ()),
        ("a\n\n<!-- 5\n\nb", ["a"], ("the rest of the file after a comment that is not closed (line 3)",)),
        ("a\n\n<table>\n<tr><td>5</td></tr>\n</table>\n\nb", ["a", "b"], ("HTML tables (line 3)",)),
        ("<script>\nvar x = 5;\n</script>\nb", ["b"], ("code blocks (line 1)",)),
        ("a\n\n```\nx = 5", ["a"], ("code blocks (line 3)",)),
    ],
)
def test_what_is_left_out_is_said(source: str, text: list[str], unread: tuple[str, ...]) -> None:
    draft = read(source)
    assert [block.text for block in draft.blocks] == text
    assert draft.unread == unread


def test_tables_have_rows_and_cells() -> None:
    first = "| Port | Boats |\n|---|--:|\n| North \\| bay | **10** |\n| South | `c` 20 |\n"
    draft = read(f"{first}\ntext\n\na | b\n- | -\n|  | 5 |\n")
    rows = [block for block in draft.blocks if block.kind == "table-row"]
    assert [[row.text[start:end] for start, end in row.cells] for row in rows] == [
        ["Port", "Boats"], ["North | bay", "10"], ["South", "20"], ["a", "b"], ["", "5"],
    ]  # fmt: skip
    assert [row.table for row in rows] == [0, 0, 0, 1, 1]
    start, end = rows[1].cells[1]
    assert draft.text[slice(*rows[1].source_span(start, end))] == "10"


@pytest.mark.parametrize("source", ["a | b of 5", "a | b\n- | - | -", "a | b\n\n- | -"])
def test_bars_without_a_delimiter_row_are_text(source: str) -> None:
    assert "table-row" not in [block.kind for block in read(source).blocks]


@pytest.mark.parametrize(
    ("front", "title", "date", "language"),
    [
        ("title: Boats of 5\ndate: 2021-07-15", "Boats of 5", "2021-07-15", "en"),
        ('title: "漁港 \\"5\\" 年"\ndate: \'2021-07-15T10:00:00Z\'\nlang: zh-Hant', '漁港 "5" 年', "2021-07-15", "zh"),
        ("title: 'Boats'  # note\ndate: July 15, 2021", "Boats", "2021-07-15", "en"),
        ("tags:\n  - 5\n  - 6\nDate: 2021/7/5", None, "2021-07-05", "en"),
        ("date: soon\ntitle: >\n  folded", None, "", "en"),
        ("title: !!python/object:os.system 5", "!!python/object:os.system 5", "", "en"),
    ],
)
def test_front_matter_is_scanned_and_not_loaded(front: str, title: str | None, date: str, language: str) -> None:
    draft = read(f"---\n{front}\n---\n\nIt took 7 boats.\n")
    titles = [block.text for block in draft.blocks if block.kind == "title"]
    assert titles == ([title] if title else [])
    assert (draft.date, draft.language) == (date, language)
    assert draft.blocks[-1].text == "It took 7 boats."


def test_a_title_given_twice_is_one_title() -> None:
    assert blocks("---\ntitle: Boats\n---\n# Boats\n\ntext") == [
        ("title", 1, "", "Boats"),
        ("paragraph", 0, "", "text"),
    ]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert [text for *_, text in blocks("---\n\n5 boats\n")] == ["5 boats"]


@pytest.mark.parametrize(
    ("source", "ignored"),
    [
        ("<!-- crossfoot: ignore sum: groups overlap -->\n5 boats\n\n6 boats", [("sum",), ()]),
        ("<!-- crossfoot: ignore sum, share-of: reason -->\n\n# 5 boats\n\n6 boats", [("sum", "share-of"), ()]),
        ("<!-- crossfoot: ignore sum -->\n- 5 boats\n- 6 boats", [("sum",), ()]),
        ("5 boats <!-- crossfoot: ignore sum: here -->\n\n6 boats", [("sum",), ()]),
        ("<!-- a note -->\n5 boats\n\n6 boats", [(), ()]),
    ],
)
def test_a_comment_switches_checks_off_for_the_next_block(source: str, ignored: list[tuple[str, ...]]) -> None:
    assert [block.ignore for block in read(source).blocks] == ignored
