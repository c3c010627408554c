"""A share whose whole stands right beside it: 20 % of the normal 62 mm, 占总股本4.56亿股的3%.

The words between the three figures say which is which, so that no name need be looked for.
"""

from __future__ import annotations

from claims.labels import is_amount, like
from claims.prose import Figure, Prose
from claims.ties.ratios import RELATIVE
from claims.wordings import Wording

_WHOLE_BEFORE = Wording(zh=r"^的$")
_PART_THEN_WHOLE = Wording(zh=r"^[^。；]{0,24}?(?:{share_of}|{amounts_to})[^，,。；的]{0,14}$")
_WHOLE_AFTER = Wording(en=r"^ of (?:{all_the}|those|some|more than) (?:(?!{no_name}\b)[a-z'-]+ ){0,3}$")
_PART_BEFORE = Wording(
    en=r"^(?: [^,.;()]{0,40})?(?:,| -| \() (?:or |which (?:is|was) |that is )?(?:{share_hedge} )*$"
    r"|^[^.;()]{0,40} (?:{represents}|represents?|was|were|is|are|made up|makes up) (?:{share_hedge} )*$"
)
_THIS = Wording(
    en=r"^\s*(?:this|that|which|it|they) (?:is|was|were|are|represents?|made up|makes up) (?:{share_hedge} )*$"
)
_PART_AFTER_WHOLE = Wording(
    zh=r"^(?:名|个|人|宗)?(?:中|里|当中|之中)[，,]?(?:有|的)?$",
    en=r"^(?: [a-z-]+){0,3} ?(?:-|\(|,) ?(?:or |that is )?$",
)
_ENDS = Wording(en=r"^(?: [a-z-]+)? ?(?:-|\)|,|\.|$)")
_SAID_AGAIN = Wording(zh=r"^[^。；]{0,14}[，,(（]即$|^即$", en=r"^ of [a-z' -]{1,40}(?::| -|,(?: or)?) $")
_OUT_OF = Wording(en=r"^(?: [a-z-]+){0,2} (?:out )?of (?:a |the )?(?:total |total of |whole )?$")


def whole_beside(share: Figure, text: Prose) -> tuple[Figure, Figure] | None:
    """Part and whole of a share that both are told beside; None elsewhere."""
    found = _chinese(share) if text.language == "zh" else _english(share, text)
    if found is None:
        return None
    part, whole = found
    alike = like(part.claim, whole.claim) or (whole is part.next and whole.claim.quantity.kind == "number")
    return found if alike and _is_amount(part) and _is_amount(whole) else None


def _is_amount(figure: Figure) -> bool:
    q = figure.claim.quantity
    return q.kind not in RELATIVE and q.value is not None and is_amount(figure.claim)


def _chinese(share: Figure) -> tuple[Figure, Figure] | None:
    whole, then = share.previous, share.next
    part = whole.previous if whole is not None else None
    told = _WHOLE_BEFORE["zh"].match(share.before)
    if told and whole is not None and part is not None and _PART_THEN_WHOLE["zh"].match(whole.before):
        return part, whole
    last = then.next if then is not None and _SAID_AGAIN["zh"].match(share.after) else None
    if then is not None and last is not None and _PART_AFTER_WHOLE["zh"].match(then.after):
        return last, then
    return None


def _english(share: Figure, text: Prose) -> tuple[Figure, Figure] | None:
    whole, part = share.next, share.previous
    if whole is None:
        return None
    if _WHOLE_AFTER["en"].match(share.after):
        if part is not None and _PART_BEFORE["en"].match(_lead(share)):
            return part, whole
        last = whole.next
        if last is not None and _PART_AFTER_WHOLE["en"].match(whole.after) and _ENDS["en"].match(last.after):
            return last, whole
        if part is None and _THIS["en"].match(_lead(share)):
            told = _only_one(share, whole, text)
            return (told, whole) if told is not None else None
    if _SAID_AGAIN["en"].match(share.after) and whole.next is not None and _OUT_OF["en"].match(whole.after):
        return whole, whole.next
    return None


def _only_one(share: Figure, whole: Figure, text: Prose) -> Figure | None:
    """The only figure of the sentence before that is like the whole."""
    at = share.passage.index
    before = text.passages[at - 1] if at else None
    if before is None or before.block != share.passage.block:
        return None
    found = [f for f in before.figures if like(f.claim, whole.claim)]
    return found[0] if len(found) == 1 else None


def _lead(share: Figure) -> str:
    start = share.previous.claim.outer.end if share.previous is not None else share.passage.start
    return share.passage.folded[start : share.claim.local.start]
