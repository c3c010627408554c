"""Sentences and clauses, and the figures in them with the words between.

Most relations are read from the words around figures. A passage is one sentence, laid out
as gap, figure, gap, figure, …, gap; dates and ordinals stand in the gaps as single marks,
so that a cue such as "rose to" is found on either side of "in 2020".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from claims.grammar.fold import fold
from claims.model import Claim, Ledger
from claims.sentences import LONGEST, MOST, bounded, cuts

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
        if previous is not None:
            previous.next = self
        self.clause_start = self.clause_end = 0
        """The clause it stands in, in block offsets, other figures' punctuation excluded."""
        self.role = ""
        """What part it plays, once `claims.ties.roles` has told it."""
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
            passage, end = self.passage, self.claim.outer.start
            self._before = passage.words(start, end) if passage.marks else passage.folded[start:end]
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
            passage, end, start = self.passage, self.claim.outer.start, self.clause_start
            if start < end - REACH:
                start = end - REACH
            if self.previous is not None and (past := self.previous.claim.outer.end) > start:
                start = past
            self._left = passage.words(start, end) if passage.marks else passage.folded[start:end]
        return self._left

    @property
    def right(self) -> str:
        """Words of its clause after it, up to the next figure, as far as `REACH`."""
        if self._right is None:
            passage, start, end = self.passage, self.claim.outer.end, self.clause_end
            if end > start + REACH:
                end = start + REACH
            if self.next is not None and (begins := self.next.claim.outer.start) < end:
                end = begins
            self._right = passage.words(start, end) if passage.marks else passage.folded[start:end]
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
    """All passages of a draft, and where each claim stands in them; it is laid out block by block."""

    ledger: Ledger
    """Whose prose it is; set once all of it is laid out."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.passages: list[Passage] = []
        self.figures: list[Figure] = []
        """All figures but dates and ordinals, in reading order."""

    @cached_property
    def with_figures(self) -> tuple[Passage, ...]:
        """The passages that hold figures, which in most prose are few; for when all of it is laid out."""
        return tuple(passage for passage in self.passages if passage.figures)

    def passage_of(self, claim: Claim) -> Passage:
        """The sentence that a claim stands in."""
        place = (claim.block, claim.local.start)
        return self.passages[bisect_right(self.passages, place, key=lambda p: (p.block, p.start)) - 1]

    def add(self, number: int, folded: str, claims: Sequence[Claim], first: int) -> list[Passage]:
        """Lay out block `number`, of which `folded` is the folded text and `claims` are all, in reading order.

        `first` is the place of the first of them among all claims. Gives back its passages.
        """
        if not claims:
            laid = [Passage(len(self.passages), number, 0, len(folded), folded)]
        else:
            laid = self._cut(number, folded, claims, first)
        self.passages += laid
        return laid

    def _cut(self, number: int, folded: str, claims: Sequence[Claim], first: int) -> list[Passage]:
        inside = [(c.local.start, c.local.end) for c in claims]
        breaks, ends = cuts(folded, self.language, inside)
        count, size = len(claims), len(folded)
        if size > LONGEST or count > MOST:
            ends = bounded(ends, breaks, [(c.outer.start, c.outer.end) for c in claims])
        laid: list[Passage] = []
        all_figures = self.figures
        breaks.append((size, size))
        start = at = clause = 0
        left = 0
        """Where the last clause begins that begins before the figure at hand."""
        break_start, break_end = breaks[0]
        for end in ends:
            passage = Passage(len(self.passages) + len(laid), number, start, end, folded)
            laid.append(passage)
            figures = passage.figures
            previous: Figure | None = None
            while at < count and inside[at][0] < end:
                claim = claims[at]
                kind = claim.quantity.kind
                if kind == "date" or kind == "ordinal":
                    outer = claim.outer
                    passage.marks.append((outer.start, outer.end, DATE_MARK if kind == "date" else ORDINAL_MARK))
                    if kind == "date":
                        passage.dates.append(claim)
                else:
                    figure = Figure(claim, first + at, passage, previous)
                    figures.append(figure)
                    all_figures.append(figure)
                    previous = figure
                    # Breaks and figures are gone through once, together.
                    local_start, local_end = inside[at]
                    while break_end <= local_start:
                        left = break_end
                        clause += 1
                        break_start, break_end = breaks[clause]
                    figure.clause_start = left if left > start else start
                    if break_start < local_end:
                        after = clause + 1
                        while breaks[after][0] < local_end:
                            after += 1
                        figure.clause_end = min(breaks[after][0], end)
                    else:
                        figure.clause_end = break_start if break_start < end else end
                at += 1
            start = end
        return laid


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
    laid, claims, first = Prose(ledger.draft.language), ledger.claims, 0
    for number, block in enumerate(ledger.draft.blocks):
        last = first
        while last < len(claims) and claims[last].block == number:
            last += 1
        laid.add(number, fold(block.text), claims[first:last], first)
        first = last
    complete(laid, ledger)
    return laid


def complete(laid: Prose, ledger: Ledger) -> None:
    """Let `prose` give `laid`, of which every claim is in place, for `ledger`."""
    laid.ledger = ledger
    _LATEST[:] = [laid]
