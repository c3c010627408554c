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
NAME = "rating-on-scale"


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
    assert (checks.load(NAME).__doc__ or "").startswith("A rating lies outside the scale beside it.\n")


def test_the_page_holds(added: Path) -> None:
    page = examples(added / f"{NAME}.md")
    assert {example.section for example in page} == {"Contradictions", "Near misses", "Rounding and hedges"}
    assert [(example.text, example.findings or "") for example in page] == [(e.text, told(e)) for e in page]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("住客评分由1至5分，这家旅馆得6分。", "评分应在1至5分之内"),
        ("住客評分由1至5分，這家旅館得6分。", "評分應在1至5分之內"),
        ("On a scale of 1 to 5, guests gave the inn 6.", "a rating lies on its scale, 1 to 5"),
    ],
)
def test_the_note_says_why_in_the_script_of_the_draft(added: Path, text: str, note: str) -> None:
    (finding,) = reviewed(text).findings
    assert finding.check == NAME and note in finding.message


def test_is_gone_again() -> None:
    assert NAME not in checks.names()


def told(example: Example) -> str:
    return lines(reviewed(example.text, example.language, example.date))
