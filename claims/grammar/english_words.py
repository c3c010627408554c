"""Figures that begin with a word: twenty-three, dozens, a couple, doubled, an hour."""

from __future__ import annotations

import re
from fractions import Fraction

from claims.grammar import english_dates as dates
from claims.grammar.english_currency import currency_before
from claims.grammar.english_figure import MULTIPLE, OPEN, WORDS, Figure
from claims.grammar.english_finish import article_before, finish, of_unit
from claims.grammar.english_lexicon import DOZEN, HUNDRED
from claims.grammar.english_names import alone, is_pronoun, named_in_words
from claims.grammar.english_numerals import Number, scaled, words
from claims.grammar.english_parts import part_after
from claims.grammar.english_reader import Reader
from claims.grammar.english_units import unit_after

_AND_HALF = re.compile(r" and (?:a |an |one )?(half|third|quarter)(?! hour| mile| year)(?![a-z])")
_AND_NUMBER = re.compile(
    r" and (?:\d|one |two |three |four |five |six |seven |eight |nine |ten |fif|twen|thir|for|sixt|sev|eigh|nin)"
)
_OR_TWO = re.compile(r" or (?:two|three|so)(?![a-z])")
# a mile is 1.6 km
_DEFINED = re.compile(
    r" (?:is|equals|contains|weighs|measures)(?: (?:exactly|precisely|equal to|equivalent to|the same as|about"
    r"|approximately|roughly|around|just over|just under|defined as))* [\d.]+"
)
_OPEN_PHRASE = re.compile(
    r"(tens|hundreds|thousands) of (thousands|millions|billions)(?![a-z])|(dozens|scores|hundreds|thousands|lakhs"
    r"|crores|millions|billions|trillions)(?![a-z])"
)
# a note on the figures of a table: "(in thousands, except per share data)"
_IN_THOUSANDS = re.compile(r" ?[):]|,? except|,? unless|, (?:rounded|share|where)|$")
_VAGUE = re.compile(r"(few|several) (hundred|thousand|million|billion|trillion|dozen)(?![a-z])")
_DOUBLE_AS = re.compile(r" (?:as|up|down|over|back|check|digit|bed|act|bill|standard|life|glaz|jeopardy|figure)|-")
_STEP = re.compile(r"[ ]?-?[ ]?([a-z]+)")


def word_at(r: Reader, start: int, word: str) -> int:
    low = r.low
    if (
        low[start + len(word) : start + len(word) + 1] == "'"
        and not low.startswith("' ", start + len(word))
        and word in ("one", "ones")
    ):
        return 0
    if word[-1] == "s" or word == "tens":
        phrase = _OPEN_PHRASE.match(low, start)
        if phrase:
            return open_word(r, start, phrase)
        if word == "tens" or word == "scores":
            return 0
    if word in ("few", "several", "couple"):
        return vague_word(r, start, word)
    number = words(low, start, r.lex)
    if number is None:
        return 0
    begin = start
    code = r.lex.numbers[word][0]
    if code >= HUNDRED:
        begin = article_before(r, start)
        if begin == start and code == DOZEN and word[-1] == "s":
            return 0
        if code == DOZEN and r.figures and r.figures[-1].unit is not None and r.floor == begin - 1:
            return number.end  # 60 cents a dozen
        if begin == start and low[start - 1 : start] == "-":
            return 0
    if number.plain and word == "one" and is_pronoun(r, start, number.end):
        return 0
    if named_in_words(r, start, number):
        return number.end
    if (
        number.mantissa == 0
        and number.plain
        and low[max(0, start - 9) : start].endswith(("below ", "absolute ", "ground ", "above ", "near-"))
    ):
        if not low.endswith("absolute ", 0, start):
            return number.end
        f = r.figure(start - len("absolute "), number, WORDS)
        f.unit = r.lex.units["kelvin"]
        return r.add(f)
    if number.year and 1900 <= number.mantissa <= 2099:
        return r.date(start, (number.end, dates.year(number.mantissa)))
    part = part_after(r, begin, number)
    if part:
        return part
    f = r.figure(begin, number, WORDS)
    end = finish(r, f)
    bare_one = word == "one" and number.plain and f.unit is None and not f.kind and f.hedge is None and f.sign > 0
    if bare_one and not low.startswith("-in-", end) and (low[end : end + 1] == "-" or not alone(r, start, end)):
        r.figures.pop()
        return number.end
    return end


