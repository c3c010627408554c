"""What an amount is divided by: 元/平方米, 元每吨, 每小时60公里."""

from __future__ import annotations

import re
from fractions import Fraction

from claims.grammar.chinese_found import Found
from claims.grammar.chinese_lexicon import Lexicon, Unit, word_at

LATIN_UNIT = re.compile(r"[A-Za-zμ](?:[A-Za-z]|\.(?=c\b))*\.?[²³23]?(?:/[A-Za-z]+(?:[²³23](?!\d))?)?", re.ASCII)
_PER = re.compile(
    r"/(?=[一-鿿A-Za-z㎡])|每(?=平方|亩|吨|公斤|千克|升|立方|公里|小时|公顷|千瓦时|度|桶|克|斤|磅|盎司|公吨|呎|尺|坪|千米|米|秒|分钟|户|人|股|晚|月|天|年)"
)
_EACH = re.compile(
    r"(?:每一?(?P<unit>平方米|平方公里|平方呎|平方尺|平方公尺|方呎|立方米|亩|公顷|吨|公吨|公斤|千克|斤|磅|升(?![高温级])|公升|加仑|桶|公里|小时|时|分钟|秒|盎司|千瓦时"
    r"|度电|度|坪|呎|尺|克)|(?P<hour>时速)|(?P<foot>呎价))(?:[^，。；、\d]{0,4})$",
    re.ASCII,
)
_EACH_NAMES = {"度": "kilowatt_hour", "桶": "oil_barrel", "时": "hour", "度电": "kilowatt_hour"}


def per(text: str, found: Found, lex: Lexicon, bare: bool = True) -> None:
    """元/平方米, 元每吨; 毫克/千克 too where `bare` counters (元/人) are no divisors."""
    if found.end >= len(text) or text[found.end] not in "/每":
        return
    match = _PER.match(text, found.end)
    if match is None:
        return
    word = word_at(text, match.end(), lex.unit_index)
    unit = lex.units.get(word)
    if unit is None:
        latin = LATIN_UNIT.match(text, match.end())
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
    if unit.name is None or found.unit is None or not (bare or unit.kind in ("dimension", "duration")):
        return
    found.unit = f"{found.unit}/{unit.name}"
    if unit.factor != 1 and unit.kind == "duration":
        found.factor = Fraction(found.factor) / unit.factor
    found.unit_word = text[found.end - len(found.unit_word) : match.end() + len(word)]
    found.end = match.end() + len(word)


def each_before(text: str, found: Found, lex: Lexicon) -> None:
    """每平方米3万元, 每小时60公里: the divisor stands before the number."""
    if found.kind not in ("money", "dimension") or found.unit is None or "/" in found.unit:
        return
    start = max(0, found.outer_start - 10)
    near = text[start : found.outer_start]
    if "每" not in near and "时速" not in near and "呎价" not in near:
        return
    match = _EACH.search(near)
    if match is None:
        return
    word = match["unit"] or ("平方呎" if match["foot"] else "时")
    name = _EACH_NAMES.get(word) or lex.units[word].name
    if match["foot"] and found.kind != "money":
        return
    if match["hour"] and found.unit not in ("kilometer", "mile", "nautical_mile", "meter"):
        return
    if word in ("分钟", "秒") and found.kind != "dimension":
        return
    found.unit = f"{found.unit}/{name}"
