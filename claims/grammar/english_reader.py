"""The state of one pass over one text."""

from __future__ import annotations

from functools import lru_cache

from claims.grammar.english_dates import Clock, Read
from claims.grammar.english_figure import DATE, Figure
from claims.grammar.english_numerals import Number
from claims.grammar.english_surroundings import Surroundings
from claims.grammar.setting import Setting


@lru_cache(maxsize=64)
def _clock(iso: str) -> Clock:
    return Clock(iso)


class Reader:
    """What has been read so far, and what reading needs to know.

    Reading functions take a reader and an offset; they add a figure and return where it
    ends, or return 0 when nothing is there, or the end of something that is no quantity.
    """

    __slots__ = ("clock", "comma", "figures", "floor", "lex", "low", "s")

    def __init__(self, s: Surroundings, setting: Setting) -> None:
        self.s, self.low, self.lex = s, s.low, s.lexicon
        self.clock = _clock(setting.date)
        self.comma = setting.decimal_comma
        self.figures: list[Figure] = []
        self.floor = 0
        """Where the last figure ended."""

    def add(self, f: Figure) -> int:
        self.figures.append(f)
        return f.end

    def date(self, start: int, read: Read | None) -> int:
        if read is None:
            return 0
        f = Figure(start, read[0], DATE)
        f.dates = read[1]
        return self.add(f)

    def past_token(self, at: int) -> int:
        """Past letters and digits that belong to something that is no number."""
        low = self.low
        size = len(low)
        while at < size and (low[at].isalnum() or low[at] == "_"):
            at += 1
        return at

    def figure(self, start: int, number: Number, form: int) -> Figure:
        f = Figure(start, number.end, form, number.mantissa, number.den)
        f.decimals, f.scale, f.scale_word = number.decimals, number.scale, number.scale_word
        f.plain = number.plain
        return f
