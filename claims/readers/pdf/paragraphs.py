"""Lines of a page put together that read as one, by where they begin and end.

A line that had room for the first word of the next was ended on purpose; one that had none goes
on, unless a change of type, an indent or more space than between lines begins something new.
A paragraph goes on across columns and pages when its last line is full and its sentence open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from claims.readers.datelines import date_of
from claims.readers.lines import CLOSERS, ends_sentence, first_unit, is_cjk
from claims.readers.lines import columns as width_of
from claims.readers.markers import BULLETS, caption_marker, is_byline, item_marker
from claims.readers.pdf.columns import Row
from claims.readers.wrapping import must_go_on

_NEIGHBOURS = 8
_LEADING = 1.9
"""Ems between the base lines of one paragraph at most, however a page is set."""
_SLACK = 0.3


class Line:
    """One line of text on a page, its runs from left to right."""

    __slots__ = ("base", "bold", "em", "left", "page", "right", "row", "text")

    def __init__(self, page: int, row: Row) -> None:
        self.page = page
        self.row = row
        self.text = " ".join(one.text for one in row)
        self.left = row[0].left
        self.right = row[-1].right
        longest = max(row, key=lambda one: len(one.text))
        self.base = longest.base
        self.em = longest.em
        self.bold = all(one.bold for one in row)


class Paragraph:
    """Lines that are read as one."""

    __slots__ = ("kind", "level", "lines", "marker", "skip")

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.kind = "paragraph"
        self.level = 0
        self.skip = 0
        """Characters of its first line that are a marker's."""
        self.marker = ""


def paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The lines of one column, from top to bottom, as paragraphs."""
    edges = _edges(lines)
    leading = _leading(lines)
    open_lines: list[Line] = []
    for at, line in enumerate(lines):
        if open_lines and _goes_on(lines[at - 1], line, len(open_lines), edges[at], leading, _begins(open_lines[0])):
            open_lines.append(line)
            continue
        if open_lines:
            yield Paragraph(open_lines)
        open_lines = [line]
    if open_lines:
        yield Paragraph(open_lines)


def _edges(lines: Sequence[Line]) -> list[float]:
    """For each line how far right its neighbours of the same size go."""
    if not lines:
        return []
    ends = [right_of(line) for line in lines]
    if max(line.em for line in lines) - min(line.em for line in lines) < 0.09 * lines[0].em:
        return [max(ends[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]) for at in range(len(lines))]
    found = []
    for at, line in enumerate(lines):
        near = range(max(0, at - _NEIGHBOURS), min(len(lines), at + _NEIGHBOURS))
        found.append(max(ends[one] for one in near if abs(lines[one].em - line.em) < 0.09 * line.em))
    return found


def right_of(line: Line) -> float:
    """Where a line ends without a mark that may hang over the edge."""
    return line.right - line.em * (line.text[-1] in CLOSERS)


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance of base lines, in ems."""
    steps = [
        (before.base - line.base) / line.em
        for before, line in pairwise(lines)
        if abs(before.em - line.em) < 0.05 * line.em and 0.8 * line.em < before.base - line.base < _LEADING * line.em
    ]
    return median(steps) if steps else 1.3


def _begins(line: Line) -> bool:
    """Whether a line has a list's mark before it."""
    return item_marker(line.text) > 0


def _goes_on(before: Line, line: Line, count: int, edge: float, leading: float, listed: bool) -> bool:
    """Whether `line` goes on the paragraph whose last of `count` lines is `before`."""
    em = line.em
    if abs(before.em - em) > 0.09 * em or before.bold != line.bold:
        return False
    step = (before.base - line.base) / em
    if not 0.5 < step < min(_LEADING, leading * 1.25 + 0.1):
        return False
    if is_byline(line.text) or caption_marker(line.text) is not None or (count == 1 and date_of(before.text)):
        return False
    if _begins(line) and (
        ends_sentence(before.text) or listed or line.text[0] in BULLETS or _has_room(before, line, edge)
    ):
        return False
    indent = line.left - before.left
    if indent > 0.6 * em and not (count == 1 and listed):
        # Centred lines may begin further right; what has room at its end is no prose that goes on.
        return not ends_sentence(before.text) and _is_centred(before, line) and em > 13
    if not ends_sentence(before.text) and must_go_on(before.text, line.text):
        return True
    return not _has_room(before, line, edge)


def _is_centred(before: Line, line: Line) -> bool:
    return abs((before.left + before.right) - (line.left + line.right)) < 1.0 * line.em


def _has_room(before: Line, line: Line, right: float) -> bool:
    """Whether the first word of `line` would have fitted at the end of the line before."""
    chinese = is_cjk(line.text[0])
    unit = first_unit(line.text) * (0.5 if chinese else 0.48) + (0.0 if chinese else 0.25)
    return right - before.right > (unit + _SLACK) * line.em


def is_indented(paragraph: Paragraph) -> bool | None:
    """Whether its first line begins further right than the second; None for a single line."""
    if len(paragraph.lines) < 2:
        return None
    first, second = paragraph.lines[:2]
    return first.left - second.left > 0.8 * first.em


def joins(before: Paragraph, after: Paragraph, right: float, indented: bool) -> bool:
    """Whether a paragraph goes on in the next column or page.

    `right` is the edge of the first one's column; `indented` says that paragraphs here begin with an
    indent, so that one without has begun before.
    """
    last, first = before.lines[-1], after.lines[0]
    if last.page == first.page and last.base > first.base and last.right > first.left:
        return False  # right below
    if abs(last.em - first.em) > 0.09 * last.em or last.bold != first.bold or _begins(first):
        return False
    if last.text[-1] in ":：" or _has_room(last, first, right) or is_indented(after):
        return False
    return (indented and is_indented(after) is False) if ends_sentence(last.text) else True


def body_size(lines: Sequence[Line]) -> float:
    """The size in which most of a document is set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.em * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def name(found: Sequence[Paragraph], body: float) -> None:
    """Tell titles, headings, captions and items from paragraphs, by their size and their marks."""
    sizes = sorted({round(p.lines[0].em) for p in found if p.lines[0].em > 1.12 * body}, reverse=True)
    titled = False
    for at, paragraph in enumerate(found):
        first = paragraph.lines[0]
        size, text = round(first.em), " ".join(line.text for line in paragraph.lines)
        following = found[at + 1] if at + 1 < len(found) else None
        if (mark := caption_marker(first.text)) is not None and first.em < 1.12 * body:
            paragraph.kind, paragraph.skip, paragraph.marker = "caption", mark, first.text[:mark].strip()
        elif first.em > 1.12 * body and len(paragraph.lines) < 4 and any(map(str.isalpha, text)):
            paragraph.kind, paragraph.level = "heading", sizes.index(size) + 1
            if size == sizes[0] and not titled and at < 4:
                paragraph.kind, titled = "title", True
        elif first.bold and following is not None and not following.lines[0].bold and _is_short(text):
            paragraph.kind, paragraph.level = "heading", len(sizes) + 1
        elif (skip := item_marker(first.text)) and len(first.text) > skip:
            paragraph.kind, paragraph.skip, paragraph.level = "list-item", skip, 1
            paragraph.marker = first.text[:skip].strip()


def _is_short(text: str) -> bool:
    return width_of(text) <= 100 and not ends_sentence(text) and text[-1] not in "，、；：,;:"
