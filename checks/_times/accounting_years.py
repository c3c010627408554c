"""A financial year has twelve months: one from April to the March after next is told wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from checks._times.ranges_of_dates import ranges
from checks._times.time_between import SPAN
from claims.interval import closed
from claims.model import Claim, Relation
from claims.prose import Passage
from claims.wordings import Wording

_NAMED = Wording(
    zh=r"{accounting_year}[^，。；]{0,4}[（(，,为即]?(?:即|由|自|从|为)?$",
    en=r"\b{accounting_year}\b[^.;,]{0,8},? ?[(]?(?:from )?$",
)
_SHORTEST, _LONGEST = 355, 375
"""Days: 52 or 53 weeks, and dates that count one of their ends or both."""
_MOST_MONTHS = 18


def accounting_years(passage: Passage, language: str) -> Iterator[Relation]:
    """One for each span that words call a financial year."""
    for span in ranges(passage, language):
        before = passage.folded[max(passage.start, span[0].outer.start - 32) : span[0].outer.start]
        ends = _ends(span)
        if ends is None or _NAMED[language].search(before) is None:
            continue
        days = (ends[1] - ends[0]).days + 1
        if len(span) == 1 and _SHORTEST <= days <= _LONGEST:
            continue
        if _is_longer_year(*ends):
            continue
        yield _relation(span, days, passage)


def _is_longer_year(first: date, last: date) -> bool:
    """Whether so many whole months, a year and up to a half, may be the year in which its end was moved."""
    after = last + timedelta(days=1)
    months = 12 * (after.year - first.year) + after.month - first.month
    return first.day == after.day == 1 and 12 < months <= _MOST_MONTHS


def _ends(span: tuple[Claim, ...]) -> tuple[date, date] | None:
    first, last = (span[0].quantity.dates or ("", ""))[0], (span[-1].quantity.dates or ("", ""))[1]
    told = [part for claim in span for part in SPAN.split(claim.quote)]
    try:
        found = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None
    named = all(day[:4] in " ".join(told) for day in (first, last))
    return found if named and found[0] < found[1] and not (first[5:] == "01-01" and len(span) == 1) else None


def _relation(span: tuple[Claim, ...], days: int, passage: Passage) -> Relation:
    told = "–".join(" ".join(day.quote.split()) for day in span)
    single = len(span) == 1
    return Relation(
        check="", form="order" if single else "duration", terms=tuple(day.id for day in reversed(span)),
        coefficients=(Fraction(1), Fraction(-1))[: len(span)], constant=closed(_SHORTEST, _LONGEST),
        basis="inferred", reason="dates", cue=(passage.block, span[0].local.start, span[-1].local.end),
        note={
            "template": "accounting-year", "range": told, "length": str(days),
            "statement": f"{told} = 365", "arithmetic": f"{told}: {days} ≠ 365",
        },
    )  # fmt: skip
