"""General knowledge as data: balances, ratios by name, closed partitions.

It is what any reader brings to any draft: exports less imports are the trade surplus, a
net margin is net income over revenue, men and women make up the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec

from claims.languages import load
from claims.wordings import any_of, compiled


class Balance(msgspec.Struct, frozen=True):
    """A difference with a name of its own."""

    name: re.Pattern[str]
    plus: re.Pattern[str]
    minus: re.Pattern[str]


class Ratio(msgspec.Struct, frozen=True):
    """A share with a name of its own."""

    name: re.Pattern[str]
    part: re.Pattern[str]
    whole: re.Pattern[str]


def _words(text: str, language: str) -> re.Pattern[str]:
    """Any of the words of a data entry."""
    return compiled(any_of(text) if language == "zh" else rf"\b{any_of(text)}\b")


@cache
def balances(language: str) -> tuple[Balance, ...]:
    """Surpluses and deficits of a language."""
    return tuple(
        Balance(*(_words(entry[k], language) for k in ("name", "plus", "minus")))
        for entry in load(f"{language}_knowledge")["balance"]
    )


@cache
def balanced(language: str) -> re.Pattern[str]:
    """The names of all balances, most figures being none."""
    return _words(" ".join(entry["name"] for entry in load(f"{language}_knowledge")["balance"]), language)


@cache
def ratios(language: str) -> tuple[Ratio, ...]:
    """Margins, intensities and rates of a language."""
    return tuple(
        Ratio(*(_words(entry[k], language) for k in ("name", "part", "whole")))
        for entry in load(f"{language}_knowledge")["ratio"]
    )


@cache
def rates(language: str) -> tuple[Ratio, ...]:
    """Rates worked out from two counts."""
    return tuple(
        Ratio(*(_words(entry[k], language) for k in ("name", "part", "whole")))
        for entry in load(f"{language}_knowledge")["rate"]
    )


@cache
def rated(language: str) -> re.Pattern[str]:
    """The names of all such rates."""
    return _words(" ".join(entry["name"] for entry in load(f"{language}_knowledge")["rate"]), language)


@cache
def partitions(language: str) -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Sets of members that make a whole between them; each member is a pattern of its names."""
    return tuple(
        tuple(_words(member, language) for member in entry["members"].split())
        for entry in load(f"{language}_knowledge")["partition"]
    )


def partition_of(names: Sequence[tuple[str, ...]], language: str) -> bool:
    """Whether figures are the members of one closed partition, each named once.

    Each figure brings several names (the words before it, after it, both); one position
    must serve for all of them.
    """
    return any(_is_partition(list(labels), language) for labels in zip(*names, strict=True))


def _is_partition(labels: list[str], language: str) -> bool:
    """Whether each label names one member of a partition, and all of them together name all."""
    for number, members in enumerate(partitions(language)):
        if len(members) == len(labels):
            named = {_members(text, language)[number] for text in labels}
            if len(named) == len(members) and _NO_MEMBER not in named:
                return True
    return False


_NO_MEMBER = -1


@lru_cache(maxsize=4096)
def _members(label: str, language: str) -> tuple[int, ...]:
    """The only member of each partition that a label names; a label is asked for again with each neighbour."""
    found = []
    for members in partitions(language):
        hits = [i for i, member in enumerate(members) if member.search(label)]
        found.append(hits[0] if len(hits) == 1 else _NO_MEMBER)
    return tuple(found)


@cache
def _answers(language: str) -> re.Pattern[str]:
    """The answers to one question, each a group by its name; longer words come first, as 不支持 holds 支持."""
    words = {w: name for name, text in load(f"{language}_knowledge")["answers"].items() for w in text.split()}
    entries = [
        (re.escape(w.replace("_", " ")), name)
        for w, name in sorted(words.items(), key=lambda entry: len(entry[0]), reverse=True)
    ]
    edge = "" if language == "zh" else r"\b"
    found = "|".join(f"(?P<{name}{number}>{word})" for number, (word, name) in enumerate(entries))
    return compiled(f"{edge}(?:{found}){edge}")


def answer_to(before: str, after: str, language: str) -> str | None:
    """Which answer to a question the words after a figure name, else the last one before it: "for", "against", …"""
    pattern = _answers(language)
    match = pattern.search(after) or next(reversed(list(pattern.finditer(before))), None)
    return match.lastgroup.rstrip("0123456789") if match and match.lastgroup else None


class ThermalState(msgspec.Struct, frozen=True):
    """A named state of heat and the degrees Celsius it stands for."""

    name: re.Pattern[str]
    low: int
    high: int
    words: str


class ThermalLimit(msgspec.Struct, frozen=True):
    """A kind of material and the degrees Celsius above which none of it is solid or liquid at work."""

    name: re.Pattern[str]
    highest: int
    words: str


@cache
def thermal_states(language: str) -> tuple[ThermalState, ...]:
    """Room temperature and its like."""
    return tuple(
        ThermalState(_words(e["name"], language), e["low"], e["high"], e["words"])
        for e in load(f"{language}_knowledge")["thermal_state"]
    )


@cache
def thermal_limits(language: str) -> tuple[ThermalLimit, ...]:
    """Materials by name, the most specific first."""
    return tuple(
        ThermalLimit(_words(e["name"], language), e["highest"], e["words"])
        for e in load(f"{language}_knowledge")["thermal_limit"]
    )


@cache
def synonyms(language: str) -> tuple[re.Pattern[str], ...]:
    """Sets of words that name one measure."""
    sets = load(f"{language}_knowledge")["synonyms"]["sets"]
    return tuple(_words(line, language) for line in sets.splitlines() if line)


def same_measure(a: str, b: str, language: str) -> bool:
    """Whether two names hold words of one set of synonyms."""
    return any(group.search(a) and group.search(b) for group in synonyms(language))


@cache
def announcing() -> frozenset[str]:
    """Chinese counters with which a list is announced."""
    return frozenset(load("zh_knowledge")["announcing"]["counters"].split())


@cache
def _foreign(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    entries = load(f"{language}_knowledge").get("foreign", ())
    return tuple((_words(e["part"], language), _words(e["whole"], language)) for e in entries)


def foreign(part: str, whole: str, language: str) -> bool:
    """Whether a measure is never part of another, as turnover is no part of value added."""
    return any(p.search(part) and w.search(whole) for p, w in _foreign(language))
