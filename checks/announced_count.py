"""A number of things is announced, and another number of things is named.

"Five bodies: A, B, C and D" names four. Lists that say they are open (等, including, such
as) may name fewer than they announce, but not more.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from claims.interval import at_least, point
from claims.model import Ledger, Relation
from claims.prose import Figure, prose
from claims.ties.enumerations import Enumeration, announces, enumeration
from claims.ties.enumerations.in_turn import in_turn
from claims.ties.enumerations.set_out import set_out


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each announced number whose list stands directly before or after it."""
    text = prose(ledger)
    for passage in text.with_figures:
        for figure in passage.figures:
            found = enumeration(figure, text)
            if found is not None:
                yield _relation(figure, found, text.language)
                if found.is_open and text.language == "zh":
                    yield from _all_but_one(figure, found)
                continue
            apart = announces(figure) and set_out(figure, text)
            if apart:
                yield _inferred(_relation(figure, apart, text.language))
                continue
            told = in_turn(figure, text)
            if told is not None:
                more = len(told.items) > (figure.claim.quantity.value or 0)
                relation = _relation(figure, told, text.language)
                yield relation if more else _inferred(relation)


def _all_but_one(figure: Figure, found: Enumeration) -> Iterator[Relation]:
    """An open list that falls one short: 等五人 mostly follows all five."""
    if figure.claim.quantity.value == len(found.items) + 1 and not figure.claim.quantity.hedge:
        yield _inferred(_relation(figure, found._replace(is_open=False), "zh"))


def _inferred(relation: Relation) -> Relation:
    return msgspec.structs.replace(relation, basis="inferred", reason="list")


def _relation(figure: Figure, found: Enumeration, language: str) -> Relation:
    count = Fraction(len(found.items))
    names = ("、" if language == "zh" else ", ").join(found.items)
    quote = figure.claim.quote.strip()
    return Relation(
        check="", form="count", terms=(figure.id,), coefficients=(Fraction(1),),
        operator=">=" if found.is_open else "=", constant=at_least(count) if found.is_open else point(count),
        cue=(figure.passage.block, *found.span),
        note={
            "items": names, "listed": str(len(found.items)),
            "statement": f"{quote} {'≥' if found.is_open else '='} {len(found.items)} ({names})",
            "arithmetic": f"{quote} ≠ {len(found.items)} ({names})",
        },
    )  # fmt: skip
