"""A smallest contradiction in a system: constraints that cannot hold together, none of which can be left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checks._system import Linear, System
from checks._system.feasibility import feasibility
from claims.interval import Interval


def minimal(system: System) -> tuple[int, ...]:
    """Numbers of constraints that contradict each other so that any of them left out resolves it.

    Empty when the system is feasible or nothing is proved. Where products are part of it a
    constraint also stays when it is not proved that the others suffice without it.
    """
    answer = feasibility(system)
    if answer.feasible is not False:
        return ()
    found = sorted(answer.constraints)
    if all(isinstance(system.constraints[n], Linear) for n in found):
        return tuple(found)  # the bounds in the way of one row of the simplex: none can be left out
    return tuple(narrowed(found, lambda kept: feasibility(system.of(kept)).feasible is False))


def minimal_variables(system: System, to: Sequence[Interval], among: Sequence[int]) -> frozenset[int] | None:
    """Variables of `among` whose bounds contradict the constraints, each of them needed for it; None if none do.

    A variable that is let go may have any value of `to`, by its number. Each is needed so far
    as that is seen without halving bounds, so that with products there may be a few too many.
    """
    answer = feasibility(system)
    if answer.feasible is not False:
        return None
    held = [v for v in among if v in answer.variables]

    def contradict(kept: Sequence[int]) -> bool:
        bounds = list(system.bounds)
        for variable in set(among) - set(kept):
            bounds[variable] = to[variable]
        return feasibility(System(bounds, system.constraints), nodes=0).feasible is False

    return frozenset(narrowed(held, contradict)) if contradict(held) else frozenset(among)


def narrowed(members: Sequence[int], contradict: Callable[[Sequence[int]], bool]) -> list[int]:
    """A part of `members` that still contradicts, and would not without any one of its own.

    `contradict` holds of `members` and of whatever contains what it holds of. The search
    halves (U. Junker, "QuickXplain: Preferred Explanations and Relaxations for
    Over-Constrained Problems", AAAI 2004), so that a small contradiction among many members
    costs few questions; earlier members are kept rather than later ones.
    """

    def explain(background: list[int], added: bool, candidates: list[int]) -> list[int]:
        if added and contradict(background):
            return []
        if len(candidates) == 1:
            return candidates
        half = len(candidates) // 2
        first, second = candidates[:half], candidates[half:]
        of_second = explain(background + first, bool(first), second)
        of_first = explain(background + of_second, bool(of_second), first)
        return of_first + of_second

    if contradict([]):
        return []
    return explain([], False, list(members)) if members else []
