"""What a quantity goes on with after its unit: 五元六角, 3小时20分, 1米75, 两年半, 三百元余."""

from __future__ import annotations

import re
from fractions import Fraction

from claims.grammar.chinese_evaluation import BIG
from claims.grammar.chinese_found import Found
from claims.grammar.chinese_lexicon import Lexicon, Number, Unit
from claims.grammar.chinese_numerals import read_number
from claims.grammar.chinese_per import per

_HALF = re.compile(r"半(?![年月日天夜山岛导场决途价数官])")
_MORE = re.compile(r"[多余](?![样元数种方边层功次重少久党])")
_NEXT_DURATION = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
_SMALLER = {
    "month": ("个月", "月"),
    "day": ("天", "日"),
    "hour": ("个小时", "小时", "时"),
    "minute": ("分钟", "分"),
    "second": ("秒钟", "秒"),
}
_NEXT_MEASURE = {
    "丈": ("尺", 10),
    "尺": ("寸", 10),
    "呎": ("吋", 12),
    "英尺": ("英寸", 12),
    "斤": ("两", 10),
    "公里": ("米", 1000),
}
_DIGITS = frozenset("0123456789零〇一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾")
CONTINUES = _DIGITS | set("半整正又及多余/每")
"""What a quantity may go on with after its unit; most end there."""
ENDS = frozenset("，。、；：！？,.;:!?)(（）」』”》〉 \n钱左上以")
_COINS = {"角": 10, "毛": 10, "毫": 10, "分": 1, "仙": 1}


def coins(text: str, found: Found, word: str, lex: Lexicon) -> None:
    """五元六角, 三块五, 十块三毛, 五元整; the coins are part of the amount."""
    if found.low is not None:
        return
    main = word[-1]
    end = found.end
    if main in "元圆块蚊钱" and found.scale == 1 and not found.decimals:
        cents, worth = 0, 100
        while (small := short_number(text, end)) is not None:
            number, after = small
            coin = text[after : after + 1]
            if coin in _COINS and _COINS[coin] < worth and number < 10 ** (2 if coin == "分" else 1):
                if coin == "分" and text.startswith("分之", after):
                    break
                worth = _COINS[coin]
                cents += number * worth
                end = after + (2 if text.startswith("钱", after + 1) else 1)
                continue
            if main in "块蚊" or worth == 10:
                # 三块五, 五元六角三: the coin left out is the next smaller one.
                spelled_zero = text[end] in "零〇0"
                if number < 10 and not (
                    coin and (coin in BIG or coin.isdecimal() or coin in "个十百千点多几块元圆蚊毛角年月日天人家名岁")
                ):
                    cents += number * (1 if worth == 10 or spelled_zero else 10)
                    worth = 1 if worth == 10 or spelled_zero else 10
                    end = after
            break
        if cents or end != found.end:
            found.value = found.number() + Fraction(cents, 100)
            found.step = found.grain = Fraction(worth, 100)
            found.end = end
        elif main in "块蚊" and text[end : end + 1] == "半":
            half_more(text, found)
    if text[found.end : found.end + 1] in ("整", "正") and text[found.end + 1 : found.end + 2] in (
        "",
        "，",
        "。",
        "、",
        ")",
        "；",
    ):
        found.end += 1
    per(text, found, lex)


def duration(text: str, found: Found, unit: Unit) -> None:
    """3小时20分, 两年零三个月: one length of time in the smaller unit."""
    if found.low is not None or half_more(text, found):
        return
    while unit.name in _NEXT_DURATION and unit.factor == 1:
        at = found.end
        if text[at : at + 1] in ("零", "又", "〇", "及"):
            at += 1
        small = short_number(text, at)
        name, per = _NEXT_DURATION[unit.name]
        if small is None:
            return
        number, end = small
        word = next((word for word in _SMALLER[name] if text.startswith(word, end)), "")
        if not word and name == "minute":
            name, per = "second", 3600
            word = next((word for word in _SMALLER[name] if text.startswith(word, end)), "")
        if not word or (name == "month" and word == "月") or number >= max(per * 5, 100):
            return
        if (name == "day" and word == "日") or text.startswith("之", end + len(word)):
            return
        found.value = found.number() * per + number
        found.unit, found.unit_word = name, word
        found.step = found.grain = Fraction(1)
        found.factor = 1
        found.end = end + len(word)
        unit = Unit("duration", name)


