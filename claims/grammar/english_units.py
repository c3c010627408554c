"""What stands around a numeral: a currency before it, a scale letter and a unit after it."""

from __future__ import annotations

import re

from claims.grammar.english_figure import DIGITS, OPEN, PART, Figure
from claims.grammar.english_lexicon import Lexicon, Unit

_SIGNS = "%°℃℉‰$€£¥₹₩₽฿₱₺₪₦₫₴₮₭₡₿¢元"
_UNIT = re.compile(
    rf"( {{0,2}}| ?- ?)((?:[a-z]\.){{2,3}}[a-z]?(?![a-z])|[a-z]\.[a-z]s?(?![a-z.])|(?:sq|fl|cu)\.|us\$|mex\$|[{_SIGNS}](?: ?-?points?)?(?![a-z])|[{_SIGNS}]?[a-zµμäöóéñ]+\$?|'')"
)
_NEXT = re.compile(rf"[ -]{{1,2}}([a-z{_SIGNS}]+)")
_SUFFIX = re.compile(r"( {0,2}|-)(mm|mn|mio|m|bn|b|tn|trn|t|k|g)(?![a-z0-9']|\.[a-z])")
_SCALE_AFTER = re.compile(r" (million|billion|trillion|thousand|bn|mn|m)(?![a-z])")
_EXPONENT = re.compile(r"(?:\^|\*\*)?([23²³])(?!\w|\.\d)")
_PER = re.compile(
    r"(?: (per|a|an|each|every) | ?(/) ?| ?- ?(an?) ?- ?)([^\W\d_]+)(?:(?:\^|\*\*)?([23²³])(?!\w|\.\d))?(?! (?:earlier|ago|before|later|old|in a row|on year|over year|previously))"
)
_AGE = re.compile(r"(?:[ -]{1,3}olds?|s? of age)(?![a-z])")
_CLOCK = re.compile(r" ?(?:a\.?m\b|p\.?m\b|o'clock|noon|midnight|gmt\b|bst\b|hrs? gmt)")
_WORD = re.compile(r" {1,2}([a-z]+(?:-[a-z]+)*)")
_HYPHENED = re.compile(r"-([a-z]{3,})")
_INCH_AFTER = re.compile(r"(?=\s*(?:$|[.;:)]\s*$|[)\];]|thick|long|wide|tall|high|deep|diameter|screen|by ))")
_POWERS = {"2": "**2", "²": "**2", "3": "**3", "³": "**3"}
_BIG = {"million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000, "thousand": 1000, "bn": 1_000_000_000,
        "mn": 1_000_000, "m": 1_000_000}  # fmt: skip


class Surroundings:
    """Text, its lower-case copy and what the text at large says about ambiguous signs."""

    __slots__ = ("_heat", "_sterling", "lexicon", "low", "millions", "text")

    def __init__(self, text: str, low: str, lexicon: Lexicon) -> None:
        self.text, self.low, self.lexicon = text, low, lexicon
        self.millions = False
        self._sterling: bool | None = None
        self._heat: bool | None = None

    def weighs(self) -> bool:
        """Whether "pounds" is a weight here, for want of anything nearer."""
        if self._sterling is None:
            self._sterling = not _STERLING.search(self.low) and bool(_WEIGHT.search(self.low))
        return self._sterling

    def warm(self) -> bool:
        """Whether "degrees" are of temperature here."""
        if self._heat is None:
            self._heat = bool(_HEAT.search(self.low))
        return self._heat


_STERLING = re.compile(
    r"£|sterling|\bpence\b|british|\buk\b|britain|pounds? (?:million|billion)|(?:million|billion|bn|m) pounds"
)
_WEIGHT = re.compile(
    r"\bweigh|\bheavy|\bheavier|\bbaby|\bbody|\bmeat|\blbs?\b|\bounce|\bobes|\bluggage|\bkilo|\bkg\b|\bcargo|\bmetric\b|\bfish\b|\bton"
)
_HEAT = re.compile(
    r"temperature|\bhot\b|\bcold\b|\bwarm|\bcool|weather|outside|celsius|fahrenheit|heat|oven|\bsun\b|freez|below zero|thermostat|forecast|°"
)


