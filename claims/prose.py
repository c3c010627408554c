"""Sentences and clauses, and the figures in them with the words between.

Most relations are read from the words around figures. A passage is one sentence, laid out
as gap, figure, gap, figure, …, gap; dates and ordinals stand in the gaps as single marks,
so that a cue such as "rose to" is found on either side of "in 2020".
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.grammar.fold import fold
from claims.model import Claim, Ledger

DATE_MARK = "\ue000"
ORDINAL_MARK = "\ue001"

_ZH_SENTENCE = re.compile(r"[。！？!?]+[」』”’\"）)]*|\.(?=\s|$)(?<![0-9]\.)")
_ZH_CLAUSE = re.compile(r"[，,；;：:。！？!?（）()、—–~\n|]|(?<= )-+(?= )")
_EN_SENTENCE = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9$£€]|\s*$)")
_EN_CLAUSE = re.compile(r"[,;:()\n—–~|]|(?<= )-+(?= )|[.!?](?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Nos?|vs|approx|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|Sen|Rep|Gov|Gen|Rev|e\.g|i\.e|cf|pp?|Figs?|U\.S|U\.K)|\b[A-Z])$"
)


def sentence_ends(text: str, language: str) -> list[int]:
    """Offsets one past the end of each sentence; the last is `len(text)`."""
    ends: list[int] = []
    chinese = language == "zh"
    for match in (_ZH_SENTENCE if chinese else _EN_SENTENCE).finditer(text):
        at = match.start()
        if not chinese and text[at] == "." and _ABBREVIATION.search(text[max(0, at - 8) : at]):
            continue
        ends.append(match.end())
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return ends


class Figure:
    """A claim in its passage. `before` and `after` are folded words, hedges excluded."""

    __slots__ = ("after", "before", "claim", "clause_end", "clause_start", "index", "passage", "position")

    def __init__(self, claim: Claim, index: int, passage: Passage, position: int) -> None:
        self.claim = claim
        self.index = index
        """Place among all claims of the draft."""
        self.passage = passage
        self.position = position
        """Place among `passage.figures`."""
        self.before = ""
        """Words since the previous figure or the start of the passage."""
        self.after = ""
        """Words up to the next figure or the end of the passage."""
        self.clause_start = self.clause_end = 0
        """The clause it stands in, in block offsets, other figures' punctuation excluded."""

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def next(self) -> Figure | None:
        figures = self.passage.figures
        return figures[self.position + 1] if self.position + 1 < len(figures) else None

    @property
    def previous(self) -> Figure | None:
        return self.passage.figures[self.position - 1] if self.position else None

    @property
    def left(self) -> str:
        """Folded words of its clause before it, since the previous figure."""
        start = self.clause_start
        if self.previous is not None:
            start = max(start, self.previous.claim.outer.end)
        return self.passage.words(start, self.claim.outer.start)

    @property
    def right(self) -> str:
        """Folded words of its clause after it, up to the next figure."""
        end = self.clause_end
        if self.next is not None:
            end = min(end, self.next.claim.outer.start)
        return self.passage.words(self.claim.outer.end, end)


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
        """Spans of dates and ordinals in block offsets, with the mark that stands for each."""

    def words(self, start: int, end: int) -> str:
        """Folded text between two block offsets, dates and ordinals as marks."""
        pieces, at = [], start
        for mark_start, mark_end, mark in self.marks:
            if mark_start >= at and mark_end <= end:
                pieces += [self.folded[at:mark_start], mark]
                at = mark_end
        pieces.append(self.folded[at:end])
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
        self.figure_of: dict[str, Figure] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        by_block: dict[int, list[tuple[int, Claim]]] = {}
        for index, claim in enumerate(self.ledger.claims):
            by_block.setdefault(claim.block, []).append((index, claim))
        for number, block in enumerate(self.ledger.draft.blocks):
            claims = by_block.get(number, [])
            if not claims:
                self._passages_without_figures(number, block.text)
                continue
            self._block(number, fold(block.text), claims)

    def _passages_without_figures(self, number: int, text: str) -> None:
        self.passages.append(Passage(len(self.passages), number, 0, len(text), fold(text)))

    def _block(self, number: int, folded: str, claims: list[tuple[int, Claim]]) -> None:
        inside = [(c.local.start, c.local.end) for _, c in claims]
        ends = [e for e in sentence_ends(folded, self.language) if not _within(e - 1, inside)]
        if not ends or ends[-1] < len(folded):
            ends.append(len(folded))
        clause = _ZH_CLAUSE if self.language == "zh" else _EN_CLAUSE
        breaks = [m.span() for m in clause.finditer(folded)]
        breaks = [b for b in breaks if not _within(b[0], inside)]
        start, at = 0, 0
        for end in ends:
            passage = Passage(len(self.passages), number, start, end, folded)
            self.passages.append(passage)
            while at < len(claims) and claims[at][1].local.start < end:
                self._place(passage, *claims[at])
                at += 1
            self._cut_clauses(passage, [b for b in breaks if start <= b[0] < end])
            start = end

    def _place(self, passage: Passage, index: int, claim: Claim) -> None:
        if claim.quantity.kind in ("date", "ordinal"):
            mark = DATE_MARK if claim.quantity.kind == "date" else ORDINAL_MARK
            passage.marks.append((claim.outer.start, claim.outer.end, mark))
            if mark == DATE_MARK:
                passage.dates.append(claim)
            return
        figure = Figure(claim, index, passage, len(passage.figures))
        passage.figures.append(figure)
        self.figures.append(figure)
        self.figure_of[claim.id] = figure

    def _cut_clauses(self, passage: Passage, breaks: list[tuple[int, int]]) -> None:
        previous = passage.start
        for figure in passage.figures:
            at, end = figure.claim.local.start, figure.claim.local.end
            figure.before = passage.words(previous, figure.claim.outer.start)
            previous = figure.claim.outer.end
            figure.clause_start = max((b[1] for b in breaks if b[1] <= at), default=passage.start)
            figure.clause_end = min((b[0] for b in breaks if b[0] >= end), default=passage.end)
        for figure, follower in zip(passage.figures, passage.figures[1:], strict=False):
            figure.after = follower.before
        if passage.figures:
            passage.figures[-1].after = passage.words(previous, passage.end)


_LIST_GAP = re.compile(r"^[^，。；,.;]{0,12}[、，,]?\s*(?:和|及|以及|与|and)?\s*[^，。；,.;]{0,12}$")


def in_list(figure: Figure) -> bool:
    """Whether it is one of several figures of a kind set side by side with 、 or "and"."""
    for other, gap in ((figure.previous, figure.before), (figure.next, figure.after)):
        if other is None or other.claim.quantity.unit != figure.claim.quantity.unit:
            continue
        if ("、" in gap or re.fullmatch(r"\s*(?:,|和|及|与|and)\s*", gap)) and _LIST_GAP.match(gap):
            return True
    return False


@lru_cache(maxsize=2)
def prose(ledger: Ledger) -> Prose:
    """The passages of a ledger's draft, laid out once (a ledger hashes by identity)."""
    return Prose(ledger)


def _within(offset: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)