def measure(text: str, found: Found, word: str, unit: Unit, lex: Lexicon) -> None:
    """1米75, 六斤八两, 三斤半."""
    if found.low is None and not found.decimals and found.scale == 1:
        if unit.kind == "dimension" and word in _NEXT_MEASURE:
            _next_measure(text, found, word)
        elif word in ("米", "公尺"):
            _meters(text, found)
        if unit.kind in ("dimension", "age"):
            half_more(text, found)
        elif word == "倍" and text[found.end : found.end + 1] == "半":
            found.value = found.number() + Fraction(1, 2)
            found.end += 1
    if unit.kind == "dimension" and text[found.end : found.end + 1] == "/":
        per(text, found, lex, bare=False)


def _next_measure(text: str, found: Found, word: str) -> None:
    small_word, per = _NEXT_MEASURE[word]
    small = short_number(text, found.end)
    # 八两 reads as a numeral with 两 at its end.
    if small is None:
        return
    number, end = small
    if text[end - 1] == "两" and small_word == "两" and end - found.end > 1:
        inner = short_number(text[found.end : end - 1], 0)
        if inner is None:
            return
        number, end = inner[0], found.end + inner[1]
    if word in ("呎", "英尺") and found.mantissa < 10 and number < per and text[end : end + 1] in ENDS | {"", "高"}:
        # 5呎9: the inches are told by what they follow
        found.value = found.number() * per + number
        found.unit, found.unit_word, found.end, found.factor = "inch", word, end, 1
        found.step = found.grain = Fraction(1)
        return
    if number < per and text.startswith(small_word, end):
        found.value = found.number() * (12 if word == "尺" else per) + number
        found.unit = {"尺": "chi", "寸": "inch", "吋": "inch", "英寸": "inch", "两": "liang", "米": "meter"}[small_word]
        found.unit_word, found.end, found.factor = small_word, end + len(small_word), 1
        found.step = found.grain = Fraction(1)


def _meters(text: str, found: Found) -> None:
    """1米75, 三米九, 一米八几."""
    small = short_number(text, found.end)
    if small is None:
        return
    number, end = small
    width = end - found.end
    following = text[end : end + 1]
    if following and (following in "个层米厘公分万千百点%倍年月日，,.".replace("，", "") or following.isdecimal()):
        return
    if following and not (following in ENDS or following in "的高长宽深大身左以"):
        return
    if width <= 2 and number < 100 and "十" not in text[found.end : end]:
        digits = 10**width
        found.value = found.number() + Fraction(number, digits)
        found.step = found.grain = Fraction(1, digits)
        found.end = end


def half_more(text: str, found: Found) -> bool:
    """两年半, 三斤半."""
    match = _HALF.match(text, found.end)
    if match is None or found.decimals or found.low is not None:
        return False
    found.value = found.number() + Fraction(found.factor) / 2
    found.step = found.grain = Fraction(found.factor) / 2
    found.end = match.end()
    return True


def more(text: str, found: Found) -> None:
    """五年多, 三百元余: less than one more unit."""
    if found.kind != "count" and not found.decimals and text[found.end : found.end + 1] in ("多", "余"):
        match = _MORE.match(text, found.end)
        if match is not None and not text[found.end + 1 : found.end + 2].isdecimal():  # 1,600元多250元
            step = found.scale if found.scale > 1 or found.kind != "money" else 1
            if found.kind == "money" or found.scale > 1:
                step = max(step, 1)
                grain = found.mantissa
                while grain and grain % 10 == 0:
                    grain //= 10
                    step *= 10
            open_up(found, step)
            found.end += 1


def open_up(found: Found, step: Number) -> None:
    if found.low is None:
        low = found.number()
        found.low, found.high = low, low + Fraction(step) * found.factor


def short_number(text: str, at: int) -> tuple[int, int] | None:
    """A short whole number at `at`: its value and its end."""
    if text[at : at + 1] not in _DIGITS:
        return None
    reading = read_number(text, at)
    if reading is None or reading.decimals or reading.low is not None or reading.scale != 1 or reading.mantissa > 999:
        return None
    return reading.mantissa, reading.end
