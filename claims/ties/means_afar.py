"""A mean whose count or total is told elsewhere in the draft: "$400 for each panel", the panels counted above.

What counts the things that the mean is over, and what is measured as it is, is looked for in
the whole draft. Words rank the figures found: the name they share with the mean, that they
are called a total, or are a whole that others are parts of. Where words do not single one
out, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from claims.labels import counter_of, keys, kind_key, label, stem
from claims.prose import Figure, Prose
from claims.readings import LIMITS, bounds
from claims.ties.bare_shares import has_share
from claims.ties.joints import parted
from claims.ties.lookup import place
from claims.ties.mean_over import Each, averaged_bare, counts_over, each_of
from claims.ties.means import Mean, is_called_total, is_listed, is_of_others, may_be_total, periods_differ
from claims.ties.roles import is_level
from claims.wordings import Wording, words_of

_REACH = 40
_OPENING = 12
"""Figures on either side, and at the beginning of the draft, that are looked through."""
_NAMED = 2
"""Words shared beyond which more say nothing."""
_SMALL = 12
"""Up to here, a number is told twice by chance."""
_ANY = frozenset("个人名位件次家户间")
"""Counters of so many things that the counter alone says little."""
_SHARES = frozenset(["股", "share", "shares", "unit", "units"])
"""Of which a draft tells several kinds."""
_LEAST = 2
"""What a total must show for itself."""


_GROUP = Wording(zh=r"{overlapping}", en=r"\b{overlapping}\b")
"""Before figures of a group, or of another time."""
_NET = Wording(zh=r"净", en=r"\bnet\b")


_HOW_OFTEN = re.compile("每.")


class Ranked(NamedTuple):
    """A figure that may play a part, and how much speaks for it."""

    figure: Figure
    rank: int


class Afar(NamedTuple):
    """The mean that words single out, and every other that they would allow."""

    best: Mean
    others: tuple[Mean, ...]


def afar(mean: Figure, text: Prose, standing: Mapping[str, int]) -> Afar | None:
    """A mean with count and total from anywhere in the draft; `standing` as `standings` gives it."""
    if mean.claim.quantity.hedge in LIMITS:
        return None
    each = each_of(mean, text)
    if each is None:
        bare = averaged_bare(mean, text)
        if bare is None:
            return None
        counts = [Ranked(bare, _LEAST)]
        each = Each("")
    else:
        counts = _ranked(
            (f, _count_rank(f, mean, each, text, standing))
            for f in _around(mean, text)
            if f is not mean and counts_over(f, each, text) and is_level(f, text.language)
        )
    totals = _ranked(
        (f, _total_rank(f, mean, each, text, standing))
        for f in _around(mean, text)
        if f is not mean and may_be_total(f, mean, text)
    )
    count, total = _first(counts), _first(totals)
    if _NET[text.language].search(mean.passage.text):
        return None  # what was left after costs is no product
    if count is None or total is None or count.figure is total.figure or total.rank < _needed(total.figure, mean):
        return None
    if any(f.passage is mean.passage and parted(f, mean) for f in (count.figure, total.figure)):
        return None
    if periods_differ(mean, count.figure, total.figure) or is_of_others(mean, count.figure, total.figure, each, text):
        return None
    others = tuple(
        Mean(mean, c.figure, t.figure, "inferred") for c in counts for t in totals if c.figure is not t.figure
    )
    return Afar(Mean(mean, count.figure, total.figure, "inferred"), others)


def _needed(total: Figure, mean: Figure) -> int:
    """What a total must show for itself: more when it stands in another paragraph."""
    return _LEAST + (total.passage.block != mean.passage.block)


def _around(mean: Figure, text: Prose) -> list[Figure]:
    """The figures of the draft's beginning, and those nearest to a mean."""
    at = place(mean, text)
    first = max(0, at - _REACH)
    return text.figures[: min(_OPENING, first)] + text.figures[first : at + _REACH]


def _ranked(found: Iterable[tuple[Figure, int]]) -> list[Ranked]:
    kept = [Ranked(figure, rank) for figure, rank in found if rank >= 0]
    return sorted(kept, key=lambda r: -r.rank)


