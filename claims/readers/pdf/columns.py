"""In which order the parts of a page are read: columns of prose one after the other.

A gutter is where many lines begin beside lines that end before it. Whatever reaches across
it, a headline or a wide table, parts the page into what is above and below. Columns of a table
are no columns of prose, so both sides of a gutter must be prose, or one a wall of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claims.readers.pdf.fragments import Fragment

Row = list[Fragment]
"""Fragments on one base line, from left to right."""
_DEEPEST = 12
"""Columns within columns."""
_EDGES = 16
"""Edges that are tried as gutters; those at which most lines begin."""


def rows_of(fragments: Sequence[Fragment]) -> list[Row]:
    """Fragments of one region by their base lines, from top to bottom."""
    rows: list[Row] = []
    for fragment in sorted(fragments, key=lambda one: (-one.base, one.left)):
        if rows and rows[-1][0].base - fragment.base < 0.4 * min(fragment.em, rows[-1][0].em):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda one: one.left)
    return rows


def regions_of(fragments: list[Fragment], depth: int = 0) -> list[list[Fragment]]:
    """The fragments of a page as regions without columns of prose, in reading order."""
    found = _gutter(fragments) if depth < _DEEPEST and len(fragments) > 5 else None
    if found is None:
        return [fragments]
    left, right, top = found[:3]
    inside = {id(one) for one in (*left, *right)}
    rest = [one for one in fragments if id(one) not in inside]
    above = [one for one in rest if one.base >= top]
    below = [one for one in rest if one.base < top]
    regions = regions_of(above, depth + 1) if above else []
    regions += regions_of(left, depth + 1) + regions_of(right, depth + 1)
    return regions + (regions_of(below, depth + 1) if below else [])


def _gutter(fragments: list[Fragment]) -> tuple[list[Fragment], list[Fragment], float, float] | None:
    """What stands on either side of the best gutter, and the heights between which it runs."""
    if sum(one.figure for one in fragments) > 0.8 * len(fragments):
        return None  # all of it is a table
    edges = Counter(round(one.left / 2) for one in fragments)
    first = min(one.left for one in fragments)
    best: tuple[int, list[Fragment], list[Fragment], float, float] | None = None
    ordered = sorted(fragments, key=lambda one: -one.base)
    for edge, _ in edges.most_common(_EDGES):
        x = 2 * edge - 1.0
        if x <= first + 20:
            continue
        for left, right, top, bottom in _bands(ordered, x):
            size = min(len(left), len(right))
            if (best is None or size > best[0]) and _are_columns(left, right):
                best = (size, left, right, top, bottom)
    return best[1:] if best else None


def _bands(ordered: list[Fragment], x: float) -> Iterator[tuple[list[Fragment], list[Fragment], float, float]]:
    """Between what reaches across `x`, from the top: what stands on either side, and the heights of the ends."""
    left: list[Fragment] = []
    right: list[Fragment] = []
    top = float("inf")
    for one in ordered:
        edge = x - 0.2 * one.em
        if one.right <= edge:
            left.append(one)
        elif one.left >= edge:
            right.append(one)
        else:
            if left and right and len(left) + len(right) > 4:
                yield left, right, top, one.base
            left, right, top = [], [], one.base
    if left and right and len(left) + len(right) > 4:
        yield left, right, top, float("-inf")


def _are_columns(left: list[Fragment], right: list[Fragment]) -> bool:
    beside = min(max(o.base for o in left), max(o.base for o in right)) - max(
        min(o.base for o in left), min(o.base for o in right)
    )
    few = min(len(left), len(right)) < 3
    if beside < (-0.5 if few else 1.5) * left[0].em:
        return False
    if few:
        # The end of a text beside a full column.
        small, large = sorted((left, right), key=len)
        wide = max(one.right for one in large) - min(one.left for one in large)
        return _prose(large) > 1 and max(one.right - one.left for one in small) > 0.5 * wide
    if min(_full(left), _full(right)) > 2:
        return True
    if _is_level(left, right) or _is_level(right, left):
        return False
    one, other = _prose(left), _prose(right)
    return (one > 0 and other > 0) or one > 1 or other > 1


def _full(side: list[Fragment]) -> int:
    """How many lines of prose fill the side, as cells of a table do not."""
    width = max(one.right for one in side) - min(one.left for one in side)
    return sum(one.right - one.left > max(0.8 * width, 9 * one.em) for one in side)


def _is_level(side: list[Fragment], other: list[Fragment]) -> bool:
    """Whether one side is figures on the base lines of the other: the columns of a table."""
    figures = sum(one.figure for one in side)
    if figures < 0.6 * len(side):
        return False
    heights = {round(one.base) + by for one in other for by in (-1, 0, 1)}
    return sum(round(one.base) in heights for one in side) > 0.5 * len(side)


def _prose(side: list[Fragment]) -> int:
    """2 for a wall of prose, whose lines end where there is no more room; 1 for what may be prose; else 0."""
    every = rows_of(side)
    rows = [row for row in every if not any(one.figure for one in row)]
    if len(rows) < 3 or len(rows) < 0.25 * len(every):
        return 0
    first, last = min(one.left for one in side), max(one.right for one in side)
    width, em = last - first, side[len(side) // 2].em
    filled = sum(one.right - one.left for row in rows for one in row) / (len(rows) * width or 1.0)
    begun = sum(row[0].left < first + 2.6 * em for row in rows)
    if width < 7 * em or filled < 0.5 or begun < 0.7 * len(rows):
        return 0
    full = sum(row[-1].right > last - 1.5 * em for row in rows)
    return 2 if len(rows) > 3 and full >= 0.6 * len(rows) and filled > 0.6 else 1
