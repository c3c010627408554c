"""Quantities in English prose: one pass that finds numerals, then what stands around them.

`scan` walks the text once with one regular expression that stops at digits, number
words, months and the like. What it stops at is read forward with bounded patterns, units
and currencies are looked up, and neighbours are joined. Where prose leaves doubt the
number is left out: a false figure is worse than a missed one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.grammar import english_dates as dates
from claims.grammar.english_beginnings import candidates, kind_of, kinds
from claims.grammar.english_digits import code_at, digits_at, glyph_at
from claims.grammar.english_figure import Figure, mention
from claims.grammar.english_hedges import around
from claims.grammar.english_joins import join
from claims.grammar.english_lexicon import lexicon
from claims.grammar.english_numerals import GLYPHS
from claims.grammar.english_parts import ordinal_at
from claims.grammar.english_plain import plain_at
from claims.grammar.english_ranges import opposed
from claims.grammar.english_reader import Reader
from claims.grammar.english_surroundings import Surroundings
from claims.grammar.english_words import article_at, fold_at, multiple_at, word_at
from claims.grammar.setting import Setting
from claims.model import Mention

_SPACES = (
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\n\r\t\u0085\u2028\u2029"
)
_FOLD: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, "−﹣－‐‑‒"), "-"),
    **dict.fromkeys(map(ord, "‘’′＇ʼ"), "'"),
    **dict.fromkeys(map(ord, "“”″＂"), '"'),
    **dict(zip(map(ord, "º˚￡￥￠￦﹪٪"), "°°£¥¢₩%%", strict=True)),
}
_FOLDED = re.compile("[^\x20-\x7e]+")
_GLYPH = re.compile(f"[{''.join(GLYPHS)}]")
_BREAKS = str.maketrans("\n\r\t", "   ")


def scan(text: str, setting: Setting) -> list[Mention]:
    """The quantities of one block's text, in order and not overlapping.

    Offsets are those of `text`. `setting` decides what a bare dollar is, whether the comma
    is a decimal mark, and what "last year" means.
    """
    folded = fold(text)
    s = Surroundings(folded, _lower(folded), lexicon())
    figures = join(s, _read(Reader(s, setting)))
    floor = 0
    for f in figures:
        around(s, f, floor)
        floor = f.outer_end
    return [mention(f, setting.dollar) for f in opposed(s, figures)]


def fold(text: str) -> str:
    """`text` in plain signs and spaces, character for character."""
    if text.isascii():
        return text.translate(_BREAKS)
    return _FOLDED.sub(lambda run: run.group().translate(_FOLD), text)


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(lower if len(lower := char.lower()) == 1 else char for char in text)


def _is_letter(sign: str) -> bool:
    """Whether what stands before letters belongs to the same word: an accented letter, an underscore."""
    return sign != " " and (sign.isalnum() or sign == "_")


def _read(r: Reader) -> list[Figure]:
    """All figures, in order, before they are joined."""
    low, known, search = r.low, kinds(), candidates().search
    glyphs = [] if low.isascii() else [match.start() for match in _GLYPH.finditer(low)][::-1]
    padded = " " + low  # the pattern begins with the sign before a word: an offset in it is that of the word
    at, size = 0, len(low)
    start, end = -1, 0
    while True:
        if start < at:
            match = search(padded, at)
            while match and _is_letter(padded[match.start()]):
                match = search(padded, match.start() + 1)
            start, end = (match.start(), match.end() - 1) if match else (size, size)
        while glyphs and glyphs[-1] < at:
            glyphs.pop()
        if glyphs and glyphs[-1] < start:
            at = r.floor = glyph_at(r, glyphs[-1])
            continue
        if start == size:
            return r.figures
        if end - start == 1:  # nothing but a digit
            past = plain_at(r, start) or digits_at(r, start)
        elif low[start] == ".":
            past = digits_at(r, start)
        else:
            word = low[start:end]
            kind = known.get(word) or kind_of(word)
            past = _READERS[kind](r, start, end, word)
            if kind == "code" and past <= start:
                end = r.past_token(end)
        if past > start:
            at = r.floor = past
        else:
            at = end


def _span(r: Reader, start: int, word: str) -> int:
    """The six months to June; six months to end a dispute."""
    read = dates.at_period(r.s, start, r.clock)
    if read is not None:
        return r.date(start, read)
    return digits_at(r, start) if word[0].isdigit() else word_at(r, start, word.split()[0])


_READERS: dict[str, Callable[[Reader, int, int, str], int]] = {
    "word": lambda r, start, end, word: word_at(r, start, word),
    "ordinal": lambda r, start, end, word: ordinal_at(r, start, word),
    "multiple": lambda r, start, end, word: multiple_at(r, start, word),
    "month": lambda r, start, end, word: r.date(start, dates.at_month(r.s, start, r.clock)),
    "span": lambda r, start, end, word: _span(r, start, word),
    "period": lambda r, start, end, word: r.date(start, dates.at_period(r.s, start, r.clock)),
    "article": lambda r, start, end, word: article_at(r, start, end),
    "fold": lambda r, start, end, word: fold_at(r, start, word),
    "code": lambda r, start, end, word: code_at(r, start, end),
    "url": lambda r, start, end, word: 0,
}
