"""Words of the HTML report in the language and script of a draft."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from claims.draft import Draft

DEFAULT = "en"


class Labels:
    """The labels of one language; call it with a key and what the label has places for."""

    def __init__(self, tag: str, entries: dict[str, str | dict[str, str]]) -> None:
        self.tag = tag
        """The language as HTML names it: en, zh-Hant, zh-Hans."""
        self._entries = entries

    def __call__(self, key: str, **parts: object) -> str:
        """The label, with `parts` put in; the text for one when `n` is 1. Raises `KeyError`."""
        entry = self._entries[key]
        if isinstance(entry, dict):
            entry = entry["one" if parts.get("n") == 1 else "other"]
        if isinstance(parts.get("n"), int):
            parts["n"] = f"{parts['n']:,}"
        return entry.format_map(parts) if parts else entry

    def either(self, key: str, otherwise: str) -> str:
        """The label, or `otherwise` for a key that has none: names that a new check may bring."""
        return self(key) if key in self._entries else otherwise


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str | dict[str, str]]]:
    path = Path(__file__).with_name("html_labels.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def tags() -> tuple[str, ...]:
    """Every language that has labels."""
    return tuple(_tables())


def labels(tag: str) -> Labels:
    """The labels of a language tag; raises `KeyError` when there are none."""
    return Labels(tag, _tables()[tag])


def labels_of(draft: Draft | None) -> Labels:
    """The labels in which an editor of `draft` reads; English when nothing could be read."""
    if draft is None or draft.language != "zh":
        return labels(DEFAULT)
    return labels("zh-Hans" if draft.script == "Hans" else "zh-Hant")
