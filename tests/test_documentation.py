"""Pages lead where they say, and name what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import checks
from claims.configuration import KEYS, LEVELS, Settings

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "docs").rglob("*.md"))
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_PATH = re.compile(r"`((?:claims|checks|reports|docs|tests|examples|scripts)/[\w./*-]+)`")

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())


@every_page
def test_links_lead_somewhere(page: Path) -> None:
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    assert [link for link in _LINK.findall(text) if not (page.parent / link).exists()] == []


@every_page
def test_paths_exist(page: Path) -> None:
    """All but those that a guide asks its reader to write."""
    named = set(_PATH.findall(page.read_text(encoding="utf-8"))) - {
        "checks/rating_on_scale.py",
        "docs/checks/rating-on-scale.md",
    }
    made = {"examples/giants.report.html"}
    assert [path for path in named - made if not list(ROOT.glob(path.rstrip("/")))] == []


def test_every_key_of_the_configuration_is_told_with_its_default() -> None:
    table = dict(
        re.findall(
            r"^\| `([\w-]+)` \| .*? \| (.*?) \| .*\|$",
            (ROOT / "docs/configuration.md").read_text("utf-8"),
            re.MULTILINE,
        )
    )
    assert table.keys() == KEYS.keys()
    assert table["fail-on"] == f"`{Settings().fail_on}`" and table["lang"] == f"`{Settings().language}`"
    assert table["max-size"] == f"`{Settings().max_size // 2**20}M`"
    assert set(LEVELS) <= set(re.findall(r"`(\w+)`", (ROOT / "docs/configuration.md").read_text("utf-8")))


def test_readers_are_told_of_every_check_and_of_no_other() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert sorted(re.findall(r"^\| \[([\w-]+)\]\(docs/checks/\1\.md\) \|", readme, re.MULTILINE)) == list(
        checks.names()
    )
    listed = re.search(r"^- Checks: (.*?)\.$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert listed is not None and sorted(re.findall(r"`([\w-]+)`", listed[1])) == list(checks.names())
