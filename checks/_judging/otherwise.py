"""Whether figures nearby can be tied to a change, a share or a total otherwise than its check tied them.

"Fares 97, freight 61, total 158 ... up 12 %": which of several like figures a rate is of is
told by words, and words can be misread. Where another choice among the figures of the same
paragraph satisfies what is stated, the sentence can be read without a contradiction, so there
is nothing to report. Agreement of this kind only ever clears a figure; no relation is made
of it. Figures are taken as written: with their allowances too many would fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import permutations

import msgspec

from checks._judging.evaluate import fits_as_written
from claims.labels import is_amount, like
from claims.model import Claim, Relation
from claims.prose import Figure, Prose
from claims.ties.bare_shares import has_share
from claims.wordings import Wording

_RATE_OF = Wording(zh=r"{rate_name}{rate_is}?$", en=r"\b{ratio} of $")
"""Leads to a share whose part is told by the name of the rate, not by its place."""
_REACH = 2
"""Sentences on either side."""
_MOST = 16
"""Like figures among which another choice is looked for; of more some would fit by chance."""
_ONE = Fraction(1)
_SUMS = ("sum", "containment")


def holds_otherwise(relation: Relation, claims: dict[str, Claim], figures: dict[str, Figure], text: Prose) -> bool:
    """Whether other figures of the paragraph satisfy a relation that its own terms do not.

    `figures` are the draft's by the id of their claim. The same figures in other roles do not
    count: a rate over the wrong base is a mistake of its own.
    """
    alternatives = _FORMS.get(relation.form)
    terms = [figures[t] for t in relation.terms if t in figures]
    if alternatives is None or len(terms) < len(relation.terms):
        return False
    if relation.form not in _SUMS and not _is_loose(terms):
        return False
    return any(
        fits_as_written(other, claims)
        for other in alternatives(relation, terms, text)
        if set(other.terms) != set(relation.terms)
    )


def _is_loose(terms: list[Figure]) -> bool:
    """Whether another figure like them stands between the terms, or the end of a sentence does."""
    if len({figure.passage.index for figure in terms}) > 1:
        return True
    first, last = min(f.position for f in terms), max(f.position for f in terms)
    between = terms[0].passage.figures[first : last + 1]
    return any(f not in terms and like(f.claim, terms[0].claim) for f in between)


def _like(pivot: Figure, model: Figure, text: Prose) -> list[Figure]:
    """Figures near `pivot` that may be added to `model`, without those of too many."""
    block = pivot.passage.block
    found: list[Figure] = []
    for passage in text.passages[max(0, pivot.passage.index - _REACH) : pivot.passage.index + _REACH + 1]:
        for figure in passage.figures if passage.block == block else ():
            claim = figure.claim
            if claim.quantity.value is not None and figure is not pivot and like(claim, model.claim):
                found.append(figure)
                if len(found) > _MOST:
                    return []
    return found


def _levels(relation: Relation, terms: list[Figure], text: Prose) -> Iterator[Relation]:
    """Another base and another level for a change or a multiple; a change on another level."""
    old, change, _ = terms
    like_figures = _like(change, old, text)
    for a, b in permutations(like_figures, 2):
        ids = (a.id, change.id, b.id)
        yield msgspec.structs.replace(relation, terms=ids, net=0)
        if relation.form == "growth" and relation.power == 1 and not is_amount(b.claim):
            sign = 1 if relation.scale > 0 else -1
            yield msgspec.structs.replace(relation, terms=ids, net=sign)
            yield msgspec.structs.replace(relation, terms=ids, net=0, offset=Fraction(0), scale=abs(relation.scale))


def _shares(relation: Relation, terms: list[Figure], text: Prose) -> Iterator[Relation]:
    """Another whole; and another part, unless the share stands right after the one it is of.

    The rest of the whole, and parts with shares of their own, are no wholes: a share of one of
    them is a mistake of its own.
    """
    whole, share, part = terms
    told = share.previous is part and not _RATE_OF[text.language].search(share.before)
    for a, b in permutations(_like(share, whole, text), 2):
        if b is part and (_is_rest(a, part, whole) or has_share(a, text.language)):
            continue
        if b is part or not told:
            yield msgspec.structs.replace(relation, terms=(a.id, share.id, b.id))


def _is_rest(figure: Figure, part: Figure, whole: Figure) -> bool:
    """Whether a figure is what the part leaves of the whole."""
    rest, taken, all_of_it = (f.claim.quantity for f in (figure, part, whole))
    if rest.value is None or taken.value is None or all_of_it.value is None or whole is figure:
        return False
    step = max(rest.step, taken.step, all_of_it.step)
    return rest.unit == taken.unit == all_of_it.unit and abs(rest.value + taken.value - all_of_it.value) <= step


def _differences(relation: Relation, terms: list[Figure], text: Prose) -> Iterator[Relation]:
    high, _, change = terms
    for a, b in permutations(_like(change, high, text), 2):
        yield msgspec.structs.replace(relation, terms=(a.id, b.id, change.id))


def _totals(relation: Relation, terms: list[Figure], text: Prose) -> Iterator[Relation]:
    """All parts under another whole; the first of them, where the others divide the whole a second time."""
    *parts, whole = terms
    if relation.coefficients[-1] != -_ONE:
        return  # a mean of its list, which nothing else there is
    for other in _like(whole, whole, text):
        if other not in parts and is_amount(other.claim) and len(parts) > 1:
            yield _sum(relation, parts, other)
    if relation.form == "containment":
        for first in range(2, len(parts) - 1):
            yield _sum(relation, parts[:first], whole)


def _sum(relation: Relation, parts: list[Figure], whole: Figure) -> Relation:
    return msgspec.structs.replace(
        relation, form="sum", operator="=", terms=(*(p.id for p in parts), whole.id),
        coefficients=(*([_ONE] * len(parts)), -_ONE),
    )  # fmt: skip


_FORMS: dict[str, Callable[[Relation, list[Figure], Prose], Iterator[Relation]]] = {
    "growth": _levels, "multiple": _levels, "share": _shares, "difference": _differences,
    "sum": _totals, "containment": _totals,
}  # fmt: skip
