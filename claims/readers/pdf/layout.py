"""From the runs of text on pages to paragraphs and table rows in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.readers.pdf.columns import Row, regions_of, rows_of
from claims.readers.pdf.fragments import Fragment
from claims.readers.pdf.paragraphs import (
    Line,
    Paragraph,
    body_size,
    is_indented,
    joins,
    name,
    paragraphs,
    right_of,
)
from claims.readers.pdf.running import running
from claims.readers.pdf.tables import Table, TableRow, tables_of


class Sheet(NamedTuple):
    """What is on one page."""

    number: int
    """From 0."""
    fragments: list[Fragment]
    bottom: float
    top: float
    rules: list[float]
    """Heights of drawn lines, for a page that may have a table."""


class TableLine(NamedTuple):
    """A row of a table on a page."""

    page: int
    table: int
    row: TableRow


class Layout(NamedTuple):
    items: list[Paragraph | TableLine]
    """In reading order."""
    heads: list[int]
    """Numbers of the pages with running heads or page numbers, from 0."""
    dates: list[str]
    """Texts of running heads, each once, as a date may stand there."""


def layout(sheets: Sequence[Sheet]) -> Layout:
    """All pages as one text, without what is repeated at their edges."""
    rows = [rows_of(sheet.fragments) for sheet in sheets]
    left_out = running(rows, [(sheet.bottom, sheet.top) for sheet in sheets])
    heads: dict[str, None] = {}
    flow = _Flow()
    for sheet, page_rows, out in zip(sheets, rows, left_out, strict=True):
        for at in out:
            heads.update(dict.fromkeys(one.text for one in page_rows[at]))
        kept = [row for at, row in enumerate(page_rows) if at not in out]
        alone = all(len(row) == 1 for row in kept) and not _side_by_side(kept)
        regions = [kept] if alone else [rows_of(region) for region in regions_of([one for row in kept for one in row])]
        for region in regions:
            flow.add(sheet, region, tables_of(region, sheet.rules) if not alone else [])
    items = flow.items
    prose = [item for item in items if isinstance(item, Paragraph)]
    name(prose, body_size([line for paragraph in prose for line in paragraph.lines]))
    return Layout(items, [sheet.number for sheet, out in zip(sheets, left_out, strict=True) if out], list(heads))


def may_hold_table(fragments: Sequence[Fragment]) -> bool:
    """Whether a page has figures beside other text, as rows of a table have."""
    return any(len(row) > 1 and any(one.figure for one in row) for row in rows_of(fragments))


def _side_by_side(rows: Sequence[Row]) -> bool:
    """Whether lines on different base lines stand beside each other, as in columns that are not level."""
    edge = min((row[0].right for row in rows), default=0.0)
    return any(row[0].left > edge for row in rows) and any(
        after[0].left > before[0].right or before[0].left > after[0].right for before, after in pairwise(rows)
    )


def _goes_on(last: TableLine, row: TableRow, page: int) -> bool:
    """Whether a table at the top of a page is that of the page before: its columns end where those did."""
    if last.page != page - 1 or len(last.row.cells) != len(row.cells):
        return False
    both = [(a[-1], b[-1]) for a, b in zip(last.row.cells[1:], row.cells[1:], strict=True) if a and b]
    level = sum(abs(a.right - b.right) < a.em or abs(a.left - b.left) < a.em for a, b in both)
    return level > 0.5 * len(row.cells[1:])


class _Flow:
    """Paragraphs and rows of a file as its regions are read one after the other."""

    def __init__(self) -> None:
        self.items: list[Paragraph | TableLine] = []
        self._tables = 0
        self._right = 0.0
        """How far right the column of the last paragraph goes."""
        self._indents: Counter[bool | None] = Counter()

    def add(self, sheet: Sheet, rows: Sequence[Row], tables: Sequence[Table]) -> None:
        """Read on in a region, in which these tables are."""
        at = 0
        for table in tables:
            self._prose(sheet.number, rows[at : table.first])
            last = self.items[-1] if self.items and not table.first else None
            if not isinstance(last, TableLine) or not _goes_on(last, table.rows[0], sheet.number):
                self._tables += 1
            self.items += (TableLine(sheet.number, self._tables - 1, row) for row in table.rows)
            at = table.last
        self._prose(sheet.number, rows[at:])

    def _prose(self, page: int, rows: Sequence[Row]) -> None:
        if not rows:
            return
        lines = [Line(page, row) for row in rows]
        indented = self._indents[True] > 2 * self._indents[False]
        for at, paragraph in enumerate(paragraphs(lines)):
            last = self.items[-1] if self.items else None
            if (
                at == 0
                and isinstance(last, Paragraph)
                and page - last.lines[-1].page < 2
                and joins(last, paragraph, self._right, indented)
            ):
                last.lines += paragraph.lines
                continue
            self._indents[is_indented(paragraph)] += 1
            self.items.append(paragraph)
        self._right = max(map(right_of, lines))
