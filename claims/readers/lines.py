"""The lines of a plain text, and what their ends and beginnings tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

CJK = "\u2e80-\u2fdf\u3001-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
"""Chinese characters and marks, for use inside a character class; no spaces between them."""
OPENERS = "「『《〈【〔（“‘"
CLOSERS = "」』》〉】〕）”’，。、；：？！％…"
_CJK = re.compile(f"[{CJK}]")
_END = "。！？!?….｡"
_AFTER_END = "」』”’）】》)]\"'*_ "
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|No|Nos|vs|St|Gen|Sen|Rep|Fig|approx)\.$|\b(?:[A-Za-z]\.){2,}$")
_TOKEN = re.compile(f"[^\\s{CJK}]+")


class Line(NamedTuple):
    """One line that is not blank."""

    start: int
    """Offset in the source of its first character that is not a space."""
    end: int
    """One past its last character that is not a space."""
    text: str
    indent: int
    """Columns of space before it; a Chinese character is two columns wide."""
    width: int
    """Columns of the text itself."""
    ends: bool
    """Whether a sentence ends with it."""
    gap: int
    """Blank lines before it; a page break counts as one."""
    number: int
    """From 1; a page break begins no line of its own."""


def lines_of(text: str) -> Iterator[Line]:
    """The lines that are not blank, in order."""
    at = gap = 0
    number = 1
    for raw in text.splitlines(keepends=True):
        body = raw.strip()
        if body:
            lead = len(raw) - len(raw.lstrip())
            start = at + lead
            indent = columns(raw[:lead]) if lead else 0
            yield Line(start, start + len(body), body, indent, columns(body), ends_sentence(body), gap, number)
            gap = 0
        else:
            gap += 1
        at += len(raw)
        number += raw[-1] in "\r\n"


def columns(text: str) -> int:
    """Width in columns: of the characters beyond U+07FF each takes two."""
    size = len(text)
    return size if text.isascii() else (len(text.encode("utf-8", "surrogatepass")) + size) // 2


def has_cjk(text: str) -> bool:
    return not text.isascii() and _CJK.search(text) is not None


def is_cjk(char: str) -> bool:
    return char > "\u2e7f" and _CJK.match(char) is not None


def ends_sentence(text: str) -> bool:
    """Whether the line ends where a sentence does, closing quotes included."""
    last = text[-1]
    if last in _AFTER_END:
        text = text[-16:].rstrip(_AFTER_END)
        last = text[-1:]
    return last != "" and last in _END and (last != "." or _ABBREVIATED.search(text[-16:]) is None)


def first_unit(text: str) -> int:
    """Columns of what would have had to fit at the end of the line before for it to go on there."""
    if not is_cjk(text[0]):
        token = _TOKEN.match(text)
        return columns(token.group()) if token else 1
    size = 1
    while text[size - 1] in OPENERS and size < len(text):
        size += 1
    while size < len(text) and text[size] in CLOSERS:
        size += 1
    return columns(text[:size])
