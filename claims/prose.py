"""Sentences and clauses, and the figures in them with the words between.

Most relations are read from the words around figures. A passage is one sentence, laid out
as gap, figure, gap, figure, …, gap; dates and ordinals stand in the gaps as single marks,
so that a cue such as "rose to" is found on either side of "in 2020".
"""

from __future__ import annotations

import re
from bisect import bisect_left

from claims.grammar.fold import fold
from claims.model import Claim, Ledger
from claims.sentences import bounded, clause_breaks, outside, sentence_ends

DATE_MARK = "\ue000"
ORDINAL_MARK = "\ue001"
REACH = 160
"""Code points of a clause that may name a figure, on either side of it."""


class Figure:
    """A claim in its passage. Words are folded, and hedges are no part of them."""

    __slots__ = (
        "_after", "_before", "_left", "_right",
        "claim", "clause_end", "clause_start", "index", "next", "passage", "position", "previous", "role",
    )  # fmt: skip

    def __init__(self, claim: Claim, index: int, passage: Passage, previous: Figure | None) -> None:
        self.claim = claim
        self.index = index
        """Place among all claims of the draft."""
        self.passage = passage
        self.position = len(passage.figures)
        """Place among `passage.figures`."""
        self.previous = previous
        self.next: Figure | None = None
        """Its neighbours in the passage."""
        self.clause_start = self.clause_end = 0
        """The clause it stands in, in block offsets, other figures' punctuation excluded."""
        self.role = ""
        """What part it plays, once `claims.roles` has told it."""
        self._before: str | None = None
        self._after: str | None = None
        self._left: str | None = None
        self._right: str | None = None

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def before(self) -> str:
        """Words since the previous figure or the start of the passage."""
        if self._before is None:
            start = self.passage.start if self.previous is None else self.previous.claim.outer.end
            self._before = self.passage.words(start, self.claim.outer.start)
        return self._before

    @property
    def after(self) -> str:
        """Words up to the next figure or the end of the passage."""
        if self.next is not None:
            return self.next.before
        if self._after is None:
            self._after = self.passage.words(self.claim.outer.end, self.passage.end)
        return self._after

    @property
    def left(self) -> str:
        """Words of its clause before it, since the previous figure, as far as `REACH`."""
        if self._left is None:
            end = self.claim.outer.start
            start = max(self.clause_start, end - REACH)
            if self.previous is not None:
                start = max(start, self.previous.claim.outer.end)
            self._left = self.passage.words(start, end)
        return self._left

    @property
    def right(self) -> str:
        """Words of its clause after it, up to the next figure, as far as `REACH`."""
        if self._right is None:
            start = self.claim.outer.end
            end = min(self.clause_end, start + REACH)
            if self.next is not None:
                end = min(end, self.next.claim.outer.start)
            self._right = self.passage.words(start, end)
        return self._right


class Passage:
    """One sentence: its folded text, its figures, and the dates and ordinals between them."""

    __slots__ = ("block", "dates", "end", "figures", "folded", "index", "marks", "start")

    def __init__(self, index: int, block: int, start: int, end: int, folded: str) -> None:
        self.index = index
        self.block = block
        self.start = start
        """Block offset of its first character."""
        self.end = end
        self.folded = folded
        """Folded text of the whole block."""
        self.figures: list[Figure] = []
        self.dates: list[Claim] = []
        self.marks: list[tuple[int, int, str]] = []
        """Spans of dates and ordinals in block offsets, in order, with the mark that stands for each."""

    def words(self, start: int, end: int) -> str:
        """Folded text between two block offsets, dates and ordinals as marks."""
        marks, folded = self.marks, self.folded
        if not marks or marks[-1][0] < start or marks[0][1] > end:
            return folded[start:end]
        pieces, at = [], start
        for place in range(bisect_left(marks, (start,)), len(marks)):
            mark_start, mark_end, mark = marks[place]
            if mark_end > end:
                break
            if mark_start >= at:
                pieces += [folded[at:mark_start], mark]
                at = mark_end
        pieces.append(folded[at:end])
        return "".join(pieces)

    @property
    def text(self) -> str:
        return self.folded[self.start : self.end]


