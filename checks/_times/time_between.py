"""The time between two dates, and a duration held against it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction

from claims.interval import closed
from claims.model import Claim, Relation
from claims.prose import Figure

SPAN = re.compile(r"[至到~–—-]|\bto\b|\buntil\b|\bthrough\b")
"""What makes one date of two."""
_BY_DAY = re.compile(r"日|\b\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]|[A-Z][a-z]+\s\d{1,2}\b(?!\d)")
_BY_MONTH = re.compile(r"月|[A-Z][a-z]{2,}")
_DAYS = {"day": Fraction(1), "week": Fraction(7)}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def of_one(dates: Claim, unit: str) -> tuple[Fraction, Fraction] | None:
    """Shortest and longest time within a date that is itself a span: 2015至2019年."""
    # Any common year will do for days whose year is not known.
    first, last = (f"2001{day[1:]}" if day.startswith("--") else day for day in dates.quantity.dates or ("", ""))
    if not first or not last:
        return None
    if _BY_DAY.search(dates.quote):
        return spanned(first, first, last, last, unit)
    begins, ends = date.fromisoformat(first), date.fromisoformat(last)
    if _BY_MONTH.search(dates.quote):
        first_end, last_begin = _last_of_month(begins), ends.replace(day=1)
    else:
        first_end, last_begin = begins.replace(month=12, day=31), ends.replace(month=1, day=1)
    return spanned(first, first_end.isoformat(), last_begin.isoformat(), last, unit)


def _last_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def held_against(
    figure: Figure, dates: tuple[Claim, ...], length: tuple[Fraction, Fraction], words: str, basis: str
) -> Relation:
    """The duration within the shortest and longest time that follow from the dates; `words` are theirs."""
    low, high = length
    unit, quote, words = figure.claim.quantity.unit_word or "years", figure.claim.quote, " ".join(words.split())
    joint = "" if any("㐀" <= char <= "鿿" for char in unit) else " "
    derived = f"{_number(low)}{joint}{unit}" if low == high else f"{_number(low)}–{_number(high)}{joint}{unit}"
    return Relation(
        check="", form="duration", terms=(figure.id, *(d.id for d in dates)),
        coefficients=(Fraction(1), *([Fraction(0)] * len(dates))), constant=closed(low, high), basis=basis,
        reason="dates", cue=(figure.passage.block, dates[0].local.start, dates[-1].local.end),
        note={
            "dates": words, "derived": derived, "statement": f"{words} = {quote}",
            "arithmetic": f"{words} = {derived} ≠ {quote}",
        },
    )  # fmt: skip


def _number(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.1f}"


def ends(start: Claim, end: Claim) -> tuple[str, str, str, str] | None:
    """First and last day of both dates, years carried from one to the other; None when unknown."""
    a, b = start.quantity.dates or ("", ""), end.quantity.dates or ("", "")
    if a[0][4:] == "-01-01" and not a[1] and a[0][:4].isdigit():
        a = a[0], f"{a[0][:4]}-12-31"  # from that year on
    if not all((*a, *b)):
        return None
    days = [*a, *b]
    year = next((d[:4] for d in days if not d.startswith("--")), "2001")
    days = [year + d[1:] if d.startswith("--") else d for d in days]
    if days[2] < days[0] and any(d.startswith("--") for d in b):
        days[2:] = [str(int(year) + 1) + d[4:] for d in days[2:]]
    return days[0], days[1], days[2], days[3]


def spanned(first: str, first_end: str, last: str, last_end: str, unit: str) -> tuple[Fraction, Fraction] | None:
    """Shortest and longest time, in `unit`, between two dates by any usual way of counting.

    Dates are ISO days, first and last day of each. Counting may include both ends or only
    one. None when the unit is no unit of calendar time or the dates run backwards.
    """
    try:
        a, a2, b, b2 = (date.fromisoformat(d) for d in (first, first_end, last, last_end))
    except ValueError:
        return None
    if b2 < a:
        return None
    if unit in _DAYS:
        low, high = Fraction((b - a2).days), Fraction((b2 - a).days + 1)
        per = _DAYS[unit]
        return max(low, Fraction(0)) / per, high / per
    if unit not in _MONTHS:
        return None
    low_months, high_months = _months(a2, b), _months(a, b2 + timedelta(days=1))
    if a2 == a and b2 == b:
        low_months = _months(a, b)
    per_month = Fraction(1, _MONTHS[unit])
    return low_months * per_month, high_months * per_month


def _months(a: date, b: date) -> Fraction:
    """Months from one day to another, the days beyond whole months as a share of 30, never below 0."""
    months = Fraction((b.year - a.year) * 12 + b.month - a.month)
    days = Fraction(b.day - a.day, 30)
    return max(months + days, Fraction(0))
