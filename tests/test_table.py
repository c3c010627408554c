"""Claims become a pandas table and come back as they were."""

from __future__ import annotations

import re
import subprocess
import sys
from fractions import Fraction
from io import StringIO
from pathlib import Path
from typing import Any

import msgspec
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import table
from claims.interval import EVERYTHING, Interval, at_least, between, less_than, point
from claims.model import HEDGES, KINDS, MODES, ROUNDINGS, STATISTICS, Claim, Evidence, Quantity, Span
from claims.table import COLUMNS, EXACT, FLAGS, OPTIONAL, TEXT, WHOLE, behind_prose, from_frame, to_frame

AWKWARD = ["研發投入", "=1+1", "NA", "nan", "None", 'a,"b', "1/2"]

worths = st.fractions(max_denominator=10**6) | st.sampled_from([Fraction(12962, 100) * 10**8, Fraction(1, 3)])
printable = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8) | st.sampled_from(AWKWARD)
anything = st.text(max_size=8) | st.just("\ud800")
offsets = st.integers(0, 10**9)
spans = st.builds(Span, offsets, offsets)
days = st.sampled_from(["", "2020-02-29", "1999-12-31"])


@st.composite
def stated(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(worths), draw(worths)))
    if low == high:
        return point(low)
    kinds = (EVERYTHING, at_least(low), less_than(high), between(low, high), between(low, high, True, True))
    return draw(st.sampled_from(kinds))


def claims(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Claim]:
    """Claims of every kind, whose free text is drawn from `texts`."""
    quantities = st.builds(
        Quantity,
        kind=st.sampled_from(KINDS),
        value=st.none() | worths,
        stated=stated(),
        unit=st.sampled_from([None, "CNY", "percent", "CNY/meter**2", "NAD"]),
        hedge=st.sampled_from([None, *HEDGES]),
        rounding=st.sampled_from(ROUNDINGS),
        **dict.fromkeys(("step", "grain", "scale"), worths),
        **dict.fromkeys(("scale_word", "unit_word"), texts),
        direction=st.sampled_from([None, "up", "down"]),
        dates=st.none() | st.tuples(days, days).filter(any),
    )
    evidence = st.dictionaries(st.sampled_from(["measure", "period"]), st.builds(Evidence, printable, printable))
    return st.builds(
        Claim,
        **dict.fromkeys(("id", "quote", "measure", "counted", "subject", "period", "scope"), texts),
        **dict.fromkeys(("start", "end", "block"), offsets),
        **dict.fromkeys(("local", "outer"), spans),
        quantity=quantities,
        statistic=st.sampled_from([None, *STATISTICS]),
        mode=st.sampled_from(MODES),
        evidence=evidence,
    )


def claim(quote: str, at: int = 0, kind: str = "number", **coordinates: Any) -> Claim:
    quantity = Quantity(kind=kind, value=Fraction(1), stated=point(1))
    span = Span(at, at + len(quote))
    place = {"start": at, "end": span.end, "block": 0, "local": span, "outer": span}
    return Claim(id=str(at), quote=quote, quantity=quantity, **place, **coordinates)


@settings(max_examples=60, deadline=None)
@given(st.lists(claims(printable | anything), max_size=3))
def test_there_and_back(drawn: list[Claim]) -> None:
    assert from_frame(to_frame(drawn)) == tuple(drawn)
    assert from_frame(to_frame(drawn, exact=str)) == tuple(drawn)


@settings(max_examples=60, deadline=None)
@given(st.lists(claims(printable), max_size=3))
def test_through_a_file(drawn: list[Claim]) -> None:
    file = to_frame(drawn, exact=str).to_csv(index=False)
    assert from_frame(pd.read_csv(StringIO(file), dtype=str, keep_default_na=False)) == tuple(drawn)


def test_columns_and_dtypes() -> None:
    for frame in (to_frame([claim("12億元")]), to_frame([])):
        assert tuple(frame.columns) == COLUMNS
        assert all(frame[name].dtype == "int64" for name in WHOLE)
        assert all(frame[name].dtype == "bool" for name in FLAGS)
        assert all(frame[name].dtype == object for name in EXACT)
        assert all(frame[name].dtype == "string" for name in TEXT + OPTIONAL)
    assert set(COLUMNS) == {*WHOLE, *FLAGS, *EXACT, *TEXT, *OPTIONAL}


def test_every_field_of_a_claim_has_its_column() -> None:
    spread = {"quantity", "local", "outer", "stated", "dates"}
    assert {*Claim.__struct_fields__, *Quantity.__struct_fields__} - spread <= set(COLUMNS)


def test_numbers_stay_exact_in_pandas() -> None:
    third = msgspec.structs.replace(claim("a").quantity, value=Fraction(1, 3))
    frame = to_frame([msgspec.structs.replace(claim("a", at), quantity=third) for at in range(3)])
    assert frame["value"].sum() == 1
    assert (frame["value"].astype(float) < 0.34).all()


@pytest.mark.parametrize(
    ("column", "cell", "complaint"),
    [
        ("value", "twelve", "row 0, column value: cannot read 'twelve'"),
        ("value", "1/0", "cannot read '1/0'"),
        ("value", "1e30000000", "cannot read '1e30000000'"),
        ("value", "inf", "cannot read 'inf'"),
        ("step", None, "row 0, column step: nothing there"),
        ("start", "x", "row 0, column start: cannot read 'x'"),
        ("stated_low_open", "perhaps", "cannot read 'perhaps'"),
        ("evidence", "{", "row 0, column evidence"),
    ],
)
def test_unreadable_cells_are_named(column: str, cell: object, complaint: str) -> None:
    frame = to_frame([claim("12")]).astype(object)
    frame.loc[0, column] = cell
    with pytest.raises(ValueError, match=re.escape(complaint)):
        from_frame(frame)


def test_missing_columns_are_named() -> None:
    with pytest.raises(ValueError, match="unit, scope"):
        from_frame(to_frame([claim("12")]).drop(columns=["unit", "scope"]))


def test_numbers_from_a_file_keep_their_decimals() -> None:
    frame = to_frame([claim("12")])
    frame["value"] = [0.1]
    assert from_frame(frame)[0].quantity.value == Fraction(1, 10)


def test_the_table_behind_the_prose() -> None:
    frame = behind_prose(
        [
            claim("3.1億元", 0, subject="甲市", measure="稅收", period="2021", statistic="total"),
            claim("2.8億元", 10, subject="甲市", measure="稅收", period="2020", statistic="total"),
            claim("11%", 20, subject="甲市", measure="稅收", period="2021", statistic="growth"),
            claim("40家", 30, subject="乙縣", counted="工廠"),
            claim("41 家", 40, subject="乙縣", counted="工廠"),
            claim("41\n家", 50, subject="乙縣", counted="工廠"),
            claim("2021年", 60, kind="date", subject="甲市"),
            claim("7", 70),
        ]
    )
    assert list(frame.index) == [("甲市", "稅收"), ("乙縣", "工廠")]
    assert list(frame.columns) == [("2020", "total"), ("2021", "growth"), ("2021", "total"), ("", "")]
    assert frame.to_numpy().tolist() == [["2.8億元", "11%", "3.1億元", ""], ["", "", "", "40家; 41 家"]]


def test_no_claims_give_an_empty_table() -> None:
    assert behind_prose([]).empty
    assert from_frame(to_frame([])) == ()


def test_pandas_is_imported_only_when_asked_for() -> None:
    code = "import sys; import claims.table; sys.exit('pandas' in sys.modules)"
    root = Path(table.__file__).parent.parent
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
