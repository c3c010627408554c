"""What a mean is taken over, and which figure counts it: 平均每戶, "per ticket", 以3.2元的價格回購7萬股."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.labels import counter_of, stem
from claims.prose import Figure, Prose, in_list
from claims.wordings import Wording, sets_of, words_of

_EACH = Wording(
    zh=r"(?P<lead>[^，。；:：]*?)(?P<average>{average})?(?:每一?(?P<each>{measured_each}|人次|[一-鿿])|(?P<per>{per_each})均)"
    r"(?P<tail>[^，。；:：]*)$",
    en=r"^\s*(?:[a-z]+ )?(?:(?:per|each|apiece|for every|for each|to each|to every|for a|every)\b|an? "
    r"|to the (?=square ))"
    r"(?: ?(?P<each>(?:square )?[a-z]{3,}))?",
)
_LEAD_EMPTY = Wording(zh=r"(?:{equals}|{worked_out})约?")
"""Words before a mean that say how it was come by, not of what it is."""
_PRICE = Wording(zh=r"(?<!最[高低])(?:{offer_price}|均价|{average}价)(?:格)?(?:均|则)?(?:为|是|每股)?$")
_PRICE_AFTER = Wording(zh=r"^的价格?")
_ALL_ARE = Wording(zh=r"(?:均|都)[是为]$")
_EACH_FIRST = Wording(en=r"\b(?:each|every) (?P<each>[a-z]{3,}) (?:[a-z]+ ){0,3}$")
_ON_SHARES = Wording(en=r" (?:a share )?on ")
_AVERAGE_PRICE = Wording(en=r"^[^,;]{0,30}\bat an? average [a-z]+ of $")
_EACH_LAST = Wording(en=r"\s*(?:[a-z]+ )?(?:each|apiece)\b")
_YIELD = Wording(zh=r"(?P<lead>[^，。；:：]*?)(?:(?P<mu>亩)产|单产)[^，。；:：每]{0,2}$")
_PERSONS = Wording(zh=r"[一-鿿]{0,2}[人户生者]")
BARE = Wording(
    zh=r"(?:{average}(?:票|单|售|租|房|成交)?价|均价|{average}金额|{average}售价)(?:为|是|达|约)?$",
    en=r"(?:^|[,(]|\bor|[-~]) ?(?:or )?(?:at )?(?:an? |its |their )?{average_of}(?: [a-z]+){0,2}? ?(?:of |was |at )?$",
)
ON_AVERAGE = Wording(en=r"^\s*(?:[a-z]+ )?on average\b")
_ON = Wording(en=r"\b(?:to|on)\b")
EVERY_AFTER = Wording(en=r"^\s*(?:[a-z]+ )?(?:per|each|apiece|a (?:day|week|month|year|night|head)|to the square)\b")
ANYBODY = frozenset(["person", "head", "capita"])
"""Of whom any people told may be counted."""


class Each(NamedTuple):
    """What a mean is taken over, and the words on either side of the cue."""

    noun: str
    lead: str = ""
    tail: str = ""
    average: bool = False
    """Whether words call it an average."""


def each_of(mean: Figure, text: Prose) -> Each | None:
    """What words beside a figure, or its unit, make it a mean over; None where they do not."""
    return _each_zh(mean) if text.language == "zh" else _each_en(mean)


def _each_zh(mean: Figure) -> Each | None:
    words = mean.left
    match = _EACH["zh"].match(words)
    if match is None and mean.claim.quantity.kind == "money" and _is_price(mean):
        return Each("股")
    if match is None:
        crop = _YIELD["zh"].match(words)
        return Each("亩", crop["lead"]) if crop is not None and mean.claim.quantity.kind == "dimension" else None
    each = match["each"] or match["per"]
    if match["average"] is None and BARE["zh"].search(words):
        return None
    counted = mean.claim.quantity.kind == "count" and not match["average"] and not match["per"]
    if each == "股" and mean.claim.quantity.kind != "money":
        return None
    if counted and not mean.passage.figures[: mean.position]:
        return None
    lead = _LEAD_EMPTY["zh"].sub("", match["lead"])
    return Each(each, lead, match["tail"], bool(match["average"] or match["per"]))


def _is_price(mean: Figure) -> bool:
    """Whether words make it the price of a share of which so many are told beside it: 以3.2元的價格回購7萬股."""
    priced = _PRICE["zh"].search(mean.left) or _PRICE_AFTER["zh"].match(mean.right)
    return priced is not None and any(counter_of(f.claim) == "股" for f in mean.passage.figures)


def _each_en(mean: Figure) -> Each | None:
    if "/" in (mean.claim.quantity.unit or ""):
        return _each_of_unit(mean)
    right = mean.right
    match = _EACH["en"].match(right)
    if match is None:
        return _each_before(mean)
    if match["each"] is None:
        before = mean.previous
        if before is None or not _EACH_LAST["en"].match(right):
            return None
        pool = [f for f in mean.passage.figures[: mean.position] if f.claim.counted]
        whose = (
            pool[-2] if len(pool) > 1 and pool[-1] is before and not mean.claim.counted else pool[-1] if pool else None
        )
        money = mean.claim.quantity.kind == "money"  # $3 each is for what was counted last
        whose = pool[-1] if pool and money else whose
        return Each(whose.claim.counted.split()[-1]) if whose is not None else None
    said = (
        mean.claim.quantity.kind == "money"
        or re.match(r"\s*(?:[a-z]+ )?an? ", right) is None
        or BARE["en"].search(mean.left) is not None
    )
    return Each(match["each"], average=BARE["en"].search(mean.left) is not None) if said else None


def _each_before(mean: Figure) -> Each | None:
    """A mean whose noun leads up to it, or that is paid on so many shares."""
    if mean.claim.quantity.kind != "money":
        return None
    if mean.next is not None and _ON_SHARES["en"].fullmatch(mean.after) and mean.next.claim.counted == "shares":
        return Each("shares")
    match = _EACH_FIRST["en"].search(mean.left)
    return Each(match["each"]) if match is not None else None


def averaged_bare(mean: Figure, text: Prose) -> Figure | None:
    """The count just before an average that does not say of what: 2.6 million passengers at an average fare of $37."""
    count = mean.previous
    if text.language != "en" or mean.claim.quantity.kind != "money" or count is None or not is_count(count):
        return None
    said = _AVERAGE_PRICE["en"].search(mean.left) or ON_AVERAGE["en"].match(mean.right)
    return count if said and count.claim.counted and not in_list(count) else None


def _each_of_unit(mean: Figure) -> Each | None:
    """What a unit itself is taken over, if it is no time: $70/MWh; so much a day is a rate."""
    from claims import units

    each = (mean.claim.quantity.unit or "").partition("/")[2]
    known = each and not units.comparable(each, "day")
    return Each(each) if known else None


def counts_over(figure: Figure, each: Each, text: Prose) -> bool:
    """Whether a figure counts what a mean is over."""
    claim = figure.claim
    q = claim.quantity
    if (
        q.value is None
        or q.hedge not in (None, "about")
        or claim.statistic in ("difference", "growth", "share", "rate")
        or (claim.statistic == "mean" and _ALL_ARE["zh"].search(figure.left) is None)
    ):
        return False
    if q.kind in ("count", "number") and q.value.denominator > 1:
        return False
    if EVERY_AFTER[text.language].match(figure.right):
        return False
    if q.kind == "duration" and not each.average:
        return False  # so much a year is no mean
    if text.language == "zh":
        counters = next((s for s in sets_of("counted_by", "zh") if s[0] == each.noun), (each.noun,))
        if q.kind == "number":
            persons = each.noun in "人名户" and _PERSONS["zh"].match(figure.right) is not None
            return persons or re.search(f"{each.noun}[数次]?[为是达共]?$", figure.left) is not None
        return q.kind in ("count", "dimension", "duration") and counter_of(claim) in counters
    if q.kind in ("dimension", "duration"):
        return stem(q.unit_word) == stem(each.noun) or q.unit == each.noun
    if q.kind not in ("count", "number"):
        return False
    if each.noun in ANYBODY:
        return bool(claim.counted) and claim.counted.split()[-1].lower() in words_of("everyone", "en")
    own = _ON["en"].split(figure.right[:30], maxsplit=1)[0]  # two revisions to the aged relief are no aged parents
    noun = f"{claim.counted} {own}".lower()
    return stem(each.noun) in {stem(word) for word in re.findall(r"[a-z]+", noun)}


def is_count(figure: Figure) -> bool:
    q = figure.claim.quantity
    return q.kind in ("count", "number") and bool(q.value) and figure.claim.statistic not in ("mean", "growth", "rate")
