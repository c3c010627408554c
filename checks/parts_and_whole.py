"""Parts do not make their whole, or exceed it.

A column foots when its entries add up to the figure beneath it. Prose has columns too:
"the north sold 12, the south 30, 41 in all" does not foot. Where a list may be incomplete
(其中, including) its parts still may not exceed the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checks._times.shorter_periods import shorter_periods
from claims.interval import closed
from claims.labels import label
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.tables import Table, tables
from claims.ties.breakdowns import Breakdown, breakdowns
from claims.ties.change_columns import shares
from claims.ties.footing import off, room, sums, within
from claims.wordings import Wording

_ONE = Fraction(1)
_THRESHOLD = Wording(zh=r"{threshold}", en=r"{threshold}")
"""Words of nested classes: who earns under 500 earns under 800 too."""

_NET = Wording(zh=r"{net_flow}", en=r"\bnet (?:{net_flow})\b")


def relations(ledger: Ledger) -> Iterator[Relation]:
    """A sum for each list that exhausts its whole, a containment for each that may not."""
    for table in tables(ledger):
        yield from _footed(table)
        yield from _within(table)
    text, found = prose(ledger), breakdowns(ledger)
    yield from shorter_periods(text)
    beside: dict[tuple[int, int, int], list[Breakdown]] = {}
    for breakdown in found:
        beside.setdefault(breakdown.cue, []).append(breakdown)
    for breakdown in found:
        if breakdown.exhaustive and len(breakdown.parts) > 1:
            terms, signs = _less(breakdown.parts, breakdown.whole)
            yield Relation(
                check="", form="sum", terms=terms, coefficients=signs, cue=breakdown.cue,
                basis=breakdown.exhaustive, reason="list",
            )  # fmt: skip
        else:
            yield from _contained(breakdown, beside[breakdown.cue], text)


def _contained(breakdown: Breakdown, beside: list[Breakdown], text: Prose) -> Iterator[Relation]:
    """Each part within the whole, and all of them together unless they are nested classes."""
    if _NET.either.search(f"{breakdown.whole.left} {breakdown.whole.claim.measure}"):
        return  # what came in may be more than is left of it
    parts, several = breakdown.parts, len(breakdown.parts) > 1
    for part in parts if several else ():
        terms, signs = _less((part,), breakdown.whole)
        yield Relation(
            check="", form="containment", terms=terms, coefficients=signs, operator="<=", cue=breakdown.cue,
        )  # fmt: skip
    if _THRESHOLD.either.search(" ".join(label(p, text.language) + p.claim.quote for p in parts)):
        return
    terms, signs = _less(parts, breakdown.whole)
    yield Relation(
        check="", form="containment", terms=terms, coefficients=signs, operator="<=", cue=breakdown.cue,
        presumed="disjoint" if several else "", escalated="parallel" if _has_parallel(breakdown, beside) else "",
    )  # fmt: skip


def _less(parts: Sequence[Figure], whole: Figure) -> tuple[tuple[str, ...], tuple[Fraction, ...]]:
    """Terms and coefficients of all parts less their whole."""
    return (*(part.id for part in parts), whole.id), (*([_ONE] * len(parts)), -_ONE)


def _has_parallel(breakdown: Breakdown, beside: list[Breakdown]) -> bool:
    """Whether the same groups are given by a second measure, whose parts stay within their whole.

    `beside` are the breakdowns with its cue. Groups that overlapped would overlap by either
    measure; that one of the two adds up and the other does not speaks for a wrong figure.
    """
    for other in beside:
        if other.whole is breakdown.whole or len(other.parts) != len(breakdown.parts):
            continue
        alternate = sorted((*breakdown.parts, *other.parts), key=lambda f: f.index)
        sides = [figure in breakdown.parts for figure in alternate]
        in_turn = all(a != b for a, b in pairwise(sides))
        values = [p.claim.quantity.value for p in other.parts]
        whole = other.whole.claim.quantity.value
        if in_turn and whole is not None and None not in values and sum(v for v in values if v is not None) <= whole:
            return True
    return False


def _footed(table: Table) -> Iterator[Relation]:
    """A sum for each total row and total column that labels tell."""
    in_shares = {part.share.id for part in shares(table)}
    for made in sums(table):
        terms = (*(part.id for part in made.parts), made.total.id)
        figures = (*made.parts, made.total)
        exact = [f for f in figures if f.claim.quantity.rounding == "exact"]
        gap, half = abs(off(made.parts, made.signs, made.total)), Fraction(len(exact), 2)
        rounded = table.is_rounded or any(f.claim.quantity.kind == "money" for f in figures)
        if gap <= room(figures) and all(part.id in in_shares for part in made.parts):
            continue  # what each is a share of says as much
        is_small = Fraction(0) < gap <= room(figures)
        yield Relation(
            check="", form="sum", terms=terms, coefficients=(*map(Fraction, made.signs), -_ONE),
            constant=closed(-half, half) if rounded and is_small else closed(0, 0),
            basis="stated" if made.sure and (rounded or not is_small) else "inferred", reason="table",
            cue=(made.total.claim.block, 0, made.total.claim.local.start),
        )  # fmt: skip


def _within(table: Table) -> Iterator[Relation]:
    """Each row "of which" within the row above, and all of them together."""
    for parts, whole, parallel in within(table):
        cue = (parts[0].claim.block, 0, parts[0].claim.local.start)
        for part in parts if len(parts) > 1 else ():
            terms, signs = _less((part,), whole)
            yield Relation(check="", form="containment", terms=terms, coefficients=signs, operator="<=", cue=cue)
        terms, signs = _less(parts, whole)
        several = len(parts) > 1
        yield Relation(
            check="", form="containment", terms=terms, coefficients=signs, operator="<=", cue=cue,
            presumed="disjoint" if several else "", escalated="parallel" if several and parallel else "",
        )  # fmt: skip
