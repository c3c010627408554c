"""Spaces and marks that stand in the source but are not read.

A PDF spreads Chinese characters to fill a line, and the spread comes out as spaces: around
quotation marks, and between characters that were set apart.
"""

from __future__ import annotations

import re
from functools import cache
from string import ascii_letters

from claims.readers.lines import CJK
from claims.readers.pieces import Piece

_OPEN = "「『《〈【〔（“‘"
_CLOSE = "」』》〉】〕）”’"
_STOP = "，。、；：？！"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
# Joiners (U+200C, U+200D) are kept: they make up emoji and words.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+")
_CJK = re.compile(f"[{CJK}]")
_SPACES = re.compile(" +")
_BESIDE = re.compile(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])")
"""Spaces at a character or mark that is not of the Latin keyboard, as all are that are not read."""
_DIGITS = "0123456789"
_NUMERIC = f"{_DIGITS}%"
_LATIN = f"{_DIGITS}{ascii_letters}"


def unread_spans(text: str) -> list[Piece]:
    """Ordered spans of `text` that a reader passes over."""
    spans: list[Piece] = []
    spaced = " " in text
    if text.isprintable():
        if not spaced or text.isascii():
            return spans
    elif _UNSEEN.search(text):
        spans += [match.span() for match in _UNSEEN.finditer(text)]
    if spaced and _CJK.search(text):
        spans += [space.span() for space in _BESIDE.finditer(text) if _is_unread(text, *space.span())]
        for match in _spread().finditer(text) if _set_apart().search(text) else ():
            at = match.start()
            spans += [(at + space.start(), at + space.end()) for space in _SPACES.finditer(match.group())]
        spans = sorted(set(spans))
    return spans


def _is_unread(text: str, start: int, end: int) -> bool:
    """Whether the spaces between two characters come of a quotation mark or a stop beside them."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or not after:
        return False
    wide = before in _CLOSE or _is_cjk(before)
    return (
        (before in _OPEN and (after in _OPEN or after in _LATIN or _is_cjk(after)))
        or ((wide or before in _NUMERIC) and (after in _STOP or (after in _CLOSE and _ends(text, end + 1))))
        or (wide and after in _OPEN)
        or ((before in _CLOSE or before in _STOP) and (after in _OPEN or after in _DIGITS or _is_cjk(after)))
    )


def _ends(text: str, at: int) -> bool:
    """Whether a mark closes for good: a space or a character comes next, or the end."""
    following = text[at : at + 1]
    return following in ("", " ") or _is_cjk(following) or (following == "\n" and at + 1 == len(text))


def _is_cjk(char: str) -> bool:
    return _CJK.match(char) is not None


@cache
def _spread() -> re.Pattern[str]:
    """Characters that were set apart, three or more."""
    return re.compile(f"(?<![{_HAN}])[{_HAN}](?: {{1,3}}[{_HAN}](?![{_HAN}])){{2,}}")


@cache
def _set_apart() -> re.Pattern[str]:
    """What `_spread` needs, and few texts have."""
    return re.compile(f" {{1,3}}[{_HAN}] {{1,3}}[{_HAN}]")
