"""A date that no calendar has, a day of the week that is not that date's, two calendars that disagree.

30 February is in no year. 1 January 2024 was a Monday. 民國100年 is 2011.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from checks._times.days_from_now import days_from_now
from claims.grammar.fold import fold
from claims.interval import closed, point
from claims.model import Claim, Ledger, Relation
from claims.prose import Figure, Passage, Prose, prose
from claims.readings import day_number
from claims.wordings import Wording, sets_of

_ONE = (Fraction(1),)
_NEAR = 120
"""Days from the draft's own within which a date without its year is of no other."""
_KNOWN = ("given", "ledger", "front-matter", "dateline")
_WEEKDAY_AFTER = Wording(
    zh=r"^\s*[（(,，]?\s*(?P<day>{weekday})(?![月年内])", en=r"^\s*[(,]\s*(?:a |the )?(?P<day>{weekday})\b"
)
_WEEKDAY_BEFORE = Wording(zh=r"(?P<day>{weekday})\s*[（(,，]?$", en=r"\b(?P<day>{weekday}),?\s+(?:the |\()?$")
_ERA_BEFORE = Wording(en=r"\b(?P<era>{era}) (?P<year>[1-9]\d?)\s*[(]$")
_ERA_AFTER = Wording(en=r"^\s*[(](?P<era>{era}) (?P<year>[1-9]\d?)[)]")
_MINGUO = 1911
_LEAST, _MOST = 60, 170
"""Years of the Republic that a draft may tell without its name."""
_BARE_YEAR = re.compile(r"(\d{2,3})年度?")
_IN_BRACKETS = re.compile(r"度[（(](?:即|公元|西元)?")
_ERA = Wording(zh=r"{era}", en=r"\b{era}\b")


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each impossible day, each date with its day of the week, each year told in two calendars."""
    text = prose(ledger)
    for passage in text.passages:
        if passage.dates:
            yield from days_from_now(passage, text)
        for number, told in enumerate(passage.dates):
            if (impossible := _beyond_its_month(told, passage)) is not None:
                yield impossible
            elif (weekday := _weekday(told, passage, text)) is not None:
                yield weekday
            if (era := _era(told, passage, text.language)) is not None:
                yield era
            if number and (both := _two_calendars(passage.dates[number - 1], told, passage, text.language)):
                yield both
        if passage.dates and text.language == "zh":
            for figure in passage.figures:
                if (minguo := _year_of_minguo(figure, passage, text)) is not None:
                    yield minguo


def _beyond_its_month(told: Claim, passage: Passage) -> Relation | None:
    """A day that its month has not; 29 February only where the date names the year."""
    first, last = told.quantity.dates or ("", "")
    for day in (first, last):
        if len(day) not in (7, 10) or not day[-5:-3].isdigit():
            continue
        year, month, number = int(day[:4]) if day[0] != "-" else 2000, int(day[-5:-3]), int(day[-2:])
        length = monthrange(year, month)[1] if day[:4] in told.quote or month != 2 else 29
        if number > length:
            start = day_number(f"{year:04}-{month:02}-01") or Fraction(0)
            quote, month_end = " ".join(told.quote.split()), f"{day.lstrip('-')[:-3]}-{length}"
            return Relation(
                check="", form="date" if day[0] != "-" and first == last else "order",
                terms=(told.id,), coefficients=_ONE,
                constant=closed(start, start + length - 1), cue=(passage.block, told.local.start, told.local.end),
                note={
                    "template": "no-such-day", "length": str(length), "date": quote,
                    "statement": f"{quote} ≤ {month_end}", "arithmetic": f"{quote} > {month_end}",
                },
            )  # fmt: skip
    return None


def _weekday(told: Claim, passage: Passage, text: Prose) -> Relation | None:
    """A day and the day of the week beside it; a date without a year may be of any year near the draft's."""
    first, last = told.quantity.dates or ("", "")
    if first != last or len(first) != 10:
        return None
    named = _named(told, passage, text.language)
    if named is None:
        return None
    wanted, words, span = named
    try:
        day = date.fromisoformat(first)
        if first[:4] not in told.quote:
            if text.ledger.date_source not in _KNOWN:
                return None
            year = int(text.ledger.date[:4])
            near = _years_near(day, text.ledger.date) + _months_told(told, day, passage)
            if not _is_bare(told) and day.year != year:
                return None
            if day.weekday() != wanted and any(d.weekday() == wanted for d in near):
                return None
    except ValueError:
        return None
    moved = (wanted - day.weekday() + 3) % 7 - 3
    right = day + timedelta(moved)
    quote, own = " ".join(told.quote.split()), _weekdays(text.language)[day.weekday()]
    return Relation(
        check="", form="date", terms=(told.id,), coefficients=_ONE, constant=point(right.toordinal()),
        cue=(passage.block, *span), beside=((passage.block, *span),),
        note={
            "template": "weekday", "date": quote, "weekday": words, "own": own, "right": right.isoformat(),
            "statement": f"{first} = {words}", "arithmetic": f"{first} = {own} ≠ {words}",
        },
    )  # fmt: skip


