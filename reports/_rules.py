"""What a report says of a check: its summary line, and the page that explains it."""

from __future__ import annotations

from functools import cache
from inspect import cleandoc
from pathlib import Path

from checks import load

PAGES = Path(__file__).resolve().parent.parent / "docs" / "checks"


def summary(check: str) -> str:
    """First line of the check's docstring."""
    return description(check).partition("\n")[0]


@cache
def description(check: str) -> str:
    """The check's docstring; its name when there is no such check or it has none."""
    try:
        described = load(check).__doc__ or ""
    except ModuleNotFoundError:
        described = ""
    return cleandoc(described) or check


@cache
def page(check: str) -> str:
    """The check's page in Markdown, or its summary when it has none."""
    path = PAGES / f"{check}.md"
    return path.read_text(encoding="utf-8") if path.is_file() else summary(check)
