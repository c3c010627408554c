"""All relations of a draft as one system: variables with bounds, linear and product constraints.

A system knows nothing of drafts. A variable is a number; what it stands for is known to
whoever built the system. Everything is exact: bounds are intervals of rationals with open
and closed ends, and an answer is given only where it is proved.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

import msgspec

from claims.interval import Interval


class Linear(msgspec.Struct, frozen=True):
    """sum(c * x) lies in `within`."""

    coefficients: Mapping[int, Fraction]
    """By variable; none is 0."""
    within: Interval

    @property
    def variables(self) -> tuple[int, ...]:
        return tuple(self.coefficients)


class Product(msgspec.Struct, frozen=True):
    """z = times * x * f / (1 + net * f) with f = (offset + scale * y) ** power.

    The three are different variables. With `net` 1 or -1, x is the level after a change z,
    and f the rate on the level before.
    """

    x: int
    y: int
    z: int
    times: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)
    scale: Fraction = Fraction(1)
    power: int = 1
    net: int = 0

    @property
    def variables(self) -> tuple[int, ...]:
        return (self.x, self.y, self.z)

    def ratio(self, y: Interval) -> Interval:
        """z / x for all values of y; raises `ValueError` or `ZeroDivisionError` where it is not bounded."""
        base = y.scale(self.scale).shift(self.offset)
        factor = base.power(self.power) if self.power > 1 else base
        if self.net:
            factor = factor.reciprocal().shift(self.net).reciprocal()
        return factor.scale(self.times)


Constraint = Linear | Product


class System(msgspec.Struct, frozen=True):
    """Variables 0, 1, 2, … with their bounds, and what must hold between them."""

    bounds: Sequence[Interval]
    constraints: Sequence[Constraint]

    def of(self, constraints: Iterable[int]) -> System:
        """The same variables with some of the constraints only, by number."""
        return System(self.bounds, [self.constraints[i] for i in constraints])

    def freed(self, variables: Iterable[int], to: Interval) -> System:
        """The system where some variables may have any value of `to`."""
        bounds = list(self.bounds)
        for variable in variables:
            bounds[variable] = to
        return System(bounds, self.constraints)


def components(constraints: Sequence[Constraint]) -> list[list[int]]:
    """Numbers of the constraints that hang together by shared variables, each part and all parts in order."""
    leader: dict[int, int] = {}

    def find(variable: int) -> int:
        root = variable
        while leader[root] != root:
            root = leader[root]
        while leader[variable] != root:
            leader[variable], variable = root, leader[variable]
        return root

    for constraint in constraints:
        first, *others = constraint.variables
        leader.setdefault(first, first)
        for other in others:
            leader.setdefault(other, other)
            leader[find(other)] = find(first)
    parts: dict[int, list[int]] = {}
    for number, constraint in enumerate(constraints):
        parts.setdefault(find(constraint.variables[0]), []).append(number)
    return list(parts.values())
