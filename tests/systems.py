"""Systems made from a hidden consistent assignment whose values are then rounded, as a writer rounds them."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import NamedTuple

from checks._system import Constraint, Linear, Product, System
from claims.interval import Interval, closed, point


class Hidden(NamedTuple):
    """A system with the assignment that it was made from."""

    values: list[Fraction]
    constraints: list[Constraint]
    bounds: list[Interval]

    @property
    def system(self) -> System:
        return System(self.bounds, self.constraints)

    @property
    def used(self) -> list[int]:
        return sorted({v for c in self.constraints for v in c.variables})


def rounded(value: Fraction, digits: int) -> Interval:
    """What a reader knows of a value that is told to so many significant digits."""
    step = Fraction(10) ** (len(str(int(abs(value)))) - digits) if abs(value) >= 1 else Fraction(1, 10**digits)
    told = round(value / step) * step
    return closed(told - step / 2, told + step / 2)


def hidden(random: Random, products: bool = True) -> Hidden:
    """Sums, differences with a limit, shares, growth rates and means over values from 1e-4 to 1e13."""
    size = random.choice((1, 10**3, 10**9))
    values = [
        Fraction(random.randint(1, 10**6) * size, 10 ** random.randint(0, 4)) for _ in range(random.randint(3, 8))
    ]
    constraints: list[Constraint] = []
    for _ in range(random.randint(1, 6)):
        kind = random.choice(["sum", "share", "growth", "net", "mean", "limit"] if products else ("sum", "limit"))
        new = len(values)
        x, z = random.sample(range(new), 2)
        if kind == "sum":
            parts = random.sample(range(new), random.randint(2, 3))
            values.append(sum((values[p] for p in parts), Fraction(0)))
            constraints.append(Linear({**dict.fromkeys(parts, Fraction(1)), new: Fraction(-1)}, point(0)))
        elif kind == "limit":
            more = values[x] - values[z]
            constraints.append(Linear({x: Fraction(1), z: Fraction(-1)}, Interval(None, abs(more) + more, True, False)))
        elif kind == "mean":
            values.append(values[x] * values[z])
            constraints.append(Product(x, z, new))
        elif kind == "share":
            values.append(values[z] / values[x] * 100)
            constraints.append(Product(x, new, z, scale=Fraction(1, 100)))
        elif kind == "growth":
            values.append((values[z] / values[x] - 1) * 100)
            constraints.append(Product(x, new, z, offset=Fraction(1), scale=Fraction(1, 100)))
        else:
            values += [values[x] + values[z], values[z] / values[x] * 100]
            constraints.append(Product(new, new + 1, z, scale=Fraction(1, 100), net=1))
            constraints.append(Linear({x: Fraction(1), z: Fraction(1), new: Fraction(-1)}, point(0)))
    return Hidden(values, constraints, [rounded(v, random.randint(2, 6)) for v in values])


def moved(random: Random, made: Hidden, variable: int) -> Hidden:
    """The same with one of its values told wrong by a tenth or more."""
    wrong = made.values[variable] * random.choice((Fraction(1, 10), Fraction(7, 10), Fraction(11, 10), 2, 10))
    bounds = list(made.bounds)
    bounds[variable] = rounded(wrong, 6)
    return made._replace(bounds=bounds)
