"""The house stays in order: which way imports go, and what lies where."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("claims", "checks", "reports", "validate")
MODULES = sorted(
    path
    for top in ("claims", "checks", "reports", "benchmarks", "validate.py")
    for path in ([ROOT / top] if top.endswith(".py") else (ROOT / top).rglob("*.py"))
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").as_posix()


def imported(path: Path) -> set[str]:
    """Every module that a file imports, at the top or inside a function, `from a import b` as a and a.b."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: relative import"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def layer(module: str) -> int | None:
    top = module.partition(".")[0]
    return LAYERS.index(top) if top in LAYERS else None


every_module = pytest.mark.parametrize("path", MODULES, ids=name_of)


@every_module
def test_imports_go_one_way(path: Path) -> None:
    own = layer(name_of(path).replace("/", "."))
    if own is not None:
        above = {name for name in imported(path) if (other := layer(name)) is not None and other > own}
        assert above == set()


@every_module
def test_has_a_docstring(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring and docstring.splitlines()[0].endswith((".", "?"))


@every_module
def test_never_goes_by_the_installed_name(path: Path) -> None:
    assert not {name for name in imported(path) if name.partition(".")[0] == "crossfoot"}


@pytest.mark.parametrize("path", [p for p in MODULES if p.parent.name == "checks" and p.name[0] != "_"], ids=name_of)
def test_checks_do_not_know_each_other(path: Path) -> None:
    """A check may use the package and its machinery, which is named with an underscore."""
    others = {other.stem for other in (ROOT / "checks").glob("*.py") if not other.name.startswith("_")}
    assert not {name for name in imported(path) if name.startswith("checks.") and name.split(".")[1] in others}


def test_validate_is_the_only_module_at_the_root() -> None:
    assert [path.name for path in ROOT.glob("*.py")] == ["validate.py"]


@pytest.mark.parametrize("word", ["utils", "helpers", "manager", "misc", "common"])
def test_no_module_is_named_after_nothing(word: str) -> None:
    assert [name_of(path) for path in MODULES if word in path.stem] == []


def test_every_check_has_its_page() -> None:
    checks = {path.stem.replace("_", "-") for path in (ROOT / "checks").glob("[!_]*.py")}
    pages = {path.stem for path in (ROOT / "docs" / "checks").glob("*.md")}
    assert checks == pages
