"""Statements that hold one by one but cannot all hold together.

It proposes nothing of its own: it asks of everything that was found to hold whether there
is a value for each figure, within what its digits allow, that makes all of it hold at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from checks import Conflict, Verdict
from checks._judging.joint_system import conflicts as found
from claims.model import Claim, Ledger, Relation


def relations(_ledger: Ledger) -> Iterable[Relation]:
    """None: the words have said all there is."""
    return ()


def conflicts(verdicts: Sequence[Verdict], claims: Mapping[str, Claim], slack: int) -> Iterator[Conflict]:
    """The contradictions among verdicts that hold one by one; `slack` as for `checks._judging.evaluate.evaluate`."""
    return found(verdicts, claims, slack)
