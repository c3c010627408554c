"""What a spreadsheet shows of a value: number formats as ECMA-376, part 1, 18.8.30 has them.

The value that is shown is the claim: 0.05 under 0.0% is "5.0%", 1234567 under #,##0, is
"1,235". Numbers are rounded half away from zero on the fifteen digits that a sheet keeps.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

Value = str | float | int | bool | date | datetime | time | timedelta

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "m/d/yyyy h:mm", 37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)", 41: "#,##0_);(#,##0);-_)",
    42: '"$"#,##0_);("$"#,##0);"$"-_)', 43: "#,##0.00_);(#,##0.00);-??_)", 44: '"$"#,##0.00_);("$"#,##0.00);"$"-??_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""Formats that a file names by number alone; 14 and 22 follow the reader's region, here the United States."""
LONGEST = 255
"""Characters of a format that is followed; longer ones are no work of a spreadsheet."""
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General)|(?P<noon>AM/PM|A/P|上午/下午)|(?P<exponent>[Ee][+-])|(?P<date>y+|m+|d+|h+|s+(?:\.0+)?|e+|a{3,4})"
    r"|(?P<digit>[0#?])|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP)
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MARKS = "一二三四五六日"
_PLAIN = re.compile(
    r'(?P<before>"[^"]*"|[$¥£€])?(?P<whole>#,##0|0)(?P<places>\.0{1,9})?(?P<percent>%)?(?P<after>"[^"]*")?'
)
_NUDGE = 1.0000000000000009
"""A few units in the last place up: what fifteen digits round to a half is rounded away from zero."""
_LARGE, _TEN_DIGITS, _ROUGH = 1e13, 1e9, 1e-4
_LEAST, _MOST = Decimal("1e-5"), Decimal("1e15")


class _Token(NamedTuple):
    kind: str
    text: str


class _Section(NamedTuple):
    """One of the up to four parts of a format."""

    tokens: tuple[_Token, ...]
    condition: tuple[str, Decimal] | None

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(token.kind for token in self.tokens)


def shown(value: Value, code: str) -> str:
    """The text that a cell shows; what a format makes no text of is shown plainly."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (float, int)) and (simple := _simple(code)) is not None and abs(value) < _LARGE:
        made = (
            simple.form % (abs(value) * simple.factor * _NUDGE)
            if not simple.grouped
            else format(abs(value) * simple.factor * _NUDGE, simple.form)
        )
        sign = "-" if value < 0 and made.strip("0.,") else ""
        return f"{sign}{simple.before}{made}{simple.after}"
    if isinstance(value, (date, time, timedelta)):
        return _shown_date(value, code)
    sections = _sections(code[:LONGEST])
    if isinstance(value, str):
        if len(sections) > 3 or (len(sections) == 1 and "@" in code):
            return "".join(value if t.text == "@" else t.text for t in sections[-1].tokens)
        return value
    return _shown_number(value, sections)


class _Simple(NamedTuple):
    """A format of one section that a format of Python's own makes."""

    before: str
    form: str
    grouped: bool
    factor: float
    after: str


@lru_cache(maxsize=1024)
def _simple(code: str) -> _Simple | None:
    match = _PLAIN.fullmatch(code)
    if match is None:
        return None
    places = len(match["places"] or ".") - 1
    grouped = match["whole"] == "#,##0"
    words = [(match[name] or "").replace('"', "") for name in ("before", "after")]
    return _Simple(words[0], f",.{places}f" if grouped else f"%.{places}f", grouped,
                   100.0 if match["percent"] else 1.0, f"{'%' if match['percent'] else ''}{words[1]}")  # fmt: skip


def _shown_number(value: float, sections: tuple[_Section, ...]) -> str:
    number = _exact(value)
    section, bare = _chosen(number, sections)
    if section is None:
        return plain(value)
    kinds = section.kinds
    if "general" in kinds:
        inside = plain(abs(value) if bare else value)
        return "".join(inside if t.kind == "general" else t.text for t in section.tokens).strip()
    if not kinds & {"digit"}:
        text = "".join(plain(value) if t.text == "@" and t.kind == "other" else t.text for t in section.tokens)
        return ("-" if number < 0 and not bare and text.strip() else "") + text.strip()
    made = _filled(abs(number), section)
    negative = number < 0 and not bare and any(char in "123456789" for char in made)
    return ("-" if negative else "") + made.strip()


