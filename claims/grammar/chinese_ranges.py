"""Ranges: two numbers told as the ends of one, 3至5万元, 大于10小于20."""

from __future__ import annotations

import re
from fractions import Fraction

from claims.grammar.chinese_found import Found

_RANGE = re.compile(r"(?:\(含\))?(?:~|-|至|到|—|不等至|乃至|——|~~|--| - | ~ | 至 | 到 )$")
_BETWEEN = re.compile(r"(?:和|与|至|到|及)$")
_BETWEEN_END = re.compile(r"(?:之间|间(?![接隔断谍距]))")
_BOUNDED = re.compile(r"(?:[，、,] ?)?(?:并且?|且|而|但|和|又|同时|的同时|、)?(?:比)?$")
_JOINTS = frozenset("~-—至到、和与及 \n")
"""What stands before the second number of a range, where no words bound both."""
_LOWER = frozenset(("more_than", "at_least"))
_UPPER = frozenset(("less_than", "at_most"))


def join_ranges(text: str, found: list[Found]) -> list[Found]:
    """The same quantities, each two that are the ends of one range made one."""
    made: list[Found] = []
    for item in found:
        if made:
            before = made[-1]
            if (
                item.outer_start - before.end <= 6
                and (text[item.start - 1] in _JOINTS or (item.hedge is not None and before.hedge is not None))
                and before.dates is None
                and item.dates is None
                and (before.kind != "ordinal" or item.kind == "ordinal")
                and not _arrival(text, made, item)
                and (joined := _join(text, before, item)) is not None
            ):
                made[-1] = joined
                continue
        made.append(item)
    return made


def _arrival(text: str, made: list[Found], b: Found) -> bool:
    """分别升8元和4元至90元: what 至 leads to after a change is where it arrived, not the end of a range."""
    a = made[-1]
    if text[a.end : b.start] not in ("至", "到") or a.unit is None or a.unit != b.unit or b.low is not None:
        return False
    changes = a.direction is not None or (
        len(made) > 1 and made[-2].direction is not None and text[made[-2].end : a.start] in ("和", "及", "、", "与")
    )
    return changes and a.low is None and a.kind in ("money", "count") and b.number() >= 5 * a.number()


def _join(text: str, a: Found, b: Found) -> Found | None:
    between = text[a.outer_end : b.outer_start] if b.outer_start >= a.outer_end else text[a.end : b.start]
    if (a.hedge in _LOWER and b.hedge in _UPPER) or (a.hedge in _UPPER and b.hedge in _LOWER):
        if len(between) <= 4 and (not between or _BOUNDED.match(between)) and a.low is None and b.low is None:
            return _bounded(a, b)
        return None
    between = text[a.end : b.start]
    if not between or len(between) > 5 or a.low is not None or b.low is not None:
        return None
    if a.hedge in _LOWER | _UPPER and a.outer_end > a.end:
        return None
    closing = _BETWEEN_END.match(text, b.outer_end)
    if _RANGE.match(between):
        pass
    elif (
        between == "、"
        and a.characters
        and b.characters
        and a.weak
        and not _heads_line(text, a, b)
        and _alternatives(a.mantissa, _leading(b.mantissa))
        and b.value is None
    ):
        pass  # 两、三个月, 三、五百人
    elif between == "、" and b.kind == "duration" and _either(text, a, b):
        pass  # 3、5分钟
    elif b.unit_word == "间" and a.unit is None and not a.weak and _BETWEEN.match(between):
        b.kind, b.unit, b.unit_word, b.end = "number", None, "", b.end - 1
        closing = _BETWEEN_END.match(text, b.end)
    elif closing is not None and _BETWEEN.match(between):
        pass
    else:
        return None
    if b.value is not None and a.kind == "number" and b.kind == "duration" and b.value != b.number():
        return None
    bare = a.kind == b.kind == "number" and a.scale == b.scale == 1 and closing is None
    if "-" in between and bare and not _plain_range(a, b):
        a.weak = b.weak = True
        return None
    if not _share(a, b):
        return None
    low, high = a.number(), b.number()
    made = b
    made.low, made.high, made.closed = low, high, True
    if low > high:
        made.low, made.high = high, low
    made.start, made.outer_start = a.start, min(a.outer_start, a.start)
    made.direction = a.direction or b.direction
    made.weak = False
    if closing is not None:
        made.outer_end = max(made.outer_end, closing.end())
    made.step = max(a.steps()[0], b.steps()[0])
    made.hedge = None
    return made


