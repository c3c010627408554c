"""Unit names, what they measure, and factors that agree with pint to the last digit."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import units
from claims.units import comparable, convert, dimension, factor, known

DATA = tomllib.loads(units.SOURCE.read_text(encoding="utf-8"))
TABLES = {"dimensions", "prefixes", "own", "currencies"}
OWN = set(DATA["own"]["names"])
NAMES = [name for section, names in DATA.items() if section not in TABLES for name in names]
COMMON = [n for n in NAMES if n not in OWN and dimension(n) not in ("level", "temperature_difference")]
PREFIXED = [
    prefix + name
    for table, takers in (("exponents", "decimal_units"), ("binary", "binary_units"))
    for prefix in DATA["prefixes"][table]
    for name in DATA["prefixes"][takers]
]
SI = {
    "length": "meter", "mass": "kilogram", "time": "second", "current": "ampere", "temperature": "kelvin",
    "substance": "mole", "luminosity": "candela", "luminous_flux": "lumen", "information": "bit", "angle": "degree",
    "count": "count", "percent": "percent", "pixels": "pixel", "radioactivity": "becquerel",
    "equivalent_dose": "sievert",
}  # fmt: skip


def pint_worth(name: str) -> tuple[Fraction, Any]:
    """Worth in base units and those base units, as pint has them."""
    worth, bases = units.registry().get_base_units(name)
    return Fraction(worth), bases


@pytest.mark.parametrize("name", COMMON + PREFIXED)
def test_every_factor_is_that_of_pint(name: str) -> None:
    unit = units._resolve(name)
    assert unit is not None
    worth, bases = pint_worth(name)
    for base, exponent in unit.exponents:
        si_worth, si_bases = pint_worth(SI[base])
        worth, bases = worth / si_worth**exponent, bases / si_bases**exponent
    assert worth == unit.factor
    assert bases.dimensionless


@pytest.mark.parametrize(
    ("amount", "a", "b"),
    [
        ("2000/3", "mu", "meter**2"), ("15", "hectare", "mu"), ("100", "qing", "mu"), ("121/400", "meter**2", "ping"),
        ("500", "jin", "gram"), ("10", "jin", "liang"), ("10", "liang", "qian"), ("100", "dan", "jin"),
        ("500", "li", "meter"), ("10", "zhang", "chi"), ("10", "chi", "cun"), ("3", "meter", "chi"),
        ("604.78982", "hong_kong_catty", "gram"), ("16", "hong_kong_catty", "hong_kong_tael"),
        ("600", "taiwan_catty", "gram"), ("16", "taiwan_catty", "taiwan_tael"),
        ("3", "quarter", "month"), ("10", "decade", "year"), ("12", "year", "month"),
        ("100", "percentage_point", "basis_point"), ("10", "percent", "permille"), ("1", "per_mille", "permille"),
        ("1.609344", "mile", "kilometer"), ("0.45359237", "pound", "kilogram"), ("42", "oil_barrel", "gallon"),
        ("3600", "watt*hour", "joule"), ("1", "kilowatt_hour", "kilowatt*hour"),
        ("3.6", "meter/second", "kilometer/hour"),
        ("1000", "kilometer**2", "kilometer*meter"), ("2000/3", "CNY/meter**2", "CNY/mu"), ("1024", "kibibyte", "byte"),
        ("8", "megabyte/second", "megabit/second"), ("1/9", "foot**2", "yard**2"), ("1", "metric_ton", "megagram"),
        ("1461/336", "count/week", "count/month"), ("9/5", "delta_degree_Celsius", "delta_degree_Fahrenheit"),
    ],
)  # fmt: skip
def test_factors(amount: str, a: str, b: str) -> None:
    numerator, _, denominator = amount.partition("/")
    assert factor(a, b) == Fraction(numerator) / Fraction(denominator or 1)
    assert comparable(a, b)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("meter", "length"), ("centimeter", "length"), ("meter**2", "area"), ("mu", "area"), ("hectare", "area"),
        ("meter**3", "volume"), ("liter", "volume"), ("meter**3/second", "flow"), ("mile/hour", "speed"),
        ("knot", "speed"), ("jin", "mass"), ("ounce", "mass"), ("day", "time"), ("quarter", "time"),
        ("gigawatt_hour", "energy"), ("kilocalorie", "energy"), ("megawatt", "power"), ("volt*ampere", "power"),
        ("hectopascal", "pressure"), ("millimeter_Hg", "pressure"), ("pound/inch**2", "mass/length**2"),
        ("degree_Celsius", "temperature"), ("degree", "angle"), ("arcminute", "angle"), ("gigahertz", "frequency"),
        ("kilobit/second", "data_rate"), ("terabyte", "information"), ("milliampere_hour", "charge"),
        ("gram/centimeter**3", "density"), ("microgram/meter**3", "density"), ("decibel", "level"),
        ("lux", "illuminance"),
        ("CNY", "money:CNY"), ("USD", "money:USD"), ("CNY/meter**2", "money:CNY/length**2"),
        ("HKD/foot**2", "money:HKD/length**2"), ("USD/oil_barrel", "money:USD/length**3"),
        ("percent", "percent"), ("permille", "percent"), ("percentage_point", "point"), ("basis_point", "point"),
        ("percent/year", "percent/time"), ("count", "count"), ("count/week", "count/time"), ("1/second", "frequency"),
        ("count/kilometer**2", "count/length**2"), ("meter/meter", "1"), ("kilometer_per_second", "speed"),
    ],
)  # fmt: skip
def test_dimensions(unit: str, expected: str) -> None:
    assert dimension(unit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "1 meter", "meter meter", "meter/", "*meter", "meter//second", "meter**", "meter**1.5", "meter**99",
        "meter**0", "9**9**9", "9", "10*meter", "(meter)", "meter+meter", "-meter", "__import__('os')", "meter\n",
        "meter;", "meter.to", "meter" * 30, "人", "米", "戶", "%", "$", "xyzzy", "ABC", "usd", "meter**2**3",
        "inf", "nan",
        "degree_Celsius/meter", "degree_Celsius**2", "decibelmilliwatt", "degree_Reaumur", "a" * 10_000,
        "meter*" * 5_000 + "meter",
    ],
)  # fmt: skip
def test_no_unit(text: str) -> None:
    assert not known(text)
    assert dimension(text) is None
    assert not comparable(text, "meter")
    with pytest.raises(ValueError):
        factor(text, "meter")


@given(st.text(max_size=40))
def test_any_text_is_safe(text: str) -> None:
    assert known(text) == (dimension(text) is not None)


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("CNY", "HKD", False), ("CNY", "CNY", True), ("CNY", "percent", False), ("percent", "percentage_point", False),
        ("percent", "permille", True), ("count", None, False), (None, None, True), ("percent", None, False),
        ("count", "count", True), ("meter", "second", False), ("kilometer", "mile", True), ("gram", "newton", False),
        ("degree_Celsius", "degree_Fahrenheit", True), ("degree_Celsius", "degree", False),
        ("hertz", "becquerel", False),
        ("gray", "sievert", False), ("CNY/meter**2", "CNY/mu", True), ("CNY/meter**2", "HKD/meter**2", False),
        ("no such unit", "no such unit", True), ("no such unit", "meter", False),
    ],
)  # fmt: skip
def test_comparable(a: str | None, b: str | None, alike: bool) -> None:
    assert comparable(a, b) is comparable(b, a) is alike
    if not alike and a is not None and b is not None:
        with pytest.raises(ValueError):
            convert(1, a, b)


@pytest.mark.parametrize(
    ("value", "a", "b", "expected"),
    [
        (0, "degree_Celsius", "degree_Fahrenheit", "32"), (100, "degree_Celsius", "degree_Fahrenheit", "212"),
        (-40, "degree_Fahrenheit", "degree_Celsius", "-40"), (0, "kelvin", "degree_Celsius", "-273.15"),
        (25, "degree_Celsius", "kelvin", "298.15"), (26, "mile", "kilometer", "41.842944"), (7, "CNY", "CNY", "7"),
    ],
)  # fmt: skip
def test_convert(value: int, a: str, b: str, expected: str) -> None:
    assert convert(value, a, b) == Fraction(expected)
    assert convert(convert(value, a, b), b, a) == value


@pytest.mark.parametrize("b", ["degree_Fahrenheit", "kelvin"])
def test_thermometers_have_no_factor(b: str) -> None:
    with pytest.raises(ValueError, match="zero"):
        factor("degree_Celsius", b)


@given(data=st.data())
def test_factors_chain(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["length", "area", "mass", "time", "energy", "pressure", "volume"]))
    a, b, c = (data.draw(st.sampled_from([n for n in NAMES if dimension(n) == kind])) for _ in range(3))
    assert factor(a, b) * factor(b, c) == factor(a, c)
    assert factor(a, b) * factor(b, a) == 1


def test_currencies_are_codes_of_three_capitals() -> None:
    assert {"CNY", "HKD", "MOP", "TWD", "USD", "EUR", "JPY"} <= units.currencies()
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in units.currencies())
    assert not units.currencies() & set(NAMES)


def test_own_names_are_known_to_the_registry() -> None:
    registry = units.registry()
    for name in OWN:
        assert registry.get_base_units(name)[0] > 0
    assert registry.Quantity(Fraction(3), "mu").to("meter**2").magnitude == 2000


def test_common_units_never_import_pint() -> None:
    code = (
        "import sys; from claims.units import *; "
        "assert known('CNY/meter**2') and factor('jin', 'kilogram') and not known('人') and not known('9**9'); "
        "sys.exit('pint' in sys.modules)"
    )
    root = Path(units.__file__).parent.parent
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
