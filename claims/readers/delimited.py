"""CSV and its like: values between commas, semicolons, tabs or bars.

The fields are found by a grammar of our own, as RFC 4180 has it, because a figure's place in
the file must be known; each cell keeps the line and column where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from claims.draft import Block, Draft
from claims.readers.grid import lines_of
from claims.readers.pieces import Piece, block, reading, trimmed

SEPARATORS = "\t;|,"
"""In the order of trust: a comma also groups digits and parts clauses."""
_SAMPLE = 1 << 16
_ENOUGH = 0.8
"""Of the rows with anything in them, how many must have as many fields as most."""
_STATED = re.compile(r"sep=([\t;|,])(?:\r\n|\r|\n)", re.IGNORECASE)
_QUOTED = re.compile(r' *+"((?:[^"]++|"")*+)"')
_BARE = {mark: re.compile(f"[^{re.escape(mark)}\\r\\n]*+") for mark in SEPARATORS}
_LINE_END = re.compile(r"[\r\n]")
_DOUBLED = re.compile('""')

Cell = tuple[int, int, bool]
"""Start and end of a field's text in the source, and whether quotes in it are doubled."""


def draft_of(text: str, path: str) -> Draft:
    """The tables of a delimited file, with captions and notes; language is for the caller to fill in."""
    stated = _STATED.match(text)
    start = stated.end() if stated else 0
    separator = stated[1] if stated else separator_of(text, PurePath(path).suffix.lower())
    rows = list(records(text, separator, start))
    grid = [[text[first:last].replace('""', '"') if doubled else text[first:last]
             for first, last, doubled in row] for row in rows]  # fmt: skip
    blocks = [_block(text, rows[line.row][line.first : line.last], line.kind, line.table) for line in lines_of(grid)]
    return Draft(path=path, text=text, blocks=tuple(b for b in blocks if b is not None), language="")


def separator_of(text: str, suffix: str = "") -> str:
    """What parts the fields: the mark by which most rows have the same number of them, two or more.

    A comma when no mark does; a tab in a .tsv that has any.
    """
    sample = text[:_SAMPLE]
    if suffix == ".tsv" and "\t" in sample:
        return "\t"
    best, found = 0.0, ","
    for separator in SEPARATORS:
        counts = [len(row) for row in records(sample, separator) if len(row) > 1 or row[0][0] < row[0][1]]
        if len(text) > _SAMPLE and len(counts) > 1:
            counts.pop()  # it may be cut
        wide = [count for count in counts if count > 1]
        if not wide:
            continue
        usual = max(set(wide), key=lambda count: (wide.count(count), count))
        share = wide.count(usual) / len(counts)
        # Captions and notes have one field, whatever the mark.
        share = max(share, _ENOUGH * wide.count(usual) / len(wide) if len(wide) * 2 >= len(counts) else 0.0)
        if share > best + 0.1 or (best == 0.0 and share > 0.0):
            best, found = share, separator
    return found


def records(text: str, separator: str, start: int = 0) -> Iterator[list[Cell]]:
    """The fields of each line, in time linear in the text; a quote that is never closed is a character."""
    bare, last_quote, size, at = _BARE[separator], text.rfind('"'), len(text), start
    row: list[Cell] = []
    line_end = _LINE_END.search
    while at < size:
        if not row:
            stop = found.start() if (found := line_end(text, at)) is not None else size
            if at >= last_quote or text.find('"', at, stop) < 0:
                fields = list[Cell]()
                for field in text[at:stop].split(separator):
                    fields.append((at, at + len(field), False))
                    at += len(field) + 1
                yield fields
                at = stop + (2 if text.startswith("\r\n", stop) else 1)
                continue
        first, end, doubled = at, at, False
        quote = _QUOTED.match(text, at) if at < last_quote else None
        after = bare.match(text, quote.end()) if quote is not None else None
        if quote is not None and after is not None and not after.group().strip():
            first, end = quote.span(1)
            doubled, at = '""' in quote[1], after.end()
        else:
            match = bare.match(text, at)
            at = end = match.end() if match is not None else at
            if quote is None and at < last_quote and text[first:end].lstrip(" ").startswith('"'):
                last_quote = first  # what begins here is never closed, and so is nothing after it
        row.append((first, end, doubled))
        if at < size and text[at] == separator:
            at += 1
            if at < size:
                continue
            row.append((at, at, False))
        at += 2 if text.startswith("\r\n", at) else 1
        yield row
        row = []


def _block(source: str, row: Sequence[Cell], kind: str, table: int) -> Block | None:
    """A block of the fields of one line, separators read as bars; None when they are all empty."""
    start, stop = row[0][0], row[-1][1]
    text = source[start:stop]
    if len(row) > 1 and '"' not in text and "  " not in text and text.isprintable() and "|" not in text:
        separator = source[row[0][1]]
        joined = text.replace(separator, "|")
        if " |" not in joined and "| " not in joined and joined.strip(" |") and joined[-1] != " ":
            spans = tuple((first - start, end - start) for first, end, _ in row)
            return Block(kind, joined, (0,), (start,), cells=spans if table >= 0 else (), table=table)
    pieces: list[Piece] = []
    cells: list[Piece] = []
    stands: dict[int, str] = {}
    length = 0
    for number, (first, end, doubled) in enumerate(row):
        kept = trimmed(source, _undoubled(source, first, end) if doubled else [(first, end)])
        if number:
            # One character between two fields stands for the separator and whatever is around it.
            at = max(pieces[-1][1] if pieces else 0, first - 1)
            stands[at] = "|"
            pieces.append((at, at + 1))
            length += 1
        size = sum(stop - start for start, stop in kept)
        cells.append((length, length + size))
        pieces += kept
        length += size
    if not reading(source, pieces, stands).strip("| "):
        return None
    return block(source, pieces, kind, stands_for=stands, cells=tuple(cells) if table >= 0 else (), table=table)


def _undoubled(source: str, first: int, end: int) -> list[Piece]:
    """The text of a quoted field, each of its doubled quotes once."""
    pieces, at = list[Piece](), first
    for double in _DOUBLED.finditer(source, first, end):
        pieces.append((at, double.start() + 1))
        at = double.end()
    return [*pieces, (at, end)]
