"""Slips of words: another scale word, another digit in words, the other sign, direction or rate.

The words are those of the draft's own language and script; which of them make a figure is
for the grammar to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from checks._blame.slips import Slip, Token, digit_rows
from claims.grammar.fold import fold
from claims.languages import load

_HAN = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_HAN_DIGITS = {**{c: i for i, c in enumerate(_HAN)}, **{c: i for i, c in enumerate(_FORMAL) if i}, "两": 2}
_HAN_UNITS = frozenset("十百千万亿兆")


def slips_of_words(quote: str, scale_word: str, script: str, scalable: bool = True) -> Iterator[Slip]:
    """Figures with another scale word, or with another digit where all stand in words.

    `scale_word` is the one in the quote, "" for none; `scalable` says that one would make
    sense where there is none. `script` "Hans" writes Chinese words that come in simplified.
    """
    tokens = digit_rows(quote)
    if not tokens:
        yield from _in_words(quote, script)
    if len(tokens) < 2:
        yield from _scales(quote, scale_word, script, tokens[0] if tokens else None)
    if len(tokens) == 1 and scalable and not scale_word:
        yield from _scales_added(quote, script, tokens[0])


# -- scale words ------------------------------------------------------------

_ZH_SCALES = {"千": 10**3, "萬": 10**4, "百萬": 10**6, "千萬": 10**7, "億": 10**8, "萬億": 10**12}
_ZH_COUNTING = ("百萬", "千萬")
"""Scale words that stand after whole numbers: 3千萬, but not 31.6千萬."""
_ZH_ADDED = ("萬", "億")
_EN_ADDED = ("thousand", "million", "billion")
_LETTERS = (("k", "m", "bn", "tn"), ("k", "mn", "bn", "trn"), ("k", "m", "b", "t"))


@cache
def _english() -> dict[str, int]:
    data = load("en")
    return {**data["scales"], **data["suffixes"]}


def _families(word: str) -> tuple[tuple[str, ...], dict[str, int]]:
    """Scale words that might have been written for `word`, and what all are worth."""
    if any("㐀" <= c <= "鿿" for c in word):
        return tuple(_ZH_SCALES), {**_ZH_SCALES, **{fold(w): n for w, n in _ZH_SCALES.items()}}
    worth = _english()
    if word.lower() in ("lakh", "crore"):
        return ("lakh", "crore", "million"), worth
    for letters in _LETTERS:
        if word.lower() in letters:
            return tuple(w.upper() if word.isupper() else w for w in letters), worth
    return ("thousand", "million", "billion", "trillion"), worth


def _scales(quote: str, word: str, script: str, token: Token | None) -> Iterator[Slip]:
    word = word.strip()
    after = token.end if token else 0
    at = fold(quote).rfind(fold(word), after) if word else -1
    if at < 0:
        return
    word = quote[at : at + len(word)]
    words, worth = _families(word)
    own = worth.get(word.lower(), worth.get(fold(word)))
    if own is None:
        return
    for other in words:
        if other in _ZH_COUNTING and (token is None or token.part):
            continue
        if worth[other.lower()] != own and (token is not None or len(other) == len(word) == 1 or word.isascii()):
            written = fold(other) if script == "Hans" else other
            new = quote[:at] + (written.capitalize() if word.istitle() and len(word) > 1 else written)
            yield Slip("scale", new + quote[at + len(word) :], worth[other.lower()], own, worth[other.lower()])
    if token is not None:
        yield Slip("scale", quote[:at].rstrip() + quote[at + len(word) :], 1, own, 1)


def _scales_added(quote: str, script: str, token: Token) -> Iterator[Slip]:
    """640元 that was meant to be 640萬元: the scale word is missing altogether."""
    rest = quote[token.end :]
    if any("㐀" <= c <= "鿿" for c in rest):
        for word in _ZH_ADDED:
            written = fold(word) if script == "Hans" else word
            yield Slip("scale", quote[: token.end] + written + rest, _ZH_SCALES[word], 1, _ZH_SCALES[word])
    elif not rest.lstrip().startswith("%"):
        for word in _EN_ADDED:
            yield Slip("scale", f"{quote[: token.end]} {word}{rest}", _english()[word], 1, _english()[word])


# -- figures in words -------------------------------------------------------


def _in_words(quote: str, script: str) -> Iterator[Slip]:
    """A Chinese digit of a figure in characters, or one to nine in an English one, for another."""
    folded = fold(quote)
    places = [i for i, c in enumerate(folded) if c in _HAN_DIGITS]
    for i, j in pairwise(places):
        a, b = _HAN_DIGITS[folded[i]], _HAN_DIGITS[folded[j]]
        if a != b:
            swapped = _with_han(_with_han(quote, i, b, script), j, a, script)
            yield Slip("swapped", swapped)
    for i in places:
        for digit in range(1, 10):
            if digit != _HAN_DIGITS[folded[i]]:
                yield Slip("changed", _with_han(quote, i, digit, script))
    ones = load("en")["numerals"]["units"].split()[1:]
    for match in re.finditer(rf"\b(?:{'|'.join(ones)})\b", quote.lower()) if quote.isascii() else ():
        for one in ones:
            written = one.capitalize() if quote[match.start()].isupper() else one
            if one != match.group():
                yield Slip("changed", quote[: match.start()] + written + quote[match.end() :])


def _with_han(quote: str, at: int, digit: int, script: str) -> str:
    """`quote` with another digit at `at`: formal if the old one was, 兩 where a two is counted."""
    folded = fold(quote)
    if folded[at] in _FORMAL[1:]:
        formal = _FORMAL if script == "Hans" else "零壹貳叁肆伍陸柒捌玖"
        return quote[:at] + formal[digit] + quote[at + 1 :]
    before, after = folded[at - 1 : at], folded[at + 1 : at + 2]
    counted = before not in {"第", "之", *_HAN_UNITS, *_HAN_DIGITS} and after not in {"十", "", "分", *_HAN_DIGITS}
    two = "两" if script == "Hans" else "兩"
    return quote[:at] + (two if digit == 2 and counted else _HAN[digit]) + quote[at + 1 :]


# -- signs and units --------------------------------------------------------

_MINUS = re.compile(r"^\s*(?:[-−－﹣]|[負负](?=[\d０-９一二三四五六七八九十百千]))")
_IN_POINTS = re.compile(r"\s*(?:[個个]?百分[點点]|(?:percentage|percent|per cent)[- ]points?|ppts?|pp)$", re.IGNORECASE)
_IN_PERCENT = re.compile(r"\s*(?:[%％]|percent|per cent|pct)$", re.IGNORECASE)
_TURNED = {("zh", "up"): "下降", ("zh", "down"): "上升", ("en", "up"): "down ", ("en", "down"): "up "}


def turned(quote: str, direction: str | None, language: str) -> str:
    """The figure with its sign or its direction the other way round."""
    if direction is not None:
        return _TURNED[language, direction] + quote
    bare = _MINUS.sub("", quote)
    return bare if bare != quote else f"-{quote}"


def other_rate(quote: str, language: str, script: str = "") -> str | None:
    """A percentage written as percentage points, or the other way round; None when it is neither."""
    if _IN_POINTS.search(quote):
        return _IN_POINTS.sub("%", quote)
    words = " percentage points" if language == "en" else "个百分点" if script == "Hans" else "個百分點"
    return _IN_PERCENT.sub(words, quote) if _IN_PERCENT.search(quote) else None
