"""Times of day in folded text: 下午3時20分, 01:06, 9:20 a.m., noon.

They are no claims, as nothing is counted by them; but what lasts from one to another is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from claims.numerals import parse_digits
from claims.wordings import words_of

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_NUMBER = r"\d{1,2}|[零〇一二两三四五六七八九十]{1,3}"
_ZH = re.compile(
    rf"(?P<half>{{half}})?(?P<hour>{_NUMBER})(?:[时時]|点(?!\d|[零〇一二三四五六七八九])|点(?=\d|[零〇一二三四五六七八九十]{{1,3}}分))"
    rf"(?![间间段])(?:(?P<minute>{_NUMBER})分(?!钟|鐘)|(?P<bare>\d\d)(?![\d.:%分个人名位宗条辆部架间所家时小多余])|(?P<thirty>半)|正|整)?"
    r"|(?P<half2>{half})?(?<![\d:.])(?P<hour2>\d{1,2}):(?P<minute2>\d\d)(?![\d:])"
)
_EN = re.compile(
    r"(?<![\d:.$£€])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap]\.?m\b\.?)"
    r"|(?<![\d:.])(?P<hour2>\d{1,2}):(?P<minute2>\d\d)(?![\d:])|\b(?P<word>noon|midnight)\b",
    re.IGNORECASE,
)
_LOOSE = {
    "zh": re.compile(r"(?:多|许|左右|前后|后|前|之后|之前|[)）]?\s?\d)"),
    "en": re.compile(r" (?:or so|or thereabouts)"),
}
_DAY = 24 * 60


class Clock(NamedTuple):
    """A time of day at its place in a text."""

    start: int
    end: int
    hour: int
    minute: int
    half: str
    """ "am", "pm" or "" where the words leave open which half of the day it is."""
    is_loose: bool
    """Whether it is told as about that time."""

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        hour = self.hour
        if self.half == "pm" and hour < 12:
            hour += 12
        elif self.half == "am" and hour == 12:
            hour = 0
        return hour * 60 + self.minute


@cache
def _halves() -> dict[str, str]:
    """The half of the day by each Chinese word for a part of it."""
    return dict.fromkeys(words_of("half_am", "zh"), "am") | dict.fromkeys(words_of("half_pm", "zh"), "pm")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    if language == "en":
        return _EN
    half = "|".join(sorted(_halves(), key=len, reverse=True))
    return re.compile(_ZH.pattern.replace("{half}", half))


def clocks(text: str, start: int, end: int, language: str) -> Iterator[Clock]:
    """The times of day between two offsets, in order; hours and minutes that no clock shows included."""
    for match in _pattern(language).finditer(text, start, end):
        found = match.groupdict()
        if found.get("word"):
            yield Clock(match.start(), match.end(), 12 if match[0].lower() == "noon" else 0, 0, "pm", False)
            continue
        hour = _number(found["hour"] or found["hour2"])
        minute = 30 if found.get("thirty") else _number(found["minute"] or found.get("bare") or found["minute2"] or "0")
        if hour is None or minute is None:
            continue
        word = (found["half"] or found.get("half2") or "").lower()
        half = _halves().get(word, "") if language == "zh" else word[:1] + "m" if word else ""
        if not half and (hour > 12 or (hour == 0) or (found["hour2"] or "").startswith("0")):
            half = "am" if hour < 12 else "pm"
        if "晚" in word or "夜" in word:
            # 晚上12時 and 深夜1時 belong to the next day.
            hour, half = (0, "am") if hour == 12 else (hour, "am" if hour < 6 else half)
        loose = _LOOSE[language].match(text[match.end() : match.end() + 17]) is not None
        yield Clock(match.start(), match.end(), hour, minute, half, loose)


def _number(words: str) -> int | None:
    if words.isdigit():
        numeral = parse_digits(words)
        return int(words) if numeral is not None else None
    ten, _, ones = words.rpartition("十")
    if "十" in words:
        tens = _DIGITS.get(ten, 1) if ten else 1
        return tens * 10 + (_DIGITS.get(ones, 0) if ones else 0)
    values = [_DIGITS[c] for c in words if c in _DIGITS]
    return values[-1] if values else None


def spans(first: Clock, second: Clock) -> tuple[int, ...]:
    """The minutes that may lie from one to the other, both ways where the half of the day is left open."""
    if second.half and first.half:
        return ((second.minutes - first.minutes) % _DAY,)
    if first.half or second.half:
        # 上午7時至11時: the half is carried over if that puts them in order.
        return tuple(sorted({(second.minutes - first.minutes + shift) % _DAY for shift in (0, 720)}))
    apart = (second.minutes - first.minutes) % 720
    return apart, apart + 720
