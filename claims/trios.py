"""A change and the two levels it lies between.

Reports put the three in every order ("to N from B, up g", "B rose g to N", "N, against B, a
rise of g"). What tells them apart is their roles, not their order.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.joints import belongs, leads_in, parted, words_between
from claims.labels import keys, kind_key, label, like, own_period
from claims.model import Claim
from claims.prose import Figure, Prose
from claims.roles import is_level, role
from claims.wordings import Wording

_REACH = 4
"""Figures of a sentence, on either side of a change, that may be its levels."""
_SENTENCES_BACK = 2
_CUE = 8
"""Code points before the old level that are shown as the words which make it one."""
_ENOUGH = {"zh": 3, "en": 2}
"""Keys that a level told before must share with the change and the old level."""
_LONGEST_SPAN = 60
_AGAINST = Wording(zh=r"{against}\s*$", en=r"\b(?:since|from|on|over|than|in)\s*$")
_FORMERLY = Wording(zh=r"[，,；]\s*{earlier}[^，,；。]{0,8}$")
_EACH = Wording(en=r"\s*(?:an?|per|each)\s+[a-z]+")
_MONTHS = re.compile(r"(?P<year>\d{4}|-)-(?P<begin>\d\d-01)/(?P<last>\d{4}|-)-(?P<end>\d\d-(?:3[01]|2[89]))")
_SAME_SPAN = Wording(zh=r"{same_time}", en=r"\bsame\b")
_QUOTES = (("「", "」"), ("『", "』"), ("“", "”"), ("《", "》"))
_OF_THE_WHOLE = Wording(zh=r"[，；]\s*{whole_subject}")
_ANNUAL = Wording(zh=r"{annual}", en=r"{annual}|a year(?! {ago})")


class Trio(NamedTuple):
    """A change with the level it leads to and the level it starts from."""

    change: Figure
    new: Figure
    old: Figure

    @property
    def cue(self) -> tuple[int, int, int]:
        """Block, start and end of what stands before the old level."""
        start = max(self.old.claim.outer.start - _CUE, self.old.passage.start)
        return self.old.passage.block, start, self.old.claim.local.start


def change_between(change: Figure, text: Prose) -> Trio | None:
    """The levels around a change in its sentence, told apart by cue or by their dates; else None.

    Only changes and figures of other kinds may stand between them: a second candidate for
    either level leaves the matter open.
    """
    near = _near(change)
    bases = [f for f in near if role(f, text.language) == "base"]
    levels = [f for f in near if is_level(f, text.language)]
    for old in sorted(bases, key=lambda f: _distance(f, change)):
        candidates = [f for f in levels if kind_key(f.claim) == kind_key(old.claim)]
        if candidates:
            nearest = min(candidates, key=lambda f: (_distance(f, change), f.position > old.position))
            trio = Trio(change, nearest, old)
            if _is_clear(trio, text):
                return trio
    if len(bases) == 1 and not any(like(f.claim, bases[0].claim) for f in levels):
        told = _told_before(bases[0], change, text)
        if told is not None:
            return Trio(change, told, bases[0])
    dated = _by_date(change, levels)
    return dated if dated is not None and _is_clear(dated, text) else None


def _near(change: Figure) -> list[Figure]:
    """The figures around the change that no semicolon parts from it."""
    window = change.passage.figures[max(0, change.position - _REACH) : change.position + _REACH + 1]
    return [f for f in window if f is not change and not parted(f, change)]


def _distance(figure: Figure, change: Figure) -> int:
    return abs(figure.position - change.position)


def _told_before(old: Figure, change: Figure, text: Prose) -> Figure | None:
    """The new level, told in an earlier sentence under the name that the old one has here."""
    language, at = text.language, change.passage.index
    wanted = keys(label(old, language), language) | keys(label(change, language), language)
    for passage in reversed(text.passages[max(0, at - _SENTENCES_BACK) : at]):
        for figure in reversed(passage.figures):
            if kind_key(figure.claim) != kind_key(old.claim) or not is_level(figure, text.language):
                continue
            if len(wanted & keys(label(figure, language), language)) >= _ENOUGH[language]:
                return figure
    return None


def _by_date(change: Figure, levels: list[Figure]) -> Trio | None:
    """Two like levels just before the change, each with a date of its own in its clause."""
    before = [f for f in levels if f.position < change.position][-2:]
    if len(before) != 2 or before[1].position != change.position - 1 or not like(before[0].claim, before[1].claim):
        return None
    first, second = before
    first_date, second_date = _own_date(first), _own_date(second)
    if first_date is None or second_date is None or first_date == second_date:
        return None
    if _unlike_spans(first, second):
        return None  # the whole of one year, and a quarter of the next
    return Trio(change, second, first) if first_date < second_date else Trio(change, first, second)


def _own_date(figure: Figure) -> str | None:
    """First day of the last date before the figure in its clause; None without one."""
    dates = [d for d in figure.passage.dates if figure.clause_start <= d.local.start < figure.claim.local.start]
    found = dates[-1].quantity.dates if dates else None
    return found[0] or None if found else None


def _is_clear(trio: Trio, text: Prose) -> bool:
    """Whether the three hang together, and nothing between them could take the place of one."""
    first, *_, last = sorted(trio, key=lambda f: f.position)
    between = trio.change.passage.figures[first.position : last.position + 1]
    if any(_rivals(figure, trio, text) for figure in between if figure not in trio):
        return False
    if _is_mean(trio.new) and not _is_mean(trio.old) and _has_total(trio):
        return False  # 1.64億，日均410萬，比去年的1.31億: the total is held against a total
    if _apart(trio, text.language) or _unlike_spans(trio.new, trio.old):
        return False
    return belongs(*trio, text.language)


def _unlike_spans(first: Figure, second: Figure) -> bool:
    """Whether one level is for a whole year and the other for a part of another."""
    spans = [_parts_of_year(own_period(level.claim)) for level in (first, second)]
    if any(_SAME_SPAN.either.search(f.passage.folded[f.clause_start : f.claim.outer.start]) for f in (first, second)):
        return False
    return None not in spans and spans[0] != spans[1] and "year" in spans


def _parts_of_year(period: str) -> str | None:
    """ "year" for a year, "part" for months within one; None for days and all else."""
    if re.fullmatch(r"\d{4}", period):
        return "year"
    match = _MONTHS.fullmatch(period)
    if match is None or match["year"] != match["last"]:
        return None
    return "year" if match["begin"] == "01-01" and match["end"] == "12-31" else "part"


def _is_mean(level: Figure) -> bool:
    """Whether the level is one for each of several: 日均410万, £45 a pupil."""
    return level.claim.statistic == "mean" or (
        level.claim.quantity.kind == "money" and _EACH["en"].match(level.right) is not None
    )


def _has_total(trio: Trio) -> bool:
    """Whether a level like the new one, but no mean, stands before it."""
    before = trio.new.passage.figures[: trio.new.position]
    return any(kind_key(f.claim) == kind_key(trio.old.claim) and not _is_mean(f) for f in before)


def _apart(trio: Trio, language: str) -> bool:
    """Whether words part the change from a level: a closed quotation, a list, a subject that is a whole."""
    first, last = sorted((trio.change, trio.new), key=lambda f: f.position)
    passage = first.passage
    words = passage.folded[first.claim.local.end : last.claim.local.start]
    if any(words.count(closing) > words.count(opening) for opening, closing in _QUOTES):
        return True
    if first is trio.new and words.startswith("、"):
        return True
    return first is trio.new and _OF_THE_WHOLE[language].match(words) is not None and trio.new.position > 0


def _rivals(figure: Figure, trio: Trio, text: Prose) -> bool:
    """Whether a fourth figure could be the change, or one of the levels."""
    if role(figure, text.language) == "change":
        return figure.claim.quantity.kind == trio.change.claim.quantity.kind
    return like(figure.claim, trio.new.claim)


def annual_years(rate: Figure, trio: Trio) -> int | None:
    """1 for a rate over the whole span; for a rate a year the years between the two dates; None if unknown."""
    lead = rate.passage.words(rate.clause_start, rate.claim.outer.start)
    tail = rate.passage.folded[rate.claim.outer.end : rate.claim.outer.end + 20]
    if not _ANNUAL.either.search(lead) and not _ANNUAL.either.search(tail):
        return 1
    new, old = _year(trio.new.claim), _year(trio.old.claim)
    return new - old if new and old and 0 < new - old < _LONGEST_SPAN else None


def _year(claim: Claim) -> int | None:
    period = own_period(claim)
    return int(period[:4]) if re.match(r"\d{4}", period) else None


def change_on_top(rate: Figure, text: Prose) -> tuple[Figure, Figure] | None:
    """Level and change just before a rate: "312.5, up 37.5 since January, or 13.6 %"."""
    change = rate.previous
    new = change.previous if change is not None else None
    if change is None or new is None or role(change, text.language) != "change" or not is_level(new, text.language):
        return None
    if change.claim.quantity.kind != new.claim.quantity.kind or not like(change.claim, new.claim):
        return None
    if _is_base_level(new, change) or parted(new, rate) or not leads_in(words_between(change, rate), text.language):
        return None
    return new, change


def _is_base_level(level: Figure, change: Figure) -> bool:
    """Whether the level before a change is the one it starts from: it is told for an earlier time than the change."""
    passage = level.passage
    for day in passage.dates:
        between = level.claim.local.start < day.local.start < change.claim.local.start
        if between and not _AGAINST.either.search(passage.folded[max(0, day.local.start - 8) : day.local.start]):
            return True
    lead = passage.folded[passage.start : level.claim.outer.start]
    earlier = any(kind_key(f.claim) == kind_key(level.claim) for f in passage.figures[: level.position])
    return earlier and _FORMERLY.either.search(lead) is not None
