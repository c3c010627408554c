"""A 12, B 30, in all 42: a total after its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.labels import like
from claims.prose import Figure, Passage, Prose
from claims.ties.breakdowns.breakdown import Breakdown
from claims.ties.roles import is_level
from claims.wordings import Wording

_TOTAL_BEFORE = Wording(zh=r"{total_last}{amounting}?$", en=r"\b{total_last}\s*$")
_TOTAL_AFTER = Wording(en=r"^[^,.;]{0,24}\b{total_after}\b")
_AFTER_COMMA = re.compile(r"[^.;]{0,30}, (?:making )?")
_GAP = Wording(zh=r"^[^。]{0,22}$", en=r"^[^.]{0,60}$")
_UNCOUNTED = Wording(zh=r"一{one_counter}", en=r"\b{one}\s+[a-z]+(?=,| and| or)")
"""An entry without a figure of its own: "two teachers and a caretaker"."""
_OPENS_LIST = Wording(zh=r"[:：(（]|{of_which}", en=r"[:(]|\b{of_which}\b")
_LONGEST_LEAD = 34
_MOST = 20
"""Entries that a sentence can lead up to a total with."""


def total_last(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """The levels that lead up to a figure which words call the total, when all entries have a figure."""
    for total in passage.figures[2:]:
        cue = total_cue(total, text.language)
        if cue is None:
            continue
        parts = _parts(total, text)
        if len(parts) > 2 and parts[0].claim.quantity.value == total.claim.quantity.value:
            parts = parts[1:]  # a total told first, and again at the end
        if not 2 <= len(parts) <= _MOST or any(total_cue(part, text.language) for part in parts):
            continue
        if not _UNCOUNTED.either.search(passage.folded[parts[0].clause_start : total.claim.outer.start]):
            yield Breakdown(total, tuple(parts), "stated", cue)


def total_cue(total: Figure, language: str) -> tuple[int, int, int] | None:
    """The words that call the figure a total, before it or, after a comma, behind it; None without."""
    passage = total.passage
    start = total.previous.claim.outer.end if total.previous else passage.start
    lead = passage.folded[start : total.claim.outer.start]
    if len(lead) > _LONGEST_LEAD:
        return None
    before = _TOTAL_BEFORE[language].search(lead.rstrip())
    if before is not None:
        return passage.block, start + before.start(), start + before.end()
    comma = _AFTER_COMMA.fullmatch(lead)
    if comma is None or not _TOTAL_AFTER[language].match(total.right):
        return None
    return passage.block, start + lead.index(","), start + lead.index(",") + 1


def _parts(total: Figure, text: Prose) -> list[Figure]:
    """The levels just before the total that are like it, no more than a label apart."""
    parts: list[Figure] = []
    for figure in reversed(total.passage.figures[: total.position]):
        apart = bool(parts) and not _GAP[text.language].match(figure.after)
        if apart or not like(figure.claim, total.claim) or not is_level(figure, text.language):
            break
        if parts and _OPENS_LIST[text.language].search(figure.after):
            break  # a total told before its parts, and again after them
        parts.append(figure)
        if len(parts) > _MOST:
            break
    return parts[::-1]
