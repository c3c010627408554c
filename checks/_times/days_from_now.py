"""Yesterday (the 9th): a day told from the day of the draft, with its date beside it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

import msgspec

from claims.interval import closed
from claims.model import Claim, Relation
from claims.prose import Passage, Prose
from claims.wordings import Wording, sets_of

_KNOWN = ("given", "ledger", "front-matter", "dateline")
_DAY = Wording(
    zh=r"(?P<word>{days_by_offset})(?<![如至迄现当而]今)[早晨午晚夜]?\s?[（(](?:即|亦即)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})[日号](?=[）)，,])"
    r"|(?P<word2>{days_by_offset})(?<![如至迄现当而]今)[早晨午晚夜]?\s?[（(](?P<first>\d{1,2})[/.](?P<second>\d{1,2})[）)]",
    en=r"\b(?P<word>{days_by_offset})\s?[(](?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<named>[a-z]{3,9})"
    r"|(?P<named2>[a-z]{3,9}) (?P<day2>\d{1,2}))[),]",
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SLACK = 1
"""Days: what is written in the evening is often dated the day after."""
_SET_ASIDE = 4
"""Days between writing and printing, at most: a column may be dated by the day on which it came out."""


def days_from_now(passage: Passage, text: Prose) -> Iterator[Relation]:
    """One for each day told both ways in a draft of a known day."""
    ledger = text.ledger
    if ledger.date_source not in _KNOWN or len(ledger.date) != 10 or not ("(" in passage.text or "（" in passage.text):
        return
    offsets = _offsets(text.language)
    for match in _DAY[text.language].finditer(passage.folded, passage.start, passage.end):
        found = match.groupdict()
        named = (found.get("word") or found.get("word2") or "").lower()
        try:
            meant = date.fromisoformat(ledger.date) + timedelta(offsets[named])
            told = min(_told(found, meant), key=lambda day: abs((day - meant).days), default=None)
        except ValueError:
            continue
        at = next((d for d in passage.dates if d.local.start < match.end() and d.local.end > match.start()), None)
        inside = next((d for d in passage.dates if match.start() < d.local.start < match.end()), at)
        if told is not None and inside is not None and not 0 < (meant - told).days <= _SET_ASIDE:
            word = "word" if found.get("word") else "word2"
            words = [match.span(word)] + ([match.span("first"), match.span("second")] if found.get("first") else [])
            beside = tuple((passage.block, *span) for span in words if span != (inside.local.start, inside.local.end))
            relation = _relation(inside, told, meant, match.span(), passage, text)
            yield msgspec.structs.replace(relation, beside=beside)


def _relation(inside: Claim, told: date, meant: date, span: tuple[int, int], passage: Passage, text: Prose) -> Relation:
    quote = " ".join(text.ledger.draft.blocks[passage.block].text[span[0] : span[1]].split())
    quote += "" if quote.endswith((")", "）")) else ("）" if "（" in quote else ")")
    off = (told - meant).days
    own = date.fromisoformat((inside.quantity.dates or ("",))[0])
    return Relation(
        check="", form="date", terms=(inside.id,), coefficients=(Fraction(1),),
        constant=closed(own.toordinal() - off - _SLACK, own.toordinal() - off + _SLACK), basis="inferred",
        reason="dates", cue=(passage.block, *span),
        note={
            "template": "day-from-now", "told": quote, "right": meant.isoformat(), "now": text.ledger.date,
            "statement": f"{quote} = {meant.isoformat()}",
            "arithmetic": f"{quote}: {told.isoformat()} ≠ {meant.isoformat()}",
        },
    )  # fmt: skip


def _offsets(language: str) -> dict[str, int]:
    found = sets_of("days_by_offset", language)
    return {word: number - len(found) // 2 for number, words in enumerate(found) for word in words}


def _told(found: dict[str, str | None], meant: date) -> Iterator[date]:
    """The day that stands in the brackets; both, where it may be read in two ways."""
    named = (found.get("named") or found.get("named2") or "")[:3].lower()
    if found.get("first"):
        one, other = int(found["first"] or 0), int(found["second"] or 0)
        pairs = [(one, other), (other, one)]
    elif named:
        day = int(found.get("day") or found.get("day2") or 0)
        pairs = [(_MONTHS.index(named) + 1, day)] if named in _MONTHS else []
    elif found.get("month"):
        pairs = [(int(found["month"] or 0), int(found["day"] or 0))]
    else:
        months = {(meant.month - 2) % 12 + 1, meant.month, meant.month % 12 + 1}
        pairs = [(month, int(found["day"] or 0)) for month in months]
    for month, day in pairs:
        for year in (meant.year - 1, meant.year, meant.year + 1):
            if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
                yield date(year, month, day)
