"""What parts make, and whether one slip of the hand keeps them from making their whole."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from claims.prose import Figure
from claims.readings import plausible
from claims.ties.near_misses import a_slip_apart, digits_of

_NOTHING = Fraction(0)
_PAIR = 2
_DIGITS_ALIKE = 2
"""Digits that do where all are alike, and only the decimal point or the scale word is not."""


def over(parts: Sequence[Figure], whole: Figure) -> Fraction:
    """By how much the parts exceed the whole as written, in the unit of both."""
    return sum((_value(part) for part in parts), _NOTHING) - _value(whole)


def room(parts: Sequence[Figure], whole: Figure) -> Fraction:
    """By how much rounding may set the whole and what the parts make apart."""
    return sum((_spread(figure) for figure in (*parts, whole)), _NOTHING)


def is_slip_apart(parts: Sequence[Figure], whole: Figure, digits: int = 1) -> bool:
    """Whether one of the figures, with a slip of the hand undone, makes the sum agree.

    `digits` is how many that figure and what it should be need at least; of more digits fewer are
    a slip apart by chance.
    """
    excess, spread = over(parts, whole), room(parts, whole)
    needed = [(whole, _value(whole) + excess), *((part, _value(part) - excess) for part in parts)]
    alike = min(digits, _DIGITS_ALIKE) if len(parts) > _PAIR else digits
    return any(_is_slipped(figure, meant, spread, digits, alike) for figure, meant in needed)


def is_whole_slipped(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether it may be the whole that the slip is in."""
    return _is_slipped(whole, _value(whole) + over(parts, whole), room(parts, whole), 1, 1)


def is_scaled(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether the parts make the whole but for the decimal point or the scale word, if for anything."""
    made, value = over(parts, whole) + _value(whole), _value(whole)
    return made > 0 and value > 0 and _is_power_of_ten(made / value)


def has_scaled_part(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether one part is too large by its decimal point or its scale word alone."""
    excess = over(parts, whole)
    meant = [(_value(part) - excess, _value(part)) for part in parts]
    return any(one > 0 and _is_power_of_ten(one / value) for one, value in meant)


def _is_slipped(figure: Figure, meant: Fraction, spread: Fraction, digits: int, alike: int) -> bool:
    """Whether a figure is a slip away from what it should be, as nearly as rounding lets that be told."""
    value, step = _value(figure), figure.claim.quantity.step
    if value <= 0:
        return False
    near = (meant, meant - step, meant + step) if spread and step else (meant,)
    return any(
        one > 0
        and min(digits_of(one), digits_of(value)) >= (alike if _is_power_of_ten(one / value) else digits)
        and a_slip_apart(one, value)
        for one in near
    )


def _is_power_of_ten(ratio: Fraction) -> bool:
    row = f"{ratio.numerator}{ratio.denominator}".replace("0", "")
    return row == "11"


def _value(figure: Figure) -> Fraction:
    return figure.claim.quantity.value or _NOTHING


def _spread(figure: Figure) -> Fraction:
    """How far the true value may lie from what is written."""
    high = plausible(figure.claim.quantity).high
    return _NOTHING if high is None or figure.claim.quantity.value is None else high - _value(figure)
