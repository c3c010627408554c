"""Two parts imply one whole twice, differently.

Ten members are 50 % of all members and six are 20 %: the first makes it 20 members, the
second 30. The whole itself need not be told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from checks._judging.figures import quoted, write
from claims.interval import Interval
from claims.labels import kind_key
from claims.model import Ledger, Quantity, Relation
from claims.prose import Figure, Prose, prose
from claims.readings import bounds, truncated
from claims.ties.bare_shares import bare_share, confirmed, in_bracket, in_turn, listed, part_of, respective
from claims.ties.breakdowns import wholes
from claims.ties.roles import is_level
from claims.ties.shares import part_and_base, share_between
from claims.wordings import Wording

_VAGUE = Wording(zh=r"^(?:{whole}|{total_of})$", en=r"^(?:the|all) (?:the )?{any_whole}$")
"""A whole without a name, which may be another for every part."""
_IN_TURN = Wording(zh=r"{respectively}", en=r"\brespectively\b")
_SHARED_RATE = Wording(zh=r"(?P<rate>{share_of_one_whole}){is_share}?$")
_OWNED = Wording(zh=r"^{owned}", en=r"['’]")
_OF_SOMEBODY = Wording(zh=r"^{of_somebody}$", en=r"\b{of_somebody}$")
"""A whole that each of those spoken of has one of."""
_SENTENCES = 1
_ONE = Fraction(1)


class _Told(NamedTuple):
    """A part with its share, and the name of the whole; "" where it goes without one."""

    part: Figure
    share: Figure
    base: str
    listed: bool = False
    """Whether only its place in a list of shares says that the whole is that of the one before."""
    owned: bool = False
    """Whether the name is that of a whole of which each who is spoken of has one."""


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each two shares, in one sentence or two, of a whole that goes by the same name."""
    text = prose(ledger)
    before: _Told | None = None
    for figure in text.figures:
        q = figure.claim.quantity
        if q.unit != "percent" or not q.value or q.direction is not None:
            continue
        now = _told(figure, before, text)
        if now is None:
            continue
        if before is not None and _of_one_whole(before, now):
            known = wholes(ledger)
            if not all(_is_known(told.share, text, known) for told in (before, now)):
                yield from _relation(before, now, vague=_VAGUE[text.language].search(now.base) is not None)
        before = now
    known = wholes(ledger)
    for passage in text.with_figures:
        if not any(respective(passage, text, known)):
            for parts, shares in in_turn(passage, text):
                told = [_Told(part, share, "", listed=True) for part, share in zip(parts, shares, strict=True)]
                for a, b in pairwise(told):
                    yield from _relation(a, b, vague=False)


def _told(share: Figure, before: _Told | None, text: Prose) -> _Told | None:
    """What a share is of, by name; in a list by the name of its rate, or without one as its neighbours are."""
    language = text.language
    named = part_and_base(share, language)
    if named is not None:
        if _OWNED[language].search(named[1]):
            return None
        return _Told(named[0], share, named[1], owned=_OF_SOMEBODY[language].search(named[1]) is not None)
    loose = part_and_base(share, language, any_name=True) if language == "en" else None
    if loose is not None:
        return _Told(loose[0], share, loose[1], owned=True)
    rate = _SHARED_RATE[language].search(share.left)
    part = share.previous
    if rate is not None and part is not None and is_level(part, language):
        return _Told(part, share, rate["rate"], listed=True)
    part = part_of(share, text)
    if part is None or in_bracket(share, language):
        return None  # in a bracket it may be a rate of each group
    last = before if before is not None and before.share.passage is share.passage else None
    return _Told(part, share, last.base if last is not None else "", listed=True)


def _is_known(share: Figure, text: Prose, known: dict[str, Figure]) -> bool:
    """Whether the whole itself is told, so that the share is looked at by itself."""
    if share_between(share, text, known) is not None or bare_share(share, text, known) is not None:
        return True
    pairs = listed(share.passage, text)
    return any(share is told for _, told in pairs) and confirmed(pairs, text) is not None


def _of_one_whole(a: _Told, b: _Told) -> bool:
    """Whether two parts of one kind are told at one time of a whole with one name."""
    first, second = a.part.claim, b.part.claim
    listing = a.listed or b.listed
    if b.owned or (a.owned and not b.listed):
        return False
    if listing and (a.part.passage is not b.part.passage or _IN_TURN.either.search(a.part.passage.text)):
        return False
    return (
        a.base == b.base
        and kind_key(first) == kind_key(second)
        and first.mode == second.mode
        and (first.period == second.period or not (first.period and second.period))
        and a.part.passage.block == b.part.passage.block
        and b.part.passage.index - a.part.passage.index <= _SENTENCES
        and a.part is not b.part
    )


def _relation(a: _Told, b: _Told, vague: bool) -> Iterator[Relation]:
    """The second part as its share of the whole that follows from the first."""
    listing = a.listed or b.listed
    counted = a.part.claim.quantity.kind == "count" and a.part.claim.counted == b.part.claim.counted != ""
    if vague and not listing and not counted:
        return
    figures = (b.part, b.share, a.part, a.share)
    try:
        expected, cut = _expected(a, b, bounds), _expected(a, b, truncated)
    except (ZeroDivisionError, ValueError):
        return
    part = b.part.claim.quantity
    only_cut = bounds(part).intersect(expected) is None and truncated(part).intersect(cut) is not None
    made = [_whole(told, a.part.claim.quantity) for told in (a, b)]
    first, second = (f"{quoted(t.part.claim)} / {quoted(t.share.claim)}" for t in (a, b))
    yield Relation(
        check="", form="implied-whole", terms=tuple(f.id for f in figures),
        coefficients=(_ONE, *([Fraction(0)] * 3)), constant=expected,
        basis="inferred" if only_cut else "stated", reason="whole",
        presumed="whole" if vague or only_cut or listing else "",
        cue=(b.part.passage.block, b.part.claim.local.start, b.share.claim.local.end),
        note={
            "a": quoted(a.part.claim), "p": quoted(a.share.claim),
            "b": quoted(b.part.claim), "q": quoted(b.share.claim),
            "first": made[0], "second": made[1], "base": b.base, "statement": f"{first} = {second}",
            "arithmetic": f"{first} = {made[0]} ≠ {second} = {made[1]}",
            "remark": "truncation" if only_cut else "",
        },
    )  # fmt: skip


def _expected(a: _Told, b: _Told, reading: Callable[[Quantity], Interval]) -> Interval:
    first, p, q = (reading(f.claim.quantity) for f in (a.part, a.share, b.share))
    return first.divide(p).times(q)


def _whole(told: _Told, like: Quantity) -> str:
    """The whole that follows, written in the way of another figure of its kind."""
    part, share = told.part.claim.quantity, told.share.claim.quantity
    assert part.value is not None and share.value
    return write(part.value * 100 / share.value, like)
