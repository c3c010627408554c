"""The unit after a numeral: looked up as a phrase, with its scale, power, rate and age."""

from __future__ import annotations

import re

from claims.grammar.english_counts import counted, feet_or_inches
from claims.grammar.english_currency import is_code, repeated
from claims.grammar.english_figure import DIGITS, PART, Figure
from claims.grammar.english_lexicon import DEFAULT_DOLLAR, Unit
from claims.grammar.english_rates import POWERS, rate_after
from claims.grammar.english_scales import scale_after
from claims.grammar.english_surroundings import Surroundings

_SIGNS = "%°℃℉‰$€£¥₹₩₽฿₱₺₪₦₫₴₮₭₡₿¢元"
_UNIT = re.compile(
    rf"( {{0,2}}| ?- ?)((?:[a-z]\.){{2,3}}[a-z]?(?![a-z])|[a-z]\.[a-z]s?(?![a-z.])|(?:sq|fl|cu)\.|us\$|mex\$"
    rf"|[{_SIGNS}](?: ?-?points?)?(?![a-z])|[{_SIGNS}]?[a-zµμäöóéñ]+\$?|'')"
)
_NEXT = re.compile(rf"[ -]{{1,2}}([a-z{_SIGNS}]+)")
_SCALE_AFTER = re.compile(r" (million|billion|trillion|thousand|bn|mn|m)(?![a-z])")
_EXPONENT = re.compile(r"(?:\^|\*\*)?([23²³])(?!\w|\.\d)")
_ON_SCALE = re.compile(r" on the (celsius|fahrenheit|kelvin) scale")
_PAID = re.compile(r"\b(?:fined?|paid|pays?|cost(?:s|ing)?|worth|spen[dt]|earn(?:s|ed)?|prices?d?|salary|fee|debts?)\b")
_AGE = re.compile(r"(?:[ -]{1,3}olds?|s? of age)(?![a-z])")
_BRACKETED = re.compile(r" (?:[\[<]([A-Za-zµ]{1,4})[\]>]|\"(?= (?:long|wide|tall|high|deep|thick|x |by )))")
_ABBREVIATIONS = frozenset(["am", "pm", "in", "us", "uk", "eu", "ie", "eg"])
_LINES = frozenset((480, 576, 720, 1080, 2160))  # of a screen: 1080p is no price


def unit_after(s: Surroundings, f: Figure) -> None:
    """Take the scale letter, unit, rate and age that follow the numeral; else see what is counted."""
    low, end = s.low, f.end
    char = low[end : end + 1]
    if not char:
        return
    if (
        char == "%"
        and low[end + 1 : end + 2] in (" ", ".", ",", ")", "")
        and low[end + 1 : end + 4] not in (" po", " -p", " - ")
    ):
        f.unit, f.end, f.unit_word = s.lexicon.units["%"], end + 1, "%"
        return
    if f.scale == 1 and f.form == DIGITS and char in " -kmbtg":
        scale_after(s, f)
    if f.prefixed:
        repeated(s, f)
        rate_after(s, f)
        return
    if char == "'" or char == '"':
        feet_or_inches(s, f, char)
        return
    if char == " " and low[end + 1 : end + 2] in ("[", "<", '"'):
        _marked(s, f)
        return
    match = _UNIT.match(low, f.end)
    if match is None:
        return
    found = _lookup(s, f, match)
    if found is None and match[2] in s.lexicon.words["fillers"]:
        found = _after_filler(s, f, match)
    if found is None:
        counted(s, f, match)
        return
    f.unit, f.end = found
    f.unit_word, f.hyphened = s.text[match.start(2) : f.end], "-" in match[1]
    _refine(s, f, f.unit)


def _marked(s: Surroundings, f: Figure) -> None:
    """A unit in brackets (20 [kg]), inches after a space (10 " long)."""
    match = _BRACKETED.match(s.text, f.end)
    if match is None or f.form != DIGITS:
        return
    unit = s.lexicon.units["inch"] if match[1] is None else s.lexicon.symbols.get(match[1])
    if unit is not None:
        f.unit, f.unit_word, f.end = unit, match[1] or '"', match.end()


def _refine(s: Surroundings, f: Figure, unit: Unit) -> None:
    """What a unit word may bring along: a scale, an age, a power, a rate."""
    low = s.low
    if unit.magnitude != 1:
        f.scale *= unit.magnitude
        f.scale_word = f.unit_word[0]
    if unit.kind == "money":
        big = _SCALE_AFTER.match(low, f.end)
        if big and f.scale == 1:
            f.scale, f.scale_word, f.end = (
                s.lexicon.suffixes.get(big[1]) or s.lexicon.numbers[big[1]][1],
                big[1],
                big.end(),
            )
    elif unit.kind == "duration":
        age = _AGE.match(low, f.end)
        if age:
            f.kind, f.end = "age", age.end()
            return
    elif unit.kind == "dimension":
        exponent = _EXPONENT.match(low, f.end)
        if exponent and unit.name.endswith(("meter", "foot", "inch", "mile", "yard")):
            f.unit, f.end = Unit(unit.name + POWERS[exponent[1]], "dimension"), exponent.end()
        if unit.name == "degree":
            f.kind = "temperature" if s.warm or f.sign < 0 else "dimension"
            scale = _ON_SCALE.match(low, f.end) if s.warm else None
            if scale:
                f.unit = s.lexicon.units[scale[1]]
    else:
        return
    rate_after(s, f)


