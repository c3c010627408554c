"""SARIF 2.1.0, for code scanning and for editors that show such results.

Columns are code points, so that a Chinese line and one with emoji are marked alike. A
dismissed finding is a suppressed result, and a document that could not be read makes the
invocation unsuccessful: its absence from the results must not look like a clean one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from checks import Finding, Review
from claims.model import Claim
from reports import _plain, _rules
from reports import version as own_version
from reports._labels import labels_of
from reports._positions import Positions
from reports._quotes import on_one_line
from reports._uris import uri
from reports.records import dump

SUFFIXES = (".sarif",)

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
ROOT = "%SRCROOT%"
FINGERPRINT = "crossfoot/v1"
NOTIFICATIONS = {
    "unreadable": "A document could not be read.",
    "unread-part": "A part of a document could not be read.",
    "no-claims": "A document holds no figures that could be compared.",
}


def render(reviews: Sequence[Review], *, version: str = "", **_: object) -> str:
    """One run over all documents."""
    checks = sorted({finding.check for review in reviews for finding in review.findings})
    urls = {finding.check: finding.url for review in reviews for finding in review.findings}
    rules = {check: number for number, check in enumerate(checks)}
    run = {
        "tool": {
            "driver": {
                "name": "crossfoot",
                "version": version or own_version(),
                "rules": [_rule(check, urls[check]) for check in checks],
                "notifications": [
                    {"id": key, "shortDescription": {"text": text}} for key, text in NOTIFICATIONS.items()
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder from which the documents were named."}}},
        "artifacts": [_artifact(review) for review in reviews],
        "invocations": [
            {
                "executionSuccessful": all(review.status == "checked" for review in reviews),
                "toolExecutionNotifications": [
                    note for index, review in enumerate(reviews) for note in _notifications(review, index)
                ],
            }
        ],
        "results": [
            result for index, review in enumerate(reviews) for result in _Results(review, index, rules).results()
        ],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(check: str, url: str) -> dict[str, Any]:
    summary = _rules.summary(check)
    rule: dict[str, Any] = {
        "id": check,
        "name": "".join(word.capitalize() for word in check.split("-")),
        "shortDescription": {"text": summary},
        "fullDescription": {"text": _rules.description(check)},
        "help": {"text": f"{summary}\n\ncrossfoot explain {check}", "markdown": _rules.page(check)},
        "defaultConfiguration": {"level": "warning"},
    }
    if url.startswith(("https://", "http://")):
        rule["helpUri"] = url
    return rule


def _artifact(review: Review) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": _location_of(review.path), "roles": ["analysisTarget"]}
    if review.ledger is not None:
        artifact["encoding"] = review.ledger.draft.encoding
    return artifact


def _location_of(path: str, index: int | None = None) -> dict[str, Any]:
    """An artifact location: relative to the root unless the path is absolute."""
    location: dict[str, Any] = {"uri": uri(path)}
    if not location["uri"].startswith("file:"):
        location["uriBaseId"] = ROOT
    if index is not None:
        location["index"] = index
    return location


def _notifications(review: Review, index: int) -> Iterator[dict[str, Any]]:
    place = {"physicalLocation": {"artifactLocation": _location_of(review.path, index)}}
    said: list[tuple[str, str, str]] = []
    if review.status != "checked":
        said.append(("unreadable", "error", review.reason or NOTIFICATIONS["unreadable"]))
    elif not review.coverage.claims:
        said.append(("no-claims", "note", labels_of(review)("no_claims")))
    said.extend(("unread-part", "warning", part) for part in review.coverage.unread)
    for key, level, text in said:
        descriptor = {"id": key, "index": list(NOTIFICATIONS).index(key)}
        yield {"descriptor": descriptor, "level": level, "message": _message(text), "locations": [place]}


def _message(text: str) -> dict[str, str]:
    """A message; square brackets of a draft must not read as one of SARIF's embedded links."""
    return {"text": _plain.plain(text).replace("](", "]\u2060(")}


class _Results:
    """Results of one document."""

    def __init__(self, review: Review, index: int, rules: dict[str, int]) -> None:
        ledger = review.ledger
        self._review = review
        self._location = _location_of(review.path, index)
        self._rules = rules
        self._places = Positions(ledger.draft.text if ledger else "")
        self._claims: dict[str, Claim] = {claim.id: claim for claim in ledger.claims} if ledger else {}

    def results(self) -> Iterator[dict[str, Any]]:
        return map(self._result, self._review.findings)

    def _result(self, finding: Finding) -> dict[str, Any]:
        others = [span for span in finding.spans if span != (finding.start, finding.end)]
        text = "\n".join(filter(None, (finding.message, finding.arithmetic)))
        result: dict[str, Any] = {
            "ruleId": finding.check,
            "ruleIndex": self._rules[finding.check],
            "level": LEVELS[finding.severity],
            "message": _message(text),
            "locations": [{"physicalLocation": self._physical(finding.start, finding.end)}],
            "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        }
        if others:
            result["relatedLocations"] = [
                {
                    "id": number,
                    "physicalLocation": self._physical(start, end),
                    "message": _message(on_one_line(self._places.text[start:end])),
                }
                for number, (start, end) in enumerate(others, 1)
            ]
        fixes = [
            self._fix(self._claims[suspect.claim], repair)
            for suspect in finding.suspects
            if suspect.claim in self._claims
            for repair in suspect.repairs
        ]
        if fixes:
            result["fixes"] = fixes
        if finding.status != "open":
            result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.reason}]
        else:
            result["suppressions"] = []
        return result

    def _fix(self, claim: Claim, repair: str) -> dict[str, Any]:
        """A candidate repair, for a person to take or leave."""
        change = {
            "artifactLocation": self._location,
            "replacements": [
                {"deletedRegion": self._region(claim.start, claim.end), "insertedContent": {"text": repair}}
            ],
        }
        return {"description": _message(f"{on_one_line(claim.quote)} → {repair}"), "artifactChanges": [change]}

    def _physical(self, start: int, end: int) -> dict[str, Any]:
        region = {**self._region(start, end), "snippet": {"text": self._places.text[start:end]}}
        return {"artifactLocation": self._location, "region": region}

    def _region(self, start: int, end: int) -> dict[str, Any]:
        line, column = self._places.line_column(start)
        last, after = self._places.line_column(max(start, end - 1))
        return {"startLine": line, "startColumn": column, "endLine": last, "endColumn": after + 1}
