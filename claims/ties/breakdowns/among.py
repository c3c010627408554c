"""已批個案中，完工1,120宗、施工中612宗、尚未動工172宗: all of what was told under a name before."""

from __future__ import annotations

from collections.abc import Iterator

from claims.knowledge import partition_of
from claims.labels import names
from claims.prose import Passage, Prose
from claims.ties.breakdowns.breakdown import Breakdown
from claims.ties.breakdowns.entries import are_commensurate, entries_from, is_closed, may_be_entry
from claims.ties.breakdowns.partitions import told_as
from claims.wordings import Wording

_AMONG = Wording(zh=r"(?:^|[。；;，])(?P<base>[㐀-鿿]{2,10}?)(?:{among})(?=[，,]|[㐀-鿿]{1,8}$)")
_FEWEST = 3


def among_named(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """Three closed entries or more, or a partition, after the name of their whole."""
    for first in passage.figures:
        if first.previous is not None and "。；;".find(first.before[:1]) < 0:
            continue
        cue = _AMONG[text.language].search(first.before.strip())
        if cue is None or not may_be_entry(first, first, text.language):
            continue
        parts = entries_from(first, text.language)
        whole = told_as(cue["base"], first, text)
        if whole is None or whole in parts or not is_closed(parts, text.language):
            continue
        stated = len(parts) > 1 and partition_of([names(p, text.language) for p in parts], text.language)
        if stated or (len(parts) >= _FEWEST and are_commensurate(parts, whole)):
            at = (passage.block, first.clause_start, first.claim.local.start)
            yield Breakdown(whole, tuple(parts), "stated" if stated else "inferred", at, is_laid_out=not stated)
