"""An age does not fit the date of birth and the date it is told for.

Somebody born in 1980 is 39 or 40 in 2020, whatever the month. Ages by the Chinese count,
in which one is born at the age of one, may be a year more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from claims.grammar.fold import fold
from claims.interval import Interval, closed
from claims.model import Claim, Ledger, Relation
from claims.prose import DATE_MARK, Figure, Passage, Prose, prose
from claims.readings import bounds
from claims.wordings import Wording

_YEAR = Fraction(1461, 4)
"""Days; which years are leap years moves a birthday by a day at most."""
_OLDEST = 1000
_LONGEST_GAP, _LONGEST_EVENT = 24, 56
"""Characters between an age and its date, and those of an event told with "when"."""
_KNOWN = ("given", "ledger", "front-matter", "dateline")

_BORN_BEFORE = Wording(zh=r"{born_on}$", en=r"\b{born}(?: (?:in|on|around))?\s*$|\bb\.\s*$|\b(?:dates from|since) $")
_BORN_AFTER = Wording(zh=r"^(?:[在于][^，。；\d]{1,7})?{born}")
_NOW = Wording(zh=r"{aged_now}[^，。；]{0,3}$", en=r"\b{aged_now}\s*$")
_THIS_TIME = Wording(zh=r"{this_year}", en=r"\b{this_year}\b")
_BESIDE_NAME = re.compile(r"[a-z]['’]?, $")
_ENDS = re.compile(r"\s*(?:[,;.]|$)")
_NOMINAL = Wording(zh=r"{nominal_age}")
_WHOLLY_NOMINAL = Wording(zh=r"{nominal_count}")
_DIED = Wording(zh=r"{died_aged}[^，。；]{0,3}$", en=r"\b(?:{died_aged}|aged|at the age of)\s*$")
_AGED = Wording(en=r"\b{is_aged}\s*$")
_THEN = Wording(en=rf"^\s*(?:years old |when [^,.;]{{0,40}})?(?:in|on|by) {DATE_MARK}")
_FULL_AGE = Wording(zh=r"(?:{of_full_age})$")
_THAT_IS = Wording(zh=r"(?:或)?以?上?[、，,（(]*(?:即|也就是|亦即)?(?:于|在)?")
_OR_BEFORE = Wording(zh=r"(?:\(含\)|（含）)?或?(?:以前|之前|前)?(?:{born})")
_TOLD_OF_KIN = Wording(zh=r"{kin}", en=r"\b{kin}\b")
_LISTED = re.compile(r"\s*(?:,|、|,? ?(?:and|or)|[和及与])\s*$")
_LIFE = Wording(zh=r"^[^至到]*[~-][^至到]*$", en=r"^[^a-z]*[~-][^a-z]*$")


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each age whose holder's birth and whose own time are told in its sentence."""
    text = prose(ledger)
    for passage in text.with_figures:
        for figure in passage.figures:
            if passage.dates and figure.claim.quantity.value is not None and _is_age(figure, text.language):
                yield from _of(figure, passage, text)


def _is_age(figure: Figure, language: str) -> bool:
    if figure.claim.quantity.kind == "age":
        return True
    if language != "en" or figure.claim.quantity.kind != "number" or figure.claim.quantity.hedge:
        return False
    if _AGED["en"].search(figure.left) is not None and _THEN["en"].match(figure.right) is not None:
        return True
    return _is_told_now(figure)


def _is_told_now(figure: Figure) -> bool:
    """Delgado, 52, was …; she is 37; it is 25 this year: an English age without the word."""
    passage, outer = figure.passage, figure.claim.outer
    before = passage.folded[max(passage.start, outer.start - 24) : outer.start]
    after = passage.folded[outer.end : outer.end + 24]
    if _BESIDE_NAME.search(before) and after.startswith(","):
        return True
    return _NOW["en"].search(before) is not None and (
        _ENDS.match(after) is not None or _THIS_TIME["en"].match(after.lstrip()) is not None
    )


def _of_all_born_before(figure: Figure, passage: Passage, text: Prose) -> Claim | None:
    """年滿65歲、即1959年以前出生: the year in which those were born who have just come to that age."""
    if text.ledger.date_source not in _KNOWN or not _FULL_AGE[text.language].search(figure.left):
        return None
    end = figure.claim.outer.end
    return next(
        (
            d
            for d in passage.dates
            if d.outer.start >= end
            and _THAT_IS[text.language].fullmatch(passage.folded[end : d.outer.start])
            and _OR_BEFORE[text.language].match(passage.folded[d.outer.end : d.outer.end + 8])
        ),
        None,
    )


