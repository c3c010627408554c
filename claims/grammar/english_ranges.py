"""Two ends of one quantity: 3 to 5, between 20 and 30, above 10 and below 20, 9 ± 1.

"From 5 to 7" is a range only where nothing moves: after rose, cut or up it is two levels.
A dash between small numbers is a score unless something says that it is a range.
"""

from __future__ import annotations

import re

from claims.grammar.english_figure import DIGITS, MANY, ORDINAL, PART, WORDS, Figure
from claims.grammar.english_surroundings import Surroundings

_DASHES = frozenset("-–—~")
_BETWEEN = re.compile(
    r"(?:between|ranging|range[sd]? between|anywhere between)(?: the ages of)?"
    r" (?:about |around |roughly |approximately |some |~ ?)?$"
)
_FROM = re.compile(r"from (?:about |around |roughly |approximately |some |just |~ ?|a )?$")
_HIGHER = re.compile(r"\b(?:higher|more|greater|better|later|bigger) than (?:the )?$")
_BUT_LOWER = re.compile(r",? (?:but|and) (?:lower|less|worse|earlier|smaller|fewer) than (?:the )?")
_CHANGE = re.compile(
    r"\b(?:rose|risen|rise|rises|rising|fell|fall|falls|fallen|falling|grew|grown|grow|growing|increas\w+"
    r"|decreas\w+|declin\w+|drop\w*|climb\w*|jump\w*|"
    r"surg\w+|slip\w+|plung\w+|tumbl\w+|rais\w+|cut\w*|reduc\w+|lower\w*|widen\w*|narrow\w*|up|down|went|gone|go"
    r"|moved?|chang\w+|improv\w+|lifted|shr[aiu]nk|"
    r"slump\w*|soar\w*|doubl\w+|tripl\w+|halv\w+|expand\w*|boost\w*|higher|sank|slid|swell\w*|swung|revis\w+"
    r"|trim\w*|upgrad\w+|downgrad\w+|slash\w*|eas\w+|edged)\b"
)
_RANGE_BEFORE = ("about", "around", "~", "some", "of", "is", "aged", "ages", "age", "between", "from")
_LOWER = ("more_than", "at_least")
_UPPER = ("less_than", "at_most")
_BOUNDS = frozenset(_LOWER + _UPPER)


def ordinal_range(s: Surroundings, a: Figure, b: Figure, gap: str) -> Figure | None:
    """Between the tenth and the fifteenth."""
    if a.form != ORDINAL or b.form != ORDINAL or a.mantissa >= b.mantissa:
        return None
    if _BUT_LOWER.fullmatch(gap) and _HIGHER.search(s.low, max(0, a.start - 20), a.start):
        b.low, b.high, b.low_open, b.high_open = a.value(), b.value(), True, True
        b.form, b.start = MANY, a.start
        return b
    if gap not in (" and the ", " and "):
        return None
    if not s.low.endswith(("between the ", "between "), 0, a.start):
        return None
    b.low, b.high, b.form, b.start = a.value(), b.value(), MANY, a.start
    return b


def announced(s: Surroundings, a: Figure) -> bool:
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


def two_ends(s: Surroundings, a: Figure, b: Figure, word: str, gap: str) -> Figure | None:
    """The range from `a` to `b`, or None; unit and scale are shared before it is judged.

    `word` is "to", "and" or a dash, `gap` all that stands between. Two levels of a change
    share their unit and stay two; two numbers of a score are both dropped.
    """
    dash = word in _DASHES
    if dash and a.prefixed and b.unit_word == "m" and b.unit is not None and b.unit.name == "meter":  # $10-25m
        b.unit, b.unit_word, b.scale, b.scale_word = None, "", 1_000_000, "m"
    started = _FROM.search(s.low, max(0, a.start - 30), a.start) is not None
    if not _alike(a, b, word, gap, started):
        if started and word == "to" and b.bare and a.unit is not None and _ends_clause(s, b):
            b.unit, b.per, b.kind = a.unit, a.per, a.kind  # from six months to nine
        return None
    if not dash and word != "and":
        if started and _is_change(s, a):
            _share(a, b)
            return None
        told = a.unit is not None or (a.scale > 1 and b.scale > 1)
        if told and not started and (not a.prefixed or b.prefixed) and _moved(s, a):
            return None
    before = _state(a), _state(b)
    _share(a, b)
    x, y = a.value(), b.value()
    falling = x > y and not (word == "to" and a.unit is not None and a.unit.kind == "temperature")
    lone = dash and b.unit is None and not b.scale_word and not b.kind and not a.prefixed
    if falling or x == y or (lone and not _is_bare_range(s, a, b, gap)):
        _restore(a, before[0])
        _restore(b, before[1])
        if dash and a.unit is None and b.unit is None:
            _drop_score(a, b)
        return None
    if a.decimals > b.decimals and a.scale == b.scale:
        b.mantissa, b.decimals = a.mantissa, a.decimals
    if b.form == PART:
        b.kind, x, y = "percent", x * 100, y * 100
    b.low, b.high = min(x, y), max(x, y)
    b.form, b.start, b.hedge = MANY, a.start, None
    return b


