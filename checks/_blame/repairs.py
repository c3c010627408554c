"""What a wrong figure may have been meant to be.

Each figure one slip away is read by the grammar that reads the draft, so that its value,
its rounding and its allowance are those it would have if it had been written. Only
readings that satisfy the other figures are offered: a repair is a question to the editor,
never an answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import islice

import msgspec

from checks._blame.repairs_of_dates import dates_one_slip_away
from checks._blame.slips import Slip, slips_of_digits
from checks._blame.slips_of_words import other_rate, slips_of_words, turned
from checks._judging.figures import quoted
from claims.extract import mentions
from claims.grammar.fold import fold
from claims.grammar.setting import Setting
from claims.interval import Interval, at_least, at_most, less_than, more_than, point
from claims.model import Claim, Quantity
from claims.numerals import Numeral, parse_digits
from claims.readings import LIMITS, bounds

MOST = 5
"""Repairs offered for one figure."""
LIKELIHOOD = {
    "unit": 0, "swapped": 0, "decimal": 1, "scale": 1, "changed": 2, "doubled": 3, "dropped": 4,
    "sign": 5, "left out": 6,
}  # fmt: skip
"""Kinds of slips, the likeliest 0: there are few neighbours to swap and few places for a point, so that
one of them fits by chance less often than one of the many digits to change. Percent for points is
asked only of a change between two percentages, where it is a habit. A digit left out, of which
there are the most, is offered only where nothing else fits."""
COMMON = 1
"""Up to this likelihood a slip that fits is hardly chance."""
_OF_A_KIND = 2
"""Repairs of one kind, swaps apart, where only a limit is known and far more would satisfy it."""
_STATED = {"more_than": more_than, "at_least": at_least, "less_than": less_than, "at_most": at_most}
_READINGS = 60
"""Slips read for one figure, at most, where what they are worth is known only by reading."""
_SCALABLE = ("number", "count", "money", "dimension")
_SIGNED = ("percent", "point", "money", "number", "temperature")
_PLAIN = re.compile(r"\d[\d,.]*", re.ASCII)
_UP = {"up": "down", "down": "up"}


class Repair(msgspec.Struct, frozen=True):
    """One reading a slip away that satisfies the other figures."""

    kind: str
    """The slip, one of `checks._blame.slips.KINDS`."""
    text: str
    quantity: Quantity


def readings_one_slip_away(claim: Claim, language: str = "", script: str = "") -> Iterator[Repair]:
    """Every readable figure one slip away from a claim's, the likeliest kinds first, no text twice.

    `language` ("zh" or "en") and `script` are the draft's; where they are not given they
    are judged by the claim's own words. Dates (see `checks._blame.repairs_of_dates`), ranges and open words have none.
    """
    reader = _Reader(claim, language, script)
    for left_out in (False, True):
        for slip in reader.slips(left_out):
            quantity = reader.read(slip)
            if quantity is not None:
                yield Repair(slip.kind, slip.text, quantity)


def found(
    claim: Claim,
    admissible: Interval | None,
    language: str = "",
    script: str = "",
    otherwise: Mapping[str, Interval] | None = None,
    reading: Callable[[Quantity], Interval] = bounds,
) -> tuple[Repair, ...]:
    """The readings one slip away whose `reading` meets `admissible`, likeliest first, at most `MOST`.

    `admissible` is in the claim's unit; None or an unbounded one admits nothing, since it
    would admit everything. `otherwise` holds what would be admissible in another unit, for a
    percentage that was meant in points. Equally likely slips go by how near they come to the
    middle of `admissible`, or to its only end.
    """
    if admissible is not None and admissible.low is None and admissible.high is None:
        admissible = None
    if admissible is None and not otherwise:
        return ()
    reader = _Reader(claim, language, script)
    if claim.quantity.kind == "date":
        dates = (
            ()
            if admissible is None
            else dates_one_slip_away(claim, reader.quote, admissible, reading, reader.language, reader.script)
        )
        return tuple(Repair(slip.kind, slip.text, quantity) for slip, quantity in islice(dates, MOST))
    limit = admissible is not None and (admissible.low is None or admissible.high is None)
    most = dict.fromkeys(LIKELIHOOD, MOST)
    if limit:
        most = dict.fromkeys(LIKELIHOOD, _OF_A_KIND) | {"swapped": MOST, "scale": 1, "sign": 0}
    window = _Window(claim.quantity, admissible)
    chosen: list[Repair] = []
    for left_out in (False, True):
        for slip in _ranked(reader, window, left_out) if not chosen else ():
            quantity = reader.read(slip) if most[slip.kind] else None
            if quantity is None:
                continue
            wanted = (otherwise or {}).get(quantity.unit or "") if slip.kind == "unit" else admissible
            if wanted is not None and reading(quantity).intersect(wanted) is not None:
                chosen.append(Repair(slip.kind, slip.text, quantity))
                most[slip.kind] -= 1
                if len(chosen) == MOST:
                    break
    return tuple(chosen)


def repairs(
    claim: Claim,
    admissible: Interval | None,
    language: str = "",
    script: str = "",
    otherwise: Mapping[str, Interval] | None = None,
    reading: Callable[[Quantity], Interval] = bounds,
) -> tuple[str, ...]:
    """The texts of `found`."""
    return tuple(r.text for r in found(claim, admissible, language, script, otherwise, reading))


def _ranked(reader: _Reader, window: _Window, left_out: bool) -> list[Slip]:
    """Slips that may fit, the likeliest first; those worth clearly too much or too little are left out unread."""
    ranked: list[tuple[int, Fraction, int, Slip]] = []
    unknown = 0
    for order, slip in enumerate(reader.slips(left_out, window.may_hold)):
        if not slip.of and slip.kind not in ("unit", "sign"):
            unknown += 1
            if unknown > _READINGS:
                continue
        ranked.append((LIKELIHOOD[slip.kind], window.distance(slip), order, slip))
    ranked.sort(key=lambda r: r[:3])
    return [r[3] for r in ranked]


class _Window:
    """An admissible interval as multiples of the figure as written, to judge slips before they are read."""

    def __init__(self, q: Quantity, admissible: Interval | None) -> None:
        ends = Interval(None, None) if admissible is None or not q.value else admissible.scale(1 / q.value)
        self.low, self.high = ends.low, ends.high
        known = [end for end in (ends.low, ends.high) if end is not None]
        self.aim = sum(known, Fraction(0)) / len(known) if known else Fraction(1)
        if q.hedge in LIMITS:  # more than a figure: one end of what it allows is open
            upward = (q.hedge in ("more_than", "at_least")) == (q.value is not None and q.value > 0)
            self.low, self.high = (None, self.high) if upward else (self.low, None)
        self.soft = q.hedge in ("about", "nearly")

    def may_hold(self, worth: int, of: int, room: int) -> bool:
        """Whether the allowance of a slip, its `room` or less, could reach into the window."""
        if self.soft:
            room += abs(worth) // 2 + 1
        low, high = self.low, self.high
        if low is not None and (worth + room) * low.denominator < low.numerator * of:
            return False
        return high is None or (worth - room) * high.denominator <= high.numerator * of

    def distance(self, slip: Slip) -> Fraction:
        """How far from the aim a slip comes; 0 where only reading it tells its worth."""
        return abs(Fraction(slip.worth, slip.of) - self.aim) if slip.of else Fraction(0)


class _Reader:
    """Reads slips of one claim the way the draft was read."""

    def __init__(self, claim: Claim, language: str, script: str) -> None:
        self.claim = claim
        self.quote = quoted(claim)
        self.language = language or ("zh" if _is_chinese(self.quote + claim.measure + claim.counted) else "en")
        self.script = script or ("Hans" if self.language == "zh" and _is_simplified(claim) else "Hant")
        self.base: Quantity | None = None
        self.decimal_comma = False
        self.readable = claim.quantity.value is not None and claim.quantity.hedge not in ("range", "open")
        if self.readable:
            self._calibrate()

    def _calibrate(self) -> None:
        """Find how the quote by itself is read, so that what its surroundings lent it can be lent again."""
        for comma in (False, True):
            self.decimal_comma = comma
            self.base = self._scan(self.quote)
            if self.base is not None and self.base.value == self.claim.quantity.value:
                return
        self.decimal_comma = False
        self.base = self._scan(self.quote)
        self.readable = self.base is not None and bool(self.base.value)

    def slips(
        self, left_out: bool = False, keep: Callable[[int, int, int], bool] = lambda worth, of, room: True
    ) -> Iterator[Slip]:
        """Slips of the quote that `keep` keeps, no text twice; none for what has no value."""
        q = self.claim.quantity
        if not self.readable:
            return
        seen = {self.quote}
        integral = q.rounding in ("exact", "round") and q.kind in ("count", "number", "ordinal")
        for slip in slips_of_digits(self.quote, integral, left_out, keep):
            if slip.text not in seen:
                seen.add(slip.text)
                yield slip
        if left_out:
            return
        scale = q.scale_word if self.base is not None and self.base.scale == q.scale else ""
        for slip in slips_of_words(self.quote, scale, self.script, q.kind in _SCALABLE and not q.scale_word):
            if slip.text not in seen and (not slip.of or keep(slip.worth, slip.of, slip.room)):
                seen.add(slip.text)
                yield slip
        if q.kind in _SIGNED or q.direction:
            yield Slip("sign", turned(self.quote, q.direction, self.language))
        rate = other_rate(self.quote, self.language, self.script)
        if rate is not None:
            yield Slip("unit", rate)

    def read(self, slip: Slip) -> Quantity | None:
        """The quantity that the slip stands for in the claim's place; None when it is no such quantity."""
        q = self.claim.quantity
        if slip.kind == "sign" and q.direction is not None:
            return self._turned()
        read = self._scan(slip.text)
        if read is None or read.value is None or self.base is None or not self.base.value or q.value is None:
            return None
        if slip.kind == "unit":
            stated = _stated(read.value, q.hedge)
            return msgspec.structs.replace(read, hedge=q.hedge, direction=q.direction, stated=stated)
        if (read.kind, read.unit) != (self.base.kind, self.base.unit):
            return None
        lent = q.value / self.base.value  # 1, but for a scale word or unit that a neighbour lends
        value = read.value * lent
        if value in (0, q.value):
            return None
        grain = read.grain * abs(lent)
        if q.rounding == "round" == read.rounding:
            grain = min(grain, q.grain)
        rounding = q.rounding if self.base.rounding != q.rounding else read.rounding
        return msgspec.structs.replace(
            q, value=value, stated=_stated(value, q.hedge), rounding=rounding, step=read.step * abs(lent), grain=grain,
            scale=read.scale * abs(lent) if lent != 1 and read.scale == self.base.scale else read.scale,
            scale_word=read.scale_word or (q.scale_word if lent != 1 else ""),
        )  # fmt: skip

    def _turned(self) -> Quantity | None:
        q = self.claim.quantity
        if q.value is None or q.direction is None:
            return None
        return msgspec.structs.replace(q, value=-q.value, stated=-q.stated, direction=_UP[q.direction])

    def _scan(self, text: str) -> Quantity | None:
        """The one quantity that is all of `text`, hedges and directions apart; None when there is no such."""
        if _PLAIN.fullmatch(text):  # by itself 2019 would be a year
            numeral = parse_digits(text, self.decimal_comma)
            return None if numeral is None else _plain(numeral)
        setting = Setting(self.language, self.script, decimal_comma=self.decimal_comma)
        found = mentions(text, setting)
        if len(found) != 1 or text[found[0].start : found[0].end].strip() != text.strip():
            return None
        return found[0].quantity


def _plain(numeral: Numeral) -> Quantity:
    value = numeral.times(1)
    rounding = "digit" if numeral.decimals else "round" if numeral.is_round else "exact"
    return Quantity("number", value, point(value), rounding=rounding, step=numeral.step(), grain=numeral.grain())


def _stated(value: Fraction, hedge: str | None) -> Interval:
    return _STATED[hedge](value) if hedge in _STATED else point(value)


def _is_chinese(text: str) -> bool:
    return any("㐀" <= char <= "鿿" for char in text)


def _is_simplified(claim: Claim) -> bool:
    text = claim.quote + claim.measure + claim.counted + claim.subject
    return fold(text) == text
