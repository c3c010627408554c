"""Hedges and directions: the words around a figure that say how it is meant."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claims.grammar.english_figure import DATE, MANY, OPEN, ORDINAL, Figure
from claims.grammar.english_lexicon import lexicon
from claims.grammar.english_surroundings import Surroundings

WINDOW = 44
"""How far back a hedge or a direction may begin."""

HEDGE, CHANGE = 1, 2

_SYMBOLS = "~≈∼<>≤≥⩾⩽="
_AFTER_CHANGE = re.compile(r"[ -]([a-z]+)(?: ([a-z]+))?")
_IDLE = frozenset(("over", "up to", "about", "under", "beyond"))
# "fell below 5 per cent" is where it fell to
_LEVELS = ("below ", "above ", "under ")
_AFTER = frozenset(gap + letter for gap in " -" for letter in "opaitumg-")
_PARTICLES = frozenset(("up", "down", "off"))
# "made up 40 per cent" is no rise
_CHANGED_KINDS = frozenset(("percent", "money", "point"))


@cache
def _after_words() -> re.Pattern[str]:
    phrases = [re.escape(phrase) for phrase, _ in lexicon().after if phrase[0].isalpha()]
    return re.compile(r"[ -]{1,2}(" + "|".join(phrases) + r")(?![a-z'])")


_GOES_ON = re.compile(r" (?:than|or|equal|[$£€]?\d|the|two|ten|twen|thir|for|fif)")
_INNER = re.compile(
    r"\+(?![\d/-])|-plus(?![a-z])|-odd(?![a-z])| odd (?=[a-z])|-ish(?![a-z])"
    r"| or (?:more|so|fewer"
    r"|less)(?= [a-z]{3,})(?! than)"
)
_INNER_HEDGE = {
    **dict.fromkeys(("+", "-plus", " or more"), "at_least"),
    **dict.fromkeys(("-odd", " odd ", "-ish", " or so"), "about"),
    **dict.fromkeys((" or fewer", " or less"), "at_most"),
}


def inside(s: Surroundings, f: Figure) -> None:
    """Take a hedge between the numeral and its unit: 20-odd years, 100+ people."""
    if s.low[f.end] == " " and s.low[f.end + 1 : f.end + 2] != "o":
        return
    match = _INNER.match(s.low, f.end)
    if match:
        f.hedge = _INNER_HEDGE[match[0]]
        f.outer_end = f.end = match.end() - (match[0][-1] == " ")


def around(s: Surroundings, f: Figure, floor: int) -> None:
    """Read the hedge before or after a figure and the direction it takes.

    `floor` is where the figure before it ended: no hedge begins before that.
    """
    if f.form == DATE or f.form == ORDINAL:
        return
    low, at = s.low, f.start
    f.outer_start = at
    if f.outer_end < f.end:
        f.outer_end = f.end
    base = at - WINDOW if at - WINDOW > floor else floor
    edge = at - 1 if at > base and low[at - 1] == " " else at
    space = low.rfind(" ", base, edge)
    tells = _tells(low[space + 1 if space >= 0 else base : edge]) if edge > base else 0
    if tells & HEDGE and _before(s, f, at, floor) < at:
        at, tells = f.outer_start, CHANGE
    after = low[f.end : f.end + 2]
    if after and (after[0] == "+" or after in _AFTER):
        _after(s, f)
    if f.kind == "age" or f.direction or (f.unit is not None and f.unit.kind == "duration"):
        return
    if tells & CHANGE:
        _change_before(s, f, max(floor, at - WINDOW), at)
    if (
        not f.direction
        and after[1:].isalpha()
        and (f.kind in _CHANGED_KINDS or (f.unit is not None and f.unit.kind in _CHANGED_KINDS))
    ):
        _change_after(s, f)


@lru_cache(maxsize=8192)
def _tells(word: str) -> int:
    """What the word before a figure may end, `HEDGE` or `CHANGE`; most words end neither, and the search with it."""
    lex = lexicon()
    if not word or word[-1].isspace():
        return HEDGE | CHANGE
    changes = word in lex.verbs or word in lex.words["transparent"] or word == "of"
    hedges = word[-1] in _SYMBOLS or word.lstrip("(\"'[-") in lex.before
    return (HEDGE if hedges else 0) | (CHANGE if changes else 0)


def _before(s: Surroundings, f: Figure, at: int, floor: int) -> int:
    low = s.low
    window = low[max(floor, at - WINDOW) : at].rstrip()
    if not window:
        return at
    last = window[-1]
    if last in _SYMBOLS:
        return _symbol(s, f, at, window)
    if not (last.isalpha() or last == "."):
        return at
    word = window[window.rfind(" ") + 1 :].lstrip("(\"'[-")
    if word not in s.lexicon.before:
        return at
    rest = window[: -len(word) - 1]
    for phrase, hedge in _ending_with(rest[rest.rfind(" ") + 1 :], word):
        if window.endswith(phrase):
            begin = len(window) - len(phrase)
            if begin and window[begin - 1].isalnum():
                continue
            offset = max(floor, f.start - WINDOW) + begin
            if _idle(f, phrase, window[:begin], s.lexicon.words):
                return at
            if f.form not in (MANY, OPEN):
                f.hedge = hedge
            f.outer_start = offset
            return offset
    return at


@lru_cache(maxsize=1024)
def _ending_with(previous: str, word: str) -> tuple[tuple[str, str], ...]:
    """The hedges that a text may end with whose last word is `word` and the one before it ends with `previous`."""
    return tuple(
        (phrase, hedge)
        for phrase, hedge in lexicon().before[word]
        if " " not in phrase or previous.endswith(phrase.split(" ")[-2])
    )


def _idle(f: Figure, phrase: str, before: str, words: dict[str, frozenset[str]]) -> bool:
    """Whether a phrase that is elsewhere a hedge is none here: over two years, took over five."""
    if phrase not in _IDLE:
        return False
    previous = before.split()[-1] if before.strip() else ""
    if phrase == "over":
        if previous in words["verbs_over"]:
            return True
        return (
            f.unit is not None
            and f.unit.kind == "duration"
            and f.kind != "age"
            and bool(previous)
            and previous not in words["before_over"]
        )
    if phrase == "up to":
        return previous in ("add", "adds", "added", "adding", "sum", "sums")
    if phrase == "about":
        return previous in ("talk", "talking", "talks", "think", "what", "how", "worried", "all")
    if phrase in ("under", "beyond"):
        return previous in ("put", "goes", "go") and f.bare
    return False


def _symbol(s: Surroundings, f: Figure, at: int, window: str) -> int:
    base = at - len(s.low[max(0, at - WINDOW) : at]) if at < WINDOW else at - WINDOW
    token = window[-3:].replace(" ", "")
    sign = token[-2:] if token[-2:] in ("<=", ">=") else token[-1]
    if token[-2:] in ("<>", "=>", "->") or sign == "=":
        return at
    for phrase, hedge in s.lexicon.before.get(sign, ()):
        if phrase == sign:
            if f.form not in (MANY, OPEN):
                f.hedge = hedge
            begin = s.low.rindex(sign[0], base, at)
            f.outer_start = begin
            return begin
    return at


def _after(s: Surroundings, f: Figure) -> None:
    low, end = s.low, f.end
    char = low[end : end + 1]
    if char == "+" and not low[end + 1 : end + 2].isdigit() and low[end + 1 : end + 2] not in ("/", "-"):
        hedge, stop = "at_least", end + 1
    elif char == " " or char == "-":
        match = _after_words().match(low, end)
        if match is None:
            return
        phrase = match[1]
        if phrase in ("plus", "odd", "ish") and (low[match.end() : match.end() + 1] == " " and char == " "):
            return
        follows = low[match.end() : match.end() + 6]
        if phrase.endswith(" than") and follows.strip(" .,)"):
            return
        if phrase.startswith(("and ", "or ")) and _GOES_ON.match(follows):
            return
        hedge = next(hedge for known, hedge in s.lexicon.after if known == phrase)
        stop = match.end()
    else:
        return
    if f.form not in (MANY, OPEN):
        f.hedge = hedge
    f.outer_end = stop


def _change_before(s: Surroundings, f: Figure, base: int, at: int) -> None:
    """Take the verb or noun before `at`, but not before `base`, that says which way the figure goes."""
    window, lex = s.low[base:at].rstrip(), s.lexicon
    transparent = lex.words["transparent"]
    last = window[window.rfind(" ") + 1 :]
    if last not in transparent and last not in lex.verbs and last != "of":
        return
    if s.low.startswith(_LEVELS, at):
        return
    words = window.split()
    i = len(words) - 1
    while i >= 0 and words[i] in transparent and i > len(words) - 5:
        i -= 1
    if i < 0:
        return
    way = lex.verbs.get(words[i])
    if words[i] == "of":
        way = _noun(words, i, lex.nouns)
        if way:
            i -= 1
    if way and not (words[i] in _PARTICLES and i and words[i - 1] in lex.words["phrasal_verbs"]):
        f.direction = way
        f.outer_start = base + window.rindex(words[i])


def _change_after(s: Surroundings, f: Figure) -> None:
    """Take the word after money or a percentage that says which way it goes."""
    match = _AFTER_CHANGE.match(s.low, f.end)
    if match is None:
        return
    lex = s.lexicon
    first, second = match.groups()
    way = lex.changes.get(first)
    end = match.end(1)
    if way is None and second and first not in lex.words["functions"]:
        way, end = lex.changes.get(second), match.end(2)
        if second in ("up", "down", "off", "more", "less", "fewer", "cut"):
            way = None
    if way:
        f.direction = way
        f.outer_end = max(f.outer_end, end)


def _noun(words: list[str], at: int, nouns: dict[str, str]) -> str | None:
    """The change named before "of": an increase of, a rise in sales of."""
    if at and words[at - 1] in nouns:
        return nouns[words[at - 1]]
    for j in range(at - 2, max(-1, at - 7), -1):
        if words[j] in nouns and words[j + 1] == "in":
            return nouns[words[j]]
    return None
