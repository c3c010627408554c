"""A part whose own words say of what it is: "$14 million of which …", "just £8,170 of this was cash".

English tells these with the part first, after the sum they are of. Money has no counted noun,
so that the sum just before is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.labels import is_amount, like
from claims.prose import Figure, Passage, Prose
from claims.ties.breakdowns.breakdown import Breakdown
from claims.ties.roles import role
from claims.wordings import Wording

_OF_THIS = Wording(en=r"^\s*of (?:(?:this|that)(?: (?:{whole_noun}))?|which) (?:{is_part})\b")
_OF_WHICH = Wording(en=r"^\s*of which\b")
_OF_THE_RISE = Wording(
    en=r"^\W*of (?:the|this|that) (?:total |overall |net )?(?:{rises}|{falls})(?: [a-z]+){0,4} of\s*$"
)
_OF_A_RISE_TOLD = Wording(
    en=r"^\W*of (?:the|this|that) (?:total |overall |net )?(?:{rises}|{falls}),\s*(?:[a-z]+ ){0,3}$"
)
_AT_ONCE = Wording(en=r"^\s*,\s*(?:[a-z]+ ){0,3}$")
_REST = Wording(en=r"^\W*(?:the (?:remaining|balance of|remainder of|rest,?)|and the remaining)\s*$")
_INCLUDING = Wording(en=r"\(including (?:our|its|their|his|her|the|an?)\s*$")


def of_this(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """An amount of money or a rate that its own words make a part of the one just before it."""
    if text.language != "en":
        return
    for part in passage.figures:
        whole = None
        if part.claim.quantity.kind == "money":
            if _OF_WHICH["en"].match(part.after):
                whole = part.previous
            elif _OF_THIS["en"].match(part.after):
                whole = part.previous or _last_before(passage, text)
        elif part.claim.quantity.kind == "percent" and _INCLUDING["en"].search(part.before):
            whole = _outside_brackets(part)
        if (
            whole is not None
            and like(whole.claim, part.claim)
            and whole.claim.quantity.kind == part.claim.quantity.kind
        ):
            at = part.claim.local
            yield Breakdown(whole, (part,), "", (passage.block, at.end, at.end + len(" of this")))


def of_the_rise(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """Of the increase of $35.8 million, $10 million …; the rest may stand in the next sentence."""
    if text.language != "en" or not passage.figures:
        return
    first = passage.figures[0]
    if first.claim.quantity.kind != "money":
        return
    lead = passage.folded[passage.start : first.claim.local.start]
    if _OF_THE_RISE["en"].match(lead):
        whole, part = first, first.next
        if part is None or not _AT_ONCE["en"].match(part.before):
            return
    elif _OF_A_RISE_TOLD["en"].match(lead):
        told = [f for f in _sentence_before(passage, text) if f.claim.quantity.kind == "money"]
        rises = [f for f in told if role(f, "en") == "change"]
        if len(rises) != 1:
            return
        whole, part = rises[0], first
    else:
        return
    if not like(whole.claim, part.claim):
        return
    cue = (passage.block, passage.start, part.claim.local.start)
    rest = _rest_after(passage, part, text)
    if rest is not None:
        yield Breakdown(whole, (part, rest), "stated", cue)
    else:
        yield Breakdown(whole, (part,), "", cue)


def _rest_after(passage: Passage, part: Figure, text: Prose) -> Figure | None:
    """The remaining $15 million: at the start of the next sentence."""
    at = passage.index + 1
    if at >= len(text.passages) or text.passages[at].block != passage.block or not text.passages[at].figures:
        return None
    rest = text.passages[at].figures[0]
    others = [f for f in passage.figures[part.position + 1 :] if like(f.claim, part.claim)]
    return rest if not others and like(rest.claim, part.claim) and _REST["en"].match(rest.before) else None


def _sentence_before(passage: Passage, text: Prose) -> list[Figure]:
    if not passage.index or text.passages[passage.index - 1].block != passage.block:
        return []
    return text.passages[passage.index - 1].figures


def _last_before(passage: Passage, text: Prose) -> Figure | None:
    """The only amount of money of the sentence before."""
    told = [f for f in _sentence_before(passage, text) if f.claim.quantity.kind == "money" and is_amount(f.claim)]
    return told[0] if len(told) == 1 else None


def _outside_brackets(part: Figure) -> Figure | None:
    """The nearest rate before the bracket that the part stands in."""
    passage, figure = part.passage, part.previous
    while figure is not None:
        lead = passage.folded[passage.start : figure.claim.local.start]
        if lead.count("(") <= lead.count(")") and figure.claim.quantity.kind == part.claim.quantity.kind:
            return figure
        figure = figure.previous
    return None
