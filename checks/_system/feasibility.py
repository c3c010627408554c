"""Whether all constraints of a system can hold at once, decided exactly or left undecided.

Bounds are contracted first. Then the simplex decides the linear constraints together with
what the products imply linearly: with z = x r and r in [a, b], x >= 0 leaves a x <= z <= b x,
and as much follows for y (the envelopes of G. P. McCormick, 1976). Values that satisfy
those are tried with the factors of the products held fast, which makes them linear; where
that fails, the bounds of a factor are halved and both halves are asked (branch and bound).
Without products the first answer of the simplex is final.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

import msgspec

from checks._system import Linear, Product, System
from checks._system.contraction import contracted
from checks._system.reduction import inside, reduced, restored
from checks._system.simplex import Simplex
from claims.interval import Interval, at_least, at_most, point

_NODES = 60
"""How many halves are asked before the question is left open."""


_HALVES = 8


class Answer(msgspec.Struct, frozen=True):
    """What is proved of a system."""

    feasible: bool | None
    """None when neither was proved."""
    variables: frozenset[int] = frozenset()
    """For an infeasible system, variables whose bounds suffice for the proof."""
    constraints: frozenset[int] = frozenset()
    """For an infeasible system, numbers of constraints that suffice for it."""
    values: tuple[Fraction, ...] = ()
    """For a feasible system, a value for each variable."""


UNDECIDED = Answer(None)


def feasibility(system: System, nodes: int = _NODES) -> Answer:
    """Whether every variable can have a value within its bounds such that all constraints hold.

    After `nodes` halvings the answer is `UNDECIDED`. A proof of infeasibility by the
    simplex on linear constraints alone names bounds and constraints none of which can be
    left out; any other names all.
    """
    left, out = reduced(system)
    core = system.of(left)
    if all(isinstance(c, Linear) for c in core.constraints):
        answer = _relaxed(core, core.bounds)
    else:
        answer = _searched(core, [nodes])
    if answer.feasible:
        return Answer(True, values=tuple(restored(system, answer.values, out)))
    return Answer(answer.feasible, answer.variables, frozenset(left[n] for n in answer.constraints))


def _searched(system: System, left: list[int]) -> Answer:
    """Contract, drop what decides nothing, relax, dive; then halve."""
    bounds = contracted(system)
    if bounds is None:
        return _everything(system)
    numbers, out = reduced(System(bounds, system.constraints))
    core = System(bounds, [system.constraints[n] for n in numbers])
    relaxed = _relaxed(core, bounds)
    if relaxed.feasible is False:
        return _everything(system)
    held = _held(core, bounds, False) or _held(core, bounds, True)
    if held is not None:
        return Answer(True, values=tuple(restored(System(bounds, system.constraints), held.values, out)))
    for variable, halves in _branches(core, bounds):
        answers: list[bool | None] = []
        for half in halves:
            if left[0] <= 0:
                return UNDECIDED
            left[0] -= 1
            narrowed = list(bounds)
            narrowed[variable] = half
            answer = _searched(System(narrowed, system.constraints), left)
            if answer.feasible:
                return answer
            answers.append(answer.feasible)
        return _everything(system) if all(a is False for a in answers) else UNDECIDED
    return UNDECIDED


def _everything(system: System) -> Answer:
    variables = frozenset(v for c in system.constraints for v in c.variables)
    return Answer(False, variables, frozenset(range(len(system.constraints))))


def _relaxed(system: System, bounds: Sequence[Interval]) -> Answer:
    """The linear constraints, with what the products imply linearly within the bounds."""
    simplex, places, origin = _tableau(system, bounds)
    conflict = simplex.conflict()
    if conflict is not None:
        named = {place: variable for variable, place in places.items()}
        return Answer(
            False,
            frozenset(named[v] for v, _ in conflict if v in named),
            frozenset(origin[v] for v, _ in conflict if v in origin),
        )
    found = simplex.values()
    return Answer(True, values=tuple(found[places[v]] if v in places else inside(b) for v, b in enumerate(bounds)))


def _tableau(system: System, bounds: Sequence[Interval]) -> tuple[Simplex, dict[int, int], dict[int, int]]:
    """The simplex of it, its variable for each of the system's, and the constraint of each of its rows."""
    simplex = Simplex()
    places = {v: simplex.variable(bounds[v]) for v in dict.fromkeys(v for c in system.constraints for v in c.variables)}
    origin: dict[int, int] = {}
    for number, constraint in enumerate(system.constraints):
        rows = [constraint] if isinstance(constraint, Linear) else _envelope(constraint, bounds)
        for row in rows:
            origin[simplex.row({places[v]: c for v, c in row.coefficients.items()}, row.within)] = number
    return simplex, places, origin


def _envelope(product: Product, bounds: Sequence[Interval]) -> Iterable[Linear]:
    x, y = bounds[product.x], bounds[product.y]
    try:
        ratio = product.ratio(y)
    except (ValueError, ZeroDivisionError):
        return
    yield from _between(product.x, product.z, ratio, x)
    if product.power == 1 and not product.net:
        # z = x (offset + scale y): between the ends of x times a function of y that is linear
        yield from _of_factor(product, x, ratio)


