"""Quantities in Chinese text, Traditional and Simplified.

One pass over the folded text: a character that can begin a number or a date is looked at
once, what surrounds it is matched in bounded windows, and neighbours are combined at the
end. Precision comes before recall in prose: a numeral character without a unit, a scale
or a neighbour that has one is taken for a word.
"""

from __future__ import annotations

import re

from claims.grammar.chinese_digits import read_digits
from claims.grammar.chinese_found import Found
from claims.grammar.chinese_marks import read_mark
from claims.grammar.chinese_numerals import AFTER_DIGIT
from claims.grammar.chinese_reader import NUMERALS, VULGAR, Reader
from claims.grammar.chinese_sequences import combine
from claims.grammar.chinese_words import read_characters
from claims.grammar.cjk_spacing import Tight, tighten
from claims.grammar.fold import fold
from claims.grammar.setting import Setting
from claims.model import Mention

_DIGITS = frozenset("0123456789.")
_CHARACTERS = frozenset(NUMERALS + "半")
# What a quantity may begin with is searched for; what must stand around it is asked only there.
# Digits are matched to their end.
_START = re.compile(
    rf"[0-9.{NUMERALS}半{VULGAR}个米分翻对第今去明前后上本下当昨首头民年Q](?:"
    rf"(?<=\d){AFTER_DIGIT}"
    rf"|(?<=[{NUMERALS}半{VULGAR}])"
    r"|(?<=[今去明前后上本下当昨首头])(?=[年月日天周个季半度星世一二两三四五六七八九十0-9Q])"
    r"|(?<=年)(?=[初底末中])"
    r"|(?<=第)(?=[0-9一二三四五六七八九十百])"
    r"|(?<=[个米分])(?=[一二三四五六七八九半](?:钟|左右|上下|高|$|[，。]))(?<![这那每各哪整两几\d].)"
    r"|(?<=\.)(?<![.\d].)\d+"
    r"|(?<=翻)(?=[了一两二三四五六七八九\d番倍])|(?<=对)(?=折)"
    r"|(?<=民)(?=国[一二三四五六七八九十元\d])|(?<=Q)(?=[1-4]))",
    re.ASCII | re.DOTALL,
)


def scan(text: str, setting: Setting, folded: str | None = None) -> list[Mention]:
    """The quantities of a block's text, in order and not overlapping; offsets are those of `text`.

    `folded` is the folded text, where the caller has it.
    """
    if folded is None:
        folded = fold(text)
    tight = tighten(folded, text)
    read = folded if tight is None else tight.text
    mentions = [found.mention() for found in combine(read, _read(read, setting))]
    return mentions if tight is None else [_placed(mention, tight) for mention in mentions]


def _placed(mention: Mention, tight: Tight) -> Mention:
    return Mention(
        tight.start(mention.start),
        tight.end(mention.end),
        mention.quantity,
        tight.start(mention.outer_start),
        tight.end(mention.outer_end),
    )


def _read(text: str, setting: Setting) -> list[Found]:
    """Go from sign to sign that may begin a quantity."""
    reader = Reader(text, setting)
    search, size = _START.search, len(text)
    at = 0
    while at < size:
        match = search(text, at)
        if match is None:
            break
        start = match.start()
        char = text[start]
        if char in _DIGITS:
            at = read_digits(reader, match)
        elif char in _CHARACTERS:
            at = read_characters(reader, start)
        else:
            at = read_mark(reader, start)
        assert at > start
    return reader.found
