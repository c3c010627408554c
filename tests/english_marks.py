"""Rows that show a text with its quantities marked, and what each of them is.

A row reads `the road is «12 km» long => 12 kilometer dimension`. Marks are taken out before
reading; the figures found must stand exactly where the marks were. Items after the arrow
are separated by a semicolon and stand in the order of the marks; a text without marks must
give nothing. An item is a value, a unit ("-" for none) and a kind, and words that start
with "+" for a direction or "@" for a rounding. Values are written

    5  -5  2/3     the number itself      ~5  ^5       about, nearly
    >5  >=5        more than, at least    <5  <=5      less than, at most
    3..5  24..<100  >10..<20   ranges with closed and open ends
    2020-03-01/2020-03-31      first and last day; an end may be empty
"""

from __future__ import annotations

import re
from fractions import Fraction

from claims.grammar.english import scan
from claims.grammar.setting import Setting
from claims.model import Mention

_SIGNS = {"~": "about", "^": "nearly", ">=": "at_least", ">": "more_than", "<=": "at_most", "<": "less_than"}
_HEDGED = {hedge: sign for sign, hedge in _SIGNS.items()}


def rows(table: str) -> list[str]:
    """The rows of a table, without blank lines and comments."""
    lines = (line.strip() for line in table.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def check(row: str, setting: Setting | None = None, ordinals: bool = True) -> None:
    """Assert that the row's text reads as the row says."""
    marked, _, items = row.partition("=>")
    marked = marked.strip().replace("\\n", "\n")
    text, spans = unmark(marked)
    found = [m for m in scan(text, setting or Setting()) if ordinals or m.quantity.kind != "ordinal"]
    wanted = [item.split() for item in items.split(";") if item.strip()]
    assert [text[m.start : m.end] for m in found] == [text[a:b] for a, b in spans]
    assert [(m.start, m.end) for m in found] == spans
    assert len(wanted) == len(spans), "as many items as marks"
    assert [describe(m, want) for m, want in zip(found, wanted, strict=True)] == [" ".join(want) for want in wanted]


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and where the marks stood."""
    spans, parts, at = [], [], 0
    for piece in re.split("([«»])", marked):
        if piece == "«":
            start = at
        elif piece == "»":
            spans.append((start, at))
        else:
            parts.append(piece)
            at += len(piece)
    return "".join(parts), spans


def describe(m: Mention, like: list[str]) -> str:
    """A mention in the words of a row, with as many details as `like` has."""
    q = m.quantity
    if q.kind == "date":
        assert q.dates is not None
        return f"{q.dates[0]}/{q.dates[1]}" + (" date" if len(like) > 1 else "")
    if q.value is None:
        value = f"{'>' if q.stated.low_open else ''}{q.stated.low}..{'<' if q.stated.high_open else ''}{q.stated.high}"
    else:
        value = _HEDGED.get(q.hedge or "", "") + str(q.value)
    bare = like[0].lstrip("~^<>=")
    want = Fraction(bare) if re.fullmatch(r"-?[\d./]+", bare) and ".." not in bare else None
    if want is not None and want == q.value:
        value = _HEDGED.get(q.hedge or "", "") + bare
    elif ".." in like[0] and q.value is None:
        value = _as_written(value, like[0])
    words = [value]
    for word in like[1:]:
        if word.startswith("+"):
            words.append(f"+{q.direction}")
        elif word.startswith("@"):
            words.append(f"@{q.rounding}")
        else:
            words.append((q.unit or "-") if len(words) == 1 else q.kind)
    return " ".join(words)


def _as_written(value: str, like: str) -> str:
    """The row's spelling of a range when both have the same ends (0.5 for 1/2)."""
    ends = [[end.lstrip("<>") for end in side.split("..")] for side in (value, like)]
    signs = [re.sub(r"[^<>]|\.(?!\.)", "", side) for side in (value, like)]
    same = signs[0] == signs[1] and all(Fraction(a) == Fraction(b) for a, b in zip(*ends, strict=True))
    return like if same else value
