"""Numeral characters, the words that they are part of, and 半."""

from __future__ import annotations

from fractions import Fraction

from claims.grammar.chinese_figure import read_figure
from claims.grammar.chinese_found import Found
from claims.grammar.chinese_rates import read_half
from claims.grammar.chinese_reader import NUMERALS, Reader

_NUMERIC = frozenset(NUMERALS + "点")
_OF_WORDS = frozenset("场山导岛路途决空径球程身夜价官")
"""What makes a word of 半 before it: 半场, 半山."""


def read_characters(reader: Reader, at: int) -> int:
    """The end of what the numeral character at `at` begins."""
    text, lex = reader.text, reader.lex
    char = text[at]
    following = text[at + 1 : at + 2]
    idiom = lex.idioms.get(char + following)
    if idiom is None or not idiom_end(reader, at, idiom):
        if at:
            idiom = lex.idioms.get(text[at - 1] + char)
            if idiom is not None and (end := idiom_end(reader, at, idiom)):
                return end
    else:
        return idiom_end(reader, at, idiom)
    if char == "零" and following == "下":
        return at + 1
    if char == "半":
        return _half(reader, at)
    if char in "几数" and not (following and following in "十百千万亿"):
        return at + 1
    if char == "一" and following == "半":
        return _half(reader, at)
    return read_figure(reader, at)


def idiom_end(reader: Reader, at: int, idioms: tuple[tuple[str, int], ...]) -> int:
    """End of an idiom that covers `at`, or 0."""
    for word, offset in idioms:
        if at < offset or not reader.text.startswith(word, at - offset):
            continue
        end = at - offset + len(word)
        following = reader.text[end : end + 1]
        if (following == "度" and word == "四季") or (following == "面" and word[-1] == "方"):
            continue  # 四季度, 三方面
        # 一点六, 万分之三 and 三八折 are numbers for all that they begin like words.
        if following and (following in _NUMERIC or following in "之成折"):
            last = word[-1]
            if (last == "分" and following == "之") or (last in _NUMERIC and word[0] in _NUMERIC and len(word) == 2):
                continue
            if (last in _NUMERIC and following in _NUMERIC) or (last == "分" and following in _NUMERIC):
                continue
        if following and following in "岁个名年" and all(char in _NUMERIC for char in word):
            continue
        return max(end, at + 1)
    return 0


def _half(reader: Reader, at: int) -> int:
    """半年, 半小时, 一半: half of what follows."""
    text = reader.text
    half = None if at and text[at - 1] in "过逾" else read_half(text, at)
    if half is not None:
        reader.keep(half)
        return half.end
    if text[at] == "一":
        return read_figure(reader, at)
    if at and text[at - 1] == "减" and text[at + 1 : at + 2] not in tuple("年月天日小个公斤点"):
        halved = Found.at(at - 1, at + 1)
        halved.kind, halved.value, halved.rounding, halved.direction = "multiple", Fraction(1, 2), "multiple", "down"
        return reader.keep(halved)
    if at and text[at - 1] in "过逾近" and not text.endswith(("通过", "经过", "渡过", "度过", "最近"), 0, at):
        return _majority(reader, at)
    return _half_of(reader, at)


def _half_of(reader: Reader, at: int) -> int:
    """半年, 半公升."""
    text = reader.text
    if at and text[at - 1] in "上下前后大小对多每夜过夏冬这那":
        return at + 1
    found = Found.at(at, at + 1)
    found.mantissa, found.decimals, found.characters = 5, 1, True
    if text[at + 1 : at + 2] == "亿":  # 半亿元
        found.scale, found.scale_word, found.end = 10**8, "亿", at + 2
    found.reading_end = found.end
    start_kind = found.kind
    if text[at + 1 : at + 2] in _OF_WORDS or not reader.unit(found):
        return at + 1
    if (
        found.kind == start_kind
        or (found.kind == "count" and found.unit_word != "个")
        or found.kind in ("temperature", "multiple")
    ):
        return at + 1
    if found.kind == "count" and not (at == 0 and found.end == len(text)):
        return at + 1
    if found.rounding == "":
        found.rounding = "digit"
    found.step = found.grain = Fraction(found.factor) / 2
    return reader.keep(found)


def _majority(reader: Reader, at: int) -> int:
    """过半, 逾半, 近半: 50 % and a hedge."""
    text = reader.text
    end = at + (2 if text.startswith("半数", at) else 1)
    if text[end : end + 1] and text[end : end + 1] in "年月天日小个百世公径山亿":
        return _half_of(reader, at)
    found = Found.at(at, end)
    found.kind = found.unit = "percent"
    found.mantissa, found.rounding, found.characters = 50, "fraction", True
    found.hedge = "nearly" if text[at - 1] == "近" else "more_than"
    found.step = found.grain = Fraction(25, 3)
    found.outer_start = at - (2 if text[max(0, at - 2) : at] == "超过" else 1)
    reader.found.append(found)
    return end
