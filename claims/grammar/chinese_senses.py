"""Unit words of several senses: 度, 厘, 块, 分 and the metals of medals, settled by the words around them."""

from __future__ import annotations

import re
from fractions import Fraction

from claims.grammar.chinese_compounds import ENDS, duration, short_number
from claims.grammar.chinese_found import Found
from claims.grammar.chinese_lexicon import Lexicon, Unit
from claims.grammar.setting import Setting

_WARMTH = re.compile("[温热冷暖寒零摄华烧]|升高|降低")
_INTEREST = re.compile(r"[息利]|按揭|回报|收益|票面|[HP]按")
_SHORT_INTEREST = re.compile(r"[月日]息|月利|日利")
_RATE_CHANGE = re.compile(r"(?:[加减升降调]息|[升降]|上调|下调|调高|调低)(?:了|达|至少|最多|约|共|合共|幅度?为?)?$")
_AND_SECONDS = re.compile(r"(?:(\d{1,2}|[一二三四五六七八九十]{1,3})秒钟?|半钟?)", re.ASCII)


def sense_of_degree(text: str, found: Found, lex: Lexicon) -> Unit:
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


def sense_of_li(text: str, found: Found) -> Unit:
    """A 厘 of interest is a percent a year, and where rates are raised or cut a point."""
    before = text[max(0, found.start - 12) : found.start]
    if _RATE_CHANGE.search(before):
        return Unit("point", "percentage_point")
    if _INTEREST.search(before) and not _SHORT_INTEREST.search(before):
        return Unit("percent", "percent")
    return Unit("count", "count")


def sense_of_kuai(text: str, at: int, found: Found, counter: Unit) -> Unit:
    """块 is money before 钱, small coins or the end of a phrase, and for large numbers."""
    following = text[at + 1 : at + 2]
    if found.low is not None or found.scale > 1 or found.mantissa >= 100 or found.decimals:
        return Unit("money", "yuan")
    if not following or following in ENDS or following in "零一二三四五六七八九十两半多0123456789和到至的也就了/":
        return Unit("money", "yuan")
    return counter


def lone_coin(text: str, at: int, word: str, found: Found, setting: Setting) -> bool:
    """角, 毛, 毫 alone are coins; 分 alone is one only where nothing else stands."""
    following = text[at + 1 : at + 2]
    if word == "分":
        if found.start == 0 and at + 1 == len(text):
            found.kind, found.unit, found.factor, found.unit_word = "money", setting.yuan, Fraction(1, 100), word
            found.end = at + 1
            return True
        compound = _AND_SECONDS.match(text, at + 1)
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


def is_medal(text: str, at: int) -> bool:
    """Whether 三金 counts medals: the end, a mark or the next count follows."""
    return text[at : at + 1] in ENDS | {""} or text[at : at + 1] in "和及零一二两三四五六七八九十0123456789"


def settle(name: str | None, word: str, setting: Setting) -> str | None:
    """The unit itself: 元 and $ are what the document says they are."""
    if name == "yuan":
        return "HKD" if word in ("毫", "毫子", "仙") else setting.yuan
    return setting.dollar if name == "dollar" else name
