"""Men and women, imports and exports: members of a closed partition, which make up their whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.knowledge import partition_of, same_measure
from claims.labels import is_amount, kind_key, like, names
from claims.prose import Figure, Passage, Prose
from claims.ties.breakdowns.breakdown import Breakdown, are_neighbours, between, is_part
from claims.ties.breakdowns.entries import are_commensurate, entries_from
from claims.ties.breakdowns.of_which import is_taken
from claims.ties.lookup import named, same_kind
from claims.ties.roles import is_level
from claims.wordings import Wording

_OF_THE = Wording(en=r"^\s*(?:were |was )?of the (?P<base>[a-z][a-z -]{2,30}?)(?=,|\.|;| and\b| while\b)")
_OF_THESE = Wording(en=r"^\W*{out_of} {determiner}? ?$")
_KINDS = ("count", "number", "money")
_SIZES = (2, 3)
_SENTENCES_BACK = 4


def partitioned(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """All members of a partition, side by side after their whole: 40人，男18人，女22人."""
    figures = _levels(passage, text)
    for size in _SIZES:
        for at in range(1, len(figures) - size + 1):
            whole, parts = figures[at - 1], figures[at : at + size]
            if any(kind_key(p.claim) != kind_key(whole.claim) for p in parts):
                continue
            named = all(is_part(p, whole, text) for p in parts)
            if not named and not (size == _SIZES[0] and whole.claim.counted and are_commensurate(parts, whole)):
                continue
            if _OF_THESE[text.language].search(whole.before) and not all(is_taken(p, whole) for p in parts):
                continue
            if len(entries_from(parts[0], text.language)) > size:
                continue  # men, women and children
            if are_neighbours(whole, parts[0], text.language):
                continue
            if "。" in passage.folded[whole.claim.outer.end : parts[0].claim.outer.start]:
                continue
            if _is_partition(parts, text) and not _is_partition([whole, *parts[:-1]], text):
                yield Breakdown(whole, tuple(parts), "stated" if named else "inferred", between(whole, parts[0]))


def of_the_named(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """Men were 12 of the staff and women 9: two members of a whole that was told under its name before."""
    for first, second in pairwise(_levels(passage, text)):
        if not like(first.claim, second.claim) or not is_amount(first.claim):
            continue
        base = _OF_THE[text.language].match(first.after)
        if base is None or not _is_partition((first, second), text):
            continue
        whole = told_as(base["base"], first, text)
        if whole is not None:
            at = first.claim.local.end
            yield Breakdown(whole, (first, second), "stated", (passage.block, at, at + base.end()))


def told_as(name: str, near: Figure, text: Prose) -> Figure | None:
    """The nearest earlier figure of the kind of another that goes by a name, or by a synonym of it."""
    return named(name, near, text, same_kind(near)) or _synonym(name, near, text)


def _levels(passage: Passage, text: Prose) -> list[Figure]:
    return [f for f in passage.figures if f.claim.quantity.kind in _KINDS and is_level(f, text.language)]


def _is_partition(figures: Sequence[Figure], text: Prose) -> bool:
    return partition_of([names(f, text.language) for f in figures], text.language)


def _synonym(name: str, near: Figure, text: Prose) -> Figure | None:
    """The nearest earlier level that carries a synonym of the name, after it or else before it."""
    accept = same_kind(near)
    earlier = text.passages[max(0, near.passage.index - _SENTENCES_BACK) : near.passage.index]
    figures = [f for p in reversed(earlier) for f in reversed(p.figures) if accept(f)]
    for side in (1, 0):
        for figure in figures:
            if same_measure(name, names(figure, text.language)[side], text.language):
                return figure
    return None
