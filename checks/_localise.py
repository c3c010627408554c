"""Which figure of a failed relation is wrong: error localisation over the relations of a draft.

I. P. Fellegi and D. Holt ("A Systematic Approach to Automatic Edit and Imputation", 1976)
look for the fewest, or least trusted, values that must change so that every edit rule can
hold again. For one failed relation that is any one of its figures; what sets them apart is
what else would have to change. The weight of a figure estimates that cost, lowest first
(as in T. de Waal, J. Pannekoek and S. Scholtus, *Handbook of Statistical Data Editing and
Imputation*, 2011, chapter 3, weights stand for how far a value is trusted):

    + 2 for each stated relation that holds now and would not if this figure satisfied the
      failed one: another figure would have to be wrong too
    - 2 for each other stated relation that fails now and would hold
      (inferred relations count 1 instead of 2, being less certain themselves)
    + 1 when the draft repeats the figure to the digit elsewhere (three digits or more)
    - 1 when swapped digits, a moved decimal point or another scale word, which are the
      commonest slips, would satisfy the others exactly enough to be no chance

Ties keep reading order. All terms are reported: the weights order, they do not acquit.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

import msgspec

from checks import SEVERITIES, Finding, Suspect, Verdict
from checks._admissible import admissible
from checks._evaluate import _with_slack
from checks._repairs import LIKELIHOOD, TELLING, Repair, found
from claims.interval import Interval, point
from claims.model import BASES, Claim, Quantity, Relation
from claims.readings import plausible

STATED, INFERRED, REPEATED, SLIP = 2, 1, 1, 1
_DIGITS = re.compile(r"[\d０-９]", re.ASCII)
_RATES = ("percent", "percentage_point")


class Localisation:
    """The relations of one draft by figure, with what each figure may be, worked out on demand.

    `language` and `script` are the draft's; `slack` half units are allowed to each inexact
    figure where the draft says that its figures are rounded.
    """

    def __init__(
        self,
        claims: Mapping[str, Claim],
        verdicts: Iterable[Verdict],
        language: str = "",
        script: str = "",
        slack: int = 0,
    ) -> None:
        self.claims = claims
        self.verdicts = [v for v in verdicts if v.outcome != "undetermined"]
        self.language, self.script, self.slack = language, script, slack
        self._places: dict[str, list[tuple[int, int]]] = {}
        for number, verdict in enumerate(self.verdicts):
            for place, term in enumerate(verdict.relation.terms):
                self._places.setdefault(term, []).append((number, place))
        self._solved: dict[int, tuple[Interval | None, ...]] = {}
        self._leeways: dict[tuple[str, bool], _Leeways] = {}
        self._repeats: dict[tuple[str | None, Fraction], int] | None = None

    def suspects(self, subject: Verdict | Relation) -> tuple[Suspect, ...]:
        """The figures of a failed relation, the likeliest to be wrong first, with their repairs."""
        relation = subject.relation if isinstance(subject, Verdict) else subject
        reading = self._reading(subject)
        leeway = admissible(relation, self.claims, reading)
        weighed: list[tuple[int, int, int, Suspect]] = []
        for place, term in enumerate(relation.terms):
            if not relation.is_product and not relation.coefficients[place]:
                continue
            claim = self.claims[term]
            otherwise = _in_the_other_rate(relation, place, self.claims, reading)
            repairs = found(claim, leeway[place], self.language, self.script, otherwise, reading)
            suspect = Suspect(term, leeway[place], tuple(r.text for r in repairs))
            weight = self._weight(claim, leeway[place]) - _telling(repairs, leeway[place])
            weighed.append((weight, claim.start, place, suspect))
        weighed.sort(key=lambda w: w[:3])
        return tuple(w[3] for w in weighed)

    def one_cause(self, findings: Iterable[Finding]) -> list[Finding]:
        """One finding for all open ones that a single figure, put right, would settle.

        The others become its consequences. A figure qualifies when one value of it satisfies
        all of those relations and every one that holds now, repetitions aside, which share
        its fate. Figures that settle most go first; each is looked at twice, so the work grows
        with the number of terms. Findings over the same figures, or some of them, are told
        once even where no one value settles both.
        """
        order = sorted(findings, key=self._precedence)
        by_id = {v.id: n for n, v in reversed(list(enumerate(self.verdicts)))}
        rank = {id(f): i for i, f in enumerate(order)}
        open_ones = [f for f in order if f.status == "open" and f.verdict in by_id]
        shared: dict[str, list[Finding]] = {}
        for finding in open_ones:
            for claim in finding.claims:
                shared.setdefault(claim, []).append(finding)
        kept: dict[int, Finding] = {i: f for i, f in enumerate(order)}
        ranked = []
        for claim, those in shared.items():
            if len(those) > 1:
                settled = self._settled(claim, those, by_id)[0]
                if len(settled) > 1:
                    ranked.append((-len(settled), self.claims[claim].start, claim))
        for _, _, claim in sorted(ranked):
            left = [f for f in shared[claim] if kept.get(rank[id(f)]) is f]
            settled, value = self._settled(claim, left, by_id)
            if len(settled) > 1:
                head, *rest = settled
                kept[rank[id(head)]] = self._with_cause(head, rest, claim, value)
                for finding in rest:
                    del kept[rank[id(finding)]]
        return _told_once(list(kept.values()))

    # -- weights ------------------------------------------------------------

    def _weight(self, claim: Claim, leeway: Interval | None) -> int:
        weight = 0
        if leeway is not None:
            holding, failing = self._leeway(claim.id, True), self._leeway(claim.id, False)
            weight += holding.weight - holding.meeting(leeway) - failing.meeting(leeway)
        q = claim.quantity
        if q.value is not None and len(_DIGITS.findall(claim.quote)) >= 3:
            weight += REPEATED * (self._repeated().get((q.unit, q.value), 1) > 1)
        return weight

    def _leeway(self, claim: str, holds: bool) -> _Leeways:
        key = (claim, holds)
        if key not in self._leeways:
            intervals: list[Interval] = []
            for number, place in self._places.get(claim, ()):
                verdict = self.verdicts[number]
                interval = self._solve(number)[place]
                if (verdict.outcome == "consistent") == holds and interval is not None:
                    intervals += [interval] * (INFERRED if verdict.relation.basis == "inferred" else STATED)
            self._leeways[key] = _Leeways(intervals)
        return self._leeways[key]

    def _solve(self, number: int) -> tuple[Interval | None, ...]:
        if number not in self._solved:
            verdict = self.verdicts[number]
            self._solved[number] = admissible(verdict.relation, self.claims, self._reading(verdict))
        return self._solved[number]

    def _reading(self, subject: Verdict | Relation) -> Callable[[Quantity], Interval]:
        if isinstance(subject, Verdict) and subject.why == "plausible":
            return plausible
        return lambda q: _with_slack(q, self.slack)

    def _repeated(self) -> dict[tuple[str | None, Fraction], int]:
        if self._repeats is None:
            self._repeats = {}
            for claim in self.claims.values():
                if claim.quantity.value is not None:
                    key = (claim.quantity.unit, claim.quantity.value)
                    self._repeats[key] = self._repeats.get(key, 0) + 1
        return self._repeats

    # -- causes -------------------------------------------------------------

    def _precedence(self, finding: Finding) -> tuple[int, int, int, int, str, str]:
        """The worst first, then what is declared or stated, then the smallest relation."""
        basis = min((BASES.index(v.relation.basis) for v in self._of(finding)), default=len(BASES))
        stated = int(basis >= BASES.index("inferred"))
        return SEVERITIES.index(finding.severity), stated, len(finding.claims), finding.start, finding.check, finding.id

    def _of(self, finding: Finding) -> list[Verdict]:
        return [self.verdicts[n] for n, _ in self._places.get(finding.claims[0], ()) if self.verdicts[n].id == finding.verdict]

    def _settled(self, claim: str, those: Sequence[Finding], by_id: Mapping[str, int]) -> tuple[list[Finding], Interval]:
        """The most of some findings that one value of a claim settles, and where that value lies."""
        held: Interval | None = Interval(None, None, True, True)
        for number, place in self._places[claim]:
            verdict, interval = self.verdicts[number], self._solve(number)[place]
            if verdict.outcome == "consistent" and verdict.relation.form != "equal" and interval is not None:
                held = held.intersect(interval) if held is not None else None
        if held is None:
            return [], Interval(None, None, True, True)
        clipped: list[tuple[Interval, Finding]] = []
        for finding in those:
            number = by_id[finding.verdict]
            interval = self._solve(number)[self.verdicts[number].relation.terms.index(claim)]
            within = None if interval is None else interval.intersect(held)
            if within is not None:
                clipped.append((within, finding))
        chosen = _deepest([c[0] for c in clipped])
        for i in chosen:
            held = held.intersect(clipped[i][0]) or held
        return [clipped[i][1] for i in chosen], held

    def _with_cause(self, head: Finding, rest: Sequence[Finding], claim: str, value: Interval) -> Finding:
        """The finding that stands for all, the shared figure first among its suspects."""
        hanging = [v for f in rest for v in (f.verdict, *f.consequences)]
        repairs = found(self.claims[claim], value, self.language, self.script)
        first = Suspect(claim, value, tuple(r.text for r in repairs))
        others = [s for s in head.suspects or map(Suspect, head.claims) if s.claim != claim]
        return msgspec.structs.replace(
            head, suspects=(first, *others), consequences=(*head.consequences, *dict.fromkeys(hanging))
        )


class _Leeways:
    """Intervals of which those that meet another are counted by two searches."""

    def __init__(self, intervals: Sequence[Interval]) -> None:
        self.weight = len(intervals)
        self.lows = sorted((i.low, i.low_open) for i in intervals if i.low is not None)
        self.highs = sorted((i.high, not i.high_open) for i in intervals if i.high is not None)

    def meeting(self, other: Interval) -> int:
        """How many share a value with `other`: all but those that begin after it or end before it."""
        after = 0 if other.high is None else len(self.lows) - bisect_left(self.lows, (other.high, not other.high_open))
        before = 0 if other.low is None else bisect_right(self.highs, (other.low, other.low_open))
        return self.weight - after - before


def _deepest(intervals: Sequence[Interval]) -> list[int]:
    """Positions of the most intervals that share a value; the lowest such value decides ties."""
    ends: list[tuple[int, Fraction, int, int, int]] = []
    for i, interval in enumerate(intervals):
        low, high = interval.low, interval.high
        ends.append((-1 if low is None else 0, low or Fraction(0), 1 if interval.low_open else -1, 0, i))
        ends.append((1 if high is None else 0, high or Fraction(0), -1 if interval.high_open else 1, 1, i))
    # at one value: closed starts, then open ends; then closed ends and open starts
    ends.sort(key=lambda e: (e[0], e[1], _TURN[e[3], e[2]]))
    within: dict[int, None] = {}
    depth, best = 0, -1
    for at, end in enumerate(ends):
        if end[3]:
            del within[end[4]]
        else:
            within[end[4]] = None
            if len(within) > depth:
                depth, best = len(within), at
    chosen: set[int] = set()
    for end in ends[: best + 1]:
        (chosen.discard if end[3] else chosen.add)(end[4])
    return sorted(chosen)


_TURN = {(1, -1): 0, (0, -1): 1, (1, 1): 2, (0, 1): 3}
"""Order at one value: open ends leave, closed starts come, closed ends leave, open starts come."""


def _told_once(findings: Sequence[Finding]) -> list[Finding]:
    """Findings in order, those whose figures are all among another's hung under it.

    Only findings that share the rarest figure of one are compared with it.
    """
    sharing: dict[str, list[int]] = {}
    for i, finding in enumerate(findings):
        for claim in finding.claims:
            sharing.setdefault(claim, []).append(i)
    kept: dict[int, Finding] = dict(enumerate(findings))
    for i, finding in enumerate(findings):
        figures = set(finding.claims)
        rarest = min(sharing[c] for c in finding.claims)[: _COMPARED]
        for j in rarest:
            if j == i or i not in kept or j not in kept:
                continue
            if figures <= set(findings[j].claims):
                head, under = min(i, j), max(i, j)
                hanging = (kept[under].verdict, *kept[under].consequences)
                kept[head] = msgspec.structs.replace(kept[head], consequences=(*kept[head].consequences, *hanging))
                del kept[under]
    return list(kept.values())
