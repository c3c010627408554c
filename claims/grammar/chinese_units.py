"""What stands after a Chinese number: units, currencies, counters, and compounds of them."""

from __future__ import annotations

import re
from fractions import Fraction

from claims.grammar.chinese_found import Found
from claims.grammar.chinese_lexicon import Lexicon, Number, Unit, word_at
from claims.grammar.chinese_numerals import BIG, LATIN, read_number
from claims.grammar.setting import Setting

_LATIN = re.compile(r"[A-Za-zμ](?:[A-Za-z]|\.(?=c\b))*\.?[²³23]?(?:/[A-Za-z]+(?:[²³23](?!\d))?)?", re.ASCII)
_HALF = re.compile(r"半(?![年月日天夜山岛导场决途价数官])")
_MORE = re.compile(r"[多余](?![样元数种方边层功次重少久党])")
_TIGHT_UNITS = re.compile(r"个(半|多|几)(小时|月|钟头|钟|星期|礼拜|世纪|工作日|季度|学期|年头)")
_WARMTH = re.compile("[温热冷暖寒零摄华烧]|升高|降低")
_NAME_K = re.compile(r"[超高电屏画视显影蓝片分机直摄修]")
NEXT_DURATION = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
SMALLER = {
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
_ALONE = frozenset("分角毛毫")
_ENDS = frozenset("，。、；：！？,.;:!?)(（）」』”》〉 \n钱左上以")


def read_unit(text: str, found: Found, lex: Lexicon, setting: Setting) -> bool:
    """Read the unit after `found`; False when what follows makes the number a name (5G, 3D)."""
    at = found.end
    if at >= len(text):
        return True
    char = text[at]
    if (
        char == " "
        and at + 1 < len(text)
        and ((text[at + 1].isascii() and text[at + 1].isalpha()) or text[at + 1] in "%°")
    ):
        spaced = _latin(text, at + 1, found, lex, setting, True) if text[at + 1] not in "%°" else None
        if spaced is None and text[at + 1] in "%°":
            at, char = at + 1, text[at + 1]
        else:
            return True
    if char.isascii() and (char.isalpha()):
        return bool(_latin(text, at, found, lex, setting, False))
    word = word_at(text, at, lex.unit_index)
    if not word:
        _odd_units(text, at, found, setting)
        return True
    if char == "个" and (match := _TIGHT_UNITS.match(text, at)) is not None:
        return _half_unit(text, match, found, lex)
    unit = lex.units[word]
    if word == "度":
        unit = _degree(text, found, lex)
    elif word == "块":
        unit = _kuai(text, at, found, unit)
    elif word in _ALONE:
        return _lone_coin(text, at, word, found, setting)
    if unit.kind == "count":
        if len(word) == 1:
            voids = lex.counter_voids.get(word)
            if voids is not None and text[at + 1 : at + 2] in voids:
                return True
        if word in ("男", "女") and text[found.start - 1 : found.start] in ("男", "女") and _digits(text, at + 1):
            return True  # 男6女5: the word belongs to the next number
        found.kind, found.unit, found.unit_word, found.factor = "count", "count", word, unit.factor
        found.end = at + len(word)
        return True
    _apply(found, unit, word, at + len(word), setting)
    if unit.kind == "money":
        _money(text, found, word, lex, setting)
    elif unit.kind == "duration":
        _duration(text, found, unit)
    else:
        _measure(text, found, word, unit)
    _more(text, found)
    return True


def _apply(found: Found, unit: Unit, word: str, end: int, setting: Setting) -> None:
    found.kind, found.unit_word, found.factor, found.end = unit.kind, word, unit.factor, end
    found.unit = settle(unit.name, word, setting)


def settle(name: str | None, word: str, setting: Setting) -> str | None:
    """The unit itself: 元 and $ are what the document says they are."""
    if name == "yuan":
        return "HKD" if word in ("毫", "毫子", "仙") else setting.yuan
    return setting.dollar if name == "dollar" else name


def _latin(text: str, at: int, found: Found, lex: Lexicon, setting: Setting, spaced: bool) -> bool | None:
    """A unit in Latin letters, or one of the scale letters k, w, M; None or False when neither."""
    match = _LATIN.match(text, at)
    if match is None:
        return None if spaced else False
    word = match.group()
    unit = lex.latin_units.get(word)
    if unit is None and "/" in word:
        word = word.partition("/")[0]
        unit = lex.latin_units.get(word)
    if unit is None and word[-1] in "23.":
        word = word[:-1]
        unit = lex.latin_units.get(word)
    # A single letter is a scale when letters that are units of money or Chinese words follow.
    scales = word in ("k", "K", "w") or (word == "M" and not found.characters) or (word == "G" and found.decimals)
    if scales and not spaced:
        if word == "K" and found.mantissa < 10 and _NAME_K.match(text, at + 1):
            return False
        found.scale *= LATIN[word]
        found.scale_word = word
        found.end = found.reading_end = at + 1
        return read_unit(text, found, lex, setting)
    if unit is None:
        return None if spaced else False
    if len(word) == 1 and not spaced and _is_name(text, at, found, word):
        return False
    found.kind, found.unit, found.unit_word, found.factor = unit.kind, unit.name, word, unit.factor
    found.end = at + len(word)
    return True


def _is_name(text: str, at: int, found: Found, word: str) -> bool:
    """3A级, 5G, 4S店: a digit and a letter that name something."""
    return (
        not found.decimals
        and found.scale == 1
        and found.mantissa < 10
        and (word in "ASN" or text.startswith(("级", "类", "股", "型", "店", "版"), at + 1))
    )


def _odd_units(text: str, at: int, found: Found, setting: Setting) -> None:
    """A foot mark after a number that stands alone."""
    if text[at] == "'" and at + 1 == len(text):
        found.kind, found.unit, found.unit_word, found.end = "dimension", "foot", "'", at + 1


def _half_unit(text: str, match: re.Match[str], found: Found, lex: Lexicon) -> bool:
    """一个半小时, 两个多月."""
    unit = lex.units.get("个" + match[2]) or lex.units.get(match[2])
    if unit is None:
        return True
    found.kind, found.unit, found.factor = unit.kind, unit.name, unit.factor
    found.unit_word, found.end = match.group(), match.end()
    if match[1] == "半":
        found.value = (found.number() / unit.factor + Fraction(1, 2)) * unit.factor
        found.step = found.grain = Fraction(unit.factor) / 2
    else:
        _open(found, 1)
    return True


def _open(found: Found, step: Number) -> None:
    if found.low is None:
        low = found.number()
        found.low, found.high = low, low + Fraction(step) * found.factor


def _more(text: str, found: Found) -> None:
    """五年多, 三百元余: less than one more unit."""
    if found.kind != "count" and not found.decimals and text[found.end : found.end + 1] in ("多", "余"):
        match = _MORE.match(text, found.end)
        if match is not None:
            step = found.scale if found.scale > 1 or found.kind != "money" else 1
            if found.kind == "money" or found.scale > 1:
                step = max(step, 1)
                grain = found.mantissa
                while grain and grain % 10 == 0:
                    grain //= 10
                    step *= 10
            _open(found, step)
            found.end += 1


def _half(text: str, found: Found) -> bool:
    """两年半, 三斤半."""
    match = _HALF.match(text, found.end)
    if match is None or found.decimals or found.low is not None:
        return False
    found.value = found.number() + Fraction(found.factor) / 2
    found.step = found.grain = Fraction(found.factor) / 2
    found.end = match.end()
    return True


def _degree(text: str, found: Found, lex: Lexicon) -> Unit:
    """度 is a temperature unless the words around it speak of angles, electricity or glasses."""
    before, after = text[max(0, found.start - 12) : found.start], text[found.end : found.end + 8]
    if any(word in after for word in lex.power) or any(word in before for word in lex.power):
        return Unit("dimension", "kilowatt_hour")
    if any(word in before for word in lex.angle) or after[1:2] in ("角", "弯", "坡", "转") or "旋转" in after:
        return Unit("dimension", "degree")
    if not found.decimals and found.scale == 1 and found.mantissa in (180, 360, 720) and "温" not in before:
        return Unit("dimension", "degree")
    if any(word in before for word in lex.optical) or any(word in after[1:] for word in lex.optical):
        return Unit("count", "count")
    if any(word in before for word in ("华氏",)):
        return Unit("temperature", "degree_Fahrenheit")
    if (
        found.characters
        and found.mantissa < 10
        and not found.decimals
        and not _WARMTH.search(before)
        and after[1:2] not in _ENDS | {""}
    ):
        return Unit("count", "count")  # 两度接受手术
    if found.scale > 1:
        return Unit("dimension", "kilowatt_hour")
    return Unit("temperature", "degree_Celsius")


def _kuai(text: str, at: int, found: Found, counter: Unit) -> Unit:
    """块 is money before 钱, small coins or the end of a phrase, and for large numbers."""
    following = text[at + 1 : at + 2]
    if found.low is not None or found.scale > 1 or found.mantissa >= 100 or found.decimals:
        return Unit("money", "yuan")
    if not following or following in _ENDS or following in "零一二三四五六七八九十两半多0123456789和到至的也就了/":
        return Unit("money", "yuan")
    return counter


def _lone_coin(text: str, at: int, word: str, found: Found, setting: Setting) -> bool:
    """角, 毛, 毫 alone are coins; 分 alone is one only where nothing else stands."""
    following = text[at + 1 : at + 2]
    if word == "分":
        if found.start == 0 and at + 1 == len(text):
            found.kind, found.unit, found.factor, found.unit_word = "money", setting.yuan, Fraction(1, 100), word
            found.end = at + 1
            return True
        compound = re.compile(r"(?:(\d{1,2}|[一二三四五六七八九十]{1,3})秒钟?|半钟?)", re.ASCII).match(text, at + 1)
        if compound is not None:
            found.kind, found.unit, found.factor, found.unit_word, found.end = "duration", "minute", 1, "分", at + 1
            if compound[1]:
                _duration(text, found, Unit("duration", "minute"))
            else:
                found.value = found.number() * 60 + 30
                found.unit, found.end, found.step = "second", compound.end(), Fraction(30)
            return True
        if not found.characters or found.mantissa > 10:
            found.kind, found.unit, found.unit_word, found.end = "count", "count", word, at + 1
        return True
    small = _digits(text, at + 1)
    if following and following not in _ENDS and small is None:
        return True
    found.kind, found.unit_word, found.factor, found.end = "money", word, Fraction(1, 10), at + 1
    found.unit = settle("yuan", word, setting)
    if small is not None and small[0] < 10:
        found.value = found.number() + Fraction(small[0], 100)
        found.step = found.grain = Fraction(1, 100)
        found.end = small[1] + (1 if text[small[1] : small[1] + 1] in ("分", "仙") else 0)
    return True


def _digits(text: str, at: int) -> tuple[int, int] | None:
    """A short whole number at `at`: its value and its end."""
    if at >= len(text) or not (text[at].isdecimal() or text[at] in "零〇一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾"):
        return None
    reading = read_number(text, at)
    if reading is None or reading.decimals or reading.low is not None or reading.scale != 1 or reading.mantissa > 999:
        return None
    return reading.mantissa, reading.end


_COINS = {"角": 10, "毛": 10, "毫": 10, "分": 1, "仙": 1}


def _money(text: str, found: Found, word: str, lex: Lexicon, setting: Setting) -> None:
    """五元六角, 三块五, 十块三毛, 五元整; the coins are part of the amount."""
    if found.low is not None:
        return
    main = word[-1]
    end = found.end
    if main in "元圆块蚊钱" and found.scale == 1 and not found.decimals:
        cents, worth = 0, 100
        while (small := _digits(text, end)) is not None:
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
                if number < 10 and not (coin and (coin in BIG or coin.isdecimal() or coin in "个十百千点多几")):
                    cents += number * (1 if worth == 10 or spelled_zero else 10)
                    worth = 1 if worth == 10 or spelled_zero else 10
                    end = after
            break
        if cents or end != found.end:
            found.value = found.number() + Fraction(cents, 100)
            found.step = found.grain = Fraction(worth, 100)
            found.end = end
        elif main in "块蚊" and text[end : end + 1] == "半":
            _half(text, found)
    if text[found.end : found.end + 1] in ("整", "正") and text[found.end + 1 : found.end + 2] in (
        "",
        "，",
        "。",
        "、",
        ")",
        "；",
    ):
        found.end += 1
    _per(text, found, lex)


def _duration(text: str, found: Found, unit: Unit) -> None:
    """3小时20分, 两年零三个月: one length of time in the smaller unit."""
    if found.low is not None or _half(text, found):
        return
    while unit.name in NEXT_DURATION and unit.factor == 1:
        at = found.end
        if text[at : at + 1] in ("零", "又", "〇", "及"):
            at += 1
        small = _digits(text, at)
        name, per = NEXT_DURATION[unit.name]
        if small is None:
            return
        number, end = small
        word = next((word for word in SMALLER[name] if text.startswith(word, end)), "")
        if not word and name == "minute":
            name, per = "second", 3600
            word = next((word for word in SMALLER[name] if text.startswith(word, end)), "")
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


def _measure(text: str, found: Found, word: str, unit: Unit) -> None:
    """1米75, 六斤八两, 三斤半."""
    if found.low is None and not found.decimals and found.scale == 1:
        if unit.kind == "dimension" and word in _NEXT_MEASURE:
            _next_measure(text, found, word)
        elif word in ("米", "公尺"):
            _meters(text, found)
        if unit.kind in ("dimension", "age"):
            _half(text, found)
        elif word == "倍" and text[found.end : found.end + 1] == "半":
            found.value = found.number() + Fraction(1, 2)
            found.end += 1
    if unit.kind == "multiple" and found.characters and not found.rounding:
        found.rounding = "multiple"


def _next_measure(text: str, found: Found, word: str) -> None:
    small_word, per = _NEXT_MEASURE[word]
    small = _digits(text, found.end)
    # 八两 reads as a numeral with 两 at its end.
    if small is None:
        return
    number, end = small
    if text[end - 1] == "两" and small_word == "两" and end - found.end > 1:
        inner = _digits(text[: end - 1], found.end)
        if inner is None:
            return
        number, end = inner
    if number < per and text.startswith(small_word, end):
        found.value = found.number() * per + number
        found.unit = {"尺": "chi", "寸": "cun", "吋": "inch", "英寸": "inch", "两": "liang", "米": "meter"}[small_word]
        if word == "尺":
            found.unit = "inch"
            found.value = found.number() * 12 + number
        found.unit_word, found.end, found.factor = small_word, end + len(small_word), 1
        found.step = found.grain = Fraction(1)


def _meters(text: str, found: Found) -> None:
    """1米75, 三米九, 一米八几."""
    small = _digits(text, found.end)
    if small is None:
        return
    number, end = small
    width = end - found.end
    following = text[end : end + 1]
    if following and (following in "个层米厘公分万千百点%倍年月日，,.".replace("，", "") or following.isdecimal()):
        return
    if following and not (following in _ENDS or following in "的高长宽深大身左以"):
        return
    if width <= 2 and number < 100 and (text[found.end].isascii() or width == 1):
        digits = 10 ** (width if text[found.end].isascii() else 1)
        found.value = found.number() + Fraction(number, digits)
        found.step = found.grain = Fraction(1, digits)
        found.end = end


_PER = re.compile(
    r"/(?=[一-鿿A-Za-z㎡])|每(?=平方|亩|吨|公斤|千克|升|立方|公里|小时|公顷|千瓦时|度|桶|克|斤|磅|盎司|公吨|呎|尺|坪|千米|米|秒|分钟|户|人|股|晚|月|天|年)"
)
_PER_COUNT = frozenset("人户股个件台套张间次辆瓶箱袋位份盒支只头册株晚")


def _per(text: str, found: Found, lex: Lexicon) -> None:
    """元/平方米, 元每吨."""
    if found.end >= len(text) or text[found.end] not in "/每":
        return
    match = _PER.match(text, found.end)
    if match is None:
        return
    word = word_at(text, match.end(), lex.unit_index)
    unit = lex.units.get(word)
    if unit is None:
        latin = _LATIN.match(text, match.end())
        word = latin.group() if latin is not None else ""
        unit = lex.latin_units.get(word)
        if unit is None and word[-1:] in ("2", "3"):
            word = word[:-1]
            unit = lex.latin_units.get(word)
    if word == "度":
        unit = Unit("dimension", "kilowatt_hour")
    if word == "桶":
        unit = Unit("dimension", "oil_barrel")
    if unit is None or unit.name is None or unit.kind in ("money", "percent") or found.unit is None:
        if text[match.end()] in "月":
            word, unit = "月", Unit("duration", "month")
        elif text[match.end()] in "年":
            word, unit = "年", Unit("duration", "year")
        else:
            return
    if unit.name is None or found.unit is None:
        return
    found.unit = f"{found.unit}/{unit.name}"
    if unit.factor != 1 and unit.kind == "duration":
        found.factor = Fraction(found.factor) / unit.factor
    found.unit_word = text[found.end - len(found.unit_word) : match.end() + len(word)]
    found.end = match.end() + len(word)


_EACH = re.compile(
    r"每一?(平方米|平方公里|平方呎|平方尺|平方公尺|立方米|亩|公顷|吨|公吨|公斤|千克|斤|磅|升|公升|加仑|桶|公里|小时|时|盎司|千瓦时|度电|度|坪|呎|尺|克)"
    r"(?:[^，。；、\d]{0,4})$",
    re.ASCII,
)


def each_before(text: str, found: Found, lex: Lexicon) -> None:
    """每平方米3万元, 每小时60公里: the divisor stands before the number."""
    if found.kind not in ("money", "dimension") or found.unit is None or "/" in found.unit:
        return
    start = max(0, found.outer_start - 10)
    if text.find("每", start, found.outer_start) < 0:
        return
    match = _EACH.search(text[start : found.outer_start])
    if match is None:
        return
    word = match[1]
    name = {"度": "kilowatt_hour", "桶": "oil_barrel", "时": "hour", "度电": "kilowatt_hour"}.get(word) or lex.units[
        word
    ].name
    if found.kind == "dimension" and name != "hour":
        return
    found.unit = f"{found.unit}/{name}"
