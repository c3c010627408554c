"""Stray white space inside Chinese text.

Line ends and spaces that typesetting left between characters say nothing in Chinese.
The grammar reads the text without them and maps what it found back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

# One range compiles several times faster than the exact blocks; what lies above is no Latin text.
_WIDE = "[^\\x00-\\u2e7f]"
_REST = r"(?:(?<=[ \t])[ \t]{0,7}\n?[ \t]{0,8}|(?<=\n)[ \t]{0,8})"
# White space with a Chinese character on one side; between digits and Latin words it counts.
# A blank line parts what stands around it. What the pattern begins with is searched for
# fast; what stands before it is asked only there.
_STRAY = re.compile(
    rf"[ \t\n](?:(?<={_WIDE}[ \t\n]){_REST}(?={_WIDE}|[0-9A-Za-z$+\-.%(])"
    rf"|(?<=[0-9A-Za-z.%)][ \t\n]){_REST}(?={_WIDE}))"
)


# Groups of exactly three after one to three digits: 12 345 678. Cells of a table look the same, so a
# plain space groups only where a Chinese word follows or a group begins with 0; other spaces always do.
_SPACED = re.compile(r" (?<=\d )\d{3}(?!\d)", re.ASCII)
_GROUPS = re.compile(
    r"(?<![\w.,，:/+#^第图表注附@-])(?<![\dA-Za-z.,] )[1-9]\d{0,2}(?: \d{3}(?!\d))+(?! \d)"
    r"|(?<=[\u4e00-\u9fff])(?<![第图表注附])[1-9]\d{0,2}(?: \d{3}(?!\d))+(?! \d)",
    re.ASCII,
)
_GROUP_CLOSED = re.compile(r"(?:\.\d+)? ?[\u4e00-\u9fff]", re.ASCII)


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


def tighten(text: str, written: str) -> Tight | None:
    """The folded `text` without stray white space, or None when it has none.

    `written` is the text before folding, of the same length: it tells a plain space from one
    that typesetters put inside numbers.
    """
    if " " not in text and "\n" not in text and "\t" not in text:
        return None
    gaps = [match.span() for match in _STRAY.finditer(text)]
    if "\u3000" in written:
        # A full-width space parts clauses, as in headlines; after digits it only aligns.
        gaps = [(at, end) for at, end in gaps if text[at - 1] < "\u0080" or "\u3000" not in written[at:end]]
    if _SPACED.search(text):
        gaps = sorted({*gaps, *_group_gaps(text, written)})
    if not gaps:
        return None
    pieces: list[str] = []
    starts, shifts = [0], [0]
    copied = length = 0
    for start, end in gaps:
        pieces.append(text[copied:start])
        length += start - copied
        copied = end
        starts.append(length)
        shifts.append(end - length)
    pieces.append(text[copied:])
    return Tight("".join(pieces), starts, shifts)


def _group_gaps(text: str, written: str) -> Iterator[tuple[int, int]]:
    """The spaces inside numbers written in groups of three."""
    for match in _GROUPS.finditer(text):
        token, start = match.group(), match.start()
        spaces = [start + at for at, char in enumerate(token) if char == " "]
        kinds = {written[at] for at in spaces}
        if len(kinds) > 1 or (kinds == {" "} and " 0" not in token and not _GROUP_CLOSED.match(text, match.end())):
            continue
        yield from ((at, at + 1) for at in spaces)
