"""One system over many figures: what is proved of it is true."""

from __future__ import annotations

from fractions import Fraction as F
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from systems import Hidden, hidden, moved

from checks._system import Constraint, Linear, Product, System, components
from checks._system.conflict import minimal, narrowed
from checks._system.contraction import contracted
from checks._system.diagnosis import hitting, lightest
from checks._system.feasibility import feasibility, possible
from checks._system.simplex import Simplex
from claims.interval import EVERYTHING, Interval, at_least, at_most, between, closed, less_than, more_than, point

seeds = st.integers(0, 2**32)
SHARE = F(1, 100)


def holds(constraint: Constraint, values: tuple[F, ...] | list[F]) -> bool:
    if isinstance(constraint, Linear):
        return sum((c * values[v] for v, c in constraint.coefficients.items()), F(0)) in constraint.within
    return values[constraint.z] == values[constraint.x] * (constraint.ratio(point(values[constraint.y])).low or 0)


def total(parts: tuple[int, ...], whole: int) -> Linear:
    return Linear({**dict.fromkeys(parts, F(1)), whole: F(-1)}, point(0))


@given(seeds)
def test_what_was_rounded_from_true_values_never_conflicts(seed: int) -> None:
    made = hidden(Random(seed))
    answer = feasibility(made.system)
    assert answer.feasible is not False
    assert minimal(made.system) == ()


@given(seeds)
def test_an_answer_that_it_is_feasible_comes_with_values_that_show_it(seed: int) -> None:
    made = hidden(Random(seed))
    answer = feasibility(made.system)
    if answer.feasible:
        assert all(value in bounds for value, bounds in zip(answer.values, made.bounds, strict=True))
        assert all(holds(constraint, answer.values) for constraint in made.constraints)


@given(seeds)
def test_linear_systems_are_always_decided(seed: int) -> None:
    random = Random(seed)
    made = hidden(random, products=False)
    assert feasibility(made.system).feasible is True
    assert feasibility(moved(random, made, random.choice(made.used)).system).feasible is not None


@given(seeds)
def test_contraction_loses_no_solution(seed: int) -> None:
    made = hidden(Random(seed))
    narrow = contracted(made.system)
    assert narrow is not None
    assert all(value in bounds for value, bounds in zip(made.values, narrow, strict=True))


def _conflicting(seed: int) -> tuple[Hidden, int] | None:
    random = Random(seed)
    made = hidden(random)
    variable = random.choice(made.used)
    wrong = moved(random, made, variable)
    return (wrong, variable) if feasibility(wrong.system).feasible is False else None


@given(seeds)
def test_a_conflict_is_minimal(seed: int) -> None:
    found = _conflicting(seed)
    if found is None:
        return
    system = found[0].system
    conflict = minimal(system)
    assert conflict
    assert feasibility(system.of(conflict)).feasible is False
    for left_out in conflict:
        assert feasibility(system.of(n for n in conflict if n != left_out)).feasible is not False


@given(seeds)
def test_the_value_that_was_moved_is_among_the_lightest_suspects(seed: int) -> None:
    found = _conflicting(seed)
    if found is None:
        return
    made, wrong = found
    sets = lightest(made.system, dict.fromkeys(made.used, 1), [EVERYTHING] * len(made.bounds))
    if sets is not None:
        assert (wrong,) in sets
        needed = possible(made.system.freed([wrong], EVERYTHING), wrong)
        assert needed is not None and made.values[wrong] in needed


def test_most_moved_values_are_found_out() -> None:
    """Of values moved by a tenth or more in systems with two relations or more on each, nearly all."""
    tried = caught = 0
    for seed in range(150):
        random = Random(seed)
        made = hidden(random)
        often = [v for v in made.used if sum(v in c.variables for c in made.constraints) > 1]
        if often:
            tried += 1
            caught += feasibility(moved(random, made, random.choice(often)).system).feasible is False
    assert tried > 50
    assert caught > 0.8 * tried


