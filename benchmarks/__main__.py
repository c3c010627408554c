"""Run the benchmarks: `python -m benchmarks [PART ...] [--peers PYTHON] [--slow]`.

`--peers` names an interpreter that can import quantulum3 or recognizers-text-suite; `--slow`
lets memory go on to 50 MB, which takes several minutes. The exit status is 1 when a limit
is not kept or something grows faster than its input.
"""

from __future__ import annotations

import argparse
import sys

from benchmarks import checking, extraction, growth, memory, pdf, sheets, start

PARTS = ("start", "extraction", "growth", "memory", "checking", "sheets", "pdf")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of {', '.join(PARTS)}; all when left out")
    parser.add_argument("--peers", default=sys.executable, help="interpreter that has the peers")
    parser.add_argument("--slow", action="store_true", help="memory of texts up to 50 MB, too")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no part is called {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    fine = True
    for part in given.parts or PARTS:
        if part == "extraction":
            extraction.report(given.peers)
        elif part == "memory":
            fine = memory.report(given.slow) and fine
        else:
            others = {"start": start, "growth": growth, "checking": checking, "sheets": sheets, "pdf": pdf}
            fine = others[part].report() and fine
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
