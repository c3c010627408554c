"""How much is found at least: percent of the twins of each language, form of relation and slip.

The floors are what held when they were written and only ever go up: a change that finds
more raises them with `python -m tests.planting --floors raise`. Where articles come in,
other twins are counted, and `--floors anew` lays them afresh.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

from .scoring import Score

FILE = Path(__file__).resolve().parent / "floors.toml"
OUTCOMES = ("found", "suspected", "first", "repaired", "pointed")
"""Columns of a score of which there is a floor over all twins."""


def groups(score: Score) -> tuple[str, str, str]:
    """What a twin is counted among: its language, the form of its relation, its slip."""
    twin = score.twin
    return twin.article.language, f"{twin.kind} {twin.relation.form}", twin.slip.kind


def of(scores: Iterable[Score]) -> dict[str, int]:
    """What holds: percent, rounded down, by outcome over all twins and by group."""
    scores = list(scores)
    kinds = sorted({group for score in scores for group in groups(score)})
    found = {kind: [score.found for score in scores if kind in groups(score)] for kind in kinds}
    overall = {outcome: [bool(getattr(score, outcome)) for score in scores] for outcome in OUTCOMES}
    return {name: 100 * sum(hits) // len(hits) for name, hits in {**overall, **found}.items()}


def read() -> dict[str, int]:
    return tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else {}


def write(floors: dict[str, int]) -> None:
    lines = ["# Percent of the twins, at least; raised by `python -m tests.planting --floors raise`."]
    FILE.write_text("\n".join([*lines, *(f'"{name}" = {floor}' for name, floor in floors.items())]) + "\n", "utf-8")
