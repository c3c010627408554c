"""Two figures far apart that the words make one, and that a slip of the hand sets apart.

A story repeats its figures: a settlement of £65,000 in the lead is £65,000 at its end, and who
came home on 5 May in a caption did so on 5 May in the story. Where two figures share the words
around them, no others fit better, and one slip turns the one into the other, one of them is
likely a misprint.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

from checks._repeats.likeness import Likeness
from checks._repeats.tellings import Telling, agree, slipped, tellings
from claims.grammar.fold import fold
from claims.labels import keys, own_period
from claims.model import Claim
from claims.prose import Prose

_RARE = 12
"""Keys that occur oftener bring no two figures together."""
_FEW = 60
"""Figures of a kind that are all compared; of more only those that share a rare key are."""
_LIKELY = {("zh", False): 1.25, ("zh", True): 1.25, ("en", False): 1.0, ("en", True): 1.0}
"""Log odds from which two are taken for one, in figures and in dates."""
_LIKELIER = {("zh", False): 1.65, ("zh", True): 1.5, ("en", False): 1.35, ("en", True): 1.25}
"""The same where the draft tells one of the two figures once more, so that it needs no other twin."""

_LOOSE = 0.2
"""Share of the words around that two have in common by chance."""
_TEMPLATE = {"zh": 0.3, "en": 0.5}
"""The same of two sentences made alike to tell of two things."""
_FAR, _TOO_FAR, _SMALL, _YEARS, _CASES = 0.7, 9.0, 1.4, 9.0, 2.0
_ADJACENT = {("zh", False): 0.5, ("zh", True): 1.0, ("en", False): 1.0, ("en", True): 1.0}
_NEXT = 2
_NAME = {"zh": 4, "en": 24}
"""Code points before an age in which its owner is named."""
_TITLES = ("title", "heading")
_PRECISE = 4
"""Digits that no two figures share by chance all but one."""

Pair = tuple[int, int]


def retold(text: Prose) -> Iterator[tuple[Telling, Telling]]:
    """Pairs in reading order, each figure in one at most."""
    yield from _Draft(text).pairs()


class _Draft:
    def __init__(self, text: Prose) -> None:
        self.text = text
        self.told = tellings(text)
        self.kinds: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, telling in enumerate(self.told):
            self.kinds[telling.kind].append(number)
        self.equal: Counter[int] = Counter()
        """How many others a figure is equal to."""
        self._scores: dict[Pair, float] = {}

    @cached_property
    def likeness(self) -> Likeness:
        return Likeness(self.text, {k: {self.told[n].values for n in those} for k, those in self.kinds.items()})

    def pairs(self) -> Iterator[tuple[Telling, Telling]]:
        neighbours: dict[int, set[int]] = defaultdict(set)
        apart: list[Pair] = []
        for pair in self._candidates():
            first, second = (self.told[number] for number in pair)
            for number, other in (pair, pair[::-1]):
                neighbours[number].add(other)
            if agree(first, second):
                self.equal.update(pair)
            elif not first.words.isdisjoint(second.words) and slipped(first, second):
                apart.append(pair)
        taken: set[int] = set()
        for pair in sorted(apart, key=self._score, reverse=True):
            if taken.isdisjoint(pair) and self._is_one(pair, neighbours):
                taken.update(pair)
                yield self.told[pair[0]], self.told[pair[1]]

    def _candidates(self) -> set[Pair]:
        """Pairs of figures of one kind in two sentences: all of a few, else those with a rare key in common."""
        found: set[Pair] = set()
        many = []
        for those in self.kinds.values():
            if len(those) <= _FEW:
                found.update((a, b) for place, a in enumerate(those) for b in those[place + 1 :])
            else:
                many += those
        shelves: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
        for number in many:
            telling = self.told[number]
            for key in telling.words:
                if self.likeness.occurs.get(key, 0) <= _RARE:
                    shelves[key, telling.kind].append(number)
        for those in shelves.values():
            found.update((a, b) for place, a in enumerate(those) for b in those[place + 1 :])
        return {(a, b) for a, b in found if self.told[a].passage is not self.told[b].passage}

    def _score(self, pair: Pair) -> float:
        pair = (min(pair), max(pair))
        if pair not in self._scores:
            self._scores[pair] = self.likeness.between(self.told[pair[0]], self.told[pair[1]])
        return self._scores[pair]

    def _is_one(self, pair: Pair, neighbours: dict[int, set[int]]) -> bool:
        """Whether the two are likely one, and no other is likelier to be one with either that has no twin."""
        lonely = [number for number in pair if not self.equal[number]]
        key = (self.text.language, self.told[pair[0]].figure is None)
        first, second = (self.told[number] for number in pair)
        score = self._score(pair)
        if any(self.equal[number] and self.told[number].place in _TITLES for number in pair):
            score -= self.likeness.heading  # what the title tells is told again already
        wanted = (_LIKELY if len(lonely) == len(pair) else _LIKELIER)[key] + self._doubt(first, second)
        if not lonely or score < wanted or _are_two(first, second):
            return False
        return all(self._score((number, other)) <= score for number in lonely for other in neighbours[number])

    def _doubt(self, first: Telling, second: Telling) -> float:
        """What more must speak for two that stand side by side, or that share words far from them alone."""
        evidence = self.likeness.evidence(first, second)
        apart = abs(first.passage.index - second.passage.index)
        displayed = evidence["heading"] or evidence["caption"]
        if _is_precise(first, second):
            return 0.0
        doubt = _YEARS if first.kind == ("date", "year") else 0.0
        if evidence["one_digit"] and not evidence["beside"]:
            doubt += _SMALL
        if first.role == second.role == "change" and evidence["share"] < _TEMPLATE[self.text.language]:
            doubt += _FAR
        if not evidence["beside"] and evidence["share"] < _LOOSE:
            doubt += _FAR if first.figure else _TOO_FAR
        if apart <= 1 and not displayed:
            doubt += _ADJACENT[self.text.language, first.figure is None]
        if apart <= _NEXT and not displayed and evidence["share"] > _TEMPLATE[self.text.language]:
            doubt += _CASES
        return doubt


def _are_two(first: Telling, second: Telling) -> bool:
    """Whether words tell the two apart: by time or owner, or because either sentence tells both."""
    a, b = first.claim, second.claim
    times = own_period(a), own_period(b)
    if first.figure is not None and all(times) and times[0] != times[1]:
        return True
    if _names(first, b) or _names(second, a):
        return True
    near = abs(first.passage.index - second.passage.index) <= _NEXT
    measures = set(fold(a.measure)), set(fold(b.measure))
    if (near or a.quantity.kind == "percent") and all(measures) and not measures[0] & measures[1]:
        return True
    if first.is_set_apart != second.is_set_apart:
        return True
    if a.quantity.kind == "age" and len(first.values) == 1:
        reach = _NAME[first.language]
        named = [keys(told.before[-reach:], told.language) for told in (first, second)]
        return near or named[0].isdisjoint(named[1])
    if first.language == "en" and first.kind == ("date", "day"):
        return first.values[1:] == second.values[1:]  # the ends of two years
    if _is_precise(first, second):
        return False
    owners = fold(a.subject), fold(b.subject)
    return all(owners) and owners[0] not in second.passage.text and owners[1] not in first.passage.text


def _is_precise(first: Telling, second: Telling) -> bool:
    """Whether both have so many digits that they are alike by a slip rather than by chance."""
    if first.figure is None:
        return False
    digits = min(first.precision, second.precision)
    return digits >= _PRECISE or (
        digits == _PRECISE - 1 and first.digits == second.digits and first.shown == second.shown
    )


def _names(telling: Telling, other: Claim) -> bool:
    """Whether its sentence tells the other's value as well."""
    q = other.quantity
    return any(c.quantity.value == q.value and c.quantity.dates == q.dates for c in telling.beside_it)
