"""Words of cues by meaning: each is used, each pattern compiles, and a template reads as it says."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from claims.languages import load
from claims.wordings import Wording, any_of, sets_of, words_of

ROOT = Path(__file__).resolve().parent.parent
SOURCES = {
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", "."): path.read_text(encoding="utf-8")
    for folder in ("claims", "checks")
    for path in sorted((ROOT / folder).rglob("*.py"))
}
WORDINGS = [
    pytest.param(value, f"{name}.either" in source, id=f"{module}:{name}")
    for module, source in SOURCES.items()
    if "Wording(" in source and not module.endswith(".wordings")
    for name, value in vars(import_module(module.removesuffix(".__init__"))).items()
    if isinstance(value, Wording)
]
LANGUAGES = ("zh", "en")


@pytest.mark.parametrize(("wording", "joined"), WORDINGS)
def test_every_pattern_compiles(wording: Wording, joined: bool) -> None:
    patterns = [wording[language] for language in LANGUAGES] + ([wording.either] if joined else [])
    assert all(isinstance(pattern, re.Pattern) for pattern in patterns)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_meaning_is_used(language: str) -> None:
    used = {name for source in SOURCES.values() for name in re.findall(r'\{([a-z_]+)\}|_of\("([a-z_]+)"', source)}
    names = {name for pair in used for name in pair}
    assert {name for section in load(f"{language}_relations").values() for name in section} - names == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_listed_twice(language: str) -> None:
    for section in load(f"{language}_relations").values():
        for name, words in section.items():
            assert len(words.split()) == len(set(words.split())), name


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("in in_all", "in all", "in all"),
        ("达 达到", "达到", "达到"),
        ("day/days hour", "days", "days"),
        ("e.g i.e", "e.g", "e.g"),
        ("e.g", "eag", None),
    ],
)
def test_any_of_takes_the_longest_entry_as_it_stands(words: str, text: str, expected: str | None) -> None:
    found = re.match(any_of(words), text)
    assert (found.group() if found else None) == expected


def test_english_is_matched_in_either_case() -> None:
    assert Wording(en=r"\b{out_of} the\b")["en"].match("Out of the")


def test_a_language_without_a_template_matches_nothing() -> None:
    assert Wording(en="{of_which}")["zh"].search("of which 其中") is None


def test_either_language_is_matched_at_once() -> None:
    pattern = Wording(zh="{total_row}", en="{total_row}").either
    assert pattern.match("合计") and pattern.match("Total")


def test_a_meaning_without_words_is_an_error() -> None:
    with pytest.raises(KeyError):
        _ = Wording(en="{no_such_meaning}")["en"]


def test_words_and_sets_are_looked_up_by_meaning() -> None:
    assert "男" in words_of("labelling", "zh") and words_of("labelling", "en") == frozenset()
    assert ("日", "天") in sets_of("same", "zh")
