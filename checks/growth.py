"""A growth rate does not fit the two levels beside it.

"Sales rose 20 % to 100 from 80": the change from 80 to 100 is 25 %. Dividing by the new
level instead of the old one, or by something else altogether, is among the commonest
slips in reports on companies and economies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.labels import like
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.roles import direction, role
from claims.tables import Table, tables
from claims.trios import annual_years, change_between, change_on_top

_REAL = re.compile(
    r"不变价|可比价|可比口径|同口径|实际增长|实质|扣除(?:价格|物价)|real terms|in real|constant|adjusted|organic|like-for-like|underlying",
    re.IGNORECASE,
)
_HUNDREDTH = Fraction(1, 100)


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each rate whose two levels, or whose level and change, stand beside it."""
    for table in tables(ledger):
        yield from _tabled(table)
    text = prose(ledger)
    for passage in text.passages:
        if _REAL.search(passage.text):
            continue
        for rate in passage.figures:
            if rate.claim.quantity.kind == "percent":
                yield from _of(rate, text)


def _tabled(table: Table) -> Iterator[Relation]:
    """Rows of a column of changes that follows two columns of levels."""
    years = table.years()
    for row in table.rows:
        for column, rate in enumerate(row.cells):
            if rate is None or column < 2 or not table.change_column(column) or rate.claim.quantity.kind != "percent":
                continue
            first, second = row.cells[column - 2], row.cells[column - 1]
            if first is None or second is None or not like(first.claim, second.claim):
                continue
            if first.claim.quantity.kind == "percent" or table.change_column(column - 1):
                continue
            backwards = bool(years[column - 2]) and years[column - 2] > years[column - 1] != ""
            old, new = (second, first) if backwards else (first, second)
            yield Relation(
                check="", form="growth", terms=(old.id, rate.id, new.id), offset=Fraction(1), scale=_HUNDREDTH,
                cue=(rate.claim.block, 0, rate.claim.local.start),
            )  # fmt: skip


def _of(rate: Figure, text: Prose) -> Iterator[Relation]:
    language = text.language
    sign = _sign(rate, language)
    if sign is None:
        return
    trio = change_between(rate, text)
    if (
        trio is not None
        and trio.new.claim.quantity.kind not in ("percent", "point")
        and like(trio.new.claim, trio.old.claim)
    ):
        power = annual_years(rate, trio)
        if power is None:
            return
        yield Relation(
            check="", form="growth", terms=(trio.old.id, rate.id, trio.new.id),
            offset=Fraction(1), scale=sign * _HUNDREDTH, power=power, cue=trio.cue, basis=trio.basis,
        )  # fmt: skip
        return
    pair = change_on_top(rate, language)
    if pair is not None:
        new, change = pair
        yield Relation(
            check="", form="growth", terms=(new.id, rate.id, change.id),
            scale=_HUNDREDTH, net=1 if sign > 0 else -1, cue=trio.cue if trio else None,
        )  # fmt: skip


def _sign(rate: Figure, language: str) -> int | None:
    value = rate.claim.quantity.value
    if value is None or rate.claim.statistic not in ("growth", None) or role(rate, language) != "change":
        return None
    way = direction(rate, language)
    if way is None:
        return None
    return -1 if way == "down" and value > 0 else 1
