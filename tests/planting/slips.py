"""What a figure becomes by one slip of the hand or of the mind."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from .figures import NUMBER, YEAR
from .words import (
    HAN,
    MONTHS,
    ORDINALS,
    OTHER_MULTIPLES,
    SCALE_PAIRS,
    SIMPLIFIED,
    TO_TWENTY,
    TRADITIONAL,
    UNIT_PAIRS,
    WAYS,
    WEEKDAYS,
)

SLIPS = (
    "digit changed", "digits swapped", "digit doubled or dropped", "decimal point", "magnitude", "direction",
    "percent for point", "off by one", "year off by one", "unit", "wrong base",
)  # fmt: skip
_YEARS = range(1900, 2036)
"""Years that anybody would take for one at a glance."""
_POINTS = re.compile(r" ?(?:percentage points?|[個个]?百分[點点])$")


class Slip(NamedTuple):
    kind: str
    """One of `SLIPS`."""
    text: str


def slips(text: str, simplified: bool = False) -> Iterator[Slip]:
    """Every slip that can be made in one figure or word; some may be worth what the figure is."""
    yield from _in_words(text, simplified)
    numbers = list(NUMBER.finditer(text))
    if _has_date(text):
        yield from _in_dates(text)
    elif YEAR.fullmatch(text):
        digits = numbers[0].group()
        for by in (-1, 1):
            yield Slip("year off by one", text.replace(digits, str(int(digits) + by)))
        made = _in_digits(text, numbers[0], year=True)
        yield from (slip for slip in made if int(slip.text[:4]) in _YEARS)
    elif len(numbers) == 1:
        yield from _in_digits(text, numbers[0])
        yield from _in_units(text, numbers[0].end())
    elif len(numbers) == 2:  # hours and minutes
        made = _in_digits(text, numbers[1], year=True)
        yield from (slip for slip in made if int(NUMBER.findall(slip.text)[1]) < 60)


def _has_date(text: str) -> bool:
    return bool(re.search(r"\d月\d", text)) or any(month in text for month in MONTHS)


def _in_digits(text: str, number: re.Match[str], year: bool = False) -> Iterator[Slip]:
    whole, _point, part = number.group().replace(",", "").partition(".")
    row = whole + part
    made: list[tuple[str, str, str]] = []
    for i, (digit, following) in enumerate(itertools.pairwise(row)):
        if digit != following:
            new = row[:i] + following + digit + row[i + 2 :]
            made.append(("digits swapped", new[: len(whole)], new[len(whole) :]))
    for i, digit in enumerate(row):
        for other in "0123456789":
            if other != digit:
                new = row[:i] + other + row[i + 1 :]
                made.append(("digit changed", new[: len(whole)], new[len(whole) :]))
    if not year:
        for i, digit in enumerate(row) if len(row) > 2 else ():
            made.append(
                ("digit doubled or dropped", whole[:i] + digit + whole[i:], part)
                if i < len(whole)
                else ("digit doubled or dropped", whole, part[: i - len(whole)] + digit + part[i - len(whole) :])
            )
            if i < len(whole) and len(whole) > 1:
                made.append(("digit doubled or dropped", whole[:i] + whole[i + 1 :], part))
        if part or (len(whole) == 2 and text.endswith(("%", "percent", "per cent"))):
            made.append(("decimal point", whole + part[:1], part[1:]) if part else ("decimal point", whole + "0", ""))
            made.append(("decimal point", whole[:-1] or "0", whole[-1] + part))
        if not part and 1 < int(whole) < 31:
            made += [("off by one", str(int(whole) + by), "") for by in (-1, 1)]
    grouped = "," in number.group()
    for kind, new_whole, new_part in made:
        if not new_whole or (len(new_whole) > 1 and new_whole[0] == "0" and kind != "decimal point"):
            continue
        new_whole = new_whole.lstrip("0") or "0"
        shown = f"{int(new_whole):,}" if grouped else new_whole
        written = shown + (f".{new_part}" if new_part else "")
        yield Slip(kind, text[: number.start()] + written + text[number.end() :])


def _in_units(text: str, end: int) -> Iterator[Slip]:
    before, rest = text[:end], text[end:]
    for scale, other in SCALE_PAIRS:
        if rest.strip().startswith(scale) and not (scale in ("萬", "万") and rest.strip()[1:2] in ("億", "亿")):
            yield Slip("magnitude", before + rest.replace(scale, other, 1))
            break
    points = _POINTS.search(rest)
    if points:
        yield Slip("percent for point", text[: end + points.start()] + ("%" if "百" in rest else " percent"))
    for unit, other in UNIT_PAIRS:
        if rest.strip() == unit or (rest.strip().endswith(unit) and not unit.isascii() and len(unit) > 1):
            yield Slip("unit", before + rest.replace(unit, other))
            break


def _in_dates(text: str) -> Iterator[Slip]:
    """The day and the year one off, and the day of another month's end."""
    for match in NUMBER.finditer(text):
        number = int(match.group())
        kind = "year off by one" if number > 1000 else "off by one"
        if text[match.end() : match.end() + 1] == "月":
            continue
        others = (number - 1, number + 1) if number > 1000 else (number - 1, number + 1, 30, 31, number + 20)
        for other in others:
            if other > 0 and other != number:
                kind = kind if abs(other - number) == 1 else "digit changed"
                yield Slip(kind, text[: match.start()] + str(other) + text[match.end() :])


def _in_words(text: str, simplified: bool) -> Iterator[Slip]:
    opposites = [pair[1 - pair.index(text)] for pair in WAYS if text in pair]
    if opposites:
        strange = TRADITIONAL if simplified else SIMPLIFIED
        yield Slip("direction", next(word for word in opposites if not strange & set(word)))
        return
    for days in WEEKDAYS:
        if text in days:
            for by in (1, -1):
                yield Slip("off by one", days[(days.index(text) + by) % 7])
            return
    if text in OTHER_MULTIPLES:
        yield Slip("off by one", OTHER_MULTIPLES[text])
        return
    yield from _in_spelled(text, simplified)


def _in_spelled(text: str, simplified: bool) -> Iterator[Slip]:
    """A number in words one more or one less."""
    if text in ORDINALS:
        yield from (Slip("off by one", ORDINALS[n]) for n in _beside(ORDINALS.index(text)))
        return
    first = re.match(r"[A-Za-z]+", text)
    if first and first.group().lower() in TO_TWENTY:
        word = first.group()
        for n in _beside(TO_TWENTY.index(word.lower())):
            new = TO_TWENTY[n].capitalize() if word[0].isupper() else TO_TWENTY[n]
            yield Slip("off by one", new + text[first.end() :])
        return
    han = re.match(r"(第?)(十[一二三四五六七八九]|[二兩两三四五六七八九十])", text)
    if han and NUMBER.search(text) is None and "分之" not in text:
        word = han[2]
        value = 10 + HAN[word[1]] if len(word) == 2 else HAN[word]
        for n in _beside(value):
            if n > 1:
                digits = "零一二三四五六七八九十"
                new = digits[n] if n <= 10 else "十" + digits[n - 10]
                if n == 2 and not han[1]:
                    new = "两" if simplified else "兩"
                yield Slip("off by one", han[1] + new + text[han.end() :])


def _beside(number: int) -> tuple[int, ...]:
    return tuple(n for n in (number - 1, number + 1) if 0 < n <= 20 and n < 20)
