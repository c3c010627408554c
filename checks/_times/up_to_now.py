"""What has existed, run or been so for so many years on the day of the draft."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import floor

from checks._times.events_in_time import FOUNDED
from checks._times.time_between import SPAN, spanned
from claims.model import Claim
from claims.prose import DATE_MARK, Figure, Passage, Prose
from claims.wordings import Wording

KNOWN = ("given", "ledger", "front-matter", "dateline")
_STANDING = Wording(zh=r"(?:{standing}){lasting_is}?(?:已|已经|有|了|约)*$")
_STANDING_AFTER = Wording(zh=r"^(?:的)?(?:{history})")
_UP_TO_NOW = Wording(zh=r"{up_to_now}[^，。；]{0,8}$")
_AGO = Wording(zh=rf"^前[，,]?(?:即|亦即|也就是)?(?:在|于|是)?{DATE_MARK}", en=rf"^ ago,? (?:in|on) {DATE_MARK}")
_AGO_AFTER = Wording(zh=rf"{DATE_MARK}[，,]?(?:即|也就是|距今)$", en=rf"{DATE_MARK},? (?:or )?(?:that is )?$")
_SINCE_AFTER = Wording(en=rf"^(?: [a-z' ]{{0,24}})?,? since (?:\w+ )?{DATE_MARK}")
_FOR = Wording(en=r"\b(?:for|over) $")
_TO_THIS_DAY = Wording(zh=r"[^，。；\d]{0,8}[，,]?{up_to_now}(?:已经|已|共|有|持续|历时|超过|逾|近|约|足足|连续)*")
_DAYS = ("day", "week")
_STEPPING_IN = Wording(zh=r"{entering}|{in_a_row}|第")
_LONGEST_GAP = 32
_LOOSE = 10
"""What years told as twenty or thirty are multiples of."""


def standing(figure: Figure, passage: Passage, text: Prose) -> tuple[Claim, tuple[Fraction, Fraction]] | None:
    """The date since which something is so many years old, and how many they may be on the draft's date."""
    if not passage.dates or text.ledger.date_source not in KNOWN:
        return None
    if figure.claim.quantity.unit in _DAYS:
        return _in_days(figure, passage, text)
    if figure.claim.quantity.unit != "year":
        return None
    day, ago = _since(figure, passage, text)
    if day is None or not _is_told_in_full(day):
        return None
    more = 1 if _STEPPING_IN[text.language].search(figure.left[-8:]) else 0
    if ago and (figure.claim.quantity.value or 1) % _LOOSE == 0:
        more = 1
    years = _passed(day, text.ledger.date)
    return None if years is None else (day, (years[0], years[1] + more))


def _in_days(figure: Figure, passage: Passage, text: Prose) -> tuple[Claim, tuple[Fraction, Fraction]] | None:
    """自6月9日至今已90天: counted in days to the day of the draft, one day more or less."""
    now = text.ledger.date
    days = [d for d in passage.dates if d.local.end <= figure.claim.local.start and _is_day(d)]
    if text.language == "en" or len(now) != 10 or not days:
        return None
    words = passage.folded[days[-1].outer.end : figure.claim.outer.start]
    found = spanned(*(days[-1].quantity.dates or ("", "")), now, now, figure.claim.quantity.unit or "")
    if found is None or _TO_THIS_DAY["zh"].fullmatch(words) is None:
        return None
    per = Fraction(1) if figure.claim.quantity.unit == "day" else Fraction(1, 7)
    return days[-1], (found[0] - per, found[1] + per)


def _is_day(day: Claim) -> bool:
    first, last = day.quantity.dates or ("", "")
    return first == last and len(first) == 10 and "月" in day.quote


def _is_told_in_full(day: Claim) -> bool:
    first, last = day.quantity.dates or ("", "")
    return bool(first) and first[:4] in day.quote and (not last or last[:4] == first[:4]) and not SPAN.search(day.quote)


def _passed(day: Claim, now: str) -> tuple[Fraction, Fraction] | None:
    """Whole years from a date to the draft's, and the same rounded; the least for a year alone is one less."""
    first, last = day.quantity.dates or ("", "")
    if first[5:] == "01-01" and (not last or last[5:] == "12-31"):
        years = Fraction(int(now[:4]) - int(first[:4]))
        return (max(years - 1, Fraction(0)), years) if years > 0 else None
    try:
        ends = (now, now) if len(now) == 10 else (f"{now[:4]}-01-01", f"{now[:4]}-12-31")
        found = spanned(first, last, *ends, "year") if date.fromisoformat(last) < date.fromisoformat(ends[1]) else None
    except ValueError:
        return None
    return None if found is None else (Fraction(floor(found[0])), Fraction(floor(found[1] + Fraction(1, 2))))


def _since(figure: Figure, passage: Passage, text: Prose) -> tuple[Claim | None, bool]:
    """The date that words tie to the age: founded in it, or so many years ago; and whether it is the latter."""
    start, end = figure.claim.outer.start, figure.claim.outer.end
    before, after = passage.words(passage.start, start), passage.words(end, passage.end)
    later = [d for d in passage.dates if d.local.start >= figure.claim.local.end]
    earlier = [d for d in passage.dates if d.local.end <= figure.claim.local.start]
    if later and _AGO[text.language].match(after):
        return later[0], True
    if earlier and _AGO_AFTER[text.language].search(before):
        ago = "前" if text.language == "zh" else " ago"
        return (earlier[-1] if after.startswith(ago) or before.endswith("距今") else None), True
    if text.language == "en":
        since = later and _SINCE_AFTER["en"].match(after) and _FOR["en"].search(before)
        return (later[0] if since else None), False
    if _STANDING["zh"].search(before) or _STANDING_AFTER["zh"].match(after):
        if len(passage.dates) == 1 and FOUNDED["zh"].search(before + after):
            return passage.dates[0], False
        founded = [d for d in earlier if FOUNDED["zh"].match(passage.words(d.outer.start, d.outer.end + 14))]
        if len(founded) == 1:
            return founded[0], False
    told_now = [d for d in earlier if _is_told_in_full(d)]
    if told_now and _UP_TO_NOW["zh"].search(before) and not after.startswith(("前", "后", "来")):
        gap = passage.folded[told_now[-1].outer.end : start]
        near = figure.previous is None or figure.previous.claim.local.end <= told_now[-1].local.start
        return (told_now[-1] if near and len(gap) <= _LONGEST_GAP and "；" not in gap else None), False
    return None, False
