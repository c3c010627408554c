"""Whether one number may be the other with a slip of the hand: their digits, not their size, are compared."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

_TENTH = Fraction(1, 10)


def a_slip_apart(first: Fraction, second: Fraction) -> bool:
    """Whether the digits of two different numbers differ by one slip.

    That is: the decimal point or the scale word, two neighbours swapped, one digit changed,
    one left out or put in. Numbers whose decimals do not end are never a slip apart.
    """
    a, b = _digits(first), _digits(second)
    if a is None or b is None or first == second:
        return False
    (row, end), (other, other_end) = a, b
    if row == other:
        return len(row) > 1  # ten and a million share their one digit by chance
    if abs(len(row) + end - len(other) - other_end) > 1:
        return False  # more than ten times as much
    low = min(end, other_end)
    row, other = row + "0" * (end - low), other + "0" * (other_end - low)
    return _one_change(row, other, a[0], b[0]) and _TENTH <= abs(first / second) <= 10


def _one_change(row: str, other: str, bare: str, other_bare: str) -> bool:
    """Whether one digit or two neighbours differ; or one is left out of the digits without zeros at their end."""
    if len(row) == len(other):
        apart = [i for i in range(len(row)) if row[i] != other[i]]
        return len(apart) == 1 or (
            len(apart) == 2 and apart[1] == apart[0] + 1 and row[apart[0]] == other[apart[1]] != row[apart[1]]
            and row[apart[1]] == other[apart[0]]
        )  # fmt: skip
    short, long = sorted((bare, other_bare), key=len)  # a digit left out moves all before it
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def digits_of(value: Fraction) -> int:
    """How many digits a number needs, zeros at its end apart; 0 when its decimals do not end."""
    found = _digits(value)
    return len(found[0]) if found else 0


@lru_cache(maxsize=1024)
def _digits(value: Fraction) -> tuple[str, int] | None:
    """The digits of a number without zeros at either end, and the power of ten of the last of them."""
    value, power = abs(value), 0
    while value.denominator != 1:
        if power == -12:
            return None
        value, power = value * 10, power - 1
    row = str(value.numerator)
    bare = row.rstrip("0")
    return (bare, power + len(row) - len(bare)) if bare else None
