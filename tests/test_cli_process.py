"""The command as a process: streams, signals, processes of its own, what it imports."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {
    *("pandas", "numpy", "pint", "scipy", "opencc", "jinja2", "rich", "ruamel", "charset_normalizer", "jsonschema"),
    *("tomllib", "multiprocessing", "concurrent", "asyncio", "logging", "email", "xml", "html", "unittest"),
}
DRAFT = "# 花園\n\n園內有樹12棵，其中松樹7棵、柏樹6棵。😀\n"
posix = pytest.mark.skipif(os.name == "nt", reason="signals and pipes differ there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "園.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def command(*words: object) -> list[str]:
    return [sys.executable, str(ROOT / "validate.py"), *map(str, words)]


def run(folder: Path, *words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    result = subprocess.run(command(*words), cwd=folder, env=os.environ | environment, capture_output=True)
    assert b"Traceback" not in result.stderr
    return result


C_LOCALE = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "LANG": "C"}


@pytest.mark.parametrize(
    ("format", "streams"),
    [
        *((format, C_LOCALE) for format in ("text", "json", "sarif", "junit", "markdown", "github")),
        ("text", {"PYTHONIOENCODING": "cp950"}),
        ("json", {"PYTHONIOENCODING": "gbk"}),
    ],
)
def test_a_stream_that_cannot_show_chinese_gets_escapes(folder: Path, format: str, streams: dict[str, str]) -> None:
    """And the files beside it are UTF-8 all the same."""
    wide = run(folder, ".", "--format", format, PYTHONIOENCODING="utf-8")
    narrow = run(folder, ".", "--format", format, "-o", "r.json", **streams)
    assert narrow.returncode == wide.returncode != 2
    if format in ("json", "sarif"):
        assert json.loads(narrow.stdout.decode("ascii")) == json.loads(wide.stdout)
    elif format == "junit":
        roots = [ElementTree.fromstring(output) for output in (narrow.stdout, wide.stdout)]
        assert ElementTree.tostring(roots[0]) == ElementTree.tostring(roots[1])
    else:
        shown = narrow.stdout.decode(streams.get("PYTHONIOENCODING", "ascii"))
        assert "園" in shown or "\\u5712" in shown
    assert json.loads((folder / "r.json").read_text(encoding="utf-8"))["documents"][0]["path"] == "園.md"


def test_the_list_of_claims_meets_a_narrow_stream(folder: Path) -> None:
    for format in ("text", "jsonl"):
        result = run(folder, "claims", ".", "--format", format, PYTHONIOENCODING="ascii")
        assert result.returncode == 0
        assert "\\u68f5" in result.stdout.decode("ascii")


@posix
def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    """The status is that of the work, which was done."""
    for words, expected in (((".", "--fail-on", "info"), 1), (("claims", "."), 0), (("--help",), 0)):
        read, write = os.pipe()
        os.close(read)
        process = subprocess.run(command(*words), cwd=folder, stdout=write, stderr=subprocess.PIPE)
        os.close(write)
        assert (process.returncode, process.stderr) == (expected, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device there")
def test_a_full_disk_behind_standard_output_is_told(folder: Path) -> None:
    with open("/dev/full", "wb") as full:
        process = subprocess.run(command("."), cwd=folder, stdout=full, stderr=subprocess.PIPE)
    assert process.returncode == 2
    assert process.stderr.decode() == "crossfoot: standard output: cannot be written: No space left on device\n"


@posix
@pytest.mark.parametrize("closed", ["1", "2", "1 2"])
def test_closed_streams(folder: Path, closed: str) -> None:
    shell = " ".join(f"{number}>&-" for number in closed.split())
    result = subprocess.run(["sh", "-c", f'exec "$@" {shell}', "sh", *command(".")], cwd=folder, capture_output=True)
    assert result.returncode == (2 if "1" in closed else run(folder, ".").returncode)
    assert b"Traceback" not in result.stderr


@pytest.fixture
def pipes(folder: Path) -> Iterator[list[Path]]:
    """Drafts that are not finished until somebody writes to them."""
    paths = [folder / "one.md", folder / "two.md"]
    for path in paths:
        os.mkfifo(path)
    yield paths


def opened(path: Path, process: subprocess.Popen[bytes]) -> int:
    """The writing end of a pipe, once the process or one of its workers has come to read it."""
    while process.poll() is None:
        try:
            return os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.01)
    raise AssertionError(f"ended early: {process.communicate()}")


@posix
@pytest.mark.parametrize("jobs", [1, 2])
def test_interrupted(folder: Path, pipes: list[Path], jobs: int) -> None:
    """Ctrl-C reaches the whole group; a new line for the prompt is all that is said, and nobody is left behind."""
    words = command(*pipes, "--jobs", jobs, "-o", "r.html")
    process = subprocess.Popen(
        words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    writers = [opened(path, process) for path in pipes[:jobs]]
    time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    try:
        output, errors = process.communicate(timeout=20)
    finally:
        process.kill()
        for writer in writers:
            os.close(writer)
    assert (process.returncode, output, errors.strip()) == (130, b"", b"")
    assert not (folder / "r.html").exists()
    with pytest.raises(ProcessLookupError):
        for _ in range(100):  # the last of the group may take a moment to be gone
            os.killpg(process.pid, 0)
            time.sleep(0.05)


@posix
def test_a_worker_that_dies_leaves_no_document_clean(folder: Path, pipes: list[Path]) -> None:
    words = command("園.md", *pipes, "--jobs", 2, "--format", "json")
    process = subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, start_new_session=True)
    writers = [opened(path, process) for path in pipes]
    children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, text=True)
    if children.returncode:
        process.kill()
        pytest.skip("ps is not there")
    os.kill(int(children.stdout.split()[-1]), signal.SIGKILL)
    output = json.loads(process.communicate(timeout=20)[0])
    for writer in writers:
        os.close(writer)
    assert process.returncode == 2
    assert [document["status"] for document in output["documents"]][1:] == ["unreadable", "unreadable"]
    assert "--jobs 1" in output["documents"][1]["reason"]


@pytest.mark.parametrize("method", ["spawn", "fork", "forkserver"])
def test_the_same_bytes_however_many_processes(tmp_path: Path, method: str) -> None:
    import multiprocessing

    if method not in multiprocessing.get_all_start_methods():
        pytest.skip("not here")
    for number in range(5):
        (tmp_path / f"{number}.md").write_text(DRAFT.replace("12", str(12 + number)), encoding="utf-8")
    (tmp_path / "bad.md").write_bytes(b"\0\1\2\3" * 20)
    driver = tmp_path / "driver.py"
    driver.write_text(
        f"import multiprocessing, sys\nsys.path.insert(0, {str(ROOT)!r})\nimport validate\n"
        f"if __name__ == '__main__':\n    multiprocessing.set_start_method({method!r})\n"
        "    sys.exit(validate.main())\n",
        encoding="utf-8",
    )
    outputs = set()
    for jobs in ("1", "3"):
        words = [sys.executable, str(driver), ".", "--format", "json", "--jobs", jobs, "-q", "-o", f"r{jobs}.html"]
        process = subprocess.run(words, cwd=tmp_path, capture_output=True)
        assert (process.returncode, process.stderr) == (2, b"")
        outputs.add((process.stdout, (tmp_path / f"r{jobs}.html").read_bytes()))
    assert len(outputs) == 1


def modules(folder: Path, *words: object) -> set[str]:
    """Top-level modules that a run imports."""
    script = (
        "import sys, os\nbefore = set(sys.modules)\n"
        f"sys.path.insert(0, {str(ROOT)!r})\nimport validate\nvalidate.main({[str(word) for word in words]!r})\n"
        "sys.stdout.flush()\n"
        "print('\\n' + ' '.join(sorted({name.partition('.')[0] for name in set(sys.modules) - before})))"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, encoding="utf-8"
    )
    assert result.returncode == 0, result.stderr
    return set(result.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["claims", "--help"]])
def test_help_imports_no_more_than_the_command_line(folder: Path, words: list[str]) -> None:
    assert not modules(folder, *words) & HEAVY
    assert not modules(folder, "--help") & {"checks", "msgspec", "fractions", "decimal"}


@pytest.mark.parametrize("format", ["text", "json"])
def test_a_check_imports_only_what_it_uses(folder: Path, format: str) -> None:
    needed = {"tomllib", "html"}  # the language files; entities in Markdown
    assert not modules(folder, "園.md", "--format", format) & (HEAVY - needed)


def test_listing_imports_no_checks(folder: Path) -> None:
    assert "pandas" not in modules(folder, "claims", "園.md", "--format", "jsonl")
