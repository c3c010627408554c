"""The source lines that a finding is about, with marks under its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reports._plain import char_width, plain
from reports._positions import Positions

Span = tuple[int, int]
ELLIPSIS = "…"


class Excerpt:
    """Part of one source line as shown, and what is marked in it."""

    def __init__(self, number: int) -> None:
        self.number = number
        """Line of the source, from 1."""
        self.text = ""
        """What is shown: controls left out, a tab as a space, … where the line goes on."""
        self.marks = ""
        """Below it: ^ under the figure the finding is shown at, ~ under the others."""

        self.cells: list[tuple[str, str]] = []
        """Each character shown, with its mark."""

    def add(self, char: str, mark: str) -> None:
        shown = char if char.isprintable() else " " if char == "\t" else plain(char)
        self.cells.append((shown, mark))
        self.text += shown
        self.marks += mark * sum(map(char_width, shown))


def excerpts(places: Positions, main: Span, spans: Sequence[Span], columns: int) -> Iterator[Excerpt]:
    """One excerpt of at most `columns` for each group of figures that stand close enough together.

    The work does not depend on the length of the line, which may be a whole file.
    """
    pieces = sorted({piece for span in {main, *spans} for piece in _by_line(places, span)})
    for number, on_line in groupby(pieces, key=lambda piece: places.line(piece[0])):
        group: list[Span] = []
        for piece in on_line:
            if (
                group
                and piece[1] - group[0][0] > columns // 2
                and _columns(places, group[0][0], piece[1]) > columns - 2
            ):
                yield _excerpt(places, number, group, main, columns)
                group = []
            group.append(piece)
        if group:
            yield _excerpt(places, number, group, main, columns)


def _by_line(places: Positions, span: Span) -> Iterator[Span]:
    """A span cut where its lines end."""
    start, end = span
    for number in range(places.line(start), places.line(max(start, end - 1)) + 1):
        first, last = places.bounds(number)
        if max(start, first) < min(end, last):
            yield max(start, first), min(end, last)


def _columns(places: Positions, start: int, end: int) -> int:
    return sum(map(char_width, places.text[start:end]))


def _excerpt(places: Positions, number: int, group: list[Span], main: Span, columns: int) -> Excerpt:
    """The group, and as much before and after it as there is room for."""
    text, (first, last) = places.text, places.bounds(number)
    start, end = group[0][0], max(piece[1] for piece in group)
    room = columns - 2 - _columns(places, start, end)  # a column at each end for the ellipsis
    before = room * 2 // 3
    while start > first and char_width(text[start - 1]) <= before:
        start -= 1
        before -= char_width(text[start])
        room -= char_width(text[start])
    while end < last and char_width(text[end]) <= room:
        room -= char_width(text[end])
        end += 1
    while start > first and char_width(text[start - 1]) <= room:
        start -= 1
        room -= char_width(text[start])
    shown = Excerpt(number)
    if start > first:
        shown.add(ELLIPSIS, " ")
    for at in range(start, end):
        inside = any(low <= at < high for low, high in group)
        shown.add(text[at], "^" if main[0] <= at < main[1] else "~" if inside else " ")
    if end < last:
        shown.add(ELLIPSIS, " ")
    shown.marks = shown.marks.rstrip()
    return shown
