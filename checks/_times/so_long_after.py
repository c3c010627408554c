"""So many years after one date comes another: 四年後的2022年; ten years after the fire of 2007, in 2017."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks._times.ranges_of_dates import ranges
from checks._times.time_between import SPAN, ends, spanned
from claims.model import Claim
from claims.prose import Figure, Passage, Prose
from claims.wordings import Wording

_LATER = Wording(
    zh=r"(?:之|以)?[后後][，,、的]{0,2}(?:即|亦即|也就是)?(?:于|在|到|至)?(?:了|的)?",
    en=r" (?:later|afterwards?|on),? (?:in |on |by )?(?:the )?(?:\w+day,? )?",
)
_AFTER = Wording(en=r" (?:before|after|since) [^.;,]{0,48}\b(?:in|of|on) (?:\w+day,? )?")
_JUST = Wording(en=r"[^.;]{0,3}(?:, |,? and |,? just |,? only |,? exactly |,? some )?")
_IN = Wording(en=r",? (?:in|on) ")
_LATER_STILL = Wording(en=r" (?:later|afterwards)\b")
_UNTIL = Wording(en=r",? (?:until|ending(?: in| on)?|expiring(?: in| on)?|to expire (?:in|on)) (?:the end of )?")
_STARTING = Wording(en=r",? (?:starting|beginning|commencing)?,? ?(?:from|in|on|with) ")
_FULLY = Wording(en=r"\b(?:full|fully|complete|completed|completion)\b")
_EXPIRED = Wording(zh=r"[^。；]{0,10}?{expired}")
_OF_DATES = 2


Passed = tuple[tuple[Claim, Claim], tuple[Fraction, Fraction]]


def later(figure: Figure, passage: Passage, text: Prose) -> Iterator[Passed]:
    """The two dates between which a duration says how much time passed, and how much may have."""
    if (phased := _phased(figure, passage, text)) is not None:
        yield phased
        return
    days = [day for day in passage.dates if _is_one(day)]
    before = [day for day in days if day.local.end <= figure.claim.local.start]
    after = [day for day in days if day.local.start >= figure.claim.local.end]
    pair = _pair(figure, before, after, passage, text)
    if pair is None or pair[0].id == pair[1].id:
        return
    told = ends(*sorted(pair, key=lambda day: (day.quantity.dates or ("",))[0]))
    unit = figure.claim.quantity.unit or ""
    found = spanned(*told, unit) if told else None
    if found is not None:
        low, high = found
        if unit == "year" and high - low == _OF_DATES:
            high -= 1  # nobody counts the first year when it comes to what happened later
        yield pair, (low, high)


def _phased(figure: Figure, passage: Passage, text: Prose) -> Passed | None:
    """Over three years from January 2021, with the full sum by January 2023: the first of three years is 2021."""
    if text.language != "en" or figure.claim.quantity.unit != "year":
        return None
    days = [day for day in passage.dates if _is_one(day) and day.local.start >= figure.claim.local.end]
    if not days or _STARTING["en"].fullmatch(passage.folded[figure.claim.outer.end : days[0].outer.start]) is None:
        return None
    for place in (passage, *text.passages[passage.index + 1 : passage.index + 2]):
        last = next((day for day in place.dates if _is_one(day) and day is not days[0]), None)
        if (
            last is not None
            and place.block == passage.block
            and _FULLY["en"].search(place.folded, place.start, place.end)
        ):
            years = _whole_years(days[0], last)
            return None if years is None else ((days[0], last), (years, years + 1))
    return None


def _whole_years(first: Claim, last: Claim) -> Fraction | None:
    years = [(day.quantity.dates or ("",))[0][:4] for day in (first, last)]
    return Fraction(int(years[1]) - int(years[0])) if all(y.isdigit() for y in years) and years[0] < years[1] else None


def _pair(
    figure: Figure, before: list[Claim], after: list[Claim], passage: Passage, text: Prose
) -> tuple[Claim, Claim] | None:
    end, language, folded = figure.claim.outer.end, text.language, passage.folded
    if language == "en" and not before and len(after) == 2:
        leads_on = _IN["en"].fullmatch(folded[after[0].outer.end : after[1].outer.start]) is not None
        return (after[0], after[1]) if leads_on and _AFTER["en"].fullmatch(folded[end : after[0].outer.start]) else None
    if not before:
        return None
    first = before[-1]
    if language == "en" and len(before) > 1 and not after and _LATER_STILL["en"].match(folded[end : end + 12]):
        return (
            (before[-2], first) if _JUST["en"].fullmatch(folded[first.outer.end : figure.claim.outer.start]) else None
        )
    if language == "zh" and (expiry := _expiry(after, passage, text)) is not None:
        return first, expiry
    if not after:
        return None
    second = after[0]
    gap = folded[end : second.outer.start]
    if any(first in span for span in ranges(passage, language) if len(span) > 1):
        return None
    if _LATER[language].fullmatch(gap):
        return first, second
    if language == "en" and _UNTIL["en"].fullmatch(gap) and len(before) == 1:
        return first, second
    lead = folded[first.outer.end : figure.claim.outer.start]
    if language == "en" and _AFTER["en"].fullmatch(gap) and _JUST["en"].fullmatch(lead):
        return first, second
    return None


def _expiry(after: list[Claim], passage: Passage, text: Prose) -> Claim | None:
    """The day on which what lasts so long is over, in this sentence or the next: 8月24日拘留期滿."""
    for place in (passage, *text.passages[passage.index + 1 : passage.index + 2]):
        if place.block == passage.block:
            for day in after if place is passage else place.dates[:1]:
                if _is_one(day) and _EXPIRED["zh"].match(place.folded[day.outer.end : day.outer.end + 16]):
                    return day
    return None


def _is_one(day: Claim) -> bool:
    """Whether it is told in figures, and is no span."""
    first, last = day.quantity.dates or ("", "")
    told = any(c.isdigit() or c in "一二三四五六七八九" for c in day.quote)
    of_a_month = "日" not in day.quote or "月" in day.quote  # 29日 may be of any
    return bool(first and last) and told and of_a_month and not SPAN.search(day.quote)