def currency_before(s: Surroundings, f: Figure, floor: int = 0) -> None:
    """Take a currency sign, code or word that stands before the numeral, but after `floor`."""
    low, start = s.low, f.start
    at = start
    if at <= floor:
        return
    if low[at - 1] == " ":
        at -= 1
        if at and low[at - 1] == " ":
            at -= 1
    if not at:
        return
    char = low[at - 1]
    if char.isalpha() or char == ".":
        if start - at > 1:
            return
        begin = at
        while begin and begin > at - 12 and (low[begin - 1].isalpha() or low[begin - 1] == "."):
            begin -= 1
        if at - begin > 9 or at - begin < 2:
            return
        word = low[begin:at]
        unit = s.lexicon.units.get(word)
        if unit is None or unit.kind != "money" or unit.factor != (1, 1) or unit.magnitude != 1:
            return
        if len(word) <= 3 and not _is_code(s, begin, at, word):
            return
        if len(word) > 3 and word not in ("ringgit", "rupees"):
            return
        if begin and (low[begin - 1].isalnum() or low[begin - 1] == "-"):
            return
        if begin < floor:
            return
        if word == "ringgit" and low[max(0, begin - 9) : begin].strip() in ("malaysia", "malaysian"):
            begin = low.rindex("malaysia", 0, begin)
        f.start, f.unit = begin, unit
    elif char in "$€£¥₹₩₽฿₱₺₪₦₫₴₮₭₡₿":
        begin = at - 1
        unit = s.lexicon.units[char]
        if char == "$":
            begin, unit = _dollar(s, begin, unit)
        if begin < floor:
            return
        if begin and char == "€" and low[begin - 1] == "€":
            return
        f.start, f.unit = begin, unit
    else:
        return
    f.prefixed = True
    f.unit_word = s.text[f.start : at]


_DOLLAR_PREFIX = re.compile(r"(?:us|u\.s\.?|hk|au|a|ca|can|cad|c|nz|s|sg|nt|r|mex|mx|aud|mop) ?$")


def _dollar(s: Surroundings, begin: int, unit: Unit) -> tuple[int, Unit]:
    window = s.low[max(0, begin - 5) : begin]
    if not window or not (window[-1].isalpha() or window[-1] in ". "):
        return begin, unit
    match = _DOLLAR_PREFIX.search(window)
    if not match:
        return begin, unit
    at = begin - len(match[0])
    if at and s.low[at - 1].isalnum():
        return begin, unit
    name = match[0].strip()
    if (
        match[0][-1] == " "
        and name in ("a", "s", "us", "can", "r", "au", "ca")
        and not (name == "us" and s.low[at - 2 : at].strip() not in ("", "of", "to", "a"))
    ):
        if not (name == "us" and s.low[max(0, at - 2) : at] in ("a ", "")):
            return begin, unit
    found = s.lexicon.units.get(("us" if name.startswith("u") else name) + "$")
    return (at, found) if found else (begin, unit)


def _is_code(s: Surroundings, begin: int, end: int, word: str) -> bool:
    """Whether letters before or after digits are a currency code and no word."""
    written = s.text[begin:end]
    return (
        written.isupper() or (word in s.lexicon.words["small_codes"]) or (word in ("rs", "rs.") and written[0] == "R")
    )


