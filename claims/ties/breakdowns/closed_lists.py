"""A list closed by "and", after a whole whose name its first entry takes up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.knowledge import same_measure
from claims.labels import AMOUNTS, like
from claims.prose import Figure, Passage, Prose
from claims.ties.breakdowns.breakdown import OPEN_LIST, Breakdown
from claims.ties.roles import is_level

_LAST = re.compile(r",? and ")


def closed_list(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """Three entries or more and no other figure in their sentence; the whole stands in the one before."""
    parts = passage.figures
    if text.language != "en" or not passage.index or not _is_closed(parts, text):
        return
    if OPEN_LIST["en"].search(passage.text):
        return
    before = text.passages[passage.index - 1]
    head = parts[0].claim.measure.rpartition(" ")[2]
    if before.block != passage.block or not head:
        return
    for whole in reversed(before.figures):
        name = whole.claim.measure
        if not name or not like(whole.claim, parts[0].claim) or not is_level(whole, text.language):
            continue
        if head in name.split() or same_measure(head, name, text.language):
            cue = (passage.block, passage.start, parts[0].claim.local.start)
            yield Breakdown(whole, tuple(parts), "inferred", cue)
            return


def _is_closed(parts: list[Figure], text: Prose) -> bool:
    """Whether the figures are like levels without hedges, parted by commas and a last "and"."""
    if len(parts) < 3 or any(p.claim.quantity.kind not in AMOUNTS or p.claim.quantity.hedge for p in parts):
        return False
    if not _LAST.match(parts[-1].before) or not all(p.before.startswith(",") for p in parts[1:-1]):
        return False
    return all(like(p.claim, parts[0].claim) and is_level(p, text.language) for p in parts)
