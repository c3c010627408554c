"""A mean with its count and its total, in any order: "$84 million, or $400 for each panel".

The words beside the mean say over what it is taken; a figure that counts just that is the count.
The total is the one figure near it that is measured as the mean is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.bare_shares import has_share
from claims.joints import parted
from claims.labels import called, counter_of, is_amount, keys, label, like, own_period, stem
from claims.prose import Figure, Passage, Prose, in_list
from claims.roles import is_level
from claims.wordings import Wording, sets_of, words_of

_EACH = Wording(
    zh=r"(?P<lead>[^，。；:：]*?)(?P<average>{average})?(?:每一?(?P<each>{measured_each}|人次|[一-鿿])|(?P<per>{per_each})均)"
    r"(?P<tail>[^，。；:：]*)$",
    en=r"^\s*(?:[a-z]+ )?(?:(?:per|each|apiece|for every|for each|to each|to every|for a|every)\b|an? |to the (?=square ))"
    r"(?: ?(?P<each>(?:square )?[a-z]{3,}))?",
)
_EACH_FIRST = Wording(en=r"\b(?:each|every) (?P<each>[a-z]{3,}) (?:[a-z]+ ){0,3}$")
_ON_SHARES = Wording(en=r" (?:a share )?on ")
_AVERAGE_PRICE = Wording(en=r"^[^,;]{0,30}\bat an? average [a-z]+ of $")
_EACH_LAST = Wording(en=r"\s*(?:[a-z]+ )?(?:each|apiece)\b")
_LEAD_EMPTY = Wording(zh=r"(?:{equals}|{worked_out})约?")
"""Words before a mean that say how it was come by, not of what it is."""
_YIELD = Wording(zh=r"(?P<lead>[^，。；:：]*?)(?:(?P<mu>亩)产|单产)[^，。；:：每]{0,2}$")
_BARE = Wording(
    zh=r"(?:{average}(?:票|单|售|租|房|成交)?价|均价|{average}金额|{average}售价)(?:为|是|达|约)?$",
    en=r"(?:^|[,(]|\bor|[-~]) ?(?:or )?(?:at )?(?:an? |its |their )?{average_of}(?: [a-z]+){0,2}? ?(?:of |was |at )?$",
)
_NO_MEAN = Wording(
    zh=r"{no_mean}|{threshold}", en=r"\b(?:up to|at least|at most|minimum|maximum|extra|another|more than|median)\b"
)
_FROM = Wording(en=r"^[^,.;]{0,24}\b{spread_over} (?:the |its |their |all |some )?$")
_EVERY = Wording(zh=r"每|{per_each}均", en=r"\b(?:every|each|per|average|averaging)\b")
_EVERY_AFTER = Wording(en=r"^\s*(?:[a-z]+ )?(?:per|each|apiece|a (?:day|week|month|year|night|head))\b")
_ON_AVERAGE = Wording(en=r"^\s*(?:[a-z]+ )?on average\b")
_BROUGHT = Wording(en=r"^[^,.;]{0,36}\b{brought_in} (?:[a-z]+ )?$")
_BESIDE = Wording(en=r"^[^.;]{0,30}(?:,|\(| -) (?:or |an average of |averaging )?$")
_BETWEEN_THEM = Wording(en=r"\bbetween them\b|\bin all\b|\bin total\b")
_PERSONS = Wording(zh=r"[一-鿿]{0,2}[人户生者]")
_SUPERLATIVE = Wording(zh=r"最", en=r"\b(?:[a-z]{3,}est|most|least|top|only|some|other)\b")
_NET = Wording(zh=r"净|市值", en=r"\bnet\b")
_TOTAL = Wording(zh=r"(?:(?<!公){mean_total}|总|{laid_out})[^，。；\d]{0,8}$", en=r"\b{mean_total}")
_OTHERS = Wording(zh=r"{averaged_otherwise}|{of_another}", en=r"\b(?:{averaged_otherwise}|{of_another})\b")
_RAISED = Wording(en=r"\b{took_in} $")
_KINDS = ("count", "number", "money", "dimension", "duration")
_SENTENCES = 2


class Mean(NamedTuple):
    """What a mean is of, over how many."""

    mean: Figure
    number: Figure
    total: Figure
    basis: str


def means(passage: Passage, text: Prose) -> Iterator[Mean]:
    """The means of a sentence whose count and total are told in it or in the one before."""
    if len(passage.figures) < 2 and not passage.index:
        return
    for mean in passage.figures:
        q = mean.claim.quantity
        if (
            is_known(mean)
            and q.kind in _KINDS[:4]
            and is_level(mean, text.language)
            and not _NO_MEAN[text.language].search(mean.left)
        ):
            found = _over(mean, text)
            if found is not None:
                yield found


def each_of(mean: Figure, text: Prose) -> Each | None:
    """What words beside a figure, or its unit, make it a mean over; None where they do not."""
    return _each_zh(mean) if text.language == "zh" else _each_en(mean)


def _over(mean: Figure, text: Prose) -> Mean | None:
    each = each_of(mean, text)
    if each is None:
        return _bare(mean, text)
    near = _near(mean, text)
    counts = [f for f in near if f is not mean and counts_over(f, each, text) and not is_listed(f, mean)]
    if len({f.claim.quantity.value for f in counts}) != 1:
        return None
    count = min(counts, key=lambda f: abs(f.index - mean.index))
    total = _total(mean, count, near, text)
    if total is None or not _same_things(mean, count, total, each, text):
        return None
    return Mean(mean, count, total, _basis(mean, count, total, text))


def is_known(figure: Figure) -> bool:
    """Whether it has a value, or both ends of a range."""
    q = figure.claim.quantity
    return bool(q.value) or (q.hedge == "range" and q.stated.low is not None and q.stated.high is not None)


def is_listed(figure: Figure, mean: Figure) -> bool:
    """Whether it is an entry of a list; $720 million is none in "$720 million, $180 each"."""
    return in_list(figure) and not (figure.next is mean and "、" not in mean.before)


class Each(NamedTuple):
    """What a mean is taken over, and the words on either side of the cue."""

    noun: str
    lead: str = ""
    tail: str = ""
    average: bool = False
    """Whether words call it an average."""


def _each_zh(mean: Figure) -> Each | None:
    words = mean.left
    match = _EACH["zh"].match(words)
    if match is None:
        crop = _YIELD["zh"].match(words)
        return Each("亩", crop["lead"]) if crop is not None and mean.claim.quantity.kind == "dimension" else None
    each = match["each"] or match["per"]
    if match["average"] is None and _BARE["zh"].search(words):
        return None
    counted = mean.claim.quantity.kind == "count" and not match["average"] and not match["per"]
    if each == "股" and mean.claim.quantity.kind != "money":
        return None
    if counted and not mean.passage.figures[: mean.position]:
        return None
    lead = _LEAD_EMPTY["zh"].sub("", match["lead"])
    return Each(each, lead, match["tail"], bool(match["average"] or match["per"]))


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
        return Each(pool[-1].claim.counted.split()[-1]) if pool else None
    said = (
        mean.claim.quantity.kind == "money"
        or re.match(r"\s*(?:[a-z]+ )?an? ", right) is None
        or _BARE["en"].search(mean.left) is not None
    )
    return Each(match["each"], average=_BARE["en"].search(mean.left) is not None) if said else None


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
    if text.language != "en" or mean.claim.quantity.kind != "money" or count is None or not _is_count(count):
        return None
    said = _AVERAGE_PRICE["en"].search(mean.left) or _ON_AVERAGE["en"].match(mean.right)
    return count if said and count.claim.counted and not in_list(count) else None


def _each_of_unit(mean: Figure) -> Each | None:
    """What a unit itself is taken over, if it is no time: $70/MWh; so much a day is a rate."""
    from claims import units

    each = (mean.claim.quantity.unit or "").partition("/")[2]
    known = each and not units.comparable(each, "day")
    return Each(each) if known else None


def _near(mean: Figure, text: Prose) -> list[Figure]:
    """The figures of its sentence, after those of the ones before in the paragraph."""
    passage = mean.passage
    found = [*passage.figures]
    for before in reversed(text.passages[max(0, passage.index - _SENTENCES) : passage.index]):
        if before.block == passage.block:
            found = [*before.figures, *found]
    return found


def counts_over(figure: Figure, each: Each, text: Prose) -> bool:
    claim = figure.claim
    q = claim.quantity
    if (
        q.value is None
        or q.hedge not in (None, "about")
        or claim.statistic in ("mean", "difference", "growth", "share", "rate")
    ):
        return False
    if q.kind in ("count", "number") and q.value.denominator > 1:
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
    if each.noun in ("person", "head", "capita"):
        return bool(claim.counted) and claim.counted.split()[-1].lower() in words_of("everyone", "en")
    noun = f"{claim.counted} {figure.right[:30]}".lower()
    return stem(each.noun) in {stem(word) for word in re.findall(r"[a-z]+", noun)}


def _total(mean: Figure, count: Figure, near: list[Figure], text: Prose) -> Figure | None:
    """The one figure measured as the mean is; where there are several, the one that words call the total."""
    found = [f for f in near if f is not mean and f is not count and may_be_total(f, mean, text)]
    found = [f for f in found if not is_listed(f, mean)]
    called = [f for f in found if is_called_total(f, text.language)]
    here = [f for f in found if f.passage is mean.passage]
    share = text.language == "zh" and counter_of(count.claim) == "股"
    for pool in (called,) if share else (called, here, found):
        if len(pool) == 1:
            return pool[0]
        if pool:
            return None
    return None


def may_be_total(figure: Figure, mean: Figure, text: Prose) -> bool:
    claim, own = figure.claim, mean.claim
    if not claim.quantity.value or claim.statistic in ("mean", "growth", "share", "rate"):
        return False
    if _EVERY[text.language].search(figure.left) or _EVERY_AFTER[text.language].match(figure.right):
        return False
    if _NET[text.language].search(figure.left[-24:]) or claim.quantity.value == own.quantity.value:
        return False
    beside = figure.next is mean or figure.previous is mean
    if (not beside and has_share(figure, text.language)) or _SUPERLATIVE[text.language].search(figure.left[-24:]):
        return False  # it is a part itself
    level = is_level(figure, text.language) and is_amount(claim)
    lead = figure.passage.folded[figure.passage.start : figure.claim.local.start]
    if not level and _RAISED[text.language].search(lead) is None:
        return False
    unit = (own.quantity.unit or "").partition("/")[0]
    if own.quantity.kind in ("count", "number"):
        return like(claim, own)
    return like(claim, own) or _same_dimension(claim.quantity.unit, unit)


def _same_dimension(unit: str | None, other: str | None) -> bool:
    from claims import units

    known = units.dimension(unit) if unit else None
    return known is not None and other is not None and other != "" and known == units.dimension(other)


def _same_things(mean: Figure, count: Figure, total: Figure, each: Each, text: Prose) -> bool:
    """Whether nothing says that the mean is of others, or of something else, than count and total are."""
    language = text.language
    if _OTHERS[language].search(mean.left) or periods_differ(mean, count, total):
        return False
    if _SUPERLATIVE[language].search(mean.left[-24:]):
        return False
    if language == "en":
        return total.passage is mean.passage and not parted(total, mean) and _same_noun(mean, total)
    if total.passage is not mean.passage and not is_called_total(total, language):
        own = keys(f"{each.lead}，{called(mean.claim)}", language)
        if not own & keys(label(total, language), language):
            return False
    known = keys(label(count, language) + "，" + label(total, language), language)
    told = [each.lead] if mean.position else []
    if not is_called_total(total, language):
        told.append(each.tail)
    for words in told:
        own = keys(words, language)
        if own and not own & known:
            return False
    return True


def is_of_others(mean: Figure, count: Figure, total: Figure, each: Each, text: Prose) -> bool:
    """Whether a mean told far from count and total names a group, or a thing, that neither is of."""
    language = text.language
    if _OTHERS[language].search(mean.left) or _SUPERLATIVE[language].search(mean.left[-24:]):
        return True
    if language == "en":
        own, other = mean.claim.counted, total.claim.counted
        counts = mean.claim.quantity.kind in ("count", "number")
        return counts and bool(own and other) and stem(own.split()[-1]) != stem(other.split()[-1])
    own_keys = keys(each.lead, language)
    known = keys(f"{label(count, language)}，{label(total, language)}", language)
    return bool(own_keys) and not own_keys & known


def of_others(mean: Figure, count: Figure, total: Figure, text: Prose) -> bool:
    """Whether the words of a Chinese mean name a group that neither count nor total is of: 管理層人均."""
    each = each_of(mean, text) if text.language == "zh" else None
    return each is not None and not _same_things(mean, count, total, each._replace(tail=""), text)


def _same_noun(mean: Figure, total: Figure) -> bool:
    """Whether mean and total count the same things; what is paid for or measured needs no noun."""
    if mean.claim.quantity.kind not in ("count", "number"):
        return True
    own, other = mean.claim.counted, total.claim.counted
    if own and other:
        return stem(own.split()[-1]) == stem(other.split()[-1])
    return abs(mean.position - total.position) <= 2


def periods_differ(*figures: Figure) -> bool:
    return len({period for f in figures if (period := own_period(f.claim))}) > 1


def _basis(mean: Figure, count: Figure, total: Figure, text: Prose) -> str:
    near = mean.passage is count.passage is total.passage
    return "stated" if near and is_called_total(total, text.language) else "inferred"


def is_called_total(figure: Figure, language: str) -> bool:
    """Whether words call it what all came to."""
    if language == "zh":
        start = figure.claim.local.start
        words = figure.passage.folded[max(0, start - 14) : start]
    else:
        words = f"{figure.before[-24:]} {figure.right[:12]}"
    return _TOTAL[language].search(words) is not None


def _bare(mean: Figure, text: Prose) -> Mean | None:
    """An average that does not say of what: of the one count in the sentence, and of the one total like it."""
    language = text.language
    if mean.claim.quantity.kind == "dimension" and "/" in (mean.claim.quantity.unit or ""):
        return None
    said = _BARE[language].search(mean.left) or _ON_AVERAGE[language].match(mean.right)
    if said is None or _OTHERS[language].search(mean.left) or _SUPERLATIVE[language].search(mean.left[-24:]):
        return None
    here = [f for f in mean.passage.figures if f is not mean and not parted(f, mean)]
    totals = [f for f in here if f.claim.quantity.kind == mean.claim.quantity.kind and may_be_total(f, mean, text)]
    if mean.claim.quantity.kind in ("count", "number"):
        return _spread(mean, text)
    counts = [f for f in here if f not in totals and _is_count(f)]
    if len(totals) != 1 or len(counts) != 1 or in_list(counts[0]) or in_list(totals[0]):
        return None
    return None if periods_differ(mean, *totals) else Mean(mean, counts[0], totals[0], "inferred")


def _is_count(figure: Figure) -> bool:
    q = figure.claim.quantity
    return q.kind in ("count", "number") and bool(q.value) and figure.claim.statistic not in ("mean", "growth", "rate")


def _beside(mean: Figure) -> bool:
    """Whether a comma alone parts the mean from the total that it is of."""
    return _BESIDE["en"].match(mean.before) is not None


def _spread(mean: Figure, text: Prose) -> Mean | None:
    """6,300 pupils in 14 schools, an average of 450: the figure that words spread the other one over."""
    first = mean.previous.previous if mean.previous is not None else None
    second = mean.previous
    if text.language != "en" or first is None or second is None or not _is_count(second) or not _is_count(first):
        return None
    if _BROUGHT["en"].match(second.before) and _beside(mean):
        return Mean(mean, first, second, "inferred") if may_be_total(second, mean, text) else None
    if _FROM["en"].match(second.before) and may_be_total(first, mean, text):
        return Mean(mean, second, first, "inferred")
    return Mean(mean, first, second, "inferred") if _BETWEEN_THEM["en"].search(second.right) else None
