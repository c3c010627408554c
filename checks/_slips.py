"""How a figure may have been meant to be written: everything one slip of the hand away.

The slips are those that proofreaders and keying studies name: two neighbouring digits
swapped, a digit changed, doubled or left out, the decimal point or the scale word wrong,
the sign or the direction turned, percent for percentage points. A slip is text, in the
draft's own digits and script; what it is worth is for the grammar to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from claims.grammar.fold import fold
from claims.languages import load

KINDS = ("swapped", "decimal", "scale", "changed", "doubled", "dropped", "left out", "sign", "unit")
"""Kinds of slips. In "dropped" the writer put a digit too many, in "left out" one too few."""
_WIDE = "０１２３４５６７８９"
_NARROW = str.maketrans(_WIDE + "．，", "0123456789.,")
_WIDEN = str.maketrans("0123456789", _WIDE)
_TOKEN = re.compile(
    r"(?<![A-Za-z0-9.])(?:[0-9０-９](?:[0-9０-９,，'’]*[0-9０-９])?(?:[.．·][0-9０-９]+)?|[.．][0-9０-９]+)"
)
_GROUPED = re.compile(r"\d{1,3}([,，'’])\d{3}(?:\1\d{3})*", re.ASCII)
_HAN = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_HAN_DIGITS = {**{c: i for i, c in enumerate(_HAN)}, **{c: i for i, c in enumerate(_FORMAL) if i}, "两": 2}
_HAN_UNITS = frozenset("十百千万亿兆")
_MOST_DIGITS = 24
"""Longer rows of digits are codes; nobody asks which slip made them."""
_TENS = tuple(10**i for i in range(2 * _MOST_DIGITS))


class Slip(NamedTuple):
    """Another way in which a figure may have been meant to be written."""

    kind: str
    """One of `KINDS`."""
    text: str
    worth: int = 0
    """Together with `of`: how many times the figure as written it is worth, worth / of; 0 / 0 where
    only reading it tells."""
    of: int = 0
    room: int = 0
    """One unit of its last digit, or of the last that is not zero in a round number, on the scale of `worth`."""


class _Token(NamedTuple):
    """A row of digits in a figure."""

    start: int
    end: int
    raw: str
    whole: str
    part: str
    separator: str
    """What groups its digits; "" for none, "?" where they are not in threes."""
    mantissa: int
    """All its digits as one number."""

    def text(self, whole: str, part: str) -> str | None:
        """Other digits written as these are; None where they cannot be grouped alike."""
        if self.separator == "?":
            if len(whole) != len(self.whole):
                return None
            digits = iter(whole)
            written = "".join(next(digits) if c.isdecimal() else c for c in self.raw[: self._point()])
        elif self.separator and len(whole) > 3:
            head = len(whole) % 3 or 3
            written = self.separator.join([whole[:head], *(whole[i : i + 3] for i in range(head, len(whole), 3))])
        else:
            written = whole
        if part:
            mark = self.raw[self._point()] if self.part else "."
            written += mark + part
        return written.translate(_WIDEN) if any(c in _WIDE for c in self.raw) else written

    def _point(self) -> int:
        return len(self.raw) - len(self.part) - 1 if self.part else len(self.raw)


def slips(
    quote: str, scale_word: str = "", script: str = "", integral: bool = False, scalable: bool = True
) -> Iterator[Slip]:
    """Figures one slip of digits, decimal point or scale word away from `quote`, the likeliest kinds first.

    `scale_word` is the one in the quote, "" for none; `integral` says that it counts whole
    things, so that no decimal point can come in, `scalable` that a scale word would make sense
    where there is none. Texts may come twice and need not be readable. `script` "Hans" writes
    Chinese words that come in simplified.
    """
    tokens = [t for t in map(_token, _TOKEN.finditer(quote)) if len(t.whole + t.part) <= _MOST_DIGITS]
    if not tokens:
        yield from _in_words(quote, script)
        yield from _scales(quote, scale_word, script, None)
        return
    for make in (_swaps, _points):
        for token in tokens:
            yield from make(quote, token, len(tokens) == 1, integral)
    if len(tokens) == 1:
        yield from _scales(quote, scale_word, script, tokens[0])
        if scalable and not scale_word:
            yield from _scales_added(quote, script, tokens[0])
    for make in (_changes, _doubles, _drops, _inserts):
        for token in tokens:
            yield from make(quote, token, len(tokens) == 1, integral)


def _token(match: re.Match[str]) -> _Token:
    raw = match.group()
    whole, _, part = raw.translate(_NARROW).replace("·", ".").partition(".")
    grouped = _GROUPED.fullmatch(raw.partition(".")[0])
    bare = re.sub(r"\D", "", whole)
    separator = grouped[1] if grouped else "" if bare == whole else "?"
    return _Token(match.start(), match.end(), raw, bare, part, separator, int(bare + part))


def _slip(kind: str, quote: str, token: _Token, whole: str, part: str, alone: bool) -> Iterator[Slip]:
    if not (whole or (part and not token.whole)) or (len(whole) > 1 and whole[0] == "0" != token.whole[:1]):
        return
    text = token.text(whole, part)
    if text is None or text == token.raw:
        return
    text = quote[: token.start] + text + quote[token.end :]
    if not alone or not token.mantissa:
        yield Slip(kind, text)
        return
    row, unit = whole + part, _TENS[len(token.part)]
    zeros = 0 if part or row[-2:] != "00" else len(row) - len(row.rstrip("0"))
    yield Slip(kind, text, int(row) * unit, token.mantissa * _TENS[len(part)], _TENS[zeros] * unit)


def _rows(token: _Token) -> tuple[str, int]:
    return token.whole + token.part, len(token.whole)


def _swaps(quote: str, token: _Token, alone: bool, integral: bool) -> Iterator[Slip]:
    row, point = _rows(token)
    for i in range(len(row) - 1):
        if row[i] != row[i + 1]:
            new = row[:i] + row[i + 1] + row[i] + row[i + 2 :]
            yield from _slip("swapped", quote, token, new[:point], new[point:], alone)


def _points(quote: str, token: _Token, alone: bool, integral: bool) -> Iterator[Slip]:
    row, point = _rows(token)
    for by in (1, -1, 2, -2):
        at = point + by
        whole = (row[:at] if at > 0 else "").ljust(at, "0").lstrip("0") or "0"
        part = row[at:] if at >= 0 else "0" * -at + row
        if not token.part:
            part = part.rstrip("0")  # 640 becomes 64 and 6.4, not 64.0 and 6.40
        if not (integral and part):
            yield from _slip("decimal", quote, token, whole, part, alone)


def _changes(quote: str, token: _Token, alone: bool, integral: bool) -> Iterator[Slip]:
    row, point = _rows(token)
    for i in range(len(row)):
        for digit in "0123456789":
            if digit != row[i]:
                new = row[:i] + digit + row[i + 1 :]
                yield from _slip("changed", quote, token, new[:point], new[point:], alone)


def _doubles(quote: str, token: _Token, alone: bool, integral: bool) -> Iterator[Slip]:
    row, point = _rows(token)
    for i in range(len(row)):
        new, at = row[:i] + row[i] + row[i:], point + (i < point)
        yield from _slip("doubled", quote, token, new[:at], new[at:], alone)


def _drops(quote: str, token: _Token, alone: bool, integral: bool) -> Iterator[Slip]:
    row, point = _rows(token)
    for i in range(len(row)):
        new, at = row[:i] + row[i + 1 :], point - (i < point)
        yield from _slip("dropped", quote, token, new[:at], new[at:], alone)


def _inserts(quote: str, token: _Token, alone: bool, integral: bool) -> Iterator[Slip]:
    row, point = _rows(token)
    for i in range(len(row) + 1):
        for digit in "0123456789":
            new = row[:i] + digit + row[i:]
            if i <= point:
                yield from _slip("left out", quote, token, new[: point + 1], new[point + 1 :], alone)
            if i >= point and token.part:
                yield from _slip("left out", quote, token, new[:point], new[point:], alone)


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


def _scales(quote: str, word: str, script: str, token: _Token | None) -> Iterator[Slip]:
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


def _scales_added(quote: str, script: str, token: _Token) -> Iterator[Slip]:
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
