"""Two figures far apart that the words make one, and that a slip of the hand sets apart.

A story repeats its figures: a settlement of £65,000 in the lead is £65,000 at its end. Where
two figures of one kind share the words around them and differ by one digit, two swapped
digits or the scale word alone, one of them is likely a misprint of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from claims.grammar.fold import fold
from claims.labels import keys, kind_key, label, own_period
from claims.near_misses import a_slip_apart, digits_of
from claims.prose import Figure, Prose
from claims.roles import role

_KINDS = ("count", "money", "percent", "dimension", "point")
_SHARED = {"zh": {3: 3}, "en": {3: 2}}
"""Keys that the words around both must share, by the digits of the figures: few digits differ in one by chance."""
_LEAST_DIGITS = 3
_SURE = range(4, 30)
"""Digits of figures so precise that one name of the two is enough."""
_FEW = {"zh": 2, "en": 1}
"""The same for figures of four digits and more."""
_STEM = 5
_MOST = 40
"""Figures that share a pattern of digits, at most; more of them stand in a table."""


def retold(text: Prose) -> Iterator[tuple[Figure, Figure]]:
    """Pairs in reading order, each figure in one at most."""
    told = [figure for figure in text.figures if _is_told(figure, text)]
    places: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for figure in told:
        places[kind_key(figure.claim), _value(figure)].append(figure.claim.block)
    taken: set[str] = set()
    for first, second in sorted(_near(told), key=lambda pair: (pair[0].index, pair[1].index)):
        if first.id in taken or second.id in taken:
            continue
        blocks = [places[kind_key(f.claim), _value(f)] for f in (first, second)]
        if min(map(len, blocks)) > 1 or set(blocks[0]) & set(blocks[1]):
            continue  # told side by side they are two
        if _is_one(first, second, text.language):
            taken |= {first.id, second.id}
            yield first, second


def _is_told(figure: Figure, text: Prose) -> bool:
    q = figure.claim.quantity
    if q.value is None or q.kind not in _KINDS or q.hedge not in (None, "about") or figure.claim.mode != "actual":
        return False
    if text.ledger.draft.blocks[figure.claim.block].kind == "table-row":
        return False
    return _shown(figure) >= _LEAST_DIGITS and digits_of(q.value) > 1 and role(figure, text.language) != "base"


def _near(told: list[Figure]) -> set[tuple[Figure, Figure]]:
    """Pairs of one kind whose digits agree but for one place, or but for the order of two."""
    shelves: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in told:
        q = figure.claim.quantity
        row = str(q.value.numerator if q.value is not None and q.value.denominator == 1 else q.value)
        bare = "".join(c for c in row if c.isdigit()).strip("0")
        kind = kind_key(figure.claim)
        shelves[kind, "".join(sorted(bare))].append(figure)
        for at in range(len(bare)):
            shelves[kind, bare[:at] + "?" + bare[at + 1 :]].append(figure)
    found: set[tuple[Figure, Figure]] = set()
    for shelf in shelves.values():
        if 1 < len(shelf) <= _MOST:
            for number, first in enumerate(shelf):
                found.update((first, second) for second in shelf[number + 1 :] if first.passage is not second.passage)
    return {
        pair if pair[0].index < pair[1].index else pair[::-1]
        for pair in found
        if a_slip_apart(_value(pair[0]), _value(pair[1]))
    }


def _shown(figure: Figure) -> int:
    """Digits as written, but for zeros that only say how large it is: 7.70 shows three, 1,500 two."""
    row = "".join(c for c in figure.claim.quote if c.isdigit())
    return len(row) if "." in figure.claim.quote else len(row.rstrip("0"))


def _value(figure: Figure) -> Fraction:
    return figure.claim.quantity.value or Fraction(0)


def _is_one(first: Figure, second: Figure, language: str) -> bool:
    """Whether the words put both in one cell: the same kind of figure, under a name that both share."""
    a, b = first.claim, second.claim
    if _kind_of_statistic(a.statistic) != _kind_of_statistic(b.statistic) or role(first, language) != role(
        second, language
    ):
        return False
    periods = own_period(a), own_period(b)
    if all(periods) and periods[0] != periods[1]:
        return False
    if a.subject and b.subject and not set(a.subject) & set(b.subject):
        return False
    left, right = _stems(first, language), _stems(second, language)
    measures = [(_cut(a.measure, language), right), (_cut(b.measure, language), left)]
    digits = min(_shown(first), _shown(second))
    strangers = [bool(own) and not own & others for own, others in measures]
    if all(strangers) or (any(strangers) and digits not in _SURE):
        return False
    shared = len(left & right)
    needed = _SHARED[language].get(digits, _FEW[language])
    return shared >= needed and (digits in _SURE or 3 * shared >= min(len(left), len(right)))


def _kind_of_statistic(name: str | None) -> str | None:
    """A total is what it is a total of, a rate is a share."""
    return None if name in ("total", "rate", "share") else name


def _stems(figure: Figure, language: str) -> set[str]:
    """Keys of the words around a figure; settled and settlement are one."""
    return _cut(label(figure, language), language)


def _cut(words: str, language: str) -> set[str]:
    return {key[:_STEM] for key in keys(fold(words), language)}
