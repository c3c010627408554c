"""Which figure of a failed relation is wrong: error localisation over the relations of a draft.

I. P. Fellegi and D. Holt ("A Systematic Approach to Automatic Edit and Imputation", 1976)
look for the fewest, or least trusted, values that must change so that every edit rule can
hold again. For one failed relation that is any one of its figures; what sets them apart is
what else would have to change. The weight of a figure estimates that cost, lowest first
(as in T. de Waal, J. Pannekoek and S. Scholtus, *Handbook of Statistical Data Editing and
Imputation*, 2011, weights stand for how far a value is trusted):

    + 4 for each stated relation that holds now and would not if this figure satisfied the
      failed one: another figure would have to be wrong too
    + 4 when the others leave only values below zero to what was written above it and is
      no rate or temperature: that nothing is less than nothing is a rule too
    - 4 for each other stated relation that fails now and would hold
      (inferred relations count 2 instead of 4, being less certain themselves)
    + 2 when the draft repeats the figure to the digit elsewhere (three digits or more)
    - 2 when one of the commonest slips (digits swapped, decimal point or scale word wrong)
      satisfies the others, - 1 when any other slip does; nothing where the others only set
      a limit, since slips without number lie on its right side

Ties keep reading order. All terms are reported: the weights order, they do not acquit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from checks import Suspect, Verdict
from checks._blame.admissible import admissible, in_the_other_rate, weighs
from checks._blame.overlap import Overlap
from checks._blame.repairs import COMMON, LIKELIHOOD, Repair, found
from checks._judging.evaluate import _with_slack
from claims.interval import Interval
from claims.model import Claim, Quantity, Relation
from claims.readings import plausible

STATED, INFERRED, REPEATED, COMMON_SLIP, SLIP = 4, 2, 2, 2, 1
_SIGNED = ("percent", "point", "temperature")
_DIGIT = re.compile(r"[\d０-９]", re.ASCII)
_NOTHING = Overlap(())


class Localisation:
    """The relations of one draft by figure, and what each would leave a figure, worked out on demand.

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
        self.failed: dict[str, int] = {}
        """Id of a failed verdict to its number in `verdicts`."""
        self.places: dict[str, list[tuple[int, int]]] = {}
        """Claim id to the numbers of the verdicts that it stands in and its places in them."""
        for number, verdict in enumerate(self.verdicts):
            if verdict.outcome == "inconsistent":
                self.failed.setdefault(verdict.id, number)
            for place, term in enumerate(verdict.relation.terms):
                self.places.setdefault(term, []).append((number, place))
        self._leeways: dict[int, tuple[Interval | None, ...]] = {}
        self._overlaps: dict[str, tuple[Overlap, Overlap]] = {}
        self._repeats: dict[tuple[str | None, Fraction], int] = {}

    def suspects(self, subject: Verdict | Relation) -> tuple[Suspect, ...]:
        """The figures of a failed relation, the likeliest to be wrong first, with their repairs."""
        relation = subject.relation if isinstance(subject, Verdict) else subject
        reading = self._reading(subject)
        leeways = admissible(relation, self.claims, reading)
        weighed: list[tuple[int, int, int, Suspect]] = []
        for place, term in enumerate(relation.terms):
            if not weighs(relation, place):
                continue
            claim, leeway = self.claims[term], leeways[place]
            otherwise = in_the_other_rate(relation, place, self.claims, reading)
            repairs = found(claim, leeway, self.language, self.script, otherwise, reading)
            weight = self._weight(claim, leeway) - _excuse(repairs, leeway)
            weighed.append((weight, claim.start, place, Suspect(term, leeway, _offered(repairs, leeway))))
        weighed.sort(key=lambda w: w[:3])
        return tuple(w[3] for w in weighed)

    def suspect(self, claim: str, leeway: Interval) -> Suspect:
        """A figure that several relations together leave `leeway`."""
        repairs = found(self.claims[claim], leeway, self.language, self.script)
        return Suspect(claim, leeway, _offered(repairs, leeway))

    def leeway(self, number: int, place: int) -> Interval | None:
        """What the relation of that number leaves the figure at that place of it; None when nothing follows."""
        if number not in self._leeways:
            verdict = self.verdicts[number]
            self._leeways[number] = admissible(verdict.relation, self.claims, self._reading(verdict))
        return self._leeways[number][place]

    def _reading(self, subject: Verdict | Relation) -> Callable[[Quantity], Interval]:
        if isinstance(subject, Verdict) and subject.outcome == "inconsistent":
            stated, derived = subject.stated, subject.derived
            if stated is not None and derived is not None and stated.intersect(derived) is not None:
                return plausible  # within its bounds it holds: what a reader expects is what fails
        return lambda q: _with_slack(q, self.slack)

    def _weight(self, claim: Claim, leeway: Interval | None) -> int:
        weight = 0
        if leeway is not None:
            holding, failing = self._overlap(claim.id)
            weight += holding.size - holding.meeting(leeway) - failing.meeting(leeway)
            weight += STATED * _is_nonsense(claim.quantity, leeway)
        return weight + REPEATED * self._is_repeated(claim)

    def _overlap(self, claim: str) -> tuple[Overlap, Overlap]:
        """What the relations that hold leave a figure, and those that fail, each as often as it counts."""
        if claim not in self._overlaps:
            sides: tuple[list[Interval], list[Interval]] = ([], [])
            for number, place in self.places.get(claim, ()):
                verdict, interval = self.verdicts[number], self.leeway(number, place)
                if interval is not None:
                    counts = INFERRED if verdict.relation.basis == "inferred" else STATED
                    sides[verdict.outcome == "inconsistent"].extend([interval] * counts)
            self._overlaps[claim] = (Overlap(sides[0]), Overlap(sides[1]))
        return self._overlaps[claim]

    def _is_repeated(self, claim: Claim) -> bool:
        q = claim.quantity
        if q.value is None or len(_DIGIT.findall(claim.quote)) < 3:
            return False
        if not self._repeats:
            for other in self.claims.values():
                if other.quantity.value is not None:
                    key = (other.quantity.unit, other.quantity.value)
                    self._repeats[key] = self._repeats.get(key, 0) + 1
        return self._repeats.get((q.unit, q.value), 0) > 1


