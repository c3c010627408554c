"""How long a rate goes on, where no word calls the total one: "37.5 hours in five days, or 7.5 a day".

The spell is told before the rate or after it, or is the year or the months of the total's own date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from claims.labels import keys, kind_key, own_period
from claims.prose import Figure
from claims.ties.joints import parted
from claims.ties.roles import is_level
from claims.units import comparable
from claims.wordings import Wording

_TO_SPELL = Wording(
    zh=r"[，,]?(?:{rate_joint}|连续|{total_last})*", en=r"(?: [a-z-]+){0,3},? (?:for|over|in) (?:the )?"
)
_TO_TOTAL = Wording(
    zh=r"(?:里|内|间|期间|下来)?(?:[，,])?(?:合计|就|便|则|约|可以|可|能|将|会|{total_last})*(?P<verb>[^，。；、\d]{0,6})",
    en=r"(?:,| makes| gives|,? or|,? making|,? giving) (?:a total of )?",
)
_TO_CUE = Wording(zh=r"(?:{equals}|{worked_out}|每|[日月周年]均).*$")
_MONTHS = Wording(zh=r"(?P<first>1?\d)月?份?[至到~-](?P<last>1?\d)月(?!\d)")
_LED = Wording(zh=r"^[，,](?:每|[日月年]均)")
_ALL_ARE = Wording(zh=r"(?:均|都)[是为]$")
_IN_A_YEAR = Wording(zh=r"[，,；]?(?:{of_a_year})(?:{total_last}|可|就|便|约|则)*")
_BACK = Wording(
    zh=r"(?:里|内|间|期间)?[，,(（](?:{equals}|{worked_out}|约)*(?:每一?个?{period_unit}|[日月周年]均)"
    r"[^，。；：\d]{0,8}",
    en=r"[^.;]{0,20}(?:,|\(| -) ?(?:or|which is|which means|an average of|averaging|that is|i\.e\.|about)"
    r"(?: (?:an average of|about))* ",
)
_SPREAD = Wording(
    zh=r"[^。；]{0,40}(?:{equals}|{worked_out}|[日月周年]均)[^。；\d]{0,12}",
    en=r"[^.;]{0,60}(?:,|\(| -) ?(?:or )?(?:an average of|averaging|or about|or) ",
)
_BOTH = Wording(en=r"[^.;,]{0,30}\b(?:in|over|during|across|within) (?:the |just )?")
_DEALT = Wording(zh=r"成交|交易|工作日|开市|上课", en=r"\b(?:trading|turnover|working|business|school|traded)\b")
"""Of what is not done every day."""
_WHOLE_YEAR = Wording(zh=r"{of_a_year}|年度", en=r"\b(?:year|annual)\b")
_ENDS = re.compile(r"(?P<year>\d{4}|-)-(?P<month>\d\d)-\d\d/(?:\d{4}|-)-(?P<last>\d\d)-\d\d")
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)$")
_YEAR = re.compile(r"(?P<year>\d{4})$")
_LEAST = 3


class Spell(NamedTuple):
    """A rate's total, with the figure of the time that it goes on for, or how many times over it goes."""

    total: Figure
    period: Figure | None
    times: int = 0


def spell(rate: Figure, per: str, language: str) -> Spell | None:
    """What a rate comes to in the time beside it, or in that of its own date."""
    return (
        _ahead(rate, language)
        or _led(rate)
        or _behind(rate, language)
        or _of_year(rate, per)
        or _dated(rate, per, language)
    )


def _ahead(rate: Figure, language: str) -> Spell | None:
    """Rate, time, total; 一個月三十天 are one time told twice."""
    period = rate.next
    if period is None or not _is_period(period) or not _TO_SPELL[language].fullmatch(_gap(rate, period)):
        return None
    if period.next is not None and _is_period(period.next) and not _gap(period, period.next):
        period = period.next
    total = period.next
    if total is None or not _alike(rate, total) or not is_level(total, language):
        return None
    match = _TO_TOTAL[language].fullmatch(_gap(period, total))
    if match is None or (language == "zh" and not _same_deed(match, rate, total)):
        return None
    return Spell(total, period)


def _led(rate: Figure) -> Spell | None:
    """Time, rate, total: 續航8小時，每小時搬60箱，一次充電可搬480箱."""
    period, total = rate.previous, rate.next
    if period is None or total is None or not _is_period(period) or not _alike(rate, total):
        return None
    match = _TO_TOTAL["zh"].fullmatch(_gap(rate, total))
    if match is None or not set(match["verb"]) & set(rate.left) or not _LED["zh"].match(rate.before):
        return None
    return Spell(total, period) if is_level(total, "zh") else None


