"""The terminal report: what it says, where its marks stand, and that nothing in a draft can disturb it."""

from __future__ import annotations

import re
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from checks._judging.figures import between
from claims.draft import Draft
from claims.interval import closed
from reports import _labels, _plain, text
from reports._excerpt import excerpts
from reports._plain import plain, width
from reports._positions import Positions
from reports._quotes import on_one_line
from reports._wrap import wrap

CONTROLS = "\x00\x07\x08\x1b\x7f\x85\x9b\u202e\u202d\u2066\u2069\u200e\ufeff\u2028\ud800"
ANY = st.text(st.one_of(st.characters(), st.sampled_from(CONTROLS + "\t\r\n 　，。「」（）漢字🚢é\u0301")), max_size=60)


def render(*reviews: Any, **options: Any) -> str:
    return text.render(reviews, **{"color": False, "width": 80, **options})


REPORT = render(*samples.ALL)


@pytest.mark.parametrize("said", [
    "稿件/雲州紡織.md:9:11  ✗ 錯誤  breakdown  5d198f338cf7f489e1d3359065cb2bc0",
    "  算式：88.6 + 124.9 = 213.5億元 ≠ 203.5億元",
    "  疑誤：124.9億元 (9:32) → 114.9億元",
    "稿件/雲州紡織.md：5項關係成立，24個數字中有21個經過核對。",
    "  未讀部分：第1張圖片中的文字",
    "稿件/雲州紡織.md:11:62  - 已排除  enumeration  a1097eba9af5d548865f1d5d9347c078",
    "  理由：海外設倉屬直播銷售的配套，作者已確認。",
    "drafts/Northquay ferries #2.md:10:65  ✗ error  rate-by-period  3aa7e03ddaf7b37874eab3e4987ad4f6",
    "drafts/Northquay ferries #2.md:8:60  ! warning  percentage-point  c0224d94b7be57ed93981ebb23532961",
    "drafts/Northquay ferries #2.md:11:1  i info  share  c5824ce87d4992577baf640eca884810",
    "            6 (5:12) → 5",
    "稿件/舊稿.txt  ✗ unreadable",
    "notes/empty.txt: 0 claims: no figures were found, so nothing was compared.",
    "4 documents: 3 errors, 2 warnings, 2 info, 1 dismissed, 1 could not be checked.",
])  # fmt: skip
def test_says(said: str) -> None:
    assert said in REPORT.splitlines()


def test_the_last_line_is_in_the_language_of_all() -> None:
    assert render(samples.CHINESE).splitlines()[-1] == "1份文件：1個錯誤，1個警告，1個提示，1個已排除。"
    assert render(samples.CHINESE, samples.EMPTY).splitlines()[-1].startswith("2份文件：")
    assert render(samples.EMPTY).splitlines()[-1] == "1 document: no contradictions found."
    assert render(samples.UNREADABLE).splitlines()[-1] == "1 document: no contradictions found, 1 could not be checked."


@pytest.mark.parametrize("columns", [40, 80, 100])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    for line in render(*samples.ALL, width=columns).splitlines():
        if not re.match(r"\S+.*:\d+:\d+  ", line):  # a place is never broken, so that it can be clicked
            assert width(line) <= columns


def test_marks_stand_under_the_figures() -> None:
    found = []
    lines = REPORT.splitlines()
    for above, below in pairwise(lines):
        if re.match(r" +\| ", below):
            columns = "".join(char + "\0" * (width(char) - 1) for char in above)
            found += [columns[m.start() : m.end()].replace("\0", "") for m in re.finditer(r"[\^~]+", below)]
    quotes = [
        on_one_line(review.ledger.draft.text[start:end])
        for review in (samples.CHINESE, samples.ENGLISH)
        if review.ledger is not None
        for finding in review.findings
        if finding.status == "open"
        for start, end in sorted(finding.spans)
    ]
    assert found == quotes


def test_a_figure_over_two_lines_is_marked_on_both() -> None:
    places = Positions("共198.7億\r\n元正")
    shown = list(excerpts(places, (1, 10), [(1, 10)], 40))
    assert [(e.number, e.text, e.marks) for e in shown] == [(1, "共198.7億", "  ^^^^^^^"), (2, "元正", "^^")]


def test_a_long_line_is_shown_in_parts() -> None:
    line = "a" * 5000 + " 12 " + "b" * 5000 + " 34 " + "字" * 5000
    first, second = line.index("12"), line.index("34")
    shown = list(excerpts(Positions(line), (first, first + 2), [(first, first + 2), (second, second + 2)], 60))
    assert [width(e.text) <= 60 for e in shown] == [True, True]
    assert all(e.text.startswith("…") and e.text.endswith("…") for e in shown)
    assert [e.text[len(e.marks) - 2 : len(e.marks)] for e in shown] == ["12", "34"]
    assert [e.marks.strip() for e in shown] == ["^^", "~~"]


def test_suspects_of_which_nothing_is_known_share_a_line() -> None:
    finding = samples.CHINESE.findings[0]
    (home, sales) = (suspect.claim for suspect in finding.suspects)
    span = closed(11_480_000_000, 11_500_000_000)
    suspects = (samples.Suspect(sales), samples.Suspect(home, span))
    assert samples.CHINESE.ledger is not None
    fitting = between(span, samples.CHINESE.ledger.by_id(home).quantity)
    for listed, shown in (
        (suspects, f"  疑誤：124.9億元 (9:32)，{fitting}則相符\n        203.5億元 (9:11)\n"),
        ((suspects[0], samples.Suspect(home)), "  疑誤：203.5億元 (9:11)，124.9億元 (9:32)\n"),
    ):
        told = type(finding)(**{f: getattr(finding, f) for f in finding.__struct_fields__} | {"suspects": listed})
        review = samples.Review("a.md", "checked", "", samples.CHINESE.ledger, (), (told,), samples.CHINESE.coverage)
        assert shown in render(review)


