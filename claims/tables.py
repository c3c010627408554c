"""Tables of a draft as rows and columns of figures.

Only labels and headers say what a row or column is; values are never looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from claims.grammar.fold import fold
from claims.model import Ledger
from claims.prose import Figure, Prose, prose
from claims.wordings import Wording

_TOTAL = Wording(zh=r"^\W*{total_row}(?![A-Za-z])", en=r"^\W*{total_row}(?![A-Za-z]| others?\b)")
_SUBTOTAL = Wording(zh=r"{subtotal_row}", en=r"{subtotal_row}")
_WITHIN = Wording(zh=r"^\W*{within_row}", en=r"^\W*{within_row}")
_CHANGE = Wording(zh=r"{change_column}", en=r"{change_column}")
_PRIOR = Wording(zh=r"{prior_column}", en=r"\b{prior_column}\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<![a-z])fy ?'?\d\d(?!\d)", re.IGNORECASE)


class Row(NamedTuple):
    """One row: its label and a figure, or None, for each cell after it."""

    label: str
    cells: tuple[Figure | None, ...]
    texts: tuple[str, ...]

    @property
    def is_total(self) -> bool:
        """Whether the label says that the rows above add up to it."""
        return _TOTAL.either.match(self.label) is not None

    @property
    def is_subtotal(self) -> bool:
        """Whether it sums up only the rows since the total before it."""
        return _SUBTOTAL.either.search(self.label) is not None

    @property
    def is_within(self) -> bool:
        """Whether the label makes it part of the row above: of which, 其中."""
        return _WITHIN.either.match(self.label) is not None


class Table(NamedTuple):
    """A header row and body rows; columns are counted after the label column."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]

    def years(self) -> list[str]:
        """The year that heads each column, "" where none does."""
        return [_year(text) for text in self.header]

    def is_prior(self, column: int) -> bool:
        """Whether words of the column's header make it the earlier of two."""
        return column < len(self.header) and _PRIOR.either.search(self.header[column]) is not None

    def change_column(self, column: int) -> bool:
        """Whether the column's header says that it holds changes."""
        return column < len(self.header) and _CHANGE.either.search(self.header[column]) is not None


def tables(ledger: Ledger) -> tuple[Table, ...]:
    """The tables of a draft that have a header, in reading order."""
    return _of(prose(ledger))


@lru_cache(maxsize=2)
def _of(text: Prose) -> tuple[Table, ...]:
    """They are kept by the prose, as telling two ledgers apart takes a look at each of their claims."""
    ledger = text.ledger
    grouped: dict[int, list[int]] = {}
    for number, block in enumerate(ledger.draft.blocks):
        if block.kind == "table-row" and block.table >= 0:
            grouped.setdefault(block.table, []).append(number)
    if not grouped:
        return ()
    figures: dict[int, list[Figure]] = {}
    for figure in text.figures:
        figures.setdefault(figure.claim.block, []).append(figure)
    found = []
    for numbers in grouped.values():
        rows = [_row(ledger, number, figures.get(number, [])) for number in numbers]
        if len(rows) >= 3:
            found.append(_under_header(rows))
    return tuple(found)


def _year(header: str) -> str:
    """The last year of a column's header in four digits, FY19 as 2019; "" without."""
    told = _YEAR.findall(header)
    return f"20{told[-1][-2:]}" if told and not told[-1].isdigit() else told[-1] if told else ""


def _under_header(rows: list[Row]) -> Table:
    """The table, the rows that follow the first without a label or a figure but years counted to its header."""
    header, first = rows[0].texts, 1
    while first < len(rows) - 1 and not rows[first].label and all(map(_heads, rows[first].texts)):
        further = rows[first].texts
        wide = max(len(header), len(further))
        header = tuple(" ".join(filter(None, (*header[i : i + 1], *further[i : i + 1]))) for i in range(wide))
        first += 1
    return Table(header, tuple(rows[first:]))


def _heads(text: str) -> bool:
    """Whether a cell may stand in a header: nothing, a year, or words without a digit."""
    return not any(char.isdigit() for char in _YEAR.sub("", text))


def _row(ledger: Ledger, number: int, figures: list[Figure]) -> Row:
    """A table row of the draft; a cell with several figures is left out, for which is meant is unknown."""
    block = ledger.draft.blocks[number]
    spans = block.cells or ((0, len(block.text)),)
    texts = [fold(block.text[start:end]).strip() for start, end in spans]
    places = [f.claim.local.start for f in figures]
    cells: list[Figure | None] = []
    for start, end in spans[1:]:
        first = bisect_left(places, start)
        cells.append(figures[first] if bisect_left(places, end) - first == 1 else None)
    return Row(texts[0], tuple(cells), tuple(texts[1:]))
