"""A multiple does not fit the two figures it compares.

From 20 to 60 is three times as much, or two times more: 增加3倍 says four times.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claims.labels import kind_key
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.trios import change_between
from claims.wordings import Wording

_MORE = Wording(zh=r"{multiplied_more}了?{level_modifier}?$")
_TIMES = Wording(en=r"^\s*(?:times )?{times_as_much}\s*$")
_IS = Wording(zh=r"{is_level}[^，。；]{0,12}$")
_TOLD = Wording(en=r"^[^,.;]{0,30}, (?:or |about |nearly )?$")


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
            new, old = found
            more = _is_more(multiple, text.language)
            yield Relation(
                check="", form="multiple", terms=(old.id, multiple.id, new.id), offset=Fraction(int(more)),
                presumed="more" if more else "",
                cue=(passage.block, multiple.clause_start, multiple.claim.local.start),
            )  # fmt: skip


def _is_more(multiple: Figure, language: str) -> bool:
    """Whether the multiple is one of what was added: 增加3倍 makes four times as much."""
    rises = _MORE[language].search(multiple.left) is not None or multiple.claim.quantity.direction == "up"
    return rises and "倍" in multiple.claim.quote


def _levels(multiple: Figure, text: Prose) -> tuple[Figure, Figure] | None:
    """The level and what it is a multiple of; None when the words do not put both beside it."""
    trio = change_between(multiple, text)
    if trio is not None:
        return trio.new, trio.old
    before, after = multiple.previous, multiple.next
    if before is None:
        return None
    if text.language == "en":
        if after is None or kind_key(before.claim) != kind_key(after.claim):
            return None
        told = _TOLD["en"].match(multiple.before) and _TIMES["en"].match(multiple.after)
        return (before, after) if told else None
    new = before.previous
    if new is None or kind_key(before.claim) != kind_key(new.claim) or multiple.before.strip("的"):
        return None
    return (new, before) if _IS["zh"].search(before.before) else None