def unit_after(s: Surroundings, f: Figure) -> None:
    """Take the scale letter, unit, rate and age that follow the numeral; else see what is counted."""
    low, end = s.low, f.end
    char = low[end : end + 1]
    if not char:
        return
    if (
        char == "%"
        and low[end + 1 : end + 2] in (" ", ".", ",", ")", "")
        and not low.startswith((" point", " -", "-p"), end + 1)
    ):
        f.unit, f.end, f.unit_word = s.lexicon.units["%"], end + 1, "%"
        return
    if f.scale == 1 and f.form == DIGITS and char in " -kmbtg":
        suffix = _SUFFIX.match(low, end)
        if suffix:
            _suffix(s, f, suffix)
            end = f.end
    if f.prefixed:
        _after_money(s, f)
        return
    if char in "'\"":
        _feet_and_inches(s, f, char)
        return
    match = _UNIT.match(low, end)
    if match is None:
        return
    found = _lookup(s, f, match)
    if found is None and match[2] in s.lexicon.words["fillers"]:
        found = _after_filler(s, f, match)
    if found is None:
        _counted(s, f, match)
        return
    unit, end = found
    f.unit, f.end, f.unit_word = unit, end, s.text[match.start(2) : end]
    f.hyphened = "-" in match[1]
    if unit.magnitude != 1:
        f.scale *= unit.magnitude
        f.scale_word = f.unit_word[0]
    if unit.kind == "money":
        big = _SCALE_AFTER.match(low, end)
        if big and f.scale == 1:
            f.scale, f.scale_word, f.end = _BIG[big[1]], big[1], big.end()
        _rate(s, f)
    elif unit.kind == "duration":
        age = _AGE.match(low, end)
        if age:
            f.kind, f.end = "age", age.end()
        else:
            _rate(s, f)
    elif unit.kind == "dimension":
        exponent = _EXPONENT.match(low, end)
        if exponent and unit.name.endswith(("meter", "foot", "inch", "mile", "yard")):
            f.unit, f.end = Unit(unit.name + _POWERS[exponent[1]], "dimension"), exponent.end()
        if unit.name == "degree":
            f.kind = "temperature" if s.warm() else "dimension"
        _rate(s, f)


def _after_filler(s: Surroundings, f: Figure, filler: re.Match[str]) -> tuple[Unit, int] | None:
    """The unit in "2 more minutes"."""
    match = _UNIT.match(s.low, filler.end())
    if match is None or match[1] != " " or len(match[2]) < 3:
        return None
    found = _lookup(s, f, match)
    return found if found and found[0].kind in ("duration", "dimension") else None


def _suffix(s: Surroundings, f: Figure, match: re.Match[str]) -> None:
    """Decide whether k, m, b, t after digits is a scale."""
    letter, gap = match[2], match[1]
    written = s.text[match.start(2) : match.end()]
    scale = s.lexicon.suffixes.get(letter, 0)
    if letter in ("bn", "mn", "tn", "trn", "mio"):
        pass
    elif letter == "g":
        if written != "G" or s.low[match.end() :].strip() or f.mantissa < 7 or f.prefixed:
            return
        scale = 1_000_000_000
    elif gap == "-":
        return
    elif f.prefixed:
        if gap and letter in ("t", "b", "k") and written.islower():
            return
    elif letter == "k":
        if written == "K" and (gap or f.decimals >= 2):
            return
        if len(gap) == 1 and s.low[match.end() : match.end() + 1] not in ("", "."):
            return
    elif gap:
        return
    elif letter == "mm":
        if written != "MM":
            return
    elif letter == "m":
        if not (written == "M" or s.millions or _millions_follow(s, f, match.end())):
            return
    elif letter == "b":
        if not (f.decimals or written == "B"):
            return
    elif letter == "t":
        if written != "T" or not f.decimals:
            return
    if not scale:
        return
    if letter == "m":
        s.millions = True
    f.scale, f.scale_word, f.end = scale, written, match.end()
    f.number_end = f.end
    f.plain = False


def _millions_follow(s: Surroundings, f: Figure, end: int) -> bool:
    word = _WORD.match(s.low, end)
    if word is None:
        return f.decimals == 1 and " million" in s.low
    return word[1] not in s.lexicon.words["after_metres"] and word[1] not in s.lexicon.words["functions"]


_MONEY_AFTER = re.compile(r"[ -]?(us dollars?|dollars?|usd|euros?|pounds?(?: sterling)?|yen|yuan)(?![a-z])")


