"""A whole and its parts, as sentences lay them out.

The cue ("of which", 其中, a bracket, a colon, "in all") says which figure is the whole and
which are parts; their kind of unit says which parts go with which whole. Whether the parts
exhaust the whole is decided from words: see `Breakdown.exhaustive`. Each way of laying out
parts has a module, which gives the breakdowns of one passage.
"""

from __future__ import annotations

from functools import lru_cache

from claims.model import Ledger
from claims.prose import Figure, Prose, prose
from claims.ties.breakdowns.among import among_named
from claims.ties.breakdowns.announced import respectively
from claims.ties.breakdowns.brackets import bracketed
from claims.ties.breakdowns.breakdown import OPEN_LIST, Breakdown
from claims.ties.breakdowns.closed_lists import closed_list
from claims.ties.breakdowns.columns import columns
from claims.ties.breakdowns.counted_lists import counted_list
from claims.ties.breakdowns.counted_parts import counted_parts
from claims.ties.breakdowns.listings import listing
from claims.ties.breakdowns.near_sums import is_slip_apart, over
from claims.ties.breakdowns.of_this import of_the_rise, of_this
from claims.ties.breakdowns.of_which import of_the, of_them, of_which
from claims.ties.breakdowns.pairs import partition_apart
from claims.ties.breakdowns.partitions import of_the_named, partitioned
from claims.ties.breakdowns.periods import by_periods
from claims.ties.breakdowns.totals import total_last
from claims.ties.breakdowns.votes import votes
from claims.ties.breakdowns.years import by_years
from claims.wordings import Wording

__all__ = ["Breakdown", "breakdowns", "wholes"]

_WAYS = (
    of_which, of_this, of_the_rise, of_the, of_them, bracketed, total_last, respectively, partitioned, of_the_named,
    closed_list, by_years, by_periods, among_named, counted_list, listing, counted_parts, votes, partition_apart,
)  # fmt: skip
"""Where two find the same parts of a whole, the first is heard, unless only the other knows that they are all."""
_ALSO = Wording(zh=r"{also_counted}")
"""Who counts as both is counted twice."""
_SEVERAL = 2
_DIGITS = 2
_TAIL = 12
"""Code points after the last part that may still leave the list open."""


def breakdowns(ledger: Ledger) -> tuple[Breakdown, ...]:
    """All breakdowns of a draft, in reading order."""
    return _told(prose(ledger))


@lru_cache(maxsize=2)
def _told(text: Prose) -> tuple[Breakdown, ...]:
    """They are kept by the prose, as telling two ledgers apart takes a look at each of their claims."""
    found: dict[tuple[int, int], Breakdown] = {}
    for passage in text.with_figures:
        for way in _WAYS:
            for told in way(passage, text):
                breakdown = told._replace(exhaustive="inferred") if _may_be_all(told, text.language) else told
                place = (breakdown.whole.index, breakdown.parts[0].index)
                heard = found.get(place)
                if heard is None or (breakdown.exhaustive and not heard.exhaustive and _holds(breakdown, heard)):
                    found[place] = breakdown
    tied = {frozenset((b.whole.id, *(part.id for part in b.parts))) for b in found.values()}
    known = {part.id for b in found.values() if b.exhaustive for part in b.parts}
    for breakdown in columns(text, known):
        place = (breakdown.whole.index, breakdown.parts[0].index)
        if place not in found and frozenset((breakdown.whole.id, *(part.id for part in breakdown.parts))) not in tied:
            found[place] = breakdown
    return tuple(found.values())


def _may_be_all(breakdown: Breakdown, language: str) -> bool:
    """Whether parts that need not be all fall short of their whole by just a slip of the hand; mostly they are all."""
    parts, whole = breakdown.parts, breakdown.whole
    if breakdown.exhaustive or len(parts) < _SEVERAL or over(parts, whole) >= 0:
        return False
    passage = parts[-1].passage
    words = passage.folded[breakdown.cue[2] : parts[-1].claim.outer.end + _TAIL]
    if OPEN_LIST[language].search(words) is not None or _ALSO["zh"].search(words) is not None:
        return False
    return over(parts, whole) == -1 or is_slip_apart(parts, whole, _DIGITS)


def _holds(breakdown: Breakdown, other: Breakdown) -> bool:
    """Whether a breakdown has all parts of another."""
    return {part.id for part in other.parts} <= {part.id for part in breakdown.parts}


def wholes(ledger: Ledger) -> dict[str, Figure]:
    """The whole of each part by the part's id, where words tell it; where a part has several, the last one told."""
    told = (breakdown for breakdown in breakdowns(ledger) if not breakdown.is_laid_out)
    return {part.id: breakdown.whole for breakdown in told for part in breakdown.parts}
