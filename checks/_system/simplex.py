"""Exact feasibility of linear constraints over bounded variables, with a proof when there is none.

The general simplex of B. Dutertre and L. de Moura ("A Fast Linear-Arithmetic Solver for
DPLL(T)", CAV 2006) over rationals: every constraint defines a slack variable whose bounds
are those of the constraint; a basic variable outside its bounds is brought back by a pivot
on its row; where no variable of the row can give way, the bounds in the way contradict
each other, and none of them could be left out. Bland's rule (R. G. Bland, 1977) makes it
end. Open ends are bounds a hair away: values are pairs a + b·ε with an infinitesimal ε.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from claims.interval import Interval

Value = tuple[Fraction, Fraction]
"""a + b·ε; pairs compare as tuples do."""
_ZERO, _ONE = Fraction(0), Fraction(1)
_NOTHING: Value = (_ZERO, _ZERO)


class Simplex:
    """Variables and rows; both are added first, then `conflict` is asked."""

    def __init__(self) -> None:
        self._low: list[Value | None] = []
        self._high: list[Value | None] = []
        self._value: list[Value] = []
        self._rows: dict[int, dict[int, Fraction]] = {}
        """Basic variable to its coefficients over the others."""
        self._columns: list[set[int]] = []
        """By variable: the basic variables in whose rows it stands."""

    def variable(self, bounds: Interval) -> int:
        """A new variable; its number."""
        self._low.append(None if bounds.low is None else (bounds.low, _ONE if bounds.low_open else _ZERO))
        self._high.append(None if bounds.high is None else (bounds.high, -_ONE if bounds.high_open else _ZERO))
        self._value.append(self._low[-1] or self._high[-1] or _NOTHING)
        self._columns.append(set())
        return len(self._value) - 1

    def row(self, coefficients: Mapping[int, Fraction], bounds: Interval) -> int:
        """A new variable that is a weighted sum of others and has bounds of its own; its number."""
        row: dict[int, Fraction] = {}
        for variable, c in coefficients.items():
            if variable in self._rows:
                _add(row, self._rows[variable], c)
            else:
                _add(row, {variable: _ONE}, c)
        slack = self.variable(bounds)
        self._rows[slack] = row
        a = b = _ZERO
        for variable, c in row.items():
            self._columns[variable].add(slack)
            a += c * self._value[variable][0]
            b += c * self._value[variable][1]
        self._value[slack] = (a, b)
        return slack

    def conflict(self) -> tuple[tuple[int, bool], ...] | None:
        """Bounds that cannot hold together, as variable and whether it is the upper one; None when all can hold."""
        while True:
            wrong = min((v for v in self._rows if self._misses(v)), default=None)
            if wrong is None:
                return None
            low = self._low[wrong]
            up = low is not None and self._value[wrong] < low
            row = self._rows[wrong]
            entering = min((v for v, c in row.items() if self._gives(v, (c > 0) == up)), default=None)
            if entering is None:
                others = ((v, (c > 0) == up) for v, c in row.items())
                return tuple(sorted({(wrong, not up), *others}))
            target = low if up else self._high[wrong]
            assert target is not None
            self._pivot(wrong, entering, target)

    def values(self) -> list[Fraction]:
        """Values that satisfy everything, once `conflict` has said that there are such; ε made small enough."""
        epsilon = _ONE
        for (a, b), low, high in zip(self._value, self._low, self._high, strict=True):
            if low is not None and low[0] < a and b < low[1]:
                epsilon = min(epsilon, (a - low[0]) / (low[1] - b))
            if high is not None and a < high[0] and b > high[1]:
                epsilon = min(epsilon, (high[0] - a) / (b - high[1]))
        return [a + b * epsilon for a, b in self._value]

    def extreme(self, variable: int, up: bool) -> tuple[Fraction, bool] | None:
        """Least or greatest value of a variable and whether it is never quite reached; None when it has none.

        Call it after `conflict` has said that there are values.
        """
        while True:
            if variable not in self._rows:
                # A variable off the basis stands at a bound or moves freely: bring it into the basis to see.
                found = self._free_step(variable, up)
                if found is not None:
                    return found[0]
                continue
            row = self._rows[variable]
            entering = min((v for v, c in row.items() if self._gives(v, (c > 0) == up)), default=None)
            if entering is None:
                a, b = self._value[variable]
                return a, b != 0
            if not self._advance(entering, (row[entering] > 0) == up):
                return None

    def _free_step(self, variable: int, up: bool) -> tuple[tuple[Fraction, bool] | None] | None:
        """The answer, in a tuple of one, where a variable off the basis can move no further; None to look again."""
        if not self._gives(variable, up):
            a, b = self._value[variable]
            return ((a, b != 0),)
        return None if self._advance(variable, up) else (None,)

    def _advance(self, entering: int, up: bool) -> bool:
        """Move a variable off the basis as far as the bounds of others allow; False when nothing stops it."""
        best: tuple[Value, int, int | None, Value] | None = None  # step, tie-break, leaving, its bound
        own = self._high[entering] if up else self._low[entering]
        if own is not None:
            best = (_away(own, self._value[entering]), entering, None, own)
        for basic in self._columns[entering]:
            c = self._rows[basic][entering]
            bound = self._high[basic] if (c > 0) == up else self._low[basic]
            if bound is not None:
                gap = _away(bound, self._value[basic])
                step = (gap[0] / abs(c), gap[1] / abs(c))
                if best is None or (step, basic) < best[:2]:
                    best = (step, basic, basic, bound)
        if best is None:
            return False
        step, _, leaving, bound = best
        if leaving is None:
            self._shift(entering, bound)
        else:
            self._pivot(leaving, entering, bound)
        return True

    def _misses(self, v: int) -> bool:
        low, high, value = self._low[v], self._high[v], self._value[v]
        return (low is not None and value < low) or (high is not None and value > high)

    def _gives(self, v: int, up: bool) -> bool:
        """Whether a variable off the basis can still move that way."""
        bound = self._high[v] if up else self._low[v]
        return bound is None or (self._value[v] < bound if up else self._value[v] > bound)

    def _shift(self, variable: int, to: Value) -> None:
        """Give a variable off the basis another value; its rows follow."""
        a, b = to[0] - self._value[variable][0], to[1] - self._value[variable][1]
        self._value[variable] = to
        for basic in self._columns[variable]:
            c, (u, w) = self._rows[basic][variable], self._value[basic]
            self._value[basic] = (u + c * a, w + c * b)

    def _pivot(self, leaving: int, entering: int, target: Value) -> None:
        """`leaving` leaves the basis at `target`, `entering` takes its place."""
        row = self._rows[leaving]
        c = row[entering]
        a, b = target[0] - self._value[leaving][0], target[1] - self._value[leaving][1]
        old = self._value[entering]
        self._shift(entering, (old[0] + a / c, old[1] + b / c))
        del self._rows[leaving]
        for variable in row:
            self._columns[variable].discard(leaving)
        solved = {v: -k / c for v, k in row.items() if v != entering}
        solved[leaving] = 1 / c
        for basic in list(self._columns[entering]):
            other = self._rows[basic]
            k = other.pop(entering)
            for variable, own in solved.items():
                new = other.get(variable, _ZERO) + k * own
                if new:
                    other[variable] = new
                    self._columns[variable].add(basic)
                elif variable in other:
                    del other[variable]
                    self._columns[variable].discard(basic)
        self._columns[entering] = set()
        self._rows[entering] = solved
        for variable in solved:
            self._columns[variable].add(entering)


def _away(bound: Value, value: Value) -> Value:
    """How far a bound is from a value that keeps it."""
    a, b = bound[0] - value[0], bound[1] - value[1]
    return (a, b) if (a, b) >= _NOTHING else (-a, -b)


def _add(row: dict[int, Fraction], other: Mapping[int, Fraction], times: Fraction) -> None:
    for variable, c in other.items():
        new = row.get(variable, _ZERO) + times * c
        if new:
            row[variable] = new
        else:
            row.pop(variable, None)
