"""What has been told so far of the time that figures are of.

The year of an annual report is told once, in its title; a sentence without a date is of the time of
the one before it in the paragraph.
"""

from __future__ import annotations

import re

from claims.context.periods import names_year, period_of, year_of
from claims.model import Evidence
from claims.prose import Passage

_SINCE = re.compile(r"\b(?:since|by|until|before|after|from)\s*$|[自由从至到]\s*$", re.IGNORECASE)
_AFTER_TITLE = re.compile(r"以?[来前后起]|\s*target|目标|规划")
_FULL_YEAR = re.compile(r"年度|年报|全年|full[- ]year|annual|year ended|year to", re.IGNORECASE)


class Course:
    """What has been told so far of the time that figures are of: by the headings, and in the paragraph."""

    __slots__ = ("_block", "_level", "_said", "_section", "_title")

    def __init__(self) -> None:
        self._title: tuple[str, str] = ("", "")
        self._section: tuple[str, str] = ("", "")
        self._level = 0
        self._said: tuple[str, str] = ("", "")
        """Period of the last sentence that told one, and its words."""
        self._block = -1

    def enter(self, block: int) -> None:
        """Begin a block: what the paragraph before said ends."""
        if block != self._block:
            self._block, self._said = block, ("", "")

    def note_heading(self, kind: str, passages: list[Passage]) -> None:
        """Take the period of a title or a heading that names one; other headings end that of the section before."""
        found = [(passage, date) for passage in passages for date in passage.dates]
        period = words = ""
        if len(found) == 1:
            passage, date = found[0]
            before = passage.folded[passage.start : date.outer.start]
            after = passage.folded[date.outer.end : passage.end]
            yearly = len(period_of(date)) == 10 and _FULL_YEAR.search(passage.folded) is not None
            if yearly:
                period, words = period_of(date)[:4], date.quote
            elif not _SINCE.search(before) and not _AFTER_TITLE.match(after) and names_year(date):
                period, words = period_of(date), date.quote
                if len(period) == 10:
                    period = ""  # the day of what is told, not the time that its figures are of
        if kind == "title":
            self._title = (period, words)
        else:
            self._section = (period, words)

    def said(self, period: str, words: str) -> None:
        """Take the period that a sentence told of its own, for those that follow it."""
        self._said = (period, words)

    def told(self, resumes: bool) -> tuple[str, Evidence] | None:
        """The period of a sentence that tells none, and where that was read.

        A day that something stood at, 年末, holds on only for a sentence that `resumes` the one before.
        """
        if len(self._said[0]) == 10 and not resumes and self._section[0] + self._title[0]:
            self._said = ("", "")
        for (period, words), source in ((self._said, "previous"), (self._section, "heading"), (self._title, "heading")):
            if period:
                return period, Evidence(words, source)
        return None

    def year(self) -> int | None:
        """The year that what is told here is of."""
        for period, _ in (self._section, self._title):
            if period:
                return year_of(period)
        return None
