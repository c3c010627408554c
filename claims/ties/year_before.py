"""A rate beside one level, with the level of the year before told elsewhere in the draft.

人均收入增長8%，達到35,578元, where an earlier paragraph gives the income of the year before.
The two levels must go by the same name, and the rate by no base but that year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.labels import is_amount, kind_key, own_period
from claims.prose import DATE_MARK, Figure, Passage, Prose
from claims.ties.joints import parted
from claims.ties.roles import is_level, role
from claims.wordings import Wording

_SHORTEST = 3
"""Characters of a name: anything shorter is no name of its own."""
_LEADS_ON = Wording(zh=r"^[，,]?(?:{reckoned})*(?:{reaches})了?(?:{reckoned})*$")
_FOLLOWS = Wording(zh=r"^[，,(]?(?:{reckoned}|{than_year_before})*(?:{rose_by})了?(?:{reckoned})*$")
_NAMED = Wording(zh=r"^(?P<name>[^，,；;。：:]*?)(?:{reckoned}|{than_year_before})*(?:{rose_by})?了?(?:{reckoned})*$")
_VERB = Wording(zh=r"(?:(?:{reckoned}|{reaches}|{realised}|了|人民币|约|为)+)$")
_LESSER = Wording(zh=r"{level_name_empty}")
_EACH = Wording(zh=r"{of_each}")
_REAL = Wording(zh=r"{real_terms}")
_REVISED = Wording(zh=r"{revised_measure}|{real_measure}")
"""Of which a year's growth is told in other prices, or from another base, than its level; what is aimed at is not."""
_TARGET = Wording(zh=r"{told_ahead}")
_NO_WORD = Wording(zh=r"[^㐀-鿿A-Za-z{date}]")
_YEAR = re.compile(r"\d{4}")


class Told(NamedTuple):
    """A rate with the level it leads to and that of the year before."""

    rate: Figure
    new: Figure
    old: Figure


def told_a_year_before(text: Prose) -> Iterator[Told]:
    """Each rate whose new level stands beside it and whose old one has the same name a year earlier.

    Nothing is found where two different levels go by that name and year, or where the measure
    is told in constant prices or its base is commonly revised.
    """
    if text.language != "zh":
        return
    rates = list(_rates(text))
    if not rates:
        return
    years = _years(text)
    levels: dict[tuple[str, tuple[str, str], str], list[Figure]] = {}
    for figure in text.figures:
        if is_level(figure, "zh") and is_amount_or_mean(figure):
            name = measure_name(figure.left)
            if len(name) >= _SHORTEST:
                levels.setdefault((name, kind_key(figure.claim), years.get(figure.id, "")), []).append(figure)
    for rate, new, name in rates:
        year, kind = years.get(new.id), kind_key(new.claim)
        found = levels.get((name, kind, str(int(year) - 1)), []) if year else []
        if not found and _TARGET["zh"].search(new.passage.text):
            # What is aimed at stands against what was reached, and a year of that needs no saying.
            found = [f for f in levels.get((name, kind, ""), []) if f.index < new.index]
        found = [f for f in found if f.passage is not new.passage]
        if found and len({f.claim.quantity.value for f in found}) == 1:
            yield Told(rate, new, found[0])


def is_amount_or_mean(figure: Figure) -> bool:
    """Whether it is a level of something, a mean included."""
    claim = figure.claim
    return claim.quantity.value is not None and (is_amount(claim) or claim.statistic == "mean")


def _rates(text: Prose) -> Iterator[tuple[Figure, Figure, str]]:
    """Rates of change, the level beside each, and its name."""
    for passage in text.passages:
        if len(passage.figures) < 2:
            continue
        for rate in passage.figures:
            q = rate.claim.quantity
            if q.kind == "percent" and q.value is not None and role(rate, "zh") == "change":
                for new, name in _beside(rate, passage):
                    yield rate, new, name


def _beside(rate: Figure, passage: Passage) -> Iterator[tuple[Figure, str]]:
    """The level after a rate; else the one before it, and with 分別 both before it."""
    after, before = rate.next, rate.previous
    if after is not None and _LEADS_ON["zh"].match(_between(rate, after)) and _may_be_new(after):
        name = measure_name(rate.left)
        if _is_told(name, rate.left, passage):
            yield after, name
            return
    if before is None or parted(before, rate) or not _may_be_new(before):
        return
    lead = _between(before, rate)
    if not _FOLLOWS["zh"].match(lead):
        return
    each = _EACH["zh"].search(lead) is not None
    if each and after is not None and after.claim.quantity.kind == "percent":
        return
    for new in (before, before.previous if each else None):
        if new is not None and not parted(new, before) and _may_be_new(new):
            name = measure_name(new.left)
            if _is_told(name, new.left, passage):
                yield new, name


def _between(first: Figure, last: Figure) -> str:
    """What stands between two figures, with the word of direction that the grammar took into the second."""
    return first.passage.words(first.claim.outer.end, last.claim.local.start)


def _may_be_new(figure: Figure) -> bool:
    return is_amount_or_mean(figure) and figure.claim.quantity.kind not in ("percent", "point")


def _is_told(name: str, words: str, passage: Passage) -> bool:
    """Whether the name is one, of a measure whose growth is that between the levels told."""
    if len(name) < _SHORTEST or _REAL["zh"].search(words):
        return False
    revised = _REVISED["zh"].search(words) is not None
    return not revised or _TARGET["zh"].search(passage.text) is not None


def measure_name(words: str) -> str:
    """What is measured: the words of a clause without its verb, times and what goes without saying."""
    match = _NAMED["zh"].match(words)
    if match is None:
        return ""
    name = _VERB["zh"].sub("", match["name"].strip("，, "))
    return _LESSER["zh"].sub("", _NO_WORD["zh"].sub("", name.rpartition(DATE_MARK)[2]))


def _years(text: Prose) -> dict[str, str]:
    """Calendar year by figure, its own or that of the paragraph up to it."""
    years: dict[str, str] = {}
    block, year = -1, ""
    for figure in text.figures:
        claim = figure.claim
        if claim.block != block:
            block, year = claim.block, ""
        told = own_period(claim)
        if told:
            year = told if _YEAR.fullmatch(told) else ""
        period = told or claim.period or year
        if _YEAR.fullmatch(period):
            years[figure.id] = period
    return years
