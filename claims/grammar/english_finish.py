"""What stands around a numeral just read: sign, currency, unit, age.

Every reader ends here, whether it began with digits, a word or a fraction.
"""

from __future__ import annotations

import re

from claims.grammar.english_currency import currency_before
from claims.grammar.english_figure import DIGITS, WORDS, Figure
from claims.grammar.english_hedges import inside
from claims.grammar.english_names import counts_plural, is_address, is_bare_name
from claims.grammar.english_reader import Reader
from claims.grammar.english_units import unit_after

_AND_HALF = re.compile(r" and (?:a |an |one )?(half|third|quarter)(?! hour| mile| year)(?![a-z])")
_OF_UNIT = re.compile(r" of (?:an? |us |the )?")

_AGED = re.compile(
    r"\b(?:aged|ages?|(?:they|child|who|she|he|i|is|are|we|after|before|when) turn(?:s|ed|ing)?)(?: of)?"
    r"(?: between| over| under| from)? $"
)
_PERSON = re.compile(r"((?:[A-Z][\w'’-]*\.? )+[A-Z][\w'’-]+), $")
_WHO_IS = re.compile(r"\b(?:who|he|she) (?:is|was) $")
_PEOPLE = re.compile(
    r"\b(?:children|kids|people|adults|men|women|boys|girls|voters|those|anyone|everyone|users|players|workers|patients"
    r"|pensioners|residents|citizens|drivers|smokers|males|females|americans|britons) (?:aged |who are )?(?:just )?"
    r"(?:under|over)(?: the age of)? $"
)
_NOT_PERSONS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_AGAIN = re.compile(r" \((\d{1,9})\)(?=[ -])")
_INSIDE = frozenset("+- ")


def finish(r: Reader, f: Figure) -> int:
    """Read what stands around the numeral, and keep the figure unless it is a name."""
    low = r.low
    if f.sign > 0:
        sign_before(r, f)
    currency_before(r.s, f, r.floor)
    if f.prefixed and f.start and low[f.start - 1] == "-" and (f.start < 2 or not low[f.start - 2].isalnum()):
        f.sign, f.start = -1, f.start - 1
    if low[f.end : f.end + 1] in _INSIDE:
        inside(r.s, f)
    return what_follows(r, f)


def what_follows(r: Reader, f: Figure) -> int:
    """Read what stands after a numeral whose sign and currency are read, and keep it unless it is a name."""
    low, end = r.low, f.end
    again = _AGAIN.match(low, end) if f.form == WORDS and low[end : end + 2] == " (" else None
    if again and int(again[1]) == f.mantissa * f.scale:
        f.end = again.end()  # thirty (30) days
    unit_after(r.s, f)
    if f.unit is None and f.form == WORDS and low[f.end - 1 : f.end] == ")":
        f.end = end
    if f.den > 1 and f.unit is None and low.startswith(" of ", f.end):
        of_unit(r, f)
    if (
        f.unit is not None
        and low.startswith(" and ", f.end)
        and f.unit.kind in ("duration", "dimension")
        and not f.decimals
    ):
        and_half(r, f)
    if f.hedge and f.end == end:
        f.end = f.number_end
    if f.form == DIGITS and f.kind in ("", "count") and f.unit is None and f.scale == 1 and is_bare_name(r, f):
        f.drop = f.named = True
    if f.form == WORDS and f.kind == "count" and is_address(r, f):
        f.drop = True
    if f.form == DIGITS and f.unit is None and f.sign < 0 and f.start and low[f.start - 1] in "–—":
        f.sign, f.start = 1, f.start + 1
    if (f.unit is not None and f.unit.kind in ("temperature",)) or (f.unit is not None and f.unit.name == "degree"):
        below_zero(r, f)
    age_before(r, f)
    if f.sign > 0 and f.start and low[f.start - 1] == "(" and _fills_cell(low, f.start - 1, f.end + 1):
        f.sign, f.start, f.end = -1, f.start - 1, f.end + 1  # an accountant's minus
    return r.add(f)


def _fills_cell(low: str, start: int, end: int) -> bool:
    """Whether `low[start:end]`, in brackets, is all there is in a cell of a table row."""
    closed = low[end - 1 : end] == ")" and "|" in low
    return closed and (not start or low[start - 1] == "|") and (end == len(low) or low[end] == "|")


def and_half(r: Reader, f: Figure) -> None:
    """Two hours and a half."""
    match = _AND_HALF.match(r.low, f.end)
    if match and not r.low.startswith((" of", " the", " its", " a "), match.end()):
        n = {"half": 2, "third": 3, "quarter": 4}[match[1]]
        f.mantissa, f.den, f.end = f.mantissa * n + f.den, f.den * n, match.end()


