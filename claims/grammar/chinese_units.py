"""What stands after a Chinese number: units, currencies, counters."""

from __future__ import annotations

import re
from fractions import Fraction

from claims.grammar.chinese_compounds import CONTINUES, ENDS, coins, duration, measure, more, open_up, short_number
from claims.grammar.chinese_evaluation import LATIN
from claims.grammar.chinese_found import Found
from claims.grammar.chinese_lexicon import Lexicon, Unit, word_at
from claims.grammar.chinese_per import LATIN_UNIT
from claims.grammar.setting import Setting

_TIGHT_UNITS = re.compile(r"个(半|多|几)(小时|月|钟头|钟|星期|礼拜|世纪|工作日|季度|学期|年头|百分点|基点)")
_WARMTH = re.compile("[温热冷暖寒零摄华烧]|升高|降低")
_NAME_K = re.compile(r"[超高电屏画视显影蓝片分机直摄修]")
_TENTH = re.compile(r"\d(?=$|[，。；、！？)）」”左上的])", re.ASCII)
_INTEREST = re.compile(r"[息利]|按揭|回报|收益|票面|[HP]按")
_SHORT_INTEREST = re.compile(r"[月日]息|月利|日利")
_RATE_CHANGE = re.compile(r"(?:[加减升降调]息|[升降]|上调|下调|调高|调低)(?:了|达|至少|最多|约|共|合共|幅度?为?)?$")
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
            unit = _degree(text, found, lex)
        elif word == "块":
            unit = _kuai(text, at, found, unit)
        elif word == "厘":
            unit = _interest(text, found)
        elif word in _ALONE:
            return _lone_coin(text, at, word, found, setting)
    kind = unit.kind
    if kind == "count":
        if len(word) == 1:
            voids = lex.counter_voids.get(word)
            if (
                voids is not None
                and (following := text[at + 1 : at + 2]) in voids
                and (word not in _SOFT or following in _GRAMMATICAL or not _counted(found))
            ):
                return True
        if word in ("金", "银", "铜") and not (_medal(text, at + 1) and not found.decimals and found.scale == 1):
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


def _medal(text: str, at: int) -> bool:
    """Whether 三金 counts medals: the end, a mark or the next count follows."""
    return text[at : at + 1] in ENDS | {""} or text[at : at + 1] in "和及零一二两三四五六七八九十0123456789"


def settle(name: str | None, word: str, setting: Setting) -> str | None:
    """The unit itself: 元 and $ are what the document says they are."""
    if name == "yuan":
        return "HKD" if word in ("毫", "毫子", "仙") else setting.yuan
    return setting.dollar if name == "dollar" else name


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


def _degree(text: str, found: Found, lex: Lexicon) -> Unit:
    """度 is a temperature unless the words around it speak of angles, electricity or glasses."""
    before, after = text[max(0, found.start - 12) : found.start], text[found.end : found.end + 8]
    if any(word in after for word in lex.power) or any(word in before for word in lex.power):
        return Unit("dimension", "kilowatt_hour")
    if any(word in before for word in lex.angle) or after[1:2] in ("角", "弯", "坡", "转") or "旋转" in after:
        return Unit("dimension", "degree")
    if not found.decimals and found.scale == 1 and found.mantissa in (180, 360, 720) and "温" not in before:
        return Unit("dimension", "degree")
    if any(word in before for word in lex.optical) or any(word in after[1:] for word in lex.optical):
        return Unit("count", "count")
    if any(word in before for word in ("华氏",)):
        return Unit("temperature", "degree_Fahrenheit")
    if (
        found.characters
        and found.mantissa < 10
        and not found.decimals
        and not _WARMTH.search(before)
        and after[1:2] not in ENDS | {""}
    ):
        return Unit("count", "count")  # 两度接受手术
    if found.scale > 1:
        return Unit("dimension", "kilowatt_hour")
    return Unit("temperature", "degree_Celsius")


def _interest(text: str, found: Found) -> Unit:
    """A 厘 of interest is a percent a year, and where rates are raised or cut a point."""
    before = text[max(0, found.start - 12) : found.start]
    if _RATE_CHANGE.search(before):
        return Unit("point", "percentage_point")
    if _INTEREST.search(before) and not _SHORT_INTEREST.search(before):
        return Unit("percent", "percent")
    return Unit("count", "count")


def _kuai(text: str, at: int, found: Found, counter: Unit) -> Unit:
    """块 is money before 钱, small coins or the end of a phrase, and for large numbers."""
    following = text[at + 1 : at + 2]
    if found.low is not None or found.scale > 1 or found.mantissa >= 100 or found.decimals:
        return Unit("money", "yuan")
    if not following or following in ENDS or following in "零一二三四五六七八九十两半多0123456789和到至的也就了/":
        return Unit("money", "yuan")
    return counter


def _lone_coin(text: str, at: int, word: str, found: Found, setting: Setting) -> bool:
    """角, 毛, 毫 alone are coins; 分 alone is one only where nothing else stands."""
    following = text[at + 1 : at + 2]
    if word == "分":
        if found.start == 0 and at + 1 == len(text):
            found.kind, found.unit, found.factor, found.unit_word = "money", setting.yuan, Fraction(1, 100), word
            found.end = at + 1
            return True
        compound = re.compile(r"(?:(\d{1,2}|[一二三四五六七八九十]{1,3})秒钟?|半钟?)", re.ASCII).match(text, at + 1)
        if compound is not None:
            found.kind, found.unit, found.factor, found.unit_word, found.end = "duration", "minute", 1, "分", at + 1
            if compound[1]:
                duration(text, found, Unit("duration", "minute"))
            else:
                found.value = found.number() * 60 + 30
                found.unit, found.end, found.step = "second", compound.end(), Fraction(30)
            return True
        if not found.characters or found.mantissa > 10:
            found.kind, found.unit, found.unit_word, found.end = "count", "count", word, at + 1
        return True
    small = short_number(text, at + 1)
    if following and following not in ENDS and small is None:
        return True
    found.kind, found.unit_word, found.factor, found.end = "money", word, Fraction(1, 10), at + 1
    found.unit = settle("yuan", word, setting)
    if small is not None and small[0] < 10:
        found.value = found.number() + Fraction(small[0], 100)
        found.step = found.grain = Fraction(1, 100)
        found.end = small[1] + (1 if text[small[1] : small[1] + 1] in ("分", "仙") else 0)
    return True
