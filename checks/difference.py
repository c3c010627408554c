"""A difference does not fit the two figures it lies between.

"30 against 22, eight more" is right; "nine more" is not. Surpluses, deficits, gaps and
changes in points are differences too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.knowledge import balances
from claims.labels import kind_key, like
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.roles import direction
from claims.trios import change_between

_OWN_WORDS = re.compile(r"实现|录得|出现|产生|全年|累计|形成|达到?|为|有|约|贸易|进出口|外贸|财政|收支|净|[，,、\s\ue000]")
_SIGNS = (Fraction(1), Fraction(-1), Fraction(-1))


def relations(ledger: Ledger) -> Iterator[Relation]:
    """Changes between two levels, and balances of two named figures."""
    text = prose(ledger)
    for passage in text.passages:
        for figure in passage.figures:
            yield from _change(figure, text)
            yield from _balance(figure, text)


def _change(change: Figure, text: Prose) -> Iterator[Relation]:
    q = change.claim.quantity
    way = direction(change, text.language)
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
        cue=trio.cue, basis=trio.basis,
    )  # fmt: skip


def _balance(balance: Figure, text: Prose) -> Iterator[Relation]:
    for rule in balances(text.language):
        found = rule.name.search(balance.left[-12:] if text.language == "zh" else balance.left[-40:])
        if found is None or (text.language == "zh" and _OWN_WORDS.sub("", balance.left.replace(found.group(), ""))):
            continue
        before = [
            f for f in balance.passage.figures[: balance.position] if kind_key(f.claim) == kind_key(balance.claim)
        ]
        plus = [f for f in before if _is_side(f, rule.plus, rule.minus)]
        minus = [f for f in before if _is_side(f, rule.minus, rule.plus)]
        if len(plus) == 1 and len(minus) == 1:
            start = balance.clause_start
            yield Relation(
                check="", form="difference", terms=(plus[0].id, minus[0].id, balance.id), coefficients=_SIGNS,
                cue=(balance.passage.block, start, balance.claim.local.start),
            )  # fmt: skip
            return


def _is_side(figure: Figure, side: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """Whether the figure's measure is that side of the balance: 出口, but not 进出口."""
    name = figure.claim.measure
    found = side.search(name)
    return found is not None and not other.search(name) and (found.start() == 0 or name[found.start() - 1] not in "进出")