def sign_before(r: Reader, f: Figure) -> None:
    low, start = r.low, f.start
    if start < 2 or low[start - 1] != " " or low[start - 2] not in "se- ":
        return
    for word in ("minus ", "negative "):
        if low.startswith(word, start - len(word)) and start >= len(word):
            at = start - len(word)
            if at and (low[at - 1].isalnum() or (r.figures and r.figures[-1].end >= at - 1)):
                return
            if not low.endswith("plus or ", 0, at):
                f.sign, f.start = -1, at
            return
    if (
        low.startswith("- ", start - 2)
        and start >= 2
        and (r.s.opens(start - 2) or low.endswith("convert ", 0, start - 2))
    ):
        f.sign, f.start = -1, start - 2
    elif low.startswith("-  ", start - 3) and start == 3:
        f.sign, f.start = -1, 0


def below_zero(r: Reader, f: Figure) -> None:
    if (
        r.low.startswith((" below zero", " below freezing"), f.end)
        and f.sign > 0
        and not r.low.startswith(" below freezing", f.end)
    ):
        f.sign, f.end = -1, f.end + len(" below zero")


def age_before(r: Reader, f: Figure) -> None:
    """Take a bare number as an age after "aged"; two below zero as a temperature."""
    if (
        f.unit is not None
        or f.form not in (DIGITS, WORDS)
        or f.mantissa >= 130
        or f.decimals
        or f.den > 1
        or f.scale > 1
    ):
        return
    low, start = r.low, f.start
    told = low.endswith(_BEFORE_AGES, 0, start) and _AGED.search(low, max(0, start - 18), start)
    if told or (low.endswith(_BEFORE_OWN_AGE, 0, start) and is_age(r, f)):
        f.unit, f.kind = r.lex.units["year"], "age"
    elif r.low.startswith(" below zero", f.end):
        f.unit, f.kind, f.sign, f.end = r.lex.units["degree"], "temperature", -1, f.end + len(" below zero")


_BEFORE_AGES = (
    *("age ", "aged ", "ages ", "turn ", "turned ", "turning ", "turns "),
    *("between ", "from ", "of ", "over ", "under "),
)
_BEFORE_OWN_AGE = ("over ", "under ", " is ", " was ", ", ")
_BEFORE_ANY_AGE = _BEFORE_AGES + _BEFORE_OWN_AGE


def may_be_age(low: str, start: int) -> bool:
    """Whether the words right before a number are among those that `_AGED` and `is_age` ask for."""
    return low.endswith(_BEFORE_ANY_AGE, 0, start)


def is_age(r: Reader, f: Figure) -> bool:
    """Whether a bare number is an age: after "who is" or "adults over", or a name (Jane Doe, 34, a nurse)."""
    low, text = r.low, r.s.text
    counted = f.kind and not (f.kind == "count" and not counts_plural(r, f))
    if not counted and low.endswith(("under ", "over "), 0, f.start):
        return _PEOPLE.search(low, max(0, f.start - 32), f.start) is not None
    if not counted and low.endswith((" is ", " was "), 0, f.start):
        closes = low[f.end : f.end + 1] in (",", ".", "") and not low[f.end + 1 : f.end + 2].isdigit()
        return closes and _WHO_IS.search(low, max(0, f.start - 10), f.start) is not None
    if f.form != DIGITS:
        return False
    if f.kind or f.hedge or f.sign < 0 or f.end - f.start != 2 or f.mantissa < 14 or not low.startswith(", ", f.end):
        return False
    name = _PERSON.search(text, max(0, f.start - 40), f.start)
    if name is None or low[f.end + 2 : f.end + 3].isdigit():
        return False
    words = name[1].lower().split()
    lex = r.lex
    return not any(word in lex.months or word in lex.units or word in _NOT_PERSONS for word in words) and not any(
        word in lex.words[kind] for kind in ("functions", "names") for word in words
    )


def of_unit(r: Reader, f: Figure) -> None:
    """Take "of pounds" after an open word, "of a mile" after a fraction."""
    match = _OF_UNIT.match(r.low, f.end)
    if match is None:
        return
    end, f.end = f.end, match.end() - 1
    unit_after(r.s, f)
    if f.unit is None:
        f.end, f.kind = end, ""


def article_before(r: Reader, start: int) -> int:
    low = r.low
    if low.startswith(("a ", "an "), start - 2 if low[start - 2 : start] == "a " else start - 3) and start >= 2:
        at = start - 2 if low[start - 2 : start] == "a " else start - 3
        if at >= 0 and (not at or not low[at - 1].isalnum()):
            return at
    if low[max(0, start - 3) : start] == "a  " and (start == 3 or not low[start - 4].isalnum()):
        return start - 3
    return start
