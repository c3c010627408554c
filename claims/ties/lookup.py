"""Finding the figure that words elsewhere refer to.

A name refers back: the nearest earlier level of the right kind that carries the name. When
nothing carries it the reference stays open; values are never looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from fractions import Fraction
from math import ceil

from claims.labels import is_amount, keys, label, like
from claims.prose import Figure, Prose
from claims.ties.roles import is_level

_REACH = 40
"""Figures looked back over: beyond that a reader would not look either."""


_ENOUGH = {"zh": Fraction(3, 5), "en": Fraction(3, 4)}
"""Share of a name's keys that a label must hold to carry the name."""


def named(name: str, near: Figure, text: Prose, accept: Callable[[Figure], bool]) -> Figure | None:
    """The nearest earlier figure that `accept`s and whose label shares the name; None when none does."""
    wanted = keys(name, text.language)
    if not wanted:
        return None
    best: tuple[int, int] | None = None
    found: Figure | None = None
    at = place(near, text)
    for distance, figure in enumerate(reversed(text.figures[max(0, at - _REACH) : at])):
        if not accept(figure) or not is_level(figure, text.language):
            continue
        shared = len(wanted & keys(label(figure, text.language), text.language))
        if shared < _needed(wanted, text.language):
            continue
        rank = (shared, -distance)
        if best is None or rank > best:
            best, found = rank, figure
    return found


def alone_by_name(found: Figure, name: str, near: Figure, text: Prose, accept: Callable[[Figure], bool]) -> bool:
    """Whether no other figure of the paragraph goes by the name, where that is another paragraph than that of `near`.

    Two counts of the unemployed, each with its own source, leave open of which one a later paragraph speaks.
    """
    if found.passage.block == near.passage.block:
        return True
    wanted, value = keys(name, text.language), found.claim.quantity.value
    at = place(found, text)
    for figure in text.figures[max(0, at - _REACH) : at + _REACH]:
        if figure.passage.block != found.passage.block or figure.claim.quantity.value == value:
            continue
        shared = len(wanted & keys(label(figure, text.language), text.language))
        if shared >= _needed(wanted, text.language) and accept(figure) and is_level(figure, text.language):
            return False
    return True


def _needed(wanted: frozenset[str], language: str) -> int:
    return max(1, ceil(len(wanted) * _ENOUGH[language]))


def place(figure: Figure, text: Prose) -> int:
    """Index of the figure among all figures of the text."""
    return bisect_left(text.figures, figure.index, key=lambda f: f.index)


def same_kind(as_figure: Figure) -> Callable[[Figure], bool]:
    """Accepts amounts in the kind of unit of another figure."""

    def accept(figure: Figure) -> bool:
        claim = figure.claim
        both_means = claim.statistic == as_figure.claim.statistic == "mean"
        return like(claim, as_figure.claim) and (both_means or is_amount(claim)) and claim.statistic != "rate"

    return accept
