"""Every row of the tables is read as it says."""

from __future__ import annotations

import pytest
from chinese_rows import ROWS, read


def test_the_tables_are_whole() -> None:
    assert len(ROWS) >= 600
    assert len({text for text, _ in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_reads(text: str, expected: str) -> None:
    assert read(text) == expected
