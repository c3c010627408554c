"""Whether a figure is a total, a mean, a share, a rate or a change of what it measures.

A plain amount has no statistic: one is told by words, never by what the amount is of.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from claims.context.coordinates import Coordinates
from claims.context.vocabulary import Vocabulary, vocabulary
from claims.model import Quantity
from claims.prose import Figure

_EACH_ZH = re.compile(r"每一?[㐀-鿿]{1,2}$")
_RATE_ZH = re.compile(
    r"(?:(?<!增长)率|[㐀-鿿](?<![占同环对相与])比)(?:仅|已|只|约|高|低)?(?:为|是|达|达到|高达|有|超过|逾)?(?:约|近)?$"
)
_LEVEL_ZH = re.compile(r"[至到]\s*$|[至到]了?(?:约|近)?$")
_MORE_ZH = re.compile(r"(?:较|(?<![占同环对])比)[^，]*[多少][㐀-鿿]?$")
_TOTAL_ZH = re.compile(r"(?<!生产)总(?![裁理部统监书台会干经局工体])")
"""总 of a sum, not of an office; a gross product is a measure that any place has, and says nothing of parts."""
_BY_EN = re.compile(
    r"\b(?:rose|fell|grew|increased|decreased|declined|dropped|climbed|narrowed|widened|shrank|cut|raised|rise|fall)\b"
    r"(?:\s\w+){0,2}\s+by\s*$"
)
_BY_AVERAGE_EN = re.compile(r"\bby (?:an? |the )?(?:average|total|further|record) (?:of )?$")
_CUT_BY_EN = re.compile(r"\b(?:cut|cutting|reduce|lower|raise|boost|slash|trim|lift)\b.* by $")
_CHANGE_OF_EN = re.compile(r"\b(?:increase|rise|fall|drop|decrease|decline|gain|reduction|improvement) of $")
_MORE_EN = re.compile(r"^\s*(?:more|higher|above|ahead|fewer|less|lower|below) (?:than|on|from)\b")
_BASES = ("from ", "with ", "to ", "against ", "versus ")
_EACH_EN = re.compile(r"\s*(?:per (?!cent)|each\b|apiece\b|a (?:head|share|person|piece)\b|[a-z]+ per (?!cent))")
_HEAD_EN = re.compile(r"\W*(?:(?:and|but|while|the|its|their|an?) )*(?:average|mean|median) ")
_BASE_EN = re.compile(r"\b(?:from|compared (?:with|to)|against|versus) $")
_MADE_UP_EN = re.compile(r"\b(?:made|makes?|making) up $")
_DOES_EN = re.compile(r"\s*(?:[a-z]+ed|own|rent|live|work|use|say|said|are|were|have|had|hold|held|walk|cycle)\b")
_OF = re.compile(r"\s*(?:的|of\b|以上的|以下的)")
_REACH_ZH = 10
"""Characters before a figure that tell its statistic."""
_LISTED = frozenset(["、", "和", "及", "与", "以及", "and", ",", "，", ", and", "or"])


def is_listed(figure: Figure) -> bool:
    """Whether it follows the figure before it with nothing but the sign of a list between."""
    previous = figure.previous
    return previous is not None and figure.before.strip() in _LISTED


def lead_of(figure: Figure) -> str:
    """The words before a figure; a change that is part of a name, as in 流失率, is none of the figure's own."""
    claim = figure.claim
    if claim.quantity.direction is None:
        return figure.left
    passage, start, end = figure.passage, claim.outer.start, claim.local.start
    if start == end or "率" not in passage.folded[start:end]:
        return figure.left
    return figure.left + passage.words(start, end)


def statistic_of(figure: Figure, left: str, words: Vocabulary, language: str, before: Coordinates | None) -> str | None:
    """One of `claims.model.STATISTICS`, None for a plain amount; `before` is where the figure before it stands."""
    q = figure.claim.quantity
    kind = q.kind
    if kind == "multiple":
        return "multiple"
    if kind == "point":
        return "difference"
    previous = figure.previous
    same = before if previous is not None and previous.claim.quantity.kind == kind else None
    found = (_chinese if language == "zh" else _english)(figure, left, q, words, same)
    if found is None and same is not None and same.statistic and is_listed(figure):
        return same.statistic
    return found


class _Near(NamedTuple):
    """What the last words before a Chinese figure say."""

    mean: bool
    growth: bool
    difference: bool
    more: bool
    rate: bool
    near_rate: bool
    share: bool
    total: bool
    level: bool
    aside: bool


_NOTHING = _Near(*[False] * 10)


@lru_cache(maxsize=4096)
def _near(near: str) -> _Near:
    """Few wordings stand right before most figures of a draft."""
    words = vocabulary("zh")
    has = words.statistics
    return _Near(
        mean=has["mean"].search(near) is not None or _EACH_ZH.search(near) is not None,
        growth=has["growth"].search(near) is not None,
        difference=words.difference_last.search(near) is not None,
        more=_MORE_ZH.search(near) is not None,
        rate=_RATE_ZH.search(near) is not None,
        near_rate=words.rate_near.search(near) is not None,
        share=has["share"].search(near) is not None,
        total=has["total"].search(near) is not None or _TOTAL_ZH.search(near) is not None,
        level=_LEVEL_ZH.search(near.rstrip("约近 ")) is not None,
        aside=_opens_aside(near),
    )


