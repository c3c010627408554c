"""A draft read block by block: what each figure's clause says, and what it takes over from those before."""

from __future__ import annotations

import re

import msgspec

from claims.context import chinese, english
from claims.context.coordinates import Coordinates
from claims.context.pairing import paired
from claims.context.periods import Course, Dates
from claims.context.restriction import Restrictions
from claims.context.script import Script
from claims.context.statistic import is_listed, lead_of, statistic_of
from claims.context.vocabulary import Vocabulary, vocabulary
from claims.model import Evidence
from claims.prose import Figure, Passage

_LEADS_ON = re.compile(r"\s*(?:to|at|至|到|达|达到)\s*")
_RELATIVE = frozenset(["percent", "point", "multiple"])
_TOPIC = re.compile(r"[^，。；：:]*(?=[，：:][^，。；：:]*$)")


class _Part(msgspec.Struct, frozen=True, gc=False):
    """What the words of one clause say of its figure."""

    subject: str = ""
    measure: str = ""
    counted: str = ""
    words: str = ""
    """What the measure was read from, where that is more than its name."""
    takes_over: bool = False
    """Whether the clause is of what was named before, whatever its kind."""


class Reading:
    """Reads the passages of a draft in order; what one says may be taken over by the next."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._words = vocabulary(language)
        self._course = Course()

    def block(self, number: int, kind: str, text: str, passages: list[Passage]) -> list[list[Coordinates]]:
        """The coordinates of the figures of each passage of a block."""
        self._course.enter(number)
        script = Script(text, passages[0].folded)
        found = [self._passage(passage, script) if passage.figures else [] for passage in passages]
        if kind in ("title", "heading"):
            self._course.note_heading(kind, passages)
        return found

    def _passage(self, passage: Passage, script: Script) -> list[Coordinates]:
        words, language = self._words, self._language
        restrictions, dates = Restrictions(passage, words, language), Dates(passage, language, self._course)
        read = _chinese if language == "zh" else _english
        placed: list[Coordinates] = []
        for figure in passage.figures:
            before = placed[-1] if placed else None
            lead = lead_of(figure)
            statistic = statistic_of(figure, lead, words, language, before)
            placed.append(
                _place(figure, read(figure, lead, words, before), statistic, language, before, restrictions, dates)
            )
        for place, source in paired(passage, placed, language).items():
            placed[place] = _taken_over(placed[place], source)
        if dates.told_own is not None and all(at.mode == "actual" for at in placed):
            self._course.said(*dates.told_own)
        return placed if script.plain or language == "en" else [script.given(at, passage) for at in placed]


def describe(passage: Passage, language: str) -> list[Coordinates]:
    """The coordinates of the figures of one passage by itself, in the folded script."""
    return Reading(language).block(passage.block, "paragraph", passage.folded, [passage])[0]


def _place(
    figure: Figure, part: _Part, statistic: str | None, language: str,
    before: Coordinates | None, restrictions: Restrictions, dates: Dates,
) -> Coordinates:  # fmt: skip
    evidence: dict[str, Evidence] = {}
    measure, subject = part.measure, part.subject
    if measure:
        evidence["measure"] = Evidence(part.words or measure, "clause")
    elif before is not None and not part.counted and (part.takes_over or _carries(figure, before)):
        measure = before.measure or before.counted
        if measure:
            evidence["measure"] = Evidence(measure, "carried")
    if subject:
        evidence["subject"] = Evidence(subject, "clause")
    elif before is not None:
        subject = before.subject
        if language == "zh" and part.measure and not part.counted and figure.previous is not None:
            subject = _labelled(figure.previous, before) or subject
        if subject:
            evidence["subject"] = Evidence(subject, "carried")
    period, told = dates.of(figure)
    if period:
        evidence["period"] = told
    return Coordinates(
        statistic,
        measure,
        part.counted,
        subject,
        period,
        restrictions.scope(figure),
        restrictions.mode(figure),
        evidence,
    )


def _labelled(previous: Figure, before: Coordinates) -> str:
    """What the count before is of, when the figures after it are of these: 制造业企业449户，授信88.95亿元."""
    if previous.claim.quantity.kind != "count" or before.statistic in ("difference", "mean"):
        return ""
    return before.counted or (before.measure if previous.claim.quantity.unit_word in "戶户家所間间个個" else "")


def _carries(figure: Figure, before: Coordinates) -> bool:
    """A figure without a name of its own is about what the one before it is about."""
    if before.statistic == "growth" and _LEADS_ON.fullmatch(figure.before):
        return True
    kind = figure.claim.quantity.kind
    return kind in _RELATIVE or (figure.previous is not None and kind == figure.previous.claim.quantity.kind)


def _taken_over(at: Coordinates, source: Coordinates | str) -> Coordinates:
    """The coordinates with the owner that a list pairs with the figure, and with that one's measure if it has none."""
    subject = source if isinstance(source, str) else source.subject
    evidence = dict(at.evidence)
    changed: dict[str, object] = {"evidence": evidence}
    if subject:
        changed["subject"] = subject
        evidence["subject"] = Evidence(subject, "carried")
    own = evidence.get("measure")
    if not isinstance(source, str) and source.measure and (own is None or own.source != "clause"):
        changed["measure"] = source.measure
        evidence["measure"] = Evidence(source.measure, "carried")
    return msgspec.structs.replace(at, **changed)


