"""A range runs from its higher end to its lower.

"30 to 20 thousand" was meant the other way round, or one end is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.interval import Interval
from claims.labels import kind_key
from claims.model import Ledger, Relation
from claims.prose import Figure, in_list, prose

_ZH_JOIN = re.compile(r"^\s*(?:至|到|~)\s*$")
_EN_JOIN = re.compile(r"^\s*(?:to|~)\s*$")
_ZH_MOVING = re.compile(r"(?:由|从|自|降|减|跌|回落|下调|缩|比数|以)[^，。；]{0,16}$")
_EN_MOVING = re.compile(
    r"\b(?:from|by|vote|votes|voted|won|lost|beat|score|odds|fell|cut|down|back|reduced|lead|led)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each pair of ends that only the words of a range join."""
    text = prose(ledger)
    joins, moving = (_ZH_JOIN, _ZH_MOVING) if text.language == "zh" else (_EN_JOIN, _EN_MOVING)
    for passage in text.passages:
        for high in passage.figures[1:]:
            low = high.previous
            if low is None or not joins.match(high.before) or not _pair(low, high):
                continue
            if "respectively" in passage.folded[high.claim.local.end : passage.end] or moving.search(passage.folded[passage.start : low.claim.outer.start]):
                continue
            yield Relation(
                check="", form="order", terms=(low.id, high.id), coefficients=(Fraction(1), Fraction(-1)), operator="<=",
                constant=Interval(Fraction(0), Fraction(0)), cue=(passage.block, low.claim.local.end, high.claim.local.start),
                note={"range": passage.folded[low.claim.local.start : high.claim.local.end]},
            )  # fmt: skip


def _pair(low: Figure, high: Figure) -> bool:
    a, b = low.claim.quantity, high.claim.quantity
    if a.hedge or b.hedge or a.value is None or b.value is None or b.value == 1 or in_list(low):
        return False
    if a.unit is not None and a.kind != "count" and high.claim.quote.replace(",", "").replace(".", "").isalnum() and not b.unit_word:
        return False
    if a.kind == "money" and not any(word and word in high.claim.quote for word in (b.unit_word, b.scale_word)):
        return False
    return kind_key(low.claim) == kind_key(high.claim)
