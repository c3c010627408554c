"""What people say of single figures: that they are no claims, what they are called, how they are to be read.

An entry finds its figure by the quote and the words around it. A quote that has changed is
found again by those words, so that a rule goes on to hold a figure that was edited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from claims.model import Claim, Evidence, Ledger, Quantity

COORDINATES = ("measure", "subject", "period", "statistic", "scope")
_REACH = 40


class Entry(msgspec.Struct, frozen=True):
    """One entry of `claims:` in a record file."""

    quote: str
    """The figure as written, spaces aside, with or without the hedge word before it; "" for a record of its own."""
    before: str = ""
    """Words that stand right before it; "" for the figure wherever it stands."""
    after: str = ""
    """Words that stand right after it."""
    is_claim: bool = True
    name: str = ""
    group: str = ""
    value: str = ""
    """How the figure is to be read, written as in a draft: 12.4億元; "" as it stands."""
    unit: str = ""
    coordinates: Mapping[str, str] = {}
    """By name of `COORDINATES`."""
    place: str = ""
    """Path, line and column, for those who look it up."""
    value_place: str = ""
    """The same of the value."""


class Ambiguous(ValueError):
    """An entry that names one figure fits several."""

    def __init__(self, entry: Entry, count: int) -> None:
        super().__init__(f"{entry.place}: {entry.quote!r} stands {count} times in the draft; add before: or after:")


class Applied(msgspec.Struct, frozen=True):
    """A ledger as people say that it is."""

    ledger: Ledger
    unused: tuple[Entry, ...]
    """Entries that fit no figure any more."""


def applied(ledger: Ledger, entries: Sequence[Entry]) -> Applied:
    """The ledger without figures that are no claims, the others named and corrected.

    Raises `Ambiguous` for a name that would go to several figures.
    """
    if not entries:
        return Applied(ledger, ())
    dropped: set[str] = set()
    changed: dict[str, Claim] = {}
    names: dict[str, str] = {}
    groups: dict[str, list[str]] = {}
    unused: list[Entry] = []
    for entry in entries:
        found = _found(entry, ledger)
        if entry.group:  # also when its figure is gone, or a sum would silently be one of fewer
            groups.setdefault(entry.group, []).append(entry.name)
        if not found:
            unused.append(entry)
        elif not entry.is_claim:
            dropped.update(claim.id for claim in found)
        else:
            if entry.name and len(found) > 1:
                raise Ambiguous(entry, len(found))
            if entry.name:
                names[entry.name] = found[0].id
            for claim in found:
                changed[claim.id] = corrected(changed.get(claim.id, claim), entry)
    left = tuple(changed.get(c.id, c) for c in ledger.claims if c.id not in dropped)
    names = {name: key for name, key in names.items() if key not in dropped}
    members = {group: tuple(named) for group, named in groups.items()}
    return Applied(msgspec.structs.replace(ledger, claims=left, names=names, groups=members), tuple(unused))


def corrected(claim: Claim, entry: Entry) -> Claim:
    """The claim with what an entry says of it; the value that it gives must be one figure."""
    changes: dict[str, object] = dict(entry.coordinates)
    quantity = figure_of(entry.value) if entry.value else claim.quantity
    assert quantity is not None
    if entry.unit:
        quantity = msgspec.structs.replace(quantity, unit=entry.unit)
    if quantity is not claim.quantity:
        changes["quantity"] = quantity
    if not changes:
        return claim
    evidence = claim.evidence | {key: Evidence(value, "declared") for key, value in entry.coordinates.items()}
    return msgspec.structs.replace(claim, **changes, evidence=evidence)


def figure_of(text: str) -> Quantity | None:
    """The quantity that a text of one figure states, read as in a draft; None when it is not one figure."""
    from claims.extract import extract
    from claims.readers import read_text

    claims = extract(read_text(text, "value.txt")).claims
    return claims[0].quantity if len(claims) == 1 else None


def _found(entry: Entry, ledger: Ledger) -> list[Claim]:
    exact = [claim for claim in ledger.claims if _fits(entry, claim, ledger)]
    if exact or not (entry.is_claim and entry.before and entry.after):
        return exact
    around = msgspec.structs.replace(entry, quote="")
    moved = [claim for claim in ledger.claims if _fits(around, claim, ledger)]
    return moved if len(moved) == 1 else []


def _fits(entry: Entry, claim: Claim, ledger: Ledger) -> bool:
    text = ledger.draft.blocks[claim.block].text
    local, outer = claim.local, claim.outer
    readings = (
        (claim.quote, local.start, local.end),
        (text[outer.start : local.end], outer.start, local.end),
        (text[outer.start : outer.end], outer.start, outer.end),
    )
    places = [(start, end) for words, start, end in readings if not entry.quote or close(words) == close(entry.quote)]
    return any(_stands(entry, text, place, starts=(local.start, outer.start)) for place in places)


def _stands(entry: Entry, text: str, place: tuple[int, int], starts: Iterable[int]) -> bool:
    before, after = close(entry.before), close(entry.after)
    reach = len(entry.before) + len(entry.after) + _REACH
    if after and not close(text[place[1] : place[1] + reach]).startswith(after):
        return False
    return not before or any(close(text[max(0, start - reach) : start]).endswith(before) for start in starts)


def close(words: str) -> str:
    """The words without white space, which wraps as it likes."""
    return "".join(words.split())
