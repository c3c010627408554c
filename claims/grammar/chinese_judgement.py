"""Word or number: which numerals in prose say how many.

Precision comes before recall. A numeral character is part of a word unless a unit, a
scale word or a neighbour says otherwise; digits are a number unless they are a label, a
year or part of a name.
"""

from __future__ import annotations

import re

from claims.grammar.chinese_evaluation import FORMAL, Reading
from claims.grammar.chinese_found import Found
from claims.grammar.chinese_hedges import hedges_after, hedges_before
from claims.grammar.chinese_lexicon import Lexicon, word_before

_MONTH_DAY = re.compile(r"(?:1[0-2]|[1-9])\.(?:[12]\d|3[01]|[1-9])", re.ASCII)
_TIMES = re.compile(r" ?[×xX*] ?\d", re.ASCII)
_CUES = frozenset("，。、；：！？（）「」为是共达有仅约至到在的了和与或从由占比以把增减男女")
_SHY_UNITS = frozenset(
    (
        "年",
        "天",
        "日",
        "码",
        "卡",
        "里",
        "度",
        "寸",
        "尺",
        "升",
        "伏",
        "帕",
        "焦",
        "平方",
        "立方",
        "大",
        "方面",
        "部分",
        "载",
        "担",
        "瓦",
        "杯",
        "伏特",
        "赫",
        "丈",
        "秒",
        "季",
        "分",
    )
)
_SCALE_END = frozenset("万亿兆")
_BARE = frozenset("十拾百佰千仟万亿兆廿卅卌")
QUIET = frozenset("，。、；：！？,.;:!?()（）「」『』《》〈〉“”\"' \n\t—-~…/至到和与及或的多余是为等后左上以占") | {""}


def is_weak(text: str, found: Found, reading: Reading, lex: Lexicon) -> bool:
    """Whether a number without a unit is more likely part of a word."""
    following = text[found.end : found.end + 1]
    alone = found.start == 0 and found.end == len(text)
    if not reading.characters:
        return _is_name(text, found, following, lex)
    if alone:
        return False
    if reading.single:
        return not _stated_digit(text, found.start, found.end, following)
    token = text[found.start : found.end]
    if reading.low is not None:
        return following not in QUIET and not any(char in _BARE for char in token)
    if reading.positional:
        return True
    if token[-1] in _SCALE_END and not reading.bare_unit:
        return False
    if not any(char in _BARE for char in token) and not reading.decimals:
        return True
    return following not in QUIET


def _stated_digit(text: str, start: int, end: int, following: str) -> bool:
    """是五 and nothing after it: a number, not a word."""
    if text.startswith("分之", end):
        return True
    return start > 0 and text[start - 1] == "是" and (following == "" or following in "，。；不却而那这")


def _is_name(text: str, found: Found, following: str, lex: Lexicon) -> bool:
    """Whether bare digits are a code, a year or part of a name."""
    start = found.start
    if start == 0 and found.end == len(text):
        return False
    if word_before(text, start, lex.name_before):
        return True
    digits = found.end - start
    if found.scale == 1 and _is_label(text, found, following):
        return True
    if found.hedge is None and not found.scale_word:
        token = text[start : found.end]
        if token[0] == "0" and len(token) > 1 and token[1] != ".":
            return True
        if token.isdecimal() and digits >= 9:
            return True
        if (
            token.endswith(".0")
            and start
            and not text[start - 1].isascii()
            and text[start - 1] not in "，。、；为是达至到约(（"
        ):
            return True
        if text.startswith(lex.name_after, found.end):
            return True
        if token.isdecimal() and _is_code(text, start, found.end, following):
            return True
        if _TIMES.match(text, found.end):
            return True
        # 某某1830化肥: digits in the midst of a name.
        if following >= "\u4e00" and following not in QUIET and start and text[start - 1] >= "\u4e00":
            return text[start - 1] not in _CUES and not is_hedged(text, found, lex)
    return False


