"""Files to drafts: one module for each format, chosen by the suffix of the name.

A reader turns decoded text into blocks and keeps, for every character of a block, its place
in the file. Charsets are settled first, in `claims.readers.charset`.
"""

from __future__ import annotations

import re
from pathlib import PurePath

import msgspec

from claims.draft import Draft
from claims.readers.language import language_of
from claims.readers.unreadable import Unreadable

__all__ = ["LIMIT", "SUFFIXES", "Unreadable", "language_of", "read", "read_text", "script_of"]

LIMIT = 64 * 2**20
"""Bytes that a file may have unless the caller allows more."""
SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".txt": "plain", ".text": "plain"}
"""Which reader a suffix asks for; other suffixes are read as plain text."""
_OTHER_FORMATS = re.compile(
    r"\.(?:csv|tsv|docx?|odt|rtf|epub|x?html?|mht|xml|jsonl?|ya?ml|ipynb|key|pages|numbers|od[ps]|pdf|ps|tex|pptx?|xlsx?"
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
    if _OTHER_FORMATS.fullmatch(suffix):
        raise Unreadable(f"format not supported ({suffix})", "", "convert to text or Markdown")
    if limit is not None and len(data) > limit:
        raise Unreadable(f"larger than {limit} bytes", "", "allow more with --max-size")
    from claims.readers.charset import decode

    text, charset = decode(data, encoding)
    return msgspec.structs.replace(read_text(text, path, language=language), encoding=charset)


def read_text(text: str, path: str, *, language: str = "auto") -> Draft:
    """The draft of text that is decoded already; `path` says by its suffix how to read it."""
    if SUFFIXES.get(PurePath(path).suffix.lower()) == "markdown":
        from claims.readers.markdown import draft_of

        draft: Draft = draft_of(text, path)
    else:
        from claims.readers import plain

        draft = plain.draft_of(text, path)
    found = language if language != "auto" else draft.language or language_of(text)
    return msgspec.structs.replace(draft, language=found, script=script_of(text) if found == "zh" else "")


def script_of(text: str) -> str:
    from claims.grammar.fold import script

    return script(text)
