"""Four countries - A, B, C and D; three things: x, y and z."""

from __future__ import annotations

import re

from claims.prose import Figure, Prose
from claims.ties.enumerations.enumeration import DIGIT, MOST, NUMBERED, Enumeration, original
from claims.wordings import Wording

_LIST = Wording(
    en=r"^(?P<noun>(?:\s[a-z'-]+){1,4}?)(?P<time> {within} [a-z0-9' ]{2,24}?)?\s?"
    r"(?P<cue>[:~] ?|- |,? {namely} | (?:are|were) )(?P<list>[^.;:~()]{2,240}?)"
    r"(?=(?P<end>[.;:()]|, (?:which|who|where|each)\b|\s[-~]\s|\s~|$))"
)
_SUPERLATIVE = Wording(en=r"^(?: [a-z'-]+)?(?: most [a-z]+| (?!rest\b)[a-z]+est\b)")
_SINGLED_OUT = Wording(en=r"^ {singled_out}\b")
"""What lists things also where their names are no proper names."""
_THE = re.compile(r"\bthe\s*$", re.IGNORECASE)
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
    if "/" in figure.claim.quote or not (
        figure.claim.counted
        or figure.after.startswith(" of ")
        or _SINGLED_OUT["en"].match(figure.after)
        or _SUPERLATIVE["en"].match(figure.after)
    ):
        return None
    if _OUT_OF_ALL["en"].search(figure.before) and figure.previous is not None:
        return None  # five of the eight wards: A, B, C, D and E
    of_all = figure.next is not None and _OUT_OF_ALL["en"].search(figure.after) is not None
    if figure.next is not None and of_all:
        start = figure.next.claim.outer.end  # five of the eight wards: what is listed is the five
    match = _LIST["en"].match(passage.folded[start : passage.end])
    if match is None or DIGIT.search(match["list"]) or match["end"] == ";" or NUMBERED.match(match["list"]):
        return None
    if any(start + match.start("list") <= f.claim.local.start < start + match.end("list") for f in passage.figures):
        return None
    span = (start + match.start("list"), start + match.end("list"))
    listed = original(figure, text, *span).strip()
    if match["cue"].strip() in ("are", "were") and not _names_all(figure, match, listed):
        return None
    if len(_AND.findall(listed)) != 1 or _CLAUSAL["en"].search(listed):
        return None
    items = tuple(item.strip() for item in _COMMA.split(listed) if item.strip())
    if not 2 <= len(items) <= MOST or any(len(i) > _LONGEST or len(i.split()) > _MOST_WORDS for i in items):
        return None
    if sum(item[0].isupper() for item in items) not in (0, len(items)):
        return None
    is_open = _INCLUDING["en"].search(match["cue"]) or _AND_MORE["en"].search(listed)
    return Enumeration(items, is_open is not None, span)


def _names_all(figure: Figure, match: re.Match[str], listed: str) -> bool:
    """The four most popular subjects were A, B, C and D: "were" lists only what the words before single out."""
    if _THE.search(figure.before) is None or match["time"]:
        return False
    if _SINGLED_OUT["en"].match(match["noun"]):
        return True
    proper = all(item.lstrip()[:1].isupper() for item in _COMMA.split(listed) if item.strip())
    return proper and _SUPERLATIVE["en"].match(match["noun"]) is not None
