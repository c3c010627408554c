"""Where sentences and clauses end.

What is read from words is read within one sentence, so a sentence must have a bound: one
that is very long, or holds very many figures, is cut at the last end of a clause before
that. Prose never comes near it; a table flattened into one line does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

LONGEST = 2_000
"""Code points of a sentence; what lies further away says nothing about a figure."""
MOST = 60
"""Figures of a sentence."""

_ZH_STOPS = "。！？!?."
_ZH_STOP = re.compile(r"[。！？!?.][。！？!?]*[」』”’\"）)]*")
# A run of marks is tried once, from its first mark: where that fails its later ones fail too.
_EN_STOP = re.compile(r"[.!?](?<![.!?][.!?])[.!?]*[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9$£€]|\s*$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Nos?|vs|approx|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|Sen|Rep|Gov|Gen|Rev|e\.g|i\.e|cf|pp?|Figs?|U\.S|U\.K)|\b[A-Z])$"
)
# One set of characters is searched for several times faster than alternatives are.
_ZH_BREAK = re.compile(r"[，,；;：:。！？!?（）()、—–~\n|.-]")
_EN_BREAK = re.compile(r"[,;:()\n—–~|.!?-]")
_DASHES = re.compile(r"-+(?= )")


def sentence_ends(text: str, language: str) -> list[int]:
    """Offsets one past the end of each sentence; the last is `len(text)`. Figures are not known."""
    return cuts(text, language, ())[1]


def cuts(text: str, language: str, spans: Sequence[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[int]]:
    """Spans of the signs that part clauses, and offsets one past the end of each sentence, both in order.

    The last end is `len(text)`. `spans`, in order and not overlapping, are the figures: no sign in one of
    them parts anything.
    """
    return _zh_cuts(text, spans) if language == "zh" else _en_cuts(text, spans)


def _zh_cuts(text: str, spans: Sequence[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[int]]:
    breaks: list[tuple[int, int]] = []
    ends: list[int] = []
    size, count, place, stopped = len(text), len(spans), 0, 0
    past, upto = spans[0] if spans else (size, size)
    for match in _ZH_BREAK.finditer(text):
        at = match.start()
        while upto <= at:
            place += 1
            past, upto = spans[place] if place < count else (size, size + 1)
        sign = text[at]
        free = at < past
        if free and sign != ".":  # a full stop of Latin writing ends a sentence alone
            if sign != "-":
                breaks.append((at, at + 1))
            else:
                dashes = _DASHES.match(text, at) if at and text[at - 1] == " " else None
                if dashes is not None:
                    breaks.append(dashes.span())
        if sign in _ZH_STOPS and at >= stopped:
            if sign == ".":
                stopped = at + 1
                if free and (stopped == size or text[stopped].isspace()) and not (at and text[at - 1] in "0123456789"):
                    ends.append(stopped)
            else:
                stopped = _ZH_STOP.match(text, at).end()  # type: ignore[union-attr]  # it begins with such a sign
                if _is_free(stopped - 1, spans, place):
                    ends.append(stopped)
    if not ends or ends[-1] < size:
        ends.append(size)
    return breaks, ends


def _en_cuts(text: str, spans: Sequence[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[int]]:
    breaks: list[tuple[int, int]] = []
    ends: list[int] = []
    size, count, place, stopped = len(text), len(spans), 0, 0
    last = size - 1
    past, upto = spans[0] if spans else (size, size)
    for match in _EN_BREAK.finditer(text):
        at = match.start()
        while upto <= at:
            place += 1
            past, upto = spans[place] if place < count else (size, size + 1)
        sign = text[at]
        if sign in ".!?":
            if at >= stopped:
                stop = _EN_STOP.match(text, at)
                if stop is not None:
                    stopped = stop.end()
                    if (sign != "." or not _ABBREVIATION.search(text[max(0, at - 8) : at])) and _is_free(
                        stopped - 1, spans, place
                    ):
                        ends.append(stopped)
            if at < past and (at == last or text[at + 1].isspace()):
                breaks.append((at, at + 1))
        elif at < past:
            if sign != "-":
                breaks.append((at, at + 1))
            else:
                dashes = _DASHES.match(text, at) if at and text[at - 1] == " " else None
                if dashes is not None:
                    breaks.append(dashes.span())
    if not ends or ends[-1] < size:
        ends.append(size)
    return breaks, ends


def _is_free(offset: int, spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether it lies in none of the spans; those before `place` end before it."""
    while place < len(spans) and spans[place][1] <= offset:
        place += 1
    return place == len(spans) or offset < spans[place][0]


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
