"""Shares and multiples in words: 三成五, 八五折, 百分之二十, 五分之一, 翻两番, 半数."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from claims.grammar.chinese_evaluation import DIGITS, Reading
from claims.grammar.chinese_found import Found
from claims.grammar.chinese_lexicon import Lexicon, Unit, word_at
from claims.grammar.chinese_numerals import read_number

_TENTHS = re.compile(r"成(?![员本立果绩功为长熟交就都份品人年渝型文套语因型])")
_DISCOUNT = re.compile(r"折(?![合算旧扣射叠返磨腾断线回本损桥中服])")
_TIMES_TWO = re.compile(r"翻了?(?:(?P<n>[一两二三四五六七八九]|\d{1,2}|几)?番|(?P<double>一?倍))", re.ASCII)
_HALVES = re.compile(r"(?P<discount>对折)|(?:一半|半数|半成|半折)")
_QUARTER = re.compile(r"([二三四五六七八九十])分([一二三])(?=[升公茶汤英加斤年小之]|$)")
_POWERS = {100: "percent", 1000: "permille"}


def read_fraction(text: str, found: Found, reading: Reading, lex: Lexicon) -> bool:
    """百分之X, Y分之X, N又Y分之X, read on from the denominator or the whole number; False when none."""
    at = reading.end
    if text.startswith("分之", at):
        return _over(text, found, reading, at + 2, 0, lex)
    if text[at : at + 1] == "又" and at + 1 < len(text):
        below = _number(text, at + 1)
        if below is not None and text.startswith("分之", below.end):
            return _over(text, found, below, below.end + 2, reading.value, lex)
    return False


def _number(text: str, at: int) -> Reading | None:
    if at >= len(text) or not (text[at].isdecimal() or text[at] in DIGITS or text[at] in "十百千万亿拾佰仟.几数"):
        return None
    return read_number(text, at)


def _over(text: str, found: Found, below: Reading, at: int, more: Fraction | int, lex: Lexicon) -> bool:
    negative = text[at : at + 1] == "负"
    above = _number(text, at + negative)
    if above is None or below.low is not None or not below.value:
        return False
    if negative:
        found.negative = not found.negative
    found.end = above.end
    denominator = below.value
    power = _POWERS.get(int(denominator)) if denominator.denominator == 1 else None
    if power and not more and below.decimals == 0:
        _rate(text, found, above, power)
        return True
    part = above.value / denominator
    found.value = part + more
    found.characters = True
    if above.low is not None and above.high is not None:
        found.low, found.high, found.closed = (
            above.low / denominator * 100,
            above.high / denominator * 100,
            above.closed,
        )
    scale = 100
    unit = _unit_after(text, found, lex)
    if unit is not None:
        found.kind, found.unit, scale = unit.kind, unit.name, 1
        found.value *= unit.factor
    elif more or part > 1:
        found.kind, found.unit, scale = "number", None, 1
    else:
        found.kind, found.unit = "percent", "percent"
        found.value *= 100
    small = denominator in (10**4, 10**5, 10**6, 10**7, 10**8)
    neighbour = abs(1 / denominator - 1 / (denominator + 1)) / 2
    found.rounding = "digit" if small else "fraction"
    found.step = found.grain = above.grain / denominator * scale if small else neighbour * scale
    return True


def _rate(text: str, found: Found, above: Reading, unit: str) -> None:
    found.kind, found.unit = "percent", unit
    found.mantissa, found.decimals, found.scale = above.mantissa, above.decimals, above.scale
    found.scale_word = above.scale_word
    found.low, found.high, found.closed = above.low, above.high, above.closed
    found.unit_word = "分之"
    if text[found.end : found.end + 1] in ("K", "k"):
        found.scale, found.end = 1000, found.end + 1


def _unit_after(text: str, found: Found, lex: Lexicon) -> Unit | None:
    if text[found.end : found.end + 1] == "个":
        word = word_at(text, found.end, lex.unit_index)
        unit = lex.units.get(word)
        if unit is None or unit.kind != "duration":
            return None
    else:
        word = word_at(text, found.end, lex.unit_index)
        unit = lex.units.get(word)
        if unit is None or unit.kind not in ("dimension", "duration") or unit.name in ("yuan",):
            return None
        if word in ("日", "年", "天", "度", "里", "米", "分"):
            return None
    found.end += len(word)
    found.unit_word = word
    return unit


def quarter_of(text: str, at: int, found: Found, lex: Lexicon) -> bool:
    """四分一升: a fraction without 之."""
    match = _QUARTER.match(text, at)
    if match is None:
        return False
    below = DIGITS.get(match[1], 10)
    found.end = match.end()
    found.value = Fraction(DIGITS[match[2]], below)
    unit = _unit_after(text, found, lex)
    found.rounding, found.characters = "fraction", True
    found.step = found.grain = (Fraction(1, below) - Fraction(1, below + 1)) / 2
    if unit is None:
        found.kind = found.unit = "percent"
        found.value *= 100
        found.step = found.grain = found.step * 100
    else:
        found.kind, found.unit = unit.kind, unit.name
        found.value *= unit.factor
    return True


def read_tenths(text: str, found: Found, reading: Reading) -> bool:
    """三成, 七成六, 两成多, 2.5成, 八五折; False when 成 or 折 begins another word."""
    at = found.end
    char = text[at]
    if char == "成":
        if _TENTHS.match(text, at) is None or reading.scale != 1:
            return False
        found.kind = found.unit = "percent"
        found.unit_word, found.end, found.rounding = "成", at + 1, "tenth"
        found.factor = 10
        found.step = found.grain = Fraction(10) / 10**found.decimals
        if found.low is not None and found.high is not None:
            found.low, found.high = found.low * 10, found.high * 10
            return True
        following = text[at + 1 : at + 2]
        spelled = following in DIGITS or (following.isdecimal() and not found.characters)
        if spelled and not found.decimals and text[at + 2 : at + 3] not in tuple("个成年十0123456789.月日"):
            digit = DIGITS[following] if following in DIGITS else int(following)
            if 0 < digit < 10:
                found.value = Fraction(found.mantissa * 10 + digit)
                found.step = found.grain = Fraction(1)
                found.end = at + 2
        elif following == "半" and not found.decimals:
            found.value = Fraction(found.mantissa * 10 + 5)
            found.step = found.grain = Fraction(5)
            found.end = at + 2
        elif following in ("多", "余"):
            found.low = found.number()
            found.high = found.low + 10
            found.end = at + 2
        return True
    if _DISCOUNT.match(text, at) is None or reading.scale != 1 or found.low is not None:
        return False
    # 八五折 and 85折 are 85 %; 8折 and 8.5折 are tenths.
    if not found.decimals and found.mantissa >= 10:
        if found.mantissa == 10 or found.mantissa > 99:
            return False
        worth = 1
    else:
        worth = 10
    found.kind = found.unit = "percent"
    found.unit_word, found.end, found.rounding, found.factor = "折", at + 1, "digit", worth
    return True


def read_times(text: str, at: int) -> Found | None:
    """翻番, 翻一番, 翻了两番: two to that power."""
    match = _TIMES_TWO.match(text, at)
    if match is None or match["n"] == "几":
        return None
    word = match["n"]
    power = 1 if not word else int(word) if word.isdecimal() else DIGITS[word]
    if power > 20:
        return None
    found = Found.at(at, match.end())
    found.kind, found.mantissa, found.rounding, found.characters = "multiple", 2**power, "multiple", True
    found.unit_word = "番"
    return found


def read_half(text: str, at: int) -> Found | None:
    """一半, 半数, 对折, 半成."""
    match = _HALVES.match(text, at)
    if match is None:
        return None
    word = match.group()
    following = text[match.end() : match.end() + 1]
    if word in ("一半", "半数", "对折") and following in ("天", "年", "导", "岛", "据"):
        return None
    found = Found.at(at, match.end())
    found.kind = found.unit = "percent"
    found.mantissa = 5 if word == "半成" else 50
    found.rounding = "digit" if match["discount"] or word == "半折" else "fraction"
    found.step = found.grain = Fraction(1) if match["discount"] else Fraction(25, 3)
    if word == "半成":
        found.rounding, found.step = "tenth", Fraction(5)
    found.characters = True
    return found


def read_sign_fraction(char: str) -> Fraction:
    """½ and its like."""
    return Fraction(unicodedata.numeric(char)).limit_denominator(100)
