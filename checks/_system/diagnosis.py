"""Error localisation: the least trusted variables whose bounds must go so that the rest can hold.

The problem is that of I. P. Fellegi and D. Holt ("A Systematic Approach to Automatic Edit
and Imputation", JASA 1976): find the sets of least weight. It is solved by hitting sets (R.
Reiter, "A Theory of Diagnosis from First Principles", 1987): every contradiction must lose
one of its members; the lightest sets that hit all contradictions known so far are tried,
and each that does not do yields a contradiction that was not known. What is left when all
of them do is proved to be the least weight, and to be all sets of that weight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checks._system import System
from checks._system.conflict import minimal_variables
from checks._system.feasibility import feasibility
from claims.interval import Interval

_ROUNDS = 200
_TIES = 64
"""More sets of one weight than that tell an editor nothing."""


def lightest(system: System, weights: Mapping[int, int], to: Sequence[Interval]) -> tuple[tuple[int, ...], ...] | None:
    """All sets of variables of least weight that make the system feasible once they are let go, in order.

    `weights` are at least 1, for the variables that may be let go; each may then have any
    value of `to`, by its number. ((),) for a feasible system; () when letting all of them go
    does not help; None when something was not decided or there are too many ties.
    """
    conflicts: list[frozenset[int]] = []
    for _ in range(_ROUNDS):
        sets = hitting(conflicts, weights)
        if not sets or len(sets) > _TIES:
            return () if not sets else None
        new = len(conflicts)
        for chosen in sets:
            if any(not conflict & chosen for conflict in conflicts[new:]):
                continue
            bounds = list(system.bounds)
            for variable in chosen:
                bounds[variable] = to[variable]
            tried = System(bounds, system.constraints)
            answer = feasibility(tried)
            if answer.feasible is None:
                return None
            if not answer.feasible:
                conflict = minimal_variables(tried, to, [v for v in weights if v not in chosen])
                if not conflict:
                    return ()
                conflicts.append(conflict)
        if len(conflicts) == new:
            return tuple(sorted(tuple(sorted(chosen)) for chosen in sets))
    return None


def hitting(conflicts: Sequence[frozenset[int]], weights: Mapping[int, int]) -> list[frozenset[int]]:
    """All sets of least weight that share a member with every conflict; [set()] when there is none to hit."""
    best: list[frozenset[int]] = []
    least: int | None = None

    def extend(chosen: frozenset[int], barred: frozenset[int], weight: int) -> None:
        nonlocal best, least
        if least is not None and weight > least:
            return
        open_ones = sorted((sorted(c - barred) for c in conflicts if not c & chosen), key=len)
        if not open_ones:
            if least is None or weight < least:
                best, least = [], weight
            if len(best) <= _TIES:
                best.append(chosen)
            return
        shut = barred
        for member in open_ones[0]:
            if member in weights:
                extend(chosen | {member}, shut, weight + weights[member])
            shut |= {member}

    extend(frozenset(), frozenset(), 0)
    return best
