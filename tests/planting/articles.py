"""Articles with marked figures, and how they are written down.

A file has three parts between lines of `===`: what is said of the article (`manner:`,
`date:`, `traps:`), the article, and its labels, one to a line. In the article
`{key:1,240戶}` marks a figure or a word that says which way; `{key~:312}` a whole number
that was rounded, `{key~5:80}` one that a hedge lets lie 5 to either side. A label is a form
of `planting.relations` and a rule over keys. What is sound but looks wrong is listed under
`traps:` and has no label.
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from .figures import Worth, worth
from .relations import Relation, parsed

FOLDER = Path(__file__).resolve().parent.parent / "articles"
_MARK = re.compile(r"\{([a-z]\w*)(~?)(\d+(?:\.\d+)?)?:([^{}]+)\}")


class Figure(msgspec.Struct, frozen=True):
    """A marked figure or word."""

    start: int
    end: int
    text: str
    rounded: bool = False
    leeway: str = ""

    def worth(self, year: str, text: str = "") -> Worth:
        """What it is worth, or would be if it were written as `text`."""
        return worth(text or self.text, year, self.rounded, self.leeway)


class Article(msgspec.Struct, frozen=True):
    """An article without its marks, and what they said."""

    name: str
    """The file's: hant-, hans- or en-, a number, what it is about, and the suffix."""
    manner: str
    date: str
    traps: tuple[str, ...]
    text: str
    figures: dict[str, Figure]
    relations: tuple[Relation, ...]

    @property
    def language(self) -> str:
        return self.name.partition("-")[0]

    @property
    def year(self) -> str:
        return self.date[:4]

    def worths(self) -> dict[str, Worth]:
        return {key: figure.worth(self.year) for key, figure in self.figures.items()}


def articles() -> list[Article]:
    """All of them, in order of name."""
    return [read(path) for path in sorted(FOLDER.iterdir()) if path.suffix in (".txt", ".md")]


def read(path: Path) -> Article:
    """The article in a file; raises `ValueError` where it is not written as it should be."""
    head, marked, below = path.read_text(encoding="utf-8").split("\n===\n")
    said = dict(line.split(": ", 1) for line in head.splitlines())
    text, figures = _unmarked(marked.strip() + "\n", path.name)
    relations = tuple(parsed(line) for line in below.splitlines() if line and not line.startswith("#"))
    for relation in relations:
        unknown = [key for key in (*relation.keys, *relation.only) if key not in figures]
        if unknown:
            raise ValueError(f"{path.name}: no figure {unknown[0]} for {relation.form}: {relation.rule}")
    traps = tuple(trap for trap in said.get("traps", "").split(", ") if trap)
    return Article(path.name, said["manner"], said["date"], traps, text, figures, relations)


def _unmarked(marked: str, name: str) -> tuple[str, dict[str, Figure]]:
    text, at, figures = "", 0, {}
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        key, rounded, leeway, written = match.groups()
        if key in figures:
            raise ValueError(f"{name}: two figures {key}")
        figures[key] = Figure(len(text), len(text) + len(written), written, bool(rounded), leeway or "")
        text, at = text + written, match.end()
    text += marked[at:]
    if "{" in text or "}" in text:
        raise ValueError(f"{name}: a mark that is not closed: {text[max(0, text.find('{')) :][:40]}")
    return text, figures
