"""A share of what somebody holds, of which the number is told elsewhere in the draft.

質押187萬股，佔其所持股份的0.87%: the whole is the one number of shares that is told as held.
"""

from __future__ import annotations

from claims.labels import is_amount, kind_key
from claims.prose import Figure, Prose
from claims.ties.joints import is_aside
from claims.wordings import Wording

_OF_HOLDING = Wording(zh=r"占[^，,；;。]{0,14}?持(?:有)?(?:的)?(?:本?公司)?(?:的)?(?:股份|股票|股)?{of_holding}*$")
_HELD = Wording(zh=r"(?:持有|持股)(?!(?:[^，,；;。]*{disposed}))[^，,；;。]{0,14}$")
_TOGETHER = Wording(zh=r"{held_together}")
_DISPOSED = Wording(zh=r"{disposed}")
_CAPITAL = Wording(zh=r"股本")
_OF_CAPITAL = Wording(
    zh=r"占[^，,；;。持]{0,12}(?:股本|股份总数|总股数)(?:总数|总额|总股数)?(?:的|比例为|比例|比重){0,2}$"
)
_IS_CAPITAL = Wording(zh=r"(?:总股本|股本总数|股份总数|现有股本)(?:为|是|共|合计|总数为)?[^，,；;。占]{0,3}$")
_SENTENCES = 3
_NEAR = 24
"""Code points between a number of shares and what share of all it is."""


def share_of_holding(share: Figure, text: Prose) -> tuple[Figure, Figure] | None:
    """Part and whole of a share of a holding; None where two different holdings are told."""
    if text.language != "zh" or not _OF_HOLDING["zh"].search(share.left):
        return None
    shares = [f for f in text.figures if f.claim.quantity.value is not None and f.claim.quantity.unit_word == "股"]
    held = [f for f in shares if _is_held(f)]
    if any(_TOGETHER["zh"].search(f.left) for f in held):
        return None
    if not held or len({f.claim.quantity.value for f in held}) > 1:
        return None
    part = _part(share, shares, held)
    return (part, held[0]) if part is not None and kind_key(part.claim) == kind_key(held[0].claim) else None


def share_of_capital(share: Figure, text: Prose) -> tuple[Figure, Figure] | None:
    """Part and whole of a share of a company's shares; None where two different totals are told, or two companies."""
    part = share.previous
    if text.language != "zh" or part is None or part.claim.quantity.unit_word != "股":
        return None
    between = share.passage.folded[part.claim.outer.end : share.claim.outer.start]
    if not _OF_CAPITAL["zh"].search(share.left) or len(between) > _NEAR or is_aside(part, share):
        return None
    told = [f for f in text.figures if f.claim.quantity.unit_word == "股" and _IS_CAPITAL["zh"].search(f.left)]
    if not told or len({f.claim.quantity.value for f in told}) > 1 or told[0] is part or not is_amount(part.claim):
        return None
    return (part, told[0]) if kind_key(part.claim) == kind_key(told[0].claim) else None


def _is_held(figure: Figure) -> bool:
    """Whether the words tell a holding, and not what becomes of some of it: 所持5,700萬股解除質押."""
    told = _HELD["zh"].search(figure.left) is not None and _DISPOSED["zh"].search(figure.right) is None
    return told and is_amount(figure.claim)


def _part(share: Figure, shares: list[Figure], held: list[Figure]) -> Figure | None:
    """The last number of shares before the share that was pledged, sold or the like."""
    before = [
        f
        for f in shares
        if f.index < share.index and f.claim.block == share.claim.block
        and share.passage.index - f.passage.index < _SENTENCES and not _CAPITAL["zh"].search(f.left)
        and not (f.passage is share.passage and is_aside(f, share))
    ]  # fmt: skip
    if not before or before[-1] in held or _TOGETHER["zh"].search(before[-1].left):
        return None
    words = before[-1].passage.text
    return before[-1] if _DISPOSED["zh"].search(words) else None
