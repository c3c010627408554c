"""A discount or premium does not fit the two prices it lies between.

配售價2.5元，較收市價3.2元折讓21.9%: the rate is measured from the price that words such as
較 or 以…計 lead up to, or at an auction from the asking price, and leads to the other one.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claims.labels import kind_key
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.wordings import Wording

_RATE = Wording(
    zh=r"(?:(?P<down>{discount})|{premium}){of_discount}*$", en=r"\b(?:(?P<down>{discount})|{premium}) of (?:about )?$"
)
_RATE_AFTER = Wording(zh=r"^的?(?:(?P<down>{discount})|{premium})", en=r"^ (?:(?P<down>{discount})|{premium})\b")
_TO_BASE = Wording(en=r"^(?: {discount}| {premium})? (?:to|over|on) (?:[a-z'’-]+ ){1,8}(?:of|at) $")
_AGAINST = Wording(zh=r"(?:{compared_price})[^，,；;。]{0,28}$")
_TAKEN = Wording(zh=r"(?:^|[，,；;：:])[以按][^，,；;。]{0,28}$")
_PRICE = Wording(zh=r"(?:价|每股)[^，,；;。]{0,8}$|{paid}[^，,；;。]{0,6}$")
_ASKED = Wording(zh=r"{asked}[^，,；;。]{0,6}$")
_PAID = Wording(zh=r"{paid}[^，,；;。]{0,6}$")
_PAID_AFTER = Wording(zh=r"^[^，,；;。]{0,8}{paid}")
_OFFER = Wording(zh=r"{offer_price}")
_EACH = Wording(zh=r"{respectively}")
_REACH = 12
_HUNDREDTH = Fraction(1, 100)


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each discount or premium of which the words name the base and the price."""
    text = prose(ledger)
    language = text.language
    for passage in text.with_figures:
        for rate in passage.figures:
            q = rate.claim.quantity
            if q.kind != "percent" or q.value is None:
                continue
            after = passage.words(rate.claim.local.end, min(rate.claim.local.end + _REACH, passage.end))
            said = _RATE[language].search(rate.before) or _RATE_AFTER[language].match(after)
            if said is None or _EACH[language].search(rate.before) or (said["down"] and q.value < 0):
                continue
            sides = _sides(rate, text) if language == "zh" else _to_base(rate)
            if sides is None:
                continue
            base, price = sides
            yield Relation(
                check="", form="growth", terms=(base.id, rate.id, price.id), offset=Fraction(1),
                scale=(-1 if said["down"] else 1) * _HUNDREDTH,
                basis="stated" if price.passage is passage else "inferred",
                cue=(passage.block, base.claim.local.end, rate.claim.local.start),
            )  # fmt: skip


def _sides(rate: Figure, text: Prose) -> tuple[Figure, Figure] | None:
    """The base of a discount and the price that it leads to."""
    before = [f for f in rate.passage.figures[: rate.position] if _is_price(f)]
    bases = [f for f in before if _AGAINST["zh"].search(f.before) or _TAKEN["zh"].search(f.before)]
    if not bases:
        return _auction(before)
    base = bases[-1]
    if any(f.claim.quantity.kind == "percent" for f in rate.passage.figures[base.position + 1 : rate.position]):
        return None
    prices = [f for f in before if f not in bases and _is_like(f, base)]
    if not prices:
        price = _told_before(rate, base, text)
        return (base, price) if price is not None else None
    return (base, prices[0]) if len({f.claim.quantity.value for f in prices}) == 1 else None


def _to_base(rate: Figure) -> tuple[Figure, Figure] | None:
    """At $2.50, a 21.9% discount to the last close of $3.20."""
    price, base = rate.previous, rate.next
    if price is None or base is None or not _TO_BASE["en"].match(base.before):
        return None
    if any(f.claim.quantity.kind not in ("money", "rate") or f.claim.quantity.value is None for f in (price, base)):
        return None
    rivals = [f for f in rate.passage.figures[: rate.position] if kind_key(f.claim) == kind_key(base.claim)]
    return (base, price) if rivals == [price] else None


def _auction(prices: list[Figure]) -> tuple[Figure, Figure] | None:
    """The asking price and what was paid, where they are the only ones before the rate."""
    asked = [f for f in prices if _ASKED["zh"].search(f.before)]
    paid = [f for f in prices if _PAID["zh"].search(f.before) or _PAID_AFTER["zh"].match(f.after)]
    paid = [f for f in paid if f not in asked]
    if len(asked) != 1 or len(paid) != 1 or not _is_like(asked[0], paid[0]):
        return None
    return asked[0], paid[0]


def _told_before(rate: Figure, base: Figure, text: Prose) -> Figure | None:
    """The only price told before under the name that the clause of the rate begins with: 供股價折讓…."""
    named = _OFFER["zh"].search(rate.before)
    if named is None:
        return None
    found = [
        f
        for f in text.figures[: base.index]
        if f.index < base.index and _is_like(f, base) and f.claim.quantity.value is not None
        and any(name.group()[:2] == named.group()[:2] for name in _OFFER["zh"].finditer(f.before[-12:]))
    ]  # fmt: skip
    return found[-1] if len({f.claim.quantity.value for f in found}) == 1 else None


def _is_like(figure: Figure, base: Figure) -> bool:
    """Whether both are in one unit and scale word: 3.95億元 raised is no price beside 0.24元 a share."""
    same_scale = figure.claim.quantity.scale == base.claim.quantity.scale
    return same_scale and kind_key(figure.claim) == kind_key(base.claim)


def _is_price(figure: Figure) -> bool:
    q = figure.claim.quantity
    if q.kind not in ("money", "rate") or q.value is None:
        return False
    return _PRICE["zh"].search(figure.before) is not None or _PAID_AFTER["zh"].match(figure.after) is not None
