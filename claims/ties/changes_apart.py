"""A change whose levels stand elsewhere: in the sentence before, or with nothing that makes one of them its base.

"It took 8.2m, compared with 7.1m in 2021. That is an increase of 1.1m"; "the rate of 31 % falls by one
point to 30 %". The words leave room for other levels, so what follows is likely and no more.
"""

from __future__ import annotations

from claims.labels import comparable_levels, like
from claims.prose import Figure, Prose
from claims.ties.roles import is_level, role
from claims.ties.trios import Trio, is_each
from claims.wordings import Wording

_THE_CHANGE = Wording(
    zh=r"^(?:即|也就是|换言之[，,]?|两者|前后)?(?:{change_name})(?:了|为|达|约|率为|有)*$",
    en=r"^(?:of |that |this |it |which )?(?:(?:is|was|represents|represented|means|meant|marks|marked|amounts to) )?"
    r"(?:an?|the|this|that|its) (?:[a-z-]+ ){0,2}?(?:{rises}|{falls})s? (?:of|was|is) $",
)
_BY = Wording(zh=r"[^，,；。]*$", en=r"\bby $")
_LED_TO = Wording(zh=r"(?:{change_to})[^，,；。]{0,4}$", en=r"\bto [a-z ]{0,10}$")
_ON_TO = Wording(zh=r"^[，,]?(?:{change_to})(?:约)?$", en=r"^,? to $")
_FURTHEST = 90
"""Code points between a level and "by so much to …"."""


def change_apart(change: Figure, text: Prose) -> Trio | None:
    """The levels of a change that are told just before it, one or both in no tie with it; else None."""
    return _in_sentence_before(change, text) or _on_to(change, text.language)


def _in_sentence_before(change: Figure, text: Prose) -> Trio | None:
    """The pair that the sentence before holds against one another."""
    passage, language = change.passage, text.language
    if change.position or not passage.index or not _THE_CHANGE[language].match(_lead(change)):
        return None
    earlier = text.passages[passage.index - 1]
    if earlier.block != passage.block:
        return None
    bases = [f for f in earlier.figures if role(f, language) == "base"]
    if len(bases) != 1:
        return None
    levels = [f for f in earlier.figures if f is not bases[0] and _goes_with(f, bases[0], change, language)]
    return Trio(change, levels[0], bases[0]) if len(levels) == 1 else None


def _lead(change: Figure) -> str:
    """The words from the beginning of its sentence, with the word of direction that the grammar took in."""
    return change.passage.words(change.passage.start, change.claim.local.start).lstrip()


def _goes_with(level: Figure, base: Figure, change: Figure, language: str) -> bool:
    """Whether it is a level like the base, and the change one of theirs."""
    q = change.claim.quantity
    same = q.kind == "percent" or q.kind == "point" or comparable_levels(level.claim, change.claim)
    return same and is_level(level, language) and like(level.claim, base.claim) and is_each(level) == is_each(base)


def _on_to(change: Figure, language: str) -> Trio | None:
    """By D to B, where A is the only other level told before."""
    new = change.next
    if new is None or not _ON_TO[language].match(change.passage.words(change.claim.outer.end, new.claim.local.start)):
        return None
    if role(change, language) != "change" or (language == "en" and not _BY["en"].search(_lead(change))):
        return None
    points = change.claim.quantity.kind == "point" and new.claim.quantity.kind == "percent"
    if not points and (change.claim.quantity.kind == "percent" or not comparable_levels(change.claim, new.claim)):
        return None
    own = change.passage.figures[: change.position]
    levels = [f for f in own if like(f.claim, new.claim) and f.claim.quantity.value is not None]
    if len(levels) != 1 or role(levels[0], language) == "change" or _LED_TO[language].search(levels[0].before):
        return None
    if change.claim.outer.start - levels[0].claim.outer.end > _FURTHEST:
        return None
    return Trio(change, new, levels[0])
