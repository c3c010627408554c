"""The whole of a review as JSON; `schema/check.schema.json` says what stands where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checks import Finding, Review, Verdict
from claims.model import Ledger
from reports import _summary
from reports import version as own_version
from reports.records import dump, row

SUFFIXES = (".json",)


def render(reviews: Sequence[Review], *, version: str = "", **_: object) -> str:
    """One object: the tool, each document with claims, relations and findings, and the counts."""
    return dump(
        {
            "tool": {"name": "crossfoot", "version": version or own_version()},
            "documents": [_document(review) for review in reviews],
            "summary": _summary.counts(reviews),
        }
    )


def _document(review: Review) -> dict[str, Any]:
    ledger = review.ledger
    return {
        "path": review.path,
        "status": review.status,
        **({} if review.status == "checked" else {"reason": review.reason}),
        "language": ledger.draft.language if ledger else None,
        "claims": [row(claim) for claim in ledger.claims] if ledger else [],
        "relations": [_relation(verdict, ledger) for verdict in review.verdicts] if ledger else [],
        "findings": [_finding(finding) for finding in review.findings],
        "coverage": {
            "claims": review.coverage.claims,
            "related": review.coverage.related,
            "unread": list(review.coverage.unread),
        },
    }


def _relation(verdict: Verdict, ledger: Ledger) -> dict[str, Any]:
    relation = verdict.relation
    return {
        "id": verdict.id,
        "check": relation.check,
        "form": relation.form,
        "text": verdict.text,
        "claims": list(relation.terms),
        "basis": relation.basis,
        "basis_span": _source_span(relation.cue, ledger),
        "outcome": verdict.outcome,
        **({"severity": verdict.severity} if verdict.severity else {}),
    }


def _source_span(cue: tuple[int, int, int] | None, ledger: Ledger) -> list[int] | None:
    """A cue's place in the source, from its place in a block."""
    if cue is None or cue[1] >= cue[2]:
        return None
    block, start, end = cue
    return list(ledger.draft.blocks[block].source_span(start, end))


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "fingerprint": finding.fingerprint,
        "check": finding.check,
        "severity": finding.severity,
        "message": finding.message,
        "start": finding.start,
        "end": finding.end,
        "spans": [list(span) for span in finding.spans],
        "claims": list(finding.claims),
        "arithmetic": finding.arithmetic,
        "suspects": [{"claim": s.claim, "repairs": list(s.repairs)} for s in finding.suspects],
        "status": finding.status,
        **({} if finding.status == "open" else {"reason": finding.reason}),
        "url": finding.url,
    }
