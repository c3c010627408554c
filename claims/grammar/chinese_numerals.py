"""Where a Chinese numeral ends: digits, characters, and any mixture of the two.

一亿2,300万, 三万五, 二〇二一, 十五点七, 4.78万亿, 三十几万, 两三百 and 百余 are all read here.
Text is folded (see `claims.grammar.fold`).
"""

from __future__ import annotations

import re

from claims.grammar.chinese_evaluation import BIG, DIGITS, SMALL, TENS, Reading, read_token
from claims.numerals import MAX_DIGITS, parse_digits

_CHARS = "".join([*DIGITS, *TENS, *SMALL, *BIG])
_DIGIT_CHARS = "".join(DIGITS)
ASCII_NUMBER = re.compile(r"\d{1,3}(?:[,，']\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+", re.ASCII)


# 千克 and 兆瓦 are units: their first character is no part of the number, but 几千米 is 几千 米.
_UNIT_AHEAD = r"(?:(?<![几数])千(?=[克瓦卡伏帕赫焦]|米(?!高)|字节|比特)|兆(?=[瓦赫帕焦比]|字节)|百(?=帕))"


CHARACTERS = re.compile(rf"(?:(?!{_UNIT_AHEAD})[{_CHARS}几数])+")
MIXED = re.compile(rf"(?:\d(?:[\d,]|，(?=\d{{3}}(?!\d)))*(?:\.\d+)?|(?!{_UNIT_AHEAD})[{_CHARS}几数])+", re.ASCII)
_AHEAD = re.compile(_UNIT_AHEAD)
_POINT = re.compile(rf"点([{_DIGIT_CHARS}\d]+)(?![十百千拾佰仟多余来几])", re.ASCII)
_AFTER_LAI = frozenset("个岁年天万亿元块人名家户位次里米斤公分只间件篇本场")
MAX_LENGTH = 2 * MAX_DIGITS


def read_number(text: str, at: int) -> Reading | None:
    """The numeral that begins at `at`, or None when none can be made of what stands there."""
    if "0" <= text[at] <= "9" or text[at] == ".":
        return _read_ascii(text, at)
    return _read_characters(text, at)


def _read_ascii(text: str, at: int) -> Reading | None:
    match = ASCII_NUMBER.match(text, at)
    if match is None:
        return None
    token, end = match.group(), match.end()
    if "，" in token and "," not in token and not token.replace("，", "").isdecimal():
        return None
    if len(token) > MAX_LENGTH:
        return None
    following = text[end : end + 1]
    if (following in BIG or following in SMALL) and _AHEAD.match(text, end) is None:
        return _read_mixed(text, at)
    numeral = parse_digits(token)
    if numeral is None:
        return None
    reading = Reading(end, numeral.mantissa, numeral.decimals)
    if following in ("多", "余") and numeral.mantissa >= 10:
        return _open(text, reading)
    return reading


def _read_mixed(text: str, at: int) -> Reading | None:
    match = MIXED.match(text, at)
    if match is None or match.end() - at > MAX_LENGTH:
        return None
    return _finish(text, at, match.group())


def _read_characters(text: str, at: int) -> Reading | None:
    match = CHARACTERS.match(text, at)
    if match is None or match.end() - at > MAX_LENGTH:
        return None
    token, end = match.group(), match.end()
    if end < len(text) and "0" <= text[end] <= "9" and (token[-1] in SMALL or token[-1] in BIG or token[-1] in "零〇"):
        mixed = MIXED.match(text, at)
        if mixed is not None and mixed.end() - at <= MAX_LENGTH:
            token = mixed.group()
    return _finish(text, at, token)


def _finish(text: str, at: int, token: str) -> Reading | None:
    reading = read_token(token)
    if reading is None:
        return None
    reading.end = at + len(token)
    reading.characters = not any("0" <= char <= "9" for char in token)
    reading.bare_unit = token[0] in "百千万亿兆佰仟"
    reading.single = len(token) == 1
    end = reading.end
    following = text[end : end + 1]
    if following == "点" and reading.low is None:
        return _decimals(text, reading)
    if following == "来" and token[-1] in "十百千万" and text[end + 1 : end + 2] in _AFTER_LAI and reading.low is None:
        return _open(text, reading)
    if (
        following in ("多", "余")
        and reading.low is None
        and token[-1] not in "零〇"
        and reading.mantissa * reading.scale >= 10
    ):
        return _open(text, reading)
    return reading


def _decimals(text: str, reading: Reading) -> Reading:
    """十五点七: the digits after the point, and a scale word after them."""
    match = _POINT.match(text, reading.end)
    if match is None or len(match.group()) > MAX_DIGITS:
        return reading
    digits = "".join(char if char.isascii() else str(DIGITS[char]) for char in match.group(1))
    whole = reading.mantissa * reading.scale
    made = Reading(match.end(), whole * 10 ** len(digits) + int(digits), len(digits), characters=reading.characters)
    return _scaled(text, made)


def _scaled(text: str, reading: Reading) -> Reading:
    end = reading.end
    word = ""
    scale = 1
    while end < len(text) and text[end] in BIG and len(word) < 3:
        scale *= BIG[text[end]]
        word += text[end]
        end += 1
    if word:
        reading.scale, reading.scale_word, reading.end = scale, word, end
    return reading


def _open(text: str, reading: Reading) -> Reading:
    """一百多万: from the number up to one more unit of its last non-zero digit."""
    low, grain = reading.value, reading.grain
    marked = Reading(
        reading.end + 1, reading.mantissa, reading.decimals, reading.scale, reading.scale_word,
        characters=reading.characters, bare_unit=reading.bare_unit,
    )  # fmt: skip
    scaled = _scaled(text, marked)
    if scaled.end > reading.end + 1:
        factor = scaled.scale
        scaled.scale = factor * reading.scale
        scaled.scale_word = reading.scale_word + scaled.scale_word
        low, grain = low * factor, grain * factor
    scaled.low, scaled.high = low, low + grain
    return scaled