def _months_told(told: Claim, day: date, passage: Passage) -> list[date]:
    """The same day in the months named before it: 5月9日（周六）及11日（周一）."""
    if not _is_bare(told):
        return []
    found = []
    for other in passage.dates:
        first = (other.quantity.dates or ("", ""))[0]
        if other.local.start < told.local.start and len(first) == 10 and first[:4].isdigit():
            year, month = int(first[:4]), int(first[5:7])
            if day.day <= monthrange(year, month)[1]:
                found.append(date(year, month, day.day))
    return found


def _is_bare(told: Claim) -> bool:
    """Whether it is a day of an unnamed month, 29日."""
    return "月" not in told.quote and told.quote.rstrip().endswith(("日", "号", "號"))


def _years_near(day: date, told: str) -> list[date]:
    """The day in the years that it may be of: the draft's alone for a day near the draft's own."""
    year = int(told[:4])
    if len(told) == 10 and abs((day - date.fromisoformat(told)).days) <= _NEAR:
        return [day]
    return [day.replace(year=y) for y in (year - 1, year, year + 1)]


def _named(told: Claim, passage: Passage, language: str) -> tuple[int, str, tuple[int, int]] | None:
    """The day of the week beside a date: its number from Monday, its words and their place in the block."""
    start, end = told.outer.start, told.outer.end
    lead = max(passage.start, start - 16)
    before = _WEEKDAY_BEFORE[language].search(passage.folded[lead:start])
    after = _WEEKDAY_AFTER[language].match(passage.folded[end : min(passage.end, end + 16)])
    found, shift = (after, end) if after else (before, lead)
    if found is None:
        return None
    words = found["day"].lower()
    number = next(i for i, names in enumerate(sets_of("weekday", language)) if words in names)
    return number, found["day"], (shift + found.start("day"), shift + found.end("day"))


def _weekdays(language: str) -> list[str]:
    return [names[0].capitalize() for names in sets_of("weekday", language)]


def _era(told: Claim, passage: Passage, language: str) -> Relation | None:
    """Heisei 10 (1998), 2021 (Reiwa 3): a year with its era, which is no date of its own in English."""
    first, last = told.quantity.dates or ("", "")
    if language != "en" or first[5:] != "01-01" or last != f"{first[:4]}-12-31":
        return None
    start, end = told.outer.start, told.outer.end
    before = _ERA_BEFORE["en"].search(passage.folded[max(passage.start, start - 24) : start])
    after = _ERA_AFTER["en"].match(passage.folded[end : min(passage.end, end + 24)])
    closed_after = passage.folded[end : end + 1] == ")"
    found = after or (before if closed_after else None)
    if found is None:
        return None
    name, number = found["era"].lower(), found["year"]
    starts = {word: int(year) for word, year in sets_of("era_begins", "en")}
    right = starts[name] + int(number)
    quote, era = " ".join(told.quote.split()), f"{found['era']} {number}"
    return Relation(
        check="", form="date", terms=(told.id,), coefficients=_ONE,
        constant=closed(day_number(f"{right:04}-01-01") or 0, day_number(f"{right:04}-12-31") or 0),
        cue=(passage.block, start, end),
        note={
            "template": "calendars", "first": era, "second": quote, "year": str(right), "era": era,
            "statement": f"{era} = {quote}", "arithmetic": f"{era} = {right} ≠ {quote}",
        },
    )  # fmt: skip


