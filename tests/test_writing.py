"""Files are whole, before and after, whatever happens in between."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims import writing
from claims.writing import WriteError, check_writable, write

ROOT = Path(__file__).resolve().parent.parent
as_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "報告.html"
    write(path, b"old")
    write(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["報告.html"]


def test_pieces_make_one_file_or_none(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    write(path, iter([b"one", b"", b"two"]))

    def broken() -> Iterator[bytes]:
        yield b"three"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(path, broken())
    assert path.read_bytes() == b"onetwo"
    assert names(tmp_path) == ["rows.jsonl"]


@pytest.mark.skipif(os.name == "nt", reason="no modes there")
def test_keeps_the_mode_and_obeys_the_mask(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_bytes(b"old")
    old.chmod(0o640)
    before = os.umask(0o027)
    try:
        write(old, b"x")
        write(new, b"x")
    finally:
        os.umask(before)
    assert old.stat().st_mode & 0o777 == 0o640
    assert new.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    write(tmp_path / "link.md", b"new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="no devices there")
def test_a_device_stays_a_device() -> None:
    write("/dev/null", b"x")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize(
    ("place", "what"),
    [("folder", "is a folder"), ("missing/report.md", "does not exist"), ("file.md/report.md", "does not exist")],
)
@pytest.mark.parametrize("attempt", [check_writable, lambda path: write(path, b"x")])
def test_refuses_what_is_no_place_for_a_file(tmp_path: Path, place: str, what: str, attempt) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.md").write_bytes(b"old")
    with pytest.raises(WriteError, match=what) as caught:
        attempt(tmp_path / place)
    assert place in str(caught.value)
    assert (tmp_path / "file.md").read_bytes() == b"old"


@pytest.mark.parametrize(
    ("number", "what"),
    [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "read-only"), (errno.EIO, os.strerror(errno.EIO))],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file(tmp_path: Path, monkeypatch, step: str, number: int, what: str) -> None:
    path = tmp_path / "report.md"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(writing.os, step, fail)
    with pytest.raises(WriteError, match=what):
        write(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["report.md"]


@pytest.mark.skipif(sys.platform != "linux", reason="limits differ")
def test_a_real_limit_on_size_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_bytes(b"old")
    script = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        f"from claims.writing import write; write({str(path)!r}, b'x' * 100000)"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert "WriteError" in run.stderr
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["report.md"]


@as_root
def test_a_folder_without_leave_to_write(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_bytes(b"old")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(WriteError, match="permission denied"):
            check_writable(path)
        with pytest.raises(WriteError, match="permission denied"):
            write(path, b"new")
    finally:
        tmp_path.chmod(0o700)
    assert path.read_bytes() == b"old"


@as_root
def test_a_file_without_leave_to_write(tmp_path: Path) -> None:
    """Renaming over it would work, but its owner said no."""
    path = tmp_path / "report.md"
    path.write_bytes(b"old")
    path.chmod(0o400)
    with pytest.raises(WriteError, match="permission denied"):
        write(path, b"new")
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal there")
@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_killed_on_the_way_leaves_the_old_file(tmp_path: Path, step: str) -> None:
    """The writer stops dead before a step, and is killed there as `kill -9` does it."""
    path, ready = tmp_path / "report.md", tmp_path / "ready"
    path.write_bytes(b"old")
    script = (
        "import os, time\n"
        "from claims import writing\n"
        f"def wait(*_): open({str(ready)!r}, 'w').close(); time.sleep(60)\n"
        f"writing.os.{step} = wait\n"
        f"writing.write({str(path)!r}, b'x' * 1000000)\n"
    )
    writer = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT)
    try:
        while not ready.exists():
            assert writer.poll() is None
            time.sleep(0.01)
    finally:
        writer.kill()
        writer.wait()
    assert path.read_bytes() == b"old"
    write(path, b"new")
    assert path.read_bytes() == b"new"
