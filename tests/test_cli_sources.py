"""What a path stands for: a document, the documents of a folder, or a problem that is told."""

from __future__ import annotations

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from claims import sources
from claims.sources import Source, SourceError, Walk, load

links = pytest.mark.skipif(os.name == "nt", reason="links need rights there")


def plant(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text", encoding="utf-8")


def walked(root: Path, *paths: str, **options) -> list[str]:
    """Names of the sources of paths below `root`, as seen from there."""
    found = Walk(**options).sources([str(root / path) for path in paths])
    return [Path(source.name).relative_to(root).as_posix() + ("!" if source.problem else "") for source in found]


def test_a_folder_is_its_drafts_in_order_of_name(tmp_path: Path) -> None:
    plant(tmp_path, "b.md", "a.txt", "c/z.markdown", "c/y.TEXT", "photo.png", "table.csv", "a.claims.yaml", "no-suffix")
    assert walked(tmp_path, "") == ["a.txt", "b.md", "c/y.TEXT", "c/z.markdown", "table.csv"]


def test_hidden_entries_are_passed_over(tmp_path: Path) -> None:
    plant(tmp_path, "a.md", ".b.md", ".git/c.md", "d/.e/f.md")
    assert walked(tmp_path, "") == ["a.md"]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("old", ["a.md", "b/c.md"]),
        ("old/*", ["a.md", "b/c.md"]),
        ("c.md", ["a.md", "old/d.md"]),
        ("b/c.md", ["a.md", "old/d.md"]),
        ("*.md", ["!"]),
    ],
)
def test_patterns_leave_out_of_a_walk(tmp_path: Path, pattern: str, left: list[str]) -> None:
    plant(tmp_path, "a.md", "b/c.md", "old/d.md")
    assert walked(tmp_path, "", exclude=[pattern]) == (left if left != ["!"] else [".!"])


def test_what_is_named_is_taken_whatever_the_patterns(tmp_path: Path) -> None:
    plant(tmp_path, "a.md", "data.bin", ".b.md")
    assert walked(tmp_path, "data.bin", "a.md", ".b.md", exclude=["*"]) == ["data.bin", "a.md", ".b.md"]


def test_a_document_comes_once_and_where_it_was_first_named(tmp_path: Path) -> None:
    plant(tmp_path, "a.md", "b.md", "c/d.md")
    assert walked(tmp_path, "b.md", "", "c", "c/../a.md") == ["b.md", "a.md", "c/d.md"]


def test_the_folder_one_stands_in(tmp_path: Path, monkeypatch) -> None:
    plant(tmp_path, "-o.md", "a/b.md")
    monkeypatch.chdir(tmp_path)
    assert [source.name for source in Walk().sources(["."])] == ["-o.md", "a/b.md"]


@pytest.mark.parametrize("content", [[], ["photo.png"], [".hidden.md"], ["empty/.keep"]])
def test_a_folder_without_drafts_is_a_problem(tmp_path: Path, content: list[str]) -> None:
    plant(tmp_path, *content)
    (source,) = Walk().sources([str(tmp_path)])
    assert source.problem.startswith("no readable file in this folder; drafts end in .csv, .markdown, .md")


@links
def test_links_are_followed_inside_the_folder_only(tmp_path: Path) -> None:
    plant(tmp_path, "outside/secret.md", "root/a.md", "root/.store/b.md")
    root = tmp_path / "root"
    (root / "again.md").symlink_to("a.md")
    (root / "circle").symlink_to(".")
    (root / "folder").symlink_to("../outside")
    (root / "leak.md").symlink_to("../outside/secret.md")
    (root / "shown.md").symlink_to(".store/b.md")
    (root / "aside.png").symlink_to("../outside/secret.md")
    walk = Walk()
    assert [Path(source.name).name for source in walk.sources([str(root)])] == ["a.md", "shown.md"]
    assert [Path(note.partition(":")[0]).name for note in walk.notes] == ["folder", "leak.md"]
    assert all(note.endswith("a link out of the folder, not followed") for note in walk.notes)


@links
def test_a_link_is_followed_when_it_is_what_was_named(tmp_path: Path) -> None:
    plant(tmp_path, "outside/secret.md", "root/a.md")
    (tmp_path / "root" / "link.md").symlink_to("../outside/secret.md")
    (tmp_path / "there").symlink_to("outside")
    assert walked(tmp_path, "root/link.md") == ["root/link.md"]
    assert walked(tmp_path, "there") == ["there/secret.md"]


@links
def test_a_link_to_nothing_is_a_document_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "gone.md").symlink_to("nowhere.md")
    (source,) = Walk().sources([str(tmp_path)])
    with pytest.raises(SourceError, match="no such file"):
        load(source, 100)


def test_a_folder_that_does_not_open_is_a_problem(tmp_path: Path, monkeypatch) -> None:
    plant(tmp_path, "a.md", "closed/b.md")
    real = os.scandir

    def scandir(path: str):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(sources.os, "scandir", scandir)
    assert walked(tmp_path, "") == ["a.md", "closed!"]


def test_a_record_file_belongs_to_its_draft(tmp_path: Path) -> None:
    plant(tmp_path, "a.md", "a.claims.yaml", "b.txt", "b.txt.claims.yaml", "alone.claims.yaml")
    assert walked(tmp_path, "a.claims.yaml", "a.md", "b.txt", "b.txt.claims.yaml") == ["a.md", "b.txt"]
    assert walked(tmp_path, "alone.claims.yaml") == ["alone.claims.yaml"]


def test_standard_input_is_read_once_and_no_further_than_needed(monkeypatch) -> None:
    stream = io.BytesIO(b"0123456789")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=stream))
    (source,) = Walk(stdin_name="稿.md", limit=4).sources(["-", "-"])
    assert (source.name, source.data) == ("稿.md", b"01234")
    with pytest.raises(SourceError, match="larger than 4 bytes; allow more with --max-size"):
        load(source, 4)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.md", "no such file; check the name"),
        ("a.md/b.md", "no such file; check the name"),
        ("x" * 300, "the name is too long"),
    ],
)
def test_bytes_that_cannot_be_had(tmp_path: Path, name: str, said: str) -> None:
    plant(tmp_path, "a.md")
    with pytest.raises(SourceError, match=said):
        load(Source(name, str(tmp_path / name)), 100)


def test_permission_denied(tmp_path: Path, monkeypatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(SourceError, match="permission denied; ask its owner"):
        load(Source("a.md", "a.md"), 100)


def test_the_limit_is_exact(tmp_path: Path) -> None:
    plant(tmp_path, "a.md")
    source = Source("a.md", str(tmp_path / "a.md"))
    assert load(source, 4) == b"text"
    with pytest.raises(SourceError, match="larger than 3 bytes"):
        load(source, 3)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no such device there")
def test_a_device_without_end_meets_the_limit() -> None:
    with pytest.raises(SourceError, match="larger than"):
        load(Source("/dev/zero", "/dev/zero"), 1000)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_no_charset_knows_is_shown_with_escapes(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\xe4\xb8\xad.md"
    try:
        with open(path, "wb") as file:
            file.write(b"x")
    except OSError:
        pytest.skip("the file system wants UTF-8")
    (source,) = Walk().sources([str(tmp_path)])
    assert source.name.endswith("/\\xff中.md")
    assert load(source, 10) == b"x"
