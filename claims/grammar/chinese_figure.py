"""A number, what it is part of, and what makes it a quantity: a unit, a fraction, a date."""

from __future__ import annotations

from fractions import Fraction

from claims.grammar.chinese_calendar import DATE_CHARS, clock_end, date_at
from claims.grammar.chinese_evaluation import Reading
from claims.grammar.chinese_found import Found
from claims.grammar.chinese_hedges import hedges_before
from claims.grammar.chinese_judgement import EDITIONS, counts, is_edition, is_hedged, is_weak
from claims.grammar.chinese_lexicon import Lexicon
from claims.grammar.chinese_numerals import MIXED, read_number
from claims.grammar.chinese_periods import era_year, minguo_year
from claims.grammar.chinese_rates import quarter_of, read_fraction, read_sign_fraction, read_tenths
from claims.grammar.chinese_reader import SIGNS, VULGAR, Reader
from claims.grammar.chinese_units import read_unit

_DATED = DATE_CHARS | set("至到~-—时点许")
"""What follows a number that may be a date or a time of day."""
_SHARED = frozenset("分又成折" + VULGAR)
"""What follows a number that may be a fraction or a share."""
_LABELLING = frozenset(("点", "条", "款", "章", "年", "世纪"))
"""Unit words that may make a name of the number before them."""


def read_figure(reader: Reader, at: int) -> int:
    """The end of the quantity, the date or the word that the number at `at` belongs to."""
    text = reader.text
    return figure_of(reader, at, read_number(text, at))


def figure_of(reader: Reader, at: int, reading: Reading | None) -> int:
    """The same for a number that has been read; None is one of which nothing could be made."""
    text = reader.text
    if reading is None:
        run = MIXED.match(text, at)
        return run.end() if run is not None else at + 1
    following = text[reading.end : reading.end + 1]
    if following in _DATED and (after := _dated(reader, at, reading, following)):
        return after
    found = Found.read(at, reading)
    if at and text[at - 1] in SIGNS:
        reader.sign(found)
    if following in _SHARED and (after := _shared(reader, at, found, reading, following)):
        return after
    return _measured(reader, found, reading)


def _dated(reader: Reader, at: int, reading: Reading, following: str) -> int:
    """The end of a date or a time of day, or 0."""
    text, end = reader.text, reading.end
    if following == "年":
        if reader.setting.minguo and (period := minguo_year(text, at)) is not None:
            return reader.date(at, period)
        if reading.low is None and at >= 2 + (reader.found[-1].end if reader.found else 0):
            period = era_year(text, end, text[at - 2 : at], reading.mantissa * reading.scale)
            if period is not None:
                return reader.date(at - 2, period)
    if following in "时点许":
        return clock_end(text, at, reading, reader.lex)
    previous = reader.found[-1] if reader.found else None
    period = date_at(text, at, reading, reader.lex, reader.today, previous)
    if period is not None:
        return reader.date(at, period)
    if following == "号" and not reading.decimals:
        return end + 1  # 二号桥, 神舟十二号
    return end + 2 if text.startswith("年代", end) else 0


def _shared(reader: Reader, at: int, found: Found, reading: Reading, following: str) -> int:
    """The end of a fraction or a share, or 0; a fraction sign after a whole number is added to it."""
    text, end = reader.text, reading.end
    over = text.startswith("分之", end)
    if over or following == "又":
        if read_fraction(text, found, reading, reader.lex):
            return reader.keep(found)
        if over and reading.bare_unit:
            return end
    if following == "分" and reading.characters and quarter_of(text, at, found, reader.lex):
        return reader.keep(found)
    if following in VULGAR:
        found.value = reading.value + read_sign_fraction(following)
        found.end = found.reading_end = end + 1
    elif following in "成折" and read_tenths(text, found, reading):
        return reader.keep(found)
    return 0


def _measured(reader: Reader, found: Found, reading: Reading) -> int:
    text, lex = reader.text, reader.lex
    if not (reading.characters and _liang(reader, found, reading)):
        low, high = found.low, found.high
        if not read_unit(text, found, lex, reader.setting):
            return reader.past_code(found.end)
        if low is not None and high is not None and found.low is low and found.factor != 1:
            found.low, found.high = low * found.factor, high * found.factor
    word = found.unit_word
    bare = found.kind == "number" and found.end == found.reading_end
    if bare and text[max(0, found.start - 1)] in "男女":
        found.kind = found.unit = "count"
        bare = False
    if word in _LABELLING and (end := _label_end(text, found, reading, lex)):
        return end
    if bare and found.scale == reading.scale:
        found.weak = is_weak(text, found, reading, lex)
    elif reading.characters and not counts(text, found, reading, lex):
        return found.reading_end
    if word in EDITIONS and is_edition(text, found, lex):
        found.kind, found.unit = "ordinal", None
    if reading.bare_unit and reading.characters and found.low is None:
        hedges_before(text, found, lex, True)
        if found.hedge is None and not (found.start == 0 and found.end == len(text) and not reading.single):
            return found.reading_end
        if (
            found.hedge is None
            and found.kind != "number"
            and reading.mantissa * reading.scale in (100, 1000, 10**4, 10**8)
        ):
            return found.reading_end
    return reader.keep(found)


def _label_end(text: str, found: Found, reading: Reading, lex: Lexicon) -> int:
    """The end of a number that with its unit names a thing, or 0."""
    word = found.unit_word
    if word == "点":
        alone = found.kind == "count" and reading.value <= 24 and not is_hedged(text, found, lex)
        return found.end if alone else 0
    if found.kind == "duration":
        named = text.startswith(("年级", "世纪经济"), found.end - len(word))
        return found.end + 1 if named else 0
    # 《公司条例》第 and 二十三条立法 leave 第 out.
    article = text[found.start - 1 : found.start] == "》" or text.startswith(("立法", "」"), found.end)
    return found.end if article and word in "条款章" else 0


def _liang(reader: Reader, found: Found, reading: Reading) -> bool:
    """三十两: 两 after a numeral is the weight, unless a unit follows it."""
    text = reader.text
    end = found.end
    if not reading.characters or text[end - 1] != "两" or end - found.start < 2:
        return False
    if text[end : end + 1] in reader.lex.unit_index:
        return False
    shorter = read_number(text[found.start : end - 1], 0)
    if shorter is None or shorter.end != end - 1 - found.start:
        return False
    found.mantissa, found.decimals = shorter.mantissa, shorter.decimals
    found.scale, found.scale_word = shorter.scale, shorter.scale_word
    found.low, found.high, found.closed = shorter.low, shorter.high, shorter.closed
    if shorter.closed:
        found.rounding = "exact"
    found.outer_end = found.reading_end = end - 1
    found.kind, found.unit, found.unit_word, found.end = "dimension", "liang", "两", end
    if text[end : end + 1] == "半":
        found.value, found.end = found.number() + Fraction(1, 2), end + 1
    return True
