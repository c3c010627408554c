"""What the words around a figure say of it, and what they leave to those before."""

from __future__ import annotations

import msgspec

from claims.context import chinese, english
from claims.context.coordinates import Coordinates
from claims.context.statistic import is_listed
from claims.context.vocabulary import Vocabulary
from claims.prose import Figure

_COSTS = frozenset(["cost", "costs"])
_MARKS = "，。；：:"
_LEADING_MARKS = "，：:"
"""Those after which the clause of a figure goes on from the one before."""


class Part(msgspec.Struct, frozen=True, gc=False):
    """What the words of one clause say of its figure."""

    subject: str = ""
    measure: str = ""
    counted: str = ""
    words: str = ""
    """What the measure was read from, where that is more than its name."""
    alone: bool = False
    """Whether words that are no name set it apart from the figure before: 包2、包14."""
    takes_over: bool = False
    """Whether the clause is of what was named before, whatever its kind."""


def name_chinese(figure: Figure, left: str, words: Vocabulary, before: Coordinates | None) -> Part:
    q = figure.claim.quantity
    kind = q.kind
    counts = kind == "count"
    counted = ""
    if counts and not q.unit_word.endswith("次"):
        counted = chinese.counted_after(figure.right, words)
    if before is not None and before.counted and left.startswith(before.counted):
        return Part(before.counted, chinese.name_of(left[len(before.counted) :], counts).measure, counted)
    name = chinese.name_of(left, counts)
    if name.share or name.what:
        return Part(name.owner, "", counted, takes_over=True)
    measure, owner = name.measure, name.owner
    if kind == "percent" and before is not None and before.subject and left.rstrip().endswith("中有"):
        return Part("", before.subject)
    if (counts or kind == "money") and not counted and left.rstrip().endswith("的"):
        noun = chinese.noun_after(figure, words)
        if noun:
            return Part(owner or measure, noun)
    if measure and counted and left.rstrip().endswith(("有", "了", "向")):
        return Part(owner or measure, "", counted)
    if counted and measure.endswith(("量", "数", "额")):
        counted = ""  # what stands behind is of the unit: 吞吐量312万个标准箱
    if not measure and not counted:
        if counts or kind == "money" or (kind == "percent" and not left.strip()):
            measure = chinese.noun_after(figure, words)
        if not measure and (figure.previous is None or owner == ""):
            topic = _topic(figure, words)
            measure, owner = topic.measure, owner or topic.owner
    if not owner and figure.previous is None and figure.clause_start > figure.passage.start:
        owner = chinese.owner_of(figure.before, words)
    alone = kind == "number" and not measure and not counted and chinese.stripped_back(left, words) != ""
    return Part(owner, measure, counted, "", alone)


def _topic(figure: Figure, words: Vocabulary) -> chinese.Name:
    """What the clause before names, when the figure's own says no more than 达: 甲校的申请最多，达265宗."""
    start = figure.clause_start - (figure.previous.claim.outer.end if figure.previous else figure.passage.start)
    if start <= 1:
        return chinese.Name()
    text = figure.before[:start]
    last = max(map(text.rfind, _MARKS))
    if last < 0 or text[last] not in _LEADING_MARKS:
        return chinese.Name()
    first = max([text.rfind(mark, 0, last) for mark in _MARKS]) + 1
    if figure.previous is not None and first == 0:
        return chinese.Name()  # the words behind the figure before
    topic = text[first:last].strip()
    if not 2 <= len(topic) <= 24:
        return chinese.Name()
    return chinese.name_of(topic, counts=False)


def name_english(figure: Figure, left: str, words: Vocabulary, before: Coordinates | None) -> Part:
    q = figure.claim.quantity
    right = figure.right
    counted = english.counted_after(right, words) if q.unit in (None, "count") else ""
    name = english.name_of(left)
    if name.base and before is None:
        name = english.name_of(english.before_base(left))
    if name.base or (before is not None and not counted and is_listed(figure)):
        return Part(counted=counted, takes_over=True)
    measure, owner = name.measure, name.owner
    if q.direction and name.verb in ("has", "have", "had"):
        measure, owner = owner, ""  # traffic has [grown by] 22 %
    if counted and before is not None and before.counted and english.is_of_which(left):
        found = english.predicate_after(right) or (counted if counted.endswith("s") else before.counted)
        return Part("", "", found)
    if q.kind == "percent":
        part = english.of_its(right, words) if q.direction else english.of_before(figure.before)
        if part:
            return Part(owner or (measure if q.direction else ""), part)
    if counted:
        return Part(owner, measure, counted)
    if not measure and q.unit in (None, "count"):
        measure = english.predicate_after(right)
    if not measure and q.kind in ("percent", "dimension", "count", "number", "money"):
        measure = english.of_after(right, words)
        if measure:
            return Part(owner, measure, words=f"of {measure}")
    if (
        not measure
        and name.verb
        and (name.verb in words.act_words or name.verb in _COSTS)
        and q.kind in ("money", "dimension")
    ):
        measure = name.verb
    return Part(owner, measure, counted)
