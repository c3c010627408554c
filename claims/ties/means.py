"""A mean with its count and its total, in any order: "$84 million, or $400 for each panel".

The words beside the mean say over what it is taken; a figure that counts just that is the count.
The total is the one figure near it that is measured as the mean is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.labels import called, counter_of, is_amount, keys, label, like, own_period, stem
from claims.model import Claim
from claims.prose import Figure, Passage, Prose, in_list
from claims.ties.bare_shares import has_share
from claims.ties.joints import parted
from claims.ties.mean_over import ANYBODY, BARE, EVERY_AFTER, ON_AVERAGE, Each, counts_over, each_of, is_count
from claims.ties.roles import is_level
from claims.wordings import Wording

_SO_OFTEN = Wording(zh=r"每{period_unit}(?!.*每)")
_NO_MEAN = Wording(
    zh=r"{no_mean}|{threshold}", en=r"\b(?:up to|at least|at most|minimum|maximum|extra|another|more than|median)\b"
)
_FROM = Wording(en=r"^[^,.;]{0,24}\b{spread_over} (?:the |its |their |all |some )?$")
_EVERY = Wording(zh=r"每|{per_each}均", en=r"\b(?:every|each|per|average|averaging)\b")
_BROUGHT = Wording(en=r"^[^,.;]{0,36}\b{brought_in} (?:[a-z]+ )?$")
_BESIDE = Wording(en=r"^[^.;]{0,30}(?:,|\(| -) (?:or |an average of |averaging )?$")
_BETWEEN_THEM = Wording(en=r"\bbetween them\b|\bin all\b|\bin total\b")
_SUPERLATIVE = Wording(zh=r"最", en=r"\b(?:[a-z]{3,}est|most|least|top|only|some|other)\b")
_NET = Wording(zh=r"净|市值|[另再][^，。；]{0,8}$", en=r"\bnet\b")
_TOTAL = Wording(zh=r"(?:(?<!公){mean_total}|总|{laid_out})[^，。；\d]{0,8}$", en=r"\b{mean_total}")
_OTHERS = Wording(zh=r"{averaged_otherwise}|{of_another}", en=r"\b(?:{averaged_otherwise}|{of_another})\b")
_RAISED = Wording(en=r"\b{took_in} $")
_ONE_OF = Wording(zh=r"[首次末][批期轮场]")
"""The first batch is not all of it."""
_NEAR_WORDS = 8
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


def _over(mean: Figure, text: Prose) -> Mean | None:
    each = each_of(mean, text)
    if each is None:
        return _bare(mean, text)
    near = _near(mean, text)
    counts = [f for f in near if f is not mean and counts_over(f, each, text) and not is_listed(f, mean)]
    here = [f for f in counts if f.passage is mean.passage]
    counts = here if here or each.noun in ANYBODY else counts
    if len({f.claim.quantity.value for f in counts}) != 1:
        return None
    count = min(counts, key=lambda f: abs(f.index - mean.index))
    total = _total(mean, count, near, text)
    if total is None or not _same_things(mean, count, total, each, text):
        return None
    by_unit = text.language == "en" and "/" in (mean.claim.quantity.unit or "")
    if by_unit and mean.next is total and not is_called_total(total, text.language):
        return None  # £65 a tonne in the west, £48 in the east
    return Mean(mean, count, total, _basis(mean, count, total, text))


def is_known(figure: Figure) -> bool:
    """Whether it has a value, or both ends of a range."""
    q = figure.claim.quantity
    return bool(q.value) or (q.hedge == "range" and q.stated.low is not None and q.stated.high is not None)


def is_listed(figure: Figure, mean: Figure) -> bool:
    """Whether it is an entry of a list; $720 million is none in "$720 million, $180 each"."""
    return in_list(figure) and not (figure.next is mean and "、" not in mean.before)


def _near(mean: Figure, text: Prose) -> list[Figure]:
    """The figures of its sentence, after those of the ones before in the paragraph."""
    passage = mean.passage
    found = [*passage.figures]
    for before in reversed(text.passages[max(0, passage.index - _SENTENCES) : passage.index]):
        if before.block == passage.block:
            found = [*before.figures, *found]
    return found


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
    if not claim.quantity.value or not _is_measured_alike(claim, own):
        return False
    often = _is_as_often(figure, mean)
    if claim.statistic in ("mean", "growth", "share", "rate") and not often:
        return False
    if (_EVERY[text.language].search(figure.left) and not often) or EVERY_AFTER[text.language].match(figure.right):
        return False
    if _NET[text.language].search(figure.left[-24:]) or claim.quantity.value == own.quantity.value:
        return False
    beside = figure.next is mean or figure.previous is mean
    if (not beside and has_share(figure, text.language)) or _SUPERLATIVE[text.language].search(figure.left[-24:]):
        return False  # it is a part itself
    if _NO_MEAN[text.language].search(figure.left[-24:]) or _ONE_OF["zh"].search(figure.left[-_NEAR_WORDS:]):
        return False
    level = is_level(figure, text.language) and (often or is_amount(claim))
    lead = figure.passage.folded[figure.passage.start : figure.claim.local.start]
    return level or _RAISED[text.language].search(lead) is not None


def _is_measured_alike(claim: Claim, mean: Claim) -> bool:
    if like(claim, mean):
        return True
    unit = (mean.quantity.unit or "").partition("/")[0]
    return mean.quantity.kind not in ("count", "number") and _same_dimension(claim.quantity.unit, unit)


def _is_as_often(figure: Figure, mean: Figure) -> bool:
    """Whether both are so much a month: 每月補貼63,000元 for five, 每名每月12,600元."""
    spans = _SO_OFTEN["zh"].search(figure.left), _SO_OFTEN["zh"].search(mean.left)
    return spans[0] is not None and spans[1] is not None and spans[0].group() == spans[1].group()


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
        before = total.previous
        if total.next is count and before is not None and " and " in count.before and is_count(before):
            return False  # 20 buses for $8 million and 30 vans at $40,000 each
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
    if not mean.position and mean.next is total:
        return False
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
    priced = text.language == "zh" and "每" not in mean.left and "/" not in (mean.claim.quantity.unit or "")
    bare = priced and counter_of(count.claim) == "股"  # a price need not be that of these shares
    return "stated" if near and not bare and is_called_total(total, text.language) else "inferred"


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
    said = BARE[language].search(mean.left) or ON_AVERAGE[language].match(mean.right)
    if said is None or _OTHERS[language].search(mean.left) or _SUPERLATIVE[language].search(mean.left[-24:]):
        return None
    here = [f for f in mean.passage.figures if f is not mean and not parted(f, mean)]
    totals = [f for f in here if f.claim.quantity.kind == mean.claim.quantity.kind and may_be_total(f, mean, text)]
    if mean.claim.quantity.kind in ("count", "number"):
        return _spread(mean, text)
    counts = [f for f in here if f not in totals and is_count(f)]
    if len(totals) != 1 or len(counts) != 1 or in_list(counts[0]) or in_list(totals[0]):
        return None
    return None if periods_differ(mean, *totals) else Mean(mean, counts[0], totals[0], "inferred")


def _beside(mean: Figure) -> bool:
    """Whether a comma alone parts the mean from the total that it is of."""
    return _BESIDE["en"].match(mean.before) is not None


def _spread(mean: Figure, text: Prose) -> Mean | None:
    """6,300 pupils in 14 schools, an average of 450: the figure that words spread the other one over."""
    first = mean.previous.previous if mean.previous is not None else None
    second = mean.previous
    if text.language != "en" or first is None or second is None or not is_count(second) or not is_count(first):
        return None
    if _BROUGHT["en"].match(second.before) and _beside(mean):
        return Mean(mean, first, second, "inferred") if may_be_total(second, mean, text) else None
    if _FROM["en"].match(second.before) and may_be_total(first, mean, text):
        return Mean(mean, second, first, "inferred")
    return Mean(mean, first, second, "inferred") if _BETWEEN_THEM["en"].search(second.right) else None
