"""English vocabulary, arranged for look-up: built once from the language file.

Phrases are keyed in lower case with single spaces. Where a phrase has several words its
first words are marked, so that a look-up asks for a second word only when one can follow.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from claims.languages import load

UNIT, TEEN, TENS, HUNDRED, SCALE, DOZEN = range(6)

DEFAULT_DOLLAR = "?dollar"
"""Stands for whatever currency the document means by a bare dollar."""


class Unit(NamedTuple):
    """What a unit word stands for."""

    name: str
    """Canonical name."""
    kind: str
    """Kind of a quantity in it: "dimension", "duration", "money", "percent", "point", "temperature"."""
    factor: tuple[int, int] = (1, 1)
    """How many of `name` one is, numerator and denominator."""
    magnitude: int = 1
    """A scale that the word brings along (MUSD)."""


class Lexicon(NamedTuple):
    """The English language file, arranged for look-up."""

    numbers: dict[str, tuple[int, int]]
    """Number words: class (`UNIT` … `DOZEN`) and worth."""
    suffixes: dict[str, int]
    ordinals: dict[str, int]
    denominators: dict[str, tuple[int, bool]]
    """Worth, and whether the form is a plural."""
    open_words: dict[str, tuple[int, int]]
    vague: dict[str, tuple[int, int]]
    multiples: dict[str, tuple[int, int, str]]
    comparisons: dict[str, int]
    units: dict[str, Unit]
    """By phrase in lower case."""
    symbols: dict[str, Unit]
    """By symbol as written."""
    unit_starts: frozenset[str]
    """First words of phrases of more than one word."""
    before: dict[str, tuple[tuple[str, str], ...]]
    """Hedges before a number, by their last word: (phrase, hedge), longest first."""
    after: tuple[tuple[str, str], ...]
    """Hedges after a number, longest first."""
    verbs: dict[str, str]
    """Verb or adverb directly before a change, to "up" or "down"."""
    nouns: dict[str, str]
    """Noun before "of" and a change."""
    changes: dict[str, str]
    """Word after a change."""
    smaller: dict[str, dict[str, int]]
    months: dict[str, int]
    words: dict[str, frozenset[str]]
    """Plain lists: "transparent", "functions", "plurals", "names", "pronouns_before" …"""


def _list(text: str) -> list[str]:
    return [word.replace("_", " ").strip() for word in text.split()]


@cache
def lexicon() -> Lexicon:
    """The lexicon, built on first use."""
    data = load("en")
    units, symbols = _units(data)
    before: dict[str, list[tuple[str, str]]] = {}
    for hedge, words in data["before"].items():
        for phrase in _list(words):
            before.setdefault(phrase.rsplit(" ", 1)[-1], []).append((phrase, hedge))
    after = [(phrase, hedge) for hedge, words in data["after"].items() for phrase in _list(words)]
    up, down = data["up"], data["down"]
    plain = {
        "transparent": data["transparent"]["words"],
        **data["lists"],
        "functions": data["functions"]["words"],
        "plurals": data["functions"]["plurals"],
        "names": data["names"]["before"],
        "names_in_words": data["names"]["before_words"],
        "addresses": data["names"]["units_of_name"],
        "not_numbers": data["names"]["whole"],
        "pronouns_before": data["pronouns"]["before"],
        "pronouns_after": data["pronouns"]["after"],
        "ordinal_idioms": data["ordinals"]["idioms"],
        "ordinal_before": data["ordinals"]["idioms_before"],
        "comparison_after": data["comparison"]["after"],
        "times_after": data["comparison"]["times"],
        "measures": data["measures"]["words"],
        "capitals": data["capitals"]["words"],
        "year_before": data["dates"]["before"],
        "year_determiners": data["dates"]["determiners"],
        "old_year_before": data["dates"]["before_old"],
        "after_year": data["dates"]["after"],
    }
    months = {name: number for number, name in enumerate(data["dates"]["months"].split(), 1)}
    return Lexicon(
        numbers=_numbers(data),
        suffixes=data["suffixes"],
        ordinals=_ordinals(data),
        denominators={
            form: (worth, form != word) for word, worth in data["denominators"].items() for form in (word, word + "s")
        },
        open_words={word: (low, high) for word, (low, high) in data["open"].items()},
        vague={word: (low, high) for word, (low, high) in data["vague"].items()},
        multiples={word: (n, d, way) for word, (n, d, way) in data["multiples"].items()},
        comparisons=data["comparisons"],
        units=units,
        symbols=symbols,
        unit_starts=frozenset(phrase.split(" ", 1)[0] for phrase in units if " " in phrase),
        before={last: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for last, found in before.items()},
        after=tuple(sorted(after, key=lambda pair: -len(pair[0]))),
        verbs=_directions(up["verbs"], down["verbs"]),
        nouns=_directions(up["nouns"], down["nouns"]),
        changes=_directions(up["after"], down["after"]),
        smaller=data["smaller"],
        months={**months, **data["dates"]["abbreviations"]},
        words={
            **{name: frozenset(_list(text)) for name, text in plain.items()},
            "codes": frozenset(
                form for form, unit in units.items() if unit.kind == "money" and 2 <= len(form) <= 3 and form.isalpha()
            ),
        },
    )


def _directions(up: str, down: str) -> dict[str, str]:
    return {**dict.fromkeys(up.split(), "up"), **dict.fromkeys(down.split(), "down")}


def _numbers(data: dict[str, Any]) -> dict[str, tuple[int, int]]:
    numerals = data["numerals"]
    numbers: dict[str, tuple[int, int]] = {}
    for value, word in enumerate(numerals["units"].split()):
        numbers[word] = (UNIT, value)
    for value, word in enumerate(numerals["teens"].split(), 10):
        numbers[word] = (TEEN, value)
    for value, word in enumerate(numerals["tens"].split(), 2):
        numbers[word] = (TENS, value * 10)
    for word, value in numerals["other"].items():
        numbers[word] = (TENS if value else UNIT, value)
    numbers["hundred"] = numbers["hundreds"] = (HUNDRED, 100)
    for word, value in data["scales"].items():
        numbers[word] = numbers[word + "s"] = (SCALE, value)
    for word in data["dozens"]["words"].split():
        numbers[word] = numbers[word + "s"] = (DOZEN, 12)
    return numbers


def _ordinals(data: dict[str, Any]) -> dict[str, int]:
    words = data["ordinals"]
    ordinals: dict[str, int] = dict(words["other"])
    units = words["units"].split()
    ordinals.update({word: value for value, word in enumerate(units) if value})
    ordinals.update({word: value for value, word in enumerate(words["teens"].split(), 10)})
    ordinals.update({word: value * 10 for value, word in enumerate(words["tens"].split(), 2)})
    for value, tens in enumerate(data["numerals"]["tens"].split(), 2):
        ordinals.update({tens + word: value * 10 + unit for unit, word in enumerate(units) if unit})
    return ordinals


_KINDS = {"time": "duration", "temperature": "temperature", "percent": "percent"}
_LOOSE = ("byte", "watt", "meter", "gram")
_POINTS = ("percentage_point", "basis_point")
_SECTIONS = ("length", "area", "volume", "mass", "time", "speed", "other", "temperature", "percent")


def _units(data: dict[str, Any]) -> tuple[dict[str, Unit], dict[str, Unit]]:
    units: dict[str, Unit] = {}

    def add(forms: str, unit: Unit) -> None:
        for form in _list(forms):
            units[form] = unit
            if len(form) > 2 and form[-1].isalpha() and form[-1] != "s":
                units.setdefault(form + "s", unit)  # gbps is a speed, not many pounds

    prefixes = data["prefixes"]
    for name, forms in data["si"].items():
        kind = "duration" if name in ("second", "year") else "dimension"
        add(forms, Unit(name, kind))
        for prefix in prefixes["names"].split():
            if not (name == "second" and prefix in ("deci", "mega")):
                unit = Unit(prefix + name, kind)
                add(" ".join(prefix + form for form in forms.split()), unit)
        if name in ("byte", "bit"):
            for prefix in prefixes["binary"].split():
                add(" ".join(prefix + form for form in forms.split()), Unit(prefix + name, kind))
    for section in _SECTIONS:
        for name, forms in data[section].items():
            kind = "point" if name in _POINTS else _KINDS.get(section, "dimension")
            add(forms, Unit(name, kind))
    lengths = {"foot", "feet", "inch", "inches", "mile", "miles", "yard", "yards"}
    for form, unit in list(units.items()):
        if "**" in unit.name or not (form in lengths or unit.name.endswith("meter")):
            continue
        units["square " + form] = Unit(unit.name + "**2", "dimension")
        units["cubic " + form] = Unit(unit.name + "**3", "dimension")
    _add_money(data, add, units)
    symbols = _symbols(data)
    for symbol, unit in symbols.items():  # KM, Kwh, mhz
        if len(symbol) > 1 and symbol[0] in "kKMGTc" and (len(symbol) > 2 or unit.name.endswith(_LOOSE)):
            units.setdefault(symbol.lower(), unit)
    return units, symbols


def _add_money(data: dict[str, Any], add: Any, units: dict[str, Unit]) -> None:
    for code, forms in data["currency"].items():
        unit = Unit(code, "money")
        add(forms, unit)
        if len(code) == 3:
            units["m" + code.lower()] = Unit(code, "money", magnitude=1_000_000)
            units["k" + code.lower()] = Unit(code, "money", magnitude=1_000)
    for section, part in (("minor", 100), ("tenth", 10), ("satoshi", 100_000_000)):
        for code, forms in data[section].items():
            add(forms, Unit(code, "money", (1, part)))
    for adjective, code in (
        ("us", "USD"),
        ("american", "USD"),
        ("australian", "AUD"),
        ("euro", "EUR"),
        ("canadian", "CAD"),
    ):
        for word in ("cent", "cents"):
            units[f"{adjective} {word}"] = Unit(code, "money", (1, 100))


def _symbols(data: dict[str, Any]) -> dict[str, Unit]:
    prefixes = dict(pair.split("=") for pair in data["prefixes"]["symbols"].split())
    symbols: dict[str, Unit] = {}
    for name, forms in data["symbols"].items():
        kind = {"second": "duration", "year": "duration", "kelvin": "temperature"}.get(name, "dimension")
        for form in forms.split():
            symbol, _, allowed = form.partition(":")
            if name == "second" and symbol[0] in "nµμm":
                symbols[symbol] = Unit(prefixes[symbol[0]] + name, kind)
                continue
            symbols[symbol] = Unit("megapixel" if symbol == "MP" else name, kind)
            for prefix in allowed:
                symbols[prefix + symbol] = Unit(prefixes[prefix] + name, kind)
    return symbols
