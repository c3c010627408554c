"""What is refused before PDFium opens it: files that are no PDF, and streams that swell beyond all measure."""

from __future__ import annotations

import re
import zlib

from claims.readers.unreadable import Unreadable

_HEAD = 1024
"""Bytes within which a PDF says that it is one."""
_STREAM = re.compile(rb"stream\r?\n")
_DEFLATED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image")
_DICTIONARY = 2_000
"""Bytes before a stream in which its dictionary lies."""
MOST = 32 * 2**20
"""Bytes that a compressed stream may swell to; that of a page has some hundred thousand. PDFium takes up to eighty
times as much memory for it."""
_DENSE, _MANY = 100, 4 * 2**20
"""How many times its length a stream of so many bytes may swell to; what a page holds is packed to a tenth or so."""
_RATIO = 1_032
"""How many times its length a compressed stream can swell to at most."""
_STEP = 2**16


def refuse(data: bytes) -> None:
    """Raise `Unreadable` for what should not be given to PDFium."""
    if b"%PDF-" not in data[:_HEAD]:
        from claims.readers.charset import likeness

        found = likeness(data)
        raise Unreadable(f"not a PDF, but {found}" if found else "not a PDF", "", "check its name")
    at = 0
    for match in _STREAM.finditer(data):
        if match.start() < at or data[match.start() - 3 : match.start()] == b"end":
            continue
        head = data[max(0, match.start() - _DICTIONARY) : match.start()]
        head = head[max(head.rfind(b" obj"), 0) :]
        filters = len(_DEFLATED.findall(head))
        if not filters or _PICTURE.search(head):
            continue
        if filters > 1 or _swells(data, match.end()):
            raise Unreadable("a stream in it swells beyond measure when it is unpacked", "", "print it as PDF again")


def _swells(data: bytes, start: int) -> bool:
    """Whether the compressed stream at `start` has more than `MOST` bytes, or far more than text would have."""
    end = data.find(b"endstream", start)
    if 0 <= end - start < _MANY // _RATIO:
        return False
    unpack = zlib.decompressobj()
    size, at, rest = 0, start, b""
    try:
        while size <= MOST and not unpack.eof:
            if not rest:
                rest, at = data[at : at + _STEP], at + _STEP
            if not rest:
                break
            size += len(unpack.decompress(rest, 16 * _STEP))
            rest = unpack.unconsumed_tail
    except zlib.error:
        return False
    packed = (end if end >= 0 else len(data)) - start
    return size > MOST or (size > _MANY and size > _DENSE * packed)
