"""Table rows in plain text: cells between bars, tabs, or columns of spaces.

One line with a wide space proves nothing; a table is two or more lines that agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.readers.lines import Line
from claims.readers.pieces import Piece

_RULE = re.compile(r"[\s|+:=_\-─━│┃┼]+")
_CELL = {
    "|": re.compile(r"[^|│┃]+"),
    "\t": re.compile(r"[^\t]+"),
    " ": re.compile(r"\S+(?:[ \u3000]\S+)*"),
}
_WIDE = re.compile(r"\S {2,}\S|\S\t+\S|\S {2,}\t|\u3000{2,}")
_SENTENCE = re.compile(r"[。！？]|[.!?]\s")
_LONGEST = 400
"""Columns beyond which a line with spaces for columns is no row; bars and tabs may be longer."""


def tables_in(lines: Sequence[Line]) -> dict[int, tuple[int, list[Piece]]]:
    """Table number and cells, as spans of the line's text, for the index of each line that is a row.

    Rules between rows have no cells. The numbers count from 0.
    """
    rows: dict[int, tuple[int, list[Piece]]] = {}
    table = at = 0
    while at < len(lines):
        separator = _separator(lines[at].text)
        end = at + 1
        if separator:
            run = [_cells(lines[at].text, separator)]
            while end < len(lines) and not lines[end].gap and _separator(lines[end].text) in (separator, "-"):
                run.append(_cells(lines[end].text, separator))
                end += 1
            if _agree(lines[at:end], run, separator):
                for offset, cells in enumerate(run):
                    rows[at + offset] = (table, cells)
                table += 1
        at = end
    return rows


def _separator(text: str) -> str:
    """What divides the cells of the line; "-" for a rule, "" when nothing does."""
    if "|" in text or "│" in text or "┃" in text:
        return "-" if _RULE.fullmatch(text) else "|"
    if "\t" in text:
        return "\t"
    if text[0] in "-+=─━" and _RULE.fullmatch(text):
        return "-"
    return " " if len(text) < _LONGEST and "  " in text and _WIDE.search(text) else ""


def _cells(text: str, separator: str) -> list[Piece]:
    if _RULE.fullmatch(text):
        return []
    cells: list[Piece] = []
    for match in _CELL[separator].finditer(text) if separator in _CELL else ():
        word = match.group()
        lead = len(word) - len(word.lstrip())
        size = len(word.strip())
        # An empty cell between bars is a cell; the place before the first bar is none.
        if size or (separator == "|" and match.start() > 0 and match.end() < len(text)):
            start = match.start() + (lead if size else 0)
            cells.append((start, start + size))
    return cells


def _agree(lines: Sequence[Line], run: Sequence[list[Piece]], separator: str) -> bool:
    """Whether the lines have cells alike enough to be the rows of one table."""
    counts = [len(cells) for cells in run if cells]
    if len(counts) < 2 or max(counts) < 2:
        return False
    if separator != " ":
        return sum(count >= 2 for count in counts) >= 2
    if len(set(counts)) != 1 or any(_SENTENCE.search(line.text) for line in lines):
        return False
    # The columns of two rows line up at their left or their right edge, or the gaps are wide everywhere.
    texts = [line.text for line in lines]
    return any(any(char.isdigit() for char in text) for text in texts)
