"""Every reader: places kept for every character, formats chosen, time that grows with the text."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.draft import Draft
from claims.readers import Unreadable, language_of, read, read_text

SUFFIXES = (".txt", ".md")
SHARDS = [
    "\n", "\r\n", "\r", "\n\n", "\f", "\v", "\u2028", " ", "  ", "    ", "\t", "\u3000", "\0", "\u200b",
    "\u202e", "\ufeff", "\u00ad", "👩\u200d🔬", "５％", "½", "Ⅲ", "é", "𠮷", "1.5", "萬戶", "高質量發", "展。",
    "「小店」", " 「", "」 ", "甲 乙 丙 丁", "天天", "培培育育", "Sales rose 5% to", "pro-", "duction", "A. ",
    "- ", "1. ", "（一）", "▲", "# ", "===", "---", "***", "|", "a | b", "|-|-|", "> ", "```", "`", "**", "_",
    "~~", "[", "](u)", "![", "[^1]", "[^1]: ", "&amp;", "&nbsp;", "<br>", "<sup>", "<!--", "-->",
    "<figcaption>", "</figcaption>", "<table>", "\\", "\\*", "{{<x>}}", "title: 5", "date: 2021-07-15",
    "第 3 頁", "- 3 -", "：", "……",
]  # fmt: skip
texts = st.one_of(st.lists(st.sampled_from(SHARDS), max_size=40).map("".join), st.text(max_size=200))


def assert_spans(draft: Draft) -> None:
    """Each character of a block stands for one of the source, in order, none of them twice."""
    taken = -1
    for block in draft.blocks:
        assert block.text
        assert block.text == block.text.strip()
        assert block.starts[0] == 0
        assert list(block.starts) == sorted(set(block.starts))
        assert len(block.starts) == len(block.sources)
        places = [block.source(offset) for offset in range(len(block.text))]
        assert places[0] > taken
        assert places == sorted(set(places))
        taken = places[-1]
        for char, place in zip(block.text, places, strict=True):
            written = draft.text[place]
            # A line break reads as a space; an entity or a tag as the one character it stands for.
            assert char == written or (char == " " and written.isspace()) or written in "&<"
        assert all(0 <= start <= end <= len(block.text) for start, end in block.cells)


@given(texts)
@settings(max_examples=300, deadline=None)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_character_of_a_block_stands_for_one_of_the_source(suffix: str, text: str) -> None:
    draft = read_text(text, "draft" + suffix)
    assert draft.text == text
    assert_spans(draft)


@given(texts.filter(lambda text: "\0" not in text))
@settings(max_examples=100, deadline=None)
def test_bytes_read_as_the_text_they_hold(text: str) -> None:
    draft = read(text.encode(), "draft.txt", encoding="utf-8")
    assert draft.text == text.removeprefix("\ufeff")
    assert_spans(draft)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_move_no_figure(suffix: str, end: str) -> None:
    lines = ["The north sold 120 units and the", "south sold 130, which made", "250 in all over the whole year."]
    draft = read(end.join(lines).encode(), "draft" + suffix)
    (block,) = draft.blocks
    assert block.text == " ".join(lines)
    for figure in ("120", "130", "250"):
        at = block.text.index(figure)
        start, stop = block.source_span(at, at + 3)
        assert draft.text[start:stop] == figure


def test_characters_that_are_not_seen_are_not_read() -> None:
    draft = read("收入\u200b12\u200b3萬元，\u202e利潤\u202c4萬元。".encode(), "a.txt")
    (block,) = draft.blocks
    assert block.text == "收入123萬元，利潤4萬元。"
    at = block.text.index("123")
    assert draft.text[slice(*block.source_span(at, at + 3))] == "12\u200b3"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.md", "list-item"),
        ("a.MARKDOWN", "list-item"),
        ("a.txt", "paragraph"),
        ("a.news", "paragraph"),
        ("a", "paragraph"),
    ],
)
def test_the_suffix_chooses_the_reader(name: str, kind: str) -> None:
    assert read(b"- 5 of 10", name).blocks[0].kind == kind


@pytest.mark.parametrize("name", ["a.docx", "b.html", "c.ods", "x/y.xls", "a.json"])
def test_formats_without_a_reader_say_what_to_do(name: str) -> None:
    with pytest.raises(Unreadable, match="convert to text or Markdown"):
        read(b"5 of 10", name)


def test_a_file_above_the_limit_names_the_option() -> None:
    assert read(b"12345", "a.txt", limit=5).text == "12345"
    with pytest.raises(Unreadable, match="--max-size"):
        read(b"123456", "a.txt", limit=5)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "en"),
        ("12%", "en"),
        ("Sales rose 5%.", "en"),
        ("銷售額上升5%。", "zh"),
        ("公司推出 WatchMax Pro 及 WatchMax Lite 兩款產品，銷量各一萬部。", "zh"),
        ("The word 數 means number, said the teacher in the first lesson.", "en"),
    ],
)
def test_language_is_told_by_letters(text: str, language: str) -> None:
    assert language_of(text) == language
    assert read(text.encode(), "a.txt").language == language


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [
        ("銷售額為五億元。", "auto", "Hant"),
        ("销售额为五亿元。", "auto", "Hans"),
        ("銷售額為五億元。", "en", ""),
        ("5 of 10", "auto", ""),
    ],
)
def test_script_belongs_to_chinese(text: str, language: str, script: str) -> None:
    assert read(text.encode(), "a.txt", language=language).script == script


def _calls(work: Callable[[], object]) -> int:
    """How many Python functions and lines `work` runs: a measure of time that no other load disturbs."""
    count = 0

    def tracer(frame: object, event: str, argument: object) -> object:
        nonlocal count
        count += 1
        return tracer

    before = sys.gettrace()
    sys.settrace(tracer)  # type: ignore[arg-type]
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "unit",
    [
        "\n", "# ", "#\n", "((((", "|", "|\n|", "a|b\n", "*a ", "_a_", "[", "[a](", "](x(y)", "`a ``b ", "<a ",
        "<!--\n", "> ", "- \n", "1,1", "一 ", "一\n", "」 「", "- a\n", "a  5\n", "5\n", "\u200b1",
        "培培育育\n", "```\n", "some pro-\nduction ", "{{<", "[x]: ", "&amp;", "~~a", "a\n=\n",
        "甲公司收入一百萬元，\n\n", "A line of a text of no end\n", "- 3 -\n", "第一章\n",
    ],
)  # fmt: skip
def test_steps_grow_no_faster_than_the_text(suffix: str, unit: str) -> None:
    small, large = (_calls(lambda size=size: read_text(unit * size, "a" + suffix)) for size in (150, 600))  # type: ignore[misc]
    assert large < 6 * small + 4000
