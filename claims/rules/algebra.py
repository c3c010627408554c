"""What a rule says, as polynomials over its figures, in coherent base units.

Sums, differences, products and quotients of figures are quotients of polynomials, so each
comparison comes down to one polynomial held against zero. Where that is linear, or one
product against one other term, it is an edit rule of the ordinary kind; anything else is
for interval arithmetic. Units are worked out on the way: what is added or compared must
measure the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

import msgspec

from claims.rules.expression import Call, Expression, Name, Number, RuleError

Monomial = tuple[tuple[str, int], ...]
"""Name and exponent, sorted by name; () is the constant term."""
Polynomial = Mapping[Monomial, Fraction]
Dimension = tuple[tuple[str, int], ...]
"""Base dimension and exponent; () for bare numbers, counts, shares and percentages."""
_TERMS = 2000
"""Terms of a polynomial: a product of long sums multiplied out stops here."""
ONE: Polynomial = {(): Fraction(1)}


class Figure(msgspec.Struct, frozen=True):
    """What a name stands for: how much of the base units one of its unit is."""

    dimension: Dimension
    factor: Fraction = Fraction(1)


class Quotient(msgspec.Struct, frozen=True):
    """Numerator and denominator, with what they measure; None for a bare number, which fits anything."""

    above: Polynomial
    below: Polynomial
    dimension: Dimension | None


Figures = Mapping[str, Figure]
Groups = Mapping[str, Sequence[str]]


def quotient(expression: Expression, figures: Figures, groups: Groups) -> Quotient:
    """An expression worked out; raises `RuleError` for unknown names and unlike units."""
    if isinstance(expression, Number):
        return Quotient({(): expression.value} if expression.value else {}, ONE, None)
    if isinstance(expression, Name):
        return _named(expression, figures, groups)
    if isinstance(expression, Call):
        return _called(expression, figures, groups)
    left = quotient(expression.left, figures, groups)
    if expression.operator == "^":
        assert isinstance(expression.right, Number)
        found = left
        for _ in range(int(expression.right.value) - 1):
            found = _times(found, left, expression.column)
        return found
    right = quotient(expression.right, figures, groups)
    if expression.operator == "*":
        return _times(left, right, expression.column)
    if expression.operator == "/":
        if not right.above:
            raise RuleError("divides by nothing", expression.column)
        flipped = None if right.dimension is None else tuple((base, -e) for base, e in right.dimension)
        return _times(left, Quotient(right.below, right.above, flipped), expression.column)
    return added(left, right, Fraction(-1 if expression.operator == "-" else 1), expression.column)


def added(left: Quotient, right: Quotient, times: Fraction, column: int) -> Quotient:
    """left + times * right; raises `RuleError` when they measure different things."""
    if None not in (left.dimension, right.dimension) and left.dimension != right.dimension:
        raise RuleError(f"{_shown(left.dimension)} and {_shown(right.dimension)} cannot be added or compared", column)
    dimension = right.dimension if left.dimension is None else left.dimension
    if left.below == right.below:
        return Quotient(_sum(left.above, right.above, times), left.below, dimension)
    above = _sum(_product(left.above, right.below, column), _product(right.above, left.below, column), times)
    return Quotient(above, _product(left.below, right.below, column), dimension)


def _named(name: Name, figures: Figures, groups: Groups) -> Quotient:
    if name.text in groups:
        raise RuleError(f"{name.text} is a group of figures; write sum({name.text}) or mean({name.text})", name.column)
    if name.text not in figures:
        raise RuleError(f"no figure is named {name.text}", name.column)
    figure = figures[name.text]
    return Quotient({((name.text, 1),): figure.factor}, ONE, figure.dimension)


def _called(call: Call, figures: Figures, groups: Groups) -> Quotient:
    work = _FUNCTIONS.get(call.function)
    if work is None:
        raise RuleError(f"no function is called {call.function}; there are {', '.join(_FUNCTIONS)}", call.column)
    given: list[Quotient] = []
    for argument in call.arguments:
        members = groups.get(argument.text) if isinstance(argument, Name) else None
        if members is None:
            given.append(quotient(argument, figures, groups))
        else:
            given += [_named(Name(member, argument.column), figures, {}) for member in members]
    return work(given, call)


def _summed(given: Sequence[Quotient], call: Call) -> Quotient:
    if not given:
        raise RuleError(f"{call.function} of nothing", call.column)
    found = given[0]
    for other in given[1:]:
        found = added(found, other, Fraction(1), call.column)
    return found


def _mean(given: Sequence[Quotient], call: Call) -> Quotient:
    total = _summed(given, call)
    return Quotient(total.above, _sum({}, total.below, Fraction(len(given))), total.dimension)


def _share(given: Sequence[Quotient], call: Call) -> Quotient:
    part, whole = _two(given, call)
    return _of(part, whole, call)


def _growth(given: Sequence[Quotient], call: Call) -> Quotient:
    new, old = _two(given, call)
    return added(_of(new, old, call), Quotient(ONE, ONE, None), Fraction(-1), call.column)


def _two(given: Sequence[Quotient], call: Call) -> tuple[Quotient, Quotient]:
    if len(given) != 2:
        wanted = {"share": "the part and the whole", "growth": "the new level and the old one"}[call.function]
        raise RuleError(f"{call.function} takes two: {wanted}", call.column)
    return given[0], given[1]


def _of(a: Quotient, b: Quotient, call: Call) -> Quotient:
    added(a, b, Fraction(1), call.column)
    if not b.above:
        raise RuleError("divides by nothing", call.column)
    flipped = None if b.dimension is None else tuple((base, -e) for base, e in b.dimension)
    return _times(a, Quotient(b.below, b.above, flipped), call.column)


_FUNCTIONS: Mapping[str, Callable[[Sequence[Quotient], Call], Quotient]] = {
    "sum": _summed,
    "mean": _mean,
    "share": _share,
    "growth": _growth,
}
FUNCTIONS = tuple(_FUNCTIONS)


def _times(a: Quotient, b: Quotient, column: int) -> Quotient:
    dimension: Dimension | None = None
    if a.dimension is not None or b.dimension is not None:
        total: dict[str, int] = {}
        for base, exponent in (*(a.dimension or ()), *(b.dimension or ())):
            total[base] = total.get(base, 0) + exponent
        dimension = tuple(sorted((base, e) for base, e in total.items() if e))
    above, below = _product(a.above, b.above, column), _product(a.below, b.below, column)
    if len(below) == 1 and () in below:
        return Quotient(_sum({}, above, 1 / below[()]), ONE, dimension)
    return Quotient(above, below, dimension)


def _sum(a: Polynomial, b: Polynomial, times: Fraction) -> Polynomial:
    total = dict(a)
    for monomial, c in b.items():
        new = total.get(monomial, Fraction(0)) + times * c
        if new:
            total[monomial] = new
        else:
            total.pop(monomial, None)
    return total


def _product(a: Polynomial, b: Polynomial, column: int) -> Polynomial:
    if a == ONE:
        return b
    if b == ONE:
        return a
    if len(a) * len(b) > _TERMS:
        raise RuleError(f"makes more than {_TERMS} terms when multiplied out", column)
    total: dict[Monomial, Fraction] = {}
    for left, c in a.items():
        for right, d in b.items():
            powers = dict(left)
            for name, e in right:
                powers[name] = powers.get(name, 0) + e
            monomial = tuple(sorted(powers.items()))
            total[monomial] = total.get(monomial, Fraction(0)) + c * d
    return {monomial: c for monomial, c in total.items() if c}


def _shown(dimension: Dimension | None) -> str:
    if not dimension:
        return "a bare number"
    return " × ".join(_base(base) if e == 1 else f"{_base(base)}^{e}" for base, e in dimension)


def _base(name: str) -> str:
    """A currency by its code alone."""
    return name.removeprefix("money:")
