"""Where a figure stands in the table behind the prose."""

from __future__ import annotations

import msgspec

from claims.model import Evidence


class Coordinates(msgspec.Struct, frozen=True, gc=False):
    """The coordinates of one figure; see `claims.model.Claim` for what each of them says."""

    statistic: str | None = None
    measure: str = ""
    counted: str = ""
    subject: str = ""
    period: str = ""
    scope: str = ""
    mode: str = "actual"
    evidence: dict[str, Evidence] = {}


NOWHERE = Coordinates()
"""Of dates and ordinals, which are no figures of the table."""
