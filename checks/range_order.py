"""A range runs from its higher end to its lower.

"30 to 20 thousand" was meant the other way round, or one end is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.grammar.fold import fold
from claims.interval import Interval
from claims.model import Ledger, Relation
from claims.numerals import Numeral, parse_digits
from claims.prose import Figure, prose

_SCALES = {"千": 10**3, "万": 10**4, "亿": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9, "k": 10**3, "m": 10**6, "bn": 10**9}
_NUMBER = r"(\d[\d,.]*)\s?(千|万|亿|thousand|million|billion|bn|m|k)?"
_RANGE = re.compile(rf"^[^\d]{{0,6}}{_NUMBER}[^\d]{{0,6}}?\s?(?:至|到|to|and|~)\s?[^\d]{{0,3}}{_NUMBER}", re.IGNORECASE)
_MOVING = re.compile(
    r"(?:由|从|自|降|减|跌|回落|下调|缩|比数|以)[^，。；]{0,16}$"
    r"|\b(?:from|by|votes?|voted|won|lost|beat|scores?|odds|fell|cut|down|back|reduced|lead|led|ratio|coverage|leverage)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each range whose first end, as written, is to be no higher than its second."""
    for figure in prose(ledger).figures:
        ends = _ends(figure) if figure.claim.quantity.hedge == "range" else None
        if ends is None or _MOVING.search(figure.passage.folded[figure.passage.start : figure.claim.outer.start]):
            continue
        first, second = ends
        if first <= second:
            continue
        yield Relation(
            check="", form="order", terms=(figure.id,), coefficients=(Fraction(1),), operator="<",
            constant=Interval(None, second), cue=(figure.passage.block, figure.claim.local.start, figure.claim.local.end),
            note={"statement": figure.claim.quote, "arithmetic": _worked(figure)},
        )  # fmt: skip


def _ends(figure: Figure) -> tuple[Fraction, Fraction] | None:
    """Both ends in the order written, a scale word of the second shared only if that puts them in order."""
    match = _RANGE.match(fold(figure.claim.quote))
    if match is None or "-" in match.group():
        return None
    first, second = parse_digits(match[1].rstrip(",.")), parse_digits(match[3].rstrip(",."))
    if first is None or second is None or second == Numeral(1):
        return None
    scale_first, scale_second = _SCALES.get((match[2] or "").lower()), _SCALES.get((match[4] or "").lower(), 1)
    high = second.times(scale_second)
    low = min(first.times(s) for s in ((scale_first,) if scale_first else (1, scale_second)))
    return low, high


def _worked(figure: Figure) -> str:
    match = _RANGE.match(fold(figure.claim.quote))
    return f"{match[1]}{match[2] or ''} > {match[3]}{match[4] or ''}" if match else figure.claim.quote
