"""Numbers written out and read back, and spans that hold in any text."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.grammar.english import fold, scan
from claims.grammar.setting import Setting
from claims.numerals import MAX_DIGITS

UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def spell(n: int, joint: str = " and ", hyphen: str = "-") -> str:
    """`n` < 10 ** 15 in English words, with `joint` after hundreds and `hyphen` in twenty-one."""
    if n < 20:
        return UNITS[n]
    if n < 100:
        return TENS[n // 10] + (hyphen + UNITS[n % 10] if n % 10 else "")
    if n < 1000:
        return f"{UNITS[n // 100]} hundred" + (joint + spell(n % 100, joint, hyphen) if n % 100 else "")
    worth, word = next(scale for scale in SCALES if n >= scale[0])
    rest = n % worth
    gap = joint if rest < 100 and worth == 1000 else " "
    return f"{spell(n // worth, joint, hyphen)} {word}" + (gap + spell(rest, joint, hyphen) if rest else "")


def read(text: str, setting: Setting | None = None) -> list[tuple[str, Fraction | None]]:
    return [(text[m.start : m.end], m.quantity.value) for m in scan(text, setting or Setting())]


@given(st.integers(0, 10**15 - 1), st.sampled_from([" and ", " "]), st.sampled_from(["-", " "]))
def test_words_read_back(n: int, joint: str, hyphen: str) -> None:
    text = spell(n, joint, hyphen)
    assert read(text) == [(text, n)]
    assert read(text.capitalize()) == [(text.capitalize(), n)]


@given(st.integers(2, 10**12), st.sampled_from([" and ", " "]))
def test_words_read_back_in_a_sentence(n: int, joint: str) -> None:
    text = f"They counted {spell(n, joint)} boats."
    assert read(text) == [(spell(n, joint), n)]


@given(st.decimals(0, 10**9, places=3, allow_nan=False), st.sampled_from(["", ","]))
def test_digits_read_back(value: Decimal, separator: str) -> None:
    text = f"{value:{separator}}"
    assert read(f"It weighs {text} kg.") == [(f"{text} kg", Fraction(value))]


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_decimal_comma_reads_back(whole: int, cents: int) -> None:
    text = f"{whole:,}".replace(",", ".") + f",{cents:02d}"
    assert read(f"{text} €", Setting(decimal_comma=True)) == [(f"{text} €", whole + Fraction(cents, 100))]


@given(st.integers(1, 999), st.sampled_from([word for _, word in SCALES]), st.sampled_from("$£€"))
def test_money_reads_back(n: int, scale: str, sign: str) -> None:
    worth = {word: value for value, word in SCALES}[scale]
    assert read(f"worth {sign}{n} {scale} now") == [(f"{sign}{n} {scale}", n * worth)]


@given(st.integers(1, 500), st.integers(1, 500), st.sampled_from([" to ", "–"]), st.sampled_from(["kg", "million"]))
def test_a_range_states_both_ends(low: int, more: int, joint: str, unit: str) -> None:
    text = f"{low}{joint}{low + more} {unit}"
    (m,) = scan(text, Setting())
    scale = 10**6 if unit == "million" else 1
    assert (m.start, m.end) == (0, len(text))
    assert (m.quantity.value, m.quantity.stated.low, m.quantity.stated.high) == (
        None,
        low * scale,
        (low + more) * scale,
    )


@given(st.integers(MAX_DIGITS + 1, 5000))
def test_more_digits_than_any_number_has_are_left_unread(size: int) -> None:
    assert read("9" * size) == []
    assert read("1e" + "9" * size) == []


RUNS = [
    "1,",
    "(",
    "one ",
    "1-",
    "hundred ",
    "and a half ",
    "between ",
    "$",
    "1/",
    "more than ",
    "9e9 ",
    "a ",
    "5 to ",
    "one thousand, ",
    "one and ",
    '1" ',
    "1.5m, ",
    "half ",
    "a third ",
    "minus ",
    "5 and 6 ",
    "1 in 5 ",
    "from 1 to 2 ",
    "two million and ",
    "10, ",
]
PIECES = [
    "one",
    "two",
    "twenty",
    "hundred",
    "thousand",
    "million",
    "dozen",
    "and",
    "a",
    "half",
    "third",
    "quarter",
    "of",
    "in",
    "to",
    "from",
    "between",
    "out",
    "-",
    "–",
    ",",
    ".",
    "%",
    "$",
    "€",
    "£",
    "US$",
    "5",
    "12",
    "1,234",
    "3.5",
    "2020",
    "0",
    "1/0\n½",
    "may",
    "March",
    "first",
    "year",
    "years",
    "km",
    "hours",
    "minutes",
    "per",
    "an",
    "the",
    "about",
    "more",
    "than",
    "less",
    "up",
    "over",
    "'",
    '"',
    "(",
    ")",
    "m",
    "bn",
    "k",
    "×",
    "^",
    "e",
    "doubled",
    "twice",
    "few",
    "couple",
    "point",
    "minus",
    "last\nsix",
    "ft",
    "inches",
    "degrees",
    "C",
    "aged",
    "old",
    "next",
    "10:30",
    "pm",
    "page",
    "No.",
    "7th",
    "1990s",
    "or",
    "at",
    "least",
    "@",
    "#",
    "http://",
    "9e9",
    "±",
    "~",
    "<",
    ">=",
    "İ",
    "ﬁ",
    "²",
    "\u3000",
    "\u202f",
    "\n",
    "元",
    "１２",
    "％",
]


@settings(max_examples=300)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", " ", "  ", "-", "\n"])), max_size=16))
def test_spans_hold_in_any_text(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    last = 0
    for m in scan(text, Setting(date="2020-02-29")):
        assert last <= m.start < m.end <= len(text)
        assert m.outer_start <= m.start and m.end <= m.outer_end <= len(text)
        assert text[m.start : m.end].strip() == text[m.start : m.end]
        q = m.quantity
        assert (q.kind == "date") == (q.dates is not None)
        assert q.kind == "date" or q.value is None or q.step >= 0
        last = m.end


@given(st.text(max_size=60))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    scan(text, Setting())


@pytest.mark.parametrize(
    "text", ["a house of 640 rooms", "«640» rooms", "İ 640 rooms", "ﬁ\n640\u202fm", "６４０ rooms"]
)
def test_positions_are_those_of_the_text(text: str) -> None:
    (m,) = scan(text, Setting())
    assert text[m.start : m.start + 3] in ("640", "６４０")


@pytest.mark.parametrize("piece", RUNS)
def test_a_long_run_of_anything_is_read_to_its_end(piece: str) -> None:
    text = piece * 2000 + " It cost $5 million."
    assert scan(text, Setting())[-1].quantity.value == 5_000_000
