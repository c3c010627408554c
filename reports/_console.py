"""What goes to standard output and standard error, whatever they can show.

A terminal or a pipe may know fewer characters than a draft has. JSON and XML have escapes
of their own for that, so they stay valid; elsewhere a character becomes a visible `\\uXXXX`.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import sys
import time
from collections.abc import Iterable
from typing import TextIO

_JSON = ("json", "jsonl", "sarif")
_XML = ("junit",)


class OutputError(OSError):
    """Standard output would not take the report."""


def encoded(text: str, encoding: str, format: str = "text") -> bytes:
    """`text` as bytes of `encoding`, with what it lacks escaped as `format` does it."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        name = "ascii"
    if name == "utf-8":
        return text.encode(name, "backslashreplace")
    # JSON and XML are read as UTF-8 whatever the stream is, so there they must be ASCII.
    if format in _JSON:
        return "".join(char if char.isascii() else _json_escape(char) for char in text).encode("ascii")
    if format in _XML:
        return text.encode("ascii", "xmlcharrefreplace")
    return text.encode(name, "backslashreplace")


def _json_escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def show(report: str | Iterable[str], format: str = "text") -> None:
    """Write a report, whole or in pieces, to standard output.

    A reader that has gone away, as `head` does, is not an error; what is left goes nowhere, so
    that the work is done and its status known. Raises `OutputError` when the report could not be
    delivered for another reason, such as a full disk.
    """
    stream = sys.stdout
    if stream is None:
        raise OutputError("standard output is closed; write the report to a file with -o")
    for text in (report,) if isinstance(report, str) else report:
        _deliver(stream, encoded(text, stream.encoding or "utf-8", format))


def _deliver(stream: TextIO, data: bytes) -> None:
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        _discard(stream)
    except OSError as error:
        _discard(stream)
        raise OutputError(f"standard output: cannot be written: {error.strerror or error}") from None


def _discard(stream: TextIO) -> None:
    """Send what is still buffered nowhere, so that the interpreter's last flush keeps quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def say(text: str) -> None:
    """A line for the user on standard error; lost without harm when nobody can see it.

    It may hold names of files, which command no terminal and give no line of their own.
    """
    from reports import _plain

    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(_plain.line(text), file=sys.stderr, flush=True)


class Progress:
    """A line on the terminal that counts documents, once the work has taken a second."""

    def __init__(self, total: int, *, quiet: bool = False) -> None:
        self._total = total
        self._on = not quiet and total > 1 and sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + 1.0
        self._shown = False

    def step(self, done: int) -> None:
        """Say that `done` documents of the total are finished, at most five times a second."""
        now = time.monotonic()
        if self._on and now >= self._next:
            self._next, self._shown = now + 0.2, True
            sys.stderr.write(f"\r{done} of {self._total} documents checked")
            sys.stderr.flush()

    def end(self) -> None:
        """Clear the line."""
        if self._shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
