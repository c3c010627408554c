"""An opening stock, what came in and what went out do not make the closing stock.

Opening 5, plus 3, less 1 makes 7, not 8. Every figure of the kind between the two stocks
must be told as coming in or going out, or nothing is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, takewhile

from claims.labels import is_amount, like
from claims.model import Ledger, Relation
from claims.prose import Figure, Passage, Prose, prose
from claims.ties.roles import role
from claims.wordings import Wording

_OPENING = Wording(
    zh=r"{stock_opening}(?:(?!{came_in}|{went_out})[^，。；、：]){0,8}$",
    en=r"\b(?:{stock_opening})(?: [a-z]+){0,3} (?:{stood} )?$|\b(?:{stock_began})(?: the [a-z]+)? with $",
)
_CLOSING = Wording(
    zh=r"(?<![上去前]){stock_closing}(?:(?!{came_in}|{went_out})[^，。；、：]){0,8}$",
    en=r"\b(?:{stock_closing})(?: [a-z]+){0,3} (?:{stood} )?$"
    r"|\b(?:{stock_ended})(?: the [a-z]+)? (?:with|at|on) $|\bclosed at $",
)
_OPENING_AFTER = Wording(en=r"^[^,;.]{0,30}\b(?:{opening_after})\b")
_CLOSING_AFTER = Wording(en=r"^[^,;.]{0,30}\b(?:{closing_after})\b")
_FLOW = Wording(zh=r"(?P<in>{came_in})|(?P<out>{went_out})", en=r"\b(?:(?P<in>{came_in})|(?P<out>{went_out}))\b")
_FLOW_AFTER = Wording(en=r"^ (?:[a-z]+ )?(?:were |have |had )?(?:(?P<in>{came_in_after})|(?P<out>{went_out_after}))\b")
_ENDS = Wording(zh=r"(?:{stock_now})[^，。；、：]{0,6}$", en=r"\b(?:{stock_left})(?: [a-z]+){0,3} $")
_CHANGED = Wording(zh=r"^[，,]?(?:后|之后)[，,]?(?:{stock_after})$")
_LEADS_TO = Wording(zh=r"[至到]", en=r" to ")
_FEWEST = 2
_MOST_FLOWS = 8
_SENTENCES = 3


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each opening stock whose closing stock follows in its paragraph."""
    text = prose(ledger)
    for number, passage in enumerate(text.passages):
        for figure in passage.figures:
            if _is_stock(figure, text) and _cue(figure, _OPENING, _OPENING_AFTER, text):
                yield from _from(figure, text.passages[number : number + _SENTENCES], text)
        if len(passage.figures) > _FEWEST:
            yield from _in_sentence(passage, text)


def _is_stock(figure: Figure, text: Prose) -> bool:
    claim = figure.claim
    return claim.quantity.kind in _KINDS and is_amount(claim)


_KINDS = ("count", "number", "money", "dimension")


def _cue(figure: Figure, before: Wording, after: Wording, text: Prose) -> re.Match[str] | None:
    """The words themselves are searched: a date such as 年初 is one of them."""
    passage, own = figure.passage, figure.claim.outer
    start = max(figure.clause_start, figure.previous.claim.outer.end if figure.previous else 0)
    end = min(figure.clause_end, figure.next.claim.outer.start if figure.next else figure.clause_end)
    lead, rest = passage.folded[start : own.start], passage.folded[own.end : end]
    return before[text.language].search(lead) or after[text.language].match(rest)


def _from(opening: Figure, passages: Sequence[Passage], text: Prose) -> Iterator[Relation]:
    block = takewhile(lambda p: p.block == opening.passage.block, passages)
    flows: list[tuple[Figure, int]] = []
    for figure in (f for p in block for f in p.figures if f.index > opening.index):
        if not like(figure.claim, opening.claim) or figure.claim.quantity.value is None:
            continue
        if _cue(figure, _OPENING, _OPENING_AFTER, text) or len(flows) > _MOST_FLOWS:
            return
        if _cue(figure, _CLOSING, _CLOSING_AFTER, text) or _ends_here(figure, text):
            if flows:
                yield _relation(opening, flows, figure)
            return
        sign = _sign(figure, text)
        if sign == 0:
            return
        flows.append((figure, sign))


