"""What a Chinese clause calls its figure: whose it is, what is measured, what is counted.

A clause runs owner, act, measure, predicate, figure: 公司｜實現｜營業收入｜達｜52億元. Each part may
be missing; what stands behind a figure names it when nothing before does.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from claims.context.vocabulary import Vocabulary, vocabulary
from claims.prose import DATE_MARK, ORDINAL_MARK, Figure

MARKS = DATE_MARK + ORDINAL_MARK
_TRIM = " \t\r\n的了，、：:；;（）()" + MARKS
_HAN_RUN = re.compile(r"[㐀-鿿A-Za-z0-9·]{1,24}")
_MEAN = re.compile(
    r"平均每[个名户家件宗项人天日月年班]?|平均|(?<![人户日月年生场亩单])均$|[人户日月年生场亩单]均|每[个名户家件宗项人天日月年股亩班]"
)
_ON_BASIS = re.compile(r"按[^，]{2,10}?(?:计算|口径)")
_QUOTE_MARKS = re.compile(r"[「『“《」』”》]")
_BRACKETS = re.compile(r"[【】\[\]]|\s{2,}")
_FOR_EACH = re.compile(r"为每[㐀-鿿]{1,3}$")
_OWNER_OF_MEAN = re.compile(r"(?P<owner>[^，。；：\ue000\ue001]{2,16}?)(?=[人户生场]均|平均每)")
_REFERENCE = re.compile(
    r"(?:(?<![占同环对师生价])比|较)(?:[^，]{0,2}\ue000|[^，]{0,2}(?:上年|去年|前年|同期|年初|年前|上季|上月|赛季|此前|之前|以往|往年|计划|预算|预期"
    r"|期初|上届|上次|目标))[^，]*$"
    r"|与[^，]{2,14}相比[^，]*$|(?:由|从)[^，由从]{0,2}\ue000[^，]{0,3}$"
)
_ACTING = re.compile(r"[获将已被在是有为登入于]")
_PLACE = re.compile(r"[区市县镇乡村省州国内]$")
_TO_MARK = re.compile(r"[^，。；、：！？（）()\n,;:!?.]{0,24}")
_LONGEST = 16


class Name(NamedTuple):
    """What a clause calls its figure; "" for a part that it leaves out."""

    owner: str = ""
    measure: str = ""
    share: bool = False
    """Whether it only says of what the figure is a share, as 占总额 does: the part was named before."""
    what: bool = False
    """Whether it tells the things apart, as 参与计划的有 does, and what they are was named before."""


@lru_cache(maxsize=4096)
def name_of(left: str, counts: bool) -> Name:
    """The name that the words before a figure give it; `counts` when the figure has a counter.

    Few wordings do for most figures of a draft.
    """
    words = vocabulary("zh")
    if "比" in left or "较" in left or DATE_MARK in left or "与" in left:
        left = _REFERENCE.sub("", left)
    if "按" in left:
        left = _ON_BASIS.sub("", left)
    what = left.rstrip().endswith("的有")
    owner = ""
    left = left.lstrip(_TRIM)
    mean = _OWNER_OF_MEAN.match(left) if "均" in left else None
    if mean is not None:
        owner = stripped_front(mean["owner"].strip(_TRIM), words)
        left = left[mean.end() :]
    name = _last_named(left, words)
    if name.startswith("占") and not name.startswith(("占地", "占用")):
        return Name(owner, "", share=True)
    if "占" in name[1:]:
        name = _before_share(name)
    doer, name = _after_act(name, words)
    name = stripped_front(name, words)
    if what:
        return Name(owner, "", what=True)
    held, of, rest = name.rpartition("的")
    if of and rest:
        owner, name = owner or stripped_front(held, words), rest
    if not owner:
        owner, name = _owner_and(name, words, counts)
    length = words.opening.before(name)
    if length and len(name) - length > 1 and name[length:] not in words.bare:
        name = name[length:]
    return Name(owner or doer, _whole(name)[-_LONGEST:])


def _whole(name: str) -> str:
    """The name without what is cut off by a quotation mark or a bracket; a single character names nothing."""
    name = _BRACKETS.split(name)[-1]
    marks = _QUOTE_MARKS.findall(name)
    if marks and (len(marks) % 2 or (len(marks) == 2 and name[0] == marks[0] and name[-1] == marks[1])):
        name = next((part for part in reversed(_QUOTE_MARKS.split(name)) if len(part) > 1), "")
    return name if len(name) > 1 else ""


def _last_named(left: str, words: Vocabulary) -> str:
    """The words after the last date or ordinal, without what only leads on to the figure; else those before it."""
    if DATE_MARK not in left and ORDINAL_MARK not in left:
        return stripped_back(left, words)
    for part in reversed(re.split(f"[{MARKS}]", left)):
        name = stripped_front(stripped_back(part, words), words)
        if len(name) > 1:
            return name
    return ""


def _before_share(name: str) -> str:
    """The part in 女性占总数, not in 股东应占溢利."""
    at = name.rfind("占")
    if name[at - 1] == "应" or name[at + 1 : at + 2] in ("地", "用", "有", "比"):
        return name
    return name[:at].rstrip("约则共")


def _after_act(name: str, words: Vocabulary) -> tuple[str, str]:
    """Who acts and what on, in 公司实现营业收入; an act with nothing behind it names neither."""
    acts = list(words.acts.finditer(name))
    last = acts[-1] if acts else None
    if last is None or name[last.end() :] in words.bare:
        return "", name
    doer = stripped_back(name[: last.start()], words)
    doer = stripped_front(doer, words)
    while (length := words.leading.after(doer)) > 1:
        doer = doer[:-length]
    return (doer if 2 <= len(doer) <= 10 and not words.acts.search(doer) else ""), name[last.end() :]


def _owner_and(name: str, words: Vocabulary, counts: bool) -> tuple[str, str]:
    """Owner and measure in 北港工厂产量; a name that is an owner alone is what a count counts."""
    match = words.owners.match(name)
    if match is None:
        return "", name
    owner, rest = match.group(), stripped_front(name[match.end() :].strip(_TRIM), words)
    if rest[:1] == "有" and not words.kept.before(rest):
        rest = rest[1:]
    if not rest:
        return ("", name) if counts and not _PLACE.search(name) else (owner, "")
    if len(rest) == 1:
        return "", name
    return owner, rest


def owner_of(text: str, words: Vocabulary) -> str:
    """The owner that a sentence begins with, told before its first figure; "" for none."""
    text = stripped_front(text.strip(_TRIM).rpartition(DATE_MARK)[2].lstrip(_TRIM), words)
    match = words.owners.match(text.partition("，")[0])
    return match.group() if match else ""


def stripped_back(phrase: str, words: Vocabulary) -> str:
    """The phrase without what stands between a measure and its figure, nor 人均 and its like."""
    phrase = phrase.strip(_TRIM)
    if "均" in phrase or "每" in phrase:
        phrase = _FOR_EACH.sub("", _MEAN.sub("", phrase)).strip(_TRIM)
    while phrase:
        length = words.predicates.after(phrase)
        if not length or words.protected.after(phrase) >= length:
            break
        phrase = phrase[:-length].rstrip(_TRIM)
    return phrase


def stripped_front(phrase: str, words: Vocabulary) -> str:
    """The phrase without what stands before the name of a measure."""
    while phrase:
        length = words.leading.before(phrase)
        if not length or words.kept.before(phrase) >= length:
            break
        phrase = phrase[length:].lstrip(_TRIM)
    return phrase


def counted_after(right: str, words: Vocabulary) -> str:
    """What a counter counts, when one of the nouns that counters count ends it."""
    match = _TO_MARK.match(right.strip())
    return _counted(match.group().removeprefix("的"), words) if match else ""


@lru_cache(maxsize=4096)
def _counted(text: str, words: Vocabulary) -> str:
    for match in words.head_ends.finditer(text):
        if text.endswith(words.heads, 0, match.end()):
            found = text[: match.end()]
            return "" if _ACTING.search(found) else found
    return ""


def noun_after(figure: Figure, words: Vocabulary) -> str:
    """The noun right behind a figure: 8,000元津贴, 35,000名观众; "" when something else stands there."""
    match = _HAN_RUN.match(figure.right.strip().removeprefix("的"))
    return _noun(match.group(), words) if match is not None else ""


@lru_cache(maxsize=4096)
def _noun(text: str, words: Vocabulary) -> str:
    end = words.after_figure.search(text)
    noun = text[: end.start()] if end else text
    if not 2 <= len(noun) <= 10 or words.predicates.before(noun) == len(noun):
        return ""
    return noun if words.leading.before(noun) == 0 or words.kept.before(noun) else ""
