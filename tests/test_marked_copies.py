"""Marked copies of a draft: a kind of copy is one module, and what cannot be right is refused."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import reports
import validate

KIND = '''"""Copies of plain text in capitals, with the number of findings before them."""

SUFFIXES = (".reviewed.txt",)


def mark(data, review):
    if b"unmarkable" in data:
        from reports import Unmarkable

        raise Unmarkable("it says so; say otherwise")
    if b"moving" in data:
        from pathlib import Path

        Path("a.txt").write_bytes(b"something else")
    return b"%d " % len(review.findings) + data.upper()
'''
WRONG = "The number of trees rose 10% from 200 to 230.\n"


@pytest.fixture(autouse=True)
def kind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A kind of copy for plain text, of one file, and a folder of one's own to work in."""
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "reviewed_txt.py").write_text(KIND, encoding="utf-8")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setattr(reports, "__path__", [*reports.__path__, str(tmp_path / "kinds")])
    caches = (reports.formats, reports.suffixes, reports.copies)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()
    sys.modules.pop("reports.reviewed_txt", None)


def put(name: str, text: str = WRONG) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_a_kind_of_copy_is_one_module() -> None:
    assert reports.copies()[".reviewed.txt"] == "reviewed_txt"
    assert "reviewed_txt" not in reports.formats() and ".reviewed.txt" not in reports.suffixes()


def test_the_copy_is_made_of_what_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert validate.main([put("a.txt"), "-o", "a.reviewed.txt", "-o", "a.json"]) == 1
    assert Path("a.reviewed.txt").read_text() == f"1 {WRONG.upper()}"
    assert Path("a.txt").read_text() == WRONG and Path("a.json").stat().st_size
    assert "a.reviewed.txt written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("drafts", "output", "said"),
    [
        (["a.md"], "a.reviewed.txt", "a copy of a.md cannot end so; only a .txt draft gives a .reviewed.txt"),
        (["a.txt", "b.txt"], "a.reviewed.txt", "a marked copy is of one draft, and there are 2; name one draft"),
        (["b.reviewed.txt"], "b.reviewed.txt", "is one of the drafts"),
        (["a.txt"], "nowhere/a.reviewed.txt", "the folder does not exist"),
        (["a.txt"], "a.reviewed", "no format has this suffix"),
    ],
)
def test_what_cannot_be_right_is_refused_before_the_work(
    drafts: list[str], output: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {name: put(name) for name in drafts}
    assert validate.main([*drafts, "-o", output]) == 2
    assert said in capsys.readouterr().err
    assert {path.name: path.read_text() for path in Path().iterdir()} == dict.fromkeys(before, WRONG)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("unmarkable 12 trees", "not written: it says so; say otherwise"),
        ("moving 12 trees", "not written: a.txt was changed meanwhile; check it again"),
        ("12 trees\0", "not written: a.txt could not be checked"),
    ],
)
def test_what_goes_wrong_is_said(text: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    put("a.reviewed.txt", "older")
    assert validate.main([put("a.txt", text), "-o", "a.reviewed.txt"]) == 2
    assert said in capsys.readouterr().err
    assert Path("a.reviewed.txt").read_text() == "older"


def test_a_missing_draft_gives_no_copy(capsys: pytest.CaptureFixture[str]) -> None:
    assert validate.main(["none.txt", "-o", "none.reviewed.txt"]) == 2
    assert "no such file" in capsys.readouterr().out and not Path("none.reviewed.txt").exists()
