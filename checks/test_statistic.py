"""A p-value does not follow from the test statistic beside it.

"t(28) = 2.20, p < .01": t = 2.20 on 28 degrees of freedom gives p = .036. The method is that
of statcheck (Nuijten et al., Behavior Research Methods 48, 2016): p is monotone in the
statistic, so the ends of its rounding give the ends of p.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from checks._figures import decimals_of, digits
from checks._tails import chi_square_tail, f_tail
from claims.interval import Interval, at_least, between, closed, point
from claims.model import Ledger, Quantity, Relation
from claims.readings import bounds, truncated
from claims.significance import Result, results
from claims.wordings import Wording

_ONE, _HALF, _ALPHA = Fraction(1), Fraction(1, 2), Fraction(1, 20)
_ONE_TAILED = Wording(zh=r"{one_tailed}", en=r"\b{one_tailed}\b")
_CORRECTED = Wording(zh=r"{corrected_p}", en=r"\b{corrected_p}")
"""What makes p larger than the statistic by itself does."""
_OTHERWISE = Wording(zh=r"{p_otherwise}", en=r"\b{p_otherwise}")
"""What gives p by another way than the distribution of the statistic."""
_ROUNDED_DF = Wording(zh=r"{rounded_df}", en=r"\b{rounded_df}\b")
_SIGNS = {"less_than": "<", "more_than": ">", "at_most": "≤", "at_least": "≥", None: "="}
_FAILS = {"less_than": "≥", "more_than": "≤", "at_most": ">", "at_least": "<", None: "≠"}
_TAILS = {"zh": ("（雙尾）", "（單尾）"), "en": (" (two-tailed)", " (one-tailed)")}
_LEVEL = Wording(zh=r"{significance_level}", en=r"{significance_level}")
_LARGEST = 1000
"""Statistics from which on none is held to be not significant."""
_STEPS = 40
_SIGNED = ("t", "z", "r")
_SAID = (("one", _ONE_TAILED), ("corrected", _CORRECTED), ("rounded", _ROUNDED_DF), ("level", _LEVEL))


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each p-value that stands beside a statistic and its degrees of freedom."""
    found = list(results(ledger))
    if not found:
        return
    said = {name: any(wording.either.search(block.text) for block in ledger.draft.blocks) for name, wording in _SAID}
    for result in found:
        if _OTHERWISE.either.search(ledger.draft.blocks[result.block].text):
            continue
        try:
            yield from _of_p(result, said, ledger.draft.language)
        except ValueError:
            continue  # no such statistic, or out of reach


def _of_p(result: Result, said: dict[str, bool], language: str) -> Iterator[Relation]:
    """What p must be, as an interval; where only another reading of the words explains it, no more than a hint."""
    if result.p is None:
        yield from _not_significant(result, said, language)
        return
    stated = bounds(result.p.quantity)
    if result.p.quantity.value == 0 and result.p.quantity.hedge:
        return  # p < .000 is how some programs print "less than .0005"
    both = tail(result, bounds, said["rounded"])
    half = _halved(both) if _has_sides(result) else both
    tails, expected, remark = 0, both, ""
    if stated.intersect(both) is None:
        if said["one"] and stated.intersect(_halved(both)) is not None:
            tails, expected = 1, _halved(both)
        elif stated.intersect(half) is not None:
            remark = "one-tailed"
        elif stated.intersect(tail(result, truncated, said["rounded"])) is not None:
            remark = "truncation"
    if said["corrected"]:
        expected = at_least(expected.low or Fraction(0))
    if not remark and _decides_otherwise(expected, stated):
        remark = "decision"
    yield _relation(result, expected, tails, remark, language)


def _not_significant(result: Result, said: dict[str, bool], language: str) -> Iterator[Relation]:
    """How large the statistic may be at most for p to be above .05, where only "ns" is said of p."""
    if said["one"] or said["corrected"] or said["level"]:
        return
    low, high = Fraction(0), Fraction(1 if result.test == "r" else _LARGEST)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        ends = _over_df(result, point(middle), said["rounded"])
        low, high = (low, middle) if ends.high is not None and ends.high <= _ALPHA else (middle, high)
    words, figure = result.words, result.statistic
    p = _written(tail(result, _as_written), figure.quantity, ".")
    yield Relation(
        check="", form="p-value", terms=(figure.id, *(c.id for c in result.df_claims)),
        coefficients=(_ONE, *([Fraction(0)] * len(result.df_claims))), constant=closed(-high, high),
        basis="inferred", reason="tails", cue=(result.block, result.start, result.end),
        note={
            "template": "p-value-ns", "test": words, "p": p,
            "tails": _TAILS[language][0] if result.test in _SIGNED else "",
            "statement": f"{words}: p > .05", "arithmetic": f"{words}: p {p} ≤ .05",
        },
    )  # fmt: skip


