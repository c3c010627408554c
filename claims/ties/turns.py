"""Profits turned into losses and back, 由盈轉虧 and 扭虧為盈, beside figures that say which they are.

A figure is a loss by its sign or by the word just before it, a gain by 盈利 before it; the words
of the turn say which of the two, now and before, must be which.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.prose import Figure, Passage, Prose
from claims.ties.roles import role
from claims.wordings import Wording

_TURN = Wording(zh=r"(?P<gain>{turned_to_gain})|{turned_to_loss}")
_IS_LOSS = Wording(zh=r"(?:{is_loss})(?:{realised}|约|为|了|人民币)*$")
_IS_GAIN = Wording(zh=r"(?:{is_gain})(?:{realised}|约|为|了|人民币)*$")
_THEN = Wording(zh=r"(?:{earlier}|同期)[^，,；。]{0,16}$")


class Turn(NamedTuple):
    """A figure beside the words of a turn; `gain` as they have it, `told` as its own words have it."""

    figure: Figure
    gain: bool
    told: bool
    words: tuple[int, int]


def turns(text: Prose) -> Iterator[Turn]:
    """The figures of each sentence with one turn of which their own words say what they are."""
    if text.language != "zh":
        return
    for passage in text.with_figures:
        found = list(_TURN["zh"].finditer(passage.folded, passage.start, passage.end))
        if len(found) != 1:
            continue
        for figure in _told(passage, found[0].start()):
            told = _is_gain(figure)
            if told is not None:
                now = role(figure, "zh") != "base" and not _THEN["zh"].search(figure.left)
                yield Turn(figure, (found[0]["gain"] is not None) == now, told, found[0].span())


def _told(passage: Passage, end: int) -> list[Figure]:
    """The sums of money before the turn, changes aside."""
    return [
        f for f in passage.figures
        if f.claim.quantity.kind == "money" and f.claim.local.end <= end and role(f, "zh") != "change"
        and f.claim.quantity.value is not None
    ]  # fmt: skip


def _is_gain(figure: Figure) -> bool | None:
    """Whether it is a gain; False for a loss, None where nothing says."""
    if (figure.claim.quantity.value or 0) < 0:
        return False
    if _IS_LOSS["zh"].search(figure.left):
        return False
    return True if _IS_GAIN["zh"].search(figure.left) else None
