"""Reading a workbook of 20,000 rows and a CSV file of as many, beside the libraries that give their bare values."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from random import Random
from time import process_time

ROWS = 20_000
REPEATS = 5
LIMIT = 0.5
"""Seconds for the workbook."""


def workbook(rows: int = ROWS) -> bytes:
    """Words, whole numbers, decimals and shares under usual number formats, in five columns."""
    import openpyxl

    random, book, out = Random(3), openpyxl.Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet("Sales")
    sheet.append(["District", "2019", "2018", "Change", "Mean"])
    for number in range(rows):
        row = []
        for value, code in (
            (f"District {number}", "General"), (random.randint(1, 10**6), "#,##0"), (random.randint(1, 10**6), "#,##0"),
            (random.random(), "0.0%"), (round(random.random() * 100, 3), "General"),
        ):  # fmt: skip
            cell = openpyxl.cell.WriteOnlyCell(sheet, value)
            cell.number_format = code
            row.append(cell)
        sheet.append(row)
    book.save(out)
    return out.getvalue()


def seconds(work: Callable[[], object]) -> float:
    """The least processor time of several runs."""
    times = []
    for _ in range(REPEATS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def report() -> bool:
    """Print seconds and ratios; whether the workbook is read within `LIMIT`."""
    import python_calamine

    from claims.readers import read, read_text

    data = workbook()
    bare = seconds(lambda: python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python())
    own = seconds(lambda: read(data, "sales.xlsx"))
    print(f"xlsx, {ROWS:,} rows of 5 cells: {own:.2f} s; calamine's values alone {bare:.2f} s; {own / bare:.1f} times")
    text = "".join(f"District {n},{n % 977},{n % 89}.5,{n % 100}%\n" for n in range(ROWS))
    plain = seconds(lambda: list(csv.reader(io.StringIO(text))))
    draft = seconds(lambda: read_text(text, "sales.csv"))
    print(f"csv, {ROWS:,} rows of 4 cells: {draft:.2f} s; the csv module {plain:.3f} s; {draft / plain:.1f} times")
    return own <= LIMIT
