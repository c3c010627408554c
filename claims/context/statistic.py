"""Whether a figure is a total, a mean, a share, a rate or a change of what it measures.

A plain amount has no statistic: one is told by words, never by what the amount is of.
"""

from __future__ import annotations

import re

from claims.context.coordinates import Coordinates
from claims.context.vocabulary import Vocabulary
from claims.model import Quantity
from claims.prose import Figure

_EACH_ZH = re.compile(r"每一?[㐀-鿿]{1,2}$")
_RATE_ZH = re.compile(
    r"(?:(?<!增长)率|[㐀-鿿](?<![占同环对相与])比)(?:仅|已|只|约|高|低)?(?:为|是|达|达到|高达|有|超过|逾)?(?:约|近)?$"
)
_LEVEL_ZH = re.compile(r"[至到]\s*$|[至到]了?(?:约|近)?$")
_MORE_ZH = re.compile(r"(?:较|(?<![占同环对])比)[^，]*[多少][㐀-鿿]?$")
_NO_TOTAL = "生产总值"
"""The name of a measure that any place and trade has, which says nothing of parts."""
_BY_EN = re.compile(
    r"\b(?:rose|fell|grew|increased|decreased|declined|dropped|climbed|narrowed|widened|shrank|cut|raised|rise|fall)\b"
    r"(?:\s\w+){0,2}\s+by\s*$"
)
_BY_AVERAGE_EN = re.compile(r"\bby (?:an? |the )?(?:average|total|further|record) (?:of )?$")
_CUT_BY_EN = re.compile(r"\b(?:cut|cutting|reduce|lower|raise|boost|slash|trim|lift)\b.* by $")
_CHANGE_OF_EN = re.compile(r"\b(?:increase|rise|fall|drop|decrease|decline|gain|reduction|improvement) of $")
_MORE_EN = re.compile(r"^\s*(?:more|higher|above|ahead|fewer|less|lower|below) (?:than|on|from)\b")
_EACH_EN = re.compile(r"\s*(?:per (?!cent)|each\b|apiece\b|a (?:head|share|person|piece)\b|[a-z]+ per (?!cent))")
_BASE_EN = re.compile(r"\b(?:from|compared (?:with|to)|against|versus) $")
_MADE_UP_EN = re.compile(r"\b(?:made|makes?|making) up $")
_DOES_EN = re.compile(r"\s*(?:[a-z]+ed|own|rent|live|work|use|say|said|are|were|have|had|hold|held|walk|cycle)\b")
_OF = re.compile(r"\s*(?:的|of\b|以上的|以下的)")
_LISTED = frozenset(["、", "和", "及", "与", "以及", "and", ",", "，", ", and", "or"])


def is_listed(figure: Figure) -> bool:
    """Whether it follows the figure before it with nothing but the sign of a list between."""
    previous = figure.previous
    return previous is not None and figure.before.strip() in _LISTED


def lead_of(figure: Figure) -> str:
    """The words before a figure; a change that is part of a name, as in 流失率, is none of the figure's own."""
    claim, passage = figure.claim, figure.passage
    if claim.quantity.direction is None or "率" not in passage.folded[claim.outer.start : claim.local.start]:
        return figure.left
    return figure.left + passage.words(claim.outer.start, claim.local.start)


def statistic_of(figure: Figure, left: str, words: Vocabulary, language: str, before: Coordinates | None) -> str | None:
    """One of `claims.model.STATISTICS`, None for a plain amount; `before` is where the figure before it stands."""
    q = figure.claim.quantity
    if q.kind == "multiple":
        return "multiple"
    if q.kind == "point":
        return "difference"
    same = before is not None and figure.previous is not None and figure.previous.claim.quantity.kind == q.kind
    found = (_chinese if language == "zh" else _english)(figure, left, q, words, before if same else None)
    if found is None and same and before is not None and before.statistic and is_listed(figure):
        return before.statistic
    return found