class Prose:
    """All passages of a draft, and where each claim stands in them."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.language = ledger.draft.language
        self.passages: list[Passage] = []
        self.figures: list[Figure] = []
        """All figures but dates and ordinals, in reading order."""
        self._dates: list[tuple[Passage, int, int]] = []
        """Each date: its passage, its place among the dates there, its place among all claims."""
        self._lay_out()

    def take(self, ledger: Ledger) -> None:
        """Put a ledger's claims for those of its own that stand at the same places."""
        self.ledger = ledger
        for figure in self.figures:
            figure.claim = ledger.claims[figure.index]
        for passage, place, index in self._dates:
            passage.dates[place] = ledger.claims[index]

    def _lay_out(self) -> None:
        by_block: dict[int, list[tuple[int, Claim]]] = {}
        for index, claim in enumerate(self.ledger.claims):
            by_block.setdefault(claim.block, []).append((index, claim))
        for number, block in enumerate(self.ledger.draft.blocks):
            folded = fold(block.text)
            claims = by_block.get(number)
            if claims is None:
                self.passages.append(Passage(len(self.passages), number, 0, len(folded), folded))
            else:
                self._block(number, folded, claims)

    def _block(self, number: int, folded: str, claims: list[tuple[int, Claim]]) -> None:
        inside = [(c.local.start, c.local.end) for _, c in claims]
        breaks = clause_breaks(folded, self.language)
        breaks = [b for b, free in zip(breaks, outside([b[0] for b in breaks], inside), strict=True) if free]
        ends = sentence_ends(folded, self.language)
        ends = [e for e, free in zip(ends, outside([e - 1 for e in ends], inside), strict=True) if free]
        if not ends or ends[-1] < len(folded):
            ends.append(len(folded))
        outer = [(c.outer.start, c.outer.end) for _, c in claims]
        start = at = clause = 0
        for end in bounded(ends, breaks, outer):
            passage = Passage(len(self.passages), number, start, end, folded)
            self.passages.append(passage)
            while at < len(claims) and inside[at][0] < end:
                self._place(passage, *claims[at])
                at += 1
            clause = _cut_clauses(passage, breaks, clause)
            start = end

    def _place(self, passage: Passage, index: int, claim: Claim) -> None:
        kind = claim.quantity.kind
        if kind in ("date", "ordinal"):
            outer = claim.outer
            passage.marks.append((outer.start, outer.end, DATE_MARK if kind == "date" else ORDINAL_MARK))
            if kind == "date":
                self._dates.append((passage, len(passage.dates), index))
                passage.dates.append(claim)
            return
        previous = passage.figures[-1] if passage.figures else None
        figure = Figure(claim, index, passage, previous)
        if previous is not None:
            previous.next = figure
        passage.figures.append(figure)
        self.figures.append(figure)


def _cut_clauses(passage: Passage, breaks: list[tuple[int, int]], clause: int) -> int:
    """Give each figure its clause; `clause` is the first break that may lie after the figures before.

    Gives back the same for the next passage: breaks and figures are gone through once, together.
    """
    count = len(breaks)
    for figure in passage.figures:
        local = figure.claim.local
        while clause < count and breaks[clause][1] <= local.start:
            clause += 1
        figure.clause_start = max(breaks[clause - 1][1], passage.start) if clause else passage.start
        after = clause
        while after < count and breaks[after][0] < local.end:
            after += 1
        figure.clause_end = min(breaks[after][0], passage.end) if after < count else passage.end
    return clause


_LIST_GAP = re.compile(r"^[^，。；,.;]{0,12}[、，,]?\s*(?:和|及|以及|与|and)?\s*[^，。；,.;]{0,12}$")


def in_list(figure: Figure) -> bool:
    """Whether it is one of several figures of a kind set side by side with 、 or "and"."""
    for other, gap in ((figure.previous, figure.before), (figure.next, figure.after)):
        if other is None or other.claim.quantity.unit != figure.claim.quantity.unit:
            continue
        if ("、" in gap or re.fullmatch(r"\s*(?:,|和|及|与|and)\s*", gap)) and _LIST_GAP.match(gap):
            return True
    return False


_LATEST: list[Prose] = []
"""The draft at hand, laid out once for all that reads it; older ones are let go."""


def prose(ledger: Ledger) -> Prose:
    """The passages of a ledger's draft."""
    for laid in _LATEST:
        if laid.ledger is ledger:
            return laid
    _LATEST[:] = [Prose(ledger)]
    return _LATEST[0]


def complete(laid: Prose, ledger: Ledger) -> None:
    """Let `prose` give `laid` for a ledger that has its claims, each at its old place, with their coordinates."""
    laid.take(ledger)
    _LATEST[:] = [laid]

