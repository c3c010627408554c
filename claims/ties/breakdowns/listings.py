"""共60席，執政黨31席，反對黨22席，獨立人士7席: a total, and then nothing but its entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.labels import called, like
from claims.prose import DATE_MARK, Figure, Passage, Prose, in_list
from claims.ties.breakdowns.breakdown import Breakdown, between, is_part
from claims.ties.breakdowns.entries import are_close, are_commensurate, entries_from, is_closed, may_be_entry
from claims.ties.breakdowns.near_sums import is_scaled, is_slip_apart
from claims.wordings import Wording

_FEWEST = 3
_SENTENCES_BACK = 3
_DIGITS = 3
_LABEL = {
    "zh": re.compile(r"[，、；：:,\s]*[㐀-鿿A-Za-z]{1,7}"),
    "en": re.compile(r"(?:,? and |, | )?(?:[a-z'-]+ ){1,4}", re.IGNORECASE),
}
_OF_ONE = re.compile(r"[a-z](?:'s|s') $", re.IGNORECASE)
"""What one of several spent, as the Conservatives' 3.1 million, is no whole of what the others did."""
_OVERLAPPING = Wording(zh=r"{overlapping}", en=r"\b{overlapping}\b")
"""Names of classes that others of the list may share members with, and words that turn from the whole."""


def listing(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """Three labelled entries or more, which end their sentence; the whole stands just before them."""
    language = text.language
    for first in passage.figures:
        if first.position and (first.previous is None or not _leads(first.previous, first)):
            continue
        parts = entries_from(first, language)
        if len(parts) < _FEWEST or not all(_is_entry(p, first, language) for p in parts):
            continue
        if not is_closed(parts, language) or (first.previous is None and _is_whole_itself(parts)):
            continue
        whole = first.previous or _told_before(parts, text)
        if whole is None or in_list(whole) or not all(is_part(p, whole, text) for p in parts):
            continue
        if are_commensurate(parts, whole) and like(whole.claim, first.claim):
            yield Breakdown(whole, tuple(parts), "inferred", between(first, parts[-1]), is_laid_out=True)


def _is_whole_itself(parts: list[Figure]) -> bool:
    """Whether an entry is a total, or the first that of the others: 进出口212亿元，出口131亿元，进口81亿元."""
    values = [part.claim.quantity.value or 0 for part in parts]
    return any(part.claim.statistic == "total" for part in parts) or values[0] == sum(values[1:])


def _leads(whole: Figure, first: Figure) -> bool:
    """Whether the figure before a list is called a total, in a clause of its own."""
    return whole.claim.statistic == "total" and whole.clause_start != first.clause_start


def _told_before(parts: list[Figure], text: Prose) -> Figure | None:
    """The level of the sentence before, if it is the only one; else the only one that the list comes close to."""
    first = parts[0]
    at, close = first.passage.index, list[Figure]()
    for passage in reversed(text.passages[max(0, at - _SENTENCES_BACK) : at]):
        found = [
            f for f in passage.figures if may_be_entry(f, first, text.language) and f.claim.mode == first.claim.mode
        ]
        if any(_OF_ONE.search(f.before) for f in found):
            break
        if passage.block != first.passage.block and passage.block != first.passage.block - 1:
            break
        if passage.index == at - 1 and len(found) == 1 and passage.block == first.passage.block:
            return found[0]
        close += [f for f in found if is_scaled(parts, f) or (_is_near(parts, f) and called(f.claim))]
    close = [f for f in close if is_scaled(parts, f)] or close
    return close[0] if len({f.claim.quantity.value for f in close}) == 1 else None


def _is_near(parts: list[Figure], whole: Figure) -> bool:
    return are_close(parts, whole) or is_slip_apart(parts, whole, _DIGITS)


def _is_entry(figure: Figure, first: Figure, language: str) -> bool:
    """Whether a short name and nothing else leads to the figure."""
    words = figure.left if language == "zh" else figure.before
    if figure is first and figure.previous is None:
        words = figure.passage.words(figure.passage.start, figure.claim.outer.start)
    if DATE_MARK in figure.before or _OVERLAPPING[language].search(words) or figure.claim.quantity.hedge:
        return False
    return _LABEL[language].fullmatch(words) is not None
