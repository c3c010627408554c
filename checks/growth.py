"""A growth rate does not fit the two levels beside it.

"Sales rose 20 % to 100 from 80": the change from 80 to 100 is 25 %. Dividing by the new
level instead of the old one, or by something else altogether, is among the commonest
slips in reports on companies and economies.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.tables import Table, tables
from claims.ties.appositions import Movement, movements
from claims.ties.change_columns import changes
from claims.ties.changes import levels_told
from claims.ties.changes_apart import change_apart
from claims.ties.roles import direction, role
from claims.ties.trios import annual_years, change_between, change_on_top, is_annual
from claims.ties.year_before import told_a_year_before
from claims.wordings import Wording

_REAL = Wording(zh=r"{real_terms}", en=r"{real_terms}")
_HUNDREDTH = Fraction(1, 100)


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each rate whose two levels, or whose level and change, stand beside it."""
    for table in tables(ledger):
        yield from _tabled(table)
    text = prose(ledger)
    for passage in text.with_figures:
        rates = [figure for figure in passage.figures if figure.claim.quantity.kind == "percent"]
        if not rates or _REAL.either.search(passage.text):
            continue
        for rate in rates:
            found = list(_of(rate, text))
            yield from found or _otherwise_told(rate, text)
        for movement in movements(passage, text):
            yield from _moved(movement)
    yield from _told_apart(text)


def _otherwise_told(rate: Figure, text: Prose) -> Iterator[Relation]:
    """A rate whose levels stand in clauses of their own, or in an aside."""
    if rate.claim.quantity.value is not None and not is_annual(rate):
        move = levels_told(rate, text)
        if move is not None and move.old is not None and move.old.claim.quantity.kind != "percent":
            yield from _moved(move)


def _told_apart(text: Prose) -> Iterator[Relation]:
    """Rates whose level of the year before stands elsewhere in the draft."""
    for told in told_a_year_before(text):
        sign = _sign(told.rate, text)
        if sign is not None and change_between(told.rate, text) is None:
            yield Relation(
                check="", form="growth", terms=(told.old.id, told.rate.id, told.new.id), offset=Fraction(1),
                scale=sign * _HUNDREDTH, basis="inferred", reason="name",
                cue=(told.rate.passage.block, told.rate.clause_start, told.rate.claim.local.start),
            )  # fmt: skip


def _tabled(table: Table) -> Iterator[Relation]:
    """Rows of a column of changes in percent beside its two columns of levels."""
    for old, new, rate, in_percent in changes(table):
        if in_percent:
            yield Relation(
                check="", form="growth", terms=(old.id, rate.id, new.id), offset=Fraction(1), scale=_HUNDREDTH,
                cue=(rate.claim.block, 0, rate.claim.local.start),
            )  # fmt: skip


def _of(rate: Figure, text: Prose) -> Iterator[Relation]:
    """From one level to the other; else of the level that a change stands beside: 312.5, up 37.5, or 13.6 %."""
    sign = _sign(rate, text)
    if sign is None:
        return
    trio = change_between(rate, text)
    if trio is not None and trio.new.claim.quantity.kind not in ("percent", "point"):
        power = annual_years(rate, trio)
        if power is not None:
            yield Relation(
                check="", form="growth", terms=(trio.old.id, rate.id, trio.new.id),
                offset=Fraction(1), scale=sign * _HUNDREDTH, power=power, cue=trio.cue,
            )  # fmt: skip
        return
    pair = change_on_top(rate, text)
    if pair is not None:
        new, change = pair
        yield Relation(
            check="", form="growth", terms=(new.id, rate.id, change.id),
            scale=_HUNDREDTH, net=1 if sign > 0 else -1, cue=trio.cue if trio else None,
        )  # fmt: skip
        return
    trio = change_apart(rate, text)
    if trio is not None and trio.new.claim.quantity.kind not in ("percent", "point"):
        yield Relation(
            check="", form="growth", terms=(trio.old.id, rate.id, trio.new.id), offset=Fraction(1),
            scale=sign * _HUNDREDTH, basis="inferred", reason="apart", cue=trio.cue,
        )  # fmt: skip


def _moved(movement: Movement) -> Iterator[Relation]:
    """What a rate in apposition comes to: between two levels, of the first, or on the way to the last."""
    rate, change, new, old, rises, basis = movement
    sign = 1 if rises else -1
    cue = (rate.passage.block, rate.claim.outer.start - len(rate.before), rate.claim.local.start)
    if new is not None and old is not None:
        yield Relation(
            check="",
            form="growth",
            terms=(old.id, rate.id, new.id),
            offset=Fraction(1),
            scale=sign * _HUNDREDTH,
            cue=cue,
            basis=basis,
            reason="name" if basis == "inferred" else "",
        )
    elif change is not None and old is not None:
        yield Relation(
            check="", form="share", terms=(old.id, rate.id, change.id), scale=_HUNDREDTH, cue=cue, basis=basis,
            reason="name" if basis == "inferred" else "",
        )  # fmt: skip
    elif change is not None and new is not None:
        yield Relation(check="", form="growth", terms=(new.id, rate.id, change.id), scale=_HUNDREDTH, net=sign, cue=cue)


def _sign(rate: Figure, text: Prose) -> int | None:
    """1 for a rise, or a change with its sign; -1 for a fall; None where the figure is no change."""
    value = rate.claim.quantity.value
    if value is None or rate.claim.statistic not in ("growth", None) or role(rate, text.language) != "change":
        return None
    way = direction(rate, text.language)
    if way is None:
        return None
    return -1 if way == "down" and value > 0 else 1
