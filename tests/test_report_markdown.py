"""Markdown: a draft's text stays text, whatever marks it holds."""

from __future__ import annotations

import html
import re

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import reports
from reports._escaping import WORD_JOINER, escape

REPORT = reports.render("markdown", samples.ALL)
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKUP = st.text(st.one_of(st.characters(), st.sampled_from("\\`*_{}[]()<>#+-.!|~&@:/$=\n 1")), max_size=40)


def read(markdown: str) -> str:
    """What a reader of rendered Markdown sees, tags left out."""
    shown = READER.render(markdown)
    return html.unescape(re.sub(r"<[^>]*>", "", shown)).replace(WORD_JOINER, "")


@pytest.mark.parametrize(("text", "expected"), [
    ("*bold*", r"\*bold\*"), ("a|b", "a&#124;b"), ("<b>", "&lt;b&gt;"), ("&amp;", "&amp;amp;"), ("`x`", r"\`x\`"),
    ("[a](b)", r"\[a\](b)"), ("http://x.example", "http&#58;//x.example"), ("www.x.example", "www&#46;x.example"),
    ("@someone", f"@{WORD_JOINER}someone"), ("#12", f"\\#{WORD_JOINER}12"), ("# no", r"\# no"), ("1. no", r"1\. no"),
    ("1.5億元", "1.5億元"), ("- no", r"\- no"), ("−5", "−5"), ("+ no", r"\+ no"), ("a\n\nb", "a b"),
    ("$5 + $6", r"\$5 + \$6"),
    ("\\", r"\\"), ("88.6 + 124.9 = 213.5億元 ≠ 203.5億元", "88.6 + 124.9 = 213.5億元 ≠ 203.5億元"),
    ("\x1b[0m\u202e", ""),
])  # fmt: skip
def test_escape(text: str, expected: str) -> None:
    assert escape(text) == expected


@given(MARKUP)
def test_escaped_text_reads_as_it_was(text: str) -> None:
    expected = " ".join(reports._plain.plain(text).split()).replace(WORD_JOINER, "")
    for frame in ("{}", "- {}", "| ⁂ |\n| --- |\n| {} |"):
        tokens = READER.parse(frame.format(escape(text)))
        inner = [child.type for token in tokens for child in token.children or ()]
        assert set(inner) <= {"text", "text_special"}
        assert read(frame.format(escape(text))).strip().removeprefix("⁂").strip() == expected.strip()


@given(MARKUP)
def test_a_draft_adds_nothing_to_the_page(text: str) -> None:
    """The same blocks and tags, whatever the draft says."""
    tokens = READER.parse(reports.render("markdown", [samples.holding(text)]))
    plain = READER.parse(reports.render("markdown", [samples.holding("x")]))
    assert [token.type for token in tokens] == [token.type for token in plain]
    links = {child.attrs["href"] for token in tokens for child in token.children or () if child.type == "link_open"}
    assert links == {samples.PAGES}
    tags = {child.content for token in tokens for child in token.children or () if child.type == "html_inline"}
    assert tags <= {"<br>", "<b>", "</b>", "<i>", "</i>"}


@pytest.mark.parametrize("said", [
    "## Figures cross-checked: 3 errors, 2 warnings, 2 info, 1 dismissed, 1 could not be checked",
    "| 級別 | 位置 | 發現 | 算式 |",
    "5項關係成立，24個數字中有21個經過核對。",
    "⚠️ 未讀部分：第1張圖片中的文字",
    "<summary>Relations that hold (5)</summary>",
    "- 96 + 148 + 268 = 512家 (breakdown)",
    "0 claims: no figures were found, so nothing was compared.",
])  # fmt: skip
def test_says(said: str) -> None:
    assert said in REPORT.splitlines()


def test_a_finding_is_a_row() -> None:
    row = next(line for line in REPORT.splitlines() if "203.5億元卻" in line or "文中的銷售收入卻是" in line)
    for said in (
        "❌ 錯誤<br>[breakdown](<https://example.org/checks/breakdown.html>)", "| 9:11 |", "其中出口<b>88.6億元</b>",
        "疑誤：124.9億元 → 114.9億元; 203.5億元 → 213.5億元", "| 88.6 + 124.9 = 213.5億元 ≠ 203.5億元 |",
    ):  # fmt: skip
        assert said in row


def test_dismissed_ones_give_their_reason() -> None:
    (row,) = (line for line in REPORT.splitlines() if "已排除" in line)
    assert "理由：海外設倉屬直播銷售的配套，作者已確認。" in row
    assert "疑誤" not in row


def test_what_was_not_checked_is_not_clean() -> None:
    alone = reports.render("markdown", [samples.UNREADABLE])
    assert alone.splitlines()[0] == "## Figures cross-checked: no contradictions found, 1 could not be checked"
    assert "❌ <b>Not checked</b>: not UTF-8" in alone


def test_many_relations_are_counted_rather_than_listed() -> None:
    verdict = samples.ENGLISH.verdicts[0]
    review = samples.Review("a.md", "checked", "", samples.ENGLISH.ledger, (verdict,) * 60)
    lines = reports.render("markdown", [review]).splitlines()
    assert lines.count("- 2.4 million = 2.41 million (repeated-figure)") == 50
    assert "- 10 more" in lines
