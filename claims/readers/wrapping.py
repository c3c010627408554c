"""Whether a line goes on with the one before, and what the break between them is read as.

A hard wrap is where the next word did not fit. So a line that had room for it was ended on
purpose; one that had none goes on, unless its sentence is over and something else speaks
for a new paragraph. How wide lines may be is learnt from the neighbours, as a page may have
columns of several widths. Text taken out of a PDF has blank lines in the midst of sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.readers.lines import CLOSERS, Line, first_unit, has_cjk, is_cjk
from claims.readers.pieces import BREAKS, Piece

_NEIGHBOURS = 6
_LEAST = 24
"""Columns below which a Chinese line without support is a line of its own; English lines need more."""
_LEAST_LATIN = 40
_LEAST_SUPPORTED = 16
_UNWRAPPED = 200
"""Columns beyond which a line is a whole paragraph."""
_GOES_ON = frozenset(
    "，、,（「『《〈【〔(“的和與与及或在為为被把從从對对將将向於于以由是其這这該该並并而但若如每達达約约近逾共佔占較较比"
)
_TAKEN_UP = frozenset(CLOSERS) - {"…"} | set("的了及和與与並并而們们%℃°")
_UNIT = re.compile(r"[%％‰個个萬万億亿千百十元美港戶户家人項项次倍年月日歲岁名宗例公噸吨平方米斤升度分]|[.,]?\d")
_NUMBER_END = re.compile(r"(?:\d[.,]?|[$¥￥£€+-])$")
_DIGITS = frozenset("0123456789.,%")
_HEAD, _TAIL = re.compile(r"([A-Za-z]{1,40})-$"), re.compile(r"[a-z]{1,40}")
_NEARBY = 5_000
"""Characters within which another use of a word is looked for."""
_CLAUSE = re.compile(r"[，。；、！？]|[a-z0-9)%][,.;!?][\"'”’)]{0,2}(?:\s|$)|[a-z][\"”]\s")
_FIGURE_NEXT = re.compile(
    "(?:[達达]到|[增升降減减]至|[增減减][加少長长]|上升|下[降跌]|提高|超[過过]|不足|[共只僅仅]有|分[別别]|合[計计]|總[計額]|总[计额])$"
)
_FIGURE = re.compile(r"\d(?!\d{3}\s?年)")
_WORDS_GO_ON = re.compile(
    r"\b(?:a|an|and|are|as|at|by|for|from|in|is|its|of|on|or|than|that|the|their|to|was|were|which|with)$"
)
_BRACKETS = dict(zip("「『《〈【〔（(“", "」』》〉】〕）)”", strict=True))
_LEFT_OPEN = re.compile("([「『《〈【〔（(“])[^「」『』《》〈〉【】〔〕（）()“”]*$")


class Column:
    """Lines that stand together, with what the width of their neighbours tells of each."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._widths = [line.width for line in lines]
        self._open = [0 if line.ends else line.width for line in lines]
        """Widths of the lines at whose end no sentence ends."""

    def goes_on(self, index: int, wrapped: bool = False, marked: bool = False) -> bool:
        """Whether line `index` goes on the paragraph that line `index - 1` is in.

        `wrapped` says that this line itself went on from the one before it, `marked` that the
        block is a caption or an item, which may have no marks of clauses.
        """
        before, line = self._lines[index - 1], self._lines[index]
        if line.gap > 2 or before.width > _UNWRAPPED:
            return not line.gap and not before.ends and must_go_on(before.text, line.text)
        indented = line.indent > before.indent + 1
        if before.ends:
            if line.text[0] in _TAKEN_UP:
                return True
            return not (line.gap or indented) and self._is_midway(index)
        if must_go_on(before.text, line.text):
            return True
        if indented:
            return False
        measure, support = self._measure(index)
        if before.width + first_unit(line.text) <= 0.8 * measure:
            return False
        if not marked and not self._is_prose(index):
            return False
        chinese = is_cjk(before.text[-1]) or is_cjk(line.text[0])
        wide = before.width >= (_LEAST if chinese else _LEAST_LATIN)
        if line.gap:
            return wide and (support >= 2 or (support == 1 and re.search("[，。；]", before.text) is not None))
        return wide or (before.width >= _LEAST_SUPPORTED and (support >= 2 or wrapped))

    def _is_prose(self, index: int) -> bool:
        """Whether the lines about have the marks of clauses; lines that have none are a list."""
        lines = self._lines
        first, last = index - 1, index + 1
        if lines[index].gap:
            first, last = index - 3, index + 3
        else:
            while first > index - 4 and first > 0 and not lines[first].gap:
                first -= 1
            while last < index + 3 and last < len(lines) and not lines[last].gap:
                last += 1
        return any(_CLAUSE.search(line.text) for line in lines[max(0, first) : last])

    def _is_midway(self, index: int) -> bool:
        """Whether a line end that is also a sentence end is only a wrap."""
        before, line = self._lines[index - 1], self._lines[index]
        measure, support = self._measure(index)
        chinese = is_cjk(before.text[-1])
        room = measure - before.width
        if support < 2 or first_unit(line.text) + (not chinese) <= room - 2 * chinese:
            return False
        # The first line of a paragraph whose indent was lost is narrower, yet runs on.
        first = line.width <= measure - 4 and not line.ends and index + 1 < len(self._lines)
        return not (chinese and first)

    def _measure(self, index: int) -> tuple[int, int]:
        """Columns that lines hereabouts may take, and how many neighbours are wrapped at that width.

        Of what stands before and after the break the narrower counts, as columns may differ.
        """
        first, last = max(0, index - 1 - _NEIGHBOURS), index + _NEIGHBOURS
        own = self._widths[index - 1]
        measure = max(self._widths[index:last])
        if index > 1:
            measure = min(measure, max(self._widths[first:index]))
        measure = max(measure, own)
        low, high = 0.8 * measure, 1.15 * measure
        support = sum([low <= width <= high for width in self._open[first:last]])
        return measure, support - (low <= self._open[index - 1] <= high)


