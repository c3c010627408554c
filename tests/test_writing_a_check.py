"""The guide to writing a check is right: its two files, taken from the page, are a check that works."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from check_pages import Example, examples, lines, reviewed

import checks

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "writing-a-check.md"
NAME = "mean-in-range"


def fenced(kind: str, fence: str) -> str:
    """What stands in the guide's one fence of a kind."""
    (found,) = re.findall(
        rf"^{fence}{kind}\n(.*?)^{fence}$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return str(found)


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with the two files, of which the module is part of the package of checks."""
    module = NAME.replace("-", "_")
    (tmp_path / f"{module}.py").write_text(fenced("python", "```"), encoding="utf-8")
    (tmp_path / f"{NAME}.md").write_text(fenced("markdown", "````"), encoding="utf-8")
    monkeypatch.setattr(checks, "__path__", [*checks.__path__, str(tmp_path)])
    yield tmp_path
    sys.modules.pop(f"checks.{module}", None)
    vars(checks).pop(module, None)


def test_the_module_is_found(added: Path) -> None:
    assert NAME in checks.names()
    assert (checks.load(NAME).__doc__ or "").startswith("A mean lies outside the range beside it.\n")


def test_the_page_holds(added: Path) -> None:
    page = examples(added / f"{NAME}.md")
    assert {example.section for example in page} == {"Contradictions", "Near misses", "Rounding and hedges"}
    assert [(example.text, example.findings or "") for example in page] == [(e.text, told(e)) for e in page]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("票价为3至5元，平均每张6元。", "平均数应在3至5元之内"),
        ("票價為3至5元，平均每張6元。", "平均數應在3至5元之內"),
        ("A ticket costs $3 to $5, an average of $6 per ticket.", "a mean lies within its range, $3 to $5"),
    ],
)
def test_the_note_says_why_in_the_script_of_the_draft(added: Path, text: str, note: str) -> None:
    (finding,) = reviewed(text).findings
    assert finding.check == NAME and note in finding.message


def test_is_gone_again() -> None:
    assert NAME not in checks.names()


def told(example: Example) -> str:
    return lines(reviewed(example.text, example.language, example.date))
