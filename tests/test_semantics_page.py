"""The table of readings in docs/semantics.md is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from check_pages import reviewed

from claims.interval import Interval
from claims.readings import bounds, plausible
from reports.numbers import decimal

PAGE = Path(__file__).resolve().parent.parent / "docs" / "semantics.md"
ROWS = re.findall(r"^\| `([^`|]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


def shown(interval: Interval) -> str:
    low, high = (
        "-∞" if interval.low is None else decimal(interval.low),
        decimal(interval.high) if interval.high is not None else "∞",
    )
    return low if low == high else f"{interval.ends[0]}{low}, {high}{interval.ends[1]}"


def test_the_page_has_its_table() -> None:
    assert len(ROWS) > 20


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_says_what_the_code_does(row: tuple[str, ...]) -> None:
    ledger = reviewed(row[0] + "\n").ledger
    assert ledger is not None
    (claim,) = ledger.claims
    q = claim.quantity
    assert [shown(q.stated), shown(bounds(q)), shown(plausible(q))] == list(row[1:])
