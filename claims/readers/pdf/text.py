"""The text of a laid out file, a line for each paragraph and table row, and where each part of it stands.

Lines are joined by the rules for hard wraps in plain text: nothing between Chinese characters,
a space between words, a hyphen dropped where the word stands undivided nearby.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claims.draft import Block, Place
from claims.readers.doubling import single
from claims.readers.lines import Line, columns, ends_sentence
from claims.readers.pdf.fragments import Fragment
from claims.readers.pdf.layout import TableLine
from claims.readers.pdf.paragraphs import Paragraph
from claims.readers.pieces import Piece, cut, reading, trimmed
from claims.readers.spacing import unread_spans
from claims.readers.wrapping import joined

CELL = "\t"
"""What stands between two cells of a row."""


class Written(NamedTuple):
    text: str
    blocks: tuple[Block, ...]
    places: tuple[Place, ...]


class _Source:
    """The lines of all pages as they stand there, one below the other, and which characters they are."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        """Offsets at which a run of characters begins that PDFium counts one after the other."""
        self.runs: list[tuple[int, int, int]] = []
        """Page, number of the first character and length of each run."""

    def line(self, page: int, row: Sequence[Fragment]) -> Line:
        """Add a line; returns it with its place in the whole."""
        start = self.length
        for at, fragment in enumerate(row):
            if at:
                self._add(" ")
            offset = self.length
            self._add(fragment.text)
            for first, last in fragment.runs:
                self.starts.append(offset)
                self.runs.append((page, first, last - first))
                offset += last - first
        end = self.length
        self._add("\n")
        text = "".join(self.parts[-2 * len(row) : -1])
        return Line(start, end, text, 0, columns(text), ends_sentence(text), 0, 0)

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def addresses(self, start: int, end: int) -> Iterable[tuple[int, int, int, int]]:
        """For a span of the source: offset, length, page and first character of each run in it."""
        at = max(bisect_right(self.starts, start) - 1, 0)
        while at < len(self.starts) and self.starts[at] < end:
            page, first, size = self.runs[at]
            begin, stop = max(start, self.starts[at]), min(end, self.starts[at] + size)
            if begin < stop:
                yield begin, stop - begin, page, first + begin - self.starts[at]
            at += 1


class _Writer:
    def __init__(self, source: str, addresses: _Source) -> None:
        self.source = source
        self._addresses = addresses
        self.parts: list[str] = []
        self.length = 0
        self.places: list[Place] = []

    def put(self, pieces: Iterable[Piece]) -> str:
        """Write what the pieces of the source make."""
        kept = [piece for piece in pieces if piece[0] < piece[1]]
        text = reading(self.source, kept)
        at = self.length
        for start, end in kept:
            for begin, size, page, first in self._addresses.addresses(start, end):
                offset = at + begin - start
                self.places.append(Place(offset, offset + size, f"page {page + 1}", (page, first, first + size)))
            at += end - start
        self.add(text)
        return text

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def written(items: Sequence[Paragraph | TableLine]) -> Written:
    """Text, blocks and places of paragraphs and rows, in their order."""
    source = _Source()
    lined: list[tuple[Paragraph | TableLine, list[list[Line]]]] = []
    for item in items:
        if isinstance(item, Paragraph):
            lined.append((item, [[source.line(line.page, line.row) for line in item.lines]]))
        else:
            cells, before = [], None
            for cell in item.row.cells:
                # What stands over several columns is written once, and is a cell of each.
                cells.append(cells[-1] if cell and cell == before else [source.line(item.page, [one]) for one in cell])
                before = cell
            lined.append((item, cells))
    writer = _Writer("".join(source.parts), source)
    blocks: list[Block] = []
    for item, groups in lined:
        made = _paragraph(writer, item, groups[0]) if isinstance(item, Paragraph) else _row(writer, item, groups)
        if made is not None:
            blocks.append(made)
            writer.add("\n")
    return Written("".join(writer.parts), tuple(blocks), tuple(writer.places))


def _paragraph(writer: _Writer, item: Paragraph, lines: list[Line]) -> Block | None:
    if item.skip:
        first = lines[0]
        lines[0] = first._replace(start=first.start + item.skip, text=first.text[item.skip :])
    at = writer.length
    text = writer.put(_pieces(writer.source, lines))
    if not text:
        return None
    return Block(item.kind, text, (0,), (at,), level=item.level, marker=item.marker)


def _row(writer: _Writer, item: TableLine, groups: list[list[Line]]) -> Block | None:
    at = writer.length
    spans: list[tuple[int, int]] = []
    for index, lines in enumerate(groups):
        if index and lines and lines is groups[index - 1]:
            spans.append(spans[-1])
            continue
        if index:
            writer.add(CELL)
        start = writer.length - at
        if lines:
            writer.add(" " * (item.row.indent if index == 0 else 0))
            writer.put(_pieces(writer.source, lines))
        spans.append((start, writer.length - at))
    text = _since(writer, at)
    return Block("table-row", text, (0,), (at,), cells=tuple(spans), table=item.table)


def _since(writer: _Writer, at: int) -> str:
    """What was written from an offset on."""
    parts: list[str] = []
    length = writer.length
    for part in reversed(writer.parts):
        if length <= at:
            break
        parts.append(part)
        length -= len(part)
    return "".join(reversed(parts))


def _pieces(source: str, lines: list[Line]) -> list[Piece]:
    """What is read of lines that make one paragraph or cell."""
    kept = single(lines[0].text) if len(lines) == 1 else None
    if kept is not None:
        pieces = [(lines[0].start + start, lines[0].start + end) for start, end in kept]
    elif len(lines) == 1 and _is_plain(lines[0].text):
        return [(lines[0].start, lines[0].end)]
    else:
        pieces = joined(source, lines)
    spans = unread_spans(reading(source, pieces))
    if spans:
        pieces = cut(pieces, spans)
    return trimmed(source, pieces)


def _is_plain(text: str) -> bool:
    """Whether all of it is read as it stands, as of most cells."""
    return text.isascii() and text.isprintable() and text[0] != " " != text[-1]
