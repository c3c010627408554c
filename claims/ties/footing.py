"""Which rows of a table add up to a row, and which columns to a column.

Labels and layout say that a row is a total, and where the rows that it sums may begin: at a
heading, after another total, at the top, at an indentation. Often they leave two or three
such beginnings, and a table with several columns tells by the other columns which is meant.
A row that no label calls a total is none, whatever it happens to add up to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from claims.labels import like
from claims.prose import Figure
from claims.tables import Row, Table

_HUNDRED = Fraction(100)
_HALF = Fraction(1, 2)
_WORD = re.compile(r"[a-z]{3,}|[㐀-鿿]{2}")
_MOST = 12
"""Beginnings that are looked at for one total."""
_FEW = 2


class Sum(NamedTuple):
    """Figures that make another, each added or taken off."""

    parts: tuple[Figure, ...]
    signs: tuple[int, ...]
    total: Figure
    sure: bool
    """Whether the same rows make the total in another column, or labels leave one reading only."""


class Reading(NamedTuple):
    """Rows that may make a total, by number, with their signs."""

    rows: tuple[int, ...]
    signs: tuple[int, ...]
    named: bool
    """Whether the label of the total names the section that the rows stand in."""


def sums(table: Table) -> Iterator[Sum]:
    """The sums of a table's total rows, then those of its total columns."""
    yield from _rows(table)
    yield from _columns(table)


def _rows(table: Table) -> Iterator[Sum]:
    columns = [column for column in range(_width(table)) if not _is_apart(table, column)]
    stack: list[int] = []
    """Rows that count: entries, and totals that stand for theirs."""
    for number, row in enumerate(table.rows):
        if row.is_within or row.is_memo:
            continue
        if not any(row.cells):
            if row.is_heading:
                stack.append(number)
            continue
        if (row.is_mean or _is_rate(row)) and not row.is_total:
            continue
        if row.is_total or (not row.label and _entries(table, stack)):
            found = _chosen(table, number, list(_readings(table, stack, number)), columns)
            if found is not None:
                reading, holding = found
                if holding or reading.named:
                    stack = stack[: stack.index(reading.rows[0])]
                yield from _of(table, number, reading, columns, holding)
        stack.append(number)


def _is_rate(row: Row) -> bool:
    """Whether all figures of a row are percentages."""
    return all(figure is None or figure.claim.quantity.kind == "percent" for figure in row.cells)


def _width(table: Table) -> int:
    return max((len(row.cells) for row in table.rows), default=0)


def _entries(table: Table, stack: Sequence[int]) -> list[int]:
    """Rows of the stack with figures."""
    return [number for number in stack if any(table.rows[number].cells)]


def _is_apart(table: Table, column: int) -> bool:
    """Whether a column's header says that its figures are not added up."""
    if table.mean_column(column) or table.share_column(column):
        return table.mean_column(column)
    return table.change_column(column) and table.percent_column(column) and not _makes_hundred(table, column)


def _makes_hundred(table: Table, column: int) -> bool:
    """Whether a total of the column is 100, as that of shares is."""
    return any(_cell(row, column) is not None and _has_hundred(row) for row in table.rows if row.is_total)


def _has_hundred(row: Row) -> bool:
    """Whether a row tells 100 in any column, as the total of shares does."""
    return any(figure is not None and figure.claim.quantity.value == _HUNDRED for figure in row.cells)


def _readings(table: Table, stack: Sequence[int], total: int) -> Iterator[Reading]:
    """From the nearest beginning upwards, the rows that may make a total; those that its label names come first."""
    rows = table.rows
    label = rows[total].label
    starts: list[int] = []
    named: set[int] = set()
    for place in range(len(stack) - 1, -1, -1):
        row = rows[stack[place]]
        if not any(row.cells):
            starts.append(place + 1)
            if _names(label, row.label):
                named.add(place + 1)
        elif row.is_total or not row.label or row.is_result:
            starts += [place + 1, place]
        elif row.indent > rows[total].indent and place and rows[stack[place - 1]].indent <= rows[total].indent:
            starts.append(place)
    starts.append(0)
    seen: set[tuple[int, ...]] = set()
    for place in sorted(dict.fromkeys(starts[:_MOST]), key=lambda p: (p not in named, -p)):
        chosen = tuple(_entries(table, stack[place:]))
        if len(chosen) >= _FEW and chosen not in seen:
            seen.add(chosen)
            yield Reading(chosen, (1,) * len(chosen), place in named)
            if any(rows[number].is_less for number in chosen):
                yield Reading(chosen, tuple(-1 if rows[n].is_less else 1 for n in chosen), place in named)


