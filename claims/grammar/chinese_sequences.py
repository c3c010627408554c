"""Neighbouring numbers that share: ranges (3至5万元) and lists (3.2、4.5和6.1亿元)."""

from __future__ import annotations

import re

from claims.grammar.chinese_found import Found
from claims.grammar.chinese_ranges import join_ranges

_LIST = re.compile(r"(?:、|和|及|与|以及|或|或者|还是|，|, ?|甚至|/|至|;|；|、约|和约|、近)$")
_AND = frozenset(("、", "和", "及", "与", "以及"))


def combine(text: str, found: list[Found]) -> list[Found]:
    """The same quantities with ranges made one and lists sharing their unit, weak rest dropped."""
    if len(found) > 1:
        found = _lists(text, join_ranges(text, found))
    return [item for item in found if not item.weak]


def _lists(text: str, found: list[Found]) -> list[Found]:
    """Bare numbers in a row before one with a unit take that unit: 3.2、4.5和6.1亿元."""
    last = len(found) - 1
    for i in range(last):
        item, after = found[i], found[i + 1]
        if item.kind == "ordinal" and after.kind == "count" and _second_rank(text, item, after):
            after.kind, after.unit = "ordinal", None
        if (
            item.direction
            and not after.direction
            and item.kind == after.kind
            and item.unit == after.unit
            and text[item.outer_end : after.outer_start] in _AND
            and _respective(text, found, i)
        ):
            after.direction = item.direction
    for i in range(last - 1, -1, -1):
        item, after = found[i], found[i + 1]
        if item.kind != "number" or item.unit is not None or item.dates is not None or item.direction:
            continue
        gap = after.start - item.end
        if after.kind in ("number", "date", "ordinal") or gap < 1 or gap > 3 or item.low is not None:
            continue
        between = text[item.end : after.start]
        match = _LIST.match(between)
        if match is None or (between == "/" and not after.unit):
            continue
        if between[0] in "，,;；" and not _respective(text, found, i):
            continue
        if item.weak and not (item.characters and after.characters):
            continue
        if after.value is not None and after.kind not in ("percent",):
            continue
        item.kind, item.unit, item.factor, item.unit_word = after.kind, after.unit, after.factor, after.unit_word
        item.weak = False
        if item.scale == 1 and after.scale > 1 and (item.decimals or item.mantissa < 10**4):
            item.scale, item.scale_word = after.scale, after.scale_word
        if after.rounding == "tenth":
            item.rounding, item.step, item.grain = "tenth", after.step, after.grain
        if item.kind == "multiple" and item.characters:
            item.rounding = "multiple"
    return found


def _second_rank(text: str, item: Found, after: Found) -> bool:
    """第1、2名: the second number is a rank too."""
    bare = item.end == item.reading_end and text[item.start] == "第"
    return bare and text[item.end : after.start] in _AND and after.mantissa == item.mantissa + 1


def _respective(text: str, found: list[Found], i: int) -> bool:
    start = max(0, found[i].start - 40)
    return text.find("分别", start, found[i].start) >= 0
