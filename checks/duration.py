"""A duration does not fit the dates it lies between.

From April 2019 to March 2024 are five years. A run of "five consecutive years" from 2017
reaches 2021.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from checks._between_clocks import between_clocks
from checks._events_in_time import allowed, anniversary, events, lasting_event, standing
from claims.interval import closed
from claims.model import Claim, Ledger, Relation
from claims.prose import DATE_MARK, Figure, Passage, Prose, prose
from claims.wordings import Wording

_LASTING = Wording(zh=r"{lasting}{lasting_is}?$", en=r"(?:,? or|,? a|{lasting})\s*$")
_ALL_OF = Wording(zh=rf".*?{DATE_MARK}(?:这|的|{{in_a_row}})?")
_SPANNED = Wording(zh=r"^(?:期?间|假期|长假|内|时间)")
_DOING = Wording(zh=r"^{lasting_verb}了?$")
_THROUGH = Wording(
    zh=r"^[^，。；]{0,6}?{beginning}?[^。；]{0,12}?(?:{through}|~|-)[^，。；]{0,6}$",
    en=r"^\s*(?:{through}|~|-|and)\s*$",
)
_FROM = Wording(zh=r"[，,]?{running_from}|[，,]", en=r",? {running_from} ")
_IN_A_ROW = Wording(zh=r"{in_a_row}[了第]?$", en=r"^\s*{in_a_row}")
_SINCE = Wording(zh=r"{since}", en=r"\b{since}\b")
_SPAN = re.compile(r"[至到~–—-]|\bto\b|\buntil\b|\bthrough\b")
_BY_DAY = re.compile(r"日|\b\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]|[A-Z][a-z]+\s\d{1,2}\b(?!\d)")
_BY_MONTH = re.compile(r"月|[A-Z][a-z]{2,}")
_LONGEST_GAP = 16
_DAYS = {"day": Fraction(1), "week": Fraction(7)}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def relations(ledger: Ledger) -> Iterator[Relation]:
    """Durations against two dates of their sentence, and runs of years against a start and the draft's date."""
    text = prose(ledger)
    for passage in text.passages:
        for figure in passage.figures:
            q = figure.claim.quantity
            if q.kind == "duration" and q.value is not None and q.unit is not None:
                yield from _of_years(figure, passage, text)
                yield from _between(figure, passage, text)
                yield from _in_a_row(figure, passage, text)
                yield from between_clocks(figure, passage, text)
                yield from _of_events(figure, passage, text)
        if len(passage.dates) > 1:
            yield from events(passage, text)


def _between(figure: Figure, passage: Passage, text: Prose) -> Iterator[Relation]:
    """A duration beside a date that is a span, or beside the two dates that it runs between."""
    if not _is_length(figure, text.language):
        return
    dates = _dates_after(figure, passage, text.language) or _dates_before(figure, passage)
    if not dates:
        return
    unit, end = figure.claim.quantity.unit or "", dates[-1]
    if _SPAN.search(end.quote):
        length = _of_one(end, unit)
        if length is not None:
            yield _relation(figure, (end,), length, end.quote, "stated")
    elif len(dates) > 1 and _THROUGH[text.language].match(passage.folded[dates[-2].outer.end : end.outer.start]):
        ends = _ends(dates[-2], end)
        length = spanned(*ends, unit) if ends else None
        if length is not None:
            yield _relation(figure, (dates[-2], end), length, f"{dates[-2].quote}–{end.quote}", "stated")


def _of_events(figure: Figure, passage: Passage, text: Prose) -> Iterator[Relation]:
    """From what began to what ended it; from what was founded to the draft's date."""
    pair = lasting_event(figure, passage, text)
    ends = _ends(*pair) if pair else None
    length = spanned(*ends, figure.claim.quantity.unit or "") if ends else None
    if pair and length is not None:
        yield _relation(figure, pair, length, f"{pair[0].quote}–{pair[1].quote}", "stated")
    found = standing(figure, passage, text)
    if found is not None:
        day, years = found
        yield _relation(figure, (day,), allowed(years), f"{day.quote}–{text.ledger.date[:4]}", "inferred")