def _names(label: str, heading: str) -> bool:
    """Whether a total's label repeats the heading of its section: Total current assets, 流動資產合計."""
    words = set(_WORD.findall(heading.lower()))
    return bool(words) and words <= set(_WORD.findall(label.lower()))


def _chosen(
    table: Table, total: int, readings: Sequence[Reading], columns: Sequence[int]
) -> tuple[Reading, frozenset[int]] | None:
    """The reading that makes the total in most columns, and the columns in which it does.

    None where none does, unless labels leave one and there is one column: where none of several
    columns foots, rows are not what they seem.
    """
    best: tuple[Reading, frozenset[int]] | None = None
    for reading in readings:
        holding = frozenset(column for column in columns if _makes(table, total, reading, column))
        if holding and (best is None or len(holding) > len(best[1])):
            best = reading, holding
    if best is not None or not table.rows[total].label:
        return best
    named = [reading for reading in readings if reading.named]
    filled = [column for column in columns if _cell(table.rows[total], column) is not None]
    if len(filled) == 1 and (len(readings) == 1 or len(named) == 1):
        return (named or list(readings))[0], frozenset()
    return None


def _terms(table: Table, total: int, reading: Reading, column: int) -> tuple[list[Figure], list[int], Figure] | None:
    """Parts with their signs, and total, of one column; None where a cell holds something else than a figure."""
    whole = _cell(table.rows[total], column)
    parts: list[Figure] = []
    signs: list[int] = []
    for number, sign in zip(reading.rows, reading.signs, strict=True):
        part = _cell(table.rows[number], column)
        if part is None:
            if not table.rows[number].is_nothing(column):
                return None
            continue
        parts.append(part)
        # What is taken off and shown in brackets has its sign already.
        signs.append(sign if (part.claim.quantity.value or 0) > 0 else 1)
    hundred = _has_hundred(table.rows[total])
    if whole is None or not parts or not all(_goes_with(part, whole, hundred) for part in parts):
        return None
    return parts, signs, whole


def _cell(row: Row, column: int) -> Figure | None:
    figure = row.cells[column] if column < len(row.cells) else None
    return figure if figure is not None and figure.claim.quantity.value is not None else None


def _goes_with(part: Figure, whole: Figure, hundred: bool) -> bool:
    """Whether two figures of a column may be added: the sign of a currency stands at the first and last only."""
    kinds = {part.claim.quantity.kind, whole.claim.quantity.kind}
    if kinds == {"percent"}:
        return hundred
    return like(part.claim, whole.claim) or ("number" in kinds and kinds <= {"number", "money", "count"})


def room(figures: Sequence[Figure]) -> Fraction:
    """What rounding may make of a sum: half of the last digit of each figure."""
    steps = [figure.claim.quantity.step or Fraction(1) for figure in figures]
    return max(steps) * len(figures) * _HALF


def off(parts: Sequence[Figure], signs: Sequence[int], total: Figure) -> Fraction:
    """By how much parts exceed their total."""
    made = sum(((part.claim.quantity.value or Fraction(0)) * sign for part, sign in zip(parts, signs, strict=True)),
               Fraction(0))  # fmt: skip
    return made - (total.claim.quantity.value or Fraction(0))


def _makes(table: Table, total: int, reading: Reading, column: int) -> bool:
    terms = _terms(table, total, reading, column)
    if terms is None:
        return False
    # One figure beside dashes is its own total.
    return abs(off(*terms)) <= (room([*terms[0], terms[2]]) if len(terms[0]) >= _FEW else 0)


def _of(table: Table, total: int, reading: Reading, columns: Sequence[int], holding: frozenset[int]) -> Iterator[Sum]:
    told = {column: terms for column in columns if (terms := _terms(table, total, reading, column)) is not None}
    failing = [column for column, (parts, _, _) in told.items() if column not in holding and len(parts) >= _FEW]
    if holding and len(failing) >= _FEW and len(failing) > len(holding):
        return  # the rows are some of those that make it, and the rest did not change
    for column, terms in told.items():
        parts, signs, whole = terms
        if len(parts) < _FEW and not holding:
            continue
        lies_among = len(parts) >= _FEW and _may_be_mean(parts, whole)
        sure = (
            column in holding
            or (not holding and table.rows[total].is_bare_total)
            or (bool(holding) and not lies_among and not table.change_column(column))
        )
        yield Sum(tuple(parts), tuple(signs), whole, sure)


