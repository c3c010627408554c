"""What PDFium knows of a page: its characters in the order of the file, and where each stands.

PDFium is asked for all characters of a page at a time, through arrays that it fills; asking
one by one through its Python package takes ten times as long.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import repeat
from typing import Any, NamedTuple, cast

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points, the origin at the lower left of the page."""
INVISIBLE = 3
"""The render mode of text that is not drawn, as over the picture of a scanned page."""
_PATH, _IMAGE, _FORM = 2, 3, 5
_FIRST = re.compile(r"(?<![^\r\n])[ ]*[^ \r\n]")
_SMALLEST, _LARGEST = 0.1, 5_000.0
_BOLD = re.compile(rb"(?i)bold|black|heavy|demi")
_MOST_OBJECTS = 20_000
"""Objects of a page that are looked at for rules; a map has many more."""


class Glyphs(NamedTuple):
    """The characters of one page, turned so that most of them read from left to right.

    The lists have an entry for each character of `text`; PDFium's own spaces and line breaks
    have one as well, without a width.
    """

    text: str
    left: list[float]
    bottom: list[float]
    right: list[float]
    turn: int
    """Quarter turns that it took, anticlockwise: how the lines run on the page as it is."""


class Page:
    """One open page. Close it, as PDFium keeps all of it in memory."""

    def __init__(self, document: Any, number: int) -> None:
        """`number` counts from 0; raises pypdfium2's `PdfiumError` for a page that cannot be loaded."""
        self._page = document[number]
        self._text = self._page.get_textpage()
        self._handle = ctypes.cast(self._text.raw, ctypes.c_void_p).value
        self.count: int = self._text.count_chars()
        self.turn = 0

    def close(self) -> None:
        self._text.close()
        self._page.close()

    def glyphs(self) -> Glyphs:
        """All characters with their places."""
        count, text = self.count, self._characters()
        boxes = (ctypes.c_float * (4 * count))()
        at = ctypes.addressof(boxes)
        _all(map(_calls().box, repeat(self._handle), range(count), range(at, at + 16 * count, 16)))
        edges = memoryview(boxes).cast("B").cast("f")
        sides: Iterator[list[float]] = (cast("list[float]", edges[side::4].tolist()) for side in range(4))
        left, top, right, bottom = sides
        turn = self.turn = self._turn(text)
        if turn == 1:
            left, bottom, right = bottom, [-v for v in right], top
        elif turn == 2:
            left, bottom, right = [-v for v in right], [-v for v in top], [-v for v in left]
        elif turn == 3:
            left, bottom, right = [-v for v in top], left, [-v for v in bottom]
        return Glyphs(text, left, bottom, right, turn)

    def pens(self, start: int, end: int) -> list[tuple[float, float]]:
        """Where the pen stands before each of some characters, on its base line, turned as the glyphs are."""
        size = end - start
        points = (ctypes.c_double * (2 * size))()
        at = ctypes.addressof(points)
        last = at + 16 * size
        _all(map(_calls().pen, repeat(self._handle), range(start, end), range(at, last, 16), range(at + 8, last, 16)))
        flat = list(points)
        pairs = zip(flat[0::2], flat[1::2], strict=True)
        if self.turn == 1:
            return [(y, -x) for x, y in pairs]
        if self.turn == 2:
            return [(-x, -y) for x, y in pairs]
        return [(-y, x) for x, y in pairs] if self.turn == 3 else list(pairs)

    def _characters(self) -> str:
        """One character for each that PDFium counts; what has no meaning in Unicode is a space."""
        from pypdfium2 import raw

        buffer = (ctypes.c_ushort * (self.count + 1))()
        written = raw.FPDFText_GetText(self._text.raw, 0, self.count, buffer)
        text = bytes(buffer)[: 2 * (written - 1)].decode("utf-16-le", "surrogatepass") if written > 0 else ""
        if len(text) != self.count:  # beyond the basic plane, or with characters that PDFium passes over
            codes = map(_calls().code, repeat(self._handle), range(self.count))
            text = "".join([chr(code) if 0 < code < 0x110000 else " " for code in codes])
        return text

    def _turn(self, text: str) -> int:
        """Quarter turns that most lines need."""
        starts = [match.end() - 1 for match in _FIRST.finditer(text)]
        votes = Counter(round(self.angle(at) / (math.pi / 2)) % 4 for at in starts)
        return votes.most_common(1)[0][0] if votes else 0

    def angle(self, index: int) -> float:
        """In which direction the line of a character runs, anticlockwise from the right, in radians."""
        return -float(_calls().angle(self._handle, index)) % (2 * math.pi)

    def em(self, index: int) -> float:
        """The height of a character's type in points, as drawn; 1 where a damaged file tells nonsense."""
        matrix = (ctypes.c_float * 6)()
        calls = _calls()
        size = float(calls.size(self._handle, index))
        if calls.matrix(self._handle, index, ctypes.addressof(matrix)):
            size *= math.hypot(matrix[2], matrix[3])
        return size if _SMALLEST < size < _LARGEST else 1.0

    def is_bold(self, index: int) -> bool:
        calls = _calls()
        if calls.weight(self._handle, index) >= 600:
            return True
        name, flags = (ctypes.c_char * 64)(), ctypes.c_int()
        calls.font(self._handle, index, ctypes.addressof(name), 64, ctypes.addressof(flags))
        return _BOLD.search(name.value) is not None

    def is_invisible(self, index: int) -> bool:
        calls = _calls()
        drawn = calls.drawn(self._handle, index)
        return bool(drawn) and calls.mode(drawn) == INVISIBLE

    def box(self, index: int) -> Box:
        """Of one character, in the page's own directions."""
        edges = (ctypes.c_float * 4)()
        _calls().box(self._handle, index, ctypes.addressof(edges))
        left, top, right, bottom = edges
        return min(left, right), min(bottom, top), max(left, right), max(bottom, top)

    def extent(self) -> Box:
        """What of the page is seen, turned as the glyphs are."""
        whole, seen = self._page.get_mediabox(), self._page.get_cropbox()
        left, bottom = max(whole[0], seen[0]), max(whole[1], seen[1])
        right, top = min(whole[2], seen[2]), min(whole[3], seen[3])
        turned = (left, bottom, right, top), (bottom, -right, top, -left), (-right, -top, -left, -bottom)
        return (*turned, (-top, left, -bottom, right))[self.turn]

    def rules(self) -> tuple[list[Box], bool]:
        """Boxes of the straight lines that are drawn on the page, and whether it has a picture or a drawing."""
        from pypdfium2 import raw

        found: list[Box] = []
        drawn = False
        page = self._page.raw
        edges = [ctypes.c_float() for _ in range(4)]
        for index in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
            thing = raw.FPDFPage_GetObject(page, index)
            kind = raw.FPDFPageObj_GetType(thing)
            drawn = drawn or kind in (_PATH, _IMAGE, _FORM)
            if kind == _PATH and raw.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, edges)):
                left, bottom, right, top = (edge.value for edge in edges)
                if min(right - left, top - bottom) < 3:
                    found.append((left, bottom, right, top))
        return found, drawn


