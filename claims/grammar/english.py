"""Quantities in English prose: one pass that finds numerals, then what stands around them.

`scan` walks the text once with one regular expression that stops at digits, number
words, months and the like. What it stops at is read forward with bounded patterns, units
and currencies are looked up, and neighbours are joined. Where prose leaves doubt the
number is left out: a false figure is worse than a missed one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from claims.grammar import english_dates as dates
from claims.grammar.english_digits import code_at, digits_at, glyph_at
from claims.grammar.english_figure import Figure, mention
from claims.grammar.english_hedges import around
from claims.grammar.english_joins import join
from claims.grammar.english_lexicon import lexicon
from claims.grammar.english_numerals import GLYPHS
from claims.grammar.english_parts import ordinal_at
from claims.grammar.english_ranges import opposed
from claims.grammar.english_reader import Reader
from claims.grammar.english_surroundings import Surroundings
from claims.grammar.english_words import article_at, fold_at, multiple_at, word_at
from claims.grammar.setting import Setting
from claims.model import Mention

_SPACES = (
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\n\r\t\u0085\u2028\u2029"
)
_FOLD: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, "−﹣－‐‑‒"), "-"),
    **dict.fromkeys(map(ord, "‘’′＇ʼ"), "'"),
    **dict.fromkeys(map(ord, "“”″＂"), '"'),
    **dict(zip(map(ord, "º˚￡￥￠￦﹪٪"), "°°£¥¢₩%%", strict=True)),
}
_FOLDED = re.compile("[^\x20-\x7e]+")
_BREAKS = str.maketrans("\n\r\t", "   ")


def scan(text: str, setting: Setting) -> list[Mention]:
    """The quantities of one block's text, in order and not overlapping.

    Offsets are those of `text`. `setting` decides what a bare dollar is, whether the comma
    is a decimal mark, and what "last year" means.
    """
    folded = fold(text)
    s = Surroundings(folded, _lower(folded), lexicon())
    figures = join(s, _read(Reader(s, setting)))
    floor = 0
    for f in figures:
        around(s, f, floor)
        floor = f.outer_end
    return [mention(f, setting.dollar) for f in opposed(s, figures)]


def fold(text: str) -> str:
    """`text` in plain signs and spaces, character for character."""
    if text.isascii():
        return text.translate(_BREAKS)
    return _FOLDED.sub(lambda run: run.group().translate(_FOLD), text)


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(lower if len(lower := char.lower()) == 1 else char for char in text)


def _read(r: Reader) -> list[Figure]:
    """All figures, in order, before they are joined."""
    search, kinds, low, at = _candidates().search, _kinds(), r.low, 0
    while match := search(low, at):
        group, start = match.lastgroup or "", match.start()
        read = _READERS.get(kinds[match[0]] if group == "known" else group)
        end = read(r, start, match) if read else match.end()
        if end > start:
            at = r.floor = end
        elif group == "code":
            at = r.past_token(match.end())
        else:
            at = match.end()
    return r.figures


def _span(r: Reader, start: int, match: re.Match[str]) -> int:
    """The six months to June; six months to end a dispute."""
    read = dates.at_period(r.s, start, r.clock)
    if read is not None:
        return r.date(start, read)
    return digits_at(r, start) if match[0][0].isdigit() else word_at(r, start, match[0].split()[0])


_READERS: dict[str, Callable[[Reader, int, re.Match[str]], int]] = {
    "digit": lambda r, start, match: digits_at(r, start),
    "word": lambda r, start, match: word_at(r, start, match[0]),
    "ordinal": lambda r, start, match: ordinal_at(r, start, match[0]),
    "multiple": lambda r, start, match: multiple_at(r, start, match[0]),
    "month": lambda r, start, match: r.date(start, dates.at_month(r.s, start, r.clock)),
    "span": lambda r, start, match: _span(r, start, match),
    "period": lambda r, start, match: r.date(start, dates.at_period(r.s, start, r.clock)),
    "article": lambda r, start, match: article_at(r, start, match.end()),
    "fold": lambda r, start, match: fold_at(r, start, match[0]),
    "glyph": lambda r, start, match: glyph_at(r, start),
    "code": lambda r, start, match: code_at(r, start, match.end()),
}


@cache
def _kinds() -> dict[str, str]:
    """Words at which a quantity may begin, and which reader takes them."""
    lex = lexicon()
    return {
        **dict.fromkeys((word + "fold" for word in lex.numbers), "fold"),
        **dict.fromkeys(lex.months, "month"),
        **dict.fromkeys([*lex.multiples, *lex.comparisons], "multiple"),
        **dict.fromkeys([*lex.ordinals, *lex.denominators], "ordinal"),
        **dict.fromkeys([*lex.numbers, "few", "several", "couple", "scores", "tens"], "word"),
    }


@cache
def _candidates() -> re.Pattern[str]:
    """Where a quantity may begin; the name of the group says how to read on."""
    terms = "year month quarter week decade".replace(" ", "|")
    relative = _trie(
        ["last", "this", "next", "previous", "past", "current", "coming", "prior", "preceding", "same", "corresponding"]
    )
    alternatives = (
        r"(?P<span>(?:three|six|nine|twelve|3|6|9|12) months (?:to|end))",
        r"(?P<digit>\.?\d)",
        rf"(?P<known>{_trie(_kinds())}(?![a-z]))",
        rf"(?P<period>[qh][1-4](?![a-z0-9])|fy ?\d\d|(?:fiscal|financial|tax) |{relative} (?=[a-z])|(?:the"
        rf"|a) (?:{terms}) (?:before|earlier|ago)"
        r"|(?:year|quarter|months|half[- ]year|week) (?:to|end|through|up to))",
        rf"(?P<article>an? (?={_trie(lexicon().words['measures'])}(?![a-z])))",
        r"(?P<url>https?://\S*|www\.\S*)",
        rf"(?P<code>{_trie(lexicon().words['codes'])}(?=\d))",
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})|(?P<glyph>[{''.join(GLYPHS)}])")


def _trie(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, that looks at each letter once."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    ends = branches.pop("", None)
    tails = [re.escape(letter) + (_trie(rest) if rest != [""] else "") for letter, rest in sorted(branches.items())]
    if not tails:
        return ""
    return f"(?:{'|'.join(tails)}){'?' if ends else ''}" if len(tails) > 1 or ends else tails[0]
