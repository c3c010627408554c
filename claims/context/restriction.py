"""What restricts a figure: a scope that tells two like figures apart, and a mode that is not what is."""

from __future__ import annotations

import re
from bisect import bisect_left

from claims.context.vocabulary import FUTURE, Vocabulary
from claims.prose import REACH, Figure, Passage

_THESE_ZH = re.compile(r"(?:^|[，。；：])\s*(?:这些|该等|上述|这类|此类|这批)")
_SCOPE_ZH = re.compile(r"([^，。；：、]{2,14}(?:之?中|以?内)的|规模以上|限额以上|规上|年满\d+岁)")
_HINT_ZH = re.compile("[中内]的|规模以上|限额以上|规上|年满|这[些类批]|该等|上述|此类")
"""What `_SCOPE_ZH` and `_THESE_ZH` need; most sentences have nothing of it."""
_THEIRS_EN = re.compile(r"^\s*(?:their|its|they|these|those|his|her)\b|\b(?:those|these) [a-z]+\b", re.IGNORECASE)
_THEIRS = frozenset(["their", "its", "they", "these", "those", "his", "her"])
_TOKEN = re.compile(r"\w+")
_NO_WORD = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) == "_")}
"""What parts words of plain English; to split at it takes half the time that `_TOKEN` does."""


class Restrictions:
    """What the words of one passage restrict, looked for once for all of its figures."""

    __slots__ = ("_chinese", "_future", "_hint", "none")

    def __init__(self, passage: Passage, words: Vocabulary, language: str) -> None:
        self._chinese = language == "zh"
        self._future: list[tuple[str, list[tuple[int, int]]]] = []
        """Modes with the places of their words, in order."""
        self._hint: re.Match[str] | None = None
        """The first of the words that may restrict the figures after them, placed in the passage."""
        folded, start, end = passage.folded, passage.start, passage.end
        text = folded[start:end]
        if self._chinese:
            speaks = words.future.search(text) is not None
            self._hint = _HINT_ZH.search(text)
        else:
            low = text.lower()
            held = set(low.translate(_NO_WORD).split() if low.isascii() else _TOKEN.findall(low))
            speaks = not held.isdisjoint(words.future_words)
            if not held.isdisjoint(_THEIRS):
                self._hint = _THEIRS_EN.search(text)
        for mode in FUTURE if speaks else ():
            places = [m.span() for m in words.statistics[mode].finditer(folded, start, end)]
            if places:
                self._future.append((mode, places))
        self.none = self._hint is None and not self._future
        """Whether nothing is restricted, as in most sentences."""

    def scope(self, figure: Figure) -> str:
        """What its sentence restricts it to: 三大产业中的…, 规模以上…, their; "" for nothing."""
        if self._hint is None:
            return ""
        passage, end = figure.passage, figure.claim.outer.start
        if not self._chinese:  # whose "their" figures are is told in another sentence
            return f"theirs {passage.block}" if passage.start + self._hint.end() <= end else ""
        lead = passage.folded[max(passage.start, end - REACH) : end]
        found = _SCOPE_ZH.findall(lead)
        if not found and _THESE_ZH.search(lead):
            return f"这些 {passage.index}"  # what 这些 stands for is told in another sentence
        return found[-1] if found else ""

    def mode(self, figure: Figure) -> str:
        """What the words of its clause before it say: a forecast, a target, else what is."""
        start, end = figure.clause_start, figure.claim.outer.start
        for mode, places in self._future:
            at = bisect_left(places, (start,))
            if at < len(places) and places[at][1] <= end:
                return mode
        return "actual"
