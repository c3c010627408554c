"""A change and the two levels it lies between.

Reports put the three in every order ("to N from B, up g", "B rose g to N", "N, against B, a
rise of g"). What tells them apart is their roles, not their order.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.labels import called, comparable_levels, keys, kind_key, label, like, own_period
from claims.model import Claim
from claims.prose import Figure, Prose
from claims.ties.joints import belongs, leads_in, parted, words_between
from claims.ties.pace import other_pace
from claims.ties.roles import is_level, role
from claims.wordings import Wording, sets_of

_REACH = 4
"""Figures of a sentence, on either side of a change, that may be its levels."""
_SENTENCES_BACK = 2
_CUE = 8
"""Code points before the old level that are shown as the words which make it one."""
_NOW = 2
"""The place of this year among the years in turn."""
_JOINT = 24
"""Code points between two levels of which only one says for each of what it is."""
_ENOUGH = {"zh": 3, "en": 2}
"""Keys that a level told before must share with the change and the old level."""
_LONGEST_SPAN = 60
_AGAINST = Wording(zh=r"{against}\s*$", en=r"\b(?:since|from|on|over|than|in)\s*$")
_OWN_BASE = Wording(zh=r"(?:(?<![占环同对])比|较|較)[^，,；。]{1,10}$")
_ORIGINAL = Wording(zh=r"{at_first}", en=r"\b{at_first}\b")
_LATELY = Wording(zh=r"{by_now}", en=r"\b{by_now}\b")
_OWN_BASE_AFTER = Wording(en=r"\s*(?:[a-z]+ )?(?:{more}|{fewer}) than (?:in|on|at|last|a|the)\b")
_FORMERLY = Wording(zh=r"[，,；]\s*{earlier}[^，,；。]{0,8}$")
_EACH = Wording(en=r"\s*(?:an?|per|each|for every|for each)\s+[a-z]+")
_MONTHS = re.compile(r"(?P<year>\d{4}|-)-(?P<begin>\d\d-01)/(?P<last>\d{4}|-)-(?P<end>\d\d-(?:3[01]|2[89]))")
_SAME_SPAN = Wording(zh=r"{same_time}", en=r"\bsame\b")
_PAUSES = (",", "，", "(", "（")
_QUOTES = (("「", "」"), ("『", "』"), ("“", "”"), ("《", "》"))
_OF_THE_WHOLE = Wording(zh=r"[，；]\s*{whole_subject}")
_END_OF_RANGE = Wording(zh=r"{extreme}")
_REACHES = Wording(zh=r"[，,]?(?:{leads_to})(?:约)?", en=r" to ")
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
    near = [f for f in _near(change) if not is_restated(f)]
    bases = [f for f in near if role(f, text.language) == "base" and not _has_own_base(change, f, text.language)]
    levels = [f for f in near if is_level(f, text.language)]
    reached = change.next if change.next is not None and _REACHES[text.language].fullmatch(change.after) else None
    for old in sorted(bases, key=lambda f: _distance(f, change)):
        candidates = [f for f in levels if _may_be_levels(f, old)]
        if reached is not None and reached in candidates:
            candidates = [reached]  # 回升一成至3,080人
        elif not is_each(old):  # 1.64億，日均410萬，比去年的1.31億: the total is held against a total
            before = [f for f in candidates if f.position < old.position]
            totals = [f for f in before if not is_each(f)]
            candidates = totals if 0 < len(totals) < len(before) else candidates
        candidates.sort(key=lambda f: (_distance(f, change), f.position > old.position))
        for sides in (candidates[:1], [f for f in candidates if f.position < min(change.position, old.position)][:1]):
            for nearest in sides:
                trio = Trio(change, nearest, old)
                if _is_clear(trio, text):
                    return trio
    if len(bases) == 1 and not any(like(f.claim, bases[0].claim) for f in levels):
        told = _told_before(bases[0], change, text)
        if told is not None:
            return Trio(change, told, bases[0])
    dated = _by_date(change, levels, text.language)
    return dated if dated is not None and _is_clear(dated, text) else None


def _may_be_levels(level: Figure, old: Figure) -> bool:
    """Whether two figures are of one kind, or stand side by side and convert into one another."""
    if kind_key(level.claim) == kind_key(old.claim):
        return True
    if abs(level.position - old.position) != 1 or not comparable_levels(level.claim, old.claim):
        return False
    joint = (old if old.position > level.position else level).before
    return " and " not in joint and len(joint) <= _JOINT


def _near(change: Figure) -> list[Figure]:
    """The figures around the change that no semicolon parts from it."""
    window = change.passage.figures[max(0, change.position - _REACH) : change.position + _REACH + 1]
    return [f for f in window if f is not change and not parted(f, change)]


def _has_own_base(change: Figure, base: Figure, language: str) -> bool:
    """Whether a change told after a base is measured from something else: 比預期的16.5億元高出一成，比上季高出…."""
    if not 0 <= base.position < change.position or change.clause_start <= base.claim.local.start:
        return False
    if language == "en":
        return _OWN_BASE_AFTER["en"].match(change.right) is not None
    return _OWN_BASE["zh"].search(change.left) is not None


def is_restated(figure: Figure) -> bool:
    """Whether it says of the figure just before it that it is short of a round one: 4,864人，不足5,000人."""
    told, hedge = figure.previous, figure.claim.quantity.hedge
    return (
        hedge in ("less_than", "more_than", "nearly") and figure.claim.quantity.direction is None
        and told is not None and not told.claim.quantity.hedge and not _is_end_of_range(figure)
        and kind_key(told.claim) == kind_key(figure.claim) and figure.before.strip() in _PAUSES
    )  # fmt: skip


def _is_end_of_range(figure: Figure) -> bool:
    """Whether words such as 最低 make a hedged figure the least of many: 最高386万元，最低不足100元."""
    words = figure.passage.folded[figure.claim.outer.start : figure.claim.local.start]
    return _END_OF_RANGE["zh"].match(words) is not None


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


def _by_date(change: Figure, levels: list[Figure], language: str) -> Trio | None:
    """Two like levels just before the change, each with a date of its own in its clause."""
    before = [f for f in levels if f.position < change.position][-2:]
    if len(before) != 2 or before[1].position != change.position - 1 or not like(before[0].claim, before[1].claim):
        return None
    first, second = before
    first_date, second_date = _own_date(first), _own_date(second)
    if first_date is None or second_date is None:
        later = _is_later(second, first, language)
        if _is_revised(second, first, language):
            return Trio(change, second, first)
        if later is None or not _is_same_thing(second, first, language):
            return None
        return Trio(change, second, first) if later else Trio(change, first, second)
    if first_date == second_date:
        return None
    if _unlike_spans(first, second):
        return None  # the whole of one year, and a quarter of the next
    return Trio(change, second, first) if first_date < second_date else Trio(change, first, second)


def _is_later(figure: Figure, other: Figure, language: str) -> bool | None:
    """Whether a figure is told for a later time than another; None when their own words do not say so."""
    a, b = own_period(figure.claim), own_period(other.claim)
    if re.match(r"\d{4}", a) and re.match(r"\d{4}", b):
        return None if len(a) != len(b) or a == b else a > b
    first, second = _place_in_turn(a, language), _place_in_turn(b, language)
    if first is not None and first < _NOW and not b:
        return False  # what is told for no time is told for now: 下限2,490元，上年度下限2,320元
    return None if first is None or second is None or first == second else first > second


def _is_revised(figure: Figure, other: Figure, language: str) -> bool:
    """Whether a figure takes the place of one first told: 工程原預算80億元，最新估算104億元."""
    return _LATELY[language].search(figure.left) is not None and _ORIGINAL[language].search(other.left) is not None


def _place_in_turn(period: str, language: str) -> int | None:
    """Number of the year that a period is told by: 0 for 前年, 1 for 去年 and last year, 2 for this year."""
    word = period.lower().replace(" ", "_")
    return next((n for n, words in enumerate(sets_of("years_in_turn", language)) if word in words), None)


def _is_same_thing(figure: Figure, other: Figure, language: str) -> bool:
    """Whether what a figure is called is nothing new beside an earlier one."""
    name = keys(called(figure.claim), language)
    return not name or bool(name & keys(label(other, language), language))


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
    if is_each(trio.new) and not is_each(trio.old) and _has_total(trio):
        return False  # 1.64億，日均410萬，比去年的1.31億: the total is held against a total
    if _apart(trio, text.language) or _unlike_spans(trio.new, trio.old):
        return False
    if other_pace(trio.change, trio.old, text.language):
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


def is_each(level: Figure) -> bool:
    """Whether the level is one for each of several: 日均410万, £45 a pupil."""
    return level.claim.statistic == "mean" or (
        level.claim.quantity.kind == "money" and _EACH["en"].match(level.right) is not None
    )


def _has_total(trio: Trio) -> bool:
    """Whether a level like the new one, but no mean, stands before it."""
    before = trio.new.passage.figures[: trio.new.position]
    return any(kind_key(f.claim) == kind_key(trio.old.claim) and not is_each(f) for f in before)


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
    if is_restated(figure):
        return False
    if is_each(figure) and not is_each(trio.new) and not is_each(trio.old):
        return False  # $54,000, or $45 a pupil
    if role(figure, text.language) == "change":
        if is_annual(figure) != is_annual(trio.change):
            return False
        return figure.claim.quantity.kind == trio.change.claim.quantity.kind
    return like(figure.claim, trio.new.claim)


def annual_years(rate: Figure, trio: Trio) -> int | None:
    """1 for a rate over the whole span; for a rate a year the years between the two dates; None if unknown."""
    if not is_annual(rate):
        return 1
    new, old = _year(trio.new.claim), _year(trio.old.claim)
    return new - old if new and old and 0 < new - old < _LONGEST_SPAN else None


def is_annual(rate: Figure) -> bool:
    """Whether a rate is one for each year: 年均增長, 5 % a year."""
    lead = rate.passage.words(rate.clause_start, rate.claim.outer.start)
    tail = re.split("[,;，；。]", rate.passage.folded[rate.claim.outer.end : rate.claim.outer.end + 20], maxsplit=1)[0]
    return _ANNUAL.either.search(lead) is not None or _ANNUAL.either.search(tail) is not None


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
