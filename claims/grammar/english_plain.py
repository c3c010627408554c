"""Plain figures: digits between words that say nothing of them.

"271 makers", "$23 a day", "73%,", "8.1 million in", "in 2019": most figures of prose stand
so, and to ask of each whether it is a code, a clock time, a fraction or a name would take
most of the time that reading takes. Here one pattern and two look-ups tell that none of
this can be. What is read here is read just so by `english_digits`; all else is left to it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claims.grammar import english_dates as dates
from claims.grammar.english_beginnings import kinds, tree
from claims.grammar.english_counts import may_be_inches
from claims.grammar.english_currency import names_dollar
from claims.grammar.english_figure import DIGITS, Figure
from claims.grammar.english_finish import age_before, may_be_age, what_follows
from claims.grammar.english_lexicon import SCALE, lexicon
from claims.grammar.english_names import ROUNDS, is_bare_name
from claims.grammar.english_reader import Reader

_NEXT = re.compile(r"[a-z]+")
_NUMERAL_TAILS = frozenset(
    ["point", "odd", "plus", "noon", "am", "pm", "gmt", "bst", "utc", "est", "cet", "et", "hour", "hours"]
)
"""Words that may belong to the digits before them, or make a clock time of them."""
_EACH = ("per", "an", "each", "every")
_SCALES = ("mm", "mn", "mio", "bn", "tn", "trn")
_UNIT_TAILS = frozenset(
    [
        "ad",
        "bc",
        "bce",
        "pcm",
        "pw",
        "time",
        "times",
        "more",
        "fewer",
        "other",
        "further",
        "yo",
        "below",
        "an",
        "each",
        "every",
        *_SCALES,
    ]
)
"""Words that may be a unit, hide one or add to one, besides those in the dictionary."""
_MONEY_TAILS = frozenset(["pa", "pcm", "pw", "us", "usd", "dollar", "dollars", *_EACH, *_SCALES])
"""Words that may add to money before them."""
_JOINS = frozenset(("and", "or", "to", "of", "in"))
"""Words that belong to digits before them where what follows says so."""
_TELLS = ("minus", "negative", "point")
_CLOSING = frozenset(".,;:)\"'")

NUMBER, MONEY, BRACKET, OF, AGE = 1, 2, 4, 8, 16
"""What stands before digits leaves a number as it is; leaves money as it is; is a bracket; is an "of"; may make it an
age."""
UNIT = "unit"
"""The word after digits must be looked up."""


@cache
def _plain() -> re.Pattern[str]:
    """A numeral, its scale word, and the word, closing mark, percent sign or letters after it."""
    scales = tree([(word, "") for word, (code, _) in lexicon().numbers.items() if code == SCALE])
    return re.compile(
        rf"(?!0\d)(\d{{1,14}}(?:,\d{{3}}){{0,4}})(?:\.(\d{{1,9}}))?(?: ({scales})(?![a-z]))?"
        r"(?: ([a-z]{2,})(?![a-zµμäöóéñ$'])|[,;)](?!\d)|\.(?= )|\.?\Z"
        r"|(%)(?=[ .,)]|\Z)(?! po| -p| - )|(bn|m|k)(?![a-z0-9']|\.[a-z]))"
    )


def plain_at(r: Reader, start: int) -> int:
    """Read the figure whose first digit stands at `start` if it is a plain one, else return 0."""
    low = r.low
    if start < 2 or r.comma:
        return 0
    edge = start - 1
    is_money = low[edge] in "$£€"
    if is_money:
        edge -= 1
        if r.floor >= start:
            return 0
    begin, leads = edge, NUMBER | MONEY | BRACKET
    if low[edge] == " ":
        begin = low.rfind(" ", edge - 24 if edge > 24 else 0, edge) + 1
        leads = lead(low[begin:edge]) if begin or edge <= 24 else 0
    elif low[edge] != "(":
        return 0
    match = _plain().match(low, start) if leads & (MONEY if is_money else NUMBER) else None
    if match is None or (leads & OF and low.endswith(("group of", "round of"), 0, edge)):
        return 0
    if match[1] in ROUNDS and low.startswith("last ", begin):
        return 0
    whole, part, scale_word, word, percent, letters = match.groups()
    end = match.end(2) if part else match.end(1)
    kind: str | None = UNIT if letters else ""
    if word:
        kind = _joined(low, end, match) if word in _JOINS else tail(word)
    if kind is None or ((percent or letters) and scale_word) or (percent and is_money):
        return 0
    after = low[end : end + 1]
    if (after == ")" and end - start <= 2) or (after == "." and low[edge - 1] in ".:;"):
        return 0  # the number of an item
    if len(whole) == 4 and (whole[0] == "1" or whole[:2] == "20") and not part and not percent:
        if is_money or leads & BRACKET or scale_word or letters:
            return 0
        read = dates.years(r.s, start)
        if read is not None:
            return r.date(start, read)
    if len(whole) > 3 and "," in whole:
        if whole.index(",") > 3:
            return 0
        whole = whole.replace(",", "")
    f = Figure(start, end, DIGITS, int(whole + part if part else whole))
    if part:
        f.decimals = len(part)
    if scale_word:
        f.scale, f.scale_word, f.plain = r.lex.numbers[scale_word][1], scale_word, False
        f.end = f.number_end = f.outer_end = match.end(3)
    if is_money:
        f.start, f.unit, f.unit_word, f.prefixed = start - 1, r.lex.units[low[start - 1]], low[start - 1], True
        if word and (word not in _MONEY_TAILS or (word in _EACH and low[match.end() : match.end() + 1] != " ")):
            kind = ""
    if kind == UNIT or leads & BRACKET:
        return what_follows(r, f)
    if percent:
        f.unit, f.end, f.unit_word = r.lex.units["%"], end + 1, "%"
    elif not is_money:
        f.kind = kind
        text = r.s.text
        if not (text[begin].islower() or scale_word) or text[end + 1 : end + 2].isupper():
            f.drop = f.named = not scale_word and is_bare_name(r, f)
        if leads & AGE:
            age_before(r, f)
    return r.add(f)


def _joined(low: str, end: int, match: re.Match[str]) -> str | None:
    """What one of `_JOINS` makes of the digits before it that end at `end`, by what follows it: see `tail`."""
    word = match[4]
    after = match.end() + 1
    char = low[after : after + 1]
    if word == "in":
        return UNIT if may_be_inches(low, after - 1) else ""
    if low[after - 1 : after] == "-":
        return None
    if word == "or":
        return None if char in "msfl" else ""
    if end - match.start() <= 2 and (char.isdecimal() or word == "of"):
        return None
    if word == "and" and (char == " " or (match[3] and char.isdecimal())):
        return None
    following = _NEXT.match(low, after) if word == "and" else None
    return None if following and (following[0] in kinds() or following[0] in ("a", "an")) else ""


@lru_cache(maxsize=8192)
def tail(word: str) -> str | None:
    """What a word makes of digits before it: a "count", "" or `UNIT`; None when it may be part of them."""
    lex = lexicon()
    if word in _NUMERAL_TAILS or word in kinds() or word[0] == "x":
        return None
    known = word in lex.units or word in lex.unit_starts or word in _symbols() or word in lex.words["fillers"]
    if known or word in _UNIT_TAILS:
        return UNIT
    return "" if word in lex.words["functions"] else "count"


@lru_cache(maxsize=8192)
def lead(word: str) -> int:
    """What a word leaves as it is that stands before digits, or before a currency sign that stands before them."""
    lex = lexicon()
    leads = 0 if names_dollar(f" {word} ") else MONEY
    bare = word.rstrip(".").lstrip("([\"'*")
    unit = lex.units.get(bare) or lex.units.get(bare + ".")
    if not bare or not (word[-1].isalnum() or word[-1] in _CLOSING):
        return leads
    if bare in lex.words["names"] or word.endswith(_TELLS) or (unit is not None and unit.kind == "money"):
        return leads
    before = f" {word} "
    return leads | NUMBER | (OF if word == "of" else 0) | (AGE if may_be_age(before, len(before)) else 0)


@cache
def _symbols() -> frozenset[str]:
    return frozenset(symbol.lower() for symbol in lexicon().symbols)
