"""A relation solved for each of its figures: which values of one would satisfy the others.

Linear relations are solved by running sums from both ends, so that a column of a thousand
entries costs a thousand steps; products by dividing intervals in the form in which each
variable stands but once, which keeps the result as tight as the figures allow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from checks._blame.roots import root
from checks._judging.evaluate import conversion
from claims.interval import Interval, point
from claims.model import Claim, Quantity, Relation

_CROSSED = ("implied-whole",)
"""Forms of two ratios that are equal; evaluated for their first term, but each of the four may be wrong."""


def admissible(
    relation: Relation, claims: Mapping[str, Claim], reading: Callable[[Quantity], Interval]
) -> tuple[Interval | None, ...]:
    """For each term, in its own unit, what the others' `reading` leaves it; None where nothing follows.

    Nothing follows for a term with coefficient 0, from a term that is open at both ends, from
    unlike units, where one would divide by an interval that holds 0, from the order of the
    two ends of one range, or for a threshold such as "p < .05".
    """
    terms = [claims[term].quantity for term in relation.terms]
    nothing: tuple[Interval | None, ...] = (None,) * len(terms)
    factors = conversion(relation, terms)
    threshold = relation.form == "p-value" and terms[0].hedge is not None
    if factors is None or relation.form == "order" or threshold:
        return nothing
    values = [reading(q).scale(f) for q, f in zip(terms, factors, strict=True)]
    if relation.form in _CROSSED:
        return tuple(_crossed(values))
    solved = _product(relation, values) if relation.is_product else _linear(relation, values)
    return tuple(
        None if found is None or (found.low is None and found.high is None) else found.scale(1 / factor)
        for found, factor in zip(solved, factors, strict=True)
    )


def weighs(relation: Relation, place: int) -> bool:
    """Whether the relation binds the figure at that place, and does not merely name it."""
    return relation.is_product or relation.form in _CROSSED or relation.coefficients[place] != 0


def _crossed(values: Sequence[Interval]) -> Iterator[Interval | None]:
    """b, q, a and p of b / q = a / p, each from the three others."""
    b, q, a, p = values
    for times, other, per in ((a, q, p), (b, p, a), (b, p, q), (a, q, b)):
        try:
            yield times.times(other).divide(per)
        except (ZeroDivisionError, ValueError):
            yield None


def in_the_other_rate(
    relation: Relation, place: int, claims: Mapping[str, Claim], reading: Callable[[Quantity], Interval]
) -> dict[str, Interval]:
    """Where a change between two percentages should lie had it been given in the other unit.

    By unit: percentage points for a change given in percent, percent for one in points;
    empty for every other term.
    """
    if len(relation.terms) != 3:
        return {}
    x, y, z = (claims[term].quantity for term in relation.terms)
    if relation.form == "growth" and place == 1 and not relation.net and x.unit == y.unit == z.unit == "percent":
        points = reading(z).plus(-reading(x))
        return {"percentage_point": points if relation.scale > 0 else -points}
    if relation.form == "difference" and place == 2 and x.unit == y.unit == "percent" and z.unit == "percentage_point":
        base = x if z.direction == "down" else y
        change = reading(x).plus(-reading(y)).scale(100)
        return {} if Fraction(0) in reading(base) else {"percent": change.divide(reading(base))}
    return {}


def _linear(relation: Relation, values: Sequence[Interval]) -> list[Interval | None]:
    moved = [
        value.scale(-c) if c else point(0) for c, value in zip(relation.coefficients, values, strict=True)
    ]  # what each takes to the right-hand side
    after = [point(0)] * (len(moved) + 1)
    for i in range(len(moved) - 1, 0, -1):
        after[i] = after[i + 1].plus(moved[i])
    solved: list[Interval | None] = []
    before = relation.constant
    for i, own in enumerate(relation.coefficients):
        solved.append(_side(relation.operator, before.plus(after[i + 1]).scale(1 / own), own > 0) if own else None)
        before = before.plus(moved[i])
    return solved


def _side(operator: str, rest: Interval, positive: bool) -> Interval:
    if operator == "=":
        return rest
    strict = operator in ("<", ">")
    if (operator in (">=", ">")) == positive:
        return Interval(rest.low, None, rest.low_open or strict, True)
    return Interval(None, rest.high, True, rest.high_open or strict)


def _product(relation: Relation, values: Sequence[Interval]) -> list[Interval | None]:
    """x, y and z of z = (x - net z) (offset + scale y) ** power, each from the two others."""
    x, y, z = values
    net = relation.net

    def factor() -> Interval:
        base = y.scale(relation.scale).shift(relation.offset)
        return base.power(relation.power) if relation.power > 1 else base

    def of_x() -> Interval:
        return z.times(factor().reciprocal().shift(net)) if net else z.divide(factor())

    def of_y() -> Interval:
        base = x.divide(z).shift(-net).reciprocal() if net else z.divide(x)
        return root(base, relation.power).shift(-relation.offset).scale(1 / relation.scale)

    def of_z() -> Interval:
        return x.divide(factor().reciprocal().shift(net)) if net else x.times(factor())

    solved: list[Interval | None] = []
    for solve in (of_x, of_y, of_z):
        try:
            solved.append(solve())
        except (ZeroDivisionError, ValueError):
            solved.append(None)
    return solved
