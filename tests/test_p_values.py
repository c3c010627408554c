"""P-values that reported statistics allow: the ends of rounding, and what is out of reach."""

from __future__ import annotations

from fractions import Fraction

import pytest
from check_pages import lines, reviewed
from hypothesis import given
from hypothesis import strategies as st

from checks._statistics.p_values import critical, tail
from claims.extract import extract
from claims.readers import read_text
from claims.readings import bounds
from claims.ties.significance import Result, results


def found(text: str) -> Result:
    (result,) = results(extract(read_text(text + "\n", "draft.md")))
    return result


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("t(28) = 2.20, p = .04.", ".0358", ".0366"),
        ("t(28) = −2.20, p = .04.", ".0358", ".0366"),
        ("t(28) = 2.2, p = .04.", ".0325", ".0403"),
        ("t(28) = 0.0, p = .98.", ".9605", "1"),
        ("F(2, 57) = 3.40, p = .04.", ".0401", ".0405"),
        ("F(1, 57) < 1, p > .25.", ".3215", "1"),
        ("χ²(1) = 4.02, p = .045.", ".0448", ".0451"),
        ("z = 1.96, p = .05.", ".0494", ".0506"),
        ("r(48) = .31, p = .03.", ".0259", ".0350"),
    ],
)
def test_ends_of_rounding_are_ends_of_p(text: str, low: str, high: str) -> None:
    p = tail(found(text), bounds, False)
    assert p.low is not None and p.high is not None
    assert (float(p.low), float(p.high)) == pytest.approx((float(low), float(high)), abs=6e-5)


def test_rounded_degrees_of_freedom_widen_p() -> None:
    result = found("t(4) = 2.20, p = .09.")
    assert tail(result, bounds, False).issubset(tail(result, bounds, True))
    assert tail(result, bounds, False) != tail(result, bounds, True)


@pytest.mark.parametrize(("text", "five_percent"), [("t(28) = 2, ns", "2.048"), ("χ²(1) = 2, ns", "3.841")])
def test_critical_values_are_those_of_tables(text: str, five_percent: str) -> None:
    assert float(critical(found(text), Fraction(1, 20), False)) == pytest.approx(float(five_percent), abs=1e-3)


@pytest.mark.parametrize(
    "text",
    [
        "They agree, r(48) = 1.31, p = .03.",
        "They differ, t(0) = 2.20, p = .9.",
        "They differ, t(99999999) = 2.20, p = .9.",
        "They differ, t(28) = 22.20, p < .000.",
    ],
)
def test_nothing_follows_from_what_cannot_be_or_is_out_of_reach(text: str) -> None:
    assert lines(reviewed(text)) == ""


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("An effect, F(2, 57) = 1.20, p < .001.", "The two lie on either side of .05."),
        ("They differ, t(28) = 2.20, p = .018.", "then it should say so."),
        ("兩組有差異，t(28) = 1.20，p = .004。", "兩者分處.05的兩側。"),
        ("两组有差异，t(28) = 2.20，p = .018。", "若是单尾检定就相符，但应写明。"),
    ],
)
def test_the_note_says_what_hangs_on_it(text: str, end: str) -> None:
    (finding,) = (f for f in reviewed(text).findings if f.check == "test-statistic")
    assert finding.message.endswith(end)


@given(st.integers(min_value=1, max_value=2_000), st.integers(min_value=3, max_value=400), st.integers(2, 4))
def test_a_p_value_that_follows_is_never_found_fault_with(f: int, df: int, places: int) -> None:
    """F with two degrees of freedom above has a closed form, here rounded as papers round it."""
    value = f / 100
    p = (1 + 2 * value / df) ** (-df / 2)
    text = f"An effect, F(2, {df}) = {value:.2f}, p = {p:.{places}f}. F(2, {df}) = {value:.2f}, p < {p + 0.001:.3f}."
    assert [finding for finding in reviewed(text).findings if finding.check == "test-statistic"] == []
