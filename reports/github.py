"""Annotations for GitHub Actions: workflow commands that mark figures in a pull request's files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks import Finding, Review
from reports import _plain, _summary
from reports._labels import labels_of, shared_labels
from reports._positions import Positions
from reports._uris import tidy

SUFFIXES = ()  # read from the log of a job, never from a file

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(reviews: Sequence[Review], **_: object) -> str:
    """A command for each open finding, document and part that could not be read; then a line for the log."""
    lines = [line for review in reviews for line in _review(review)]
    words, counted = shared_labels(reviews), _summary.counts(reviews)
    parts = _summary.phrases(counted, words)
    if counted["unreadable"]:
        parts.append(words("unread_documents", n=counted["unreadable"]))
    head = words("documents", n=counted["documents"]) + words("colon")
    return "".join(f"{line}\n" for line in (*lines, head + words.joined(parts) + words("stop")))


def command(name: str, message: str, **properties: object) -> str:
    """A workflow command; what would end a property or the line is percent-encoded, as the runner expects."""
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(_plain.plain(message))}"


def _review(review: Review) -> Iterator[str]:
    path, words = _plain.path(tidy(review.path)), labels_of(review)
    if review.ledger is None or review.status != "checked":
        yield command("error", review.reason, file=path, title=words("not_checked"))
        return
    places = Positions(review.ledger.draft.text)
    for finding in _summary.open_findings(review):
        yield _finding(finding, path, places)
    for part in review.coverage.unread:
        yield command("warning", part, file=path, title=words("unread"))
    if not review.coverage.claims:
        yield command("notice", words("no_claims"), file=path, title=words("not_checked"))


def _finding(finding: Finding, path: str, places: Positions) -> str:
    line, column = places.line_column(finding.start)
    last, after = places.line_column(max(finding.start, finding.end - 1))
    # Columns count only within one line; over several the runner takes whole lines.
    columns = {"col": column, "endLine": last, "endColumn": after + 1} if last == line else {"endLine": last}
    message = "\n".join(filter(None, (finding.message, finding.arithmetic)))
    title = f"{finding.check}: {finding.arithmetic}" if finding.arithmetic else finding.check
    place = {"file": path, "line": line, **columns, "title": _plain.line(title)}
    return command(COMMANDS[finding.severity], message, **place)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(_plain.plain(text)).replace(":", "%3A").replace(",", "%2C")
