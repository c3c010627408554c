"""Dates and periods: years, months, days, quarters, halves, and those told from today.

A reader returns where the wording ends and the first and last day meant, ISO; "" for an
end that the text and the document's date leave open, "--03-01" for a day of no known year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from claims.grammar.english_surroundings import Surroundings

Period = tuple[str, str]
Read = tuple[int, Period]

_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"((?:19|20)\d\d)(?![\d/]|[.,]\d|-\d)"
_END = r"(?![a-z\d])"
_NUMERIC = re.compile(
    r"((?:19|20)\d\d)([-/.])(\d\d?)\2(\d\d?)(?!\d)|(\d\d?)([/.-])(\d\d?)\6((?:19|20)\d\d|\d\d)(?![\d/]|\.\d)"
)
_DAY_MONTH = re.compile(
    rf"(\d\d?)(?:st|nd|rd|th)?(?:(?: ?[-–] ?| to | and )(\d\d?)(?:st|nd|rd"
    rf"|th)?)?(?: of)?[ -]{_MONTH}{_END}\.?(?:,? {_YEAR})?"
)
_MONTH_DAY = re.compile(
    rf"{_MONTH}\.? (?:the )?(\d\d?)(?:st|nd|rd|th)?(?:(?: ?[-–] ?| through )"
    rf"(\d\d?)(?:st|nd|rd|th)?)?(?!\d|[.,:]\d|%|[a-z]"
    rf"| ?(?:per ?cent|percent|million|billion|am\b|pm\b))(?:,? {_YEAR})?"
)
_MONTH_YEAR = re.compile(rf"{_MONTH}{_END}\.?,?(?: of)? {_YEAR}(?:s(?![a-z]))?")
_MONTH_ALONE = re.compile(rf"{_MONTH}{_END}")
_YEARS = re.compile(
    r"(1\d\d\d|20\d\d)(?:( ?[-–—~/] ?)(1\d\d\d|20\d\d|\d\d|(?<=/)\d)(?![\d%]|[.,/-]\d))?(?![\d/%]|[.,]\d|-\d)"
)
_DECADE = re.compile(r"'?(?:((?:1[89]|20)\d)|([1-9]))0'?s(?![a-z])")
# in his 40s, the over-60s
_OF_AGE = re.compile(
    r"\b(?:his|her|their|my|your|our|over|under|aged?|people|those|low|lower|high|upper)"
    r"(?: |-)(?:(?:early|mid|late)[ -])?(?:in )?$"
)
_QUARTER = re.compile(rf"q([1-4])(?: ?(?:of )?(?:fy ?)?{_YEAR})?{_END}|h([12])(?: ?(?:of )?{_YEAR})?{_END}")
_FISCAL = re.compile(
    r"(?:fy ?(?:(?:19|20)\d\d|\d\d)|(?:fiscal|financial|tax) (?:year )?(?:19"
    r"|20)\d\d)(?:[-/]\d\d(?:\d\d)?)?(?![\d.,]\d|[a-z\d])"
)
_PART = re.compile(
    r"(first|second|third|fourth|1st|2nd|3rd|4th)[ -](?:(?:fiscal|financial|calendar)[ -])?"
    r"(quarter|half|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d\d?) months|(?:two"
    r"|three) quarters)(?![a-z])"
    rf"(?:,? (?:of|in) (?:fiscal |calendar )?(?:(this year|the year|last year|next year)|{_YEAR})| {_YEAR})?"
)
RELATIVE = (
    *("last", "this", "next", "previous", "past", "current", "coming", "prior", "preceding", "same", "corresponding"),
)
TERMS = (
    *("year", "month", "quarter", "week", "decade", "century", "fiscal year", "financial year", "half"),
    *("spring", "summer", "autumn", "fall", "winter"),
)
"""What they may stand before, besides months."""
_RELATIVE = re.compile(rf"({'|'.join(RELATIVE)}) ({'|'.join(TERMS)}|{_MONTH[1:-1]})(?:'s(?![a-z]))?(?![a-z-])")
_BEFORE = re.compile(r"(?:the |a )(year|month|quarter|week|decade) (before|earlier|ago)(?![a-z])")
_YEAR_TO = re.compile(
    rf"(year|(?:three|six|nine|twelve|3|6|9|12) months|quarter|half[- ]year|week) (?:to|ended|ending|through"
    rf"|up to)(?: on)?(?: the)?(?: end of)?(?: (\d\d?)(?:st|nd|rd|th)?(?: of)?)? {_MONTH}{_END}(?: (\d\d?)(?:st|nd"
    rf"|rd|th)?(?!\d|[.,]\d))?(?:,? {_YEAR})?"
)
_NUMBERS = {
    **dict(zip(["first", "second", "third", "fourth"], range(1, 5), strict=True)),
    **dict(zip(["1st", "2nd", "3rd", "4th"], range(1, 5), strict=True)),
    **dict(
        zip(
            ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"],
            range(2, 12),
            strict=True,
        )
    ),
}
_STEPS = {"last": -1, "previous": -1, "prior": -1, "preceding": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


class Clock:
    """The document's date, as far as it is known."""

    def __init__(self, iso: str) -> None:
        parts = [int(part) for part in iso.split("-") if part.isdigit()]
        self.year = parts[0] if parts else 0
        self.month = parts[1] if len(parts) > 1 else 0
        self.day = parts[2] if len(parts) > 2 else 0

    def year_of(self, month: int) -> int:
        """The year in which a month named alone lies: the nearest one, or 0."""
        if not self.year or not self.month:
            return self.year
        return self.year + (month - self.month < -6) - (month - self.month > 6)


