"""What the document as a whole says about how its figures are to be read.

Its currency (which dollar, which 元), its decimal mark and its own date are inferred once,
from words, before any block is read.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from claims.draft import Draft
from claims.grammar.fold import fold
from claims.grammar.setting import Setting
from claims.languages import load
from claims.wordings import Wording

_SAMPLE = 200_000
"""Code points looked at: region and date show early in a document, or not at all."""
# What a pattern begins with is searched for; what must not stand before it is asked afterwards.
_YEAR = re.compile(r"(?P<year>19[5-9]\d|20\d\d)(?<![\d.,/$£€-]\d{4})(?:年(?![前底]?[之以]?前)|(?=[\s,.;:)]|$))")
_MINGUO = re.compile(r"民国\s*(?P<year>\d{2,3})\s*年|(?:至|、)(?P<later>1\d\d)年")
_BARE_MINGUO = re.compile(r"(?<![\d.,])1[0-3]\d年(?:度|底|初|第[一二三四1-4]季|上半年|下半年|1?\d月)")
"""110年度 in a draft from Taiwan."""
_PLANNED = Wording(zh=r"{planned}[^。.\n]{0,14}$", en=r"{planned}[^。.\n]{0,14}$")
# Groups are counted: without a bound a long run of them is gone through from each of its groups.
_DECIMAL_COMMA = re.compile(r"(?<!\d)\d{1,3}(?:\.\d{3}){1,6},\d{1,2}(?!\d)")
_COMMA_AFTER_GROUP = re.compile(r"\.\d{3},\d")
"""What `_DECIMAL_COMMA` needs, and few drafts have."""
_DECIMAL_POINT = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,20})?(?!\d)")


@lru_cache(maxsize=2)
def _regions(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """The words of all regions, and the currency code that each speaks for."""
    codes = {
        word.replace("_", " "): code
        for code, entry in load("regions")[language].items()
        for word in entry["words"].split()
    }
    return re.compile("|".join(map(re.escape, codes))), codes


def setting_of(draft: Draft, date: str = "") -> tuple[Setting, str]:
    """The setting, and where its date comes from: "given", "front-matter", "inferred" or ""."""
    text = fold(draft.text[:_SAMPLE])
    source = "given" if date else ""
    if not date and draft.date:
        date, source = draft.date, "front-matter"
    if not date:
        date = _latest_year(text)
        source = "inferred" if date else ""
    votes = _votes(text, draft.language)
    currency = _leader(votes)
    # No dollar is a yuan: a draft at home in the mainland has those of the regions it speaks of, or none.
    dollar = _leader(Counter({code: count for code, count in votes.items() if code != "CNY"}))
    return Setting(
        language=draft.language,
        script=draft.script,
        yuan=currency or "CNY",
        dollar=dollar or "USD",
        minguo=chinese_years(text, draft.language) or (currency == "TWD" and bool(_BARE_MINGUO.search(text))),
        decimal_comma=_writes_decimal_comma(_without_separators(draft)),
        date=date,
    ), source


def chinese_years(text: str, language: str) -> bool:
    """Whether the draft says 民国 of a year, and so may leave the word out of the next."""
    return language == "zh" and "民国" in text and any(match["year"] for match in _MINGUO.finditer(text))


def _without_separators(draft: Draft) -> str:
    """The text as its blocks have it where it has tables: commas between fields stand in no number."""
    return "\n".join(block.text for block in draft.blocks) if any(block.cells for block in draft.blocks) else draft.text


def _writes_decimal_comma(text: str) -> bool:
    if not _COMMA_AFTER_GROUP.search(text):
        return False
    return bool(_DECIMAL_COMMA.search(text)) and not _DECIMAL_POINT.search(text)


def _votes(text: str, language: str) -> Counter[str]:
    """How many words speak for each currency as that of the draft's home."""
    counts: Counter[str] = Counter()
    pattern, codes = _regions(language)
    for match in pattern.finditer(text):
        before = text[match.start() - 1] if match.start() else ""
        if language == "zh" or not (before.isascii() and before.isalpha()):
            counts[codes[match.group()]] += 1
    return counts


def _leader(votes: Counter[str]) -> str:
    """The code with the most words in its favour; "" when nothing speaks for any."""
    leaders = votes.most_common(2)
    if not leaders or (len(leaders) == 2 and leaders[0][1] == leaders[1][1]):
        return ""
    return leaders[0][0]


def _latest_year(text: str) -> str:
    """The latest year that the text speaks of as past or present; "" when there is none."""
    latest = 0
    for match in _YEAR.finditer(text):
        year = int(match["year"])
        if year <= latest:
            continue
        before = text[max(0, match.start() - 18) : match.start()]
        if _PLANNED.either.search(before):
            continue
        latest = year
    if "民国" in text:
        latest = max([latest, *(1911 + int(match["year"] or match["later"]) for match in _MINGUO.finditer(text))])
    return str(latest) if latest else ""
