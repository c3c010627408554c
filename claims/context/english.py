"""What an English clause calls its figure: whose it is, what is measured, what is counted.

Before a figure stand a noun phrase and a verb. With "was", "rose to" or "totalled" the phrase is
what is measured; with "received" or "has" it is whose the figure is, and what is measured follows.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from claims.context.chinese import MARKS
from claims.context.vocabulary import Vocabulary, vocabulary

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_PLURAL = re.compile(r"\b(?:[a-z-]{2,}[^s'\W]s|people|men|women|children)\b", re.IGNORECASE)
_AFTER = re.compile(r"\s*((?:[A-Za-z][A-Za-z'’-]*\s*){1,5})")
_OF_AFTER = re.compile(r"\s*of\s+((?:[A-Za-z][A-Za-z'’-]*\s*){1,7})")
_BASE = re.compile(
    r"\b(?:from|compared (?:with|to)|against|versus|than|(?<!made )(?<!make )(?<!makes )up|down)\s*$", re.IGNORECASE
)
_BASES = frozenset(["from", "with", "to", "against", "versus", "than", "up", "down"])
_PASSIVE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_ACCOUNTS = frozenset(["account", "accounts"])
_OF_THEM = re.compile(r"\s*of (?:them|these|those)(?: (?:were|are|was|is))? ([a-z]+(?:s|men|people|children))\b")
_LONGEST = 7
_OF_WHICH = re.compile(r"\bof (?:whom|which|these|them|those),?\s*$", re.IGNORECASE)
_OF_BEFORE = re.compile(r"\bof (?:the |all |its )?([a-z][a-z -]+),\s*(?:some |about )?$", re.IGNORECASE)
_OF_ITS = re.compile(r"\s*of (?:its|their|his|her) ")


class Name(NamedTuple):
    """What a clause calls its figure; "" for a part that it leaves out."""

    owner: str = ""
    measure: str = ""
    verb: str = ""
    """What the owner does: spend, received."""
    base: bool = False
    """Whether the figure is only what another is held against, which has named both."""


@lru_cache(maxsize=4096)
def name_of(left: str) -> Name:
    """The name that the words before a figure give it; few wordings do for most figures of a draft."""
    words = vocabulary("en")
    tokens = _WORD.findall(left.lower())
    if not tokens:
        return Name()
    if tokens[-1] in _BASES and _BASE.search(left):
        before = _WORD.findall(before_base(left).lower())
        if not before or before[-1] not in words.predicate_words or before[-1] in words.stops:
            return Name(base=True)
    if left.isascii():
        return _read(tokens, words)
    for part in reversed(re.split(f"[{MARKS}]", left)):
        name = _read(_WORD.findall(part.lower()), words)
        if name.measure or name.owner or name.base or name.verb:
            return name
    return Name()


def before_base(left: str) -> str:
    """The words without those that only set the figure against another."""
    base = _BASE.search(left)
    return left[: base.start()] if base is not None else left


def _read(lows: list[str], words: Vocabulary) -> Name:
    """`lows` are the words before the figure, in lower case; what leads on to it is taken off their end."""
    sets, acts, stops = words.sets, words.act_words, words.stops
    conjunctions, auxiliaries = sets["conjunctions"], sets["auxiliaries"]
    verb, act, of, led = "", False, False, ""
    while lows:
        last = lows[-1]
        if last in conjunctions:
            return Name(verb=verb)
        if last == "of" and not verb:
            of = True
        elif last in words.hollow and not verb:
            of = False
            if last in words.sets["changes"] and len(lows) > 1:
                return Name(base=True)
        elif last in acts and not verb and not of:
            verb, act = last, True
        elif last in _PASSIVE and act and led == verb:
            verb, act = "", False
        elif last in auxiliaries or (verb and last in stops):
            pass
        elif verb or of:
            if last not in sets["articles"] and not (led == "to" and last in acts):
                break
        elif led == "for" and last in _ACCOUNTS:
            pass
        elif last in words.predicate_words:
            verb = "" if last in words.stops else last
        elif len(lows) > 2 and lows[-2] == "to" and (lows[-3] in acts or lows[-3] in auxiliaries):
            verb, act = last, True  # plans to electrify
        elif last.endswith("ed") and len(last) > 4 and last not in words.hollow and len(lows) > 1:
            verb, act = last, True
        elif last not in stops:
            break
        led = lows.pop()
    phrase = _phrase(lows, words, full=not of)
    if of and phrase:
        return Name(_owner(lows[: len(lows) - len(phrase)], words), " ".join(_trimmed(phrase, words)))
    head = _trimmed(phrase, words)
    if act:
        return Name(" ".join(head), "", verb)
    return Name(*_object(head, words), verb)


def _phrase(lows: list[str], words: Vocabulary, full: bool) -> list[str]:
    """The words back to where the clause or its verb begins; prepositions only where the phrase may hold them."""
    at = len(lows)
    while at and len(lows) - at < 14:
        word = lows[at - 1]
        if word in words.sets["bounds"] or (word in words.sets["auxiliaries"] and word != "to"):
            break
        if not full and word in words.noun_ends:
            break
        at -= 1
    return lows[at:]


def _trimmed(phrase: list[str], words: Vocabulary) -> list[str]:
    """Head noun with its "of" phrase; other phrases that tell more about it are left out, as are articles."""
    kept: list[str] = []
    for word in phrase:
        if not kept and (word in words.sets["articles"] or word in words.stops or word in words.sets["prepositions"]):
            continue
        if word in words.sets["prepositions"] and kept and kept[0] not in words.sets["measures_of"] and word != "per":
            break
        kept.append(word)
    while kept and kept[-1] in ("of", *words.sets["prepositions"]):
        kept.pop()
    if len(kept) > 2 and kept[0] in words.sets["shares_of"] and kept[1] == "of":
        del kept[: 3 if kept[2] in words.sets["articles"] else 2]
    return kept[:_LONGEST]


def _object(head: list[str], words: Vocabulary) -> tuple[str, str]:
    """Owner and measure, where an act stands between them: the company cut costs by 5 %."""
    for place in range(len(head) - 2, -1, -1):
        if head[place] in words.act_words:
            return " ".join(head[:place]), " ".join(head[place + 1 :])
    if len(head) > 1 and head[0] in words.act_words:
        return "", " ".join(head[1:])
    for place, word in enumerate(head):
        if word.endswith(("'s", "’s")) and place + 1 < len(head):
            return " ".join(head[: place + 1])[:-2], " ".join(head[place + 1 :])
    return "", " ".join(head)


def _owner(lows: list[str], words: Vocabulary) -> str:
    """Who acts, in "the company expects revenue of"."""
    while lows and (lows[-1] in words.act_words or lows[-1] in words.predicate_words or lows[-1] in words.stops):
        lows = lows[:-1]
    return " ".join(_trimmed(_phrase(lows, words, full=False), words))


@lru_cache(maxsize=2048)
def of_after(right: str, words: Vocabulary) -> str:
    """The noun in "of the adults" behind a figure."""
    match = _OF_THEM.match(right)
    if match is not None:
        return match.group(1)
    match = _OF_AFTER.match(right)
    if match is None:
        return ""
    found: list[str] = []
    for low in match.group(1).lower().split():
        if low in words.sets["articles"] and not found:
            continue
        if low in words.noun_ends:
            break
        found.append(low)
        if _PLURAL.fullmatch(low):
            break
    return " ".join(found[:3])


@lru_cache(maxsize=2048)
def counted_after(right: str, words: Vocabulary) -> str:
    """The noun phrase behind a bare number, which is what it counts."""
    match = _AFTER.match(right)
    if match is None:
        return ""
    phrase: list[str] = []
    for token in match.group(1).split():
        low = token.lower()
        if not phrase and low.endswith("ed") and not _PLURAL.search(match.group(1)):
            break
        if low in words.stops or (phrase and low in words.predicate_words) or low in ("percent", "per"):
            break
        phrase.append(low)
        if _PLURAL.fullmatch(low):
            break
    return " ".join(phrase[:3])


_IS_AFTER = re.compile(r"\s*(?:were|was|are|is)\s+(?:an?\s+|the\s+)?([a-z][a-z-]+(?:s|men|people|children))\b")


@lru_cache(maxsize=2048)
def predicate_after(right: str) -> str:
    """What some of the things counted are: of which 870 were objections."""
    match = _IS_AFTER.match(right)
    return match.group(1) if match else ""


def is_of_which(left: str) -> bool:
    """Whether the figure is of some of the things counted before: of which 870."""
    return _OF_WHICH.search(left) is not None


def of_before(before: str) -> str:
    """What a share is taken of when its sentence begins with that: of the households surveyed, 61 %."""
    match = _OF_BEFORE.search(before) if "," in before else None
    return match.group(1).lower() if match and len(match.group(1).split()) < 5 else ""


def of_its(right: str, words: Vocabulary) -> str:
    """What changed, where it is named behind the change: lost 18 % of its length."""
    return of_after(right, words) if _OF_ITS.match(right) else ""
