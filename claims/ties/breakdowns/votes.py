"""31 to 14, with 3 abstentions, in the 48-seat chamber: votes cast, and all who could cast one."""

from __future__ import annotations

from collections.abc import Iterator

from claims.prose import Figure, Passage, Prose
from claims.ties.breakdowns.breakdown import Breakdown
from claims.wordings import Wording

_TO = Wording(en=r"(?:votes? )?(?:in favou?r )?(?:to|against)")
_VOTING = Wording(en=r"\bvot|\bballot|\bpassed\b|\bapproved\b|\brejected\b")
_ABSTENTION = Wording(en=r"(?:members? |mps? )?abst(?:ain|ention)")
_CHAMBER = Wording(
    zh=r"(?:出席)?{members}", en=r"[- ](?:seat|member)\b|\s*(?:members|seats|councillors|mps|senators)\b"
)
_ALL = Wording(zh=r"(?:全体|全数)$", en=r"\ball (?:the )?$")
_SIDES = (Wording(zh=r"{votes_for}"), Wording(zh=r"{votes_against}"), Wording(zh=r"{votes_neither}"))
_FEWEST = 3
"""Two sides, and all who could vote."""
_BEHIND = 8
"""Code points after a figure in which its side may stand."""


def votes(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """For, against and abstained, within the members that the sentence counts; if all of these voted, they are all."""
    if len(passage.figures) < _FEWEST:
        return
    found = _sides(passage) if text.language == "zh" else _ratio(passage)
    if len(found) < 2 or any(f.claim.quantity.value is None or f.claim.quantity.hedge for f in found):
        return
    for chamber in passage.figures:
        q = chamber.claim.quantity
        if chamber in found or q.value is None or q.hedge or not _CHAMBER[text.language].match(_behind(chamber)):
            continue
        cue = (passage.block, chamber.claim.local.start, chamber.claim.local.end)
        everyone = _ALL[text.language].search(chamber.before) is not None
        yield Breakdown(chamber, tuple(found), "stated" if everyone else "", cue)
        return


def _behind(figure: Figure) -> str:
    return figure.passage.folded[figure.claim.local.end : figure.passage.end]


def _ratio(passage: Passage) -> list[Figure]:
    """34 to 21, with 5 abstentions."""
    if _VOTING["en"].search(passage.text) is None:
        return []
    for first in passage.figures:
        second = first.next
        if second is None or _TO["en"].fullmatch(second.before.strip()) is None:
            continue
        if all(f.claim.quantity.kind in ("count", "number") for f in (first, second)):
            third = second.next
            abstained = third is not None and _ABSTENTION["en"].match(_behind(third).lstrip()) is not None
            return [first, second, third] if third is not None and abstained else [first, second]
    return []


def _sides(passage: Passage) -> list[Figure]:
    """赞成34票、反对21票、弃权3票, or 21票赞成、13票反对: the side before each figure, or behind each."""
    cast = [f for f in passage.figures if f.claim.quote.endswith("票")]
    if len(cast) < 2:
        return []
    for before in (True, False):
        beside = [f.left[-4:] if before else _behind(f)[:_BEHIND].partition("、")[0].partition("，")[0] for f in cast]
        found = [
            next((f for f, words in zip(cast, beside, strict=True) if s["zh"].search(words)), None) for s in _SIDES
        ]
        told = [f for f in found if f is not None]
        if found[0] is not None and found[1] is not None and len(set(map(id, told))) == len(told):
            return told
    return []
