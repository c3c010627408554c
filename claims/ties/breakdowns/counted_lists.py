"""两期工程总投资120亿元，一期45亿元，二期75亿元: as many amounts as things are announced."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claims.labels import called, like
from claims.prose import Figure, Passage, Prose, in_list
from claims.ties.breakdowns.breakdown import Breakdown, between, is_part
from claims.ties.breakdowns.entries import are_commensurate, entries_from, is_closed, may_be_entry
from claims.ties.roles import is_level
from claims.wordings import Wording

_MOST = 12
_FEWEST = 3
"""Entries that may be of a whole which no word calls the total."""
_FAR = 14
"""Code points between the number and what is counted out."""
_EMPTY = Wording(
    zh=r"{respectively}|{entry_by_entry}|{each_amounting}|[^㐀-鿿]", en=r"[^a-z]|\b(?:gave|made|were|was|of|for|are)\b"
)
_TOTAL_AFTER = Wording(
    zh=r"^[，,；]\s*(?:{all_through}|{total_last})[^，。；]{0,4}$",
    en=r"\b(?:for a )?total of $",
)
_OVERLAPPING = Wording(zh=r"{overlapping}", en=r"\b{overlapping}\b")


def counted_list(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """Just so many like amounts after a number of things, and the whole that stands around them or before."""
    for announcing in passage.figures:
        size = _announced(announcing)
        following = announcing.next
        if not size or following is None or like(following.claim, announcing.claim):
            continue
        if text.language == "zh" and len(announcing.after) > _FAR:
            continue
        for first in (following, following.next):
            if first is None or not may_be_entry(first, first, text.language):
                continue
            parts = entries_from(first, text.language)
            total = parts[size] if len(parts) == size + 1 and _is_total(parts[size], text.language) else None
            parts = parts[:size] if total is not None else parts
            words = passage.folded[first.clause_start : parts[-1].claim.local.start]
            if len(parts) != size or _OVERLAPPING[text.language].search(words):
                continue
            if total is None and not is_closed(parts, text.language):
                continue
            whole = total or _whole(announcing, parts, text)
            if whole is not None and are_commensurate(parts, whole):
                yield Breakdown(whole, tuple(parts), "inferred", between(announcing, first), is_laid_out=True)
                return


def _announced(figure: Figure) -> int:
    """How many things a figure announces; 0 when it announces none."""
    q = figure.claim.quantity
    quarters = q.kind == "duration" and ("季" in figure.claim.quote or "quarter" in figure.claim.quote)
    if (q.kind != "count" and not quarters) or q.hedge or q.value is None:
        return 0
    value = q.value / 3 if q.unit == "month" and quarters else q.value
    return int(value) if value.denominator == 1 and 2 <= value <= _MOST else 0


def _is_total(figure: Figure, language: str) -> bool:
    return figure.claim.statistic == "total" or _TOTAL_AFTER[language].search(figure.before) is not None


def _whole(announcing: Figure, parts: list[Figure], text: Prose) -> Figure | None:
    """The total between the number and its list, else the nearest level before the number, if nothing rivals it."""
    first = parts[0]
    before = first.previous
    if before is not None and before is not announcing:
        return before if before.claim.statistic == "total" and _may_be(before, parts, text) else None
    pool = [f for f in announcing.passage.figures[: announcing.position] if like(f.claim, first.claim)]
    if not pool and announcing.passage.index:
        earlier = text.passages[announcing.passage.index - 1]
        if earlier.block == announcing.passage.block:
            pool = [f for f in earlier.figures if like(f.claim, first.claim)]
    pool = [f for f in pool if is_level(f, text.language)]
    totals = [f for f in pool if f.claim.statistic == "total"] or pool
    if len(parts) < _FEWEST and totals[:1] != [f for f in totals[:1] if f.claim.statistic == "total"]:
        return None
    if len(totals) != 1 or not _may_be(totals[0], parts, text) or in_list(totals[0]):
        return None
    said = _EMPTY[text.language].sub("", announcing.after)
    return totals[0] if not said or set(said) & set(called(totals[0].claim)) else None


def _may_be(whole: Figure, parts: list[Figure], text: Prose) -> bool:
    if not is_level(whole, text.language) or not all(is_part(part, whole, text) for part in parts):
        return False
    return whole.claim.quantity.value is not None and whole.claim.quantity.value > Fraction(0)
