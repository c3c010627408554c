"""Two levels of one thing, and which of them the words make the higher."""

from __future__ import annotations

from typing import NamedTuple

from claims.labels import comparable_levels
from claims.prose import Figure
from claims.ties.roles import is_level


class Move(NamedTuple):
    """That `new` is no less (`way` "up") or no more ("down") than `old`."""

    new: Figure
    old: Figure
    way: str
    basis: str = "stated"


def are_levels(old: Figure, new: Figure, language: str, roles: bool = True) -> bool:
    """Whether both may be levels of one thing; with `roles`, whether `new` is told as one."""
    a, b = old.claim, new.claim
    if not comparable_levels(a, b) or a.quantity.kind in ("multiple", "age"):
        return False
    if a.quantity.value is None or b.quantity.value is None:
        return False
    return not roles or is_level(new, language)