def must_go_on(before: str, line: str) -> bool:
    """Whether the words alone show it: an open list, bracket or number, a small letter."""
    last, first = before[-1], line[0]
    if first in _TAKEN_UP:
        return True
    if is_cjk(last) or is_cjk(first):
        if last in _GOES_ON:
            return len(before) > 2
        if _NUMBER_END.search(before[-3:]) and _UNIT.match(line):
            return True
        if _FIGURE_NEXT.search(before[-4:]) and _FIGURE.match(line):
            return True
        return _is_left_open(before, line)
    if last == "," or (last == "-" and before[-2:-1].isalpha()):
        return first.islower() or first.isdigit()
    if len(before.split(None, 2)) <= 2:
        return False
    if first in "$£€¥(" or first.isalnum():
        return line[:2].islower() or _WORDS_GO_ON.search(before[-8:]) is not None
    return False


def _is_left_open(before: str, line: str) -> bool:
    """Whether a quote or bracket is open at the end of `before` and closed in `line`."""
    opened = _LEFT_OPEN.search(before)
    if opened is None:
        return False
    opening = opened.group(1)
    close, again = line.find(_BRACKETS[opening]), line.find(opening)
    return close >= 0 and (again < 0 or close < again)


def joined(source: str, lines: Sequence[Line]) -> list[Piece]:
    """Pieces of the lines as one text: nothing between Chinese characters, a space between words."""
    if len(lines) == 1:
        return [(lines[0].start, lines[0].end)]
    pieces: list[Piece] = []
    for before, line in pairwise(lines):
        hyphen = before.text[-1] == "-" and _is_divided(source, before, line)
        pieces.append((before.start, before.end - hyphen))
        if not hyphen:
            pieces += join(source, before.end, line.start)
    pieces.append((lines[-1].start, lines[-1].end))
    return pieces


def _is_divided(source: str, before: Line, line: Line) -> bool:
    """Whether the hyphen at the line's end divides a word that stands undivided nearby.

    Without that proof the hyphen stays, as in long-term or twenty-five.
    """
    head, tail = _HEAD.search(before.text), _TAIL.match(line.text)
    if head is None or tail is None:
        return False
    word = head.group(1) + tail.group()
    first, last = max(0, before.start - _NEARBY), line.end + _NEARBY
    for form in {word, word.lower(), word.capitalize()}:
        at = source.find(form, first, last)
        if at >= 0 and not (source[at - 1 : at].isalpha() or source[at + len(form) : at + len(form) + 1].isalpha()):
            return True
    return False


def join(source: str, end: int, start: int) -> list[Piece]:
    """What is read between text that ends at `end` and text that begins at `start` a line further."""
    last, first = source[end - 1], source[start]
    if is_cjk(last) or is_cjk(first) or last in "\u00ad":
        return []
    if last in "-–—/" and not source[end - 2 : end - 1].isspace() and end > 1:
        return []
    if last in _DIGITS and first in _DIGITS and has_cjk(source[max(0, end - 16) : start + 16]):
        return []  # Chinese sets no two numbers side by side: this is one, parted
    return [wrap(source, end, start)]


def wrap(source: str, end: int, start: int) -> Piece:
    """The line break between two offsets, to be read as a space."""
    at = next(at for at in range(end, start) if source[at] in BREAKS)
    return at, at + 1