def _first(ranked: list[Ranked]) -> Ranked | None:
    """The one above all others that say something else."""
    if not ranked:
        return None
    top = [r for r in ranked if r.rank == ranked[0].rank]
    return top[0] if len({r.figure.claim.quantity.value for r in top}) == 1 else None


def _count_rank(figure: Figure, mean: Figure, each: Each, text: Prose, standing: Mapping[str, int]) -> int:
    apart = figure.passage is not mean.passage
    if apart and (each.noun in _SHARES or is_listed(figure, mean) or has_share(figure, text.language)):
        return -1
    shared = len(keys(each.tail, text.language) & keys(label(figure, text.language), text.language))
    if each.tail and not shared and figure.passage is not mean.passage and each.noun in _ANY:
        return -1
    here = figure.passage is mean.passage
    return min(shared, _NAMED) * 2 + _weight(figure, mean, text, standing) + here


def _total_rank(figure: Figure, mean: Figure, each: Each, text: Prose, standing: Mapping[str, int]) -> int:
    language = text.language
    if each.noun in _SHARES and figure.passage is not mean.passage:
        return -1
    if figure.claim.quantity.hedge in LIMITS and figure.passage is not mean.passage:
        return 0  # "exceed $5,000" sets a bound
    if is_listed(figure, mean) or _GROUP[language].search(figure.left):
        return -1
    own = keys(_HOW_OFTEN.sub("，", f"{each.lead}，{each.tail}") if language == "zh" else label(mean, "en"), language)
    if language == "en":
        own -= keys(each.noun, "en")  # its count goes by that name
    shared = len(own & keys(label(figure, language), language))
    alone = own and not shared and not is_called_total(figure, language) and standing.get(figure.id, 0) < _LEAST
    if language == "zh" and mean.claim.quantity.kind == "money" and alone:
        return -1  # of something else
    if language == "en" and mean.claim.counted and figure.claim.counted:
        if not _same_noun(mean, figure):
            return -1
        shared += 1
    elif language == "zh" and mean.claim.quantity.kind == "count" and counter_of(mean.claim) not in _ANY:
        shared += 1
    return min(shared, _NAMED) * 2 + _weight(figure, mean, text, standing)


def _same_noun(mean: Figure, figure: Figure) -> bool:
    own, other = (f.claim.counted.split()[-1].lower() for f in (mean, figure))
    return stem(own) == stem(other) or {own, other} <= words_of("everyone", "en")


def _weight(figure: Figure, mean: Figure, text: Prose, standing: Mapping[str, int]) -> int:
    """What speaks for a figure but its name: its standing, that it is called a total, that it is next to the mean."""
    beside = 3 * (figure.next is mean or figure.previous is mean)
    return standing.get(figure.id, 0) + is_called_total(figure, text.language) + beside


def standings(text: Prose, wholes: Iterable[Figure]) -> dict[str, int]:
    """How far each figure of a draft stands out: as a whole that others are parts of, told twice, or told first."""
    found = dict.fromkeys((whole.id for whole in wholes), 2)
    blocks = text.ledger.draft.blocks
    headlines = [f for f in text.figures[:_OPENING] if blocks[f.claim.block].kind == "title"]
    seen: dict[tuple[str, str, Fraction], str] = {}
    kinds: set[tuple[str, str]] = set()
    for figure in text.figures:
        kind, value = kind_key(figure.claim), figure.claim.quantity.value
        if value is None or not is_level(figure, text.language):
            continue
        if kind not in kinds:
            kinds.add(kind)
            found[figure.id] = found.get(figure.id, 0) + 1
        if any(kind_key(h.claim) == kind and value in bounds(h.claim.quantity) for h in headlines):
            found[figure.id] = found.get(figure.id, 0) + 2
        before = seen.setdefault((*kind, value), figure.id)
        if before != figure.id and value > _SMALL:
            found[before] = found.get(before, 0) + 1
            found[figure.id] = max(found.get(figure.id, 0), found[before])
    return found
