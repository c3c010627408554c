"""How a figure may have been meant to be written: everything one slip of the hand away.

The slips are those that proofreaders and keying studies name: two neighbouring digits
swapped, a digit changed, doubled or left out, the decimal point or the scale word wrong,
the sign or the direction turned, percent for percentage points. A slip is text, in the
draft's own digits and script; what it is worth is for the grammar to read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

KINDS = ("swapped", "decimal", "scale", "changed", "doubled", "dropped", "left out", "sign", "unit")
"""Kinds of slips. In "dropped" the writer put a digit too many, in "left out" one too few."""
_WIDE = "０１２３４５６７８９"
_NARROW = str.maketrans(_WIDE + "．，", "0123456789.,")
_WIDEN = str.maketrans("0123456789", _WIDE)
_TOKEN = re.compile(
    r"(?<![A-Za-z0-9.])(?:[0-9０-９](?:[0-9０-９,，'’]*[0-9０-９])?(?:[.．·][0-9０-９]+)?|[.．][0-9０-９]+)"
)
_GROUPED = re.compile(r"\d{1,3}([,，'’])\d{3}(?:\1\d{3})*", re.ASCII)
_MOST_DIGITS = 24
"""Longer rows of digits are codes; nobody asks which slip made them."""
_TENS = tuple(10**i for i in range(2 * _MOST_DIGITS))


class Slip(NamedTuple):
    """Another way in which a figure may have been meant to be written."""

    kind: str
    """One of `KINDS`."""
    text: str
    worth: int = 0
    """Together with `of`: how many times the figure as written it is worth, worth / of; 0 / 0 where
    only reading it tells."""
    of: int = 0
    room: int = 0
    """One unit of its last digit, or of the last that is not zero in a round number, on the scale of `worth`."""


class Token(NamedTuple):
    """A row of digits in a figure."""

    start: int
    end: int
    raw: str
    whole: str
    part: str
    separator: str
    """What groups its digits; "" for none, "?" where they are not in threes."""
    mantissa: int
    """All its digits as one number."""

    def text(self, whole: str, part: str) -> str | None:
        """Other digits written as these are; None where they cannot be grouped alike."""
        if self.separator == "?":
            if len(whole) != len(self.whole):
                return None
            digits = iter(whole)
            written = "".join(next(digits) if c.isdecimal() else c for c in self.raw[: self._point()])
        elif self.separator and len(whole) > 3:
            head = len(whole) % 3 or 3
            written = self.separator.join([whole[:head], *(whole[i : i + 3] for i in range(head, len(whole), 3))])
        else:
            written = whole
        if part:
            mark = self.raw[self._point()] if self.part else "."
            written += mark + part
        return written.translate(_WIDEN) if any(c in _WIDE for c in self.raw) else written

    def _point(self) -> int:
        return len(self.raw) - len(self.part) - 1 if self.part else len(self.raw)


def slips_of_digits(
    quote: str,
    integral: bool = False,
    left_out: bool = False,
    keep: Callable[[int, int, int], bool] = lambda worth, of, room: True,
) -> Iterator[Slip]:
    """Figures one slip of digits or of the decimal point away from `quote`, the likeliest kinds first.

    `integral` says that it counts whole things, so that no decimal point can come in.
    `left_out` asks for a digit more, which may be any, instead of all other kinds. What
    `keep` rejects by its worth, of and room (see `Slip`) is not written out. Texts may come
    twice and need not be readable.
    """
    tokens = digit_rows(quote)
    for kind in ("left out",) if left_out else _OTHERS:
        for token in tokens:
            for whole, part in _MADE[kind](token.whole + token.part, len(token.whole), bool(token.part)):
                if integral and part and not token.part:
                    continue
                slip = _slip(kind, quote, token, whole, part, keep if len(tokens) == 1 else None)
                if slip is not None:
                    yield slip


def digit_rows(quote: str) -> list[Token]:
    """The rows of digits in a figure."""
    return [t for t in map(_token, _TOKEN.finditer(quote)) if len(t.whole + t.part) <= _MOST_DIGITS]


def _token(match: re.Match[str]) -> Token:
    raw = match.group()
    whole, _, part = raw.translate(_NARROW).replace("·", ".").partition(".")
    grouped = _GROUPED.fullmatch(raw.partition(".")[0])
    bare = re.sub(r"\D", "", whole)
    separator = grouped[1] if grouped else "" if bare == whole else "?"
    return Token(match.start(), match.end(), raw, bare, part, separator, int(bare + part))


def _slip(
    kind: str, quote: str, token: Token, whole: str, part: str, keep: Callable[[int, int, int], bool] | None
) -> Slip | None:
    if not (whole or (part and not token.whole)) or (len(whole) > 1 and whole[0] == "0" != token.whole[:1]):
        return None
    worth = of = room = 0
    if keep is not None and token.mantissa:
        row, unit = whole + part, _TENS[len(token.part)]
        worth, of, room = int(row) * unit, token.mantissa * _TENS[len(part)], unit
        if row[-2:] == "00" and not part:
            room *= _TENS[len(row) - len(row.rstrip("0"))]
        if not keep(worth, of, room):
            return None
    text = token.text(whole, part)
    if text is None or text == token.raw:
        return None
    return Slip(kind, quote[: token.start] + text + quote[token.end :], worth, of, room)


Made = Iterator[tuple[str, str]]
"""Digits before and after the decimal point."""


def _swaps(row: str, point: int, decimal: bool) -> Made:
    for i in range(len(row) - 1):
        if row[i] != row[i + 1]:
            new = row[:i] + row[i + 1] + row[i] + row[i + 2 :]
            yield new[:point], new[point:]


def _points(row: str, point: int, decimal: bool) -> Made:
    for by in (1, -1, 2, -2):
        at = point + by
        whole = (row[:at] if at > 0 else "").ljust(at, "0").lstrip("0") or "0"
        part = row[at:] if at >= 0 else "0" * -at + row
        yield whole, part if decimal else part.rstrip("0")  # 640 becomes 64 and 6.4, not 64.0 and 6.40


def _changes(row: str, point: int, decimal: bool) -> Made:
    for i in range(len(row)):
        for digit in "0123456789":
            if digit != row[i]:
                new = row[:i] + digit + row[i + 1 :]
                yield new[:point], new[point:]


def _doubles(row: str, point: int, decimal: bool) -> Made:
    for i in range(len(row)):
        new, at = row[:i] + row[i] + row[i:], point + (i < point)
        yield new[:at], new[at:]


def _drops(row: str, point: int, decimal: bool) -> Made:
    for i in range(len(row)):
        new, at = row[:i] + row[i + 1 :], point - (i < point)
        yield new[:at], new[at:]


def _inserts(row: str, point: int, decimal: bool) -> Made:
    for i in range(len(row) + 1):
        for digit in "0123456789":
            new = row[:i] + digit + row[i:]
            if i <= point:
                yield new[: point + 1], new[point + 1 :]
            if i >= point and decimal:
                yield new[:point], new[point:]


_MADE: dict[str, Callable[[str, int, bool], Made]] = {
    "swapped": _swaps, "decimal": _points, "changed": _changes, "doubled": _doubles, "dropped": _drops,
    "left out": _inserts,
}  # fmt: skip
_OTHERS = tuple(kind for kind in _MADE if kind != "left out")
