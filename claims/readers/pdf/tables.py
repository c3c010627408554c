"""Rows of a table by how what stands beside each other lines up.

A row has two or more runs of text with a wide gap between; two rows with figures in the same
column are a table. Rules that are drawn between rows tell which lines are one row; without them
a label goes on in the next line only where it begins with a small letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.readers.pdf.columns import Row
from claims.readers.pdf.fragments import Fragment, is_figure
from claims.readers.pdf.glyphs import Box

_YEAR = re.compile(r"(?:FY|fy|F\.?Y\.?)?\s?'?(?:19|20)\d\d(?:[-/–](?:19|20)?\d\d)?\s?[年E]?[A-Za-z]{0,2}")
_GOES_ON = re.compile(r"[a-z]|[)）]|\((?:in|net|loss|decrease|increase|unaudited|note)")
_OPEN = re.compile(r"(?:\b(?:and|of|for|to|from|in|by|the|on|with|or)|[,(（、–—])$")


_BETWEEN = 7
"""Lines of labels that two rows with figures may have between them."""


class TableRow(NamedTuple):
    """A row: its cells by column, each the lines that it has; a cell over several columns is in each of them."""

    cells: tuple[tuple[Fragment, ...], ...]
    indent: int = 0
    """Half ems by which its label stands further right than most do."""


class Table(NamedTuple):
    first: int
    """Index of the first row of the region that it takes up."""
    last: int
    """One past its last."""
    rows: list[TableRow]


def tables_of(rows: Sequence[Row], rules: Sequence[float]) -> list[Table]:
    """The tables among the rows of a region; `rules` are heights of lines drawn between rows, from the top."""
    found: list[Table] = []
    at = 0
    left, right = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    while at < len(rows):
        last = None if len(rows[at]) < 2 or _is_spread(rows[at], left, right) else _end(rows, at)
        if last is None:
            at += 1
            continue
        first = _start(rows, at, found[-1].last if found else 0, last)
        found.append(Table(first, last, _built(rows[first:last], rules)))
        at = last
    return found


def _end(rows: Sequence[Row], at: int) -> int | None:
    """One past the last row of the table that begins at this one; None where none does."""
    last, figures, index = at + 1, int(_has_figure(rows[at])), at + 1
    body = [rows[at]]
    while index < len(rows) and index - last < _BETWEEN:
        row, before = rows[index], rows[index - 1]
        em = max(row[0].em, before[0].em)
        if before[0].base - row[0].base > 4 * em:
            break
        if len(row) > 1:
            if not any(_line_up(row, other) for other in body[-3:]):
                break
            body.append(row)
            figures += _has_figure(row)
            last = index + 1
        elif (index > last and not _is_within(row[0], body)) or (len(row) == 1 and not _is_within(row[0], body)):
            break
        index += 1
    if len(body) < 2 or figures < 2 or _is_prose(rows, body):
        return None
    while last < len(rows) and len(rows[last]) == 1 and _is_wrapped(rows[last][0], rows[last - 1], body):
        last += 1
    return last


def _is_prose(rows: Sequence[Row], body: Sequence[Row]) -> bool:
    """Whether most rows are lines of prose, spread to fill a narrow column: their gaps are all alike."""
    left, right = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    return sum(_is_spread(row, left, right) for row in body) > 0.5 * len(body)


def _is_spread(row: Row, left: float, right: float) -> bool:
    em = row[0].em
    if row[0].left - left > 2.5 * em or right - row[-1].right > 0.5 * em:
        return False
    gaps = [after.left - before.right for before, after in pairwise(row)]
    return max(gaps) < (4 if len(gaps) > 1 else 1.6) * em and max(gaps) - min(gaps) < 0.12 * em


def _is_wrapped(one: Fragment, before: Row, body: Sequence[Row]) -> bool:
    """Whether a line below the last row goes on its label."""
    near = before[0].base - one.base < 1.5 * one.em
    return near and abs(one.left - before[0].left) < 2 * one.em and _goes_on(before[0], one) and _is_within(one, body)


def _start(rows: Sequence[Row], at: int, least: int, last: int) -> int:
    """Where its header begins: lines right above it that stand over its columns."""
    labels = [row[0].right for row in rows[at:last] if len(row) > 1 and not row[0].figure]
    edge = min(labels, default=float("inf"))
    first, at_least = at, max(least, at - 12)
    left, right = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    for above in range(at - 1, at_least - 1, -1):
        row, below = rows[above], rows[above + 1]
        if row[-1].base - below[0].base > 1.8 * below[0].em or (len(row) > 1 and _is_spread(row, left, right)):
            break
        if all(one.left > edge for one in row):
            first = above
        elif len(row) > 1 and row[0].right < edge + 2 * row[0].em and all(one.left > edge for one in row[1:]):
            first = above  # a label above those of the rows
        elif len(row) > 1 or first - above > 3 or not _is_within(row[0], [r for r in rows[at:last] if len(r) > 1]):
            break
    return first


def _has_figure(row: Row) -> bool:
    return any(one.figure for one in row)


def _is_within(one: Fragment, body: Sequence[Row]) -> bool:
    """Whether a line alone is as narrow as a cell: it ends before the last column does."""
    right = max(row[-1].right for row in body)
    last = min(row[-1].left for row in body if len(row) > 1)
    left = min(row[0].left for row in body)
    return one.right < max(last, right - 4 * one.em) and one.right - one.left < 0.85 * (right - left)


def _line_up(row: Row, other: Row) -> bool:
    """Whether two rows have a column in common beside that of the labels."""
    return any(
        abs(one.right - two.right) < 0.7 * one.em
        or (one.left < two.right and two.left < one.right and one.right - one.left < 12 * one.em)
        for one in row[1:]
        for two in other[1:]
    )


def _built(rows: Sequence[Row], rules: Sequence[float]) -> list[TableRow]:
    columns = _columns(rows)
    rows = [[part for one in row for part in _parted(one, columns)] for row in rows]
    bands = _bands(rows, columns, rules)
    built: list[TableRow] = []
    edge = _label_edge(bands, columns)
    for band in bands:
        cells: list[list[Fragment]] = [[] for _ in columns]
        for row in band:
            for one, covered in zip(row, _shared_out(row, columns, len(band) == 1 and not _is_body(row)), strict=True):
                for column in covered:
                    cells[column].append(one)
        label = cells[0][0] if cells[0] and edge is not None else None
        indent = round(2 * (label.left - edge) / label.em) if label is not None and edge is not None else 0
        built.append(TableRow(tuple(map(tuple, cells)), max(indent, 0)))
    return built


def _label_edge(bands: Sequence[Sequence[Row]], columns: Sequence[tuple[float, float]]) -> float | None:
    """Where labels begin that are not indented; None where they do not stand flush, as centred ones."""
    labels = [band[0][0] for band in bands if 0 in _covered(band[0][0], columns)]
    edge = min((label.left for label in labels), default=0.0)
    flush = sum(label.left - edge < 0.3 * label.em for label in labels)
    return edge if flush > 0.35 * len(labels) else None


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Left and right edges of the columns, from the rows that have the most cells."""
    columns: list[list[float]] = []
    for row in sorted((row for row in rows if len(row) > 1), key=len, reverse=True):
        for one in row:
            touched = [c for c in columns if c[0] < one.right and one.left < c[1]]
            if not touched:
                columns.append([one.left, one.right])
            elif len(touched) == 1:
                touched[0][0], touched[0][1] = min(touched[0][0], one.left), max(touched[0][1], one.right)
        columns.sort()
    return [(left, right) for left, right in columns]