def _of_years(figure: Figure, passage: Passage, text: Prose) -> Iterator[Relation]:
    """今年（2023年）踏入三十周年: from the year of founding to the other year of the sentence."""
    pair = anniversary(figure, passage, text)
    if pair is not None:
        years = Fraction(int(pair[1][:4]) - int(pair[0][:4]))
        days = tuple(d for d in passage.dates if (d.quantity.dates or ("",))[0][:4] in (pair[0][:4], pair[1][:4]))
        yield _relation(figure, days[:2], (years, years + 1), f"{pair[0][:4]}–{pair[1][:4]}", "stated")


def _is_length(figure: Figure, language: str) -> bool:
    """Whether words such as 為期 or "for" make the duration the length of what stands before it."""
    if _LASTING[language].search(figure.left.rstrip(" 约")) or _DOING["zh"].search(figure.left):
        return True
    if language == "zh" and _ALL_OF["zh"].fullmatch(
        figure.passage.words(figure.passage.start, figure.claim.outer.start)[-4:]
    ):
        return _SPANNED["zh"].match(figure.right) is not None or figure.left.endswith(("连续", "连"))
    return language == "zh" and _LASTING["zh"].search(figure.before.strip("，, 约")) is not None


def _dates_after(figure: Figure, passage: Passage, language: str) -> list[Claim]:
    """The dates that follow a duration at once: for 12 days, from July 1 to July 21."""
    dates = [d for d in passage.dates if d.local.start >= figure.claim.local.end][:2]
    lead = passage.folded[figure.claim.outer.end : dates[0].outer.start] if dates else ""
    dates = dates[:1] if dates and _SPAN.search(dates[0].quote) else dates
    return dates if _FROM[language].fullmatch(lead) else []


def _dates_before(figure: Figure, passage: Passage) -> list[Claim]:
    """The dates before a duration in its sentence, when the last of them stands close to it."""
    dates = [d for d in passage.dates if d.local.start < figure.claim.local.start]
    gap = passage.folded[dates[-1].outer.end : figure.claim.outer.start] if dates else ""
    return dates if len(gap) <= _LONGEST_GAP and "。" not in gap else []


def _of_one(dates: Claim, unit: str) -> tuple[Fraction, Fraction] | None:
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


def _relation(
    figure: Figure, dates: tuple[Claim, ...], length: tuple[Fraction, Fraction], words: str, basis: str
) -> Relation:
    """The duration within the shortest and longest time that follow from the dates; `words` are theirs."""
    low, high = length
    unit, quote, words = figure.claim.quantity.unit_word, figure.claim.quote, " ".join(words.split())
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


def _ends(start: Claim, end: Claim) -> tuple[str, str, str, str] | None:
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


def _in_a_row(figure: Figure, passage: Passage, text: Prose) -> Iterator[Relation]:
    """A run of years from the one year of its sentence up to the draft's date."""
    if figure.claim.quantity.unit != "year" or not text.ledger.date or not _is_run(figure, text.language):
        return
    starts = [d for d in passage.dates if d.quantity.dates and d.quantity.dates[0][:4].isdigit()]
    if len(starts) != 1 or starts[0].quantity.dates is None:
        return
    last = text.ledger.date[:4]
    years = Fraction(int(last) - int(starts[0].quantity.dates[0][:4]))
    if years >= 0:
        yield _relation(figure, (starts[0],), (years, years + 1), f"{starts[0].quote}–{last}", "inferred")


def _is_run(figure: Figure, language: str) -> bool:
    """Whether the words speak of years in a row since some time: 自…連續五年, "five straight years since"."""
    passage = figure.passage
    if language == "zh":
        before = passage.folded[passage.start : figure.claim.outer.start]
        return bool(_IN_A_ROW["zh"].search(figure.left)) and bool(_SINCE["zh"].search(before))
    in_a_row = _IN_A_ROW["en"].match(figure.right) or "consecutive" in figure.claim.quote
    return bool(in_a_row) and bool(_SINCE["en"].search(passage.text))
