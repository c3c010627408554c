"""A draft: its text as the user has it, and the blocks in which it reads.

A block's text is what a reader reads: hard wraps joined, doubled header characters
single. Each of its characters stands for one character of the source, so positions
found in a block lead back to the file.
"""

from __future__ import annotations

from bisect import bisect_right

import msgspec

BLOCK_KINDS = ("title", "heading", "paragraph", "list-item", "quote", "caption", "table-row")


class Block(msgspec.Struct, frozen=True):
    """A run of text that is read as one: a paragraph, a heading, a list item, a table row."""

    kind: str
    """One of `BLOCK_KINDS`."""
    text: str
    """What a reader reads, one character for each character taken from the source."""
    starts: tuple[int, ...]
    """Offsets in `text` at which a run copied from the source begins; the first is 0."""
    sources: tuple[int, ...]
    """Offsets in the source at which those runs begin, in the same order."""
    level: int = 0
    """Depth of a heading or of a list item, 1 for the outermost; 0 elsewhere."""
    marker: str = ""
    """What numbers or marks the block, such as "（一）" or "-"; not part of `text`."""
    cells: tuple[tuple[int, int], ...] = ()
    """Cells of a table row as spans of `text`, in column order; empty elsewhere."""
    table: int = -1
    """Which table of the draft a row belongs to, counted from 0; -1 elsewhere."""
    ignore: tuple[str, ...] = ()
    """Checks that a comment in the draft switches off for this block."""

    def source(self, offset: int) -> int:
        """Where in the source the character at `offset` of `text` stands."""
        run = bisect_right(self.starts, offset) - 1
        return self.sources[run] + offset - self.starts[run]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source span from the first to the last character of `text[start:end]`.

        `start` < `end`. Line breaks and other characters that a reader skips lie inside it.
        """
        return self.source(start), self.source(end - 1) + 1


class Place(msgspec.Struct, frozen=True):
    """Where a run of a draft's text stands in a file that is no text, such as a page or a cell."""

    start: int
    """The first character of the run, an offset in `Draft.text`."""
    end: int
    """The offset after its last."""
    name: str
    """What a user calls it: "page 3", "Prices!B4", "footnote 2"."""
    node: tuple[int | str, ...] = ()
    """The reader's own address of it, by which it is found in the file again."""


class Draft(msgspec.Struct, frozen=True):
    """A document as read, before anything is understood."""

    path: str
    """The name by which the user gave it; "-" or the stated name for standard input."""
    text: str
    """The decoded source: byte order mark dropped, line ends as in the file.

    Of a file that is no text, what it shows, a line for each paragraph or row.
    """
    blocks: tuple[Block, ...]
    """In reading order; their source runs do not overlap."""
    language: str = "en"
    """"zh" or "en", given or found."""
    script: str = ""
    """For Chinese "Hant" or "Hans"; "" elsewhere."""
    encoding: str = "utf-8"
    """The charset the file was decoded with."""
    date: str = ""
    """ISO date from front matter or a dateline; "" when the reader saw none."""
    unread: tuple[str, ...] = ()
    """Parts of the file that could not be read, each a phrase for the user."""
    places: tuple[Place, ...] = ()
    """Runs of `text` in order, none overlapping, for a file that is no text; empty for one that is."""

    def place(self, offset: int) -> Place | None:
        """The place of the character at `offset`; None in a text file and between two places."""
        at = bisect_right(self.places, offset, key=lambda place: place.start) - 1
        return self.places[at] if at >= 0 and offset < self.places[at].end else None

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, in code points; CRLF, CR and LF each end a line."""
        before = self.text[:offset]
        line = before.count("\n") + before.count("\r") - before.count("\r\n")
        start = max(before.rfind("\n"), before.rfind("\r")) + 1
        return line + 1, offset - start + 1


def plain_block(text: str, kind: str = "paragraph", at: int = 0) -> Block:
    """A block whose text stands in the source exactly as it is, beginning at `at`."""
    return Block(kind=kind, text=text, starts=(0,), sources=(at,))