def _relation(result: Result, expected: Interval, tails: int, remark: str, language: str) -> Relation:
    assert result.p is not None
    q, words, terms = result.p.quantity, result.words, (result.p, result.statistic, *result.df_claims)
    exact = tail(result, _as_written)
    p = _written(_halved(exact) if tails else exact, q, result.p.quote)
    stated = f"{_SIGNS[q.hedge]} {result.p.quote}"
    presumed = remark in ("one-tailed", "truncation")
    return Relation(
        check="", form="p-value", terms=tuple(claim.id for claim in terms),
        coefficients=(_ONE, *([Fraction(0)] * (len(terms) - 1))), constant=expected,
        basis="inferred" if presumed else "stated", presumed="tails" if presumed else "", reason="tails",
        cue=(result.block, result.start, result.end),
        note={
            "test": words, "p": p, "stated": stated, "remark": remark,
            "tails": _TAILS[language][tails] if result.test in _SIGNED or tails else "",
            "statement": f"{words}: p {stated}",
            "arithmetic": f"{words}: p {p} {_FAILS[q.hedge]} {result.p.quote}",
        },
    )  # fmt: skip


def tail(result: Result, reading: Callable[[Quantity], Interval], rounded_df: bool | None = None) -> Interval:
    """All p-values, two-tailed where there are two tails, of the statistics that a reading allows.

    `rounded_df` tells whether whole degrees of freedom may have been rounded; with None all
    are taken as written. Raises `ValueError` for a statistic that cannot be or is out of reach.
    """
    return _over_df(result, _size(reading(result.statistic.quantity)), rounded_df)


def _over_df(result: Result, size: Interval, rounded_df: bool | None) -> Interval:
    """The p-values of statistics of that size over all readings of the degrees of freedom."""
    found: Interval | None = None
    for df in (result.df,) if rounded_df is None else _readings_of_df(result, rounded_df):
        low = Fraction(0) if size.high is None else _p(result.test, size.high, df).low
        ends = between(low or Fraction(0), _p(result.test, size.low or Fraction(0), df).high or _ONE)
        found = ends if found is None else found.hull(ends)
    assert found is not None
    return found


def _size(value: Interval) -> Interval:
    """Absolute values; a bound "< 1" reaches down to 0."""
    low, high = value.low, value.high
    if low is None or high is None:
        return Interval(max(low, Fraction(0)) if low is not None else Fraction(0), high)
    if low <= 0 <= high:
        return closed(0, max(-low, high))
    return closed(*sorted((abs(low), abs(high))))


def _readings_of_df(result: Result, rounded: bool) -> Iterator[tuple[Fraction, ...]]:
    """Degrees of freedom as written, as they may be before rounding, and for r also where pairs were counted."""
    halves = [step / 2 if step else _HALF if rounded else Fraction(0) for step in result.df_steps]
    for signs in ((0,), (-1, 1))[any(halves)]:
        yield tuple(max(n + signs * half, _HALF) for n, half in zip(result.df, halves, strict=True))
    if result.test == "r" and result.df[0] > 2:
        yield (result.df[0] - 2,)


def _p(test: str, value: Fraction, df: tuple[Fraction, ...]) -> Interval:
    if test == "chi":
        return chi_square_tail(value, df[0])
    if test == "z":
        return chi_square_tail(value**2, _ONE)
    if test == "F":
        return f_tail(value, df[0], df[1])
    if test == "t":
        return f_tail(value**2, _ONE, df[0])
    if value >= 1:
        return closed(0, 0)
    return f_tail(value**2 * df[0] / (1 - value**2), _ONE, df[0])


def _has_sides(result: Result) -> bool:
    """Whether the statistic has a sign, or is the square of one that has."""
    return result.test in _SIGNED or result.df[0] == 1


def _halved(p: Interval) -> Interval:
    return p.scale(_HALF)


def _decides_otherwise(expected: Interval, stated: Interval) -> bool:
    """Whether the two lie on either side of .05."""
    return any(
        a.high is not None and b.low is not None and a.high <= _ALPHA <= b.low and a.low != b.low
        for a, b in ((expected, stated), (stated, expected))
    )


def _as_written(q: Quantity) -> Interval:
    return q.stated


def _written(p: Interval, like: Quantity, quote: str) -> str:
    """A p-value with its sign, to three decimals or to those of the one beside it: "= .036", "< .001"."""
    decimals = max(3, decimals_of(like.step))
    one_sided = (p.high or _ONE) - (p.low or Fraction(0)) > Fraction(1, 10**decimals)
    value, sign = (p.high or _ONE, "≤") if one_sided else (p.low or Fraction(0), "=")
    smallest = Fraction(1, 10**decimals)
    shown = digits(max(value, smallest), decimals)
    if one_sided and (p.low or 0) > 0:
        shown, sign = digits(p.low or Fraction(0), decimals), "≥"
    return f"{'<' if value < smallest else sign} {shown.removeprefix('0') if quote.startswith('.') else shown}"
