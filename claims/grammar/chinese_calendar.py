"""Where a number in Chinese text is a date or a time of day, and where it is neither."""

from __future__ import annotations

import re

from claims.grammar.chinese_dates import read_date
from claims.grammar.chinese_days import Period
from claims.grammar.chinese_evaluation import Reading
from claims.grammar.chinese_found import Found
from claims.grammar.chinese_lexicon import Lexicon
from claims.grammar.chinese_periods import named_year, read_quarter

_NIGHTS = re.compile(r"[\d一二两三四五六七八九][夜晚](?![间上])")
"""What follows the days of 3日2夜."""
DATE_CHARS = frozenset("年月日号季世代财学")
_HOUR = re.compile(
    r"(?:许?时(?![代间段])|点(?=[半钟整许左]|\d{1,2}分|[一二三四五]?十[一二三四五六七八九]?分|[，。、；]|$))(?:半|整|许|正|钟|[\d一二三四五六七八九十]{1,3}分(?!钟)(?:[\d一二三四五六七八九十]{1,3}秒)?)?(?:[至到~-]\d{1,2}分(?!钟))?",
    re.ASCII,
)


def date_at(text: str, at: int, reading: Reading, lex: Lexicon, today: str, previous: Found | None) -> Period | None:
    """A date at a number that 年, 月, 日 or a link follows; None when there is none."""
    end = reading.end
    following = text[end]
    if following in "年月日号":
        if following == "年" and not _is_year(text, at, reading) and not text.startswith("年代", end):
            return None
        if following in "日号" and not _is_day(text, at, reading, lex):
            return None
        if following == "月" and reading.mantissa > 12:
            return None
    elif following == "季" or following == "个":
        return read_quarter(text, at, today)
    elif following in "世代" and not text.startswith(("世纪", "代"), end):
        return None
    elif following in "财学":
        return named_year(text, at)
    period = read_date(text, at, today)
    if period is None or period.end <= end:
        return None
    if period.first == "" and following in "日号" and previous is not None and previous.dates is not None:
        month = previous.dates[1]
        if at - previous.end <= 2 and len(month) >= 7:  # 7月11日及12日
            iso = f"{month[:-2]}{reading.mantissa:02}"
            period = period._replace(first=iso, last=iso)
    if following in "至到~-—" and text[period.end - 1] not in "年月日号度份":
        return None
    return period


def _is_year(text: str, at: int, reading: Reading) -> bool:
    token = text[at : reading.end]
    if reading.positional and len(token) == 3:
        return False
    if len(token) == 4 and (reading.positional or (token.isdecimal() and 1500 <= reading.mantissa < 2200)):
        return not text.startswith("年前", reading.end) or reading.mantissa > 1500
    if len(token) == 2 and ((token[0] in "09〇零" and token.isdecimal() and token[0] == "0") or reading.positional):
        return not text.startswith("年代", reading.end)
    if len(token) == 2 and token.isdecimal() and token[0] == "9":
        return text[reading.end + 1 : reading.end + 2] in tuple("的起底初末至")
    return False


def _is_day(text: str, at: int, reading: Reading, lex: Lexicon) -> bool:
    """Whether 日 is a day of the month and not a number of days."""
    end = reading.end
    if reading.decimals or reading.scale > 1 or reading.low is not None or not 1 <= reading.mantissa <= 31:
        return False
    if text[end] == "号":
        return at > 0 and text[at - 1] in "月年日、和" and text[end + 1 : end + 2] not in ("线", "楼", "桥", "院")
    if reading.characters and not (at and text[at - 1] in "月年日、和及与至到"):
        return False
    counted = text[end + 1 : end + 2] in ("内", "间", "后", "游", "来", "之", "假")
    counted = counted or _NIGHTS.match(text, end + 1) is not None
    return not counted and not text.endswith(lex.cues["days"], 0, at)


def clock_end(text: str, at: int, reading: Reading, lex: Lexicon) -> int:
    """End of a time of day, which is no quantity; 0 when it is none."""
    match = _HOUR.match(text, reading.end)
    if match is None or reading.decimals or reading.mantissa > 24 or reading.low is not None:
        return 0
    bare = match.group() in ("点", "点整")
    if bare and not text.endswith(lex.cues["day_parts"], 0, at) and not (at and text[at - 1] in "日号天"):
        return 0
    return match.end()
