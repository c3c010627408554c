"""JUnit XML: a suite for each document, a case for each relation that was looked at.

A relation that holds passes, so that a build shows what was verified and not only what was
found. Findings below `fail_on` pass too and say what they found. What could not be decided,
was dismissed or follows from another finding is skipped, never passed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checks import Finding, Review, Verdict
from reports import _plain, _summary
from reports._labels import labels_of
from reports._positions import Positions

SUFFIXES = (".xml",)


class Case(NamedTuple):
    """One test case: what is claimed, where, and how it came out."""

    name: str
    check: str
    line: int
    outcome: str = "passed"
    """"passed", "failure", "error" or "skipped"."""
    kind: str = ""
    message: str = ""
    detail: str = ""


def render(reviews: Sequence[Review], *, fail_on: str = "error", **_: object) -> str:
    """The suites. Open findings of severity `fail_on` or above are failures, unreadable documents errors."""
    suites = [(review, list(_cases(review, fail_on))) for review in reviews]
    everything = [case for _, cases in suites for case in cases]
    lines = ['<?xml version="1.0" encoding="utf-8"?>', f'<testsuites name="crossfoot"{_counts(everything)}>']
    for review, cases in suites:
        path = _plain.path(review.path)
        lines.append(f"  <testsuite{_attributes(name=path)}{_counts(cases)}>")
        for case in cases:
            lines.extend(_case(case, path))
        lines.append("  </testsuite>")
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _cases(review: Review, fail_on: str) -> Iterator[Case]:
    words = labels_of(review)
    if review.ledger is None or review.status != "checked":
        yield Case(words("not_checked"), "reading", 0, "error", "unreadable", review.reason)
        return
    places = Positions(review.ledger.draft.text)
    starts = {claim.id: claim.start for claim in review.ledger.claims}
    findings = {finding.verdict: finding for finding in review.findings}
    causes = {key: finding for finding in review.findings for key in finding.consequences}
    names: set[str] = set()
    for verdict in review.verdicts:
        name = verdict.text if verdict.text not in names else f"{verdict.text} [{verdict.id}]"
        names.add(name)
        first = min((starts[term] for term in verdict.relation.terms if term in starts), default=0)
        case = Case(name, verdict.relation.check, places.line(first))
        yield _judged(case, verdict, findings.get(verdict.id), causes.get(verdict.id), fail_on)
    known = {verdict.id for verdict in review.verdicts}
    for finding in review.findings:
        if finding.verdict not in known:
            case = Case(finding.arithmetic or finding.message, finding.check, places.line(finding.start))
            yield _found(case, finding, fail_on)
    for part in review.coverage.unread:
        yield Case(part, "reading", 0, "skipped", "", words("unread"))
    if not review.coverage.claims:
        yield Case(words("no_claims"), "reading", 0, "skipped", "", words("no_claims"))


def _judged(case: Case, verdict: Verdict, finding: Finding | None, cause: Finding | None, fail_on: str) -> Case:
    if finding is not None:
        return _found(case, finding, fail_on)
    if verdict.outcome == "consistent":
        return case
    if verdict.outcome == "undetermined":
        return case._replace(
            outcome="skipped", message=f"undetermined: {verdict.why}" if verdict.why else "undetermined"
        )
    return case._replace(outcome="skipped", message=f"follows from: {cause.arithmetic}" if cause else "not reported")


def _found(case: Case, finding: Finding, fail_on: str) -> Case:
    if finding.status != "open":
        return case._replace(outcome="skipped", message=f"{finding.status}: {finding.reason}")
    detail = "\n".join(filter(None, (finding.message, finding.arithmetic, finding.url)))
    if _summary.fails(finding.severity, fail_on):
        return case._replace(outcome="failure", kind=finding.severity, message=finding.message, detail=detail)
    return case._replace(detail=f"{finding.severity}: {detail}")


def _case(case: Case, path: str) -> Iterator[str]:
    place = {"file": path, **({"line": case.line} if case.line else {})}
    head = f"    <testcase{_attributes(name=_plain.line(case.name), classname=case.check, **place)}"
    if case.outcome == "passed" and not case.detail:
        yield f"{head}/>"
        return
    yield f"{head}>"
    if case.outcome == "passed":
        yield f"      <system-out>{_text(case.detail)}</system-out>"
    elif case.outcome == "skipped":
        yield f"      <skipped{_attributes(message=case.message)}/>"
    else:
        marks = _attributes(type=case.kind, message=case.message)
        yield f"      <{case.outcome}{marks}>{_text(case.detail)}</{case.outcome}>"
    yield "    </testcase>"


def _counts(cases: Sequence[Case]) -> str:
    outcomes = [case.outcome for case in cases]
    return _attributes(
        tests=len(cases),
        failures=outcomes.count("failure"),
        errors=outcomes.count("error"),
        skipped=outcomes.count("skipped"),
    )


def _attributes(**values: object) -> str:
    return "".join(f' {name}="{_attribute(str(value))}"' for name, value in values.items())


def _attribute(text: str) -> str:
    """White space other than a blank is lost in an attribute unless it is written as a reference."""
    return _text(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")


def _text(text: str) -> str:
    escaped = _plain.plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("\r", "&#13;")
