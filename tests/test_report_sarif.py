"""SARIF: what 2.1.0 demands of what we write, and that positions and decisions are right."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

import reports
from reports._positions import Positions
from reports._uris import uri

LEVEL = {"enum": ["none", "note", "warning", "error"]}
URI = {"type": "string", "pattern": r"^([A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2}|file:///)*$"}
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}


def thing(required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def many(items: Any, at_least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": at_least}


NATURAL = {"type": "integer", "minimum": 0}
ONE_UP = {"type": "integer", "minimum": 1}
LOCATION_OF = thing("uri", uri=URI, uriBaseId={"const": "%SRCROOT%"}, index=NATURAL)
REGION = thing(
    "startLine startColumn endLine endColumn",
    startLine=ONE_UP, startColumn=ONE_UP, endLine=ONE_UP, endColumn=ONE_UP,
    snippet=thing("text", text={"type": "string"}),
)  # fmt: skip
PHYSICAL = thing("artifactLocation", artifactLocation=LOCATION_OF, region=REGION)
LOCATION = thing("physicalLocation", id=NATURAL, physicalLocation=PHYSICAL, message=MESSAGE)
RULE = thing(
    "id shortDescription fullDescription help defaultConfiguration",
    id={"type": "string"}, name={"type": "string", "pattern": "^[A-Z][A-Za-z]*$"}, shortDescription=MESSAGE,
    fullDescription=MESSAGE, help={**MESSAGE, "required": ["text", "markdown"]},
    helpUri={"type": "string", "pattern": "^https?://"}, defaultConfiguration=thing("level", level=LEVEL),
)  # fmt: skip
REPLACEMENT = thing("deletedRegion", deletedRegion=REGION, insertedContent=thing("text", text={"type": "string"}))
CHANGE = thing("artifactLocation replacements", artifactLocation=LOCATION_OF, replacements=many(REPLACEMENT, 1))
RESULT = thing(
    "ruleId ruleIndex level message locations partialFingerprints suppressions",
    ruleId={"type": "string"}, ruleIndex=NATURAL, level=LEVEL, message=MESSAGE, locations=many(LOCATION, 1),
    relatedLocations=many(LOCATION, 1),
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
    suppressions=many(
        thing(
            "kind status justification",
            kind={"enum": ["inSource", "external"]}, status={"enum": ["accepted", "underReview", "rejected"]},
            justification={"type": "string"},
        )
    ),
    fixes=many(thing("artifactChanges", description=MESSAGE, artifactChanges=many(CHANGE, 1)), 1),
)  # fmt: skip
NOTIFICATION = thing(
    "message level", level=LEVEL, message=MESSAGE, locations=many(LOCATION, 1),
    descriptor=thing("id index", id={"type": "string"}, index=NATURAL),
)  # fmt: skip
RUN = thing(
    "tool results columnKind",
    tool=thing(
        "driver",
        driver=thing(
            "name version rules",
            name={"const": "crossfoot"}, version={"type": "string"}, rules=many(RULE),
            notifications=many(thing("id shortDescription", id={"type": "string"}, shortDescription=MESSAGE)),
        ),
    ),
    columnKind={"const": "unicodeCodePoints"},
    newlineSequences=many({"type": "string"}, 1),
    originalUriBaseIds={"type": "object"},
    artifacts=many(
        thing("location", location=LOCATION_OF, roles=many({"const": "analysisTarget"}), encoding={"type": "string"})
    ),
    invocations=many(
        thing(
            "executionSuccessful", executionSuccessful={"type": "boolean"},
            toolExecutionNotifications=many(NOTIFICATION),
        )
    ),
    results=many(RESULT),
)  # fmt: skip
LOG = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **thing("version runs", **{"$schema": {"type": "string"}}, version={"const": "2.1.0"}, runs=many(RUN, 1)),
}


def run_of(*reviews: Any) -> dict[str, Any]:
    log = json.loads(reports.render("sarif", reviews, version="1.2.3"))
    jsonschema.Draft202012Validator(LOG).validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


RUN_OF_ALL = run_of(*samples.ALL)


def test_results_and_rules_belong_together() -> None:
    rules = [rule["id"] for rule in RUN_OF_ALL["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in RUN_OF_ALL["results"])
    assert {rule["helpUri"] for rule in RUN_OF_ALL["tool"]["driver"]["rules"]} == {
        f"https://example.org/checks/{name}.html" for name in rules
    }


def test_levels() -> None:
    levels = [result["level"] for result in RUN_OF_ALL["results"]]
    assert levels == ["error", "warning", "warning", "note", "error", "error", "warning", "note"]


def cut(text: str, region: dict[str, Any]) -> str:
    """What a region holds, found by its lines and columns alone."""
    places = Positions(text)
    start = places.bounds(region["startLine"])[0] + region["startColumn"] - 1
    return text[start : places.bounds(region["endLine"])[0] + region["endColumn"] - 1]


def test_regions_hold_the_figures() -> None:
    sources = [review.ledger.draft.text if review.ledger else "" for review in samples.ALL]
    findings = [finding for review in samples.ALL for finding in review.findings]
    for finding, result in zip(findings, RUN_OF_ALL["results"], strict=True):
        located = [*result["locations"], *result.get("relatedLocations", [])]
        text = sources[located[0]["physicalLocation"]["artifactLocation"]["index"]]
        shown = [cut(text, place["physicalLocation"]["region"]) for place in located]
        assert shown[0] == text[finding.start : finding.end]
        assert sorted(shown) == sorted(text[start:end] for start, end in finding.spans)
        assert shown == [place["physicalLocation"]["region"]["snippet"]["text"] for place in located]
        assert result["partialFingerprints"] == {"crossfoot/v1": finding.fingerprint}


def test_a_region_over_two_lines() -> None:
    run = run_of(samples.CHINESE)
    ledger = samples.CHINESE.ledger
    assert ledger is not None
    before = next(claim for claim in ledger.claims if claim.quote == "198.7億\n元")
    finding = samples.CHINESE.findings[0]
    moved = {f: getattr(finding, f) for f in finding.__struct_fields__} | {"start": before.start, "end": before.end}
    review = samples.Review("a.md", "checked", "", ledger, (), (type(finding)(**moved),), samples.CHINESE.coverage)
    (result,) = run_of(review)["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endLine"], region["endColumn"]) == (4, 5, 2)
    assert len(result["relatedLocations"]) == 3
    assert len(run["results"]) == 4


def test_repairs_are_offered_as_fixes() -> None:
    fixes = RUN_OF_ALL["results"][0]["fixes"]
    assert [fix["description"]["text"] for fix in fixes] == ["124.9億元 → 114.9億元", "203.5億元 → 213.5億元"]
    assert samples.CHINESE.ledger is not None
    change = fixes[0]["artifactChanges"][0]["replacements"][0]
    assert cut(samples.CHINESE.ledger.draft.text, change["deletedRegion"]) == "124.9億元"
    assert change["insertedContent"]["text"] == "114.9億元"


def test_dismissed_findings_are_suppressed() -> None:
    suppressed = [result for result in RUN_OF_ALL["results"] if result["suppressions"]]
    assert [result["ruleId"] for result in suppressed] == ["enumeration"]
    assert suppressed[0]["suppressions"][0]["justification"] == "海外設倉屬直播銷售的配套，作者已確認。"


def test_what_could_not_be_read_is_said() -> None:
    (invocation,) = RUN_OF_ALL["invocations"]
    assert invocation["executionSuccessful"] is False
    notes = [
        (note["descriptor"]["id"], note["level"], note["locations"][0]["physicalLocation"]["artifactLocation"]["index"])
        for note in invocation["toolExecutionNotifications"]
    ]
    assert notes == [("unread-part", "warning", 0), ("unreadable", "error", 2), ("no-claims", "note", 3)]
    kinds = [note["id"] for note in RUN_OF_ALL["tool"]["driver"]["notifications"]]
    for note in invocation["toolExecutionNotifications"]:
        assert kinds[note["descriptor"]["index"]] == note["descriptor"]["id"]
    assert run_of(samples.CHINESE)["invocations"][0]["executionSuccessful"] is True


@pytest.mark.parametrize(("path", "expected"), [
    ("a/b.md", "a/b.md"), ("./a/../b.md", "b.md"), ("a b#1%.md", "a%20b%231%25.md"), ("稿.md", "%E7%A8%BF.md"),
    ("c:d.md", "c%3Ad.md"), ("/tmp/a b.md", "file:///tmp/a%20b.md"), ("caf\udce9.md", "caf%E9.md"), ("-", "-"),
    ("\ud800.md", "%3F.md"),
    ("?x&y=z.md", "%3Fx%26y%3Dz.md"), ("//host/a.md", "file:///host/a.md"),
])  # fmt: skip
def test_uri(path: str, expected: str) -> None:
    assert uri(path) == expected


@given(st.text(max_size=30))
def test_any_text_makes_a_valid_log(text: str) -> None:
    run = run_of(samples.holding(text + "x"))
    assert unquote(run["artifacts"][0]["location"]["uri"]).endswith("x.md")
    assert all("](" not in result["message"]["text"] for result in run["results"])
