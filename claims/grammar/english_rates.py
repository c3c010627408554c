"""What a unit is given for: an hour, per square foot, /s2."""

from __future__ import annotations

import re

from claims.grammar.english_figure import Figure
from claims.grammar.english_lexicon import Unit
from claims.grammar.english_surroundings import Surroundings

POWERS = {"2": "**2", "²": "**2", "3": "**3", "³": "**3"}
MAX_LENGTH = 40

_PER = re.compile(
    r"(?: (per|a|an|each|every) | ?(/) ?| ?- ?(an?) ?- ?)([^\W\d_]+)(?:(?:\^|\*\*)?([23²³])(?!\w|\.\d))?"
    r"(?! (?:earlier|ago|before|later|old|in a row|on year|over year|previously|after|when))"
)
_SHORT = re.compile(r" ?(pcm|pw|p\.a\.|pa)(?![a-z])")
_SHORT_PER = {"pcm": "/month", "pw": "/week", "pa": "/year"}
_SECOND = re.compile(r"[ -]{1,2}([a-z]+)")
_SLASHED = {
    "s": Unit("second", "duration"),
    "h": Unit("hour", "duration"),
    "hr": Unit("hour", "duration"),
    "d": Unit("day", "duration"),
    "y": Unit("year", "duration"),
    "m": Unit("meter", "dimension"),
    "l": Unit("liter", "dimension"),
}


def rate_after(s: Surroundings, f: Figure) -> None:
    """Add to `f.per` the units that it is given for; a noun (per passenger) is not one."""
    short = _SHORT.match(s.low, f.end) if f.unit is not None and f.unit.kind == "money" else None
    if short:
        f.per, f.end = _SHORT_PER[short[1].replace(".", "")], short.end()
        return
    while len(f.per) < MAX_LENGTH and s.low[f.end : f.end + 1] in (" ", "/", "-"):
        match = _PER.match(s.low, f.end)
        found = _unit(s, match) if match else None
        if match is None or found is None or (f.unit is not None and found[0].name == f.unit.name):
            return
        unit, end = found
        if unit.kind not in ("dimension", "duration") or unit.factor != (1, 1) or f.kind == "age":
            return
        f.per += f"/{unit.name}{POWERS[match[5]] if match[5] else ''}"
        f.end = end


def _unit(s: Surroundings, match: re.Match[str]) -> tuple[Unit, int] | None:
    word, lexicon = match[4], s.lexicon
    if word in lexicon.unit_starts:
        second = _SECOND.match(s.low, match.end(4))
        unit = lexicon.units.get(f"{word} {second[1]}") if second else None
        if second and unit:
            return unit, second.end()
    if match[2]:
        unit = (
            lexicon.symbols.get(s.text[match.start(4) : match.end(4)]) or lexicon.units.get(word) or _SLASHED.get(word)
        )
    elif match[1] != "per" and (word[-1] == "s" or len(word) < 3):
        return None
    else:
        unit = lexicon.units.get(word)
    return (unit, match.end()) if unit else None
