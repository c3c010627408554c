"""All formats: golden files, the same bytes twice, and one new file for a new format."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import samples

import reports
from reports import _rules, records

FORMATS = ("text", "json", "sarif", "junit", "github", "markdown", "csv")
SUFFIX = {"text": ".txt", "json": ".json", "sarif": ".sarif", "junit": ".xml", "github": ".github", "markdown": ".md"}
LISTINGS = tuple((review.path, review.ledger) for review in samples.ALL if review.ledger is not None)

every_format = pytest.mark.parametrize("format", FORMATS)
every_listing = pytest.mark.parametrize("format", ("text", "yaml", "csv", "json", "jsonl"))


@pytest.fixture(autouse=True)
def _fixed(monkeypatch) -> None:
    """Golden files hold neither this version nor the pages of checks, which change for reasons of their own."""
    monkeypatch.setattr(records, "version", lambda: "0.0.0")
    monkeypatch.setattr(_rules, "page", lambda check: f"# {check}\n")
    monkeypatch.setattr(_rules, "description", lambda check: f"What {check} looks for.\n\nAnd why.")


def render(format: str, **options: object) -> str:
    return reports.render(format, samples.ALL, version="0.0.0", color=False, width=80, **options)


@every_format
def test_golden(format: str, golden) -> None:
    golden(f"check{SUFFIX.get(format, f'.{format}')}", render(format))


@every_listing
def test_golden_listing(format: str, golden) -> None:
    golden(f"claims{'.txt' if format == 'text' else f'.{format}'}", records.render(format, LISTINGS))


@every_format
def test_the_same_bytes_twice(format: str) -> None:
    assert render(format) == render(format)


@every_format
def test_ends_with_one_line_end(format: str) -> None:
    text = render(format)
    assert text.endswith("\n") and not text.endswith("\n\n")


@every_format
def test_a_report_of_nothing_can_be_read(format: str) -> None:
    assert reports.render(format, ()).strip()


@every_format
def test_no_line_is_counted_from_the_start_of_the_text(format: str, monkeypatch) -> None:
    """Calls grow as findings do, and nobody asks the draft, which counts lines from its first character."""
    from claims.draft import Draft

    monkeypatch.setattr(Draft, "line_column", None)

    def calls(count: int) -> int:
        review, seen = samples.crowded(count), 0

        def note(_frame: object, event: str, _argument: object) -> None:
            nonlocal seen
            seen += event in ("call", "c_call")

        sys.setprofile(note)
        try:
            reports.render(format, [review], color=False, width=80)
        finally:
            sys.setprofile(None)
        return seen

    calls(1)  # imports and caches
    base = calls(0)
    assert calls(200) - base < 2.2 * (calls(100) - base)


def test_formats_and_suffixes() -> None:
    assert set(FORMATS) < set(reports.formats())
    for suffix, format in {
        ".html": "html", ".json": "json", ".sarif": "sarif", ".xml": "junit", ".md": "markdown", ".csv": "csv",
    }.items():  # fmt: skip
        assert reports.SUFFIXES[suffix] == format


def test_a_new_format_is_one_new_file(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "haiku.py").write_text("def render(reviews, **_):\n    return f'{len(reviews)} drafts\\n'\n")
    monkeypatch.setattr(reports, "__path__", [*reports.__path__, str(tmp_path)])
    reports.formats.cache_clear()
    reports.suffixes.cache_clear()
    try:
        assert reports.render("haiku", samples.ALL) == "4 drafts\n"
        assert reports.SUFFIXES[".haiku"] == "haiku"
    finally:
        sys.modules.pop("reports.haiku", None)
        reports.formats.cache_clear()
        reports.suffixes.cache_clear()


@pytest.mark.parametrize("name", ["", "records", "numbers", "_plain", "../x", "os", "HTML", "json.x"])
def test_what_is_no_format(name: str) -> None:
    with pytest.raises(ValueError, match=r"no report format is called .*; there are csv, github, "):
        reports.render(name, ())
    with pytest.raises(ValueError, match="claims are not listed as"):
        records.render(name or "html", ())


def test_what_the_package_does_not_have() -> None:
    with pytest.raises(AttributeError, match="no attribute 'VERSIONS'"):
        reports.VERSIONS  # noqa: B018
    assert reports.VERSION.count(".") == 2
