"""Rule modules and what they give.

A check is a module of this package with a docstring and a function
`relations(ledger) -> Iterable[Relation]`. Its identity is its module name, with hyphens
for underscores. A module whose name begins with an underscore is machinery, not a check.
"""

from __future__ import annotations

import os
import pkgutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

import msgspec

from claims.interval import Interval
from claims.model import Claim, Ledger, Relation

SEVERITIES = ("error", "warning", "info")
OUTCOMES = ("consistent", "inconsistent", "undetermined")


class Check(Protocol):
    """What a check module offers."""

    __doc__: str

    def relations(self, ledger: Ledger) -> Iterable[Relation]:
        """Edit rules that the draft's words or structure ask for."""


class Unusable(ValueError):
    """Why a check cannot do what a person has asked of it: the place, what is wrong, what to do."""


class OfAll(Protocol):
    """What a check offers beside `relations` that looks at what all checks have proposed."""

    def conflicts(self, verdicts: Sequence[Verdict], claims: Mapping[str, Claim], slack: int) -> Iterable[Conflict]:
        """Contradictions between verdicts that hold one by one."""


class Verdict(msgspec.Struct, frozen=True):
    """A relation, evaluated over the exact intervals of its claims."""

    id: str
    """From normalised content, unique in the document."""
    relation: Relation
    outcome: str
    """One of `OUTCOMES`."""
    text: str
    """The relation with its figures, as an editor would write it: "449 + 165 <= 640"."""
    severity: str | None = None
    """One of `SEVERITIES` when it gives a finding, else None."""
    why: str = ""
    """For a finding: "bounds", "plausible" or "truncation"; for undetermined ones the reason."""
    target: str = ""
    """Id of the claim that the others are held against; "" when the constant is."""
    stated: Interval | None = None
    """Bounds of the target as the draft states it, in the target's unit."""
    derived: Interval | None = None
    """What follows for the target from the other claims."""
    gap: Interval | None = None
    """How far the values as written miss each other, derived less stated; None if consistent."""


class Conflict(msgspec.Struct, frozen=True):
    """Verdicts that hold one by one but not together; without any one of them the others can."""

    members: tuple[Verdict, ...]
    suspects: tuple[tuple[str, Interval | None], ...]
    """Claims of the lightest sets that can be wrong, in reading order, with what the others leave them."""
    by_rounding: bool
    """Whether they can hold together if digits were cut off instead of rounded."""


class Suspect(msgspec.Struct, frozen=True):
    """A claim that may be the wrong one, and what it may have been meant to be."""

    claim: str
    """Claim id."""
    admissible: Interval | None = None
    """Values that would satisfy the other claims, in the claim's unit."""
    repairs: tuple[str, ...] = ()
    """Readings one slip away that are admissible, as they would be written; likeliest first."""


class Finding(msgspec.Struct, frozen=True):
    """One discrepancy, as told to an editor."""

    id: str
    fingerprint: str
    """From normalised content: check, measure, subject, figures; changes when a figure does."""
    check: str
    severity: str
    message: str
    """A colleague's note: what the text says, what follows, the gap, likely explanations."""
    arithmetic: str
    """The sum worked out, in the draft's own units and script."""
    start: int
    end: int
    """Source span of the figure that the finding is shown at."""
    spans: tuple[tuple[int, int], ...]
    """Source spans of every figure involved, in reading order."""
    claims: tuple[str, ...]
    verdict: str
    """Id of the verdict behind it."""
    suspects: tuple[Suspect, ...] = ()
    """Likeliest first."""
    consequences: tuple[str, ...] = ()
    """Ids of other verdicts that fail with it and have the same cause."""
    status: str = "open"
    """"open" or "dismissed"."""
    reason: str = ""
    """Why it was dismissed."""
    url: str = ""
    """The page that explains the check."""


class Coverage(msgspec.Struct, frozen=True):
    """What was looked at, so that silence can be judged."""

    claims: int = 0
    related: int = 0
    """Claims that stand in at least one relation with an outcome."""
    unread: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    """Entries of the record file that fit nothing in the draft any more, each a phrase with its place."""


class Review(msgspec.Struct, frozen=True):
    """Everything there is to report about one document."""

    path: str
    status: str
    """"checked" or "unreadable"."""
    reason: str = ""
    """For an unreadable one: what is wrong and what to do."""
    ledger: Ledger | None = None
    """None when unreadable."""
    verdicts: tuple[Verdict, ...] = ()
    findings: tuple[Finding, ...] = ()
    """Worst first, then in reading order."""
    coverage: Coverage = Coverage()


def names() -> tuple[str, ...]:
    """All checks, sorted, in their hyphenated form."""
    return _names_in(*((path, os.stat(path).st_mtime_ns) for path in __path__))


@cache
def _names_in(*folders: tuple[str, int]) -> tuple[str, ...]:
    """The same for folders as they were last changed; looking through them takes as long as a short draft."""
    found = (m.name for m in pkgutil.iter_modules([path for path, _ in folders]) if not m.name.startswith("_"))
    return tuple(sorted(name.replace("_", "-") for name in found))


def load(name: str) -> Check:
    """The check of that hyphenated name; raises `ModuleNotFoundError` when there is none."""
    return cast(Check, import_module(f"{__name__}.{name.replace('-', '_')}"))


def discover(selected: Iterable[str] | None = None) -> Iterator[tuple[str, Check]]:
    """Name and module of each check, or of the selected ones, in order of name."""
    for name in sorted(set(selected)) if selected is not None else names():
        yield name, load(name)
