"""A duration does not fit the dates it lies between.

From April 2019 to March 2024 are five years. A run of "five consecutive years" from 2017
reaches 2021.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks._times.accounting_years import accounting_years
from checks._times.anniversaries import anniversaries
from checks._times.between_clocks import between_clocks
from checks._times.events_in_time import anniversary, events, lasting_event
from checks._times.ranges_of_dates import backwards, ranges
from checks._times.so_long_after import later
from checks._times.spans_and_lengths import lengths, seasons, span_beside
from checks._times.time_between import SPAN, held_against
from checks._times.up_to_now import standing
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
_LONGEST_GAP, _LONGEST_CLAUSE = 16, 24


def relations(ledger: Ledger) -> Iterator[Relation]:
    """Durations against two dates of their sentence, and runs of years against a start and the draft's date."""
    text = prose(ledger)
    yield from anniversaries(text)
    for passage in text.passages:
        for figure in passage.figures:
            q = figure.claim.quantity
            if passage.dates and seasons(figure, text.language):
                yield from _beside(figure, passage, text)
            if q.kind == "duration" and q.value is not None and q.unit is not None:
                yield from _of_years(figure, passage, text)
                yield from _between(figure, passage, text)
                yield from _in_a_row(figure, passage, text)
                yield from between_clocks(figure, passage, text)
                yield from _of_events(figure, passage, text)
                yield from _until_later(figure, passage, text)
        if len(passage.dates) > 1:
            yield from events(passage, text)
        for span in ranges(passage, text.language) if passage.dates else ():
            if (backward := backwards(span, passage)) is not None:
                yield backward
        if passage.dates:
            yield from accounting_years(passage, text.language)


def _between(figure: Figure, passage: Passage, text: Prose) -> Iterator[Relation]:
    """A duration beside a date that is a span, or beside the two dates that it runs between."""
    dates: list[Claim] = []
    if passage.dates and _is_length(figure, text.language):
        dates = _dates_after(figure, passage, text.language) or _dates_before(figure, passage)
    if not dates:
        yield from _beside(figure, passage, text)
        return
    unit, end = figure.claim.quantity.unit or "", dates[-1]
    if SPAN.search(end.quote):
        span: tuple[Claim, ...] = (end,)
    elif len(dates) > 1 and _THROUGH[text.language].match(passage.folded[dates[-2].outer.end : end.outer.start]):
        span = (dates[-2], end)
    else:
        return
    told = lengths(span, unit, figure.claim.quantity.value or Fraction(0))
    if told is not None:
        yield held_against(figure, span, told[0], "–".join(day.quote for day in span), told[1])


def _beside(figure: Figure, passage: Passage, text: Prose) -> Iterator[Relation]:
    """A duration, or a number of summers, and a span elsewhere in its sentence."""
    found = span_beside(figure, passage, text.language) if passage.dates else None
    value = figure.claim.quantity.value
    if found is None or value is None:
        return
    span, basis = found
    unit = figure.claim.quantity.unit if figure.claim.quantity.kind == "duration" else "year"
    told = lengths(span, unit or "", value)
    over = figure.claim.quantity.hedge == "more_than" and told is not None and told[0][0] <= value <= told[0][1]
    if told is not None and not over:  # over five summers: for as long as they lasted
        length, usual = told
        quote = "–".join(day.quote for day in span)
        yield held_against(figure, span, length, quote, "inferred" if "inferred" in (basis, usual) else "stated")


def _of_events(figure: Figure, passage: Passage, text: Prose) -> Iterator[Relation]:
    """From what began to what ended it; from what was founded to the draft's date."""
    pair = lasting_event(figure, passage, text)
    unit, value = figure.claim.quantity.unit or "", figure.claim.quantity.value or Fraction(0)
    told = lengths(pair, unit, value) if pair else None
    if pair and told is not None:
        yield held_against(figure, pair, told[0], f"{pair[0].quote}–{pair[1].quote}", told[1])
    found = standing(figure, passage, text)
    if found is not None:
        day, years = found
        yield held_against(figure, (day,), years, f"{day.quote}–{text.ledger.date[:4]}", "inferred")


def _until_later(figure: Figure, passage: Passage, text: Prose) -> Iterator[Relation]:
    """From one date to another that is told as so long after it."""
    for pair, length in later(figure, passage, text) if passage.dates else ():
        first, second = sorted(pair, key=lambda day: (day.quantity.dates or ("",))[0])
        yield held_against(figure, (first, second), length, f"{first.quote}–{second.quote}", "inferred")


def _of_years(figure: Figure, passage: Passage, text: Prose) -> Iterator[Relation]:
    """今年（2023年）踏入三十周年: from the year of founding to the other year of the sentence."""
    pair = anniversary(figure, passage, text)
    if pair is not None:
        years = Fraction(int(pair[1][:4]) - int(pair[0][:4]))
        days = tuple(d for d in passage.dates if (d.quantity.dates or ("",))[0][:4] in (pair[0][:4], pair[1][:4]))
        yield held_against(figure, days[:2], (years, years + 1), f"{pair[0][:4]}–{pair[1][:4]}", "stated")


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
    dates = dates[:1] if dates and SPAN.search(dates[0].quote) else dates
    return dates if _FROM[language].fullmatch(lead) else []


def _dates_before(figure: Figure, passage: Passage) -> list[Claim]:
    """The dates before a duration in its sentence, when the last of them stands close to it."""
    dates = [d for d in passage.dates if d.local.start < figure.claim.local.start]
    gap = passage.folded[dates[-1].outer.end : figure.claim.outer.start] if dates else ""
    longest = _LONGEST_CLAUSE if gap.startswith(",") else _LONGEST_GAP
    return dates if len(gap) <= longest and "。" not in gap else []


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
        yield held_against(figure, (starts[0],), (years, years + 1), f"{starts[0].quote}–{last}", "inferred")


def _is_run(figure: Figure, language: str) -> bool:
    """Whether the words speak of years in a row since some time: 自…連續五年, "five straight years since"."""
    passage = figure.passage
    if language == "zh":
        before = passage.folded[passage.start : figure.claim.outer.start]
        return bool(_IN_A_ROW["zh"].search(figure.left)) and bool(_SINCE["zh"].search(before))
    in_a_row = _IN_A_ROW["en"].match(figure.right) or "consecutive" in figure.claim.quote
    return bool(in_a_row) and bool(_SINCE["en"].search(passage.text))
