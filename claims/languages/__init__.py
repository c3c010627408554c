"""Vocabulary as data: one TOML file for each language.

Word lists are literal strings of words separated by white space: they parse several
times faster than arrays, and a new wording stays a change of one line.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of `<name>.toml` in this folder, read once; raises `FileNotFoundError`."""
    with (Path(__file__).parent / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
