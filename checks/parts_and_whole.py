"""Parts do not make their whole, or exceed it.

A column foots when its entries add up to the figure beneath it. Prose has columns too:
"the north sold 12, the south 30, 41 in all" does not foot. Where a list may be incomplete
(其中, including) its parts still may not exceed the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.breakdowns import Breakdown, breakdowns
from claims.labels import label, like
from claims.model import Ledger, Relation
from claims.prose import Figure, prose
from claims.tables import Row, Table, tables

_ONE = Fraction(1)
_THRESHOLDS = re.compile(r"以下|低于|以上|不足|少于|超过|不到|未满|under|over|below|above|less than|more than|aged|at least", re.IGNORECASE)
"""Words of nested classes: who earns under 500 earns under 800 too."""


def relations(ledger: Ledger) -> Iterator[Relation]:
    """A sum for each list that exhausts its whole, a containment for each that may not."""
    for table in tables(ledger):
        yield from _columns(table)
    text = prose(ledger)
    found = breakdowns(ledger)
    beside: dict[tuple[int, int, int], list[Breakdown]] = {}
    for breakdown in found:
        beside.setdefault(breakdown.cue, []).append(breakdown)
    for breakdown in found:
        terms = (*(p.id for p in breakdown.parts), breakdown.whole.id)
        signs = (*([_ONE] * len(breakdown.parts)), -_ONE)
        if breakdown.exhaustive and len(breakdown.parts) > 1:
            yield Relation(
                check="", form="sum", terms=terms, coefficients=signs, cue=breakdown.cue,
                basis=breakdown.exhaustive, reason="list",
            )  # fmt: skip
            continue
        for part in breakdown.parts if len(breakdown.parts) > 1 else ():
            yield Relation(
                check="", form="containment", terms=(part.id, breakdown.whole.id), coefficients=(_ONE, -_ONE),
                operator="<=", cue=breakdown.cue,
            )  # fmt: skip
        if _THRESHOLDS.search(" ".join(label(p, text.language) + p.claim.quote for p in breakdown.parts)):
            continue
        yield Relation(
            check="", form="containment", terms=terms, coefficients=signs, operator="<=", cue=breakdown.cue,
            presumed="disjoint" if len(breakdown.parts) > 1 else "",
            escalated="parallel" if _has_parallel(breakdown, beside[breakdown.cue]) else "",
        )  # fmt: skip


def _has_parallel(breakdown: Breakdown, beside: list[Breakdown]) -> bool:
    """Whether the same groups are given by a second measure, whose parts stay within their whole.

    `beside` are the breakdowns with its cue.

    Groups that overlapped would overlap by either measure; that one of the two adds up and
    the other does not speaks for a wrong figure.
    """
    for other in beside:
        if other.whole is breakdown.whole or len(other.parts) != len(breakdown.parts):
            continue
        alternate = sorted((*breakdown.parts, *other.parts), key=lambda f: f.index)
        sides = [figure in breakdown.parts for figure in alternate]
        in_turn = all(a != b for a, b in zip(sides, sides[1:], strict=False))
        values = [p.claim.quantity.value for p in other.parts]
        whole = other.whole.claim.quantity.value
        if in_turn and whole is not None and None not in values and sum(v for v in values if v is not None) <= whole:
            return True
    return False


def _columns(table: Table) -> Iterator[Relation]:
    """Each column above a total row, back to the total before it; rows "of which" are within another."""
    since: list[Row] = []
    subtotals: list[Row] = []
    for row in table.rows:
        if row.is_total:
            parts = since if row.is_subtotal or not subtotals else [*subtotals, *since]
            for column, total in enumerate(row.cells):
                yield from _column(total, [r.cells[column] if column < len(r.cells) else None for r in parts])
            subtotals = [*subtotals, row] if row.is_subtotal else []
            since = []
        elif not row.is_within:
            since.append(row)


def _column(total: Figure | None, entries: list[Figure | None]) -> Iterator[Relation]:
    parts = [entry for entry in entries if entry is not None]
    if total is None or len(parts) != len(entries) or len(parts) < 2:
        return
    if total.claim.quantity.kind == "percent" or any(not like(p.claim, total.claim) for p in parts):
        return
    yield Relation(
        check="", form="sum", terms=(*(p.id for p in parts), total.id), coefficients=(*([_ONE] * len(parts)), -_ONE),
        basis="stated", cue=(total.claim.block, 0, total.claim.local.start),
    )  # fmt: skip
