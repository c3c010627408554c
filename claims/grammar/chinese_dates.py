"""Chinese dates and periods: 2020年1月, 去年底, 第三季度, 1至5月, 二十世纪九十年代.

A date is read as its first and last day, ISO. What the text leaves open is resolved
against the document's date; without one a day of the year is "--08-03", and what cannot
be placed at all is "".
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

from claims.grammar.chinese_numerals import DIGITS, TENS, read_token

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
    r"|(?P<century>(?:(?:[1２2]?\d|二?十[一二三四五六七八九]?)世纪|上世纪|本世纪)(?:(?P<tens>[2-9]0|[一二三四五六七八九]十)年代)?)"
    r"|(?P<relm>上个?月|本月|今个?月|下个?月|当月)"
    r")?"
    rf"(?:(?P<m>{_N})月(?:份|(?P<third>[上中下]旬|初|底|末|中旬))?)?"
    rf"(?:(?P<d1>{_N})(?:[、,及和与或至到~\-]{_N}){{0,6}}(?:、|及|和|与|或|至|到|~|-)(?=\d{{1,2}}[日号]|[一二三四五六七八九廿卅十]+[日号]))?"
    rf"(?:(?P<d>{_N})[日号](?!线|楼|院|店|文|令|车|公路|门|井|台|机|房|码|本|桥)|(?P<eve>(?<=月)\d{{1,2}}(?=晚|早|上午|下午|凌晨|当[晚天日]|清晨|傍晚|中午)))?",
    re.ASCII,
)
_TAIL = re.compile(_PARTS)
_LINK = re.compile(r"[至到\-~—](?=[\d一二三四五六七八九十〇零廿卅今去上本前首第明])", re.ASCII)
_SHORT_FIRST = re.compile(
    rf"(?P<a>[12]\d{{3}}|{_N})(?:年|月|日|号)?[至到\-~—](?P<b>[12]\d{{3}}|\d{{2}}|{_N})(?P<unit>年度?|月份?|日|号|财年|学年)",
    re.ASCII,
)
_ISO = re.compile(r"((?:1[5-9]|20|21)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d.])", re.ASCII)
_FISCAL = re.compile(
    r"((?:19|20)\d\d)[/\-~](\d\d|(?:19|20)\d\d)(?:年度?|财政?年度?|学年度?|财年|赛季|年(?=度))", re.ASCII
)
_YEARS = re.compile(r"((?:1[89]|20|21)\d\d)[-~—至]((?:19|20|21)\d\d)(?![\d.,])(?P<tail>年)?", re.ASCII)
_BARE = re.compile(
    r"(?P<day>昨[日天]|今[日天]|明[日天]|前[日天])"
    r"|(?P<week>[上本下]周|本星期)(?![一二三四五六日末期年])"
    r"|(?P<half>[上下]半年)|(?P<end>年[底末])(?!奖|红)|(?P<start>年初)|(?P<mid>年中)(?=[，。、])"
    r"|(?P<quarter>[首末]季度?|[上本下]个?季度?|当季)(?![军节前])"
)
_NAMED_YEAR = re.compile(r"((?:19|20)\d\d)(?:财政?年度?|学年度?)", re.ASCII)
_FIRST_MONTHS = re.compile(r"[前首头](?P<n>\d{1,2}|[一二两三四五六七八九十]{1,2})个月(?![前后内])", re.ASCII)
_QUARTER_STRICT = re.compile(
    r"第(?:[一二三四1-4])个?季度?(?![军节])|[一二三四1-4]季度|[前首头][一二两三1-3]个?季度?|[1-4]Q|Q[1-4]"
)


class Period(NamedTuple):
    """A date in the text: where it ends, its first and last day."""

    end: int
    first: str
    last: str


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


def numeric_date(text: str, at: int) -> Period | None:
    """2020-01-31, 2020/1/31, 2019/20年度, 2019-2021."""
    match = _ISO.match(text, at)
    if match is not None:
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        if 1 <= month <= 12 and 1 <= day <= 31:
            iso = f"{year}-{month:02}-{day:02}"
            return Period(match.end(), iso, iso)
        return None
    match = _FISCAL.match(text, at)
    if match is not None:
        first = int(match[1])
        last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
        if len(match[2]) == 4 or last == first + 1:
            return Period(match.end(), f"{first}-01-01", f"{last}-12-31")
    match = _YEARS.match(text, at)
    if match is not None and int(match[1]) < int(match[2]):
        tail = "年" if match["tail"] else ""
        if tail or text[match.end() : match.end() + 1] in ")〕]】年，。、" or match.end() == len(text):
            return Period(match.end(), f"{match[1]}-01-01", f"{match[2]}-12-31")
    return None


def read_date(text: str, at: int, today: str) -> Period | None:
    """The date or period that begins at `at`, or None.

    `today` is the document's date, ISO year or day, or "".
    """
    short = _SHORT_FIRST.match(text, at)
    if short is not None:
        found = _short_range(text, short, today)
        if found is not None:
            return found
    part = _part(text, at, today)
    if part is None:
        return _bare(text, at, today)
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
    low, high = _small(match["a"]), _small(match["b"])
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
        year = _year(today)
        return Period(match.end(), _iso(year, low, 1), _iso(year, high, _last_day(year, high)))
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
        month = _small(match["m"])
        if not 1 <= month <= 12:
            return None
    if match["d1"] and not match["m"] and not match["relm"]:
        return None
    if match["d"] or match["eve"]:
        day = _small(match["d"] or match["eve"])
        if not 1 <= day <= 31:
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
        tail = _TAIL.match(text, end)
        if tail is not None and year is not None:
            first, last = _tail_days(tail, year)
            return _Part(tail.end(), year, None, None, first, last, True)
        if match["y"] and text[end - 1] != "年" and text[end - 1] != "度":
            return None
    if month and not day and match["third"]:
        near = year if year is not None else _nearest_year(month, today)
        first_day, last_day = _third(match["third"], _last_day(near, month))
        return _Part(end, year, month, None, _iso(near, month, first_day), _iso(near, month, last_day), True)
    if match["d1"] and month and day:
        near = year if year is not None else _nearest_year(month, today)
        return _Part(end, year, month, day, _iso(near, month, _small(match["d1"])), _iso(near, month, day), True)
    return _Part(end, year, month, day)


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
        now = _year(today)
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
        number = _small(token) if not token.isdecimal() else int(token)
        if number < 100:
            number += 2000 if number < 20 else 1900
        return _Part(match.end(), first=f"{number}-01-01", last=f"{number + 9}-12-31", whole=True)
    token = match["century"].partition("世纪")[0]
    century = {"上": 20, "本": 21}.get(token) or _small(token)
    start = (century - 1) * 100
    if match["tens"]:
        start += _small(match["tens"])
        return _Part(match.end(), first=f"{start:04}-01-01", last=f"{start + 9:04}-12-31", whole=True)
    return _Part(match.end(), first=f"{start + 1:04}-01-01", last=f"{start + 100:04}-12-31", whole=True)


def _tail_days(match: re.Match[str], year: int) -> tuple[str, str]:
    """What follows a year: its halves, quarters, months, beginning, end."""
    if match["half"]:
        return _half(year, match["half"][0] in "上前")
    if match["quarters"]:
        return _quarter(year, match["quarters"])
    if match["months"]:
        last = _small(match["months"].strip("前首头个月"))
        if 1 <= last <= 12:
            return f"{year}-01-01", _iso(year, last, _last_day(year, last))
    part = match["part"]
    if part:
        return _part_of_year(year, part)
    return f"{year}-01-01", f"{year}-12-31" if not match["span"] else ""


def _part_of_year(year: int, part: str) -> tuple[str, str]:
    if "初" in part:
        return f"{year}-01-01", f"{year}-03-31"
    if part[-1] in "底末":
        return f"{year}-12-01", f"{year}-12-31"
    if "中" in part:
        return f"{year}-05-01", f"{year}-08-31"
    season = "春夏秋冬".find(part[0])
    if season == 3:
        return f"{year}-12-01", _iso(year + 1, 2, _last_day(year + 1, 2))
    return f"{year}-{3 * season + 3:02}-01", _iso(year, 3 * season + 5, _last_day(year, 3 * season + 5))


def _quarter(year: int | None, words: str) -> tuple[str, str]:
    digit = next((char for char in words if char in "一二两三四1234"), "")
    number = int(digit) if digit.isascii() and digit else DIGITS.get(digit, 0)
    if not number:
        number = 4 if words[0] == "末" else 1
    start = 1 if words[0] in "前首头" and digit else 3 * number - 2
    return _iso(year, start, 1), _iso(year, 3 * number, _last_day(year, 3 * number))


def _half(year: int | None, first: bool) -> tuple[str, str]:
    return (_iso(year, 1, 1), _iso(year, 6, 30)) if first else (_iso(year, 7, 1), _iso(year, 12, 31))


def _third(word: str, last: int) -> tuple[int, int]:
    if word in ("上旬", "初"):
        return 1, 10
    if word == "中旬":
        return 11, 20
    return 21, last


def read_quarter(text: str, at: int, today: str) -> Period | None:
    """第三季度, 首季, 前三季度 without a year."""
    match = _QUARTER_STRICT.match(text, at)
    if match is None:
        return _first_months(text, at, _year(today))
    first, last = _quarter(_year(today), match.group())
    return Period(match.end(), first, last)


def _first_months(text: str, at: int, year: int | None) -> Period | None:
    """首10个月: from January on."""
    match = _FIRST_MONTHS.match(text, at)
    if match is None or not 1 <= (last := _small(match["n"])) <= 12:
        return None
    return Period(match.end(), _iso(year, 1, 1), _iso(year, last, _last_day(year, last)))


_MINGUO = re.compile(
    r"(?P<y>[89]\d|1[0-4]\d)年(?:(?P<m>1[0-2]|[1-9])月(?:(?P<d>3[01]|[12]\d|[1-9])日)?|(?P<part>度|底|初|間|间)?)(?![來来以前後后多余餘代級级])",
    re.ASCII,
)


def minguo_year(text: str, at: int) -> Period | None:
    """110年, 112年3月5日 in a draft that counts its years from 1912; None for a mere number of years."""
    match = _MINGUO.match(text, at)
    if match is None:
        return None
    year = 1911 + int(match["y"])
    if match["d"]:
        iso = _iso(year, int(match["m"]), int(match["d"]))
        return Period(match.end(), iso, iso)
    if match["m"]:
        month = int(match["m"])
        return Period(match.end(), _iso(year, month, 1), _iso(year, month, _last_day(year, month)))
    end = match.end() - (1 if match["part"] in ("间", "間") else 0)
    return Period(end, f"{year}-01-01", f"{year}-12-31")


def named_year(text: str, at: int) -> Period | None:
    """2018财年, 2019学年."""
    match = _NAMED_YEAR.match(text, at)
    return None if match is None else Period(match.end(), f"{match[1]}-01-01", f"{match[1]}-12-31")


def _bare(text: str, at: int, today: str) -> Period | None:
    match = _BARE.match(text, at)
    if match is None:
        return None
    year = _year(today)
    if match["half"]:
        first, last = _half(year, match["half"][0] == "上")
    elif match["end"]:
        first, last = (f"{year}-12-01", f"{year}-12-31") if year else ("", "")
    elif match["start"]:
        first, last = (f"{year}-01-01", f"{year}-03-31") if year else ("", "")
    elif match["quarter"] and match["quarter"][0] in "首末":
        first, last = _quarter(year, match["quarter"])
    elif match["day"]:
        first = last = _day_near(match["day"][0], today)
    else:
        first = last = ""
    return Period(match.end(), first, last)


def _day_near(char: str, today: str) -> str:
    if len(today) < 10:
        return ""
    from datetime import date, timedelta

    try:
        day = date.fromisoformat(today[:10])
    except ValueError:
        return ""
    return (day + timedelta(days={"昨": -1, "明": 1, "前": -2}.get(char, 0))).isoformat()


def _days(part: _Part, today: str) -> tuple[str, str]:
    if part.whole:
        return part.first, part.last
    year = part.year
    if year is None and part.month is not None:
        year = _nearest_year(part.month, today)
    if part.month is None:
        return ("", "") if year is None or part.day else (f"{year:04}-01-01", f"{year:04}-12-31")
    if part.day is not None:
        iso = _iso(year, part.month, part.day)
        return iso, iso
    return _iso(year, part.month, 1), _iso(year, part.month, _last_day(year, part.month))


def _nearest_year(month: int, today: str) -> int | None:
    """The document's year, or the one before for a month far ahead of its date."""
    year = _year(today)
    if year is None or len(today) < 7:
        return year
    return year - 1 if month - int(today[5:7]) > 6 else year


def _year(today: str) -> int | None:
    return int(today[:4]) if len(today) >= 4 and today[:4].isdecimal() else None


def _last_day(year: int | None, month: int) -> int:
    return monthrange(year if year and 1 <= year <= 9999 else 2001, month)[1]


def _iso(year: int | None, month: int, day: int) -> str:
    return f"--{month:02}-{day:02}" if year is None else f"{year:04}-{month:02}-{day:02}"


def _small(token: str) -> int:
    """A one- or two-digit number in digits or characters; 0 when it is none."""
    if token.isdecimal() and token.isascii():
        return int(token)
    if token in TENS:
        return TENS[token]
    if token and token[0] in TENS:
        return TENS[token[0]] + DIGITS.get(token[1:], 0)
    reading = read_token(token)
    return 0 if reading is None or reading.low is not None else reading.mantissa * reading.scale
