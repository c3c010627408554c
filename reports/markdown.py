"""Markdown for a pull request or a page: what was found, how it adds up, what was verified."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from checks import Finding, Review
from claims.model import Ledger
from reports import _plain, _summary
from reports._escaping import escape
from reports._excerpt import excerpts
from reports._labels import Labels, labels_of, shared_labels
from reports._positions import Positions, named
from reports._quotes import on_one_line

SUFFIXES = (".md",)

SYMBOLS = {"error": "❌", "warning": "⚠️", "info": "ℹ️", "dismissed": "☑️"}
COLUMNS = 100
PLACES = 4
RELATIONS = 50
"""Relations listed of each document; a comment on a pull request has its limits."""


def render(reviews: Sequence[Review], **_: object) -> str:
    """A heading with the counts, then each document: findings in a table, and what was verified."""
    words, counted = shared_labels(reviews), _summary.counts(reviews)
    parts = _summary.phrases(counted, words)
    if counted["unreadable"]:
        parts.append(words("unread_documents", n=counted["unreadable"]))
    head = f"## {words('title')}{words('colon')}{words.joined(parts)}"
    lines = [head, "", *(line for review in reviews for line in _review(review))]
    return "\n".join(lines).rstrip("\n") + "\n"


def _review(review: Review) -> Iterator[str]:
    words = labels_of(review)
    yield from (f"### {escape(_plain.path(review.path))}", "")
    if review.ledger is None or review.status != "checked":
        yield from (f"{SYMBOLS['error']} <b>{words('not_checked')}</b>{words('colon')}{escape(review.reason)}", "")
        return
    if review.findings:
        yield "| " + " | ".join(words(key) for key in ("severity", "where", "finding", "arithmetic")) + " |"
        yield "| --- | --- | --- | --- |"
        document = _Document(review.ledger, words)
        yield from map(document.row, review.findings)
        yield ""
    yield from (words.looked_at(review.verdicts, review.coverage) + words("stop"), "")
    for part in review.coverage.unread:
        yield from (f"⚠️ {words('unread')}{words('colon')}{escape(part)}", "")
    yield from _verified(review, words)


def _verified(review: Review, words: Labels) -> Iterator[str]:
    """The relations that hold, folded."""
    held = [verdict for verdict in review.verdicts if verdict.outcome == "consistent"]
    if not held:
        return
    yield from ("<details>", f"<summary>{words('verified')} ({len(held)})</summary>", "")
    for verdict in held[:RELATIONS]:
        yield f"- {escape(verdict.text)} ({escape(verdict.relation.check)})"
    if len(held) > RELATIONS:
        yield f"- {words('rest', n=len(held) - RELATIONS)}"
    yield from ("", "</details>", "")


class _Document:
    """A readable document, with what its findings refer to at hand."""

    def __init__(self, ledger: Ledger, words: Labels) -> None:
        self._words = words
        self._places = Positions(ledger.draft.text)
        self._draft = ledger.draft
        self._claims = {claim.id: claim for claim in ledger.claims}

    def row(self, finding: Finding) -> str:
        """A finding as a row of the table."""
        words, kind = self._words, finding.severity if finding.status == "open" else "dismissed"
        note = [escape(finding.message), *self._quotes(finding)]
        suspects = [
            f"{escape(on_one_line(self._claims[s.claim].quote))} → {escape(' / '.join(s.repairs))}"
            for s in finding.suspects
            if s.claim in self._claims and s.repairs
        ]
        if suspects and finding.status == "open":
            note.append(f"{words('suspects')}{words('colon')}" + "; ".join(suspects))
        if finding.status != "open":
            note.append(f"{words('reason')}{words('colon')}{escape(finding.reason)}")
        check = escape(finding.check)
        if finding.url.startswith(("https://", "http://")):
            check = f"[{check}](<{_target(finding.url)}>)"
        cells = (
            f"{SYMBOLS[kind]} {words(kind)}<br>{check}",
            escape(named(self._draft, self._places, finding.start)),
            "<br>".join(note),
            escape(finding.arithmetic),
        )
        return f"| {' | '.join(cells)} |"

    def _quotes(self, finding: Finding) -> Iterator[str]:
        """The passages it is about, with the figures in bold (as HTML: `**` fails beside Chinese punctuation)."""
        shown = excerpts(self._places, (finding.start, finding.end), finding.spans, COLUMNS)
        for excerpt in islice(shown, PLACES):
            runs = [(mark, "".join(char for char, _ in run)) for mark, run in groupby(excerpt.cells, lambda c: c[1])]
            marked = (_spaced(text) if mark == " " else f"<b>{_spaced(text)}</b>" for mark, text in runs)
            yield f"<i>{''.join(marked)}</i>"
        left = sum(1 for _ in shown)
        if left:
            yield self._words("more", n=left)


def _spaced(text: str) -> str:
    """`text` escaped, with a space at either end kept, as the figures beside it need it."""
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * before}{escape(text)}{' ' * after}" if text.strip() else " " * bool(text)


def _target(url: str) -> str:
    return url.replace("<", "%3C").replace(">", "%3E").replace("|", "%7C").replace("\\", "%5C")
