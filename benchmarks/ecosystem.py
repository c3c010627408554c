#!/usr/bin/env python3
"""What a change does to findings on a folder of real drafts.

    benchmarks/ecosystem.py FOLDER --store FILE [--against FILE] [--jobs N]

Checks every draft under FOLDER and stores its findings as JSON Lines, one finding a line
by path and fingerprint. `--against` names the store of an earlier run and prints what has
been added and removed since: place, severity, note and arithmetic. Nothing in a store
depends on the machine, the order of work or the time. Exit status: 0, or 2 when the
folder holds nothing or a store cannot be read or written.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]

if TYPE_CHECKING:
    from checks import Review

Record = dict[str, Any]
KEYS = ("path", "line", "check", "severity", "fingerprint", "message", "arithmetic", "quotes")
"""Of a finding's line. A document that could not be read has "path" and "unreadable", with the reason."""


class StoreError(ValueError):
    """A store that is not one, with file and line."""


def records(reviews: Iterable[Review], folder: str) -> Iterator[Record]:
    """One record for each finding, or one with the reason for a document that was not checked."""
    for review in reviews:
        path = Path(os.path.relpath(review.path, folder)).as_posix()
        if review.ledger is None:
            yield {"path": path, "unreadable": review.reason}
            continue
        draft = review.ledger.draft
        for finding in review.findings:
            yield {
                "path": path,
                "line": draft.line_column(finding.start)[0],
                "check": finding.check,
                "severity": finding.severity,
                "fingerprint": finding.fingerprint,
                "message": finding.message,
                "arithmetic": finding.arithmetic,
                "quotes": [draft.text[start:end] for start, end in finding.spans],
            }


def store(path: Path, found: list[Record]) -> None:
    """Write records in an order of their own, whole or not at all."""
    lines = sorted(json.dumps(record, ensure_ascii=False, sort_keys=True) for record in found)
    beside = path.with_name(path.name + ".new")
    beside.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", errors="backslashreplace")
    os.replace(beside, path)


def stored(path: Path) -> list[Record]:
    """The records of an earlier run; raises `StoreError` for a file that is no store."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        if not isinstance(record, dict) or not ({"path", "unreadable"} == set(record) or set(KEYS) == set(record)):
            raise StoreError(f"{path}:{number}: not a record of an earlier run; store one with --store")
        found.append(record)
    return found


def identity(record: Record) -> tuple[str, ...]:
    """What makes two records the same finding: severity and wording may change, the line may move."""
    if "unreadable" in record:
        return (record["path"], "unreadable", record["unreadable"])
    return (record["path"], record["check"], record["fingerprint"], record["severity"])


def changes(before: list[Record], after: list[Record]) -> tuple[list[Record], list[Record]]:
    """Records that only `after` has, and those that only `before` has, each as often as it does."""
    return _beyond(after, before), _beyond(before, after)


def _beyond(these: list[Record], those: list[Record]) -> list[Record]:
    left = Counter(map(identity, those))
    found = []
    for record in sorted(these, key=identity):
        if left[identity(record)]:
            left[identity(record)] -= 1
        else:
            found.append(record)
    return found


def show(sign: str, record: Record) -> None:
    """One record, over as many lines as it needs."""
    if "unreadable" in record:
        print(f"{sign} {record['path']}: not checked: {record['unreadable']}")
        return
    print(f"{sign} {record['path']}:{record['line']} {record['severity']} [{record['check']}] {record['message']}")
    if record["arithmetic"]:
        print(f"      {record['arithmetic']}")


def examined(folder: str, jobs: int) -> tuple[list[Record], Counter[str]]:
    """Records of every draft under a folder, and a count of documents, bytes, claims and related ones."""
    from checks._judging.review import reviews, selection
    from claims.configuration import Settings
    from claims.sources import Walk

    settings = Settings(jobs=jobs)
    found: list[Record] = []
    counts: Counter[str] = Counter()
    for review in reviews(Walk().sources([folder]), settings, selection(settings)):
        found.extend(records([review], folder))
        counts["documents"] += 1
        counts["claims"] += review.coverage.claims
        counts["related"] += review.coverage.related
        counts["bytes"] += len(review.ledger.draft.text.encode("utf-8", "replace")) if review.ledger else 0
        counts["not checked"] += review.ledger is None
    return found, counts


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--store", metavar="FILE", type=Path, required=True, help="where to put the findings")
    parser.add_argument("--against", metavar="FILE", type=Path, help="store of an earlier run")
    parser.add_argument("--jobs", metavar="N", type=int, default=0, help="processes; 0 (default) one a processor")
    given = parser.parse_args()
    try:
        before = stored(given.against) if given.against else None  # first, as --store may name the same file
        start = perf_counter()
        found, counts = examined(given.folder, given.jobs)
        elapsed = perf_counter() - start
        store(given.store, found)
    except (OSError, StoreError) as error:
        print(f"ecosystem: {error}", file=sys.stderr)
        return 2
    severities = Counter(record.get("severity", "not checked") for record in found)
    print(", ".join(f"{count:,} {name}" for name, count in counts.items()), end="")
    print(f" in {elapsed:.1f} s ({counts['bytes'] / elapsed / 1e6:.2f} MB/s)")
    print(", ".join(f"{severities[name]} {name}" for name in ("error", "warning", "info")))
    if before is not None:
        added, removed = changes(before, found)
        print(f"{len(added)} added, {len(removed)} removed")
        for sign, changed in (("+", added), ("-", removed)):
            for record in changed:
                show(sign, record)
    return 0 if counts["documents"] > counts["not checked"] else 2


if __name__ == "__main__":
    sys.exit(main())
