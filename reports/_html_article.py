"""The article as it reads, cut at its figures, with the state of each.

Every figure of a draft is in one of six states; the worst that is said of it wins. The
text of a block is cut once into plain runs and figures, in linear time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from checks import Finding, Review
from checks._judging.figures import quoted
from claims.draft import Block
from claims.model import Claim, Ledger
from reports._html_labels import Labels

STATES = ("bad", "warn", "note", "ok", "aside", "none")
"""Worst first: contradicted, doubtful, see note, agrees, finding set aside, not cross-checked."""
STATE_OF = {"error": "bad", "warning": "warn", "info": "note"}
TOGETHER = 18
"""Figures of at most so many characters are not broken across lines."""


class Figure(msgspec.Struct, frozen=True):
    """A figure as it is marked wherever it is shown."""

    claim: Claim
    anchor: str
    """Id of its place in the article."""
    state: str
    """One of `STATES`."""
    hint: str
    """What its mark means, in words."""
    target: str
    """Id of the finding or relation to read about it; "" when there is none."""
    numbers: str
    """Numbers of the findings it stands in, such as "1, 3"."""
    accused: bool
    """Whether a finding is shown at it or suspects it."""

    @property
    def text(self) -> str:
        """The figure in one line."""
        return quoted(self.claim)

    @property
    def whole(self) -> bool:
        return len(self.claim.quote) <= TOGETHER


class Piece(msgspec.Struct, frozen=True):
    """A run of text, or a figure."""

    text: str
    figure: Figure | None = None
    hidden: tuple[str, ...] = ()
    """Anchors of claims inside or across this figure, which cannot be marked apart."""


class Element(msgspec.Struct, frozen=True):
    """One thing of the article: a paragraph, a heading, a list, a table."""

    kind: str
    blocks: tuple[tuple[Block, tuple[tuple[Piece, ...], ...]], ...]
    """Blocks with the pieces of their text, or of each of their cells."""
    notes: tuple[tuple[str, ...], ...] = ()
    """For each block, the ids of the findings that are shown at it."""
    level: int = 0
    """Level of a heading below that of the section."""
    number: int = 0
    """Which table it is, counted from 1."""
    has_head: bool = False
    """Whether the first row of a table names its columns."""

    @property
    def all_notes(self) -> tuple[str, ...]:
        return tuple(id for shown in self.notes for id in shown)


def figures(review: Review, ledger: Ledger, prefix: str, numbers: dict[str, int], t: Labels) -> dict[str, Figure]:
    """Each claim's figure by claim id. `numbers` gives the open findings their numbers."""
    said: dict[str, list[Finding]] = {}
    accused: set[str] = set()
    for finding in review.findings:
        for claim_id in finding.claims:
            said.setdefault(claim_id, []).append(finding)
        if finding.status == "open":
            accused.update(suspect.claim for suspect in finding.suspects)
    shown_at = {finding.start for finding in review.findings if finding.status == "open"}
    holding: dict[str, int] = {}
    for number, verdict in enumerate(review.verdicts):
        if verdict.outcome == "consistent":
            for claim_id in verdict.relation.terms:
                holding.setdefault(claim_id, number)
    result = {}
    for number, claim in enumerate(ledger.claims):
        about = said.get(claim.id, ())
        open_ones = sorted((f for f in about if f.status == "open"), key=lambda f: numbers[f.id])
        state, hint, target = "none", t("state_none"), ""
        if open_ones:
            worst = open_ones[0]
            state, target = STATE_OF[worst.severity], f"{prefix}f{numbers[worst.id]}"
            hint = f"{t('severity_' + worst.severity)} {numbers[worst.id]}: {worst.arithmetic or worst.message}"
        elif claim.id in holding:
            state, target = "ok", f"{prefix}r{holding[claim.id]}"
            hint = f"{t('state_ok')}: {review.verdicts[holding[claim.id]].text}"
        elif about:
            state, hint = "aside", t("state_aside")
        result[claim.id] = Figure(
            claim, f"{prefix}c{number}", state, hint, target,
            ", ".join(str(numbers[f.id]) for f in open_ones), claim.id in accused or claim.start in shown_at,
        )  # fmt: skip
    return result


def pieces(text: str, start: int, end: int, within: Iterable[Figure]) -> tuple[Piece, ...]:
    """`text[start:end]` cut at the figures in it, which come in order; figures that cross its ends are left out."""
    result: list[Piece] = []
    at = start
    for figure in within:
        span = figure.claim.local
        if span.start < start or span.end > end:
            continue
        if span.start < at:  # inside or across the figure before: only a place to jump to
            if result and result[-1].figure is not None:
                result[-1] = msgspec.structs.replace(result[-1], hidden=(*result[-1].hidden, figure.anchor))
            continue
        if span.start > at:
            result.append(Piece(text[at : span.start]))
        result.append(Piece(text[span.start : span.end], figure))
        at = span.end
    if at < end:
        result.append(Piece(text[at:end]))
    return tuple(result)


def by_block(figures: Iterable[Figure]) -> dict[int, list[Figure]]:
    """Figures of each block, in order."""
    result: dict[int, list[Figure]] = {}
    for figure in figures:
        result.setdefault(figure.claim.block, []).append(figure)
    for row in result.values():
        row.sort(key=lambda figure: (figure.claim.local.start, -figure.claim.local.end))
    return result


def elements(
    blocks: Sequence[Block], figures_of: dict[int, list[Figure]], notes: dict[int, list[str]]
) -> Iterator[Element]:
    """The blocks of a draft, list items and table rows that follow each other taken together."""
    depth = tables = at = 0
    while at < len(blocks):
        first, stop = blocks[at], at + 1
        while stop < len(blocks) and _continues(first, blocks[stop]):
            stop += 1
        inner = tuple((blocks[n], _cells(blocks[n], figures_of.get(n, []))) for n in range(at, stop))
        shown = tuple(tuple(notes.get(n, ())) for n in range(at, stop))
        if first.kind in ("title", "heading"):
            wanted = 1 if first.kind == "title" else max(first.level, 1) + 1
            depth = min(wanted, depth + 1)  # an outline never skips a level, whatever the draft does
        is_table = first.kind == "table-row"
        tables += is_table
        has_head = is_table and stop - at > 1 and not figures_of.get(at)
        yield Element(first.kind, inner, shown, depth, tables if is_table else 0, has_head)
        at = stop


def _continues(first: Block, other: Block) -> bool:
    if first.kind == "list-item":
        return other.kind == "list-item"
    return first.kind == "table-row" and other.kind == "table-row" and other.table == first.table


def _cells(block: Block, figures: list[Figure]) -> tuple[tuple[Piece, ...], ...]:
    """Pieces of each cell of a table row, or of the whole text elsewhere."""
    if block.kind != "table-row" or not block.cells:
        return (pieces(block.text, 0, len(block.text), figures),)
    inside: list[list[Figure]] = [[] for _ in block.cells]
    ends = [end for _, end in block.cells]
    for figure in figures:
        column = bisect_right(ends, figure.claim.local.start)
        if column < len(inside):
            inside[column].append(figure)
    return tuple(pieces(block.text, *cell, found) for cell, found in zip(block.cells, inside, strict=True))
