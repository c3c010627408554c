"""Numerals that are no quantities: names, addresses, pronouns.

Boeing 747, page 3, 10 Downing Street, "no one": what stands directly before or after a
numeral tells. A word in the language file decides, else a capital in mid-sentence.
"""

from __future__ import annotations

import re

from claims.grammar.english_figure import Figure
from claims.grammar.english_numerals import Number
from claims.grammar.english_reader import Reader

_STEP = re.compile(r"[ ]?-?[ ]?([a-z]+)")
_ADDRESS = re.compile(r" (?:[A-Z][a-z]+ ){0,2}([A-Z][a-z]+)")
_MEASURED = re.compile(r"[ -]{0,2}(?:million|billion|per ?cent|thousand|bn|%|km|mile|year|day|month|hour)")
_AFTER_NAME = ("-something", " something", " tolerance", " sum ")
ROUNDS = frozenset(("8", "16", "32", "64"))
_REPORTS = re.compile(r" [A-Z]{2,8} \d")
_PARTS_OF_WORK = frozenset(("part", "round", "chapter", "phase", "stage", "episode", "season", "volume", "act", "game"))
_BEFORE_MODEL = ("the ", "The ", " a ", " new ", "'s ")
_BEFORE_HOUR = ("half past ", "quarter past ", "quarter to ", "net ")
_NEXT_WORDS = re.compile(r" {1,2}([a-z]+)(?: ([a-z]+))?(?: ([a-z]+))?")

_ONE_IN = re.compile(
    r"(?: |-)(?:in|out of|of every|in every|out of every)(?: |-)"
    r"(?:\d|two |three|four|five|six|seven|eight|nine|ten|twelve|twenty"
    r"|a (?:hundred|thousand|million))"
)
# from one device to another
_ONE_OTHER = re.compile(r" [a-z]+ (?:to|after|or|from|by) (?:another|the other|the next|a different)(?![a-z])")
_JOINTS = re.compile(r"^ (?:(?:out of|of|in)(?: every)?|over|to|or) ")
_OPENING = frozenset("(\"'[*")


def is_name(r: Reader, start: int, end: int) -> bool:
    """Whether digits are part of a name or an identifier, whatever follows."""
    low = r.low
    after = low[end : end + 1]
    if after == "_" or (
        after == "."
        and low[end + 1 : end + 3].isalpha()
        and low[end + 1 : end + 2] not in "kmgl"
        and not (r.s.text[end + 1].isupper() and r.s.text[end + 2 : end + 3].islower())
    ):
        return True
    if low.startswith("-something", end):
        return True
    if low.endswith("group of ", 0, start) and r.s.text[start - 9] == "G":
        return True
    if low[start:end] in ROUNDS and low.endswith(("last ", "round of "), 0, start) and not _NEXT_WORDS.match(low, end):
        return True
    if low[start:end] in r.lex.words["not_numbers"] or low[start : end + 2] in r.lex.words["not_numbers"]:
        return True
    if start < 2:
        return False
    if low[start - 1] in " -.":
        at = start - 1
        while at > 0 and low[at - 1] in " .":
            at -= 1
        begin = low.rfind(" ", max(0, at - 16), at) + 1
        word = low[begin:at]
        if word[:1] in _OPENING:
            begin += 1
            word = word[1:]
        if word in r.lex.words["names"]:
            if word in r.lex.words["capital_names"]:
                return names_here(r, word, begin, end)
            return True
    return False


def names_here(r: Reader, word: str, begin: int, end: int) -> bool:
    """Words that name only with a capital, or with nothing counted after the number."""
    low, text = r.low, r.s.text
    after = low[end : end + 1]
    if after in ("%", "k", "m", "b") or low[begin:end].endswith("%"):
        return False
    if _MEASURED.match(low, end):
        return False
    if word == "top" and "," in low[end - 5 : end]:
        return False  # the top 14,547 taxpayers
    if word in ("no", "number", "numbers"):
        return (
            text[begin].isupper()
            or low[begin - 4 : begin] == "the "
            or after in ("", ",", ".", ")", "'")
            or word == "no"
        )
    return True


def is_bare_name(r: Reader, f: Figure) -> bool:
    """Whether a capitalised word directly before a bare number makes it a name: Voyager 2."""
    text, start = r.s.text, f.start
    if is_address(r, f) or is_model(r, f):
        return True
    if start < 2:
        return False
    if text[start - 1] == "-" and f.sign > 0 and text[start - 2].isupper():
        return True
    if text[start - 1] != " ":
        return False
    size = f.number_end - f.number_start
    if f.decimals > 1 or size > 5 or f.number_start != f.start or (size == 5 and (f.decimals or f.mantissa < 10_000)):
        return False
    at = start - 1
    begin = text.rfind(" ", max(0, at - 24), at) + 1
    if begin == 0 and at > 24:
        return False
    word = text[begin:at].lstrip("\"'([")
    if f.bare and f.mantissa > 9 and len(word) > 2 and text[at - 1] == ")" and word[:-1].isupper():
        return True  # Codification (ASC) 842
    if not word or not word[0].isupper() or not word[-1].isalnum():
        return False
    if word.endswith("'s") and f.kind == "count":
        return False  # Apple's 30-person team
    low, lex = word.lower(), r.lex
    if low in ("day", "week", "year"):
        return size < 3  # Year 7 pupils, Week 10
    functions, transparent = lex.words["functions"], lex.words["transparent"]
    if low in functions or low in lex.months or low in lex.before or low in lex.verbs or low in transparent:
        return False
    titled = len(word) > 1 and word.isupper() and text[f.number_end + 1 : f.number_end + 2].isupper()
    if f.kind == "count" and not titled and counts_plural(r, f):
        return False
    if low in lex.units and begin > 1 and text[begin - 2].islower():
        return not f.kind  # a Pixel 3
    if low in lex.nouns or low in lex.units or low in lex.words["openers"]:
        return False
    return not r.s.is_upper


