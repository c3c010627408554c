"""JUnit XML: read back by another library, and by an XML parser that forgives nothing."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml

import reports


def render(*reviews: Any, **options: Any) -> str:
    return reports.render("junit", reviews, **options)


def outcomes(suite: Any) -> list[str]:
    return [type(case.result[0]).__name__ if case.result else "Passed" for case in suite]


REPORT = render(*samples.ALL)


def test_a_suite_for_each_document_and_a_case_for_each_relation() -> None:
    found = JUnitXml.fromstring(REPORT.encode())
    assert [suite.name for suite in found] == [review.path for review in samples.ALL]
    chinese, english, unreadable, empty = found
    assert outcomes(chinese) == [
        "Passed", "Passed", "Passed", "Failure", "Passed", "Passed", "Passed", "Passed", "Skipped", "Skipped",
    ]  # fmt: skip
    assert outcomes(english) == [*["Passed"] * 2, "Failure", *["Passed"] * 4, "Failure", "Passed", "Skipped"]
    assert outcomes(unreadable) == ["Error"]
    assert outcomes(empty) == ["Skipped"]
    assert (found.tests, found.failures, found.errors, found.skipped) == (22, 3, 1, 4)


def test_what_a_failure_says() -> None:
    chinese = next(iter(JUnitXml.fromstring(REPORT.encode())))
    case = list(chinese)[3]
    assert (case.name, case.classname) == ("88.6 + 124.9 = 203.5億元", "breakdown")
    (failure,) = case.result
    assert failure.type == "error"
    assert failure.message == samples.CHINESE.findings[0].message
    assert failure.text == "\n".join(
        (failure.message, "88.6 + 124.9 = 213.5億元 ≠ 203.5億元", "https://example.org/checks/breakdown.html")
    )
    assert case._elem.get("line") == "9"


def test_what_passes_still_says_what_was_found() -> None:
    chinese = next(iter(JUnitXml.fromstring(REPORT.encode())))
    said = {case.name: case.system_out for case in chinese if case.system_out}
    assert said["6.9% − 5.2% = 1.7個百分點"].startswith("warning: 由5.2%升至6.9%")
    assert said["512家 × 0.41億元 = 214.6億元"].startswith("info: ")


@pytest.mark.parametrize(("level", "failures"), [("error", 3), ("warning", 5), ("info", 7), ("never", 0)])
def test_what_fails_is_up_to_the_level(level: str, failures: int) -> None:
    found = JUnitXml.fromstring(render(*samples.ALL, fail_on=level).encode())
    assert (found.failures, found.errors) == (failures, 1)  # the unreadable one is never clean


def test_skipped_cases_say_why() -> None:
    root = ElementTree.fromstring(REPORT.encode())
    assert [element.get("message") for element in root.iter("skipped")] == [
        "dismissed: 海外設倉屬直播銷售的配套，作者已確認。",
        "未讀部分",
        "undetermined: open",
        "0 claims: no figures were found, so nothing was compared",
    ]


def test_consequences_hang_under_their_cause() -> None:
    finding = samples.ENGLISH.findings[0]
    other = next(verdict for verdict in samples.ENGLISH.verdicts if verdict.outcome == "consistent")
    failed = type(other)(other.id, other.relation, "inconsistent", other.text)
    caused = type(finding)(
        **{f: getattr(finding, f) for f in finding.__struct_fields__} | {"consequences": (other.id,)}
    )
    review = samples.Review("a.md", "checked", "", samples.ENGLISH.ledger, (failed,), (caused,))
    root = ElementTree.fromstring(render(review).encode())
    assert [element.get("message") for element in root.iter("skipped")][:1] == ["follows from: 21 + 12 + 6 = 39 ≠ 38"]
    assert len(list(root.iter("failure"))) == 1  # its own verdict is not listed, and it is told all the same


def test_like_relations_are_told_apart() -> None:
    root = ElementTree.fromstring(render(samples.crowded(3)).encode())
    names = [case.get("name") for case in root.iter("testcase")]
    assert len(set(names)) == 3 and names[0] == "1 + 1 = 3"


@given(st.text(st.one_of(st.characters(), st.sampled_from("<>&\"'\x00\x1b\ud800\ufffe\r\n\t]]>")), max_size=40))
def test_any_text_is_well_formed(text: str) -> None:
    report = render(samples.holding(text))
    root = ElementTree.fromstring(report.encode("utf-8"))
    assert [element.tag for element in root.iter()][:4] == ["testsuites", "testsuite", "testcase", "failure"]
    assert len(list(root.iter("testcase"))) == 4
    kept = "".join(char for char in text if char.isalnum())
    shown = "".join(char for char in root.iter("failure").__next__().get("message", "") if char.isalnum())
    assert shown == kept or "\x1b" in text