def months(year: int, first: int, last: int) -> Period:
    """From the first day of one month to the last day of another of the same year."""
    if not year:
        return (f"--{first:02d}-01", f"--{last:02d}-{monthrange(2001, last)[1]:02d}")
    return (f"{year:04d}-{first:02d}-01", f"{year:04d}-{last:02d}-{monthrange(year, last)[1]:02d}")


@lru_cache(maxsize=1024)
def year(number: int) -> Period:
    return (f"{number:04d}-01-01", f"{number:04d}-12-31")


def _day(number: int, month: int, day: int) -> str:
    return f"{number:04d}-{month:02d}-{day:02d}" if number else f"--{month:02d}-{day:02d}"


def _last(year: str | None) -> int:
    """The highest day read as one: beside its year 43 August is a date that was mistyped, not 43 of something."""
    return 99 if year else 31


def at_digit(s: Surroundings, start: int, clock: Clock) -> Read | None:
    """A date or period that begins with a digit."""
    low = s.low
    match = _NUMERIC.match(low, start)
    if match:
        return _numeric(match)
    match = _DAY_MONTH.match(low, start)
    if match and _named(s, match.start(3), match.end(3)) and 1 <= int(match[1]) <= _last(match[4]):
        month = s.lexicon.months[match[3]]
        number = int(match[4]) if match[4] else clock.year_of(month)
        first, last = int(match[1]), int(match[2] or match[1])
        if match[4] is None and low[match.end() - 1] == ".":
            return match.end() - 1, (_day(number, month, first), _day(number, month, last))
        return match.end(), (_day(number, month, first), _day(number, month, last))
    match = _DECADE.match(low, start)
    if match and (match[1] or not _OF_AGE.search(low, max(0, start - 16), start)):
        first = int(match[1] + "0") if match[1] else 1900 + int(match[2]) * 10
        return match.end(), (f"{first}-01-01", f"{first + 9}-12-31")
    return None


def years(s: Surroundings, start: int) -> Read | None:
    """A bare year or a span of years, where the words around make it one."""
    low = s.low
    match = _YEARS.match(low, start)
    if match is None:
        return None
    first = int(match[1])
    if match[3]:
        size = len(match[3])
        last = int(match[3]) + (0 if size == 4 else first - first % 10**size)
        if size == 2 and last == first // 100 * 100 and first % 100 == 99:
            last += 100
        if not first < last <= 2099 or (size < 4 and (last - first > 15 or match[2].strip() != match[2])):
            return None
        if first >= (1900 if size < 4 else 1500) and (size > 1 or last == first + 1):
            return match.end(), (f"{first}-01-01", f"{last}-12-31")
        return None
    told = _is_year(s, start, match.end()) if first >= 1900 else _is_old_year(s, start, match.end())
    return (match.end(), year(first)) if told else None


def _is_old_year(s: Surroundings, start: int, end: int) -> bool:
    """Whether 1857 is a year: only where a word for a time stands before it and nothing is counted after it."""
    low = s.low
    noun = _NOUN.match(low, end)
    if low[start + 2 : end] == "00":
        return False
    if low[start - 1 : start] == "(" and low[end : end + 1] == ")":
        return low[start:end] >= "1500"
    if noun and s.text[noun.start(1)].islower() and noun[1] not in s.lexicon.words["functions"]:
        return False
    window = low[max(0, start - 14) : start].rstrip()
    return bool(window) and window.rsplit(None, 1)[-1].lstrip("(\"'[") in s.lexicon.words["old_year_before"]


