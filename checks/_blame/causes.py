"""One root cause, one finding.

A single wrong figure may fail a sum, a share and a growth rate at once. Told three times
it is noise; told once, with what else it explains, it is help. A cause is one figure for
which there is a value that satisfies all those relations together and breaks none that
holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import msgspec

from checks import SEVERITIES, Finding, Suspect, Verdict
from checks._blame.admissible import weighs
from checks._blame.overlap import deepest
from claims.interval import EVERYTHING, Interval
from claims.model import Claim, Relation

_COMPARED = 32
"""With how many findings that share its rarest figure a finding is compared."""


class Known(Protocol):
    """What is known of the relations of a draft; `checks._blame.localise.Localisation` offers it."""

    verdicts: list[Verdict]
    failed: dict[str, int]
    places: dict[str, list[tuple[int, int]]]

    @property
    def claims(self) -> Mapping[str, Claim]: ...

    def leeway(self, number: int, place: int) -> Interval | None: ...

    def suspect(self, claim: str, leeway: Interval) -> Suspect: ...

    def suspects(self, subject: Verdict | Relation) -> tuple[Suspect, ...]: ...


def one_for_each(findings: Iterable[Finding], known: Known) -> list[Finding]:
    """The findings, worst first, those with one cause told as one; each of them with its suspects.

    A figure is a cause when one value of it settles several open findings and every relation
    that holds now, save repetitions of the figure, which share its fate. Figures that settle
    most come first, then reading order. Of the findings of a cause the worst stands for
    all, what is stated before what is inferred, the smaller before the larger; the others
    become its consequences. Findings over the same figures, or some of them, are told once
    even where no one value settles both.

    Each figure is looked at twice, with a sort of what it stands in, so that the work grows
    hardly faster than the number of terms.
    """
    order = sorted(findings, key=lambda f: _precedence(f, known))
    kept = dict(enumerate(order))
    shared: dict[str, list[int]] = {}
    for i, finding in enumerate(order):
        if finding.status == "open" and finding.verdict in known.failed:
            for claim in _freed(finding, known):
                shared.setdefault(claim, []).append(i)
    causes: dict[int, Suspect] = {}
    for claim in _most_settling(shared, order, known):
        left = [i for i in shared[claim] if i in kept and i not in causes]
        settled, value = _settled(claim, left, order, known)
        if len(settled) > 1:
            head, *rest = settled
            causes[head] = known.suspect(claim, value)
            _hang(kept, head, rest)
    _tell_once(kept, shared)
    return [_with_suspects(finding, causes.get(i), known) for i, finding in kept.items()]


def _precedence(finding: Finding, known: Known) -> tuple[int, bool, int, int, str, str]:
    number = known.failed.get(finding.verdict)
    inferred = number is not None and known.verdicts[number].relation.basis == "inferred"
    return SEVERITIES.index(finding.severity), inferred, len(finding.claims), finding.start, finding.check, finding.id


def _freed(finding: Finding, known: Known) -> Iterable[str]:
    """The figures that the relation weighs, not those that it merely names."""
    relation = known.verdicts[known.failed[finding.verdict]].relation
    return [term for place, term in enumerate(relation.terms) if weighs(relation, place)]


def _most_settling(shared: Mapping[str, list[int]], order: Sequence[Finding], known: Known) -> list[str]:
    """Figures that settle two findings or more, those that settle most first."""
    ranked = []
    for claim, those in shared.items():
        count = len(_settled(claim, those, order, known)[0]) if len(those) > 1 else 0
        if count > 1:
            ranked.append((-count, known.claims[claim].start, claim))
    return [claim for _, _, claim in sorted(ranked)]


def _settled(claim: str, those: Sequence[int], order: Sequence[Finding], known: Known) -> tuple[list[int], Interval]:
    """The most of some findings that one value of a claim settles, and where such values lie."""
    held = EVERYTHING
    own: dict[int, Interval | None] = {}
    for number, place in known.places.get(claim, ()):
        interval = own[number] = known.leeway(number, place)
        verdict = known.verdicts[number]
        if verdict.outcome == "consistent" and verdict.relation.form != "equal" and interval is not None:
            both = held.intersect(interval)
            if both is None:
                return [], EVERYTHING
            held = both
    clipped: list[tuple[int, Interval]] = []
    for i in those:
        interval = own.get(known.failed[order[i].verdict])
        within = None if interval is None else interval.intersect(held)
        if within is not None:
            clipped.append((i, within))
    chosen = [clipped[n] for n in deepest([interval for _, interval in clipped])]
    for _, interval in chosen:
        held = held.intersect(interval) or held
    return [i for i, _ in chosen], held


def _hang(kept: dict[int, Finding], head: int, rest: Iterable[int]) -> None:
    """Take `rest` out of what is kept and make them consequences of `head`."""
    consequences = dict.fromkeys(kept[head].consequences)
    for finding in [kept.pop(i) for i in rest]:
        consequences.update(dict.fromkeys((finding.verdict, *finding.consequences)))
    consequences.pop(kept[head].verdict, None)
    kept[head] = msgspec.structs.replace(kept[head], consequences=tuple(consequences))


def _tell_once(kept: dict[int, Finding], shared: Mapping[str, list[int]]) -> None:
    """Hang findings whose figures are all among another's under the one of the two that comes first."""
    for i, finding in list(kept.items()):
        places = [shared[c] for c in finding.claims if c in shared]
        if i not in kept or finding.status != "open" or not places:
            continue
        figures = set(finding.claims)
        for j in min(places, key=len)[:_COMPARED]:
            if j != i and j in kept and figures <= set(kept[j].claims):
                _hang(kept, min(i, j), [max(i, j)])
                if i not in kept:
                    break


def _with_suspects(finding: Finding, cause: Suspect | None, known: Known) -> Finding:
    """The finding with its suspects, the cause it shares with others before all."""
    number = known.failed.get(finding.verdict)
    suspects = finding.suspects if number is None else known.suspects(known.verdicts[number])
    if cause is not None:
        suspects = (cause, *(s for s in suspects if s.claim != cause.claim))
    return msgspec.structs.replace(finding, suspects=suspects)
