"""2021年520、2022年610、2023年730: every year of the span that a figure of that name was given for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.labels import called, kind_key, own_period
from claims.prose import Figure, Passage, Prose
from claims.ties.breakdowns.breakdown import Breakdown
from claims.ties.lookup import place

_YEAR = re.compile(r"\d{4}")
_SPAN = re.compile(r"(\d{4})-01-01/(\d{4})-12-31")
_REACH = 12
"""Figures looked back over."""


def by_years(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """Figures of consecutive years, of a whole whose period is just these years."""
    for run in _runs(passage.figures):
        whole = _of_span(run, text)
        if whole is not None:
            cue = (passage.block, run[0].clause_start, run[-1].claim.local.end)
            yield Breakdown(whole, tuple(run), "stated", cue)


def _runs(figures: list[Figure]) -> Iterator[list[Figure]]:
    """Runs of two figures or more, each of the year after that of the one before it."""
    run: list[Figure] = []
    for figure in figures:
        if run and _follows(run[-1], figure):
            run.append(figure)
            continue
        if len(run) > 1:
            yield run
        run = [figure] if _YEAR.fullmatch(own_period(figure.claim)) else []
    if len(run) > 1:
        yield run


def _follows(last: Figure, figure: Figure) -> bool:
    """Whether both are plain figures of one kind, the second of the year after."""
    a, b = last.claim, figure.claim
    if not _YEAR.fullmatch(own_period(b)) or kind_key(a) != kind_key(b) or a.statistic or b.statistic:
        return False
    return int(own_period(b)) == int(own_period(a)) + 1


def _of_span(run: list[Figure], text: Prose) -> Figure | None:
    """The nearest earlier figure of the run's name whose period is just the run's years."""
    span = (own_period(run[0].claim), own_period(run[-1].claim))
    at = place(run[0], text)
    for figure in reversed(text.figures[max(0, at - _REACH) : at]):
        match = _SPAN.fullmatch(own_period(figure.claim))
        if match is None or match.groups() != span or kind_key(figure.claim) != kind_key(run[0].claim):
            continue
        if figure.claim.measure and called(figure.claim) == called(run[0].claim):
            return figure
    return None
