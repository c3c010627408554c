"""One claim as a row of a listing: the names, the order and the types that `docs/json.md` explains."""

from __future__ import annotations

import msgspec

from claims.model import Claim, Quantity
from claims.readings import bounds
from reports.numbers import decimal

Ends = tuple[str | None, str | None]


class Row(msgspec.Struct, frozen=True, gc=False):
    """A claim as it is listed: numbers as decimal strings in `unit`, None where unbounded or unsaid.

    A struct and no mapping, as it is encoded without ever being one.
    """

    id: str
    start: int
    end: int
    quote: str
    kind: str
    value: str | None
    stated: Ends
    """Lowest and highest number; for a date the first and last day in ISO form."""
    low: str | None
    high: str | None
    unit: str | None
    hedge: str | None
    statistic: str | None
    measure: str
    subject: str
    period: str
    direction: str | None
    stated_ends: str


KEYS = Row.__struct_fields__


class _Numbers(msgspec.Struct, frozen=True, gc=False):
    """What a row says of a quantity's size, worked out once for all claims that share the quantity."""

    quantity: Quantity
    value: str | None
    stated: Ends
    low: str | None
    high: str | None
    ends: str


_MOST = 4096
_RECENT: dict[int, _Numbers] = {}
"""By the identity of a quantity, which its entry keeps alive: to compare two would take as long as to work it out."""


def row(claim: Claim, basic: bool = False) -> Row:
    """A claim as a row; `basic` asks for days in ISO 8601's basic form, 20200131."""
    quantity = claim.quantity
    numbers = _RECENT.get(id(quantity)) or _remembered(quantity)
    stated = numbers.stated
    if basic and quantity.kind == "date":
        first, last = stated
        stated = (first and first.replace("-", ""), last and last.replace("-", ""))
    return Row(
        claim.id,
        claim.start,
        claim.end,
        claim.quote,
        quantity.kind,
        numbers.value,
        stated,
        numbers.low,
        numbers.high,
        quantity.unit,
        quantity.hedge,
        claim.statistic,
        _measured(claim),
        claim.subject,
        claim.period,
        quantity.direction,
        numbers.ends,
    )


def _measured(claim: Claim) -> str:
    """What is counted, unless the measure names just that more closely: of 紡織企業 and 企業 the former."""
    counted, measure = claim.counted, claim.measure
    if not counted:
        return measure or (claim.quantity.unit_word if claim.quantity.unit == "count" else "")
    return measure if measure.endswith(counted) else counted


def _remembered(quantity: Quantity) -> _Numbers:
    if len(_RECENT) >= _MOST:
        _RECENT.clear()
    found = _RECENT[id(quantity)] = _of_date(quantity) if quantity.kind == "date" else _of_number(quantity)
    return found


def _of_date(q: Quantity) -> _Numbers:
    """A date's days are in `stated`; there is nothing to round."""
    # A day without a known year has no ISO form; its words are in `quote`.
    first, last = (day if day[:1].isdigit() else "" for day in q.dates or ("", ""))
    ends = ("[" if first else "(") + ("]" if last else ")")
    value = None if q.value is None else decimal(q.value)
    return _Numbers(q, value, (first or None, last or None), None, None, ends)


def _of_number(q: Quantity) -> _Numbers:
    stated, allowed = q.stated, bounds(q)
    value = None if q.value is None else decimal(q.value)
    shown = []
    for end in (stated.low, stated.high, allowed.low, allowed.high):
        shown.append(value if end is q.value else None if end is None else decimal(end))
    return _Numbers(q, value, (shown[0], shown[1]), shown[2], shown[3], stated.ends)
