"""The anniversary of what was founded in a year that the draft tells in another sentence, or in other words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks._times.events_in_time import FOUNDED
from claims.interval import closed
from claims.model import Claim, Relation
from claims.prose import DATE_MARK, Passage, Prose
from claims.wordings import Wording, sets_of

_KNOWN = ("given", "ledger", "front-matter", "dateline")
_MARKED = Wording(zh=r"[周週]年", en=r"\b(?:anniversary|birthday)\b")
_FOUNDED_EN = Wording(en=rf"\b(?:{{founded}})(?: (?:here|there))?(?: in| on)? (?:\w+day,? )?{DATE_MARK}")
_OF_THE_FOUNDED = Wording(
    zh=r"(?:{founding})(?:祖国)?(?:的)?第?$",
    en=r"\b(?:its|their|the (?:club|school|company|firm|group|society|town)'s) $",
)
_EVENT = Wording(zh=r"(?P<event>{known_events_by_year})(?<!\d)(?:事件|运动|中国|祖国|来|成立|大)?$")
_CELEBRATED = Wording(zh=r"(?:{anniversary}|{entering})(?:了)?$")
_NOW = Wording(zh=r"今年|今日|今天|适逢|欣逢|喜迎|踏入|迎来|昨日|昨天|明年", en=r"\b(?:this year|today|now|tonight)\b")
_NEXT_YEAR = Wording(zh=r"明年", en=r"\bnext year\b")
_NEAR = 1


def anniversaries(text: Prose) -> Iterator[Relation]:
    """One for each anniversary whose first year and whose own year are both known."""
    founded: list[tuple[Claim, int]] | None = None
    for passage in text.passages:
        marked = list(_marked(passage, text))
        if not marked or _MARKED[text.language].search(passage.folded, passage.start, passage.end) is None:
            continue
        for told in marked:
            before = passage.words(passage.start, told.outer.start)
            event = _EVENT["zh"].search(before) if text.language == "zh" else None
            if founded is None:
                founded = list(_founded(text))
            first = (None, _year_of(event["event"])) if event else _its_founding(before, founded, passage, text)
            if first is None:
                continue
            now = _its_own(told, first, passage, text)
            if now is not None:
                yield _relation(told, first, now, passage)


def _marked(passage: Passage, text: Prose) -> Iterator[Claim]:
    """The figures that count an anniversary."""
    if text.language == "zh":
        yield from (f.claim for f in passage.figures if f.claim.quote.rstrip().endswith(("周年", "週年")))
        return
    claims = text.ledger.claims
    for start, end, _ in passage.marks:
        after = passage.folded[end : end + 14].lstrip()
        if after.startswith(("anniversary", "birthday")):
            yield from (c for c in claims if c.block == passage.block and c.outer.start == start)


def _founded(text: Prose) -> Iterator[tuple[Claim, int]]:
    """Each year in which words say that something was founded."""
    for passage in text.passages:
        for day in passage.dates:
            year = _year(day)
            if year is None:
                continue
            start, end = max(passage.start, day.outer.start - 24), min(passage.end, day.outer.end + 12)
            words = passage.words(start, end)
            if (FOUNDED["zh"] if text.language == "zh" else _FOUNDED_EN["en"]).search(words):
                yield day, year


def _its_founding(
    before: str, founded: list[tuple[Claim, int]], passage: Passage, text: Prose
) -> tuple[Claim | None, int] | None:
    """The founding that it is the anniversary of: the only one of its sentence, else of the draft."""
    if _OF_THE_FOUNDED[text.language].search(before) is None:
        here = [pair for pair in founded if pair[0] in passage.dates]
        celebrated = len(here) == 1 and _CELEBRATED[text.language].search(before) is not None
        return here[0] if celebrated and len(passage.dates) <= len(here) + 1 else None
    here = [pair for pair in founded if pair[0] in passage.dates] or founded
    return here[0] if len({year for _, year in here}) == 1 else None


def _its_own(
    told: Claim, first: tuple[Claim | None, int], passage: Passage, text: Prose
) -> tuple[Claim | None, int] | None:
    """The year of the anniversary: the last told before it in its sentence, else the draft's where words say so."""
    years = [(day, year) for day in passage.dates if (year := _year(day)) is not None and year != first[1]]
    if years:
        before = [pair for pair in years if pair[0].local.start < told.local.start]
        return before[-1] if before else years[0]
    ledger = text.ledger
    if ledger.date_source not in _KNOWN or _NOW[text.language].search(passage.text) is None:
        return None
    return None, int(ledger.date[:4]) + bool(_NEXT_YEAR[text.language].search(passage.text))


def _relation(
    told: Claim, first: tuple[Claim | None, int], now: tuple[Claim | None, int], passage: Passage
) -> Relation:
    quote = told.quote.strip()
    years, days = Fraction(now[1] - first[1]), [day for day, _ in (first, now) if day is not None]
    near = 0 if now[0] is not None and first[0] is not None else _NEAR
    unit = "年" if "年" in quote else " years"
    return Relation(
        check="", form="duration", terms=(told.id, *(day.id for day in days)),
        coefficients=(Fraction(1), *([Fraction(0)] * len(days))), constant=closed(years - near, years + 1),
        basis="inferred", reason="dates", cue=(passage.block, told.local.start, told.local.end),
        note={
            "dates": f"{first[1]}–{now[1]}", "derived": f"{years}{unit}", "statement": f"{first[1]}–{now[1]} = {quote}",
            "arithmetic": f"{first[1]}–{now[1]} = {years} ≠ {quote}",
        },
    )  # fmt: skip


def _year(day: Claim) -> int | None:
    first, last = day.quantity.dates or ("", "")
    return int(first[:4]) if first[:4].isdigit() and first[:4] == last[:4] and first[:4] in day.quote else None


def _year_of(event: str) -> int:
    """The year of a well-known event."""
    return next(int(words[-1]) for words in sets_of("known_events_by_year", "zh") if event in words)
