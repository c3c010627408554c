"""Tables of a draft as rows and columns of figures.

Only labels and headers say what a row or column is; values are never looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from claims.cells import is_nothing, is_number, is_year
from claims.grammar.fold import fold
from claims.model import Ledger
from claims.prose import Figure, Prose, prose
from claims.wordings import Wording

_TOTAL = Wording(zh=r"^\W*{total_row}(?![A-Za-z])", en=r"^\W*{total_row}(?![A-Za-z]| others?\b)")
_BARE = Wording(zh=r"^\W*{total_row}\W*$", en=r"^\W*{total_row}\W*$")
_SUBTOTAL = Wording(zh=r"{subtotal_row}", en=r"{subtotal_row}")
_WITHIN = Wording(zh=r"^\W*{within_row}", en=r"^\W*{within_row}")
_CHANGE = Wording(zh=r"{change_column}", en=r"{change_column}")
_PRIOR = Wording(zh=r"{prior_column}", en=r"\b{prior_column}\b")
_MEAN = Wording(zh=r"{mean_column}", en=r"\b{mean_column}\b")
_ADJUSTED = Wording(zh=r"{adjusted_column}", en=r"\b{adjusted_column}\b")
_RATE_ROW = Wording(zh=r"%|{mean_column}", en=r"%|\b{mean_column}\b(?! share)")
_MEAN_ROW = Wording(
    zh=r"^\W*{mean_column}|[均率]$",
    en=r"^\W*(?:weighted[- ])?{mean_row}\b|\bper (?:\w+ )?(?:share|unit|capita|head|day)\W*$",
)
_ASIDE = re.compile(r"\((?:in |except|dollars|amounts)[^()]*\)?")
"""Notes on units, which name what they except."""
_PERCENT = Wording(zh=r"%|百分", en=r"%|percent|\bpct\b")
_CHINESE = re.compile(r"[㐀-鿿]")
_THOUSANDS = re.compile(r"['$€£] ?000")
_AMOUNT = Wording(zh=r"[额量数值]$|[额量数值]\W")
_SHARE = Wording(zh=r"{share_column}", en=r"{share_column}")
_MEMO = Wording(zh=r"^\W*{memo_row}", en=r"^\W*{memo_row}\b")
_LESS = Wording(zh=r"^\W*{less_row}", en=r"^\W*{less_row}\b")
_RESULT = Wording(zh=r"^\W*{result_row}", en=r"^\W*(?:{result_row})\b")
_ALL_COLUMNS = Wording(zh=r"^\W*{total_column}", en=r"^\W*{total_column}\b(?! others?\b)")
_SCALE = Wording(zh=r"[百千万亿][元人户吨美港日欧英股份桶平]|单位.{0,4}[百千万亿]", en=r"{scaled}")
_SENTENCE = re.compile(r"[.。!?！？][\"'」』)）]?$|.{80}")
_LONGEST = 400
"""Code points of a caption."""
_CAPTIONS = 2
"""Blocks before a table that may say what its figures are in."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<![a-z])fy ?'?\d\d(?!\d)", re.IGNORECASE)


