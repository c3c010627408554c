"""首季390個，次季450個 of 上半年840個: parts whose periods tile that of their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.labels import called, like, own_period
from claims.prose import Figure, Passage, Prose
from claims.ties.breakdowns.breakdown import Breakdown
from claims.ties.breakdowns.entries import may_be_entry
from claims.wordings import Wording

_SPAN = re.compile(r"(?:(\d{4})|-)-(\d\d)-\d\d/(?:(\d{4})|-)-(\d\d)-\d\d")
_MONTH = re.compile(r"(?:(\d{4})|-)-(\d\d)")
_YEAR = re.compile(r"\d{4}")
_QUARTER = Wording(
    zh=r"(?:(?P<q1>{first_quarter})|(?P<q2>{second_quarter})|(?P<q3>{third_quarter})|(?P<q4>{fourth_quarter}))[^季]{0,6}$"
)
_WHOLE_YEAR = Wording(zh=r"{whole_year}[^，。；]{0,16}$", en=r"\b{whole_year}\b[^,.;]{0,30}$")
_SENTENCES_BACK = 2
_MONTHS = 12

Months = tuple[int, int]
"""The first month of a period and the one after its last, counted from the year 0."""


def by_periods(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """Runs of like figures whose periods follow each other, of a figure before them for just that time."""
    for run in _runs(passage.figures, text.language):
        for whole in _before(run[0], text):
            if _covers(whole, run, text.language):
                stated = called(whole.claim) == called(run[0].claim) != "" and len(run) > 1
                cue = (passage.block, run[0].clause_start, run[-1].claim.local.end)
                yield Breakdown(whole, tuple(run), "stated" if stated else "inferred", cue, is_laid_out=not stated)
                break


def _runs(figures: list[Figure], language: str) -> Iterator[list[Figure]]:
    """Two figures or more of equal periods, each of which begins where the one before it ends."""
    dated = [(f, months) for f in figures if (months := _months(f, language)) is not None]
    run: list[tuple[Figure, Months]] = []
    for figure, months in dated:
        if run and _follows(months, run) and may_be_entry(figure, run[0][0], language) and not figure.claim.statistic:
            run.append((figure, months))
            continue
        if len(run) > 1:
            yield [f for f, _ in run]
        run = [(figure, months)] if may_be_entry(figure, figure, language) and not figure.claim.statistic else []
    if len(run) > 1:
        yield [f for f, _ in run]


def _follows(months: Months, run: list[tuple[Figure, Months]]) -> bool:
    """Whether a period is the next after those of a run, and as long."""
    first, last = run[0][1], run[-1][1]
    return months[0] == last[1] and months[1] - months[0] == first[1] - first[0]


def _months(figure: Figure, language: str) -> Months | None:
    """The period of a figure, as its words give it."""
    label = _QUARTER[language].search(figure.passage.folded[figure.clause_start : figure.claim.outer.start])
    if label is not None:
        quarter = next(i for i in range(4) if label[f"q{i + 1}"])
        return quarter * 3, quarter * 3 + 3
    period = own_period(figure.claim)
    if _YEAR.fullmatch(period):
        return int(period) * _MONTHS, int(period) * _MONTHS + _MONTHS
    month = _MONTH.fullmatch(period)
    if month is not None:
        first = int(month[1] or 0) * _MONTHS + int(month[2]) - 1
        return first, first + 1
    span = _SPAN.fullmatch(period)
    if span is None:
        return None
    return int(span[1] or 0) * _MONTHS + int(span[2]) - 1, int(span[3] or 0) * _MONTHS + int(span[4])


def _before(first: Figure, text: Prose) -> Iterator[Figure]:
    """Figures like the first part that stand before it, the nearest first."""
    at = first.passage.index
    for passage in reversed(text.passages[max(0, at - _SENTENCES_BACK) : at + 1]):
        if passage.block != first.passage.block:
            return
        for figure in reversed(passage.figures):
            if figure.index < first.index and may_be_entry(figure, first, text.language):
                yield figure


def _covers(whole: Figure, run: list[Figure], language: str) -> bool:
    """Whether the time that a figure is for is just the run's."""
    first, last = _months(run[0], language), _months(run[-1], language)
    assert first is not None and last is not None
    own = _months(whole, language)
    if own is not None:
        return own[0] % _MONTHS == first[0] % _MONTHS and own[1] - own[0] == last[1] - first[0] and _same(own, first)
    if last[1] - first[0] == _MONTHS and first[0] % _MONTHS == 0 and first[1] - first[0] < _MONTHS:
        lead = whole.passage.folded[whole.clause_start : whole.claim.outer.start]
        return _WHOLE_YEAR[language].search(lead) is not None
    lasting = whole.previous
    if lasting is None or lasting.claim.quantity.unit != "year" or first[1] - first[0] != _MONTHS:
        return False
    return lasting.claim.quantity.value == len(run) and like(whole.claim, run[0].claim)


def _same(a: Months, b: Months) -> bool:
    """Whether two periods are of one year, or the year of one is not told."""
    years = a[0] // _MONTHS, b[0] // _MONTHS
    return years[0] == years[1] or 0 in years
