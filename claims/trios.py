"""A change and the two levels it lies between.

Reports put the three in every order ("to N from B, up g", "B rose g to N", "N, against B, a
rise of g"). What tells them apart is their roles, not their order.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.labels import keys, kind_key, label, like
from claims.model import Claim
from claims.prose import DATE_MARK, Figure, Prose
from claims.roles import role

_REACH = 4
_ANNUAL = re.compile(
    r"年均|每年平均|平均每年|复合|年平均|a year on average|annual(?:ly|i[sz]ed)?|per year|per annum|each year|every year|yearly|compound|a year(?! (?:ago|earlier|before))",
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
        if _separated(figure, change):
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
            if len(wanted & keys(label(figure, language), language)) >= (3 if language == "zh" else 2):
                return figure
    return None


def _separated(figure: Figure, change: Figure) -> bool:
    """Whether a semicolon or a bracket's end parts the two."""
    first, last = sorted((figure, change), key=lambda f: f.position)
    start, end = first.claim.outer.end, last.claim.outer.start
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
    """Whether the three hang together, and nothing between them could take the place of one."""
    first, *_, last = sorted((change, new, old), key=lambda f: f.position)
    for figure in change.passage.figures[first.position : last.position + 1]:
        if figure in (change, new, old):
            continue
        if like(figure.claim, new.claim) and role(figure, language) != "change":
            return False
        if figure.claim.quantity.kind == change.claim.quantity.kind and role(figure, language) == "change":
            return False
    return _attached(change, new, old, language)


_ZH_NEUTRAL = re.compile(
    r"(?:较|比|同|按)(?:上年末?|去年|前年|年初|年末|年底|上月|上季度?|" + DATE_MARK + r")+(?:同期)?(?:的)?"
    r"|同比|环比|按年|按月|按季|年增|年减|月增|月减|增长|增加|上升|上涨|下降|下跌|减少|回落|收窄|扩大|提高|提升|降低|累积|累计|不变价格?|可比价格?|计算"
    r"|增幅|升幅|涨幅|跌幅|降幅|减幅|幅度|相当于|变动|变化|超过|[多少微急大升跌涨降增减幅为达高约近逾即或以按计净仅只了则均又再更]|[，,（(、:：\s]"
)
_ZH_OTHER_BASE = re.compile(r"(?:较|比)[^，,；。]{0,4}\d{4}年")
_ZH_BASE_AFTER = re.compile(r"同期|上年|去年|前年|上月|上季|年初|此前|原来")
_EN_LEADS_IN = re.compile(
    r"^(?:[^,;.()~]{0,44}[,(~]|\s)\s*(?:(?:(?:a|an|or|up|down|i\.e\.|that is|which is|giving|representing|showing|marking|registering|equivalent to|thus|by|off|about|some|around|nearly)\b)"
    r"[^,;~]{0,44})?$",
    re.IGNORECASE,
)
_EN_LEADS_ON = re.compile(r"^[^,;.()~]{0,50}\b(?:to|from|than|against|with|over|at|on)\b[^,;.()~]{0,24}$|^,? (?:to|from|compared (?:with|to)|against)\b[^,;.()~]{0,24}$", re.IGNORECASE)


_EN_COMPARED = re.compile(r"\b(?:compared (?:with|to)|against|versus|than)\b", re.IGNORECASE)


def _attached(change: Figure, new: Figure, old: Figure, language: str) -> bool:
    """Whether the words that join the change to its neighbours bring in no other subject."""
    before = [f for f in (new, old) if f.position < change.position]
    after = [f for f in (new, old) if f.position > change.position]
    passage = change.passage
    if before:
        nearest = max(before, key=lambda f: f.position)
        gap = _words_without_figures(nearest, change)
        if language == "zh" and (len(_ZH_NEUTRAL.sub("", gap)) > 1 or _has_other_base(nearest, change)):
            return False
        if language == "en" and not _EN_LEADS_IN.match(gap):
            return False
    if after:
        nearest = min(after, key=lambda f: f.position)
        gap = passage.words(change.claim.outer.end, nearest.claim.outer.start)
        if language == "zh":
            leads_on = re.match(r"^[，,]?(?:至|到|达|达到|升至|增至|跌至|降至)", gap) if nearest is new else _ZH_BASE_AFTER.search(
                passage.folded[change.claim.outer.end : nearest.claim.outer.start]
            )
            return bool(leads_on) and "；" not in gap and ";" not in gap
        if nearest is old and _EN_COMPARED.search(gap) and {old.claim.quantity.kind, change.claim.quantity.kind} == {"percent"}:
            return False  # one rate beside another is no level
        return bool(_EN_LEADS_ON.match(gap)) and " and " not in gap
    return True


def _has_other_base(nearest: Figure, change: Figure) -> bool:
    """Whether the change says by itself what year it is measured from."""
    raw = change.passage.folded[nearest.claim.outer.end : change.claim.outer.start]
    return "；" in raw or _ZH_OTHER_BASE.search(raw) is not None


def _words_without_figures(first: Figure, last: Figure) -> str:
    """The words between two figures of a passage, those of figures between them left out."""
    passage, at, words = first.passage, first.claim.outer.end, ""
    for figure in passage.figures[first.position + 1 : last.position + 1]:
        words += passage.words(at, figure.claim.outer.start)
        at = figure.claim.outer.end
    return words


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
    if _separated(new, rate) or not _follows(change, rate, language):
        return None
    return new, change


def _follows(change: Figure, rate: Figure, language: str) -> bool:
    gap = _words_without_figures(change, rate)
    return len(_ZH_NEUTRAL.sub("", gap)) <= 1 if language == "zh" else bool(_EN_LEADS_IN.match(gap))
