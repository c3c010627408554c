"""The time that a figure is of, as ISO 8601 writes it."""

from __future__ import annotations

import re

from claims.model import Claim

_YEAR = re.compile(r"(?:19|20)\d\d|民国|[一二三四五六七八九〇零]{4}年|\d{2,3}年")


def period_of(date: Claim) -> str:
    """ISO period of a date claim: "2020", "2020-03", "2020-03-05", "2020-01-01/2020-06-30"; else its words.

    The end of a month or a year, 2020年底, is its last day.
    """
    first, last = date.quantity.dates or ("", "")
    if not first or not last:
        return date.quote
    if date.quote.endswith(("底", "末")):
        return last
    return iso_period(first, last)


def iso_period(first: str, last: str) -> str:
    """The shortest ISO form of a span of days."""
    if first == last:
        return first
    if first[:4] == last[:4] and first[4:] == "-01-01" and last[4:] == "-12-31":
        return first[:4]
    if first[:7] == last[:7] and first[7:] == "-01" and int(last[8:]) >= 28:
        return first[:7]
    return f"{first}/{last}"


def in_year(period: str, year: int) -> str:
    """The same part of another year."""
    return re.sub(r"\b(?:19|20)\d\d(?=-|$|/)", f"{year:04d}", period) if period else period


def year_of(period: str) -> int | None:
    """The one year that a period lies in; None for a longer or an unknown one."""
    years = set(re.findall(r"(?:^|/)((?:19|20)\d\d)(?![\d])", period))
    return int(years.pop()) if len(years) == 1 else None


def names_year(date: Claim) -> bool:
    """Whether the date's own words say of which year it is."""
    return _YEAR.search(date.quote) is not None