@lru_cache(maxsize=65536)
def _exact(value: float) -> Decimal:
    return _FIFTEEN.create_decimal(repr(value))


def plain(value: float) -> str:
    """A number without a format: up to ten digits, as many as a column of usual width has."""
    size = abs(value)
    if size < _LARGE and value == int(value):
        return str(int(value))
    if _ROUGH <= size < 1:
        return f"{value * _NUDGE:.9f}".rstrip("0")
    if 1 <= size < _TEN_DIGITS:
        made = f"{value * _NUDGE:.10g}"
        return made if "e" not in made else f"{value:.0f}"
    number = _exact(value)
    if number == 0:
        return "0"
    if not _LEAST <= abs(number) < _MOST:
        mantissa, _, power = f"{number:.5E}".partition("E")
        if "." in mantissa:
            mantissa = mantissa.rstrip("0").rstrip(".")
        return f"{mantissa}E{power[0]}{power[1:].zfill(2)}"
    if number == number.to_integral_value():
        return f"{number:f}".partition(".")[0]
    places = max(0, 10 - max(1, number.adjusted() + 1))
    text = f"{_WIDE.quantize(number, Decimal(1).scaleb(-places)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Section, ...]:
    sections: list[_Section] = []
    tokens: list[_Token] = []
    condition: tuple[str, Decimal] | None = None
    for match in _TOKEN.finditer(code):
        kind, text = match.lastgroup or "other", match.group(match.lastgroup or 0)
        if kind == "other" and text == ";":
            sections.append(_Section(tuple(tokens), condition))
            tokens, condition = [], None
        elif kind in ("quoted", "escaped"):
            tokens.append(_Token("literal", text))
        elif kind == "space":
            tokens.append(_Token("literal", " "))
        elif kind == "bracket":
            told = _CONDITION.fullmatch(text)
            if told is not None:
                condition = (told[1], Decimal(told[2]))
            elif text.startswith("$"):
                tokens.append(_Token("literal", text[1:].partition("-")[0]))
            elif text and set(text.lower()) <= {text[0].lower()} and text[0].lower() in "hms":
                tokens.append(_Token("elapsed", text.lower()))
        elif kind != "fill":
            tokens.append(_Token(kind, text))
    sections.append(_Section(tuple(tokens), condition))
    return tuple(sections[:4])


def _chosen(number: Decimal, sections: tuple[_Section, ...]) -> tuple[_Section | None, bool]:
    """The section for a number, and whether it shows the sign itself; None shows it plainly."""
    if any(section.condition for section in sections):
        for place, section in enumerate(sections[:3]):
            if section.condition is None or _holds(number, section.condition):
                sign, limit = section.condition or ("", Decimal(0))
                return section, (sign in ("<", "<=") and limit <= 0) or (section.condition is None and place > 0)
        return None, False
    numeric = sections[:3] if len(sections) > 1 else sections
    if number < 0 and len(numeric) > 1:
        chosen = numeric[1]
        # What is rounded to nothing is shown as nothing.
        return chosen, True
    if number == 0 and len(numeric) > 2:
        return numeric[2], True
    return numeric[0], False


def _holds(number: Decimal, condition: tuple[str, Decimal]) -> bool:
    sign, limit = condition
    return {
        "<": number < limit, "<=": number <= limit, ">": number > limit, ">=": number >= limit,
        "=": number == limit, "<>": number != limit,
    }[sign]  # fmt: skip


class _Layout(NamedTuple):
    """Where the digits of a section go."""

    whole: tuple[int, ...]
    """Token numbers of the digits before the point."""
    places: tuple[int, ...]
    power: tuple[int, ...]
    point: int
    grouped: bool
    scale: int
    """Powers of ten by which the number is multiplied."""
    skipped: frozenset[int]
    """Commas that group or scale."""
    slash: int


