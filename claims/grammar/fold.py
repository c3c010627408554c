"""One script to read: Traditional folds to Simplified, full width to half width.

Folding is character by character, so a place in folded text is the same place in the
text as written. It serves matching only: what is quoted is always the text itself.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from claims.languages import load

SAMPLE = 20_000
"""Characters that `script` looks at; one script is kept through a document."""

_FOLDED = re.compile("[^\x00-\x7f]+")
"""All that can change in Latin text, which has few of these."""
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PUNCTUATION = {
    **dict.fromkeys(map(ord, "−﹣﹘‐‑‒"), "-"),
    **dict.fromkeys(map(ord, "–—―─━﹏﹋〜∼˜～"), "~"),
    **dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "),
    ord("﹪"): "%", ord("﹩"): "$", ord("￥"): "¥", ord("￡"): "£", ord("￠"): "¢", ord("￦"): "₩",
    ord("‧"): "·", ord("•"): "·", ord("‘"): "'", ord("’"): "'", ord("＇"): "'", ord("′"): "'", ord("∶"): ":",
    ord("º"): "°", ord("˚"): "°", ord("○"): "〇", ord("◯"): "〇",
}  # fmt: skip


@cache
def _table() -> list[int]:
    """What each character of the basic plane becomes, by its code.

    A list finds every character; in a mapping most would be missed, which costs more.
    """
    data = load("hant")
    hant, hans = data["hant"].replace("\n", ""), data["hans"].replace("\n", "")
    table = list(range(0x10000))
    for char, folded in zip(hant, hans, strict=True):
        table[ord(char)] = ord(folded)
    for code, half in _FULL_WIDTH.items():
        table[code] = half
    for code, sign in _PUNCTUATION.items():
        table[code] = ord(sign)
    table[ord("，")] = ord("，")
    return table


@cache
def _signs() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that only Traditional text has, and those that only Simplified text has."""
    data = load("hant")
    hant = frozenset(data["hant"]) - {"\n"}
    return hant, frozenset(data["hans"]) - hant - frozenset(data["shared"])


def fold(text: str) -> str:
    """`text` in Simplified characters and half-width signs, of the same length.

    The full-width comma stays: between clauses it is no group separator.
    """
    if text.isascii():
        return text
    table = _table()
    if text.count(" ") * 8 < len(text):  # Chinese: nearly every character is looked up in any case
        return text.translate(table)
    return _FOLDED.sub(lambda run: run[0].translate(table), text)


def script(text: str) -> str:
    """ "Hant" or "Hans" by which characters the text has more of; "" when it has neither."""
    hant, hans = _signs()
    sample = Counter(text[:SAMPLE])
    traditional = sum([count for char, count in sample.items() if char in hant])
    simplified = sum([count for char, count in sample.items() if char in hans])
    if traditional == simplified:
        return ""
    return "Hant" if traditional > simplified else "Hans"
