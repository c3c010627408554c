"""Reading workbooks: what is shown is read, what is not shown is named, and each figure has its cell."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import Alignment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from claims.draft import Draft
from claims.extract import extract
from claims.readers import Unreadable, read
from claims.readers.number_formats import shown
from claims.readers.workbook import column_name

Book = openpyxl.Workbook


def made(fill: Callable[[Book], None]) -> bytes:
    book = Book()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def of(rows: list[list[object]], formats: dict[str, str] | None = None) -> bytes:
    def fill(book: Book) -> None:
        for row in rows:
            book.active.append(row)
        for cell, code in (formats or {}).items():
            book.active[cell].number_format = code

    return made(fill)


def draft(data: bytes) -> Draft:
    return read(data, "a.xlsx")


def rows(found: Draft) -> list[list[str]]:
    return [[b.text[s:e] for s, e in b.cells] for b in found.blocks if b.kind == "table-row"]


def places(found: Draft) -> dict[str, str]:
    return {place.name: found.text[place.start : place.end] for place in found.places}


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, change(content) if part == name else content)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
PLAIN = of([["Shop", "Loaves"], ["Quay", 12], ["Hill", 5]])


def test_what_is_shown_is_read() -> None:
    data = of(
        [
            ["Shop", 2019, "Share", "Opened"],
            ["Quay", 1234567, 0.05, date(2019, 1, 5)],
            ["Hill", -3, 1, date(2020, 2, 6)],
        ],
        {
            "B2": "#,##0,",
            "C2": "0.0%",
            "D2": "d mmm yyyy",
            "B3": "#,##0;[Red](#,##0)",
            "C3": '0.0"億元"',
            "D3": "yyyy-mm-dd",
        },
    )
    assert rows(draft(data)) == [
        ["Shop", "2019", "Share", "Opened"],
        ["Quay", "1,235", "5.0%", "5 Jan 2019"],
        ["Hill", "(3)", "1.0億元", "2020-02-06"],
    ]


def test_each_cell_has_its_place() -> None:
    def fill(book: Book) -> None:
        book.active.title = "Prices"
        book.active["B4"], book.active["C4"], book.active["B5"], book.active["C5"] = "Good", "Price", "Tea", 12.5
        book.create_sheet("Rents")["AA10"] = "40 rooms"

    found = draft(made(fill))
    assert places(found) == {
        "Prices!B4": "Good", "Prices!C4": "Price", "Prices!B5": "Tea", "Prices!C5": "12.5", "Rents!AA10": "40 rooms",
    }  # fmt: skip
    claims = [(claim.quote, place.name) for claim in extract(found).claims if (place := found.place(claim.start))]
    assert claims == [("12.5", "Prices!C5"), ("40", "Rents!AA10")]


def test_what_is_hidden_is_left_out_and_named() -> None:
    def fill(book: Book) -> None:
        sheet = book.active
        for row in (["Shop", "May", "June"], ["Quay", 1, 2], ["Hill", 3, 4], ["Mill", 5, 6]):
            sheet.append(row)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True
        book.create_sheet("Notes")["A1"] = 7
        book["Notes"].sheet_state = "hidden"

    found = draft(made(fill))
    assert rows(found) == [["Shop", "June"], ["Quay", "2"], ["Mill", "6"]]
    assert places(found)["Sheet!C4"] == "6"
    assert found.unread == ("Sheet: hidden rows 3", "Sheet: hidden columns B", "hidden sheet Notes")


def test_a_formula_is_what_it_gave_when_the_file_was_saved() -> None:
    unsolved = of([["Shop", "Loaves"], ["Quay", 12], ["All", "=B2*2"], ["None", "=B2*3"]])
    assert draft(unsolved).unread == ("Sheet: formulas without a stored result (B3, B4)",)
    solved = changed(unsolved, SHEET, lambda xml: re.sub(rb"(<f>B2\*2</f>)<v ?(?:/>|></v>)", rb"\1<v>24</v>", xml))
    assert draft(solved).unread == ("Sheet: formulas without a stored result (B4)",)
    assert rows(draft(solved))[2] == ["All", "24"]


def test_a_merged_header_stands_over_each_of_its_columns() -> None:
    def fill(book: Book) -> None:
        for row in (["", "This year", ""], ["Shop", "May", "June"], ["Quay", 1, 2]):
            book.active.append(row)
        book.active.merge_cells("B1:C1")

    assert rows(draft(made(fill)))[0] == ["", "This year", "This year"]


def test_indentation_is_kept() -> None:
    def fill(book: Book) -> None:
        for row in (["Costs", "£m"], ["Staff", 3], ["Total", 3]):
            book.active.append(row)
        book.active["A2"].alignment = Alignment(indent=1)

    assert [row[0] for row in rows(draft(made(fill)))] == ["Costs", "  Staff", "Total"]


def test_sheets_and_tables_apart_are_tables_of_their_own() -> None:
    def fill(book: Book) -> None:
        for row in (["Bread sold"], [], ["Shop", "May"], ["Quay", 1], ["Hill", 2], [], ["Road", "June"], ["Kiln", 3]):
            book.active.append(row)
        for row in (["Port", "July"], ["East", 4]):
            book.create_sheet("Ports").append(row) if "Ports" not in book.sheetnames else book["Ports"].append(row)

    found = draft(made(fill))
    assert [block.table for block in found.blocks] == [-1, 0, 0, 0, 1, 1, 2, 2]


def test_cells_may_go_without_addresses() -> None:
    data = of([["Shop", "Opened"], ["Quay", date(2019, 1, 5)]], {"B2": "yyyy-mm-dd"})
    bare = changed(data, SHEET, lambda xml: re.sub(rb'<c r="[A-Z]+\d+"', b"<c", xml))
    assert rows(draft(bare)) == rows(draft(data))


def test_days_may_be_counted_from_1904() -> None:
    def fill(book: Book) -> None:
        book.epoch = CALENDAR_MAC_1904
        for row in (["Shop", "Opened"], ["Quay", date(2019, 1, 5)]):
            book.active.append(row)

    assert rows(draft(made(fill)))[1][1] == "2019-01-05"


def hostile() -> dict[str, tuple[bytes, str]]:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    corner = made(lambda book: [book.active.__setitem__(cell, 1) for cell in ("A1", "XFD1048576")] and None)
    doctype = changed(PLAIN, SHEET, lambda xml: b'<!DOCTYPE a [<!ENTITY b "c">]>' + xml)
    swollen = changed(PLAIN, SHEET, lambda xml: xml + b" " * 50_000_000)
    broken = changed(PLAIN, "xl/workbook.xml", lambda xml: xml[:-20])
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "12 trees")
    return {
        "empty": (b"", "an empty file"),
        "pdf": (b"%PDF-1.7", "it looks like a PDF"),
        "page": (b"<html><table>", "it looks like HTML"),
        "old": (ole + bytes(600), "save it as .xlsx"),
        "encrypted": (ole + "EncryptedPackage".encode("utf-16-le"), "remove the password"),
        "cut": (PLAIN[: len(PLAIN) // 2], "damaged"),
        "another zip": (other.getvalue(), "holds no workbook"),
        "corners": (corner, "spans more than"),
        "doctype": (doctype, "document type"),
        "bomb": (swollen, "inflate"),
        "broken": (broken, "damaged"),
    }


@pytest.mark.parametrize("name", hostile())
def test_what_cannot_be_read_is_refused(name: str) -> None:
    data, said = hostile()[name]
    with pytest.raises(Unreadable) as caught:
        draft(data)
    assert said in str(caught.value)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_is_refused_or_read(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(PLAIN) - 1))
    torn = PLAIN[:at] + bytes([data.draw(st.integers(0, 255))]) + PLAIN[at + 1 :]
    try:
        found = draft(torn)
    except Unreadable:
        return
    assert all(place.name.startswith("Sheet") or "!" in place.name for place in found.places)


values = st.one_of(
    st.none(), st.integers(-(10**7), 10**7), st.floats(-1e6, 1e6).map(lambda x: round(x, 3)), st.booleans(),
    st.text(alphabet="ab 12東年%,.\n", max_size=8).filter(lambda text: not text.startswith("=")),
)  # fmt: skip
codes = st.sampled_from(["General", "#,##0", "0.0%", "0.00", "#,##0.0,", "(0)", '0"戶"'])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.tuples(values, codes), min_size=1, max_size=5), min_size=1, max_size=6))
def test_every_place_shows_its_cell_and_every_claim_is_in_one(table: list[list[tuple[object, str]]]) -> None:
    def fill(book: Book) -> None:
        for r, row in enumerate(table, 1):
            for c, (value, code) in enumerate(row, 1):
                book.active.cell(r, c, value).number_format = code

    found = draft(made(fill))
    end = 0
    seen = set()
    for place in found.places:
        assert place.start >= end
        end = place.end
        match = re.fullmatch(r"Sheet!([A-Z]+)(\d+)", place.name)
        assert match is not None
        row, column = int(match[2]) - 1, [column_name(n) for n in range(6)].index(match[1])
        value, code = table[row][column]
        text = value if isinstance(value, str) else shown(value, code)  # type: ignore[arg-type]
        assert found.text[place.start : place.end] == re.sub(r"[\t\n\r]+", " ", text).rstrip()
        seen.add((row, column))
    told = {(r, c) for r, row in enumerate(table) for c, (value, _) in enumerate(row)
            if value is not None and str(value).strip()}  # fmt: skip
    assert seen == told
    for claim in extract(found).claims:
        assert found.text[claim.start : claim.end] == claim.quote
        place = found.place(claim.start)
        assert place is not None and claim.end <= place.end
