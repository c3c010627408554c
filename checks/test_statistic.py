"""A p-value does not follow from the test statistic beside it.

"t(28) = 2.20, p < .01": t = 2.20 on 28 degrees of freedom gives p = .036. The method is that
of statcheck (Nuijten et al., Behavior Research Methods 48, 2016): p is monotone in the
statistic, so the ends of its rounding give the ends of p.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks._judging.figures import decimals_of, digits
from checks._statistics.p_values import SIGNED, critical, halved, has_sides, tail
from claims.interval import Interval, at_least, closed
from claims.model import Ledger, Quantity, Relation
from claims.readings import bounds, truncated
from claims.ties.significance import Result, results
from claims.wordings import Wording

_ONE, _ALPHA = Fraction(1), Fraction(1, 20)
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
        except (ValueError, OverflowError):
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
    half = halved(both) if has_sides(result) else both
    tails, expected, remark = 0, both, ""
    if stated.intersect(both) is None:
        if said["one"] and stated.intersect(halved(both)) is not None:
            tails, expected = 1, halved(both)
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
    largest = critical(result, _ALPHA, said["rounded"])
    words, figure = result.words, result.statistic
    p = _written(tail(result, _as_written), figure.quantity, ".")
    yield Relation(
        check="", form="p-value", terms=(figure.id, *(c.id for c in result.df_claims)),
        coefficients=(_ONE, *([Fraction(0)] * len(result.df_claims))), constant=closed(-largest, largest),
        basis="inferred", reason="tails", cue=(result.block, result.start, result.end),
        note={
            "template": "p-value-ns", "test": words, "p": p,
            "tails": _TAILS[language][0] if result.test in SIGNED else "",
            "statement": f"{words}: p > .05", "arithmetic": f"{words}: p {p} ≤ .05",
        },
    )  # fmt: skip


def _relation(result: Result, expected: Interval, tails: int, remark: str, language: str) -> Relation:
    assert result.p is not None
    q, words, terms = result.p.quantity, result.words, (result.p, result.statistic, *result.df_claims)
    exact = tail(result, _as_written)
    p = _written(halved(exact) if tails else exact, q, result.p.quote)
    stated = f"{_SIGNS[q.hedge]} {result.p.quote}"
    presumed = remark in ("one-tailed", "truncation")
    return Relation(
        check="", form="p-value", terms=tuple(claim.id for claim in terms),
        coefficients=(_ONE, *([Fraction(0)] * (len(terms) - 1))), constant=expected,
        basis="inferred" if presumed else "stated", presumed="tails" if presumed else "", reason="tails",
        cue=(result.block, result.start, result.end),
        note={
            "test": words, "p": p, "stated": stated, "remark": remark,
            "tails": _TAILS[language][tails] if result.test in SIGNED or tails else "",
            "statement": f"{words}: p {stated}",
            "arithmetic": f"{words}: p {p} {_FAILS[q.hedge]} {result.p.quote}",
        },
    )  # fmt: skip


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
