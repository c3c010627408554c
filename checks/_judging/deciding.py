"""What people decide of findings, written where the next check reads it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from checks import SEVERITIES
from checks._judging.review import reviews, selection
from claims.configuration import Settings
from claims.decisions import place_of, record
from claims.ledger import NOTHING, Decision, Shared, shared
from claims.sources import Source


class Decided(msgspec.Struct, frozen=True):
    """What became of one document."""

    document: str
    problem: str = ""
    """Why it could not be checked; "" when it could."""
    path: str = ""
    """The record file that was written; "" when there was nothing to write."""
    count: int = 0


def decide(
    sources: Sequence[Source], settings: Settings, status: str, reason: str, by: str, fingerprint: str = ""
) -> Iterator[Decided]:
    """Write a decision on each finding of that fingerprint, or on all open ones that would make a check fail.

    In the second case what was decided before stays as it is. Raises `LedgerError` when a
    record file cannot be used or was changed meanwhile, `WriteError` when it cannot be written.
    """
    counted = SEVERITIES if fingerprint else SEVERITIES[: SEVERITIES.index(settings.fail_on) + 1]
    known = None
    if settings.ledger:
        known = shared(settings.ledger) if os.path.lexists(settings.ledger) else Shared(settings.ledger, NOTHING)
    today = date.today().isoformat()
    for source, review in zip(sources, reviews(sources, settings, selection(settings), known), strict=True):
        keys = dict.fromkeys(
            f.fingerprint
            for f in review.findings
            if f.severity in counted and (f.fingerprint == fingerprint if fingerprint else f.status == "open")
        )
        path, count = "", 0
        if keys:
            path, document = place_of(source, settings.ledger)
            made = [Decision(key, status, reason, place="", by=by, when=today) for key in keys]
            count = record(path, made, document, again=bool(fingerprint))
        yield Decided(review.path, review.reason if review.status != "checked" else "", path, count)


def writer() -> str:
    """The name that git knows the user by; "" when it knows none."""
    try:
        found = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return found.stdout.strip()
