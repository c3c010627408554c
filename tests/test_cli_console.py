"""What streams are given: bytes that they can show, and progress only where somebody looks."""

from __future__ import annotations

import io
import json
import sys
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports._console import Progress, encoded, say

CHARSETS = ("utf-8", "ascii", "latin-1", "cp950", "gb18030", "utf-16", "cp437", "no-such-charset", "UTF8")
whole = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.text(), st.sampled_from(CHARSETS), st.sampled_from(["text", "json", "junit", "github", "csv"]))
def test_any_text_can_be_encoded(text: str, charset: str, format: str) -> None:
    assert isinstance(encoded(text, charset, format), bytes)


@given(whole, st.sampled_from(["utf-8", "utf-16", "gb18030"]))
def test_nothing_is_changed_that_need_not_be(text: str, charset: str) -> None:
    assert encoded(text, charset).decode(charset) == text


@given(st.recursive(whole, lambda inner: st.lists(inner) | st.dictionaries(whole, inner)), st.sampled_from(CHARSETS))
def test_json_says_the_same_in_any_charset(value: object, charset: str) -> None:
    assert json.loads(encoded(json.dumps(value, ensure_ascii=False), charset, "json").decode("utf-8")) == value


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.sampled_from(CHARSETS))
def test_xml_says_the_same_in_any_charset(text: str, charset: str) -> None:
    document = f'<?xml version="1.0" encoding="utf-8"?>\n<a>{escape(text)}</a>'
    try:
        expected = ElementTree.fromstring(document.encode("utf-8"))
    except ElementTree.ParseError:
        return  # a character that XML has no place for
    assert ElementTree.fromstring(encoded(document, charset, "junit")).text == expected.text


@pytest.mark.parametrize(
    ("text", "charset", "format", "expected"),
    [
        ("5棵😀", "ascii", "text", b"5\\u68f5\\U0001f600"),
        ("5棵😀", "cp950", "text", "5棵".encode("cp950") + b"\\U0001f600"),
        ('"5棵😀"', "ascii", "json", b'"5\\u68f5\\ud83d\\ude00"'),
        ('"5棵"', "cp950", "json", b'"5\\u68f5"'),
        ("<a>5棵</a>", "cp950", "junit", b"<a>5&#26869;</a>"),
        ('"\udc80"', "utf-8", "json", b'"\\udc80"'),
    ],
)
def test_escapes(text: str, charset: str, format: str, expected: bytes) -> None:
    assert encoded(text, charset, format) == expected


class Screen(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize(
    ("terminal", "total", "quiet", "seconds", "shown"),
    [
        (True, 3, False, 2.0, True),
        (True, 3, False, 0.1, False),
        (False, 3, False, 2.0, False),
        (True, 3, True, 2.0, False),
        (True, 1, False, 2.0, False),
    ],
)
def test_progress_is_for_long_work_on_a_terminal(
    monkeypatch, terminal: bool, total: int, quiet: bool, seconds: float, shown: bool
) -> None:
    screen, clock = Screen(terminal=terminal), iter(range(100))
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr("reports._console.time.monotonic", lambda: next(clock) * seconds)
    progress = Progress(total, quiet=quiet)
    for done in range(1, total + 1):
        progress.step(done)
    progress.end()
    expected = "".join(f"\r{done} of {total} documents checked" for done in range(1, total + 1)) + "\r\033[K"
    assert screen.getvalue() == (expected if shown else "")


def test_nobody_listens(monkeypatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    say("to nobody")
    progress = Progress(5)
    progress.step(1)
    progress.end()
