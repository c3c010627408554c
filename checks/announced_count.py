"""A number of things is announced, and another number of things is named.

"Five bodies: A, B, C and D" names four. Lists that say they are open (等, including, such
as) may name fewer than they announce, but not more.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claims.enumerations import Enumeration, enumeration
from claims.interval import at_least, point
from claims.model import Ledger, Relation
from claims.prose import Figure, prose


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each announced number whose list stands directly before or after it."""
    text = prose(ledger)
    for passage in text.passages:
        for figure in passage.figures:
            found = enumeration(figure, text)
            if found is not None:
                yield _relation(figure, found, text.language)


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
