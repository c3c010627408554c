"""A block's text as an ordered list of pieces of the source.

A piece is a half-open span of source offsets. Pieces never overlap and never run backwards,
so each character of a block leads back to one character of the file. A line break that is
read as a space is a piece of its own, one character long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from claims.draft import Block

Piece = tuple[int, int]

BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line, as `str.splitlines` has it."""
_BREAK = re.compile(f"[{BREAKS}]")


def reading(source: str, pieces: Iterable[Piece], stands_for: Mapping[int, str] = {}) -> str:
    """The text that the pieces make, line breaks read as spaces.

    `stands_for` gives, for a source offset, the character to read in its place.
    """
    if stands_for:
        text = "".join(stands_for.get(at, source[at]) for start, end in pieces for at in range(start, end))
    else:
        text = "".join([source[start:end] for start, end in pieces])
    return text if text.isprintable() else _BREAK.sub(" ", text)


def cut(pieces: Sequence[Piece], spans: Iterable[Piece]) -> list[Piece]:
    """The pieces without what `spans` cover; `spans` are ordered offsets of the text they make."""
    left: list[Piece] = []
    dropped = iter(spans)
    drop = next(dropped, None)
    base = 0
    for start, end in pieces:
        at = start
        while drop is not None and drop[0] < base + end - start:
            first = max(at, start + drop[0] - base)
            if first > at:
                left.append((at, first))
            at = min(end, max(at, start + drop[1] - base))
            if drop[1] > base + end - start:
                break
            drop = next(dropped, None)
        if at < end:
            left.append((at, end))
        base += end - start
    return left


def trimmed(source: str, pieces: Sequence[Piece], stands_for: Mapping[int, str] = {}) -> list[Piece]:
    """The pieces without space at either end of their text."""
    text = reading(source, pieces, stands_for)
    core = text.strip()
    if len(core) == len(text):
        return [piece for piece in pieces if piece[0] < piece[1]]
    lead = len(text) - len(text.lstrip())
    return part(pieces, (lead, lead + len(core)))


def part(pieces: Sequence[Piece], span: Piece) -> list[Piece]:
    """The pieces of the text between two of its offsets."""
    size = sum(end - start for start, end in pieces)
    return cut(pieces, [(0, span[0]), (span[1], size)])


def places(pieces: Sequence[Piece], offsets: Sequence[int]) -> list[int]:
    """Source offsets of ordered offsets in the text that the pieces make."""
    found: list[int] = []
    base, index = 0, 0
    for start, end in pieces:
        while index < len(offsets) and offsets[index] < base + end - start:
            found.append(start + offsets[index] - base)
            index += 1
        base += end - start
    return found


def block(
    source: str, pieces: Iterable[Piece], kind: str, *, stands_for: Mapping[int, str] = {}, **fields: Any
) -> Block:
    """A block of that kind with the text of the pieces; `fields` are further fields of `Block`."""
    starts: list[int] = []
    sources: list[int] = []
    kept: list[Piece] = []
    length, after = 0, -1
    for start, end in pieces:
        if start == end:
            continue
        if start != after:
            starts.append(length)
            sources.append(start)
        kept.append((start, end))
        length += end - start
        after = end
    text = reading(source, kept, stands_for)
    return Block(kind=kind, text=text, starts=tuple(starts) or (0,), sources=tuple(sources) or (0,), **fields)
