"""Plain text: titles, headings, paragraphs, items, captions and rows by how lines stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.draft import Block, Draft
from claims.readers.datelines import date_of
from claims.readers.doubling import single
from claims.readers.lines import Line, has_cjk, lines_of
from claims.readers.markers import BULLETS, caption_marker, is_byline, is_page_number, is_part, item_marker, level_of
from claims.readers.pieces import Piece, block, cut, reading, trimmed
from claims.readers.rows import tables_in
from claims.readers.spacing import unread_spans
from claims.readers.wrapping import Column, joined

_HEADING = 64
"""Columns that a heading has at most; English letters are narrower, so words may fill more."""
_HEADING_LATIN = 100
_LABELLED = re.compile(r"[:：]\D{0,3}\d")
"""A figure with its label, a line of a list that has no marks."""
_EARLY = 6
"""Blocks at either end among which a line with the document's date is looked for."""


class Group:
    """Lines that make one block."""

    __slots__ = ("kind", "level", "lines", "marker", "skip")

    def __init__(self, kind: str, lines: list[Line], skip: int = 0, marker: str = "", level: int = 0) -> None:
        self.kind = kind
        self.lines = lines
        self.skip = skip
        """Characters of the first line that are the marker's."""
        self.marker = marker
        self.level = level


def blocks_of(text: str) -> tuple[tuple[Block, ...], str, tuple[str, ...]]:
    """Blocks in reading order, the ISO date that the text gives itself or "", and what was left out."""
    lines, pages = _without_page_numbers(list(lines_of(text)))
    rows = tables_in(lines)
    groups = list(_groups(lines, rows))
    _name_headings(groups)
    blocks: list[Block] = []
    for group in groups:
        if group.kind == "table-row":
            line = group.lines[0]
            table, cells = rows[group.level]
            if cells:
                pieces = [(line.start, line.end)]
                blocks.append(block(text, pieces, "table-row", cells=tuple(cells), table=table))
            continue
        built = _block(text, group)
        if built is not None:
            blocks.append(built)
    return tuple(blocks), _date(groups), pages