def _between(x: int, z: int, ratio: Interval, of_x: Interval) -> Iterable[Linear]:
    """low x <= z <= high x where x is not negative, the other way round where it is not positive."""
    if of_x.low is not None and of_x.low >= 0:
        low, high = ratio.low, ratio.high
    elif of_x.high is not None and of_x.high <= 0:
        low, high = ratio.high, ratio.low
    else:
        return
    if low is not None and low == high:
        yield _line(x, z, low, point(0))
        return
    if low is not None:
        yield _line(x, z, low, at_least(0))
    if high is not None:
        yield _line(x, z, high, at_most(0))


def _line(x: int, z: int, slope: Fraction, within: Interval) -> Linear:
    return Linear({z: Fraction(1), x: -slope} if slope else {z: Fraction(1)}, within)


def _of_factor(product: Product, x: Interval, ratio: Interval) -> Iterable[Linear]:
    if ratio.low is not None and ratio.low >= 0:
        low, high = x.low, x.high
    elif ratio.high is not None and ratio.high <= 0:
        low, high = x.high, x.low
    else:
        return
    for end, side in ((low, at_least), (high, at_most)):
        if end is not None:
            k = product.times * end
            row = {product.z: Fraction(1), product.y: -k * product.scale}
            if end:
                yield Linear(row, side(k * product.offset))
            else:
                yield Linear({product.z: Fraction(1)}, side(0))


def _held(system: System, bounds: Sequence[Interval], bases: bool) -> Answer | None:
    """An answer that it is feasible, with each factor held within its bounds; None when that does not do.

    Factors, and with `bases` what they are applied to, are held one after the other, each in
    the middle of what those before it leave.
    """
    fixed = list(bounds)
    rows: list[Linear] = []
    for constraint in system.constraints:
        if isinstance(constraint, Linear):
            rows.append(constraint)
            continue
        for variable in (constraint.x, constraint.y) if bases else (constraint.y,):
            if not fixed[variable].is_point:
                fixed[variable] = point(inside(fixed[variable]))
                narrower = contracted(System(fixed, system.constraints), variable)
                if narrower is None:
                    return None
                fixed = narrower
        try:
            ratio = constraint.ratio(fixed[constraint.y])
        except (ValueError, ZeroDivisionError):
            return None
        assert ratio.low is not None
        rows.append(_line(constraint.x, constraint.z, ratio.low, point(0)))
    answer = _relaxed(System(fixed, rows), fixed)
    return answer if answer.feasible else None


def _branches(system: System, bounds: Sequence[Interval]) -> Iterable[tuple[int, tuple[Interval, Interval]]]:
    """The widest base or factor of a product, for its size, with the halves of its bounds."""
    widest: tuple[Fraction, int] | None = None
    for constraint in system.constraints:
        for variable in (constraint.y, constraint.x) if isinstance(constraint, Product) else ():
            b = bounds[variable]
            if b.low is not None and b.high is not None and b.low != b.high:
                width = (b.high - b.low) / max(abs(b.low), abs(b.high))
                if widest is None or width > widest[0]:
                    widest = (width, variable)
    if widest is not None:
        b = bounds[widest[1]]
        assert b.low is not None and b.high is not None
        middle = (b.low + b.high) / 2
        yield widest[1], (Interval(b.low, middle, b.low_open, False), Interval(middle, b.high, True, b.high_open))


def possible(system: System, variable: int) -> Interval | None:
    """Bounds on a variable that contain all its values in solutions; None when there are none.

    Exact, up to whether an end is reached, for linear constraints. With products the ends are
    moved in by halves as far as is proved that nothing is lost, so that they may be a little
    wider than they need be.
    """
    bounds = contracted(system)
    if bounds is None:
        return None
    found = bounds[variable]
    for up in (False, True):
        simplex, places, _ = _tableau(system, bounds)
        if variable not in places:
            return found
        if simplex.conflict() is not None:
            return None
        end = simplex.extreme(places[variable], up)
        if end is not None:
            value, is_open = end
            side = Interval(None, value, True, is_open) if up else Interval(value, None, is_open, True)
            found = found.intersect(side) or found
    if any(isinstance(c, Product) for c in system.constraints):
        for up in (False, True):
            found = _shaved(system, variable, found, up)
    return found


def _shaved(system: System, variable: int, found: Interval, up: bool) -> Interval:
    """One end moved in by as many of `_HALVES` halvings as are proved to hold no solution beyond."""
    if found.low is None or found.high is None:
        return found
    inner, end = (found.low, found.high) if up else (found.high, found.low)
    for _ in range(_HALVES):
        middle = inside(Interval(min(inner, end), max(inner, end)))
        rest = Interval(middle, end, False, found.high_open) if up else Interval(end, middle, found.low_open, False)
        if middle in (inner, end):
            break
        if feasibility(system.freed([variable], rest), nodes=0).feasible is False:
            end = middle
            found = (
                Interval(found.low, end, found.low_open, True)
                if up
                else Interval(end, found.high, True, found.high_open)
            )
        else:
            inner = middle
    return found
