"""A comparison as a linear or a product form, where it is one.

What the algebra leaves is one polynomial against zero. A sum of single figures is linear;
one figure against another times a factor of a third, or a power of that factor, is a
product: shares, growth, means and compound growth all come down to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import comb

import msgspec

from claims.rules.algebra import ONE, Figures, Groups, Monomial, Polynomial, Quotient, added, quotient
from claims.rules.expression import MAX_POWER, Comparison, RuleError


class LinearForm(msgspec.Struct, frozen=True):
    """sum(c * x) operator constant, each figure in its own unit."""

    coefficients: Mapping[str, Fraction]
    operator: str
    constant: Fraction


class ProductForm(msgspec.Struct, frozen=True):
    """z = x * (offset + scale * y) ** power, each figure in its own unit."""

    x: str
    y: str
    z: str
    offset: Fraction
    scale: Fraction
    power: int


class SolvedForm(msgspec.Struct, frozen=True):
    """target operator above / below, where the target stands in neither: all that is neither of the two.

    Each figure counts in its own unit.
    """

    target: str
    operator: str
    above: Polynomial
    below: Polynomial

    @property
    def names(self) -> tuple[str, ...]:
        """The target, then the figures that it follows from, sorted."""
        others = {name for p in (self.above, self.below) for monomial in p for name, _ in monomial}
        return (self.target, *sorted(others))


Form = LinearForm | ProductForm | SolvedForm
_TURNED = {"<=": ">=", "<": ">", ">=": "<=", ">": "<", "=": "="}


def form(comparison: Comparison, figures: Figures, groups: Groups) -> Form:
    """What a comparison asks of its figures; raises `RuleError` when it asks nothing, or nothing that can be solved."""
    left = quotient(comparison.left, figures, groups)
    right = quotient(comparison.right, figures, groups)
    whole = added(left, right, Fraction(-1), comparison.column)
    operator = "=" if comparison.operator in ("==", "~=") else comparison.operator
    if not any(monomial for monomial in whole.above):
        raise RuleError("names no figure that could make it true or false", comparison.column)
    if whole.below == ONE or operator == "=":
        if all(_degree(monomial) <= 1 for monomial in whole.above):
            return _linear(whole.above, operator)
        if operator == "=" and (found := _product(whole.above, figures)) is not None:
            return found
    solved = _equal(whole.above) if operator == "=" else _one_side(left, operator, right)
    if solved is None:
        raise RuleError("cannot be solved for any of its figures; part it into steps", comparison.column)
    return solved


def _degree(monomial: Monomial) -> int:
    return sum(e for _, e in monomial)


def _linear(polynomial: Polynomial, operator: str) -> LinearForm:
    terms = {monomial[0][0]: c for monomial, c in polynomial.items() if monomial}
    return LinearForm(terms, operator, -polynomial.get((), Fraction(0)))


def _product(polynomial: Polynomial, figures: Figures) -> ProductForm | None:
    """The form of b z + x (c0 + c1 y + … + cn y^n), when the bracket is a power of one factor."""
    singles = [m for m in polynomial if _degree(m) == 1]
    mixed = [m for m in polynomial if _degree(m) > 1]
    top = max(mixed, key=_degree)
    for x in [name for name, e in top if e == 1 and len(top) == 2]:
        (y,) = (name for name, _ in top if name != x)
        z = [m[0][0] for m in singles if m[0][0] not in (x, y)]
        if len(z) != 1 or (
            _degree(top) == 2 and len(singles) == 1 and _is_rate(x, figures) and not _is_rate(y, figures)
        ):
            continue
        b = polynomial[((z[0], 1),)]
        bracket: dict[int, Fraction] = {}
        for monomial, c in polynomial.items():
            powers = dict(monomial)
            if monomial == ((z[0], 1),):
                continue
            if powers.pop(x, 0) != 1 or set(powers) - {y}:
                break
            bracket[powers.get(y, 0)] = -c / b
        else:
            factor = _factor(bracket)
            if factor is not None:
                return ProductForm(x, y, z[0], *factor)
    return None


def _is_rate(name: str, figures: Figures) -> bool:
    """Whether a figure is a share or a rate, which is applied to another and not the other to it."""
    return figures[name].dimension == () and figures[name].factor != 1


def _factor(bracket: Mapping[int, Fraction]) -> tuple[Fraction, Fraction, int] | None:
    """offset, scale and power of which these are the coefficients, by exponent."""
    power = max(bracket)
    if power == 1:
        return bracket.get(0, Fraction(0)), bracket[1], 1
    if power > MAX_POWER or set(bracket) != set(range(power + 1)):
        return None
    offset = _root(bracket[0], power)
    if offset is None:
        return None
    scale = bracket[1] / (power * offset ** (power - 1))
    fits = all(c == comb(power, k) * offset ** (power - k) * scale**k for k, c in bracket.items())
    return (offset, scale, power) if fits else None


def _root(value: Fraction, power: int) -> Fraction | None:
    """The positive root of a fraction, when it is one; whole numbers up to 1,000 over as many are tried."""
    if value <= 0:
        return None
    guess = Fraction(float(value) ** (1 / power)).limit_denominator(1000)
    return guess if guess**power == value else None


def _equal(polynomial: Polynomial) -> SolvedForm | None:
    """t A + B = 0 solved for t, the first figure that is never multiplied with itself."""
    for name in sorted({name for monomial in polynomial for name, _ in monomial}):
        of_name = {m: c for m, c in polynomial.items() if name in dict(m)}
        if all(dict(m)[name] == 1 for m in of_name):
            rest = {m: -c for m, c in polynomial.items() if m not in of_name}
            times = {tuple(p for p in m if p[0] != name): c for m, c in of_name.items()}
            return SolvedForm(name, "=", rest, times)
    return None


def _one_side(left: Quotient, operator: str, right: Quotient) -> SolvedForm | None:
    """A limit on a figure that stands alone on one side; elsewhere its direction hangs on signs."""
    for one, other, sign in ((left, right, operator), (right, left, _TURNED[operator])):
        if one.below == ONE and len(one.above) == 1:
            ((monomial, c),) = one.above.items()
            names = {name for p in (other.above, other.below) for m in p for name, _ in m}
            if _degree(monomial) == 1 and monomial[0][0] not in names:
                name = monomial[0][0]
                return SolvedForm(
                    name, sign if c > 0 else _TURNED[sign], other.above, {m: k * c for m, k in other.below.items()}
                )
    return None
