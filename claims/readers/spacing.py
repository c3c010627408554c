"""Spaces and marks that stand in the source but are not read.

A PDF spreads Chinese characters to fill a line, and the spread comes out as spaces: around
quotation marks, and between characters that were set apart.
"""

from __future__ import annotations

import re

from claims.readers.lines import CJK
from claims.readers.pieces import Piece

_OPEN = "「『《〈【〔（“‘"
_CLOSE = "」』》〉】〕）”’"
_STOP = "，。、；：？！"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
# Joiners (U+200C, U+200D) are kept: they make up emoji and words.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+")
_SPREAD = re.compile(f"(?<![{_HAN}])[{_HAN}](?: {{1,3}}[{_HAN}](?![{_HAN}])){{2,}}")
_SET_APART = re.compile(f" {{1,3}}[{_HAN}] {{1,3}}[{_HAN}]")
"""What `_SPREAD` needs, and few texts have."""
_AROUND = re.compile(
    f"(?<=[{_OPEN}]) +(?=[{CJK}0-9A-Za-z{_OPEN}])"
    f"|(?<=[{CJK}{_CLOSE}0-9%]) +(?=[{_STOP}]|[{_CLOSE}](?:[ {CJK}]|$))"
    f"|(?<=[{CJK}{_CLOSE}]) +(?=[{_OPEN}])"
    f"|(?<=[{_CLOSE}{_STOP}]) +(?=[{CJK}{_OPEN}0-9])"
)
_CJK = re.compile(f"[{CJK}]")
_SPACES = re.compile(" +")


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
        around = [_AROUND.match(text, space.start()) for space in _SPACES.finditer(text)]
        spans += [match.span() for match in around if match is not None]
        for match in _SPREAD.finditer(text) if _SET_APART.search(text) else ():
            at = match.start()
            spans += [(at + space.start(), at + space.end()) for space in _SPACES.finditer(match.group())]
        spans = sorted(set(spans))
    return spans
