"""Columns of a table that hold changes between two others, or shares of a total.

A header says that a column holds changes; between which two levels, its years say, or that
there are but two. Where labels leave several pairs, the one that fits most rows is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from typing import NamedTuple

from claims.labels import like
from claims.prose import Figure
from claims.tables import Row, Table

_HUNDRED = Fraction(100)
_HALF = Fraction(1, 2)
_FEW = 2
_NEAR = 4
"""Columns of levels on either side of a change among which its two are looked for."""


class Change(NamedTuple):
    """A change in its row, and the levels that it lies between."""

    old: Figure
    new: Figure
    change: Figure
    rate: bool
    """Whether it is in percent of the old level."""


class Part(NamedTuple):
    """A share in its row, the part, and the whole that stands in the total row."""

    part: Figure
    whole: Figure
    share: Figure


def changes(table: Table) -> Iterator[Change]:
    """The changes of a table, column by column."""
    width = max((len(row.cells) for row in table.rows), default=0)
    years = [years_of(table, column) for column in range(width)]
    changed = [column for column in range(width) if table.change_column(column) and not table.share_column(column)]
    levels = [column for column in range(width) if column not in changed and _is_level(table, column)]
    moves = [column for column in changed if not table.adjusted_column(column)]
    for column in moves:
        pairs = _told(table, column, levels, moves, years)
        stated = len(pairs) == 1
        if not pairs:
            near = sorted(levels, key=lambda level: abs(level - column))[:_NEAR]
            pairs = [(a, b) for a, b in permutations(sorted(near), 2) if abs(levels.index(a) - levels.index(b)) == 1]
        best, most = None, 0
        # Bare figures under "growth" may be either; the rows tell.
        told = table.tells_percent(column)
        for rate in (True,) if told else (False, True) if table.percent_column(column) else (False,):
            for pair in pairs:
                found = list(_in_rows(table, pair, column, rate))
                holding = sum(map(fits, found))
                if holding >= _FEW and 2 * holding > len(found) and holding > most:
                    best, most = found, holding
        if best is not None:
            yield from (change for change in best if not fits(change) or not change.rate or _is_exact(change))
        elif stated and told and len(levels) == _FEW and len(moves) == 1:
            yield from _in_rows(table, pairs[0], column, True)


def years_of(table: Table, column: int) -> tuple[str, ...]:
    """The years that head a column, in the order in which they are told."""
    return table.all_years(column)


def _is_level(table: Table, column: int) -> bool:
    figures = [row.cells[column] for row in table.rows if column < len(row.cells)]
    kinds = [figure.claim.quantity.kind for figure in figures if figure is not None]
    return bool(kinds) and 2 * kinds.count("percent") <= len(kinds)


def _told(
    table: Table, column: int, levels: Sequence[int], moves: Sequence[int], years: Sequence[tuple[str, ...]]
) -> list[tuple[int, int]]:
    """The pair of old and new that headers name: two years of the column's own, or two columns in all."""
    own = years[column]
    if len(own) == _FEW:
        found = [[level for level in levels if years[level][-1:] == (year,)] for year in sorted(own)]
        return [(found[0][0], found[1][0])] if all(len(f) == 1 for f in found) else []
    before = [level for level in levels if level < column]
    if len(before) < _FEW or (column - before[-1] != 1 and any(level > column for level in levels)):
        return []
    first, second = before[-2:]
    if second - first != 1:
        return []
    one, other = years[first][-1:], years[second][-1:]
    if one and other and one != other:
        return [(second, first)] if one > other else [(first, second)]
    if table.is_prior(first) != table.is_prior(second):
        return [(second, first)] if table.is_prior(second) else [(first, second)]
    return []


def _in_rows(table: Table, pair: tuple[int, int], column: int, rate: bool) -> Iterator[Change]:
    for row in table.rows:
        if rate and row.is_rate:
            continue
        old, new, change = (_cell(row, place) for place in (*pair, column))
        if old is None or new is None or change is None or not _alike(old, new):
            continue
        in_percent = change.claim.quantity.kind == "percent"
        if in_percent and not rate:
            continue
        if old.claim.quantity.kind == "percent" and rate:
            continue
        low = old.claim.quantity.value or Fraction(0)
        high = new.claim.quantity.value or Fraction(0)
        if rate and (low <= 0 or high < 0):
            continue  # nobody agrees on how a loss grows
        yield Change(old, new, change, rate)


def _is_exact(found: Change) -> bool:
    """Whether a rate is what its levels make as they are written, rounded as it is itself."""
    old, new, told = (f.claim.quantity for f in (found.old, found.new, found.change))
    low, high, change = (q.value or Fraction(0) for q in (old, new, told))
    room = told.step * _HALF if told.kind == "percent" or told.rounding == "digit" else 0
    return abs((high - low) / low * _HUNDRED - change) <= room


def fits(found: Change) -> bool:
    """Whether a change is what its levels make, within what rounding allows."""
    old, new, told = (f.claim.quantity for f in (found.old, found.new, found.change))
    low, high, change = (q.value or Fraction(0) for q in (old, new, told))
    room = (old.step + new.step) * _HALF
    if not found.rate:
        return abs(high - low - change) <= room + told.step * _HALF
    if not low:
        return False
    slack = (new.step + old.step * abs(high / low)) * _HALF / abs(low) * _HUNDRED
    return abs((high - low) / low * _HUNDRED - change) <= told.step * _HALF + slack


def _alike(a: Figure, b: Figure) -> bool:
    kinds = {a.claim.quantity.kind, b.claim.quantity.kind}
    return like(a.claim, b.claim) or kinds == {"number", "money"}


def _cell(row: Row, column: int) -> Figure | None:
    figure = row.cells[column] if column < len(row.cells) else None
    return figure if figure is not None and figure.claim.quantity.value is not None else None


def shares(table: Table) -> Iterator[Part]:
    """The shares of a column of shares, where most rows bear out which column they are taken of.

    The whole is the figure in the row whose share is 100.
    """
    width = max((len(row.cells) for row in table.rows), default=0)
    for column in range(width):
        if not (table.share_column(column) or table.percent_column(column)):
            continue
        wholes = [row for row in table.rows if row.is_total and _is_hundred(_cell(row, column))]
        if len(wholes) != 1:
            continue
        end = table.rows.index(wholes[0])
        levels = [c for c in range(width) if c != column and _is_level(table, c) and not table.percent_column(c)]
        best, most = None, 0
        for level in sorted(levels, key=lambda c: abs(c - column)):
            whole = _cell(wholes[0], level)
            found = [
                Part(part, whole, share) for row in table.rows[:end]
                if whole is not None and (part := _cell(row, level)) is not None
                and (share := _cell(row, column)) is not None and _alike(part, whole)
            ]  # fmt: skip
            holding = sum(_is_share(part) for part in found)
            if holding >= _FEW and 2 * holding > len(found) and holding > most:
                best, most = found, holding
        yield from best or ()


def _is_hundred(figure: Figure | None) -> bool:
    return figure is not None and figure.claim.quantity.value == _HUNDRED


def _is_share(found: Part) -> bool:
    part, whole, share = (f.claim.quantity for f in found)
    of = whole.value or Fraction(0)
    if not of:
        return False
    slack = (part.step + whole.step) * _HALF / abs(of) * _HUNDRED
    return abs((part.value or 0) / of * _HUNDRED - (share.value or 0)) <= share.step * _HALF + slack
