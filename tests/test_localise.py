"""Which figure of a failed relation is blamed, and which relations fail with it."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

import msgspec
import pytest
from figures import claim
from hypothesis import given
from hypothesis import strategies as st

from checks import Finding, Suspect, Verdict
from checks._blame import localise as _localise
from checks._blame.admissible import admissible
from checks._blame.causes import one_for_each
from checks._blame.localise import Localisation, suspects
from checks._blame.overlap import Overlap, deepest
from checks._blame.repairs import readings_one_slip_away
from checks._judging.evaluate import evaluate
from claims.interval import Interval, at_most, between, closed, point
from claims.model import Claim, Quantity, Relation
from claims.readings import bounds, plausible

ZERO, ONE = Fraction(0), Fraction(1)
PERCENT = Fraction(1, 100)


def total(*terms: str, operator: str = "=", **more: Any) -> Relation:
    """All terms but the last add up to the last."""
    form = "sum" if operator == "=" else "containment"
    signs = (*[ONE] * (len(terms) - 1), -ONE)
    return Relation(check=form, form=form, terms=terms, coefficients=signs, operator=operator, **more)


def same(a: str, b: str, **more: Any) -> Relation:
    return Relation(check="equal", form="equal", terms=(a, b), coefficients=(ONE, -ONE), **more)


def share(whole: str, rate: str, part: str, **more: Any) -> Relation:
    return Relation(check="share", form="share", terms=(whole, rate, part), scale=PERCENT, **more)


def growth(old: str, rate: str, new: str, **more: Any) -> Relation:
    settings = {"offset": ONE, "scale": PERCENT, **more}
    return Relation(check="growth", form="growth", terms=(old, rate, new), **settings)


def mean(each: str, count: str, whole: str) -> Relation:
    return Relation(check="mean", form="mean", terms=(each, count, whole))


class Sheet(NamedTuple):
    """A draft's figures and what became of their relations."""

    claims: dict[str, Claim]
    verdicts: list[Verdict]
    findings: list[Finding]


def sheet(figures: Mapping[str, str], *relations: Relation) -> Sheet:
    """Figures by name, in reading order, and their relations evaluated; failed ones are findings."""
    language = "zh" if any(not text.isascii() for text in figures.values()) else "en"
    claims = {name: claim(text, language, name, 100 * i) for i, (name, text) in enumerate(figures.items())}
    verdicts, findings = [], []
    for number, relation in enumerate(relations):
        e = evaluate(relation, claims)
        verdict = Verdict(f"r{number}", relation, e.outcome, "", e.severity, e.why, e.target, e.stated, e.derived)
        verdicts.append(verdict)
        if e.severity is not None:
            start = min(claims[t].start for t in relation.terms)
            findings.append(
                Finding(
                    f"f{number}", "", relation.check, e.severity, "", "", start, start, (), relation.terms, verdict.id
                )
            )
    return Sheet(claims, verdicts, findings)


def told(findings: list[Finding]) -> list[str]:
    """Findings as "r0 < r2 r3: a": verdict, what hangs under it, and its first suspect."""
    return [
        f"{f.verdict}{' < ' if f.consequences else ''}{' '.join(f.consequences)}: {f.suspects[0].claim}"
        for f in findings
    ]


# -- what the others leave -------------------------------------------------


