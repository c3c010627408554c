"""A figure while it is being read, and the mention it becomes.

Fields are filled in step by step: numeral, currency, unit, neighbours, hedges. Only at
the end is it made into exact fractions, and the common case needs one.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from claims.grammar.english_lexicon import DEFAULT_DOLLAR, Unit
from claims.interval import Interval
from claims.model import Mention, Quantity

ZERO = Fraction(0)
ONE = Fraction(1)
DIGITS, WORDS, PART, ORDINAL, DATE, OPEN, MULTIPLE, MANY = range(8)
"""Forms: a numeral in digits or words, a proper fraction in words, an ordinal, a date or
period, an open word (dozens), a word that is a multiple (doubled), two ends (a range)."""


class Figure:
    """One figure of the text, mutable until `mention` is called."""

    __slots__ = (
        "dates", "decimals", "den", "direction", "drop", "end", "form", "hedge", "high", "high_open", "hyphened",
        "kind", "low", "low_open", "mantissa", "named", "number_end", "number_start", "outer_end", "outer_start",
        "per", "plain", "prefixed", "scale", "scale_word", "sign", "start", "unit", "unit_word",
    )  # fmt: skip

    def __init__(self, start: int, end: int, form: int, mantissa: int = 0, den: int = 1) -> None:
        self.start = self.number_start = self.outer_start = start
        self.end = self.number_end = self.outer_end = end
        self.form = form
        self.mantissa = mantissa
        self.den = den
        self.decimals = 0
        self.sign = self.scale = 1
        self.scale_word = self.unit_word = self.kind = self.per = ""
        """`kind` is one of the model's where the unit does not decide it; `per` the units it is given for: "/hour"."""
        self.unit: Unit | None = None
        self.prefixed = False
        """Whether a currency stands before the number."""
        self.low: Fraction | None = None
        self.high: Fraction | None = None
        self.low_open = self.high_open = False
        self.hedge: str | None = None
        self.direction: str | None = None
        self.dates: tuple[str, str] | None = None
        self.plain = True
        """Whether the numeral is one word or one run of digits, so that a scale may be shared with it."""
        self.hyphened = False
        self.named = False
        """Whether it belongs to a name, so that a number joined to it does too."""
        self.drop = False
        """Whether it has turned out to be no quantity."""

    @property
    def bare(self) -> bool:
        """Whether nothing but a numeral has been read."""
        return self.unit is None and not self.kind

    def value(self) -> Fraction:
        """The number in its unit, sign, scale and fraction applied."""
        n, d = self.sign * self.mantissa * self.scale, self.den
        if self.decimals:
            d *= 10**self.decimals
        if self.unit is not None:
            n, d = n * self.unit.factor[0], d * self.unit.factor[1]
        return _whole(n) if d == 1 else Fraction(n, d)


@lru_cache(maxsize=4096)
def _whole(n: int) -> Fraction:
    return Fraction(n)


def mention(f: Figure, dollar: str) -> Mention:
    """The figure as a record; `dollar` is the code that a bare dollar stands for."""
    if f.form == DATE:
        return Mention(f.start, f.end, _date(f.dates), f.outer_start, f.outer_end)
    unit, kind = _unit_and_kind(f, dollar)
    if f.form in (OPEN, MANY):
        return _with_ends(f, kind, unit)
    factor = None if f.unit is None else f.unit.factor
    value, stated, scale, step, grain, rounding = _exact(
        f.form, f.sign * f.mantissa, f.decimals, f.den, f.scale, f.scale_word != "", factor, kind
    )
    hedge = f.hedge
    if hedge is not None:
        stated = _stated(value, hedge)
    quantity = Quantity(
        kind,
        value,
        stated,
        unit,
        hedge,
        rounding,
        step,
        grain,
        scale,
        f.scale_word,
        f.unit_word,
        f.direction,
    )
    return Mention(f.start, f.end, quantity, f.outer_start, f.outer_end)


@lru_cache(maxsize=1024)
def _worth(n: int, d: int) -> Fraction:
    return Fraction(n, d)