def _is_nonsense(q: Quantity, leeway: Interval) -> bool:
    """Whether only negative values are left to a figure that has none."""
    return q.kind not in _SIGNED and (q.value or 0) > 0 and leeway.high is not None and leeway.high < 0


_BEYOND_A_LIMIT = 2


def _offered(repairs: tuple[Repair, ...], leeway: Interval | None) -> tuple[str, ...]:
    """The readings to show: few where the others only set a limit, since half of all slips lie beyond one."""
    limited = leeway is not None and (leeway.low is None or leeway.high is None)
    return tuple(r.text for r in (repairs[:_BEYOND_A_LIMIT] if limited else repairs))


def _excuse(repairs: tuple[Repair, ...], leeway: Interval | None) -> int:
    """How far the likeliest slip, of those that hit what is admissible, speaks for a wrong figure."""
    if not repairs or leeway is None or leeway.low is None or leeway.high is None:
        return 0
    return COMMON_SLIP if LIKELIHOOD[repairs[0].kind] <= COMMON else SLIP


def suspects(
    subject: Verdict | Relation,
    claims: Mapping[str, Claim],
    verdicts: Iterable[Verdict],
    language: str = "",
    script: str = "",
    slack: int = 0,
) -> tuple[Suspect, ...]:
    """The figures of one failed relation, the likeliest to be wrong first.

    For all findings of a draft `checks._blame.causes.one_for_each` does the work that they share once.
    """
    return Localisation(claims, verdicts, language, script, slack).suspects(subject)
