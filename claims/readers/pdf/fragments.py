"""Runs of characters that stand on one line without a wide gap, as far as a page's characters tell.

Gaps between characters decide, not spaces: cells of a table are told apart by them, and a
figure is never put together across one. Raised small digits become superscripts, which no
figure reads as its own; what is printed twice a hair apart is read once.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from itertools import pairwise
from operator import sub
from typing import NamedTuple

from claims.readers.pdf.glyphs import Glyphs, Page

WIDE = 0.9
"""Ems between two characters that no space in a line of prose has; justified lines are put together again."""
_PUT_APART = 0.6
"""Ems without a space in the file: what is set by its place rather than by a space has less in prose."""
_BETWEEN_FIGURES = 0.42
"""Ems of a gap that two figures have between them only in a table."""
_THIN = 0.2
"""The same where the file has no space: wider than the thin space of thousands."""
_BESIDE = 50
"""Runs of text on one line that are looked at for another print of one."""
_GLUED = re.compile(r"\d,\d{3}(?=\d{1,3},\d{3})|[\d)%](?=[$£€¥]\d)|\d(?=\(\d)")
"""Where one figure ends and another begins, as no figure is written so."""
_GROUPS, _GROUP = re.compile(r"(?<![\d.,])\d{1,3}(?:\s\d{3}){0,4}$"), re.compile(r"\d{3}(?![\d.,])")
"""Of a figure whose thousands are parted by a space, which may be wider than a thin one: its head, and its last."""
_LINE = re.compile(r"[^\r\n]+")
_SPACES = re.compile(r"[ \xa0\t]+")
_DIGIT = re.compile(r"[0-9]")
_FIGURE_END = re.compile(r"[0-9)%％\-–—]")
_FIGURE_START = re.compile(r"[0-9(\-–—$£€¥+]")
_FIGURE = re.compile(
    r"[\s(（\[$£€¥￥+\-–—−]*(?:(?:US|HK|NT|RMB|A)\$?)?[\d,.，]*\d[\d,.，\s]*[%％)）\]xX倍億亿萬万元pptsbn]{0,4}[\s⁰¹²³⁴-⁹*†‡]*|[-–—−]|n/?a\.?|N/?A"
)
"""What a cell holds that is a figure and nothing else."""
_RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_RADICALS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
_UNKNOWN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\uffff\ue000-\uf8ff\ud800-\udfff]")
_HYPHENS = re.compile("[\x02\ufffe]")
"""What PDFium gives for a hyphen at the end of a line."""


class Fragment(NamedTuple):
    """Characters beside each other."""

    text: str
    runs: tuple[tuple[int, int], ...]
    """Spans of PDFium's character numbers that, one after the other, are `text`."""
    left: float
    right: float
    base: float
    """Height of the base line."""
    em: float
    bold: bool
    tilted: bool
    """Whether it runs in another direction than most of the page."""
    invisible: bool
    figure: bool
    """Whether it is a figure and nothing else, as in a cell of a table."""


def fragments(page: Page, glyphs: Glyphs) -> list[Fragment]:
    """The runs of a page, in the order of the file."""
    text = glyphs.text
    found: list[Fragment] = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            _line(page, glyphs, start, end, found)
    # What has no meaning in Unicode is a space by now.
    return _once([one for one in found if not one.text.isspace()])


def _once(found: list[Fragment]) -> list[Fragment]:
    """Without what is printed again over the same words, a hair apart, for bold or for a shadow."""
    by_height: dict[int, list[Fragment]] = {}
    kept: list[Fragment] = []
    for one in found:
        height = round(one.base / 3)
        near = [other for at in (height - 1, height, height + 1) for other in by_height.get(at, ())[-_BESIDE:]]
        if not any(_is_print_of(one, other) for other in near):
            kept.append(one)
            by_height.setdefault(height, []).append(one)
    return kept


def _is_print_of(one: Fragment, other: Fragment) -> bool:
    """Whether a run of text is part of one that was read before, at the same place."""
    slack = 0.15 * one.em
    return (
        one.left > other.left - slack
        and one.right < other.right + slack
        and abs(one.base - other.base) < slack
        and one.text.strip() in other.text
    )