def _chinese(figure: Figure, left: str, words: Vocabulary, before: Coordinates | None) -> _Part:
    q = figure.claim.quantity
    counts = q.kind == "count"
    counted = ""
    if counts and not q.unit_word.endswith("次"):
        counted = chinese.counted_after(figure.right, words)
    if before is not None and before.counted and left.startswith(before.counted):
        return _Part(before.counted, chinese.name_of(left[len(before.counted) :], counts).measure, counted)
    name = chinese.name_of(left, counts)
    if name.share or name.what:
        return _Part(name.owner, "", counted, takes_over=True)
    measure, owner = name.measure, name.owner
    if q.kind == "percent" and before is not None and before.subject and left.rstrip().endswith("中有"):
        return _Part("", before.subject)
    if left.rstrip().endswith("的") and q.kind in ("money", "count") and not counted:
        noun = chinese.noun_after(figure, words)
        if noun:
            return _Part(owner or measure, noun)
    if measure and counted and left.rstrip().endswith(("有", "了", "向")):
        return _Part(owner or measure, "", counted)
    if not measure and not counted:
        if q.kind in ("count", "money") or (q.kind == "percent" and not left.strip()):
            measure = chinese.noun_after(figure, words)
        if not measure and (figure.previous is None or owner == ""):
            topic = _topic(figure, words)
            measure, owner = topic.measure, owner or topic.owner
    if not owner and figure.previous is None and figure.clause_start > figure.passage.start:
        owner = chinese.owner_of(figure.before, words)
    return _Part(owner, measure, counted)


def _topic(figure: Figure, words: Vocabulary) -> chinese.Name:
    """What the clause before names, when the figure's own says no more than 达: 甲校的申请最多，达265宗."""
    start = figure.clause_start - (figure.previous.claim.outer.end if figure.previous else figure.passage.start)
    if start <= 1:
        return chinese.Name()
    match = _TOPIC.search(figure.before[:start])
    if match is not None and figure.previous is not None and match.start() == 0:
        return chinese.Name()  # the words behind the figure before
    topic = match.group().strip() if match else ""
    if not 2 <= len(topic) <= 24:
        return chinese.Name()
    return chinese.name_of(topic, counts=False)


def _english(figure: Figure, left: str, words: Vocabulary, before: Coordinates | None) -> _Part:
    q = figure.claim.quantity
    right = figure.right
    counted = english.counted_after(right, words) if q.unit in (None, "count") else ""
    name = english.name_of(left)
    if name.base and before is None:
        name = english.name_of(english.before_base(left))
    if name.base or (before is not None and not counted and is_listed(figure)):
        return _Part(counted=counted, takes_over=True)
    measure, owner = name.measure, name.owner
    if counted and before is not None and before.counted and english.is_of_which(left):
        found = english.predicate_after(right) or (counted if counted.endswith("s") else before.counted)
        return _Part("", "", found)
    if q.kind == "percent":
        part = english.of_its(right, words) if q.direction else english.of_before(figure.before)
        if part:
            return _Part(owner or (measure if q.direction else ""), part)
    if counted:
        return _Part(owner, measure, counted)
    if not measure and q.unit in (None, "count"):
        measure = english.predicate_after(right)
    if not measure and q.kind in ("percent", "dimension", "count", "number", "money"):
        measure = english.of_after(right, words)
        if measure:
            return _Part(owner, measure, words=f"of {measure}")
    if not measure and name.verb and q.kind in ("money", "dimension", "duration"):
        measure = name.verb
    return _Part(owner, measure, counted)
