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
from claims.grammar.chinese_labels import is_code, is_label
from claims.grammar.chinese_lexicon import Lexicon, word_before

_TIMES = re.compile(r" ?[×xX*] ?\d", re.ASCII)
_CUES = frozenset("，。、；：！？（）「」为是共达有仅约至到在的了和与或从由占比以把增减男女")
_SHY_UNITS = frozenset("年天日码卡里度寸尺升伏帕焦大载担瓦杯赫丈秒季分") | {"平方", "立方", "方面", "部分", "伏特"}
"""After 一 these are words more often than units: 一度, 一部分."""
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
    if following == "后" and 20 <= reading.value < 100 and reading.mantissa % 10 == 0:
        return True  # 八十后
    if reading.value in (20, 29, 30) and text[found.start - 1 : found.start] == "年":
        return True  # 年廿九
    if reading.low is not None:
        return following not in QUIET and not any(char in _BARE for char in token)
    if reading.positional:
        return True
    if token[-1] in _SCALE_END and not reading.bare_unit:
        return False
    if not any(char in _BARE for char in token) and not reading.decimals:
        return True
    return following not in QUIET and not text.startswith(("出头", "挂零"), found.end)


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
    named = start - 1 if start and text[start - 1] in ":： " else start
    if word_before(text, named, lex.name_before):
        return True
    digits = found.end - start
    if found.scale == 1 and is_label(text, found, following, QUIET):
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
        if token.isdecimal() and is_code(text, start, found.end, following):
            return True
        if _TIMES.match(text, found.end):
            return True
        # 某某1830化肥: digits in the midst of a name.
        if following >= "\u4e00" and following not in QUIET and start and text[start - 1] >= "\u4e00":
            return text[start - 1] not in _CUES and not is_hedged(text, found, lex)
    return False


def is_hedged(text: str, found: Found, lex: Lexicon) -> bool:
    probe = Found.at(found.start, found.end)
    hedges_before(text, probe, lex, False)
    return probe.hedge is not None or probe.direction is not None


_COMPANY = ("控股", "股份", "科技", "集团", "智能", "资本", "传媒", "药业", "酒业", "证券", "电子", "生物")
_PLACES = frozenset("江河湖湾岛城塔井桥港园强系")
"""Counters that follow a numeral character in more names than counts: 三江, 两河, 三系."""
_PLAIN_COUNTERS = frozenset(("家", "大", "个", "间", "名", "类", "种", "只", "批", "款", "项", "所"))


def _in_name(text: str, found: Found, reading: Reading) -> bool:
    """三星智能, 九天控股, 三江口: a numeral character and a measure word that name something."""
    if not reading.single:
        return False
    if found.unit_word == "星":
        return True
    if found.unit_word in _PLACES:
        return text[found.end : found.end + 1] not in QUIET
    return found.unit_word not in _PLAIN_COUNTERS and text.startswith(_COMPANY, found.end)


def counts(text: str, found: Found, reading: Reading, lex: Lexicon) -> bool:
    """Whether characters with a unit after them count something."""
    alone = found.start == 0 and found.end == len(text)
    token = text[found.start : found.reading_end]
    if alone:
        return True
    if _in_name(text, found, reading):
        return False
    if token[0] in FORMAL and token[0] in "参伍陆肆拾" and len(token) < 3:
        return False
    if token == "零" or token == "〇":
        return found.kind == "temperature" and text.endswith(("摄氏", "华氏"), 0, found.start)
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


EDITIONS = frozenset("期届代楼次")
"""Counters that more often say which one than how many."""


def is_edition(text: str, found: Found, lex: Lexicon) -> bool:
    """二期, 十四届 and 三楼 are the second, the fourteenth and the third, unless so many are counted."""
    if found.kind != "count" or found.unit_word not in EDITIONS:
        return False
    if found.unit_word == "楼":
        return found.scale == 1
    if found.unit_word == "次":
        return text[found.start - 1 : found.start] == "届"  # 十四届四次全会
    if text[found.start] == "两":
        return False
    counted = text.endswith(lex.cues["counted"], 0, found.start) or text.startswith("人", found.end)
    return found.low is None and not counted
