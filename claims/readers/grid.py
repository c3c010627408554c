"""A sheet of cells as tables, captions and notes.

Blank rows and columns part the tables of a sheet. A line of one cell above a table is its
caption, one below it a note. A run of rows that begins with figures goes on with the table
before it when it stands in the same columns: blank rows are put between sections, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.cells import is_number, is_year
from claims.grammar.fold import fold
from claims.readers.markers import caption_marker

Grid = Sequence[Sequence[str]]
"""The text of each cell, row by row; rows may differ in length."""
_SHARE = 0.5
"""Of the first cells of a group of columns, how many are words when it is a table of its own."""


class Line(NamedTuple):
    """One row of a part of the sheet."""

    kind: str
    """"caption", "paragraph" or "table-row"."""
    row: int
    first: int
    """Its first column; of a caption or paragraph, the only one."""
    last: int
    """One past its last column."""
    table: int
    """Which table of the sheet, from 0; -1 for captions and paragraphs."""


def lines_of(grid: Grid, merged: Mapping[int, Collection[int]] = {}) -> Iterator[Line]:
    """The lines of a sheet, table by table, from the top and then from the left.

    `merged` gives, by row, the columns in which words begin that stand over several columns.
    """
    filled = [[column for column, text in enumerate(row) if text and not text.isspace()] for row in grid]
    tables = 0
    before: tuple[int, int, int] | None = None
    """Number and columns of the table last read."""
    for top, bottom in _bands(filled):
        groups = _groups(grid, filled, top, bottom)
        for first, last in groups:
            rows, counts = range(top, bottom), [len(columns) for columns in filled[top:bottom]]
            if len(groups) > 1:
                counts = [sum(first <= column < last for column in columns) for columns in filled[top:bottom]]
            over = {row for row in merged if top <= row < bottom and any(first < c < last for c in merged[row])}
            several = [row for row, count in zip(rows, counts, strict=True) if count > 1 or row in over]
            if not several or last - first < 2:
                yield from (_single(filled, r, first, "paragraph") for r, n in zip(rows, counts, strict=True) if n)
                continue
            start, end = several[0], several[-1]
            goes_on = before is not None and before[1:] == (first, last) and _goes_on(grid, top, start, first, last)
            if not goes_on or before is None:
                before = (tables, first, last)
                tables += 1
            for row, count in zip(rows, counts, strict=True):
                if row < start and not goes_on:
                    if count:
                        yield _single(filled, row, first, "caption")
                elif row > end and count == 1:
                    yield _single(filled, row, first, "paragraph")
                elif count:
                    yield Line("table-row", row, first, last, before[0])


def _cell(grid: Grid, row: int, column: int) -> str:
    cells = grid[row]
    return cells[column].strip() if column < len(cells) else ""


def _bands(filled: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Runs of rows that are not blank."""
    start = -1
    for number, columns in enumerate(filled):
        if columns:
            start = number if start < 0 else start
        elif start >= 0:
            yield start, number
            start = -1
    if start >= 0:
        yield start, len(filled)


def _groups(grid: Grid, filled: Sequence[Sequence[int]], top: int, bottom: int) -> list[tuple[int, int]]:
    """Runs of columns that are filled; one of figures alone goes with the columns before it."""
    used: set[int] = set()
    for columns in filled[top:bottom]:
        used.update(columns)
    groups: list[tuple[int, int]] = []
    for column in sorted(used):
        if groups and groups[-1][1] == column:
            groups[-1] = (groups[-1][0], column + 1)
        else:
            groups.append((column, column + 1))
    joined = groups[:1]
    for first, last in groups[1:]:
        if last - first > 1 and _begins_with_words(grid, top, bottom, first):
            joined.append((first, last))
        else:
            joined[-1] = (joined[-1][0], last)
    return joined


def _begins_with_words(grid: Grid, top: int, bottom: int, column: int) -> bool:
    texts = [text for row in range(top, bottom) if (text := _cell(grid, row, column))]
    words = [text for text in texts if not any(char.isdigit() for char in text)]
    return len(words) > 1 and len(words) >= _SHARE * len(texts)


def _goes_on(grid: Grid, top: int, start: int, first: int, last: int) -> bool:
    """Whether rows have no header of their own: figures stand in the first that has several cells."""
    if any(caption_marker(text) is not None for row in range(top, start) if (text := _cell(grid, row, first))):
        return False
    texts = [fold(_cell(grid, start, column)) for column in range(first + 1, last)]
    return any(is_number(text) and not is_year(text) for text in texts)


def _single(filled: Sequence[Sequence[int]], row: int, first: int, kind: str) -> Line:
    column = next(column for column in filled[row] if column >= first)
    return Line(kind, row, column, column + 1, -1)