def open_word(r: Reader, start: int, phrase: re.Match[str]) -> int:
    bounds = r.lex.open_words.get(phrase[0])
    if bounds is None:
        return phrase.end()
    if r.low.endswith("in ", 0, start) and _IN_THOUSANDS.match(r.low, phrase.end()):
        return phrase.end()
    f = Figure(start, phrase.end(), OPEN)
    of_unit(r, f)
    f.low, f.high, f.high_open = Fraction(bounds[0]), Fraction(bounds[1]), True
    f.kind = f.kind or ("count" if f.unit is None else "")
    return r.add(f)


def vague_word(r: Reader, start: int, word: str) -> int:
    low = r.low
    if word == "couple":
        begin = article_before(r, start)
        if begin == start:
            return 0
        end = start + 6
        f = Figure(begin, end, WORDS, 2)
        f.hedge = "about"
        if low.startswith(" of ", end):
            f.end = end + 3
            unit_after(r.s, f)
            if f.unit is None and f.kind != "count":
                f.end = end
        elif low.startswith(" of", end) and r.s.closes(end + 3):
            f.end = end + 3
        elif not r.s.closes(end) and not low.startswith((" dozen", " hundred", " thousand", " million"), end):
            return 0
        else:
            number = scaled(low, Number(end, 2), r.lex)
            f.scale, f.scale_word, f.end = number.scale, number.scale_word, number.end
            unit_after(r.s, f)
        f.number_end = f.end
        return r.add(f)
    match = _VAGUE.match(low, start)
    if match is None:
        return 0
    begin = article_before(r, start)
    worth = r.lex.numbers[match[2]][1]
    low_end, high_end = r.lex.vague[match[1]]
    f = Figure(begin, match.end(), OPEN)
    end = match.end()
    again = scaled(low, Number(end, 1), r.lex)
    if again.scale > 1:
        f.end, worth = again.end, worth * again.scale
    f.low, f.high, f.high_open = Fraction(low_end * worth), Fraction(high_end * worth), True
    currency_before(r.s, f, r.floor)
    unit_after(r.s, f)
    f.kind = f.kind or ("count" if f.unit is None else "")
    return r.add(f)


def article_at(r: Reader, start: int, end: int) -> int:
    """A dollar, an hour: a measure only where the words around say so."""
    low = r.low
    f = Figure(start, end - 1, WORDS, 1)
    unit_after(r.s, f)
    if f.unit is None:
        return 0
    before = low[max(0, start - 12) : start].split()
    hedged = bool(before) and before[-1] in r.lex.words["measure_before"]
    half = _AND_HALF.match(low, f.end)
    whole = r.s.is_whole(start, f.end)
    if half:
        n = {"half": 2, "third": 3, "quarter": 4}[half[1]]
        f.mantissa, f.den, f.end = n + 1, n, half.end()
        return r.add(f)
    if _DEFINED.match(low, f.end):
        return r.add(f)
    if hedged or whole or _AND_NUMBER.match(low, f.end) or _OR_TWO.match(low, f.end):
        return r.add(f) if not (f.per and not whole) else 0
    return 0


def fold_at(r: Reader, start: int, word: str) -> int:
    entry = r.lex.numbers.get(word[:-4].rstrip("-"))
    if entry is None or not entry[1]:
        return 0
    f = Figure(start, start + len(word), WORDS, entry[1])
    f.kind, f.unit_word = "multiple", "fold"
    return r.add(f)


def multiple_at(r: Reader, start: int, word: str) -> int:
    """Doubled, halved, twice as many."""
    low = r.low
    known = r.lex.multiples.get(word)
    end = start + len(word)
    if known is None:
        if low.startswith((" as a ", " as an ", " as the "), end):
            return 0
        after = _STEP.match(low, end)
        before = low[max(0, start - 12) : start].split()
        if not (after and low[end : end + 1] == " " and after[1] in r.lex.words["comparison_after"]) and not (
            before
            and word in ("double", "triple", "treble", "quadruple")
            and before[-1] in r.lex.words["before_double"]
            and not _DOUBLE_AS.match(low, end)
        ):
            return 0
        f = Figure(start, end, MULTIPLE, r.lex.comparisons[word])
    else:
        if word in ("doubles", "halves", "triples") and low[max(0, start - 4) : start] in ("the ", "two "):
            return 0
        if (word == "doubling" and low.startswith(" up", end)) or (
            word == "doubled" and low.startswith((" up", " as", " over"), end)
        ):
            return 0
        f = Figure(start, end, MULTIPLE, known[0], den=known[1])
        f.direction = known[2]
    f.kind = "multiple"
    return r.add(f)