@pytest.mark.parametrize(
    ("relation", "figures", "expected"),
    [
        (total("a", "b", "t"), "30人 20人 60人", "[40, 40] [30, 30] [50, 50]"),
        (total("a", "b", "t"), "3萬元 2萬元 6萬元", "[30000, 50000] [20000, 40000] [40000, 60000]"),
        (total("a", "b", "t", operator="<="), "30人 20人 40人", "(-∞, 20] (-∞, 10] [50, ∞)"),
        (total("a", "b", "t", operator="<"), "30人 20人 50人", "(-∞, 30) (-∞, 20) (50, ∞)"),
        (total("a", "b", "t", operator=">="), "30人 20人 60人", "[40, ∞) [30, ∞) (-∞, 50]"),
        (total("a", "b", "t"), "30人 至少20人 60人", "(-∞, 40] [30, 30] [50, ∞)"),
        (same("a", "b"), "30公里 40000米", "[39.9995, 40.0005] [29500, 30500]"),
        (same("a", "b"), "30公里 40公斤", "- -"),
        (share("w", "r", "p"), "200人 25% 80人", "[313.725, 326.531] [40, 40] [49, 51]"),
        (share("w", "r", "p"), "200人 0% 80人", "- [40, 40] [-1, 1]"),  # 0 % may be nothing at all
        (mean("m", "n", "t"), "5元 4人 30元", "[7.5, 7.5] [6, 6] [20, 20]"),
        (growth("o", "r", "n"), "200人 50% 400人", "[265.781, 267.559] [100, 100] [299, 301]"),
        (growth("n", "r", "c", offset=ZERO, net=1), "300人 20% 60人", "[352.683, 367.692] [25, 25] [48.954, 51.0373]"),
        (
            growth("n", "r", "c", offset=ZERO, net=-1),
            "300人 20% 60人",
            "[232.683, 247.692] [16.6667, 16.6667] [72.6708, 77.3585]",
        ),
        (growth("o", "r", "n", power=2), "100人 50% 400人", "[176.598, 178.969] [100, 100] [223.502, 226.502]"),
        (Relation("limit", "limit", ("a",), (ONE,), "<=", at_most(100)), "120%", "(-∞, 100]"),
        (Relation("duration", "duration", ("a", "d"), (ONE, ZERO), "=", closed(4, 5)), "6年 2019年", "[4, 5] -"),
        (total("a", "d", "t"), "3人 3月 4人", "- [1, 1] -"),
    ],
)
def test_admissible(relation: Relation, figures: str, expected: str) -> None:
    claims = {name: claim(text, "zh", name) for name, text in zip(relation.terms, figures.split(), strict=True)}
    assert " ".join(_shown(leeway) for leeway in admissible(relation, claims, bounds)) == expected


def _shown(interval: Interval | None) -> str:
    if interval is None:
        return "-"
    low = "-∞" if interval.low is None else f"{float(interval.low):.6g}"
    high = "∞" if interval.high is None else f"{float(interval.high):.6g}"
    return f"{interval.ends[0]}{low}, {high}{interval.ends[1]}"


@pytest.mark.parametrize(("years", "level"), [(2, 144), (3, 1728), (5, 248832), (7, 35831808)])
def test_a_rate_over_years_is_a_root(years: int, level: int) -> None:
    """Ten to the power of the years grows by a fifth a year to twelve to that power."""
    figures = {"o": f"{10**years}人", "r": "30%", "n": f"{level}人"}
    claims = {name: claim(text, "zh", name) for name, text in figures.items()}
    exact = admissible(growth("o", "r", "n", power=years), claims, lambda q: point(q.value or 0))[1]
    assert exact == point(20)


@given(
    st.sampled_from([total("x", "y", "z"), total("x", "y", "z", operator="<="), mean("x", "y", "z")]),
    st.lists(st.integers(1, 999), min_size=3, max_size=3),
    st.integers(0, 2),
    st.integers(-2000, 2000),
)
def test_a_value_satisfies_a_relation_just_when_it_is_admissible(
    relation: Relation, values: list[int], place: int, tried: int
) -> None:
    claims = {n: claim(f"{v}人", "zh", n) for n, v in zip("xyz", values, strict=True)}
    leeway = admissible(relation, claims, bounds)[place]
    assert leeway is not None
    name = "xyz"[place]
    quantity = Quantity("count", Fraction(tried), point(tried), "count")
    claims[name] = _with(claims[name], quantity)
    result = evaluate(relation, claims)
    if result.outcome != "undetermined":
        assert (Fraction(tried) in leeway) == (result.outcome == "consistent")


def _with(figure: Claim, quantity: Quantity) -> Claim:
    return msgspec.structs.replace(figure, quantity=quantity)


ENDS = st.one_of(st.none(), st.integers(-4, 4).map(Fraction))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(ENDS), draw(ENDS)
    if low is None or high is None:
        return Interval(low, high, low is None or draw(st.booleans()), high is None or draw(st.booleans()))
    low, high = min(low, high), max(low, high)
    return point(low) if low == high else between(low, high, draw(st.booleans()), draw(st.booleans()))


@given(st.lists(intervals(), max_size=8), intervals())
def test_intervals_that_meet_another_are_counted(given_: list[Interval], other: Interval) -> None:
    assert Overlap(given_).meeting(other) == sum(i.intersect(other) is not None for i in given_)


