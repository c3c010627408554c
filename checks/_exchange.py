"""Sums of money told in two currencies: one rate of exchange runs through a text.

The rate itself need not be told. Between months and years rates move, so only what no
usual movement explains is a contradiction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from checks._judging.figures import quoted
from claims.interval import closed
from claims.model import Relation
from claims.prose import Figure, Prose
from claims.readings import bounds
from claims.wordings import Wording

_AT_RATE = Wording(zh=r"\s*(?:{rate_sign})\s*", en=r"\s*(?:=|equals|to|buys)\s*")
_GIVEN = Wording(
    zh=r"[，,(（]?\s*(?:按|以|照)(?:汇率|兑换率|现价)?$", en=r"\bat (?:a rate of|an exchange rate of|the rate of)?\s*$"
)
_AGAIN = Wording(zh=r"[^。；]{0,10}(?:{converted})(?:约|为|成)*")
_NEAR, _FAR, _NEVER = Fraction(3, 100), Fraction(15, 100), Fraction(30, 100)
_ONE = Fraction(1)


class _Pair(NamedTuple):
    """The same money twice, in the order of the currencies' names."""

    first: Figure
    second: Figure
    is_rate: bool

    @property
    def rate(self) -> Fraction:
        a, b = self.first.claim.quantity.value, self.second.claim.quantity.value
        assert a and b
        return b / a


def exchanged(text: Prose, told_again: Callable[[Figure, Figure, str], bool]) -> Iterator[Relation]:
    """One for each sum whose rate can be held against that of another, nearest to it by its rate."""
    groups: dict[tuple[str, str], list[_Pair]] = defaultdict(list)
    for passage in text.passages:
        if sum(f.claim.quantity.kind == "money" for f in passage.figures) > 1:
            for pair in _pairs(passage.figures, text.language, told_again):
                units = pair.first.claim.quantity.unit or "", pair.second.claim.quantity.unit or ""
                groups[units].append(pair)
    for pairs in groups.values():
        for place, pair in enumerate(pairs):
            others = [p for p in pairs if p is not pair]
            if pair.is_rate or not others or (len(pairs) == 2 and place == 0 and not others[0].is_rate):
                continue
            nearest = min(others, key=lambda p: abs(p.rate / pair.rate - 1))
            yield _relation(pair, nearest, _agree(others))


def _agree(pairs: list[_Pair]) -> bool:
    rates = sorted(p.rate for p in pairs)
    return len(rates) > 1 and any(b / a - 1 < _NEAR for a, b in pairwise(rates))


def _pairs(figures: list[Figure], language: str, told_again: Callable[[Figure, Figure, str], bool]) -> Iterator[_Pair]:
    for a in figures:
        b = a.next
        if b is None or not _differ(a, b):
            continue
        gap = a.passage.folded[a.claim.outer.end : b.claim.outer.start]
        if a.claim.quantity.value == 1 and _AT_RATE[language].fullmatch(gap):
            yield _in_order(a, b, True)
            before, after = a.previous, b.next
            if language == "zh" and before is not None and after is not None and _differ(before, after):
                lead = a.passage.folded[before.claim.outer.end : a.claim.outer.start]
                tail = a.passage.folded[b.claim.outer.end : after.claim.outer.start]
                if _GIVEN["zh"].fullmatch(lead) and _AGAIN["zh"].fullmatch(tail):
                    yield _in_order(before, after, False)
        elif told_again(a, b, language):
            yield _in_order(a, b, False)


def _differ(a: Figure, b: Figure) -> bool:
    first, second = a.claim.quantity, b.claim.quantity
    return (
        first.kind == second.kind == "money"
        and bool(first.value and second.value)
        and first.unit != second.unit
        and "/" not in f"{first.unit}{second.unit}"
    )


def _in_order(a: Figure, b: Figure, is_rate: bool) -> _Pair:
    first, second = sorted((a, b), key=lambda f: f.claim.quantity.unit or "")
    return _Pair(first, second, is_rate)


def _relation(pair: _Pair, other: _Pair, agreed: bool) -> Relation:
    """The second of a pair from its first and from the other pair's rate."""
    block = pair.first.passage.block
    near = block == other.first.passage.block
    apart = max(pair.rate / other.rate, other.rate / pair.rate)
    clear = near and apart > 1 + _NEVER  # no market moves as far within a paragraph
    slack = _NEVER if clear else _NEAR if near else _FAR
    x, y, z = (bounds(f.claim.quantity) for f in (pair.first, other.second, other.first))
    expected = x.times(y).divide(z).times(closed(1 - slack, 1 + slack))
    names = [quoted(f.claim) for f in (other.first, other.second, pair.first, pair.second)]
    rates = [f"{float(p.rate):.4g}" for p in (other, pair)]
    figures = (pair.second, pair.first, other.second, other.first)
    return Relation(
        check="", form="implied-whole", terms=tuple(f.id for f in figures),
        coefficients=(_ONE, *([Fraction(0)] * 3)), constant=expected,
        basis="stated" if agreed or clear or (near and other.is_rate) else "inferred", reason="rates",
        cue=(block, pair.first.claim.local.start, pair.second.claim.local.end),
        note={
            "template": "exchange", "a": names[0], "p": names[1], "b": names[2], "q": names[3],
            "first": rates[0], "second": rates[1],
            "statement": f"{names[1]} / {names[0]} = {names[3]} / {names[2]}",
            "arithmetic": f"{names[1]} / {names[0]} = {rates[0]} ≠ {names[3]} / {names[2]} = {rates[1]}",
        },
    )  # fmt: skip
