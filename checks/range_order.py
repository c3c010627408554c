"""A range runs from its higher end to its lower.

"30 to 20 thousand" was meant the other way round, or one end is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checks._figures import quoted
from claims.grammar.fold import fold
from claims.interval import Interval
from claims.labels import kind_key, like
from claims.model import Ledger, Relation
from claims.numerals import Numeral, parse_digits
from claims.prose import Figure, prose

_SCALES = {"千": 10**3, "万": 10**4, "亿": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9, "k": 10**3, "m": 10**6, "bn": 10**9}
_NUMBER = r"(\d[\d,.]*)\s?(千|万|亿|thousand|million|billion|bn|m|k)?"
_RANGE = re.compile(rf"^[^\d]{{0,6}}{_NUMBER}[^\d]{{0,6}}?\s?(?:至|到|to|and|~)\s?[^\d]{{0,3}}{_NUMBER}", re.IGNORECASE)
_BELOW_ZERO = re.compile(r"-|零下|负|minus|below", re.IGNORECASE)
_MOVING = re.compile(
    r"(?:由|从|自|降|减|跌|回落|下调|缩|比数|以)[^，。；]{0,16}$"
    r"|\b(?:from|by|votes?|voted|won|lost|beat|scores?|odds|fell|cut|down|back|reduced|lead|led|ratio|coverage|leverage)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each range whose first end, as written, is to be no higher than its second."""
    for figure in prose(ledger).figures:
        yield from _pair(figure)
        ends = _ends(figure) if figure.claim.quantity.hedge == "range" else None
        if ends is None or _MOVING.search(figure.passage.folded[figure.passage.start : figure.claim.outer.start]):
            continue
        first, second = ends
        if first <= second:
            continue
        yield Relation(
            check="", form="order", terms=(figure.id,), coefficients=(Fraction(1),), operator="<",
            constant=Interval(None, second), cue=(figure.passage.block, figure.claim.local.start, figure.claim.local.end),
            note={"range": quoted(figure.claim), "statement": figure.claim.quote, "arithmetic": _worked(figure)},
        )  # fmt: skip


_BETWEEN = re.compile(r"\bbetween\s*$", re.IGNORECASE)
_MEASURED = ("dimension", "duration", "money", "temperature", "age")


def _pair(high: Figure) -> Iterator[Relation]:
    """"Between 80 and 60", "50 to 30 metres": ends in the wrong order, which read as two figures."""
    low = high.previous
    if low is None or kind_key(low.claim) != kind_key(high.claim) and not like(low.claim, high.claim):
        return
    first, second = low.claim.quantity.value, high.claim.quantity.value
    between = _BETWEEN.search(low.before) is not None and high.before == " and "
    through = high.before == " to " and high.claim.quantity.kind in _MEASURED and not low.claim.quantity.unit_word
    if first is None or second is None or first <= second or not (between or through):
        return
    if _MOVING.search(high.passage.folded[high.passage.start : low.claim.outer.start]):
        return
    yield Relation(
        check="", form="order", terms=(low.id, high.id), coefficients=(Fraction(1), Fraction(-1)), operator="<=",
        cue=(high.passage.block, low.claim.local.end, high.claim.local.start),
        note={"range": f"{quoted(low.claim)}{high.before}{quoted(high.claim)}", "arithmetic": f"{quoted(low.claim)} > {quoted(high.claim)}"},
    )  # fmt: skip


def _ends(figure: Figure) -> tuple[Fraction, Fraction] | None:
    """Both ends in the order written, a scale word of the second shared only if that puts them in order."""
    match = _RANGE.match(fold(figure.claim.quote))
    if match is None or _BELOW_ZERO.search(match.group()):
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
    if match is None:
        return figure.claim.quote
    ends = [figure.claim.quote[match.start(n) : max(match.end(n), match.end(n + 1))] for n in (1, 3)]
    return " > ".join(end.strip() for end in ends)