@given(st.lists(intervals(), min_size=1, max_size=8))
def test_the_deepest_place_lies_in_as_many_as_any(given_: list[Interval]) -> None:
    chosen = deepest(given_)
    shared: Interval | None = Interval(None, None, True, True)
    for i in chosen:
        shared = shared.intersect(given_[i]) if shared is not None else None
    assert shared is not None
    halves = [Fraction(n, 2) for n in range(-20, 21)]
    assert len(chosen) == max(sum(value in i for i in given_) for value in halves)


# -- who is blamed -----------------------------------------------------------


@pytest.mark.parametrize(
    ("figures", "relations", "expected"),
    [
        # nothing sets them apart: reading order
        ({"a": "31億元", "b": "27億元", "t": "52億元"}, [total("a", "b", "t", operator="<=")], "a b t"),
        # one slip explains it here, none there
        ({"a": "240 people", "b": "315 people", "t": "600 people"}, [total("a", "b", "t")], "a b t"),
        ({"a": "268 people", "b": "351 people", "t": "583 people"}, [total("a", "b", "t")], "b a t"),
        ({"a": "4.1億元", "b": "3.3億元", "t": "7.4萬元"}, [total("a", "b", "t")], "t a b"),
        # nothing is less than nothing
        ({"a": "240 people", "b": "318 people", "t": "79 people"}, [total("a", "b", "t")], "t a b"),
        # a figure that others rest on is trusted
        (
            {"t": "600宗", "a": "240宗", "b": "320宗", "c": "200宗", "d": "400宗"},
            [total("a", "b", "t"), total("c", "d", "t")],
            "a b t",
        ),
        # one that fails twice is not
        (
            {"a": "240", "b": "360", "t": "700", "old": "500", "up": "20%"},
            [total("a", "b", "t"), growth("old", "up", "t")],
            "t a b",
        ),
        # one repeated to the digit is trusted
        ({"a": "240戶", "b": "310戶", "t": "560戶", "again": "240戶"}, [total("a", "b", "t")], "b t a"),
    ],
)
def test_likeliest_first(figures: dict[str, str], relations: list[Relation], expected: str) -> None:
    claims, verdicts, _ = sheet(figures, *relations)
    assert verdicts[0].outcome == "inconsistent"
    assert [s.claim for s in suspects(verdicts[0], claims, verdicts)] == expected.split()


def test_a_relation_alone_has_suspects_too() -> None:
    claims, _, _ = sheet({"a": "240人", "b": "315人", "t": "515人"})
    found = suspects(total("a", "b", "t"), claims, ())
    assert {s.claim: (s.admissible, s.repairs) for s in found} == {
        "a": (point(200), ("200人",)),
        "b": (point(275), ()),
        "t": (point(555), ("555人",)),
    }


def test_terms_without_weight_are_no_suspects() -> None:
    relation = Relation("duration", "duration", ("a", "d"), (ONE, ZERO), "=", closed(4, 5))
    claims, verdicts, _ = sheet({"a": "六年", "d": "2019年"}, relation)
    assert [(s.claim, s.repairs) for s in suspects(verdicts[0], claims, verdicts)] == [("a", ("四年", "五年"))]


@pytest.mark.parametrize("figures", ["約400人 300人 760人", "4,000人 3,000人 7,400人"])
def test_what_only_a_reader_would_doubt_is_judged_as_a_reader_would(figures: str) -> None:
    """The bounds of the figures still meet; where a reader expects them they do not."""
    claims, verdicts, _ = sheet(dict(zip("abt", figures.split(), strict=True)), total("a", "b", "t"))
    (verdict,) = verdicts
    assert verdict.severity is not None and verdict.stated is not None and verdict.derived is not None
    assert verdict.stated.intersect(verdict.derived) is not None
    for suspect in suspects(verdict, claims, verdicts):
        assert suspect.admissible is not None
        assert plausible(claims[suspect.claim].quantity).intersect(suspect.admissible) is None


def test_a_range_that_runs_backwards_has_no_repair() -> None:
    order = Relation("order", "order", ("r",), (ONE,), "<", Interval(None, Fraction(20_000)))
    claims, verdicts, _ = sheet({"r": "30 to 20 thousand"}, order)
    assert suspects(verdicts[0], claims, verdicts) == (Suspect("r"),)


