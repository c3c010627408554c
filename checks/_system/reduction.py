"""Constraints that one loose variable can always satisfy, which decide nothing.

A variable that stands in one constraint only, and whose bounds hold whatever that constraint
may ask of it, is a slack: the constraint can be left out and the variable computed last.
Most of a draft's system goes this way, as does every figure that is let go.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from checks._system import Constraint, Linear, System
from checks._system.contraction import asked
from claims.interval import Interval


def reduced(system: System) -> tuple[list[int], list[tuple[int, int]]]:
    """Numbers of the constraints that remain, and the others with the variable of each, in the order left out."""
    standing: dict[int, set[int]] = {}
    for number, constraint in enumerate(system.constraints):
        for variable in constraint.variables:
            standing.setdefault(variable, set()).add(number)
    left = set(range(len(system.constraints)))
    out: list[tuple[int, int]] = []
    waiting = [v for v, numbers in standing.items() if len(numbers) == 1]
    while waiting:
        variable = waiting.pop()
        if len(standing[variable]) != 1:
            continue
        (number,) = standing[variable]
        constraint = system.constraints[number]
        if not _is_slack(variable, constraint, system.bounds):
            continue
        left.discard(number)
        out.append((number, variable))
        for other in constraint.variables:
            standing[other].discard(number)
            if len(standing[other]) == 1:
                waiting.append(other)
    return sorted(left), out


def _is_slack(variable: int, constraint: Constraint, bounds: Sequence[Interval]) -> bool:
    if not isinstance(constraint, Linear) and constraint.power > 1 and variable == constraint.y:
        return False  # its root need not be a rational number
    needed = asked(constraint, bounds, variable)
    return needed is not None and needed.issubset(bounds[variable])


def restored(system: System, values: Sequence[Fraction], out: Iterable[tuple[int, int]]) -> list[Fraction]:
    """The values with those of the slacks computed from the constraints that were left out, the last one first."""
    whole = list(values)
    for number, variable in reversed(list(out)):
        constraint = system.constraints[number]
        at = [Interval(v, v) for v in whole]
        needed = asked(constraint, at, variable)
        assert needed is not None
        allowed = needed.intersect(system.bounds[variable])
        assert allowed is not None
        whole[variable] = inside(allowed)
    return whole


def inside(interval: Interval) -> Fraction:
    """A value of the interval with few digits, near its middle."""
    low, high = interval.low, interval.high
    if low is None or high is None:
        return low + 1 if low is not None else high - 1 if high is not None else Fraction(0)
    if low == high:
        return low
    return ((low + high) / 2).limit_denominator(int(4 / (high - low)) + 1)
