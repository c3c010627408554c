"""Reading quantities out of prose, beside a scan for digits and beside peers, on the same text.

Each row is a process of its own on one processor. Two texts: news of ordinary density, and
one of nothing but figures. A peer is measured when the interpreter named with `--peers` can
import it, after one warm-up; what it does not claim to read (quantulum3: Chinese) is left
out. Dates are not asked of the peers, for whom they are another model and more time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.printing import rate, seconds, table
from benchmarks.stages import ROOT, measured, text_of

SIZE, PEER_SIZE = 2_000_000, 20_000
RUNS = 3
_PEER = """
import json, sys, time
name, language = sys.argv[1:]
paragraphs = [p for p in sys.stdin.buffer.read().decode().split(chr(10)) if p.strip()]
if name == "quantulum3":
    from quantulum3 import parser
    parse = lambda text: len(parser.parse(text))
else:
    from recognizers_suite import Culture
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    culture = Culture.Chinese if language == "zh" else Culture.English
    numbers, units = NumberRecognizer(culture), NumberWithUnitRecognizer(culture)
    models = [numbers.get_number_model(), numbers.get_percentage_model(), units.get_currency_model(),
              units.get_dimension_model(), units.get_age_model()]
    parse = lambda text: sum(len(model.parse(text)) for model in models)
parse(paragraphs[0])
start = time.process_time()
found = sum(map(parse, paragraphs))
print(json.dumps([time.process_time() - start, found]))
"""
_PEERS = {"zh": ("ms-recognizers-text",), "en": ("quantulum3", "ms-recognizers-text")}
_HEAD = ["", "text", "time", "speed", "figures per KB", "times crossfoot"]


def report(peers: str) -> None:
    """Print a table for each language and text; `peers` is the interpreter that has the peers."""
    for kind, density in (("news", "news"), ("article", "figures only")):
        for language, name in (("zh", "Chinese"), ("en", "English")):
            rows = _long(kind, language)
            short, speed = _short(kind, language)
            rows += [*short, *(_peer(peers, peer, kind, language, speed) for peer in _PEERS[language])]
            table(f"{name}, {density}", _HEAD, rows)


def _long(kind: str, language: str) -> list[list[str]]:
    """The scan, the two stages and the whole command on a long text."""
    found = _best(kind, language, SIZE)
    size, own = found["bytes"], found["read"] + found["extract"]
    return [
        _row("scan for digits (re)", size, found["naive"], own, size),
        _row("read", size, found["read"], own, size),
        _row("read and extract", size, own, own, size, found["claims"]),
        _row("the command, with its start and JSON Lines", size, _command(kind, language), own, size),
    ]


def _short(kind: str, language: str) -> tuple[list[list[str]], float]:
    """The scan and crossfoot on the text that peers are given, and crossfoot's bytes a second on it."""
    found = _best(kind, language, PEER_SIZE)
    size, own = found["bytes"], found["read"] + found["extract"]
    rows = [
        _row("scan for digits (re)", size, found["naive"], own, size),
        _row("read and extract", size, own, own, size, found["claims"]),
    ]
    return rows, size / own


def _best(kind: str, language: str, size: int) -> dict[str, float]:
    """The least time of each stage in a few runs: what else the machine does can only add to it."""
    runs = [found for _ in range(RUNS) if (found := measured(kind, language, size, "extract"))]
    if not runs:
        raise RuntimeError("extraction took too long")
    return {key: min(found[key] for found in runs) for key in runs[0]}


def _command(kind: str, language: str) -> float:
    """Processor seconds of `claims` on the long text, from the start of the process to its end."""
    with tempfile.TemporaryDirectory() as folder:
        draft, listing = Path(folder, "draft.txt"), Path(folder, "claims.jsonl")
        draft.write_text(text_of(kind, language, SIZE), encoding="utf-8")
        before = os.times()
        command = [sys.executable, str(ROOT / "validate.py"), "claims", str(draft), "--format", "jsonl"]
        with open(listing, "wb") as output:
            subprocess.run(command, cwd=ROOT, stdout=output, check=True)
        after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def _peer(python: str, name: str, kind: str, language: str, speed: float) -> list[str]:
    text = text_of(kind, language, PEER_SIZE).encode()
    command = [python, "-c", _PEER, name, language]
    try:
        done = subprocess.run(command, input=text, capture_output=True, timeout=600, cwd=ROOT, check=False)
    except (subprocess.TimeoutExpired, OSError) as error:
        return [name, type(error).__name__, *[""] * 4]
    if done.returncode:
        reason = "".join(done.stderr.decode().strip().splitlines()[-1:])
        return [name, "not importable" if "ModuleNotFoundError" in reason else reason[:60], *[""] * 4]
    duration, found = json.loads(done.stdout.splitlines()[-1])
    return _row(name, len(text), duration, len(text) / speed, len(text), found)


def _row(
    name: str, size: int | float, duration: float, own: float, own_size: int | float, found: float = 0
) -> list[str]:
    """A row; `own` is what crossfoot needs for `own_size` bytes of the same text."""
    times = own / own_size * size / duration
    return [
        name,
        f"{size / 1000:,.0f} KB",
        seconds(duration),
        rate(int(size), duration),
        f"{found / size * 1000:.1f}" if found else "",
        f"{times:.3g}",
    ]


if __name__ == "__main__":
    report(sys.argv[1] if len(sys.argv) > 1 else sys.executable)
