"""A row of entries: short labels, each with an amount like the first one's and perhaps its share."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from claims.labels import AMOUNTS, is_amount, like
from claims.prose import Figure
from claims.ties.breakdowns.breakdown import OPEN_LIST
from claims.ties.breakdowns.near_sums import is_slip_apart
from claims.ties.roles import is_level
from claims.wordings import Wording

_SHARE = Wording(zh=r"^[，,、(（]?\s*(?:约|各)?{share_of}[^，。；]{0,4}$", en=r"^,? (?:or|\() ?(?:about )?$|^ \($")
_TURN = Wording(zh=r"{ends_list}", en=r"\b{ends_list}\b")
_LONGEST = {"zh": 14, "en": 44}
_WORDS_AFTER = 12
"""Code points after the last entry that may still leave the list open."""
_RANGE = (Fraction(3, 5), Fraction(8, 5))
"""Entries that make less or more of a figure than this are hardly the parts of it."""

_DIGITS = 2
_NEAR = (Fraction(3, 4), Fraction(4, 3))


def entries_from(first: Figure, language: str) -> list[Figure]:
    """The figure and those like it that follow as entries of one row; the shares among them are left out."""
    found, at = [first], first.next
    while at is not None:
        if at.claim.quantity.kind == "percent" and _SHARE[language].match(at.before):
            at = at.next
            continue
        words = at.before
        if not may_be_entry(at, first, language) or len(words) > _LONGEST[language] or _TURN[language].search(words):
            break
        found.append(at)
        at = at.next
    return found


def may_be_entry(figure: Figure, first: Figure, language: str) -> bool:
    """Whether it is a plain level like the first entry."""
    claim = figure.claim
    if claim.quantity.kind not in AMOUNTS or claim.quantity.value is None or claim.quantity.rounding == "fraction":
        return False
    return like(claim, first.claim) and is_amount(claim) and is_level(figure, language)


def is_closed(entries: Sequence[Figure], language: str) -> bool:
    """Whether words leave no room for more: nothing like 等, and no figure like them later in the sentence."""
    first, last = entries[0], entries[-1]
    words = last.passage.folded[first.clause_start : last.claim.outer.end]
    after = last.passage.folded[last.claim.outer.end : last.passage.end][:_WORDS_AFTER]
    if OPEN_LIST[language].search(words) or OPEN_LIST[language].search(after):
        return False
    return not any(like(f.claim, first.claim) for f in last.passage.figures[last.position + 1 :])


def are_commensurate(entries: Sequence[Figure], whole: Figure) -> bool:
    """Whether the entries can be meant as all of the whole.

    They make neither a small part nor a multiple of it, or would not but for a slip of the hand.
    """
    return _makes(entries, whole, _RANGE) or is_slip_apart(entries, whole, _DIGITS)


def are_close(entries: Sequence[Figure], whole: Figure) -> bool:
    """The same for a whole that stands further off, and has to be told by its size from other wholes."""
    return _makes(entries, whole, _NEAR)


def _makes(entries: Sequence[Figure], whole: Figure, bounds: tuple[Fraction, Fraction]) -> bool:
    value = whole.claim.quantity.value
    made = sum((f.claim.quantity.value or Fraction(0) for f in entries), Fraction(0))
    return value is not None and value > 0 and bounds[0] <= made / value <= bounds[1]
