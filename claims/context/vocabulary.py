"""The words of one language's context file, ready to match."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from claims.cues import Cues
from claims.languages import load

FUTURE = ("forecast", "target")
"""Modes that words of what is yet to come tell, in the order in which they are asked."""


class Affixes:
    """Words by which a phrase may begin or end, found by their length: a look-up each instead of a search."""

    __slots__ = ("_lengths", "_words")

    def __init__(self, words: str) -> None:
        self._words = frozenset(words.split())
        self._lengths = sorted({len(word) for word in self._words}, reverse=True)

    def before(self, phrase: str) -> int:
        """Length of the longest word that `phrase` begins with; 0 for none."""
        for length in self._lengths:
            if phrase[:length] in self._words:
                return min(length, len(phrase))
        return 0

    def after(self, phrase: str) -> int:
        """Length of the longest word that `phrase` ends with; 0 for none."""
        for length in self._lengths:
            if phrase[-length:] in self._words:
                return min(length, len(phrase))
        return 0


class Vocabulary(msgspec.Struct, frozen=True, eq=False):
    """The words of one language, by what they do around a figure."""

    leading: Affixes
    """Stand before the name of a measure and are no part of it."""
    kept: Affixes
    """Names that begin with what else would be one of these."""
    predicates: Affixes
    """Stand between a measure and its figure."""
    protected: Affixes
    """Names that end in what else would be one of these."""
    acts: re.Pattern[str]
    """What someone does to what is measured: a subject stands before, the measure behind."""
    opening: Affixes
    """Acts that are as often part of a name, and are acts only where a phrase begins with them."""
    owners: re.Pattern[str]
    """A name of those that have figures: a firm, a place, a trade."""
    after_figure: re.Pattern[str]
    """What ends the noun behind a figure."""
    bare: frozenset[str]
    """Nouns that need the word before them to say what they measure: 派发总额."""
    stops: frozenset[str]
    predicate_words: frozenset[str]
    act_words: frozenset[str]
    noun_ends: frozenset[str]
    """Words that are no part of a noun phrase."""
    hollow: frozenset[str]
    """Nouns that only lead on to what is measured: an average of, an increase of."""
    sets: dict[str, frozenset[str]]
    """Small classes of words, by what they do in a sentence."""
    statistics: dict[str, re.Pattern[str]]
    cues: Cues
    """Statistics by their words."""
    future: re.Pattern[str]
    """Words of what is yet to come, forecast or meant."""
    future_words: frozenset[str]
    """The first words of those entries, for a language that has words."""
    rate_near: re.Pattern[str]
    difference_last: re.Pattern[str]
    up: re.Pattern[str]
    """Words of direction, in small letters."""
    down: re.Pattern[str]
    heads: tuple[str, ...]
    """Nouns that counters count."""
    head_ends: re.Pattern[str]
    """The last characters of these."""


def _words(text: str) -> list[str]:
    return sorted((w.replace("_", " ") for w in text.split()), key=len, reverse=True)


def _any(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in words)


@lru_cache(maxsize=4)
def vocabulary(language: str) -> Vocabulary:
    """The context words of "zh" or "en"."""
    data = load(f"{language}_context")
    chinese = language == "zh"
    edge = "" if chinese else r"\b"

    def pattern(words: str, small: bool = False) -> re.Pattern[str]:
        return re.compile(f"{edge}(?:{_any(_words(words))}){edge}", 0 if chinese or small else re.IGNORECASE)

    names = data["coordinates"]
    statistics = {name: pattern(words) for name, words in data["statistics"].items()}
    entries = {name: _words(words) for name, words in data["statistics"].items()}
    return Vocabulary(
        leading=Affixes(names.get("leading", "")),
        kept=Affixes(names.get("kept", "")),
        predicates=Affixes(names["predicates"] if chinese else ""),
        protected=Affixes(names.get("protected", "")),
        acts=_acts(names["acts"]) if chinese else pattern(names["acts"]),
        opening=Affixes(names.get("opening", "")),
        owners=_owners(data) if chinese else pattern("_"),
        after_figure=pattern(names["after_figure"]) if chinese else pattern("_"),
        bare=frozenset(names.get("bare", "").split()),
        stops=frozenset(names.get("stops", "").split()),
        predicate_words=frozenset(w for w in _words(names["predicates"]) if w.isalpha()),
        act_words=frozenset(names["acts"].split()),
        noun_ends=frozenset(
            f"{names.get('stops', '')} {names['predicates']} {names['acts']} "
            f"{data['sets']['prepositions']} {data['sets']['bounds']}".split()
        )
        if not chinese
        else frozenset(),
        hollow=frozenset(names.get("hollow", "").split()),
        sets={name: frozenset(entries.split()) for name, entries in data.get("sets", {}).items()},
        statistics=statistics,
        cues=Cues(statistics, None if chinese else entries),
        future=pattern(" ".join(data["statistics"][mode] for mode in FUTURE)),
        future_words=frozenset(entry.split()[0].lower() for mode in FUTURE for entry in entries[mode]),
        rate_near=re.compile(statistics["rate"].pattern + r"[^，,]{0,6}$", 0 if chinese else re.IGNORECASE),
        difference_last=re.compile(statistics["difference"].pattern + "$"),
        up=pattern(data["up"]["words"], small=True),
        down=pattern(data["down"]["words"], small=True),
        heads=(heads := tuple(_words(data.get("nouns", {}).get("heads", "")))),
        head_ends=re.compile(_any(sorted({head[-1] for head in heads})) or r"(?!)"),
    )


def _acts(words: str) -> re.Pattern[str]:
    """Chinese acts; one that makes a noun with the character behind it, as in 持有人 and 发行价, is none."""
    return re.compile(f"(?:{_any(_words(words))})(?![人者权率额量价力期费]|款(?!项)|金(?!额))")


def _owners(data: dict[str, dict[str, str]]) -> re.Pattern[str]:
    """A Chinese name of an owner at the start of a phrase: one that is a word, or one that ends as such names do."""
    words = data["owners"]
    ends, short = _any(_words(words["ends"])), "".join(words["short_ends"].split())
    whole = _any(_words(words["whole"]))
    never = _any(_words(words["never"]))
    return re.compile(f"(?!{never})(?:(?:{whole})|[^的，]{{1,10}}(?:{ends})|[^的，]{{2,8}}[{short}](?!场))")
