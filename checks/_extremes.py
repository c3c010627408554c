"""The highest or lowest of several that a paragraph tells one by one.

"The largest gift was one of 4,000 … His brother gave 5,200": the words rank a figure above all
like it, without listing them; the others are those of its kind in the sentences around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.labels import is_amount, kind_key
from claims.prose import Figure, Prose
from claims.ties.roles import is_level
from claims.wordings import Wording

_EXTREME = Wording(
    zh=r"(?:{scored})[^，。；\d]{0,2}?(?P<word>(?P<most>{most})|{least})[，,]?(?:{only})?(?:有|为|得|录得|达)?(?:{only})?$",
    en=r"\bthe (?P<word>(?P<most>{most})|{least}) (?:single )?[a-z]+(?: (?:to|from|in|of|for) [^,.;]{1,40}?)? {stays} "
    r"(?:an? [^,.;]{0,50} of |{level_lead} )?$",
)
_PLACE = Wording(zh=r"{most}|{least}", en=r"\b(?:{most}|{least})\b")
_ELSEWHERE = Wording(zh=r"{ranked_elsewhere}", en=r"\b{ranked_elsewhere}\b")
_TOTAL = Wording(zh=r"{whole_name}|平均|满分", en=r"\b(?:{whole_name})\b")
_KINDS = ("money", "percent", "count", "dimension")
_HEDGES = (None, "about", "nearly")
_LEAD = 120
"""Code points before the figure in which its place is told."""
_REACH = 1
"""Sentences on either side."""


class Extreme(NamedTuple):
    """A figure that words put above, or with `most` False below, each of the others."""

    figure: Figure
    others: list[Figure]
    most: bool
    words: tuple[int, int]
    """Where they stand in the block."""


def extremes(text: Prose) -> Iterator[Extreme]:
    """The extremes of paragraphs, with the figures of their kind near them."""
    language = text.language
    for passage in text.with_figures:
        for figure in passage.figures:
            if figure.claim.quantity.value is None or not _may_rank(figure, figure, language):
                continue
            end = figure.claim.outer.start
            found = _EXTREME[language].search(passage.folded, max(passage.start, end - _LEAD), end)
            if found is None or _ELSEWHERE[language].search(passage.folded, max(0, found.start() - 12), end):
                continue
            near = [
                other
                for p in text.passages[max(0, passage.index - _REACH) : passage.index + _REACH + 1]
                if p.block == passage.block
                for other in p.figures
                if other is not figure and _may_rank(other, figure, language)
            ]
            if near:
                yield Extreme(figure, near, found["most"] is not None, found.span("word"))


def _may_rank(figure: Figure, extreme: Figure, language: str) -> bool:
    """Whether it is a level of the kind of the extreme, told of one thing as that is."""
    claim = figure.claim
    if kind_key(claim) != kind_key(extreme.claim) or claim.quantity.value is None or not is_level(figure, language):
        return False
    if claim.quantity.kind not in _KINDS or claim.quantity.hedge not in _HEDGES:
        return False
    if figure is not extreme and _PLACE[language].search(figure.left):
        return False  # the highest bid and the lowest estimate
    if figure.before.rstrip().endswith(("(", "（")) or _TOTAL[language].search(figure.left):
        return False
    return is_amount(claim) or claim.statistic == "share"
