"""The example of docs/json.md has the keys that a report has, and its positions and figures."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from check_pages import reviewed

from reports.json import render

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "json.md").read_text(encoding="utf-8")


def fenced(kind: str) -> str:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0]


def keys(value: Any) -> Any:
    """The keys of nested objects; a list counts by its first entry."""
    if isinstance(value, dict):
        return {key: keys(inner) for key, inner in value.items()}
    return keys(value[0]) if isinstance(value, list) and value and isinstance(value[0], dict) else ""


def test_the_example_is_a_report() -> None:
    shown, given = json.loads(fenced("json")), json.loads(render([reviewed(fenced("text"))]))
    assert keys(shown) == keys(given)
    finding, own = shown["documents"][0]["findings"][0], given["documents"][0]["findings"][0]
    for key in ("check", "severity", "message", "arithmetic", "start", "end", "spans"):
        assert finding[key] == own[key]
    assert shown["summary"] == given["summary"]
