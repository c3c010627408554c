"""From a draft to its claims: read each block's quantities, then give them their coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from hashlib import blake2b

import msgspec

from claims.context import describe
from claims.draft import Block, Draft
from claims.grammar.fold import fold
from claims.grammar.setting import Setting
from claims.model import Claim, Ledger, Mention, Quantity, Span
from claims.prose import Prose
from claims.setting import setting_of

_CJK = re.compile(r"[㐀-鿿豈-﫿〇]")
_SPACE = re.compile(r"\s+")


def extract(draft: Draft, date: str = "") -> Ledger:
    """The claims of `draft` in reading order.

    `date` is the document's own date, ISO year or day, where the user gave it.
    """
    setting, source = setting_of(draft, date)
    claims: list[Claim] = []
    for number, block in enumerate(draft.blocks):
        for mention in mentions(block.text, setting):
            claims.append(_claim(draft, block, number, mention))
    bare = Ledger(draft=draft, claims=tuple(claims), date=setting.date, date_source=source)
    return msgspec.structs.replace(bare, claims=tuple(_named(_grained(_placed(bare)), draft)))


def mentions(text: str, setting: Setting) -> list[Mention]:
    """The quantities of one block; the grammar is chosen by the block's own writing."""
    if _CJK.search(text) or (setting.language == "zh" and not re.search(r"[A-Za-z]{3}", text)):
        from claims.grammar.chinese import scan
    else:
        from claims.grammar.english import scan
    return scan(text, setting)


def _claim(draft: Draft, block: Block, number: int, mention: Mention) -> Claim:
    start, end = block.source_span(mention.start, mention.end)
    return Claim(
        id=str(number) + ":" + str(mention.start),
        start=start,
        end=end,
        quote=draft.text[start:end],
        quantity=_as_written(mention.quantity, draft.text[start:end]),
        block=number,
        local=Span(mention.start, mention.end),
        outer=Span(mention.outer_start, mention.outer_end),
    )


def _as_written(q: Quantity, quote: str) -> Quantity:
    """The quantity with its unit and scale words in the draft's own script and width."""
    if quote.isascii() or not (q.unit_word or q.scale_word):
        return q
    bare = _SPACE.sub("", quote)
    folded = fold(bare)
    if folded == bare:
        return q
    changed = {}
    for name in ("unit_word", "scale_word"):
        word = _SPACE.sub("", getattr(q, name))
        at = folded.rfind(fold(word))
        if word and at >= 0:
            changed[name] = bare[at : at + len(word)]
    return msgspec.structs.replace(q, **changed) if changed else q


def _placed(ledger: Ledger) -> list[Claim]:
    """The claims with their coordinates, in their old order."""
    placed = {claim.id: claim for claim in ledger.claims}
    for passage in Prose(ledger).passages:
        for claim in describe(passage, ledger.draft.language):
            placed[claim.id] = claim
    return [placed[claim.id] for claim in ledger.claims]


def _grained(claims: list[Claim]) -> list[Claim]:
    """Claims with what only the whole draft tells of their rounding.

    Round figures share the finest grain of their unit: beside 200,000 and 3,720,000 a
    figure of 3,920,000 was hardly rounded to millions. A mean is rounded even when it
    shows a whole number.
    """
    finest: dict[tuple[str | None, str], Fraction] = {}
    for claim in claims:
        q = claim.quantity
        if q.rounding == "round":
            key = (q.unit, q.unit_word)
            finest[key] = min(finest.get(key, q.grain), q.grain)
    changed = []
    for claim in claims:
        q = claim.quantity
        if q.rounding == "round":
            q = msgspec.structs.replace(q, grain=finest[q.unit, q.unit_word])
        elif q.rounding == "exact" and claim.statistic in ("mean", "rate") and q.value is not None:
            q = msgspec.structs.replace(q, rounding="digit", step=q.step or Fraction(1))
        if q.kind == "number" and q.unit is None and claim.counted:
            q = msgspec.structs.replace(q, kind="count", unit="count")
        changed.append(claim if q is claim.quantity else msgspec.structs.replace(claim, quantity=q))
    return changed


def _named(claims: Iterable[Claim], draft: Draft) -> Iterable[Claim]:
    """Claims with ids from normalised content: what is measured, the figure, the words before it.

    A text that repeats itself to the letter numbers the repetitions.
    """
    seen: dict[str, int] = {}
    for claim in claims:
        text = draft.blocks[claim.block].text
        before = text[max(0, claim.local.start - 12) : claim.local.start]
        after = text[claim.local.end : claim.local.end + 6]
        content = "\x1f".join((claim.measure, claim.subject, _SPACE.sub("", claim.quote), before, after))
        name = "c" + blake2b(content.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:
            name = f"{name}-{seen[name]}"
        yield msgspec.structs.replace(claim, id=name)
