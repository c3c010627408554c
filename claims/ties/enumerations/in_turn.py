"""Three ways. First, …. Second, …. And third, …: what is announced, then told in turn.

The sentences that follow count themselves. They end where the count begins anew, since one
of them may announce a list of its own.
"""

from __future__ import annotations

import re

from claims.prose import Figure, Passage, Prose
from claims.ties.enumerations.enumeration import Enumeration
from claims.wordings import Wording, words_of

_ANNOUNCES = re.compile(r"^(?:\s[a-z'-]+){1,8}\s*[.:]?\s*$")
_NOT_TOLD = Wording(en=r"\b(?:{not_in_turn})\b")
_TURN = Wording(
    en=r"^\W*(?:and,? )?(?:the )?(?P<place>{place_in_turn})(?:ly)?"
    r"(?=,| (?:is|was|are|of all|and foremost|concerns)\b|:)"
)
_TURN_INSIDE = Wording(en=r"(?:^|[:;,])\s*(?:and,? )?(?P<place>{place_in_turn})(?:ly)?,")
_LAST = Wording(en=r"^\W*(?:and )?(?:{last_in_turn})\b")
_REACH = 60
"""Sentences after the number in which its entries may begin."""
_NEAR = 2
"""Of them those in which the first one must."""
_MOST = 9


def in_turn(figure: Figure, text: Prose) -> Enumeration | None:
    """The entries that count themselves after a small number; open where one more may be told in other words."""
    value = figure.claim.quantity.value
    if text.language != "en" or not figure.claim.counted or value is None or value > _MOST:
        return None
    inside = _inside(figure)
    if inside is not None:
        return inside
    passage = figure.passage
    if figure.next is not None or not _ANNOUNCES.match(passage.folded[figure.claim.outer.end : passage.end]):
        return None
    if _NOT_TOLD["en"].search(passage.text) or _TURN["en"].match(passage.text):
        return None  # an entry of a list, whose count goes on after its own
    return _after(passage, int(value), text)


def _after(passage: Passage, announced: int, text: Prose) -> Enumeration | None:
    """First at the start of one of the next sentences, and each place after it at the start of a later one."""
    places = words_of("place_in_turn", "en")
    order = [word for word in _ORDER if word in places]
    told: list[str] = []
    words, apart = "", False
    for distance, later in enumerate(text.passages[passage.index + 1 : passage.index + 1 + _REACH]):
        turn = _TURN["en"].match(later.text)
        if turn is None:
            if not told and distance + 1 >= _NEAR:
                return None
            words += later.text.lower()
            if told and _LAST["en"].match(later.text):
                return None
            continue
        place = order.index(turn["place"].lower())
        if place != len(told):
            if place == 0:
                return None  # a list within the list, or the next one
            break
        told.append(turn["place"])
        apart = apart or later.block != passage.block
    if len(told) < 2 or _counts_on_before(passage, order[min(len(told) - 1, len(order) - 1)], order, text):
        return None
    if len(told) < announced and re.search(rf"\b(?:{order[len(told)]}|last|final|finally)\b", words):
        return None  # told in other words
    # Paragraphs of their own may be followed by one that does not count itself, or be all that was cited.
    return Enumeration(tuple(told), apart, (passage.start, passage.end))


def _counts_on_before(passage: Passage, last: str, order: list[str], text: Prose) -> bool:
    """Whether the last place told may be the next one of a list that was begun before."""
    before = order[order.index(last) - 1]
    for earlier in text.passages[max(0, passage.index - _REACH) : passage.index]:
        turn = _TURN["en"].match(earlier.text)
        if turn is not None and turn["place"].lower() == before:
            return True
    return False


def _inside(figure: Figure) -> Enumeration | None:
    """Three thrusts: first, …; second, …; and third, …: within one sentence."""
    passage, start = figure.passage, figure.claim.outer.end
    rest = passage.folded[start : passage.end]
    if not re.match(r"^(?:\s[a-z'-]+){1,6}\s?[:~-]", rest):
        return None
    turns = list(_TURN_INSIDE["en"].finditer(rest))
    told = [turn["place"].lower() for turn in turns]
    if len(told) < 2 or told != list(_ORDER[: len(told)]):
        return None
    if " and" not in turns[-1].group():
        return None  # the next sentence may count on
    return Enumeration(tuple(told), False, (start, passage.end))


_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
