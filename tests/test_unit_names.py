"""The units that the languages speak of are units that can be compared and converted."""

from __future__ import annotations

from fractions import Fraction

import pytest

from claims.grammar import chinese_lexicon, english_lexicon
from claims.units import currencies, dimension, factor, known

PLACEHOLDERS = {"yuan", "dollar", english_lexicon.DEFAULT_DOLLAR}
"""Stand for whatever currency the document means."""


def english_units() -> dict[str, english_lexicon.Unit]:
    lexicon = english_lexicon.lexicon()
    return {**lexicon.units, **lexicon.symbols}


def names() -> list[tuple[str, str]]:
    """Each canonical name with the kind that its language gives it."""
    chinese = chinese_lexicon.lexicon()
    found = {(unit.name, unit.kind) for unit in english_units().values()}
    found |= {(unit.name, unit.kind) for unit in (*chinese.units.values(), *chinese.latin_units.values()) if unit.name}
    return sorted((name, kind) for name, kind in found if name not in PLACEHOLDERS)


@pytest.mark.parametrize(("name", "kind"), names())
def test_every_unit_of_the_languages_is_known(name: str, kind: str) -> None:
    assert known(name)
    if kind == "money":
        assert name in currencies()
    expected = {"duration": "time", "age": "time", "percent": "percent", "point": "point", "count": "count"}
    assert dimension(name) == expected.get(kind, dimension(name))


def test_a_prefix_is_never_lost() -> None:
    """A millibar is no bar: a word made of a prefix and a unit's word means that multiple of it."""
    units = english_units()
    prefixes = {"nano": -9, "micro": -6, "milli": -3, "centi": -2, "kilo": 3, "mega": 6, "giga": 9, "tera": 12}
    wrong = {}
    for word, unit in units.items():
        for prefix, power in prefixes.items():
            base = units.get(word.removeprefix(prefix)) if word.startswith(prefix) else None
            if base and dimension(base.name) == dimension(unit.name) and base.kind != "money":
                worth = factor(unit.name, base.name) * Fraction(*unit.factor) / Fraction(*base.factor)
                if worth != Fraction(10) ** power:
                    wrong[word] = unit.name
    assert wrong == {}


@pytest.mark.parametrize(
    ("unit", "smaller", "count"),
    [(unit, part, n) for unit, parts in english_lexicon.lexicon().smaller.items() for part, n in parts.items()],
)
def test_smaller_units_are_what_they_should_be(unit: str, smaller: str, count: int) -> None:
    assert factor(unit, smaller) == count
