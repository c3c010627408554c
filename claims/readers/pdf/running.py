"""Running heads and page numbers: what stands at the edge of page after page.

The same words at the same height, digits aside, on a third of the pages or more; a page's
first or last row only, then the next one. They are no part of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from claims.readers.markers import is_page_number
from claims.readers.pdf.columns import Row

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"(?:[-–—·•]\s*)?\d{1,4}(?:\s*[/／]\s*\d{1,4})?(?:\s*[-–—·•])?|[ivxl]{1,6}")
_DEEPEST = 4
"""Rows at an edge that may be running heads."""
_EDGE = 0.14
"""Share of the page's height at which they end."""


def running(pages: Sequence[list[Row]], heights: Sequence[tuple[float, float]]) -> list[set[int]]:
    """Indexes of the rows of each page that are left out; `heights` are bottom and top of the pages."""
    counted: Counter[tuple[str, int]] = Counter()
    for rows, (bottom, top) in zip(pages, heights, strict=True):
        counted.update({key for at in _at_edges(rows, bottom, top) for key in _keys(rows[at])})
    first: dict[str, int] = {}
    for number, rows in enumerate(pages):
        for row in rows:
            if len(row) > 2:
                first.setdefault(_words(row), number)
    with_text = sum(map(bool, pages))
    least = 2 if with_text < 6 else max(3, with_text * 3 // 10)
    found = []
    for number, (rows, (bottom, top)) in enumerate(zip(pages, heights, strict=True)):
        out = _left_out(rows, bottom, top, counted, least)
        # The header of a table that goes on over pages is read once.
        found.append({at for at in out if not (_heads_table(rows, at) and first[_words(rows[at])] == number)})
    return found


def _heads_table(rows: Sequence[Row], at: int) -> bool:
    return len(rows[at]) > 2 and at + 1 < len(rows) and len(rows[at + 1]) > 1


def _words(row: Row) -> str:
    """The words of a row without their digits."""
    return _DIGITS.sub("#", " ".join(one.text for one in row))


def _at_edges(rows: Sequence[Row], bottom: float, top: float) -> list[int]:
    edge = _EDGE * (top - bottom)
    low, high = bottom + edge, top - edge
    first = [at for at in range(min(_DEEPEST, len(rows))) if rows[at][0].base > high]
    last = [at for at in range(max(0, len(rows) - _DEEPEST), len(rows)) if rows[at][0].base < low]
    return first + [at for at in last if at not in first]


def _keys(row: Row) -> list[tuple[str, int]]:
    """The words without their digits, at this height and the next, so that a hair's breadth parts no two."""
    words = _words(row)
    height = round(row[0].base / 4)
    return [(words, height), (words, height + 1)]


def _left_out(
    rows: Sequence[Row], bottom: float, top: float, counted: Counter[tuple[str, int]], least: int
) -> set[int]:
    edges = _at_edges(rows, bottom, top)
    out: set[int] = set()
    for direction, start in ((1, 0), (-1, len(rows) - 1)):
        at = start
        while at in edges and at not in out and _repeats(rows, at, counted, least):
            out.add(at)
            at += direction
    if len(out) == len(rows):
        return set()  # a page of nothing else is a page
    return out


def _repeats(rows: Sequence[Row], at: int, counted: Counter[tuple[str, int]], least: int) -> bool:
    row = rows[at]
    text = " ".join(one.text for one in row)
    if any(counted[key] >= least for key in _keys(row)):
        return True
    beside = rows[at - 1] if at else rows[1] if len(rows) > 1 else row
    apart = abs(beside[0].base - row[0].base) > 1.8 * row[0].em
    return is_page_number(text) or (apart and len(row) == 1 and _NUMBER.fullmatch(text) is not None)
