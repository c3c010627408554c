"""One draft through the stages, in a process of its own: processor time of each, and the peak of memory.

`python -m benchmarks.stages KIND LANGUAGE BYTES [STAGE]` prints one line of JSON. KIND is
"article", "paragraph" (the same in one), "news" or a name of `prose.HOSTILE`; STAGE is the last
one to run: "read", "extract", "weigh" (which also tells what the claims take in memory) or
"examine" (the default).
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from time import process_time
from typing import Any

import msgspec

from benchmarks import prose
from benchmarks.news import news

ROOT = Path(__file__).resolve().parent.parent
STAGES = ("read", "extract", "weigh", "examine")
NAIVE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def text_of(kind: str, language: str, size: int) -> str:
    """A generated text of about `size` bytes in UTF-8."""
    if kind in prose.HOSTILE:
        unit = prose.HOSTILE[kind]
        return unit * (size // len(unit.encode()))
    return {"article": prose.article, "paragraph": prose.paragraph, "news": news}[kind](language, size)


def measured(kind: str, language: str, size: int, last: str = "examine", limit: float = 120) -> dict[str, Any] | None:
    """What a fresh process prints for this draft; None when it needs more than `limit` seconds.

    Raises `RuntimeError` with its last words when it fails.
    """
    command = [sys.executable, "-m", "benchmarks.stages", kind, language, str(size), last]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        raise RuntimeError((done.stderr.strip().splitlines() or ["no message"])[-1])
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def run(kind: str, language: str, size: int, last: str) -> dict[str, Any]:
    """Processor seconds for each stage up to `last`, counts, megabytes of memory at most."""
    from claims.extract import extract
    from claims.readers import read_text

    text = text_of(kind, language, size)
    found: dict[str, Any] = {"bytes": len(text.encode())}
    if kind not in prose.HOSTILE:  # language files and patterns are compiled once, before the clock starts
        warm = prose.article(language, 2000)
        extract(read_text(warm, "warm.txt", language=language))
    start = process_time()
    NAIVE.findall(text)
    found["naive"] = process_time() - start
    start = process_time()
    draft = read_text(text, "draft.md" if kind in ("| 1 | 1 |…", "####", "* * *", "<!--", "[[[[") else "draft.txt")
    found["read"] = process_time() - start
    if last != "read":
        start = process_time()
        ledger = extract(draft)
        found |= {"extract": process_time() - start, "claims": len(ledger.claims)}
        if last == "examine":
            from checks._judging.examine import examine

            start = process_time()
            review = examine(ledger)
            found["examine"] = process_time() - start
            found |= {"relations": len(review.verdicts), "findings": len(review.findings)}
    found["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    if last == "weigh":
        found["records"] = weight(ledger.claims) / 1e6
    return found


def weight(records: object) -> int:
    """Bytes of all that can be reached from `records`, each object once."""
    size, seen, ahead = 0, set[int](), [records]
    while ahead:
        at = ahead.pop()
        if id(at) in seen or isinstance(at, type):
            continue
        seen.add(id(at))
        size += sys.getsizeof(at)
        if isinstance(at, msgspec.Struct):
            ahead += [getattr(at, name) for name in at.__struct_fields__]
        elif isinstance(at, Fraction):
            ahead += (at.numerator, at.denominator)
        elif isinstance(at, dict):
            ahead += [*at, *at.values()]
        elif isinstance(at, (tuple, list)):
            ahead += at
    return size


if __name__ == "__main__":
    kind, language, size, *last = sys.argv[1:]
    print(json.dumps(run(kind, language, int(size), last[0] if last else "examine")))
