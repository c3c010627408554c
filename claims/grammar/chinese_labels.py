"""Digits that name or number things: list markers, notes, pages, codes, years, days of a year."""

from __future__ import annotations

import re

from claims.grammar.chinese_found import Found

_DAY = r"(?:1[0-2]|[1-9])\.(?:[12]\d|3[01]|[1-9])"
_MONTH_DAY = re.compile(_DAY, re.ASCII)
_RUN_TOGETHER = re.compile(r"[1-9](?:0[1-9]|[12]\d|3[01])", re.ASCII)
"""612 for 12 June."""
_DECADE_AHEAD = re.compile(r"、(?:\d0、){0,4}\d0年代", re.ASCII)
_LINE_MARKS = " \t*#>|-"
_REACH = 40
"""Code points back in which a bracket may have been opened."""
_ITEM_BEFORE = 160
"""Code points back to the number of the item before."""
LEVEL_WORDS = "为是达至到值约超近升降"


def is_label(text: str, found: Found, following: str, quiet: frozenset[str]) -> bool:
    """Whether digits without a unit mark a list item, a note, a year or a day such as 8.31."""
    start, end = found.start, found.end
    token = text[start:end]
    before = text[start - 1] if start else "\n"
    after = text[end + 1 : end + 2]
    if found.mantissa < 100 and not found.decimals:
        if (
            following
            and following in ".、)，"
            and not after.isdecimal()
            and _opens_item(text, start, before, following)
        ):
            return True
        if (before == "(" and following == ")") or (before in "[〔" and following in "]〕"):
            return True
        if before in "图表" and not text.endswith("代表", 0, start):
            return True
        if before in "注註(（" and text.endswith(("注", "注(", "注（", "註"), 0, start):
            return True
        if following == "、" and token[-1] == "0" and _DECADE_AHEAD.match(text, end):
            return True  # 50、60年代
    if before == "\n" and found.decimals and found.mantissa < 1000 and following >= "\u4e00":
        return True  # 2.2本项目: a section's number
    if following == " " and after.isascii() and after.isalpha():
        return True
    if len(token) == 4 and token.isdecimal() and 1900 <= found.mantissa < 2100:
        return True
    return _is_day(token, before, following, quiet)


def _opens_item(text: str, start: int, before: str, following: str) -> bool:
    """1. and 2) at the head of a line, behind marks of layout, or within one after a colon or semicolon."""
    if before in "：:；;":
        return following in ".)"
    if following == ")" and text.rfind("(", max(0, start - _REACH), start) <= text.rfind(")", 0, start):
        return True  # 1) 成名 2) 致富: no bracket is open
    if following == "." and before >= "\u4e00" and text[start].isdecimal():
        item = int(text[start : text.index(".", start)])
        return item > 1 and text.find(f"{item - 1}.", max(0, start - _ITEM_BEFORE), start) >= 0  # 1. 成名 2. 致富
    if before not in _LINE_MARKS and before != "\n":
        return False
    head = text[max(0, start - 8) : start].rpartition("\n")[2]
    return (start <= 8 or "\n" in text[start - 8 : start]) and not head.strip(_LINE_MARKS)


def _is_day(token: str, before: str, following: str, quiet: frozenset[str]) -> bool:
    """7.1游行, 「6.12」, 612基金: a day written as a number."""
    dotted = _MONTH_DAY.fullmatch(token) is not None
    if not dotted and _RUN_TOGETHER.fullmatch(token) is None:
        return False
    if before in "「“《" and following in "」”》":
        return True
    if following < "\u4e00" or following in quiet:
        return False
    return (dotted and token[-2] != ".") or before not in LEVEL_WORDS


def is_code(text: str, start: int, end: int, following: str) -> bool:
    """(600519), 600519.SH, ISO 9001, T+1, 歼-20: digits that name a thing."""
    before, first = text[start - 1 : start] or "\n", text[max(0, start - 2)]
    if end - start in (5, 6) and (
        (before in "(（" and following in ")）,;；") or (following == "." and text[end + 1 : end + 2].isalpha())
    ):
        return True
    if before in " +" and first.isascii() and first.isalpha():
        return True
    return before == "-" and first >= "\u4e00"
