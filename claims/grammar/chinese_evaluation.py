"""Chinese numerals to exact numbers, once it is known which characters they are made of.

一亿2300万, 三万五, 二〇二一, 三十几万 and 两三百 are all worked out here.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from claims.numerals import MAX_DIGITS, Numeral, parse_digits

DIGITS = {
    **{char: value for value, char in enumerate("零一二三四五六七八九")},
    **{char: value for value, char in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "参": 3, "两": 2, "俩": 2,
}  # fmt: skip
TENS = {"廿": 20, "卅": 30, "卌": 40}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
LATIN = {"k": 10**3, "K": 10**3, "w": 10**4, "W": 10**4, "M": 10**6, "G": 10**9}
FORMAL = frozenset("壹贰叁参肆伍陆柒捌玖拾佰仟")
_TOKEN = re.compile(r"\d[\d,，]*(?:\.\d+)?|.", re.ASCII)
_PAIR = re.compile(r"([一二两三四五六七八九])([二两三四五六七八九])")
_ROWS = re.compile(rf"[{''.join(DIGITS)}]{{2,}}")


class Reading(msgspec.Struct, frozen=True):
    """A numeral as read: a mantissa, its scale, and for open words the range they span."""

    end: int
    mantissa: int
    decimals: int = 0
    scale: int = 1
    """What a trailing scale word multiplies the mantissa by."""
    scale_word: str = ""
    low: Fraction | None = None
    """First number an open word may stand for (三十几万: 300000)."""
    high: Fraction | None = None
    closed: bool = False
    """Whether `high` itself is meant, as in 两三百."""
    characters: bool = False
    """Whether it is written in Chinese characters only."""
    bare_unit: bool = False
    """Whether it begins with 百, 千, 万 or 亿, as 百余 and 万元 do."""
    single: bool = False
    """Whether it is one character."""
    positional: bool = False
    """Whether it is a row of digit characters, as 二〇二一."""

    @property
    def value(self) -> Fraction:
        return Numeral(self.mantissa, self.decimals).times(self.scale)

    @property
    def grain(self) -> Fraction:
        return Numeral(self.mantissa, self.decimals).grain(self.scale)


@lru_cache(maxsize=4096)
def read_token(token: str) -> Reading | None:
    """A numeral without point or open suffix, alone in `token`; None when it is none.

    The reading is that of the token at offset 0. A text has few numerals in characters, each many times.
    """
    reading = _read(token)
    if reading is None:
        return None
    return replace(
        reading,
        end=len(token),
        characters=not any("0" <= char <= "9" for char in token),
        bare_unit=token[0] in "百千万亿兆佰仟",
        single=len(token) == 1,
    )


def _read(token: str) -> Reading | None:
    if "几" in token or "数" in token:
        return _some(token)
    if len(token) > 1 and token[0] not in SMALL and all(char in DIGITS for char in token):
        return _row(token)
    pair = _PAIR.search(token)
    if pair is not None and len(token) > 2 and pair.start() == _digit_rows(token):
        return _approximate(token, pair)
    return _evaluate(token)


def _digit_rows(token: str) -> int:
    """Where the only row of digit characters begins, if it is two long; else -1."""
    rows = [(m.start(), m.end()) for m in _ROWS.finditer(token)]
    return rows[0][0] if len(rows) == 1 and rows[0][1] - rows[0][0] == 2 else -1


def _row(token: str) -> Reading | None:
    """二〇二一; a rising pair (三四, 两三) is a range instead."""
    if len(token) == 2 and (pair := _PAIR.fullmatch(token)):
        first, second = DIGITS[pair[1]], DIGITS[pair[2]]
        if second - first == 1 or (first, second) == (3, 5):
            return Reading(0, first, low=Fraction(first), high=Fraction(second), closed=True)
    if len(token) > MAX_DIGITS:
        return None
    value = int("".join(str(DIGITS[char]) for char in token))
    return Reading(0, value, positional=True)


def _approximate(token: str, pair: re.Match[str]) -> Reading | None:
    """两三百, 七八十万, 十二三: one numeral with either digit."""
    first, second = DIGITS[pair[1]], DIGITS[pair[2]]
    if second - first != 1 and (first, second) != (3, 5):
        return None
    head, tail = token[: pair.start()], token[pair.end() :]
    low, high = _evaluate(head + pair[1] + tail), _evaluate(head + pair[2] + tail)
    if low is None or high is None or low.value >= high.value:
        return None
    return replace(low, low=low.value, high=high.value, closed=True)


def _some(token: str) -> Reading | None:
    """几十万, 数千亿, 三十几万, 一百零几万."""
    at = token.find("几") if "几" in token else token.find("数")
    if token.count("几") + token.count("数") != 1:
        return None
    head, tail = token[:at], token[at + 1 :]
    if not head:
        unit = _evaluate(tail) if tail and tail[0] in "十百千万亿兆拾佰仟" else None
        if unit is None:
            return None
        return replace(unit, low=unit.value, high=unit.value * 10)
    if token[at] == "数":
        return None
    stem = head.rstrip("零〇")
    base = _evaluate(stem) if stem else None
    if base is None or stem[-1] not in "十百千万廿卅拾":
        return None
    place = 10 if head[-1] in "零〇" else base.grain
    scale = _evaluate(tail) if tail else Reading(0, 1)
    if scale is None or (tail and tail[0] not in "十百千万亿兆"):
        return None
    factor = scale.value
    return replace(
        base,
        scale=base.scale * int(factor),
        scale_word=tail if tail and tail[0] in BIG else "",
        low=base.value * factor,
        high=(base.value + place) * factor,
    )


def _evaluate(token: str) -> Reading | None:
    """The classical reading: digits times units, sections times 万, 亿, 兆."""
    total = 0  # finished sections
    section = 0
    number: int | None = None
    unit = 1  # worth of the last unit read, for 三万五
    zero = False
    written = False  # whether the pending number is ASCII digits
    tokens = _TOKEN.findall(token)
    last = len(tokens) - 1
    decimals = 0
    scale, word = 1, ""
    for i, part in enumerate(tokens):
        char = part[0]
        if "0" <= char <= "9":
            if number is not None:
                return None
            numeral = parse_digits(part)
            if numeral is None:
                return None
            if numeral.decimals:
                return _decimal_scale(numeral, tokens[i + 1 :], total) if not section else None
            number, written = numeral.mantissa, True
            if len(part) > 1:
                zero = True  # 1万600 and 1百01 are no colloquial tails
        elif char in DIGITS:
            if DIGITS[char] == 0:
                if number is not None and i != last:
                    return None
                zero = True
                if i == last:
                    if last and number is None:
                        return None
                    number = 0 if number is None else number
                continue
            if number is not None:
                return None
            number, written = DIGITS[char], False
        elif char in TENS:
            if number is not None:
                return None
            section += TENS[char]
            unit, zero = 10, False
        elif char in SMALL:
            worth = SMALL[char]
            if number is None:
                if i == 1 and tokens[0][0] in SMALL:
                    return None  # 百十一
                number = 1
            if worth >= unit and section and unit < 10**4:
                return None
            section += number * worth
            number, unit, zero = None, worth, False
        else:
            worth = BIG[char]
            if number and 100 <= unit < 10**4 and section and not zero and not written:
                number = number * unit // 10  # 百二万
            section += number or 0
            number = None
            if i == 0:
                section = 1  # 万 alone
            if not section and total:
                # 四万万, 三千万亿
                total *= worth
            elif total and (previous := _worth(total, worth)):
                total = (total + section) * worth if previous < worth else total + section * worth
            else:
                total += section * worth
            section, unit, zero = 0, worth, False
            scale = worth
    if number is not None:
        if tokens[last][0] in DIGITS and not zero and unit > 1 and len(tokens) > 1 and not (written and number > 9):
            section += number * unit // 10
            unit = unit // 10
        elif written and not zero and unit > 1 and number < 10 and len(tokens) > 1:
            section += number * unit // 10
        else:
            section += number
    value = total + section
    # A scale word that ends the numeral scales all before it.
    if token[-1] in BIG:
        word = token[-1]
        scale = BIG[word]
        if len(token) > 1 and token[-2] in BIG:
            word, scale = token[-2:], BIG[token[-2]] * BIG[word]
        return Reading(0, value // scale, decimals, scale, word)
    if tokens[0].isdecimal() and len(tokens) == 2 and token[-1] in SMALL:
        return Reading(0, value // SMALL[token[-1]], 0, SMALL[token[-1]], token[-1])
    return Reading(0, value)


def _worth(total: int, worth: int) -> int:
    """The scale that ended `total`, as far as it matters: below `worth` it is multiplied again."""
    return 1 if total % worth or total < worth else worth


def _decimal_scale(numeral: Numeral, units: list[str], total: int) -> Reading | None:
    """4.78万亿: a decimal takes scale words only."""
    scale = 1
    for part in units:
        if part not in BIG and part not in SMALL:
            return None
        scale *= BIG.get(part) or SMALL[part]
    if total:
        return None
    return Reading(0, numeral.mantissa, numeral.decimals, scale, "".join(units))