def _is_year(s: Surroundings, start: int, end: int) -> bool:
    low, words = s.low, s.lexicon.words
    window = low[max(0, start - 20) : start].rstrip()
    before = window.rsplit(None, 1)[-1].lstrip("(\"'[") if window else ""
    after = low[end : end + 1]
    if after in "'\"" and after:
        return low.startswith(("'s", '"', "'"), end)
    if before in words["year_before"] and before not in _LOOSE_BEFORE:
        return True
    noun = _NOUN.match(low, end)
    word = noun[1] if noun else ""
    plural = (
        bool(word)
        and word not in words["functions"]
        and (word in words["plurals"] or (word[-1] == "s" and word[-2:] not in ("ss", "us", "is")))
    )
    recent = low[start + 2 : end] != "00" and "1950" <= low[start:end] <= "2050"
    if recent and (word in words["after_year"] or _AT_LEAST.search(window)):
        return True  # 2019 levels, until at least 2030
    if (
        window[-1:] == "("
        or before in words["year_before"]
        or before.startswith(("mid-", "late-", "early-", "pre-", "post-"))
    ):
        return not (plural and before in _LOOSE_BEFORE)
    if recent and plural and noun and before not in words["hedging"]:
        # the 2021 boats, 2021 Notes, as told elsewhere: in 2021
        titled = s.text[noun.start(1)].isupper() and not s.is_upper
        if titled or before in words["year_determiners"] or low[start:end] in s.told_years:
            return True
    if before in words["year_determiners"]:
        return not plural or not word
    if _OVER.match(low, end):
        return False  # 2000 over 3
    if window[-1:] in (",", ".", ";", ":", "", '"', "'", ")") and not plural:
        return True
    if plural and recent and window[-1:] in ("", ".", '"', ":") and _GOVERNS.match(low, end):
        return True  # 2020 brings a new ...
    if not word or word in words["functions"]:
        if before == "over":
            return True
        return before.isalpha() and before not in words["hedging"]
    return not plural and before not in words["hedging"] and int(low[start:end]) % 100 != 0


_NOUN = re.compile(r" ([a-z]+)")
_OVER = re.compile(r" over \d+$")
_AT_LEAST = re.compile(r"\b(?:until|till|since|by|from|to) (?:at least|about|around|early|late|mid)$")
_GOVERNS = re.compile(r" [a-z]+s (?:the|a|an|its|his|her|their|our|us|both|to|up|out)(?![a-z])")
_LOOSE_BEFORE = frozenset(["in", "on", "at", "by", "from", "to", "of", "for", "and", "than", "with"]) - {"in", "since"}


def _numeric(match: re.Match[str]) -> Read | None:
    if match[1]:
        number, month, day = int(match[1]), int(match[3]), int(match[4])
    else:
        a, b, short = int(match[5]), int(match[7]), match[8]
        if match[6] != "/" and len(short) == 2:
            return None
        number = int(short) if len(short) == 4 else 2000 + int(short) - 100 * (int(short) > 68)
        if a > 12 and b <= 12:
            day, month = a, b
        elif b > 12 and a <= 12:
            month, day = a, b
        elif a == b:
            month = day = a
        else:
            return (match.end(), ("", "")) if 1 <= a <= 12 and 1 <= b <= 12 and len(short) == 4 else None
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    iso = f"{number:04d}-{month:02d}-{day:02d}"
    return match.end(), (iso, iso)


def _named(s: Surroundings, start: int, end: int) -> bool:
    """Whether a month's name is written as one: with a capital, or in a text that has none."""
    return s.text[start].isupper() or s.is_lower


def at_month(s: Surroundings, start: int, clock: Clock) -> Read | None:
    """A date that begins with a month's name."""
    low = s.low
    name = _MONTH_ALONE.match(low, start)
    if name is None or not _named(s, start, name.end()):
        return None
    month = s.lexicon.months[name[1]]
    match = _MONTH_YEAR.match(low, start)
    if match:
        return match.end(), months(int(match[2]), month, month)
    match = _MONTH_DAY.match(low, start)
    if (
        match
        and match[4] is None
        and s.text[start].islower()
        and (noun := _NOUN.match(low, match.end()))
        and noun[1] in s.lexicon.units
    ):
        return None
    if match and 1 <= int(match[2]) <= _last(match[4]):
        number = int(match[4]) if match[4] else clock.year_of(month)
        return match.end(), (_day(number, month, int(match[2])), _day(number, month, int(match[3] or match[2])))
    window = low[max(0, start - 12) : start].split()
    if (
        window and window[-1].lstrip("(") in s.lexicon.words["month_before"] and (len(name[1]) > 3 or name[1] == "may")
    ) or low[name.end() : name.end() + 2] == "'s":
        return name.end(), months(clock.year_of(month), month, month)
    return None


