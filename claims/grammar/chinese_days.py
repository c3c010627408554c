"""First and last days, ISO, of the parts of a calendar: months, quarters, halves, seasons.

What the text leaves open is resolved against the document's date; without one a day of
the year is "--08-03".
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from claims.grammar.chinese_evaluation import DIGITS, TENS, read_token


class Period(NamedTuple):
    """A date in the text: where it ends, its first and last day."""

    end: int
    first: str
    last: str


def part_of_year(year: int, part: str) -> tuple[str, str]:
    if "初" in part:
        return f"{year}-01-01", f"{year}-03-31"
    if part[-1] in "底末":
        return f"{year}-12-01", f"{year}-12-31"
    if "中" in part:
        return f"{year}-05-01", f"{year}-08-31"
    season = "春夏秋冬".find(part[0])
    if season == 3:
        return f"{year}-12-01", iso(year + 1, 2, last_day(year + 1, 2))
    return f"{year}-{3 * season + 3:02}-01", iso(year, 3 * season + 5, last_day(year, 3 * season + 5))


def quarter(year: int | None, words: str) -> tuple[str, str]:
    digit = next((char for char in words if char in "一二两三四1234"), "")
    number = int(digit) if digit.isascii() and digit else DIGITS.get(digit, 0)
    if not number:
        number = 4 if words[0] == "末" else 1
    start = 1 if words[0] in "前首头" and digit else 3 * number - 2
    return iso(year, start, 1), iso(year, 3 * number, last_day(year, 3 * number))


def half_year(year: int | None, first: bool) -> tuple[str, str]:
    return (iso(year, 1, 1), iso(year, 6, 30)) if first else (iso(year, 7, 1), iso(year, 12, 31))


def third(word: str, last: int) -> tuple[int, int]:
    if word in ("上旬", "初"):
        return 1, 10
    if word == "中旬":
        return 11, 20
    return 21, last


def day_near(char: str, today: str) -> str:
    if len(today) < 10:
        return ""
    try:
        day = date.fromisoformat(today[:10])
    except ValueError:
        return ""
    return (day + timedelta(days={"昨": -1, "明": 1, "前": -2}.get(char, 0))).isoformat()


def nearest_year(month: int, today: str) -> int | None:
    """The document's year, or the one before for a month far ahead of its date."""
    year = year_of(today)
    if year is None or len(today) < 7:
        return year
    return year - 1 if month - int(today[5:7]) > 6 else year


def nearest_day(day: int, today: str) -> str:
    """The day of the month nearest to the document's own day, ISO; "" where that is not known."""
    if len(today) != 10:
        return ""
    now = date.fromisoformat(today)
    near = []
    for months in (-1, 0, 1):
        first = (now.replace(day=1) + timedelta(31 * months + (14 if months < 0 else 0))).replace(day=1)
        if day <= monthrange(first.year, first.month)[1]:
            near.append(first.replace(day=day))
    return min(near, key=lambda other: abs((other - now).days)).isoformat() if near else ""


def year_of(today: str) -> int | None:
    return int(today[:4]) if len(today) >= 4 and today[:4].isdecimal() else None


def last_day(year: int | None, month: int) -> int:
    return monthrange(year if year and 1 <= year <= 9999 else 2001, month)[1]


def iso(year: int | None, month: int, day: int) -> str:
    return f"--{month:02}-{day:02}" if year is None else f"{year:04}-{month:02}-{day:02}"


def small_number(token: str) -> int:
    """A one- or two-digit number in digits or characters; 0 when it is none."""
    if token.isdecimal() and token.isascii():
        return int(token)
    if token in TENS:
        return TENS[token]
    if token and token[0] in TENS:
        return TENS[token[0]] + DIGITS.get(token[1:], 0)
    reading = read_token(token)
    return 0 if reading is None or reading.low is not None else reading.mantissa * reading.scale
