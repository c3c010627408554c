"""Shares told beside their amounts, where the amounts are all there is.

"甲11亿元，占55%；乙9亿元，占45%" gives one list by two measures. When the amounts make up a
total that was told before, the shares are those of everything.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.labels import AMOUNTS, is_amount, like
from claims.prose import Figure, Prose
from claims.roles import is_level
from claims.wordings import Wording

_SENTENCES_BACK = 2
_BASE_NAMED = Wording(zh=r"{share_of}(?!{whole})[^，。；约近超逾达为比]{2,}", en=r"\bof (?:the|its|our) ")
"""占公司总股本的5%: of a whole that may be another than the amounts have."""


def exhausted(shares: Sequence[Figure], text: Prose) -> bool:
    """Whether the amounts of two shares or more add up to a figure like them that stands before."""
    if any(_BASE_NAMED[text.language].search(share.before) for share in shares):
        return False
    amounts = _amounts(shares)
    return len(amounts) > 1 and _total_of(amounts, text) is not None


def _amounts(shares: Sequence[Figure]) -> list[Figure]:
    """The amount before each share, or as many in a row before the first: empty when they are not alike."""
    beside = [share.previous for share in shares]
    first = shares[0].position if shares else 0
    in_a_row = shares[0].passage.figures[max(0, first - len(shares)) : first] if shares else []
    for found in (beside, in_a_row):
        amounts = [f for f in found if f is not None and f.claim.quantity.kind in AMOUNTS and is_amount(f.claim)]
        if len(amounts) == len(shares) and all(like(f.claim, amounts[0].claim) for f in amounts):
            return amounts
    return []


def _total_of(amounts: list[Figure], text: Prose) -> Figure | None:
    """The nearest level before the amounts that they add up to exactly."""
    values = [f.claim.quantity.value for f in amounts]
    first = amounts[0]
    total = sum(value for value in values if value is not None)
    for passage in reversed(text.passages[max(0, first.passage.index - _SENTENCES_BACK) : first.passage.index + 1]):
        for figure in reversed(passage.figures):
            if figure.index >= first.index or figure.claim.quantity.value != total:
                continue
            if like(figure.claim, first.claim) and is_level(figure, text.language):
                return figure
    return None
