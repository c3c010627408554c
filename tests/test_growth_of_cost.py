"""Work grows in step with the draft, whatever it is made of.

Counted in calls of Python functions, not in seconds: a busy machine changes nothing. A
regular expression that goes over its text again and again is one call, so what patterns
see is bounded by construction (`REACH`, `LONGEST`) and measured with `python -m benchmarks`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from benchmarks import prose
from checks._judging.examine import examine
from claims.extract import extract
from claims.readers import read_text

SMALL, TIMES = 2_500, 4
STEEP = 1.5
"""Times more work than in step; a quadratic step would make it four times as much."""

MADE_UP: dict[str, Callable[[int], str]] = {
    "article zh": lambda size: prose.article("zh", size),
    "article en": lambda size: prose.article("en", size),
    "paragraph zh": lambda size: prose.paragraph("zh", size),
    "paragraph en": lambda size: prose.paragraph("en", size),
    "table": lambda size: _rows(size, "| North {} | {} | {}% |\n"),
    "row": lambda size: "| Name | Sum |\n|---|---|\n|" + _rows(size, " Boats {} | {} | {}%|").strip() + "\n",
    "clauses": lambda size: _rows(size, "cost {}% of {} boats and {} nets, "),
    "no clauses": lambda size: _rows(size, "cost {} of {} boats and {} nets "),
    "句": lambda size: _rows(size, "投入{}萬元，佔{}%，增長{}%，"),
}
REPEATED = (
    "1 ",
    "1%",
    "1%，",
    "其中5家，",
    "of which 5, ",
    "one hundred and ",
    "2020年",
    "A 12; ",
    "1 to 2 ",
    "will 1 ",
    "(1",
)


def _rows(size: int, row: str) -> str:
    rows, written, number = [], 0, 10
    while written < size:
        number += 1
        rows.append(row.format(number, number * 7 % 89 + 10, number % 13 + 1))
        written += len(rows[-1].encode())
    return "".join(rows)


def _calls(work: Callable[[], Any]) -> int:
    count = 0

    def seen(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def _growth(make: Callable[[int], str], work: Callable[[str], Any]) -> float:
    small, large = make(SMALL), make(SMALL * TIMES)
    work(small)  # what is compiled and loaded once
    before = _calls(lambda: work(small))
    return _calls(lambda: work(large)) / before / (len(large) / len(small))


def _extracted(text: str) -> object:
    return extract(read_text(text, "draft.md" if text.startswith("|") else "draft.txt"))


def _examined(text: str) -> object:
    return examine(extract(read_text(text, "draft.md" if text.startswith("|") else "draft.txt")))


@pytest.mark.parametrize("name", MADE_UP)
def test_checking_grows_in_step(name: str) -> None:
    assert _growth(MADE_UP[name], _examined) < STEEP


@pytest.mark.parametrize("unit", REPEATED)
def test_checking_what_repeats_without_end_grows_in_step(unit: str) -> None:
    assert _growth(lambda size: unit * (size // len(unit.encode())), _examined) < STEEP


@pytest.mark.parametrize("name", prose.HOSTILE)
def test_extraction_of_hostile_input_grows_in_step(name: str) -> None:
    unit = prose.HOSTILE[name]
    assert _growth(lambda size: unit * (size // len(unit.encode())), _extracted) < STEEP
