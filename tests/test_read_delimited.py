"""Reading CSV and its like: what parts fields, what is a caption, and where each figure stands."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.draft import Draft
from claims.extract import extract
from claims.readers import read, read_text
from claims.readers.delimited import SEPARATORS, records, separator_of


def rows(text: str, name: str = "a.csv") -> list[list[str]]:
    return [[b.text[s:e] for s, e in b.cells] for b in read_text(text, name).blocks if b.cells]


def kinds(text: str) -> list[tuple[str, int, str]]:
    return [(block.kind, block.table, block.text) for block in read_text(text, "a.csv").blocks]


def values(draft: Draft) -> list[tuple[str, str, str]]:
    found = []
    for claim in extract(draft).claims:
        line, column = draft.line_column(claim.start)
        value = claim.quantity.value
        found.append((claim.quote, str(value) if value is not None else claim.quantity.kind, f"{line}:{column}"))
    return found


SEPARATED = [
    ("name,x,y\na,1,2\nb,3,4\n", ","),
    ("name;x;y\na;1,5;2,5\nb;3,5;4,5\n", ";"),
    ("name\tx\ty\na\t1,500\t2\n", "\t"),
    ("name|x|y\na|1|2\n", "|"),
    ('"Rain, in mm",May,June\nHill,12,13\n', ","),
    ("Sales; all shops\n\nname,x\na,1\nb,2\nc,3\n", ","),
    ("a line of words\n", ","),
    ("", ","),
    ("地區,二月,三月\n東區,12,13\n", ","),
    ('a;b\n"x;y";2\n"z, w, v";3\n', ";"),
]


@pytest.mark.parametrize(("text", "separator"), SEPARATED)
def test_what_parts_the_fields_is_told_by_all_rows(text: str, separator: str) -> None:
    assert separator_of(text) == separator


def test_what_parts_the_fields_may_be_stated() -> None:
    assert rows("sep=;\r\nname;x\r\na;1,5\r\n") == [["name", "x"], ["a", "1,5"]]
    assert rows("name\tx, y\na\t1, 2\n", "a.tsv") == [["name", "x, y"], ["a", "1, 2"]]


QUOTED = [
    ('a,"1,200",b\n', [["a", "1,200", "b"]]),
    ('a,"say ""ten""",12\n', [["a", 'say "ten"', "12"]]),
    ('"two\nlines",3\n', [["two lines", "3"]]),
    ('a,"left open\nb,2\n', [["a", '"left open'], ["b", "2"]]),
    ('a, "spaced" ,1\n', [["a", "spaced", "1"]]),
    ('a,5" pipe,2\n', [["a", '5" pipe', "2"]]),
    ("a,,\nb,1,\n", [["a", "", ""], ["b", "1", ""]]),
    ("a,1\r\nb,2\rc,3", [["a", "1"], ["b", "2"], ["c", "3"]]),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_quotes(text: str, expected: list[list[str]]) -> None:
    found = [[text[s:e].replace('""', '"').replace("\n", " ").strip() for s, e, _ in row] for row in records(text, ",")]
    assert found == expected


cells = st.text(alphabet='ab19 ,;"\n\r\t|é東', max_size=8)


@given(st.lists(st.lists(cells, min_size=1, max_size=5), min_size=1, max_size=6), st.sampled_from(SEPARATORS))
def test_what_the_standard_writer_writes_is_read(table: list[list[str]], separator: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(table)
    text = out.getvalue()
    found = [[text[s:e].replace('""', '"') if doubled else text[s:e] for s, e, doubled in row]
             for row in records(text, separator)]  # fmt: skip
    assert found == table


@given(st.text(alphabet='1 ,;"\na', max_size=40))
def test_any_text_is_read_and_each_figure_is_where_it_says(text: str) -> None:
    draft = read_text(text, "a.csv")
    for block in draft.blocks:
        for at, char in enumerate(block.text):
            shown = draft.text[block.source(at)]
            assert char == shown or char in "| "
    for claim in extract(draft).claims:
        assert draft.text[claim.start : claim.end] == claim.quote


def test_captions_tables_and_notes() -> None:
    text = "Sales of the two shops (£m),,\n\nShop,2019,2018\nQuay,12,11\nHill,5,4\nTotal,17,15\nNote: unaudited,,\n"
    assert kinds(text) == [
        ("paragraph", -1, "Sales of the two shops (£m)"),
        ("table-row", 0, "Shop|2019|2018"),
        ("table-row", 0, "Quay|12|11"),
        ("table-row", 0, "Hill|5|4"),
        ("table-row", 0, "Total|17|15"),
        ("paragraph", -1, "Note: unaudited"),
    ]


def test_blank_rows_and_columns_part_tables_with_headers_of_their_own() -> None:
    text = "Shop,May,,Road,June\nQuay,1,,Mill,2\nHill,3,,Kiln,4\n\nPort,July\nEast,5\nWest,6\n"
    assert [table for _, table, _ in kinds(text)] == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_a_run_of_figures_without_a_header_goes_on_with_the_table_before_it() -> None:
    text = "Shop,2019,2018\nQuay,12,11\n\nInland\nHill,5,4\nTotal,17,15\n"
    assert [table for _, table, _ in kinds(text)] == [0, 0, 0, 0, 0]


CELLS = [
    ("12,345", ["12", "345"]),
    ("1,234", ["1", "234"]),
    ("5,-,3", ["5", "3"]),
    ('"1,200","$(1,100)"', ["1200", "-1100"]),
    ('"(1.2)%",–3.4', ["-6/5", "-17/5"]),
    ("12,(5),-3", ["12", "-5", "-3"]),
    ("n.a.,—,7", ["7"]),
]


@pytest.mark.parametrize(("line", "expected"), CELLS)
def test_cells_do_not_run_into_one_another(line: str, expected: list[str]) -> None:
    text = f"Name,May,June\nQuay,{line}\n"
    assert [value for _, value, place in values(read_text(text, "a.csv")) if place.startswith("2:")] == expected


def test_a_figure_keeps_its_line_and_column() -> None:
    draft = read('\ufeffName,Loaves\r\n"Mill\r\nRoad","1,250"\r\n'.encode(), "a.csv")
    assert values(draft) == [("1,250", "1250", "3:8")]


def test_years_over_columns_are_years() -> None:
    draft = read_text("Name,2019,2020\nQuay,1998,12\n", "a.csv")
    assert [(quote, value) for quote, value, _ in values(draft)] == [
        ("2019", "date"), ("2020", "date"), ("1998", "1998"), ("12", "12"),
    ]  # fmt: skip


@pytest.mark.parametrize("piece", ['"', ',"', '"a,', "\n", ",", '" ', 'a,"b""c",\n', "\r\n,"])
def test_time_grows_with_the_text(piece: str) -> None:
    # Time that grew faster would take minutes.
    draft = read_text(piece * 40_000, "a.csv")
    assert len(draft.text) == len(piece) * 40_000