def _without_page_numbers(lines: list[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """The lines without those that say they are page numbers, and a phrase for what was dropped."""
    numbers = [line for line in lines if line.gap + line.indent >= 0 and is_page_number(line.text)]
    if not numbers:
        return lines, ()
    dropped = {line.start for line in numbers}
    kept: list[Line] = []
    gap = 0
    for line in lines:
        if line.start in dropped:
            gap = 1
        else:
            kept.append(line._replace(gap=min(max(line.gap, gap), 1)) if gap else line)
            gap = 0
    places = ", ".join(str(line.number) for line in numbers[:5]) + (", …" if len(numbers) > 5 else "")
    return kept, (f"page numbers (lines {places})",)


def _groups(lines: Sequence[Line], rows: dict[int, tuple[int, list[Piece]]]) -> Iterator[Group]:
    """Lines put together that read as one, with the kinds that a marker or a table shows."""
    start = 0
    alone = len(lines) == 1
    for index in sorted(rows):
        yield from _prose(lines[start:index], alone)
        yield Group("table-row", [lines[index]], level=index)
        start = index + 1
    yield from _prose(lines[start:], alone)


def _prose(lines: Sequence[Line], alone: bool) -> Iterator[Group]:
    """The groups of lines without tables; what looks like a marker in a line `alone` is none."""
    group: Group | None = None
    column = Column(lines)
    for index, line in enumerate(lines):
        new = _marked(line, alone)
        if group is not None and _joins(column, line, index, group, new):
            group.lines.append(line)
            continue
        if group is not None:
            yield group
        group = new or Group("", [line])
    if group is not None:
        yield group


def _joins(column: Column, line: Line, index: int, group: Group, new: Group | None) -> bool:
    """Whether a line belongs to the group before it; `new` is the group that its marker would begin."""
    before = group.lines[-1]
    if new is not None:
        # A number or dash at the start of a wrapped line is no marker when the sentence is still open.
        if new.kind != "list-item" or line.gap or before.width <= 30 or before.text[-1] in "；;：:":
            return False
        dash = new.marker[0] in BULLETS
        if dash and (group.kind == "list-item" or not line.text[2:3].islower()):
            return False
        return not before.ends and column.goes_on(index)
    if group.kind == "caption" and line.gap:
        return False
    if (len(group.lines) == 1 and _is_standing(before)) or _is_standing(line):
        return False
    if len(group.lines) == 1 and not line.gap and _is_drop_capital(before, line):
        return True
    hanging = group.kind == "list-item" and not line.gap and line.indent > group.lines[0].indent
    return (hanging and not before.ends) or column.goes_on(index, wrapped=len(group.lines) > 1, marked=group.kind != "")


def _is_standing(line: Line) -> bool:
    """Whether the line stands for itself whatever is around it."""
    return line.width < 48 and (is_byline(line.text) or (not line.ends and is_part(line.text)))


def _is_drop_capital(before: Line, line: Line) -> bool:
    """Large first characters of a paragraph, printed twice, on a line of their own."""
    if before.width > 16 or line.width <= before.width:
        return False
    kept = single(before.text)
    return kept is not None and sum(end - start for start, end in kept) <= 4


def _marked(line: Line, alone: bool) -> Group | None:
    mark = caption_marker(line.text)
    if mark is not None:
        return Group("caption", [line], mark, line.text[:mark].strip())
    skip = 0 if alone else item_marker(line.text)
    if skip:
        marker = line.text[:skip].strip()
        return Group("list-item", [line], skip, marker, level_of(marker))
    return None


def _name_headings(groups: list[Group]) -> None:
    """Tell titles and headings from paragraphs, by their shape and by what follows."""
    follower: Group | None = None
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        numbered = group.kind == "list-item" and group.marker[0] not in BULLETS
        if numbered and group.level > 2 and follower is not None:
            numbered = follower.kind == "paragraph" and (not index or group.lines[0].gap > 0 < follower.lines[0].gap)
        labelled = index > 0 and _LABELLED.search(group.lines[0].text)
        if (not group.kind or numbered) and follower is not None and not labelled and _is_heading(group, follower):
            group.kind = "heading"
            group.level = group.level if numbered else 1
        elif not group.kind:
            group.kind = "paragraph"
        if group.kind != "caption":
            follower = group
    for index, group in enumerate(groups):
        if group.kind != "heading" or group.marker or (index and group.lines[0].gap):
            break
        group.kind, group.level = "title", 1


def _is_heading(group: Group, follower: Group) -> bool:
    line, after = group.lines[0], follower.lines[0]
    text = line.text
    if len(group.lines) > 1 or line.width > (_HEADING if has_cjk(text) else _HEADING_LATIN):
        return False
    if (line.ends and text[-1] not in "?？!！") or text[-1] in "，、；：,;:" or "。" in text:
        return False
    if is_byline(text) or date_of(text) or not any(map(str.isalpha, text)):
        return False
    if follower.kind == "list-item" and group.kind == "list-item" and _same_series(group, follower):
        return False
    if follower.kind == "heading":
        return bool(line.gap or after.gap) or len(follower.lines) == 1
    return bool(after.gap) or after.width > 1.3 * line.width or (len(follower.lines) > 1 and after.width > line.width)


def _same_series(group: Group, follower: Group) -> bool:
    """Whether the next line is the next item of the same list, not text under a heading."""
    return group.level == follower.level and not group.lines[0].gap and not follower.lines[0].gap


def _block(source: str, group: Group) -> Block | None:
    first = group.lines[0]
    if group.skip:
        first = first._replace(start=first.start + group.skip, text=first.text[group.skip :])
    lines = [first, *group.lines[1:]]
    pieces: list[Piece] = []
    for run in _runs(lines):
        kept = single(run[0].text) if len(run) == 1 else None
        if kept is not None:
            pieces += [(run[0].start + start, run[0].start + end) for start, end in kept]
        else:
            pieces += joined(source, run)
    text = reading(source, pieces)
    spans = unread_spans(text)
    if spans:
        pieces = trimmed(source, cut(pieces, spans))
    if not pieces:
        return None
    return block(source, pieces, group.kind, level=group.level, marker=group.marker)


def _runs(lines: list[Line]) -> Iterator[list[Line]]:
    """A first line that is printed twice apart from the lines after it."""
    if len(lines) > 1 and lines[0].width <= 16 and single(lines[0].text) is not None:
        yield lines[:1]
        yield lines[1:]
    else:
        yield lines


def _date(groups: Sequence[Group]) -> str:
    near = [*groups[:_EARLY], *groups[max(_EARLY, len(groups) - _EARLY) :]]
    return next((date for group in near for date in [date_of(group.lines[0].text)] if date), "")


def draft_of(text: str, path: str) -> Draft:
    """Blocks and date of a plain text; language and charset are for the caller to fill in."""
    blocks, date, unread = blocks_of(text)
    return Draft(path=path, text=text, blocks=blocks, language="", date=date, unread=unread)
