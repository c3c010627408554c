"""So much a year, for so many years, does not make the total.

"£2,000 a month for 12 months, £20,000 in all": twelve times 2,000 are 24,000.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks._blame.slip_of_the_pen import may_be_a_slip
from checks._judging.figures import quoted, write
from checks._times.spells import spell
from claims.labels import kind_key
from claims.model import Claim, Ledger, Relation
from claims.prose import Figure, prose
from claims.units import comparable
from claims.wordings import Wording

_KINDS = ("money", "count", "number", "dimension")
_UNIT_OF = {
    "年": "year", "年度": "year", "季": "quarter", "季度": "quarter", "月": "month", "月份": "month", "周": "week",
    "星期": "week", "日": "day", "天": "day", "小时": "hour", "year": "year", "annum": "year", "annual": "year",
    "annually": "year", "yearly": "year", "quarter": "quarter", "quarterly": "quarter", "month": "month",
    "monthly": "month", "week": "week", "weekly": "week", "day": "day", "daily": "day", "hour": "hour",
    "hourly": "hour",
}  # fmt: skip
_TIMES = {
    ("year", "month"): Fraction(12), ("year", "quarter"): Fraction(4), ("quarter", "month"): Fraction(3),
    ("week", "day"): Fraction(7), ("day", "hour"): Fraction(24), ("decade", "year"): Fraction(10),
}  # fmt: skip
"""How many of the second make one of the first; other pairs have no whole number."""
_RATE = Wording(
    zh=r"(?:每一?个?(?P<per>{period_unit})|(?P<short>[日月年])(?:{daily_made}))(?!均)[^，。；：\d]{0,12}$",
    en=r"\b(?P<per>annual|monthly|weekly|daily|quarterly|hourly|yearly) [a-z ]{1,30}(?:of|at|is|was)\s*$",
)
_RATE_AFTER = Wording(
    zh=r"^\s*[/／](?P<per>{period_unit})",
    en=r"^(?: [a-z-]+){0,3}? (?:(?:an?|per|each|every) (?P<per>{period_unit})|(?P<ly>{a_period}))\b",
)
_TOGETHER = Wording(zh=r"{total_last}$")
_DAILY_MEAN = Wording(zh=r"(?P<short>[日月年])均[^，。；：\d]{0,12}$")
_MEAN = Wording(zh=r"{rate_mean}", en=r"\b{rate_mean}\b")
"""A mean goes with the days it was taken over, which `mean-and-count` looks for; a bound with nothing."""
_OPEN = Wording(zh=r"{rate_open}", en=r"\b{rate_open}\b")
_THEN = Wording(
    zh=r"(?:个|的)?(?:{rate_joint})*[，,]?(?:{rate_joint})*",
    en=r"(?: [a-z-]+){0,6}?,? (?:for|over|during|in|across|throughout)(?: a| the| a period of)?(?: {full})? ?",
)
_TOTAL_ZH = Wording(zh=r"(?:里|内|期间|下来|来|间|后)?[，,]?(?:[^，。；]{0,4}?)(?:{total_last})[^，。；、]{0,6}")
_TOTAL = Wording(
    en=r"(?: [a-z-]+){0,4}?,? ?(?:{rate_or} )?(?:a |the )?(?:{rate_total})(?: cost| sum| bill)?(?: of| is| was)? ?"
)
_IN_A_YEAR = Wording(zh=r"[，,；](?:{of_a_year})(?:{total_last})[^，。；、]{0,6}")
_APPOSED = Wording(en=r"(?: [a-z-]+){0,4}, ")
"""36 batteries, three a month for 12 months."""
_LOOSE = Wording(en=r"(?: [a-z-]+){0,4}?,? (?:or|and|a total of)? ?")
_AFTER = Wording(en=r"^(?: [a-z-]+){0,2} {total_after}\b")
_LEAD = Wording(
    zh=r"(?:里|内|期间|间|来)?[，,]?[^，。；：]{0,8}",
    en=r"(?: [a-z-]+){0,5},?(?: [a-z-]+){0,8} ",
)


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each rate beside which a period and a total are told, in any of three orders."""
    text = prose(ledger)
    claims = {claim.id: claim for claim in ledger.claims}
    for passage in text.with_figures:
        if len(passage.figures) < 2:
            continue
        for rate in passage.figures:
            q = rate.claim.quantity
            if q.value is not None and (q.kind in _KINDS or "/" in (q.unit or "")):
                per = _per(rate, text.language)
                found = _around(rate, text.language) if per else None
                if per and found:
                    yield from _relation(rate, per, *found)
                elif per in ("month", "quarter") and text.language == "zh" and _in_a_year(rate):
                    yield from _of_times(rate, rate.next, 12 if per == "month" else 4)
                else:
                    yield from _loosely(rate, text.language, claims)


def _per(rate: Figure, language: str) -> str:
    """The unit of time that the figure is so much of, "" when it is none."""
    told = _told_per(rate, language)
    if not told or _MEAN[language].search(rate.left) or _OPEN[language].search(rate.passage.text):
        return ""
    return told


def _told_per(rate: Figure, language: str) -> str:
    told = (rate.claim.quantity.unit or "").partition("/")[2]
    if told:
        return told
    before = _RATE[language].search(rate.left) or _DAILY_MEAN[language].search(rate.left)
    words = rate.passage.folded[rate.claim.outer.end : rate.passage.end]
    after = _RATE_AFTER[language].match(words[:60])
    found = before or after
    if found is None:
        return ""
    return _UNIT_OF.get(next(word for word in found.groups() if word).lower(), "")


