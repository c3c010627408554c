"""Cold starts of the whole process, beside a Python that does nothing."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import prose
from benchmarks.printing import seconds, table
from benchmarks.stages import ROOT

RUNS = 11
LIMITS = {"--help": 0.15, "check, 10 KB Chinese": 0.6, "check, 10 KB English": 0.6}


def report() -> bool:
    """Print the table; whether every start kept its limit."""
    with tempfile.TemporaryDirectory() as folder:
        commands: dict[str, Sequence[str]] = {"python -c pass": ["-c", "pass"], "--help": ["validate.py", "--help"]}
        for name, language in (("Chinese", "zh"), ("English", "en")):
            draft = Path(folder, f"{language}.txt")
            draft.write_text(prose.article(language, 10_000), encoding="utf-8")
            commands[f"check, 10 KB {name}"] = ["validate.py", str(draft)]
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS):  # in turn, so that a busy moment falls on all alike
            for name, command in commands.items():
                times[name].append(_wall(command))
    bare = median(times["python -c pass"])
    rows = []
    kept = True
    for name, found in times.items():
        limit = LIMITS.get(name)
        over = limit is not None and median(found) > limit
        kept = kept and not over
        verdict = "" if limit is None else "over" if over else "kept"
        shown = "" if limit is None else seconds(limit)
        rows.append([name, seconds(median(found)), seconds(min(found)), f"{median(found) / bare:.1f}", shown, verdict])
    head = ["cold start", "median", "least", "times bare", "limit", ""]
    table(f"Cold start of the whole process, {RUNS} runs each", head, rows)
    return kept


def _wall(command: Sequence[str]) -> float:
    start = perf_counter()
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, check=False)
    elapsed = perf_counter() - start
    if done.returncode > 1:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}: {done.stdout.decode()[-300:]}")
    return elapsed
