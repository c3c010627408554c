"""Names in the draft's own script: they are read folded, and given as the draft writes them."""

from __future__ import annotations

import msgspec

from claims.context.coordinates import Coordinates
from claims.prose import Passage


def as_written(at: Coordinates, passage: Passage, text: str) -> Coordinates:
    """The coordinates with their names as they stand in `text`, the passage's block as written."""
    folded = passage.folded
    if folded == text:
        return at
    changed = {
        column: _cut(name, passage, text)
        for column in ("measure", "counted", "subject", "scope")
        if (name := getattr(at, column)) and not name.isascii()
    }
    if not changed:
        return at
    evidence = {
        column: msgspec.structs.replace(e, words=_cut(e.words, passage, text)) for column, e in at.evidence.items()
    }
    return msgspec.structs.replace(at, evidence=evidence, **changed)


def _cut(name: str, passage: Passage, text: str) -> str:
    """The name as it stands last in the passage; one put together from several places character by character."""
    at = passage.folded.rfind(name, passage.start, passage.end)
    if at >= 0:
        return text[at : at + len(name)]
    written = dict(zip(passage.folded[passage.start : passage.end], text[passage.start : passage.end], strict=True))
    return "".join(written.get(char, char) for char in name)
