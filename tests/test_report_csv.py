"""CSV: what a spreadsheet shows, and that it runs nothing."""

from __future__ import annotations

import csv
import io

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

import reports
from reports._cells import cell, table

FORMULAS = st.tuples(st.sampled_from("=+-@\t\r＝＋－＠ \n"), st.text(max_size=20)).map("".join)


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


@pytest.mark.parametrize(("value", "shown"), [
    ("=1+1", "'=1+1"), ("+1 234", "'+1 234"), ("-3.5", "-3.5"), ("+7", "+7"), ("-12,345.6%", "-12,345.6%"),
    ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"), ("\rx", "'\rx"), (" =1", "' =1"), ("＝1", "'＝1"),
    ("－1", "'－1"), ("a=b", "a=b"), ("", ""), (None, ""), (12, "12"), (-12, "-12"),
    ("--1", "'--1"), ("-1\n=2", "'-1\n=2"),
    ("x\x00y\x1b[0m", "xy"), ("−5", "−5"), ("-", "'-"), ("-5%25", "'-5%25"), ("5億元", "5億元"),
])  # fmt: skip
def test_cell(value: object, shown: str) -> None:
    assert cell(value) == shown


@given(st.one_of(FORMULAS, st.text(max_size=20)))
def test_no_cell_is_a_formula(text: str) -> None:
    _, read = csv.reader(io.StringIO(table(["header"], [["", text]])[1:], newline=""))
    shown = read[1]
    try:
        float(shown.replace(",", "").removesuffix("%"))
    except ValueError:
        assert not shown.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
        assert not shown.startswith(("\t", "\r", "\n"))


@given(st.text(max_size=30))
def test_a_draft_cannot_break_out_of_its_cells(text: str) -> None:
    found = rows(reports.render("csv", [samples.holding(text)]))
    assert [row["status"] for row in found] == ["open", "dismissed"]
    assert all(None not in row for row in found)


def test_findings() -> None:
    first, *rest = rows(reports.render("csv", samples.ALL))
    assert first["document"] == "稿件/雲州紡織.md"
    assert (first["line"], first["column"], first["severity"]) == ("9", "11", "error")
    assert first["figures"] == "203.5億元; 88.6億元; 124.9億元"
    assert first["suspects"] == "124.9億元 → 114.9億元; 203.5億元 → 213.5億元"
    assert [row["status"] for row in rest] == ["open", "dismissed", *["open"] * 5, "unreadable"]
    assert rest[-1]["document"] == "稿件/舊稿.txt" and "--encoding big5" in rest[-1]["message"]


def test_pandas_reads_it() -> None:
    import pandas

    frame = pandas.read_csv(io.BytesIO(reports.render("csv", samples.ALL).encode()))
    assert frame.columns.tolist()[0] == "document"
    assert len(frame) == 9
