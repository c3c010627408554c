"""Patterns whose words are data.

How a cue is built is grammar and stands in code; which words build it is vocabulary and
stands in the language's `relations` file, by meaning. In "{since}[^,]{0,14}$" the name
stands for any of the words of that meaning, so that a new wording is a line of data.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from claims.languages import load
from claims.prose import DATE_MARK

_NAME = re.compile(r"\{([a-z_]+)\}")  # {0,14} is a quantifier
_SYNTAX = re.compile(r"\\.|\?P[<=]\w+")
"""Letters of a pattern that stand for no letter."""
_NEVER: Final = "\uffff(?!)"
"""A character that no text has is missed at once; without it, every place of the text would be tried."""
_EITHER: Final = "either"


def any_of(words: str) -> str:
    """A group that matches any entry of a data string, the longest first.

    Entries are parted by white space or, where they are alternatives of one thing, by a
    slash; an underscore stands for a space inside one.
    """
    entries = sorted((word.replace("_", " ") for word in re.split(r"[\s/]+", words) if word), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, entries))})"


@cache
def _meanings(language: str) -> dict[str, str]:
    """Words by meaning, whichever section of the file they stand in."""
    sections = load(f"{language}_relations").values()
    meanings = {name: words for section in sections for name, words in section.items()}
    assert len(meanings) == sum(map(len, sections)), f"{language}_relations.toml names a meaning twice"
    return meanings


@cache
def words_of(meaning: str, language: str) -> frozenset[str]:
    """The words of one meaning, to be looked up; none in a language that lacks the meaning."""
    return frozenset(word.replace("_", " ") for word in _meanings(language).get(meaning, "").split())


@cache
def sets_of(meaning: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The entries of one meaning, each as the alternatives that it lists, in order."""
    return tuple(tuple(entry.split("/")) for entry in _meanings(language)[meaning].split())


def compiled(source: str) -> re.Pattern[str]:
    """A pattern that ignores case, if anything in it has any: folding the ideographs of a range takes milliseconds."""
    letters = _SYNTAX.sub("", source)
    return re.compile(source, re.IGNORECASE if letters.lower() != letters.upper() else 0)


class Wording(dict[str, re.Pattern[str]]):
    """One cue in each language that has it, compiled when a draft first needs it: WORDING["en"].search(…).

    English is matched in either case. In a language without a template it matches nothing.
    """

    __slots__ = ("_templates",)

    def __init__(self, *, zh: str = _NEVER, en: str = _NEVER) -> None:
        """Templates in the syntax of `re`, with meanings in braces; {date} is a date's mark, as in `claims.prose`."""
        self._templates = {"zh": zh, "en": en}

    def __missing__(self, language: str) -> re.Pattern[str]:
        """The pattern of "zh" or "en"; raises `KeyError` for a meaning that its words are missing for."""
        pattern = self[language] = compiled(self._source(language))
        return pattern

    @property
    def either(self) -> re.Pattern[str]:
        """Both languages at once, for places that hold words of either: tables, notes, terms of art."""
        pattern = self.get(_EITHER)
        if pattern is None:
            source = "|".join(f"(?:{self._source(language)})" for language in self._templates)
            pattern = self[_EITHER] = compiled(source)
        return pattern

    def _source(self, language: str) -> str:
        template = self._templates[language].replace("{date}", DATE_MARK)
        return _NAME.sub(lambda name: any_of(_meanings(language)[name[1]]), template)
