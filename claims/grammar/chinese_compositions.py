"""三次产业结构为6.6:43.8:49.6: the parts of a whole in per cent, set side by side with colons.

Elsewhere numbers with colons are scores, clocks or proportions of a mixture; only words
such as 产业结构 make them shares.
"""

from __future__ import annotations

import re

from claims.grammar.chinese_found import Found
from claims.grammar.chinese_numerals import read_number
from claims.grammar.chinese_reader import Reader

_COMPOSITION = re.compile(r"\d{1,2}(?:\.\d+)?(?: ?: ?\d{1,2}(?:\.\d+)?){2,}(?![\d%:])", re.ASCII)
_NUMBER = re.compile(r"[\d.]+", re.ASCII)
_STOPS = re.compile(r"[，。；！？\n]")
_REACH = 30
"""Code points before the first number in which the words stand."""


def composition(reader: Reader, at: int) -> int:
    """The end of the shares that begin at an offset, all kept as percentages; 0 when there are none."""
    text = reader.text
    match = _COMPOSITION.match(text, at)
    if match is None:
        return 0
    lead = _STOPS.split(text[max(0, at - _REACH) : at])[-1]
    if not any(word in lead for word in reader.lex.cues["compositions"]):
        return 0
    for number in _NUMBER.finditer(text, at, match.end()):
        reading = read_number(text, number.start())
        if reading is None or reading.end != number.end():
            return 0
        found = Found.read(number.start(), reading)
        found.kind = found.unit = "percent"
        reader.found.append(found)
    return match.end()
