"""What reading and extracting take in memory beyond the claims themselves, and how that grows."""

from __future__ import annotations

from benchmarks.printing import rate, table
from benchmarks.stages import measured

LIMIT = 250
"""Megabytes that 10 MB of text may take beyond its claims."""
SIZES = ("news", 5), ("news", 10), ("article", 5), ("article", 10), ("paragraph", 10)
SLOW_SIZES = ("news", 25), ("news", 50), ("article", 25), ("article", 50)
NAMES = {"news": "news", "article": "figures only", "paragraph": "figures only, in one paragraph"}
_HEAD = ["text", "MB", "claims", "speed", "peak", "claims take", "beyond them", "a MB of text", ""]


def report(slow: bool = False) -> bool:
    """Print a table for each language; whether 10 MB keep the limit. `slow` goes on to 50 MB."""
    kept = True
    for language, name in (("zh", "Chinese"), ("en", "English")):
        rows = []
        for kind, size in sorted(
            (*SIZES, *(SLOW_SIZES if slow else ())), key=lambda entry: (NAMES[entry[0]], entry[1])
        ):
            found = measured(kind, language, size * 10**6, "weigh", limit=900)
            if found is None:
                rows.append([NAMES[kind], str(size), *[""] * 6, "too long"])
                kept = False
                continue
            beyond = found["megabytes"] - found["records"]
            over = size == 10 and beyond > LIMIT
            kept = kept and not over
            rows.append(
                [
                    NAMES[kind],
                    str(size),
                    f"{found['claims']:,}",
                    rate(found["bytes"], found["read"] + found["extract"]),
                    f"{found['megabytes']:.0f} MB",
                    f"{found['records']:.0f} MB",
                    f"{beyond:.0f} MB",
                    f"{beyond / size:.1f} MB",
                    "over" if over else "",
                ]
            )
        table(f"Memory, {name}: the whole process, of which the claims, and what else there is", _HEAD, rows)
    return kept