@lru_cache(maxsize=1024)
def _layout(section: _Section) -> _Layout:
    whole: list[int] = []
    places: list[int] = []
    power: list[int] = []
    skipped: set[int] = set()
    point = exponent = slash = -1
    percents = thousands = 0
    grouped = False
    waiting: list[int] = []
    """Commas since the last digit."""
    for at, token in enumerate(section.tokens):
        if token.kind == "digit":
            if waiting and not places and point < 0:
                grouped = True
            waiting = []
            (power if exponent >= 0 else places if point >= 0 else whole).append(at)
        elif token.kind == "exponent":
            exponent = at
        elif token.kind == "other" and token.text == "," and (whole or places) and exponent < 0:
            waiting.append(at)
            skipped.add(at)
        else:
            if waiting:
                thousands += len(waiting)
                waiting = []
            if token.kind == "other" and token.text == "." and point < 0 and exponent < 0:
                point = at
            elif token.kind == "other" and token.text == "/" and whole and slash < 0:
                slash = at
            elif token.kind == "other" and token.text == "%":
                percents += 1
    thousands += len(waiting)
    return _Layout(tuple(whole), tuple(places), tuple(power), point, grouped, 2 * percents - 3 * thousands,
                   frozenset(skipped), slash)  # fmt: skip


def _filled(number: Decimal, section: _Section) -> str:
    """The digits of a number that is not negative in the places of a section."""
    layout = _layout(section)
    number = _WIDE.scaleb(number, layout.scale)
    if layout.slash >= 0:
        return _fraction(number, section, layout)
    power = 0
    if layout.power:
        if number:
            power = number.adjusted() - max(0, (number.adjusted() % len(layout.whole)) if len(layout.whole) > 1 else 0)
            if len(f"{_rounded(number.scaleb(-power), len(layout.places)):f}".partition(".")[0]) > len(layout.whole):
                power += len(layout.whole)
        number = number.scaleb(-power)
    whole, _, places = f"{_rounded(number, len(layout.places)):f}".partition(".")
    text = list[str]()
    digits = _placed(whole.lstrip("0"), [section.tokens[at].text for at in layout.whole], layout.grouped)
    made = dict(zip(layout.whole, digits, strict=True))
    shown_places = places.rstrip("0")
    for place, at in enumerate(layout.places):
        digit = section.tokens[at].text
        needed = place < len(shown_places) or any(section.tokens[i].text == "0" for i in layout.places[place:])
        made[at] = places[place] if needed else " " if digit == "?" else ""
    if layout.point >= 0 and layout.places and not any(made[at] for at in layout.places):
        made[layout.point] = ""
    exponent = str(abs(power)).zfill(sum(section.tokens[at].text == "0" for at in layout.power))
    for at, token in enumerate(section.tokens):
        if at in made:
            text.append(made[at])
        elif at in layout.power:
            text.append(exponent if at == layout.power[0] else "")
        elif token.kind == "exponent":
            text.append("E" + ("-" if power < 0 else "+" if token.text[1] == "+" else ""))
        elif at not in layout.skipped:
            text.append(token.text)
    return "".join(text)


def _rounded(number: Decimal, places: int) -> Decimal:
    return _WIDE.quantize(number, Decimal(1).scaleb(-places))


def _placed(digits: str, places: list[str], grouped: bool) -> list[str]:
    """The digits for each place from the right; the first place takes all that are left over."""
    made = [""] * len(places)
    left, count = list(digits), 0
    for place in range(len(places) - 1, -1, -1):
        taken: list[str] = []
        while True:
            if left:
                digit = left.pop()
            elif not taken and (places[place] == "0" or "0" in places[:place]):
                digit = "0"
            else:
                break
            taken.append(("," if grouped and count and count % 3 == 0 else "") + digit)
            count += 1
            if place or not left:
                break
        # A mark of grouping stands to the right of the digit that it follows.
        made[place] = "".join(_turned(piece) for piece in reversed(taken)) or (" " if places[place] == "?" else "")
    return made


def _turned(piece: str) -> str:
    return piece[1] + "," if piece.startswith(",") else piece


