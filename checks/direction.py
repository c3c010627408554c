"""The figures move against the word: a rise to less, a fall to more.

"Fell from 3.1 % to 3.4 %": either the word is wrong or one of the figures. Where an amount of
change stands beside the two levels, `difference` and `growth` look at all three.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks._figures import quoted
from claims.labels import comparable_levels
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.roles import direction, is_level, role
from claims.trios import change_between
from claims.wordings import Wording

_FROM = Wording(zh=r"(?:{change_from})[^，,；。]{0,16}$", en=r"\bfrom (?:about |around |just |a |the ){0,2}$")
_MOVED_TO = Wording(
    zh=r"^[^，,；。]{0,8}(?:(?P<up>{plainly_up})|{plainly_down})(?:了)?(?:{change_to})[^，,；。]{0,6}$",
    en=r"^(?:[a-z ]{0,24}) to (?:about |around |just |a |the ){0,2}$",
)
_MOVED_FROM = Wording(
    en=r"\b(?:(?P<up>{plainly_up})|{plainly_down})(?: [a-z]+ly)?(?: [a-z]+ [a-z]+)?,? (?:to |from )"
    r"(?:about |around |just |a |the ){0,2}$",
)
_UP_FROM = Wording(en=r"^[^.;]{0,40}, (?:(?P<up>up)|down)(?: [a-z]+)? from (?:about |around |just |a |the ){0,2}$")
_BEYOND = Wording(
    zh=r"^[，,]?(?:也|亦|均|都|仍)?(?:(?P<up>{more_than_base})|{less_than_base})[^，,；。的]{1,10}的$",
    en=r"^[^.;\d]{0,24}, (?:(?P<up>{more_than_base})|{less_than_base}) the $",
)
_WORD = Wording(
    zh=r"{plainly_up}|{plainly_down}|{more_than_base}|{less_than_base}",
    en=r"\b(?:{plainly_up}|{plainly_down}|{more_than_base}|{less_than_base})\b",
)
_REACH = 40
_BACKWARDS = Wording(zh=r"{runs_backwards}|[负负]", en=r"\b(?:{runs_backwards})\b|minus|below zero")
"""Of what a rise makes the number smaller: ranks, exchange rates; and of what is below zero."""


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each two levels of a sentence that a word of direction leads from and to."""
    text = prose(ledger)
    for passage in text.passages:
        if len(passage.figures) < 2 or _BACKWARDS[text.language].search(passage.text):
            continue
        for old in passage.figures:
            found = _move(old, text)
            if found is None:
                continue
            new, way = found
            if not _is_told_by_change(new, old, way, text):
                yield _relation(new, old, way, text)


def _move(old: Figure, text: Prose) -> tuple[Figure, str] | None:
    """The level that `old` moved to, and whether "up" or "down"."""
    language = text.language
    lead, tail = old.before, old.after
    after, before = old.next, old.previous
    if after is not None and _may_move(old, after, text) and _FROM[language].search(lead):
        if language == "zh":
            moved = _MOVED_TO["zh"].match(_words(old, after))
            return (after, "up" if moved["up"] else "down") if moved else None
        moved = _MOVED_FROM["en"].search(lead)
        if moved and _MOVED_TO["en"].match(tail):
            return after, "up" if moved["up"] else "down"
    if before is None or not _may_move(old, before, text):
        return None
    if language == "en" and _FROM["en"].search(lead):
        moved = _UP_FROM["en"].match(lead)
        if moved is None and lead.strip() == "from":
            moved = _MOVED_FROM["en"].search(before.before)
        if moved:
            return before, "up" if moved["up"] else "down"
    beyond = _BEYOND[language].match(lead)
    return (before, "up" if beyond["up"] else "down") if beyond and role(old, language) == "base" else None


def _words(first: Figure, last: Figure) -> str:
    """What stands between two figures, with the word of direction that the grammar took into the second."""
    return first.passage.words(first.claim.outer.end, last.claim.local.start)


def _may_move(old: Figure, new: Figure, text: Prose) -> bool:
    """Whether both are plain levels of one kind, told without a hedge."""
    a, b = old.claim, new.claim
    if not comparable_levels(a, b) or a.quantity.kind in ("multiple", "age") or b.quantity.hedge or a.quantity.hedge:
        return False
    if a.quantity.value is None or b.quantity.value is None:
        return False
    return role(new, text.language) != "change" or is_level(new, text.language)


def _is_told_by_change(new: Figure, old: Figure, way: str, text: Prose) -> bool:
    """Whether a change in that direction stands beside the two levels, so that another check looks at them."""
    for change in new.passage.figures:
        if (
            change not in (new, old)
            and role(change, text.language) == "change"
            and direction(change, text.language) == way
        ):
            trio = change_between(change, text)
            if trio is not None and {trio.new, trio.old} == {new, old}:
                return True
    return False


def _relation(new: Figure, old: Figure, way: str, text: Prose) -> Relation:
    sign = ">" if way == "up" else "<"
    a, b = quoted(old.claim), quoted(new.claim)
    return Relation(
        check="", form="direction", terms=(new.id, old.id), coefficients=(Fraction(1), Fraction(-1)),
        operator=">=" if way == "up" else "<=", cue=_cue(new, old, text),
        note={
            "template": f"direction-{way}", "statement": f"{b} {sign} {a}", "from": a, "to": b,
            "arithmetic": f"{b} {'<' if way == 'up' else '>'} {a}",
        },
    )  # fmt: skip


def _cue(new: Figure, old: Figure, text: Prose) -> tuple[int, int, int]:
    """The word of direction: between the two levels, else before the first."""
    first, last = sorted((new, old), key=lambda f: f.position)
    folded, block = first.passage.folded, first.passage.block
    between = first.claim.local.end, last.claim.local.start
    before = max(first.passage.start, first.claim.local.start - _REACH), first.claim.local.start
    for start, end in (between, before):
        found = list(_WORD[text.language].finditer(folded, start, end))
        if found:
            return block, found[-1].start(), found[-1].end()
    return (block, *between)
