"""Whether a change is measured from the quarter or month before, or from the year before.

第三季收入按季升8%至1.4億元，去年同期為1.2億元: the 8 % are no change on the year before.
"""

from __future__ import annotations

from claims.prose import Figure
from claims.wordings import Wording

_SHORT = Wording(zh=r"{by_quarter}", en=r"\b{by_quarter}\b|\bfrom the (?:previous|prior) (?:quarter|month)\b")
_YEAR = Wording(zh=r"{by_year}", en=r"\b{by_year}\b")
_SHORT_BASE = Wording(zh=r"{quarter_before}", en=r"\b(?:{quarter_before})\b")
_YEAR_BASE = Wording(zh=r"{a_year_before}", en=r"\b(?:{a_year_before})\b")


def other_pace(change: Figure, base: Figure, language: str) -> bool:
    """Whether words measure a change from another time than the one that its base is told for."""
    short, year = _told(change, _SHORT, _YEAR, language)
    if short == year:
        return False
    base_short, base_year = _told(base, _SHORT_BASE, _YEAR_BASE, language)
    return base_short != base_year and short != base_short


def _told(figure: Figure, short: Wording, year: Wording, language: str) -> tuple[bool, bool]:
    """Whether the words at a figure speak of a quarter or a month, and whether of a year."""
    folded, before = figure.passage.folded, figure.previous
    start = max(figure.clause_start, before.claim.outer.end if before else 0)
    words = folded[start : figure.claim.local.start]
    if language == "en":
        end = figure.next.claim.outer.start if figure.next else figure.clause_end
        words += " | " + folded[figure.claim.local.end : min(end, figure.clause_end)]
    return short[language].search(words) is not None, year[language].search(words) is not None
