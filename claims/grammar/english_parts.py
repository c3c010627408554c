"""Fractions and ordinals in words: two thirds, half a million, the third, a quarter.

"Third" and "quarter" are many things. They are a part only where an article or numeral
stands before and nothing that they could describe stands after.
"""

from __future__ import annotations

import re

from claims.grammar import english_dates as dates
from claims.grammar.english_currency import currency_before
from claims.grammar.english_figure import ORDINAL, PART, WORDS, Figure
from claims.grammar.english_finish import article_before, sign_before
from claims.grammar.english_lexicon import HUNDRED, TENS
from claims.grammar.english_numerals import Number, scaled, words
from claims.grammar.english_reader import Reader
from claims.grammar.english_surroundings import Surroundings
from claims.grammar.english_units import unit_after

_HALF = re.compile(r"half(?:[ -]{1,3}an?)?[ -]{1,3}(hundred|thousand|million|billion|trillion|dozen)(?![a-z])")
_HALF_UNIT = re.compile(r"half(?:(?: {1,2}|-)(?:an?|of an?))?(?: {1,2}|-)(?!time|term|year|price|life|point)")
_HALF_OF = re.compile(
    r"half(?: of (?!an? [a-z]+)| (?:the|its|their|his|her|our|all|those|these|that|what|my|your|this) )"
)
_OF_A = re.compile(r" of (?:an? )?")
_STEP = re.compile(r"[ ]?-?[ ]?([a-z]+)")
_UNIT_WORD = re.compile(
    r"(?:an? )?(?:mile|kilomet|meter|metre|foot|inch|yard|gallon|lit(?:er|re)|pint|cup|ounce|pound|gram|kilo"
    r"|tonne|ton|acre|hectare|second|minute|hour|day|year|century|"
    r"percentage|percent|per cent|cent|dollar|euro|penny|point|teaspoon|tablespoon|degree"
    r"|mill)(?:e?r?e?s?)?(?![a-rt-z])"
)
_TENTH_OF = re.compile(
    r" of (?:an? )?(?:gallon|lit(?:er|re)|mile|kilomet|meter|metre|inch|foot|second|pound|gram|ounce|cup|hour"
    r"|acre|percent|pint|teaspoon|ton)"
)
_BARE_QUARTER = re.compile(
    r" (?:million|billion|trillion|of an? (?:hour|mile|century|million|cup|pound)|hour|mile|inch)"
)
_TENS_BEFORE = re.compile(r" (twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$")
_QUARTERS_OF_YEARS = re.compile(r"(?:last|past|next|previous|for) $")
_POINT = re.compile(r"[ -](?:an? |of an? )?(?:point|points)(?![a-z])")
_CENTURY = re.compile(r"[ -]century(?![a-z])")


def part_after(r: Reader, start: int, number: Number) -> int:
    """A fraction or compound ordinal that goes on from a number word: two thirds, twenty-first."""
    low = r.low
    step = _STEP.match(low, number.end)
    if step is None or number.decimals or number.den > 1:
        return 0
    word, last = step[1], number.last
    if word == "and" and last >= HUNDRED:  # one hundred and fifth
        after = _STEP.match(low, step.end())
        nth_of = r.lex.ordinals.get(after[1], 0) if after else 0
        return nth(r, start, after.end(), number.mantissa * number.scale + nth_of) if after and 0 < nth_of < 100 else 0
    value = number.mantissa * number.scale
    denominator, plural = r.lex.denominators.get(word, (0, False))
    if word == "quarters" and (value not in (1, 3) or _QUARTERS_OF_YEARS.search(low, max(0, start - 10), start)):
        return 0
    if denominator and (plural or (last < HUNDRED and (value == 1 or (word == "quarter" and value == 3)))):
        tens = _TENS_BEFORE.search(low, start, number.end)
        joined = low[step.start()] == "-" or " and " not in low[start : number.end]
        if plural and value > 99 and tens and joined:  # a hundred thirty-fifths
            ten = r.lex.numbers[tens[1]][1]
            return fraction(r, start, step.end(), value - ten, denominator + ten)
        part = value % 100
        if plural and part < denominator >= 10 and value > 99 and " and " in low[start : number.end]:
            value = (value - part) * denominator + part  # two hundred and fifty-four hundredths
        return fraction(r, start, step.end(), value, denominator)
    if value == 1 and word in r.lex.numbers and (found := _one_nth(r, start, step.start(1))):
        return found
    worth = r.lex.ordinals.get(word)
    fits = worth is not None and (worth < 10 if last == TENS else last >= HUNDRED and worth < 100)
    if worth is not None and fits and (word != "second" or _is_ordinal_second(r.s, low, start, step.end())):
        return nth(r, start, step.end(), value + worth)
    if denominator >= 100 and not plural:
        return nth(r, start, step.end(), value * denominator)
    return 0


