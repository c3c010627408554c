"""A whole and its parts, as sentences lay them out.

The cue ("of which", 其中, a bracket, a colon, "in all") says which figure is the whole and
which are parts; their kind of unit says which parts go with which whole. Whether the parts
exhaust the whole is decided from words: see `Breakdown.exhaustive`. Each way of laying out
parts has a module, which gives the breakdowns of one passage.
"""

from __future__ import annotations

from functools import lru_cache

from claims.breakdowns.announced import respectively
from claims.breakdowns.brackets import bracketed
from claims.breakdowns.breakdown import Breakdown
from claims.breakdowns.closed_lists import closed_list
from claims.breakdowns.counted_parts import counted_parts
from claims.breakdowns.of_which import of_the, of_them, of_which
from claims.breakdowns.partitions import of_the_named, partitioned
from claims.breakdowns.totals import total_last
from claims.breakdowns.years import by_years
from claims.model import Ledger
from claims.prose import Figure, prose

__all__ = ["Breakdown", "breakdowns", "wholes"]

_WAYS = (
    of_which, of_the, of_them, bracketed, total_last, respectively, partitioned, of_the_named, closed_list, by_years,
    counted_parts,
)  # fmt: skip
"""Where two find the same parts of a whole, the first is heard."""


@lru_cache(maxsize=2)
def breakdowns(ledger: Ledger) -> tuple[Breakdown, ...]:
    """All breakdowns of a draft, in reading order."""
    text = prose(ledger)
    found: dict[tuple[int, int], Breakdown] = {}
    for passage in text.passages:
        for way in _WAYS if passage.figures else ():
            for breakdown in way(passage, text):
                found.setdefault((breakdown.whole.index, breakdown.parts[0].index), breakdown)
    return tuple(found.values())


def wholes(ledger: Ledger) -> dict[str, Figure]:
    """The whole of each part by the part's id; where a part has several, the last one told."""
    return {part.id: breakdown.whole for breakdown in breakdowns(ledger) for part in breakdown.parts}