def _same_deed(match: re.Match[str], rate: Figure, total: Figure) -> bool:
    """Whether what is done at the rate is what the total is of, by a character in common, or by no word at all."""
    verb = match["verb"]
    return not verb or bool(set(verb) & set(rate.left)) or bool(verb and match.start("verb") > 0)


def _behind(rate: Figure, language: str) -> Spell | None:
    """Total, time, rate: 37.5 hours in five days, which is 7.5 a day."""
    period = rate.previous
    total = period.previous if period is not None else None
    if period is None or total is None or not _is_period(period) or not _alike(rate, total):
        return None
    if not _BACK[language].fullmatch(_gap(period, rate)) or not is_level(total, language):
        return None
    joined = language == "zh" or _BOTH["en"].fullmatch(_gap(total, period))
    return Spell(total, period) if joined and not parted(total, rate) else None


def _of_year(rate: Figure, per: str) -> Spell | None:
    """每月車資1,280元，一年15,360元: a year that is no figure itself."""
    total = rate.next
    times = {"month": 12, "quarter": 4}.get(per)
    if total is None or times is None or not _alike(rate, total):
        return None
    return Spell(total, None, times) if _IN_A_YEAR["zh"].fullmatch(_gap(rate, total)) else None


def _dated(rate: Figure, per: str, language: str) -> Spell | None:
    """A mean a day or a month of what its year, its month or its months came to."""
    figures = rate.passage.figures[: rate.position]
    totals = [f for f in figures if _alike(rate, f) and is_level(f, language) and _is_whole(f)]
    if len(totals) != 1 or any(_is_period(f) for f in rate.passage.figures) or parted(totals[0], rate):
        return None
    total = totals[0]
    words = rate.passage.folded[total.claim.outer.end : rate.claim.outer.start]
    if not _SPREAD[language].fullmatch(words) or _DEALT[language].search(rate.passage.text):
        return None
    group = keys(_TO_CUE["zh"].sub("", rate.left), language) if language == "zh" else frozenset()
    if group and not group & keys(total.left, language):
        return None  # the mean of some of them
    times = _months(total) if per == "month" else 0
    times = times or _times(total.claim.period, per)
    if _YEAR.match(total.claim.period) and not _is_whole_year(total, language):
        return None
    return Spell(total, None, times) if times >= _LEAST else None


def _is_whole(figure: Figure) -> bool:
    return figure.claim.statistic in (None, "total") or _ALL_ARE["zh"].search(figure.left) is not None


def _is_whole_year(total: Figure, language: str) -> bool:
    """Whether its sentence tells the year, or says that it is of a whole one."""
    near = total.passage.folded[total.passage.start : total.claim.outer.end]
    return _WHOLE_YEAR[language].search(near) is not None or own_period(total.claim) != ""


def _months(total: Figure) -> int:
    """How many months are told before a total: 7月至9月."""
    span = _MONTHS["zh"].search(total.passage.folded[total.passage.start : total.claim.outer.start])
    return max(0, int(span["last"]) - int(span["first"]) + 1) if span is not None else 0


def _times(period: str, per: str) -> int:
    """How many days or months a period has; 0 where that is not known."""
    if ends := _ENDS.fullmatch(period):
        months = int(ends["last"]) - int(ends["month"]) + 1
        return months if per == "month" and 0 < months < 12 else 0
    if month := _MONTH.match(period):
        return monthrange(int(month["year"]), int(month["month"]))[1] if per == "day" else 0
    if year := _YEAR.match(period):
        number = int(year["year"])
        days = date(number + 1, 1, 1).toordinal() - date(number, 1, 1).toordinal()
        return {"day": days, "month": 12, "quarter": 4, "week": 52}.get(per, 0)
    return 0


def _is_period(figure: Figure) -> bool:
    q = figure.claim.quantity
    return q.kind == "duration" and q.value is not None and "/" not in (q.unit or "")


def _gap(a: Figure, b: Figure) -> str:
    return a.passage.folded[a.claim.outer.end : b.claim.outer.start]


def _alike(rate: Figure, total: Figure) -> bool:
    """Whether the rate is so much of what the total is, in its unit or one that converts into it."""
    if total.claim.quantity.value is None or "/" in (total.claim.quantity.unit or ""):
        return False
    unit = (rate.claim.quantity.unit or "").partition("/")[0]
    other = total.claim.quantity.unit
    if rate.claim.quantity.kind == total.claim.quantity.kind and unit and other and unit != "count":
        return comparable(unit, other)
    left, right = kind_key(rate.claim), kind_key(total.claim)
    return left == right or (left[0] == right[0] == "count" and "" in (left[1], right[1]))