def _chinese(figure: Figure, left: str, q: Quantity, words: Vocabulary, same: Coordinates | None) -> str | None:
    near = _near(left[-_REACH_ZH:])
    percent = q.kind == "percent"
    if near == _NOTHING and not percent and q.direction is None and (q.unit is None or "/" not in q.unit):
        return "mean" if _is_for_each(figure) else None
    if near.mean or (q.unit and "/" in q.unit) or _is_for_each(figure):
        if percent and (q.direction or near.growth):
            return "growth"
        return "difference" if q.direction and _MORE_ZH.search(left) else "mean"
    if percent:
        return _chinese_percent(figure, left, words, same, near)
    if q.direction or near.difference or near.more:
        return "difference"
    if q.kind == "number" and near.rate:
        return "rate"
    return "total" if near.total else None


def _is_for_each(figure: Figure) -> bool:
    """每10股派发…: what is given for each so many of the things counted just before."""
    previous = figure.previous
    return previous is not None and previous.clause_start == figure.clause_start and previous.before.endswith("每")


def _chinese_percent(figure: Figure, left: str, words: Vocabulary, same: Coordinates | None, near: _Near) -> str | None:
    if near.rate:
        return "rate"
    if left.lstrip().startswith("占"):
        return "share"
    if near.growth or figure.claim.quantity.direction:
        if not near.level:
            return "growth"
        if same is not None and same.statistic in ("rate", "share"):
            return same.statistic  # 由46.2%升至47.8%
        if "率" in left:
            return "rate"
        return "share" if words.statistics["share"].search(left) else "growth"
    if near.near_rate:
        return "rate"
    return "share" if near.share or near.aside or _OF.match(figure.right) else None


class _Lead(NamedTuple):
    """What the words before an English figure say."""

    low: str
    """The last of them, in lower case, with a space behind."""
    cues: frozenset[str]
    """The statistics that these speak of."""
    head: bool
    """Whether words further back begin with those of a mean: the average price of the rest is expected to be."""


@lru_cache(maxsize=4096)
def _lead(left: str) -> _Lead:
    tokens = left.split()
    low = " ".join(tokens[-6:]).lower() + " "
    return _Lead(low, _cues(low), len(tokens) > 6 and _HEAD_EN.match(left.lower()) is not None)


@lru_cache(maxsize=4096)
def _cues(near: str) -> frozenset[str]:
    return frozenset(vocabulary("en").cues.of(near))


class _Behind(NamedTuple):
    """What the words behind an English figure say."""

    each: bool
    more: bool
    of: bool


@lru_cache(maxsize=2048)
def _behind(right: str) -> _Behind:
    return _Behind(_EACH_EN.match(right) is not None, _MORE_EN.match(right) is not None, _OF.match(right) is not None)


def _english(figure: Figure, left: str, q: Quantity, words: Vocabulary, same: Coordinates | None) -> str | None:
    low, cues, head = _lead(left)
    percent = q.kind == "percent"
    behind = _behind(figure.right)
    if same is not None and low.endswith(_BASES) and _BASE_EN.search(low):
        if same.statistic in ("rate", "share", "mean"):
            return same.statistic
        if percent and same.statistic is None:
            return None
    if "mean" in cues or (q.unit and "/" in q.unit):
        if percent:
            return "growth" if q.direction or "growth" in cues else "mean"
        return "difference" if _BY_AVERAGE_EN.search(low) else "mean"
    if behind.each:
        return "mean"
    if percent:
        return _english_percent(figure, q, words, cues, low, behind)
    if q.direction or (low.endswith("by ") and _BY_EN.search(low)) or behind.more:
        return "difference"
    if low.endswith("of ") and _CHANGE_OF_EN.search(low):
        return "difference"
    if head:
        return "mean"
    return "total" if "total" in cues else None


def _english_percent(
    figure: Figure, q: Quantity, words: Vocabulary, cues: frozenset[str], low: str, behind: _Behind
) -> str | None:
    if low.endswith("up ") and _MADE_UP_EN.search(low):
        return "share"
    if low.endswith(("to ", "from ")) and "growth" in cues:
        return "rate" if "rate" in cues else None  # fell from 14 % to 11 %
    if q.direction or "growth" in cues or (low.endswith("by ") and _CUT_BY_EN.search(low)):
        return "growth"
    if "rate" in cues and words.rate_near.search(low):
        return "rate"
    if "share" in cues or behind.of or _opens_aside(low):
        return "share"
    opens = not low.strip() or low.split()[-1] in ("and", "while", "but", "another", "some", "with")
    return "share" if opens and _DOES_EN.match(figure.right) else None


def _opens_aside(near: str) -> bool:
    return near.rstrip().endswith(("(", "（", "、", "-"))
