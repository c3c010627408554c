"""From a draft to its claims: read each block's quantities, then give them their coordinates."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from functools import lru_cache
from hashlib import blake2b

import msgspec

from claims.cells import mentions_of
from claims.context import NOWHERE, Coordinates, Reading
from claims.draft import Block, Draft
from claims.grammar.fold import fold
from claims.grammar.setting import Setting
from claims.model import Claim, Ledger, Mention, Quantity, Span
from claims.prose import Figure, Passage, Prose, complete
from claims.setting import setting_of
from claims.sharing import shared

_LATIN = re.compile(r"[A-Za-z]")
_CJK = re.compile(r"[㐀-鿿豈-﫿〇]")
_SPACE = re.compile(r"\s+")
_TOGETHER = 64
"""Blocks of which one step is done before the next begins, as a processor repeats what it has just done faster."""
_ROUND = 1000
"""From where on an integer that ends in zeros may be a rounded one."""
_DIGEST = blake2b(digest_size=6)
"""Of nothing yet; a copy takes less time than another of the same size."""


def extract(draft: Draft, date: str = "") -> Ledger:
    """The claims of `draft` in reading order.

    `date` is the document's own date, ISO year or day, where the user gave it.
    """
    setting, source = setting_of(draft, date)
    with _without_collection():
        laid, claims = Prose(draft.language), list[Claim]()
        names: dict[str, int] = {}
        reading = Reading(draft.language)
        for first in range(0, len(draft.blocks), _TOGETHER):
            batch = list(enumerate(draft.blocks[first : first + _TOGETHER], first))
            folded = [fold(block.text) for _, block in batch]
            read = [
                _bare(draft, block, number, _mentions(draft, number, setting, text))
                for (number, block), text in zip(batch, folded, strict=True)
            ]
            for (number, block), text, bare in zip(batch, folded, read, strict=True):
                passages = laid.add(number, text, bare, len(claims))
                if bare:
                    placed = reading.block(number, block.kind, block.text, passages)
                    claims += _completed(bare, len(claims), passages, placed, block.text, names)
        _share_grains(laid.figures, claims)
        _share_digits(draft, laid.figures, claims)
        ledger = Ledger(draft=draft, claims=tuple(claims), date=setting.date, date_source=source)
        complete(laid, ledger)
    return ledger


@contextmanager
def _without_collection() -> Iterator[None]:
    """No search for garbage meanwhile: all that is built is kept, and going through it again and again is a third
    of the time that a long draft takes. What was built then counts as old, or all of it would be searched at once."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
        gc.unfreeze()


def mentions(text: str, setting: Setting, folded: str | None = None) -> list[Mention]:
    """The quantities of one block; the grammar is chosen by the block's own writing.

    `folded` is the folded text, where the caller has it.
    """
    if _is_chinese(text, setting.language):
        from claims.grammar import chinese

        return chinese.scan(text, setting, folded)
    from claims.grammar import english

    return english.scan(text, setting)


def _mentions(draft: Draft, number: int, setting: Setting, folded: str) -> list[Mention]:
    """The quantities of a block, those of a table row cell by cell."""
    block = draft.blocks[number]
    if not block.cells:
        return mentions(block.text, setting, folded)
    from claims.grammar import english

    heads = number == 0 or draft.blocks[number - 1].table != block.table
    return mentions_of(block, lambda text: english.scan(text, setting), lambda text: mentions(text, setting), heads)


def _is_chinese(text: str, language: str) -> bool:
    """Whether a block is Chinese: a name in characters does not make an English sentence so."""
    if _CJK.search(text) is None:
        return language == "zh" and re.search(r"[A-Za-z]{3}", text) is None
    if text.count(" ") * 4 < len(text) // 3:
        return True
    characters = len(_CJK.findall(text))
    return characters * (6 if language == "zh" else 4) >= len(_LATIN.findall(text))


def _bare(draft: Draft, block: Block, number: int, found: list[Mention]) -> list[Claim]:
    """The claims of a block without their coordinates and their ids."""
    text, whole, shift = draft.text, len(block.starts) == 1, block.sources[0] - block.starts[0]
    bare: list[Claim] = []
    for mention in found:
        first, last, quantity = mention.start, mention.end, mention.quantity
        if whole:
            start, end = first + shift, last + shift
        else:
            start, end = block.source_span(first, last)
        quote = text[start:end]
        if not quote.isascii():
            quantity = _as_written(quantity, quote)
        local = outer = Span(first, last)
        outer_first, outer_last = mention.outer_start, mention.outer_end
        if outer_first != first or outer_last != last:
            outer = Span(outer_first, outer_last)
        bare.append(Claim("", start, end, quote, shared(quantity, quote), number, local, outer))
    return bare


def _as_written(q: Quantity, quote: str) -> Quantity:
    """The quantity with its unit and scale words in the draft's own script and width."""
    unit, scale = q.unit_word, q.scale_word
    if unit in quote and scale in quote:
        return q
    written = _words_as_written(quote.lstrip("0123456789.,"), unit, scale)
    return q if written == (unit, scale) else msgspec.structs.replace(q, unit_word=written[0], scale_word=written[1])


