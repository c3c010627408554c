"""Moves as English words them: "fell from A to B", "rose to B from A", "B, up from A", "B, short of the A planned".

The base is the figure after "from", "compared with" or "than the"; the word of direction stands
in the same clause. A word further off, or a base without its time, makes a move likely and no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.labels import like, own_period
from claims.prose import Figure, Passage
from claims.ties.moves.move import Move, are_levels
from claims.ties.roles import direction, role
from claims.ties.trios import is_each
from claims.wordings import Wording

_LEAD = r"(?:(?:{level_lead}|{date}(?:'s)?) ){0,5}"
_UP = r"(?P<up>{went_up}|{plainly_up}|{lifted})"
_DOWN = r"(?:{went_down}|{plainly_down})"
_WHAT = r"(?:(?!by |which |whom )[\w'’,-]+ ){0,5}"
"""What a base is called; neither "the budget by 3" nor "the items of which 8"."""
_FROM = Wording(en=r"\bfrom " + _LEAD + "$")
_HELD = Wording(en=r"\b{held_against} " + _LEAD + "$")
_TO = Wording(en=r"^[^.;]{0,90}?\bto " + _LEAD + "$")
_WAY = Wording(en=r"\b(?:(?P<up>{went_up}|{plainly_up}|{lifted}|{rises})|" + _DOWN + r"|(?:{falls}))\b")
_NOUN = Wording(en=r"^(?:{rises}|{falls})$")
_STEADY = Wording(en=r"\b(?:{slowed}|{denied})\b")
_APART = Wording(en=r"[;:.]|,.*[a-z]|\b{brings_in}\b")
_WAS_TO = Wording(en=r"\b(?:" + _UP + "|" + _DOWN + r")\b[^,;:.]{0,60}? to " + _LEAD + "$")
_TURNED = Wording(en=r"^[^.;]{0,60}?[,(] ?(?:[a-z]+ ){0,2}?(?:(?P<up>{turned_up})|{turned_down})\b[^.;,]{0,40}$")
_THEN = Wording(en=r"^[^,.;]{0,30}?(?:{date}|\b{time_before}\b)")
_BEYOND = Wording(
    en=r"^(?P<lead>[^.;:\d]{0,60}?)\b(?P<word>(?P<up>{more_than_base}|ahead of|{surpassing})|{less_than_base})"
    r" (?:{whose}|[a-z]+'s|{date}'s) " + _WHAT + "$"
)
_PAUSED = Wording(en=r"[,(–—-] ?(?:[a-z]+ ){0,4}$|\b{stays} (?:[a-z]+ ){0,2}$")
_VERB = Wording(en=r"^{surpassing}$")
_SINCE = Wording(
    en=r"\b(?:(?P<up>{superlative_high})|{superlative_low}) (?:[a-z-]+ ){0,5}since (?:the )?{date}, "
    r"when [^.;,\d]{0,50}$"
)
_BEGAN = Wording(en=r"\b{denied}\b|\brecords? beg[au]n")
_EARLIER = Wording(en=r"^(?:in )?(?:{date}|{time_before}),? (?:[a-z]+ ){0,4}{stays}\b[^,.;]{0,20}$")
_THAT = Wording(
    en=r"^(?:that|this|it|both|which) {stays} (?:[a-z]+ ){0,2}?(?:(?P<up>{more_than_base})|{less_than_base}) "
    r"(?:{whose}|{date}'s) " + _WHAT + "$"
)
_IMPROVED = Wording(
    en=r"^(?:that|this|it|both|which) {stays} (?:an? )(?:[a-z]+ )?(?:(?P<up>{rises})|{falls}) (?:over|on|from) "
    r"(?:{whose}|{date}'s) " + _WHAT + "$"
)
_MOVED_TO = Wording(en=r"\b(?:(?P<up>{went_up}|up)|{went_down}|down) to " + _LEAD + "$")
_REACH = 90
"""Code points between a word of direction and its base."""


def moves(passage: Passage, before: Passage | None) -> Iterator[Move]:
    """The moves of one sentence, and that to its level of an earlier time from the one of the sentence `before`."""
    for old in passage.figures:
        move = _from(old) or _held(old) or _beyond(old) or _since(old)
        if move is not None:
            yield move
    if before is not None and before.block == passage.block:
        yield from _told_after(passage, before)


def _from(old: Figure) -> Move | None:
    """Fell from A to B; rose to B from A; B, up from A."""
    lead = old.before
    found = _FROM["en"].search(lead)
    if found is None:
        return None
    head = lead[: found.start()]
    new = _target(old)
    if new is not None:
        word = _last(head)
        if word is None:
            change = old.previous
            way = direction(change, "en") if change is not None and role(change, "en") == "change" else None
            if change is None or way is None or head.strip(" ,"):
                return None
            return Move(new, old, way)
        way, end, plain = word
        if _APART["en"].search(head, end) or _STEADY["en"].search(head):
            return None
        return Move(new, old, way, "stated" if plain else "inferred")
    level = _level_before(old)
    if level is None:
        return None
    between = _between(level, old)[: -len(lead) + found.start()] if len(lead) > found.start() else ""
    turned = _TURNED["en"].match(between + " ")
    if turned:
        if level.claim.statistic == "growth" and direction(level, "en") != "up":
            return None
        return Move(level, old, "up" if turned["up"] else "down")
    moved = _WAS_TO["en"].search(level.before)
    if moved and role(level, "en") == "level" and not _APART["en"].search(between.strip(" ,")):
        return Move(level, old, "up" if moved["up"] else "down")
    return None


def _target(old: Figure) -> Figure | None:
    """The level that "to" leads to after a base; what the base is for each may stand between."""
    for new in (old.next, old.next.next if old.next is not None else None):
        if new is None or not are_levels(old, new, "en", roles=False):
            continue
        if new is not old.next and old.next is not None and like(old.next.claim, old.claim):
            return None
        return new if _TO["en"].match(_between(old, new)) else None
    return None


def _last(head: str) -> tuple[str, int, bool] | None:
    """The last word of direction: its direction, where it ends, and whether it is a verb."""
    found = list(_WAY["en"].finditer(head, max(0, len(head) - _REACH)))
    if not found:
        return None
    word = found[-1]
    return ("up" if word["up"] else "down"), word.end(), _NOUN["en"].match(word.group()) is None


def _level_before(old: Figure) -> Figure | None:
    """The nearest like figure before a base; a change may stand between."""
    figure = old.previous
    for _ in range(2):
        if figure is None:
            return None
        if is_each(figure) != is_each(old) and not is_each(old):
            figure = figure.previous  # £45,000, or £45 a pupil
            continue
        if are_levels(old, figure, "en", roles=False) and not (
            role(figure, "en") == "change" and figure.previous is not None and like(figure.previous.claim, old.claim)
        ):
            return figure
        figure = figure.previous
    return None


def _between(first: Figure, last: Figure) -> str:
    """The words between, with the word of direction that the grammar took into the second: to grow by 2%."""
    return first.passage.words(first.claim.outer.end, last.claim.local.start)


def _held(old: Figure) -> Move | None:
    """Rose to B, compared with A a year ago."""
    found = _HELD["en"].search(old.before)
    new = _level_before(old) if found is not None else None
    if found is None or new is None or role(new, "en") != "level" or len(_between(new, old)) > _REACH:
        return None
    moved = _WAS_TO["en"].search(new.before)
    if moved is None:
        return None
    timed = own_period(old.claim) or _THEN["en"].match(old.after)
    return Move(new, old, "up" if moved["up"] else "down", "stated" if timed else "inferred")


def _beyond(old: Figure) -> Move | None:
    """B, more than the A of last year; B, below the limit of A."""
    new = old.previous
    found = _BEYOND["en"].match(old.before) if new is not None else None
    if new is not None and found is not None and found["lead"].strip() in ("and", "but", "though", "yet"):
        new = new.previous  # above the A of then, but below the A planned
        found = found if new is not None and are_levels(old, new, "en") else None
        return Move(new, old, "up" if found["up"] else "down", "inferred") if new is not None and found else None
    if new is None or not are_levels(old, new, "en"):
        return None
    if found is None or _BEGAN["en"].search(old.before):
        return None
    lead = found["lead"]
    way = "up" if found["up"] else "down"
    if " and " in lead:
        return None
    if _PAUSED["en"].search(lead):
        return Move(new, old, way, "stated" if len(lead) < 30 else "inferred")
    return Move(new, old, way, "inferred") if _VERB["en"].match(found["word"]) else None


def _since(old: Figure) -> Move | None:
    """B, the highest since 1987, when there were A."""
    new = old.previous
    found = _SINCE["en"].search(old.before) if new is not None else None
    if new is None or found is None or not are_levels(old, new, "en") or _BEGAN["en"].search(old.before):
        return None
    return Move(new, old, "down" if found["up"] else "up", "inferred")


def _told_after(passage: Passage, before: Passage) -> Iterator[Move]:
    """Waits fell to B. A year earlier they were A. Or: They scored B. That is more than the A of last year."""
    for old in passage.figures[:1]:
        lead = old.before.strip() + " "
        beyond, improved = _THAT["en"].match(lead), _IMPROVED["en"].match(lead)
        if beyond is None and improved is None and _EARLIER["en"].match(lead) is None:
            continue
        levels = [f for f in before.figures if are_levels(old, f, "en", roles=beyond is not None)]
        if len(levels) != 1 or (improved and direction(levels[0], "en") == "down"):
            continue  # a fall that improves on another is less of one
        moved = beyond or improved or _MOVED_TO["en"].search(levels[0].before)
        if moved:
            yield Move(levels[0], old, "up" if moved["up"] else "down", "inferred")
