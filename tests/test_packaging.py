"""What is installed is what the tree holds, and it works from any folder."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SHIPPED = ("claims", "checks", "reports", "docs/checks")
DRAFT = "# 花園\n\n園內有樹12棵，其中松樹7棵、柏樹5棵。\n"


def tree() -> set[str]:
    """Every file that should ship, as named in a wheel."""
    files = [path for top in SHIPPED for path in (ROOT / top).rglob("*") if path.is_file()]
    kept = [path for path in files if "__pycache__" not in path.parts and not path.name.startswith(".")]
    return {f"crossfoot/{path.relative_to(ROOT).as_posix()}" for path in (*kept, ROOT / "validate.py")}


def run(*command: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A finished command, which knows nothing of the tree but what was installed."""
    inherited = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    fixed = inherited | {"PYTHONUTF8": "1", "PIP_NO_INPUT": "1"} | environment
    words = [str(word) for word in command]
    result = subprocess.run(words, cwd=cwd, env=fixed, capture_output=True, text=True, encoding="utf-8")
    assert result.returncode in (0, 1), f"{words}\n{result.stdout}\n{result.stderr}"
    return result


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """The tree without what was made in it, so that building leaves nothing behind."""
    place = tmp_path_factory.mktemp("copy") / "tree"
    place.mkdir()
    passed = shutil.ignore_patterns("__pycache__", ".*")
    for name in ("claims", "checks", "reports", "docs"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place / name, ignore=passed)
    for name in ("validate.py", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, place / name)
    return place


@pytest.fixture(scope="module")
def wheel(copy: Path, tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    run(*build, "--wheel-dir", place, copy, cwd=place)
    (made,) = place.glob("*.whl")
    return made


def environment(folder: Path, *wanted: object) -> Path:
    """A new environment in which pip installed what is wanted; returns where its commands are.

    What crossfoot depends on is lent by the environment of the tests, after its own modules.
    """
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    own = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)}))
    (own / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    commands = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", commands / "python", "install", "--quiet", "--no-deps"]
    run(*pip, "--no-build-isolation", *wanted, cwd=folder.parent)
    return commands


@pytest.fixture(scope="module", params=["wheel", "editable"])
def installed(request, tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp(request.param)
    if request.param == "wheel":
        return environment(place / "env", request.getfixturevalue("wheel"))
    return environment(place / "env", "--editable", request.getfixturevalue("copy"))


def third_party(*tops: str) -> set[str]:
    """Distributions, by normalised name, of the modules that files import without asking whether they are there."""
    own = {
        "claims",
        "checks",
        "reports",
        "validate",
        "benchmarks",
        *(path.stem for path in (ROOT / "tests").iterdir()),
    }
    names = set()
    for path in (
        path for top in tops for path in ([ROOT / top] if top.endswith(".py") else (ROOT / top).rglob("*.py"))
    ):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        guarded = {inner for node in ast.walk(tree) if isinstance(node, ast.Try) for inner in ast.walk(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import) and node not in guarded:
                names.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node not in guarded and node.level == 0:
                names.add((node.module or "").partition(".")[0])
    providers = packages_distributions()  # a name that several share, as ruamel, is that of the plainest
    found = {min(providers.get(name, [name]), key=len) for name in names - own - sys.stdlib_module_names}
    return {name.lower().replace("_", "-") for name in found}


def declared(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~ ;\[]", requirement)[0].lower() for requirement in requirements}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    product = third_party("claims", "checks", "reports", "validate.py")
    optional = {name: declared(wanted) for name, wanted in PROJECT["project"]["optional-dependencies"].items()}
    tests = optional.pop("dev")
    extras = set[str]().union(*optional.values())
    assert product == declared(PROJECT["project"]["dependencies"]) | extras
    tools = {"mypy", "ruff", "setuptools"}
    assert third_party("tests") - product == tests - tools - extras
    assert extras <= tests


def test_packages_are_those_of_the_tree() -> None:
    found = {path.parent for top in ("claims", "checks", "reports") for path in (ROOT / top).rglob("*.py")}
    expected = {"crossfoot", *(f"crossfoot.{'.'.join(path.relative_to(ROOT).parts)}" for path in found)}
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == expected


def test_every_folder_of_modules_says_that_it_is_a_package() -> None:
    folders = {path.parent for top in ("claims", "checks", "reports") for path in (ROOT / top).rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []
    assert not (ROOT / "__init__.py").exists()


def test_the_wheel_holds_the_tree_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name for name in names if ".dist-info/" not in name} == tree()


def test_the_version_is_said_alike(wheel: Path) -> None:
    import reports

    assert PROJECT["project"]["version"] == reports.version()
    assert wheel.name.startswith(f"crossfoot-{reports.version()}-")


def test_the_command_works_from_elsewhere(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "稿").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / "稿" / name).write_text(DRAFT, encoding="utf-8")
    command = installed / "crossfoot"
    assert run(command, "--version", cwd=tmp_path).stdout == f"crossfoot {PROJECT['project']['version']}\n"
    alone = run(command, "稿", "--format", "json", "-o", "r.html", "-o", "r.xml", cwd=tmp_path)
    shared = run(command, "check", "稿", "--format", "json", "--jobs", "2", cwd=tmp_path)
    assert [document["path"] for document in json.loads(alone.stdout)["documents"]] == ["稿/a.md", "稿/b.md"]
    assert alone.stdout == shared.stdout
    assert (tmp_path / "r.html").read_text(encoding="utf-8").startswith("<!")
    assert "12棵" in run(command, "claims", "稿/a.md", cwd=tmp_path).stdout


def test_what_runs_is_what_was_installed(installed: Path, copy: Path, tmp_path: Path) -> None:
    where = "import crossfoot.validate, claims; print(crossfoot.validate.__file__, claims.__file__, sep='\\n')"
    files = run(installed / "python", "-c", where, cwd=tmp_path).stdout.splitlines()
    assert all(Path(file).is_relative_to(copy) or Path(file).is_relative_to(installed.parent) for file in files)


def test_pages_come_along(installed: Path, tmp_path: Path) -> None:
    command = installed / "crossfoot"
    for line in run(command, "checks", cwd=tmp_path).stdout.splitlines():
        page = run(command, "explain", line.split()[0], cwd=tmp_path).stdout
        assert page.startswith("# ")


def test_a_clone_needs_no_installing(copy: Path, tmp_path: Path) -> None:
    """As a program, as a module and by a path from elsewhere."""
    (tmp_path / "a.md").write_text(DRAFT, encoding="utf-8")
    there = run(sys.executable, copy / "validate.py", "a.md", "--format", "json", cwd=tmp_path)
    here = run(sys.executable, "-m", "validate", tmp_path / "a.md", "--format", "json", cwd=copy)
    assert json.loads(there.stdout)["summary"] == json.loads(here.stdout)["summary"]
