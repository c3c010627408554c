"""Units of measure: what a name measures, and exact factors between names.

A unit is an expression of canonical names, such as "meter**2", "CNY/meter**2" or
"kilowatt_hour". `languages/units.toml` holds the common ones with exact factors. A name
it lacks is looked up in pint, which is imported only then, and only ever sees single
words that have passed `_WORD`: never an expression, never text from a draft.
"""

from __future__ import annotations

import re
import tomllib
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

SOURCE = Path(__file__).parent / "languages" / "units.toml"

Number = int | Fraction
Exponents = tuple[tuple[str, int], ...]

MAX_LENGTH = 80
"""A longer expression is no unit."""
MAX_EXPONENT = 12

_WORD = re.compile(r"[A-Za-z]{1,30}(?:_[A-Za-z0-9]{1,20}){0,6}")
_TERM = re.compile(rf"([*/]?)({_WORD.pattern}|1)(?:\*\*(-?[0-9]{{1,2}}))?")
# Zero on the scale, in kelvin.
_OFFSETS = {"degree_Celsius": Fraction("273.15"), "degree_Fahrenheit": Fraction(45967, 180)}
# Pint's base units, in the words of the data file.
_PINT_BASES = {
    "meter": "length",
    "kilogram": "mass",
    "second": "time",
    "ampere": "current",
    "kelvin": "temperature",
    "mole": "substance",
    "candela": "luminosity",
    "bit": "information",
    "count": "count",
    "pixel": "pixels",
}


class Unit(NamedTuple):
    """A unit, resolved: its base dimensions, and its worth in their coherent base units."""

    exponents: Exponents
    """Base dimension and exponent, sorted; no exponent is 0."""
    factor: Fraction
    offset: Fraction | None = None
    """For a thermometer scale, where its zero lies in kelvin; None for all else."""


def known(unit: str) -> bool:
    """Whether the name, or every name of the expression, is that of a unit."""
    return _resolve(unit) is not None


def dimension(unit: str | None) -> str | None:
    """What a unit measures: "length", "money:CNY", "percent", "count"; None when unknown.

    A dimension without a name of its own is written out: "money:CNY/length**2".
    """
    found = None if unit is None else _resolve(unit)
    return None if found is None else _dimension_name(found.exponents)


def resolved(unit: str) -> tuple[Exponents, Fraction]:
    """Base dimensions of a unit with their exponents, and how much of their coherent unit it is.

    An unknown unit is a dimension of its own.
    """
    found = _resolve(unit)
    return (((unit, 1),), Fraction(1)) if found is None else (found.exponents, found.factor)


def comparable(a: str | None, b: str | None) -> bool:
    """Whether amounts in one unit can be converted to the other.

    Bare numbers compare with bare numbers only, an unknown unit with itself only.
    """
    if a == b:
        return True
    if a is None or b is None:
        return False
    left, right = _resolve(a), _resolve(b)
    return left is not None and right is not None and left.exponents == right.exponents


def factor(a: str, b: str) -> Fraction:
    """How many `b` one `a` is, exactly.

    Raises `ValueError` for unlike or unknown units, for two currencies, and for two
    thermometer scales, whose zeros differ (see `convert`).
    """
    if a == b:
        return Fraction(1)
    left, right = _alike(a, b)
    if left.offset != right.offset:
        raise ValueError(f"{a} and {b} have different zeros: no factor leads from one to the other")
    return left.factor / right.factor


def convert(value: Number, a: str, b: str) -> Fraction:
    """`value` of `a` in `b`, exactly, thermometer scales included.

    Raises `ValueError` for unlike or unknown units.
    """
    if a == b:
        return Fraction(value)
    left, right = _alike(a, b)
    absolute = value * left.factor + (left.offset or 0)
    return (absolute - (right.offset or 0)) / right.factor


def currencies() -> frozenset[str]:
    """Codes of the currencies that are known."""
    return _catalogue().currencies


@cache
def registry() -> Any:
    """A pint registry over exact fractions that knows our own names (mu, jin, quarter …) too."""
    import pint

    made: Any = pint.UnitRegistry(non_int_type=Fraction, on_redefinition="ignore")
    made.define("percentage_point = [point]")
    made.define("basis_point = percentage_point / 100")
    made.define("per_mille = 0.001")
    made.define("ppb = 0.000000001")
    si = {base: name for name, base in _PINT_BASES.items()}
    for name in _catalogue().own:
        unit = _catalogue().words[name]
        if all(base in si for base, _ in unit.exponents):
            bases = "".join(f" * {si[base]}**{exponent}" for base, exponent in unit.exponents)
            made.define(f"{name} = {unit.factor}{bases}")
    return made


class _Catalogue(NamedTuple):
    words: dict[str, Unit]
    dimensions: dict[Exponents, str]
    prefixes: tuple[tuple[str, Fraction, frozenset[str]], ...]
    currencies: frozenset[str]
    own: tuple[str, ...]