def _covered(one: Fragment, columns: Sequence[tuple[float, float]]) -> list[int]:
    """The columns that a run of text stands in, at least one."""
    touched = []
    own_left, own_right = one.left, one.right
    for at, (left, right) in enumerate(columns):
        if left < own_right and own_left < right:
            shared = (own_right if own_right < right else right) - (own_left if own_left > left else left)
            if shared > 0.25 * min(own_right - own_left, right - left):
                touched.append(at)
    if len(touched) > 1 and 0 in touched and one.left - columns[0][0] < 2 * one.em:
        return [0]  # a long label
    if not touched:
        touched = [min(range(len(columns)), key=lambda at: max(columns[at][0] - one.right, one.left - columns[at][1]))]
    return touched


def _parted(one: Fragment, columns: Sequence[tuple[float, float]]) -> list[Fragment]:
    """Figures that stand so close that no gap parts them, as many as the columns that they fill."""
    words = one.text.split(" ")
    if len(words) < 2 or len(one.runs) > 1 or not all(map(is_figure, words)):
        return [one]
    covered = _covered(one, columns)
    if len(covered) != len(words) or one.right - one.left < 0.3 * one.em * len(one.text):
        return [one]
    parts, at = [], one.runs[0][0]
    for word, column in zip(words, covered, strict=True):
        left, right = columns[column]
        part = one._replace(
            text=word, runs=((at, at + len(word)),), left=max(left, one.left), right=min(right, one.right)
        )
        parts.append(part._replace(figure=True))
        at += len(word) + 1
    return parts