@given(seeds)
def test_the_lightest_sets_are_all_there_is(seed: int) -> None:
    found = _conflicting(seed)
    if found is None or len(found[0].used) > 9:
        return
    made = found[0]
    free = [EVERYTHING] * len(made.bounds)
    sets = lightest(made.system, dict.fromkeys(made.used, 1), free)
    if sets:
        size = len(sets[0])
        smaller = [c for k in range(size) for c in combinations(made.used, k)]
        assert not any(feasibility(made.system.freed(c, EVERYTHING)).feasible for c in smaller)
        same = [c for c in combinations(made.used, size) if feasibility(made.system.freed(c, EVERYTHING)).feasible]
        assert set(same) <= set(sets)


@pytest.mark.parametrize(
    ("bounds", "constraints", "feasible"),
    [
        ((closed(2, 3), closed(2, 3), closed(5, 5)), [total((0, 1), 2)], True),
        ((closed(2, 3), closed(2, 3), closed(7, 7)), [total((0, 1), 2)], False),
        # open ends: x < 5 and x >= 5, x < 5 and x > 4
        ((less_than(5), point(5)), [Linear({0: F(1), 1: F(-1)}, at_least(0))], False),
        ((less_than(5), more_than(4)), [Linear({0: F(1), 1: F(-1)}, point(0))], True),
        ((between(0, 1, True, True), point(1)), [Linear({0: F(1), 1: F(-1)}, point(0))], False),
        # three readings of one sum that only together cannot hold
        ((closed(0, 1),) * 3, [Linear({0: F(1), 1: F(1)}, at_least(2)), Linear({1: F(1), 2: F(1)}, at_most(0))], False),
        ((closed(0, 1),) * 3, [Linear({0: F(1), 1: F(1)}, at_least(2)), Linear({1: F(1), 2: F(1)}, at_most(1))], True),
        # scales far apart in one system
        ((point(10**13), closed(F(1, 10**4), F(2, 10**4)), point(10**9)), [Product(0, 1, 2)], True),
        ((point(10**13), closed(F(1, 10**4), F(2, 10**4)), point(10**10)), [Product(0, 1, 2)], False),
        # a share of a whole that is told twice: 30 % and 31 % of one part
        ((closed(99, 101), closed(29, 30), point(30), closed(31, 32)), [Product(0, 1, 2, scale=SHARE)], True),
        (
            (closed(99, 101), closed(29, 30), point(30), closed(31, 32)),
            [Product(0, 1, 2, scale=SHARE), Product(0, 3, 2, scale=SHARE)],
            False,
        ),
        # compound growth, and a change on top of which the level stands
        ((point(100), point(10), closed(120, 122)), [Product(0, 1, 2, offset=F(1), scale=SHARE, power=2)], True),
        ((point(100), point(10), closed(122, 123)), [Product(0, 1, 2, offset=F(1), scale=SHARE, power=2)], False),
        ((point(312), closed(13, 14), point(37)), [Product(0, 1, 2, scale=SHARE, net=1)], True),
        ((point(312), closed(14, 15), point(37)), [Product(0, 1, 2, scale=SHARE, net=1)], False),
        # a base that may be nothing leaves a rate open
        ((closed(-1, 1), closed(0, 9), point(0)), [Product(0, 1, 2)], True),
        ((), [], True),
    ],
)
def test_systems(bounds: tuple[Interval, ...], constraints: list[Constraint], feasible: bool) -> None:
    assert feasibility(System(bounds, constraints)).feasible is feasible


def test_a_conflict_names_only_what_it_needs() -> None:
    bounds = [closed(1, 2)] * 6
    needed = [Linear({0: F(1), 1: F(1)}, at_least(4)), Linear({1: F(1), 2: F(1)}, at_most(2))]
    idle = [Linear({2: F(1), 3: F(1)}, at_most(9)), Linear({4: F(1), 5: F(1)}, at_least(2))]
    assert minimal(System(bounds, [idle[0], needed[0], idle[1], needed[1]])) == (1, 3)


def test_two_wrong_values_are_a_set_of_two() -> None:
    """Two sums without a figure in common: one of each must go."""
    bounds = [point(1), point(2), point(4), point(5), point(6), point(12)]
    system = System(bounds, [total((0, 1), 2), total((3, 4), 5)])
    sets = lightest(system, dict.fromkeys(range(6), 1), [at_least(0)] * 6)
    assert sets == tuple((a, b) for a in range(3) for b in range(3, 6))
    trusted = {**dict.fromkeys(range(6), 1), 0: 2, 1: 2, 3: 2, 4: 2}
    assert lightest(system, trusted, [at_least(0)] * 6) == ((2, 5),)


