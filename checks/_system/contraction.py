"""Bounds narrowed by what the constraints leave of them, to a fixed point or until little is gained.

Each constraint is solved for each of its variables over intervals (hull consistency:
F. Benhamou, F. Goualard, L. Granvilliers and J.-F. Puget, "Revising Hull and Box
Consistency", 1999). No value that satisfies all constraints is ever lost, so an empty
result proves that there is none; a result that is not empty proves nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from fractions import Fraction

from checks._blame.roots import root
from checks._system import Constraint, Linear, Product, System
from claims.interval import Interval, point

_GAIN = Fraction(1, 100)
"""A narrowing of less than this part of the width is not passed on: it might go on for ever."""
_BITS = 80
_VISITS = 40
"""How often a constraint is looked at, at most."""


def contracted(system: System, moved: int | None = None) -> list[Interval] | None:
    """Bounds that contain every solution, by variable; None when there is no solution.

    With `moved` the bounds are known to be contracted but for that variable.
    """
    bounds = list(system.bounds)
    watching: dict[int, list[int]] = {}
    for number, constraint in enumerate(system.constraints):
        for variable in constraint.variables:
            watching.setdefault(variable, []).append(number)
    visits = [0] * len(system.constraints)
    waiting = deque(range(len(system.constraints)) if moved is None else watching.get(moved, ()))
    queued = set(waiting)
    while waiting:
        number = waiting.popleft()
        queued.discard(number)
        visits[number] += 1
        gained = revised(system.constraints[number], bounds)
        if gained is None:
            return None
        for variable in gained:
            for other in watching[variable]:
                if other != number and other not in queued and visits[other] < _VISITS:
                    waiting.append(other)
                    queued.add(other)
    return bounds


def revised(constraint: Constraint, bounds: list[Interval]) -> list[int] | None:
    """Narrow the bounds by one constraint in place: the variables that gained by it, None when nothing is left."""
    moved: list[int] = []
    for variable, allowed in _solved(constraint, bounds):
        old = bounds[variable]
        new = old.intersect(allowed)
        if new is None:
            return None
        if new != old:
            bounds[variable] = new = old.intersect(_coarse(new)) or new
            if _gained(old, new):
                moved.append(variable)
    return moved


def asked(constraint: Constraint, bounds: Sequence[Interval], variable: int) -> Interval | None:
    """The values that a constraint asks of one of its variables for some values of the others; None if open."""
    return dict(_solved(constraint, bounds)).get(variable)


def _solved(constraint: Constraint, bounds: Sequence[Interval]) -> list[tuple[int, Interval]]:
    return _linear(constraint, bounds) if isinstance(constraint, Linear) else _product(constraint, bounds)


def _coarse(interval: Interval) -> Interval:
    """A little wider where an end has many digits, which grow with every step otherwise."""
    low, high = interval.low, interval.high
    if low == high:
        return interval  # a point stays exact
    if low is not None and low.denominator.bit_length() > _BITS:
        low = _floor(low)
    if high is not None and high.denominator.bit_length() > _BITS:
        high = -_floor(-high)
    return Interval(low, high, interval.low_open, interval.high_open)


def _floor(value: Fraction) -> Fraction:
    """The next lower of the numbers with about `_BITS` binary digits."""
    places = _BITS - (value.numerator.bit_length() - value.denominator.bit_length())
    if places < 0:
        return Fraction(value.numerator // value.denominator)
    return Fraction((value.numerator << places) // value.denominator, 1 << places)


def _gained(old: Interval, new: Interval) -> bool:
    """Whether an end has come closer by more than a little of the width, or of its size where there is no width."""
    if (old.low is None) != (new.low is None) or (old.high is None) != (new.high is None):
        return True
    if old.low is None or old.high is None:
        return any(
            abs(b - a) > _GAIN * abs(a)
            for a, b in zip(old[:2], new[:2], strict=True)
            if a is not None and b is not None
        )
    assert new.low is not None and new.high is not None
    width = old.high - old.low
    return width == 0 or (width - (new.high - new.low)) > _GAIN * width


def _linear(constraint: Linear, bounds: Sequence[Interval]) -> list[tuple[int, Interval]]:
    """What the sum leaves each of its variables, by running sums from both ends."""
    terms = list(constraint.coefficients.items())
    moved = [bounds[v].scale(c) for v, c in terms]
    after = [point(0)] * (len(terms) + 1)
    for i in range(len(terms) - 1, 0, -1):
        after[i] = after[i + 1].plus(moved[i])
    before = point(0)
    found: list[tuple[int, Interval]] = []
    for i, (variable, c) in enumerate(terms):
        rest = before.plus(after[i + 1])
        found.append((variable, constraint.within.plus(-rest).scale(1 / c)))
        before = before.plus(moved[i])
    return found


def _product(constraint: Product, bounds: Sequence[Interval]) -> list[tuple[int, Interval]]:
    x, y, z = (bounds[v] for v in constraint.variables)
    found: list[tuple[int, Interval]] = []
    try:
        ratio = constraint.ratio(y)
    except (ValueError, ZeroDivisionError):
        ratio = None
    if ratio is not None:
        found.append((constraint.z, x.times(ratio)))
        if Fraction(0) not in ratio and not _touches_zero(ratio):
            found.append((constraint.x, z.divide(ratio)))
    if Fraction(0) not in x and not _touches_zero(x):
        allowed = _factor(constraint, z.divide(x))
        if allowed is not None:
            found.append((constraint.y, allowed))
    return found


def _touches_zero(interval: Interval) -> bool:
    return interval.low == 0 or interval.high == 0


def _factor(constraint: Product, ratio: Interval) -> Interval | None:
    """What a ratio z / x leaves y; None where nothing follows."""
    try:
        base = ratio.scale(1 / constraint.times)
        if constraint.net:
            base = base.reciprocal().shift(-constraint.net).reciprocal()
        if constraint.power > 1:
            base = root(base, constraint.power)
    except (ValueError, ZeroDivisionError):
        return None
    return base.shift(-constraint.offset).scale(1 / constraint.scale)
