"""GitHub annotations: read back as the runner reads them."""

from __future__ import annotations

import re

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

import reports
from reports.github import command

COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>[^:]*)::(?P<message>.*)")


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as `@actions/core` documents it: the first :: ends the properties."""
    match = COMMAND.fullmatch(line)
    assert match, line
    properties = dict(entry.split("=", 1) for entry in match["properties"].split(","))
    for key, value in properties.items():
        properties[key] = unescaped(value.replace("%3A", ":").replace("%2C", ","))
    return match["name"], properties, unescaped(match["message"])


def unescaped(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


REPORT = reports.render("github", samples.ALL)


def test_findings_are_marked() -> None:
    name, place, message = parsed(REPORT.splitlines()[0])
    assert name == "error"
    assert place == {
        "file": "稿件/雲州紡織.md", "line": "9", "col": "11", "endLine": "9", "endColumn": "18",
        "title": "breakdown: 88.6 + 124.9 = 213.5億元 ≠ 203.5億元",
    }  # fmt: skip
    assert message == f"{samples.CHINESE.findings[0].message}\n88.6 + 124.9 = 213.5億元 ≠ 203.5億元"


def test_each_line_is_a_command_but_the_last() -> None:
    *commands, last = REPORT.splitlines()
    names = [parsed(line)[0] for line in commands]
    assert names == [
        "error", "warning", "notice", "warning", "error", "error", "warning", "notice", "error", "notice",
    ]  # fmt: skip
    assert last == "4 documents: 3 errors, 2 warnings, 2 info, 1 dismissed, 1 could not be checked."


def test_what_was_dismissed_is_not_annotated() -> None:
    assert "enumeration" not in REPORT


def test_a_figure_over_two_lines_is_marked_by_lines() -> None:
    finding = samples.CHINESE.findings[0]
    ledger = samples.CHINESE.ledger
    assert ledger is not None
    start = ledger.draft.text.index("198.7億\n元")
    moved = {f: getattr(finding, f) for f in finding.__struct_fields__} | {"start": start, "end": start + 8}
    review = samples.Review(
        "./x/../a.md", "checked", "", ledger, (), (type(finding)(**moved),), samples.CHINESE.coverage
    )
    place = parsed(reports.render("github", [review]).splitlines()[0])[1]
    assert {key: place[key] for key in place if key != "title"} == {"file": "a.md", "line": "4", "endLine": "5"}


@pytest.mark.parametrize(("text", "property", "message"), [
    ("a:b,c", "a%3Ab%2Cc", "a:b,c"), ("5%", "5%25", "5%25"), ("a\r\nb", "a%0D%0Ab", "a%0D%0Ab"),
    ("%0A", "%250A", "%250A"), ("::error::x", "%3A%3Aerror%3A%3Ax", "::error::x"), ("\x1b[1m", "", ""),
])  # fmt: skip
def test_escaping(text: str, property: str, message: str) -> None:
    assert command("error", text, title=text) == f"::error title={property}::{message}"


@given(st.text(st.one_of(st.characters(), st.sampled_from(":,%\r\n=")), max_size=40))
def test_no_text_can_give_a_command_of_its_own(text: str) -> None:
    lines = reports.render("github", [samples.holding(text)]).split("\n")
    assert len(lines) == 4 and lines[-1] == ""
    for line, expected in zip(lines[:2], ("error", "warning"), strict=True):
        name, place, _ = parsed(line)
        assert name == expected
        assert set(place) <= {"file", "line", "col", "endLine", "endColumn", "title"}
        assert place["file"].startswith("d")


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=40))
def test_messages_arrive_as_they_are(text: str) -> None:
    line = command("error", text, title=text)
    assert parsed(line) == ("error", {"title": text}, text)