# -- one cause ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("figures", "relations", "expected"),
    [
        # a wrong total fails a sum, a share and a growth rate: one cause
        (
            {"a": "240戶", "b": "360戶", "t": "700戶", "rate": "40%", "old": "500戶", "up": "20%"},
            [total("a", "b", "t"), share("t", "rate", "a"), growth("old", "up", "t")],
            ["r1 < r0 r2: t"],
        ),
        # two shares of one whole, each wrong by itself: no value of the whole satisfies both
        (
            {"w": "50人", "p": "20人", "x": "45%", "q": "10人", "y": "30%"},
            [share("w", "x", "p"), share("w", "y", "q")],
            ["r0: x", "r1: q"],
        ),
        # nothing shared
        (
            {"a": "52人", "b": "25人", "c": "340人", "d": "430人"},
            [same("a", "b"), same("c", "d")],
            ["r0: a", "r1: c"],
        ),
        # the shared figure holds up something else that would break
        (
            {
                "t": "600宗",
                "a": "240宗",
                "b": "320宗",
                "c": "200宗",
                "d": "400宗",
                "e": "90宗",
                "f": "470宗",
                "g": "600宗",
            },
            [total("a", "b", "t"), total("e", "f", "t"), total("c", "d", "t"), same("t", "g")],
            ["r0: a", "r1: e"],
        ),
        # a headline that repeats the wrong figure shares its fate
        (
            {"h": "700戶", "a": "240戶", "b": "360戶", "t": "700戶", "old": "500戶", "up": "20%"},
            [same("h", "t"), total("a", "b", "t"), growth("old", "up", "t")],
            ["r1 < r2: t"],
        ),
        # the worst stands for all, then what is stated, then the smallest
        (
            {"a": "240戶", "b": "360戶", "t": "700戶", "u": "600戶"},
            [total("a", "b", "t"), same("t", "u", basis="inferred")],
            ["r0 < r1: t"],
        ),
        (
            {"a": "240戶", "b": "360戶", "t": "700戶", "u": "600戶"},
            [total("a", "b", "t"), same("t", "u")],
            ["r1 < r0: t"],
        ),
        # one exceeds the whole, and so do all: told once
        (
            {"w": "80人", "a": "85人", "b": "12人"},
            [total("a", "w", operator="<="), total("a", "b", "w", operator="<=", presumed="disjoint")],
            ["r0 < r1: w"],
        ),
        # the same figures twice, though no value settles both
        (
            {"a": "100人", "r": "50%", "b": "120人"},
            [growth("a", "r", "b"), share("a", "r", "b")],
            ["r0 < r1: r"],
        ),
    ],
)
def test_one_cause_one_finding(figures: dict[str, str], relations: list[Relation], expected: list[str]) -> None:
    claims, verdicts, findings = sheet(figures, *relations)
    assert told(one_for_each(findings, Localisation(claims, verdicts))) == expected
    assert told(one_for_each(reversed(findings), Localisation(claims, reversed(verdicts)))) == expected


def test_the_cause_satisfies_all_that_hangs_under_it() -> None:
    claims, verdicts, findings = sheet(
        {"a": "240戶", "b": "360戶", "t": "700戶", "old": "490戶", "up": "22%"},
        total("a", "b", "t"), growth("old", "up", "t"),
    )  # fmt: skip
    (finding,) = one_for_each(findings, Localisation(claims, verdicts))
    assert finding.suspects[0] == Suspect("t", point(600), ("600戶",))


def test_dismissed_findings_stay_by_themselves() -> None:
    claims, verdicts, findings = sheet(
        {"a": "240戶", "b": "360戶", "t": "700戶", "u": "600戶"}, total("a", "b", "t"), same("t", "u")
    )
    findings[1] = msgspec.structs.replace(findings[1], status="dismissed")
    assert [f.consequences for f in one_for_each(findings, Localisation(claims, verdicts))] == [(), ()]


def test_every_failed_relation_is_told_or_hangs_once() -> None:
    for seed in range(8):
        claims, verdicts, findings = _crossed(random.Random(seed))
        kept = one_for_each(findings, Localisation(claims, verdicts))
        named = [v for f in kept for v in (f.verdict, *f.consequences)]
        assert sorted(named) == sorted(f.verdict for f in findings)
        for finding in kept:
            assert [s for s in finding.suspects if s.claim not in finding.claims] == []