def _sign(figure: Figure, text: Prose) -> int:
    """1 for what came in, -1 for what went out by the last word before it that says so, 0 when none does."""
    if figure.claim.quantity.direction:
        return 1 if figure.claim.quantity.direction == "up" else -1
    found = [m for m in _FLOW[text.language].finditer(figure.left)]
    after = _FLOW_AFTER[text.language].match(figure.right)
    if after is not None:
        return 1 if after["in"] else -1
    if not found:
        return 0
    return 1 if found[-1]["in"] else -1


def _in_sentence(passage: Passage, text: Prose) -> Iterator[Relation]:
    """The two stocks of one sentence, all other figures of which came in or went out.

    They are those that something went from and to, or the first figure and the one which the words say is left.
    """
    pair = _ends(passage, text)
    if pair is None:
        yield from _after_change(passage, text)
        return
    opening, closing = pair
    flows: list[tuple[Figure, int]] = []
    for figure in passage.figures:
        if figure in pair or not like(figure.claim, opening.claim):
            continue
        sign = _sign(figure, text) if figure.claim.quantity.value is not None else 0
        if sign == 0 or len(flows) > _MOST_FLOWS:
            return
        flows.append((figure, sign))
    if len({sign for _, sign in flows}) == 2:
        yield _relation(opening, flows, closing)


def _after_change(passage: Passage, text: Prose) -> Iterator[Relation]:
    """藏書21,400冊，今年增加1,600冊後達23,000冊: a stock, one change and the stock after it."""
    for opening, change in pairwise(passage.figures):
        closing = change.next
        if (
            closing is None
            or role(opening, text.language) != "level"
            or not _CHANGED[text.language].match(change.after)
        ):
            continue
        alike = like(opening.claim, change.claim) and like(opening.claim, closing.claim)
        if alike and _is_stock(opening, text) and closing.claim.quantity.value is not None and _sign(change, text):
            yield _relation(opening, [(change, _sign(change, text))], closing)


def _ends(passage: Passage, text: Prose) -> tuple[Figure, Figure] | None:
    figures = [f for f in passage.figures if _is_stock(f, text) and f.claim.quantity.value is not None]
    for old, new in pairwise(figures):
        if new.previous is old and role(old, text.language) == "base" and role(new, text.language) == "level":
            led = _LEADS_TO[text.language].search(passage.folded, old.claim.outer.end, new.claim.local.start)
            if led is not None and like(old.claim, new.claim):
                return old, new
    if len(figures) <= _FEWEST or _sign(figures[0], text) or _cue(figures[0], _OPENING, _OPENING_AFTER, text):
        return None
    last = figures[-1]
    if like(last.claim, figures[0].claim) and _ENDS[text.language].search(last.left) and not _sign_before(last, text):
        return figures[0], last
    return None


def _ends_here(figure: Figure, text: Prose) -> bool:
    return text.language == "en" and _ENDS["en"].search(figure.left) is not None


def _sign_before(figure: Figure, text: Prose) -> bool:
    return _FLOW[text.language].search(figure.left) is not None


def _relation(opening: Figure, flows: Sequence[tuple[Figure, int]], closing: Figure) -> Relation:
    """The stock at the end of what all flows leave; with flows one way only, others may be untold."""
    terms = (opening, *(figure for figure, _ in flows), closing)
    both = len({sign for _, sign in flows}) == 2
    quotes = [opening.claim.quote.strip()]
    quotes += [f"{'+' if sign > 0 else '−'} {figure.claim.quote.strip()}" for figure, sign in flows]
    made = " ".join(" ".join(quotes).split())
    return Relation(
        check="", form="flow", terms=tuple(t.id for t in terms),
        coefficients=(Fraction(1), *(Fraction(sign) for _, sign in flows), Fraction(-1)),
        basis="stated" if both else "inferred", reason="stock",
        cue=(opening.passage.block, opening.claim.local.start, opening.claim.local.end),
        note={"made": made, "statement": f"{made} = {' '.join(closing.claim.quote.split())}"},
    )  # fmt: skip
