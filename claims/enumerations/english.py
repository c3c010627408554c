"""Four countries - A, B, C and D; three things: x, y and z."""

from __future__ import annotations

import re

from claims.enumerations.enumeration import DIGIT, MOST, NUMBERED, Enumeration, original
from claims.prose import Figure, Prose
from claims.wordings import Wording

_LIST = Wording(
    en=r"^(?P<noun>(?:\s[a-z'-]+){1,4}?)\s?(?P<cue>[:~] ?|- |,? {namely} )(?P<list>[^.;:~()]{2,240}?)"
    r"(?=(?P<end>[.;:()]|\s[-~]\s|\s~|$))"
)
_INCLUDING = Wording(en=r"{including}")
_AND_MORE = Wording(en=r"\b{and_more}\b")
_CLAUSAL = Wording(en=r"\b{clausal}\b")
_OUT_OF_ALL = Wording(en=r"^\s*of (?:the |its |their |all )*$")
_AND = re.compile(r"\band\b|&")
_COMMA = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_LONGEST = 60
_MOST_WORDS = 5


def announced(figure: Figure, text: Prose) -> Enumeration | None:
    """The list after the figure and its noun, closed by one "and"; entries all begin alike, large or small."""
    passage, start = figure.passage, figure.claim.outer.end
    if not figure.claim.counted or "/" in figure.claim.quote:
        return None
    if _OUT_OF_ALL["en"].search(figure.before) and figure.previous is not None:
        return None  # five of the eight wards: A, B, C, D and E
    match = _LIST["en"].match(passage.folded[start : passage.end])
    if match is None or DIGIT.search(match["list"]) or match["end"] == ";" or NUMBERED.match(match["list"]):
        return None
    if figure.next is not None and figure.next.claim.local.start < start + match.end("list"):
        return None
    span = (start + match.start("list"), start + match.end("list"))
    listed = original(figure, text, *span).strip()
    if len(_AND.findall(listed)) != 1 or _CLAUSAL["en"].search(listed):
        return None
    items = tuple(item.strip() for item in _COMMA.split(listed) if item.strip())
    if not 2 <= len(items) <= MOST or any(len(i) > _LONGEST or len(i.split()) > _MOST_WORDS for i in items):
        return None
    if sum(item[0].isupper() for item in items) not in (0, len(items)):
        return None
    is_open = _INCLUDING["en"].search(match["cue"]) or _AND_MORE["en"].search(listed)
    return Enumeration(items, is_open is not None, span)
