"""What a person at a terminal reads: each finding like a colleague's note, then what was verified."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TextIO

from checks import Finding, Review, Suspect
from checks._judging.figures import between, quoted
from claims.model import Ledger
from reports import _plain, _summary
from reports._excerpt import excerpts
from reports._labels import labels_of, shared_labels
from reports._positions import Positions, named
from reports._wrap import wrap

SUFFIXES = ()  # a terminal has no files

WIDTH = 80
WIDEST = 100
"""Longer lines are hard to read, however wide the terminal."""
PLACES = 8
"""Excerpts shown of one finding."""
CONSEQUENCES = 3
"""Relations named that fail with it."""
HANGING = 14
"""Columns that the lines after the first may be indented by."""

SYMBOLS = {"error": "✗", "warning": "!", "info": "i", "dismissed": "-"}
_COLORS = {"error": "1;31", "warning": "1;33", "info": "1;36", "dismissed": "2", "path": "1", "dim": "2", "good": "32"}


def render(reviews: Sequence[Review], *, color: bool | None = None, width: int | None = None, **_: object) -> str:
    """The text report. `color` and `width` are what standard output can show unless they are given."""
    painted, columns = terminal(sys.stdout, os.environ)
    page = _Page(painted if color is None else color, columns if width is None else width)
    for review in reviews:
        page.review(review)
    words = shared_labels(reviews)
    counted = _summary.counts(reviews)
    found = words.joined(_summary.phrases(counted, words))
    worst = next((severity for severity in ("error", "warning", "info") if counted[severity]), "good")
    if counted["unreadable"]:
        found, worst = words.joined((found, words("unread_documents", n=counted["unreadable"]))), "error"
    page.folded(found + words("stop"), words("documents", n=counted["documents"]) + words("colon"), style=worst)
    return "\n".join(page.lines) + "\n"


def terminal(stream: TextIO | None, environment: Mapping[str, str]) -> tuple[bool, int]:
    """Whether `stream` shows colours, and its width: a terminal's own up to `WIDEST`, else `WIDTH`.

    `NO_COLOR` (see no-color.org) and a dumb terminal switch colours off.
    """
    if stream is None or not stream.isatty():
        return False, WIDTH
    color = not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    return color, max(40, min(shutil.get_terminal_size((WIDTH, 24)).columns, WIDEST))


class _Page:
    """Collects lines of at most `width` columns."""

    def __init__(self, color: bool, width: int) -> None:
        self.lines: list[str] = []
        self._color = color
        self._width = width

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{_COLORS[style]}m{text}\x1b[0m" if self._color and text else text

    def review(self, review: Review) -> None:
        """A document: its findings, those set aside in a line each, then what was looked at."""
        words, shown = labels_of(review), _plain.path(review.path)
        if review.ledger is None or review.status != "checked":
            mark = self.paint(f"{SYMBOLS['error']} {words('unreadable')}", "error")
            self.lines.append(f"{self.paint(shown, 'path')}  {mark}")
            self.folded(review.reason, "  ")
            self.lines.append("")
            return
        document = Document(review, review.ledger)
        for finding in _summary.open_findings(review):
            self.finding(finding, document)
        for finding in review.findings:
            if finding.status != "open":
                self.dismissed(finding, document)
        looked_at = words.looked_at(review.verdicts, review.coverage)
        self.folded(looked_at + words("stop"), f"{shown}{words('colon')}", style="path")
        for part in review.coverage.unread:
            self.folded(part, f"  {words('unread')}{words('colon')}")
        self.lines.append("")

    def folded(self, text: str, lead: str, style: str = "") -> None:
        """`text` after `lead`; further lines are indented as far as `lead` is wide, where that is not much."""
        taken = _plain.width(lead)
        hanging = taken if taken <= HANGING else 4
        lines = wrap(_plain.plain(text), self._width - hanging, self._width - taken)
        self.lines.append((self.paint(lead, style) if style else lead) + lines[0])
        self.lines.extend(" " * hanging + line for line in lines[1:])

    def finding(self, finding: Finding, document: Document) -> None:
        """Where and what, the sum worked out, the source lines, and what may have been meant."""
        words = document.words
        self._head(finding, document, finding.severity, words(finding.severity))
        self.folded(finding.message, "  ")
        if finding.arithmetic:
            self.folded(finding.arithmetic, f"  {words('arithmetic')}{words('colon')}", "dim")
        self._source(finding, document)
        for number, suspects in enumerate(document.suspects(finding)):
            lead = f"  {words('suspects')}{words('colon')}"
            self.folded(suspects, lead if not number else " " * _plain.width(lead), "dim")
        for key in finding.consequences[:CONSEQUENCES]:
            if key in document.verdicts:
                self.folded(document.verdicts[key].text, f"  {words('also')}{words('colon')}", "dim")
        self.lines.append("")

    def dismissed(self, finding: Finding, document: Document) -> None:
        """A line, and the reason that was given."""
        words = document.words
        self._head(finding, document, "dismissed", words("dismissed"))
        self.folded(finding.arithmetic or finding.message, "  ")
        if finding.reason:
            self.folded(finding.reason, f"  {words('reason')}{words('colon')}", "dim")
        self.lines.append("")

    def _head(self, finding: Finding, document: Document, kind: str, word: str) -> None:
        at = document.place(finding.start)
        place = self.paint(f"{document.path}:{'' if at[0].isdigit() else ' '}{at}", "path")
        key = self.paint(finding.fingerprint, "dim")
        self.lines.append(f"{place}  {self.paint(f'{SYMBOLS[kind]} {word}', kind)}  {finding.check}  {key}")

    def _source(self, finding: Finding, document: Document) -> None:
        spans = list(finding.spans)
        gutter = len(str(document.places.line(max((end for _, end in spans), default=finding.end)))) + 2
        shown = excerpts(document.places, (finding.start, finding.end), spans, self._width - gutter - 3)
        for excerpt in islice(shown, PLACES):
            self.lines.append(self.paint(f"{excerpt.number:>{gutter}} | ", "dim") + excerpt.text.rstrip())
            marks = self.paint(excerpt.marks, finding.severity)
            self.lines.append(self.paint(" " * gutter + " | ", "dim") + marks)
        left = sum(1 for _ in shown)
        if left:
            self.lines.append(" " * (gutter + 3) + document.words("more", n=left))


class Document:
    """A readable review, with what its findings refer to at hand."""

    def __init__(self, review: Review, ledger: Ledger) -> None:
        self.path = _plain.path(review.path)
        self.words = labels_of(review)
        self.places = Positions(ledger.draft.text)
        self._draft = ledger.draft
        self.claims = {claim.id: claim for claim in ledger.claims}
        self.verdicts = {verdict.id: verdict for verdict in review.verdicts}

    def place(self, offset: int) -> str:
        """Where an offset of the draft is: "4:37", "page 3"."""
        return named(self._draft, self.places, offset)

    def suspects(self, finding: Finding) -> Iterator[str]:
        """A line for each suspect of which more is known, then the others in one."""
        known = [suspect for suspect in finding.suspects if suspect.repairs or suspect.admissible is not None]
        yield from map(self._suspect, known)
        if others := [self._suspect(suspect) for suspect in finding.suspects if suspect not in known]:
            yield self.words.joined(others)

    def _suspect(self, suspect: Suspect) -> str:
        """A figure with its place, and what it may have been: "38 (4:37) → 39"."""
        claim = self.claims.get(suspect.claim)
        if claim is None:
            return suspect.claim
        text = f"{quoted(claim)} ({self.place(claim.start)})"
        if suspect.repairs:
            return f"{text} → {' / '.join(suspect.repairs)}"
        if suspect.admissible is not None:
            return f"{text}{self.words('join')}{self.words('fits', range=between(suspect.admissible, claim.quantity))}"
        return text
