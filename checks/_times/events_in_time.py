"""What began in one year and ended in another."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claims.interval import at_least
from claims.model import Claim, Relation
from claims.prose import DATE_MARK, Figure, Passage, Prose
from claims.wordings import Wording

_BEGAN = Wording(
    zh=r"^[^，。；]{0,8}?(?:{began})[^，。；]{0,6}[，、；]?[^，。；]{0,6}$",
    en=r"\b(?:{began})(?: work)?(?: [a-z]+){0,2}?(?: in| on)?\s*$",
)
_ENDED_ZH = Wording(zh=r"^[^，。；]{0,8}?(?:{ended_at})")
_ENDED_EN = Wording(
    en=r"^(?:,? and|,? but|,)? ?(?:it |he |she |was |were |which )*(?:{ended_at})(?: only)?(?: in| on)?\s*$"
)
_SO_LONG = Wording(
    zh=r"^[^，。；]{0,12}[，,](?:{all_of_it})?(?:{lasting}|{took_time}|{lasting_verb})+(?:{lasting_is})?$",
    en=r"^,? (?:(?:after|taking|it took|having taken|a total of|a span of|lasting|over)(?: {serving})?|an?)\s*$",
)
_TERM = Wording(en=r"^[ -](?:[a-z]+ )?(?:{terms_of_office})\b")
_SUBJECT = Wording(zh=r"[，；、](?!{events_go_on})[^，；、]{2,}$")
_LASTED = Wording(zh=r"(?:{lasting}|{took_time}|{lasting_verb})(?:{lasting_is})?$")
_OF_WORK = Wording(zh=r"", en=r"^(?: of (?:work|building|construction|works)\b|[.,;']|$)")
FOUNDED = Wording(zh=rf"{DATE_MARK}[^，。；]{{0,8}}(?:{{founded}})|(?:{{founded}})(?:于|在)?{DATE_MARK}")
_CELEBRATED = Wording(zh=r"(?:{anniversary})(?:其|了|创校|成立|建校|开业)?$")
_BORN = Wording(
    zh=r"^[^，。；]{0,4}?(?:{life_began})[^。；]{0,12}[，、；][^，。；]{0,4}$", en=r"\b(?:{life_began})(?: in| on)?\s*$"
)
_DIED_ZH = Wording(zh=r"^(?:在[^，。；]{1,8})?(?:{life_ended})")
_DIED_EN = Wording(en=r"^(?:,? and|,? but|,)? ?(?:he |she |was )*(?:{life_ended})(?: in| on)?\s*$")


def events(passage: Passage, text: Prose) -> Iterator[Relation]:
    """2015年動工，2013年落成: what ends before it began."""
    for first, second in zip(passage.dates, passage.dates[1:], strict=False):
        tied = _begins_and_ends(first, second, passage, text.language) or _a_life(first, second, passage, text.language)
        tied = tied and not _has_its_own_subject(first, second, passage, text.language)
        if tied and _years(first) and _years(second):
            quotes = [" ".join(d.quote.split()) for d in (first, second)]
            yield Relation(
                check="", form="duration", terms=(second.id, first.id), coefficients=(Fraction(1), Fraction(-1)),
                operator=">=", constant=at_least(0), cue=(passage.block, first.local.start, second.local.end),
                note={
                    "template": "events", "first": quotes[0], "second": quotes[1],
                    "statement": f"{quotes[0]} ≤ {quotes[1]}", "arithmetic": f"{quotes[0]} > {quotes[1]}",
                },
            )  # fmt: skip


def _has_its_own_subject(first: Claim, second: Claim, passage: Passage, language: str) -> bool:
    """Whether the clause of the second date begins with a subject: 項目2018年啟動，前期研究於2016年完成."""
    gap = passage.folded[first.outer.end : second.outer.start]
    return language == "zh" and _SUBJECT["zh"].search(gap) is not None


def anniversary(figure: Figure, passage: Passage, text: Prose) -> tuple[str, str] | None:
    """The first days of the year something was founded in and of that of its anniversary."""
    if text.language != "zh" or not figure.claim.quote.rstrip().endswith(("周年", "週年")):
        return None
    before = passage.words(passage.start, figure.claim.outer.start)
    years = sorted({y[0] for d in passage.dates if (y := _years(d)) and y[0] == y[1] and str(y[0]) in d.quote})
    if len(years) != 2 or not (FOUNDED["zh"].search(before) and _CELEBRATED["zh"].search(before)):
        return None
    return f"{years[0]:04}-01-01", f"{years[1]:04}-01-01"


def lasting_event(figure: Figure, passage: Passage, text: Prose) -> tuple[Claim, Claim] | None:
    """The beginning and the end whose distance a duration tells: 2016年開工，2021年建成，歷時五年."""
    dates = [d for d in passage.dates if d.local.start < figure.claim.local.start]
    if len(dates) < 2 or not _begins_and_ends(dates[-2], dates[-1], passage, text.language):
        return _told_first(figure, passage, text)
    gap = passage.folded[dates[-1].outer.end : figure.claim.outer.start]
    if _SO_LONG[text.language].match(gap) is None:
        return None
    if text.language == "en" and gap.strip(", ") == "after" and not _OF_WORK["en"].match(figure.right):
        return None
    if text.language == "en" and gap.strip(", ") in ("a", "an") and not _TERM["en"].match(figure.right):
        return None
    return dates[-2], dates[-1]


def _told_first(figure: Figure, passage: Passage, text: Prose) -> tuple[Claim, Claim] | None:
    """The only two dates of a sentence that tells first how long it took: 工期24個月，2022年6月開工，2024年6月竣工."""
    dates = [d for d in passage.dates if d.local.start >= figure.claim.local.end]
    if text.language == "en" or len(dates) != 2 or len(passage.dates) != 2:
        return None
    told = _LASTED["zh"].search(figure.left) is not None
    return (dates[0], dates[1]) if told and _begins_and_ends(dates[0], dates[1], passage, "zh") else None


def _begins_and_ends(first: Claim, second: Claim, passage: Passage, language: str) -> bool:
    gap = passage.folded[first.outer.end : second.outer.start]
    if language == "en":
        before = passage.folded[max(passage.start, first.outer.start - 40) : first.outer.start]
        return _BEGAN["en"].search(before) is not None and _ENDED_EN["en"].match(gap) is not None
    after = passage.folded[second.outer.end : min(passage.end, second.outer.end + 16)]
    return _BEGAN["zh"].match(gap) is not None and _ENDED_ZH["zh"].match(after) is not None


def _a_life(first: Claim, second: Claim, passage: Passage, language: str) -> bool:
    gap = passage.folded[first.outer.end : second.outer.start]
    if language == "en":
        before = passage.folded[max(passage.start, first.outer.start - 24) : first.outer.start]
        return _BORN["en"].search(before) is not None and _DIED_EN["en"].match(gap) is not None
    after = passage.folded[second.outer.end : min(passage.end, second.outer.end + 12)]
    return _BORN["zh"].match(gap) is not None and _DIED_ZH["zh"].match(after) is not None


def _years(day: Claim) -> tuple[int, int] | None:
    first, last = day.quantity.dates or ("", "")
    return (int(first[:4]), int(last[:4])) if first[:4].isdigit() and last[:4].isdigit() else None
