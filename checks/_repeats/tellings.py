"""What a draft tells, figure by figure, with the words around each: what is held together to find what is told twice.

Dates are told twice as often as amounts. Relative ones, "yesterday", are left out, as are
cells of tables, whose words stand at the head of their columns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property
from operator import add
from string import ascii_letters

from claims.interval import Interval
from claims.labels import keys, kind_key
from claims.model import Claim
from claims.prose import Figure, Passage, Prose
from claims.readings import bounds, plausible
from claims.ties.near_misses import a_slip_apart, digits_of
from claims.ties.roles import role
from claims.wordings import Wording

_REACH = {"zh": 26, "en": 110}
"""Code points on either side of a figure whose words may tell what it is of."""
_BESIDE = {"zh": 8, "en": 18}
"""The same of the words that stand right beside it."""
_MARKS = re.compile(r"[\s,，.。、；;:：「」『』“”\"'()（）]")
_WORD = re.compile(r"[a-z][a-z'-]+")
_DIGITS = re.compile(r"\d|[〇零一二三四五六七八九十]", re.ASCII)
_TOLD = re.compile(
    r"\d|[〇零一二三四五六七八九十]+[年月日号號]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I | re.A
)
"""What a date holds that is told by the calendar, not by the day of writing."""
_MONTH = re.compile(r"[月/.-]|[a-z]{3}", re.I)
_YEAR = re.compile(r"\d{4}|[年/'’]", re.A)
_OPEN = Fraction(0)
"""For a year or month that is not told."""
_SET_APART = Wording(zh=r"{set_apart}[^，,。；、]{0,2}$", en=r"\b{set_apart}(?: [a-z]+)? $")
_ROUNDED = {None, "about"}
_TEN = 10
_NOUN, _STEM = 2, 5
_LETTER = frozenset(ascii_letters).__contains__
_IN_NUMBERS = re.compile(r"[（(][-−\d.,，%\s]*$", re.ASCII)
"""What stands before a figure in brackets that hold nothing but figures, such as the price of a share."""


class Telling:
    """One figure or date in its sentence."""

    __slots__ = ("__dict__", "claim", "figure", "kind", "language", "passage", "place", "values", "weight")

    def __init__(
        self, claim: Claim, passage: Passage, figure: Figure | None, kind: tuple[str, ...],
        values: tuple[Fraction, ...], place: str, language: str,
    ) -> None:  # fmt: skip
        self.claim = claim
        self.passage = passage
        self.figure = figure
        """None for a date."""
        self.kind = kind
        """What two must share to be one: kind of unit and counter, or what part of the calendar."""
        self.values = values
        """The number, both ends of a range, or year, month and day."""
        self.place = place
        """Kind of its block."""
        self.language = language
        self.weight: float | None = None
        """What the words around it weigh, once that is known."""

    @cached_property
    def before(self) -> str:
        """The folded words before it in its sentence."""
        passage, at = self.passage, self.claim.outer.start
        return _whole(passage.folded, max(passage.start, at - _REACH[self.language]), at)

    @cached_property
    def after(self) -> str:
        """Those after it."""
        passage, at = self.passage, self.claim.outer.end
        return _whole(passage.folded, at, min(passage.end, at + _REACH[self.language]))

    @cached_property
    def words(self) -> frozenset[str]:
        """Keys of the words on both sides."""
        return keys(self.before, self.language) | keys(self.after, self.language)

    @cached_property
    def beside(self) -> frozenset[str]:
        """Keys of the words right beside it."""
        before, after, reach = self.before, self.after, _BESIDE[self.language]
        near = _whole(before, max(0, len(before) - reach), len(before)), _whole(after, 0, reach)
        return keys(near[0], self.language) | keys(near[1], self.language)

    @cached_property
    def noun(self) -> str:
        """How what comes right after it begins, which is most often what is counted."""
        after = _MARKS.sub(" ", self.after).strip()
        return after[:_NOUN] if self.language == "zh" else " ".join(after.split()[:1])[:_STEM]

    @cached_property
    def digits(self) -> int:
        """Digits as written."""
        return len(_DIGITS.findall(self.claim.quote))

    @cached_property
    def form(self) -> tuple[str | None, int, int]:
        """How it is hedged and how fine it is told, to be compared at once."""
        q = self.claim.quantity
        return q.hedge, q.step.numerator, q.step.denominator

    @cached_property
    def expected(self) -> Interval:
        """Where a reader would expect its number."""
        return plausible(self.claim.quantity)

    @cached_property
    def possible(self) -> Interval:
        """Where its number must lie."""
        return bounds(self.claim.quantity)

    @cached_property
    def row(self) -> tuple[tuple[int, int], ...]:
        """Its values, to be compared at once."""
        return tuple((value.numerator, value.denominator) for value in self.values)

    @cached_property
    def role(self) -> str:
        """What part it plays in its sentence; "" for a date."""
        return role(self.figure, self.language) if self.figure else ""

    @cached_property
    def is_set_apart(self) -> bool:
        """Whether it is told as a part, or as one more."""
        return self.figure is not None and _SET_APART[self.language].search(self.before) is not None

    @cached_property
    def shown(self) -> str:
        """Its digits alone."""
        return "".join(c for c in self.claim.quote if c.isdigit())

    @cached_property
    def precision(self) -> int:
        """Digits of its number, zeros at the end apart."""
        return max(map(digits_of, self.values))

    @cached_property
    def company(self) -> frozenset[tuple[object, object]]:
        """Kind and value of the other figures of its sentence, and of its dates; those of one digit tell nothing."""
        return frozenset(
            (("date",), c.quantity.dates) if c.quantity.kind == "date" else (kind_key(c), c.quantity.value or c.quote)
            for c in self.beside_it
            if c.quantity.kind == "date" or c.quantity.value is None or abs(c.quantity.value) >= _TEN
        )

    @property
    def beside_it(self) -> Iterator[Claim]:
        """The other figures of its sentence, and the dates."""
        yield from (figure.claim for figure in self.passage.figures if figure.claim is not self.claim)
        yield from (claim for claim in self.passage.dates if claim is not self.claim)


def _whole(text: str, start: int, end: int) -> str:
    """The text from start to end less the words that are cut there, which would be names of their own."""
    while 0 < start < end and _LETTER(text[start - 1]) and _LETTER(text[start]):
        start += 1
    while start < end < len(text) and _LETTER(text[end - 1]) and _LETTER(text[end]):
        end -= 1
    return text[start:end]


def tellings(text: Prose) -> list[Telling]:
    """All of a draft, in reading order by passage."""
    blocks, found = text.ledger.draft.blocks, []
    for passage in text.passages:
        place = blocks[passage.block].kind
        if place == "table-row":
            continue
        for figure in passage.figures:
            values = _values(figure.claim)
            if values and not _is_quotation(figure):
                kind = _kind(figure.claim, len(values))
                found.append(Telling(figure.claim, passage, figure, kind, values, place, text.language))
        for claim in passage.dates:
            dated = _dated(claim)
            if dated:
                found.append(Telling(claim, passage, None, ("date", dated[0]), dated[1], place, text.language))
    return found


def _kind(claim: Claim, ends: int) -> tuple[str, ...]:
    """Kind of unit, counter and ends; one currency may be told as another's, $ as 元."""
    kind, unit = kind_key(claim)
    return kind, unit.partition("/")[2] if kind == "money" else unit, str(ends)