def _around(rate: Figure, language: str) -> tuple[Figure, Figure] | None:
    """The period and the total of a rate: both after it in either order, or the period before it."""
    first = rate.next
    second = first.next if first is not None else None
    if first is not None and second is not None:
        if _is_period(first) and _then(rate, first, language) and _is_total(first, second, rate, language):
            return first, second
        told_last = language == "en" and _is_period(second) and _then(first, second, language)
        if told_last and _is_total(rate, first, rate, language, strict=True):
            return second, first
    before = rate.previous
    if language == "en" and before is not None and first is not None and _is_period(first):
        apposed = _APPOSED["en"].fullmatch(_gap(before, rate)) and _alike(rate.claim, before.claim)
        if apposed and before.claim.quantity.value is not None and _then(rate, first, language):
            return first, before
    led = before is not None and _is_period(before) and _LEAD[language].fullmatch(_gap(before, rate))
    if before is not None and first is not None and led and _is_total(rate, first, rate, language, strict=True):
        return before, first
    return None


def _in_a_year(rate: Figure) -> bool:
    """每月撥款12萬元，全年合共120萬元: the total of a year that is no figure itself."""
    total = rate.next
    if total is None or total.claim.quantity.value is None or not _alike(rate.claim, total.claim):
        return False
    return _IN_A_YEAR["zh"].fullmatch(_gap(rate, total)) is not None


def _of_times(rate: Figure, total: Figure | None, times: int, basis: str = "stated") -> Iterator[Relation]:
    if total is None:
        return
    quotes = quoted(rate.claim), quoted(total.claim)
    made = write((rate.claim.quantity.value or Fraction(0)) * times, total.claim.quantity)
    yield Relation(
        check="", form="rate", terms=(rate.id, total.id), coefficients=(Fraction(times), Fraction(-1)), basis=basis,
        cue=(rate.passage.block, rate.clause_start, rate.claim.local.start), reason="mean",
        note={
            "template": "rate-of-year", "rate": quotes[0], "made": f"{quotes[0]} × {times} = {made}",
            "statement": f"{quotes[0]} × {times} = {quotes[1]}",
            "arithmetic": f"{quotes[0]} × {times} = {made} ≠ {quotes[1]}",
        },
    )  # fmt: skip


def _loosely(rate: Figure, language: str, claims: dict[str, Claim]) -> Iterator[Relation]:
    """A rate whose time and total stand beside it with no word that calls the total one."""
    per = _told_per(rate, language)
    if not per and rate.previous is not None and _TOGETHER[language].search(rate.left):
        per = _told_per(rate.previous, language)  # 每月繳3,672元，單位與職工合計7,344元
    found = spell(rate, per, language) if per and not _OPEN[language].search(rate.passage.text) else None
    if found is None:
        return
    if found.period is None:
        made = _of_times(rate, found.total, found.times, "inferred")
    else:
        made = _relation(rate, per, found.period, found.total, "inferred")
    for relation in made:
        if may_be_a_slip(relation, claims):
            yield relation


def _is_period(figure: Figure) -> bool:
    q = figure.claim.quantity
    return q.kind == "duration" and q.value is not None


def _gap(a: Figure, b: Figure) -> str:
    return a.passage.folded[a.claim.outer.end : b.claim.outer.start]


def _alike(rate: Claim, total: Claim) -> bool:
    """Whether the rate is so much of what the total is: $300 a month and $3,600, but 80 km/h and 240 km too."""
    unit = rate.quantity.unit or ""
    if "/" in unit:
        unit = unit.partition("/")[0]
        return unit == total.quantity.unit or (unit != "count" and comparable(unit, total.quantity.unit))
    left, right = kind_key(rate), kind_key(total)
    return left == right or (left[0] == right[0] == "count" and "" in (left[1], right[1]))


def _then(rate: Figure, period: Figure, language: str) -> bool:
    return _THEN[language].fullmatch(_gap(rate, period)) is not None


def _is_total(before: Figure, total: Figure, rate: Figure, language: str, strict: bool = False) -> bool:
    """Whether words make the figure the total of such rates: 共, "a total of", "in all"."""
    if total.claim.quantity.value is None or not _alike(rate.claim, total.claim):
        return False
    if _RATE_AFTER[language].match(total.passage.folded[total.claim.outer.end : total.passage.end][:60]):
        return False
    gap = _gap(before, total)
    if language == "zh":
        return _TOTAL_ZH["zh"].fullmatch(gap) is not None
    if _AFTER["en"].match(total.right) and _LOOSE["en"].fullmatch(gap):
        return True
    if strict:  # the words of the rate itself stand between
        gap = _RATE_AFTER["en"].sub("", gap, count=1)
    return _TOTAL["en"].fullmatch(gap) is not None


def _relation(rate: Figure, per: str, period: Figure, total: Figure, basis: str = "stated") -> Iterator[Relation]:
    """rate * period = total, the period brought to the unit of the rate."""
    unit = period.claim.quantity.unit or ""
    if unit == per:
        scale = Fraction(1)
    elif (unit, per) in _TIMES:
        scale = _TIMES[unit, per]
    elif (per, unit) in _TIMES:
        scale = 1 / _TIMES[per, unit]
    else:
        return
    yield Relation(
        check="", form="mean", terms=(rate.id, period.id, total.id), scale=scale, basis=basis, reason="mean",
        cue=(rate.passage.block, rate.clause_start, rate.claim.local.start),
    )  # fmt: skip