def _crossed(draw: random.Random) -> Sheet:
    """Parts that are in several sums, many of which fail."""
    figures = {f"n{i}": f"{draw.randint(1, 60)}人" for i in range(30)}
    names = list(figures)
    relations = [total(*draw.sample(names, draw.randint(2, 5)), operator=draw.choice(["=", "<="])) for _ in range(40)]
    return sheet(figures, *relations)


def test_the_work_grows_with_the_relations_and_not_with_their_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each relation is solved a bounded number of times, however many findings share a figure."""
    solved: list[Relation] = []

    def counted(relation: Relation, claims: Mapping[str, Claim], reading: Callable[[Quantity], Interval]) -> Any:
        solved.append(relation)
        return admissible(relation, claims, reading)

    monkeypatch.setattr(_localise, "admissible", counted)
    figures = {"t": "999999人", **{f"p{i}": f"{2_000_000 + 7 * i}人" for i in range(200)}}
    relations = [total(f"p{i}", "t", operator="<=") for i in range(200)]
    claims, verdicts, findings = sheet(figures, *relations)
    kept = one_for_each(findings, Localisation(claims, verdicts))
    assert [len(f.consequences) for f in kept] == [199]
    assert len(solved) <= 2 * len(relations)


# -- slips of hidden systems --------------------------------------------------


class Planted(NamedTuple):
    """A system that held until one figure slipped."""

    written: Sheet
    slipped: str
    original: str


TELLING = ("swapped", "decimal", "scale")


def planted(seed: int, kind: str) -> Planted | None:
    """Three parts, their total, one share and one growth rate; then one slip of that kind that a relation shows."""
    draw = random.Random(seed)
    language = draw.choice(["zh", "en"])
    unit = draw.choice(["億元", "萬噸"] if language == "zh" else [" million tonnes", " billion kilometers"])
    parts = [Fraction(draw.randint(1011, 9899), 100) for _ in range(3)]
    whole = sum(parts, Fraction(0))
    old = Fraction(draw.randint(5011, 29899), 100)
    values = {"a": parts[0], "b": parts[1], "c": parts[2], "t": whole, "old": old}
    texts = {name: f"{float(value):.2f}{unit}" for name, value in values.items()}
    texts["rate"] = f"{float(parts[0] / whole * 100):.1f}%"
    texts["up"] = f"{float((whole - old) / old * 100):.1f}%"
    relations = (total("a", "b", "c", "t"), share("t", "rate", "a"), growth("old", "up", "t"))
    held = sheet(texts, *relations)
    assert {v.outcome for v in held.verdicts} == {"consistent"}
    slipped = draw.choice([n for n in texts if kind != "scale" or n not in ("rate", "up")])
    figure = held.claims[slipped]
    away = [r.text for r in readings_one_slip_away(figure, language, "Hant") if r.kind == kind]
    if not away:
        return None
    wrong = sheet({**texts, slipped: draw.choice(away)}, *relations)
    return Planted(wrong, slipped, figure.quote) if wrong.findings else None


def _value(written: str) -> Fraction | None:
    """What a figure is worth: 55% is the same offer as 55.0%."""
    return claim(written, "en" if written.isascii() and " " in written else "zh").quantity.value


@pytest.mark.parametrize("kind", TELLING)
def test_a_planted_slip_is_found_and_undone(kind: str) -> None:
    """The slipped figure is a suspect of every relation that shows it, and its original is offered."""
    cases = [p for p in (planted(seed, kind) for seed in range(80)) if p is not None]
    places: list[int] = []
    blamed = 0
    for (claims, verdicts, findings), slipped, original in cases:
        kept = one_for_each(findings, Localisation(claims, verdicts, script="Hant"))
        assert len(kept) == 1
        (suspect,) = [s for s in kept[0].suspects if s.claim == slipped]
        offered = [_value(text) for text in suspect.repairs]
        assert suspect.admissible is not None and _value(original) in offered
        places.append(offered.index(_value(original)))
        blamed += kept[0].suspects[0].claim == slipped
    assert len(cases) > 40
    assert sum(place < 3 for place in places) >= 0.95 * len(cases)
    assert blamed >= 0.8 * len(cases)
