"""Exact fractions as decimal strings."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from functools import lru_cache

SIGNIFICANT = 15
"""Digits kept of a fraction whose decimals do not end: what a double holds for certain."""


def decimal(value: Fraction) -> str:
    """`value` without exponent or trailing zeros, exact where its decimals end, else to `SIGNIFICANT` digits.

    >>> decimal(Fraction(12_962_000_000)), decimal(Fraction(-1, 8)), decimal(Fraction(2, 3))
    ('12962000000', '-0.125', '0.666666666666667')
    """
    numerator, denominator = value.numerator, value.denominator
    if denominator == 1:
        return str(numerator)
    places, factor = _decimals(denominator)
    if not places:
        context = Context(prec=SIGNIFICANT, rounding=ROUND_HALF_EVEN)
        rounded = context.divide(Decimal(numerator), Decimal(denominator))
        text = f"{rounded:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    digits = str(abs(numerator) * factor).zfill(places + 1)
    return f"{'-' if numerator < 0 else ''}{digits[:-places]}.{digits[-places:]}"


@lru_cache(maxsize=256)
def _decimals(denominator: int) -> tuple[int, int]:
    """Decimals that a fraction in lowest terms has, 0 when they do not end, and what makes its numerator their digits.

    `denominator` is 2 or more. A draft has few of them, nearly all powers of ten or halves of one.
    """
    rest, twos, fives = denominator, 0, 0
    while rest % 2 == 0:
        rest //= 2
        twos += 1
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    places = max(twos, fives) if rest == 1 else 0
    return places, 10**places // denominator