def _alike(a: Figure, b: Figure, word: str, gap: str, started: bool) -> bool:
    """Whether units, kinds and the gap let two figures be the ends of one range."""
    dash = word in _DASHES
    if a.form == MANY or b.form == MANY or (a.kind == "multiple" and b.kind != "multiple"):
        return False
    if (word == "—" and gap != "—") or (word == "-" and gap not in ("-", " - ", " - ~", " -", "- ")):
        return False
    if a.unit is not None and b.unit is not None:
        return a.unit.name == b.unit.name and a.unit.factor == b.unit.factor
    if a.unit is not None:  # $3 to 5 million, 20-30%, aged 18 to 24, but not 5% to 40
        if dash and gap == " - " and a.kind != "age":
            return False
        if a.prefixed and not dash and b.kind == "count":
            return False
        if a.prefixed or a.kind == "age" or (a.sign < 0 and dash):
            return True
        return dash and a.unit.kind in ("percent", "money") and b.kind != "count"
    if a.kind == "count":
        return (b.unit is None or b.unit.kind == "duration") and (b.kind == "count" or started or dash)
    return True


def _ends_clause(s: Surroundings, f: Figure) -> bool:
    return s.low[f.end : f.end + 1] in ("", ",", ";") or s.low[f.end : f.end + 2] in (". ", ".")


_State = tuple[object, ...]
_SHARED = ("unit", "per", "prefixed", "unit_word", "kind", "scale", "scale_word")


def _state(f: Figure) -> _State:
    return tuple(getattr(f, name) for name in _SHARED)


def _restore(f: Figure, state: _State) -> None:
    for name, value in zip(_SHARED, state, strict=True):
        setattr(f, name, value)


def _share(a: Figure, b: Figure) -> None:
    """Give each end what only the other was written with."""
    if a.unit is None and b.unit is not None:
        a.unit, a.kind, a.per = b.unit, b.kind, b.per
    elif b.unit is None and a.unit is not None:
        b.unit, b.per, b.prefixed, b.unit_word, b.kind = a.unit, a.per, a.prefixed, a.unit_word, a.kind
    a.kind = a.kind or b.kind
    scaled = b.scale_word and b.scale_word != "^" and a.scale == 1 and a.plain and a.form in (DIGITS, WORDS)
    if scaled and a.mantissa * 10**b.decimals <= b.mantissa * 10**a.decimals:
        a.scale, a.scale_word = b.scale, b.scale_word


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


def _is_bare_range(s: Surroundings, a: Figure, b: Figure, gap: str) -> bool:
    """Whether two bare numbers with a dash are a range and no score, code or phone number."""
    low = s.low
    if (a.start and low[a.start - 1] == "-" and a.sign > 0) or low[b.end : b.end + 1] == "-":
        return False
    if (a.end - a.start, b.end - b.start, gap) == (3, 4, "-"):
        return False
    if (
        a.sign < 0
        or a.mantissa >= 20
        or a.decimals
        or a.scale_word
        or (b.mantissa >= 20 and b.mantissa >= a.mantissa + 10)
    ):
        return True
    return low[max(0, a.start - 8) : a.start].rstrip().endswith(_RANGE_BEFORE) or s.is_whole(a.start, b.end)


def _drop_score(a: Figure, b: Figure) -> None:
    """A score (3-1): neither number is a quantity."""
    written = not (a.scale_word or b.scale_word or a.decimals or b.decimals)
    a.drop = b.drop = written and a.form == DIGITS and b.form == DIGITS


def either(a: Figure, b: Figure) -> Figure | None:
    """Three or four: a range, where the numbers are neighbours; five or six hundred too."""
    if a.unit is not None and a.unit.kind == "duration" and a.mantissa == 1 and a.unit_word == a.unit.name:
        return _or_two(a, b)
    if not a.bare or a.form not in (DIGITS, WORDS) or b.form not in (DIGITS, WORDS) or a.prefixed or b.prefixed:
        return None
    if a.decimals or b.decimals or a.den > 1 or b.den > 1 or a.scale > 1 or a.sign < 0 or b.sign < 0:
        return None
    hundreds = b.form == WORDS and b.scale == 1 and a.mantissa < 9 and b.mantissa == 100 * (a.mantissa + 1)
    if not hundreds and (b.mantissa != a.mantissa + 1 or a.mantissa > 19):
        return None
    if hundreds:
        a.mantissa *= 100
    _share(a, b)
    b.low, b.high, b.form, b.start, b.hedge = a.value(), b.value(), MANY, a.start, None
    return b


def _or_two(a: Figure, b: Figure) -> Figure | None:
    """A year or two: from one to two."""
    if b.form != WORDS or not b.bare or b.mantissa not in (2, 3) or a.den > 1 or b.den > 1 or a.scale * b.scale > 1:
        return None
    b.unit, b.low, b.high, b.start, b.form, b.hedge = a.unit, a.value(), b.value(), a.start, MANY, None
    return b


def plus_minus(a: Figure, b: Figure) -> Figure | None:
    """Five plus or minus one: from four to six."""
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


def opposed(s: Surroundings, figures: list[Figure]) -> list[Figure]:
    """Above 10 and below 20 are the two ends of one range."""
    kept: list[Figure] = []
    for f in figures:
        a = kept[-1] if kept and f.hedge in _BOUNDS else None
        if a is not None and a.hedge in _BOUNDS and f.outer_start - a.outer_end < 8:
            merged = _one_range(s, a, f)
            if merged is not None:
                kept[-1] = merged
                continue
        kept.append(f)
    return kept


def _one_range(s: Surroundings, a: Figure, b: Figure) -> Figure | None:
    gap = s.low[a.outer_end : b.outer_start]
    listed = gap.startswith(",") and (s.low.endswith(", ", 0, a.outer_start) or s.low.startswith(",", b.outer_end))
    if listed or gap.strip(" ,") not in ("and", "but", "") or (a.hedge in _LOWER) == (b.hedge in _LOWER):
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
