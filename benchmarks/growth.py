"""Whether time and memory grow in step with the draft, on prose and on hostile input."""

from __future__ import annotations

from typing import Any

from benchmarks import prose
from benchmarks.printing import rate, seconds, table
from benchmarks.stages import measured

MEGABYTES = (1, 2, 4, 8)
HOSTILE_SIZES = (250_000, 500_000, 1_000_000)
STEEP = 2.6
"""Times longer for twice the input; linear is 2, and the rest is noise."""
_HEAD = ["input", "read", "extract", "speed", "growth", "claims", "memory", ""]


def report() -> bool:
    """Print the tables; whether everything grew in step."""
    fine = [_prose(language, name) for language, name in (("zh", "Chinese"), ("en", "English"))]
    return all([*fine, _hostile()])


def _prose(language: str, name: str) -> bool:
    rows, fine, before = [], True, None
    for megabytes in MEGABYTES:
        found = _measured("article", language, megabytes * 10**6)
        rows.append(_row(f"{megabytes} MB", found, before))
        fine = fine and _in_step(found, before)
        before = found
    found = _measured("paragraph", language, 10**6)
    rows.append(_row("1 MB in one paragraph", found, None))
    table(f"{name} prose: read and extract", _HEAD, rows)
    return fine and _in_step(found, None)


def _hostile() -> bool:
    rows, fine = [], True
    for name in prose.HOSTILE:
        before = None
        for size in HOSTILE_SIZES:
            found = _measured(name, "zh", size)
            fine = fine and _in_step(found, before)
            last, previous, before = found, before, found
            if "bytes" not in found:
                break
        rows.append(_row(name, last, previous))
    table(f"Hostile input, {HOSTILE_SIZES[-1] // 1000} KB each, growth from half of it", _HEAD, rows)
    return fine


def _measured(kind: str, language: str, size: int) -> dict[str, Any]:
    try:
        return measured(kind, language, size, "extract") or {"problem": "too long"}
    except RuntimeError as error:
        return {"problem": str(error)[:60]}


def _growth(found: dict[str, Any], before: dict[str, Any] | None) -> float | None:
    if before is None or "bytes" not in found or "bytes" not in before:
        return None
    return float((found["read"] + found["extract"]) / (before["read"] + before["extract"]))


def _in_step(found: dict[str, Any], before: dict[str, Any] | None) -> bool:
    growth = _growth(found, before)
    small = "bytes" in found and found["read"] + found["extract"] < 0.1
    return "bytes" in found and (growth is None or growth < STEEP or small)


def _row(name: str, found: dict[str, Any], before: dict[str, Any] | None) -> list[str]:
    if "bytes" not in found:
        return [name, "", "", "", "", "", "", found["problem"]]
    growth = _growth(found, before)
    speed = rate(found["bytes"], found["read"] + found["extract"])
    verdict = "" if _in_step(found, before) else "steep"
    shown = "" if growth is None else f"x {growth:.2f}"
    memory = f"{found['megabytes']:.0f} MB"
    return [
        name,
        seconds(found["read"]),
        seconds(found["extract"]),
        speed,
        shown,
        str(found["claims"]),
        memory,
        verdict,
    ]
