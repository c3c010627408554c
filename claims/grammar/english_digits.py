"""Figures that begin with a digit, a vulgar fraction or a currency code."""

from __future__ import annotations

import re

from claims.grammar import english_dates as dates
from claims.grammar.english_figure import DIGITS, PART
from claims.grammar.english_finish import finish
from claims.grammar.english_names import is_name
from claims.grammar.english_numerals import GLYPHS, Number, digits, scaled
from claims.grammar.english_parts import nth
from claims.grammar.english_reader import Reader

_TOKEN = re.compile(r"\.?\d+(?:[.,]\d+)*")
_TIME = re.compile(
    r"\d{1,2}(?::\d\d){1,2}(?:\.\d+)?|\d{1,2}(?:\.\d\d)? ?(?:[ap]\.?m\b|o'clock)|\d{1,4} ?(?:gmt|bst|utc|est|cet|et)\b"
    r"|\d{3,4} hours? (?:gmt|local|bst)|\d{1,4}:\d{1,4}(?![\d:])"
)
_CHAIN = re.compile(
    r"\+?\d+(?:([-./:])\d+)(?:\1\d+)+|\d{3}-\d{4}(?!\d| ?[a-z%])|0\d{2,4} \d{3,4} \d{3,4}|\d+(?:,\d+){7,}(?!\d)"
)
_ORDINAL_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9})(?:st|nd|rd|th)(?![a-z])")


_LETTERED = re.compile(r"\([a-z]{1,2}\)(?!%)")
_BEFORE_ITEM = frozenset(("and", "or", "to", "either", "are", "is", "by", "that", "with", "plus", "the"))
_JOINED = frozenset("-+/@#[.:^")
_DATE_MARKS = frozenset("-/–snrt'")
_CHAIN_MARKS = frozenset("-/:")
_CLOCK_LETTERS = frozenset(":apogbuehc")
_ORDINAL_LETTERS = frozenset("snrt")
_MONTH_LETTERS = frozenset("jfmasondt–-")


def digits_at(r: Reader, start: int) -> int:
    """Read the figure whose first digit, or the point before it, stands at `start`."""
    low = r.low
    before = low[start - 1] if start else " "
    sign, begin = 1, start
    if before in _JOINED:
        if _in_a_name(r, start, before):
            return r.past_token(start)
        spaced = start > 2 and low[start - 2] == " " and bool(r.figures) and r.floor == start - 2
        if before == "-" and not spaced and (start == 1 or low[start - 2] in " (|~≈<>=$£€≤≥–—"):
            sign, begin = -1, start - 1
    end = _TOKEN.match(low, start).end()  # type: ignore[union-attr]
    after = low[end : end + 1]
    if (after and after not in "%,;)") or end - start > 6 or (end - start > 4 and low.count(".", start, end) > 1):
        past = _date_or_time(r, start, end, after, sign)
        if past:
            return past
    elif end - start == 4 and low[start] in "12" and after != "%" and sign > 0:
        read = dates.years(r.s, start)
        if read is not None:
            return r.date(start, read)
    if _is_identifier(r, start, end, after):
        return r.past_token(end)
    number = digits(low, start, r.lex, r.comma)
    if number is not None and low[number.end : number.end + 1] == "(" and _LETTERED.match(low, number.end):
        return r.past_token(number.end)  # Sec. 162(m)
    if number is not None and low[number.end : number.end + 2] == ". " and _heads_item(r, start, number.end):
        return number.end
    if number is not None and low[number.end : number.end + 1] == ")" and _numbers_item(r, start, number.end):
        return number.end
    if number is None:
        end = start
        while end < len(low) and (low[end].isdigit() or low[end] in ".,/"):
            end += 1
        return r.past_token(end)
    if is_name(r, start, number.end):
        named = r.figure(start, number, DIGITS)
        named.drop = named.named = True
        named.end = r.past_token(number.end)
        return r.add(named)
    if sign > 0 and low[number.end : number.end + 1] == "@":
        return r.past_token(number.end)
    if low.startswith("point ", start - 6) and start > 5 and r.s.opens(start - 6) and number.scale == 1:
        begin, number = start - 6, number._replace(decimals=number.end - start)  # point 75
    f = r.figure(begin, number, DIGITS)
    f.sign = sign
    return finish(r, f)


def _in_a_name(r: Reader, start: int, before: str) -> bool:
    """Whether the character before the digits ties them to a word or an identifier: covid-19, #5, [12], 1/2/3."""
    low = r.low
    if before in "#@^":
        return True
    if before == "[":  # a note's number is whole, an interval's end may not be
        return re.match(r"0?\.\d|\d+\.\d+,", low[start : start + 12]) is None
    previous = low[start - 2] if start > 1 else " "
    follows = bool(r.figures) and r.figures[-1].end == start - 1 and not r.figures[-1].named
    if before == "-" and low.endswith("-in-", 0, start) and r.figures and r.figures[-1].end == start - 4:
        return False  # a 1-in-40 chance
    if before in "-+":
        if previous.isdigit():
            return not follows
        if not previous.isalpha() or (before == "-" and follows):
            return False
        return (
            before == "+" or low[max(0, start - 7) : start - 1].rsplit(" ", 1)[-1] not in r.lex.words["number_prefixes"]
        )
    return (previous.isalnum() or previous == before) and not follows


