"""What part a figure plays in its sentence: a level, the level before it, or a change.

"Revenue rose 12.5% to $180 million from $160 million" holds a change, a level and a base,
whatever their values are.
"""

from __future__ import annotations

import re

from claims.context import vocabulary
from claims.labels import like
from claims.prose import Figure
from claims.wordings import Wording

_COMPARED_BEFORE = Wording(
    zh=r"(?:(?:(?<![占环同对])比(?!赛)|{compared})[^，,；。]{0,14}"
    r"|{earlier}{same_time}?{was}?"
    r"|{formerly}[^，,；。{date}]{0,4})$",
    en=r"\b{compared}\s+(?:{compared_modifier}\s+){0,2}$|\bthan (?:[a-z0-9'-]+\s){1,5}of $"
    r"|\b(?:{beyond_up}|{beyond_down}) the $",
)
_BEYOND = Wording(en=r"\b(?:(?P<over>{beyond_up})|{beyond_down}) the $")
_LEVEL_OF_THEN = Wording(zh=r"{rises_to}[^，,；。]{0,8}的$")
_TIME_AGO = Wording(zh=r"^[前来间内]")
_SET_BESIDE = Wording(zh=r"[与和跟同][^，,；。]{0,14}$")
_BESIDE_AFTER = Wording(zh=r"[^，,；。]{0,4}相[比较]")
_CHANGE_FROM = Wording(zh=r"{change_from}[^，,；。]{0,16}$")
_CHANGE_TO = Wording(zh=r"^[^，,；。]{0,12}{change_to}")
_MOVES_ON = Wording(zh=r"^[，,]?(?:{plainly_up}|{plainly_down})了?[至到]$")
_EARLIER_AFTER = Wording(
    en=r"^[\w\s]{0,24}?\b(?:a {calendar} {ago}|the {season} (?:before|earlier)|(?:the )?previous {season}"
    r"|{formerly}|in the same (?:period|month|quarter))"
)
_EARLIER_FIRST = Wording(en=r"\s*(?:a|one|the) {calendar} {ago}\b")
_LEVEL_BEFORE = Wording(zh=r"{level}{level_modifier}?$", en=r"\b{level}$")
_MOVED_BY = Wording(en=r"\b{moved_by} of$")
_CHANGE_AFTER = Wording(en=r"^\s*(?:\w+\s+)?(?:{rises}|(?P<down>{falls}))\b")
_MORE_THAN = Wording(en=r"^\s*(?:(?P<more>{more})|{fewer}) {than}\b")
_PHRASAL = Wording(en=r"\b{phrasal}(?:e|es|ing|ed|en|s|n)?\s+up\b")


def role(figure: Figure, language: str) -> str:
    """ "level", "base" or "change"."""
    if not figure.role:
        figure.role = _role(figure, language)
    return figure.role


def is_level(figure: Figure, language: str) -> bool:
    """Whether the figure says how much there is, now or at the time spoken of."""
    return role(figure, language) == "level"


def _role(figure: Figure, language: str) -> str:
    if _is_change(figure, language):
        return "change"
    return "base" if _is_base(figure, language) else "level"


def _is_change(figure: Figure, language: str) -> bool:
    """Whether the figure tells by how much something moved."""
    moves = figure.claim.statistic in ("growth", "difference")
    kind = figure.claim.quantity.kind
    if language == "zh":
        before = figure.before.rstrip(" (")
        if before.endswith(("至", "到")) or (_LEVEL_BEFORE["zh"].search(before) and kind not in ("percent", "point")):
            return False
        return moves and not _LEVEL_OF_THEN["zh"].search(before)
    if _is_other_words(figure) or _beyond(figure) is not None:
        return True
    if _CHANGE_AFTER["en"].match(figure.right) or _MORE_THAN["en"].match(figure.right):
        return True
    before = figure.before.rstrip()
    if _LEVEL_BEFORE["en"].search(before) and kind != "point":
        return _MOVED_BY["en"].search(before) is not None
    return moves and direction(figure, language) is not None


def _is_base(figure: Figure, language: str) -> bool:
    """Whether the figure is what another is held against: from 80, 較去年的80, "80 a year earlier"."""
    passage = figure.passage
    lead = passage.folded[_since(figure, language) : figure.claim.outer.start]
    if _LEVEL_OF_THEN[language].search(lead):
        return False
    if _COMPARED_BEFORE[language].search(lead):
        return True
    end = figure.claim.outer.end
    if _SET_BESIDE[language].search(lead) and _BESIDE_AFTER[language].match(passage.folded[end : end + 8]):
        return True
    if _CHANGE_FROM[language].search(lead) and _CHANGE_TO[language].search(figure.after):
        return True
    if language == "zh" and figure.next is not None and like(figure.claim, figure.next.claim):
        between = passage.words(figure.claim.outer.end, figure.next.claim.local.start)
        if _MOVES_ON["zh"].match(between):
            return True  # 35.6度降到27.1度
    if figure.position == 0 and _EARLIER_FIRST[language].match(passage.text):
        return True
    return _EARLIER_AFTER[language].match(passage.folded[end : figure.clause_end]) is not None


def _is_other_words(figure: Figure) -> bool:
    """Whether a rate says again what moved between the two levels before it: to $330 from $300, or 10%, or by $30."""
    base = figure.previous
    level = base.previous if base is not None else None
    if level is None or base is None or role(base, "en") != "base" or base.before.strip() != "from":
        return False
    kind, told = figure.claim.quantity.kind, base.claim.quantity.kind
    before = figure.before.strip()
    return (before == ", or" and kind == "percent" != told) or (before == ", by" and kind == told)


def _beyond(figure: Figure) -> str | None:
    """The direction of "by five points" after "behind the 60% planned"; None elsewhere."""
    base = figure.previous
    if base is None or not figure.left.rstrip().endswith(" by"):
        return None
    lead = _BEYOND["en"].search(base.left)
    if lead is None:
        return None
    return "up" if lead["over"] else "down"


def _moved_to(figure: Figure) -> str | None:
    level = figure.previous.previous if figure.previous is not None else None
    return direction(level, "en") if level is not None else None


def _since(figure: Figure, language: str) -> int:
    """Where the words before a figure begin; 五年 in 比五年前的88% is a time, and parts none."""
    other = figure.previous
    while other is not None and other.claim.quantity.kind == "duration" and _TIME_AGO[language].match(other.after):
        other = other.previous
    return other.claim.outer.end if other else figure.passage.start


def direction(figure: Figure, language: str) -> str | None:
    """ "up" or "down" as the words of the clause say, None when they do not."""
    if figure.claim.quantity.direction:
        return figure.claim.quantity.direction
    words = vocabulary(language)
    if language == "zh":
        return _last(words.up, words.down, figure.left[-10:])
    if _is_other_words(figure):
        return _moved_to(figure)
    beyond = _beyond(figure)
    if beyond is not None:
        return beyond
    compared = _MORE_THAN["en"].match(figure.right)
    if compared:
        return "up" if compared["more"] else "down"
    moved = _CHANGE_AFTER["en"].match(figure.right)
    if moved:
        return "down" if moved["down"] else "up"
    near = _PHRASAL["en"].sub(" ", " ".join(figure.left.lower().split()[-6:]))
    return _last(words.up, words.down, near)


def _last(up: re.Pattern[str], down: re.Pattern[str], text: str) -> str | None:
    """The direction of the last word that has one."""
    ups = [m.end() for m in up.finditer(text)]
    downs = [m.end() for m in down.finditer(text)]
    if not ups and not downs:
        return None
    return "up" if max(ups, default=-1) > max(downs, default=-1) else "down"
