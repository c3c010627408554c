"""What must hold between the marked figures of an article, and whether it does.

A relation is an equation or a chain of comparisons over the keys of the figures, such as
`t = a + b + c` or `end - start <= n <= end - start + 1`, worked out over everything that
rounding allows each of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from types import CodeType

import msgspec

from .figures import Worth

FORMS = {
    "sum": "T01", "part": "T02", "shares": "T03", "share": "T04", "growth": "T05", "points": "T06", "difference": "T10",
    "conversion": "T09", "mean": "T11", "multiple": "T12", "count": "T13", "repeat": "T14", "age": "T15",
    "weekday": "T16", "calendar": "T16", "duration": "T17", "era": "T18", "rank": "T19", "direction": "T20",
    "hedge": "T21", "whole": "T22", "table": "T23", "text-table": "T24", "grain": "T25", "flow": "T26",
    "between": "T27", "range": "T29", "series": "T30", "plan": "T31", "limit": "T32", "joint": "T33", "test": "T34",
}  # fmt: skip
"""Forms of relations, and the kind of contradiction that their breach is."""
_COMPARISON = re.compile(r"<=|>=|<|>|=")
_KEY = re.compile(r"\b[a-z]\w*\b(?!\()")
_DECIMAL = re.compile(r"\b\d+(?:\.\d+)?\b")


def place(own: Fraction, *others: Fraction) -> Fraction:
    """Which place a value takes among others, the greatest first."""
    return Fraction(1 + sum(other > own for other in others))


def weekday(day: Fraction) -> Fraction:
    return (day - 1) % 7


def nearest(total: Fraction) -> Fraction:
    """How far a number lies from a whole one."""
    return abs(total - round(total))


def year(day: Fraction) -> Fraction:
    from datetime import date

    return Fraction(date.fromordinal(int(day)).year)


_NAMES: dict[str, object] = {
    "place": place, "weekday": weekday, "nearest": nearest, "year": year, "abs": abs, "max": max, "min": min,
    "Fraction": Fraction, "__builtins__": {},
}  # fmt: skip


class Relation(msgspec.Struct, frozen=True):
    """A label below an article."""

    form: str
    """One of `FORMS`."""
    rule: str
    only: tuple[str, ...] = ()
    """Keys of the figures that slips may be planted in; all when empty."""

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_KEY.findall(self.rule)))

    @property
    def targets(self) -> tuple[str, ...]:
        return self.only or self.keys


def parsed(line: str) -> Relation:
    """A label: `form: rule` or `form [keys that may slip]: rule`; raises `ValueError` otherwise."""
    match = re.fullmatch(r"([a-z-]+)(?: \[([\w ]+)\])?: (.+)", line)
    if match is None or match[1] not in FORMS:
        raise ValueError(f"no label: {line}")
    return Relation(match[1], match[3], tuple((match[2] or "").split()))


def holds(relation: Relation, figures: Mapping[str, Worth], loosely: bool = False) -> bool:
    """Whether the figures can be true together; `loosely` gives every excuse that there is.

    A date that does not exist breaks every relation it is in.
    """
    if any(figures[key].value is None for key in relation.keys):
        return False
    if relation.form == "calendar":
        return True
    sides = [side.strip() for side in _COMPARISON.split(relation.rule)]
    signs = _COMPARISON.findall(relation.rule)
    return all(
        _meets(*_extremes(f"({left}) - ({right})", figures, loosely), sign)
        for left, sign, right in zip(sides, signs, sides[1:], strict=False)
    )


def _meets(low: Fraction, high: Fraction, sign: str) -> bool:
    """Whether a difference between `low` and `high` may be that of two sides so compared."""
    tests: dict[str, Callable[[], bool]] = {
        "=": lambda: low <= 0 <= high, "<=": lambda: low <= 0, "<": lambda: low < 0, ">=": lambda: high >= 0,
        ">": lambda: high > 0,
    }  # fmt: skip
    return tests[sign]()


def _extremes(expression: str, figures: Mapping[str, Worth], loosely: bool) -> tuple[Fraction, Fraction]:
    """Least and greatest value of an expression that is monotonous in each figure, or turns at them all."""
    keys = [key for key in dict.fromkeys(_KEY.findall(expression))]
    middle = {key: figures[key].value or Fraction(0) for key in keys}
    reach = {key: figures[key].loose if loosely else figures[key].half for key in keys}
    low, high = dict(middle), dict(middle)
    for key in keys:
        if reach[key]:
            below = _valued(expression, middle | {key: middle[key] - reach[key]})
            above = _valued(expression, middle | {key: middle[key] + reach[key]})
            sign = 1 if above >= below else -1
            low[key] -= sign * reach[key]
            high[key] += sign * reach[key]
    values = [_valued(expression, at) for at in (low, middle, high)]
    return min(values), max(values)


def _valued(expression: str, values: Mapping[str, Fraction]) -> Fraction:
    return Fraction(eval(_compiled(expression), dict(_NAMES), dict(values)))


@cache
def _compiled(expression: str) -> CodeType:
    exact = _DECIMAL.sub(lambda m: f"Fraction('{m.group()}')", expression)
    return compile(exact, "<label>", "eval")
