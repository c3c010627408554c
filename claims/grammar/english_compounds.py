"""Compound quantities: 3 hours 20 minutes, 6 ft 2 in, $5 and 20 cents, 1 hour thirty."""

from __future__ import annotations

import re

from claims.grammar.english_figure import DIGITS, PART, WORDS, Figure
from claims.grammar.english_lexicon import Unit
from claims.grammar.english_surroundings import Surroundings

SENTENCE_END = re.compile(r"\s*(?:$|[.,;:!?)\]](?!\d))")
_MINUTES = {"hour": Unit("minute", "duration"), "minute": Unit("second", "duration"), "foot": Unit("inch", "dimension")}


def compound(s: Surroundings, a: Figure, b: Figure, gap: str) -> Figure | None:
    """Three hours twenty minutes, 6 ft 2 in, $5 and 20 cents: one figure in the smaller unit."""
    unit, other = a.unit, b.unit
    assert unit is not None
    if (a.sign < 0 and b.sign < 0) or a.per or b.prefixed or a.form == PART or a.hyphened or a.kind == "age":
        return None
    if other is None:
        other = implied(s, a, b, gap)
        if other is None:
            return None
    if unit.name == "hour" and b.unit_word == "m" and other.name == "meter":
        other = _MINUTES["hour"]
    if unit.name == "meter" and a.unit_word == "m" and other.name == "second":
        unit = _MINUTES["hour"]  # a lap of 1m 18.2s
    if unit.name == "stone" and b.unit_word.startswith("pound"):
        other = Unit("pound", "dimension")
    if unit.kind == "money" and other.kind == "money":
        if (
            unit.factor != (1, 1)
            or other.factor == (1, 1)
            or b.mantissa >= other.factor[1]
            or b.decimals
            or a.scale_word
        ):
            return None
        whole = a.mantissa * 100 * b.den if not a.decimals else 0
        if not whole or other.factor[1] != 100:
            return None
        a.mantissa = a.mantissa * 100 + b.mantissa
        a.decimals = 2
        a.end = b.end
        return a
    ratio = s.lexicon.smaller.get(unit.name, {}).get(other.name)
    if ratio is None or (b.per and gap == ", "):
        return None
    if (a.mantissa > 10_000 and a.decimals) or (b.den > 1 and a.den > 1):
        return None
    amount = a.value() * ratio + b.value()
    if (b.value() >= ratio and ratio != 3 and other.name != "inch") or amount.denominator > 10_000:
        return None
    start, end, sign = a.start, b.end, a.sign
    b.mantissa, b.den, b.decimals, b.scale, b.scale_word = abs(amount.numerator), amount.denominator, 0, 1, ""
    b.sign, b.start, b.end = sign, start, end
    b.unit, b.form = other, DIGITS if b.form == DIGITS else WORDS
    b.unit_word = b.unit_word or a.unit_word
    return b


def implied(s: Surroundings, a: Figure, b: Figure, gap: str) -> Unit | None:
    """The unit that goes without saying in "1 hour thirty" and "$3 and fourteen"."""
    if (
        gap == ", "
        or b.kind
        or b.decimals
        or b.den > 1
        or b.scale_word
        or (not b.plain and b.mantissa > 99)
        or b.sign < 0
    ):
        return None
    if not SENTENCE_END.match(s.low, b.end) or a.unit is None or a.decimals or a.scale_word:
        return None
    if a.unit.kind == "money" and a.unit.factor == (1, 1) and 0 < b.mantissa < 100:
        if gap == " " and b.form == DIGITS and b.end - b.start != 2:
            return None
        return Unit(a.unit.name, "money", (1, 100))
    if a.unit.name in _MINUTES and 0 < b.mantissa < 60:
        return _MINUTES[a.unit.name]
    return None
