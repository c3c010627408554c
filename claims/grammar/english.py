"""Quantities in English prose: one pass that finds numerals, then what stands around them.

`scan` walks the text once with one regular expression that stops at digits, number
words, months and the like. What it stops at is read forward with bounded patterns, units
and currencies are looked up, and neighbours are joined. Where prose leaves doubt the
number is left out: a false figure is worse than a missed one.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claims.grammar import english_dates as dates
from claims.grammar.english_figure import DATE, DIGITS, MANY, MULTIPLE, OPEN, ORDINAL, PART, WORDS, Figure, mention
from claims.grammar.english_hedges import around, inside
from claims.grammar.english_joins import join
from claims.grammar.english_lexicon import DOZEN, HUNDRED, UNIT, lexicon
from claims.grammar.english_numerals import GLYPHS, Number, digits, scaled, words
from claims.grammar.english_units import Surroundings, currency_before, unit_after
from claims.grammar.setting import Setting
from claims.model import Mention

_FOLD = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\n\r\t\u0085\u2028\u2029"), " "),
    **dict.fromkeys(map(ord, "−﹣－‐‑‒"), "-"),
    **dict.fromkeys(map(ord, "‘’′＇ʼ"), "'"),
    **dict.fromkeys(map(ord, "“”″＂"), '"'),
    ord("º"): "°", ord("˚"): "°", ord("￡"): "£", ord("￥"): "¥", ord("￠"): "¢", ord("￦"): "₩", ord("﹪"): "%", ord("٪"): "%",
}  # fmt: skip
_BREAKS = str.maketrans("\n\r\t", "   ")


def fold(text: str) -> str:
    """`text` in plain signs and spaces, character for character."""
    return text.translate(_BREAKS) if text.isascii() else text.translate(_FOLD)


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(lower if len(lower := char.lower()) == 1 else char for char in text)


def scan(text: str, setting: Setting) -> list[Mention]:
    """The quantities of one block's text, in order and not overlapping.

    Offsets are those of `text`. `setting` decides what a bare dollar is, whether the comma
    is a decimal mark, and what "last year" means.
    """
    folded = fold(text)
    s = Surroundings(folded, _lower(folded), lexicon())
    figures = join(s, _Reader(s, setting).read())
    floor = 0
    for f in figures:
        around(s, f, floor)
        floor = f.outer_end
    return [mention(f, setting.dollar) for f in _opposed(s, figures)]


@cache
def _candidates() -> re.Pattern[str]:
    """Where a quantity may begin, by group: digits, word, part or ordinal, month, period, …"""
    lex = lexicon()

    def group(name: str, found: set[str] | frozenset[str]) -> str:
        return f"(?P<{name}>(?:{'|'.join(sorted(map(re.escape, found), key=lambda w: (-len(w), w)))})(?![a-z]))"

    ordinals = set(lex.ordinals) | set(lex.denominators)
    numbers = set(lex.numbers) | {"few", "several", "couple", "scores"}
    relative = {"last", "this", "next", "previous", "past", "current", "coming", "prior", "preceding", "same", "corresponding"}
    return re.compile(
        r"(?<![\w])(?:"
        r"(?P<digit>\.?\d)"
        + "|" + group("word", numbers)
        + "|" + group("ordinal", ordinals)
        + "|" + group("multiple", set(lex.multiples) | set(lex.comparisons))
        + r"|(?P<month>(?:" + "|".join(sorted(lex.months, key=lambda w: -len(w))) + r")(?![a-z]))"
        + r"|(?P<period>[qh][1-4](?![a-z0-9])|fy ?\d\d|(?:fiscal|financial|tax) |(?:" + "|".join(sorted(relative)) + r") (?=[a-z])"
        + r"|(?:the|a) (?:year|month|quarter|week|decade) (?:before|earlier|ago)|(?:year|quarter|months|half[- ]year|week) (?:to|end|through|up to)"
        + r"|(?:three|six|nine|twelve|3|6|9|12) months (?:to|end))"
        + r"|(?P<article>an? (?=(?:" + "|".join(_ARTICLE_UNITS) + r")(?![a-z])))"
        + r"|(?P<fold>[a-z]+-?fold(?![a-z]))"
        + r"|(?P<url>https?://\S*|www\.\S*)"
        + r"|(?P<code>[a-z]{2,3}(?=\d))"
        + r")|(?P<glyph>[" + "".join(GLYPHS) + "])"
    )  # fmt: skip


_ARTICLE_UNITS = ["dollar", "euro", "pound", "yuan", "cent", "penny", "mile", "kilometer", "kilometre", "meter", "metre", "foot", "inch", "yard", "gallon", "liter", "litre", "millilitre", "pint", "cup", "ounce", "gram", "kilo", "kilogram", "tonne", "ton", "acre", "hectare", "second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "fortnight", "kibibyte", "byte", "megabyte", "gigabyte", "barrel", "percentage", "point"]
_AND_HALF = re.compile(r" and (?:a |an |one )?(half|third|quarter)(?! hour| mile| year)(?![a-z])")
_AND_NUMBER = re.compile(r" and (?:\d|one |two |three |four |five |six |seven |eight |nine |ten |fif|twen|thir|for|sixt|sev|eigh|nin)")
_TIME = re.compile(r"\d{1,2}(?::\d\d){1,2}|\d{1,2}(?:\.\d\d)? ?(?:[ap]\.?m\b|o'clock)|\d{1,4} ?(?:gmt|bst|utc|est|cet|et)\b|\d{3,4} hours? (?:gmt|local|bst)")
_CHAIN = re.compile(r"\+?\d+(?:([-./:])\d+)(?:\1\d+)+|\d{3}-\d{4}(?!\d| ?[a-z%])|0\d{2,4} \d{3,4} \d{3,4}|\d+(?:,\d+){7,}(?!\d)")
_ORDINAL_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9})(?:st|nd|rd|th)(?![a-z])")
_PROPER = re.compile(r"[A-Z][\w'.-]*$")
_PREFIXED = frozenset(["mid", "pre", "post", "sub", "non", "early", "late", "ex", "near", "ultra", "over", "up"])
_OPEN_PHRASE = re.compile(r"(tens|hundreds|thousands) of (thousands|millions|billions)(?![a-z])|(dozens|scores|hundreds|thousands|lakhs|crores|millions|billions|trillions)(?![a-z])")
_VAGUE = re.compile(r"(few|several) (hundred|thousand|million|billion|trillion|dozen)(?![a-z])")
_OF_UNIT = re.compile(r" of (?:an? |us |the )?")
_HALF = re.compile(r"half(?:[ -]{1,3}an?)?[ -]{1,3}(hundred|thousand|million|billion|trillion|dozen)(?![a-z])")
_HALF_UNIT = re.compile(r"half(?:(?: {1,2}|-)(?:an?|of an?))?(?: {1,2}|-)(?!time|term|year|price|life|point)")
_HALF_OF = re.compile(r"half(?: of (?!an? [a-z]+)| (?:the|its|their|his|her|our|all|those|these|that|what|my|your|this) )")
_PART_AFTER = re.compile(r" of | more| less| fewer| higher| lower| bigger| larger| smaller| said| say | were | was | are | have | in | to | as |\s*$|[.,;:!?)]")
_PART_BEFORE = frozenset(["by", "than", "about", "nearly", "almost", "around", "over", "under", "roughly", "up", "down", "some", "least", "most", "only", "to", "just", "well", "just", "below", "above"])
_OF_A = re.compile(r" of (?:an? )?")
_STEP = re.compile(r"[ ]?-?[ ]?([a-z]+)")
_PERCENT_OF = re.compile(r"(?:percents?|per cent) of (?=\d|[a-z])")


class _Reader:
    """One pass over one text."""

    __slots__ = ("clock", "comma", "figures", "floor", "lex", "low", "s")

    def __init__(self, s: Surroundings, setting: Setting) -> None:
        self.s, self.low, self.lex = s, s.low, s.lexicon
        self.clock = _clock(setting.date)
        self.comma = setting.decimal_comma
        self.figures: list[Figure] = []
        self.floor = 0

    def read(self) -> list[Figure]:
        """All figures, in order, before they are joined."""
        search, low = _candidates().search, self.low
        at = 0
        while True:
            match = search(low, at)
            if match is None:
                return self.figures
            at = self.one(match)

    def one(self, match: re.Match[str]) -> int:
        """Read what begins at `match`; where to go on."""
        start, group = match.start(), match.lastgroup
        if group == "digit":
            end = self.digit(start)
        elif group == "word":
            end = self.word(start, match[0])
        elif group == "ordinal":
            end = self.ordinal(start, match[0])
        elif group == "month":
            end = self.date(start, dates.at_month(self.s, start, self.clock))
        elif group == "period":
            end = self.date(start, dates.at_period(self.s, start, self.clock))
        elif group == "multiple":
            end = self.multiple(start, match[0])
        elif group == "article":
            end = self.article(start, match.end())
        elif group == "fold":
            end = self.fold(start, match[0])
        elif group == "glyph":
            end = self.glyph(start)
        elif group == "code":
            end = self.code(start, match.end())
        else:
            return match.end()
        if end > start:
            self.floor = end
            return end
        if group == "code":
            return self.past_token(match.end())
        return match.end()

    # each returns the end of what it read, or 0

    def add(self, f: Figure) -> int:
        self.figures.append(f)
        return f.end

    def date(self, start: int, read: dates.Read | None) -> int:
        if read is None:
            return 0
        f = Figure(start, read[0], DATE)
        f.dates = read[1]
        return self.add(f)

    def past_token(self, at: int) -> int:
        """Past digits and letters that belong to something that is no number."""
        low = self.low
        size = len(low)
        while at < size and (low[at].isalnum() or low[at] in "_"):
            at += 1
        return at

    def digit(self, start: int) -> int:
        low = self.low
        before = low[start - 1] if start else " "
        sign = 1
        begin = start
        if before == "-" or before == "+":
            previous = low[start - 2] if start > 1 else " "
            if previous.isalpha():
                word = low[max(0, start - 7) : start - 1].rsplit(" ", 1)[-1]
                if before == "+" or word not in _PREFIXED:
                    return self.past_token(start)
            elif before == "-" and previous in " (~≈<>=$£€≤≥–—" and (previous != "-"):
                sign, begin = -1, start - 1
        elif before in "/@#&[.:^$" and before != "$":
            if before == "[" or before == "#" or before == "@" or before == "^":
                return self.past_token(start)
            if before in "/.:" and start > 1 and (low[start - 2].isalnum() or low[start - 2] == before) and not (self.figures and self.figures[-1].end >= start - 1):
                return self.past_token(start)
        if before == "-" and start > 1 and low[start - 2].isdigit() and not (self.figures and self.figures[-1].end == start - 1):
            return self.past_token(start)
        read = dates.at_digit(self.s, start, self.clock)
        if read is not None:
            return self.date(start, read)
        chain = _CHAIN.match(low, start)
        if chain and not (chain[0].count(".") == 2 and "," in low[chain.end() : chain.end() + 1]):
            return self.past_token(chain.end())
        time = _TIME.match(low, start)
        if time:
            return self.past_token(time.end())
        ordinal = _ORDINAL_DIGITS.match(low, start)
        if ordinal:
            return self.nth(start, ordinal.end(), int(ordinal[1].replace(",", "")))
        if low[start] in "12":
            read = dates.years(self.s, start)
            if read is not None and sign > 0:
                return self.date(start, read)
        number = digits(low, start, self.lex, self.comma)
        if number is None:
            end = start
            while end < len(low) and (low[end].isdigit() or low[end] in ".,/"):
                end += 1
            return self.past_token(end)
        if self.is_name(start, number.end) or (sign > 0 and low[number.end : number.end + 1] == "@"):
            return self.past_token(number.end)
        f = self.figure(begin, number, DIGITS)
        f.sign = sign
        return self.finish(f)

    def figure(self, start: int, number: Number, form: int) -> Figure:
        f = Figure(start, number.end, form, number.mantissa, number.decimals, number.den, number.scale, number.scale_word)
        f.plain = number.plain
        return f

    def finish(self, f: Figure) -> int:
        """Read what stands around the numeral, and keep the figure unless it is a name."""
        low = self.low
        if f.sign > 0:
            self.negative(f)
        currency_before(self.s, f)
        if f.prefixed and f.start and low[f.start - 1] == "-" and (f.start < 2 or not low[f.start - 2].isalnum()):
            f.sign, f.start = -1, f.start - 1
        inside(self.s, f)
        end = f.end
        unit_after(self.s, f)
        if f.hedge and f.end == end:
            f.end = f.number_end
        if f.form == DIGITS and f.kind in ("", "count") and f.unit is None and f.scale == 1 and self.is_bare_name(f):
            f.drop = True
        if f.form == DIGITS and f.unit is None and f.sign < 0 and f.start and low[f.start - 1] in "–—":
            f.sign, f.start = 1, f.start + 1
        if (f.unit is not None and f.unit.kind in ("temperature",)) or (f.unit is not None and f.unit.name == "degree"):
            self.below_zero(f)
        if f.unit is None and self.aged(f):
            pass
        return self.add(f)

    def negative(self, f: Figure) -> None:
        low, start = self.low, f.start
        for word in ("minus ", "negative "):
            if low.startswith(word, start - len(word)) and start >= len(word):
                at = start - len(word)
                if at and (low[at - 1].isalnum() or (self.figures and self.figures[-1].end >= at - 1)):
                    return
                f.sign, f.start = -1, at
                return
        if low.startswith("- ", start - 2) and start >= 2 and (not low[: start - 2].strip() or low[: start - 2].endswith("convert ")):
            f.sign, f.start = -1, start - 2
        elif low.startswith("-  ", start - 3) and start == 3:
            f.sign, f.start = -1, 0

    def below_zero(self, f: Figure) -> None:
        if self.low.startswith((" below zero", " below freezing"), f.end) and f.sign > 0 and not self.low.startswith(" below freezing", f.end):
            f.sign, f.end = -1, f.end + len(" below zero")

    def aged(self, f: Figure) -> bool:
        low = self.low
        if f.form in (DIGITS, WORDS) and f.unit is None and f.mantissa < 130 and not f.decimals and f.den == 1 and f.scale == 1:
            window = low[max(0, f.start - 14) : f.start]
            if window.endswith(("aged ", "age ", "age of ", "aged between ", "ages ", "ages of ", "aged over ", "aged under ", "aged from ", "ages of ")):
                f.unit, f.kind = self.lex.units["year"], "age"
                return True
            if low.startswith(" below zero", f.end) and f.form in (DIGITS, WORDS):
                f.unit, f.kind, f.sign, f.end = self.lex.units["degree"], "temperature", -1, f.end + len(" below zero")
        return False

    def is_name(self, start: int, end: int) -> bool:
        """Whether digits are part of a name or an identifier, whatever follows."""
        low, text = self.low, self.s.text
        after = low[end : end + 1]
        if after == "_" or (after == "." and low[end + 1 : end + 3].isalpha() and low[end + 1 : end + 2] not in "kmgl"):
            return True
        if low[start:end] in self.lex.words["not_numbers"] or low[start : end + 2] in self.lex.words["not_numbers"]:
            return True
        if start < 2:
            return False
        if low[start - 1] in " -" or low[start - 1] == ".":
            at = start - 1
            while at > 0 and low[at - 1] in " .":
                at -= 1
            begin = at
            while begin and begin > at - 16 and (low[begin - 1].isalpha() or low[begin - 1] == "_"):
                begin -= 1
            word = low[begin:at]
            if word in self.lex.words["names"]:
                if word in ("no", "number", "numbers", "line", "area", "rates", "pier", "flat", "group", "question", "class", "bill", "act", "case",
                            "act", "order", "top", "step", "division", "league", "issue", "floor", "level", "building", "model", "rule", "rules",
                            "part", "section", "season", "est", "item", "items", "session", "series", "episode", "window", "windows",
                            "tier", "zone", "lot", "unit", "units", "chart", "mark", "type", "category", "grade", "stage", "office", "game",
                            "ward", "q", "tel", "tables", "articles", "figures", "core", "page", "pages", "channel", "id", "ext", "phone", "code"):  # fmt: skip
                    return self.named(word, begin, end)
                return True
        return False

    def named(self, word: str, begin: int, end: int) -> bool:
        """Words that name only with a capital, or with nothing counted after the number."""
        low, text = self.low, self.s.text
        after = low[end : end + 1]
        if after in ("%", "k", "m", "b") or low[begin:end].endswith("%"):
            return False
        rest = low[end : end + 14].lstrip(" -")
        if rest.startswith(("million", "billion", "per cent", "percent", "thousand", "bn", "%", "km", "mile", "year", "day", "month", "hour")):
            return False
        if word in ("no", "number", "numbers"):
            return text[begin].isupper() or low[begin - 4 : begin] == "the " or after in ("", ",", ".", ")", "'") or word == "no"
        return True

    def is_bare_name(self, f: Figure) -> bool:
        """Whether a capitalised word directly before a bare number makes it a name: Voyager 2."""
        text, start = self.s.text, f.start
        if start < 2:
            return False
        if text[start - 1] == "-" and f.sign > 0 and text[start - 2].isupper():
            return True
        if text[start - 1] != " ":
            return False
        if self.lex_address(f):
            return True
        if f.kind == "count" or f.decimals or f.number_end - f.number_start > 4 or f.number_start != f.start:
            return False
        at = start - 1
        begin = text.rfind(" ", max(0, at - 24), at) + 1
        if begin == 0 and at > 24:
            return False
        word = text[begin:at]
        if not word or not word[0].isupper() or not word[-1].isalnum():
            return False
        low = word.lower()
        if low in self.lex.months or low in self.lex.words["functions"] or low in self.lex.before or low in self.lex.verbs:
            return False
        if begin == 0 or text[max(0, begin - 2) : begin] in (". ", '" ', "? ", "! ", ": "):
            return not word.islower() and any(c.isupper() for c in word[1:])
        return not text.isupper() and f.number_end - f.number_start <= 4

    def lex_address(self, f: Figure) -> bool:
        match = _ADDRESS.match(self.s.text, f.number_end)
        return match is not None and match[1].lower() in self.lex.words["addresses"]

    def glyph(self, start: int) -> int:
        n, d = GLYPHS[self.low[start]]
        number = scaled(self.low, Number(start + 1, n, den=d), self.lex)
        f = self.figure(start, number, PART)
        self.finish(f)
        if f.unit is not None or f.scale > 1 or f.prefixed:
            f.form = DIGITS
        else:
            f.kind = "percent"
        return f.end

    def code(self, start: int, end: int) -> int:
        """A currency code with digits attached: USD3.14, Rs20."""
        unit = self.lex.units.get(self.low[start:end])
        if unit is None or unit.kind != "money" or (start and self.s.text[start - 1] in "-_"):
            return 0
        number = digits(self.low, end, self.lex, self.comma)
        if number is None or (self.low[number.end : number.end + 1].isalpha() and not self.low.startswith(("m", "bn", "k", "b", "tn"), number.end)):
            return 0
        f = self.figure(end, number, DIGITS)
        self.finish(f)
        if not f.prefixed:
            self.figures.pop()
            return 0
        return f.end

    def article(self, start: int, end: int) -> int:
        """A dollar, an hour: a measure only where the words around say so."""
        low = self.low
        f = Figure(start, end - 1, WORDS, 1)
        unit_after(self.s, f)
        if f.unit is None:
            return 0
        before = low[max(0, start - 12) : start].split()
        hedged = bool(before) and before[-1] in _ARTICLE_BEFORE and (len(before) < 2 or before[-2] != "more" or True)
        half = _AND_HALF.match(low, f.end)
        whole = not low[:start].strip() and not low[f.end :].strip(" .!?")
        if half:
            n = {"half": 2, "third": 3, "quarter": 4}[half[1]]
            f.mantissa, f.den, f.end = n + 1, n, half.end()
            return self.add(f)
        if hedged or whole or _AND_NUMBER.match(low, f.end):
            return self.add(f) if not (f.per and not whole) else 0
        return 0

    def fold(self, start: int, word: str) -> int:
        entry = self.lex.numbers.get(word[:-4].rstrip("-"))
        if entry is None or not entry[1]:
            return 0
        f = Figure(start, start + len(word), WORDS, entry[1])
        f.kind, f.unit_word = "multiple", "fold"
        return self.add(f)

    def multiple(self, start: int, word: str) -> int:
        """Doubled, halved, twice as many."""
        low = self.low
        known = self.lex.multiples.get(word)
        end = start + len(word)
        if known is None:
            after = _STEP.match(low, end)
            before = low[max(0, start - 12) : start].split()
            if not (after and low[end : end + 1] == " " and after[1] in self.lex.words["comparison_after"]) and not (before and before[-1] in ("than", "nearly", "almost", "about", "to") and word in ("double", "triple", "treble", "quadruple")):
                return 0
            f = Figure(start, end, MULTIPLE, self.lex.comparisons[word])
        else:
            if word in ("doubles", "halves", "triples") and low[max(0, start - 4) : start] in ("the ", "two "):
                return 0
            if (word == "doubling" and low.startswith(" up", end)) or (word == "doubled" and low.startswith((" up", " as", " over"), end)):
                return 0
            f = Figure(start, end, MULTIPLE, known[0], den=known[1])
            f.direction = known[2]
        f.kind = "multiple"
        return self.add(f)

    # --- words ---

    def word(self, start: int, word: str) -> int:
        low = self.low
        if low[start + len(word) : start + len(word) + 1] == "'" and not low.startswith("' ", start + len(word)) and word in ("one", "ones"):
            return 0
        if word[-1] == "s" or word == "tens":
            phrase = _OPEN_PHRASE.match(low, start)
            if phrase:
                return self.open(start, phrase)
            if word == "tens" or word == "scores":
                return 0
        if word in ("few", "several", "couple"):
            return self.vague(start, word)
        number = words(low, start, self.lex)
        if number is None:
            return 0
        begin = start
        code = self.lex.numbers[word][0]
        if code >= HUNDRED:
            begin = self.article_before(start)
            if begin == start and code == DOZEN and word[-1] == "s":
                return 0
            if begin == start and low[start - 1 : start] == "-":
                return 0
        if number.plain and word == "one" and self.is_pronoun(start, number.end):
            return 0
        if self.named_in_words(start, number):
            return number.end
        if number.mantissa == 0 and number.plain and low[max(0, start - 9) : start].endswith(("below ", "absolute ", "ground ", "above ", "near-")):
            return number.end
        if number.year and 1900 <= number.mantissa <= 2099:
            return self.date(start, (number.end, dates.year(number.mantissa)))
        part = self.part(begin, number)
        if part:
            return part
        f = self.figure(begin, number, WORDS)
        end = self.finish(f)
        if f.form == WORDS and f.unit is None and not f.kind and word == "one" and number.plain and f.hedge is None and low[f.start : f.start + 1] == "o":
            if low[end : end + 1] == "-" or not self.alone(start, end):
                self.figures.pop()
                return number.end
        return end

    def alone(self, start: int, end: int) -> bool:
        """Whether "one" without a noun still is a number: alone, or with a number beside it."""
        low = self.low
        if not low[:start].strip() and not low[end:].strip(" ."):
            return True
        if low.startswith((" in ", " out of ", " over ", " to ", " and ", " or ", ", "), end):
            rest = low[end : end + 16].replace(" out of ", " ").replace(" in ", " ").replace(" over ", " ").replace(" to ", " ").replace(" or ", " ").split()
            first = rest[0].strip(",.") if rest else ""
            return (first in self.lex.numbers and first != "one") or first[:1].isdigit()
        window = low[max(0, start - 12) : start]
        return window.endswith(("minus ", "negative ", " and ", "than ", "least ")) and (low[end : end + 1] in ("", ".", ",") )

    def article_before(self, start: int) -> int:
        low = self.low
        if low.startswith(("a ", "an "), start - 2 if low[start - 2 : start] == "a " else start - 3) and start >= 2:
            at = start - 2 if low[start - 2 : start] == "a " else start - 3
            if at >= 0 and (not at or not low[at - 1].isalnum()):
                return at
        if low[max(0, start - 3) : start] == "a  " and (start == 3 or not low[start - 4].isalnum()):
            return start - 3
        return start

    def is_pronoun(self, start: int, end: int) -> bool:
        low = self.low
        before = low[max(0, start - 14) : start]
        if before and before[-1] == "-":
            return True
        previous = before.split()[-1].lstrip("\"'(") if before.strip() else ""
        if previous in self.lex.words["pronouns_before"]:
            return True
        if self.s.text[start].isupper() and start and not before.rstrip().endswith((".", "\"", "'", "?", "!", ":", "-")):
            return True
        after = low[end : end + 1]
        if after == "-":
            step = _STEP.match(low, end)
            return step is None or not (step[1] in self.lex.units or step[1] in self.lex.denominators)
        step = _STEP.match(low, end) if after == " " else None
        if step is None:
            return False
        word = step[1]
        if word in ("in", "out", "over", "to", "and", "or"):
            return False
        return word in self.lex.words["pronouns_after"] or (word in ("day", "time", "way") )

    def named_in_words(self, start: int, number: Number) -> bool:
        if not number.plain:
            return False
        low = self.low
        before = low[max(0, start - 12) : start].split()
        if before and start and low[start - 1] == " " and before[-1] in self.lex.words["names_in_words"] and self.s.text[start].isupper():
            return True
        return low[start - 1 : start] == "-" and start > 1 and low[start - 2].isalpha()

    def open(self, start: int, phrase: re.Match[str]) -> int:
        low = self.low
        before = low[max(0, start - 4) : start]
        if before == "the " and phrase[3] and False:
            return 0
        bounds = self.lex.open_words.get(phrase[0])
        if bounds is None:
            return phrase.end()
        f = Figure(start, phrase.end(), OPEN)
        self.of_unit(f)
        f.low, f.high, f.high_open = _fraction(bounds[0]), _fraction(bounds[1]), True
        f.kind = f.kind or ("count" if f.unit is None else "")
        return self.add(f)

    def of_unit(self, f: Figure) -> None:
        """Take "of pounds" after an open word, "of a mile" after a fraction."""
        match = _OF_UNIT.match(self.low, f.end)
        if match is None:
            return
        end, f.end = f.end, match.end() - 1
        unit_after(self.s, f)
        if f.unit is None:
            f.end, f.kind = end, ""

    def vague(self, start: int, word: str) -> int:
        low = self.low
        if word == "couple":
            begin = self.article_before(start)
            if begin == start:
                return 0
            end = start + 6
            f = Figure(begin, end, WORDS, 2)
            f.hedge = "about"
            if low.startswith(" of ", end):
                f.end = end + 3
                unit_after(self.s, f)
                if f.unit is None and f.kind != "count":
                    f.end = end
            elif low[end:].strip() and not low.startswith((" dozen", " hundred", " thousand", " million"), end):
                return 0
            else:
                number = scaled(low, Number(end, 2), self.lex)
                f.scale, f.scale_word, f.end = number.scale, number.scale_word, number.end
                unit_after(self.s, f)
            f.number_end = f.end
            return self.add(f)
        match = _VAGUE.match(low, start)
        if match is None:
            return 0
        begin = self.article_before(start)
        code, worth = self.lex.numbers[match[2]]
        low_end, high_end = self.lex.vague[match[1]]
        f = Figure(begin, match.end(), OPEN)
        end = match.end()
        again = scaled(low, Number(end, 1), self.lex)
        if again.scale > 1:
            f.end, worth = again.end, worth * again.scale
        f.low, f.high, f.high_open = _fraction(low_end * worth), _fraction(high_end * worth), True
        currency_before(self.s, f)
        unit_after(self.s, f)
        f.kind = f.kind or ("count" if f.unit is None else "")
        return self.add(f)

    # --- parts and ordinals ---

    def part(self, start: int, number: Number) -> int:
        """A fraction or compound ordinal that goes on from a number word: two thirds, twenty-first."""
        low = self.low
        step = _STEP.match(low, number.end)
        if step is None or number.decimals or number.den > 1:
            return 0
        word = step[1]
        entry = self.lex.denominators.get(word)
        value = number.mantissa * number.scale
        if entry and (entry[1] or value == 1 or (word == "quarter" and value == 3)) and (number.last < HUNDRED or entry[1]):
            if word in ("quarter",) and value == 1 and self.low.startswith((" of a century",), step.end()):
                pass
            if word == "seconds":
                return 0
            hyphen = step[0].strip() == "-"
            tail = self.s.lexicon.numbers.get(low[start : number.end].rsplit(None, 1)[-1], (9, 0))
            if hyphen and value > 99 and "-" not in low[start : number.end][-8:] and tail[0] == 2:
                entry, value = (entry[0] + tail[1], True), value - tail[1]
            return self.fraction(start, step.end(), value, entry[0])
        worth = self.lex.ordinals.get(word)
        if (worth is not None and step[0] != "" and (number.last != UNIT) and word not in ("second",)) or (worth is not None and number.last > UNIT and worth < 10 and step[0].strip() in ("", "-")):
            if (number.last >= HUNDRED and worth >= 100) or (worth >= 10 and number.last < HUNDRED):
                return 0
            return self.nth(start, step.end(), value + worth)
        if word in ("hundredth", "thousandth", "millionth", "billionth", "trillionth") and step[0][:1] in " -":
            return self.nth(start, step.end(), value * self.lex.denominators[word][0])
        return 0

    def fraction(self, start: int, end: int, n: int, d: int) -> int:
        """n/d in words: of a unit, of a scale, or a share as a percentage."""
        low = self.low
        f = Figure(start, end, PART, n, den=d)
        of = _OF_A.match(low, end)
        number = scaled(low, Number(end, n, den=d), self.lex)
        if number.scale == 1 and of:
            inner = words(low, of.end(), self.lex)
            if inner and inner.mantissa == 1 and inner.scale > 1:
                number = inner._replace(mantissa=n, den=d)
        if number.scale > 1:
            f.scale, f.scale_word, f.end = number.scale, number.scale_word, number.end
            f.number_end = f.end
        self.negative(f)
        if f.scale > 1:
            currency_before(self.s, f)
            unit_after(self.s, f)
            f.kind = f.kind if f.unit is None else f.kind
            if f.unit is None and f.kind != "count":
                f.kind = "number"
            return self.add(f)
        if low.startswith((" of an ", " of a "), end) or (low.startswith(" of ", end) and _UNIT_WORD.match(low, end + 4)):
            match = _OF_A.match(low, end)
            f.end = match.end() - 1 if match else end
            unit_after(self.s, f)
            if f.unit is None:
                f.end, f.kind = end, ""
        else:
            unit_after(self.s, f)
        if f.unit is None:
            if f.kind == "multiple":
                return self.add(f)
            f.end = end
            f.kind = "percent" if n < d else "number"
            if n >= d:
                f.form = WORDS
        return self.add(f)

    def ordinal(self, start: int, word: str) -> int:
        low = self.low
        if word == "half" or word == "halves" or word == "halve":
            return self.half(start) if word == "half" else 0
        read = dates.at_part(self.s, start, self.clock)
        if read is not None:
            return self.date(start, read)
        entry = self.lex.denominators.get(word)
        end = start + len(word)
        begin = self.article_before(start)
        if entry and begin < start and not entry[1]:
            return self.a_part(begin, start, end, entry[0], word)
        if entry and not entry[1] and _TENTH_OF.match(low, end) and begin == start and low[max(0, start - 4) : start] != "the ":
            f = self.fraction(start, end, 1, entry[0])
            if self.figures[-1].unit is not None:
                return f
            self.figures.pop()
            return 0
        if word in ("quarter", "quarters"):
            return self.a_part(start, start, end, 4, word) if _BARE_QUARTER.match(low, end) and word == "quarter" else 0
        value = self.lex.ordinals.get(word)
        if value is None and entry and not entry[1] and entry[0] >= 100:
            value = entry[0]
        if value is None:
            return 0
        return self.nth(start, end, value)

    def a_part(self, begin: int, start: int, end: int, d: int, word: str) -> int:
        """A third, a quarter: a share only where the words around leave no other reading."""
        low = self.low
        before = low[max(0, begin - 12) : begin].split()
        previous = before[-1] if before else ""
        number = scaled(low, Number(end, 1, den=d), self.lex)
        unit = _UNIT_WORD.match(low, end + 1) if low[end : end + 1] in " -" else None
        of_a = _OF_A.match(low, end)
        if number.scale > 1 or (unit and low[end] == "-") or (of_a and _UNIT_WORD.match(low, of_a.end())):
            return self.fraction(begin, end, 1, d)
        if unit and word in ("quarter",):
            return self.fraction(begin, end, 1, d)
        if low.startswith(" of ", end) and not (previous in ("in", "for", "the") and word == "quarter"):
            return self.fraction(begin, end, 1, d)
        if previous in _PART_BEFORE and _PART_AFTER.match(low, end):
            return self.fraction(begin, end, 1, d)
        if not low[:begin].strip() and not low[end:].strip():
            return self.fraction(begin, end, 1, d)
        return 0

    def half(self, start: int) -> int:
        low = self.low
        begin = self.article_before(start)
        before = low[max(0, start - 10) : start].split()
        previous = before[-1] if before else ""
        if low[start - 1 : start] == "-" or previous in ("first", "second", "other", "this", "every", "each", "latter", "final", "last", "either", "top", "bottom"):
            return 0
        match = _HALF.match(low, start)
        if match:
            code, worth = self.lex.numbers[match[1]]
            f = Figure(begin, match.end(), PART, 1, den=2, scale=worth, scale_word=match[1])
            again = scaled(low, Number(match.end(), 1), self.lex)
            if again.scale > 1:
                f.scale, f.end = f.scale * again.scale, again.end
            f.number_end = f.end
            currency_before(self.s, f)
            unit_after(self.s, f)
            f.kind = f.kind or ("number" if f.unit is None else "")
            return self.add(f)
        match = _HALF_UNIT.match(low, start)
        if match:
            f = Figure(begin, match.end() - 1, PART, 1, den=2)
            unit_after(self.s, f)
            if f.unit is not None and f.unit.kind in ("dimension", "duration", "point") and not (low[match.end() - 1] == "-" and f.unit.name == "year"):
                if f.unit.name in ("percentage_point",):
                    f.form = WORDS
                return self.add(f)
        f = Figure(begin, start + 4, PART, 1, den=2)
        f.kind = "percent"
        if _HALF_OF.match(low, start):
            return self.add(f)
        alone = not low[:begin].strip() and not low[start + 4 :].strip()
        if alone or (previous in ("than", "nearly", "almost", "about", "around", "by", "over", "under", "only", "least", "roughly") and not low.startswith((" way", " past", " hour", "-"), start + 4)):
            return self.add(f)
        return 0

    def nth(self, start: int, end: int, value: int) -> int:
        """An ordinal, unless an idiom or a date."""
        low = self.low
        words_ = self.lex.words
        if value <= 3 and low[end - 2 : end] != "th" and low[start].isalpha():
            before = low[max(0, start - 8) : start].split()
            if before and before[-1] in words_["ordinal_before"]:
                return end
            step = _STEP.match(low, end)
            if step and (step[1] in words_["ordinal_idioms"] or (step[1] in ("of",) and low.startswith(" of all", end))):
                return end
            if low[start:end] == "second" and ((start and low[start - 1] == "-") or low.startswith(("-", " to none"), end)) and not low.startswith("-larg", end):
                return end
        read = _CENTURY.match(low, end)
        if read:
            first = value * 100 - 99
            if 1 <= first <= 2900:
                return self.date(start, (read.end(), (f"{first:04d}-01-01", f"{first + 99:04d}-12-31")))
        f = Figure(start, end, ORDINAL, value)
        f.kind = "ordinal"
        return self.add(f)


_ADDRESS = re.compile(r" (?:[A-Z][a-z]+ ){0,2}([A-Z][a-z]+)")
_ARTICLE_BEFORE = frozenset(["about", "around", "nearly", "almost", "than", "least", "most", "within", "roughly", "approximately", "under", "over", "half", "above", "below", "exceeding"])
_UNIT_WORD = re.compile(
    r"(?:an? )?(?:mile|kilomet|meter|metre|foot|inch|yard|gallon|lit(?:er|re)|pint|cup|ounce|pound|gram|kilo|tonne|ton|acre|hectare|second|minute|hour|day|year|century|"
    r"percentage|percent|per cent|cent|dollar|euro|penny|point|teaspoon|tablespoon|degree|mill)(?:e?r?e?s?)?(?![a-rt-z])"
)
_TENTH_OF = re.compile(r" of (?:an? )?(?:gallon|lit(?:er|re)|mile|kilomet|meter|metre|inch|foot|second|pound|gram|ounce|cup|hour|acre|percent|pint|teaspoon|ton)")
_BARE_QUARTER = re.compile(r" (?:million|billion|trillion|of an? (?:hour|mile|century|million|cup|pound)|hour|mile|inch)")
_CENTURY = re.compile(r"[ -]century(?![a-z])")


@lru_cache(maxsize=64)
def _clock(iso: str) -> dates.Clock:
    return dates.Clock(iso)


def _fraction(value: int):  # type: ignore[no-untyped-def]
    from fractions import Fraction

    return Fraction(value)


_LOWER = ("more_than", "at_least")
_UPPER = ("less_than", "at_most")


def _opposed(s: Surroundings, figures: list[Figure]) -> list[Figure]:
    """Above 10 and below 20 are the two ends of one range."""
    kept: list[Figure] = []
    for f in figures:
        a = kept[-1] if kept else None
        if a is not None and a.hedge in _LOWER + _UPPER and f.hedge in _LOWER + _UPPER and f.outer_start - a.outer_end < 8:
            merged = _one_range(s, a, f)
            if merged is not None:
                kept[-1] = merged
                continue
        kept.append(f)
    return kept


def _one_range(s: Surroundings, a: Figure, b: Figure) -> Figure | None:
    gap = s.low[a.outer_end : b.outer_start]
    if gap.strip(" ,") not in ("and", "but", "") or (a.hedge in _LOWER) == (b.hedge in _LOWER):
        return None
    if a.unit is not None and b.unit is not None and a.unit.name != b.unit.name:
        return None
    if a.unit is None and b.unit is not None:
        a.unit, a.per = b.unit, b.per
    lower, upper = (a, b) if a.hedge in _LOWER else (b, a)
    if b.unit is None:
        b.unit, b.per = a.unit, a.per
    x, y = lower.value(), upper.value()
    if x >= y:
        return None
    b.low, b.high = x, y
    b.low_open, b.high_open = lower.hedge == "more_than", upper.hedge == "less_than"
    b.form, b.start, b.outer_start = MANY, a.start, a.outer_start
    return b
