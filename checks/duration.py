"""A duration does not fit the dates it lies between.

From April 2019 to March 2024 are five years. A run of "five consecutive years" from 2017
reaches 2021.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from claims.interval import closed
from claims.model import Claim, Ledger, Relation
from claims.prose import Figure, Passage, Prose, prose

_ZH_RUN = re.compile(r"(?:为期|历时|前后|长达|共|一共|跨度|时长|有效期|期限|任期)(?:为|是|达|约|共)?$")
_EN_RUN = re.compile(
    r"(?:,? or|,? a|lasting|lasted|for|over|period of|span of|total of|spanning|total|some)\s*$", re.IGNORECASE
)
_ZH_THROUGH = re.compile(r"^[^，。；]{0,6}?(?:起|开始|以来)?[^。；]{0,12}?(?:至|到|~|-)[^，。；]{0,6}$")
_EN_THROUGH = re.compile(r"^\s*(?:to|until|through|till|~|-|and|and ran until|and ended on)\s*$", re.IGNORECASE)
_ZH_FROM = re.compile(r"[，,]?(?:由|从|自)")
_EN_FROM = re.compile(r",? (?:from|between) ")
_ZH_IN_A_ROW = re.compile(r"(?:连续|连)[了第]?$")
_ZH_SINCE = re.compile(r"自此|从此|此后|起|以来|自|从")
_EN_IN_A_ROW = re.compile(r"^\s*(?:consecutive|straight|successive|(?:years? )?in a row)", re.IGNORECASE)
_EN_SINCE = re.compile(r"\bsince\b|\bfrom\b|\bbeginning\b|\bstarting\b", re.IGNORECASE)
_SPAN = re.compile(r"[至到~–—-]|\bto\b|\buntil\b|\bthrough\b")
_DAYS = {"day": Fraction(1), "week": Fraction(7)}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def relations(ledger: Ledger) -> Iterator[Relation]:
    """Durations against two dates of their sentence, and runs of years against a start and the draft's date."""
    text = prose(ledger)
    for passage in text.passages:
        for figure in passage.figures:
            q = figure.claim.quantity
            if q.kind == "duration" and q.value is not None and q.unit is not None:
                yield from _between(figure, passage, text)
                yield from _in_a_row(figure, passage, text)


def _between(figure: Figure, passage: Passage, text: Prose) -> Iterator[Relation]:
    run = _ZH_RUN if text.language == "zh" else _EN_RUN
    if not run.search(figure.left.rstrip(" 约")) and not (
        text.language == "zh" and run.search(figure.before.strip("，, 约"))
    ):
        return
    after = _dates_after(figure, passage, text)
    if after:
        yield from _against(figure, after, passage, text)
        return
    dates = [d for d in passage.dates if d.local.start < figure.claim.local.start]
    if not dates or len(gap := passage.folded[dates[-1].outer.end : figure.claim.outer.start]) > 16 or "。" in gap:
        return
    yield from _against(figure, dates, passage, text)


def _dates_after(figure: Figure, passage: Passage, text: Prose) -> list[Claim]:
    """The dates that follow a duration at once: for 12 days, from July 1 to July 21."""
    dates = [d for d in passage.dates if d.local.start >= figure.claim.local.end][:2]
    if not dates:
        return []
    lead = passage.folded[figure.claim.outer.end : dates[0].outer.start]
    return dates if (_ZH_FROM if text.language == "zh" else _EN_FROM).fullmatch(lead) else []


def _against(figure: Figure, dates: list[Claim], passage: Passage, text: Prose) -> Iterator[Relation]:
    """The duration held against the last of the dates, if that is a span, or against the last two."""
    through = _ZH_THROUGH if text.language == "zh" else _EN_THROUGH
    unit = figure.claim.quantity.unit or ""
    if _SPAN.search(dates[-1].quote):
        span = _of_one(dates[-1], unit)
        if span is not None:
            yield _relation(figure, (dates[-1],), *span, dates[-1].quote, "stated")
        return
    if len(dates) < 2:
        return
    start, end = dates[-2], dates[-1]
    ends = _ends(start, end) if through.match(passage.folded[start.outer.end : end.outer.start]) else None
    span = spanned(*ends, unit) if ends else None
    if span is not None:
        yield _relation(figure, (start, end), *span, f"{start.quote}–{end.quote}", "stated")


def _of_one(dates: Claim, unit: str) -> tuple[Fraction, Fraction] | None:
    """Shortest and longest time within a date that is itself a span: 2015至2019年."""
    # Any common year will do for days whose year is not known.
    first, last = (f"2001{day[1:]}" if day.startswith("--") else day for day in dates.quantity.dates or ("", ""))
    if not first or not last:
        return None
    if re.search(r"日|\b\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]|[A-Z][a-z]+\s\d{1,2}\b(?!\d)", dates.quote):
        return spanned(first, first, last, last, unit)
    by_month = re.search(r"月|[A-Z][a-z]{2,}", dates.quote) is not None
    begins, ends = date.fromisoformat(first), date.fromisoformat(last)
    first_end = (begins.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1) if by_month else begins.replace(month=12, day=31)
    last_begin = ends.replace(day=1) if by_month else ends.replace(month=1, day=1)
    return spanned(first, first_end.isoformat(), last_begin.isoformat(), last, unit)


def _relation(
    figure: Figure, dates: tuple[Claim, ...], low: Fraction, high: Fraction, words: str, basis: str
) -> Relation:
    unit = figure.claim.quantity.unit_word
    joint = "" if figure.passage.folded.isascii() is False and any("㐀" <= c <= "鿿" for c in unit) else " "
    derived = f"{_number(low)}{joint}{unit}" if low == high else f"{_number(low)}–{_number(high)}{joint}{unit}"
    words = " ".join(words.split())
    return Relation(
        check="", form="duration", terms=(figure.id, *(d.id for d in dates)),
        coefficients=(Fraction(1), *([Fraction(0)] * len(dates))), constant=closed(low, high), basis=basis, reason="dates",
        cue=(figure.passage.block, dates[0].local.start, dates[-1].local.end),
        note={
            "dates": words, "derived": derived, "statement": f"{words} = {figure.claim.quote}",
            "arithmetic": f"{words} = {derived} ≠ {figure.claim.quote}",
        },
    )  # fmt: skip


def _number(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.1f}"


def _ends(start: Claim, end: Claim) -> tuple[str, str, str, str] | None:
    """First and last day of both dates, years carried from one to the other; None when unknown."""
    a, b = start.quantity.dates or ("", ""), end.quantity.dates or ("", "")
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


def _in_a_row(figure: Figure, passage: Passage, text: Prose) -> Iterator[Relation]:
    if figure.claim.quantity.unit != "year" or not text.ledger.date:
        return
    before = passage.folded[passage.start : figure.claim.outer.start]
    if text.language == "zh":
        if not _ZH_IN_A_ROW.search(figure.left) or not _ZH_SINCE.search(before):
            return
    elif not (_EN_IN_A_ROW.match(figure.right) or "consecutive" in figure.claim.quote) or not _EN_SINCE.search(passage.text):
        return
    starts = [d for d in passage.dates if d.quantity.dates and d.quantity.dates[0][:4].isdigit()]
    if len(starts) != 1 or starts[0].quantity.dates is None:
        return
    years = int(text.ledger.date[:4]) - int(starts[0].quantity.dates[0][:4])
    if years >= 0:
        words = f"{starts[0].quote}–{text.ledger.date[:4]}"
        yield _relation(figure, (starts[0],), Fraction(years), Fraction(years + 1), words, "inferred")
