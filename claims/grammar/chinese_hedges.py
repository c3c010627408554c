"""Words around a number that say how it is meant: 约, 逾, 以上, 增长, ¥."""

from __future__ import annotations

from claims.grammar.chinese_found import Found
from claims.grammar.chinese_lexicon import Lexicon, word_at, word_before
from claims.grammar.setting import Setting

_CLOSED = frozenset("，。、；就便已时的」”)") | {""}
"""What follows 10秒不到 where 不到 belongs to the number."""
_STRENGTH = {"about": 1, "nearly": 2}
_TAG = 40
"""Characters within which a tag is opened and closed."""


def currency_before(text: str, found: Found, lex: Lexicon, setting: Setting) -> None:
    """A currency word or sign before the number becomes part of it."""
    if found.kind not in ("number", "money") or (found.kind == "number" and found.unit):
        return
    at = found.start
    if at and text[at - 1] == " " and not found.characters:
        at -= 1
    word = word_before(text, at, lex.money_index)
    start = at - len(word)
    if not word or start < found.limit or word[0] in "元圆块蚊毫角":
        return
    if word[0].isascii() and word[0].isalpha() and start and _latin(text[start - 1]):
        return
    if word[-1] in "元圆" and found.unit_word not in ("元", "圆"):
        return  # 美元 before a bare number ends what was said before
    found.start = start
    found.outer_start = min(found.outer_start, start)
    if found.kind != "money" or found.unit == setting.yuan or "/" in (found.unit or ""):
        code = lex.money[word]
        if code in ("dollar", "yuan"):
            code = setting.dollar if code == "dollar" else "CNY" if word == "¥" else setting.yuan
        divisor = (found.unit or "").partition("/")[2]
        found.unit = f"{code}/{divisor}" if divisor else code
    if found.kind == "number":
        found.kind, found.unit_word = "money", word
    found.weak = False


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def hedges_before(text: str, found: Found, lex: Lexicon, bare_unit: bool) -> None:
    """Hedges and then a word of change before the number, right to left."""
    at = found.start
    before = text[at - 1 : at]
    hedge = _compared(text, found) if before in ("比", "=") or before.isspace() else None
    if hedge is None and (before in lex.hedge_index or before == " "):
        at, hedge = _hedges(text, found, lex, bare_unit)
    if hedge == "nearly" and found.kind == "duration" and text[found.start - 1] == "近":
        # 近两年 are the last two years, but 近百年前 is nearly a hundred years ago.
        hedge = hedge if text.startswith("前", found.end) else None
    if hedge:
        found.hedge = hedge
    before = text[at - 1 : at]
    if before in lex.direction_index or before in lex.filler_index:
        _direction(text, found, at, lex)


def _hedges(text: str, found: Found, lex: Lexicon, bare_unit: bool) -> tuple[int, str | None]:
    """Where the hedges before the number begin, and the strongest of them."""
    at, hedge = found.start, None
    for _ in range(4):
        if text[at - 1 : at] == " ":
            at -= 1
        if text[at - 1 : at] not in lex.hedge_index:
            break
        word = _hedge(text, at, lex, bare_unit)
        if not word or at - len(word) < found.limit:
            break
        name = lex.hedges[word]
        if word == "超出" and found.limit and at - len(word) == found.limit:
            found.direction, found.outer_start = "up", at - len(word)
            break  # 比9,000元超出3,600元
        if hedge is None or _STRENGTH.get(hedge, 3) < _STRENGTH.get(name, 3):
            hedge = name
        at -= len(word)
        found.outer_start = at
    return at, hedge


_COMPARED = {
    "大": "more_than",
    "高": "more_than",
    "多": "more_than",
    "小": "less_than",
    "低": "less_than",
    "少": "less_than",
}


def _compared(text: str, found: Found) -> str | None:
    """比四分之一大; and ≤ written as two signs apart."""
    at = found.start
    before = text[max(0, at - 4) : at].rstrip()
    if before.endswith("比"):
        name = _COMPARED.get(text[found.end : found.end + 1].strip() or text[found.end : found.end + 2].strip())
        if name and text[found.end + 1 : found.end + 2] in ("", " ", "，", "。", "的", "、", "且"):
            found.outer_start, found.outer_end = at - 1, found.end + 1
            return name
    elif before.endswith("=") and before[:-1].rstrip()[-1:] in ("<", ">") and len(before) > 1:
        found.outer_start = at - len(text[max(0, at - 4) : at]) + before.rindex(before[:-1].rstrip()[-1])
        return "at_most" if before[:-1].rstrip()[-1] == "<" else "at_least"
    return None


def _hedge(text: str, at: int, lex: Lexicon, bare_unit: bool) -> str:
    for word in lex.hedge_index[text[at - 1]]:
        if not text.endswith(word, 0, at):
            continue
        if len(word) == 1:
            before = text[at - 2] if at > 1 else ""
            if word == "上" and not bare_unit:
                continue
            if word == ">" and before and _ends_tag(text, at, before):
                continue
            needs = lex.hedge_needs.get(word)
            if needs is not None and not bare_unit and not (before and before in needs):
                continue
            if before and before in lex.hedge_voids.get(word, ""):
                continue
        return word
    return ""


def _ends_tag(text: str, at: int, before: str) -> bool:
    """Whether the sign before `at` closes a tag, as in <b>5, and compares nothing, as in p>.05."""
    letters = (before.isascii() and before.isalnum()) or before in "\"'/"
    opened = text.rfind("<", max(0, at - _TAG), at - 1) + 1
    return letters and opened > 0 and (text[opened] == "/" or (text[opened].isascii() and text[opened].isalpha()))


def _direction(text: str, found: Found, at: int, lex: Lexicon) -> None:
    becomes = False
    for _ in range(2):
        char = text[at - 1 : at]
        if char in lex.direction_index and (word := word_before(text, at, lex.direction_index)):
            if word in ("升", "公升") and text[at - len(word) - 1 : at - len(word)] == "每":
                return  # 每升7.5元
            if becomes and found.unit != "percent" and not word.endswith("幅"):
                return  # 由6萬噸增為9萬噸: a level, no change
            if at - len(word) >= found.limit and not (found.kind == "count" and word in ("提升", "提高", "改善")):
                found.direction = lex.directions[word]
                found.outer_start = at - len(word)
                return
        if char not in lex.filler_index or not (filler := word_before(text, at, lex.filler_index)):
            return
        becomes = filler == "为"
        at -= len(filler)


def hedges_after(text: str, found: Found, lex: Lexicon) -> None:
    """以上, 左右, 以内 after the unit."""
    at = found.outer_end = max(found.end, found.outer_end)
    if at >= len(text) or text[at] not in lex.after_index:
        return
    word = word_at(text, at, lex.after_index)
    if not word:
        return
    following = text[at + len(word) : at + len(word) + 1]
    if following and following in lex.after_voids.get(word, ()):
        return
    if word in ("+", "多") and following.isdecimal():
        return  # 1,600元多250元 are two figures
    name = lex.after[word]
    if name == "at_least" and word in ("起", "起步") and found.kind != "money":
        return
    if word == "光景" and found.kind != "duration":
        return
    if word in ("以外", "有余", "许") or (word in ("不到", "不足") and following not in _CLOSED):
        return
    if found.hedge is None or found.hedge in ("about", "nearly"):
        found.hedge = name
    found.outer_end = at + len(word)
