"""Relations over exact intervals: what follows, whether it can hold, how badly it fails.

Each relation singles out one term, the target, and is solved for it: what follows from
the other terms is held against what the draft states. The two agree when the intervals
meet. Three readings are tried in turn: bounds (honest rounding), plausible (what a reader
expects) and truncation (digits cut instead of rounded).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

import msgspec

from claims import units
from claims.interval import Interval, point
from claims.labels import same_but_for_each
from claims.model import Claim, Quantity, Relation
from claims.readings import bounds, plausible, truncated

Reading = Callable[[Quantity], Interval]


class Evaluation(msgspec.Struct, frozen=True):
    """What becomes of one relation."""

    outcome: str
    """"consistent", "inconsistent" or "undetermined"."""
    severity: str | None = None
    why: str = ""
    """"bounds", "plausible", "truncation"; for undetermined ones "units", "open" or "otherwise"."""
    target: str = ""
    stated: Interval | None = None
    derived: Interval | None = None
    """What follows for the target within the bounds of the other terms, in its unit."""
    exact: Interval | None = None
    """The same from the figures as written, without any allowance; None for relations that hold."""


_POINTS = {"percent": "percentage_point"}
"""The difference of two percentages is in points."""
UNDETERMINED_UNITS = Evaluation("undetermined", why="units")
UNDETERMINED_OPEN = Evaluation("undetermined", why="open")
OTHERWISE = Evaluation("undetermined", why="otherwise")
"""Of a relation whose figures can be tied otherwise, so that all of them hold."""


_ROUNDED = ("p-value", "conversion", "implied-whole")
"""Forms in which figures are as round as they look: who converts 3,000 ft writes 900 m."""
_OWN_UNITS = frozenset(
    {"age", "conversion", "count", "date", "duration", "implied-whole", "limit", "order", "p-value", "rule"}
)
"""Forms whose coefficients bring their terms to one unit, where there is more than one."""


_LEVELS = ("growth", "difference", "multiple", "direction")
"""Forms of levels, of which only the first may say that it is one for each: 每度1.2元加至1.5元."""


_ORDERS = ("rank", "direction")
"""Forms that say which of two figures is the larger."""


def evaluate(relation: Relation, claims: Mapping[str, Claim], slack: int = 0) -> Evaluation:
    """Evaluate `relation`; `slack` half units per inexact term come from a disclaimer in the draft."""
    terms = [claims[term].quantity for term in relation.terms]
    if relation.form == "order":
        # The ends of a range as written stand in the wrong order whatever their rounding.
        stated = terms[0].stated
        return Evaluation("inconsistent", _severity(relation), "bounds", relation.terms[0], stated, stated)
    if relation.form == "retold":
        # What is told twice is told in the same words, whatever their allowances.
        return Evaluation("inconsistent", _severity(relation), "bounds", relation.terms[-1])
    factors = conversion(relation, terms)
    if factors is None:
        return UNDETERMINED_UNITS
    alike = relation.form in _ORDERS and _shown_alike(relation, terms)
    solved = _solve(relation, terms, factors, _as_written if alike else lambda q: _with_slack(q, slack))
    if solved is None:
        return UNDETERMINED_OPEN
    index, stated, derived = solved
    target = relation.terms[index]
    if stated.intersect(derived) is None:
        exact = _exact(relation, terms, factors)
        cut = _solve(relation, terms, factors, _cut(terms, relation.is_product))
        if cut is not None and cut[1].intersect(cut[2]) is not None:
            return Evaluation("inconsistent", "info", "truncation", target, stated, derived, exact)
        return Evaluation("inconsistent", _severity(relation), "bounds", target, stated, derived, exact)
    # A threshold such as "p > .05" says nothing of where beyond it the value lies.
    expected = _solve(relation, terms, factors, plausible) if relation.form not in _ROUNDED else None
    if expected is not None and expected[1].intersect(expected[2]) is None:
        severity, exact = "warning" if relation.basis != "inferred" else "info", _exact(relation, terms, factors)
        return Evaluation("inconsistent", severity, "plausible", target, stated, derived, exact)
    if relation.form == "direction" and not alike and relation.basis == "stated" and not any(q.hedge for q in terms):
        written = _solve(relation, terms, factors, _as_written)
        if written is not None and written[1].intersect(written[2]) is None:
            return Evaluation("inconsistent", "warning", "plausible", target, stated, derived, written[2])
    if derived.low is None and derived.high is None:
        return UNDETERMINED_OPEN
    return Evaluation("consistent", None, "", target, stated, derived)


def _shown_alike(relation: Relation, terms: list[Quantity]) -> bool:
    """Whether figures that are put in order are rounded to the same digit, which keeps their order."""
    own = [q for q, c in zip(terms, relation.coefficients, strict=True) if c]
    return all(
        q.hedge is None
        and q.value is not None
        and q.rounding != "round"
        and (q.step, q.unit) == (own[0].step, own[0].unit)
        for q in own
    )


def fits_as_written(relation: Relation, claims: Mapping[str, Claim]) -> bool:
    """Whether the figures as written, without any allowance, give what is stated to its last digit."""
    terms = [claims[term].quantity for term in relation.terms]
    factors = conversion(relation, terms)
    solved = None if factors is None else _solve(relation, terms, factors, bounds)
    exact = None if factors is None else _exact(relation, terms, factors)
    return (
        solved is not None
        and exact is not None
        and exact.is_point
        and solved[1].intersect(exact) is not None
        and solved[1].intersect(solved[2]) is not None
    )


def _exact(relation: Relation, terms: list[Quantity], factors: list[Fraction]) -> Interval | None:
    solved = _solve(relation, terms, factors, _as_written)
    return None if solved is None else solved[2]


def _cut(terms: list[Quantity], product: bool) -> Reading:
    """The truncated reading of terms that stand together: like terms share the finest step shown.

    Who writes 87 % beside 96.5 % means 87.0 %, and has cut at most a tenth off it. A period that
    a rate is multiplied with is not cut.
    """
    finest: dict[str | None, Fraction] = {}
    for q in terms:
        if q.step:
            unit = _POINTS.get(q.unit or "", q.unit)
            finest[unit] = min(finest.get(unit, q.step), q.step)

    def reading(q: Quantity) -> Interval:
        if product and q.kind == "duration":
            return bounds(q)
        step = finest.get(_POINTS.get(q.unit or "", q.unit), q.step)
        return truncated(q if step == q.step else msgspec.structs.replace(q, step=step))

    return reading


def _severity(relation: Relation) -> str:
    if relation.presumed and not relation.escalated:
        return "warning" if relation.basis != "inferred" else "info"
    return "error" if relation.basis != "inferred" else "warning"


def conversion(relation: Relation, terms: list[Quantity]) -> list[Fraction] | None:
    """A factor for each term that brings like terms to one unit, or None when they are unlike.

    In a linear relation all terms are brought to the first one's unit; in a product x and z
    are. A bare number takes the unit of its neighbours.
    """
    factors = [Fraction(1)] * len(terms)
    like = range(len(terms)) if not relation.is_product else (0, 2)
    if relation.form in _OWN_UNITS:
        return factors
    if relation.is_product and relation.form == "mean":
        like = (0, 2)
    base: str | None = None
    for i in like:
        if not relation.is_product and relation.coefficients[i] == 0:
            continue
        unit = _POINTS.get(terms[i].unit or "", terms[i].unit) if relation.form == "difference" else terms[i].unit
        if unit and i == 0 and relation.form == "mean" and "/" in unit:
            unit, _, each = unit.partition("/")  # $300 a month, for so many months, are dollars
            if terms[1].kind == "dimension":
                if not units.comparable(terms[1].unit, each):
                    return None
                factors[1] = units.factor(terms[1].unit or each, each)
        if unit is None or unit == base or (unit == "count" and base == "percentage_point"):
            continue
        if base is None:
            base = unit
        elif units.comparable(unit, base):
            factors[i] = units.factor(unit, base)
        elif relation.form in _LEVELS and same_but_for_each(unit, base):
            continue
        else:
            return None
    return factors


def target_index(relation: Relation) -> int:
    """The term that the others are held against."""
    if relation.is_product:
        return 2 if relation.form == "mean" or relation.power > 1 else 1
    negative = [i for i, c in enumerate(relation.coefficients) if c < 0]
    return negative[-1] if negative else 0


def _solve(
    relation: Relation, terms: list[Quantity], factors: list[Fraction], reading: Reading
) -> tuple[int, Interval, Interval] | None:
    """Index of the target, what is stated of it and what follows for it; None if nothing follows."""
    values = [reading(q).scale(f) for q, f in zip(terms, factors, strict=True)]
    if relation.form == "mean" and _is_whole_period(terms[1]):
        values[1] = point(terms[1].value or Fraction(0)).scale(factors[1])
    index = target_index(relation)
    try:
        derived = _product(relation, values, index) if relation.is_product else _linear(relation, values, index)
    except (ZeroDivisionError, ValueError):
        return None
    back = 1 / factors[index]
    return index, values[index].scale(back), derived.scale(back)


def _is_whole_period(q: Quantity) -> bool:
    """Whether it is just so many days: a rate for five days is paid five times."""
    return q.kind == "duration" and q.hedge is None and q.value is not None and q.value.denominator == 1


def _linear(relation: Relation, values: list[Interval], index: int) -> Interval:
    rest = relation.constant
    for i, coefficient in enumerate(relation.coefficients):
        if i != index and coefficient:
            rest = rest.plus(values[i].scale(-coefficient))
    own = relation.coefficients[index]
    solved = rest.scale(1 / own)
    if relation.operator == "=":
        return solved
    upward = (relation.operator in (">=", ">")) == (own > 0)
    strict = relation.operator in ("<", ">")
    if upward:
        return Interval(solved.low, None, solved.low_open or strict, True)
    return Interval(None, solved.high, True, solved.high_open or strict)


def _product(relation: Relation, values: list[Interval], index: int) -> Interval:
    x, y, z = values
    if relation.net:
        x = x.plus(z.scale(-relation.net))
    if index == 2:
        return x.times(y.scale(relation.scale).shift(relation.offset).power(relation.power))
    return z.divide(x).shift(-relation.offset).scale(1 / relation.scale)


def _as_written(q: Quantity) -> Interval:
    return q.stated if q.value is None else point(q.value)


def _with_slack(q: Quantity, slack: int) -> Interval:
    allowed = bounds(q)
    if slack and q.rounding != "exact" and not q.hedge:
        return allowed.widen(q.step * slack / 2)
    return allowed


def ratio(gap: Fraction, base: Fraction) -> Fraction | None:
    """`gap` as a percentage of `base`, or None when the base is 0."""
    return abs(gap) * 100 / abs(base) if base else None
