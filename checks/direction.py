"""The figures move against the word: a rise to less, a fall to more.

"Fell from 3.1 % to 3.4 %": either the word is wrong or one of the figures. Where an amount of
change stands beside the two levels, `difference` and `growth` look at all three.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks._judging.figures import quoted
from claims import units
from claims.interval import Interval, point
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.ties.moves import Move, moves
from claims.ties.roles import direction, role
from claims.ties.trios import change_between
from claims.ties.turns import Turn, turns
from claims.wordings import Wording

_WORD = Wording(
    zh=r"(?<![每公毫])(?:{plainly_up}|{plainly_down}|{more_than_base}|{less_than_base})",
    en=r"\b(?:{plainly_up}|{plainly_down}|{went_up}|{went_down}|{more_than_base}|{less_than_base}"
    r"|{surpassing}|{superlative_high}|{superlative_low})\b",
)
_REACH = 40


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each two levels that a word of direction leads from and to, or holds against one another."""
    text = prose(ledger)
    for move in moves(text):
        if not _is_told_by_change(move, text):
            yield _relation(move, text)
    for turn in turns(text):
        if turn.gain != turn.told:
            yield _turned(turn, text)


def _is_told_by_change(move: Move, text: Prose) -> bool:
    """Whether a change in that direction stands beside the two levels, so that another check looks at them."""
    language = text.language
    for change in move.new.passage.figures:
        if (
            change not in (move.new, move.old)
            and role(change, language) == "change"
            and direction(change, language) == move.way
        ):
            trio = change_between(change, text)
            if trio is not None and {trio.new, trio.old} == {move.new, move.old}:
                return True
    return False


def _relation(move: Move, text: Prose) -> Relation:
    new, old, way, basis = move
    sign = ">" if way == "up" else "<"
    a, b = quoted(old.claim), quoted(new.claim)
    bound = _bound(new, old)
    return Relation(
        check="", form="direction", terms=(new.id, old.id),
        coefficients=(Fraction(1), Fraction(0 if bound else -1)), constant=bound or point(Fraction(0)),
        operator=">=" if way == "up" else "<=", basis=basis, cue=_cue(new, old, text),
        note={
            "template": f"direction-{way}", "statement": f"{b} {sign} {a}", "from": a, "to": b,
            "arithmetic": f"{b} {'<' if way == 'up' else '>'} {a}",
        },
    )  # fmt: skip


def _turned(turn: Turn, text: Prose) -> Relation:
    """That a figure is a gain, or a loss, which its own words contradict."""
    figure, passage = turn.figure, turn.figure.passage
    words = text.ledger.draft.blocks[passage.block].text[slice(*turn.words)]
    shown = quoted(figure.claim)
    negative = (figure.claim.quantity.value or 0) < 0
    return Relation(
        check="", form="direction", terms=(figure.id,), coefficients=(Fraction(1 if turn.told or negative else -1),),
        operator=">=" if turn.gain else "<=", cue=(passage.block, *turn.words),
        note={"template": "turn", "statement": f"{words}: {shown}", "arithmetic": f"{words} ≠ {shown}",
              "turn": words, "figure": shown},
    )  # fmt: skip


def _bound(new: Figure, old: Figure) -> Interval | None:
    """A hedged old level as written, in the new one's unit; None for one without a hedge."""
    base, unit = old.claim.quantity, new.claim.quantity.unit
    if not base.hedge or base.value is None:
        return None
    if base.unit and unit and base.unit != unit and units.comparable(base.unit, unit):
        return point(base.value * units.factor(base.unit, unit))
    return point(base.value)


def _cue(new: Figure, old: Figure, text: Prose) -> tuple[int, int, int]:
    """The word of direction: between the two levels, else before the first."""
    first, last = sorted((new, old), key=lambda f: f.position)
    folded, block = first.passage.folded, first.passage.block
    between = first.claim.local.end, last.claim.local.start
    before = max(first.passage.start, first.claim.local.start - _REACH), first.claim.local.start
    after = last.claim.local.end, min(last.passage.end, last.claim.local.end + _REACH // 2)
    for start, end in (between, after, before) if text.language == "zh" else (between, before):
        found = list(_WORD[text.language].finditer(folded, start, end))
        if found:
            return block, found[-1].start(), found[-1].end()
    return (block, *between)
