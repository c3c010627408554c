"""Every check has a page whose drafts give the findings that the page says, and no others.

`pytest --update-golden` writes the findings anew; read the difference before committing it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from check_pages import PAGES, Example, examples, lines, reviewed

import checks
from claims.grammar.fold import script

SECTIONS = ("What it does", "Why it matters", "Examples", "What to write instead", "Limits")
NEAR, ROUNDED = "Near misses", "Rounding and hedges"
ALL = [example for path in sorted(PAGES.glob("*.md")) for example in examples(path)]


@pytest.mark.parametrize("example", ALL, ids=lambda e: f"{e.page}:{e.line}")
def test_drafts_give_what_the_page_says(example: Example, request: pytest.FixtureRequest) -> None:
    review = reviewed(example.text, example.language, example.date, example.is_record)
    if example.findings is None:
        assert lines(review, ("error", "warning")) == ""
        return
    found = lines(review)
    if request.config.getoption("--update-golden") and found != example.findings:
        _rewrite(example, found)
    else:
        assert found == example.findings


def _rewrite(example: Example, found: str) -> None:
    """Replace the findings of one draft; earlier ones may have moved it, so its text is looked up."""
    path = PAGES / f"{example.page}.md"
    now = next(e for e in examples(path) if e.text == example.text)
    page, (start, end) = path.read_text(encoding="utf-8"), now.span
    path.write_text(page[:start] + found + page[end:], encoding="utf-8")


def test_pages_and_checks_pair_up() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.md")) == list(checks.names())


@pytest.fixture(params=checks.names())
def page(request: pytest.FixtureRequest) -> Path:
    return PAGES / f"{request.param}.md"


def test_begins_with_its_name_and_has_every_section(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# {page.stem}\n")
    assert tuple(line[3:] for line in text.splitlines() if line.startswith("## ")) == SECTIONS


def test_shows_the_contradiction_in_every_script(page: Path) -> None:
    caught = {_written(e) for e in examples(page) if e.findings and f" {page.stem} " in e.findings}
    assert caught >= {"en"} and caught & {"Hant", "Hans"}
    assert {_written(e) for e in examples(page)} >= {"en", "Hant", "Hans"}


def test_shows_near_misses_that_stay_silent(page: Path) -> None:
    silent = {_written(e) for e in examples(page) if e.section == NEAR and not e.findings}
    assert silent >= {"en"} and silent & {"Hant", "Hans"}


def test_shows_a_case_of_rounding_or_a_hedge(page: Path) -> None:
    assert [e for e in examples(page) if e.section == ROUNDED]


def test_holds_eight_drafts_or_more(page: Path) -> None:
    assert len(examples(page)) >= 8


def _written(example: Example) -> str:
    """The script of a Chinese draft, else "en"."""
    return script(example.text) if any("㐀" <= char <= "鿿" for char in example.text) else "en"
