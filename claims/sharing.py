"""Equal quantities as one: a long draft says 2021, 30% and 5 km thousands of times.

What is worked out for a quantity, such as its row in a listing, then holds for all the
claims that share it.
"""

from __future__ import annotations

from claims.model import Quantity

MOST = 4096
"""Quantities remembered at a time; when there are more, all are forgotten, and those shared so far stay shared."""
_KNOWN: dict[tuple[str, str, str | None, str | None], Quantity] = {}


def shared(quantity: Quantity, quote: str) -> Quantity:
    """A quantity that equals this one and was seen of late in the same words, else this one."""
    key = (quote, quantity.kind, quantity.hedge, quantity.unit)
    known = _KNOWN.get(key)
    if known == quantity and known is not None:
        return known
    if len(_KNOWN) >= MOST:
        _KNOWN.clear()
    _KNOWN[key] = quantity
    return quantity