def is_model(r: Reader, f: Figure) -> bool:
    """Whether a capitalised noun after a number makes both a name: the 737 Max, a 3 Series."""
    text = r.s.text
    if f.kind != "count" or f.start < 4 or not text[f.number_end + 1 : f.number_end + 2].isupper():
        return False
    if _REPORTS.match(text, f.number_end):
        return True  # 5 US 137
    if text[f.number_end + 2 : f.number_end + 3].isupper() or f.decimals or r.s.is_upper or f.number_end - f.start > 4:
        return False
    if text.startswith(" Series", f.number_end):
        return True
    return text.endswith(_BEFORE_MODEL, 0, f.start) and not counts_plural(r, f)


def counts_plural(r: Reader, f: Figure) -> bool:
    """Whether the word after a number is a plural, as what is counted would be."""
    match = _NEXT_WORDS.match(r.low, f.number_end)
    plurals, functions = r.lex.words["plurals"], r.lex.words["functions"]
    for word in match.groups() if match else ():
        if not word or word in functions:
            return False
        if word in plurals or (word[-1] == "s" and word[-2:] not in ("ss", "us", "is")):
            return True
    return False


def is_address(r: Reader, f: Figure) -> bool:
    if not r.s.text[f.number_end + 1 : f.number_end + 2].isupper():
        return False
    match = _ADDRESS.match(r.s.text, f.number_end)
    return match is not None and match[1].lower() in r.lex.words["addresses"]


def is_pronoun(r: Reader, start: int, end: int) -> bool:
    low = r.low
    before = low[max(0, start - 14) : start]
    if before and before[-1] == "-":
        return True
    previous = before.split()[-1].lstrip("\"'(") if before.strip() else ""
    if _ONE_IN.match(low, end):
        return previous == "no"  # every one in three
    if previous in r.lex.words["pronouns_before"]:
        step = (
            _STEP.match(low, end) if low[end : end + 1] == " " and previous in ("at", "every", "in", "that") else None
        )
        if step is not None and step[1] == "per" and previous == "at":
            return False  # at one per cent
        return step is None or step[1] not in r.lex.units or step[1] in ("point", "day", "second", "minute", "time")
    if r.s.text[start].isupper() and start and not before.rstrip().endswith((".", '"', "'", "?", "!", ":", "-")):
        return True
    after = low[end : end + 1]
    if after == "-":
        step = _STEP.match(low, end)
        return step is None or not (step[1] in r.lex.units or step[1] in r.lex.denominators)
    step = _STEP.match(low, end) if after == " " else None
    if step is None:
        return False
    word = step[1]
    if _ONE_OTHER.match(low, end):
        return True
    if word in ("in", "out", "over", "to", "and", "or"):
        return False
    return word in r.lex.words["pronouns_after"]


def alone(r: Reader, start: int, end: int) -> bool:
    """Whether "one" without a noun still is a number: alone, or with a number beside it."""
    low = r.low
    if r.s.is_whole(start, end):
        return True
    if low.startswith((" in ", " out of ", " of every ", " over ", " to ", " and ", " or ", ", "), end):
        rest = _JOINTS.sub("", low[end : end + 16]).split()
        first = rest[0].strip(",.;:)") if rest else ""
        return first in r.lex.numbers or first[:1].isdigit() or first == "a"
    window = low[max(0, start - 12) : start]
    return window.endswith(("minus ", "negative ", " and ", "than ", "least ")) and (
        low[end : end + 1] in ("", ".", ",")
    )


def named_in_words(r: Reader, start: int, number: Number) -> bool:
    if not number.plain:
        return False
    low, text = r.low, r.s.text
    if text[start].isupper() and start > 1 and text[start - 2].islower() and text[start - 1] == " ":
        if text[text.rfind(" ", 0, start - 1) + 1].islower():
            return True  # on Five News, the Group of Seven
        if r.s.is_upper or _ONE_IN.match(low, number.end):
            return False
        step = _NEXT_WORDS.match(low, number.end)
        return step is None or step[1] in r.lex.words["functions"]  # the Fantastic Four
    before = low[max(0, start - 12) : start].split()
    if low.startswith(" country, two systems", number.end) or low.startswith("country, two systems", start - 9):
        return True
    if low.startswith(_AFTER_NAME, number.end) or low.endswith(_BEFORE_HOUR, 0, start):
        return True
    if before and start and before[-1] in ("number", "top", "no.") and low[start - 1] == " ":
        after = low[number.end : number.end + 1]
        return before[-1] != "top" or not after or after in ".,;:)'\""
    if (
        before
        and start
        and low[start - 1] == " "
        and before[-1] in r.lex.words["names_in_words"]
        and r.s.text[start].isupper()
    ):
        return True
    if before and before[-1] in _PARTS_OF_WORK and low[start - 1 : start] == " ":
        step = _NEXT_WORDS.match(low, number.end)
        return (step is None or step[1] in r.lex.words["functions"]) and low[number.end : number.end + 1] != "-"
    return (
        low[start - 1 : start] == "-"
        and start > 1
        and low[start - 2].isalpha()
        and not (low.endswith(("-to-", "-in-"), 0, start) and bool(r.figures) and r.figures[-1].end == start - 4)
        and not (low.endswith("-foot-", 0, start) and bool(r.figures) and r.figures[-1].end == start - 1)
    )