def _is_of_era(quote: str, day: Claim, language: str) -> bool:
    """Whether a year is told in an era, by its name or as a draft that has told it once tells it again: 113年."""
    if _ERA[language].search(quote) is not None:
        return True
    bare, year = _BARE_YEAR.fullmatch(quote), (day.quantity.dates or ("",))[0][:4]
    return bare is not None and year.isdigit() and int(bare[1]) + _MINGUO == int(year)


def _year_of_minguo(figure: Figure, passage: Passage, text: Prose) -> Relation | None:
    """112年度（2023年）, 今年（113年）: a year of the Republic that reads as a length of time by itself."""
    number, own = figure.claim.quantity.value, figure.claim.local
    if number is None or not _LEAST <= number <= _MOST or figure.claim.quantity.unit != "year":
        return None
    folded, right = passage.folded, f"{int(number) + _MINGUO:04}"
    for day in passage.dates:
        years = [end[:4] for end in day.quantity.dates or ("", "")]
        after = folded[own.end : day.local.start] if day.local.start >= own.end else ""
        lead = folded[day.local.end : own.start] if day.local.end <= own.start else ""
        beside = _IN_BRACKETS.fullmatch(after) or (lead in ("(", "（") and folded[own.end : own.end + 1] in (")", "）"))
        if lead and (text.ledger.date_source not in _KNOWN or "民国" not in fold(text.ledger.draft.text)):
            continue
        if beside and years[0] == years[1] and years[0].isdigit() and abs(int(years[0]) - int(right)) <= _MOST:
            quotes = [" ".join(c.quote.split()) for c in (figure.claim, day)]
            return Relation(
                check="", form="date", terms=(day.id,), coefficients=_ONE, basis="inferred",
                constant=closed(day_number(f"{right}-01-01") or 0, day_number(f"{right}-12-31") or 0),
                cue=(passage.block, own.start, own.end), beside=((passage.block, own.start, own.end),),
                note={
                    "template": "calendars", "first": quotes[0], "second": quotes[1], "year": right, "era": quotes[0],
                    "statement": f"{quotes[0]} = {quotes[1]}", "arithmetic": f"{quotes[0]} = {right} ≠ {quotes[1]}",
                },
            )  # fmt: skip
    return None


def _two_calendars(first: Claim, second: Claim, passage: Passage, language: str) -> Relation | None:
    """A year of an era with the same in brackets behind it, or the other way about."""
    between = passage.folded[first.outer.end : second.outer.start].strip()
    after = passage.folded[second.outer.end : second.outer.end + 2].strip()
    eras = [_is_of_era(passage.folded[c.local.start : c.local.end], c, language) for c in (first, second)]
    if between not in ("(", "（", "即", ",即", "，即") or sum(eras) != 1:
        return None
    if between in ("(", "（") and not after.startswith((")", "）")):
        return None
    if not all((first.quantity.dates or ("",))[0][:4].isdigit() for c in (first, second)):
        return None
    quotes = [" ".join(c.quote.split()) for c in (first, second)]
    years = [(c.quantity.dates or ("", ""))[0][:4].lstrip("0") for c in (first, second)]
    return Relation(
        check="", form="equal", terms=(first.id, second.id), coefficients=(Fraction(1), Fraction(-1)),
        cue=(passage.block, first.local.end, second.local.end),
        note={
            "template": "calendars", "first": quotes[0], "second": quotes[1], "year": years[0 if eras[0] else 1],
            "era": quotes[0 if eras[0] else 1],
            "statement": f"{quotes[0]} = {quotes[1]}", "arithmetic": f"{quotes[0]} = {years[0]} ≠ {years[1]}",
        },
    )  # fmt: skip
