"""Claims share their quantities when nothing tells them apart, and only then."""

from __future__ import annotations

import msgspec
import pytest

from claims import sharing
from claims.extract import extract
from claims.model import Claim
from claims.readers import read_text
from claims.sharing import shared


def claims(text: str, path: str = "a.txt") -> tuple[Claim, ...]:
    return extract(read_text(text, path)).claims


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("It sold 24 boats.", "They built 24 boats.", True),
        ("賣出24艘船。", "造了24艘船。", True),
        ("It grew 30%.", "It fell 30%.", False),  # the direction
        ("It has over 24 boats.", "It has 24 boats.", False),  # the hedge
        ("逾24艘船出海。", "24艘船出海。", False),
        ("人均24.5元。", "售24.5美元。", False),  # the unit
    ],
)
def test_equal_quantities_are_one(one: str, other: str, same: bool) -> None:
    (first,), (second,) = claims(one), claims(other)
    assert (first.quantity is second.quantity) is same
    assert (first.quantity == second.quantity) is same


def test_no_field_is_overlooked() -> None:
    first = claims("It sold 1,200 boats.")[0].quantity
    assert shared(first, "like no other") is first
    for name in first.__struct_fields__:
        other = msgspec.structs.replace(first, **{name: ("2020-01-01", "") if name == "dates" else "else"})
        assert shared(other, "like no other") is other
        assert shared(first, "like no other") is first


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "MOST", 8)
    numbers = [claim.quantity.value for claim in claims(" ".join(f"It has {n} boats." for n in range(100, 200)))]
    assert numbers == list(range(100, 200))
    assert len(sharing._KNOWN) <= 8
