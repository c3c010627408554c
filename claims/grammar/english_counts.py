"""What follows a number and is no unit in the dictionary: nouns, "times", marks and letters.

A noun makes a count; an "in" may be inches; letters attached to digits that are no unit
make the whole a name (5G), and a clock time is no quantity.
"""

from __future__ import annotations

import re

from claims.grammar.english_figure import DIGITS, Figure
from claims.grammar.english_lexicon import Unit
from claims.grammar.english_rates import rate_after
from claims.grammar.english_surroundings import Surroundings

_CLOCK = re.compile(r" ?(?:a\.?m\b|p\.?m\b|o'clock|noon|midnight|gmt\b|bst\b)")
_CLOCKS = frozenset(("am", "pm", "a.m", "p.m", "a.m.", "p.m.", "gmt", "bst", "o", "noon"))
_WORD = re.compile(r" {1,2}([a-z]+(?:-[a-z]+)*)")
_INCH_AFTER = re.compile(r" ?(?:$|[.;:)] ?$|[)\];]|thick|long|wide|tall|high|deep|diameter|screen|by )")
_DEGREES = {"c": "celsius", "f": "fahrenheit"}
_ERAS = frozenset(("ad", "bc", "bce", "a.d", "b.c", "a.d.", "b.c."))
_TINY = {"pm": "picometer", "am": "attometer"}
_EACH = frozenset(("a", "an", "per", "each", "every"))
_MORE = frozenset(("more", "fewer", "other", "further"))
_YEARS = Unit("year", "duration")


def counted(s: Surroundings, f: Figure, match: re.Match[str]) -> None:
    """Read the word at `match` (gap, word) after a number, knowing that it is no unit."""
    gap, word = match[1], match[2]
    low, end = s.low, match.end()
    if word in _ERAS and s.text[end - len(word)].isupper() and f.form == DIGITS:
        f.drop = True
    elif f.decimals >= 3 and word in _TINY:
        f.unit, f.end = Unit(_TINY[word], "dimension"), end
    elif word in _CLOCKS and _CLOCK.match(low, f.end):
        f.drop = True
    elif not gap:
        if f.form == DIGITS:
            _attached(s, f, word, match.start(2), end)
    elif "-" in gap:
        _hyphened(s, f, word, len(gap), end)
    elif word == "in" and _inches(s, f, end):
        _take(s, f, "inch", match.start(2), end)
    elif word in _DEGREES:
        after = low[end : end + 1]
        if (
            f.form == DIGITS
            and s.text[end - 1].isupper()
            and (not after or after in " .,)!")
            and low[end : end + 6] != " block"
        ):
            _take(s, f, _DEGREES[word], match.start(2), end)
    elif word == "h" and f.form == DIGITS and (f.den > 1 or low[end : end + 1] in ("", ".", ",", " ")):
        _take(s, f, "hour", match.start(2), end)
    elif word == "times" or word == "time":
        _times(s, f, word, end)
    elif word == "yo":
        f.unit, f.kind, f.end = _YEARS, "age", end
    elif word in _EACH:
        f.kind = "count"  # 15 an hour, 1,500 per square mile
        rate_after(s, f)
        f.kind = "count" if f.per else ""
    else:
        if word in _MORE and (noun := _WORD.match(low, end)):
            word = noun[1]
        if word.isalpha() and word.isascii() and word not in s.lexicon.words["functions"]:
            f.kind = "count"


def feet_or_inches(s: Surroundings, f: Figure, mark: str) -> None:
    """Take a mark after digits as feet or inches, unless it closes a quotation."""
    low, end = s.low, f.end
    after = low[end + 1 : end + 2]
    if f.form != DIGITS or (after.isalnum() and not (mark == "'" and after.isdigit())) or s.quoted(mark, f.start):
        return
    doubled = mark == "'" and after == "'"
    _take(s, f, "inch" if doubled or mark == '"' else "foot", end, end + 1 + doubled)


def _take(s: Surroundings, f: Figure, name: str, start: int, end: int) -> None:
    f.unit, f.end, f.unit_word = s.lexicon.units[name], end, s.text[start:end]


def _hyphened(s: Surroundings, f: Figure, word: str, gap: int, end: int) -> None:
    """A 12-member panel, a threefold rise; small numbers only describe (two-way)."""
    nouns = s.lexicon.words["counted_hyphened"]
    if word in nouns or word[:-1] in nouns:
        f.kind = "count"
    elif word == "fold":
        f.kind, f.end = "multiple", end
    elif gap == 1 and word not in ("plus", "odd", "ish", "something", "to", "in"):
        f.hyphened = True
        f.drop = f.mantissa * f.scale < 10 or word in ("somethings", "bit")
        f.kind = "" if f.drop or f.decimals else "count"


def _times(s: Surroundings, f: Figure, word: str, end: int) -> None:
    """Three times as many; four times a week."""
    after = _WORD.match(s.low, end)
    if after and after[1] in s.lexicon.words["times_after"]:
        f.kind, f.end, f.unit_word = "multiple", end, word
        return
    f.kind = "count"
    number_end, f.end = f.end, end
    rate_after(s, f)
    if not f.per:
        f.end = number_end


def _attached(s: Surroundings, f: Figure, word: str, start: int, end: int) -> None:
    """Letters directly after digits that are no unit: a multiple, a fold, or a name (5G)."""
    written = s.text[start:end]
    if word == "x":
        f.drop = s.low[end : end + 1].isdigit()  # 4x100
        f.kind, f.end, f.unit_word = "multiple", end, "x"
    elif word == "fold":
        f.kind, f.end, f.unit_word = "multiple", end, "fold"
    elif word in _DEGREES and written.isupper() and s.warm:
        _take(s, f, _DEGREES[word], start, end)
    elif written == "c" and f.mantissa < 1000 and not s.warm:
        _take(s, f, "cent", start, end)
    elif word == "in" and (f.mantissa < 200 or f.decimals):
        _take(s, f, "inch", start, end)
    elif word == "st":
        _take(s, f, "stone", start, end)
    elif word == "h":
        _take(s, f, "hour", start, end)
    elif word == "s" and (f.decimals or f.mantissa < 10):
        _take(s, f, "sec", start, end)
    elif word == "yo":
        f.unit, f.kind, f.end = _YEARS, "age", end
    else:
        f.drop = True


def _inches(s: Surroundings, f: Figure, end: int) -> bool:
    """Whether "in" after a number is inches."""
    if f.form != DIGITS:
        return False
    if f.den > 1:
        return not s.low.startswith(" in ", end)
    return may_be_inches(s.low, end)


def may_be_inches(low: str, end: int) -> bool:
    """Whether what stands after an "in" that ends at `end` lets it be inches."""
    return _INCH_AFTER.match(low, end) is not None