@cache
def _catalogue() -> _Catalogue:
    """The data file, read once."""
    data = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    own = tuple(data.pop("own")["names"])
    codes = frozenset(data.pop("currencies")["codes"].split())
    prefixes = data.pop("prefixes")
    bases = {name: _exponents(text) for name, text in data.pop("dimensions").items()}
    words = {code: Unit(((f"money:{code}", 1),), Fraction(1)) for code in codes}
    for section, units in data.items():
        for name, worth in units.items():
            words[name] = Unit(bases[section], _fraction(str(worth)), _OFFSETS.get(name))
    # A section named before another of the same dimensions gives them their name.
    names: dict[Exponents, str] = {}
    for name, exponents in bases.items():
        names.setdefault(exponents, name)
    decimal, binary = frozenset(prefixes["decimal_units"]), frozenset(prefixes["binary_units"])
    table = [(name, Fraction(10) ** power, decimal) for name, power in prefixes["exponents"].items()]
    table += [(name, Fraction(2) ** power, binary) for name, power in prefixes["binary"].items()]
    return _Catalogue(words, names, tuple(table), codes, own)


def _fraction(text: str) -> Fraction:
    numerator, _, denominator = text.partition("/")
    return Fraction(numerator) / Fraction(denominator or 1)


def _terms(text: str) -> list[tuple[str, int]] | None:
    """The words of an expression and their exponents, or None when it is not one."""
    if len(text) > MAX_LENGTH or text[:1] in ("*", "/"):
        return None
    terms, at = [], 0
    while at < len(text):
        found = _TERM.match(text, at)
        if found is None or (at > 0) != bool(found[1]):
            return None
        exponent = int(found[3] or 1)
        if not 0 < abs(exponent) <= MAX_EXPONENT:
            return None
        terms.append((found[2], -exponent if found[1] == "/" else exponent))
        at = found.end()
    return terms or None


def _exponents(text: str) -> Exponents:
    """Base dimensions of an expression of them, such as "mass*length/time**2"."""
    total: dict[str, int] = {}
    for base, exponent in _terms(text) or ():
        total[base] = total.get(base, 0) + exponent
    return tuple(sorted((base, e) for base, e in total.items() if e and base != "1"))


@lru_cache(maxsize=4096)
def _resolve(text: str) -> Unit | None:
    """The unit that an expression stands for, or None."""
    if text in (words := _catalogue().words):
        return words[text]
    terms = _terms(text)
    if terms is None:
        return None
    total: dict[str, int] = {}
    worth = Fraction(1)
    for word, exponent in terms:
        unit = _word(word)
        if unit is None or unit.offset is not None:  # a thermometer scale stands alone
            return None
        worth *= unit.factor**exponent
        for base, power in unit.exponents:
            total[base] = total.get(base, 0) + power * exponent
    return Unit(tuple(sorted((base, e) for base, e in total.items() if e)), worth)


@lru_cache(maxsize=4096)
def _word(word: str) -> Unit | None:
    """One word: from the data file, with a prefix, or from pint."""
    if word == "1":
        return Unit((), Fraction(1))
    catalogue = _catalogue()
    if word in catalogue.words:
        return catalogue.words[word]
    for prefix, power, takers in catalogue.prefixes:
        rest = word[len(prefix) :]
        if rest in takers and word.startswith(prefix):
            unit = catalogue.words[rest]
            return Unit(unit.exponents, unit.factor * power)
    return _from_pint(word)


def _from_pint(word: str) -> Unit | None:
    """A single word as pint knows it; None when it does not, or not as a rational factor."""
    if not _WORD.fullmatch(word) or word in _catalogue().currencies:
        return None
    made = registry()
    try:
        one, two = (made.Quantity(Fraction(n), word).to_base_units() for n in (1, 2))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):  # unknown, or a logarithm
        return None
    worth = one.magnitude
    if not isinstance(worth, (int, Fraction)) or two.magnitude != 2 * worth:  # an offset is no factor
        return None
    total = []
    for base, exponent in one.unit_items():
        if base not in _PINT_BASES or exponent != int(exponent):
            return None
        total.append((_PINT_BASES[base], int(exponent)))
    return Unit(tuple(sorted(total)), Fraction(worth))


def _dimension_name(exponents: Exponents) -> str:
    names = _catalogue().dimensions
    if exponents in names:
        return names[exponents]
    over = [base if e == 1 else f"{base}**{e}" for base, e in exponents if e > 0]
    under = [base if e == -1 else f"{base}**{-e}" for base, e in exponents if e < 0]
    return "/".join(["*".join(over) or "1", *under])


def _alike(a: str, b: str) -> tuple[Unit, Unit]:
    left, right = _resolve(a), _resolve(b)
    for name, found in ((a, left), (b, right)):
        if found is None:
            raise ValueError(f"{name!r} is not a known unit")
    assert left is not None and right is not None
    if left.exponents != right.exponents:
        raise ValueError(f"{a} and {b} do not measure the same")
    return left, right
