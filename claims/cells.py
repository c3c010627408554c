"""Cells of tables: what is a number there, and how it is read apart from its neighbours.

Beside one another cells make numbers that nobody wrote: 1 and 234 become 1,234, and an empty
cell's dash the sign of the next. Brackets round a whole cell make it negative, as accountants
have it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

import msgspec

from claims.draft import Block
from claims.grammar.fold import fold
from claims.interval import Interval, point
from claims.model import Mention, Quantity

_CURRENCY = r"(?:[A-Z]{0,3}[$€£¥]|RMB|EUR|USD|HKD|GBP|人民币|港币|港元|美元)"
_NUMBER = re.compile(
    rf"(?P<lead>{_CURRENCY}?\s*)(?P<open>\(\s*)?(?P<sign>[-~+]\s*)?(?P<second>{_CURRENCY}?\s*)"
    r"(?P<digits>(?:\d{1,3}(?:,\d{3})++|\d+)(?:\.\d+)?|\.\d+|(?P<comma>\d+,\d\d?))"
    r"(?P<inner>\s*%)?(?P<close>\s*\))?(?P<outer>\s*%)?(?P<mark>\s*[*†‡#^]{1,3})?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOTHING = re.compile(r"[$€£¥\s]*(?:[-~.…]*|n\.?/?[am]\.?|nil|nm|不适用|不详|无|暂无|没有)%?", re.IGNORECASE)
_MINUS = "-~"
"""Dashes, as they are folded."""
_TILDES = "~～∼"

Scan = Callable[[str], list[Mention]]


def is_number(text: str) -> bool:
    """Whether a folded cell holds a number and nothing else: 1,200, $(1.5), −3.2%."""
    return _matched(text) is not None


def is_year(text: str) -> bool:
    """Whether a folded cell holds a bare year."""
    return _YEAR.fullmatch(text.strip()) is not None


def is_nothing(text: str) -> bool:
    """Whether a folded cell says that there is nothing in it: empty, a dash, n.a., 不適用."""
    return _NOTHING.fullmatch(text.strip()) is not None


def _matched(text: str) -> re.Match[str] | None:
    match = _NUMBER.fullmatch(text.strip())
    if match is None or (match["open"] is None) != (match["close"] is None) or (match["inner"] and match["outer"]):
        return None
    return match


def mentions_of(block: Block, numbers: Scan, words: Scan, heads: bool) -> list[Mention]:
    """The quantities of a table row, cell by cell.

    `numbers` reads a cell that holds nothing but a number, `words` any other. A row that
    `heads` its table, or has no label, is one of years when every number in it is one.
    """
    found: list[Mention] = []
    texts = [fold(block.text[start:end]) for start, end in block.cells]
    plain = [match for match in map(_matched, texts) if match is not None]
    years = (heads or not texts[0].strip()) and bool(plain) and all(_YEAR.fullmatch(match.group()) for match in plain)
    last = -1
    for (start, end), text in zip(block.cells, texts, strict=True):
        if start < last or start == end:
            continue  # a merged cell stands in each of its columns
        last = end
        match = _matched(text)
        if match is not None and match["sign"] and block.text[start:end].lstrip()[match.start("sign")] in _TILDES:
            match = None  # about three, not minus three
        if match is None:
            read = words(block.text[start:end])
        elif years:
            read = [_year(match.group())]
        else:
            read = _number(text.strip(), match, numbers)
        lead = start + (len(text) - len(text.lstrip()) if match is not None else 0)
        found += [_moved(mention, lead) for mention in read]
    return found


def _number(text: str, match: re.Match[str], numbers: Scan) -> list[Mention]:
    negative = match["open"] is not None or (match["sign"] or "+").strip() in _MINUS
    if _YEAR.fullmatch(text):
        value = Fraction(text)
        return [Mention(0, len(text), Quantity("number", value, point(value), step=Fraction(1), grain=Fraction(1)),
                        0, len(text))]  # fmt: skip
    bare = "".join(" " if char in "()-~+*†‡#^" else char for char in text) if negative or match["mark"] else text
    if match["comma"]:
        bare = bare.replace(",", ".")  # no group has one digit or two
    read = numbers(bare)
    if len(read) != 1 or read[0].quantity.value is None:
        return read
    mention = read[0]
    if not negative:
        return read
    # The sign and the brackets are the figure's own.
    start = min(mention.start, match.start("open") if match["open"] else match.start("sign"))
    end = max(mention.end, match.end("close")) if match["close"] else mention.end
    q = mention.quantity
    turned = msgspec.structs.replace(q, value=-(q.value or 0), stated=_negated(q.stated))
    return [Mention(start, end, turned, start, end)]


def _negated(stated: Interval) -> Interval:
    return stated.scale(Fraction(-1))


def _year(text: str) -> Mention:
    first, last = f"{text}-01-01", f"{text}-12-31"
    nothing = Interval(None, None, True, True)
    return Mention(0, len(text), Quantity("date", None, nothing, dates=(first, last)), 0, len(text))


def _moved(mention: Mention, by: int) -> Mention:
    return Mention(
        mention.start + by, mention.end + by, mention.quantity, mention.outer_start + by, mention.outer_end + by
    )
