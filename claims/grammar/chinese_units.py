"""What stands after a Chinese number: units, currencies, counters."""

from __future__ import annotations

import re
from fractions import Fraction

from claims.grammar.chinese_compounds import CONTINUES, coins, duration, measure, more, open_up, short_number
from claims.grammar.chinese_evaluation import LATIN
from claims.grammar.chinese_found import Found
from claims.grammar.chinese_lexicon import Lexicon, word_at
from claims.grammar.chinese_per import LATIN_UNIT
from claims.grammar.chinese_senses import is_medal, lone_coin, sense_of_degree, sense_of_kuai, sense_of_li, settle
from claims.grammar.setting import Setting

_TIGHT_UNITS = re.compile(r"个(半|多|几)(小时|月|钟头|钟|星期|礼拜|世纪|工作日|季度|学期|年头|百分点|基点)")
_NAME_K = re.compile(r"[超高电屏画视显影蓝片分机直摄修]")
_HUNDREDTHS = re.compile(r"\d\d(?=$|[，。；、！？)）」”的])", re.ASCII)
_TENTH = re.compile(r"\d(?=$|[，。；、！？)）」”左上的])", re.ASCII)
_ALONE = frozenset("分角毛毫")
_SETTLED_NEAR = frozenset(("个", "厘", "度", "块", *_ALONE))
"""Unit words whose meaning the words around them settle."""
_OTHER_WORD = {"个月": frozenset("台饼球份"), "个周": frozenset("末期年刊")}
"""What makes 月台, 周末 and their like of what follows 个."""
_SOFT = frozenset("人名位发家场辆")
"""Counters that stay counters after a plain number before what would make a word of them: 12名人员."""
_GRAMMATICAL = frozenset("于有是要能会可不以来到则须需在因之而此居列将由从属仍过道民展现表电所处置")
"""What goes on with a word of its own even after a plain number: 5位于, 612人道支援."""


def _counted(found: Found) -> bool:
    """Whether a number is too long for the first character of a name: 12名人员, but 二名人."""
    year = found.scale == 1 and 1900 <= found.mantissa < 2100
    return not found.decimals and not year and (not found.characters or found.reading_end - found.start > 1)


def read_unit(text: str, found: Found, lex: Lexicon, setting: Setting) -> bool:
    """Read the unit after `found`; False when what follows makes the number a name (5G, 3D)."""
    at = found.end
    if at >= len(text):
        return True
    word = word_at(text, at, lex.unit_index)
    if not word:
        after = text[at + 1 : at + 2]
        if text[at] == " " and (after == "%" or after == "°"):
            at += 1
            word = word_at(text, at, lex.unit_index)
        if not word:
            return _foreign(text, at, found, lex, setting)
    unit = lex.units[word]
    if word[0] in _SETTLED_NEAR:
        if word[0] == "个":
            if text[at + 2 : at + 3] in _OTHER_WORD.get(word, ()):
                word, unit = "个", lex.units["个"]
            if text[at + 1 : at + 2] == "亿" and found.scale == 1 and found.low is None:
                found.scale, found.scale_word, found.end = 10**8, "亿", at + 2
                found.reading_end = found.end
                return read_unit(text, found, lex, setting)
            if (match := _TIGHT_UNITS.match(text, at)) is not None:
                return _half_unit(text, match, found, lex)
        elif word == "度":
            unit = sense_of_degree(text, found, lex)
        elif word == "块":
            unit = sense_of_kuai(text, at, found, unit)
        elif word == "厘":
            unit = sense_of_li(text, found)
        elif word in _ALONE:
            return lone_coin(text, at, word, found, setting)
    kind = unit.kind
    if kind == "count":
        if len(word) == 2 and text[at + 2 : at + 3] in lex.counter_voids.get(word, ()):
            word = word[0]  # 三支队伍 counts with 支, not with 支队
        elif len(word) == 1:
            voids = lex.counter_voids.get(word)
            if (
                voids is not None
                and (following := text[at + 1 : at + 2]) in voids
                and (word not in _SOFT or following in _GRAMMATICAL or not _counted(found))
            ):
                return True
        if word == "本" and found.decimals and found.scale == 1 and "\u4e00" <= text[at + 1 : at + 2] <= "\u9fff":
            return True  # 2.3本工程: the number of a section
        if word in ("金", "银", "铜") and not (is_medal(text, at + 1) and not found.decimals and found.scale == 1):
            return True
        if word in ("男", "女") and text[found.start - 1 : found.start] in ("男", "女") and short_number(text, at + 1):
            return True  # 男6女5: the word belongs to the next number
        found.kind, found.unit, found.unit_word, found.factor = "count", "count", word, unit.factor
        found.end = at + len(word)
        return True
    found.kind, found.unit_word, found.factor = kind, word, unit.factor
    found.unit = settle(unit.name, word, setting) if kind == "money" else unit.name
    found.end = end = at + len(word)
    if kind == "multiple" and found.characters and not found.rounding:
        found.rounding = "multiple"
    if word == "度" and kind == "temperature" and _TENTH.match(text, end) and found.scale == 1 and not found.decimals:
        # 37度2
        found.mantissa, found.decimals, found.end = found.mantissa * 10 + int(text[end]), 1, end + 1
    elif word == "秒" and _HUNDREDTHS.match(text, end) and found.scale == 1 and not found.decimals:
        # 9秒83
        found.mantissa, found.decimals, found.end = found.mantissa * 100 + int(text[end : end + 2]), 2, end + 2
    elif text[end : end + 1] in CONTINUES:
        if kind == "money":
            coins(text, found, word, lex)
        elif kind == "duration":
            duration(text, found, unit)
        else:
            measure(text, found, word, unit, lex)
        more(text, found)
    return True


