"""Moves as Chinese words them: 由A升至B; B，較上年的A為多; B，低於A的上限; 跌至B，上月為A."""

from __future__ import annotations

from collections.abc import Iterator

from claims.labels import like
from claims.prose import Figure, Passage
from claims.ties.moves.move import Move, are_levels
from claims.ties.roles import role
from claims.wordings import Wording

_FROM = Wording(zh=r"(?:{change_from})[^，,；。]{0,18}$")
_MOVED_TO = Wording(
    zh=r"^[^，,；。]{0,12}[，,]?[^，,；。]{0,6}?(?:(?P<up>{plainly_up})|{plainly_down})(?:了)?(?:{change_to})[^，,；。]{0,10}$"
)
_STRAIGHT_TO = Wording(zh=r"^(?:(?P<up>{plainly_up})|{plainly_down})了?[至到]$")
_WAS_TO = Wording(zh=r"(?:(?P<up>{plainly_up})|{plainly_down})(?:了)?(?:{change_to})[^，,；。]{0,4}$")
_THAN = Wording(zh=r"^[^，,；。]{0,10}[，,（(]?(?:{merely})*(?:{comparing})[^，,；。]{1,16}$")
_TOLD = Wording(
    zh=r"^的?(?:{somewhat})*(?:(?P<up>{plainly_up}|{is_more})|{plainly_down}|{is_less})了?(?=[，,；。）)、]|$)"
)
_BEYOND = Wording(
    zh=r"^[^，,；。]{0,10}[，,]?(?:{merely})*(?P<not>{denying})?(?:(?P<up>{more_than_base})|{less_than_base})"
    r"[^，,；。]{1,14}$"
)
_PARALLEL = Wording(zh=r"{more_than_base}|{less_than_base}")
_ITSELF = Wording(zh=r"^[^，,；。]{0,10}[，,]?(?:{merely})*(?P<not>{denying})?$")
_OF_BOUND = Wording(zh=r"^(?:的|[（(][^）)]{0,10}[）)]的)[^，,；。]{0,8}?(?:{bound_name})")
_OVER = ("more_than", "at_least")
_HEDGES = (*_OVER, "less_than", "at_most")
_BEFORE = Wording(zh=r"^[，,（(](?:而|但)?(?:{earlier}|{formerly}|{date})(?:{same_time})?[^，,；。]{0,6}$")


def moves(passage: Passage) -> Iterator[Move]:
    """The moves of one sentence."""
    for old in passage.figures:
        move = _from(old) or _told(old) or _beyond(old) or _before(old)
        if move is not None:
            yield move


def _between(first: Figure, last: Figure) -> str:
    """What stands between two figures, with the word of direction that the grammar took into the second."""
    return first.passage.words(first.claim.outer.end, last.claim.local.start)


def _from(old: Figure) -> Move | None:
    """由A升至B; A降到B."""
    new = old.next
    if new is None or not are_levels(old, new, "zh", roles=False):
        return None
    way = _MOVED_TO if _FROM["zh"].search(old.before) else _STRAIGHT_TO
    moved = way["zh"].match(_between(old, new))
    return Move(new, old, "up" if moved["up"] else "down") if moved else None


def _told(old: Figure) -> Move | None:
    """B，較上年的A為多."""
    new = old.previous
    if new is None or not are_levels(old, new, "zh") or _THAN["zh"].match(old.before) is None:
        return None
    told = _TOLD["zh"].match(old.after)
    if told is None:
        return None
    return Move(new, old, "up" if told["up"] else "down")


def _beyond(old: Figure) -> Move | None:
    """B，高於上年的A; B，未超過A的上限, whose bound the grammar has taken for a hedge."""
    new = old.previous
    if new is None or not are_levels(old, new, "zh"):
        return None
    found = _BEYOND["zh"].match(old.before)
    if found is not None and _PARALLEL["zh"].search(new.left):
        return None  # 不超過所持股份的35%，不超過總股本的2%: each is held against a level of its own
    if found is not None:
        up = found["up"] is not None
    elif old.claim.quantity.hedge in _HEDGES and _OF_BOUND["zh"].match(old.after):
        found = _ITSELF["zh"].match(old.before)
        if found is None:
            return None
        up = old.claim.quantity.hedge in _OVER
    else:
        return None
    return Move(new, old, "up" if up != (found["not"] is not None) else "down")


def _before(old: Figure) -> Move | None:
    """跌至B，上年為A."""
    new = old.previous
    if new is None or not are_levels(old, new, "zh", roles=False) or _BEFORE["zh"].match(old.before) is None:
        return None
    moved = _WAS_TO["zh"].search(new.passage.words(new.clause_start, new.claim.local.start))
    if moved is None or role(old, "zh") == "change" or (old.next is not None and like(old.next.claim, old.claim)):
        return None
    return Move(new, old, "up" if moved["up"] else "down", "inferred")
