"""Short ways to what is common read it just as the long ways do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import prose
from claims.grammar.chinese import scan
from claims.grammar.chinese_dates import read_date
from claims.grammar.chinese_lexicon import lexicon, word_at, word_before
from claims.grammar.chinese_numerals import read_number
from claims.grammar.fold import fold
from claims.grammar.setting import Setting

SETTING = Setting(language="zh", date="2022-05-06")
DIGITS = st.from_regex(r"[1-9][0-9]{0,2}(,[0-9]{3}){0,2}(\.[0-9]{1,3})?", fullmatch=True)


def test_every_unit_word_is_found_and_the_longest_wins() -> None:
    lex = lexicon()
    for word in lex.units:
        found = word_at(f"5{word}", 1, lex.unit_index)
        assert found == word
        longer = word_at(f"5{word}年", 1, lex.unit_index)
        assert longer.startswith(word)


@pytest.mark.parametrize("text", ["", "5", "萬", "5Z"])
def test_no_word_is_found_where_none_stands(text: str) -> None:
    lex = lexicon()
    assert word_at(text, len(text), lex.unit_index) == ""
    assert word_before(text, 0, lex.money_index) == ""


def test_every_hedge_is_found_before_a_number() -> None:
    lex = lexicon()
    assert {word for word in lex.hedges if word_before(f"甲{word}", len(word) + 1, lex.hedge_index) != word} == set()
    assert all(word[-1] in lex.befores for words in (lex.hedges, lex.money, lex.directions) for word in words)


@pytest.mark.parametrize("after", ["", *"，。；：、的）」在为与和"])
def test_a_year_that_a_mark_ends_is_that_year(after: str) -> None:
    period = read_date(f"2020年{after}", 0, "")
    assert period is not None
    assert period == (5, "2020-01-01", "2020-12-31")


@pytest.mark.parametrize(
    ("text", "end", "first", "last"),
    [
        ("2020年底", 6, "2020-12-01", "2020-12-31"),
        ("2020年代", 6, "2020-01-01", "2029-12-31"),
        ("2020年3月", 7, "2020-03-01", "2020-03-31"),
        ("2020年上半年", 8, "2020-01-01", "2020-06-30"),
        ("2020年至2022年", 11, "2020-01-01", "2022-12-31"),
        ("2020年度", 6, "2020-01-01", "2020-12-31"),
    ],
)
def test_a_year_that_goes_on_is_read_to_its_end(text: str, end: int, first: str, last: str) -> None:
    assert read_date(text, 0, "") == (end, first, last)


@given(DIGITS, st.sampled_from([("万", 10**4), ("亿", 10**8)]), st.sampled_from(["", "元", "，", " "]))
def test_a_scale_word_multiplies_its_digits(digits: str, scale: tuple[str, int], after: str) -> None:
    word, worth = scale
    plain, scaled = read_number(digits, 0), read_number(f"{digits}{word}{after}", 0)
    assert plain is not None and scaled is not None
    assert (scaled.value, scaled.scale_word, scaled.end) == (plain.value * worth, word, len(digits) + 1)


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("3万5", 35_000, 3),
        ("3万5千", 35_000, 4),
        ("3万亿", 3 * 10**12, 3),
        ("1.5万亿", 15 * 10**11, 5),
        ("2千", 2000, 2),
    ],
)
def test_a_numeral_goes_on_after_its_first_scale_word(text: str, value: int, end: int) -> None:
    reading = read_number(text, 0)
    assert reading is not None
    assert reading.value == value
    assert reading.end == end


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_latin_and_chinese_text_fold_alike(text: str) -> None:
    assert fold(text + " a" * 60)[: len(text)] == fold(text + "中" * 600)[: len(text)]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_text_that_is_folded_already_holds_the_same_quantities(seed: int) -> None:
    text = prose.article("zh", 3000, seed)
    found = scan(text, SETTING)
    assert len(found) > 50
    assert scan(text, SETTING, fold(text)) == found


def test_a_paragraph_says_what_its_sentences_say() -> None:
    """What was worked out for one sentence is used for the next; nothing else passes between them."""
    sentences = [
        f"{name}縣{n * 37 % 900 + 10}家企業投入{n * 113 % 977}.{n % 10}億元。"
        for n, name in enumerate("青白望石雲臨南松清長")
    ]
    whole = scan("".join(sentences), SETTING)
    apart = [mention.quantity for sentence in sentences for mention in scan(sentence, SETTING)]
    assert [mention.quantity for mention in whole] == apart
