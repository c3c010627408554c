"""Digit strings to exact numbers, for every language.

A number keeps the worth of its last digit: 1.50 is 150 hundredths, not 1.5.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

MAX_DIGITS = 40
"""Longer digit strings are identifiers or attacks; they are left unread."""


class Numeral(NamedTuple):
    """`mantissa` * 10 ** -`decimals`, exactly as many decimals as were written."""

    mantissa: int
    decimals: int = 0

    def times(self, scale: int | Fraction) -> Fraction:
        """The value with a scale word applied."""
        if not self.decimals:
            return Fraction(self.mantissa) * Fraction(scale)
        return Fraction(self.mantissa, 10**self.decimals) * scale

    def step(self, scale: int | Fraction = 1) -> Fraction:
        """Worth of one unit of the last digit written."""
        return Fraction(scale) / 10**self.decimals if self.decimals else Fraction(scale)

    def grain(self, scale: int | Fraction = 1) -> Fraction:
        """Worth of one unit of the last digit that is not zero; the step when all are."""
        mantissa, zeros = self.mantissa, 0
        while mantissa and mantissa % 10 == 0:
            mantissa //= 10
            zeros += 1
        return self.step(scale) * 10**zeros if self.mantissa else self.step(scale)

    @property
    def is_round(self) -> bool:
        """An integer of 1,000 or more that ends in two zeros or more."""
        return not self.decimals and self.mantissa >= 1000 and self.mantissa % 100 == 0


_SEPARATORS = str.maketrans("", "", ",，'’   ")


def parse_digits(token: str, decimal_comma: bool = False) -> Numeral | None:
    """The number a token of digits, separators and at most one decimal mark stands for.

    Group separators are , ， ' and spaces (with `decimal_comma` the full stop instead);
    the decimal mark is . or ． or · (with `decimal_comma` the comma). None when the token
    has more than `MAX_DIGITS` digits or is no number.
    """
    if len(token) > 2 * MAX_DIGITS:
        return None
    if token.isdecimal() and token.isascii():
        return Numeral(int(token)) if len(token) <= MAX_DIGITS else None
    if decimal_comma:
        token = token.replace(".", "").replace(",", ".")
    token = token.translate(_SEPARATORS).replace("．", ".").replace("·", ".")
    whole, _, part = token.partition(".")
    digits = whole + part
    if not digits.isdecimal() or len(digits) > MAX_DIGITS:
        return None
    return Numeral(int(digits), len(part))
