"""Pages of checks as tests read them: drafts in fences, each with the findings expected of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from checks import Review
from checks._judging.examine import examine
from claims.extract import extract
from claims.readers import read_text
from claims.record_set import record_set

PAGES = Path(__file__).resolve().parent.parent / "docs" / "checks"
_DRAFT = re.compile(
    r"^```draft(?P<info>[^\n]*)\n(?P<text>.*?\n)```\n(?:\n*(?P<open>```findings\n)(?P<findings>.*?)```\n)?",
    re.MULTILINE | re.DOTALL,
)
_HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)


class Example(NamedTuple):
    """One draft of a page."""

    page: str
    line: int
    language: str
    """"zh", "en" or "auto", as the fence says."""
    date: str
    text: str
    findings: str | None
    """Lines that the page expects, None where it expects silence."""
    span: tuple[int, int]
    """Where the lines stand in the page, so that they can be written anew; (0, 0) without."""
    section: str
    """The heading that it stands under."""
    is_record: bool = False
    """Whether it is a record file and no draft."""


def examples(path: Path) -> list[Example]:
    """The drafts of one page, in order."""
    page = path.read_text(encoding="utf-8")
    headings = [(m.start(), m[2]) for m in _HEADING.finditer(page)]
    found = []
    for match in _DRAFT.finditer(page):
        options = dict(word.partition("=")[::2] for word in match["info"].split())
        unknown = options.keys() - {"zh", "en", "date", "record"}
        assert not unknown, f"{path.name}: a draft cannot be {', '.join(unknown)}"
        found.append(
            Example(
                page=path.stem,
                line=page.count("\n", 0, match.start()) + 1,
                language=next((lang for lang in ("zh", "en") if lang in options), "auto"),
                date=options.get("date", ""),
                text=match["text"],
                findings=match["findings"],
                span=match.span("findings") if match["open"] else (0, 0),
                section=next((name for at, name in reversed(headings) if at < match.start()), ""),
                is_record="record" in options,
            )
        )
    return found


def reviewed(text: str, language: str = "auto", date: str = "", is_record: bool = False) -> Review:
    """What all checks say of a draft in Markdown, or of a record file without one."""
    if is_record:
        return examine(record_set(text, "figures.claims.yaml", language, date)[0])
    return examine(extract(read_text(text, "draft.md", language=language), date=date))


def lines(review: Review, severities: tuple[str, ...] = ("error", "warning", "info")) -> str:
    """Findings as pages write them: severity, check, quoted figures in reading order, arithmetic."""
    assert review.ledger is not None
    text = review.ledger.draft.text
    written = []
    for finding in review.findings:
        if finding.severity in severities:
            figures = ", ".join(f'"{" ".join(text[start:end].split())}"' for start, end in finding.spans)
            written.append(f"{finding.severity} {finding.check} {figures}: {finding.arithmetic}\n")
    return "".join(written)
