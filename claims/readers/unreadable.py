"""Refusal to read a file, worded for its owner."""

from __future__ import annotations


class Unreadable(ValueError):
    """A document whose bytes cannot be read with certainty.

    Its text has three parts: what is wrong, where in the file if that is known, what to do.
    The file's name is left to the caller, who knows how the user gave it.
    """

    def __init__(self, what: str, where: str, do: str) -> None:
        super().__init__(what, where, do)
        self.what = what
        self.where = where
        """Such as "line 3, byte 120"; "" when the whole file is meant."""
        self.do = do

    def __str__(self) -> str:
        place = f" at {self.where}" if self.where else ""
        return f"{self.what}{place}; {self.do}"


def byte_place(data: bytes, offset: int) -> str:
    """Line and byte of an offset, for `Unreadable.where`; lines from 1, bytes from 0."""
    before = data[:offset]
    line = before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n")
    return f"line {line + 1}, byte {offset}"