def _after_money(s: Surroundings, f: Figure) -> None:
    """After "$10 million": a redundant "dollars", then a rate."""
    match = _MONEY_AFTER.match(s.low, f.end) if s.low[f.end : f.end + 1] in (" ", "-") else None
    if match and f.unit is s.lexicon.units["$"]:
        f.end = match.end()
    _rate(s, f)


def _lookup(s: Surroundings, f: Figure, match: re.Match[str]) -> tuple[Unit, int] | None:
    """The longest unit phrase at `match` and where it ends."""
    low, lexicon = s.low, s.lexicon
    word, end = match[2], match.end()
    if word in lexicon.unit_starts:
        second = _NEXT.match(low, end)
        if second:
            two = f"{word} {second[1]}"
            third = _NEXT.match(low, second.end())
            if third and f"{two} {third[1]}" in lexicon.units:
                return lexicon.units[f"{two} {third[1]}"], third.end()
            if two in lexicon.units:
                return lexicon.units[two], second.end()
    written = s.text[match.start(2) : end]
    unit = lexicon.symbols.get(written) if len(written) <= 5 else None
    if unit is None:
        unit = lexicon.units.get(word)
        if unit is None:
            return _trimmed(s, match)
    elif len(written) == 1 and not _plausible_letter(s, f, match, written):
        return None
    if len(word) <= 4 or word == "points":
        if word in lexicon.words["capitals"] and not written.isupper() and written not in ("Rs", "Rp"):
            return None
        if word == "pc" and written != "pc":
            return None
        if word in ("p", "pp") and (
            match[1]
            or written != word
            or (word == "p" and f.mantissa in (480, 576, 720, 1080, 2160) and not f.decimals)
        ):
            return None if word == "p" else (unit, end)
        if word == "won" and f.scale == 1 and f.mantissa < 1000:
            return None
        if word in ("bar", "cups", "cup", "second", "min") and f.form == PART and False:
            return None
        if word in ("ma", "mt", "lt") and not (written[0].isupper() or f.form == DIGITS):
            return None
        if word in ("foot", "stone") and f.form == DIGITS and match[1] == " " and f.mantissa == 1 and False:
            return None
    if unit.kind == "duration" and word in ("second", "quarter") and f.mantissa * f.scale != f.den and match[1] == " ":
        if word == "second":
            return None
    if unit.name == "quarter" and f.form != DIGITS and word == "quarters":
        return None
    if word in ("pound", "pounds"):
        unit = _pounds(s, f, end, unit)
    if unit.kind == "money" and unit.factor != (1, 1) and unit.name == "?dollar" and "€" in low and "$" not in low:
        unit = Unit("EUR", "money", unit.factor)
    return unit, end


def _trimmed(s: Surroundings, match: re.Match[str]) -> tuple[Unit, int] | None:
    """Dotted abbreviations (k.g.), a full stop that ends the sentence, two marks for inches."""
    word, end = match[2], match.end()
    if word == "''":
        return s.lexicon.units["inch"], end
    if "." in word:
        plain = word.replace(".", "")
        if plain in ("am", "pm", "in", "us", "uk", "eu", "ie", "eg"):
            return None
        unit = s.lexicon.symbols.get(plain) or s.lexicon.units.get(plain)
        if unit is None or (len(plain) == 1 and word.count(".") == 1 and match[1] == "" and plain not in "mglkw"):
            return None
        if word.count(".") == 1 and word[-1] == ".":
            end -= 1
            shorter = match.re.match(s.low[: match.end() - 1], match.start())
            if shorter is None:
                return None
            return unit, end
        return unit, end
    if (word.startswith("$") and word[1:] == "") or word == "%":
        return s.lexicon.units[word], end
    if word.endswith(("points", "point")) and word[0] == "%":
        return s.lexicon.units["percentage point"], end
    return None


