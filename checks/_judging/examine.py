"""A ledger examined: every check proposes, each relation is evaluated once, failures become findings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from typing import cast

import msgspec

from checks import SEVERITIES, Coverage, Finding, OfAll, Review, Verdict, discover
from checks._blame.causes import one_for_each
from checks._blame.localise import Localisation
from checks._judging.evaluate import OTHERWISE, Evaluation, evaluate
from checks._judging.otherwise import holds_otherwise
from checks._judging.wording import Wording
from checks._repeats.told_together import told
from claims.interval import Interval
from claims.model import Claim, Ledger, Relation
from claims.prose import prose

_DISCLAIMER = re.compile(r"四捨五入|四舍五入|進位誤差|进位误差|尾差|不等於(?:各)?分項之和|不等于(?:各)?分项之和")
_DISCLAIMER_EN = re.compile(
    r"(?:may|might|do) not (?:add|sum|total)[^.]{0,40}round|due to rounding|because of rounding"
)
_WORDS_OF_DISCLAIMER = (" not add", " not sum", " not total", " to rounding", " of rounding")
_LIMITS = ("limit", "order")
"""Forms that say of one figure what cannot be; that it can be is nothing to report as verified."""
_WORD = 3
"""Code points of a cue that is a word of direction and nothing else."""
_PAGE = "docs/checks/{}.md"


def examine(ledger: Ledger, selected: Iterable[str] | None = None) -> Review:
    """What the selected checks, or all, say of one draft."""
    claims = {claim.id: claim for claim in ledger.claims}
    slack = 1 if _disclaims(ledger.draft.text) else 0
    language = ledger.draft.language + (f"-{ledger.draft.script or 'Hant'}" if ledger.draft.language == "zh" else "")
    verdicts: list[Verdict] = []
    findings: list[Finding] = []
    seen: set[str] = set()
    ids: dict[str, int] = {}
    text = cache(lambda: prose(ledger))
    figures = cache(lambda: {figure.id: figure for figure in text().figures})
    checks = tuple(discover(selected))
    for name, check in checks:
        for relation in check.relations(ledger):
            relation = msgspec.structs.replace(relation, check=name)
            key = _key(relation)
            if key in seen or len(set(relation.terms)) < len(relation.terms):
                continue
            seen.add(key)
            if _ignored(relation, claims, ledger):
                continue
            evaluation = evaluate(relation, claims, slack)
            if evaluation.outcome == "inconsistent" and holds_otherwise(relation, claims, figures(), text()):
                evaluation = OTHERWISE
            wording = Wording(relation, evaluation, claims, language)
            verdict = _named(_verdict(relation, evaluation, wording), ids)
            if relation.form in _LIMITS and verdict.outcome == "consistent":
                continue
            verdicts.append(verdict)
            if verdict.severity is not None:
                findings.append(_finding(verdict, wording, claims, ledger))
    draft = ledger.draft
    known = Localisation(claims, verdicts, draft.language, draft.script, slack)
    findings = one_for_each(findings, known)
    of_all = [(name, cast(OfAll, check)) for name, check in checks if hasattr(check, "conflicts")]
    for name, whole in of_all:
        for conflict in whole.conflicts(tuple(verdicts), claims, slack):
            verdict, finding = told(conflict, name, claims, language, known.suspect)
            verdicts.append(verdict)
            findings.append(finding)
    related = {term for v in verdicts if v.outcome != "undetermined" for term in v.relation.terms}
    return Review(
        path=ledger.draft.path,
        status="checked",
        ledger=ledger,
        verdicts=tuple(verdicts),
        findings=tuple(sorted(findings, key=lambda f: (SEVERITIES.index(f.severity), f.start, f.end, f.check))),
        coverage=Coverage(len(ledger.claims), len(related), ledger.draft.unread),
    )


def _disclaims(text: str) -> bool:
    """Whether a draft says that its figures may not add up, being rounded."""
    if _DISCLAIMER.search(text):
        return True
    lower = text.lower()
    return any(words in lower for words in _WORDS_OF_DISCLAIMER) and _DISCLAIMER_EN.search(lower) is not None


def _key(relation: Relation) -> str:
    content = (relation.check, relation.form, relation.terms, relation.coefficients, relation.operator, relation.offset)
    return repr(content)


def _ignored(relation: Relation, claims: dict[str, Claim], ledger: Ledger) -> bool:
    blocks = {claims[term].block for term in relation.terms}
    return any(relation.check in ledger.draft.blocks[b].ignore for b in blocks)


def _verdict(relation: Relation, evaluation: Evaluation, wording: Wording) -> Verdict:
    gap = wording.gap() if evaluation.outcome == "inconsistent" else None
    return Verdict(
        id="r" + _digest(relation.check, relation.form, *relation.terms),
        relation=relation,
        outcome=evaluation.outcome,
        text=wording.statement(),
        severity=evaluation.severity,
        why=evaluation.why,
        target=evaluation.target,
        stated=evaluation.stated,
        derived=evaluation.derived,
        gap=Interval(gap, gap) if gap is not None else None,
    )


def _finding(verdict: Verdict, wording: Wording, claims: dict[str, Claim], ledger: Ledger) -> Finding:
    relation = verdict.relation
    terms = [claims[t] for t in relation.terms]
    beside = {ledger.draft.blocks[block].source_span(start, end) for block, start, end in relation.beside}
    spans = tuple(sorted({(c.start, c.end) for c in terms} | beside | _direction_words(verdict, ledger, terms)))
    at = claims[verdict.target] if verdict.target else terms[0]
    figures = [_close(c.quote) for c in terms]
    fingerprint = _digest(relation.check, relation.form, terms[0].measure, terms[0].subject, *sorted(figures))
    assert verdict.severity is not None
    return Finding(
        id="f" + verdict.id[1:],
        fingerprint=fingerprint,
        check=relation.check,
        severity=verdict.severity,
        message=wording.message(),
        arithmetic=wording.arithmetic(),
        start=at.start,
        end=at.end,
        spans=spans,
        claims=relation.terms,
        verdict=verdict.id,
        url=_PAGE.format(relation.check),
    )


def _direction_words(verdict: Verdict, ledger: Ledger, terms: list[Claim]) -> set[tuple[int, int]]:
    """Source spans of "rose" or 下降 where the figures move the other way: then the word may be the slip."""
    relation = verdict.relation
    opposite = relation.form == "growth" and verdict.derived is not None and (verdict.derived.high or 0) < 0
    change = terms[1] if relation.is_product else terms[-1]
    cue = relation.cue
    if cue is not None and _is_word(relation, cue):
        return {ledger.draft.blocks[cue[0]].source_span(*cue[1:])}
    if not opposite and relation.form != "difference":
        return set()
    block = ledger.draft.blocks[change.block]
    return {block.source_span(a, b) for a, b in ((change.outer.start, change.local.start),) if a < b}


def _is_word(relation: Relation, cue: tuple[int, int, int]) -> bool:
    """Whether the cue is the word of direction, or the hedge, and nothing else."""
    if relation.form == "difference":
        return cue[2] - cue[1] <= _WORD
    return relation.form == "direction" or "hedged" in relation.note


def _named(verdict: Verdict, ids: dict[str, int]) -> Verdict:
    """The verdict under an id that no other of the draft has; `ids` counts those given."""
    count = ids[verdict.id] = ids.get(verdict.id, 0) + 1
    return verdict if count == 1 else msgspec.structs.replace(verdict, id=f"{verdict.id}-{count}")


def _close(quote: str) -> str:
    return "".join(quote.split())


def _digest(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
