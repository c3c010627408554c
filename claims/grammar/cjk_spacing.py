"""Stray white space inside Chinese text.

Line ends and spaces that typesetting left between characters say nothing in Chinese.
The grammar reads the text without them and maps what it found back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

# One range compiles several times faster than the exact blocks; what lies above is no Latin text.
_WIDE = "[^\\x00-\\u2e7f]"
# White space with a Chinese character on one side; between digits and Latin words it counts.
# A blank line parts what stands around it.
_STRAY = re.compile(
    rf"(?<={_WIDE})(?:[ \t]{{1,8}}\n?[ \t]{{0,8}}|\n[ \t]{{0,8}})(?={_WIDE}|[0-9A-Za-z$+\-.%(])"
    rf"|(?<=[0-9A-Za-z.%)])(?:[ \t]{{1,8}}\n?[ \t]{{0,8}}|\n[ \t]{{0,8}})(?={_WIDE})"
)


class Tight(NamedTuple):
    """A text without stray space, and the way back."""

    text: str
    starts: list[int]
    """Offsets in `text` where a run begins that the original has without a break."""
    shifts: list[int]
    """How far each run is moved: original offset minus offset in `text`."""

    def start(self, at: int) -> int:
        """Where in the original the character at `at` stands."""
        return at + self.shifts[bisect_right(self.starts, at) - 1]

    def end(self, at: int) -> int:
        """One past where the character before `at` stands."""
        return self.start(at - 1) + 1 if at else 0


def tighten(text: str) -> Tight | None:
    """The text without stray white space, or None when it has none."""
    pieces: list[str] = []
    starts, shifts = [0], [0]
    copied = length = 0
    for match in _STRAY.finditer(text):
        start, end = match.span()
        pieces.append(text[copied:start])
        length += start - copied
        copied = end
        starts.append(length)
        shifts.append(end - length)
    if not pieces:
        return None
    pieces.append(text[copied:])
    return Tight("".join(pieces), starts, shifts)
