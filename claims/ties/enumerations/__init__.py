"""Lists of things beside the number that announces them.

"Five bodies: A, B, C and D"; 甲、乙、丙三大產業; 三大變化：一是…，二是…. The list must stand
directly at the number, and its entries must look like names: a clause is no entry.
"""

from __future__ import annotations

from claims.prose import Figure, Prose
from claims.ties.enumerations import chinese, english
from claims.ties.enumerations.enumeration import Enumeration

__all__ = ["Enumeration", "announces", "enumeration"]

_KINDS = ("count", "number")
_HEDGES = (None, "more_than", "at_least")
_LARGEST = 1000


def enumeration(figure: Figure, text: Prose) -> Enumeration | None:
    """The list that the figure announces, or None when no list stands at it."""
    if not announces(figure):
        return None
    return chinese.announced(figure, text) if text.language == "zh" else english.announced(figure, text)


def announces(figure: Figure) -> bool:
    """Whether the figure is a number of things that may be named."""
    q = figure.claim.quantity
    if q.kind not in _KINDS or q.hedge not in _HEDGES or q.value is None:
        return False
    return q.value.denominator == 1 and 2 <= q.value <= _LARGEST