def test_many_places_are_counted_rather_than_shown() -> None:
    review = samples.crowded(40)
    finding = review.findings[0]
    spans = tuple(other.spans[0] for other in review.findings)
    wide = type(finding)(**{f: getattr(finding, f) for f in finding.__struct_fields__} | {"spans": spans})
    crowded = type(review)(review.path, "checked", "", review.ledger, review.verdicts, (wide,), review.coverage)
    lines = render(crowded).splitlines()
    assert sum("| No " in line for line in lines) == text.PLACES
    assert f"{' ' * 7}{40 - text.PLACES} more places" in lines


@given(ANY)
def test_nothing_of_a_draft_reaches_the_terminal_as_a_command(words: str) -> None:
    report = render(samples.holding(words))
    assert not set(report) & set(CONTROLS)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", report)


@pytest.mark.parametrize(("raw", "shown"), [
    ("\x1b[31mred\x1b[0m", "red"), ("\x1b]0;title\x07on", "on"), ("\x9b2Jx", "2Jx"), ("a\u202eb\u202c", "ab"),
    ("a\x00b", "ab"), ("tab\tand\nline", "tab\tand\nline"), ("\x1bcreset", "creset"), ("\ufeff字", "字"),
    ("👩\u200d🚀", "👩\u200d🚀"), ("\U000e0041x", "x"), ("\x1b[" + ";" * 99 + "m", "[" + ";" * 99 + "m"),
])  # fmt: skip
def test_plain(raw: str, shown: str) -> None:
    assert plain(raw) == shown


@pytest.mark.parametrize(("raw", "shown"), [
    ("稿/a b.md", "稿/a b.md"), ("a\nb.md", "a b.md"), ("\x1b[31ma.md", "a.md"), ("caf\udce9.md", "caf\\xe9.md"),
])  # fmt: skip
def test_path(raw: str, shown: str) -> None:
    assert _plain.path(raw) == shown


@pytest.mark.parametrize(("word", "columns"), [
    ("abc", 3), ("漢字", 4), ("Ｗ", 2), ("e\u0301", 1), ("🚢", 2), ("ｱ", 1), ("—…×", 3),
    ("a\u200bb", 2), ("", 0), ("한글", 4),
])  # fmt: skip
def test_width(word: str, columns: int) -> None:
    assert width(word) == columns


@pytest.mark.parametrize(("long", "columns", "lines"), [
    ("one two three", 7, ["one two", "three"]),
    ("甲乙丙丁", 4, ["甲乙", "丙丁"]),
    ("甲乙，丙丁", 4, ["甲", "乙，", "丙丁"]),  # no line begins with a comma
    ("甲「乙」丙", 6, ["甲", "「乙」", "丙"]),
    ("共213.5億元", 8, ["共213.5", "億元"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("a\nb", 9, ["a", "b"]),
    ("", 9, [""]),
    ("  two  spaces ", 9, ["two", "spaces"]),
])  # fmt: skip
def test_wrap(long: str, columns: int, lines: list[str]) -> None:
    assert wrap(long, columns) == lines


@given(ANY, st.integers(2, 50), st.integers(2, 50))
def test_wrapping_fits_and_loses_nothing(words: str, columns: int, first: int) -> None:
    shown = plain(words)
    lines = wrap(shown, columns, first)
    assert all(width(line) <= (columns if number else first) for number, line in enumerate(lines))
    assert "".join("".join(lines).split()) == "".join(shown.split())


@given(st.text(st.sampled_from("ab字\r\n，🚢"), max_size=30))
def test_positions_are_those_of_the_draft(words: str) -> None:
    draft, places = Draft("", words, ()), Positions(words)
    for offset in range(len(words) + 1):
        if words[offset - 1 : offset + 1] != "\r\n":  # between CR and LF there is no place to speak of
            assert places.line_column(offset) == draft.line_column(offset)


@pytest.mark.parametrize(("tty", "environment", "colored"), [
    (True, {}, True), (False, {}, False), (True, {"NO_COLOR": "1"}, False), (True, {"NO_COLOR": ""}, True),
    (True, {"TERM": "dumb"}, False), (True, {"TERM": "xterm-256color"}, True),
])  # fmt: skip
def test_colors_obey_the_terminal(tty: bool, environment: dict[str, str], colored: bool) -> None:
    stream: Any = SimpleNamespace(isatty=lambda: tty)
    assert text.terminal(stream, environment)[0] is colored
    assert text.terminal(None, environment) == (False, 80)


def test_colors_change_nothing_but_colors() -> None:
    painted = render(*samples.ALL, color=True)
    assert "\x1b[1;31m✗ error\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == REPORT


def test_every_language_has_every_label() -> None:
    english = _labels.labels("en")
    for tag in ("zh-Hant", "zh-Hans"):
        assert _labels.labels(tag).keys() == english.keys()


def test_simplified_drafts_get_simplified_labels() -> None:
    draft = Draft("a.md", "5家", (), "zh", "Hans")
    assert samples.EMPTY.ledger is not None
    ledger = type(samples.EMPTY.ledger)(draft, ())
    assert "0个数字：文中未见数字，无从核对。" in render(samples.Review("a.md", "checked", "", ledger))
