"""Findings as a table, one a row, for a spreadsheet in which an editor ticks them off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks import Finding, Review
from claims.model import Claim
from reports import _plain
from reports._cells import table
from reports._positions import Positions
from reports._quotes import on_one_line

HEADER = (
    "document", "line", "column", "severity", "status", "check", "message", "arithmetic", "figures",
    "suspects", "reason", "fingerprint", "page",
)  # fmt: skip


def render(reviews: Sequence[Review], **_: object) -> str:
    """A row for each finding, and one for each document that could not be read."""
    return table(HEADER, (row for review in reviews for row in _rows(review)))


def _rows(review: Review) -> Iterator[Sequence[object]]:
    path = _plain.path(review.path)
    if review.ledger is None or review.status != "checked":
        yield path, "", "", "error", review.status, "", review.reason, "", "", "", "", "", ""
        return
    claims = {claim.id: claim for claim in review.ledger.claims}
    places = Positions(review.ledger.draft.text)
    for finding in review.findings:
        yield path, *_row(finding, claims, places)


def _row(finding: Finding, claims: dict[str, Claim], places: Positions) -> tuple[object, ...]:
    return (
        *places.line_column(finding.start),
        finding.severity,
        finding.status,
        finding.check,
        finding.message,
        finding.arithmetic,
        "; ".join(on_one_line(places.text[start:end]) for start, end in finding.spans),
        "; ".join(
            f"{on_one_line(claims[suspect.claim].quote)} → {' / '.join(suspect.repairs)}"
            for suspect in finding.suspects
            if suspect.claim in claims and suspect.repairs
        ),
        finding.reason,
        finding.fingerprint,
        finding.url,
    )