def _after_filler(s: Surroundings, f: Figure, filler: re.Match[str]) -> tuple[Unit, int] | None:
    """The unit in "2 more minutes"."""
    match = _UNIT.match(s.low, filler.end())
    if match is None or match[1] != " " or len(match[2]) < 3:
        return None
    found = _lookup(s, f, match)
    return found if found and found[0].kind in ("duration", "dimension") else None


def _lookup(s: Surroundings, f: Figure, match: re.Match[str]) -> tuple[Unit, int] | None:
    """The longest unit phrase at `match` and where it ends."""
    low, units = s.low, s.lexicon.units
    word, end = match[2], match.end()
    if word in s.lexicon.unit_starts:
        second = _NEXT.match(low, end)
        if second:
            two = f"{word} {second[1]}"
            third = _NEXT.match(low, second.end())
            if third and f"{two} {third[1]}" in units:
                return units[f"{two} {third[1]}"], third.end()
            if two in units:
                return units[two], second.end()
    written = s.text[match.start(2) : end]
    unit = s.lexicon.symbols.get(written) if end - match.start(2) <= 5 else None
    if unit is not None:
        if len(written) == 1 and not _plausible_letter(f, match[1], written, low[end : end + 1]):
            return None
    else:
        unit = units.get(word)
        if unit is None:
            return _signs(s, match)
    if len(word) <= 4 and not _plausible(s, f, match, word, written):
        return None
    if word == "second" and f.mantissa * f.scale != f.den and match[1] == " " and not f.decimals and f.form != PART:
        return None
    if word == "pound" or word == "pounds":
        unit = _pounds(s, f, end)
    elif unit.name == DEFAULT_DOLLAR and unit.factor != (1, 1) and s.in_euros:
        unit = Unit("EUR", "money", unit.factor)
    return unit, end


def _signs(s: Surroundings, match: re.Match[str]) -> tuple[Unit, int] | None:
    """Dotted abbreviations (k.g.), points after a sign, two marks for inches."""
    word, units = match[2], s.lexicon.units
    if word == "''":
        return units["inch"], match.end()
    if word[0] == "%" and word.endswith(("point", "points")):
        return units["percentage point"], match.end()
    if "." not in word:
        return None
    plain = word.replace(".", "")
    unit = None if plain in _ABBREVIATIONS else s.lexicon.symbols.get(plain) or units.get(plain)
    return (unit, match.end()) if unit else None


def _plausible(s: Surroundings, f: Figure, match: re.Match[str], word: str, written: str) -> bool:
    """Whether a short word that can be a unit is one here, by its capitals and its gap."""
    if written == "Mt":
        return True
    if word in s.lexicon.words["capitals"]:
        return is_code(s, match.start(2), match.end(), word) or written == "Rp"
    if word == "pc":
        return written == "pc"
    if word == "p":
        return not match[1] and written == "p" and (f.mantissa not in _LINES or f.decimals > 0)
    if word == "mp" or word == "ps":
        return written == word.upper() and (not match[1] if word == "mp" else f.mantissa >= 40)
    if word == "cent":
        f.drop = written == "Cent"  # a rapper
        return not f.drop
    if word == "won":
        return f.scale > 1 or f.mantissa >= 1000
    return True


def _plausible_letter(f: Figure, gap: str, letter: str, after: str) -> bool:
    """Whether one letter after a number is a unit: attached digits, or digits and nothing else."""
    if f.form != DIGITS or gap == "-" or letter in "aANB" or after == "-" or after == "'":
        return False
    if letter == "K":
        return bool(gap) or f.decimals >= 1
    if letter == "t":
        return not gap or f.mantissa >= 100
    if letter in "mgl":
        return not gap or not after or after in " /.,)^²³23"
    return letter in "JVW" or not gap or not after.isalnum()


def _pounds(s: Surroundings, f: Figure, end: int) -> Unit:
    """Money or weight: by scale, by "of", by the text at large."""
    units = s.lexicon.units
    if s.low.startswith((" of ", "-force"), end):
        return units["lb"]
    if f.scale >= 1_000_000 or s.low.startswith(" sterling", end):
        return units["£"]
    if s.weighs and _PAID.search(s.low, max(0, f.start - 28), f.start):
        return units["£"]
    return units["lb" if s.weighs else "£"]
