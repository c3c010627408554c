"""Exact fractions as decimal strings."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

SIGNIFICANT = 15
"""Digits kept of a fraction whose decimals do not end: what a double holds for certain."""


def decimal(value: Fraction) -> str:
    """`value` without exponent or trailing zeros, exact where its decimals end, else to `SIGNIFICANT` digits.

    >>> decimal(Fraction(12_962_000_000)), decimal(Fraction(-1, 8)), decimal(Fraction(2, 3))
    ('12962000000', '-0.125', '0.666666666666667')
    """
    if value.denominator == 1:
        return str(value.numerator)
    places = _places(value.denominator)
    if places is None:
        context = Context(prec=SIGNIFICANT, rounding=ROUND_HALF_EVEN)
        rounded = context.divide(Decimal(value.numerator), Decimal(value.denominator))
        text = f"{rounded:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    digits = str(abs(value.numerator) * (10**places // value.denominator)).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def _places(denominator: int) -> int | None:
    """Decimals that a fraction in lowest terms has, or None when they do not end."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    return max(twos, fives) if denominator == 1 else None
