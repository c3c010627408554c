"""The relations of a draft that hold one by one, as one system, and what of it cannot hold at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain

from checks import Conflict, Verdict
from checks._judging.evaluate import _with_slack, conversion
from checks._system import Constraint, Linear, Product, System, components
from checks._system.conflict import minimal
from checks._system.diagnosis import lightest
from checks._system.feasibility import feasibility, possible
from claims.interval import EVERYTHING, Interval, at_least
from claims.model import Claim, Quantity, Relation
from claims.readings import truncated

_UNFIT = ("order", "implied-whole", "joint")
"""Forms that are neither linear nor a product over their terms."""
_MOST = 5
"""Contradictions told of figures that hang together; more have the same few causes."""
_SIGNED = ("percent", "point", "temperature", "number", "date")
_TRUST, _TRUST_OF_REPEATED = 2, 3
Reading = Callable[[Quantity], Interval]


def conflicts(verdicts: Sequence[Verdict], claims: Mapping[str, Claim], slack: int = 0) -> Iterator[Conflict]:
    """The contradictions among relations that hold one by one, in the order of their first relation."""
    held = [v for v in verdicts if v.outcome == "consistent" and v.relation.form not in _UNFIT]
    constraints, _ = _constraints(held, claims)
    held = [v for v, c in zip(held, constraints, strict=True) if c is not None]
    for part in components([c for c in constraints if c is not None]):
        if len(part) > 1:
            yield from _of_part([held[n] for n in part], claims, slack)


def _of_part(verdicts: list[Verdict], claims: Mapping[str, Claim], slack: int) -> Iterator[Conflict]:
    """Those of relations that hang together, of which there are many parts: each has variables of its own."""
    given, ids = _constraints(verdicts, claims)
    constraints = [c for c in given if c is not None]
    honest = [_with_slack(claims[i].quantity, slack) for i in ids]
    for _ in range(_MOST):
        system = System(honest, constraints)
        found = minimal(system)
        if not found:
            return
        wide = [h.hull(truncated(claims[i].quantity)) for h, i in zip(honest, ids, strict=True)]
        yield Conflict(
            tuple(verdicts[n] for n in found),
            _suspects(system, found, ids, claims),
            feasibility(System(wide, constraints).of(found)).feasible is not False,
        )
        # What is left once its least certain, else its last, relation is out may hold another.
        out = max(found, key=lambda n: (verdicts[n].relation.basis == "inferred", n))
        verdicts = [v for n, v in enumerate(verdicts) if n != out]
        constraints = [c for n, c in enumerate(constraints) if n != out]


def _suspects(
    system: System, conflict: Sequence[int], ids: list[str], claims: Mapping[str, Claim]
) -> tuple[tuple[str, Interval | None], ...]:
    used = sorted(set(chain.from_iterable(system.constraints[n].variables for n in conflict)))
    free = [_any(claims[i].quantity) for i in ids]
    told: dict[tuple[str | None, Fraction | None], int] = {}
    for claim in claims.values():
        key = (claim.quantity.unit, claim.quantity.value)
        told[key] = told.get(key, 0) + 1
    weights = {}
    for v in used:
        q = claims[ids[v]].quantity
        weights[v] = _TRUST_OF_REPEATED if told[q.unit, q.value] > 1 else _TRUST
    sets = lightest(system, weights, free) or lightest(system.of(conflict), weights, free) or ()
    named = sorted({v for chosen in sets for v in chosen} or used, key=lambda v: claims[ids[v]].start)
    return tuple((ids[v], possible(system.freed([v], free[v]), v)) for v in named)


def _any(q: Quantity) -> Interval:
    """Every value that such a figure can have at all."""
    return EVERYTHING if q.kind in _SIGNED or (q.value or 0) < 0 else at_least(0)


def _constraints(verdicts: Sequence[Verdict], claims: Mapping[str, Claim]) -> tuple[list[Constraint | None], list[str]]:
    """A constraint for each verdict, None where it has none, and the claim of each variable."""
    places: dict[str, int] = {}

    def constraint(relation: Relation) -> Constraint | None:
        factors = conversion(relation, [claims[t].quantity for t in relation.terms])
        if factors is None:
            return None
        variables = [places.setdefault(t, len(places)) for t in relation.terms]
        if relation.is_product:
            x, y, z = variables
            times = factors[0] / factors[2]
            return Product(x, y, z, times, relation.offset, relation.scale, relation.power, relation.net)
        terms = zip(variables, relation.coefficients, factors, strict=True)
        coefficients = {v: c * f for v, c, f in terms if c}
        return Linear(coefficients, _within(relation)) if coefficients else None

    found = [constraint(v.relation) for v in verdicts]
    return found, list(places)


def _within(relation: Relation) -> Interval:
    low, high = relation.constant.low, relation.constant.high
    strict = relation.operator in ("<", ">")
    if relation.operator in ("<=", "<"):
        return Interval(None, high, True, relation.constant.high_open or strict)
    if relation.operator in (">=", ">"):
        return Interval(low, None, relation.constant.low_open or strict, True)
    return relation.constant
