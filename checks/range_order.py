"""A range runs from its higher end to its lower.

"30 to 20 thousand" was meant the other way round, or one end is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checks._judging.figures import quoted
from claims.grammar.fold import fold
from claims.interval import Interval
from claims.labels import like
from claims.model import Ledger, Relation
from claims.numerals import Numeral, parse_digits
from claims.prose import Figure, prose
from claims.wordings import Wording

_SCALES = {
    "千": 10**3, "万": 10**4, "亿": 10**8, "k": 10**3, "m": 10**6, "bn": 10**9,
    "thousand": 10**3, "million": 10**6, "billion": 10**9,
}  # fmt: skip
_NUMBER = rf"(\d[\d,.]*)\s?({'|'.join(sorted(_SCALES, key=len, reverse=True))})?"
_RANGE = re.compile(rf"^[^\d]{{0,6}}{_NUMBER}[^\d]{{0,6}}?\s?(?:至|到|to|and|~)\s?[^\d]{{0,3}}{_NUMBER}", re.IGNORECASE)
_BELOW_ZERO = Wording(zh=r"{below_zero}", en=r"{below_zero}")
_MOVING = Wording(zh=r"{moving}[^，。；]{0,16}$", en=r"\b{moving}\b[^.;]{0,40}$")
"""What leads from a level to a lower one, or speaks of scores: ends that may stand in that order."""
_FALLING = Wording(en=r"\b(?:{falls}|{plainly_down})\b")
"""Prices that fell all year may be told from the higher to the lower."""
_VARYING = re.compile(r"不等|之间|之間")
_BETWEEN = re.compile(r"\bbetween\s*$", re.IGNORECASE)
_MEASURED = ("dimension", "duration", "money", "temperature", "age")


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each range whose first end, as written, is to be no higher than its second."""
    for figure in prose(ledger).figures:
        yield from _pair(figure)
        if figure.claim.quantity.hedge == "range":
            yield from _range(figure)


def _range(figure: Figure) -> Iterator[Relation]:
    """ "30 to 20 thousand": ends in the wrong order, which read as one figure."""
    claim, ends = figure.claim, _ends(figure)
    if ends is None or ends[0] <= ends[1] or _moves(figure):
        return
    yield Relation(
        check="", form="order", terms=(figure.id,), coefficients=(Fraction(1),), operator="<",
        constant=Interval(None, ends[1]), cue=(figure.passage.block, claim.local.start, claim.local.end),
        note={"range": quoted(claim), "statement": quoted(claim), "arithmetic": _worked(quoted(claim))},
    )  # fmt: skip


def _pair(high: Figure) -> Iterator[Relation]:
    """ "Between 80 and 60", "50 to 30 metres": ends in the wrong order, which read as two figures."""
    low = high.previous
    if low is None or not (like(low.claim, high.claim) or _ages(low, high)) or _moves(low):
        return
    first, second = low.claim.quantity.value, high.claim.quantity.value
    between = _BETWEEN.search(low.before) is not None and high.before == " and "
    through = high.before == " to " and high.claim.quantity.kind in _MEASURED and not low.claim.quantity.unit_word
    through = through or _ages(low, high)
    if first is None or second is None or first <= second or not (between or through):
        return
    ends = quoted(low.claim), quoted(high.claim)
    yield Relation(
        check="", form="order", terms=(low.id, high.id), coefficients=(Fraction(1), Fraction(-1)), operator="<=",
        cue=(high.passage.block, low.claim.local.end, high.claim.local.start),
        note={"range": high.before.join(ends), "arithmetic": " > ".join(ends)},
    )  # fmt: skip


def _ages(low: Figure, high: Figure) -> bool:
    """Whether "aged 12 to 6" told both ages by one word."""
    told = low.claim.quantity.kind == "age" and high.claim.quantity.kind in ("age", "number")
    return told and high.before in (" to ", "-", "–") and low.left.rstrip().endswith("aged")


def _moves(first: Figure) -> bool:
    """Whether the words before a range let its ends run downwards; 由25至18度不等 is a range all the same."""
    if _VARYING.match(first.passage.folded, first.claim.outer.end):
        return False
    before = first.passage.folded[first.passage.start : first.claim.outer.start]
    return _MOVING.either.search(before) is not None or _FALLING["en"].search(before) is not None


def _ends(figure: Figure) -> tuple[Fraction, Fraction] | None:
    """Both ends in the order written, a scale word of the second shared only if that puts them in order."""
    match = _RANGE.match(fold(quoted(figure.claim)))
    if match is None or _BELOW_ZERO.either.search(match.group()):
        return None
    first, second = parse_digits(match[1].rstrip(",.")), parse_digits(match[3].rstrip(",."))
    if first is None or second is None or second == Numeral(1):
        return None
    scale_first, scale_second = _SCALES.get((match[2] or "").lower()), _SCALES.get((match[4] or "").lower(), 1)
    high = second.times(scale_second)
    low = min(first.times(s) for s in ((scale_first,) if scale_first else (1, scale_second)))
    return low, high


def _worked(quote: str) -> str:
    """The range as the comparison that fails: 30 > 20 thousand."""
    match = _RANGE.match(fold(quote))
    if match is None:
        return quote
    ends = [quote[match.start(n) : max(match.end(n), match.end(n + 1))] for n in (1, 3)]
    return " > ".join(end.strip() for end in ends)
