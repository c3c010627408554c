"""Findings that rest on figures which may have been misread: they ask to look, they assert nothing."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from checks import SEVERITIES, Finding, Review
from checks._judging.wording import scripted, template


def doubted(review: Review, unsure: Collection[tuple[int, int]]) -> Review:
    """The review with findings on these spans of the draft's text warnings at most, and told so."""
    if not unsure or review.ledger is None:
        return review
    draft = review.ledger.draft
    language = draft.language + (f"-{draft.script or 'Hant'}" if draft.language == "zh" else "")
    said = ("" if draft.language == "zh" else " ") + scripted(template("unsure", language), language)

    def asked(finding: Finding) -> Finding:
        if not any(span in unsure for span in finding.spans):
            return finding
        severity = "warning" if finding.severity == "error" else finding.severity
        return msgspec.structs.replace(finding, severity=severity, message=finding.message + said)

    findings = sorted(
        map(asked, review.findings), key=lambda f: (SEVERITIES.index(f.severity), f.start, f.end, f.check)
    )
    lowered = {finding.verdict: finding.severity for finding in findings}
    verdicts = tuple(
        msgspec.structs.replace(v, severity=lowered[v.id]) if v.severity and v.id in lowered else v
        for v in review.verdicts
    )
    return msgspec.structs.replace(review, findings=tuple(findings), verdicts=verdicts)