def at_part(s: Surroundings, start: int, clock: Clock) -> Read | None:
    """First quarter, second half, first nine months; Q3 2020; H1."""
    low = s.low
    match = _PART.match(low, start)
    if match is None:
        return None
    number = _year_of(match[3], match[4] or match[5], clock)
    nth, part = _NUMBERS[match[1]], match[2]
    if part == "half":
        if nth > 2 or (
            not (match[3] or match[4] or match[5]) and not _HALF_BEFORE.search(low[max(0, start - 30) : start])
        ):
            return None
        first, last = 6 * nth - 5, 6 * nth
    elif part == "quarter":
        first, last = 3 * nth - 2, 3 * nth
    else:
        if nth != 1:
            return None
        count = part.split()[0]
        first, last = 1, _NUMBERS.get(count) or (int(count) if count.isdigit() else 12)
        if part.endswith("quarters"):
            last *= 3
        if last > 12:
            return None
    if "fiscal" in match[0] or "financial" in match[0] or not number:
        return match.end(), ("", "")
    return match.end(), months(number, first, last)


_HALF_BEFORE = re.compile(
    r"(?:in|for|during|of|from|since|to|by|over) (?:the |its |their |this year's |last year's )?$|year's $"
)


def _year_of(words: str | None, digits: str | None, clock: Clock) -> int:
    if digits:
        return int(digits)
    if not clock.year:
        return 0
    return clock.year + {"last year": -1, "next year": 1}.get(words or "", 0)


def at_period(s: Surroundings, start: int, clock: Clock) -> Read | None:
    """Q3 2020, FY2020, last year, the year before, the year to March."""
    low = s.low
    match = _QUARTER.match(low, start)
    if match:
        if not s.text[start].isupper():
            return None
        digits = match[2] or match[4]
        number = _year_of(None, digits, clock)
        if not number:
            return match.end(), ("", "")
        span = (int(match[1]) * 3 - 2, int(match[1]) * 3) if match[1] else (int(match[3]) * 6 - 5, int(match[3]) * 6)
        return match.end(), months(number, *span)
    match = _FISCAL.match(low, start)
    if match:
        return match.end(), ("", "")
    match = _YEAR_TO.match(low, start)
    if match:
        return _year_to(s, match, clock)
    match = _BEFORE.match(low, start)
    if match:
        ago = match[2] == "ago" and match[1] == "year" and clock.year
        return match.end(), year(clock.year - 1) if ago else ("", "")
    match = _RELATIVE.match(low, start)
    if match:
        return _relative(s, match, clock)
    return None


def _year_to(s: Surroundings, match: re.Match[str], clock: Clock) -> Read:
    month = s.lexicon.months[match[3]]
    number = int(match[5]) if match[5] else clock.year_of(month)
    if not number:
        return match.end(), ("", "")
    day = int(match[2] or match[4] or monthrange(number, month)[1])
    if day > monthrange(number, month)[1]:
        return match.end(), ("", "")
    last = date(number, month, day)
    word = match[1].split()[0]
    length = {"year": 12, "twelve": 12, "quarter": 3, "half": 6, "half-year": 6, "three": 3, "six": 6, "nine": 9}.get(
        word
    )
    if length is None:
        length = int(word) if word.isdigit() else 0
    if not length:
        return match.end(), ((last - timedelta(days=6)).isoformat(), last.isoformat())
    following = last + timedelta(days=1)
    index = following.year * 12 + following.month - 1 - length
    first = date(index // 12, index % 12 + 1, min(following.day, 28))
    return match.end(), (first.isoformat(), last.isoformat())


def _relative(s: Surroundings, match: re.Match[str], clock: Clock) -> Read | None:
    word, noun = match[1], match[2]
    step = _STEPS.get(word)
    end = match.end() - 2 if match[0].endswith("'s") else match.end()
    if noun in s.lexicon.months:
        if not s.text[match.start(2)].isupper():
            return None
        month = s.lexicon.months[noun]
        if step is None or not clock.year:
            return end, ("", "")
        number = (
            clock.year + step
            if not clock.month
            else clock.year - (step < 0 and month >= clock.month) + (step > 0 and month <= clock.month)
        )
        return end, months(number, month, month)
    if step is None or not clock.year:
        return end, ("", "")
    if noun == "year":
        return end, year(clock.year + step)
    if noun == "decade":
        first = clock.year // 10 * 10 + 10 * step
        return end, (f"{first}-01-01", f"{first + 9}-12-31")
    if noun == "month" and clock.month:
        index = clock.year * 12 + clock.month - 1 + step
        return end, months(index // 12, index % 12 + 1, index % 12 + 1)
    if noun == "quarter" and clock.month:
        index = clock.year * 4 + (clock.month - 1) // 3 + step
        return end, months(index // 4, index % 4 * 3 + 1, index % 4 * 3 + 3)
    return end, ("", "")
