"""Digit strings become exact numbers that keep the worth of their last digit."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.numerals import MAX_DIGITS, Numeral, parse_digits


@pytest.mark.parametrize(
    ("token", "mantissa", "decimals"),
    [
        ("7", 7, 0), ("007", 7, 0), ("0", 0, 0), ("0.0", 0, 1), ("2.50", 250, 2), (".5", 5, 1), ("6.", 6, 0),
        ("12,345", 12345, 0), ("12，345", 12345, 0), ("12'345", 12345, 0), ("12’345", 12345, 0), ("12 345", 12345, 0),
        ("1,234,567.890", 1234567890, 3), ("4567", 4567, 0), ("8．25", 825, 2), ("8·25", 825, 2),
        ("9" * MAX_DIGITS, int("9" * MAX_DIGITS), 0),
        ("0." + "3" * (MAX_DIGITS - 1), int("3" * (MAX_DIGITS - 1)), MAX_DIGITS - 1),
    ],
)  # fmt: skip
def test_tokens(token: str, mantissa: int, decimals: int) -> None:
    assert parse_digits(token) == (mantissa, decimals)


@pytest.mark.parametrize(
    ("token", "mantissa", "decimals"), [("1.234,5", 12345, 1), ("0,75", 75, 2), ("2.000", 2000, 0), ("3", 3, 0)]
)
def test_decimal_comma(token: str, mantissa: int, decimals: int) -> None:
    assert parse_digits(token, decimal_comma=True) == (mantissa, decimals)


@pytest.mark.parametrize(
    "token",
    ["", ".", ",", "1.2.3", "-1", "+1", "1e9", "0x1f", "²", "½", "一", "nan", "1_000", "9" * (MAX_DIGITS + 1),
     "9" * 100_000, "0." + "1" * MAX_DIGITS, "1," * 60_000],
)  # fmt: skip
def test_no_number(token: str) -> None:
    assert parse_digits(token) is None


@pytest.mark.parametrize(
    ("written", "scale", "value", "step", "grain"),
    [
        ("53.70", 1, "53.7", "0.01", "0.1"), ("53.70", 10**8, "5370000000", "1000000", "10000000"),
        ("640", 1, "640", "1", "10"), ("641", 1, "641", "1", "1"), ("52,000", 1, "52000", "1", "1000"),
        ("300", 10**8, "30000000000", "100000000", "10000000000"),
        ("0.0", 1, "0", "0.1", "0.1"), ("0", 10**4, "0", "10000", "10000"),
        ("1.5", 10**6, "1500000", "100000", "100000"), ("5", Fraction(1, 100), "0.05", "0.01", "0.01"),
    ],
)  # fmt: skip
def test_value_step_and_grain(written: str, scale: int | Fraction, value: str, step: str, grain: str) -> None:
    numeral = parse_digits(written)
    assert numeral is not None
    got = (numeral.times(scale), numeral.step(scale), numeral.grain(scale))
    assert got == (Fraction(value), Fraction(step), Fraction(grain))
    assert all(isinstance(worth, Fraction) for worth in got)


@pytest.mark.parametrize(
    ("token", "is_round"),
    [
        ("1,000", True),
        ("1,100", True),
        ("4,010", False),
        ("900", False),
        ("2000.0", False),
        ("200000", True),
        ("0", False),
    ],
)
def test_round_integers(token: str, is_round: bool) -> None:
    numeral = parse_digits(token)
    assert numeral is not None and numeral.is_round == is_round


@given(st.integers(0, 10**18), st.integers(0, 8))
def test_writing_and_reading_agree(mantissa: int, decimals: int) -> None:
    digits = str(mantissa).rjust(decimals + 1, "0")
    whole, part = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    for written in (whole, f"{int(whole):,}"):
        assert parse_digits(f"{written}.{part}" if decimals else written) == (mantissa, decimals)


@given(st.integers(0, 10**12), st.integers(0, 6), st.sampled_from([1, 10**4, 10**8]))
def test_value_is_a_whole_number_of_grains_and_grains_of_steps(mantissa: int, decimals: int, scale: int) -> None:
    numeral = Numeral(mantissa, decimals)
    assert numeral.times(scale) % numeral.grain(scale) == 0
    assert numeral.grain(scale) % numeral.step(scale) == 0
    assert mantissa == 0 or numeral.times(scale) % (10 * numeral.grain(scale)) != 0


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    numeral = parse_digits(text)
    assert numeral is None or (numeral.mantissa >= 0 and numeral.decimals >= 0)
