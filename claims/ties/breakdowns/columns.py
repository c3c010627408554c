"""A figure, and beside it a run of like ones that make it, or would but for one slip of the hand.

Prose often sets a sum out with no word for it: a total, then its entries, a clause or a
sentence each. Runs of that build stand beside each other by chance too, so that the digits
must speak: what the run makes is the figure, or is one swapped, changed, dropped or doubled
digit away from it. With three digits or more that is hardly ever chance, and still no more
than a likelihood: what comes of it is for the editor to look at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from claims.labels import AMOUNTS, is_amount, kind_key, own_period
from claims.prose import Figure, Prose, in_list
from claims.ties.breakdowns.breakdown import Breakdown, is_part
from claims.ties.breakdowns.near_sums import has_scaled_part, is_slip_apart, is_whole_slipped, over, room
from claims.ties.near_misses import digits_of
from claims.ties.roles import direction, role
from claims.wordings import Wording

_TURN = Wording(zh=r"{turns_from_parts}|[12][0-9]{3}", en=r"\b{turns_from_parts}\b|\b(?:19|20)[0-9]{2}\b")
_REASON = Wording(en=r"\b(?:{gives_reason})\b")
_LEFT = Wording(zh=r"{left_over}", en=r"\b{leaving}\b")
"""What went and what is left are for another check."""
_LONGEST = {"zh": 45, "en": 110}
_LONGEST_REASON = 260
"""Code points between two entries, and between two changes: what each is due to is told beside it."""
_SENTENCES = 2
"""How far apart two entries may stand."""
_FEWEST, _MOST = 2, 8
_BACK = 8
"""Sentences before a list in which its whole may be told."""
_DIGITS = 3
"""Digits of a figure, and of what it should be, that are hardly ever a slip apart by chance."""
_DIGITS_OF_TWO = 4
_SMALLEST = Fraction(1, 500)
"""Share of the largest entry that each makes at least."""


class _Run(NamedTuple):
    whole: Figure
    parts: tuple[Figure, ...]


def columns(text: Prose, told: Collection[str]) -> Iterator[Breakdown]:
    """Runs that would make a figure but for a slip, of figures that are in none that does make one.

    `told` are the ids of figures whose whole words tell.
    """
    runs = [run for row in _rows(text) for run in _runs(row, text)]
    runs += _runs_of_totals(text)
    runs += _sentences(text)
    holding = [run for run in runs if _holds(run)]
    parts = {part.id for run in holding for part in run.parts} | set(told)
    wholes = {run.whole.id for run in holding}
    for run in sorted(filter(_would_hold, runs), key=_doubt):
        if run.whole.id not in wholes and not any(part.id in parts for part in run.parts):
            wholes.add(run.whole.id)
            parts |= {part.id for part in run.parts}
            yield _breakdown(run)


def _doubt(run: _Run) -> int:
    """How much speaks against the whole of a run being meant: that a part is larger, that it is a part which is off."""
    values = [part.claim.quantity.value or Fraction(0) for part in run.parts]
    is_smaller = (run.whole.claim.quantity.value or Fraction(0)) < max(values)
    return 2 * is_smaller + (not is_whole_slipped(run.parts, run.whole))


def _breakdown(run: _Run) -> Breakdown:
    at = run.whole.claim.local
    parts = tuple(sorted(run.parts, key=lambda figure: figure.index))
    return Breakdown(run.whole, parts, "inferred", (run.whole.passage.block, at.start, at.end), is_laid_out=True)


def _rows(text: Prose) -> Iterator[list[Figure]]:
    """Three like figures or more, each near the one before it with no turn between: levels, or changes one way."""
    open_rows: dict[tuple[tuple[str, str], str], list[Figure]] = defaultdict(list)
    for figure in text.figures:
        way = _way(figure, text)
        if way is None:
            continue
        row = open_rows[kind_key(figure.claim), way]
        if row and _is_apart(row[-1], figure, text):
            if len(row) > _FEWEST:
                yield row
            row = open_rows[kind_key(figure.claim), way] = []
        row.append(figure)
    yield from (row for row in open_rows.values() if len(row) > _FEWEST)


def _way(figure: Figure, text: Prose) -> str | None:
    """ "level", or the direction of a change; None for a figure that nothing is added to."""
    claim, q = figure.claim, figure.claim.quantity
    if text.ledger.draft.blocks[claim.block].table >= 0:
        return None  # a table says by its labels what adds up
    if q.kind not in AMOUNTS or q.value is None or q.value <= 0 or q.rounding == "fraction" or q.hedge:
        return None
    if q.kind == "number" and not claim.counted and q.value.denominator != 1:
        return None  # 8.31 may be a day
    told = role(figure, text.language)
    if told == "change":
        return direction(figure, text.language)
    return "level" if told == "level" and is_amount(claim) and claim.statistic != "rate" else None


def _is_apart(last: Figure, figure: Figure, text: Prose) -> bool:
    """Whether a long way, or words that turn to something else, stand between two figures."""
    here, there = figure.passage, last.passage
    if here.index - there.index > _SENTENCES or here.block - there.block > 1:
        return True
    start = last.claim.outer.end if here.block == there.block else here.start
    between = here.folded[start : figure.claim.outer.start]
    if role(figure, text.language) == "change":
        return len(between) > _LONGEST_REASON
    return len(between) > _LONGEST[text.language] or _TURN[text.language].search(between) is not None


def _runs(row: Sequence[Figure], text: Prose) -> Iterator[_Run]:
    """The first figure of a row with all the others, and the last; those that make it exactly wherever they stand."""
    for at, whole in enumerate(row):
        after, before = row[at + 1 : at + 1 + _MOST], row[max(0, at - _MOST) : at][::-1]
        yield from (run for run in _beside(whole, after, text) if _holds(run) or len(run.parts) == len(row) - 1)
        yield from (run for run in _beside(whole, before, text) if _holds(run) or len(run.parts) == len(row) - 1)


def _runs_of_totals(text: Prose) -> Iterator[_Run]:
    """The like figures just before or just after one that words call a total, a sentence or two from each other."""
    levels: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in text.figures:
        if _way(figure, text) == "level":
            levels[kind_key(figure.claim)].append(figure)
    for row in levels.values():
        for at, total in enumerate(row):
            if total.claim.statistic == "total":
                yield from _beside(total, _chain(total, row[max(0, at - _MOST) : at][::-1], text), text)
                yield from _beside(total, _chain(total, row[at + 1 : at + 1 + _MOST], text), text)


def _sentences(text: Prose) -> Iterator[_Run]:
    """All like levels of one sentence, three or more, with each figure of their kind told before them nearby."""
    told: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for passage in text.with_figures:
        here: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for figure in passage.figures:
            if _way(figure, text) == "level":
                here[kind_key(figure.claim)].append(figure)
        is_row = text.ledger.draft.blocks[passage.block].kind == "table-row"
        for kind, parts in here.items() if not is_row else ():
            if _FEWEST < len(parts) <= _MOST and not _has_whole(parts) and not _is_turned(parts, text):
                nearby = [f for f in told[kind][-_MOST:] if passage.index - f.passage.index <= _BACK]
                for whole in reversed(nearby):
                    yield from (run for run in _beside(whole, parts, text) if len(run.parts) == len(parts))
            told[kind] += parts


def _has_whole(figures: Sequence[Figure]) -> bool:
    """Whether the largest of some figures is what the others make."""
    values = [figure.claim.quantity.value or Fraction(0) for figure in figures]
    return 2 * max(values) == sum(values)


def _is_turned(parts: Sequence[Figure], text: Prose) -> bool:
    words = parts[0].passage.folded[parts[0].claim.outer.end : parts[-1].claim.outer.start]
    return _TURN[text.language].search(words) is not None


def _chain(start: Figure, row: Sequence[Figure], text: Prose) -> list[Figure]:
    """The figures of a row up to one that stands far from that before it, is a total or is held against one."""
    found, last = list[Figure](), start
    for figure in row:
        apart = abs(figure.passage.index - last.passage.index) > _SENTENCES
        if apart or figure.claim.statistic == "total" or _TURN[text.language].search(figure.left):
            break
        found.append(figure)
        last = figure
    return found


def _beside(whole: Figure, beside: Sequence[Figure], text: Prose) -> Iterator[_Run]:
    value = whole.claim.quantity.value
    assert value is not None
    parts = list[Figure]()
    for part in beside:
        told = part.claim.quantity.value
        assert told is not None
        if told == value or not _goes_with(part, whole, text):
            return
        parts.append(part)
        if len(parts) >= _FEWEST:
            yield _Run(whole, tuple(parts))


def _goes_with(part: Figure, whole: Figure, text: Prose) -> bool:
    if part.claim.mode != whole.claim.mode:
        return False
    times = own_period(part.claim), own_period(whole.claim)
    if (all(times) and times[0] != times[1]) or _LEFT[text.language].search(part.left):
        return False
    return role(part, text.language) == "change" or is_part(part, whole, text)


def _holds(run: _Run) -> bool:
    if all(digits_of(figure.claim.quantity.value or Fraction(0)) < _DIGITS for figure in (run.whole, *run.parts)):
        return False  # 2 and 3 are 5 by chance
    return abs(over(run.parts, run.whole)) <= room(run.parts, run.whole)


def _would_hold(run: _Run) -> bool:
    values = [part.claim.quantity.value or Fraction(0) for part in run.parts]
    if in_list(run.whole) or _REASON["en"].search(run.whole.left):
        return False  # one of several reasons for a change is no whole of the others
    after = max(run.parts, key=lambda part: part.index).next
    if after is not None and after.claim.quantity.value == -over(run.parts, run.whole):
        return False  # the entry after the last makes the sum
    if (
        max(values) > (run.whole.claim.quantity.value or 0)
        and not is_whole_slipped(run.parts, run.whole)
        and not has_scaled_part(run.parts, run.whole)
    ):
        return False
    if min(values) < max(values) * _SMALLEST:
        return False
    digits = _DIGITS if len(run.parts) > _FEWEST else _DIGITS_OF_TWO
    return is_slip_apart(run.parts, run.whole, digits)