@lru_cache(maxsize=1024)
def _date(dates: tuple[str, str] | None) -> Quantity:
    return Quantity("date", None, _EVERYTHING, dates=dates)


@lru_cache(maxsize=8192)
def _exact(
    form: int,
    mantissa: int,
    decimals: int,
    den: int,
    scale: int,
    is_scaled: bool,
    factor: tuple[int, int] | None,
    kind: str,
) -> tuple[Fraction, Interval, Fraction, Fraction, Fraction, str]:
    """Value, the point it is, scale, step, grain and rounding of a figure, from the whole numbers it is made of.

    Few figures of a draft differ in all of them, and making fractions takes longer than asking whether they are made.
    `factor` is that of the unit, None without one.
    """
    n, d = factor or (1, 1)
    n, d = mantissa * scale * n, den * 10**decimals * d
    value = Fraction(n) if d == 1 else Fraction(n, d)
    step, grain, rounding = _precision(form, abs(mantissa), decimals, den, scale, is_scaled, factor or (1, 1), kind)
    if form == PART and kind == "percent" and factor is None:
        value, step, grain = value * 100, step * 100, grain * 100
    return value, Interval(value, value), _whole(scale), step, grain, rounding


_EVERYTHING = Interval(None, None, True, True)


def _unit_and_kind(f: Figure, dollar: str) -> tuple[str | None, str]:
    if f.unit is None:
        kind = f.kind or "number"
        return ("count" + f.per if kind == "count" else "percent" if kind == "percent" else None), kind
    name = f.unit.name
    if name == DEFAULT_DOLLAR:
        name = dollar
    return name + f.per, f.kind or f.unit.kind


def _stated(value: Fraction, hedge: str) -> Interval:
    if hedge in ("about", "nearly"):
        return Interval(value, value)
    if hedge == "more_than":
        return Interval(value, None, True, True)
    if hedge == "at_least":
        return Interval(value, None, False, True)
    if hedge == "less_than":
        return Interval(None, value, True, True)
    return Interval(None, value, True, False)


def _precision(
    form: int,
    mantissa: int,
    decimals: int,
    den: int,
    scale: int,
    is_scaled: bool,
    factor: tuple[int, int],
    kind: str,
) -> tuple[Fraction, Fraction, str]:
    """Step, grain and rounding, by how the number was written."""
    if form == MULTIPLE:
        return ZERO, ZERO, "multiple"
    if form == PART:
        half = Fraction(mantissa * scale, 2 * den * (den + 1)) if mantissa else ZERO
        return half, half, "fraction"
    worth, parts = scale * factor[0], den * 10**decimals * factor[1]
    zeros = 0
    rest = mantissa
    while rest and rest % 10 == 0:
        rest //= 10
        zeros += 1
    step = _worth(worth, parts)
    grain = _worth(worth * 10**zeros, parts) if zeros else step
    if is_scaled:
        return step, grain, "scaled" if zeros >= 2 and not decimals and den == 1 else "digit"
    if decimals or den > 1 or kind in ("percent", "point", "temperature"):
        return step, grain, "digit"
    if mantissa >= 1000 and zeros >= 2:
        return step, grain, "round"
    if kind in ("dimension", "duration", "multiple"):
        return step, grain, "digit"
    return step, grain, "exact"


def _with_ends(f: Figure, kind: str, unit: str | None) -> Mention:
    stated = Interval(f.low, f.high, f.low_open or f.low is None, f.high_open or f.high is None)
    step, grain, rounding = ZERO, ZERO, "exact"
    if f.form == MANY:
        factor = None if f.unit is None else f.unit.factor
        _, _, _, step, grain, rounding = _exact(
            f.form, f.mantissa, f.decimals, f.den, f.scale, f.scale_word != "", factor, kind
        )
    hedge = "open" if f.form == OPEN else "range"
    quantity = Quantity(
        kind,
        None,
        stated,
        unit,
        hedge,
        rounding,
        step,
        grain,
        _whole(f.scale),
        f.scale_word,
        f.unit_word,
        f.direction,
    )
    return Mention(f.start, f.end, quantity, f.outer_start, f.outer_end)
