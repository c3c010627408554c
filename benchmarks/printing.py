"""Results as tables on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import east_asian_width


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table; the first column is flush left, the others right."""
    print(f"\n{title}")
    widths = [max(map(_width, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, ["-" * width for width in widths], *rows):
        cells = [
            cell + _gap(cell, w) if i == 0 else _gap(cell, w) + cell
            for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        ]
        print("  " + "  ".join(cells).rstrip(), flush=True)


def seconds(value: float | None) -> str:
    """Time with three significant digits; None was too long to wait for."""
    if value is None:
        return "too long"
    return f"{value * 1000:.3g} ms" if value < 1 else f"{value:.3g} s"


def rate(size: int, duration: float) -> str:
    """Bytes a second, in KB or MB."""
    speed = size / duration
    return f"{speed / 1e6:.3g} MB/s" if speed >= 1e6 else f"{speed / 1e3:.3g} KB/s"


def _gap(cell: str, width: int) -> str:
    return " " * (width - _width(cell))


def _width(cell: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in cell)
