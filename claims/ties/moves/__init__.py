"""Two levels that words of direction lead from and to, whatever their values are."""

from __future__ import annotations

from collections.abc import Iterator

from claims.prose import Prose
from claims.ties.moves import chinese, english
from claims.ties.moves.move import Move
from claims.wordings import Wording

__all__ = ["Move", "moves"]

_BACKWARDS = Wording(zh=r"{runs_backwards}", en=r"\b(?:{runs_backwards})\b")
"""Of what a rise makes the number smaller: ranks, exchange rates."""
_SIGNED = Wording(zh=r"{may_be_signed}|[负負]", en=r"\b(?:{may_be_signed})\b|minus|below zero")
"""Of what may be below zero, or is told by its size where it is: a deficit, a loss."""


def moves(text: Prose) -> Iterator[Move]:
    """The moves of a draft; none in a sentence that tells what rises as its number falls."""
    language = text.language
    for passage in text.with_figures:
        if len(passage.figures) < 2 and language == "zh":
            continue
        before = text.passages[passage.index - 1] if passage.index else None
        found = list(chinese.moves(passage) if language == "zh" else english.moves(passage, before))
        if not found or _BACKWARDS[language].search(passage.folded, passage.start, passage.end):
            continue
        for move in found:
            if _SIGNED[language].search(passage.folded, passage.start, passage.end):
                move = move._replace(basis="inferred")
            yield move