def _plausible_letter(s: Surroundings, f: Figure, match: re.Match[str], letter: str) -> bool:
    """Whether one letter after a number is a unit: attached digits, or digits and nothing else."""
    if f.form != DIGITS:
        return False
    gap, after = match[1], s.low[match.end() : match.end() + 1]
    if gap == "-" or letter in "aAN":
        return False
    if after == "-" or after == "'":
        return False
    if letter == "K":
        return bool(gap) or f.decimals >= 1
    if letter in "JVW":
        return True
    if letter == "t":
        return not gap or f.mantissa >= 100
    if letter == "B":
        return False
    if letter in "mgl":
        return not gap or after in ("", " ", "/", ".", ",", "²", "³", "2", "3", ")", "^")
    return not gap or not after.isalnum()


def _pounds(s: Surroundings, f: Figure, end: int, mass: Unit) -> Unit:
    """Money or weight: by scale, by "of", by the text at large."""
    money = s.lexicon.units["£"]
    if s.low.startswith(" of ", end) or s.low.startswith("-force", end):
        return s.lexicon.units["lb"]
    if s.low.startswith(" sterling", end) or f.scale >= 1_000_000:
        return money
    return s.lexicon.units["lb"] if s.weighs() else money


def _feet_and_inches(s: Surroundings, f: Figure, mark: str) -> None:
    low, end = s.low, f.end
    if f.form != DIGITS or (low[end + 1 : end + 2].isalnum() and not (mark == "'" and low[end + 1].isdigit())):
        return
    if low.count(mark, 0, f.start) % 2:
        return
    if mark == "'" and low[end + 1 : end + 2] == "'":
        f.unit, f.end, f.unit_word = s.lexicon.units["inch"], end + 2, "''"
        return
    f.unit = s.lexicon.units["inch" if mark == '"' else "foot"]
    f.end, f.unit_word = end + 1, mark


def _counted(s: Surroundings, f: Figure, match: re.Match[str]) -> None:
    """Without a unit: clock times are dropped, "times" told apart, nouns make a count."""
    low, word = s.low, match[2].rstrip(".")
    if word in ("am", "pm", "gmt", "bst", "o", "noon") or match[2] in ("a.m", "p.m", "a.m.", "p.m."):
        if _CLOCK.match(low, f.end):
            f.drop = not (f.decimals >= 3)
            if not f.drop:
                f.unit, f.end = Unit("picometer" if word == "pm" else "attometer", "dimension"), match.end()
            return
    if "-" in match[1] or not match[1]:
        if match[1] == "" and f.form == DIGITS:
            _attached(s, f, match)
        elif word in s.lexicon.words["counted_hyphened"] or word[:-1] in s.lexicon.words["counted_hyphened"]:
            f.kind = "count"
        elif word in ("year", "yr") and False:
            return
        elif word == "fold":
            f.kind, f.end = "multiple", match.end()
        elif "-" in match[1] and len(match[1]) == 1 and word not in ("plus", "odd", "ish", "something", "to"):
            f.hyphened = True
            f.drop = f.mantissa * f.scale < 10 or word in ("something", "somethings", "bit")
            f.kind = "" if f.drop or f.decimals else "count"
        return
    if word == "in" and _inches(s, f, match.end()):
        f.unit, f.end, f.unit_word = s.lexicon.units["inch"], match.end(), "in"
        return
    if word == "c" or word == "f":
        written = s.text[match.start(2) : match.end()]
        if (
            f.form == DIGITS
            and written.isupper()
            and low[match.end() : match.end() + 1] in ("", " ", ".", ",", ")", "!")
            and not low.startswith(" block", match.end())
        ):
            f.unit, f.end, f.unit_word = (
                s.lexicon.units["celsius" if word == "c" else "fahrenheit"],
                match.end(),
                written,
            )
        return
    if word == "h" and f.form == DIGITS and (f.den > 1 or low[match.end() : match.end() + 1] in ("", ".", ",", " ")):
        f.unit, f.end, f.unit_word = s.lexicon.units["hour"], match.end(), "h"
        return
    if word in ("times", "time"):
        after = _WORD.match(low, match.end())
        if after and after[1] in s.lexicon.words["times_after"]:
            f.kind, f.end, f.unit_word = "multiple", match.end(), word
            return
        f.kind = "count"
        end = f.end
        f.end = match.end()
        _rate(s, f)
        if not f.per:
            f.end = end
        return
    if word in ("yo", "y.o"):
        f.unit, f.kind, f.end = Unit("year", "duration"), "age", match.end()
        return
    if word in ("more", "fewer", "other", "further") and (noun := _WORD.match(low, match.end())):
        word = noun[1]
    if word.isalpha() and word not in s.lexicon.words["functions"] and (word[0] < "\x80"):
        f.kind = "count"


