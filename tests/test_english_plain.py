"""Plain figures are read as the full reading would read them: with it switched off nothing changes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import prose
from claims.grammar import english
from claims.grammar.english_lexicon import lexicon
from claims.grammar.english_plain import plain_at
from claims.grammar.english_reader import Reader
from claims.grammar.setting import Setting
from claims.model import Mention

_SETTING = Setting(date="2023-05-17")


def _words() -> Iterator[str]:
    """Every word that the language file knows: what may change a number beside it."""
    lex = lexicon()
    yield from (word for words in lex.words.values() for word in words)
    yield from (phrase for phrases in lex.before.values() for phrase, _ in phrases)
    yield from (phrase for phrase, _ in lex.after)
    for table in (lex.units, lex.symbols, lex.numbers, lex.suffixes, lex.months, lex.ordinals, lex.denominators):
        yield from table
    for directions in (lex.verbs, lex.nouns, lex.changes):
        yield from directions


_KNOWN = sorted(set(_words()))
_COMMON = [
    "the",
    "of",
    "and",
    "or",
    "to",
    "in",
    "a",
    "an",
    "by",
    "from",
    "over",
    "under",
    "people",
    "workers,",
    "said",
    "was",
    "rose",
    "fell",
    "up",
    "cut",
    "aged",
    "age",
    "per",
    "each",
    "than",
    "more,",
    "(the",
    "Voyager",
    "Street",
    "Kelso",
    "first",
    "one",
    "half",
    "dollars",
    "minus",
    "-",
    "–",
    "(",
    ")",
    "as",
    "page",
    "no.",
    "mid-",
    "us",
    "c",
    "May",
    "hours",
    "gmt",
    "co-op.",
    "cafés",
]
_SIGNS = ("", "", "", "$", "£", "(", "($", "-", "US$", "+", "~", '"', "#", "=", "c.", "/")
_NUMBERS = ("5", "12", "747", "2019", "1850", "1,985", "12,345,678", "0.5", "05", "3.14", "20.5", "1,23", "1.5.2", "½")
_TAILS = (
    "",
    "%",
    "% ",
    ", ",
    ". ",
    ")",
    "),",
    "'s",
    "th",
    "m",
    "bn",
    "k",
    " m",
    " million",
    " hundred",
    "-",
    "–",
    "/2",
    "x",
)


def _full(text: str, monkeypatch: pytest.MonkeyPatch) -> list[Mention]:
    with monkeypatch.context() as patch:
        patch.setattr(english, "plain_at", lambda r, start: 0)
        return english.scan(text, _SETTING)


_number = st.builds("{}{}{}".format, st.sampled_from(_SIGNS), st.sampled_from(_NUMBERS), st.sampled_from(_TAILS))
_word = st.one_of(st.sampled_from(_COMMON), st.sampled_from(_KNOWN))


@settings(max_examples=400)
@given(st.lists(st.one_of(_number, _word, _word, _word.map(str.capitalize)), min_size=2, max_size=9))
def test_the_full_reading_reads_the_same(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert english.scan(text, _SETTING) == _full(text, pytest.MonkeyPatch())


def test_every_known_word_beside_a_number_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "; ".join(f"of {word} 12 {word} or $3 {word} and {word} 4,000 {word}" for word in _KNOWN)
    assert english.scan(text, _SETTING) == _full(text, monkeypatch)


def test_generated_prose_reads_the_same_and_is_mostly_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {True: 0, False: 0}

    def counted(r: Reader, start: int) -> int:
        end = plain_at(r, start)
        found[end > 0] += 1
        return end

    text = prose.article("en", 20_000)
    with monkeypatch.context() as patch:
        patch.setattr(english, "plain_at", counted)
        read = english.scan(text, _SETTING)
    assert read == _full(text, monkeypatch)
    assert found[True] > 2 * found[False]
