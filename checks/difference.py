"""A difference does not fit the two figures it lies between.

"30 against 22, eight more" is right; "nine more" is not. Surpluses, deficits, gaps and
changes in points are differences too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.interval import closed
from claims.knowledge import balanced, balances
from claims.labels import called, comparable_levels, kind_key
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.tables import Table, tables
from claims.ties.appositions import movements, told_over
from claims.ties.change_columns import Change, changes, fits
from claims.ties.changes import levels_told
from claims.ties.changes_apart import change_apart
from claims.ties.roles import direction, role
from claims.ties.trios import Trio, change_between
from claims.wordings import Wording

_OWN_WORDS = Wording(zh=r"{own_balance}|[，,、\s{date}]")
"""What a balance's clause may hold beside its name."""
_SOONER = Wording(zh=r"{sooner}", en=r"\b{sooner}\b")
_POINTS = Wording(en=r"^\s*points?\b")
_MORE = Wording(zh=r"{something_else}", en=r"\b(?:{something_else})\b")
_NAME_REACH = {"zh": 12, "en": 40}
_SIGNS = (Fraction(1), Fraction(-1), Fraction(-1))


def relations(ledger: Ledger) -> Iterator[Relation]:
    """Changes between two levels, in prose and in tables, and balances of two named figures."""
    text = prose(ledger)
    for table in tables(ledger):
        yield from _tabled(table)
    for passage in text.with_figures:
        for figure in passage.figures:
            yield from _change(figure, text)
            yield from _balance(figure, text)
        for _, change, new, old, rises, _ in (*movements(passage, text), *told_over(passage, text)):
            if change is not None and new is not None and old is not None:
                high, low = (new, old) if rises else (old, new)
                yield Relation(
                    check="", form="difference", terms=(high.id, low.id, change.id), coefficients=_SIGNS,
                    cue=(passage.block, change.clause_start, change.claim.local.start),
                )  # fmt: skip


def _tabled(table: Table) -> Iterator[Relation]:
    """Rows of a column of changes beside its two columns of levels, rounded like these."""
    for old, new, change, in_percent in changes(table):
        if not in_percent:
            # Changes that rounding explains need no more than that said of them.
            slack = Fraction(3, 2) if fits(Change(old, new, change, False)) else Fraction(0)
            yield Relation(
                check="", form="difference", terms=(new.id, old.id, change.id), coefficients=_SIGNS,
                constant=closed(-slack, slack), cue=(change.claim.block, 0, change.claim.local.start),
            )  # fmt: skip


def _change(change: Figure, text: Prose) -> Iterator[Relation]:
    """A change in the unit of its levels, or in points between two percentages."""
    q = change.claim.quantity
    if q.value is None or q.kind == "percent" or not _is_difference(change, text.language):
        return
    way = direction(change, text.language)
    if q.kind == "duration" and _SOONER.either.search(change.passage.folded[change.clause_start : change.clause_end]):
        way = "down"  # who is faster needs less time
    if way is None:
        return
    trio, basis = change_between(change, text), "stated"
    if trio is None and q.kind == "point":
        move = levels_told(change, text)
        if move is not None and move.new is not None and move.old is not None:
            trio, way = Trio(change, move.new, move.old), "up" if move.rises else "down"
    if trio is None:
        trio, basis = change_apart(change, text), "inferred"
    if trio is None:
        return
    levels = {trio.new.claim.quantity.kind, trio.old.claim.quantity.kind}
    if q.kind == "point" or (levels == {"percent"} and _POINTS[text.language].match(change.right)):
        if levels != {"percent"}:
            return
    elif not comparable_levels(trio.new.claim, change.claim) or not comparable_levels(trio.old.claim, change.claim):
        return
    high, low = (trio.new, trio.old) if way == "up" or q.value < 0 else (trio.old, trio.new)
    yield Relation(
        check="", form="difference", terms=(high.id, low.id, change.id), coefficients=_SIGNS, basis=basis,
        reason="apart" if basis == "inferred" else "", cue=trio.cue,
    )  # fmt: skip


def _is_difference(change: Figure, language: str) -> bool:
    return change.claim.statistic in ("difference", "growth") or role(change, language) == "change"


def _balance(balance: Figure, text: Prose) -> Iterator[Relation]:
    """A surplus or deficit after the one figure of each of its sides."""
    lead = balance.left + balance.passage.folded[balance.claim.outer.start : balance.claim.local.start]
    near = lead[-_NAME_REACH[text.language] :]
    if balanced(text.language).search(near) is None:
        return
    for rule in balances(text.language):
        name = rule.name.search(near)
        if name is None or not _is_own(lead, name.group(), text.language):
            continue
        before = [
            f
            for f in balance.passage.figures[: balance.position]
            if kind_key(f.claim) == kind_key(balance.claim) and role(f, text.language) != "base"
        ]
        plus = [f for f in before if _is_side(f, rule.plus, rule.minus)]
        minus = [f for f in before if _is_side(f, rule.minus, rule.plus)]
        if len(plus) == 1 and len(minus) == 1 and not _has_more(plus[0], minus[0], balance, text.language):
            yield Relation(
                check="", form="difference", terms=(plus[0].id, minus[0].id, balance.id), coefficients=_SIGNS,
                cue=(balance.passage.block, balance.clause_start, balance.claim.local.start),
            )  # fmt: skip
            return


def _has_more(plus: Figure, minus: Figure, balance: Figure, language: str) -> bool:
    """Whether words between the sides and the balance bring in a third amount: 另有捐款, after tax."""
    start = min(plus.claim.outer.end, minus.claim.outer.end)
    return _MORE[language].search(balance.passage.folded[start : balance.claim.outer.start]) is not None


def _is_own(lead: str, name: str, language: str) -> bool:
    """Whether the clause is of the balance alone; what is told of it in Chinese may be a change of it."""
    return language == "en" or not _OWN_WORDS["zh"].sub("", lead.replace(name, ""))


def _is_side(figure: Figure, side: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """Whether the figure's measure is that side of the balance: 出口, but not 进出口."""
    name = called(figure.claim)
    found = side.search(name)
    if found is None or other.search(name):
        return False
    return not name[: found.start()].endswith(("进", "出"))
