"""Reading quantities out of dense prose, beside a scan for digits and beside peers.

A peer is measured when the interpreter named with `--peers` can import it, on the same
text, after one warm-up; what it does not claim to read (quantulum3: Chinese) is left out.
"""

from __future__ import annotations

import json
import subprocess
import sys

from benchmarks.printing import rate, seconds, table
from benchmarks.stages import ROOT, measured, text_of

SIZE, PEER_SIZE = 200_000, 10_000
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
start = time.perf_counter()
found = sum(map(parse, paragraphs))
print(json.dumps([time.perf_counter() - start, found]))
"""
_PEERS = {"zh": ("ms-recognizers-text",), "en": ("quantulum3", "ms-recognizers-text")}


def report(peers: str) -> None:
    """Print a table for each language; `peers` is the interpreter that has the peers."""
    for language, name in (("zh", "Chinese"), ("en", "English")):
        found = measured("article", language, SIZE, "extract")
        if found is None:
            raise RuntimeError("extraction took too long")
        own = found["read"] + found["extract"]
        speed = found["bytes"] / own
        rows = [
            [
                "scan for digits (re)",
                rate(found["bytes"], found["naive"]),
                "",
                f"{found['bytes'] / found['naive'] / speed:.3g}",
            ],
            ["crossfoot: read", rate(found["bytes"], found["read"]), "", ""],
            ["crossfoot: read and extract", rate(found["bytes"], own), _density(found["claims"], found["bytes"]), "1"],
        ]
        rows += [row for peer in _PEERS[language] if (row := _peer(peers, peer, language, speed))]
        table(f"{name} prose, {found['bytes'] // 1000} KB", ["", "speed", "figures per KB", "times crossfoot"], rows)


def _peer(python: str, name: str, language: str, speed: float) -> list[str] | None:
    text = text_of("article", language, PEER_SIZE).encode()
    command = [python, "-c", _PEER, name, language]
    try:
        done = subprocess.run(command, input=text, capture_output=True, timeout=300, cwd=ROOT, check=False)
    except (subprocess.TimeoutExpired, OSError) as error:
        return [name, type(error).__name__, "", ""]
    if done.returncode:
        reason = done.stderr.decode().strip().splitlines()[-1:]
        return [name, "not importable" if "ModuleNotFoundError" in "".join(reason) else "".join(reason)[:60], "", ""]
    duration, found = json.loads(done.stdout.splitlines()[-1])
    return [
        f"{name}, {len(text) // 1000} KB in {seconds(duration)}",
        rate(len(text), duration),
        _density(found, len(text)),
        f"{len(text) / duration / speed:.3g}",
    ]


def _density(found: int, size: int) -> str:
    return f"{found / size * 1000:.1f}"


if __name__ == "__main__":
    report(sys.argv[1] if len(sys.argv) > 1 else sys.executable)
