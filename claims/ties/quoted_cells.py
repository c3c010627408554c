"""Figures of the prose and the cells of a table that they quote.

A sentence quotes a cell when it names the cell's row by its whole label and its column by
the year, or the table has but one column; the figure must be of the unit that the table's
caption, header or cells tell. The cell may be quoted in another scale, and rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from claims.labels import own_period
from claims.prose import Figure, Passage, Prose
from claims.readings import bounds
from claims.tables import Row, Table, tables
from claims.ties.near_misses import a_slip_apart, digits_of
from claims.ties.roles import role
from claims.wordings import Wording

_CITES = Wording(zh=r"{cites_table}", en=r"\b{cites_table}\b")
_UNIT_ZH = re.compile(r"(?P<scale>[十百千万亿]{1,2})(?P<money>美元|港元|日圆|欧元|英镑|元)?")
_SCALES_ZH = {"千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "万亿": 12}
_UNIT_EN = re.compile(
    r"(?P<sign>[$€£¥]|\b(?:us|hk|rmb|usd|eur|gbp)\$? ?)?"
    r"(?:(?P<thousand>\bthousands?\b|'?000\b|(?<=[$€£])k\b)|(?P<million>\bmillions?\b|\bmln\b|(?<=[$€£])m(?:il)?\b)"
    r"|(?P<billion>\bbillions?\b|\bbn\b|(?<=[$€£])bn\b))"
)
_SIGN = re.compile(r"[$€£¥元]|dollar|euro|pound|yuan")
_LONGEST, _MOST = 60, 600
"""Code points of a label, and rows of all tables, that are looked for in prose."""
_HAN = re.compile(r"[㐀-鿿]")
_LABEL_MARKS = re.compile(r"\s*\([^()]*\)|[:：*†‡]|\d+\)$")
_TWICE, _DIGITS = Fraction(2), 3


class Quoted(NamedTuple):
    """A figure in prose and the cell that it quotes."""

    figure: Figure
    cell: Figure
    scale: Fraction
    """What one in the cell is worth in the figure's unit."""
    label: str
    """The row's, as written."""
    column: str
    """The year of its column; "" when there is but one column."""
    cited: bool
    """Whether the sentence points at the table."""


class _Unit(NamedTuple):
    scale: Fraction
    money: bool


def quoted_cells(text: Prose) -> Iterator[Quoted]:
    """The cells that sentences quote, those that agree and those that may be slips of the hand."""
    rows = _by_label(tables(text.ledger))
    if not rows:
        return
    blocks = text.ledger.draft.blocks
    for passage in text.with_figures:
        if blocks[passage.block].table >= 0 or blocks[passage.block].kind in ("title", "heading", "caption"):
            continue
        words = passage.text.casefold()
        for label, (table, row) in rows.items():
            if label in words:
                yield from _of(passage, words.index(label), label, table, row, rows, text)


def _by_label(found: Sequence[Table]) -> dict[str, tuple[Table, Row]]:
    """Rows by their labels, folded; none that two rows share, and none that is a common word."""
    rows: dict[str, tuple[Table, Row]] = {}
    shared: set[str] = set()
    if sum(len(table.rows) for table in found) > _MOST:
        return {}
    for table in found:
        for row in table.rows:
            label = _LABEL_MARKS.sub("", row.label).strip().casefold()
            if any(row.cells) and _tells(label, row):
                if label in rows:
                    shared.add(label)
                rows[label] = table, row
    return {label: place for label, place in rows.items() if label not in shared}


def _tells(label: str, row: Row) -> bool:
    """Whether a label names something of its own: two characters, or two English words."""
    if len(label) > _LONGEST or row.is_bare_total or not any(map(str.isalpha, label)):
        return False
    return len(_HAN.findall(label)) >= 2 or len(label.split()) >= 2


def _of(
    passage: Passage, at: int, label: str, table: Table, row: Row, rows: dict[str, tuple[Table, Row]], text: Prose
) -> Iterator[Quoted]:
    start = passage.start + at
    others = [other for other in rows if other != label and other in passage.text.casefold()]
    if any(label in other for other in others):
        return  # a longer label is meant
    near = [figure for figure in passage.figures if _may_quote(figure, text) and _in_clause(figure, start, label)]
    for figure in near:
        for column, cell in enumerate(row.cells):
            if cell is None or not _is_meant(figure, passage, table, column):
                continue
            unit = _unit(table, column, cell)
            scale = _scale(figure, cell, unit)
            if scale is None:
                continue
            cited = _CITES.either.search(passage.text) is not None
            if _agrees(figure, cell, scale) or (len(near) == 1 and not others and _is_near(figure, cell, scale, cited)):
                yield Quoted(figure, cell, scale, _as_written(cell, text), " ".join(table.all_years(column)), cited)


