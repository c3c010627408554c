"""Lengths of spans told in other ways than one straight after the other.

過去十年（2014年至2023年）; 任職八年，由1931年至1939年; served eight years on the council, from
2015 to 2023; over five summers, from 2018 to 2022; for 12 years, since 2009.
"""

from __future__ import annotations

import re
from fractions import Fraction

from checks._times.ranges_of_dates import ranges
from checks._times.time_between import SPAN, ends, of_one, spanned
from claims.model import Claim
from claims.prose import Figure, Passage
from claims.wordings import Wording

_IN_BRACKETS = Wording(zh=r"(?:间|里|内)?[（(](?:即|由|自|从)?", en=r",? [(](?:from )?")
_AFTER = Wording(
    zh=r"[^，。；（(\d]{0,8}[，,、](?:即|于|在)?(?:{running_from})",
    en=r"(?: (?:of|on|at|in|with|as|for|behind) [^,.;()\d]{0,32})?,? (?:{running_from}) "
    r"|,? (?:that is|i\.e\.)(?: to say)?,? ",
)
_BEFORE = Wording(
    zh=r"[）)]?(?:期?间)?(?:[，,]?(?:的|这|一连|连续|一共|合共|共|前后|即|亦即)?[^，。；\d]{0,2}|[，,][^，。；\d]{0,12}连续)",
    en=r"[)]?, (?:or |an? |in all |all )?",
)
_CLOSED = Wording(en=r"(?: in all| in total| altogether)?(?:[,.;)]|$)")
_FOR_SO_LONG = Wording(zh=r"{lasting_for}{lasting_is}?$")
_SEASONS = Wording(en=r" (?:{one_a_year})\b")
_OTHER_END = Wording(zh=r"(?:后|前|来|以来|之后|之前)")
_MORE_EXACT = Wording(zh=r"(?:零|又|加|多)?", en=r"(?:,? and| plus|,)? ")
"""Seven years and 43 days are not the length of what lasted 43 days."""
_TWO = 2
_YEAR = re.compile(r"(?:^|\D)(?:1[89]|20)\d\d年?[前后後底初]?$")
_PERIOD = Wording(en=r"(?:[- ][a-z]+){0,2}[ -](?:period|term|stint|span|stretch) (?:{running_from}) ")
_OVER = Wording(en=r"\bover (?:the )?(?:last |past |preceding )?$")
_WITHIN = Wording(zh=r"[间間]$")
_MOVED = Wording(
    zh=r"增|减|升|跌|降",
    en=r"\b(?:up|down|rise|rose|risen|grown|growth|grew|increase|increased|fell|fall|decline|declined)\b",
)
_EVENT_OF = Wording(
    zh=r"的[^，。；\d]{2,12}[，,]?(?:将|已|会)?(?:于|在|由|自|从)?",
    en=r"(?![^.;]*\bdates?\b) [a-z][^.;,()\d]{2,60} (?:{running_from}) ",
)
_SINCE_LAST = Wording(zh=r"(?:时隔|相隔|事隔|阔别|睽违)$")
_EVERY = Wording(zh=r"(?<![时相事])(?:{every_so_often})$", en=r"\bevery $")
_WORKDAYS = Wording(zh=r"{workdays}", en=r"\b(?:{workdays})\b")
"""Of which a week has five."""
_PART = Wording(zh=r"(?:{part_of_time})$")
_AS_A_WHOLE = Wording(zh=r"(?:过去|近|这|头|首|前)$", en=r"\b(?:the|past|last|these|of) $")