def _is_quotation(figure: Figure) -> bool:
    """Whether it stands in brackets with figures alone."""
    neighbours = figure.previous, figure.next
    if not any(n is not None and n.passage is figure.passage for n in neighbours):
        return False
    start = figure.claim.outer.start
    before = figure.passage.folded[max(0, start - 24) : start]
    opened = _IN_NUMBERS.search(before)
    if opened is None:
        return False
    after = figure.passage.folded[figure.claim.outer.end : figure.claim.outer.end + 24]
    return any(c.isdigit() for c in opened[0]) or (re.match(r"[,，]\s*[-−\d]", after) is not None)


def _values(claim: Claim) -> tuple[Fraction, ...]:
    q = claim.quantity
    if q.value is not None:
        return (q.value,)
    if q.hedge == "range" and q.stated.low is not None and q.stated.high is not None:
        return (q.stated.low, q.stated.high)
    return ()


def _dated(claim: Claim) -> tuple[str, tuple[Fraction, ...]] | None:
    """What parts of the calendar tell a date's first and last day, and these parts."""
    first, last = claim.quantity.dates or ("", "")
    if not first or not last or not _TOLD.search(claim.quote):
        return None
    part, values = _calendar(first, last)
    if part == "day" and not _MONTH.search(claim.quote):
        values = (_OPEN, _OPEN, *values[2:])  # of the month that was spoken of
    elif part in ("day", "month") and not _YEAR.search(claim.quote):
        values = (_OPEN, *values[1:])
    return part, values