class _Calls(NamedTuple):
    """Functions of PDFium that take addresses as plain numbers."""

    box: Callable[..., int]
    pen: Callable[..., int]
    code: Callable[..., int]
    size: Callable[..., float]
    angle: Callable[..., float]
    weight: Callable[..., int]
    font: Callable[..., int]
    matrix: Callable[..., int]
    drawn: Callable[..., int | None]
    mode: Callable[..., int]


@cache
def _calls() -> _Calls:
    from pypdfium2 import raw

    place, index, address = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p

    def bare(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
        return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)

    return _Calls(
        box=bare(raw.FPDFText_GetLooseCharBox, ctypes.c_int, place, index, address),
        pen=bare(raw.FPDFText_GetCharOrigin, ctypes.c_int, place, index, address, address),
        code=bare(raw.FPDFText_GetUnicode, ctypes.c_uint, place, index),
        size=bare(raw.FPDFText_GetFontSize, ctypes.c_double, place, index),
        angle=bare(raw.FPDFText_GetCharAngle, ctypes.c_float, place, index),
        weight=bare(raw.FPDFText_GetFontWeight, ctypes.c_int, place, index),
        font=bare(raw.FPDFText_GetFontInfo, ctypes.c_ulong, place, index, address, ctypes.c_ulong, address),
        matrix=bare(raw.FPDFText_GetMatrix, ctypes.c_int, place, index, address),
        drawn=bare(raw.FPDFText_GetTextObject, ctypes.c_void_p, place, index),
        mode=bare(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, place),
    )


def _all(calls: Iterator[Any]) -> None:
    """Make every call of a map."""
    for _ in calls:
        pass
