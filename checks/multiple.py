"""A multiple does not fit the two figures it compares.

From 20 to 60 is three times as much, or two times more: 增加3倍 says four times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.labels import kind_key
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.trios import change_between

_ZH_MORE = re.compile(r"(?:增加|增长|增|升|上升|提高|提升|多|扩大|上涨|涨)了?[约近超过逾]?$")
_EN_TIMES = re.compile(r"^\s*(?:times )?(?:the|that of the|as (?:many|much) as the)\s*$", re.IGNORECASE)
_ZH_TIMES = re.compile(r"(?:是|为|相当于|达|达到|有)[^，。；]{0,12}$")


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each multiple between two levels of its sentence."""
    text = prose(ledger)
    for passage in text.passages:
        for multiple in passage.figures:
            if multiple.claim.quantity.kind != "multiple" or multiple.claim.quantity.value is None:
                continue
            found = _levels(multiple, text)
            if found is None:
                continue
            new, old, basis = found
            said = bool(_ZH_MORE.search(multiple.left)) or multiple.claim.quantity.direction == "up"
            more = text.language == "zh" and said and "倍" in multiple.claim.quote
            yield Relation(
                check="", form="multiple", terms=(old.id, multiple.id, new.id), offset=Fraction(int(more)),
                basis=basis, presumed="more" if more else "", cue=(passage.block, multiple.clause_start, multiple.claim.local.start),
            )  # fmt: skip


def _levels(multiple: Figure, text: Prose) -> tuple[Figure, Figure, str] | None:
    trio = change_between(multiple, text)
    if trio is not None:
        return trio.new, trio.old, trio.basis
    old = multiple.previous
    new = old.previous if old is not None else None
    if text.language == "zh" and old is not None and new is not None:
        if (
            kind_key(old.claim) == kind_key(new.claim)
            and _ZH_TIMES.search(old.before)
            and multiple.before.strip("的") == ""
        ):
            return new, old, "stated"
    after = multiple.next
    if text.language == "en" and old is not None and after is not None and kind_key(old.claim) == kind_key(after.claim):
        told = re.match(r"^[^,.;]{0,30}, (?:or |about |nearly )?$", multiple.before)
        if told and _EN_TIMES.match(multiple.after):
            return old, after, "stated"
    return None