def _line(page: Page, glyphs: Glyphs, start: int, end: int, found: list[Fragment]) -> None:
    """Add the fragments of one of PDFium's lines."""
    em = page.em(start)
    tilted = abs((page.angle(start) - glyphs.turn * math.pi / 2 + math.pi) % (2 * math.pi) - math.pi) > 0.1
    style = (em, page.is_bold(start), tilted, page.is_invisible(start))
    # A space that PDFium put in stands where the next character does.
    left = [x for x, char in zip(glyphs.left[start:end], glyphs.text[start:end], strict=True) if char != " "]
    even = tilted or (min(map(sub, left[1:], left), default=em) > 0.1 * em and not _is_uneven(glyphs, start, end, em))
    if even:
        base = page.pens(start, start + 1)[0][1]
        for runs in _between_gaps(glyphs, start, end, em):
            first, last = runs[0][0], runs[-1][1]
            text = _shown("".join([glyphs.text[a:b] for a, b in runs]))
            found.append(
                Fragment(text, tuple(runs), glyphs.left[first], glyphs.right[last - 1], base, *style, is_figure(text))
            )
        return
    # After a hyphen, and on a page upside down, PDFium goes on with the next line as if it were this one.
    heights = [y for _, y in page.pens(start, end)]
    cuts = [start + at for at in range(1, len(heights)) if abs(heights[at] - heights[at - 1]) > 0.6 * em]
    for first, last in pairwise([start, *cuts, end]):
        if glyphs.text[first:last].strip():
            _uneven(page, glyphs, first, last, style, found)


def _is_uneven(glyphs: Glyphs, start: int, end: int, em: float) -> bool:
    """Whether a digit of the line seems raised or lowered."""
    heights = [glyphs.bottom[match.start()] for match in _DIGIT.finditer(glyphs.text, start, end)]
    if not heights:
        return False
    if max(heights) - min(heights) > 0.06 * em:
        return True
    bottoms = glyphs.bottom[start:end]
    return max(heights) - min(bottoms) > 0.3 * em or max(bottoms) - min(heights) > 0.7 * em


def _between_gaps(glyphs: Glyphs, start: int, end: int, em: float) -> list[list[tuple[int, int]]]:
    """The line without its wide gaps: the runs of characters of each part between them.

    Spaces that PDFium put between Chinese characters, which were set a little apart, are left out.
    """
    text, left, right = glyphs.text, glyphs.left, glyphs.right
    cuts: list[tuple[int, int]] = []
    narrow: set[int] = set()
    for space in _SPACES.finditer(text, start, end):
        before, after = space.start() - 1, space.end()
        if before < start or after >= end:
            continue
        gap = left[after] - _right(text, left, right, before, em)
        put_in = right[after - 1] - left[after - 1] < 0.01
        if put_in and gap < WIDE * em and text[before] > "\u2e7f" < text[after]:
            cuts.append((before + 1, after))
            narrow.add(after)
            continue
        if gap < (_THIN if put_in else _BETWEEN_FIGURES) * em:
            continue
        if gap < _BETWEEN_FIGURES * em and _GROUP.match(text, after) and _GROUPS.search(text, start, before + 1):
            continue
        own = put_in and text[after] < "\u2e80" > text[before]
        if gap > (_PUT_APART if own else WIDE) * em or (
            _FIGURE_END.match(text[before]) and _FIGURE_START.match(text[after])
        ):
            cuts.append((before + 1, after))
    for glued in _GLUED.finditer(text, start, end):
        at = glued.end()
        if start < at < end and (text[at] != "(" or left[at] - right[at - 1] > 0.04 * em):
            cuts.append((at, at))
    cuts = sorted(set(cuts))
    if max(map(sub, left[start + 1 : end], right[start : end - 1]), default=0.0) > 0.3 * em:
        for at in range(start, end - 1):
            if left[at + 1] - right[at] > 0.3 * em and not text[at].isspace() and not text[at + 1].isspace():
                gap = left[at + 1] - _right(text, left, right, at, em)
                figures = text[at].isdigit() and text[at + 1].isdigit()
                if gap > WIDE * em or (figures and gap > _BETWEEN_FIGURES * em):
                    cuts.append((at + 1, at + 1))
        cuts = sorted(set(cuts))
    parts: list[list[tuple[int, int]]] = [[]]
    for before, after in cuts:
        parts[-1].append((start, before))
        start = after
        if after not in narrow:
            parts.append([])
    parts[-1].append((start, end))
    return parts


