"""The table behind the prose: subjects and measures down the side, periods across."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from reports._html_article import Figure

COLUMNS = 5
"""At most so many periods get a column of their own; the rest share one."""
OTHER = "…"


class Row(msgspec.Struct, frozen=True):
    """One measure of a subject, of one kind of statistic."""

    measure: str
    detail: tuple[str, ...]
    """Keys of labels: its statistic and its mode."""
    scope: str
    cells: tuple[tuple[tuple[Figure, str], ...], ...]
    """For each column the figures in it, each with its period where the column does not say it."""


class Group(msgspec.Struct, frozen=True):
    """A subject and its rows."""

    subject: str
    rows: tuple[Row, ...]


class Table(msgspec.Struct, frozen=True):
    """All figures that have a place; those without one are listed."""

    periods: tuple[str, ...]
    """Columns; "" where no period is known, `OTHER` for the rest."""
    groups: tuple[Group, ...]
    unplaced: tuple[Figure, ...]


def behind(figures: Iterable[Figure]) -> Table:
    """Lay the figures of one draft out; linear in their number, as columns are few."""
    placed: list[Figure] = []
    unplaced: list[Figure] = []
    for figure in figures:
        claim = figure.claim
        known = claim.subject or claim.measure or claim.counted
        (placed if known else unplaced).append(figure)
    counts = Counter(f.claim.period for f in placed if f.claim.period)
    common = sorted(period for period, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:COLUMNS])
    columns = [*common]
    if len(counts) > len(common):
        columns.append(OTHER)
    if any(not f.claim.period for f in placed):
        columns.append("")
    column_of = {period: n for n, period in enumerate(columns)}
    groups: dict[str, dict[tuple[str, tuple[str, ...], str], list[list[tuple[Figure, str]]]]] = {}
    for figure in placed:
        claim = figure.claim
        mode = f"mode_{claim.mode}" if claim.mode != "actual" else ""
        statistic = f"statistic_{claim.statistic}" if claim.statistic else ""
        key = (claim.measure or claim.counted, tuple(part for part in (statistic, mode) if part), claim.scope)
        cells = groups.setdefault(claim.subject, {}).setdefault(key, [[] for _ in columns])
        period = claim.period if claim.period in column_of else OTHER
        cells[column_of[period]].append((figure, claim.period if period == OTHER else ""))
    return Table(
        tuple(columns),
        tuple(
            Group(subject, tuple(Row(*key, tuple(tuple(cell) for cell in cells)) for key, cells in rows.items()))
            for subject, rows in groups.items()
        ),
        tuple(unplaced),
    )
