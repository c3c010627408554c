"""共60席，執政黨31席，反對黨22席，獨立人士7席: a total, and then nothing but its entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.breakdowns.breakdown import Breakdown, between, is_part
from claims.breakdowns.entries import are_commensurate, entries_from, is_closed, may_be_entry
from claims.labels import like
from claims.prose import DATE_MARK, Figure, Passage, Prose, in_list
from claims.roles import is_level
from claims.wordings import Wording

_FEWEST = 3
_LABEL = {
    "zh": re.compile(r"[，、；：:,\s]*[㐀-鿿A-Za-z]{1,7}"),
    "en": re.compile(r"(?:,? and |, | )?(?:[a-z'-]+ ){1,4}", re.IGNORECASE),
}
_OVERLAPPING = Wording(zh=r"{overlapping}", en=r"\b{overlapping}\b")
"""Names of classes that others of the list may share members with, and words that turn from the whole."""


def listing(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """Three labelled entries or more, which end their sentence; the whole stands just before them."""
    language = text.language
    for first in passage.figures:
        whole = first.previous
        if whole is None:
            if not first.position and passage.index:
                whole = _only_level(text.passages[passage.index - 1], first, text)
                if whole is not None and whole.passage.block != passage.block:
                    whole = None
            if whole is None:
                continue
        elif whole.claim.statistic != "total" or whole.clause_start == first.clause_start:
            continue
        parts = entries_from(first, language)
        if len(parts) < _FEWEST or not all(_is_entry(p, first, language) for p in parts):
            continue
        if not is_closed(parts, language) or not all(is_part(p, whole, text) for p in parts) or in_list(whole):
            continue
        if are_commensurate(parts, whole) and like(whole.claim, first.claim):
            yield Breakdown(whole, tuple(parts), "inferred", between(first, parts[-1]), is_laid_out=True)


def _only_level(passage: Passage, first: Figure, text: Prose) -> Figure | None:
    """The one level of a sentence that is like a figure; None when there are several."""
    found = [f for f in passage.figures if like(f.claim, first.claim) and is_level(f, text.language)]
    return found[0] if len(found) == 1 and may_be_entry(found[0], first, text.language) else None


def _is_entry(figure: Figure, first: Figure, language: str) -> bool:
    """Whether a short name and nothing else leads to the figure."""
    words = figure.left if language == "zh" else figure.before
    if figure is first and figure.previous is None:
        words = figure.passage.words(figure.passage.start, figure.claim.outer.start)
    if DATE_MARK in figure.before or _OVERLAPPING[language].search(words) or figure.claim.quantity.hedge:
        return False
    return _LABEL[language].fullmatch(words) is not None