def _chinese(figure: Figure, left: str, q: Quantity, words: Vocabulary, same: Coordinates | None) -> str | None:
    near = left[-10:]
    has = words.statistics
    percent = q.kind == "percent"
    if has["mean"].search(near) or (q.unit and "/" in q.unit) or _EACH_ZH.search(near) or _is_for_each(figure):
        if percent and (q.direction or has["growth"].search(near)):
            return "growth"
        return "difference" if q.direction and _MORE_ZH.search(left) else "mean"
    if percent:
        return _chinese_percent(figure, left, q, words, same, near)
    if q.direction or words.difference_last.search(near) or _MORE_ZH.search(near):
        return "difference"
    if q.kind == "number" and _RATE_ZH.search(near):
        return "rate"
    return "total" if has["total"].search(near.replace(_NO_TOTAL, "")) else None


def _is_for_each(figure: Figure) -> bool:
    """每10股派发…: what is given for each so many of the things counted just before."""
    previous = figure.previous
    return previous is not None and previous.before.endswith("每") and previous.clause_start == figure.clause_start


def _chinese_percent(
    figure: Figure, left: str, q: Quantity, words: Vocabulary, same: Coordinates | None, near: str
) -> str | None:
    has = words.statistics
    if _RATE_ZH.search(near):
        return "rate"
    if left.lstrip().startswith("占"):
        return "share"
    if has["growth"].search(near) or q.direction:
        if not _LEVEL_ZH.search(near.rstrip("约近 ")):
            return "growth"
        if same is not None and same.statistic in ("rate", "share"):
            return same.statistic  # 由46.2%升至47.8%
        if "率" in left:
            return "rate"
        return "share" if has["share"].search(left) else "growth"
    if words.rate_near.search(near):
        return "rate"
    return "share" if has["share"].search(near) or _OF.match(figure.right) or _opens_aside(near) else None


def _english(figure: Figure, left: str, q: Quantity, words: Vocabulary, same: Coordinates | None) -> str | None:
    tokens = left.split()
    near = " ".join(tokens[-6:]) + " "
    low = near.lower()
    cues = words.cues.of(near)
    percent = q.kind == "percent"
    right = figure.right
    if same is not None and _BASE_EN.search(low):
        if same.statistic in ("rate", "share", "mean"):
            return same.statistic
        if percent and same.statistic is None:
            return None
    if "mean" in cues or (q.unit and "/" in q.unit):
        if percent:
            return "growth" if q.direction or "growth" in cues else "mean"
        return "difference" if _BY_AVERAGE_EN.search(low) else "mean"
    if _EACH_EN.match(right):
        return "mean"
    if percent:
        return _english_percent(figure, q, words, cues, low)
    if q.direction or (low.endswith("by ") and _BY_EN.search(low)) or _MORE_EN.match(right):
        return "difference"
    if low.endswith("of ") and _CHANGE_OF_EN.search(low):
        return "difference"
    if len(tokens) > 6:
        head = left.lower()
        if _is_head(head):
            return "mean"
    return "total" if "total" in cues else None


def _is_head(left: str) -> bool:
    """Whether the clause begins with what is averaged: the average price of the rest is expected to be."""
    return re.match(r"\W*(?:(?:and|but|while|the|its|their|an?) )*(?:average|mean|median) ", left) is not None


def _english_percent(
    figure: Figure, q: Quantity, words: Vocabulary, cues: frozenset[str] | set[str], low: str
) -> str | None:
    if _MADE_UP_EN.search(low):
        return "share"
    if q.direction or "growth" in cues or _CUT_BY_EN.search(low):
        return "growth"
    if "rate" in cues and words.rate_near.search(low):
        return "rate"
    if "share" in cues or _OF.match(figure.right) or _opens_aside(low):
        return "share"
    opens = not low.strip() or low.split()[-1] in ("and", "while", "but", "another", "some", "with")
    return "share" if opens and _DOES_EN.match(figure.right) else None


def _opens_aside(near: str) -> bool:
    return near.rstrip().endswith(("(", "（", "、", "-"))
