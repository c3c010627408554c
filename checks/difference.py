"""A difference does not fit the two figures it lies between.

"30 against 22, eight more" is right; "nine more" is not. Surpluses, deficits, gaps and
changes in points are differences too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.appositions import movements
from claims.knowledge import balances
from claims.labels import called, kind_key, like
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.roles import direction
from claims.trios import change_between
from claims.wordings import Wording

_OWN_WORDS = Wording(zh=r"{own_balance}|[，,、\s{date}]")
"""What a balance's clause may hold beside its name."""
_SOONER = Wording(zh=r"{sooner}", en=r"\b{sooner}\b")
_NAME_REACH = {"zh": 12, "en": 40}
_SIGNS = (Fraction(1), Fraction(-1), Fraction(-1))


def relations(ledger: Ledger) -> Iterator[Relation]:
    """Changes between two levels, and balances of two named figures."""
    text = prose(ledger)
    for passage in text.passages:
        for figure in passage.figures:
            yield from _change(figure, text)
            yield from _balance(figure, text)
        for _, change, new, old, rises in movements(passage, text):
            if change is not None and new is not None and old is not None:
                high, low = (new, old) if rises else (old, new)
                yield Relation(
                    check="", form="difference", terms=(high.id, low.id, change.id), coefficients=_SIGNS,
                    cue=(passage.block, change.clause_start, change.claim.local.start),
                )  # fmt: skip


def _change(change: Figure, text: Prose) -> Iterator[Relation]:
    """A change in the unit of its levels, or in points between two percentages."""
    q = change.claim.quantity
    way = direction(change, text.language)
    if q.kind == "duration" and _SOONER.either.search(change.passage.folded[change.clause_start : change.clause_end]):
        way = "down"  # who is faster needs less time
    if way is None or q.value is None or q.kind == "percent" or change.claim.statistic not in ("difference", "growth"):
        return
    trio = change_between(change, text)
    if trio is None:
        return
    levels = {trio.new.claim.quantity.kind, trio.old.claim.quantity.kind}
    if q.kind == "point":
        if levels != {"percent"}:
            return
    elif not like(trio.new.claim, change.claim) or not like(trio.old.claim, change.claim):
        return
    high, low = (trio.new, trio.old) if way == "up" or q.value < 0 else (trio.old, trio.new)
    yield Relation(
        check="", form="difference", terms=(high.id, low.id, change.id), coefficients=_SIGNS,
        cue=trio.cue,
    )  # fmt: skip


def _balance(balance: Figure, text: Prose) -> Iterator[Relation]:
    """A surplus or deficit after the one figure of each of its sides."""
    for rule in balances(text.language):
        name = rule.name.search(balance.left[-_NAME_REACH[text.language] :])
        if name is None or not _is_own(balance, name.group(), text.language):
            continue
        kind = kind_key(balance.claim)
        before = [f for f in balance.passage.figures[: balance.position] if kind_key(f.claim) == kind]
        plus = [f for f in before if _is_side(f, rule.plus, rule.minus)]
        minus = [f for f in before if _is_side(f, rule.minus, rule.plus)]
        if len(plus) == 1 and len(minus) == 1:
            yield Relation(
                check="", form="difference", terms=(plus[0].id, minus[0].id, balance.id), coefficients=_SIGNS,
                cue=(balance.passage.block, balance.clause_start, balance.claim.local.start),
            )  # fmt: skip
            return


def _is_own(balance: Figure, name: str, language: str) -> bool:
    """Whether the clause is of the balance alone; what is told of it in Chinese may be a change of it."""
    return language == "en" or not _OWN_WORDS["zh"].sub("", balance.left.replace(name, ""))


def _is_side(figure: Figure, side: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """Whether the figure's measure is that side of the balance: 出口, but not 进出口."""
    name = called(figure.claim)
    found = side.search(name)
    if found is None or other.search(name):
        return False
    return not name[: found.start()].endswith(("进", "出"))
