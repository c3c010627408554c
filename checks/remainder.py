"""What is said to be left is not what there was less what went.

"Of 1,450 tickets 1,180 are sold, leaving 370": 270 are left. The words must say that the
figure is what is left; of the two before it the larger is what there was.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claims.labels import like
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.ties.roles import role
from claims.ties.trios import is_each
from claims.wordings import Wording

_LEFT = Wording(
    zh=r"(?:(?P<sure>{left_over})|(?P<undone>{still_there}))(?:的?[^，,。；]{0,6})?$",
    en=r"\b(?:(?P<sure>{leaving})|(?P<undone>{still_has}))\b"
    r"(?: [a-z]+(?: [a-z]+){0,2} of| just| only| about| them| him| her| it| with)?\s*$",
)
_UNDONE = Wording(zh=r"^[^，。；]{0,8}{not_yet}", en=r"^ (?:[a-z]+ )?(?:{unspent})\b")
_WENT = Wording(zh=r"{has_gone}", en=r"\b(?:{has_gone})\b")
_FURTHER = Wording(zh=r"{something_else}", en=r"\b(?:{something_else})\b")
_NO_OTHER_THING = Wording(zh=r"^", en=r"^\s*(?:$|[,.;:)]|(?:{unspent}|to|in|on|for|at|over|of them|by)\b)")
_LEVELS = 2
_SIGNS = (Fraction(1), Fraction(-1), Fraction(-1))
_UNITS = ("money", "dimension", "count", "number")


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each figure of what is left after two of what there was and what went."""
    text = prose(ledger)
    for passage in text.with_figures:
        for figure in passage.figures:
            if figure.claim.quantity.kind in _UNITS and _is_left(figure, text.language):
                yield from _from(figure, text)


def _is_left(figure: Figure, language: str) -> bool:
    """Whether the words around the figure say that so much is left."""
    found = _LEFT[language].search(figure.left)
    if found is None:
        return False
    if found["undone"] and not _UNDONE[language].match(figure.right):
        return False
    return (
        figure.claim.quantity.kind not in ("count", "number")
        or _NO_OTHER_THING[language].match(figure.right) is not None
    )


def _from(left: Figure, text: Prose) -> Iterator[Relation]:
    """The two figures of the sentence before it; else the one there and the only one of the sentence before."""
    language, passage = text.language, left.passage
    own = _candidates(left, passage.figures[: left.position], language)
    basis, start = "stated", passage.start
    if len(own) == _LEVELS - 1 and passage.index:
        earlier = text.passages[passage.index - 1]
        told = _candidates(left, earlier.figures, language) if earlier.block == passage.block else []
        if len(told) != 1:
            return
        own, basis, start = [*told, *own], "inferred", told[0].clause_start
    if len(own) != _LEVELS:
        return
    words = passage.folded[start : left.claim.outer.start]
    since = passage.folded[own[0].claim.outer.end : left.claim.outer.start]
    if not _WENT[language].search(words) or _FURTHER[language].search(since):
        return
    high, low = sorted(own, key=lambda f: f.claim.quantity.value or 0, reverse=True)
    yield Relation(
        check="", form="difference", terms=(high.id, low.id, left.id), coefficients=_SIGNS, basis=basis,
        reason="remainder" if basis == "inferred" else "",
        cue=(passage.block, passage.start, left.claim.local.start),
    )  # fmt: skip


def _candidates(left: Figure, figures: list[Figure], language: str) -> list[Figure]:
    """Amounts of what is left, those for each of several and those of a change by their words aside."""
    return [
        f
        for f in figures
        if like(f.claim, left.claim) and f.claim.quantity.value is not None and not is_each(f)
        and not (role(f, language) == "change" and f.claim.quantity.direction != "up")
    ]  # fmt: skip
