"""A change and the levels it lies between, where clauses of their own or an aside tell them."""

from __future__ import annotations

from claims.prose import Figure, Prose
from claims.ties.appositions import Movement
from claims.ties.changes.chinese import chinese_change
from claims.ties.changes.english import english_change

__all__ = ["levels_told"]


def levels_told(change: Figure, text: Prose) -> Movement | None:
    """The change with its levels; None where the words do not tell them."""
    return chinese_change(change) if text.language == "zh" else english_change(change, text)
