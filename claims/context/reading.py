"""A draft read block by block: what each figure's clause says, and what it takes over from those before."""

from __future__ import annotations

import re

import msgspec

from claims.context.coordinates import Coordinates
from claims.context.course import Course
from claims.context.dates import Dates
from claims.context.naming import Part, name_chinese, name_english
from claims.context.pairing import paired
from claims.context.restriction import Restrictions
from claims.context.script import Script
from claims.context.statistic import lead_of, statistic_of
from claims.context.vocabulary import vocabulary
from claims.model import Evidence
from claims.prose import Figure, Passage

_LEADS_ON = re.compile(r"\s*(?:to|at|至|到|达|达到)\s*")
_RELATIVE = frozenset(["percent", "point", "multiple"])


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
        unrestricted, timeless = restrictions.none, dates.none
        read = name_chinese if language == "zh" else name_english
        placed: list[Coordinates] = []
        before: Coordinates | None = None
        for figure in passage.figures:
            lead = lead_of(figure)
            statistic = statistic_of(figure, lead, words, language, before)
            part = read(figure, lead, words, before)
            evidence: dict[str, Evidence] = {}
            measure, subject = _named(figure, part, language, before, evidence)
            period = ""
            if not timeless:
                period, told = dates.of(figure)
                if period:
                    evidence["period"] = told
            scope, mode = ("", "actual") if unrestricted else (restrictions.scope(figure), restrictions.mode(figure))
            before = Coordinates(statistic, measure, part.counted, subject, period, scope, mode, evidence)
            placed.append(before)
        for place, source in paired(passage, placed, language).items():
            placed[place] = _taken_over(placed[place], source)
        if dates.told_own is not None and all(at.mode == "actual" for at in placed):
            self._course.said(*dates.told_own)
        return placed if script.plain or language == "en" else [script.given(at, passage) for at in placed]


def describe(passage: Passage, language: str) -> list[Coordinates]:
    """The coordinates of the figures of one passage by itself, in the folded script."""
    return Reading(language).block(passage.block, "paragraph", passage.folded, [passage])[0]


def _named(
    figure: Figure, part: Part, language: str, before: Coordinates | None, evidence: dict[str, Evidence]
) -> tuple[str, str]:
    """Measure and subject, by the clause or by what stands before; `evidence` takes what they were read from."""
    measure, subject, counted, takes_over = part.measure, part.subject, part.counted, part.takes_over
    if measure:
        evidence["measure"] = Evidence(part.words or measure, "clause")
    elif before is not None and not counted and not part.alone and (takes_over or _carries(figure, before)):
        measure = (before.counted if takes_over else "") or before.measure or before.counted
        if measure:
            evidence["measure"] = Evidence(measure, "carried")
    if subject:
        evidence["subject"] = Evidence(subject, "clause")
    elif before is not None:
        subject = before.subject
        if language == "zh" and part.measure and not counted and figure.previous is not None:
            subject = _labelled(figure.previous, before) or subject
        if subject:
            evidence["subject"] = Evidence(subject, "carried")
    return measure, subject


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
