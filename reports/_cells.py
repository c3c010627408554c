"""Tables for spreadsheets: what a cell may hold without being run as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from reports._plain import plain

BYTE_ORDER_MARK = "\ufeff"
"""Excel takes a CSV file for the local charset unless it begins with this; with it Chinese stays Chinese.
Those who read CSV with a programme ask for "utf-8-sig", or take JSON."""

# The full-width signs count as the plain ones where Excel runs in Chinese or Japanese.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_RISKY = frozenset(" =+-@＝＋－＠")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:,\d{3})*)(?:\.\d+)?%?")


def cell(value: object) -> str:
    """`value` as a cell: None is empty, and what a spreadsheet would run as a formula gets an apostrophe first."""
    if isinstance(value, str) and value.isprintable() and value[:1] not in _RISKY:
        return value  # as nearly all are: nothing to hide in it, nothing to run
    text = "" if value is None else plain(str(value))
    risky = _FORMULA.match(text) or text[:1] in ("\t", "\r", "\n")
    return f"'{text}" if risky and not _NUMBER.fullmatch(text) else text


class Lines:
    """Rows of a CSV file (RFC 4180), a few at a time; what is not crossfoot's own in them goes through `cell` first."""

    def __init__(self) -> None:
        self._out = io.StringIO()
        self._writer = csv.writer(self._out)

    def of(self, rows: Iterable[Sequence[object]]) -> str:
        """These rows, each with its line end."""
        self._writer.writerows(rows)
        text = self._out.getvalue()
        self._out.seek(0)
        self._out.truncate()
        return text


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A CSV file with a byte order mark."""
    lines = Lines()
    return BYTE_ORDER_MARK + lines.of([header]) + lines.of([cell(value) for value in row] for row in rows)
