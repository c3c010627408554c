"""Chinese dates and periods: 2020年1月, 去年底, 1至5月, 二十世纪九十年代.

A date is read as its first and last day, ISO. What the text leaves open is resolved
against the document's date; without one a day of the year is "--08-03", and what cannot
be placed at all is "".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.grammar.chinese_days import (
    Period,
    half_year,
    iso,
    last_day,
    nearest_day,
    nearest_year,
    part_of_year,
    quarter,
    small_number,
    third,
    year_of,
)
from claims.grammar.chinese_evaluation import DIGITS, read_token
from claims.grammar.chinese_periods import bare_period

_C = "〇零一二三四五六七八九"
_N = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_PARTS = (
    r"(?:全年|年?(?P<half>[上下]半年|前半年|后半年)|(?P<quarters>[前首头]?[一二两三四1-4]个?季(?:度)?|第[一二三四1-4]个?季度?|"
    r"[首末]季(?:度)?|Q[1-4])"
    r"|(?P<months>[前首头](?:\d{1,2}|[一二两三四五六七八九十]{1,2})个?月)"
    r"|(?P<part>底|末|初|年初|年底|年末|中期|年中|中(?=[，。、；期旬]|$)|春[季天]|夏[季天]|秋[季天]|冬[季天])|(?P<span>以来|至今|起|迄今))"
)
_POINT = re.compile(
    r"(?:"
    rf"(?P<roc>民国\s?(?:\d{{1,3}}|[{_C}十百]{{1,4}}|元)年)"
    r"|(?P<decade>(?:19|20)?[0-9]0年代|[二三四五六七八九]十年代)"
    rf"|(?P<y>1[5-9]\d\d|2[01]\d\d|[一二][{_C}]{{3}}|[〇零][{_C}](?=年)|9[0-9](?=年)|0\d(?=年)|[九八七一][{_C}](?=年)|二[〇零一二](?=年))(?:年度?|(?=[第Q首前上下][一二三四1-4]?半?[季年]))"
    r"|(?P<rel>今年|去年|明年|前年|后年|上年|本年|上年度|本年度|上一年|下一年|本财年)(?:度)?"
    r"|(?P<century>(?:(?:[1２2]?\d|二?十[一二三四五六七八九]?)世纪(?!经济报道)|上世纪|本世纪)(?:(?P<tens>[2-9]0|[一二三四五六七八九]十)年代)?)"
    r"|(?P<relm>上个?月(?!台)|本月|今个?月|下个?月(?!台)|当月)"
    r")?"
    rf"(?:(?P<m>{_N})月(?:份|(?P<third>[上中下]旬|初|底|末|中旬))?)?"
    rf"(?:(?P<d1>{_N})(?:[、,及和与或至到~\-]{_N}){{0,6}}(?:、|及|和|与|或|至|到|~|-)(?=\d{{1,2}}[日号]|[一二三四五六七八九廿卅十]+[日号]))?"
    rf"(?:(?P<d>{_N})[日号](?!线|楼|院|店|文|令|车|公路|门|井|台|机|房|码|本|桥|月台)|(?P<eve>(?<=月)\d{{1,2}}(?=晚|早|上午|下午|凌晨|当[晚天日]|清晨|傍晚|中午)))?",
    re.ASCII,
)
_TAIL = re.compile(_PARTS)
_LINK = re.compile(r"[至到\-~—](?=[\d一二三四五六七八九十〇零廿卅今去上本前首第明])", re.ASCII)
_SHORT_FIRST = re.compile(
    rf"(?P<a>[12]\d{{3}}|{_N})(?:年|月|日|号)?[至到\-~—](?P<b>[12]\d{{3}}|\d{{2}}|{_N})(?P<unit>年度?|月份?|日|号|财年|学年)",
    re.ASCII,
)


_YEAR = re.compile(r"(?:1[5-9]|2[01])\d\d", re.ASCII)
_PAST_YEAR = frozenset("，。；：、的）」在为与和") | {""}
"""What ends a year: no month, season or range begins so."""


class _Part(NamedTuple):
    """Calendar parts, None where the text leaves them open."""

    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    first: str = ""
    last: str = ""
    whole: bool = False
    """Whether `first` and `last` are given outright."""


def read_date(text: str, at: int, today: str) -> Period | None:
    """The date or period that begins at `at`, or None.

    `today` is the document's date, ISO year or day, or "".
    """
    if text[at + 4 : at + 5] == "年" and text[at + 5 : at + 6] in _PAST_YEAR and _YEAR.match(text, at):
        year = text[at : at + 4]
        return Period(at + 5, f"{year}-01-01", f"{year}-12-31")
    short = _SHORT_FIRST.match(text, at)
    if short is not None:
        found = _short_range(text, short, today)
        if found is not None:
            return found
    part = _part(text, at, today)
    if part is None:
        return bare_period(text, at, today)
    link = _LINK.match(text, part.end)
    if link is not None and (other := _part(text, link.end(), today, part)) is not None:
        first, last = _days(part, today)[0], _days(other, today)[1]
        if first and last and (first[:4] <= last[:4] or first.startswith("--")):
            return Period(other.end, first, last)
    first, last = _days(part, today)
    return Period(part.end, first, last)


def _short_range(text: str, match: re.Match[str], today: str) -> Period | None:
    """1至5月, 3-8日, 2015至2019年: the first end has no unit of its own."""
    between = text[match.end("a") : match.start("b")]
    if len(between) > 1 and between[0] not in match["unit"]:
        return None
    low, high = small_number(match["a"]), small_number(match["b"])
    unit = match["unit"][0]
    if unit == "年" or match["unit"] in ("财年", "学年"):
        if not 1500 <= low < 2200:
            return None
        if high < 100 and len(match["b"]) == 2 and match["b"].isdecimal():
            high += low // 100 * 100
        return Period(match.end(), f"{low}-01-01", f"{high}-12-31") if low < high < 2200 else None
    if not 1 <= low <= 31 or not 1 <= high <= 31:
        return None
    if unit == "月":
        if low > 12 or high > 12:
            return None
        following = _POINT.match(text, match.end())
        if following is not None and following["d"]:
            return None
        year = year_of(today)
        return Period(match.end(), iso(year, low, 1), iso(year, high, last_day(year, high)))
    if text[match.end() : match.end() + 1] in ("内", "间"):
        return None
    return Period(match.end(), "", "")


def _part(text: str, at: int, today: str, before: _Part | None = None) -> _Part | None:
    match = _POINT.match(text, at)
    if match is None or match.end() == at:
        return None
    end = match.end()
    if match["century"] or match["decade"]:
        return _decades(match)
    year, month, day = _named_year(match, today)
    explicit = year is not None or bool(match["rel"]) or bool(match["roc"])
    if not explicit and match["relm"]:
        year, month = _relative_month(match["relm"], today)
        if year is None:
            return _Part(end, whole=True)
    elif match["m"]:
        month = small_number(match["m"])
        if not 1 <= month <= 12:
            return None
    if match["d1"] and not match["m"] and not match["relm"]:
        return None
    if match["d"] or match["eve"]:
        day = small_number(match["d"] or match["eve"])
        # 8月36日 is a date that was mistyped; without the month it would be 36 days.
        if not 1 <= day <= (99 if match["d"] and match["m"] else 31):
            return None
    if not explicit and not month:
        if before is None or before.month is None:
            return _Part(end, None, None, day) if day and (before is None) else None
        month = before.month
    if year is None and explicit:
        # A relative year without a document date: the words are a date, its place unknown.
        tail = _TAIL.match(text, end)
        return _Part(tail.end() if tail else end, whole=True)
    if year is None and before is not None:
        year = before.year
    if explicit and not month:
        short = _SHORT_FIRST.match(text, end)
        if short is not None and year is not None and (span := _month_range(short, year)) is not None:
            return span
        tail = _TAIL.match(text, end)
        if tail is not None and year is not None:
            first, last = _tail_days(tail, year)
            return _Part(tail.end(), year, None, None, first, last, True)
        if match["y"] and text[end - 1] != "年" and text[end - 1] != "度":
            return None
    if month and not day and match["third"]:
        near = year if year is not None else nearest_year(month, today)
        begin, close = third(match["third"], last_day(near, month))
        return _Part(end, year, month, None, iso(near, month, begin), iso(near, month, close), True)
    if match["d1"] and month and day:
        near = year if year is not None else nearest_year(month, today)
        return _Part(end, year, month, day, iso(near, month, small_number(match["d1"])), iso(near, month, day), True)
    return _Part(end, year, month, day)


def _month_range(match: re.Match[str], year: int) -> _Part | None:
    """The 1至5月 of 去年1至5月."""
    first, last = small_number(match["a"]), small_number(match["b"])
    if match["unit"][0] != "月" or not 1 <= first < last <= 12:
        return None
    return _Part(match.end(), year, None, None, iso(year, first, 1), iso(year, last, last_day(year, last)), True)


def _named_year(match: re.Match[str], today: str) -> tuple[int | None, int | None, int | None]:
    if match["roc"]:
        token = match["roc"][2:-1].strip()
        if token == "元":
            return 1912, None, None
        reading = read_token(token) if not token.isdecimal() else None
        number = int(token) if token.isdecimal() else (reading.mantissa * reading.scale if reading else 0)
        return 1911 + number, None, None
    if match["y"]:
        digits = "".join(char if char.isascii() else str(DIGITS[char]) for char in match["y"])
        year = int(digits)
        if len(digits) == 2:
            year += 2000 if year < 50 else 1900
        return year, None, None
    if match["rel"]:
        now = year_of(today)
        shift = {"去": -1, "上": -1, "前": -2, "明": 1, "下": 1, "后": 2}.get(match["rel"][0], 0)
        return (None if now is None else now + shift), None, None
    return None, None, None


def _relative_month(word: str, today: str) -> tuple[int | None, int | None]:
    if len(today) < 7 or word[0] == "当":
        return None, None
    year, month = int(today[:4]), int(today[5:7])
    month += {"上": -1, "下": 1}.get(word[0], 0)
    if month == 0:
        return year - 1, 12
    return (year + 1, 1) if month == 13 else (year, month)


def _decades(match: re.Match[str]) -> _Part:
    if match["decade"]:
        token = match["decade"][:-2]
        number = small_number(token) if not token.isdecimal() else int(token)
        if number < 100:
            number += 2000 if number < 20 else 1900
        return _Part(match.end(), first=f"{number}-01-01", last=f"{number + 9}-12-31", whole=True)
    token = match["century"].partition("世纪")[0]
    century = {"上": 20, "本": 21}.get(token) or small_number(token)
    start = (century - 1) * 100
    if match["tens"]:
        start += small_number(match["tens"])
        return _Part(match.end(), first=f"{start:04}-01-01", last=f"{start + 9:04}-12-31", whole=True)
    return _Part(match.end(), first=f"{start + 1:04}-01-01", last=f"{start + 100:04}-12-31", whole=True)


def _tail_days(match: re.Match[str], year: int) -> tuple[str, str]:
    """What follows a year: its halves, quarters, months, beginning, end."""
    if match["half"]:
        return half_year(year, match["half"][0] in "上前")
    if match["quarters"]:
        return quarter(year, match["quarters"])
    if match["months"]:
        last = small_number(match["months"].strip("前首头个月"))
        if 1 <= last <= 12:
            return f"{year}-01-01", iso(year, last, last_day(year, last))
    part = match["part"]
    if part:
        return part_of_year(year, part)
    return f"{year}-01-01", f"{year}-12-31" if not match["span"] else ""


def _days(part: _Part, today: str) -> tuple[str, str]:
    if part.whole:
        return part.first, part.last
    year = part.year
    if year is None and part.month is not None:
        year = nearest_year(part.month, today)
    if part.month is None and year is None and part.day:
        day = nearest_day(part.day, today)
        return day, day
    if part.month is None:
        return ("", "") if year is None or part.day else (f"{year:04}-01-01", f"{year:04}-12-31")
    if part.day is not None:
        day = iso(year, part.month, part.day)
        return day, day
    return iso(year, part.month, 1), iso(year, part.month, last_day(year, part.month))
