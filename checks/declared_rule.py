"""A rule that the record file declares does not hold.

The rules of a record file are relations like any other: what a person says must hold is
held against the figures as written, with their rounding and hedges.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from checks import Unusable
from checks._judging.figures import quoted
from claims import units
from claims.interval import Interval, point
from claims.model import Claim, Ledger, Relation, Rule
from claims.readings import bounds
from claims.rules.algebra import Dimension, Figure, Polynomial
from claims.rules.expression import Comparison, RuleError, parse
from claims.rules.forms import Form, LinearForm, ProductForm, form

_RATES = {
    "percent": Fraction(1, 100), "percentage_point": Fraction(1, 100), "basis_point": Fraction(1, 10000),
    "per_mille": Fraction(1, 1000), "count": Fraction(1), None: Fraction(1),
}  # fmt: skip
"""Units that are bare numbers in a rule: a share times a sum of money is money."""


def relations(ledger: Ledger) -> Iterable[Relation]:
    """A relation for each comparison of each rule; raises `Unusable`."""
    claims = {claim.id: claim for claim in ledger.claims}
    named = {name: claims[key] for name, key in ledger.names.items() if key in claims}
    figures = {name: _figure(claim) for name, claim in named.items()}
    for rule in ledger.rules:
        for comparison in parse(rule.text):
            try:
                found = form(comparison, figures, ledger.groups)
            except RuleError as error:
                raise Unusable(
                    f"{rule.place}: rule {rule.name!r}: {error.what} (column {error.column} of it)"
                ) from None
            yield _relation(rule, comparison, found, named)


def _figure(claim: Claim) -> Figure:
    unit = claim.quantity.unit
    if unit in _RATES:
        return Figure((), _RATES[unit])
    dimension, factor = units.resolved(unit or "")
    return Figure(_without_rates(dimension), factor)


def _without_rates(dimension: Dimension) -> Dimension:
    return tuple((base, e) for base, e in dimension if base not in ("count", "percent"))


def _relation(rule: Rule, comparison: Comparison, found: Form, named: Mapping[str, Claim]) -> Relation:
    note = {"rule": rule.text, "because": rule.reason}
    if isinstance(found, ProductForm):
        terms = tuple(named[n].id for n in (found.x, found.y, found.z))
        figures = ", ".join(f"{n} = {quoted(named[n])}" for n in (found.z, found.x, found.y))
        return Relation(
            check="declared-rule", form="rule", terms=terms, basis="declared",
            offset=found.offset, scale=found.scale, power=found.power, note=note | {"figures": figures},
        )  # fmt: skip
    if isinstance(found, LinearForm):
        names = tuple(found.coefficients)
        coefficients = tuple(found.coefficients.values())
        constant = point(found.constant)
    else:
        names = found.names
        coefficients = (Fraction(1), *[Fraction(0)] * (len(names) - 1))
        values = {name: bounds(named[name].quantity) for name in names[1:]}
        constant = _enclosed(found.above, values).divide(_enclosed(found.below, values))
    note["figures"] = ", ".join(f"{n} = {quoted(named[n])}" for n in names)
    return Relation(
        check="declared-rule", form="rule", terms=tuple(named[n].id for n in names), coefficients=coefficients,
        operator=found.operator, constant=constant, basis="declared", note=note,
    )  # fmt: skip


def _enclosed(polynomial: Polynomial, values: Mapping[str, Interval]) -> Interval:
    """All values of a polynomial over intervals, and perhaps some more."""
    total = point(0)
    for monomial, c in polynomial.items():
        term = point(c)
        for name, exponent in monomial:
            for _ in range(exponent):
                term = term.times(values[name])
        total = total.plus(term)
    return total
