"""The language of declared rules: what it reads, what it refuses and where, which forms it comes down to."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.rules.algebra import Figure, added, quotient
from claims.rules.expression import DEPTH, LIMIT, Comparison, RuleError, parse
from claims.rules.forms import Form, LinearForm, ProductForm, SolvedForm, form

MONEY = Figure((("money:CNY", 1),))
METRE = Figure((("length", 1),))
FIGURES = {
    "a": MONEY, "b": MONEY, "c": MONEY, "total": MONEY, "甲": MONEY, "rate": Figure((), F(1, 100)),
    "n": Figure(()), "m": METRE, "km": Figure((("length", 1),), F(1000)), "area": Figure((("length", 2),)),
}  # fmt: skip
GROUPS = {"parts": ("a", "b"), "none": ()}


def formed(text: str) -> Form:
    (comparison,) = parse(text)
    return form(comparison, FIGURES, GROUPS)


def linear(operator: str, constant: int | F = 0, **coefficients: int | F) -> LinearForm:
    return LinearForm({name: F(c) for name, c in coefficients.items()}, operator, F(constant))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("total == a + b", linear("=", total=1, a=-1, b=-1)),
        ("total = = a", None),
        ("sum(parts) == total", linear("=", a=1, b=1, total=-1)),
        ("sum(a, b, c) <= total", linear("<=", a=1, b=1, c=1, total=-1)),
        ("mean(parts) == c", linear("=", a=1, b=1, c=-2)),
        ("a - (b - c) > 0", linear(">", a=1, b=-1, c=1)),
        ("-a + b < 100", linear("<", 100, a=-1, b=1)),
        ("2 * a ≤ b", linear("<=", a=2, b=-1)),
        ("甲 ≥ 1,200.5", linear(">=", F("1200.5"), 甲=1)),
        ("km == m", linear("=", km=1000, m=-1)),
        ("a == 12.5% * b", linear("=", a=1, b=F(-1, 8))),
        ("a / b == 2", linear("=", a=1, b=-2)),
        ("growth(a, b) == 10%", linear("=", a=1, b=F(-11, 10))),
        ("a / 4 == b ÷ 2", linear("=", a=F(1, 4), b=F(-1, 2))),
        ("a / b ~= rate", ProductForm("b", "rate", "a", F(0), F(1, 100), 1)),
        ("share(a, b) == rate", ProductForm("b", "rate", "a", F(0), F(1, 100), 1)),
        ("growth(a, b) == rate", ProductForm("b", "rate", "a", F(1), F(1, 100), 1)),
        ("a * (1 + rate)^3 == b", ProductForm("a", "rate", "b", F(1), F(1, 100), 3)),
        ("total / n == a", ProductForm("a", "n", "total", F(0), F(1), 1)),
        ("m * m == area", SolvedForm("area", "=", {(("m", 2),): F(-1)}, {(): F(-1)})),
    ],
)
def test_forms(text: str, expected: Form | None) -> None:
    if expected is None:
        with pytest.raises(RuleError):
            formed(text)
    elif isinstance(expected, SolvedForm):
        found = formed(text)
        assert isinstance(found, SolvedForm) and found.target == expected.target
    else:
        assert formed(text) == expected


@pytest.mark.parametrize(
    ("text", "target", "operator", "others"),
    [
        ("a * b / c == total", "a", "=", ("b", "c", "total")),
        ("total / n <= a", "a", ">=", ("n", "total")),
        ("a > b * c / total", "a", ">", ("b", "c", "total")),
        ("-2 * a > b * c / total", "a", "<", ("b", "c", "total")),
    ],
)
def test_what_is_neither_is_solved_for_one_figure(
    text: str, target: str, operator: str, others: tuple[str, ...]
) -> None:
    found = formed(text)
    assert isinstance(found, SolvedForm)
    assert (found.target, found.operator, found.names[1:]) == (target, operator, others)


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("", 1, "missing"),
        ("a", 2, "nothing is compared"),
        ("a = b", 3, "=="),
        ("a == ", 6, "missing"),
        ("a == (b", 8, "closing bracket"),
        ("a == b)", 7, "cannot stand"),
        ("a == b c", 8, "cannot stand"),
        ("sum(a b) == c", 7, "comma"),
        ("a ** b == c", 4, "cannot stand"),
        ("a ^ b == c", 5, "exponent"),
        ("a ^ 1.5 == c", 5, "exponent"),
        ("a ^ 99 == c", 5, "exponent"),
        ("a ^ 0 == c", 5, "exponent"),
        ("__import__('os') == a", 12, "means nothing"),
        ("a == 'b'", 6, "means nothing"),
        ("a[0] == b", 2, "means nothing"),
        ("a; b == c", 2, "means nothing"),
        ("lambda: 0 == a", 7, "means nothing"),
        ("(" * (DEPTH + 1) + "a", DEPTH + 2, "nested"),
        ("a == " + "b" * LIMIT, LIMIT + 1, "characters"),
    ],
)
def test_what_is_no_rule_is_refused_at_its_column(text: str, column: int, words: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse(text)
    assert (caught.value.column, words in caught.value.what) == (column, True), caught.value.what


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("a == x", 6, "no figure is named x"),
        ("a == parts", 6, "write sum(parts)"),
        ("a + m == b", 3, "CNY and length"),
        ("a == m", 3, "CNY and length"),
        ("a * b == c", 7, "CNY^2 and CNY"),
        ("m * m == km", 7, "length^2 and length"),
        ("max(a, b) == c", 1, "no function is called max; there are sum, mean, share, growth"),
        ("share(a) == rate", 1, "takes two: the part and the whole"),
        ("growth(parts, c) == rate", 1, "takes two"),
        ("growth(a, m) == rate", 1, "CNY and length"),
        ("sum() == a", 1, "sum of nothing"),
        ("mean(none) == a", 1, "mean of nothing"),
        ("a / 0 == b", 3, "divides by nothing"),
        ("a / (b - b) == c", 3, "divides by nothing"),
        ("1 + 1 == 2", 7, "names no figure"),
        ("a == a", 3, "names no figure"),
        ("a * b > c * total", 7, "cannot be solved"),
        ("(a + b + c + total)^12 * (a - b + c - total)^12 == n", 24, "terms"),
    ],
)
def test_what_cannot_be_worked_out_is_refused_at_its_column(text: str, column: int, words: str) -> None:
    with pytest.raises(RuleError) as caught:
        formed(text)
    assert words in caught.value.what
    assert caught.value.column == column


def test_a_row_of_comparisons_compares_neighbours() -> None:
    found = parse("a <= b < c == total")
    assert [(c.operator, c.column) for c in found] == [("<=", 3), ("<", 8), ("==", 12)]
    assert all(isinstance(c, Comparison) for c in found)


values = st.fixed_dictionaries({name: st.fractions(F(1, 9), 99) for name in ("a", "b", "c")})
sums = st.recursive(
    st.sampled_from(["a", "b", "c", "3", "20%"]),
    lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
    max_leaves=6,
)


@given(sums, sums, values)
def test_the_algebra_says_what_arithmetic_says(left: str, right: str, at: dict[str, F]) -> None:
    """A rule holds at given values just when its polynomial is nothing there."""
    bare = {name: Figure(()) for name in at}

    def plain(text: str) -> F:
        return eval(text.replace("20%", "(F(1) / 5)").replace("3", "F(3)"), {"F": F, **at})

    (comparison,) = parse(f"{left} == {right}")
    try:
        difference = plain(left) - plain(right)
        sides = [quotient(side, bare, {}) for side in (comparison.left, comparison.right)]
        whole = added(*sides, F(-1), 1)
    except (ZeroDivisionError, RuleError):
        return

    def worth(polynomial: object) -> F:
        total = F(0)
        for monomial, c in dict(polynomial).items():  # type: ignore[call-overload]
            for name, exponent in monomial:
                c *= at[name] ** exponent
            total += c
        return total

    if worth(whole.below):
        assert worth(whole.above) / worth(whole.below) == difference
