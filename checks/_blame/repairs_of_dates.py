"""What a wrong date may have been meant to be: a date one slip of a digit away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from checks._blame.slips import Slip, slips_of_digits
from claims.extract import mentions
from claims.grammar.setting import Setting
from claims.interval import Interval
from claims.model import Claim, Quantity

KINDS = ("swapped", "changed")
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)


def dates_one_slip_away(
    claim: Claim, quote: str, admissible: Interval, reading: Callable[[Quantity], Interval], language: str, script: str
) -> Iterator[tuple[Slip, Quantity]]:
    """Digits of a date swapped or changed so that its days meet `admissible`, in numbers of days.

    The likeliest kind comes first. A date whose year its neighbours lend it has none: what it is by itself is unknown.
    """
    years = {day[:4] for day in claim.quantity.dates or ()}
    if not any(year in quote for year in years):
        return
    near: list[tuple[int, int, Slip, Quantity]] = []
    for order, slip in enumerate(slips_of_digits(quote, True)):
        quantity = _read(claim.quantity, slip.text, language, script) if slip.kind in KINDS else None
        if quantity is not None and reading(quantity).intersect(admissible) is not None:
            near.append((KINDS.index(slip.kind), order, slip, quantity))
    yield from ((slip, quantity) for _, _, slip, quantity in sorted(near, key=lambda found: found[:2]))


def _read(q: Quantity, text: str, language: str, script: str) -> Quantity | None:
    if _YEAR.fullmatch(text):  # by itself it would be a plain number
        return msgspec.structs.replace(q, dates=(f"{text}-01-01", f"{text}-12-31"))
    found = mentions(text, Setting(language, script))
    if len(found) != 1 or found[0].quantity.kind != "date" or found[0].quantity.dates is None:
        return None
    return msgspec.structs.replace(q, dates=found[0].quantity.dates)