def _heads_line(text: str, a: Found, b: Found) -> bool:
    """三、四川: the first is the number of a section."""
    return (a.start == 0 or text[a.start - 1] == "\n") and text[a.start] != "两" and b.end < len(text)


def _leading(number: int) -> int:
    while number >= 10 and number % 10 == 0:
        number //= 10
    return number


def _alternatives(low: int, high: int) -> bool:
    """Digits said for either: two in a row, or 三五."""
    return 0 < low < 10 and high < 10 and (high - low == 1 or (low, high) == (3, 5))


def _either(text: str, a: Found, b: Found) -> bool:
    return (
        a.kind == "number"
        and not (a.decimals or b.decimals or a.scale > 1 or b.scale > 1)
        and _alternatives(a.mantissa, b.mantissa)
        and text[a.start - 1 : a.start] not in ("、", "第", "别", "为")
        and text[b.end : b.end + 1] != "、"
    )


def _plain_range(a: Found, b: Found) -> bool:
    """Whether two bare numbers around a hyphen are a range and not a score or a telephone number."""
    if a.decimals or b.decimals:
        return a.number() < b.number()
    return a.number() < b.number() and b.mantissa >= 10 and b.mantissa < 10 * max(a.mantissa, 10) and b.mantissa < 10**6


def _bounded(a: Found, b: Found) -> Found | None:
    """大于10小于20, 1000以上1500以下, 最多100最少20."""
    low, high = (a, b) if a.hedge in _LOWER else (b, a)
    if not _share(a, b) or low.number() >= high.number():
        return None
    b.low, b.high = low.number(), high.number()
    b.closed, b.low_open, b.bounded = high.hedge == "at_most", low.hedge == "more_than", True
    b.start, b.outer_start = a.start, a.outer_start
    b.outer_end = max(a.outer_end, b.outer_end)
    b.weak = False
    return b


def _share(a: Found, b: Found) -> bool:
    """Give the first number the unit and scale of the second; False when they are unlike."""
    if a.unit_word == "分之" and b.kind == "number" and b.scale == 1 and a.mantissa < b.mantissa <= 100:
        b.kind, b.unit, b.unit_word = a.kind, a.unit, a.unit_word  # 百分之五至十
        return True
    if a.unit == b.unit and a.kind == b.kind and a.unit is not None:
        if (
            a.scale == 1
            and b.scale > 1
            and a.kind == "money"
            and a.unit_word != b.unit_word
            and a.number() < b.number() / b.scale
        ):
            _take_scale(a, b)
        return True
    if a.kind == b.kind == "ordinal" or (a.kind == b.kind == "multiple"):
        return True
    if a.kind == "money" and b.kind == "number" and a.start < a.end and a.unit_word and not b.unit:
        if b.weak and not b.scale > 1:
            return False
        if a.end == a.reading_end:  # $3至5万: the sign before stands for both
            b.kind, b.unit, b.unit_word = a.kind, a.unit, a.unit_word
            if a.scale == 1 and b.scale > 1:
                _take_scale(a, b)
            return True
        return False
    if a.kind == "money" and b.kind == "money" and a.end == a.reading_end:
        a.unit = b.unit
        if a.scale == 1 and b.scale > 1:
            _take_scale(a, b)
        return True
    if a.kind != "number" or a.unit is not None:
        return False
    if a.scale == 1 and b.scale > 1:
        _take_scale(a, b)
    elif a.scale == 1 and b.scale == 1 and a.characters and b.characters and not a.decimals:
        # 八到九百: a digit before hundreds or thousands is one of them.
        _take_place(a, b)
    a.kind, a.unit, a.factor = b.kind, b.unit, b.factor
    if b.kind == "percent" and b.rounding == "tenth":
        a.step = b.step
    return True


def _take_scale(a: Found, b: Found) -> None:
    """3至5万: 30000; but 8500到3万 is 8500."""
    first, last = Fraction(a.mantissa, 10**a.decimals), Fraction(b.mantissa, 10**b.decimals)
    if first < last or (a.decimals and first < 10 * last):
        a.scale, a.scale_word = b.scale, b.scale_word
        if a.characters and b.characters and first < 10:
            _take_place(a, b)


def _take_place(a: Found, b: Found) -> None:
    leading, places = b.mantissa, 1
    while leading >= 10:
        leading //= 10
        places *= 10
    if places > 1 and not b.decimals and a.mantissa < 10 and a.mantissa < leading and b.mantissa % places == 0:
        a.mantissa *= places