def _calendar(first: str, last: str) -> tuple[str, tuple[Fraction, ...]]:
    if first == last:
        return "day", _parts(first, 3)
    if first.endswith("-01-01") and last.endswith("-12-31"):
        return ("year", _parts(first, 1)) if first[:-6] == last[:-6] else ("years", _parts(first, 1) + _parts(last, 1))
    if first.endswith("-01") and last[-2:] >= "28":
        return (
            ("month", _parts(first, 2)) if first[:-3] == last[:-3] else ("months", _parts(first, 2) + _parts(last, 2))
        )
    return "days", _parts(first, 3) + _parts(last, 3)


def _parts(day: str, many: int) -> tuple[Fraction, ...]:
    """Year, month and day of an ISO day, as many as are told; 0 for a year left open."""
    year, month, number = day[:-6], day[-5:-3], day[-2:]
    return tuple(Fraction(int(part) if part.isdigit() else 0) for part in (year, month, number))[:many]


def agree(first: Telling, second: Telling) -> bool:
    """Whether two tell the same, the one perhaps rounded."""
    if first.row == second.row:
        return True
    if first.figure is None or first.form == second.form or not {first.form[0], second.form[0]} <= _ROUNDED:
        return False
    return first.expected.intersect(second.expected) is not None


def _may_agree(first: Telling, second: Telling) -> bool:
    """Whether a hedge leaves room for the other figure."""
    if first.figure is None or first.form[0] == second.form[0]:
        return False
    return first.possible.intersect(second.possible) is not None


def slipped(first: Telling, second: Telling) -> bool:
    """Whether one slip sets the two apart, the finer of them as round as the other."""
    a, b = first.claim.quantity, second.claim.quantity
    if agree(first, second) or _may_agree(first, second) or (_is_bare(first) and first.form[1:] != second.form[1:]):
        return False
    if _apart(first.values, second.values):
        return True
    if first.figure is None or first.kind[0] == "count" or first.form[1:] == second.form[1:]:
        return False
    step = max(a.step, b.step)
    return _apart(_rounded(first.values, step), _rounded(second.values, step))


def _apart(first: tuple[Fraction, ...], second: tuple[Fraction, ...]) -> bool:
    """Whether they differ in one number and by one slip."""
    if len(first) == 1:
        return a_slip_apart(first[0], second[0])
    apart = [(a, b) for a, b in zip(first, second, strict=True) if a != b and _OPEN not in (a, b)]
    return len(apart) == 1 and a_slip_apart(*apart[0])


def _is_bare(telling: Telling) -> bool:
    """Whether it is a number of nothing, which may be a day as well: 10.1."""
    return telling.claim.quantity.kind == "number"


def _rounded(values: tuple[Fraction, ...], step: Fraction) -> tuple[Fraction, ...]:
    return tuple(round(value / step) * step for value in values) if step else values


def rarity(text: Prose) -> dict[str, int]:
    """How often each key occurs in the draft."""
    words = "\n".join({passage.block: passage.folded for passage in text.passages}.values())
    if text.language == "zh":
        counted = Counter(map(add, words, words[1:]))
        counted.update(_WORD.findall(words))
        return counted
    counted = Counter()
    for word, count in Counter(_WORD.findall(words.lower())).items():
        for key in keys(word, text.language):
            counted[key] += count
    return counted