def _fraction(number: Decimal, section: _Section, layout: _Layout) -> str:
    """A number as whole and fraction: 1 3/4, or 7/4 where no place is left for the whole."""
    tokens = section.tokens
    below = "".join(t.text for t in tokens[layout.slash + 1 :] if t.kind == "digit" or t.text.isdigit())
    fixed = int(below) if below.strip("0#?").isdigit() and below.strip("#?") else 0
    above = [at for at in layout.whole if at < layout.slash]
    mixed = any(tokens[at].text == " " for at in range(above[0], layout.slash)) if above else False
    value = Fraction(number)
    whole = int(value) if mixed else 0
    rest = value - whole
    most = max(1, 10 ** min(len(below), 4) - 1)
    nearest = Fraction(round(rest * fixed), fixed) if fixed else rest.limit_denominator(most)
    if mixed and nearest == 1:
        whole, nearest = whole + 1, Fraction(0)
    if mixed and nearest == 0:
        return str(whole)
    numerator = round(nearest * fixed) if fixed else nearest.numerator
    told = f"{numerator}/{fixed or nearest.denominator}"
    return f"{whole} {told}" if whole else told


@lru_cache(maxsize=4096)
def _shown_date(value: date | datetime | time | timedelta, code: str) -> str:
    section = _sections(code[:LONGEST])[0]
    if not section.kinds & {"date", "elapsed"}:
        return str(value).removesuffix(" 00:00:00")
    if isinstance(value, timedelta):
        moment, seconds = datetime(1899, 12, 31) + value % timedelta(days=1), value.total_seconds()
    elif isinstance(value, time):
        moment = datetime.combine(date(1899, 12, 31), value)
        seconds = value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6
    else:
        moment = value if isinstance(value, datetime) else datetime.combine(value, time())
        seconds = (moment - datetime(1899, 12, 30)).total_seconds()
    tokens = section.tokens
    half = any(token.kind == "noon" for token in tokens)
    exact = any(token.kind == "date" and "." in token.text for token in tokens)
    if not exact and moment.microsecond >= 500000:
        moment += timedelta(seconds=1)
    return "".join(_date_part(at, tokens, moment, seconds, half) for at in range(len(tokens))).strip()


def _date_part(at: int, tokens: tuple[_Token, ...], moment: datetime, seconds: float, half: bool) -> str:
    kind, text = tokens[at]
    size, word = len(text), text.lower()
    if kind == "elapsed":
        unit = {"h": 3600, "m": 60, "s": 1}[word[0]]
        return str(int(seconds // unit)).zfill(size)
    if kind == "noon":
        morning = moment.hour < 12
        first, last = text.split("/")
        return first if morning else last
    if kind != "date":
        return text
    if word[0] == "y":
        return f"{moment.year:04}" if size > 2 else f"{moment.year % 100:02}"
    if word[0] == "e":
        return f"{moment.year:04}"
    if word[0] == "a":
        return ("星期" if size > 3 else "周") + _MARKS[moment.weekday()]
    if word[0] == "d":
        day = _DAYS[moment.weekday()]
        return str(moment.day).zfill(size) if size < 3 else day[:3] if size == 3 else day
    if word[0] == "h":
        return str((moment.hour - 1) % 12 + 1 if half else moment.hour).zfill(min(size, 2))
    if word[0] == "s":
        whole, _, places = word.partition(".")
        told = str(moment.second).zfill(min(len(whole), 2))
        return told + (f".{moment.microsecond:06}"[: len(places) + 1] if places else "")
    if _is_minute(at, tokens):
        return str(moment.minute).zfill(min(size, 2))
    month = _MONTHS[moment.month - 1]
    return {1: str(moment.month), 2: f"{moment.month:02}", 3: month[:3], 5: month[0]}.get(size, month)


def _is_minute(at: int, tokens: tuple[_Token, ...]) -> bool:
    """Whether m stands for minutes: after hours, or before seconds."""
    timed = [i for i, token in enumerate(tokens) if token.kind in ("date", "elapsed")]
    place = timed.index(at)
    before = tokens[timed[place - 1]].text[0].lower() if place else ""
    after = tokens[timed[place + 1]].text[0].lower() if place + 1 < len(timed) else ""
    return len(tokens[at].text) < 3 and (before == "h" or after == "s")
