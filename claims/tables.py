"""Tables of a draft as rows and columns of figures.

Only labels and headers say what a row or column is; values are never looked at.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from claims.grammar.fold import fold
from claims.model import Ledger
from claims.prose import Figure, prose

_TOTAL = re.compile(r"^\W*(?:(?:grand |sub-?)?totals?|all|sum|overall|合计|总计|总数|总和|共计|小计|合共|全部|总额)(?![A-Za-z])", re.IGNORECASE)
_SUBTOTAL = re.compile(r"sub-?total|小计", re.IGNORECASE)
_WITHIN = re.compile(r"^\W*(?:of which|including|incl\.|其中|包括|当中)", re.IGNORECASE)
_CHANGE = re.compile(r"change|growth|increase|%|chg|增长|增幅|升幅|变动|变化|同比|按年|增减", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Row(NamedTuple):
    """One row: its label and a figure, or None, for each cell after it."""

    label: str
    cells: tuple[Figure | None, ...]
    texts: tuple[str, ...]

    @property
    def is_total(self) -> bool:
        return _TOTAL.match(self.label) is not None

    @property
    def is_subtotal(self) -> bool:
        return _SUBTOTAL.search(self.label) is not None

    @property
    def is_within(self) -> bool:
        return _WITHIN.match(self.label) is not None


class Table(NamedTuple):
    """A header row and body rows; columns are counted after the label column."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]

    def years(self) -> list[str]:
        """The year that heads each column, "" where none does."""
        return [(_YEAR.findall(text) or [""])[-1] for text in self.header]

    def change_column(self, column: int) -> bool:
        """Whether the column's header says that it holds changes."""
        return column < len(self.header) and _CHANGE.search(self.header[column]) is not None


@lru_cache(maxsize=2)
def tables(ledger: Ledger) -> tuple[Table, ...]:
    """The tables of a draft that have a header, in reading order."""
    figures: dict[int, list[Figure]] = {}
    for figure in prose(ledger).figures:
        figures.setdefault(figure.claim.block, []).append(figure)
    grouped: dict[int, list[int]] = {}
    for number, block in enumerate(ledger.draft.blocks):
        if block.kind == "table-row" and block.table >= 0:
            grouped.setdefault(block.table, []).append(number)
    found = []
    for numbers in grouped.values():
        rows = [_row(ledger, number, figures.get(number, [])) for number in numbers]
        if len(rows) >= 3:
            found.append(Table(rows[0].texts, tuple(rows[1:])))
    return tuple(found)


def _row(ledger: Ledger, number: int, figures: list[Figure]) -> Row:
    block = ledger.draft.blocks[number]
    spans = block.cells or ((0, len(block.text)),)
    texts = [fold(block.text[start:end]).strip() for start, end in spans]
    cells: list[Figure | None] = []
    for start, end in spans[1:]:
        inside = [f for f in figures if start <= f.claim.local.start < end]
        cells.append(inside[0] if len(inside) == 1 else None)
    return Row(texts[0], tuple(cells), tuple(texts[1:]))
