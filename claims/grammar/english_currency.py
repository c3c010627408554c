"""Money before and after a numeral: signs, codes and the words that repeat them."""

from __future__ import annotations

import re

from claims.grammar.english_figure import Figure
from claims.grammar.english_lexicon import Unit
from claims.grammar.english_surroundings import Surroundings

_SIGNS = frozenset("$€£¥₹₩₽฿₱₺₪₦₫₴₮₭₡₿")
_DOLLAR_PREFIX = re.compile(r"(?:us|u\.s\.?|hk|au|a|ca|can|cad|c|nz|s|sg|nt|r|mex|mx|aud|mop) ?$")
_WORDS_TOO = frozenset(("a", "s", "us", "can", "r", "au", "ca"))
"""Prefixes that with a space before the sign are words: "a $4 billion plan"."""
_SPELLED = frozenset(("ringgit", "rupees"))
_REPEATED = re.compile(r"[ -]?(?:us dollars?|dollars?|usd)(?![a-z])")


def currency_before(s: Surroundings, f: Figure, floor: int = 0) -> None:
    """Take a currency sign, code or word that stands before the numeral, but not before `floor`."""
    low, at = s.low, f.start
    if at <= floor:
        return
    if low[at - 1] == " ":
        at -= 2 if at > 1 and low[at - 2] == " " else 1
        if at <= floor:
            return
    char = low[at - 1]
    if char in _SIGNS:
        begin, unit = at - 1, s.lexicon.units[char]
        if char == "$":
            begin, unit = _dollar(s, begin, unit)
        if begin < floor:
            return
    elif char.isalpha() or char == ".":
        code = _code(s, at) if f.start - at < 2 else None
        if code is None or code[0] < floor:
            return
        begin, unit = code
    else:
        return
    f.start, f.unit, f.prefixed = begin, unit, True
    f.unit_word = s.text[begin:at]


def _code(s: Surroundings, at: int) -> tuple[int, Unit] | None:
    """A currency code or word that ends at `at`, with where it begins."""
    low = s.low
    begin = low.rfind(" ", max(0, at - 10), at) + 1 or (0 if at < 10 else at)
    word = low[begin:at]
    if word[:1] in ("(", "[", '"', "'"):
        begin, word = begin + 1, word[1:]
    unit = s.lexicon.units.get(word)
    if unit is None or unit.kind != "money" or unit.factor != (1, 1) or unit.magnitude != 1:
        return None
    if (len(word) > 3 and word not in _SPELLED) or (len(word) <= 3 and not is_code(s, begin, at, word)):
        return None
    if word == "ringgit" and low.endswith(("malaysia ", "malaysian "), 0, begin):
        begin = low.rindex("malaysia", 0, begin)
    return begin, unit


def is_code(s: Surroundings, begin: int, end: int, word: str) -> bool:
    """Whether letters before or after digits are a currency code and no word."""
    written = s.text[begin:end]
    return written.isupper() or word in s.lexicon.words["small_codes"] or (word in ("rs", "rs.") and written[0] == "R")


def names_dollar(before: str) -> bool:
    """Whether words that end right before a dollar sign may say whose dollar it is."""
    match = _DOLLAR_PREFIX.search(before, max(0, len(before) - 5))
    if match is None or before[: match.start()][-1:].isalnum():
        return False
    name = match[0].rstrip(" ")
    return name == "us" or name == match[0] or name not in _WORDS_TOO


def _dollar(s: Surroundings, begin: int, unit: Unit) -> tuple[int, Unit]:
    """The dollar whose sign stands at `begin`, and where its prefix begins: US$, HK$, c $."""
    window = s.low[max(0, begin - 5) : begin]
    match = _DOLLAR_PREFIX.search(window)
    if match is None:
        return begin, unit
    at = begin - len(match[0])
    if at and s.low[at - 1].isalnum():
        return begin, unit
    name = match[0].strip()
    if match[0][-1] == " " and name in _WORDS_TOO and not (name == "us" and s.low.endswith("a ", 0, at)):
        return begin, unit
    found = s.lexicon.units.get(("us" if name[0] == "u" else name) + "$")
    return (at, found) if found else (begin, unit)


def repeated(s: Surroundings, f: Figure) -> None:
    """Take the "dollars" of "$10 million dollars"."""
    if f.unit is s.lexicon.units["$"] and s.low[f.end : f.end + 1] in (" ", "-"):
        match = _REPEATED.match(s.low, f.end)
        if match:
            f.end = match.end()
