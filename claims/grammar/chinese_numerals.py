"""Where a Chinese numeral ends: digits, characters, and any mixture of the two.

一亿2,300万, 三万五, 二〇二一, 十五点七, 4.78万亿, 三十几万, 两三百 and 百余 are all read here.
Text is folded (see `claims.grammar.fold`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.grammar.chinese_evaluation import BIG, DIGITS, SMALL, TENS, Reading, read_token
from claims.numerals import MAX_DIGITS, Numeral, parse_digits

_CHARS = "".join([*DIGITS, *TENS, *SMALL, *BIG])
_DIGIT_CHARS = "".join(DIGITS)
AFTER_DIGIT = r"(?:\d{0,2}(?:[,，']\d{3})+(?!\d)(?:\.\d+)?|\d*(?:\.\d+)?)"
"""Pattern of the rest of a number after its first digit."""
_NUMBER = re.compile(rf"\d{AFTER_DIGIT}|\.\d+", re.ASCII)
# 千克 and 兆瓦 are units: their first character is no part of the number, but 几千米 is 几千 米.
_UNIT_AHEAD = r"(?:(?<![几数])千(?=[克瓦卡伏帕赫焦]|米(?!高)|字节|比特)|兆(?=[瓦赫帕焦比]|字节)|百(?=帕))"
CHARACTERS = re.compile(rf"(?:(?!{_UNIT_AHEAD})[{_CHARS}几数])+")
MIXED = re.compile(rf"(?:\d(?:[\d,]|，(?=\d{{3}}(?!\d)))*(?:\.\d+)?|(?!{_UNIT_AHEAD})[{_CHARS}几数])+", re.ASCII)
_AHEAD = re.compile(_UNIT_AHEAD)
_POINT = re.compile(rf"点([{_DIGIT_CHARS}\d]+)(?![十百千拾佰仟多余来几])", re.ASCII)
_AFTER_LAI = frozenset("个岁年天万亿元块人名家户位次里米斤公分只间件篇本场")
MAX_LENGTH = 2 * MAX_DIGITS


_NUMERAL = frozenset(_CHARS + "几数")
_SINGLE = _NUMERAL - set("千兆百")
"""Characters that are part of the number wherever they stand."""
_GOES_ON = _NUMERAL | set("0123456789")
_MARKS = frozenset("点来多余")
"""What may follow a numeral as a part of it."""
_CLAIMED = _GOES_ON | _MARKS
_OPENING = frozenset("多余几")
_AFTER_DIGITS = _OPENING | set(SMALL) | set(BIG)
"""What may follow digits as a part of their number."""


def read_number(text: str, at: int) -> Reading | None:
    """The numeral that begins at `at`, or None when none can be made of what stands there."""
    if "0" <= text[at] <= "9" or text[at] == ".":
        match = _NUMBER.match(text, at)
        return None if match is None else read_matched(text, match)
    return _read_characters(text, at)


def read_matched(text: str, match: re.Match[str]) -> Reading | None:
    """The numeral that begins with `match`: digits with their separators and decimals."""
    token, end = match[0], match.end()
    numeral = _digits(token)
    following = text[end : end + 1]
    if following not in _AFTER_DIGITS:
        return None if numeral is None else Reading(end, numeral[0], numeral[1])
    if (
        (following == "万" or following == "亿")
        and numeral is not None
        and text[end + 1 : end + 2] not in _CLAIMED
        and token[0] != "."
        and "'" not in token
    ):
        return Reading(end + 1, numeral[0], numeral[1], BIG[following], following)
    if numeral is None and (len(token) > MAX_LENGTH or _parts_clauses(token)):
        return None
    if (following in BIG or following in SMALL) and _AHEAD.match(text, end) is None:
        return _read_mixed(text, match.start())
    if numeral is None:
        return None
    reading = Reading(end, numeral[0], numeral[1])
    return _open(text, reading) if following in _OPENING and numeral[0] >= 10 else reading


@lru_cache(maxsize=4096)
def _digits(token: str) -> Numeral | None:
    return None if len(token) > MAX_LENGTH or _parts_clauses(token) else parse_digits(token)


def _parts_clauses(token: str) -> bool:
    """Whether a full-width comma stands before a number with decimals: it groups whole numbers only."""
    return "，" in token and "," not in token and not token.replace("，", "").isdecimal()


def _read_mixed(text: str, at: int) -> Reading | None:
    match = MIXED.match(text, at)
    if match is None or match.end() - at > MAX_LENGTH:
        return None
    return _finish(text, at, match[0])


def _read_characters(text: str, at: int) -> Reading | None:
    if text[at] in _SINGLE and text[at + 1 : at + 2] not in _GOES_ON:
        return _finish(text, at, text[at])
    match = CHARACTERS.match(text, at)
    if match is None or match.end() - at > MAX_LENGTH:
        return None
    token, end = match[0], match.end()
    if end < len(text) and "0" <= text[end] <= "9" and (token[-1] in SMALL or token[-1] in BIG or token[-1] in "零〇"):
        mixed = MIXED.match(text, at)
        if mixed is not None and mixed.end() - at <= MAX_LENGTH:
            token = mixed[0]
    return _finish(text, at, token)


def _finish(text: str, at: int, token: str) -> Reading | None:
    alone = read_token(token)
    if alone is None:
        return None
    end = at + len(token)
    reading = Reading(
        end, alone.mantissa, alone.decimals, alone.scale, alone.scale_word, alone.low, alone.high, alone.closed,
        alone.characters, alone.bare_unit, alone.single, alone.positional,
    )  # fmt: skip
    following = text[end : end + 1]
    if following not in _MARKS or reading.low is not None:
        return reading
    if following == "点":
        return _decimals(text, reading)
    if following == "来":
        opens = token[-1] in "十百千万" and text[end + 1 : end + 2] in _AFTER_LAI
    else:
        opens = token[-1] not in "零〇" and reading.mantissa * reading.scale >= 10
    return _open(text, reading) if opens else reading


def _decimals(text: str, reading: Reading) -> Reading:
    """十五点七: the digits after the point, and a scale word after them."""
    match = _POINT.match(text, reading.end)
    if match is None or len(match.group()) > MAX_DIGITS:
        return reading
    digits = "".join(char if char.isascii() else str(DIGITS[char]) for char in match[1])
    whole = reading.mantissa * reading.scale
    end, scale, word = _scale_at(text, match.end())
    return Reading(
        end,
        whole * 10 ** len(digits) + int(digits),
        len(digits),
        scale,
        word,
        characters=reading.characters,
    )


def _scale_at(text: str, at: int) -> tuple[int, int, str]:
    """The end, the worth and the letters of up to three scale words at `at`."""
    end, scale = at, 1
    while end < len(text) and text[end] in BIG and end - at < 3:
        scale *= BIG[text[end]]
        end += 1
    return end, scale, text[at:end]


def _open(text: str, reading: Reading) -> Reading:
    """一百多万: from the number up to one more unit of its last non-zero digit."""
    end, factor, word = _scale_at(text, reading.end + 1)
    low, grain = reading.value * factor, reading.grain * factor
    return Reading(
        end, reading.mantissa, reading.decimals, reading.scale * factor, reading.scale_word + word, low, low + grain,
        characters=reading.characters, bare_unit=reading.bare_unit,
    )  # fmt: skip
