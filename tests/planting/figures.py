"""What a marked figure is worth, and how far its writing lets the true number lie from it.

This reads far less than the grammar under test and shares nothing with it: labels must not
be as wrong as what they judge.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import msgspec

from .words import ENGLISH, HAN, MONTHS, MULTIPLES, ORDINALS, RATES, SCALES, UNITS, WAYS, WEEKDAYS

NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
YEAR = re.compile(r"(?:19|20)\d\d年?")
_CHINESE_DATE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")
_ENGLISH_DATE = re.compile(rf"(?:({'|'.join(MONTHS)}) (\d{{1,2}})|(\d{{1,2}}) ({'|'.join(MONTHS)}))(?:,? (\d{{4}}))?")
_CLOCK = re.compile(r"(\d{1,2})(?:[:：.]|[時时點点])(\d{2}) ?(?:分|a\.?m\.?|p\.?m\.?)?")
_HOURS = re.compile(r"(\d+) ?(?:小時|小时|hours?)(?: and)? ?(\d+) ?(?:分鐘?|分钟?|minutes?)")


class Worth(msgspec.Struct, frozen=True):
    """What a figure says."""

    value: Fraction | None
    """In hundredths for percent, in `UNITS` where there is one, as a day number for dates; None for no date at all."""
    half: Fraction = Fraction(0)
    """How far the number that was rounded to it may lie from it."""
    loose: Fraction = Fraction(0)
    """The same for a writer who rounds further and cuts digits off: beyond that, nothing excuses it."""


def worth(text: str, year: str = "", rounded: bool = False, leeway: str = "") -> Worth:
    """The worth of a figure as written; raises `ValueError` where it cannot be read.

    `year` completes dates without one, `rounded` says of a whole number that it was rounded,
    `leeway` how far from it a hedge lets the number lie.
    """
    for reading in (_word, _day, _clock, _weekday):
        found = reading(text, year)
        if found is not None:
            return found
    return _number(text, rounded, leeway)


def way(word: str) -> int | None:
    """1 for a word that says up or more, -1 for one that says the opposite, None for others."""
    return next((sign for pair in WAYS for sign, w in zip((1, -1), pair, strict=True) if w == word), None)


def _word(text: str, year: str) -> Worth | None:
    sign = way(text)
    if sign is not None:
        return Worth(Fraction(sign))
    if text in MULTIPLES:
        value = Fraction(MULTIPLES[text])
        return Worth(value, value / 10, value / 4)
    if text in ORDINALS:
        return Worth(Fraction(ORDINALS.index(text)))
    return None


def _day(text: str, year: str) -> Worth | None:
    chinese, english = _CHINESE_DATE.fullmatch(text), _ENGLISH_DATE.fullmatch(text)
    if chinese:
        parts = int(chinese[1] or year), int(chinese[2]), int(chinese[3])
    elif english:
        month = MONTHS.index(english[1] or english[4]) + 1
        parts = int(english[5] or year), month, int(english[2] or english[3])
    else:
        return None
    try:
        return Worth(Fraction(date(*parts).toordinal()))
    except ValueError:
        return Worth(None)


def _clock(text: str, year: str) -> Worth | None:
    match = _HOURS.fullmatch(text) or (_CLOCK.fullmatch(text) if not text.endswith(("%", "％")) else None)
    if match is None or ("." in text and "m" not in text):
        return None
    hour = int(match[1]) + (12 if re.search(r"p\.?m", text) and match[1] != "12" else 0)
    return Worth(Fraction(60 * hour + int(match[2])))


def _weekday(text: str, year: str) -> Worth | None:
    return next((Worth(Fraction(days.index(text))) for days in WEEKDAYS if text in days), None)


def _number(text: str, rounded: bool, leeway: str) -> Worth:
    match = NUMBER.search(text)
    if match is None:
        return _spelled(text)
    digits = match.group().replace(",", "")
    places = len(digits.partition(".")[2])
    value, step = Fraction(digits), Fraction(1, 10**places)
    scale, unit = _scaled(text[match.end() :].strip())
    factor = Fraction(SCALES.get(scale, 1))
    rate = RATES.get(unit)
    factor *= rate or UNITS.get(unit, Fraction(1))
    if text[: match.start()].strip().endswith(("-", "−", "–", "零下")):
        value = -value
    if YEAR.fullmatch(text):
        return Worth(value)
    zeros = len(digits) - len(digits.rstrip("0")) if not places and value else 0
    grain = min(Fraction(10**zeros), abs(value) / 2) if value else Fraction(1)
    if places or scale or rate or rounded or unit in ("倍", "times"):
        allowed = (step / 2, max(step, grain if scale or zeros > 1 else step))
    else:
        allowed = (Fraction(0), grain if zeros > 1 else Fraction(0))
    if leeway:
        allowed = (Fraction(leeway), 2 * Fraction(leeway))
    return Worth(value * factor, *(a * factor for a in allowed))


def _scaled(rest: str) -> tuple[str, str]:
    """The scale word that what follows a number begins with, and the unit after it."""
    for scale in sorted(SCALES, key=len, reverse=True):
        if (rest.startswith(scale) and not rest[len(scale) :][:1].isascii()) or rest == scale:
            return scale, rest[len(scale) :].strip()
        if rest.startswith(scale + " "):
            return scale, rest[len(scale) :].strip()
    return "", rest if rest in RATES or rest in UNITS else rest.removeprefix("個").strip()


def _spelled(text: str) -> Worth:
    """Numbers to 99 in words, tenths such as 三成五, and fractions such as 三分之二."""
    fraction = re.fullmatch(r"([一二兩两三四五六七八九十])分之([一二兩两三四五六七八九])", text)
    if fraction:
        return Worth(Fraction(HAN[fraction[2]], HAN[fraction[1]]), Fraction(3, 100), Fraction(8, 100))
    tenths = re.fullmatch(r"([一二兩两三四五六七八九])成([一二三四五六七八九半])?", text)
    if tenths:
        extra = {"": 0, "半": 5}.get(tenths[2] or "", HAN.get(tenths[2] or "", 0))
        half = Fraction(1, 200) if extra else Fraction(1, 20)
        return Worth(Fraction(10 * HAN[tenths[1]] + extra, 100), half, 2 * half)
    han = re.match(r"第?([一二兩两三四五六七八九]?十[一二三四五六七八九]?|[零〇一二兩两三四五六七八九])", text)
    if han:
        word, scale = han[1], _scaled(text[han.end() :])[0]
        ten, found, one = word.partition("十")
        value = Fraction((HAN[ten] if ten else 1) * 10 + (HAN[one] if one else 0) if found else HAN[word])
        factor = Fraction(SCALES.get(scale, 1))
        return Worth(value * factor, factor / 2 if scale else Fraction(0), factor if scale else Fraction(0))
    words = text.lower().replace("-", " ").split()
    if words and words[0] in ENGLISH:
        value = Fraction(ENGLISH[words[0]])
        if len(words) > 1 and words[1] in ENGLISH and value >= 20:
            value += ENGLISH[words[1]]
        factor = next((Fraction(SCALES[w]) for w in words if w in SCALES), Fraction(1))
        return Worth(value * factor, *((factor / 2, factor) if factor > 1 else ()))
    raise ValueError(f"no number in {text!r}")
