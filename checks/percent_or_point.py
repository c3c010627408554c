"""A change of a percentage is given in percent where points seem to be meant.

From 5 % to 7 % is a rise of two percentage points, or of 40 %. Writing "up 2 %" says
something else. Both readings are shown, since the habit is common.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks._judging.figures import digits, quoted
from claims.model import Ledger, Relation
from claims.prose import prose
from claims.ties.changes import levels_told
from claims.ties.roles import direction, role
from claims.ties.trios import Trio, change_between

_HUNDREDTH = Fraction(1, 100)


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each change in percent between two percentages."""
    text = prose(ledger)
    for passage in text.with_figures:
        for change in passage.figures:
            q = change.claim.quantity
            if q.kind != "percent" or q.value is None or len(passage.figures) < 2:
                continue
            is_change = role(change, text.language) == "change"
            way = direction(change, text.language) if is_change else None
            trio = change_between(change, text) if way is not None else None
            if trio is None:
                move = levels_told(change, text)
                if move is not None and move.new is not None and move.old is not None:
                    trio, way = Trio(change, move.new, move.old), "up" if move.rises else "down"
            if trio is None or trio.new.claim.quantity.kind != "percent" or trio.old.claim.quantity.kind != "percent":
                continue
            new, old = trio.new.claim.quantity.value, trio.old.claim.quantity.value
            points = "?" if new is None or not old else digits(new - old, 2).removesuffix("0")
            quotes = {"from": quoted(trio.old.claim), "to": quoted(trio.new.claim), "change": quoted(change.claim)}
            yield Relation(
                check="", form="growth", terms=(trio.old.id, change.id, trio.new.id), offset=Fraction(1),
                scale=(-1 if way == "down" and q.value > 0 else 1) * _HUNDREDTH,
                cue=trio.cue, presumed="percent", note={"template": "point", "points": points, **quotes},
            )  # fmt: skip
