"""Workbooks (.xlsx): what each visible cell shows, sheet by sheet.

Values come from calamine, which reads a hundred thousand cells in a tenth of a second; what
it does not tell (number formats, hidden rows and columns, formulas without a result) is
read from the sheet's own markup. What is not shown is not read, and is listed.
"""

from __future__ import annotations

import gc
import io
import re
import zipfile
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree import ElementTree

from claims.draft import Block, Draft, Place
from claims.readers.grid import lines_of
from claims.readers.number_formats import BUILT_IN, plain, shown
from claims.readers.packages import inflated, opened
from claims.readers.unreadable import Unreadable

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

INSTALL = "install crossfoot[office]"
MOST_CELLS = 8_000_000
"""Cells from the first corner to the last that a sheet may span; calamine keeps empty ones, too."""
_WIDTH = 1 << 14
_CELL = re.compile(rb"<(?:\w+:)?c\b([^<>]*)>(<(?:\w+:)?f\b)?|<(?:\w+:)?row\b([^<>]*)>")
_LETTERS = re.compile(rb'<c r="([A-Z]{1,3})')
_DIGITS = re.compile(rb'<c r="[A-Z]{1,3}(\d{1,7})"')
_FORMULA = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^<>]*><f\b')
_ROWS = re.compile(rb"<(?:\w+:)?row\b([^<>]*)>")
_MANY_STYLES = 100
_REF = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_STYLE = re.compile(rb'\bs="(\d{1,6})"')
_ROW = re.compile(rb'\br="(\d{1,7})"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_FLAT = re.compile(rb'\bht="0(?:\.0+)?"')
_COLUMNS = re.compile(rb"<(?:\w+:)?col\b([^<>]*)>")
_SPAN = re.compile(rb'\b(min|max)="(\d{1,7})"')
_NO_WIDTH = re.compile(rb'\bwidth="0(?:\.0+)?"')
_AS_IT_IS = ("General", "@")
_BREAKS = re.compile(r"[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+|_x000D_")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINKS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LISTED = 5
_OTHER_PARTS = {
    "xl/charts/chart": "charts",
    "xl/comments": "cell comments",
    "xl/threadedComments": "cell comments",
    "xl/diagrams/": "diagrams",
}


class _Style(NamedTuple):
    code: str
    indent: int


class _Markup(NamedTuple):
    """What a sheet's markup tells of its cells; rows and columns count from 0."""

    styles: dict[int, int]
    """Style of each cell that has one of note, by row times `_WIDTH` plus column."""
    formulas: list[tuple[int, int]]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    cells: int
    """From the first corner to the last."""


def draft_of(data: bytes, path: str) -> Draft:
    """The visible sheets of a workbook, a line of text for each row, a place for each cell.

    Raises `Unreadable` for what is no workbook, is damaged or encrypted, or when calamine is
    not installed.
    """
    archive = opened(data, ".xlsx", "save it as .xlsx")
    try:
        from python_calamine import CalamineWorkbook
    except ImportError:
        raise Unreadable("reading .xlsx needs a package that is not installed", "", INSTALL) from None
    with archive:
        parts = _parts(archive)
        styles = _styles(inflated(archive, "xl/styles.xml"))
        noted = {b"%d" % n for n, style in enumerate(styles) if style.indent or style.code != "General"}
        unread = _other_parts(archive)
        # Before calamine sees any, each sheet's extent is known, and that it has no surprises in it.
        known = [(name, visible, _markup(inflated(archive, part), noted)) for name, visible, part in parts]
        inflated(archive, "xl/sharedStrings.xml")
    sheets = _Sheets(styles)
    large = [name for name, _, markup in known if markup.cells > MOST_CELLS]
    if large:
        raise Unreadable(f"a sheet spans more than {MOST_CELLS:,} cells", large[0], "delete its stray cells")
    collecting = gc.isenabled()
    gc.disable()  # all that is built is kept, and going through it again and again takes a fifth of the time
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name, visible, markup in known:
            if not visible:
                unread.append(f"hidden sheet {name}")
            elif name in workbook.sheet_names:
                sheets.add(name, workbook.get_sheet_by_name(name), markup)
    except Unreadable:
        raise
    except Exception as error:  # calamine's own errors have no common base
        raise Unreadable(f"the file is damaged ({error})", "", "save it again") from None
    finally:
        if collecting:
            gc.enable()
    return Draft(
        path=path, text="".join(sheets.text).rstrip("\n"), blocks=tuple(sheets.blocks), language="",
        places=tuple(sheets.places), unread=(*sheets.unread, *unread),
    )  # fmt: skip


class _Sheets:
    """The draft as it grows, sheet by sheet."""

    def __init__(self, styles: Sequence[_Style]) -> None:
        self.styles = styles
        self.text: list[str] = []
        self.size = 0
        self.blocks: list[Block] = []
        self.places: list[Place] = []
        self.unread: list[str] = []
        self.tables = 0

    def add(self, name: str, sheet: CalamineSheet, markup: _Markup) -> None:
        """Append what the sheet shows."""
        rows: list[list[Any]] = sheet.to_python(skip_empty_area=True)
        top, left = sheet.start or (0, 0)
        unsolved = [
            (row, column) for row, column in markup.formulas
            if not (0 <= row - top < len(rows) and 0 <= column - left < len(rows[row - top]))
            or rows[row - top][column - left] in ("", None)
        ]  # fmt: skip
        self._list(name, markup, unsolved)
        kept_rows = [n for n in range(len(rows)) if n + top not in markup.hidden_rows]
        width = max((len(row) for row in rows), default=0)
        kept = [n for n in range(width) if n + left not in markup.hidden_columns]
        grid = [self._row(rows[n], n + top, left, kept, markup) for n in kept_rows]
        letters = [column_name(n + left) for n in kept]
        merged = self._merged(sheet, [n + top for n in kept_rows], [n + left for n in kept], grid)
        found = self.tables
        prefix = f"{name}!"
        for line in lines_of(grid, {row: set(under.values()) for row, under in merged.items()}):
            number = kept_rows[line.row] + top + 1
            self._line(line.kind, grid[line.row], line.first, line.last,
                       line.table + found if line.table >= 0 else -1, prefix, letters, number, left,
                       merged.get(line.row))  # fmt: skip
            self.tables = max(self.tables, line.table + found + 1)
        if grid:
            self.text.append("\n")
            self.size += 1

    def _row(self, values: Sequence[Any], row: int, left: int, kept: Sequence[int], markup: _Markup) -> list[str]:
        """What each visible cell of a row shows."""
        texts: list[str] = []
        known, styles, size = markup.styles, self.styles, len(values)
        base = row * _WIDTH + left
        for number in kept:
            value = values[number] if number < size else ""
            if value == "":
                texts.append("")
                continue
            style = known.get(base + number, -1)
            told = styles[style] if style >= 0 else None
            if isinstance(value, str):
                text = shown(value, told.code) if told and told.code not in _AS_IT_IS else value
                text = (text if text.isprintable() else _BREAKS.sub(" ", text)).rstrip()
                texts.append("  " * told.indent + text if told and told.indent else text)
            elif told is None or told.code == "General":
                texts.append(plain(value) if isinstance(value, (int, float)) and not isinstance(value, bool)
                             else shown(value, "yyyy-mm-dd"))  # fmt: skip
            else:
                texts.append(shown(value, told.code))
        return texts

    def _merged(
        self, sheet: CalamineSheet, rows: list[int], columns: list[int], grid: list[list[str]]
    ) -> dict[int, dict[int, int]]:
        """By row of the grid, for each column under a merged cell of words the column in which it begins."""
        found: dict[int, dict[int, int]] = {}
        at_row = {number: place for place, number in enumerate(rows)}
        at_column = {number: place for place, number in enumerate(columns)}
        for (top, left), (_, right) in sheet.merged_cell_ranges or ():
            row, first = at_row.get(top), at_column.get(left)
            if row is None or first is None or right == left or not any(map(str.isalpha, grid[row][first])):
                continue
            for column in range(left + 1, min(right, left + 256) + 1):
                if (under := at_column.get(column)) is not None:
                    found.setdefault(row, {})[under] = first
        return found

    def _line(
        self, kind: str, texts: Sequence[str], first: int, last: int, table: int, prefix: str,
        letters: Sequence[str], number: int, left: int, merged: dict[int, int] | None,
    ) -> None:  # fmt: skip
        """One row of a table, or one line of words, as a line of the draft."""
        if last - first != len(texts):
            texts = texts[first:last]
        start, at = self.size, 0
        cells: list[tuple[int, int]] = []
        place = self.places.append
        for column, text in enumerate(texts, first):
            end = at + len(text)
            if text:
                place(Place(start + at, start + end, f"{prefix}{letters[column]}{number}"))
            cells.append((at, end))
            at = end + 1
        if merged:
            for under, begins in merged.items():
                if first <= begins and under < last:
                    cells[under - first] = cells[begins - first]
        joined = "\t".join(texts)
        self.blocks.append(Block(kind, joined, (0,), (start,), cells=tuple(cells) if table >= 0 else (), table=table))
        self.text += [joined, "\n"]
        self.size = start + len(joined) + 1

    def _list(self, name: str, markup: _Markup, unsolved: list[tuple[int, int]]) -> None:
        """Say what of a sheet is not read."""
        if markup.hidden_rows:
            self.unread.append(f"{name}: hidden rows {_ranges(sorted(n + 1 for n in markup.hidden_rows))}")
        if markup.hidden_columns:
            names = ", ".join(column_name(n) for n in sorted(markup.hidden_columns)[:_LISTED])
            more = ", …" if len(markup.hidden_columns) > _LISTED else ""
            self.unread.append(f"{name}: hidden columns {names}{more}")
        if unsolved:
            cells = ", ".join(f"{column_name(column)}{row + 1}" for row, column in unsolved[:_LISTED])
            more = ", …" if len(unsolved) > _LISTED else ""
            self.unread.append(f"{name}: formulas without a stored result ({cells}{more})")


def _ranges(numbers: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told = [f"{first}-{last}" if first < last else f"{first}" for first, last in runs[:_LISTED]]
    return ", ".join(told) + (", …" if len(runs) > _LISTED else "")


def column_name(number: int) -> str:
    """The letters of a column that is counted from 0: "A" for 0, "AA" for 26."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _parts(archive: zipfile.ZipFile) -> list[tuple[str, bool, str]]:
    """Name, whether it is visible, and part of each sheet, in order; chart sheets are left out."""
    book, links = inflated(archive, "xl/workbook.xml"), inflated(archive, "xl/_rels/workbook.xml.rels")
    if not book:
        raise Unreadable("not an .xlsx file: it holds no workbook", "", "give it the suffix of what it is")
    targets: dict[str, str] = {}
    for link in _tree(links, "xl/_rels/workbook.xml.rels").iter() if links else ():
        target = link.get("Target", "")
        targets[link.get("Id", "")] = target[1:] if target.startswith("/") else f"xl/{target}"
    found = []
    for sheet in _tree(book, "xl/workbook.xml").iter():
        if sheet.tag.rpartition("}")[2] != "sheet":
            continue
        link_id = next((value for key, value in sheet.attrib.items() if key.rpartition("}")[2] == "id"), "")
        part = targets.get(link_id, "")
        if part.startswith("xl/worksheets/") or "worksheet" in part:
            found.append((sheet.get("name", ""), sheet.get("state", "visible") == "visible", part))
    return found


def _tree(content: bytes, part: str) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise Unreadable(f"the file is damaged ({error})", part, "save it again") from None


def _styles(content: bytes) -> list[_Style]:
    """Number format and indentation of each cell style."""
    if not content:
        return []
    own: dict[int, str] = {}
    styles: list[_Style] = []
    inside = False
    for event, element in ElementTree.iterparse(io.BytesIO(content), ("start", "end")) if content else ():
        tag = element.tag.rpartition("}")[2]
        if tag == "cellXfs":
            inside = event == "start"
        elif event == "end" and tag == "numFmt":
            own[_number(element.get("numFmtId"))] = element.get("formatCode", "General")
        elif event == "end" and inside and tag == "xf":
            alignment = next((child for child in element if child.tag.rpartition("}")[2] == "alignment"), None)
            indent = _number(alignment.get("indent")) if alignment is not None else 0
            code = _number(element.get("numFmtId"))
            styles.append(_Style(own.get(code, BUILT_IN.get(code, "General")), min(indent, 15)))
    return styles


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else 0


def _markup(content: bytes, noted: Collection[bytes]) -> _Markup:
    """Styles, formulas, hidden rows and columns of a sheet, from its start tags alone.

    `noted` are the styles that make a difference.
    """
    if b"<c r='" in content or b"<row r='" in content:
        content = content.replace(b"'", b'"')
    usual = content.count(b"<c ") == content.count(b'<c r="') and b"<c>" not in content and b":c " not in content
    told = _addressed(content, noted) if usual else _in_order(content, noted)
    styles, formulas, rows, columns = told
    first_row, last_row = min(rows, default=0), max(rows, default=-1)
    first_column, last_column = min(columns, default=0), max(columns, default=-1)
    hidden: set[int] = set()
    if b"hidden=" in content or b'ht="0' in content:
        row = -1
        for attributes in _ROWS.findall(content):
            row = int(match[1]) - 1 if (match := _ROW.search(attributes)) else row + 1
            if _HIDDEN.search(attributes) or _FLAT.search(attributes):
                hidden.add(row)
    unseen: set[int] = set()
    for attributes in _COLUMNS.findall(content):
        if _HIDDEN.search(attributes) or _NO_WIDTH.search(attributes):
            span = {name: int(number) for name, number in _SPAN.findall(attributes)}
            first, last = span.get(b"min", 1), min(span.get(b"max", 0), 1 << 14)
            unseen.update(range(max(first - 1, first_column), min(last, last_column + 1)))
    cells = (last_row - first_row + 1) * (last_column - first_column + 1) if rows else 0
    inside = frozenset(number for number in hidden if first_row <= number <= last_row)
    return _Markup(styles, formulas, inside, frozenset(unseen), cells)


_Told = tuple[dict[int, int], list[tuple[int, int]], Collection[int], Collection[int]]
"""Styles by cell, cells with formulas, rows and columns."""


def _addressed(content: bytes, noted: Collection[bytes]) -> _Told:
    """What there is to be told of cells that each have an address, as nearly all writers give them."""
    columns = {letters: _column_number(letters) for letters in set(_LETTERS.findall(content))}
    rows = {int(digits) - 1 for digits in set(_DIGITS.findall(content))}
    styles: dict[int, int] = {}
    last, base = b"", 0
    wanted = b"|".join(sorted(noted)) if len(noted) < _MANY_STYLES else rb"\d{1,6}"
    of_note = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^<>]*? s="(' + wanted + rb')"')
    for letters, digits, style in of_note.findall(content) if noted else ():
        if digits != last:
            last, base = digits, (int(digits) - 1) * _WIDTH
        if style in noted:
            styles[base + columns[letters]] = int(style)
    with_formulas = _FORMULA.findall(content) if b"<f" in content else ()
    return styles, [(int(digits) - 1, columns[letters]) for letters, digits in with_formulas], rows, columns.values()


def _in_order(content: bytes, noted: Collection[bytes]) -> _Told:
    """The same where cells may go without addresses, each standing next to the one before it."""
    styles: dict[int, int] = {}
    formulas: list[tuple[int, int]] = []
    rows: set[int] = set()
    columns: set[int] = set()
    row = column = -1
    for attributes, formula, of_row in _CELL.findall(content):
        if of_row:
            row, column = int(match[1]) - 1 if (match := _ROW.search(of_row)) else row + 1, -1
            continue
        if (match := _REF.search(attributes)) is not None:
            row, column = int(match[2]) - 1, _column_number(match[1])
        else:
            row, column = max(row, 0), column + 1
        rows.add(row)
        columns.add(column)
        if (match := _STYLE.search(attributes)) is not None and match[1] in noted:
            styles[row * _WIDTH + column] = int(match[1])
        if formula:
            formulas.append((row, column))
    return styles, formulas, rows, columns


def _other_parts(archive: zipfile.ZipFile) -> list[str]:
    """What else a workbook shows that is not read."""
    names = archive.namelist()
    return sorted({told for start, told in _OTHER_PARTS.items() if any(name.startswith(start) for name in names)})