def _of(figure: Figure, passage: Passage, text: Prose) -> Iterator[Relation]:
    if (oldest := _of_all_born_before(figure, passage, text)) is not None:
        yield _held_against(figure, oldest, text)
        return
    births = [d for d in passage.dates if _is_birth(d, passage, text.language)]
    if not births:
        yield from _of_a_life(figure, passage, text)
        return
    earlier = [d for d in births if d.local.start < figure.claim.local.start]
    if len(births) > 1 and len(earlier) != 1:
        return
    birth = (earlier or births)[0]
    others = [d for d in passage.dates if d not in births and not _THIS_TIME[text.language].fullmatch(_words(d))]
    if _TOLD_OF_KIN[text.language].search(passage.text) or _of_several(figure):
        return
    when = None if _is_of_now(figure, others, text) else _nearest(figure, others, passage, text.language)
    if when is not None and _is_relative(when) and text.ledger.date_source not in _KNOWN:
        return
    if when is not None:
        yield _relation(figure, birth, when, text)
    elif _is_of_now(figure, others, text) and text.ledger.date_source in _KNOWN:
        yield _held_against(figure, birth, text)


def _is_of_now(figure: Figure, others: list[Claim], text: Prose) -> bool:
    """Whether the age is told for the time of the draft: by a word, or by a form that needs no date beside it."""
    passage, own = figure.passage, figure.claim.local
    told_now = text.language == "en" and (figure.claim.quantity.kind == "number" or _is_told_now(figure))
    if _NOW[text.language].search(figure.left) or told_now:
        return not _THEN["en"].match(figure.right)
    near = [d for d in passage.dates if figure.clause_start <= d.local.start < figure.clause_end]
    if any(_THIS_TIME[text.language].fullmatch(_words(d)) for d in near):
        return True
    return "-old" in passage.folded[own.start : own.end + 5] and not any(d in others for d in near)


def _words(day: Claim) -> str:
    return fold(" ".join(day.quote.split()))


def _of_several(figure: Figure) -> bool:
    """Whether ages of several people stand side by side."""
    if figure.next is not None and _LISTED.match(figure.after):
        return True
    return figure.previous is not None and _LISTED.match(figure.before) is not None


def _is_relative(day: Claim) -> bool:
    """Whether a date such as 今年 has its year from elsewhere."""
    return not any(end[:4] in day.quote for end in day.quantity.dates or ())


def _is_birth(day: Claim, passage: Passage, language: str) -> bool:
    before = passage.folded[max(passage.start, day.outer.start - 12) : day.outer.start]
    if _BORN_BEFORE[language].search(before):
        return True
    return _BORN_AFTER[language].match(passage.folded[day.outer.end : day.outer.end + 12]) is not None


def _nearest(figure: Figure, days: list[Claim], passage: Passage, language: str) -> Claim | None:
    """The date that the age is told for: the only one, where it stands in the age's clause or the one before.

    A Chinese date after the age begins something else.
    """
    if len(days) != 1:
        return None
    day, age = days[0], figure.claim
    if language == "zh" and day.local.start > age.local.start:
        return None
    first, last = (
        (day.outer.end, age.outer.start) if day.outer.end <= age.outer.start else (age.outer.end, day.outer.start)
    )
    gap = passage.folded[first:last]
    longest = _LONGEST_EVENT if language == "en" and _THEN["en"].match(figure.right) else _LONGEST_GAP
    return day if len(gap) <= longest and not set(gap) & set("。；;") else None


def _of_a_life(figure: Figure, passage: Passage, text: Prose) -> Iterator[Relation]:
    """（1951–2020）享年69歲: one date that is a life, and the age at its end."""
    language = text.language
    if not _DIED[language].search(figure.left):
        return
    lives = [d for d in passage.dates if _LIFE[language].match(re.sub("[–—－]", "-", " ".join(d.quote.split())))]
    if len(lives) != 1 or len(passage.dates) != 1:
        return
    first, last = lives[0].quantity.dates or ("", "")
    if not (first[:4].isdigit() and last[:4].isdigit()):
        return
    years = Fraction(int(last[:4]) - int(first[:4]))
    if 0 < years < 130:
        low, high = years - 1, years + _extra(figure, text)
        yield _fixed(figure, (lives[0],), closed(low, high), f"{last[:4]} − {first[:4]} = {years}")


