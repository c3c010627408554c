"""Words around the findings, in the language and script of a draft."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from checks import Coverage, Review, Verdict

ENGLISH = "en"
Entry = str | Mapping[str, str]


class Labels:
    """The labels of one language; call it with a key and what the label has places for."""

    def __init__(self, tag: str, entries: Mapping[str, Entry]) -> None:
        self.tag = tag
        """"en", "zh-Hant" or "zh-Hans"."""
        self._entries = entries

    def __call__(self, key: str, **parts: object) -> str:
        """The label, with `parts` put in; the text for one when `n` is 1. Raises `KeyError`."""
        entry = self._entries[key]
        if not isinstance(entry, str):
            entry = entry["one" if parts.get("n") == 1 else "other"]
        return entry.format_map({name: f"{part:,}" if isinstance(part, int) else part for name, part in parts.items()})

    def keys(self) -> set[str]:
        return set(self._entries)

    def joined(self, parts: Iterable[str]) -> str:
        return self("join").join(parts)

    def looked_at(self, verdicts: Iterable[Verdict], coverage: Coverage) -> str:
        """What was verified, and of how much: "8 relations hold, 21 of 24 claims cross-checked"."""
        if not coverage.claims:
            return self("no_claims")
        outcomes = [verdict.outcome for verdict in verdicts]
        parts = [self("hold", n=outcomes.count("consistent"))]
        if "undetermined" in outcomes:
            parts.append(self("undetermined", n=outcomes.count("undetermined")))
        parts.append(self("covered", n=coverage.claims, related=coverage.related))
        return self.joined(parts)


@cache
def _tables() -> dict[str, dict[str, Entry]]:
    return tomllib.loads(Path(__file__).with_name("labels.toml").read_text(encoding="utf-8"))


@cache
def labels(tag: str) -> Labels:
    """The labels of a language tag; raises `KeyError` when there are none."""
    return Labels(tag, _tables()[tag])


def tag(review: Review) -> str:
    """The language in which an editor of that document reads; English when it could not be read."""
    if review.ledger is None or review.ledger.draft.language != "zh":
        return ENGLISH
    return "zh-Hans" if review.ledger.draft.script == "Hans" else "zh-Hant"


def labels_of(review: Review) -> Labels:
    return labels(tag(review))


def shared_labels(reviews: Iterable[Review]) -> Labels:
    """Labels for what is said of all documents: in their language when they have one in common."""
    tags = {tag(review) for review in reviews if review.ledger is not None and review.coverage.claims}
    return labels(tags.pop() if len(tags) == 1 else ENGLISH)
