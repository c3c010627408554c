"""Quantities that nature, a calendar or a definition bounds: probabilities, turnouts, pH, latitudes, hours of a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from claims.labels import is_amount
from claims.prose import Figure, Passage, Prose
from claims.ties.clocks import clocks
from claims.wordings import Wording


class Bound(NamedTuple):
    """The most that a figure can be, and why in the draft's language; `basis` as in a relation."""

    figure: Figure
    highest: Fraction
    because: str
    basis: str = "stated"


_RATE = Wording(
    zh=r"(?:{bounded_rate})(?:{only})?(?:{rate_links})?$",
    en=r"\b(?:{bounded_rate})(?: rates?)?(?: of [a-z ]{1,24})?(?: only| just)? (?:{rate_links})\s*$",
)
_CHANCE = Wording(
    zh=r"(?:{chance})(?:{only})?(?:{rate_links})?$",
    en=r"\bprobability(?: (?:of|that) [^,.;]{1,40}?)? (?:{rate_links})\s*$",
)
_PH = re.compile(
    r"(?<![A-Za-z])pH(?:值|度)?(?: of [a-z ]{1,30}?)?\s?(?:为|是|约|达到?|=|of|was|is|at)*\s?$", re.IGNORECASE
)
_LATITUDE = Wording(zh=r"[南北]纬(?:约|为)?$", en=r"\blatitude (?:of )?$")
_LONGITUDE = Wording(zh=r"[东西]经(?:约|为)?$", en=r"\blongitude (?:of )?$")
_POLE = re.compile(r"^(?: degrees?)? (?:north|south)\b(?! of)")
_EACH_DAY = re.compile(r"每[天日][^，。；\d]{0,8}$")
_MOST_IN = {"hour/day": 24, "day/week": 7, "day/year": 366, "week/year": 53, "month/year": 12, "minute/hour": 60}
_BECAUSE = {
    "zh": {
        "rate": "這個比率不能超過100%", "share": "當中的一部分不能超過全部",
        "used": "使用率遠超100%，並不尋常", "chance": "概率不能超過{most}", "ph": "pH值一般不超過14",
        "angle": "緯度不超過90度，經度不超過180度", "time": "一段時間裏沒有這麼多小時或日子",
        "clock": "鐘面上沒有這個時間",
    },
    "en": {
        "rate": "this rate cannot be more than 100%", "share": "some of them cannot be more than all of them",
        "used": "so much more than all of it is hardly in use", "chance": "a probability cannot be more than {most}",
        "ph": "the pH of a solution hardly exceeds 14", "angle": "latitudes end at 90 degrees, longitudes at 180",
        "time": "there are not so many in that time", "clock": "no clock shows that time",
    },
}  # fmt: skip
_OF_THEM = Wording(
    zh=r"^的?(?:{those_asked})",
    en=r"^ of (?:the |all |its |their |our |those |these )?(?:[a-z-]+ ){0,2}?"
    r"(?:{everyone}|{whole_things}|them|forms|orders|trains)\b",
)
_HAS = Wording(zh=r"(?:只|仅|约)?有$", en=r"\bor $")
_COUNTED = Wording(en=r"^(?: [a-z]+){0,2}, or $")
_DOES = Wording(zh=r"^(?:在|的人|认为|表示|获|没有|曾|能)", en=r"^[,.;]")
_USED = Wording(zh=r"{rate_of_use}", en=r"\b{rate_of_use}\b")
_FULL = 200
"""Percentage of what there is that may be in use, with beds in corridors and passengers on their feet."""


def bounded(passage: Passage, text: Prose) -> Iterator[Bound]:
    """A bound for each figure of the sentence that words set one for."""
    because = _BECAUSE[text.language]
    for figure in passage.figures:
        q = figure.claim.quantity
        if q.value is None or q.value <= 1:
            continue
        if q.unit == "degree":
            yield from _place(figure, text.language)
            continue
        if q.kind not in ("percent", "number", "duration"):
            continue
        left = figure.left
        if q.kind == "percent" and q.value > 100 and q.direction is None and figure.claim.statistic != "growth":
            if _CHANCE[text.language].search(left):
                yield Bound(figure, Fraction(100), because["chance"].format(most="100%"))
            elif _RATE[text.language].search(left):
                yield Bound(figure, Fraction(100), because["rate"])
            elif _is_share(figure, text.language):
                yield Bound(figure, Fraction(100), because["share"], "inferred")
            elif q.value > _FULL and _USED[text.language].search(
                passage.folded, passage.start, figure.claim.outer.start
            ):
                yield Bound(figure, Fraction(_FULL), because["used"], "inferred")
        elif q.kind == "number" and not q.scale_word and q.unit is None:
            if "ph" in left.lower() and _PH.search(left):
                yield Bound(figure, Fraction(14), because["ph"], "inferred")
            elif _CHANCE[text.language].search(left) and not re.match(r"\s*(?:in|to|out|per|/|成|比|:)", figure.right):
                yield Bound(figure, Fraction(1), because["chance"].format(most="1"), "inferred")
        elif q.unit is not None and q.unit in _MOST_IN:
            yield Bound(figure, Fraction(_MOST_IN[q.unit]), because["time"])
        elif q.kind == "duration" and q.unit == "hour" and q.value < 100 and _EACH_DAY.search(left):
            yield Bound(figure, Fraction(24), because["time"])
    yield from _clock(passage, text)


def _is_share(figure: Figure, language: str) -> bool:
    """Whether so many per cent are some of those told: 97% of forms, 62 students, or 97%, 有95%在30分鐘內."""
    if _OF_THEM[language].match(figure.right):
        return True
    if not _HAS[language].search(figure.left) or not _DOES[language].match(figure.after):
        return False
    if language == "zh":
        return True
    counted = figure.previous
    if counted is None or counted.claim.quantity.direction or not is_amount(counted.claim):
        return False
    return counted.claim.quantity.kind in ("count", "number") and _COUNTED["en"].match(figure.before) is not None


def _place(figure: Figure, language: str) -> Iterator[Bound]:
    """Degrees of latitude and longitude, whatever the grammar took the degrees for."""
    if _LATITUDE[language].search(figure.left) or (language == "en" and _POLE.match(figure.right)):
        if figure.claim.quote.rstrip().endswith(("度", "°", "degrees")) or "degree" in figure.right[:9]:
            yield Bound(figure, Fraction(90), _BECAUSE[language]["angle"])
    elif _LONGITUDE[language].search(figure.left):
        yield Bound(figure, Fraction(180), _BECAUSE[language]["angle"])


def _clock(passage: Passage, text: Prose) -> Iterator[Bound]:
    """25時10分, 13時70分: the figure in it that is too high."""
    if text.language != "zh" or "分" not in passage.text or "时" not in passage.text:
        return
    for clock in clocks(passage.folded, passage.start, passage.end, "zh"):
        if passage.folded[clock.end - 1] != "分" or (clock.hour <= 24 and clock.minute <= 59):
            continue
        for figure in passage.figures:
            inside = clock.start <= figure.claim.local.start and figure.claim.local.end <= clock.end
            value = figure.claim.quantity.value
            if inside and value in (clock.hour, clock.minute):
                most = 24 if value == clock.hour and clock.hour > 24 else 59
                yield Bound(figure, Fraction(most), _BECAUSE["zh"]["clock"])
                break
