"""What a whole number of things gives is never found fault with, however it was rounded."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

import pytest
from check_pages import reviewed
from hypothesis import given
from hypothesis import strategies as st

decimals = st.integers(min_value=0, max_value=2)
up = st.booleans()


def written(value: Fraction, places: int, up: bool) -> str:
    """Rounded to so many places, a half up or down."""
    scaled = value * 10**places
    rounded = floor(scaled + Fraction(1, 2)) if up else ceil(scaled - Fraction(1, 2))
    digits = f"{rounded:0{places + 1}d}"
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def faults(text: str) -> list[str]:
    return [finding.message for finding in reviewed(text).findings if finding.check == "granularity"]


@given(st.integers(min_value=5, max_value=99), st.data(), decimals, up)
def test_every_share_of_a_count_can_be(count: int, data: st.DataObject, places: int, up: bool) -> None:
    share = written(Fraction(data.draw(st.integers(0, count))) * 100 / count, places, up)
    assert faults(f"Of the {count} patients, {share}% recovered.") == []
    assert faults(f"{count}名患者當中，{share}%康復。") == []


@given(st.integers(min_value=2, max_value=40), st.integers(min_value=1, max_value=200), up)
def test_every_mean_of_whole_things_can_be(count: int, total: int, up: bool) -> None:
    mean = written(Fraction(total, count), 2, up)
    assert faults(f"In its {count} matches the team averaged {mean} goals a match.") == []
    assert faults(f"{count}戶家庭平均每戶有{mean}名兒童。") == []


@pytest.mark.parametrize(
    ("count", "share", "severity"), [(7, "45", "warning"), (7, "42", "info"), (9, "51.4", "warning")]
)
def test_what_lies_between_is_told(count: int, share: str, severity: str) -> None:
    review = reviewed(f"Of the {count} patients, {share}% recovered.")
    assert [finding.severity for finding in review.findings] == [severity]
