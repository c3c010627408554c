"""Relating the figures of one long draft, up to 20,000 claims, and of many as long as articles, beside reading them."""

from __future__ import annotations

from time import process_time

from benchmarks.news import daily, news
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


LIMIT = 1e6
"""Bytes a second that a check of ordinary prose is to keep, read and extracted too."""
_DRAFTS, _SIZE, _RUNS = 40, 6_000, 3
_TEXTS = (("the day's news", daily), ("business news", news))


def report() -> bool:
    """Print tables for both languages; whether ordinary prose kept the limit, and examining grew with the claims."""
    fine = _articles()
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


def _articles() -> bool:
    """Print the speed on drafts of some thousand bytes, one after the other; whether the day's news kept the limit."""
    rows, fine = [], True
    for name, make in _TEXTS:
        for language in ("zh", "en"):
            texts = [make(language, _SIZE, seed) for seed in range(_DRAFTS)]
            size = sum(len(text.encode()) for text in texts)
            _stages(texts[:2])  # language files and patterns are compiled once, before the clock starts
            times, claims = min((_stages(texts) for _ in range(_RUNS)), key=lambda found: sum(found[0]))
            of_limit = size / sum(times) / LIMIT
            fine = fine and (make is not daily or of_limit >= 1)
            rows.append(
                [
                    f"{name}, {language}", f"{size / claims:.0f}", *map(seconds, times),
                    f"{times[2] / claims * 1e6:.0f} µs", rate(size, sum(times)), f"{of_limit:.2f}",
                ]
            )  # fmt: skip
    head = ["drafts of 6 KB", "bytes a claim", "read", "extract", "examine", "a claim", "whole", "of 1 MB/s"]
    table("All stages of a check, drafts as long as articles", head, rows)
    return fine


def _stages(texts: list[str]) -> tuple[tuple[float, float, float], int]:
    """Processor time to read, extract and examine the drafts, and their claims."""
    from checks._judging.examine import examine
    from claims.extract import extract
    from claims.readers import read_text

    at = [process_time()]
    drafts = [read_text(text, "draft.txt") for text in texts]
    at.append(process_time())
    ledgers = [extract(draft) for draft in drafts]
    at.append(process_time())
    for ledger in ledgers:
        examine(ledger)
    at.append(process_time())
    return (at[1] - at[0], at[2] - at[1], at[3] - at[2]), sum(len(ledger.claims) for ledger in ledgers)
