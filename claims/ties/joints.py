"""The words that join a change to its levels, and whether they bring in another subject."""

from __future__ import annotations

from claims.prose import Figure
from claims.wordings import Wording

_NEUTRAL = Wording(zh=r"{against}(?:{base_time}|{date})+(?:同期)?的?|{neutral}|[，,（(、:：\s]")
_OTHER_BASE = Wording(zh=r"[较比][^，,；。]{0,4}\d{4}年|；")
"""A year of its own to be measured from."""
_LEADS_IN = Wording(en=r"^(?:[^,;.()~]{0,44}[,(~]|\s)\s*(?:{leads_in}\b[^,;~]{0,44})?$|^ [a-z' -]{0,30} by $")
_LEADS_ON = Wording(
    en=r"^[^,;.()~]{0,50}, (?:from|to) [^,;.()~]{0,12}$"
    r"|^[^,;.()~]{0,50}\b{leads_on}\b[^,;.()~]{0,24}$|^,? {leads_on_at_once}\b[^,;.()~]{0,24}$"
)
_LEADS_TO = Wording(zh=r"^[，,]?{leads_to}")
_BASE_AFTER = Wording(zh=r"^[^，,]*[，,]?[^，,]*{base_after}[^，,]*$")
"""At most one pause: further on, another thing is spoken of."""
_BESIDE = Wording(en=r"\b{beside}\b")


def parted(figure: Figure, other: Figure) -> bool:
    """Whether a semicolon stands between two figures of a passage."""
    first, last = sorted((figure, other), key=lambda f: f.position)
    words = figure.passage.folded[first.claim.outer.end : last.claim.outer.start]
    return ";" in words or "；" in words


def is_aside(figure: Figure, later: Figure) -> bool:
    """Whether a figure stands in a bracket that closes before a later one of its passage."""
    words = figure.passage.folded[figure.claim.outer.end : later.claim.outer.start]
    return words.count(")") + words.count("）") > words.count("(") + words.count("（")


def words_between(first: Figure, last: Figure) -> str:
    """The words between two figures of a passage, those of figures between them left out."""
    passage, at, words = first.passage, first.claim.outer.end, ""
    for figure in passage.figures[first.position + 1 : last.position + 1]:
        words += passage.words(at, figure.claim.outer.start)
        at = figure.claim.outer.end
    return words


def leads_in(words: str, language: str) -> bool:
    """Whether words lead from a level to its change: 同比增長, ", up ", " (a rise of "."""
    if language == "zh":
        return len(_NEUTRAL["zh"].sub("", words)) <= 1
    return _LEADS_IN["en"].match(words) is not None


def belongs(change: Figure, new: Figure, old: Figure, language: str) -> bool:
    """Whether the words between the change and the nearest level on either side join the two."""
    before = [f for f in (new, old) if f.position < change.position]
    after = [f for f in (new, old) if f.position > change.position]
    if before:
        nearest = max(before, key=lambda f: f.position)
        between = change.passage.folded[nearest.claim.outer.end : change.claim.outer.start]
        if not leads_in(words_between(nearest, change), language) or _OTHER_BASE[language].search(between):
            return False
    if after:
        nearest = min(after, key=lambda f: f.position)
        return _leads_on(change, nearest, nearest is old, language)
    return True


def _leads_on(change: Figure, level: Figure, is_old: bool, language: str) -> bool:
    """Whether words lead from a change to the level after it."""
    words = change.passage.words(change.claim.outer.end, level.claim.outer.start)
    if language == "zh":
        raw = change.passage.folded[change.claim.outer.end : level.claim.outer.start]
        told = _BASE_AFTER["zh"].search(raw) if is_old else _LEADS_TO["zh"].match(words)
        return told is not None and ";" not in words and "；" not in words
    rates = change.claim.quantity.kind == level.claim.quantity.kind == "percent"
    if is_old and rates and _BESIDE["en"].search(words):
        return False  # one rate beside another is no level
    return _LEADS_ON["en"].match(words) is not None and " and " not in words
