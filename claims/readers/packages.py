"""Parts of a zipped office file, inflated within bounds and refused where they are not what they say."""

from __future__ import annotations

import io
import zipfile
import zlib

from claims.readers.unreadable import Unreadable

MOST = 1 << 29
"""Bytes that all parts together may inflate to."""
RATIO = 200
"""Times that a part may be longer than it is in the file, once it is longer than `SMALL`."""
SMALL = 1 << 22
_PIECE = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOOKS = (
    (b"%PDF-", "a PDF"), (b"{\\rtf", "RTF"), (b"\x1f\x8b", "a gzip archive"), (b"\x89PNG", "a picture"),
    (b"<!DOCTYPE html", "HTML"), (b"<html", "HTML"), (b"<?xml", "XML"),
)  # fmt: skip


def looks_like(data: bytes) -> str:
    """What bytes that are no zip look like, for a message."""
    head = data[:64].lstrip()
    if not data:
        return "an empty file"
    return next((name for mark, name in _LOOKS if head.lower().startswith(mark.lower())), "something else")


def opened(data: bytes, kind: str, do: str) -> zipfile.ZipFile:
    """The archive of a file that should be a `kind`; raises `Unreadable` where it is none or would burst.

    `do` says what its owner can do about a wrong suffix.
    """
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Unreadable("is encrypted", "", "remove the password")
        raise Unreadable(f"not a {kind} file: an older Office format", "", do)
    if not data.startswith(b"PK"):
        raise Unreadable(f"not a {kind} file: it looks like {looks_like(data)}", "", "give it the suffix of what it is")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise Unreadable(f"the file is damaged ({error})", "", "save it again") from None
    total = 0
    for part in archive.infolist():
        total += part.file_size
        if part.flag_bits & 1:
            raise Unreadable("is encrypted", part.filename, "remove the password")
        if total > MOST or (part.file_size > SMALL and part.file_size > RATIO * max(1, part.compress_size)):
            raise Unreadable("its parts inflate to too much to be read", part.filename, "save it again")
    return archive


def inflated(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part by its name, "" when there is none; raises `Unreadable` for a damaged part and for one with a DTD."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return b""
    pieces: list[bytes] = []
    try:
        with archive.open(info) as part:
            while piece := part.read(_PIECE):
                pieces.append(piece)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise Unreadable(f"the file is damaged ({error})", name, "save it again") from None
    content = b"".join(pieces)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Unreadable("a document type is declared, which no Office file has", name, "save it again")
    return content