@lru_cache(maxsize=1024)
def _words_as_written(quote: str, unit: str, scale: str) -> tuple[str, str]:
    """The two words as they stand in the quote; few are used in a draft, and each many times."""
    bare = _SPACE.sub("", quote)
    folded = fold(bare)
    found = []
    for name in (unit, scale):
        word = _SPACE.sub("", name)
        at = folded.rfind(fold(word)) if word else -1
        found.append(bare[at : at + len(word)] if at >= 0 else name)
    return found[0], found[1]


def _completed(
    bare: list[Claim],
    first: int,
    passages: list[Passage],
    placed: list[list[Coordinates]],
    text: str,
    names: dict[str, int],
) -> list[Claim]:
    """The claims of a block with their coordinates and ids, which take the place of the bare ones in its passages.

    `first` is the place of the first of them among all claims; `names` counts the ids given.
    """
    places = [NOWHERE] * len(bare)
    for passage, coordinates in zip(passages, placed, strict=True):
        for figure, found in zip(passage.figures, coordinates, strict=True):
            places[figure.index - first] = found
    done = [_placed(claim, at, text, names) for claim, at in zip(bare, places, strict=True)]
    for passage in passages:
        for figure in passage.figures:
            figure.claim = done[figure.index - first]
    dates = [claim for claim in done if claim.quantity.kind == "date"]
    dated = 0
    for passage in passages if dates else ():
        if passage.dates:
            passage.dates[:] = dates[dated : dated + len(passage.dates)]
            dated += len(passage.dates)
    return done


def _placed(claim: Claim, at: Coordinates, text: str, names: dict[str, int]) -> Claim:
    """The claim with its coordinates, and with an id from normalised content: what is measured, the figure, the
    words around it; a figure whose content was there before has a number behind."""
    local, quote, q = claim.local, claim.quote, claim.quantity
    measure, subject, statistic = at.measure, at.subject, at.statistic
    start, end = local.start, local.end
    shown = quote if quote.isprintable() and " " not in quote else "".join(quote.split())
    before = text[start - 12 : start] if start > 12 else text[:start]
    content = f"{measure}\x1f{subject}\x1f{shown}\x1f{before}\x1f{text[end : end + 6]}"
    digest = _DIGEST.copy()
    digest.update(content.encode("utf-8", "surrogatepass"))
    name = "c" + digest.hexdigest()
    if name in names:
        count = names[name] = names[name] + 1
        name = f"{name}-{count}"
    else:
        names[name] = 1
    counted = at.counted
    if counted or statistic == "mean" or statistic == "rate":
        q = _seen_in(at, q, quote)
    return Claim(
        name, claim.start, claim.end, quote, q, claim.block, local, claim.outer,
        statistic, measure, counted, subject, at.period, at.scope, at.mode, at.evidence,
    )  # fmt: skip


def _seen_in(at: Coordinates, q: Quantity, quote: str) -> Quantity:
    """The quantity with what only its place tells: a mean is rounded even when it shows a whole number."""
    seen = q
    if q.rounding == "exact" and at.statistic in ("mean", "rate") and q.value is not None:
        seen = msgspec.structs.replace(seen, rounding="digit", step=q.step or Fraction(1))
    if at.counted and q.kind == "number" and q.unit is None:
        seen = msgspec.structs.replace(seen, kind="count", unit="count")
    return q if seen is q else shared(seen, quote)


def _share_grains(figures: Iterable[Figure], claims: list[Claim]) -> None:
    """Give round figures the finest grain of their unit, in place.

    Beside 200,000 and 3,720,000 a figure of 3,920,000 was hardly rounded to millions.
    """
    rounded = [figure for figure in figures if figure.claim.quantity.rounding == "round"]
    finest: dict[tuple[str | None, str], Fraction] = {}
    for q in (figure.claim.quantity for figure in rounded):
        key = (q.unit, q.unit_word)
        if key not in finest or q.grain < finest[key]:
            finest[key] = q.grain
    for figure in rounded:
        q = figure.claim.quantity
        grain = finest[q.unit, q.unit_word]
        if grain != q.grain:
            quantity = msgspec.structs.replace(q, grain=grain)
            figure.claim = claims[figure.index] = msgspec.structs.replace(figure.claim, quantity=quantity)


def _share_digits(draft: Draft, figures: Iterable[Figure], claims: list[Claim]) -> None:
    """Take a round figure of a table for exact where others beside it are told to the last digit, in place.

    A column is told to one digit throughout: 1,200 beside 1,137 is not rounded to hundreds.
    """
    told: dict[int, list[Figure]] = {}
    for figure in figures:
        block = draft.blocks[figure.claim.block]
        if block.table >= 0 and block.cells and figure.claim.quantity.scale == 1:
            told.setdefault(block.table, []).append(figure)
    for rows in told.values():
        if any(
            f.claim.quantity.rounding == "exact" and abs(f.claim.quantity.value or Fraction(0)) >= _ROUND for f in rows
        ):
            for figure in rows:
                q = figure.claim.quantity
                if q.rounding == "round":
                    quantity = msgspec.structs.replace(q, rounding="exact", grain=q.step)
                    figure.claim = claims[figure.index] = msgspec.structs.replace(figure.claim, quantity=quantity)
