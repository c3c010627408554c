"""Relating the figures of one long draft, up to 20,000 claims, beside reading them."""

from __future__ import annotations

from benchmarks.printing import rate, seconds, table
from benchmarks.stages import measured

CLAIMS = (2_500, 5_000, 10_000, 20_000)
STEEP = 2.6
_HEAD = [
    "claims",
    "read",
    "extract",
    "examine",
    "examine : extract",
    "growth",
    "whole",
    "relations",
    "findings",
    "memory",
]


def report() -> bool:
    """Print a table for each language; whether examining grew in step with the claims."""
    fine = True
    for language, name in (("zh", "Chinese"), ("en", "English")):
        probe = measured("article", language, 50_000, "extract")
        if probe is None:
            raise RuntimeError("extraction took too long")
        each = probe["bytes"] / probe["claims"]
        rows, before = [], 0.0
        for claims in CLAIMS:
            found = measured("article", language, int(each * claims), limit=300)
            if found is None:
                rows.append([f"{claims:,}", *["too long"] * (len(_HEAD) - 1)])
                fine = False
                break
            whole = found["read"] + found["extract"] + found["examine"]
            growth = found["examine"] / before if before else 0.0
            fine = fine and growth < STEEP
            rows.append(
                [
                    f"{found['claims']:,}", seconds(found["read"]), seconds(found["extract"]),
                    seconds(found["examine"]),
                    f"{found['examine'] / found['extract']:.2f}", f"x {growth:.2f}" if growth else "",
                    rate(found["bytes"], whole), f"{found['relations']:,}", str(found["findings"]),
                    f"{found['megabytes']:.0f} MB",
                ]
            )  # fmt: skip
            before = found["examine"]
        table(f"{name} prose: all stages of a check", _HEAD, rows)
    return fine