def _attached(s: Surroundings, f: Figure, match: re.Match[str]) -> None:
    """Letters directly after digits that are no unit: a multiple, a fold, or a name (5G)."""
    word = match[2].rstrip(".")
    written = s.text[match.start(2) : match.start(2) + len(word)]
    if word == "x":
        if not s.low[match.end() : match.end() + 1].isdigit():
            f.kind, f.end, f.unit_word = "multiple", match.end(), "x"
        return
    if word == "fold":
        f.kind, f.end, f.unit_word = "multiple", match.end(), "fold"
    elif word in ("c", "f") and written.isupper() and s.warm():
        f.unit, f.end, f.unit_word = s.lexicon.units["celsius" if word == "c" else "fahrenheit"], match.end(), written
    elif word == "c" and written == "c" and f.mantissa < 1000 and not s.warm():
        f.unit, f.end, f.unit_word = s.lexicon.units["cent"], match.end(), "c"
    elif word == "h" and f.form == DIGITS:
        f.unit, f.end, f.unit_word = s.lexicon.units["hour"], match.end(), "h"
    elif word == "s" and (f.decimals or f.mantissa < 10):
        f.unit, f.end, f.unit_word = s.lexicon.units["sec"], match.end(), "s"
    elif word in ("yo",):
        f.unit, f.kind, f.end = Unit("year", "duration"), "age", match.end()
    else:
        f.drop = True


def _inches(s: Surroundings, f: Figure, end: int) -> bool:
    """Whether "in" after a number is inches."""
    low = s.low
    if f.den > 1:
        return not low.startswith(" in ", end) and f.form == DIGITS
    return f.form == DIGITS and bool(_INCH_AFTER.match(low, end))


def _rate(s: Surroundings, f: Figure) -> None:
    """Take "an hour", "per square foot", "/s2" after a unit that is given for another."""
    low = s.low
    char = low[f.end : f.end + 1]
    if char not in (" ", "/", "-"):
        return
    match = _PER.match(low, f.end)
    if match is None:
        return
    word, lexicon = match[4], s.lexicon
    unit, end = None, match.end()
    if word in lexicon.unit_starts:
        second = _NEXT.match(low, match.end(4))
        if second and f"{word} {second[1]}" in lexicon.units:
            unit, end = lexicon.units[f"{word} {second[1]}"], second.end()
    if unit is None:
        written = s.text[match.start(4) : match.end(4)]
        if match[2]:
            unit = lexicon.symbols.get(written) or lexicon.units.get(word) or _SLASHED.get(word)
        else:
            unit = lexicon.units.get(word)
            if match[1] != "per" and (word.endswith("s") or len(word) < 3):
                return
    if unit is None or unit.kind not in ("dimension", "duration") or unit.factor != (1, 1):
        return
    if f.kind == "age" or (f.unit is not None and unit.name == f.unit.name):
        return
    power = _POWERS[match[5]] if match[5] else ""
    if power and end == match.end(4):
        end = match.end()
    f.per += f"/{unit.name}{power}"
    f.end = end
    if len(f.per) < 40:
        _rate(s, f)


_SLASHED = {
    "s": Unit("second", "duration"), "h": Unit("hour", "duration"), "d": Unit("day", "duration"), "y": Unit("year", "duration"),
    "m": Unit("meter", "dimension"), "l": Unit("liter", "dimension"), "hr": Unit("hour", "duration"),
}  # fmt: skip

__all__ = ["OPEN", "Surroundings", "currency_before", "unit_after"]
