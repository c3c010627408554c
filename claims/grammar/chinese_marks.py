"""Numbers that another sign announces: 第三, 前十名, 翻一番, 对折, ½, 米九, and dates in words."""

from __future__ import annotations

import re
from fractions import Fraction

from claims.grammar.chinese_dates import read_date
from claims.grammar.chinese_evaluation import DIGITS
from claims.grammar.chinese_found import Found
from claims.grammar.chinese_numerals import read_number
from claims.grammar.chinese_periods import read_quarter
from claims.grammar.chinese_rates import read_half, read_sign_fraction, read_times
from claims.grammar.chinese_reader import VULGAR, Reader
from claims.grammar.chinese_units import read_unit
from claims.grammar.chinese_words import idiom_end

_ORDINAL_VOID = re.compile(
    r"(?: ?[至到~\-、及和或] ?\d{1,4}){0,6} ?[A-Z]{0,2}(?:\([^)]{1,4}\)|（[^）]{1,4}）){0,3}[条款章节号篇段]", re.ASCII
)


def read_mark(reader: Reader, at: int) -> int:
    """The end of what the sign at `at` begins."""
    text = reader.text
    char = text[at]
    if char in "个米分":
        return _elliptic(reader, at)
    if char == "翻":
        times = read_times(text, at)
        return at + 1 if times is None else reader.keep(times)
    if char == "对":
        half = read_half(text, at)
        return at + 1 if half is None else reader.keep(half)
    if char in VULGAR:
        return _vulgar(reader, at)
    if char == "第":
        return _ordinal(reader, at)
    if char == "前" and at and text[at - 1] in "之以目提此先年面眼身跟门车":
        return at + 1
    period = read_quarter(text, at, reader.today) or read_date(text, at, reader.today)
    if period is not None:
        return reader.date(at, period)
    if char == "前" and text[at + 1 : at + 2] in tuple("一二两三四五六七八九十123456789"):
        return _front(reader, at)
    return at + 1


def _elliptic(reader: Reader, at: int) -> int:
    """米九, 分半钟 and 个九 leave out the 一 before them."""
    text = reader.text
    if at and text[at - 1] not in "，。、；约近足有到至是达":
        return at + 1
    small = text[at + 1]
    value = 1 + Fraction(5 if small == "半" else DIGITS[small], 10)
    found = Found.at(at, at + 2)
    found.value, found.step, found.grain, found.rounding = value, Fraction(1, 10), Fraction(1, 10), "digit"
    found.characters = True
    if text[at] == "米":
        found.kind, found.unit, found.unit_word = "dimension", "meter", "米"
    elif text[at] == "个" and small != "半":
        found.kind, found.unit, found.unit_word = "money", "HKD", "个"
    elif text.startswith("分半钟", at):
        found.kind, found.unit, found.unit_word, found.end = "duration", "minute", "分", at + 3
    else:
        return at + 1
    found.reading_end = found.end
    return reader.keep(found)


def _vulgar(reader: Reader, at: int) -> int:
    found = Found.at(at, at + 1)
    value = read_sign_fraction(reader.text[at])
    found.value, found.rounding = value, "fraction"
    found.reading_end = at + 1
    reader.unit(found)
    if found.kind == "number":
        found.kind = found.unit = "percent"
        found.value = value * 100
    else:
        found.value = value * found.factor
    found.step = found.grain = Fraction(1, 100)
    return reader.keep(found)


def _ordinal(reader: Reader, at: int) -> int:
    """第3家, 第一名; articles of law and names are passed over."""
    text, lex = reader.text, reader.lex
    idiom = lex.idioms.get("第" + text[at + 1])
    if idiom and (end := idiom_end(reader, at + 1, idiom)):
        return end
    quarter = read_quarter(text, at, reader.today)
    if quarter is not None:
        return reader.date(at, quarter)
    reading = read_number(text, at + 1)
    if reading is None:
        return at + 1
    if (void := _ORDINAL_VOID.match(text, reading.end)) is not None:
        return void.end()
    found = Found.read(at, reading)
    unit = Found.at(at, reading.end)
    unit.mantissa, unit.characters = 1, reading.characters
    if read_unit(text, unit, lex, reader.setting) and unit.kind in ("count", "duration", "age") and unit.value is None:
        found.end = unit.end if unit.low is None else reading.end
    found.kind, found.unit = "ordinal", None
    found.outer_start, found.outer_end = found.start, found.end
    reader.found.append(found)
    return found.end


def _front(reader: Reader, at: int) -> int:
    """前三, 前10名: a rank."""
    text = reader.text
    reading = read_number(text, at + 1)
    if reading is None or reading.mantissa > 1000 or (reading.mantissa == 1 and reading.characters):
        return at + 1
    end = reading.end
    following = text[end : end + 1]
    if following in ("名", "位", "强", "大"):
        end += 1
    elif following and following not in "，。、；)）」』的，！？":
        return at + 1
    found = Found.read(at + 1, reading)
    found.kind, found.end, found.outer_start, found.outer_end = "ordinal", end, at, end
    reader.found.append(found)
    return end