def _one_nth(r: Reader, start: int, at: int) -> int:
    """One one-hundredth, one ten-thousandth: the part that begins at `start` with its denominator at `at`."""
    inner = words(r.low, at, r.lex, True)
    step = _STEP.match(r.low, inner.end) if inner else None
    if inner is None or step is None or inner.decimals or inner.den > 1:
        return 0
    worth, size = r.lex.ordinals.get(step[1], 0), inner.mantissa * inner.scale
    denominator = r.lex.denominators.get(step[1], (0, True))[0]
    d = size * denominator if denominator >= 100 else size + worth if 0 < worth < 100 <= size else 0
    return fraction(r, start, step.end(), 1, d) if d > 1 else 0


def _is_ordinal_second(s: Surroundings, low: str, start: int, end: int) -> bool:
    """Whether "thirty second" is an ordinal and no time."""
    return low.startswith("the ", max(0, start - 4)) or s.closes(end) or low[end - 7 : end - 6] == "-"


def fraction(r: Reader, start: int, end: int, n: int, d: int) -> int:
    """n/d in words: of a unit, of a scale, or a share as a percentage."""
    low = r.low
    if n == d:
        return end  # the two halves of it
    f = Figure(start, end, PART, n, den=d)
    of = _OF_A.match(low, end)
    number = scaled(low, Number(end, n, den=d), r.lex)
    if number.scale == 1 and of:
        inner = words(low, of.end(), r.lex, True)
        if inner and inner.mantissa == 1 and inner.scale > 1:
            number = inner._replace(mantissa=n, den=d)
    if number.scale > 1:
        f.scale, f.scale_word, f.end = number.scale, number.scale_word, number.end
        f.number_end = f.end
    sign_before(r, f)
    if f.scale > 1:
        currency_before(r.s, f, r.floor)
        unit_after(r.s, f)
        if f.unit is None and f.kind != "count":
            f.kind = "number"
        return r.add(f)
    if f.den in (2, 4) and _POINT.match(low, end):
        f.form, f.kind = WORDS, "number"  # a quarter point
        return r.add(f)
    of_one = low.startswith((" of an ", " of a "), end)
    if of_one or (low.startswith(" of ", end) and _UNIT_WORD.match(low, end + 4)):
        match = _OF_A.match(low, end)
        f.end = match.end() - 1 if match else end
        unit_after(r.s, f)
        if f.unit is None:
            f.end, f.kind = end, ""
    else:
        unit_after(r.s, f)
    if f.unit is None:
        if f.kind == "multiple":
            return r.add(f)
        f.end = end
        f.kind = "percent" if n < d else "number"
        if n >= d:
            f.form = WORDS
    return r.add(f)


def ordinal_at(r: Reader, start: int, word: str) -> int:
    low = r.low
    if word == "half" or word == "halves" or word == "halve":
        return half_at(r, start) if word == "half" else 0
    read = dates.at_part(r.s, start, r.clock)
    if read is not None:
        return r.date(start, read)
    entry = r.lex.denominators.get(word)
    end = start + len(word)
    begin = article_before(r, start)
    if entry and begin < start and not entry[1]:
        return a_part(r, begin, start, end, entry[0], word)
    if (
        entry
        and not entry[1]
        and _TENTH_OF.match(low, end)
        and begin == start
        and low[max(0, start - 4) : start] != "the "
    ):
        f = fraction(r, start, end, 1, entry[0])
        if r.figures[-1].unit is not None:
            return f
        r.figures.pop()
        return 0
    if word in ("quarter", "quarters"):
        return a_part(r, start, start, end, 4, word) if _BARE_QUARTER.match(low, end) and word == "quarter" else 0
    value = r.lex.ordinals.get(word)
    if value is None and entry and not entry[1] and entry[0] >= 100:
        value = entry[0]
    if value is None:
        return 0
    return nth(r, start, end, value)


