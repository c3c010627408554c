"""An age that the calendar gives is never called wrong, and one that it cannot give always is."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from checks._judging.examine import examine
from claims.extract import extract
from claims.readers import read_text

DAYS = st.dates(date(1900, 1, 1), date(2030, 12, 31))


def _findings(text: str, told: str = "") -> list[str]:
    return [finding.message for finding in examine(extract(read_text(text, "draft.txt"), told), ["age"]).findings]


def _completed(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


@given(DAYS, DAYS)
def test_the_right_age_in_a_year(born: date, on: date) -> None:
    age = _completed(born, on)
    if 2 <= age < 120:
        assert _findings(f"Born in {born.year}, she was {age} in {on.year}.") == []
        assert _findings(f"她{born.year}年出生，{on.year}年{age}歲時退休。") == []
        assert _findings(f"她{born.year}年出生，今年{age}歲。", str(on)) == []


@given(DAYS, DAYS)
def test_the_right_age_on_a_day(born: date, on: date) -> None:
    age = _completed(born, on)
    if 2 <= age < 120:
        text = f"他{born.year}年{born.month}月{born.day}日出生，{on.year}年{on.month}月{on.day}日去世，終年{age}歲。"
        assert _findings(text) == []


@given(st.integers(1900, 1990), st.integers(3, 39), st.sampled_from([-2, 1, 2, 10]))
def test_a_wrong_age_in_a_year(born: int, years: int, off: int) -> None:
    wrong = years + off
    assert len(_findings(f"Born in {born}, she was {wrong} in {born + years}.")) == 1
    assert len(_findings(f"她{born}年出生，今年{wrong}歲。", str(born + years))) == 1
