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
        self._written: dict[str, str] = {"": ""}

    def given(self, at: Coordinates, passage: Passage) -> Coordinates:
        """The coordinates with their names as they stand in the block."""
        measure, subject = self._cut(at.measure, passage), self._cut(at.subject, passage)
        if measure != at.measure or subject != at.subject:
            evidence = dict(at.evidence)
            for column, name in (("measure", measure), ("subject", subject)):
                if name:
                    evidence[column] = Evidence(name, evidence[column].source)
        else:
            evidence = at.evidence
        return Coordinates(
            at.statistic,
            measure,
            self._cut(at.counted, passage) if at.counted else "",
            subject,
            at.period,
            self._cut(at.scope, passage) if at.scope else "",
            at.mode,
            evidence,
        )

    def _cut(self, name: str, passage: Passage) -> str:
        """The name as it stands in the passage; one put together from several places character by character."""
        written = self._written.get(name)
        if written is None:
            at = self._folded.rfind(name, passage.start, passage.end)
            if at >= 0:
                written = self._text[at : at + len(name)]
            else:
                signs = dict(zip(self._folded, self._text, strict=True))
                written = "".join(signs.get(char, char) for char in name)
            self._written[name] = written
        return written
