"""Tables of real reports: false alarms on sound ones, and what is found of one changed cell.

    python -m benchmarks.tables FOLDER [--part test] [--changes 3] [--show]

FOLDER is a clone of TAT-QA (Zhu et al. 2021), tables of annual reports. Each of its tables is
read as CSV. By arithmetic of its own, which knows nothing of crossfoot's reading of labels,
the benchmark finds rows and columns with a total label that foot; then it changes one cell
of such a row or column by more than rounding allows. Printed are the share of sound tables
without an error and the share of changes that are found with the changed cell among the
suspects. The exit status is 1 when either is below what the project promises.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]

Table = list[list[str]]
Cell = tuple[int, int]
SOUND, FOUND = 0.97, 0.90
"""Share of sound tables without an error, and of changes that must be found."""
_TOTAL = re.compile(r"\W*(?:sub-?\s?|grand\s)?totals?\b(?!\s+others?\b)", re.IGNORECASE)
_VALUE = re.compile(r"[(\-−–]?\s*(?:[A-Z]{0,3}[$€£]\s*)?[(\-−–]?\s*(\d[\d,]*(?:\.\d+)?)\s*\)?")
_NOTHING = re.compile(r"[$€£\s]*[-–—]*")


class Line(NamedTuple):
    """A row or column that foots: the cells of its parts, and of its total."""

    parts: tuple[Cell, ...]
    total: Cell


def loaded(folder: Path, part: str) -> list[Table]:
    """The tables of one part of the data set; from the work tree, or from the history where there is none."""
    name = f"dataset_raw/tatqa_dataset_{part}.json"
    if (folder / name).is_file():
        content = (folder / name).read_bytes()
    else:
        done = subprocess.run(["git", "-C", folder, "show", f"HEAD:{name}"], capture_output=True, check=True)
        content = done.stdout
    return [entry["table"]["table"] for entry in json.loads(content)]


def value(text: str) -> Decimal | None:
    """The number of a cell; a dash is nothing at all, and anything else is None."""
    text = text.strip()
    if match := _VALUE.fullmatch(text):
        number = Decimal(match[1].replace(",", ""))
        return -number if any(char in text for char in "(-−–") else number
    return Decimal(0) if text and _NOTHING.fullmatch(text) else None


def _step(text: str) -> Decimal:
    return Decimal(1).scaleb(-len(text.partition(".")[2].rstrip(") %"))) if "." in text else Decimal(1)


def _foots(cells: list[str], total: str) -> bool:
    values, whole = [value(cell) for cell in cells if cell.strip()], value(total)
    if whole is None or None in values or len(values) < 2 or not any(values):
        return False
    told = sum(1 for v in values if v)
    room = max(_step(cell) for cell in [*cells, total]) * (told + 1) / 2
    return abs(sum(v for v in values if v is not None) - whole) <= room


def footing(table: Table) -> list[Line]:
    """Columns above a row, and rows before a column, with a total label, that add up to it.

    From a total upwards, the fewest rows that make it in every column; a total that has been
    made stands for its rows from then on.
    """
    lines: list[Line] = []
    width = max(len(row) for row in table)
    stack: list[int] = []
    for at, row in enumerate(table):
        columns = [c for c in range(1, len(row)) if value(row[c]) is not None and row[c].strip() not in ("", "-", "—")]
        columns = [c for c in columns if not re.fullmatch(r"(?:19|20)\d\d", row[c].strip())]
        if not columns:
            continue
        if _TOTAL.match(row[0]):
            for count in range(2, len(stack) + 1):
                rows = stack[-count:]
                if all(_foots([table[r][c] for r in rows if c < len(table[r])], row[c]) for c in columns):
                    for c in columns:
                        filled = tuple((r, c) for r in rows if c < len(table[r]) and table[r][c].strip())
                        lines.append(Line(filled, (at, c)))
                    del stack[-count:]
                    break
        stack.append(at)
    heads = [row for row in table[:3] if not any(value(cell) is not None for cell in row[1:])] or table[:1]
    for c in range(2, width):
        if any(_TOTAL.fullmatch(row[c].strip()) for row in heads if c < len(row)):
            for at, row in enumerate(table):
                if len(row) > c and _foots(row[1:c], row[c]):
                    parts = tuple((at, k) for k in range(1, c) if row[k].strip())
                    lines.append(Line(parts, (at, c)))
    return lines


def changed(table: Table, line: Line, random: Random) -> tuple[Cell, str] | None:
    """A cell of the line with another number, beyond rounding; None when no slip makes one."""
    cells = [*line.parts, line.total]
    room = max(_step(table[r][c]) for r, c in cells) * (len(cells) + 1)
    for _ in range(20):
        row, column = random.choice(cells)
        text = table[row][column]
        digits = [i for i, char in enumerate(text) if char.isdigit()]
        if not digits:
            continue
        way, made = random.randrange(3), list(text)
        at = random.randrange(len(digits))
        if way == 0 and at + 1 < len(digits):
            first, second = digits[at], digits[at + 1]
            made[first], made[second] = made[second], made[first]
        elif way == 1:
            made[digits[at]] = random.choice("123456789")
        else:
            made[digits[at]] = str((int(made[digits[at]]) + random.choice((1, 2, 9, 8))) % 10)
        new = "".join(made)
        if re.match(r"\D*0\d", new):
            continue
        old_value, new_value = value(text), value(new)
        if new_value is not None and old_value is not None and abs(new_value - old_value) > room:
            return (row, column), new
    return None


def written(table: Table) -> tuple[str, dict[Cell, tuple[int, int]]]:
    """The table as CSV, and the span of each cell that has no quotes in it."""
    text, spans = "", {}
    for r, row in enumerate(table):
        for c, cell in enumerate(row):
            out = io.StringIO()
            csv.writer(out, lineterminator="").writerow([cell, ""])
            field = out.getvalue()[:-1]
            spans[r, c] = (len(text), len(text) + len(field))
            text += field + ("," if c + 1 < len(row) else "\n")
    return text, spans


def findings(text: str) -> list[tuple[str, str, list[tuple[int, int]]]]:
    """Severity, message and the spans of the suspects of each finding."""
    from checks._judging.examine import examine
    from claims.extract import extract
    from claims.readers import read_text

    ledger = extract(read_text(text, "table.csv", language="en"))
    spans = {claim.id: (claim.start, claim.end) for claim in ledger.claims}
    found = []
    for finding in examine(ledger).findings:
        suspects = [spans[suspect.claim] for suspect in finding.suspects]
        found.append((finding.severity, f"{finding.check}: {finding.message}", suspects))
    return found


def measured(tables: list[Table], changes: int, show: bool) -> Counter[str]:
    """Counts of tables and changes by what became of them."""
    counts: Counter[str] = Counter()
    random = Random(20)
    for number, table in enumerate(tables):
        counts["tables"] += 1
        text, _ = written(table)
        found = findings(text)
        lines = footing(table)
        severities = {severity for severity, _, _ in found}
        counts["tables with an error"] += "error" in severities
        if show:
            for severity, message, _ in found:
                if severity != "info":
                    print(f"{'sound' if lines else 'other'} {number} {severity} {message}")
        if not lines:
            continue
        counts["sound"] += 1
        counts["sound with an error"] += "error" in severities
        counts["sound with a warning"] += "warning" in severities and "error" not in severities
        before = {message for _, message, _ in found}
        for line in random.sample(lines, min(changes, len(lines))):
            change = changed(table, line, random)
            if change is None:
                continue
            (row, column), new = change
            other = [list(r) for r in table]
            other[row][column] = new
            counts["changes"] += 1
            text, spans = written(other)
            first, last = spans[row, column]
            for kind in ("error", "warning"):
                told = [suspects for severity, message, suspects in findings(text)
                        if severity == kind and message not in before]  # fmt: skip
                if any(first <= start < last for suspects in told for start, _ in suspects):
                    counts[f"found as {kind}"] += 1
                    break
            else:
                counts["missed"] += 1
                if show:
                    print(f"missed {number} {table[row][0]!r} {table[row][column]} -> {new} in {line}")
    return counts


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("folder", type=Path, help="clone of TAT-QA")
    parser.add_argument("--part", default="test_gold", help="dev, train, or test_gold (default)")
    parser.add_argument("--changes", type=int, default=3, help="lines of each table in which a cell is changed")
    parser.add_argument("--show", action="store_true", help="print what is found and what is missed")
    given = parser.parse_args()
    counts = measured(loaded(given.folder, given.part), given.changes, given.show)
    for name, count in counts.items():
        print(f"{count:6,} {name}")
    sound = 1 - counts["sound with an error"] / max(1, counts["sound"])
    errors = counts["found as error"] / max(1, counts["changes"])
    either = errors + counts["found as warning"] / max(1, counts["changes"])
    print(f"{sound:.1%} of sound tables without an error (at least {SOUND:.0%})")
    print(f"{either:.1%} of changes found (at least {FOUND:.0%}), {errors:.1%} as errors")
    return 0 if sound >= SOUND and either >= FOUND else 1


if __name__ == "__main__":
    sys.exit(main())
