"""The commands of the README, with a Python that only notes what it was asked to do."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ("scripts/example", "scripts/test", ".ci/run")
PYTHON = """#!/bin/sh
echo "$*" >> "$NOTES"
case "$*" in
    *"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
    *"-m pip install"*) [ -z "${OFFLINE:-}" ] || { echo "no network"; exit 1; } ;;
    *"-m pytest"*) echo "3 passed" ;;
esac
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="scripts for a POSIX shell")


class Clone:
    """A clone with the scripts only, and a Python of straw in front of the path."""

    def __init__(self, folder: Path) -> None:
        self.tree, self.notes = folder / "my clone", folder / "notes"
        for name in (*SCRIPTS, "scripts/environment", "pyproject.toml"):
            (self.tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, self.tree / name)
        python = folder / "bin" / "python3"
        python.parent.mkdir()
        python.write_text(PYTHON, encoding="utf-8")
        python.chmod(0o755)
        self.environment = os.environ | {"PATH": f"{python.parent}:{os.environ['PATH']}", "NOTES": str(self.notes)}

    def run(self, script: str, *words: str, cwd: Path | None = None, **environment: str):
        """The finished process and what Python was asked to do meanwhile."""
        self.notes.unlink(missing_ok=True)
        done = subprocess.run(
            [self.tree / script, *words],
            cwd=cwd or self.tree.parent,
            env=self.environment | environment,
            capture_output=True,
            text=True,
        )
        asked = self.notes.read_text(encoding="utf-8") if self.notes.exists() else ""
        return done, asked


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path)


def test_scripts_may_be_run() -> None:
    assert [name for name in SCRIPTS if not os.access(ROOT / name, os.X_OK)] == []


def test_the_first_run_installs_and_the_next_does_not(clone: Clone) -> None:
    done, asked = clone.run("scripts/test", "-k", "two words")
    assert (done.returncode, done.stdout) == (0, "3 passed\n")
    assert "-m venv --clear .venv" in asked and "--editable .[dev]" in asked
    assert asked.endswith("-m pytest -k two words\n")
    done, asked = clone.run("scripts/test", cwd=Path("/"))
    assert (done.returncode, done.stderr, asked) == (0, "", "-m pytest\n")
    done, asked = clone.run("scripts/example")  # what the tests need is more than enough
    assert (done.returncode, done.stderr) == (0, "")
    assert asked.startswith("validate.py check examples") and len(asked.splitlines()) == 1


def test_the_example_installs_the_little_it_needs_and_says_where_the_report_is(clone: Clone) -> None:
    done, asked = clone.run("scripts/example")
    assert "--editable .\n" in asked
    (report,) = [word for word in asked.split() if word.endswith(".html")]
    assert done.stdout == f"The report is in {clone.tree / report}\n"
    assert "--editable .[dev]" in clone.run("scripts/test")[1]


def test_an_installation_that_failed_is_taken_up_again(clone: Clone) -> None:
    done, asked = clone.run("scripts/test", OFFLINE="1")
    assert done.returncode == 2
    assert "no network" in done.stderr and "run the command again" in done.stderr
    assert "pytest" not in asked
    done, asked = clone.run("scripts/test")
    assert done.returncode == 0
    assert "-m pip install" in asked and "-m venv" not in asked


def test_half_an_environment_is_made_anew(clone: Clone) -> None:
    (clone.tree / ".venv" / "bin").mkdir(parents=True)
    assert "-m venv --clear .venv" in clone.run("scripts/test")[1]
    (clone.tree / ".venv" / "bin" / "python").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (clone.tree / ".venv" / ".installed-dev").unlink()
    assert "-m venv --clear .venv" in clone.run("scripts/test")[1]


def test_new_requirements_and_new_places_are_noticed(clone: Clone) -> None:
    clone.run("scripts/test")
    with open(clone.tree / "pyproject.toml", "a", encoding="utf-8") as file:
        file.write("\n# more\n")
    assert "-m pip install" in clone.run("scripts/test")[1]
    clone.tree = clone.tree.rename(clone.tree.parent / "moved")
    assert "-m pip install" in clone.run("scripts/test")[1]


def test_a_python_that_is_too_old_is_named(clone: Clone) -> None:
    for name in ("python3", *(f"python3.{minor}" for minor in range(11, 15))):
        python = clone.tree.parent / "bin" / name
        python.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        python.chmod(0o755)
    done, _ = clone.run("scripts/test")
    assert done.returncode == 2
    assert "Python 3.11 or later" in done.stderr
