"""Changes told twice over in one English sentence: as an amount, and as a rate beside it.

"Revenues increased $12 million, or 10%, to $132 million compared to $120 million": accounts
tell most changes so. The rate has no verb of its own; it says of the amount, or of the two
levels, just before it what they come to. Which figure is which is told by the words between.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.labels import is_amount, like
from claims.prose import Figure, Passage, Prose
from claims.ties.roles import direction, role
from claims.wordings import Wording

_OR = Wording(en=r"^\s*,?\s*\(?(?:or|which is|i\.e\.,?)\s*$|^\s*\($")
_OF_ANOTHER = Wording(en=r"^\W{0,2}(?:of|higher|lower|more|less|per)\b")
_MOVED = Wording(en=r"\b(?:(?P<up>{went_up})|{went_down})\b[^.;,]{0,40}$")
_FROM = Wording(en=r"\bfrom\s*$")
_TO = Wording(en=r"^(?:[^.;,%]{0,40}[\s,])?to\s*$")
_NEW = Wording(en=r"(?<!compared )(?<!compare )(?<!relative )\bto\s*$")
_OLD = Wording(en=r"\b(?:from|{held_against})\s*$")
_UP_TO_CHANGE = Wording(en=r"^[^.;]{0,60},\s*(?:(?:which|this) (?:was|is|represents) )?(?:an?|up|down)\b[^.;,]{0,30}$")
_OVER = Wording(en=r"^\s*(?:over|on|from|{held_against})\s+[a-z' -]{1,60}\bof\s*$")
_RISE_OF = Wording(en=r"^[^.;]{0,60}, an? (?:[a-z]+ )?(?:(?P<up>{rises})|{falls}) of\b[a-z ]{0,20}$")
_OF_THE_RISE = Wording(
    en=r"^\W*of (?:the|this|that) (?:total |overall )?(?:(?P<up>{rises})|{falls})(?: [a-z]+){0,4} of\s*$"
)
_COMES_OF = Wording(
    en=r"^\s*(?:[a-z]+ ){0,2}(?:from|due to|because of) (?:(?P<up>{raising})|{lowering}) [^.;,]{1,60} from\s*$"
)
_ENDS = Wording(en=r"[;.]|\b(?:{gives_reason})\b")
_RESPECTIVELY = Wording(en=r"\brespectively\b")


class Movement(NamedTuple):
    """A rate with what it is told beside; at least two of the others are there."""

    rate: Figure
    change: Figure | None
    new: Figure | None
    old: Figure | None
    rises: bool
    basis: str = "stated"


def movements(passage: Passage, text: Prose) -> Iterator[Movement]:
    """The changes of a sentence that a rate in apposition is told for."""
    if text.language != "en" or len(passage.figures) < 3 or _RESPECTIVELY["en"].search(passage.text):
        return
    for rate in passage.figures[1:]:
        if rate.claim.quantity.kind != "percent" or rate.claim.quantity.value is None:
            continue
        found = _beside_levels(rate) or _beside_change(rate) or _over_level(rate)
        if found is not None:
            yield found


def told_over(passage: Passage, text: Prose) -> Iterator[Movement]:
    """A change whose two levels stand in the sentence before, or after the words that it comes of.

    "$174 million as against $138 million in 1969. Of the increase of $36 million, …"; "$10
    million results from raising the transfer from $30 million to $40 million".
    """
    if text.language != "en" or not passage.figures:
        return
    first = passage.figures[0]
    rise = _OF_THE_RISE["en"].match(passage.folded[passage.start : first.claim.local.start])
    if rise is not None and passage.index and text.passages[passage.index - 1].block == passage.block:
        levels = [f for f in text.passages[passage.index - 1].figures if like(f.claim, first.claim)]
        if len(levels) == 2 and [role(f, "en") for f in levels] == ["level", "base"] and is_amount(levels[0].claim):
            yield Movement(first, first, levels[0], levels[1], rise["up"] is not None)
    for change in passage.figures[:-2]:
        old = change.next
        new = old.next if old is not None else None
        if old is None or new is None or change.claim.quantity.kind != "money" or not _are_levels(change, old, new):
            continue
        moved = _COMES_OF["en"].match(old.before)
        if moved is not None and _TO["en"].match(_between(old, new)):
            yield Movement(change, change, new, old, moved["up"] is not None)


def _between(first: Figure, last: Figure) -> str:
    return first.passage.words(first.claim.outer.end, last.claim.outer.start)


def _is_apposition(rate: Figure) -> bool:
    return _OR["en"].match(rate.before) is not None and _OF_ANOTHER["en"].match(rate.after) is None


def _beside_levels(rate: Figure) -> Movement | None:
    """Fell from 7,613 to 6,630, or 12.9%."""
    new = rate.previous
    old = new.previous if new is not None else None
    if new is None or old is None or not _is_apposition(rate) or not _are_levels(old, new):
        return None
    moved = _MOVED["en"].search(old.before)
    if moved is None or not _FROM["en"].search(old.before) or not _TO["en"].match(_between(old, new)):
        return None
    return Movement(rate, None, new, old, moved["up"] is not None)


def _are_levels(*figures: Figure) -> bool:
    """Whether all are amounts of one kind, and none a rate."""
    first = figures[0].claim
    return all(like(f.claim, first) and f.claim.quantity.kind not in ("percent", "point", "duration") for f in figures)


def _beside_change(rate: Figure) -> Movement | None:
    """Increased $12 million, or 10%, to $132 million compared to $120 million."""
    change = rate.previous
    if change is None or not _is_apposition(rate) or change.claim.statistic not in ("difference", "growth"):
        return None
    way = direction(change, "en")
    if way is None or role(change, "en") != "change" or change.claim.quantity.kind in ("percent", "point", "duration"):
        return None
    new, old = _levels_after(rate, change)
    if new is None:
        new = _level_before(change)
    if new is None and old is None:
        return None
    return Movement(rate, change, new, old, way == "up")


def _levels_after(rate: Figure, change: Figure) -> tuple[Figure | None, Figure | None]:
    """The levels that words lead to and from, up to where reasons begin; none of a kind told twice."""
    new = old = None
    figure = rate.next
    while figure is not None:
        if _ENDS["en"].search(figure.before):
            break
        if like(figure.claim, change.claim):
            if _OLD["en"].search(figure.before) and old is None:
                old = figure
            elif _NEW["en"].search(figure.before) and new is None:
                new = figure
            else:
                return None, None
        figure = figure.next
    return new, old


def _level_before(change: Figure) -> Figure | None:
    """The level that a change is told of in apposition: was $48 million, an increase of $8 million."""
    level = change.previous
    if level is None or not _are_levels(level, change) or not is_amount(level.claim) or role(level, "en") != "level":
        return None
    return level if _UP_TO_CHANGE["en"].match(change.before) else None


def _over_level(rate: Figure) -> Movement | None:
    """5,000 lots, an increase of 200% over the average volume of 1,600 lots."""
    new, old = rate.previous, rate.next
    if new is None or old is None or not _are_levels(new, old) or role(new, "en") != "level":
        return None
    if not _OVER["en"].match(old.before):
        return None
    passage = rate.passage
    rise = _RISE_OF["en"].match(passage.folded[new.claim.outer.end : rate.claim.local.start])
    if rise is None:
        return None
    return Movement(rate, None, new, old, rise["up"] is not None)
