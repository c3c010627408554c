"""Files to drafts: one module for each format, chosen by the suffix of the name.

A reader turns a file into blocks and keeps, for every character of a block, its place in the
file. Readers of text have a function `draft_of(text, path)`, charsets being settled first in
`claims.readers.charset`; those of other files have `draft_of(data, path)`, give a draft its
`places` and raise `Unreadable`, also when a package that they need is not installed. A reader of
files in which figures can be misread has `unsure(data, draft, spans)` as well, which looks twice.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import PurePath

import msgspec

from claims.draft import Draft
from claims.readers.language import language_of
from claims.readers.unreadable import Unreadable

__all__ = ["BINARY", "LIMIT", "SUFFIXES", "Unreadable", "language_of", "read", "read_text", "script_of"]

LIMIT = 64 * 2**20
"""Bytes that a file may have unless the caller allows more."""
SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "plain",
    ".text": "plain",
    ".csv": "delimited",
    ".tsv": "delimited",
}
"""Which reader of text a suffix asks for; other suffixes are read as plain text."""
BINARY: dict[str, str] = {".pdf": "pdf", ".xlsm": "workbook", ".xlsx": "workbook"}
"""Which reader of bytes a suffix asks for."""
_OTHER_FORMATS = re.compile(
    r"\.(?:docx?|odt|rtf|epub|x?html?|mht|xml|jsonl?|ya?ml|ipynb|key|pages|numbers|od[ps]|pdf|ps|tex|pptx?|xls"
    r"|parquet|zip|gz|png|jpe?g|gif|webp|tiff?)"
)


def read(
    data: bytes, path: str, *, language: str = "auto", encoding: str | None = None, limit: int | None = None
) -> Draft:
    """The draft that the bytes of a file make; `path` is the name that the user gave.

    `language` is "zh", "en" or "auto"; `encoding` a charset that the user states, else it is
    found. Raises `Unreadable` for formats without a reader, for more than `limit` bytes, for
    binary data and for charsets that are not certain. An empty file is an empty draft.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix not in SUFFIXES and suffix not in BINARY and _OTHER_FORMATS.fullmatch(suffix):
        raise Unreadable(f"format not supported ({suffix})", "", "convert to text or Markdown")
    if limit is not None and len(data) > limit:
        raise Unreadable(f"larger than {limit} bytes", "", "allow more with --max-size")
    if suffix in BINARY:
        reader = import_module(f"claims.readers.{BINARY[suffix]}")
        return _understood(reader.draft_of(data, path), language)
    from claims.readers.charset import decode

    text, charset = decode(data, encoding)
    return msgspec.structs.replace(read_text(text, path, language=language), encoding=charset)


def read_text(text: str, path: str, *, language: str = "auto") -> Draft:
    """The draft of text that is decoded already; `path` says by its suffix how to read it."""
    reader = import_module(f"claims.readers.{SUFFIXES.get(PurePath(path).suffix.lower(), 'plain')}")
    return _understood(reader.draft_of(text, path), language)


def _understood(draft: Draft, language: str) -> Draft:
    """The draft with its language, the one given if any is, and its script."""
    found = language if language != "auto" else draft.language or language_of(draft.text)
    return msgspec.structs.replace(draft, language=found, script=script_of(draft.text) if found == "zh" else "")


def script_of(text: str) -> str:
    from claims.grammar.fold import script

    return script(text)
