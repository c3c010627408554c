"""A sum paid does not lie between what the lowest and the highest price make for the volume.

回購76.88萬股，最高成交價33.97元，最低28.21元: what was paid is between 2,169 and 2,612萬元.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks._judging.figures import between, quoted
from claims.interval import closed, point
from claims.labels import is_amount
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.wordings import Wording

_HIGH = Wording(
    zh=r"(?:最高|上限)[^，,；;。、]{0,8}价格?(?:每股|为|是|达|至)*$",
    en=r"\b(?:highest|maximum|high)(?: price)?(?: of| was)? $",
)
_LOW = Wording(
    zh=r"(?:最低|下限)[^，,；;。、]{0,8}价格?(?:每股|为|是|达|至)*$",
    en=r"\b(?:lowest|minimum|low)(?: price)?(?: of| was)? $",
)
_TRADED = Wording(zh=r"{traded}", en=r"\b{traded}\b")
_CAPITAL = Wording(zh=r"总股本|股本", en=r"\b(?:capital|outstanding)\b")
_PAID = Wording(zh=r"{sum_paid}", en=r"\b{sum_paid}\b")
_SHARES = Wording(zh=r"股", en=r"^\s*(?:[a-z]+ )?(?:shares|units)\b")
_SENTENCES = 3


def relations(ledger: Ledger) -> Iterator[Relation]:
    """Two for each volume, pair of prices and sum that one sentence, or the two before it, tell."""
    text = prose(ledger)
    language = text.language
    for passage in text.with_figures:
        prices = [f for f in passage.figures if f.claim.quantity.kind == "money" and f.claim.quantity.value is not None]
        highs = [f for f in prices if _HIGH[language].search(f.before)]
        lows = [f for f in prices if _LOW[language].search(f.before)]
        if len(highs) != 1 or len(lows) != 1:
            continue
        high, low = highs[0], lows[0]
        volume = _volume(high, text)
        paid = _paid(max(high.position, low.position), passage.figures, language)
        if volume is not None and paid is not None:
            yield from _between(volume, (low, high), paid)


def _volume(price: Figure, text: Prose) -> Figure | None:
    """The only number of shares traded that is told before a price."""
    at, language = price.passage.index, text.language
    found = [
        figure
        for passage in text.passages[max(0, at - _SENTENCES + 1) : at + 1]
        if passage.block == price.passage.block
        if _TRADED[language].search(passage.text)
        for figure in passage.figures
        if figure.index < price.index and _is_volume(figure, language)
    ]
    return found[-1] if found and len({f.claim.quantity.value for f in found}) == 1 else None


def _is_volume(figure: Figure, language: str) -> bool:
    q = figure.claim.quantity
    if q.kind not in ("count", "number") or q.value is None or _CAPITAL[language].search(figure.left):
        return False
    unit = q.unit_word if language == "zh" else figure.right
    return _SHARES[language].search(unit) is not None and is_amount(figure.claim)


def _paid(since: int, figures: list[Figure], language: str) -> Figure | None:
    """The only sum of money after the prices, if words say that it was paid."""
    sums = [f for f in figures[since + 1 :] if f.claim.quantity.kind == "money" and f.claim.quantity.value is not None]
    sums = [f for f in sums if "/" not in (f.claim.quantity.unit or "")]
    if len(sums) != 1 or not _PAID[language].search(sums[0].left or sums[0].before):
        return None
    return sums[0]


def _between(volume: Figure, prices: tuple[Figure, Figure], paid: Figure) -> Iterator[Relation]:
    """That the sum is no less than the volume at the lowest price, and no more than at the highest."""
    low, high = (p.claim.quantity.value or Fraction(0) for p in prices)
    shares = volume.claim.quantity.value or Fraction(0)
    if not 0 <= low <= high or shares <= 0:
        return  # exchanged prices are a slip of their own
    worked = between(closed(low * shares, high * shares), paid.claim.quantity)
    spread = f"{quoted(volume.claim)} × ({quoted(prices[0].claim)}–{quoted(prices[1].claim)})"
    sum_told = quoted(paid.claim)
    for value, operator, price in ((low, ">=", prices[0]), (high, "<=", prices[1])):
        yield Relation(
            check="", form="limit", terms=(paid.id, volume.id, price.id),
            coefficients=(Fraction(1), -value, Fraction(0)), operator=operator,
            constant=point(Fraction(0)), reason="limit",
            cue=(price.passage.block, price.clause_start, price.claim.local.end),
            note={
                "template": "price-and-volume", "range": worked, "statement": f"{spread} = {sum_told}",
                "arithmetic": f"{spread} = {worked} ≠ {sum_told}", "spread": spread, "paid": sum_told,
            },
        )  # fmt: skip
