"""A list of named things, as it stands at its number."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.prose import Figure, Prose

MOST = 20
"""Entries of the longest list that is taken for one."""
DIGIT = re.compile(r"[0-9]")
NUMBERED = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十0-9a-z][)）、.]|[①-⑳])")


class Enumeration(NamedTuple):
    """Named things beside their announced number."""

    items: tuple[str, ...]
    """The entries in the draft's own script."""
    is_open: bool
    """Whether the words allow that more exist than are named."""
    span: tuple[int, int]
    """The list in block offsets."""


def original(figure: Figure, text: Prose, start: int, end: int) -> str:
    """The draft's own words between two offsets of the figure's block."""
    return text.ledger.draft.blocks[figure.claim.block].text[start:end]
