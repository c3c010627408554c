"""A change and the two levels it lies between.

Reports put the three in every order ("to N from B, up g", "B rose g to N", "N, against B, a
rise of g"). What tells them apart is their roles, not their order.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.labels import keys, kind_key, label, like
from claims.model import Claim
from claims.prose import Figure, Prose
from claims.roles import role

_REACH = 4
_ANNUAL = re.compile(
    r"年均|每年平均|平均每年|复合|年平均|a year on average|annual(?:ly|i[sz]ed)|per year|each year|compound",
    re.IGNORECASE,
)


class Trio(NamedTuple):
    """A change with the level it leads to and the level it starts from."""

    change: Figure
    new: Figure
    old: Figure
    cue: tuple[int, int, int] | None
    basis: str


def change_between(change: Figure, text: Prose) -> Trio | None:
    """The levels around a change in its sentence, told apart by cue or by their dates; else None.

    Only changes and figures of other kinds may stand between them: a second candidate for
    either level leaves the matter open.
    """
    language = text.language
    near = _window(change)
    bases = [f for f in near if role(f, language) == "base"]
    levels = [f for f in near if role(f, language) == "level"]
    for old in sorted(bases, key=lambda f: abs(f.position - change.position)):
        candidates = [f for f in levels if like(f.claim, old.claim) and kind_key(f.claim) == kind_key(old.claim)]
        if not candidates:
            continue
        new = min(candidates, key=lambda f: (abs(f.position - change.position), f.position > old.position))
        if _clear(change, new, old, language):
            return Trio(change, new, old, _cue(old, change), "stated")
    if len(bases) == 1:
        new_level = _told_before(bases[0], change, text)
        if new_level is not None and not any(like(f.claim, bases[0].claim) for f in levels):
            return Trio(change, new_level, bases[0], _cue(bases[0], change), "stated")
    dated = _by_date(change, levels)
    if dated is not None and _clear(change, *dated, language):
        return Trio(change, *dated, _cue(dated[1], change), "stated")
    return None


def _window(change: Figure) -> list[Figure]:
    figures = change.passage.figures
    near = figures[max(0, change.position - _REACH) : change.position + _REACH + 1]
    kept: list[Figure] = []
    for figure in near:
        if figure is change:
            continue
        if abs(figure.position - change.position) > 1 and _separated(figure, change):
            continue
        kept.append(figure)
    return kept


def _told_before(old: Figure, change: Figure, text: Prose) -> Figure | None:
    """The new level, told in an earlier sentence under the name that the old one has here."""
    language = text.language
    wanted = keys(label(old, language), language) | keys(label(change, language), language)
    for passage in reversed(text.passages[max(0, change.passage.index - 2) : change.passage.index]):
        for figure in reversed(passage.figures):
            if kind_key(figure.claim) != kind_key(old.claim) or role(figure, language) != "level":
                continue
            if len(wanted & keys(label(figure, language), language)) >= (2 if language == "zh" else 1):
                return figure
    return None


def _separated(figure: Figure, change: Figure) -> bool:
    """Whether a semicolon or a bracket's end parts the two."""
    start, end = sorted((figure.claim.outer.end, change.claim.outer.start))
    return ";" in figure.passage.folded[start:end] or "；" in figure.passage.folded[start:end]


def _by_date(change: Figure, levels: list[Figure]) -> tuple[Figure, Figure] | None:
    """Two like levels just before the change, each with a date of its own in its clause."""
    before = [f for f in levels if f.position < change.position][-2:]
    if len(before) != 2 or before[1].position != change.position - 1 or not like(before[0].claim, before[1].claim):
        return None
    first, second = (_own_date(f) for f in before)
    if first is None or second is None or first == second:
        return None
    return (before[1], before[0]) if first < second else (before[0], before[1])


def _own_date(figure: Figure) -> str | None:
    dates = [d for d in figure.passage.dates if figure.clause_start <= d.local.start < figure.claim.local.start]
    found = dates[-1].quantity.dates if dates else None
    return found[0] or None if found else None


def _clear(change: Figure, new: Figure, old: Figure, language: str) -> bool:
    """Whether nothing between the three could take the place of one of them."""
    first = min(f.position for f in (change, new, old) if f.passage is change.passage)
    last = max(f.position for f in (change, new, old) if f.passage is change.passage)
    for figure in change.passage.figures[first : last + 1]:
        if figure in (change, new, old):
            continue
        if like(figure.claim, new.claim) and role(figure, language) != "change":
            return False
        if figure.claim.quantity.kind == change.claim.quantity.kind and role(figure, language) == "change":
            return False
    return True


def _cue(old: Figure, change: Figure) -> tuple[int, int, int]:
    start = max(old.claim.outer.start - 8, old.passage.start)
    return old.passage.block, start, old.claim.local.start


def annual_years(rate: Figure, trio: Trio) -> int | None:
    """1 for a rate over the whole span; for a rate a year the years between the two dates; None if unknown."""
    lead = rate.passage.words(rate.clause_start, rate.claim.outer.start)
    tail = rate.passage.folded[rate.claim.outer.end : rate.claim.outer.end + 20]
    if not _ANNUAL.search(lead) and not _ANNUAL.search(tail):
        return 1
    new, old = _year(trio.new.claim), _year(trio.old.claim)
    return new - old if new and old and 0 < new - old < 60 else None


def _year(claim: Claim) -> int | None:
    return int(claim.period[:4]) if re.match(r"\d{4}", claim.period) else None


def change_on_top(rate: Figure, language: str) -> tuple[Figure, Figure] | None:
    """Level and change just before a rate: "312.5, up 37.5 since January, or 13.6 %"."""
    change = rate.previous
    new = change.previous if change is not None else None
    if change is None or new is None:
        return None
    if role(change, language) != "change" or role(new, language) != "level":
        return None
    if change.claim.quantity.kind != new.claim.quantity.kind or not like(change.claim, new.claim):
        return None
    if _separated(new, rate):
        return None
    return new, change