def _is_identifier(r: Reader, start: int, end: int, after: str) -> bool:
    """Whether digits are a code (0870) or a term of written arithmetic (2+2=5)."""
    low = r.low
    if low[start] == "0" and end - start > 2 and low[start + 1].isdigit() and not r.s.is_whole(start, end):
        return True
    if after and after in "+=" and low[end + 1 : end + 2].isdigit():
        return True
    return start > 1 and low[start - 1] in "+=" and low[start - 2].isdigit()


def _date_or_time(r: Reader, start: int, end: int, after: str, sign: int) -> int:
    """Past a date, an ordinal, a clock time or an identifier; 0 where digits are a number.

    The character after the digits says which of these can be.
    """
    low = r.low
    size = end - start
    dots = low.count(".", start, end)
    letter = low[end + 1 : end + 2] if after == " " else after
    if after in _DATE_MARKS or dots > 1 or (size <= 2 and after == " " and letter in _MONTH_LETTERS):
        read = dates.at_digit(r.s, start, r.clock)
        if read is not None:
            return r.date(start, read)
    if not (r.comma and dots) and (after in _CHAIN_MARKS or dots > 1 or low[start] == "0" or size > 14):
        chain = _CHAIN.match(low, start)
        if chain and not (dots == 2 and low[chain.end() : chain.end() + 1] == ","):
            return r.past_token(chain.end())
    if size <= 5 and letter in _CLOCK_LETTERS:
        time = _TIME.match(low, start)
        if time:
            return r.past_token(time.end())
    if after in _ORDINAL_LETTERS:
        ordinal = _ORDINAL_DIGITS.match(low, start)
        if ordinal and not (low.endswith("st", 0, ordinal.end()) and low[ordinal.end() - 3] != "1"):
            return nth(r, start, ordinal.end(), int(ordinal[1].replace(",", "")))
    if (size == 4 and sign > 0 and low[start] in "12") or after == ".":
        read = dates.years(r.s, start) if sign > 0 else None
        if read is not None:
            return r.date(start, read)
    return 0


def _heads_item(r: Reader, start: int, end: int) -> bool:
    """Whether "3. " numbers a heading or an item that begins with a capital."""
    text = r.s.text
    if end - start > 4 or (end - start > 2 and text[start + 1] not in "." and text[start + 2] != "."):
        return False
    if not (text[end + 2 : end + 3].isupper() and (r.s.opens(start) or text[start - 2 : start] in (". ", ": ", "; "))):
        return False
    return text[end + 3 : end + 4] != "."


def _numbers_item(r: Reader, start: int, end: int) -> bool:
    """Whether "(3)" or "3)" numbers an item or a paragraph, or says a number in words again: thirty (30) days."""
    text = r.s.text
    if end - start > 2 or "|" in text or not text[start:end].isdecimal():
        return False
    if text[start - 1 : start] != "(":
        return text.rfind("(", max(0, start - 80), start) <= text.rfind(")", max(0, start - 80), start)
    before = text[max(0, start - 16) : start - 1]
    if not before.strip() or before[-1].isalnum() or before[-1] == ")":
        return True
    n = int(text[start:end])
    if text.find(f"({n + 1})", end, end + 300) > 0 or (
        n > 1 and text.find(f"({n - 1})", max(0, start - 300), start) >= 0
    ):
        return True
    word = before.rsplit(None, 1)[-1].lower().strip(",;:.()")
    return (
        before.rstrip()[-1] in ".;:," or word in _BEFORE_ITEM or word in r.lex.words["names"] or word in r.lex.numbers
    )


def glyph_at(r: Reader, start: int) -> int:
    n, d = GLYPHS[r.low[start]]
    number = scaled(r.low, Number(start + 1, n, den=d), r.lex)
    f = r.figure(start, number, PART)
    finish(r, f)
    if f.unit is not None or f.scale > 1 or f.prefixed:
        f.form = DIGITS
    else:
        f.kind = "percent"
    return f.end


def code_at(r: Reader, start: int, end: int) -> int:
    """A currency code with digits attached: USD3.14, Rs20."""
    unit = r.lex.units.get(r.low[start:end])
    if unit is None or unit.kind != "money" or (start and r.s.text[start - 1] in "-_"):
        return 0
    number = digits(r.low, end, r.lex, r.comma)
    if number is None or (
        r.low[number.end : number.end + 1].isalpha() and not r.low.startswith(("m", "bn", "k", "b", "tn"), number.end)
    ):
        return 0
    f = r.figure(end, number, DIGITS)
    finish(r, f)
    if not f.prefixed:
        r.figures.pop()
        return 0
    return f.end
