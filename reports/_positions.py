"""Lines and columns of many offsets in one text, found in logarithmic time each."""

from __future__ import annotations

import re
from bisect import bisect_right

from claims.draft import Draft

_LINE_END = re.compile(r"\r\n|\r|\n")


class Positions:
    """Where lines begin and end; CRLF, CR and LF each end one, as in `Draft.line_column`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0]
        self._ends: list[int] = []
        for match in _LINE_END.finditer(text):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(len(text))

    def line(self, offset: int) -> int:
        """The line of the character at `offset`, from 1."""
        return bisect_right(self._starts, offset)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, in code points."""
        line = self.line(offset)
        return line, offset - self._starts[line - 1] + 1

    def bounds(self, line: int) -> tuple[int, int]:
        """Start and end of a line, counted from 1, without its line end."""
        return self._starts[line - 1], self._ends[line - 1]


def named(draft: Draft, positions: Positions, offset: int) -> str:
    """Where an offset is, as a user finds it: "12:5" in a text, "page 3" or "Prices!B4" in another file."""
    place = draft.place(offset)
    if place is not None:
        return place.name
    line, column = positions.line_column(offset)
    return f"{line}:{column}"
