"""Names in the draft's own script: they are read folded, and given as the draft writes them."""

from __future__ import annotations

from claims.context.coordinates import Coordinates
from claims.model import Evidence
from claims.prose import Passage


class Script:
    """How the names read in one block are written there."""

    __slots__ = ("_folded", "_text", "_written", "plain")

    def __init__(self, text: str, folded: str) -> None:
        self._text, self._folded = text, folded
        self.plain = text == folded
        """Whether nothing is written otherwise than it is read."""
        self._written: dict[str, str] = {}

    def given(self, at: Coordinates, passage: Passage) -> Coordinates:
        """The coordinates with their names as they stand in the block; they give up their evidence to these."""
        known, evidence = self._written.get, at.evidence
        measure, subject, counted, scope = at.measure, at.subject, at.counted, at.scope
        if measure:
            name, measure = measure, known(measure) or self._cut(measure, passage)
            if measure != name:
                evidence["measure"] = Evidence(measure, evidence["measure"].source)
        if subject:
            name, subject = subject, known(subject) or self._cut(subject, passage)
            if subject != name:
                evidence["subject"] = Evidence(subject, evidence["subject"].source)
        if counted:
            counted = known(counted) or self._cut(counted, passage)
        if scope:
            scope = known(scope) or self._cut(scope, passage)
        return Coordinates(at.statistic, measure, counted, subject, at.period, scope, at.mode, evidence)

    def _cut(self, name: str, passage: Passage) -> str:
        """The name as it stands in the passage; one put together from several places character by character."""
        at = self._folded.rfind(name, passage.start, passage.end)
        if at >= 0:
            written = self._text[at : at + len(name)]
        else:
            signs = dict(zip(self._folded, self._text, strict=True))
            written = "".join(signs.get(char, char) for char in name)
        self._written[name] = written
        return written