class Row(NamedTuple):
    """One row: its label and a figure, or None, for each cell after it."""

    label: str
    cells: tuple[Figure | None, ...]
    texts: tuple[str, ...]
    indent: int = 0
    """Spaces before the label."""

    @property
    def is_heading(self) -> bool:
        """Whether it is a label and nothing else, such as stands above a section."""
        return bool(self.label) and not any(self.texts)

    @property
    def is_memo(self) -> bool:
        """Whether the label sets it beside the table: memo, 附註."""
        return _MEMO.either.match(self.label) is not None

    @property
    def is_less(self) -> bool:
        """Whether the label says that it is taken off: less, 減."""
        return _LESS.either.match(self.label) is not None

    @property
    def is_result(self) -> bool:
        """Whether the label names what rows above leave, without being called a total: net income, gross profit."""
        return _RESULT.either.match(self.label) is not None

    @property
    def is_mean(self) -> bool:
        """Whether the label says that its figures are means or rates, which nothing is added to."""
        return _MEAN_ROW.either.search(self.label) is not None

    @property
    def is_rate(self) -> bool:
        """Whether the label says that its figures are percentages, which change by points."""
        return _RATE_ROW.either.search(self.label) is not None

    def is_nothing(self, column: int) -> bool:
        """Whether a cell is empty, a dash or the like."""
        return column >= len(self.texts) or is_nothing(self.texts[column])

    @property
    def is_total(self) -> bool:
        """Whether the label says that the rows above add up to it."""
        return _TOTAL.either.match(self.label) is not None

    @property
    def is_bare_total(self) -> bool:
        """Whether the label says that and nothing else, so that it is the total of the table or of a section."""
        return _BARE.either.match(self.label) is not None

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
    caption: str = ""
    """The folded words that stand right before it."""
    corner: str = ""
    """The header of the labels, which may tell a unit."""

    @property
    def is_rounded(self) -> bool:
        """Whether its caption or header tells a scale, so that its last digits are rounded: in thousands, 億元."""
        words = " ".join((self.caption, self.corner, *self.header))
        return _SCALE.either.search(words) is not None

    def years(self) -> list[str]:
        """The year that heads each column, "" where none does."""
        return [_year(text) for text in self.header]

    def all_years(self, column: int) -> tuple[str, ...]:
        """The years of a column's header in four digits, in the order in which they are told."""
        header = self.header[column] if column < len(self.header) else ""
        return tuple(dict.fromkeys(map(_in_full, _YEAR.findall(header))))

    def is_prior(self, column: int) -> bool:
        """Whether words of the column's header make it the earlier of two."""
        return column < len(self.header) and _PRIOR.either.search(self.header[column]) is not None

    def share_column(self, column: int) -> bool:
        """Whether the column's header says that it holds shares of a whole."""
        return column < len(self.header) and _SHARE.either.search(self.header[column]) is not None

    def tells_percent(self, column: int) -> bool:
        """Whether its header, or a figure in it, says that the column holds percentages."""
        header = self.header[column] if column < len(self.header) else ""
        if _PERCENT.either.search(header) is not None:
            return True
        figures = [row.cells[column] for row in self.rows if column < len(row.cells)]
        return any(figure is not None and figure.claim.quantity.kind == "percent" for figure in figures)

    def percent_column(self, column: int) -> bool:
        """Whether the column may hold percentages: Chinese headers of growth often leave the sign to be understood."""
        header = self.header[column] if column < len(self.header) else ""
        bare = _CHINESE.search(header) is not None and _AMOUNT["zh"].search(header) is None
        return bare or self.tells_percent(column)

    def mean_column(self, column: int) -> bool:
        """Whether the column's header says that it holds means or rates."""
        return column < len(self.header) and _MEAN.either.search(_ASIDE.sub("", self.header[column])) is not None

    def adjusted_column(self, column: int) -> bool:
        """Whether its changes are not those of the levels shown: at constant exchange rates, comparable."""
        return column < len(self.header) and _ADJUSTED.either.search(self.header[column]) is not None

    def total_column(self, column: int) -> bool:
        """Whether the column's header says that others add up to it."""
        return column < len(self.header) and _ALL_COLUMNS.either.match(self.header[column]) is not None

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
            found.append(_under_header(rows, _caption(ledger, numbers[0])))
    return tuple(found)


def _caption(ledger: Ledger, first: int) -> str:
    """The words of the block right before a table, after those of a title before it."""
    words: list[str] = []
    for number in range(first - 1, max(-1, first - 1 - _CAPTIONS), -1):
        block = ledger.draft.blocks[number]
        text = fold(block.text)
        if block.kind == "table-row" or len(text) > _LONGEST or (words and _SENTENCE.search(text)):
            break
        words.append(text)
    return " ".join(reversed(words))


def _year(header: str) -> str:
    """The last year of a column's header in four digits, FY19 as 2019; "" without."""
    told = _YEAR.findall(header)
    return _in_full(told[-1]) if told else ""


def _in_full(year: str) -> str:
    return year if year.isdigit() else f"20{year[-2:]}"


def _under_header(rows: list[Row], caption: str) -> Table:
    """The table, the rows that follow the first without a label or a figure but years counted to its header."""
    if rows[0].label and any(is_number(text) and not is_year(text) for text in rows[0].texts):
        return Table(("",) * len(rows[0].texts), tuple(rows), caption)
    header, corner, first = list(rows[0].texts), rows[0].label, 1
    while first < len(rows) - 1 and _is_header(rows[first]):
        further = rows[first].texts
        header += [""] * (len(further) - len(header))
        for column in range(len(header)):
            own = further[column] if column < len(further) else ""
            header[column] = f"{header[column]} {own}".strip()
        corner = f"{corner} {rows[first].label}".strip()
        first += 1
    return Table(tuple(header), tuple(rows[first:]), caption, corner)


def _is_header(row: Row) -> bool:
    """Whether a row below the first goes on with the header: no figure but years stands in it."""
    if row.label and not any(row.texts):
        return False
    if any(is_number(text) and not is_year(text) for text in row.texts):
        return False
    return not row.label or not any(
        char.isdigit() for text in row.texts for char in _THOUSANDS.sub("", _YEAR.sub("", text))
    )


def _row(ledger: Ledger, number: int, figures: list[Figure]) -> Row:
    """A table row of the draft; a cell with several figures is left out, for which is meant is unknown."""
    block = ledger.draft.blocks[number]
    spans = block.cells or ((0, len(block.text)),)
    raw = [fold(block.text[start:end]) for start, end in spans]
    texts = [text.strip() for text in raw]
    indent = len(raw[0]) - len(raw[0].lstrip())
    places = [f.claim.local.start for f in figures]
    cells: list[Figure | None] = []
    for start, end in spans[1:]:
        first = bisect_left(places, start)
        cells.append(figures[first] if bisect_left(places, end) - first == 1 else None)
    return Row(texts[0], tuple(cells), tuple(texts[1:]), indent)
