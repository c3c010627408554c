"""When a figure was: by the dates of its sentence, else by what was told before it.

A date in the sentence comes first, unless it only says what the figure is held against.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from claims.context.course import Course
from claims.context.periods import in_year, names_year, period_of
from claims.model import Claim, Evidence
from claims.prose import Figure, Passage

_DEICTIC = re.compile(
    r"今|去年|明年|前年|昨|后年|本|this|last|next|ago|today|tomorrow|current|coming|now", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(
    r"上年|上一年|a year (?:earlier|before|ago)|the (?:previous|prior|preceding) year|previous year", re.IGNORECASE
)
_COMPARED = re.compile(
    r"(?:(?<![占同环])比|较|与|相比于|相较)\s*$|(?:\b(?:than|compared (?:with|to)|against|versus)\b)[^.;]{0,24}$"
    r"|(?<![年月日])[由从自]\s*$",
    re.IGNORECASE,
)
_COMPARED_ENDS = frozenset("比较与于由从自")
_COMPARED_WORDS = ("than", "compared", "against", "versus")
"""What `_COMPARED` needs, and few dates have."""
_TELLING = re.compile(r"[^，。]{0,4}(?:公布|宣布|发布|表示|指出|透露|称|说|举行|披露)")
_OF_IT = re.compile(r"(?:\s*(?:的|同期的?|同期为|为|是|末的?|底的?|年?初的|约)){0,3}\s*$")
_DIRECTLY = re.compile(r"\s*,?\s*(?:in|at|for|during|of|by)?\s*(?:the\s+)?$", re.IGNORECASE)
_BASE_EN = re.compile(r"\b(?:from|compared (?:with|to)|against|versus|than|on)\b", re.IGNORECASE)
_WHOLE_ZH = re.compile(r"全年(?!龄)|年内|期内|报告期内|本年度")
_END_EN = re.compile(r"\b(?:at|by) (?:the end of the year|year[- ]end)\b", re.IGNORECASE)
_END_OF_EN = re.compile(r"\b(?:at|by|as (?:at|of)) (?:the )?end of (?:the )?$", re.IGNORECASE)
_RESUMES = re.compile(r"\s*(?:其中|当中|其余|of (?:these|them|which|those)\b)", re.IGNORECASE)
_UNTOLD = Evidence("", "clause")
_NOW = re.compile(r"目前|现时|现有|\b(?:now|currently)\b", re.IGNORECASE)


class Dates:
    """The dates of one passage, each with the period of the figures that it speaks for."""

    __slots__ = (
        "_bases", "_chinese", "_course", "_ends", "_now", "_passage", "_starts", "_told", "_values", "none", "told_own",
    )  # fmt: skip

    def __init__(self, passage: Passage, language: str, course: Course | None) -> None:
        self._passage, self._chinese = passage, language == "zh"
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._values: list[tuple[str, str, str]] = []
        """Period, words, and for a span or a shifted date the source."""
        self._bases: list[bool] = []
        """Whether the date only says what a figure is held against."""
        self.told_own: tuple[str, str] | None = None
        resumes = _RESUMES.match(passage.folded, passage.start) is not None
        self._told = course.told(resumes) if course is not None else None
        self._course = course
        year = course.year() if course is not None else None
        if passage.dates:
            self._gather(year)
        if year is not None:
            self._implied(year)
        self._now: int | None = None
        """End of the first word that says it is of now what follows; past the passage where there is none."""
        self.none = self._told is None and not self._starts
        """Whether nothing tells the time of any of its figures."""

    def _gather(self, year: int | None) -> None:
        passage, folded = self._passage, self._passage.folded
        chosen: Claim | None = None
        for date in passage.dates:
            at = date.outer.start
            lead = folded[max(passage.start, at - 30) : at]
            if (
                self._chinese
                and len(date.quote) < 8
                and not (date.quantity.dates or ("", ""))[0]
                and _TELLING.match(folded, date.outer.end)
            ):
                continue
            if chosen is not None and self._values and _joined(passage, chosen, date):
                first, last = (chosen.quantity.dates or ("", ""))[0], (date.quantity.dates or ("", ""))[1]
                if first and last:
                    self._values[-1] = (f"{first}/{last}", f"{chosen.quote}–{date.quote}", "clause")
                    self._ends[-1] = date.outer.end
                    chosen = None
                    continue
            self._add(date.local.start, date.outer.end, self._value(date, year, lead), _is_compared(lead))
            chosen = date

    def _value(self, date: Claim, year: int | None, lead: str) -> tuple[str, str, str]:
        period, words = period_of(date), date.quote
        if year is not None and _YEAR_BEFORE.search(words):
            suffix = in_year(period, year - 1) if period[:4].isdigit() else str(year - 1)
            return suffix, words, "date"
        if year is not None and period[:4].isdigit() and not names_year(date) and not _DEICTIC.search(words):
            period = in_year(period, year)
        known = period[:4].isdigit() and (date.quantity.dates or ("", ""))[1]
        if not self._chinese and known and _END_OF_EN.search(lead):
            return in_year((date.quantity.dates or ("", ""))[1], int(period[:4])), words, ""
        return period, words, ""

    def _implied(self, year: int) -> None:
        """Words that mean the year that the heading names, or its end."""
        passage = self._passage
        if self._chinese:
            for match in _WHOLE_ZH.finditer(passage.folded, passage.start, passage.end):
                self._insert(match.start(), match.end(), (str(year), match.group(), "heading"))
        else:
            found = _END_EN.search(passage.folded, passage.start, passage.end)
            if found is not None:
                self._insert(found.start(), found.end(), (f"{year}-12-31", found.group(), "heading"))

    def _add(self, start: int, end: int, value: tuple[str, str, str], base: bool) -> None:
        self._starts.append(start)
        self._ends.append(end)
        self._values.append(value)
        self._bases.append(base)

    def _insert(self, start: int, end: int, value: tuple[str, str, str]) -> None:
        place = bisect_left(self._starts, start)
        self._starts.insert(place, start)
        self._ends.insert(place, end)
        self._values.insert(place, value)
        self._bases.insert(place, False)

    def of(self, figure: Figure) -> tuple[str, Evidence]:
        """The figure's period, "" when nothing tells it, with what it was read from."""
        start = figure.claim.local.start
        if self._starts:
            at = bisect_right(self._starts, start) - 1
            if at >= 0 and self._bases[at]:
                between = self._passage.folded[self._ends[at] : start]
                if self._chinese and _OF_IT.fullmatch(between):
                    return self._found(at, figure)
            after = None if self._chinese else self._after(figure, at)
            if after is not None:
                return self._found(after, figure)
            while at >= 0 and self._bases[at]:
                at -= 1
            if at >= 0:
                return self._own(at, figure)
        if self._told is not None and start < self._from_now():
            return self._told
        return "", _UNTOLD

    def _from_now(self) -> int:
        if self._now is None:
            found = _NOW.search(self._passage.folded, self._passage.start, self._passage.end)
            self._now = found.end() if found is not None else self._passage.end + 1
        return self._now

    def _found(self, at: int, figure: Figure) -> tuple[str, Evidence]:
        period, words, source = self._values[at]
        return period, Evidence(words, source or ("clause" if self._starts[at] >= figure.clause_start else "carried"))

    def _own(self, at: int, figure: Figure) -> tuple[str, Evidence]:
        found = self._found(at, figure)
        if found[0][:4].isdigit() and len(found[0]) < 22:
            self.told_own = (found[0], found[1].words)
        return found

    def _after(self, figure: Figure, before: int) -> int | None:
        """The English date behind a figure that is of it: $5 million in 2020."""
        at = before + 1
        if at >= len(self._starts):
            return None
        between = self._passage.folded[figure.claim.outer.end : self._starts[at]]
        if _DIRECTLY.fullmatch(between):
            return at
        if before >= 0 and self._starts[before] >= figure.clause_start:
            return None
        if self._starts[at] < figure.clause_end and not self._bases[at] and not _BASE_EN.search(between):
            return at
        return None


def _is_compared(lead: str) -> bool:
    """Whether the words before a date say that something is held against it."""
    low = lead.lower()
    if low.rstrip()[-1:] not in _COMPARED_ENDS and not any(word in low for word in _COMPARED_WORDS):
        return False
    return _COMPARED.search(lead) is not None


def _joined(passage: Passage, first: Claim, last: Claim) -> bool:
    """Whether two dates are the ends of one span: 110年至112年."""
    between = passage.folded[first.outer.end : last.outer.start]
    return between.strip() in ("至", "到", "~", "-", "to", "until", "through")
