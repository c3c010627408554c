"""Headers whose characters come out of a PDF twice.

Bold type is often drawn as two prints a hair apart, and both are extracted: character by
character or run by run. A line is read single only when it is doubled from end to end;
words that repeat a character in earnest (天天, 高高興興) and numbers (88) are left alone.
"""

from __future__ import annotations

import re

from claims.readers.pieces import Piece

_LONGEST = 120
_TWICE = re.compile(r"(.{1,40}?)\1")
_WORD = re.compile(r"\S+")
_NUMERIC = re.compile(r"[\d\s.,%一二三四五六七八九十百千萬万億亿兩两零〇+-]+")
_IN_EARNEST = re.compile(
    "高[興兴]|快[樂乐]|平安|家[戶户]|方面|清楚|明白|[三幾几][兩两]|大小|老[實实]|安[靜静]|[乾干][淨净]|整[齊齐]|形色|[時时]刻|早晚"
    "|日夜|年[歲岁]|[風风]雨|[轟轰]烈|林[總总]|[點点]滴|多少|[裏里]外|千[萬万]|世代|口[聲声]|踏[實实]|[實实]在|正反|男女|[來来]往"
)
"""Pairs that are said AABB, as 平平安安."""


def single(text: str) -> list[Piece] | None:
    """Spans of `text` to keep when it is doubled, the first print of each; else None."""
    if len(text) > _LONGEST or len(text) < 4 or _TWICE.match(text) is None:
        return None
    kept: list[Piece] = []
    units: list[str] = []
    after = 0
    for word in _WORD.finditer(text):
        parts = _halves(word.group())
        if parts is None:
            return None
        if kept:
            kept.append((after, word.start()))
        for start, size in parts:
            at = word.start() + start
            kept.append((at, at + size))
            units.append(text[at : at + size])
        after = word.end()
    whole = "".join(units)
    longest = max(map(len, units))
    if _NUMERIC.fullmatch(whole) or _IN_EARNEST.fullmatch(whole) or len(set(whole)) < 2:
        return None
    # One short unit said twice (研究研究) is how people speak; two units or a long one are print.
    return kept if len(units) >= 2 or longest >= 4 else None


def _halves(word: str) -> list[tuple[int, int]] | None:
    """Start and size of units that, each said twice, make up `word`; None when there are none.

    The shortest unit at each place that lets the rest work out, found from the end.
    """
    size = len(word)
    step = [0] * (size + 1)
    reaches = [False] * size + [True]
    for at in range(size - 2, -1, -1):
        for unit in range(1, (size - at) // 2 + 1):
            if reaches[at + 2 * unit] and word[at : at + unit] == word[at + unit : at + 2 * unit]:
                reaches[at], step[at] = True, unit
                break
    if not reaches[0]:
        return None
    parts, at = [], 0
    while at < size:
        parts.append((at, step[at]))
        at += 2 * step[at]
    return parts
