"""What a figure is called, and whether two names mean the same.

A name is the words beside a figure. Chinese has no spaces, so names are compared by the
pairs of characters they share; English names by their words without endings.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claims.grammar.fold import fold
from claims.languages import load
from claims.model import Claim
from claims.prose import Figure
from claims.units import comparable
from claims.wordings import sets_of

_WORD = re.compile(r"[a-z][a-z'-]+")
_LATIN = re.compile(r"[a-z]{2,}")
_HAN = re.compile(r"[㐀-鿿]+")


def label(figure: Figure, language: str) -> str:
    """Folded words that name the figure: what stands before it in its clause, then what follows."""
    return names(figure, language)[2]


def names(figure: Figure, language: str) -> tuple[str, str, str]:
    """What may name the figure: the words before it, those after it, and both."""
    if language == "zh":
        before, after = figure.left[-18:], figure.right[:14]
    else:
        before, after = " ".join(figure.left.split()[-8:]), " ".join(figure.right.split()[:7])
    return before, after, f"{before} {after}"


@cache
def _empty(language: str) -> frozenset[str]:
    """Words that name nothing."""
    return frozenset(load(f"{language}_context")["labels"]["empty"].split())


def keys(text: str, language: str) -> frozenset[str]:
    """The units of comparison of a name: pairs of characters, or word stems."""
    if language == "zh":
        runs = _HAN.findall(text)
        pairs = frozenset(run[i : i + 2] for run in runs for i in range(len(run) - 1)) - _empty(language)
        return pairs | frozenset(_LATIN.findall(text.lower()))
    empty = _empty(language)
    return frozenset(stem(w) for w in _WORD.findall(text.lower()) if w not in empty and len(w) > 2)


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without its commonest English endings."""
    for ending in ("ies", "ing", "ers", "er", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def called(claim: Claim) -> str:
    """What its own clause calls it, folded: whose it is, if the clause says so, and what is measured."""
    owner = claim.evidence.get("subject")
    if owner is None or owner.source != "clause" or claim.subject.isascii():
        return fold(claim.measure)
    return fold(claim.subject + claim.measure)


def own_period(claim: Claim) -> str:
    """Its period, if its own sentence tells it; what is taken from a heading or a sentence before is no evidence."""
    told = claim.evidence.get("period")
    return claim.period if told is not None and told.source in _TOLD else ""


_TOLD = frozenset({"clause", "carried", "declared"})
_NO_AMOUNT = frozenset({"mean", "growth", "difference", "share"})
AMOUNTS = frozenset({"count", "number", "money", "dimension"})
"""Kinds of quantity of which parts make a whole."""


def counter_of(claim: Claim) -> str:
    """The counter of a count, folded; "" when it has none."""
    return _folded(claim.quantity.unit_word)


@lru_cache(maxsize=1024)
def _folded(word: str) -> str:
    return fold(word).strip()


@cache
def _same_counters() -> dict[str, str]:
    """The first of each set of counters of the same thing, by each of the set."""
    return {word: group[0] for group in sets_of("same", "zh") for word in group}


def is_amount(claim: Claim) -> bool:
    """Whether it is so much of something: no mean, share or change of it."""
    return claim.statistic not in _NO_AMOUNT


def kind_key(claim: Claim) -> tuple[str, str]:
    """What a figure must share with another to be added to it: kind of unit and counter."""
    q = claim.quantity
    if q.kind == "count":
        counter = counter_of(claim)
        return "count", _same_counters().get(counter, counter)
    if q.kind == "number":
        return "count", ""
    return q.kind, q.unit or ""


def like(a: Claim, b: Claim) -> bool:
    """Whether two figures may be added; a bare number goes with any count."""
    left, right = kind_key(a), kind_key(b)
    return left == right or (left[0] == right[0] == "count" and "" in (left[1], right[1]))


def comparable_levels(a: Claim, b: Claim) -> bool:
    """Whether two figures may be levels of one thing at two times.

    Measures that convert into one another may, and 每度1.2元 with 1.5元: that a price is one for
    each is told once.
    """
    if like(a, b):
        return True
    p, q = a.quantity, b.quantity
    if p.kind != q.kind or p.unit is None or q.unit is None:
        return False
    if p.kind in ("dimension", "duration"):
        return comparable(p.unit, q.unit) or same_but_for_each(p.unit, q.unit)
    return p.kind == "money" and same_but_for_each(p.unit, q.unit)


def same_but_for_each(a: str, b: str) -> bool:
    """Whether two units differ only in that one of them says of what it is for each."""
    return (a.partition("/")[0] == b.partition("/")[0]) and ("/" in a) != ("/" in b)