def a_part(r: Reader, begin: int, start: int, end: int, d: int, word: str) -> int:
    """A third, a quarter: a share only where the words around leave no other reading."""
    low = r.low
    before = low[max(0, begin - 20) : begin].split()
    previous = before[-1] if before else ""
    number = scaled(low, Number(end, 1, den=d), r.lex)
    unit = _UNIT_WORD.match(low, end + 1) if low[end : end + 1] in " -" else None
    of_a = _OF_A.match(low, end)
    if (
        number.scale > 1
        or _POINT.match(low, end)
        or (unit and low[end] == "-")
        or (of_a and _UNIT_WORD.match(low, of_a.end()))
    ):
        return fraction(r, begin, end, 1, d)
    if unit and word in ("quarter",):
        return fraction(r, begin, end, 1, d)
    if low.startswith(" of ", end) and not (previous in ("in", "for", "the") and word == "quarter"):
        return fraction(r, begin, end, 1, d)
    step = _STEP.match(low, end)
    stands_alone = step is None or (low[end] == " " and step[1] in r.lex.words["functions"])
    of_it = len(before) > 1 and previous == "of" and before[-2] in r.lex.words["part_of"]
    told = previous in r.lex.words["part_before"] or of_it
    if told and stands_alone:
        return fraction(r, begin, end, 1, d)
    if r.s.is_whole(begin, end):
        return fraction(r, begin, end, 1, d)
    return 0


def half_at(r: Reader, start: int) -> int:
    low = r.low
    begin = article_before(r, start)
    before = low[max(0, start - 10) : start].split()
    previous = before[-1] if before else ""
    if low[start - 1 : start] == "-" or previous in (
        "first",
        "second",
        "other",
        "this",
        "every",
        "each",
        "latter",
        "final",
        "last",
        "either",
        "top",
        "bottom",
    ):
        return 0
    if _POINT.match(low, start + 4):
        f = Figure(begin, start + 4, WORDS, 1, den=2)
        f.kind = "number"
        return r.add(f)
    match = _HALF.match(low, start)
    if match:
        worth = r.lex.numbers[match[1]][1]
        f = Figure(begin, match.end(), PART, 1, den=2)
        f.scale, f.scale_word = worth, match[1]
        again = scaled(low, Number(match.end(), 1), r.lex)
        if again.scale > 1:
            f.scale, f.end = f.scale * again.scale, again.end
        f.number_end = f.end
        currency_before(r.s, f, r.floor)
        unit_after(r.s, f)
        f.kind = f.kind or ("number" if f.unit is None else "")
        return r.add(f)
    match = _HALF_UNIT.match(low, start)
    if match:
        f = Figure(begin, match.end() - 1, PART, 1, den=2)
        unit_after(r.s, f)
        if (
            f.unit is not None
            and f.unit.kind in ("dimension", "duration", "point", "percent")
            and not (low[match.end() - 1] == "-" and f.unit.name == "year")
        ):
            if f.unit.name in ("percentage_point",):
                f.form = WORDS
            return r.add(f)
    f = Figure(begin, start + 4, PART, 1, den=2)
    f.kind = "percent"
    if _HALF_OF.match(low, start):
        return r.add(f)
    alone = r.s.is_whole(begin, start + 4)
    if alone or (
        previous in ("than", "nearly", "almost", "about", "around", "by", "over", "under", "only", "least", "roughly")
        and not low.startswith((" way", " past", " hour", "-"), start + 4)
    ):
        return r.add(f)
    return 0


def nth(r: Reader, start: int, end: int, value: int) -> int:
    """An ordinal, unless an idiom or a date."""
    low = r.low
    words_ = r.lex.words
    if value <= 3 and low[end - 2 : end] != "th" and low[start].isalpha():
        before = low[max(0, start - 8) : start].split()
        if before and before[-1] in words_["ordinal_before"]:
            return end
        step = _STEP.match(low, end)
        if step and (step[1] in words_["ordinal_idioms"] or (step[1] in ("of",) and low.startswith(" of all", end))):
            return end
        if (
            low[start:end] == "second"
            and ((start and low[start - 1] == "-") or low.startswith(("-", " to none"), end))
            and not low.startswith("-larg", end)
        ):
            return end
    read = _CENTURY.match(low, end)
    if read:
        first = value * 100 - 99
        if 1 <= first <= 2900:
            return r.date(start, (read.end(), (f"{first:04d}-01-01", f"{first + 99:04d}-12-31")))
    f = Figure(start, end, ORDINAL, value)
    f.kind = "ordinal"
    return r.add(f)
