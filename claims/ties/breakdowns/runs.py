"""Figures that follow each other as the entries of one list do.

An entry is a short label and its figures; a date, a turn of the sentence or a long way to
the next figure ends the list.
"""

from __future__ import annotations

import re

from claims.labels import kind_key
from claims.prose import DATE_MARK, Figure, Passage
from claims.wordings import Wording

_TURN = Wording(zh=r"{ends_list}", en=r"\b{ends_list}\b|\([a-z]\)")
_TURN_OF_SURVEY = Wording(en=r"\b{ends_survey}\b")
_REST_NEXT = Wording(zh=r"[；;]\s*{rest}")
_LONGEST_LABEL = {"zh": 18, "en": 70}
_LEAD_IN = 12
"""Code points by which the first label may be longer: the cue's own clause goes on in it."""


def run_after(passage: Passage, start: int, limit: int, language: str) -> list[Figure]:
    """The run from `start` on, which a date between two figures ends."""
    run: list[Figure] = []
    after = _outside_brackets(passage, start, limit)
    for figure in after:
        label = passage.words(run[-1].claim.outer.end if run else start, figure.claim.outer.start)
        if _too_long(label, run, language) or _TURN[language].search(label) or _turns_to_date(label, run):
            break
        if _has_semicolon(label) and not (run and language == "zh" and _parallel(run, figure, after)):
            break
        run.append(figure)
    return run


def run_of_survey(passage: Passage, start: int) -> list[Figure]:
    """The run after a whole that opens an English sentence: clauses, which may hold dates."""
    run: list[Figure] = []
    for figure in _outside_brackets(passage, start, passage.end):
        label = passage.words(run[-1].claim.outer.end if run else start, figure.claim.outer.start)
        if _too_long(label, run, "en") or _TURN_OF_SURVEY["en"].search(label) or _has_semicolon(label):
            break
        run.append(figure)
    return run


def _outside_brackets(passage: Passage, start: int, limit: int) -> list[Figure]:
    """The figures between two offsets, but those in a bracket that opens there."""
    inside = [f for f in passage.figures if start <= f.claim.local.start and f.claim.local.end <= limit]
    return [f for f in inside if not _is_deeper(passage.folded[start : f.claim.local.start])]


def _is_deeper(words: str) -> bool:
    return words.count("(") + words.count("（") > words.count(")") + words.count("）")


def _turns_to_date(label: str, run: list[Figure]) -> bool:
    """Whether a date stands before a later entry, unless dates are what the entries are called by."""
    if not run or DATE_MARK not in label:
        return False
    return not (run[0].before.rstrip().endswith(DATE_MARK) and label.rstrip().endswith(DATE_MARK))


def _too_long(label: str, run: list[Figure], language: str) -> bool:
    return len(label) > _LONGEST_LABEL[language] + (0 if run else _LEAD_IN)


def _has_semicolon(words: str) -> bool:
    return ";" in words or "；" in words


_SEMICOLON = re.compile("[；;]")


def _parallel(run: list[Figure], figure: Figure, after: list[Figure]) -> bool:
    """Whether the segment that a semicolon opens is built like the one before it, or is the rest."""
    passage, folded = figure.passage, figure.passage.folded
    if _REST_NEXT["zh"].search(folded[run[-1].claim.outer.end : figure.claim.outer.start]):
        return True
    breaks = [m.start() for m in _SEMICOLON.finditer(folded, passage.start, passage.end)]
    ahead = min((b for b in breaks if b > figure.claim.local.end), default=passage.end)
    back = max((b for b in breaks if b < run[-1].claim.local.start), default=-1)
    kinds = [kind_key(f.claim) for f in run if f.claim.local.start > back]
    return kinds == [kind_key(f.claim) for f in after if figure.claim.local.start <= f.claim.local.start < ahead]