def test_nothing_below_nothing_repairs_a_part() -> None:
    """700 and 50 of 640: only the 700 or the 640 can be wrong, as the 50 would have to be less than nothing."""
    system = System([point(700), point(50), point(640)], [Linear({0: F(1), 1: F(1), 2: F(-1)}, at_most(0))])
    assert lightest(system, {0: 1, 1: 1, 2: 1}, [at_least(0)] * 3) == ((0,), (2,))


def test_feasible_systems_ask_for_nothing_and_hopeless_ones_for_no_set() -> None:
    fine = System([point(1), point(1)], [Linear({0: F(1), 1: F(-1)}, point(0))])
    assert lightest(fine, {0: 1, 1: 1}, [EVERYTHING] * 2) == ((),)
    hopeless = System([point(1)], [Linear({0: F(1)}, point(2)), Linear({0: F(1)}, point(3))])
    assert lightest(hopeless, {0: 1}, [EVERYTHING]) == ()


@pytest.mark.parametrize(
    ("conflicts", "weights", "sets"),
    [
        ([], {}, [set()]),
        ([{1, 2}, {2, 3}], {1: 1, 2: 1, 3: 1}, [{2}]),
        ([{1, 2}, {2, 3}], {1: 1, 2: 3, 3: 1}, [{1, 3}]),
        ([{1, 2}, {3, 4}], dict.fromkeys(range(9), 1), [{1, 3}, {1, 4}, {2, 3}, {2, 4}]),
        ([{1}, {5}], {1: 1}, []),
    ],
)
def test_hitting_sets(conflicts: list[set[int]], weights: dict[int, int], sets: list[set[int]]) -> None:
    found = hitting([frozenset(c) for c in conflicts], weights)
    assert sorted(map(sorted, found)) == sorted(map(sorted, sets))


@given(
    st.sets(st.integers(0, 40)), st.lists(st.sets(st.integers(0, 40), min_size=1, max_size=4), min_size=1, max_size=4)
)
def test_narrowing_leaves_a_part_that_contradicts_and_no_member_too_many(
    extra: set[int], cores: list[set[int]]
) -> None:
    def contradict(kept: object) -> bool:
        return any(core <= set(kept) for core in cores)  # type: ignore[call-overload]

    members = sorted(extra.union(*cores))
    kept = narrowed(members, contradict)
    assert contradict(kept)
    assert not any(contradict([m for m in kept if m != left_out]) for left_out in kept)


def test_extremes_of_a_sum() -> None:
    simplex = Simplex()
    a, b = simplex.variable(closed(1, 2)), simplex.variable(between(3, 4, False, True))
    both = simplex.row({a: F(1), b: F(2)}, EVERYTHING)
    free = simplex.variable(EVERYTHING)
    assert simplex.conflict() is None
    assert simplex.extreme(both, up=True) == (10, True)
    assert simplex.extreme(both, up=False) == (7, False)
    assert simplex.extreme(a, up=True) == (2, False)
    assert simplex.extreme(free, up=True) is None


@pytest.mark.parametrize(
    ("links", "parts"),
    [
        ([], []),
        ([(0, 1), (2, 3)], [[0], [1]]),
        ([(0, 1), (2, 3), (1, 2)], [[0, 1, 2]]),
        ([(0,), (0, 5), (9,)], [[0, 1], [2]]),
    ],
)
def test_components(links: list[tuple[int, ...]], parts: list[list[int]]) -> None:
    assert components([Linear(dict.fromkeys(link, F(1)), EVERYTHING) for link in links]) == parts


def test_a_long_chain_of_sums_is_no_trouble() -> None:
    """A thousand relations that hang together."""
    n = 1000
    bounds = [closed(F(i) - F(1, 2), F(i) + F(1, 2)) for i in range(n + 1)]
    steps: list[Constraint] = [Linear({i: F(-1), i + 1: F(1)}, closed(F(9, 10), F(11, 10))) for i in range(n)]
    assert feasibility(System(bounds, steps)).feasible is True
    slow: list[Constraint] = [Linear({i: F(-1), i + 1: F(1)}, closed(0, F(99, 100))) for i in range(n)]
    conflict = minimal(System(bounds, slow))
    assert conflict and feasibility(System(bounds, slow).of(conflict)).feasible is False