def _is_code(text: str, start: int, end: int, following: str) -> bool:
    """(600519), 600519.SH, ISO 9001, T+1, 歼-20: digits that name a thing."""
    before, first = text[start - 1 : start] or "\n", text[max(0, start - 2)]
    if end - start in (5, 6) and (
        (before in "(（" and following in ")）,;；") or (following == "." and text[end + 1 : end + 2].isalpha())
    ):
        return True
    if before in " +" and first.isascii() and first.isalpha():
        return True
    return before == "-" and first >= "\u4e00"


def _is_label(text: str, found: Found, following: str) -> bool:
    """A list marker, a note's number, a bare year, a day such as 8.31."""
    start, end = found.start, found.end
    token = text[start:end]
    before = text[start - 1] if start else "\n"
    if found.mantissa < 100 and not found.decimals:
        if before == "\n" and following and following in ".、)，" and not text[end + 1 : end + 2].isdecimal():
            return True
        if before == "(" and following == ")":
            return True
        if before in "图表" and not text.endswith("代表", 0, start):
            return True
        if before in "注註(（" and text.endswith(("注", "注(", "注（", "註"), 0, start):
            return True
    if before == "\n" and found.decimals and found.mantissa < 1000 and following >= "\u4e00":
        return True  # 2.2本项目: a section's number
    if following == " " and text[end + 1 : end + 2].isascii() and text[end + 1 : end + 2].isalpha():
        return True
    if len(token) == 4 and token.isdecimal() and 1900 <= found.mantissa < 2100:
        return True
    return (
        bool(_MONTH_DAY.fullmatch(token))
        and following >= "\u4e00"
        and following not in QUIET
        and (token[-2] != "." or before not in "为是达至到值约超近升降")
    )


def is_hedged(text: str, found: Found, lex: Lexicon) -> bool:
    probe = Found.at(found.start, found.end)
    hedges_before(text, probe, lex, False)
    return probe.hedge is not None or probe.direction is not None


def counts(text: str, found: Found, reading: Reading, lex: Lexicon) -> bool:
    """Whether characters with a unit after them count something."""
    alone = found.start == 0 and found.end == len(text)
    token = text[found.start : found.reading_end]
    if alone:
        return True
    if token[0] in FORMAL and token[0] in "参伍陆肆拾" and len(token) < 3:
        return False
    if (token[0] == "零" and len(token) == 1) or token == "〇":
        return False
    if reading.positional and len(token) == 2 and (found.kind == "count" or token[0] not in "二三四五六七八九"):
        return False
    if reading.positional and found.kind == "duration":
        return False
    before = text[found.start - 1] if found.start else ""
    if before and before in "十百千万亿第初老小周另之唯统同单":
        return False
    if token == "一" and (found.kind == "count" or found.unit_word in _SHY_UNITS):
        if text.endswith(lex.cues["emphasis"], 0, found.start):
            return True
        probe = Found.at(found.start, found.end)
        hedges_before(text, probe, lex, False)
        hedges_after(text, probe, lex)
        return (probe.hedge is not None and found.kind != "count") or probe.direction is not None
    if found.kind == "count" and found.unit_word == "点" and reading.value < 25:
        return False
    if token[0] in FORMAL and reading.single and found.kind == "count":
        return False
    if (
        reading.single
        and found.unit_word in ("里", "卡", "码", "度", "寸", "季")
        and found.kind not in ("temperature", "count")
    ):
        return text[found.end : found.end + 1] in QUIET
    return True


EDITIONS = frozenset("期届代楼")
"""Counters that more often say which one than how many."""


def is_edition(text: str, found: Found, lex: Lexicon) -> bool:
    """二期, 十四届 and 三楼 are the second, the fourteenth and the third, unless so many are counted."""
    if found.kind != "count" or found.unit_word not in EDITIONS:
        return False
    if found.unit_word == "楼":
        return found.scale == 1
    counted = text.endswith(lex.cues["counted"], 0, found.start) or text.startswith("人", found.end)
    return found.low is None and not counted
