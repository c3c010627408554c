"""Dates that need no calendar grammar: 2020-01-31, 2019/20年度, 第三季度, 首10个月, 110年, 昨天."""

from __future__ import annotations

import re

from claims.grammar.chinese_days import Period, day_near, half_year, iso, last_day, quarter, small_number, year_of

_ISO = re.compile(r"((?:1[5-9]|20|21)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d.])", re.ASCII)
_FISCAL = re.compile(
    r"((?:19|20)\d\d)[/\-~](\d\d|(?:19|20)\d\d)(?:年度?|财政?年度?|学年度?|财年|赛季|年(?=度))", re.ASCII
)
_YEARS = re.compile(r"((?:1[5-9]|20|21)\d\d) ?[-~—至] ?((?:1[5-9]|20|21)\d\d)(?![\d.,])(?P<tail>年)?", re.ASCII)
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
_MINGUO = re.compile(
    r"(?P<y>[89]\d|1[0-4]\d)年(?:(?P<m>1[0-2]|[1-9])月(?:(?P<d>3[01]|[12]\d|[1-9])日)?|(?P<part>度|底|初|間|间)?)(?![來来以前後后多余餘代級级])",
    re.ASCII,
)


_COMPACT = re.compile(r"((?:19|20)\d\d)(?:H(?P<half>[12])|Q(?P<quarter>[1-4]))(?![A-Za-z\d])", re.ASCII)
_ERAS = {
    "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "宣统": 1908, "光绪": 1874, "同治": 1861,
    "咸丰": 1850, "道光": 1820, "嘉庆": 1795, "干隆": 1735, "雍正": 1722, "康熙": 1661,
}  # fmt: skip
"""The year before the first of each era."""
_ERA = re.compile(r"年(?:(?P<m>1[0-2]|[1-9])月(?:(?P<d>3[01]|[12]\d|[1-9])日)?)?", re.ASCII)


def era_year(text: str, end: int, era: str, number: int) -> Period | None:
    """平成30年, 令和3年5月: `number` ends at `end`; None when `era` names none or 年 does not follow."""
    match = _ERA.match(text, end)
    if era not in _ERAS or match is None or not 1 <= number <= 64:
        return None
    year = _ERAS[era] + number
    if match["m"]:
        month = int(match["m"])
        first, last = (int(match["d"]),) * 2 if match["d"] else (1, last_day(year, month))
        return Period(match.end(), iso(year, month, first), iso(year, month, last))
    return Period(match.end(), iso(year, 1, 1), iso(year, 12, 31))


def numeric_date(text: str, at: int) -> Period | None:
    """2020-01-31, 2020/1/31, 2019/20年度, 2019-2021, 2020H1."""
    match = _COMPACT.match(text, at)
    if match is not None:
        year = int(match[1])
        days = half_year(year, match["half"] == "1") if match["half"] else quarter(year, match["quarter"])
        return Period(match.end(), *days)
    match = _ISO.match(text, at)
    if match is not None:
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        if 1 <= month <= 12 and 1 <= day <= 31:
            written = f"{year}-{month:02}-{day:02}"
            return Period(match.end(), written, written)
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
        if tail or text[match.end() : match.end() + 1] in ")〕]】年，。、课财学赛" or match.end() == len(text):
            return Period(match.end(), f"{match[1]}-01-01", f"{match[2]}-12-31")
    return None


def read_quarter(text: str, at: int, today: str) -> Period | None:
    """第三季度, 首季, 前三季度 without a year."""
    match = _QUARTER_STRICT.match(text, at)
    if match is None:
        return _first_months(text, at, year_of(today))
    first, last = quarter(year_of(today), match.group())
    return Period(match.end(), first, last)


def _first_months(text: str, at: int, year: int | None) -> Period | None:
    """首10个月: from January on."""
    match = _FIRST_MONTHS.match(text, at)
    if match is None or not 1 <= (last := small_number(match["n"])) <= 12:
        return None
    return Period(match.end(), iso(year, 1, 1), iso(year, last, last_day(year, last)))


def minguo_year(text: str, at: int) -> Period | None:
    """110年, 112年3月5日 in a draft that counts its years from 1912; None for a mere number of years."""
    match = _MINGUO.match(text, at)
    if match is None:
        return None
    year = 1911 + int(match["y"])
    if match["d"]:
        day = iso(year, int(match["m"]), int(match["d"]))
        return Period(match.end(), day, day)
    if match["m"]:
        month = int(match["m"])
        return Period(match.end(), iso(year, month, 1), iso(year, month, last_day(year, month)))
    end = match.end() - (1 if match["part"] in ("间", "間") else 0)
    return Period(end, f"{year}-01-01", f"{year}-12-31")


def named_year(text: str, at: int) -> Period | None:
    """2018财年, 2019学年."""
    match = _NAMED_YEAR.match(text, at)
    return None if match is None else Period(match.end(), f"{match[1]}-01-01", f"{match[1]}-12-31")


def bare_period(text: str, at: int, today: str) -> Period | None:
    match = _BARE.match(text, at)
    if match is None:
        return None
    year = year_of(today)
    if match["half"]:
        first, last = half_year(year, match["half"][0] == "上")
    elif match["end"]:
        first, last = (f"{year}-12-01", f"{year}-12-31") if year else ("", "")
    elif match["start"]:
        first, last = (f"{year}-01-01", f"{year}-03-31") if year else ("", "")
    elif match["quarter"] and match["quarter"][0] in "首末":
        first, last = quarter(year, match["quarter"])
    elif match["day"]:
        first = last = day_near(match["day"][0], today)
    else:
        first = last = ""
    return Period(match.end(), first, last)