def span_beside(figure: Figure, passage: Passage, language: str) -> tuple[tuple[Claim, ...], str] | None:
    """The span whose length a duration tells in such a way, and how surely it does."""
    previous = figure.previous
    goes_on = previous is not None and previous.claim.quantity.kind == "duration"
    if goes_on and _MORE_EXACT[language].fullmatch(figure.before):
        return None
    start, end = figure.claim.local.start, figure.claim.local.end
    if _EVERY[language].search(passage.folded[max(0, start - 8) : start]) or _WORKDAYS[language].search(
        passage.folded[start:end]
    ):
        return None
    spans = list(ranges(passage, language))
    own, end = figure.claim.outer, figure.claim.outer.end
    if (season := _SEASONS[language].match(passage.folded, end)) is not None:
        end = season.end()
    for span in spans:
        first, last = span[0].outer.start, span[-1].outer.end
        if first >= end:
            gap = passage.folded[end:first]
            if _IN_BRACKETS[language].fullmatch(gap):
                return span, "stated" if _AS_A_WHOLE[language].search(figure.before) else "inferred"
            if language == "en" and _PERIOD["en"].fullmatch(gap):
                return span, "stated"
            if len(spans) == 1 and _EVENT_OF[language].fullmatch(gap) and _is_attribute(figure, language):
                return span, "inferred"
            if _AFTER[language].fullmatch(gap) or (language == "zh" and _FOR_SO_LONG["zh"].search(figure.left)):
                return (span, "inferred") if len(spans) == 1 else None
            return None
        if last <= own.start and _told_before(figure, passage, last, language):
            return span, "inferred"
    return _compared(figure, passage, language)


def _is_attribute(figure: Figure, language: str) -> bool:
    """Whether a duration is told of a noun: a two-day meeting, 三天的展覽."""
    return language == "zh" or "-" in figure.claim.quote


def _compared(figure: Figure, passage: Passage, language: str) -> tuple[tuple[Claim, ...], str] | None:
    """The only two years of a sentence that tells a change over so many: up from 750 in 2011, 12% over ten years."""
    years = [day for day in passage.dates if _YEAR.search(day.quote) and not SPAN.search(day.quote)]
    told = {(day.quantity.dates or ("",))[0][:4] for day in years}
    if len(years) != _TWO or len(told) != _TWO or figure.claim.quantity.unit != "year":
        return None
    before = passage.folded[max(passage.start, figure.claim.local.start - 20) : figure.claim.local.start]
    over = _OVER["en"].search(before) if language == "en" else _WITHIN["zh"].search(figure.claim.quote)
    if language == "zh" and _SINCE_LAST["zh"].search(figure.left):
        return tuple(sorted(years, key=lambda day: (day.quantity.dates or ("",))[0])), "inferred"
    if over is None or _MOVED[language].search(passage.text) is None:
        return None
    return tuple(sorted(years, key=lambda day: (day.quantity.dates or ("",))[0])), "inferred"


def _told_before(figure: Figure, passage: Passage, last: int, language: str) -> bool:
    gap, after = passage.folded[last : figure.claim.outer.start], passage.folded[figure.claim.outer.end : passage.end]
    if _BEFORE[language].fullmatch(gap) is None:
        return False
    if language == "zh" and _PART["zh"].search(gap):
        return False
    if language == "zh":
        return _OTHER_END["zh"].match(after) is None
    return _CLOSED["en"].match(after) is not None


def seasons(figure: Figure, language: str) -> bool:
    """Whether a count is one of summers, or of anything else that there is one of in each year."""
    after = figure.passage.folded[figure.claim.outer.end : figure.claim.outer.end + 12]
    return figure.claim.quantity.kind == "count" and _SEASONS[language].match(after) is not None


def lengths(span: tuple[Claim, ...], unit: str, value: Fraction) -> tuple[tuple[Fraction, Fraction], str] | None:
    """What a span's length may be in a unit, and "stated" or "inferred": which way of counting excludes `value`.

    From 2015 to 2023 are eight years or nine; that from late 2015 to early 2023 they are but seven is hardly meant.
    """
    days = ends(*span) if len(span) == 2 else None
    found = of_one(span[0], unit) if len(span) == 1 else spanned(*days, unit) if days else None
    if found is None:
        return None
    low, high = found
    if unit == "year" and (high - low).denominator == 1 and high - low == 2 and low <= value < low + 1:
        return (low + 1, high), "inferred"
    return found, "stated"