def _right(text: str, left: list[float], right: list[float], at: int, em: float) -> float:
    """Where a character ends; a Chinese one takes up an em, whatever of it is black."""
    return right[at] if text[at] < "\u2e80" else max(right[at], left[at] + 0.95 * em)


def _uneven(
    page: Page, glyphs: Glyphs, start: int, end: int, style: tuple[float, bool, bool, bool], found: list[Fragment]
) -> None:
    """Add the fragments of a line with raised characters, doubled ones or ones out of their order."""
    text, left, right = glyphs.text, glyphs.left, glyphs.right
    pens = page.pens(start, end)
    spaces = [text[at].isspace() for at in range(start, end)]
    heights = Counter(round(pen[1], 1) for pen, space in zip(pens, spaces, strict=True) if not space)
    main = max(heights, key=lambda height: (heights[height], -height))
    on_main = next(at for at in range(start, end) if abs(pens[at - start][1] - main) < 0.06 and not text[at].isspace())
    em = page.em(on_main)
    style = (em, *style[1:])
    kept: list[tuple[int, str]] = []
    for at in range(start, end):
        char, (x, y) = text[at], pens[at - start]
        if kept:
            before = kept[-1][0]
            near = abs(x - pens[before - start][0]) < 0.1 * em and abs(y - pens[before - start][1]) < 0.1 * em
            if near and char == text[before] and char != "f" and not char.isspace():
                continue  # printed twice for bold; an ff of one glyph has both at one place
        if not spaces[at - start] and abs(y - main) > 0.1 * em and page.em(at) < 0.87 * em:
            char = char.translate(_RAISED if y > main else _LOWERED)
        kept.append((at, char))
    run: list[tuple[int, str]] = []

    def close() -> None:
        while run and run[-1][1].isspace():
            run.pop()
        if run:
            spans: list[tuple[int, int]] = []
            for at, _ in run:
                if spans and spans[-1][1] == at:
                    spans[-1] = (spans[-1][0], at + 1)
                else:
                    spans.append((at, at + 1))
            shown = _shown("".join(char for _, char in run))
            last = max(right[at] for at, _ in run)
            found.append(Fragment(shown, tuple(spans), left[run[0][0]], last, main, *style, is_figure(shown)))
        run.clear()

    edge = 0.0
    for at, char in kept:
        if char.isspace():
            if run:
                run.append((at, char))
            continue
        if run:
            gap = left[at] - edge
            last = next(one for _, one in reversed(run) if not one.isspace())
            tight = last.isdigit() and char.isdigit() and last.isascii() and char.isascii()
            if gap > WIDE * em or gap < -2 * em or (tight and gap > _BETWEEN_FIGURES * em):
                close()
        run.append((at, char))
        edge = _right(text, left, right, at, em)
    close()


def _shown(text: str) -> str:
    """The characters as they are read, one for one: radicals as the characters that they look like."""
    if text.isascii():
        return text if text.isprintable() else _UNKNOWN.sub(" ", _HYPHENS.sub("-", text))
    if not text.isprintable():
        text = _UNKNOWN.sub("\ufffd", _HYPHENS.sub("-", text))
    if _RADICALS.search(text):
        text = _RADICALS.sub(lambda match: _whole(match.group()), text)
    return text


def _whole(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char


def is_figure(text: str) -> bool:
    """Whether a text is a figure and nothing else."""
    return len(text) < 40 and _FIGURE.fullmatch(text) is not None
