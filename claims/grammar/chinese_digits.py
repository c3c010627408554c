"""Digits: numbers, and the dates, clocks, scores, versions and telephone numbers made of them."""

from __future__ import annotations

import re
from fractions import Fraction
from string import ascii_letters

from claims.grammar.chinese_compositions import composition
from claims.grammar.chinese_dates import read_date
from claims.grammar.chinese_figure import figure_of
from claims.grammar.chinese_found import Found
from claims.grammar.chinese_lexicon import word_before
from claims.grammar.chinese_numerals import MAX_LENGTH, read_matched, read_number
from claims.grammar.chinese_periods import numeric_date
from claims.grammar.chinese_reader import Reader

_CODE_BEFORE = frozenset(ascii_letters + "_@#-")
"""After these digits are part of a code more often than not."""
_PUNCTUATION = frozenset(":+-/.~^×*eEHQ— 至比上下第前首")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?", re.IGNORECASE | re.ASCII)
_SCORE = re.compile(r"\d+(?:\.\d+)?(?: ?[:+] ?\d+(?:\.\d+)?)+", re.ASCII)
_VERSION = re.compile(r"\d+(?:\.\d+){2,}", re.ASCII)
_EXPONENT = re.compile(r"\d+(?:\.\d+)?[eE]([+-]?\d{1,2})(?![\dA-Za-z])", re.ASCII)
_POWER_OF_TEN = re.compile(r"\d+(?:\.\d+)? ?[×*] ?10\^([+-]?\d{1,2})(?!\d)", re.ASCII)
_POWER = re.compile(r"\^([+-]{0,2}\d{1,2})(?!\d)", re.ASCII)
_RATIO = re.compile(r"\d+(?:\.\d+)?比\d+(?:\.\d+)?(?![\d%年月])", re.ASCII)
_SLASH = re.compile(r"(?:(\d{1,4}) )?(\d{1,3})/(\d{1,3})(?![\d/])", re.ASCII)
_SLASHED = re.compile(r"\d+(?:/\d+)+", re.ASCII)
_PHONE = re.compile(r"\d{3,4}[- ]\d{4}(?:[- ]\d{4})?(?!\d)|0\d{2,3}-\d{7,8}|1[3-9]\d{9}(?!\d)", re.ASCII)


def read_digits(reader: Reader, match: re.Match[str]) -> int:
    """The end of what a number in digits begins."""
    text, (at, end) = reader.text, match.span()
    if at and text[at - 1] in _CODE_BEFORE:
        named = _after_hyphenated_word(reader, at) if text[at - 1] == "-" else not _after_currency(reader, at)
        if named:
            return reader.past_code(at)
    if end - at > MAX_LENGTH:
        return end
    following = text[end : end + 1]
    if following in _PUNCTUATION and (after := _punctuated(reader, at, end, following)):
        return after
    return figure_of(reader, at, read_matched(text, match))


def _after_currency(reader: Reader, at: int) -> bool:
    word = word_before(reader.text, at, reader.lex.money_index)
    return bool(word) and not (
        at > len(word) and reader.text[at - len(word) - 1].isascii() and reader.text[at - len(word) - 1].isalpha()
    )


def _after_hyphenated_word(reader: Reader, at: int) -> bool:
    """COVID-19 and J-20, but not the second number of 1.6m-3.9m."""
    before = reader.text[at - 2] if at > 1 else ""
    return before.isascii() and before.isalpha() and not (reader.found and reader.found[-1].end == at - 1)


def _punctuated(reader: Reader, at: int, end: int, following: str) -> int:
    """Dates, clocks, scores, versions and telephone numbers; 0 when the number is none of them."""
    text = reader.text
    if end - at == 4:
        period = read_date(text, at, reader.today) if following in "上下第前首" else numeric_date(text, at)
        if period is not None:
            return reader.date(at, period)
    if following == "比":
        match = _RATIO.match(text, at)
        return match.end() if match is not None else 0
    if following == ":":
        if shares := composition(reader, at):
            return shares
        match = _CLOCK.match(text, at) or _SCORE.match(text, at)
        return match.end() if match is not None else 0
    if following == "+":
        match = _SCORE.match(text, at)
        return match.end() if match is not None else 0
    if following == ".":
        match = _VERSION.match(text, at)
        return match.end() if match is not None else 0
    if following == " " and text[end + 1 : end + 2] == ":" and (match := _SCORE.match(text, at)):
        return composition(reader, at) or match.end()
    if following in "- ":
        match = _PHONE.match(text, at)
        if match is not None and not (at and text[at - 1] in "$¥"):
            return match.end()
    if following in "×* " and (match := _POWER_OF_TEN.match(text, at)) is not None:
        base = Fraction(text[at:end]) if text[at] != "." else Fraction("0" + text[at:end])
        return _computed(reader, at, match.end(), base * Fraction(10) ** int(match[1]))
    if following in "eE":
        match = _EXPONENT.match(text, at)
        if match is not None:
            return _computed(reader, at, match.end(), _scientific(match.group(), int(match[1])))
    if following == "^":
        match = _POWER.match(text, end)
        if match is not None:
            sign = -1 if match[1].startswith("-") and not match[1].startswith("--") else 1
            exponent = sign * int(match[1].lstrip("+-"))
            reading = read_number(text, at)
            if reading is not None and reading.value and exponent <= 30:
                return _computed(reader, at, match.end(), reading.value**exponent)
    if following in "/ ":
        match = _SLASH.match(text, at)
        if match is not None and int(match[3]) > 1 and (match[1] or following == "/"):
            return _slash(reader, at, match)
        slashed = _SLASHED.match(text, at)
        return slashed.end() if slashed is not None else 0
    return 0


def _computed(reader: Reader, at: int, end: int, value: Fraction) -> int:
    found = Found.at(at, end)
    found.value, found.step, found.grain = value, Fraction(0), Fraction(0)
    if reader.unit(found) and found.kind != "number":
        found.value *= found.factor
    reader.sign(found)
    return reader.keep(found)


def _slash(reader: Reader, at: int, match: re.Match[str]) -> int:
    """3/4 and 7 3/4 where they can be nothing else."""
    text = reader.text
    above, below = int(match[2]), int(match[3])
    after = text[match.end() : match.end() + 1]
    dated = above >= below and not match[1] and (at > 1 or match.end() < len(text))  # 28/6 in a sentence
    if below > 32 or dated or (above, below) == (24, 7) or (after and after in "年月日号"):
        return match.end()
    found = Found.at(at, match.end())
    part = Fraction(above, below)
    found.value = part + int(match[1] or 0)
    found.rounding = "fraction"
    found.reading_end = found.end
    if not reader.unit(found):
        return match.end()
    if found.kind == "number":
        if found.value < 1:
            found.kind = found.unit = "percent"
            found.value *= 100
    else:
        found.value *= found.factor
    neighbour = (Fraction(1, below) - Fraction(1, below + 1)) / 2
    found.step = found.grain = neighbour * (100 if found.kind == "percent" else found.factor)
    reader.sign(found)
    return reader.keep(found)


def _scientific(token: str, exponent: int) -> Fraction:
    """21.2E3 without floats."""
    base = Fraction(token.lower().partition("e")[0])
    return base * Fraction(10) ** exponent
