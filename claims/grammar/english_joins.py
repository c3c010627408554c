"""What neighbouring figures are to each other: a range, a compound, a fraction, a list.

Figures are read one by one; here each is compared with the one before it and with the
few characters between them.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from claims.grammar.english_figure import DATE, DIGITS, MANY, MULTIPLE, OPEN, ORDINAL, PART, WORDS, Figure
from claims.grammar.english_lexicon import Unit
from claims.grammar.english_surroundings import Surroundings

_JOINT = re.compile(
    r" {0,2}(to|through|thru|till|and|or|-|–|—|~)(?: (?:up to|about|around|nearly|almost|over|more than|perhaps|maybe|as (?:many|much) as|approximately|roughly))? {0,2}~? {0,2}"
)
_DASHES = frozenset("-–—~")
_BETWEEN = re.compile(
    r"(?:between|ranging|range[sd]? between|anywhere between) (?:about |around |roughly |approximately |some |~ ?)?$"
)
_FROM = re.compile(r"from (?:about |around |roughly |approximately |some |just |~ ?|a )?$")
_CHANGE = re.compile(
    r"\b(?:rose|risen|rise|rises|rising|fell|fall|falls|fallen|falling|grew|grown|grow|growing|increas\w+|decreas\w+|declin\w+|drop\w*|climb\w*|jump\w*|"
    r"surg\w+|slip\w+|plung\w+|tumbl\w+|rais\w+|cut\w*|reduc\w+|lower\w*|widen\w*|narrow\w*|up|down|went|gone|go|moved?|chang\w+|improv\w+|lifted|shr[aiu]nk|"
    r"slump\w*|soar\w*|doubl\w+|tripl\w+|halv\w+|expand\w*|boost\w*|higher|sank|slid|swell\w*|swung|revis\w+|trim\w*|upgrad\w+|downgrad\w+|slash\w*|eas\w+|edged)\b"
)
_COMPOUND_GAP = re.compile(r"(?:,? and |, | |)$")
_PLUS_MINUS = re.compile(r" ?(?:±|\+/-|\+-|\+/−| plus or minus | give or take ) ?$")
_LIST_GAP = re.compile(r"(?:,| and| or|, and|, or| &|/| to| versus| vs\.?)? {1,2}$|/$")
_CENTS = re.compile(r"(?: and |, | )(?=\d|[a-z])")
_SENTENCE_END = re.compile(r"\s*(?:$|[.,;:!?)\]](?!\d))")


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
        return _ordinals(s, a, b, gap)
    if a.drop or b.drop:
        return None
    joint = _between(gap)
    if joint is None:
        return None
    word = joint.word
    if word == "or":
        found = _either(a, b) if not _in_list(s, joined) else None
        if found is not None:
            return found
    elif word and not (word == "and" and not _announced(s, a)):
        found = _range(s, a, b, word, gap)
        if found is not None:
            return found
    if a.form == MANY or b.form == MANY:
        return None
    if joint.ratio:
        found = _ratio(s, a, b, gap.strip())
        if found is not None:
            return found
    if joint.compound and a.unit is not None:
        found = _compound(s, a, b, gap)
        if found is not None:
            return found
    if joint.plus_minus:
        return _plus_minus(a, b)
    if joint.listed:
        _share_back(s, joined, b)
    return None


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


_RATIOS = frozenset((" in ", " out of ", " in every ", " of every ", " over ", " out of every "))


def _ordinals(s: Surroundings, a: Figure, b: Figure, gap: str) -> Figure | None:
    """Between the tenth and the fifteenth."""
    if a.form != ORDINAL or b.form != ORDINAL or gap not in (" and the ", " and ") or a.mantissa >= b.mantissa:
        return None
    if not s.low.endswith(("between the ", "between "), 0, a.start):
        return None
    b.low, b.high, b.form, b.start = a.value(), b.value(), MANY, a.start
    return b


def _announced(s: Surroundings, a: Figure) -> bool:
    window = s.low[max(0, a.start - 30) : a.start]
    if _BETWEEN.search(window):
        return True
    return bool(_FROM.search(window)) and a.start <= 24


def _is_change(s: Surroundings, a: Figure) -> bool:
    """Whether "from … to" is a move between two levels rather than a range."""
    low = s.low
    window = low[max(0, a.start - 90) : a.start]
    cut = max(window.rfind(". "), window.rfind("; "))
    return _CHANGE.search(window, cut + 1) is not None


def _range(s: Surroundings, a: Figure, b: Figure, word: str, gap: str) -> Figure | None:
    if a.form == MANY or b.form == MANY or a.kind == "multiple" != b.kind:
        return None
    low = s.low
    dash = word in _DASHES
    if dash and word == "—" and gap != "—":
        return None
    if dash and gap.strip() == "-" and gap not in ("-", " - ", " - ~"):
        return None
    window = low[max(0, a.start - 30) : a.start]
    started = bool(_FROM.search(window))
    if a.unit is not None and b.unit is not None and (a.unit.name != b.unit.name or a.unit.factor != b.unit.factor):
        return None
    if b.unit is None and a.unit is not None and not (a.prefixed or (a.sign < 0 and dash)):
        if a.kind != "age" and (not (dash and a.unit.kind in ("percent", "money")) or b.kind == "count"):
            return None
    if a.kind == "count" and b.unit is not None and b.unit.kind != "duration":
        return None
    if a.kind == "count" and b.kind != "count" and not started and not dash:
        return None
    if not dash and word != "and":
        if started and _is_change(s, a):
            _share_unit(a, b, True)
            return None
        if not started and a.unit is not None and not a.prefixed and _moved(s, a):
            return None
    if dash and gap == " - " and not (a.unit is None or b.unit is not None):
        return None
    unit, prefixed = a.unit, a.prefixed
    scale, scale_word = a.scale, a.scale_word
    _share_unit(a, b, True)
    x, y = _amount(a), _amount(b)
    if (x > y and not (word == "to" and a.unit is not None and a.unit.kind == "temperature")) or x == y:
        a.unit, a.prefixed, a.scale, a.scale_word = unit, prefixed, scale, scale_word
        if dash:
            _not_a_range(s, a, b)
        return None
    if dash and b.unit is None and not b.scale_word and not b.kind and not a.prefixed and not _bare_range(s, a, b, gap):
        _not_a_range(s, a, b)
        return None
    if x > y:
        x, y = y, x
    b.low, b.high = (x * 100, y * 100) if b.form == PART else (x, y)
    if b.form == PART:
        b.kind = "percent"
    if a.decimals > b.decimals and a.scale == b.scale:
        b.mantissa, b.decimals = a.mantissa, a.decimals
    b.form, b.start = MANY, a.start
    b.hedge = None
    return b


def _in_list(s: Surroundings, joined: list[Figure]) -> bool:
    """Whether the last figure follows another after a comma: 3, 4 or 5 days."""
    return len(joined) > 1 and s.low[joined[-2].end : joined[-1].start] in (", ", ",")


def _either(a: Figure, b: Figure) -> Figure | None:
    """Three or four: a range, where the numbers are neighbours."""
    if a.form not in (DIGITS, WORDS) or b.form not in (DIGITS, WORDS) or not a.bare:
        return None
    if b.form == WORDS and b.scale == 1 and b.mantissa == 100 * (a.mantissa + 1) and a.mantissa < 9:
        a.mantissa *= 100  # five or six hundred
    elif b.mantissa != a.mantissa + 1 or a.mantissa > 19:
        return None
    if a.decimals or b.decimals or a.den > 1 or b.den > 1 or a.prefixed or b.prefixed or a.scale > 1:
        return None
    if a.sign < 0 or b.sign < 0:
        return None
    _share_unit(a, b, True)
    b.low, b.high, b.form, b.start, b.hedge = a.value(), b.value(), MANY, a.start, None
    return b


def _amount(f: Figure) -> Fraction:
    return f.value()


def _moved(s: Surroundings, a: Figure) -> bool:
    words = s.low[max(0, a.start - 40) : a.start].split()
    transparent = s.lexicon.words["transparent"]
    for word in reversed(words[-4:]):
        if word in s.lexicon.verbs:
            return True
        if word not in transparent and word not in (
            "about",
            "around",
            "nearly",
            "almost",
            "some",
            "more",
            "than",
            "over",
            "roughly",
        ):
            return False
    return False


def _share_unit(a: Figure, b: Figure, scales: bool) -> None:
    """Give each end what only the other was written with."""
    if a.unit is None and b.unit is not None:
        a.unit, a.kind = b.unit, b.kind
        a.per = b.per
    elif b.unit is None and a.unit is not None:
        b.unit, b.per, b.prefixed = a.unit, a.per, a.prefixed
        b.unit_word = a.unit_word
        b.kind = a.kind
    if not a.kind and b.kind:
        a.kind = b.kind
    if scales and a.scale == 1 and b.scale_word and b.scale_word != "^" and a.form in (DIGITS, WORDS) and a.plain:
        if a.mantissa * 10**b.decimals <= b.mantissa * 10**a.decimals * max(1, b.den) or (
            a.mantissa < 1000 and b.scale >= 1_000_000
        ):
            if not (a.mantissa * 10**b.decimals > b.mantissa * 10**a.decimals):
                a.scale, a.scale_word = b.scale, b.scale_word


def _bare_range(s: Surroundings, a: Figure, b: Figure, gap: str) -> bool:
    """Whether two bare numbers with a dash are a range and no score, code or phone number."""
    low = s.low
    if low.count("-", max(0, a.start - 6), a.start) and low[a.start - 1 : a.start] == "-" and a.sign > 0:
        return False
    if low[b.end : b.end + 1] == "-":
        return False
    size_a, size_b = a.end - a.start, b.end - b.start
    if (size_a, size_b) == (3, 4) and gap == "-":
        return False
    if a.sign < 0:
        return True
    big = a.mantissa >= 20 or a.decimals or a.scale_word
    hedged = (
        low[max(0, a.start - 8) : a.start]
        .rstrip()
        .endswith(("about", "around", "~", "some", "of", "is", "aged", "ages", "age", "between", "from"))
    )
    whole = s.is_whole(a.start, b.end)
    return bool(big or hedged or whole or (b.mantissa - a.mantissa >= 10 and b.mantissa >= 20))


def _not_a_range(s: Surroundings, a: Figure, b: Figure) -> None:
    """A score (3-1): neither number is a quantity."""
    if (
        a.unit is None
        and b.unit is None
        and not a.scale_word
        and not b.scale_word
        and not a.decimals
        and not b.decimals
    ):
        a.drop = b.drop = a.form == DIGITS and b.form == DIGITS


def _ratio(s: Surroundings, a: Figure, b: Figure, word: str) -> Figure | None:
    """One in five, nine out of ten: a fraction of the whole, as a percentage."""
    if not (a.bare and a.form in (DIGITS, WORDS) and b.form in (DIGITS, WORDS)) or b.unit is not None or b.prefixed:
        return None
    if a.decimals or b.decimals or a.den > 1 or b.den > 1 or (a.sign < 0 and word != "over"):
        return None
    n, d = a.mantissa * a.scale, b.mantissa * b.scale
    if not 0 < n < d and not (word == "over" and d):
        return None
    low = s.low
    if word == "over":
        if not _SENTENCE_END.match(low, b.end):
            return None
        a.mantissa, a.den, a.scale, a.scale_word, a.end = n, d, 1, "", b.end
        a.form, a.kind = (PART, "percent") if n < d and a.form == WORDS and b.form == WORDS else (a.form, "")
        return a
    if b.kind == "count" and b.form == DIGITS and word == "in" and n > 3:
        return None
    if word == "in" and (n > 9 or 1900 <= d <= 2099 or (d > 100 and n > 1)):
        return None
    if word.startswith("out") and b.form == DIGITS and d not in (20, 100, 1000) and d > 10:
        return None
    a.mantissa, a.den, a.scale, a.scale_word, a.end = n, d, 1, "", b.end
    a.form, a.kind = PART, "percent"
    a.hedge = None
    return a


def _compound(s: Surroundings, a: Figure, b: Figure, gap: str) -> Figure | None:
    """Three hours twenty minutes, 6 ft 2 in, $5 and 20 cents: one figure in the smaller unit."""
    unit, other = a.unit, b.unit
    assert unit is not None
    if (a.sign < 0 and b.sign < 0) or a.per or b.prefixed or a.form == PART or a.hyphened or a.kind == "age":
        return None
    if other is None:
        other = _implied(s, a, b, gap)
        if other is None:
            return None
    if unit.name == "stone" and b.unit_word.startswith("pound"):
        other = Unit("pound", "dimension")
    if unit.kind == "money" and other.kind == "money":
        if (
            unit.factor != (1, 1)
            or other.factor == (1, 1)
            or b.mantissa >= other.factor[1]
            or b.decimals
            or a.scale_word
        ):
            return None
        whole = a.mantissa * 100 * b.den if not a.decimals else 0
        if not whole or other.factor[1] != 100:
            return None
        a.mantissa = a.mantissa * 100 + b.mantissa
        a.decimals = 2
        a.end = b.end
        return a
    ratio = s.lexicon.smaller.get(unit.name, {}).get(other.name)
    if ratio is None or (b.per and gap == ", "):
        return None
    if (a.mantissa > 10_000 and a.decimals) or (b.den > 1 and a.den > 1):
        return None
    amount = a.value() * ratio + b.value()
    if (b.value() >= ratio and ratio != 3 and other.name != "inch") or amount.denominator > 10_000:
        return None
    start, end, sign = a.start, b.end, a.sign
    b.mantissa, b.den, b.decimals, b.scale, b.scale_word = abs(amount.numerator), amount.denominator, 0, 1, ""
    b.sign, b.start, b.end = sign, start, end
    b.unit, b.form = other, DIGITS if b.form == DIGITS else WORDS
    b.unit_word = b.unit_word or a.unit_word
    return b


_MINUTES = {"hour": Unit("minute", "duration"), "minute": Unit("second", "duration"), "foot": Unit("inch", "dimension")}


def _implied(s: Surroundings, a: Figure, b: Figure, gap: str) -> Unit | None:
    """The unit that goes without saying in "1 hour thirty" and "$3 and fourteen"."""
    if (
        gap == ", "
        or b.kind
        or b.decimals
        or b.den > 1
        or b.scale_word
        or (not b.plain and b.mantissa > 99)
        or b.sign < 0
    ):
        return None
    if not _SENTENCE_END.match(s.low, b.end) or a.unit is None or a.decimals or a.scale_word:
        return None
    if a.unit.kind == "money" and a.unit.factor == (1, 1) and 0 < b.mantissa < 100:
        if gap == " " and b.form == DIGITS and b.end - b.start != 2:
            return None
        return Unit(a.unit.name, "money", (1, 100))
    if a.unit.name in _MINUTES and 0 < b.mantissa < 60:
        return _MINUTES[a.unit.name]
    return None


def _plus_minus(a: Figure, b: Figure) -> Figure | None:
    if a.unit is None:
        a.unit, a.kind, a.per = b.unit, b.kind, b.per
    elif b.unit is None:
        b.unit = a.unit
    elif a.unit.name != b.unit.name:
        return None
    x, y = a.value(), b.value()
    b.per = b.per or a.per
    b.low, b.high = x - y, x + y
    b.form, b.start = MANY, a.start
    return b


_SHARED = frozenset(("percent", "dimension", "money", "point", "temperature", "duration"))


def _share_back(s: Surroundings, joined: list[Figure], b: Figure) -> None:
    """In "10, 12 and 15 per cent" every number is a percentage."""
    unit = b.unit
    if unit is None or b.prefixed or unit.kind not in _SHARED or b.form not in (DIGITS, WORDS) or b.hyphened:
        return
    low = s.low
    last = b
    gap = low[joined[-1].end : b.start]
    if "," in gap and "and" not in gap and "or" not in gap:
        return
    for f in reversed(joined):
        if not f.bare or f.form != b.form or f.prefixed or f.drop or not _LIST_GAP.fullmatch(low[f.end : last.start]):
            break
        if low[f.end : last.start] == " ":
            break
        f.unit, f.per = unit, b.per
        if b.scale_word and f.scale == 1 and unit.kind == "money" and f.mantissa < 1000:
            f.scale, f.scale_word = b.scale, b.scale_word
        last = f
    return


_LOWER = ("more_than", "at_least")
_UPPER = ("less_than", "at_most")


def opposed(s: Surroundings, figures: list[Figure]) -> list[Figure]:
    """Above 10 and below 20 are the two ends of one range."""
    kept: list[Figure] = []
    for f in figures:
        a = kept[-1] if kept else None
        if (
            a is not None
            and a.hedge in _LOWER + _UPPER
            and f.hedge in _LOWER + _UPPER
            and f.outer_start - a.outer_end < 8
        ):
            merged = _one_range(s, a, f)
            if merged is not None:
                kept[-1] = merged
                continue
        kept.append(f)
    return kept


def _one_range(s: Surroundings, a: Figure, b: Figure) -> Figure | None:
    gap = s.low[a.outer_end : b.outer_start]
    if gap.strip(" ,") not in ("and", "but", "") or (a.hedge in _LOWER) == (b.hedge in _LOWER):
        return None
    if a.unit is not None and b.unit is not None and a.unit.name != b.unit.name:
        return None
    if a.unit is None and b.unit is not None:
        a.unit, a.per = b.unit, b.per
    lower, upper = (a, b) if a.hedge in _LOWER else (b, a)
    if b.unit is None:
        b.unit, b.per = a.unit, a.per
    x, y = lower.value(), upper.value()
    if x >= y:
        return None
    b.low, b.high = x, y
    b.low_open, b.high_open = lower.hedge == "more_than", upper.hedge == "less_than"
    b.form, b.start, b.outer_start = MANY, a.start, a.outer_start
    return b