def _as_written(cell: Figure, text: Prose) -> str:
    """The label of a cell's row."""
    block = text.ledger.draft.blocks[cell.claim.block]
    start, end = block.cells[0]
    return block.text[start:end].strip()


def _may_quote(figure: Figure, text: Prose) -> bool:
    q = figure.claim.quantity
    if q.value is None or q.hedge not in (None, "about") or q.kind not in ("money", "count", "number", "percent"):
        return False
    if figure.claim.mode != "actual" or role(figure, text.language) == "change":
        return False
    return figure.claim.statistic in (None, "total", "share")


def _in_clause(figure: Figure, start: int, label: str) -> bool:
    """Whether the label stands in the figure's own clause, before it and after any other figure."""
    before = figure.previous.claim.outer.end if figure.previous is not None else figure.passage.start
    return max(before, figure.clause_start) <= start and start + len(label) <= figure.claim.outer.start


def _is_meant(figure: Figure, passage: Passage, table: Table, column: int) -> bool:
    """Whether the words put the figure under a column: by its year, or because there is no other."""
    if table.change_column(column) or table.mean_column(column) or table.adjusted_column(column):
        return False
    years = [table.all_years(other) for other in range(len(table.header))]
    own = years[column] if column < len(years) else ()
    if own:
        told = own_period(figure.claim)[:4]
        dated = {day.quantity.dates[0][:4] for day in passage.dates if day.quantity.dates}
        if not told and len(dated) == 1:
            told = next(iter(dated))
        same = [other for other in range(len(years)) if years[other][-1:] == own[-1:]]
        return told == own[-1] and dated <= {told} and len(same) == 1
    return len(table.header) == 1 and not passage.dates


def _unit(table: Table, column: int, cell: Figure) -> _Unit:
    """What the figures of a column are in, by its header, the corner or the caption."""
    header = table.header[column] if column < len(table.header) else ""
    for words in (header, table.corner, table.caption):
        lower = words.lower()
        money = _SIGN.search(lower) is not None or cell.claim.quantity.kind == "money"
        if (told := _UNIT_ZH.search(lower)) is not None and told["scale"] in _SCALES_ZH:
            return _Unit(Fraction(10) ** _SCALES_ZH[told["scale"]], money or bool(told["money"]))
        if (told := _UNIT_EN.search(lower)) is not None:
            power = 3 if told["thousand"] else 6 if told["million"] else 9
            return _Unit(Fraction(10) ** power, money)
    return _Unit(Fraction(1), cell.claim.quantity.kind == "money")


def _scale(figure: Figure, cell: Figure, unit: _Unit) -> Fraction | None:
    """What one in the cell is in the unit of the figure; None for another kind of thing."""
    q, other = figure.claim.quantity, cell.claim.quantity
    if (q.kind == "percent") != (other.kind == "percent"):
        return None
    if q.kind == "percent":
        return Fraction(1)
    if other.kind == "money" and q.kind == "money" and other.unit != q.unit:
        return None
    if other.scale != 1:
        return Fraction(1) if q.kind == other.kind else None
    if (q.kind == "money") != (unit.money or other.kind == "money"):
        return None
    # What a table shows in brackets prose calls an allowance of so much.
    turned = (q.value or 0) > 0 > (other.value or 0)
    return -unit.scale if turned else unit.scale


def _agrees(figure: Figure, cell: Figure, scale: Fraction) -> bool:
    return bounds(figure.claim.quantity).intersect(bounds(cell.claim.quantity).scale(scale)) is not None


def _is_near(figure: Figure, cell: Figure, scale: Fraction, cited: bool) -> bool:
    """Whether a figure that is not the cell's may be meant for it: by a slip of the hand, or because it says so."""
    told, made = figure.claim.quantity.value, cell.claim.quantity.value
    if not told or not made or digits_of(told) < _DIGITS:
        return False
    made *= scale
    if cited:
        return Fraction(1) / _TWICE <= abs(told / made) <= _TWICE or a_slip_apart(told, made)
    shown = figure.claim.quantity.step
    rounded = Fraction(round(made / shown)) * shown if shown else made
    return a_slip_apart(told, rounded)
