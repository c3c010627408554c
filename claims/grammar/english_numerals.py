"""English numerals: digits with separators, number words, and both mixed.

A numeral is read from left to right without backtracking: each word either continues the
group before it or ends the numeral. "And" belongs to it only when what follows is worth
less than what stands before, so "three hundred and two hundred" is two numerals.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.grammar.english_lexicon import DOZEN, HUNDRED, SCALE, TEEN, TENS, UNIT, Lexicon
from claims.numerals import MAX_DIGITS

_LIMIT = 10**30  # no honest scale reaches it

_FIRST = re.compile(r"[a-z]+")
_STEP = re.compile(r"( {0,3}- {0,3}| {1,3})([a-z]+|&)")
_DIGIT_POINT = re.compile(r" point (\d{1,10})(?![\d.])")
_FRACTION = re.compile(
    r"(?: {1,2}|-)(?:and|&)(?: {1,2}|-)(?:(an?|one|two|three|four|five|six|seven|eight|nine)[ -]{1,3}"
    r"(half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twentieths?|thirtieths?|hundredths?)|(half"
    r"|quarter))(?![a-z]|-(?!year|month|week|day|hour|minute|mile))"
)
_DIGITS_AND_SCALE = re.compile(r" (\d{1,3}) (hundred|thousand)(?![a-z])")
_AND_DIGITS = re.compile(r" and (\d{1,3})(?![\d.,%/:-]|[a-z]| ?(?:hundred|thousand|million|billion|%|per))")
_GOING_ON = frozenset(("and", "&", "point"))
_COUNT = {None: 1, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
          "eight": 8, "nine": 9}  # fmt: skip


class Number(NamedTuple):
    """A numeral read: `mantissa` / (10 ** `decimals` * `den`) * `scale`."""

    end: int
    mantissa: int
    decimals: int = 0
    den: int = 1
    scale: int = 1
    scale_word: str = ""
    last: int = UNIT
    """Class of the last word."""
    plain: bool = True
    """Whether it is one word or one run of digits."""
    year: bool = False
    """Whether it is worded as a year: nineteen eighty-four."""


def words(low: str, start: int, lexicon: Lexicon, alone: bool = False) -> Number | None:
    """The numeral in words that begins at `start` of the lower-case text, or None.

    With `alone` it ends before a comma, a spoken decimal or "and a half": what those would
    add is asked for by a numeral that is being read already.
    """
    first = _FIRST.match(low, start)
    if first is None:
        return None
    entry = lexicon.numbers.get(first[0])
    if entry is None:
        return None
    code, worth = entry
    end = first.end()
    if code < HUNDRED:
        step = _STEP.match(low, end)
        if step is None or (step[2] not in lexicon.numbers and step[2] not in _GOING_ON):
            return Number(end, worth, last=code)
    return _grow(low, end, code, worth, lexicon, start, alone)


def _grow(low: str, end: int, code: int, worth: int, lexicon: Lexicon, start: int, alone: bool = False) -> Number:
    numbers = lexicon.numbers
    total, group, last, ceiling = 0, worth, code, _LIMIT
    added = 0
    scale_at = start
    plain = True
    year = False
    if code >= SCALE:
        total, group, added, ceiling = worth, 0, worth, worth
    while True:
        step = _STEP.match(low, end)
        if step is None:
            break
        word = step[2]
        entry = numbers.get(word)
        if entry is None:
            if (
                word in ("and", "&")
                and last in (HUNDRED, SCALE)
                and (joined := _after_and(low, step.end(), last, ceiling, numbers))
            ):
                entry, step = joined
                group += entry[1]
                last, end, plain = entry[0], step.end(), False
                continue
            break
        code, worth = entry
        if (code <= TENS and last in (HUNDRED, SCALE) and 0 < worth < ceiling) or (
            code == UNIT and last == TENS and worth
        ):
            group += worth
        elif code in (TEEN, TENS) and not total and group in (19, 20) and last in (TEEN, TENS) and step[1] != "-":
            group, year = group * 100 + worth, True
        elif (
            code == TENS
            and last == UNIT
            and not total
            and 0 < group < 10
            and step[1] == " "
            and _digits_read_out(low, step.end(), numbers)
        ):
            group = group * 100 + worth
        elif code == HUNDRED and last < HUNDRED and group and not year:
            group *= 100
        elif code >= SCALE and not year:
            if last >= SCALE:
                if not added or total >= _LIMIT // worth or (not plain and step[1] != " "):
                    break
                total += added * (worth - 1)
                added *= worth
                ceiling = worth
            else:
                if not group or (worth >= ceiling and ceiling != _LIMIT and code == SCALE):
                    if not group or total + group >= ceiling * 1000:
                        break
                    total, group = 0, total + group
                added = group * worth
                total, group, ceiling = total + added, 0, worth
            scale_at = step.start(2)
        else:
            break
        last, end, plain = code, step.end(), False
    if last == SCALE and not alone and low.startswith(", ", end):
        rest = words(low, end + 2, lexicon, True) if low[end + 2 : end + 3].isalpha() else None
        if (
            rest
            and rest.mantissa * rest.scale < ceiling
            and not rest.decimals
            and rest.den == 1
            and rest.mantissa * rest.scale >= 100
        ):
            return Number(rest.end, total + rest.mantissa * rest.scale, plain=False)
    if last >= SCALE and added == total:
        word = low[scale_at:end]
        number = Number(end, total // ceiling, 0, 1, ceiling, word, last, plain)
    else:
        number = Number(end, total + group, last=last, plain=plain, year=year)
    return number if alone else _tail(low, number, lexicon)


def _after_and(
    low: str, at: int, last: int, ceiling: int, numbers: dict[str, tuple[int, int]]
) -> tuple[tuple[int, int], re.Match[str]] | None:
    """The number word after "and" when it goes on with the numeral, as entry and match."""
    step = _STEP.match(low, at)
    if step is None:
        return None
    entry = numbers.get(step[2])
    if entry is None or entry[0] > TENS or not entry[1]:
        return None
    # Look past the group for a hundred or a scale that would make it too large.
    end = step.end()
    big = False
    for _ in range(6):
        ahead = _STEP.match(low, end)
        if ahead is None:
            break
        code, worth = numbers.get(ahead[2], (-1, 0))
        if code == HUNDRED:
            if last == HUNDRED:
                return None
            big = True
        elif code >= SCALE:
            if last == SCALE and worth >= ceiling:
                return None
            big = True
            break
        elif code < 0 and ahead[2] != "and":
            break
        end = ahead.end()
    if last == SCALE and ceiling >= 1_000_000 and not big and low[step.end() : step.end() + 1] not in ("", "."):
        return None
    return entry, step


def _digits_read_out(low: str, end: int, numbers: dict[str, tuple[int, int]]) -> bool:
    """Whether "one twenty" goes on as "one twenty two"."""
    step = _STEP.match(low, end)
    return (
        step is not None
        and step[1] in (" ", "-")
        and numbers.get(step[2], (9, 0))[0] == UNIT
        and not low.startswith("-", step.end())
    )


def _tail(low: str, number: Number, lexicon: Lexicon) -> Number:
    """Decimals read out, and "and a half" after a numeral."""
    end = number.end
    if number.scale == 1 and low.startswith(" point ", end):
        spoken = _spoken_decimals(low, end, lexicon)
        if spoken:
            end, digits = spoken
            return scaled(low, Number(end, int(f"{number.mantissa}{digits}"), len(digits), plain=False), lexicon)
    if low.startswith((" and ", "  and ", " & ", "-and-"), end):
        fraction = _FRACTION.match(low, end)
        if fraction:
            return _and_part(low, number, fraction, lexicon)
        if number.last < HUNDRED and number.scale == 1:
            return _and_parts(low, number, lexicon)
    return number


def _and_parts(low: str, number: Number, lexicon: Lexicon) -> Number:
    """Two and fifty-four hundredths."""
    at = low.find(" ", number.end + 1) + 1
    part = words(low, at, lexicon, True) if at and low[at : at + 1].isalpha() else None
    step = _STEP.match(low, part.end) if part else None
    if part is None or step is None or part.mantissa > 999 or part.scale > 1 or part.den > 1 or part.decimals:
        return number
    den, plural = lexicon.denominators.get(step[2], (0, False))
    if not plural or part.mantissa >= den:
        return number
    return Number(step.end(), number.mantissa * den + part.mantissa, den=den, plain=False)


def _and_part(low: str, number: Number, fraction: re.Match[str], lexicon: Lexicon) -> Number:
    """Two and a half; two million and a half; one billion and three quarters million."""
    word = fraction[2] or fraction[3]
    count, den = _COUNT[fraction[1]], lexicon.denominators["half" if word == "halves" else word][0]
    end = fraction.end()
    step = _STEP.match(low, end)
    own = lexicon.numbers.get(step[2]) if step else None
    if number.scale > 1 or number.last == HUNDRED:
        whole, scale = number.mantissa, number.scale
        if number.scale == 1:
            whole, scale = number.mantissa // 100, 100
        if step and own and own[0] == SCALE and own[1] <= scale:
            return Number(step.end(), whole * scale * den + count * own[1], 0, den, 1, "", SCALE, False)
        return Number(end, whole * den + count, 0, den, scale, number.scale_word, SCALE, False)
    mixed = Number(end, number.mantissa * den + count * 10**number.decimals, number.decimals, den, plain=False)
    return scaled(low, mixed, lexicon)


def _spoken_decimals(low: str, end: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """End and digits of " point nought three" or " point seventy-one"."""
    digits = ""
    at = end + len(" point")
    while len(digits) < 12:
        step = _STEP.match(low, at)
        code, worth = lexicon.numbers.get(step[2], (9, 0)) if step else (9, 0)
        if step is None or code > TENS or (digits and code != UNIT):
            break
        at = step.end()
        if code == TENS and not digits:
            unit = _STEP.match(low, at)
            if unit and lexicon.numbers.get(unit[2], (9, 0))[0] == UNIT:
                worth, at = worth + lexicon.numbers[unit[2]][1], unit.end()
        digits += str(worth)
    return (at, digits) if digits else None


def scaled(low: str, number: Number, lexicon: Lexicon) -> Number:
    """`number` with the scale words that follow it: 4.5 million, two and a half thousand."""
    step = _STEP.match(low, number.end)
    if step is None:
        return number
    code, worth = lexicon.numbers.get(step[2], (-1, 0))
    if code < HUNDRED or (low[step.end() : step.end() + 1] == "-" and code == DOZEN):
        return number
    end, scale = step.end(), worth
    again = _STEP.match(low, end)
    if again and again[1] == " ":
        code2, worth2 = lexicon.numbers.get(again[2], (-1, 0))
        if code2 == SCALE and code >= HUNDRED:
            end, scale = again.end(), scale * worth2
    return number._replace(end=end, scale=scale, scale_word=low[step.start(2) : end], last=code, plain=False)


# --- digits ---

_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3})+,\d+(?!\d)|\d{1,3}(?:'\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?: \d{3})+(?![\d,]|\.\d{3})(?:\.\d+)?"
)
_PLAIN = re.compile(r"\d*\.?\d+")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+,\d+|\d+")
_POWER = re.compile(
    r"e([+-]?\d{1,3})(?![\w.])|(?: ?[x×*·⋅] ?)(10|2)(?:\^| ?\*\* ?)?([+-]?\d{1,3})(?![\w.]\d|\d)"
    r"|\^([+-]?\d{1,3})(?![\d.])"
)
_VULGAR = re.compile(r"(\d{1,9})(?: ?/ ?|⁄)(\d{1,5})(?![\d/])")
_MIXED = re.compile(r"( {1,2}|-)(\d{1,3})[/⁄](\d{1,4})(?![\d/])")
_SEPARATORS = str.maketrans("", "", ", '")
_SEPARATING = frozenset(", '.")
GLYPHS = {
    glyph: (int(part[0]), int(part[2:]))
    for glyph, part in zip(
        "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒",
        [
            "1/2",
            "1/3",
            "2/3",
            "1/4",
            "3/4",
            "1/5",
            "2/5",
            "3/5",
            "4/5",
            "1/6",
            "5/6",
            "1/7",
            "1/8",
            "3/8",
            "5/8",
            "7/8",
            "1/9",
            "1/10",
        ],
        strict=True,
    )
}


def digits(low: str, start: int, lexicon: Lexicon, decimal_comma: bool = False) -> Number | None:
    """The numeral in digits that begins at `start`, or None when it is no number."""
    number = _run(low, start, decimal_comma)
    if number is None:
        return None
    end = number.end
    after = low[end : end + 1]
    if after == "" or after == ",":
        return number
    if after in GLYPHS:
        n, d = GLYPHS[after]
        if number.decimals:
            return number
        number = Number(end + 1, number.mantissa * d + n, den=d)
        return scaled(low, number, lexicon)
    if after in "e^x×*·⋅" or (after == " " and low[end + 1 : end + 2] in ("x", "×", "*", "·")):
        return _power(low, number)
    if not number.decimals and after in " /⁄-":
        part = _VULGAR.match(low, start)
        if part and part.end() > end:
            n, d = int(part[1]), int(part[2])
            if not d or 40 < d < n < 400 or low.startswith(" mpg", part.end()):
                return None  # a blood pressure of 140/90, 16/24 mpg
            return scaled(low, Number(part.end(), int(part[1]), den=int(part[2])), lexicon)
        part = _MIXED.match(low, end)
        if part and part[3] != "0" and int(part[2]) < int(part[3]):
            den = int(part[3])
            return scaled(low, Number(part.end(), number.mantissa * den + int(part[2]), den=den), lexicon)
        if after == " " and low[end + 1 : end + 2] in GLYPHS:
            n, d = GLYPHS[low[end + 1]]
            return scaled(low, Number(end + 2, number.mantissa * d + n, den=d), lexicon)
    if after == " " or after == "-":
        return _with_scale(low, number, lexicon)
    return number


def _run(low: str, start: int, decimal_comma: bool) -> Number | None:
    if decimal_comma:
        match = _EUROPEAN.match(low, start)
        if (match and "." in match[0]) or (match and "," in match[0]):
            whole, _, part = match[0].replace(".", "").partition(",")
            return _number(match.end(), whole, part)
    plain = _PLAIN.match(low, start)
    if plain is None:
        return None
    end = plain.end()
    if low[end : end + 1] in _SEPARATING and low[end + 1 : end + 2].isdecimal():
        match = _GROUPED.match(low, start)
        if match:
            token = match[0]
            if "." in token and "," in token and token.rindex(",") > token.rindex("."):
                token = token.replace(".", "").replace(",", ".")
            whole, _, part = token.translate(_SEPARATORS).partition(".")
            return _number(match.end(), whole, part)
    whole, _, part = plain[0].partition(".")
    return _number(end, whole, part)


def _number(end: int, whole: str, part: str) -> Number | None:
    if len(whole) + len(part) > MAX_DIGITS:
        return None
    return Number(end, int(whole + part), len(part))


def _power(low: str, number: Number) -> Number | None:
    """Scientific notation and small powers; None when too large to be meant."""
    match = _POWER.match(low, number.end)
    if match is None:
        return number
    base, exponent = 10, int(match[1] or match[3] or match[4])
    if match[4]:
        return _raised(match.end(), number, exponent)
    if match[2] == "2":
        base = 2
    elif match[1] is None and match[2] == "10" and low[match.start(3) - 1] == "0" and match[3][0] not in "+-":
        return number  # 3 x 102 is a product, not a power
    if abs(exponent) > MAX_DIGITS:
        return None
    if exponent >= 0:
        return Number(match.end(), number.mantissa, number.decimals, scale=base**exponent, scale_word="^")
    return Number(match.end(), number.mantissa, number.decimals, base**-exponent, scale_word="^")


def _raised(end: int, number: Number, exponent: int) -> Number | None:
    size = len(str(number.mantissa)) * abs(exponent)
    if size > 4 * MAX_DIGITS or not number.mantissa:
        return None
    if exponent >= 0:
        return Number(end, number.mantissa**exponent, den=10 ** (number.decimals * exponent), scale_word="^")
    power = -exponent
    return Number(end, 10 ** (number.decimals * power), den=number.mantissa**power, scale_word="^")


def _with_scale(low: str, number: Number, lexicon: Lexicon) -> Number:
    found = scaled(low, number, lexicon)
    if found is number:
        point = _DIGIT_POINT.match(low, number.end)
        if point and not number.decimals:
            return scaled(low, Number(point.end(), int(f"{number.mantissa}{point[1]}"), len(point[1])), lexicon)
        if low.startswith(" and ", number.end) and not number.decimals:
            fraction = _FRACTION.match(low, number.end)
            if fraction:
                return _and_part(low, number, fraction, lexicon)
        return number
    if found.last == SCALE or found.last == HUNDRED:
        if low.startswith(" and ", found.end):
            fraction = _FRACTION.match(low, found.end)
            if fraction:
                return _and_part(low, found, fraction, lexicon)
        if not found.decimals:
            return _with_smaller(low, found, lexicon)
    return found


def _with_smaller(low: str, number: Number, lexicon: Lexicon) -> Number:
    """4 thousand 3 hundred; 3 hundred and 21; 6 crore and two hundred."""
    total, ceiling, end = number.mantissa * number.scale, number.scale, number.end
    while match := _DIGITS_AND_SCALE.match(low, end):
        worth = 100 if match[2] == "hundred" else 1000
        value = int(match[1]) * worth
        if value >= ceiling:
            break
        total, ceiling, end = total + value, worth, match.end()
    if ceiling <= 1000 and (match := _AND_DIGITS.match(low, end)) and 0 < int(match[1]) < ceiling:
        total, end = total + int(match[1]), match.end()
    elif low.startswith(" and ", end) and low[end + 5 : end + 6].isalpha():
        rest = words(low, end + 5, lexicon, True)
        if rest and rest.den == 1 and not rest.decimals and 100 <= rest.mantissa * rest.scale < ceiling:
            total, end = total + rest.mantissa * rest.scale, rest.end
    return number if end == number.end else Number(end, total, plain=False)
