"""`python -m tests.planting`: what is found and missed, or with --write FOLDER the texts themselves."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from . import floors
from .articles import Article, articles
from .relations import FORMS
from .scoring import Score, loud, reviewed, scored
from .twins import twins


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.planting", description="What is found and missed.")
    parser.add_argument("--only", default="", metavar="WORD", help="articles with WORD in their name")
    parser.add_argument("--misses", default="", metavar="WORD", nargs="?", const="*", help="sentences of the misses")
    parser.add_argument("--floors", choices=("raise", "anew"), help="raise the floors, or lay them as things stand")
    parser.add_argument("--write", metavar="FOLDER", type=Path, help="write the articles and their twins to a folder")
    given = parser.parse_args()
    chosen = [article for article in articles() if given.only in article.name]
    if given.write:
        write(chosen, given.write)
        return
    for article in chosen:
        for finding in loud(reviewed(article.text, article.name, article.date)):
            print(f"FALSE {article.name}: {finding.severity} {finding.check}: {finding.message}")
    scores = [score for article in chosen for score in scored(article, twins(article))]
    for score in scores:
        for message in score.astray:
            print(f"ASTRAY {score.twin.name}: {message}")
        if given.misses and not score.found and (given.misses == "*" or given.misses in score.twin.name):
            print(told(score))
    print(table(scores))
    if given.floors and not given.only:
        old = floors.read() if given.floors == "raise" else {}
        floors.write({group: max(floor, old.get(group, 0)) for group, floor in floors.of(scores).items()})


def told(score: Score) -> str:
    """A miss with its sentence, the changed figure in brackets."""
    twin = score.twin
    before, after = twin.text[: twin.start], twin.text[twin.end :]
    start = max(before.rfind(mark) for mark in ("。", "\n", ". ")) + 1
    end = min(at for mark in ("。", "\n", ". ") if (at := after.find(mark)) >= 0)
    sentence = f"{before[start:]}[{twin.original} -> {twin.slip.text}]{after[:end]}"
    return f"MISS {twin.kind} {twin.relation.form}, {twin.slip.kind}: {twin.article.name}: {sentence.strip()}"


def table(scores: Iterable[Score]) -> str:
    """How many twins are found, by language, kind of relation and slip."""
    scores = list(scores)
    sides: dict[str, Callable[[Score], str]] = {
        "language": lambda s: s.twin.article.language,
        "relation": lambda s: f"{s.twin.kind} {s.twin.relation.form}",
        "slip": lambda s: s.twin.slip.kind,
        "all": lambda s: "",
    }
    lines = [f"{'':32}found    of       suspect first repair"]
    for side, of in sides.items():
        groups = Counter(of(s) for s in scores)
        for name in sorted(groups):
            group = [s for s in scores if of(s) == name]
            found = [s for s in group if s.found]
            share = 100 * len(found) / len(group)
            counts = (sum(s.suspected for s in found), sum(s.first for s in found), sum(s.repaired for s in found))
            lines.append(f"{side:9}{name:23}{len(found):5}{len(group):6} {share:5.1f}%   "
                         f"{counts[0]:5}{counts[1]:6}{counts[2]:7}")  # fmt: skip
    astray = sum(not score.pointed for score in scores)
    return "\n".join(
        [*lines, f"twins where other figures are blamed: {astray}; kinds without a twin: {_missing(scores)}"]
    )


def _missing(scores: list[Score]) -> str:
    return ", ".join(form for form in FORMS if all(s.twin.relation.form != form for s in scores)) or "none"


def write(chosen: Iterable[Article], folder: Path) -> None:
    """Each article, each twin, and what was changed in which, as `twins.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    manifest = []
    for article in chosen:
        stem, suffix = article.name.rsplit(".", 1)
        (folder / article.name).write_text(article.text, encoding="utf-8")
        for number, twin in enumerate(twins(article), 1):
            name = f"{stem}.t{number:02}.{suffix}"
            (folder / name).write_text(twin.text, encoding="utf-8")
            manifest.append({
                "twin": name, "article": article.name, "date": article.date, "kind": twin.kind,
                "form": twin.relation.form, "rule": twin.relation.rule, "slip": twin.slip.kind,
                "start": twin.start, "end": twin.end, "text": twin.slip.text, "original": twin.original,
            })  # fmt: skip
    (folder / "twins.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