def _shared_out(row: Row, columns: Sequence[tuple[float, float]], header: bool) -> list[list[int]]:
    """The columns of each run of text; only what stands over several in a header is a cell of each."""
    covered = [_covered(one, columns) for one in row]
    nearest = [_nearest(one, columns, touched) for one, touched in zip(row, covered, strict=True)]
    if not header:
        return [[column] for column in nearest]
    return [
        [column for column in touched if column == own or column not in nearest]
        for own, touched in zip(nearest, covered, strict=True)
    ]


def _nearest(one: Fragment, columns: Sequence[tuple[float, float]], covered: Sequence[int]) -> int:
    """The column of several that a run of text shares most with."""
    return max(covered, key=lambda at: min(one.right, columns[at][1]) - max(one.left, columns[at][0]))


def _is_body(row: Row) -> bool:
    """Whether a row has a figure that is no year, as a header has none."""
    return any(one.figure and not _YEAR.fullmatch(one.text) for one in row)


def _bands(rows: Sequence[Row], columns: Sequence[tuple[float, float]], rules: Sequence[float]) -> list[list[Row]]:
    """Rows of text put together that are one row of the table."""
    ruled = _ruled(rows, columns, rules)
    if ruled is not None:
        return ruled
    bands: list[list[Row]] = []
    header = True
    for row in rows:
        covered = [_covered(one, columns) for one in row]
        labelled = any(0 in touched for touched in covered)
        spans = any(len(touched) > 1 for touched in covered)
        body = _is_body(row)
        if bands:
            before = bands[-1][-1]
            near = before[0].base - row[0].base < 0.75 * row[0].em
            alone = len(row) == 1 and labelled and before[0].base - row[0].base < 1.6 * row[0].em
            # A header's lines are one row, but for what stands over several columns.
            stacked = header and not body and not spans and not labelled
            stacked = stacked and not any(len(_covered(one, columns)) > 1 for one in before)
            if near or stacked or (alone and not header and _goes_on(before[0], row[0])):
                bands[-1].append(row)
                header = header and not body
                continue
        bands.append([row])
        header = header and not body
    return _joined_labels(bands)


def _joined_labels(bands: list[list[Row]]) -> list[list[Row]]:
    """Labels whose first line stands above the figures: "Income attributable to / owners   1,234"."""
    joined: list[list[Row]] = []
    for band in bands:
        if joined and len(joined[-1]) == 1 and len(joined[-1][0]) == 1:
            above, below = joined[-1][0][0], band[0][0]
            small = re.match(r"[a-z]", below.text) is not None or _OPEN.search(above.text) is not None
            if small and abs(above.left - below.left) < 1.5 * below.em and above.base - below.base < 1.6 * below.em:
                joined[-1] += band
                continue
        joined.append(band)
    return joined


def _goes_on(before: Fragment, one: Fragment) -> bool:
    return _GOES_ON.match(one.text) is not None or _OPEN.search(before.text) is not None


def _ruled(
    rows: Sequence[Row], columns: Sequence[tuple[float, float]], rules: Sequence[float]
) -> list[list[Row]] | None:
    """Rows by the rules between them; None where these part too few of them."""
    top, bottom = rows[0][0].base + rows[0][0].em, rows[-1][0].base
    inside = sorted(-rule for rule in rules if bottom < rule < top)
    if len(inside) < 2:
        return None
    bands: dict[int, list[Row]] = {}
    for row in rows:
        bands.setdefault(bisect_left(inside, -row[0].base), []).append(row)
    for band in bands.values():
        counts = [0] * len(columns)
        for row in band:
            for one in row:
                if one.figure and not _YEAR.fullmatch(one.text):
                    counts[_covered(one, columns)[0]] += 1
        if max(counts) > 1:
            return None
    return list(bands.values())


def heights_of(rules: Sequence[Box]) -> list[float]:
    """Heights of the rules that lie, each once, whichever pieces they were drawn in."""
    heights: list[float] = []
    for left, bottom, right, top in sorted(rules, key=lambda box: box[1]):
        middle = (bottom + top) / 2
        if right - left > 10 and top - bottom < 3 and (not heights or middle - heights[-1] > 2):
            heights.append(middle)
    return heights
