"""Two dates that something runs between, and those that run backwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from checks._times.time_between import SPAN
from claims.interval import Interval, at_least
from claims.model import Claim, Relation
from claims.prose import Passage
from claims.wordings import Wording

_THROUGH = Wording(
    zh=r"[，,]?(?:起|开始|以来)?[，,]?(?:直?{through}|~|-|—|–)(?:了)?",
    en=r",? (?:{through}) |\s?(?:~|-|–|—)\s?| (?:and) ",
)
_FROM = Wording(zh=r"(?:{running_from})$", en=r"\b(?P<word>{running_from})\s*$")
_BEGINS = re.compile(r"\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|[二零一〇民]")
"""What a date begins with that says where a span begins, unlike "the year to June"."""
_LONGEST = 300
"""Days from a date to a later one of the next year that nobody would tell without naming that year."""
_COMMON = "2001"


def ranges(passage: Passage, language: str) -> Iterator[tuple[Claim, ...]]:
    """The spans of time of a sentence: one date told as a span, or two that "from … to" joins."""
    previous: Claim | None = None
    for day in passage.dates:
        first, last = day.quantity.dates or ("", "")
        if SPAN.search(day.quote):
            if first and last:
                yield (day,)
            previous = None
            continue
        if previous is not None and _joined(previous, day, passage, language):
            yield previous, day
        previous = day if first and last else None


def _joined(first: Claim, second: Claim, passage: Passage, language: str) -> bool:
    gap = passage.folded[first.outer.end : second.outer.start]
    if _THROUGH[language].fullmatch(gap) is None:
        return False
    if language == "zh":
        return True
    before = _FROM["en"].search(passage.folded[max(passage.start, first.outer.start - 12) : first.outer.start])
    if gap.strip() == "and":
        return before is not None and before["word"].lower() == "between"
    return before is not None or (gap.strip(" ,") in ("to", "through") and all(_is_day(day) for day in (first, second)))


def _is_day(day: Claim) -> bool:
    """Whether a date is a day told with its year."""
    first, last = day.quantity.dates or ("", "")
    return first == last and first[:4] in day.quote


def backwards(span: tuple[Claim, ...], passage: Passage) -> Relation | None:
    """The relation that a span breaks which ends before it begins; None for all others.

    A second date without its year may be of the next one.
    """
    first, last = (span[0].quantity.dates or ("", ""))[0], (span[-1].quantity.dates or ("", ""))[1]
    named = [bool(day) and day[:4] in claim.quote for day, claim in ((first, span[0]), (last, span[-1]))]
    if len(span) == 1:
        named[1] = named[0] and last[:4] != first[:4]
    if not (first and last) or named == [False, True] or _BEGINS.match(span[0].quote) is None:
        return None
    if all(named):
        return _order(span, passage, "stated") if first > last else None
    if first[-5:] <= last[-5:] or _until_next_year(first, last) <= _LONGEST:
        return None
    return _order(span, passage, "inferred")


def _until_next_year(first: str, last: str) -> int:
    """Days from the one to the other where that is of the year after."""
    days = [f"{_COMMON}{day[-6:]}" for day in (first, last)]
    try:
        begins, ends = (date.fromisoformat(day) for day in days)
    except ValueError:
        return 0
    return (ends + timedelta(365) - begins).days


def _order(span: tuple[Claim, ...], passage: Passage, basis: str) -> Relation:
    quotes = [" ".join(day.quote.split()) for day in span]
    told = "–".join(quotes)
    return Relation(
        check="", form="order", terms=tuple(day.id for day in span),
        coefficients=(Fraction(1), Fraction(-1))[: len(span)], operator="<=",
        constant=Interval(None, Fraction(0)) if len(span) == 1 else at_least(0), basis=basis, reason="dates",
        cue=(passage.block, span[0].local.start, span[-1].local.end),
        note={"template": "span", "range": told, "statement": told, "arithmetic": " > ".join(quotes)},
    )  # fmt: skip
