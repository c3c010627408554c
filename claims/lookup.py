"""Finding the figure that words elsewhere refer to.

A name refers back: the nearest earlier level of the right kind that carries the name. When
nothing carries it the reference stays open; values are never looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil

from claims.labels import keys, label, like
from claims.prose import Figure, Prose
from claims.roles import role

_REACH = 40
"""Figures looked back over: beyond that a reader would not look either."""


def named(name: str, near: Figure, text: Prose, accept: Callable[[Figure], bool]) -> Figure | None:
    """The nearest earlier figure that `accept`s and whose label shares the name; None when none does."""
    wanted = keys(name, text.language)
    if not wanted:
        return None
    best: tuple[int, int] | None = None
    found: Figure | None = None
    at = place(near, text)
    for distance, figure in enumerate(reversed(text.figures[max(0, at - _REACH) : at])):
        if not accept(figure) or role(figure, text.language) != "level":
            continue
        shared = len(wanted & keys(label(figure, text.language), text.language))
        if shared < _needed(wanted, text.language):
            continue
        rank = (shared, -distance)
        if best is None or rank > best:
            best, found = rank, figure
    return found


def _needed(wanted: frozenset[str], language: str) -> int:
    share = Fraction(3, 5) if language == "zh" else Fraction(3, 4)
    return max(1, ceil(len(wanted) * share))


def place(figure: Figure, text: Prose) -> int:
    """Index of the figure among all figures of the text."""
    low, high = 0, len(text.figures)
    while low < high:
        middle = (low + high) // 2
        if text.figures[middle].index < figure.index:
            low = middle + 1
        else:
            high = middle
    return low


def same_kind(as_figure: Figure) -> Callable[[Figure], bool]:
    """Accepts levels in the kind of unit of another figure."""

    def accept(figure: Figure) -> bool:
        stat = figure.claim.statistic
        return like(figure.claim, as_figure.claim) and stat not in ("mean", "growth", "difference", "share", "rate")

    return accept
