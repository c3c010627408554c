"""Where in a text a quantity may begin, as one tree of letters.

Most words of prose begin nothing. The search for those that do is the one thing done at
every character, so it leaves a word after a letter or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from claims.grammar.english_dates import RELATIVE, TERMS
from claims.grammar.english_lexicon import lexicon


@cache
def kinds() -> dict[str, str]:
    """Words at which a quantity may begin, and which reader takes them."""
    lex = lexicon()
    return {
        **dict.fromkeys((word + "fold" for word in lex.numbers), "fold"),
        **dict.fromkeys(lex.months, "month"),
        **dict.fromkeys([*lex.multiples, *lex.comparisons], "multiple"),
        **dict.fromkeys([*lex.ordinals, *lex.denominators], "ordinal"),
        **dict.fromkeys([*lex.numbers, "few", "several", "couple", "scores", "tens"], "word"),
    }


def kind_of(word: str) -> str:
    """Which reader takes what is no single word: told by its first and last letters."""
    if word.endswith((" months to", " months end")):
        return "span"
    if word.startswith(("http", "www.")):
        return "url"
    if word in ("a ", "an "):
        return "article"
    return "code" if word in lexicon().words["codes"] else "period"


_SPANS = ("three", "six", "nine", "twelve", "3", "6", "9", "12")


@cache
def candidates() -> re.Pattern[str]:
    """Where a quantity may begin, with the sign before it.

    All beginnings are one tree of letters, so that a word that begins nothing is left
    after a letter or two; and since the pattern begins with a set of plain characters, the
    search for the next word costs next to nothing. The sign may be a letter of another
    alphabet or an underscore: then nothing begins after it.
    """
    terms = "(?:year|month|quarter|week|decade)"
    times = tree([(word[:2], "") for word in (*TERMS, *lexicon().months)])
    measures = tree([(word, "") for word in sorted(lexicon().words["measures"])])
    beginnings = [
        *((f"{word} months ", "(?:to|end)") for word in _SPANS),
        *((word, "(?![a-z])") for word in kinds()),
        *((letter + digit, "(?![a-z0-9])") for letter in "qh" for digit in "1234"),
        ("fy", r" ?\d\d"),
        *((f"{word} ", r"(?=(?:year )?(?:19|20)\d)") for word in ("fiscal", "financial", "tax")),
        *((f"{word} ", f"(?={times})") for word in RELATIVE),
        *((f"{word} ", f"{terms} (?:before|earlier|ago)") for word in ("the", "a")),
        *((f"{word} ", "(?:to|end|through|up to)") for word in ("year", "months", "week")),
        ("a", f"n? (?={measures}(?![a-z]))"),
        ("http", r"s?://\S*"),
        ("www.", r"\S*"),
        *((word, r"(?=\d)") for word in sorted(lexicon().words["codes"])),
        ("", r"\.?\d"),
    ]
    return re.compile(rf"[^a-z0-9]{tree(beginnings)}")


def tree(beginnings: Iterable[tuple[str, str]]) -> str:
    """A pattern for any of the words, each with the pattern that goes on from it, that looks at each letter once.

    A longer word is tried before a shorter one, and what goes on from one word in the order given.
    """
    branches: dict[str, list[tuple[str, str]]] = {}
    tails: dict[str, None] = {}
    for word, tail in beginnings:
        if word:
            branches.setdefault(word[0], []).append((word[1:], tail))
        else:
            tails[tail] = None
    letters = sorted(branches, key=_OFTEN.find)
    patterns = [*(re.escape(letter) + tree(branches[letter]) for letter in letters), *tails]
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"


_OFTEN = "etaoinsrhdlcumwfgypbvkjxqz"
"""Letters, the most frequent first: those are the first to be tried."""
