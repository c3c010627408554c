"""What a quarter brought in is part of what nine months did: a flow of a shorter period within a longer one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from claims.grammar.fold import fold
from claims.labels import AMOUNTS, own_period
from claims.model import Relation
from claims.prose import Figure, Passage, Prose
from claims.wordings import Wording, sets_of

_FLOW = Wording(zh=r"(?:{flows})$", en=r"(?P<before>(?:^|[ ,.;])[a-z'’-]*[,;]?) ?\b(?P<flow>{flows})\b")
_SPAN = re.compile(r"(\d{4}|-)-(\d\d)-\d\d/(\d{4}|-)-(\d\d)-\d\d")
_MONTH = re.compile(r"(\d{4}|-)-(\d\d)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PERIOD = Wording(en=r"\b(?=[a-z])(?P<period>{months_by_period})\b")
_PLAIN = ("", "the", "total", "group", "net", "its", "their", "and", "that", "said")
_LEVELS = (None, "total")
_REACH = 6
"""Sentences between the two."""


class _Flow(NamedTuple):
    figure: Figure
    name: str
    first: int
    last: int
    years: frozenset[str]
    is_plain: bool
    """Whether nothing says that it is of a part of what is spoken of."""


def shorter_periods(text: Prose) -> Iterator[Relation]:
    """One for each flow whose period lies within that of another of the same name nearby."""
    flows = [f for p in text.passages if p.figures for f in (_zh(p) if text.language == "zh" else _en(p))]
    for part in flows:
        near = [
            whole
            for whole in flows
            if abs(whole.figure.passage.index - part.figure.passage.index) <= _REACH and _covers(whole, part)
        ]
        if near:
            whole = min(near, key=lambda w: abs(w.figure.index - part.figure.index))
            yield _relation(part.figure, whole.figure)


def _covers(whole: _Flow, part: _Flow) -> bool:
    longer = whole.first <= part.first and part.last <= whole.last and whole.last - whole.first > part.last - part.first
    a, b = whole.figure.claim, part.figure.claim
    same_years = not whole.years or not part.years or whole.years == part.years
    alike = a.quantity.kind == b.quantity.kind and a.quantity.unit == b.quantity.unit
    return longer and same_years and whole.is_plain and whole.name == part.name and alike


def _is_level(figure: Figure) -> bool:
    claim = figure.claim
    q = claim.quantity
    return (
        q.kind in AMOUNTS and q.value is not None and q.value > 0 and q.direction is None
        and claim.statistic in _LEVELS and claim.mode == "actual"
    )  # fmt: skip


def _zh(passage: Passage) -> Iterator[_Flow]:
    for figure in passage.figures:
        name = fold(figure.claim.measure)
        if not _is_level(figure) or _FLOW["zh"].search(name) is None:
            continue
        told = _months(own_period(figure.claim))
        if told is not None:
            yield _Flow(figure, fold(figure.claim.subject) + name, *told, True)


def _months(period: str) -> tuple[int, int, frozenset[str]] | None:
    """First and last month of a period within one year, from 1, and its year if it is told."""
    if (span := _SPAN.fullmatch(period)) is not None and span[1] == span[3]:
        return int(span[2]), int(span[4]), frozenset({span[1]} - {"-"})
    month = _MONTH.fullmatch(period)
    return (int(month[2]), int(month[2]), frozenset({month[1]} - {"-"})) if month is not None else None


def _en(passage: Passage) -> Iterator[_Flow]:
    """The first amount after the name of a flow, in a sentence that speaks of but one period."""
    told = list(_PERIOD["en"].finditer(passage.text))
    if len(told) != 1 or (named := _FLOW["en"].search(passage.text)) is None:
        return
    at = passage.start + named.end()
    figure = next((f for f in passage.figures if f.claim.local.start > at and f.claim.quantity.kind in AMOUNTS), None)
    if figure is None or not _is_level(figure):
        return
    first, last = _spans()[told[0]["period"].lower().replace(" ", "_")]
    before = "" if named["before"].endswith((",", ";")) else named["before"].strip(" ,.;").lower()
    yield _Flow(figure, named["flow"].lower(), first, last, frozenset(_YEAR.findall(passage.text)), before in _PLAIN)


def _spans() -> dict[str, tuple[int, int]]:
    """First and last month by the words for a part of the year."""
    return {words[0]: (int(words[1]), int(words[2])) for words in sets_of("months_by_period", "en")}


def _relation(part: Figure, whole: Figure) -> Relation:
    return Relation(
        check="", form="containment", terms=(part.id, whole.id), coefficients=(Fraction(1), Fraction(-1)),
        operator="<=", basis="inferred", reason="dates",
        cue=(part.passage.block, part.clause_start, part.claim.local.end),
    )  # fmt: skip
