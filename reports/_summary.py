"""Counts over all documents, as every format gives them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checks import SEVERITIES, Finding, Review
from reports._labels import Labels


def open_findings(review: Review) -> Iterable[Finding]:
    return (finding for finding in review.findings if finding.status == "open")


def counts(reviews: Sequence[Review]) -> dict[str, int]:
    """Open findings by severity, dismissed ones, documents and those that could not be read."""
    severities = [finding.severity for review in reviews for finding in open_findings(review)]
    found = sum(len(review.findings) for review in reviews)
    return {
        **{severity: severities.count(severity) for severity in SEVERITIES},
        "dismissed": found - len(severities),
        "documents": len(reviews),
        "unreadable": sum(review.status != "checked" for review in reviews),
    }


def fails(severity: str, level: str) -> bool:
    """Whether a finding of that severity is one that `level` ("error" … "never") makes a run fail for."""
    return level in SEVERITIES and SEVERITIES.index(severity) <= SEVERITIES.index(level)


def phrases(counted: dict[str, int], words: Labels) -> list[str]:
    """The findings among `counts` in words, leaving out what there is none of."""
    keys = {"error": "errors", "warning": "warnings", "info": "infos", "dismissed": "set_aside"}
    return [words(label, n=counted[key]) for key, label in keys.items() if counted[key]] or [words("no_findings")]
