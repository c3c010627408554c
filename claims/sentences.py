"""Where sentences and clauses end.

What is read from words is read within one sentence, so a sentence must have a bound: one
that is very long, or holds very many figures, is cut at the last end of a clause before
that. Prose never comes near it; a table flattened into one line does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

LONGEST = 2_000
"""Code points of a sentence; what lies further away says nothing about a figure."""
MOST = 60
"""Figures of a sentence."""

_ZH_STOP = re.compile(r"[。！？!?.][。！？!?]*[」』”’\"）)]*")
# A run of marks is tried once, from its first mark: where that fails its later ones fail too.
_EN_STOP = re.compile(r"[.!?](?<![.!?][.!?])[.!?]*[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9$£€]|\s*$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Nos?|vs|approx|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|Sen|Rep|Gov|Gen|Rev|e\.g|i\.e|cf|pp?|Figs?|U\.S|U\.K)|\b[A-Z])$"
)
# One set of characters is searched for several times faster than alternatives are.
_ZH_BREAK = re.compile(r"[，,；;：:。！？!?（）()、—–~\n|-]")
_EN_BREAK = re.compile(r"[,;:()\n—–~|.!?-]")
_DASHES = re.compile(r"-+(?= )")


def sentence_ends(text: str, language: str) -> list[int]:
    """Offsets one past the end of each sentence; the last is `len(text)`."""
    ends = _zh_ends(text) if language == "zh" else _en_ends(text)
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return ends


def _zh_ends(text: str) -> list[int]:
    ends: list[int] = []
    at, size, search = 0, len(text), _ZH_STOP.search
    while match := search(text, at):
        start = match.start()
        if text[start] == ".":
            at = start + 1
            if (at == size or text[at].isspace()) and not (start and text[start - 1] in "0123456789"):
                ends.append(at)
        else:
            at = match.end()
            ends.append(at)
    return ends


def _en_ends(text: str) -> list[int]:
    ends: list[int] = []
    for match in _EN_STOP.finditer(text):
        at = match.start()
        if text[at] != "." or not _ABBREVIATION.search(text[max(0, at - 8) : at]):
            ends.append(match.end())
    return ends


def clause_breaks(text: str, language: str) -> list[tuple[int, int]]:
    """Spans of the signs that part clauses, in order."""
    breaks: list[tuple[int, int]] = []
    stops, last = ("", 0) if language == "zh" else (".!?", len(text) - 1)
    for match in (_ZH_BREAK if language == "zh" else _EN_BREAK).finditer(text):
        at = match.start()
        sign = text[at]
        if sign == "-":
            dashes = _DASHES.match(text, at) if at and text[at - 1] == " " else None
            if dashes is not None:
                breaks.append(dashes.span())
        elif sign not in stops or at == last or text[at + 1].isspace():
            breaks.append((at, at + 1))
    return breaks


def outside(offsets: Iterable[int], spans: Sequence[tuple[int, int]]) -> list[bool]:
    """For each offset whether it lies in none of the spans; both are in order, the spans do not overlap."""
    free: list[bool] = []
    at, count = 0, len(spans)
    for offset in offsets:
        while at < count and spans[at][1] <= offset:
            at += 1
        free.append(at == count or offset < spans[at][0])
    return free


def bounded(ends: Sequence[int], breaks: Sequence[tuple[int, int]], figures: Sequence[tuple[int, int]]) -> list[int]:
    """`ends` with more ends where a sentence is longer than `LONGEST` or has more figures than `MOST`.

    `figures` are the spans, in order, that no end may cut.
    """
    if ends[0] <= LONGEST and len(ends) == 1 and len(figures) <= MOST:
        return list(ends)
    after = [end for _, end in breaks]
    starts = [start for start, _ in figures]
    found: list[int] = []
    start = first = 0
    for end in ends:
        while True:
            limit = start + LONGEST
            if first + MOST < len(starts):
                limit = min(limit, max(starts[first + MOST], start + 1))
            if limit >= end:
                break
            start = _cut(start, limit, after, starts, figures)
            if start >= end:
                break
            found.append(start)
            first = bisect_right(starts, start - 1)
        found.append(end)
        start = end
        first = bisect_right(starts, start - 1)
    return found


def _cut(
    start: int, limit: int, after: Sequence[int], starts: Sequence[int], figures: Sequence[tuple[int, int]]
) -> int:
    """The last end of a clause up to `limit`; where there is none `limit`, moved out of a figure."""
    place = bisect_right(after, limit) - 1
    if place >= 0 and after[place] > start:
        return after[place]
    figure = bisect_right(starts, limit) - 1
    if figure >= 0 and limit < figures[figure][1]:
        return figures[figure][0] if figures[figure][0] > start else figures[figure][1]
    return limit