def _may_be_mean(parts: Sequence[Figure], total: Figure) -> bool:
    """Whether a figure lies among those above it, as a mean or a rate of all of them would."""
    values = [part.claim.quantity.value or Fraction(0) for part in parts]
    return min(values) <= (total.claim.quantity.value or Fraction(0)) <= max(values)


def _columns(table: Table) -> Iterator[Sum]:
    """Rows whose cells add up to that under a total header, where most rows do."""
    apart = {column for column in range(_width(table)) if _is_apart(table, column) or table.share_column(column)}
    totals = [column for column in range(_width(table)) if table.total_column(column) and column not in apart]
    for total in totals:
        best: tuple[list[Sum], int] | None = None
        for columns in _runs(table, total, totals, apart):
            found = [made for row in table.rows if (made := _across(row, columns, total)) is not None]
            holding = sum(abs(off(s.parts, s.signs, s.total)) <= room([*s.parts, s.total]) for s in found)
            if holding >= _FEW and 2 * holding > len(found) and (best is None or holding > best[1]):
                best = found, holding
        if best is not None:
            yield from best[0]


def _runs(table: Table, total: int, totals: Sequence[int], apart: set[int]) -> Iterator[list[int]]:
    """Columns that may make a total column: those before it, those after it, back to another total or all."""
    before = max((column for column in totals if column < total), default=-1)
    after = min((column for column in totals if column > total), default=_width(table))
    for first, last in ((before + 1, total), (0, total), (total + 1, after), (total + 1, _width(table))):
        columns = [column for column in range(first, last) if column not in apart]
        if len(columns) >= _FEW:
            yield columns


def _across(row: Row, columns: Sequence[int], total: int) -> Sum | None:
    whole = _cell(row, total)
    parts = [part for column in columns if (part := _cell(row, column)) is not None]
    if (
        whole is None
        or len(parts) < _FEW
        or row.is_mean
        or not all(_goes_with(p, whole, _has_hundred(row)) for p in parts)
    ):
        return None
    if any(_cell(row, column) is None and not row.is_nothing(column) for column in columns):
        return None
    return Sum(tuple(parts), (1,) * len(parts), whole, True)


class Share(NamedTuple):
    """Figures that are each a part of another, and not said to be all of it."""

    parts: tuple[Figure, ...]
    whole: Figure
    parallel: bool
    """Whether the same rows, by another column, stay within theirs."""


def within(table: Table) -> Iterator[Share]:
    """The rows "of which" under the row that they are part of, column by column."""
    rows = table.rows
    columns = [column for column in range(_width(table)) if not _is_apart(table, column)]
    for number, row in enumerate(rows):
        if row.is_within or row.is_less or not any(row.cells):
            continue
        inner = _inner(rows, number)
        told: list[tuple[tuple[Figure, ...], Figure]] = []
        for column in columns:
            whole = _cell(row, column)
            parts = [part for below in inner if (part := _cell(below, column)) is not None]
            if whole is None or len(parts) != len(inner) or not parts or whole.claim.quantity.kind == "percent":
                continue
            if all(_goes_with(part, whole, False) and (part.claim.quantity.value or 0) >= 0 for part in parts):
                told.append((tuple(parts), whole))
        fitting = [off(parts, (1,) * len(parts), whole) <= room([*parts, whole]) for parts, whole in told]
        for place, (figures, total) in enumerate(told):
            yield Share(figures, total, any(fitting[:place] + fitting[place + 1 :]))


def _inner(rows: Sequence[Row], number: int) -> list[Row]:
    """The rows after one that their labels, or their indentation below such a label, make parts of it."""
    found: list[Row] = []
    for row in rows[number + 1 :]:
        if row.is_within:
            found += [row] if any(row.cells) else []
        elif not (number + 1 < len(rows) and rows[number + 1].is_within and row.indent > rows[number].indent):
            break
        elif any(row.cells):
            found.append(row)
    return found
