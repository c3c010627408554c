"""Letters after digits that are a scale: 5k, 3.4bn, $10m, 2T.

An m is million after a currency, in capitals, or before something counted, and else a
meter; a K after a space or two decimals is kelvin.
"""

from __future__ import annotations

import re

from claims.grammar.english_figure import Figure
from claims.grammar.english_surroundings import Surroundings

_SUFFIX = re.compile(r"( {0,2}|-)(mm|mn|mio|m|bn|b|tn|trn|t|k|g)(?![a-z0-9']|\.[a-z])")
_NO_NOUN = re.compile(r"[.,;:)]|$| (?:and|or|at|in|with|for|as|is)(?![a-z])")
_SCREEN = re.compile(r" (?:video|tv|resolution|screen|display|hdr|ultra|uhd|monitor|content|television|camera|footage)")
_WORD = re.compile(r" {1,2}([a-z]+(?:-[a-z]+)*)")
_ALWAYS = frozenset(("bn", "mn", "tn", "trn", "mio"))
_GIGA = 1_000_000_000


def scale_after(s: Surroundings, f: Figure) -> None:
    """Take the letter after the digits where it is a scale."""
    match = _SUFFIX.match(s.low, f.end)
    if match is None:
        return
    gap, letter = match[1], match[2]
    written = s.text[match.start(2) : match.end()]
    if letter == "k" and written == "K" and f.mantissa in (4, 8) and not (f.decimals or f.prefixed or gap):
        f.drop = _NO_NOUN.match(s.low, match.end()) is not None  # of a screen
    if letter == "k" and (f.drop or _SCREEN.match(s.low, match.end())):
        f.drop = True
        return
    if letter not in _ALWAYS and (gap == "-" or not _is_scale(s, f, letter, written, gap, match.end())):
        return
    if letter == "m":
        s.millions = True
    f.scale, f.scale_word = s.lexicon.suffixes.get(letter, _GIGA), written
    f.end = f.number_end = match.end()
    f.plain = False


def _is_scale(s: Surroundings, f: Figure, letter: str, written: str, gap: str, end: int) -> bool:
    if letter == "g":
        return written == "G" and s.closes(end) and f.mantissa >= 7 and not f.prefixed
    if f.prefixed:
        return not (gap and letter in "tbk" and written.islower())
    if letter == "k":
        if written == "K" and (gap or f.decimals >= 2):
            return False
        return len(gap) != 1 or s.low[end : end + 1] in ("", ".")
    if gap:
        return False
    if letter == "mm":
        return written == "MM"
    if letter == "m":
        return written == "M" or _counts_millions(s, f, end)
    if letter == "b":
        return f.decimals > 0 or (written == "B" and s.closes(end))
    return written == "T" and f.decimals > 0


def _counts_millions(s: Surroundings, f: Figure, end: int) -> bool:
    word = _WORD.match(s.low, end)
    if (s.millions or s.money_in_millions) and f.mantissa < 1000:
        return word is None or word[1] not in s.lexicon.words["after_metres"] or word[1] in s.lexicon.words["functions"]
    if word is None:
        return f.decimals == 1 and s.counts_millions
    words = s.lexicon.words
    return word[1] not in words["after_metres"] and word[1] not in words["functions"]
