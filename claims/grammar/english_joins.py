"""What neighbouring figures are to each other: a range, a compound, a fraction, a list.

Figures are read one by one; here each is compared with the one before it and with the
few characters between them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from claims.grammar.english_compounds import SENTENCE_END, compound
from claims.grammar.english_figure import DATE, DIGITS, MANY, MULTIPLE, OPEN, ORDINAL, PART, WORDS, Figure
from claims.grammar.english_ranges import announced, either, ordinal_range, plus_minus, two_ends
from claims.grammar.english_surroundings import Surroundings

_JOINT = re.compile(
    r" {0,2}(to|through|thru|till|and|or|-|–|—|~)(?: (?:up to|about|around|nearly|almost|over|more than|perhaps"
    r"|maybe|as (?:many|much) as|approximately|roughly))? {0,2}~? {0,2}"
)
_COMPOUND_GAP = re.compile(r"(?:,? and |, | |)$")
_PLUS_MINUS = re.compile(r" ?(?:±|\+/-|\+-|\+/−| plus or minus | give or take ) ?$")
_LIST_GAP = re.compile(r"-?(?:,| and| or|, and|, or| &|/| to| versus| vs\.?)? {1,2}$|/$")
_WORD_AFTER = re.compile(r"[ -]([a-z]+)")
_NAME_GAP = re.compile(r" ?(?:, |,? and|,? or|&|to|through|-|–) ?(?:\()?$")
_RATIOS = frozenset((" in ", " out of ", " in every ", " of every ", " over ", " out of every ", " times out of "))
_SHARED = frozenset(("percent", "dimension", "money", "point", "temperature", "duration"))


def join(s: Surroundings, figures: list[Figure]) -> list[Figure]:
    """The figures with neighbours joined where the text joins them."""
    joined: list[Figure] = []
    for f in figures:
        while joined:
            a = joined[-1]
            space = f.start - a.end
            if space > 24:
                break
            if space < 0:
                joined.pop()
                continue
            merged = _pair(s, a, f, s.low[a.end : f.start], joined)
            if merged is None:
                break
            joined.pop()
            f = merged
        joined.append(f)
    return [f for f in joined if not f.drop]


def _pair(s: Surroundings, a: Figure, b: Figure, gap: str, joined: list[Figure]) -> Figure | None:
    """The one figure that both are, or None; units may pass from one to the other."""
    if a.form in (DATE, ORDINAL, OPEN, MULTIPLE) or b.form in (DATE, ORDINAL, OPEN, MULTIPLE):
        return ordinal_range(s, a, b, gap)
    if gap == "-" and a.hyphened and a.unit is not None and a.unit.name == "foot" and b.mantissa < 12:
        found = _foot_and_inches(s, a, b)
        if found is not None:
            return found
    if gap == " of " and a.form == PART and a.unit is None and b.unit is not None and b.unit.kind == "percent":
        return _part_of_one(a, b)
    if a.drop or b.drop:
        b.drop = b.drop or (a.named and _goes_on(s, b, gap))
        b.named = b.named or (b.drop and a.named)
        return None
    if gap == "-to-":  # three-to-five years, nine-to-five
        ends = two_ends(s, a, b, "to", " to ")
        a.drop = b.drop = ends is None and a.unit is None and b.unit is None
        return ends
    if gap == "-in-":
        return _ratio(s, a, b, "in")
    joint = _between(gap)
    if joint is None:
        return None
    word = joint.word
    if word == "or":
        found = either(a, b) if not _in_list(s, joined) else None
        if found is not None:
            return found
    elif word and not (word == "and" and not announced(s, a)):
        found = two_ends(s, a, b, word, gap)
        if found is not None:
            return found
    if a.form == MANY or b.form == MANY:
        return None
    if joint.ratio:
        found = _ratio(s, a, b, gap.strip())
        if found is not None:
            return found
    if joint.compound and a.unit is not None:
        found = compound(s, a, b, gap)
        if found is not None:
            return found
    if joint.plus_minus:
        return plus_minus(a, b)
    if joint.listed:
        _share_back(s, joined, b)
        if a.kind == "age" and b.bare and gap != " " and b.end - b.start == 2 and b.form == DIGITS:
            b.unit, b.kind = a.unit, a.kind  # aged 19, 23 and 31
    return None


def _foot_and_inches(s: Surroundings, a: Figure, b: Figure) -> Figure | None:
    """A 6-foot-5 player, 5-foot-10-inch: the height in inches."""
    inches = b.unit is not None and b.unit.name == "inch"
    if not (inches or b.unit is None) or b.decimals or a.decimals or a.den > 1 or b.prefixed:
        return None
    a.mantissa, a.unit, a.kind = a.mantissa * 12 + b.mantissa, s.lexicon.units["inch"], ""
    a.end = b.end if inches else b.number_end
    return a


def _part_of_one(a: Figure, b: Figure) -> Figure | None:
    """Half of 1 %, a quarter of one percent: a part of one percent, not of many."""
    if b.value() > 1 or b.form not in (DIGITS, WORDS) or b.scale_word or a.scale_word:
        return None
    b.mantissa, b.den, b.start, b.form = b.mantissa * a.mantissa, b.den * a.den, a.start, WORDS
    return b


def _goes_on(s: Surroundings, b: Figure, gap: str) -> bool:
    """Whether a number goes on with the name before it: Chapters 3 and 4, columns 581 - 582."""
    if b.form != DIGITS or b.unit is not None or b.decimals or b.scale > 1 or not _NAME_GAP.match(gap):
        return False
    noun = _WORD_AFTER.match(s.low, b.end) if b.kind else None
    return noun is None or not (noun[1] in s.lexicon.words["plurals"] or noun[1].endswith("s"))


class _Joint(NamedTuple):
    """What the characters between two figures can make of them."""

    word: str
    """That of a range: "to", "and", "or", a dash; "" when it is none."""
    ratio: bool
    compound: bool
    plus_minus: bool
    listed: bool


@lru_cache(maxsize=2048)
def _between(gap: str) -> _Joint | None:
    match = _JOINT.fullmatch(gap)
    joint = _Joint(
        match[1] if match else "",
        gap in _RATIOS,
        _COMPOUND_GAP.fullmatch(gap) is not None,
        _PLUS_MINUS.fullmatch(gap) is not None,
        _LIST_GAP.fullmatch(gap) is not None,
    )
    return joint if any(joint) else None


def _in_list(s: Surroundings, joined: list[Figure]) -> bool:
    """Whether the last figure follows another after a comma: 3, 4 or 5 days."""
    return len(joined) > 1 and s.low[joined[-2].end : joined[-1].start] in (", ", ",")


def _ratio(s: Surroundings, a: Figure, b: Figure, word: str) -> Figure | None:
    """One in five, nine out of ten: a fraction of the whole, as a percentage."""
    if word == "times out of" and a.kind == "count":
        a.kind, word = "", "out of"
    if not (a.bare and a.form in (DIGITS, WORDS) and b.form in (DIGITS, WORDS)) or b.unit is not None or b.prefixed:
        return None
    if a.decimals or b.decimals or a.den > 1 or b.den > 1 or (a.sign < 0 and word != "over"):
        return None
    n, d = a.mantissa * a.scale, b.mantissa * b.scale
    if not 0 < n < d and not (word == "over" and d):
        return None
    low = s.low
    if word == "over":
        if not SENTENCE_END.match(low, b.end):
            return None
        a.mantissa, a.den, a.scale, a.scale_word, a.end = n, d, 1, "", b.end
        a.form, a.kind = (PART, "percent") if n < d and a.form == WORDS and b.form == WORDS else (a.form, "")
        return a
    if b.kind == "count" and b.form == DIGITS and word == "in" and n > 3 and d not in (5, 10, 20, 100):
        return None
    if word == "in" and (n > 9 or 1900 <= d <= 2099 or (d > 100 and n > 1)):
        return None
    if word.startswith("out") and b.form == DIGITS and d not in (20, 100, 1000) and d > 10:
        return None
    a.mantissa, a.den, a.scale, a.scale_word, a.end = n, d, 1, "", b.end
    a.form, a.kind = PART, "percent"
    a.hedge = None
    return a


def _share_back(s: Surroundings, joined: list[Figure], b: Figure) -> None:
    """In "10, 12 and 15 per cent" every number is a percentage."""
    unit = b.unit
    if unit is None or b.prefixed or unit.kind not in _SHARED or b.form not in (DIGITS, WORDS):
        return
    if b.hyphened and b.kind != "age" and s.low[b.start - 6 : b.start].find("- ") < 0:
        return
    low = s.low
    last = b
    gap = low[joined[-1].end : b.start]
    if "," in gap and "and" not in gap and "or" not in gap:
        return
    by_commas = len(joined) > 1 and low[joined[-2].end : joined[-1].start] == ", "
    if gap.startswith(", or") and not by_commas:
        return  # "60, or 34 per cent" says one thing twice; only a list that runs by commas goes on so
    for f in reversed(joined):
        if not f.bare or f.form != b.form or f.prefixed or f.drop or not _LIST_GAP.fullmatch(low[f.end : last.start]):
            break
        if low[f.end : last.start] == " ":
            break
        f.unit, f.per = unit, b.per
        f.kind = "age" if b.kind == "age" else f.kind
        if b.scale_word and f.scale == 1 and unit.kind == "money" and f.mantissa < 1000:
            f.scale, f.scale_word = b.scale, b.scale_word
        last = f
    return
