"""How much speaks for two figures, told apart from one another, being one figure told twice.

Evidence is weighed as in record linkage (I. P. Fellegi and A. B. Sunter, "A Theory for Record
Linkage", 1969): each agreement of their surroundings adds to the log odds that the two are one
and each disagreement takes away. The weights in `likeness.toml` are a logistic regression
over pairs of figures in published documents, of which those that are equal, nearly always one
figure told twice, were set against those a slip of the hand apart, nearly always two. Values
themselves are no evidence.
"""

from __future__ import annotations

import tomllib
from fractions import Fraction
from functools import cache
from math import log1p
from pathlib import Path

from checks._repeats.tellings import Telling, rarity
from claims.labels import keys, own_period
from claims.prose import Passage, Prose

_ENOUGH_COMPANY = 2
_NEAR = 2
"""Sentences within which like words make two cases rather than one told twice."""
_ONE, _TWO = 1, 2


@cache
def _weights() -> dict[str, dict[str, dict[str, float]]]:
    """By language, then "figures" or "dates", the weight of each kind of evidence."""
    with (Path(__file__).parent / "likeness.toml").open("rb") as file:
        return tomllib.load(file)


class Likeness:
    """The words of one draft, against which its figures are compared."""

    def __init__(self, text: Prose, told: dict[tuple[str, ...], set[tuple[Fraction, ...]]]) -> None:
        self.language = text.language
        self.occurs = rarity(text)
        self.told = told
        """The values of each kind of telling."""
        self._sentences: dict[int, frozenset[str]] = {}
        self._weights: dict[str, float] = {}

    @property
    def heading(self) -> float:
        """What it speaks for two figures that one of them stands in a heading."""
        return _weights()[self.language]["figures"]["heading"]

    def weight(self, key: str) -> float:
        """What it tells that two passages share a key: all, if it occurs nowhere else."""
        weight = self._weights.get(key)
        if weight is None:
            count = self.occurs.get(key, 1)
            weight = self._weights[key] = 1 / (count - 1) if count > 1 else 1.0
        return weight

    def between(self, first: Telling, second: Telling) -> float:
        """The log odds that the two are one; above 0 that is likelier than not."""
        weights = _weights()[self.language]["figures" if first.figure else "dates"]
        return sum(weights[name] * value for name, value in self.evidence(first, second).items())

    def evidence(self, first: Telling, second: Telling) -> dict[str, float]:
        """What speaks for the two and against them, by the names of the weights."""
        shared = self._sum(first.words & second.words)
        told = min(self._words(first), self._words(second))
        share = shared / told if told else 0.0
        beside = min(len(first.beside), len(second.beside))
        periods = own_period(first.claim), own_period(second.claim)
        digits = min(first.digits, second.digits)
        kinds = _kinds(first) & _kinds(second)
        company = first.company & second.company
        apart = abs(first.passage.index - second.passage.index)
        hedges = first.claim.quantity.hedge, second.claim.quantity.hedge
        return {
            "base": 1.0,
            "sentence": log1p(self._sum(self._sentence(first.passage) & self._sentence(second.passage))),
            "share": share,
            "beside": len(first.beside & second.beside) / beside if beside else 0.0,
            "noun": float(bool(first.noun) and first.noun == second.noun),
            "heading": float(bool({first.place, second.place} & {"title", "heading"})),
            "caption": float("caption" in (first.place, second.place)),
            "company": float(min(len(company), _ENOUGH_COMPANY)),
            "strangers": float(bool(kinds - {kind for kind, _ in company})),
            "other_time": float(all(periods) and periods[0] != periods[1]),
            "other_hedge": float(hedges[0] != hedges[1]),
            "other_mode": float(first.claim.mode != second.claim.mode),
            "other_role": float(first.role != second.role),
            "parallel": share if apart <= _NEAR else 0.0,
            "one_digit": float(digits <= _ONE),
            "two_digits": float(digits == _TWO),
            "others": log1p(len(self.told[first.kind] - {first.values, second.values})),
        }

    def _words(self, telling: Telling) -> float:
        """What all the words around a figure weigh."""
        if telling.weight is None:
            telling.weight = self._sum(telling.words)
        return telling.weight

    def _sum(self, found: frozenset[str]) -> float:
        return sum(map(self.weight, found))

    def _sentence(self, passage: Passage) -> frozenset[str]:
        if passage.index not in self._sentences:
            self._sentences[passage.index] = keys(passage.text, self.language)
        return self._sentences[passage.index]


def _kinds(telling: Telling) -> frozenset[object]:
    return frozenset(kind for kind, _ in telling.company)
