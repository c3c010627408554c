"""The vocabulary of `zh.toml`, indexed so that one or two look-ups find a word at a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from claims.languages import load

Number = int | Fraction


class Unit(NamedTuple):
    """What a unit word stands for."""

    kind: str
    """Kind of the quantity it makes."""
    name: str | None
    """Canonical unit; "yuan" and "dollar" are settled by the document."""
    factor: Number = 1
    """How many of `name` one is."""


Index = dict[str, tuple[str, ...]]

DURATION_FACTORS: dict[str, tuple[str, Number]] = {
    "half_year": ("month", 6),
    "quarter": ("month", 3),
}
SPOONS = {"teaspoon": 5, "tablespoon": 15}
"""Chinese spoons are metric: so many milliliters."""


class Lexicon(NamedTuple):
    units: dict[str, Unit]
    unit_index: Index
    """See `word_at`."""
    latin_units: dict[str, Unit]
    money: dict[str, str]
    """Currency word or sign, which may stand before a number, to its code."""
    money_index: Index
    """Last character to those words, longest first; so all that are for words before a number."""
    counters: frozenset[str]
    counter_voids: dict[str, frozenset[str]]
    hedges: dict[str, str]
    hedge_index: Index
    hedge_voids: dict[str, str]
    hedge_needs: dict[str, str]
    after: dict[str, str]
    after_index: Index
    after_voids: dict[str, tuple[str, ...]]
    directions: dict[str, str]
    direction_index: Index
    filler_index: Index
    idioms: dict[str, tuple[tuple[str, int], ...]]
    """Two characters, the first numeral character among them, to (idiom, its offset in it)."""
    angle: tuple[str, ...]
    power: tuple[str, ...]
    optical: tuple[str, ...]
    name_before: Index
    name_after: tuple[str, ...]
    cues: dict[str, tuple[str, ...]]
    """Small word lists by what they are evidence of."""
    befores: frozenset[str]
    """Every character that a sign, a currency, a hedge or a word of change before a number may end in."""


NUMERAL_CHARS = "零〇一二三四五六七八九十百千万亿兆两俩廿卅卌壹贰叁参肆伍陆柒捌玖拾佰仟几数半多余"


@cache
def lexicon() -> Lexicon:
    """The Chinese vocabulary, built once."""
    data = load("zh")
    units, latin = _units(data)
    money = {word: code for code, words in _lines(data["money"]) for word in words}
    before = {word: name for name, words in _lines(data["before"]) for word in words}
    after = {word: name for name, words in _lines(data["after"]) for word in words}
    directions = dict.fromkeys(data["up"].split(), "up") | dict.fromkeys(data["down"].split(), "down")
    fillers = data["fillers"].split()
    return Lexicon(
        units=units,
        unit_index=_beginnings(units),
        latin_units=latin,
        money=money,
        money_index=_endings(money),
        counters=frozenset(data["counters"].split()),
        counter_voids={name: frozenset(words) for name, words in _lines(data["counter_voids"])},
        hedges=before,
        hedge_index=_endings(before),
        hedge_voids={name: "".join(words) for name, words in _lines(data["before_voids"])},
        hedge_needs={name: "".join(words) for name, words in _lines(data["before_needs"])},
        after=after,
        after_index=_beginnings(after),
        after_voids={name: tuple(words) for name, words in _lines(data["after_voids"])},
        directions=directions,
        direction_index=_endings(directions),
        filler_index=_endings(fillers),
        idioms=_idioms(data["idioms"].split()),
        angle=tuple(data["degree_angle"].split()),
        power=tuple(data["degree_power"].split()),
        optical=tuple(data["degree_optical"].split()),
        name_before=_endings(data["name_before"].split()),
        name_after=tuple(data["name_after"].split()),
        cues={name: tuple(words) for name, words in _lines(data["cues"])},
        befores=frozenset(word[-1] for words in (money, before, directions, fillers) for word in words) | set("比=-"),
    )


def word_at(text: str, at: int, index: Index) -> str:
    """The longest word of an index that begins at `at`, or "".

    The index has under two characters the words of two and more that begin with them,
    longest first, and under each first character that character if it is a word.
    """
    begun = text[at : at + 2]
    if begun in index:
        for word in index[begun]:
            if text.startswith(word, at):
                return word
    words = index.get(begun[:1])
    return words[0] if words else ""


def word_before(text: str, at: int, index: Index) -> str:
    """The longest word of a last-character index that ends at `at`, or ""."""
    if not at:
        return ""
    for word in index.get(text[at - 1], ()):
        if text.endswith(word, 0, at):
            return word
    return ""


def _units(data: dict[str, str]) -> tuple[dict[str, Unit], dict[str, Unit]]:
    made: dict[str, Unit] = {}
    counters = data["counters"].split()
    made.update(dict.fromkeys(counters, Unit("count", "count")))
    made["打"] = Unit("count", "count", 12)
    for name, words in _lines(data["units"]):
        spoon = SPOONS.get(name)
        measure = Unit("dimension", "milliliter", spoon) if spoon else _scaled(name)
        made.update(dict.fromkeys(words, measure))
    for name, words in _lines(data["durations"]):
        length = Unit("duration", *DURATION_FACTORS.get(name, (name, 1)))
        made.update(dict.fromkeys(words, length))
    for name, words in _lines(data["temperatures"]):
        made.update(dict.fromkeys(words, Unit("temperature", name)))
    for code, words in _lines(data["money"]):
        made.update(dict.fromkeys(words, Unit("money", code)))
    for worth, words in _lines(data["coins"]):
        made.update(dict.fromkeys(words, Unit("money", "yuan", Fraction(int(worth), 100))))
    made.update(dict.fromkeys(data["ages"].split(), Unit("age", "year")))
    made.update(dict.fromkeys(data["times"].split(), Unit("multiple", None)))
    for word, (kind, name) in _RATES.items():
        made[word] = Unit(kind, name)
    made["度"] = Unit("temperature", "degree_Celsius")
    latin = {word: unit for word, unit in made.items() if word[0].isascii() and word[0].isalpha()}
    return {word: unit for word, unit in made.items() if word not in latin}, latin


def _scaled(name: str) -> Unit:
    """A unit by its name, or as in 100*hong_kong_catty by how many of another it is worth."""
    if not name[0].isdecimal():
        return Unit("dimension", name)
    worth, _, base = name.partition("*")
    factor = Fraction(worth)
    return Unit("dimension", base, factor.numerator if factor.denominator == 1 else factor)


_RATES = {
    "%": ("percent", "percent"),
    "个百分点": ("point", "percentage_point"),
    "百分点": ("point", "percentage_point"),
    "个基点": ("point", "basis_point"),
    "基点": ("point", "basis_point"),
    "个点子": ("point", "basis_point"),
    "点子": ("point", "basis_point"),
    "BP": ("point", "basis_point"),
    "BPs": ("point", "basis_point"),
    "bp": ("point", "basis_point"),
    "bps": ("point", "basis_point"),
    "个BP": ("point", "basis_point"),
    "个bp": ("point", "basis_point"),
    "pct": ("point", "percentage_point"),
    "‰": ("percent", "permille"),
}


def _lines(table: str) -> Iterator[tuple[str, list[str]]]:
    for line in table.splitlines():
        words = line.split()
        if words:
            yield words[0], words[1:]


def _beginnings(words: Iterable[str]) -> Index:
    """What `word_at` looks words up in."""
    words = list(words)
    alone: Index = {word[0]: () for word in words}
    alone |= {word: (word,) for word in words if len(word) == 1}
    return alone | _grouped((word[:2], word) for word in words if len(word) > 1)


def _endings(words: Iterable[str]) -> Index:
    """What `word_before` looks words up in."""
    return _grouped((word[-1], word) for word in words)


def _grouped(words: Iterable[tuple[str, str]]) -> Index:
    made: dict[str, list[str]] = {}
    for key, word in words:
        made.setdefault(key, []).append(word)
    return {key: tuple(sorted(found, key=len, reverse=True)) for key, found in made.items()}


def _idioms(words: list[str]) -> dict[str, tuple[tuple[str, int], ...]]:
    made: dict[str, list[tuple[str, int]]] = {}
    for word in words:
        at = next((i for i, char in enumerate(word) if char in NUMERAL_CHARS), -1)
        if at >= 0:
            key = word[at : at + 2] if at == 0 else word[at - 1 : at + 1]
            made.setdefault(key, []).append((word, at))
    return {key: tuple(sorted(found, key=lambda item: -len(item[0]))) for key, found in made.items()}