def _foreign(text: str, at: int, found: Found, lex: Lexicon, setting: Setting) -> bool:
    """Letters and marks after the number, where no Chinese unit stands."""
    char = text[at]
    if char == " ":
        after = text[at + 1 : at + 2]
        if after.isascii() and after.isalpha():
            _latin(text, at + 1, found, lex, setting, True)
    elif char.isascii():
        if char.isalpha():
            return bool(_latin(text, at, found, lex, setting, False))
        if char == "'" and at + 1 == len(text):
            # A foot mark after a number that stands alone.
            found.kind, found.unit, found.unit_word, found.end = "dimension", "foot", "'", at + 1
    return True


def _latin(text: str, at: int, found: Found, lex: Lexicon, setting: Setting, spaced: bool) -> bool | None:
    """A unit in Latin letters, or one of the scale letters k, w, M; None or False when neither."""
    match = LATIN_UNIT.match(text, at)
    if match is None:
        return None if spaced else False
    word = match.group()
    unit = lex.latin_units.get(word)
    if unit is None and "/" in word:
        word = word.partition("/")[0]
        unit = lex.latin_units.get(word)
    if unit is None and word[-1] in "23.":
        word = word[:-1]
        unit = lex.latin_units.get(word)
    # A single letter is a scale when letters that are units of money or Chinese words follow.
    scales = word in ("k", "K", "w") or (word == "M" and not found.characters) or (word == "G" and found.decimals)
    if scales and not spaced:
        if word == "K" and found.mantissa < 10 and _NAME_K.match(text, at + 1):
            return False
        found.scale *= LATIN[word]
        found.scale_word = word
        found.end = found.reading_end = at + 1
        return read_unit(text, found, lex, setting)
    if unit is None:
        return None if spaced else False
    if len(word) == 1 and not spaced and _is_name(text, at, found, word):
        return False
    found.kind, found.unit, found.unit_word, found.factor = unit.kind, unit.name, word, unit.factor
    found.end = at + len(word)
    return True


def _is_name(text: str, at: int, found: Found, word: str) -> bool:
    """3A级, 5G, 4S店: a digit and a letter that name something."""
    return (
        not found.decimals
        and found.scale == 1
        and found.mantissa < 10
        and (word in "ASN" or text.startswith(("级", "类", "股", "型", "店", "版"), at + 1))
    )


def _half_unit(text: str, match: re.Match[str], found: Found, lex: Lexicon) -> bool:
    """一个半小时, 两个多月."""
    unit = lex.units.get("个" + match[2]) or lex.units.get(match[2])
    if unit is None:
        return True
    found.kind, found.unit, found.factor = unit.kind, unit.name, unit.factor
    found.unit_word, found.end = match.group(), match.end()
    if match[1] == "半":
        found.value = (found.number() / unit.factor + Fraction(1, 2)) * unit.factor
        found.step = found.grain = Fraction(unit.factor) / 2
    else:
        open_up(found, 1)
    return True