def _held_against(figure: Figure, birth: Claim, text: Prose) -> Relation:
    """The age in the year of the draft: the birth and as many years lead into it."""
    year, born, extra = int(text.ledger.date[:4]), bounds(birth.quantity), _extra(figure, text)
    assert born.low is not None and born.high is not None
    first, last = _first_of(year), _first_of(year + 1) - 1
    low, high = _years(born, closed(first, last))
    named = f"{year} − {(birth.quantity.dates or ('', ''))[0][:4]}"
    (years, more), slack = _length(figure, birth), _slack(birth)
    return Relation(
        check="", form="age", terms=(birth.id, figure.id), coefficients=(Fraction(1), years),
        constant=closed(first - more - slack, last + slack + extra * _YEAR), reason="dates", cue=_place(figure, birth),
        note=_note(f"{named} = {high}", closed(low, high + extra), figure.claim.quote.strip()),
    )  # fmt: skip


def _length(figure: Figure, birth: Claim) -> tuple[Fraction, Fraction]:
    """Days of a year of the age, on the mean from the first day of the year of birth, and those until one more."""
    year, age = (birth.quantity.dates or ("", ""))[0][:4], figure.claim.quantity.value or Fraction(0)
    if not year.isdigit() or age.denominator != 1 or not 0 < age < _OLDEST:
        return _YEAR, _YEAR
    born, then = _first_of(int(year)), _first_of(int(year) + int(age))
    return (then - born) / age, _first_of(int(year) + int(age) + 1) - then - 1


def _slack(birth: Claim) -> int:
    """Days by which leap years may move a birthday: none where only the year of birth is told."""
    born = bounds(birth.quantity)
    return int(born.low == born.high)


def _first_of(year: int) -> Fraction:
    from claims.readings import day_number

    return day_number(f"{year:04}-01-01") or Fraction(0)


def _extra(figure: Figure, text: Prose) -> int:
    """Years by which the Chinese count of ages may exceed completed years."""
    before = figure.passage.text
    if _WHOLLY_NOMINAL[text.language].search(before):
        return 2
    return 1 if _NOMINAL[text.language].search(figure.left) else 0


def _years(birth: Interval, when: Interval) -> tuple[Fraction, Fraction]:
    """The completed years that may lie between two dates."""
    assert birth.low is not None and birth.high is not None and when.low is not None and when.high is not None
    return Fraction(floor((when.low - birth.high) / _YEAR)), Fraction(ceil((when.high - birth.low) / _YEAR - 1))


def _fixed(figure: Figure, dates: tuple[Claim, ...], allowed: Interval, made: str) -> Relation:
    quote = figure.claim.quote.strip()
    return Relation(
        check="", form="duration", terms=(figure.id, *(d.id for d in dates)),
        coefficients=(Fraction(1), *([Fraction(0)] * len(dates))), constant=allowed, reason="dates",
        cue=_place(figure, dates[0]),
        note=_note(made, allowed, quote),
    )  # fmt: skip


def _relation(figure: Figure, birth: Claim, when: Claim, text: Prose) -> Relation:
    """From the day of birth to the day the age is told for are as many years as it says, and less than one more."""
    (length, more), slack = _length(figure, birth), _slack(birth)
    low, high = -slack - _extra(figure, text) * _YEAR, more + slack
    born, told = bounds(birth.quantity), bounds(when.quantity)
    quote, note = figure.claim.quote.strip(), {}
    if None not in (born.low, born.high, told.low, told.high):
        least, most = _years(born, told)
        made = f"{(when.quantity.dates or ('', ''))[1][:4]} − {(birth.quantity.dates or ('', ''))[0][:4]} = "
        years = int((when.quantity.dates or ("", ""))[1][:4]) - int((birth.quantity.dates or ("", ""))[0][:4])
        note = _note(f"{made}{years}", closed(least, most + _extra(figure, text)), quote)
    return Relation(
        check="", form="age", terms=(when.id, birth.id, figure.id), coefficients=(Fraction(1), Fraction(-1), -length),
        constant=closed(low, high), reason="dates", note=note,
        cue=_place(figure, birth),
    )  # fmt: skip


def _place(figure: Figure, day: Claim) -> tuple[int, int, int]:
    first, last = sorted((day.local.start, figure.claim.local.start))
    return figure.passage.block, first, last


def _note(made: str, allowed: Interval, quote: str) -> dict[str, str]:
    low, high = allowed.low, allowed.high
    derived = str(high) if low == high else f"{low}–{high}"
    return {
        "template": "age", "age": quote, "derived": derived, "dates": made,
        "statement": f"{made}: {quote}", "arithmetic": f"{made} → {derived} ≠ {quote}",
    }  # fmt: skip
