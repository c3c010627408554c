"""The labelled articles beside `test_context_labels`, and how a reading is held against a label.

A measure is right when it is the label's noun phrase in the draft's own words and script. What may
stand before or behind that phrase without making it another is listed here, and nothing else is let pass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claims.extract import extract
from claims.model import Claim
from claims.readers import read_text

FOLDER = Path(__file__).parent / "context"
COLUMNS = ("measure", "statistic", "period", "subject")

# A mean of something, a total of it and the number of it are told by the statistic and the unit.
LEADING = [
    "总",
    "總",
    "全年",
    "人均",
    "户均",
    "戶均",
    "平均",
    "场均",
    "場均",
    "每股",
    "生均",
    "the",
    "a",
    "an",
    "our",
    "its",
    "average",
    "mean",
    "median",
    "total",
    "number_of",
    "amount_of",
]
TRAILING = ["中位数", "中位數", "数量", "數量", "人数", "人數", "总数", "總數", "宗数", "宗數", "数", "數"]


@dataclass(frozen=True)
class Label:
    """One figure of an article and what an editor reads for it; "?" in a cell is not asked."""

    article: str
    quote: str
    cells: dict[str, str]


@cache
def labels() -> tuple[Label, ...]:
    """All labels, in the order of the articles."""
    found: list[Label] = []
    article, above = "", [""] * 4
    for line in (FOLDER / "labels.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            article = line.strip("[]")
        elif line and not line.startswith("#"):
            quote, *cells = (cell.strip() for cell in line.split("|"))
            above = [old if new == '"' else new for new, old in zip(cells, above, strict=True)]
            found.append(Label(article, quote, dict(zip(COLUMNS, above, strict=True))))
    return tuple(found)


@cache
def figures(article: str) -> list[Claim]:
    """The article's claims in reading order."""
    text = (FOLDER / article).read_text(encoding="utf-8")
    return list(extract(read_text(text, article)).claims)


def paired() -> list[tuple[Label, Claim]]:
    """Each label with its claim: the next one of the article that has its quote.

    Raises `AssertionError` when a labelled figure is not read at all.
    """
    pairs, at, article = [], 0, ""
    for label in labels():
        if label.article != article:
            article, at = label.article, 0
        claims = figures(article)
        places = [i for i in range(at, len(claims)) if claims[i].quote == label.quote]
        assert places, f"{article}: {label.quote} is not read"
        pairs.append((label, claims[places[0]]))
        at = places[0] + 1
    return pairs


def given(claim: Claim, column: str) -> str:
    """What was read for a column; a count without a name of its own is of what it counts."""
    if column == "measure":
        return claim.counted or claim.measure
    return getattr(claim, column) or ""


def is_right(label: Label, claim: Claim, column: str) -> bool:
    """Whether the reading is one of the label's."""
    said, expected = given(claim, column), label.cells[column].split("/")
    if column == "period":
        return said in (label.cells[column], *expected)
    if column == "statistic":
        return said in expected
    owner = label.cells["subject"] if column == "measure" else ""
    return any(_bare(said, owner) == _bare(want, owner) for want in expected)


def _bare(phrase: str, owner: str) -> str:
    """The phrase without whose it is, and without the modifiers that may stand around it."""
    phrase = re.sub(r"\s+", " ", phrase.lower()).strip()
    if owner and phrase != owner.lower():
        phrase = phrase.removeprefix(owner.lower()).removeprefix("'s").removeprefix("的").strip()
    before = None
    while before != phrase:
        before = phrase
        for word in LEADING:
            lead = word.replace("_", " ") + " " * word.isascii()
            phrase = phrase.removeprefix(lead) if len(phrase) > len(lead) + 1 else phrase
        for word in TRAILING:
            phrase = phrase.removesuffix(word) if len(phrase) > len(word) + 1 else phrase
    return phrase
