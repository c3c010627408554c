"""Figures that people name and correct, rules over them, and record files without a draft."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import validate

DRAFT = "# 業績\n\n公司收入{income}，研發投入{spent}，佔比另見附表。北部貢獻7.1億元，南部貢獻{south}。\n"
RECORD = """\
claims:
  - {quote: 12.4億元, before: 公司收入, after: ，研發, name: 收入}
  - {quote: 1.2億元, before: 研發投入, after: ，佔比, name: 研發, measure: 研發投入}
  - {quote: 7.1億元, name: 北部, group: 地區}
  - {quote: 5.3億元, before: 南部貢獻, after: 。, name: 南部, group: 地區}
rules:
  - rule: sum(地區) == 收入
    name: 兩個地區合起來是全部
    reason: 公司只有兩個地區。
  - rule: 研發 <= 收入
"""


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def draft(income: str = "12.4億元", spent: str = "1.2億元", south: str = "5.3億元") -> str:
    return put("a.md", DRAFT.format(income=income, spent=spent, south=south))


def checked(capsys, *arguments: str) -> tuple[int, dict, str]:
    capsys.readouterr()
    status = validate.main([*arguments, "--format", "json"])
    output = capsys.readouterr()
    return status, json.loads(output.out)["documents"][0], output.err


def test_rules_that_hold_are_relations_that_hold(capsys) -> None:
    draft()
    put("a.claims.yaml", RECORD)
    status, document, said = checked(capsys, "a.md")
    assert (status, said) == (0, "")
    rules = [(r["text"], r["basis"], r["outcome"]) for r in document["relations"] if r["check"] == "declared-rule"]
    assert rules == [("sum(地區) == 收入", "declared", "consistent"), ("研發 <= 收入", "declared", "consistent")]


@pytest.mark.parametrize("change", [{"south": "3.5億元"}, {"income": "14.2億元"}])
def test_a_rule_goes_on_to_hold_a_figure_that_was_edited(change: dict[str, str], capsys) -> None:
    """Its quote is no more, but the words around it are."""
    draft(**change)
    put("a.claims.yaml", RECORD)
    status, document, said = checked(capsys, "a.md")
    assert (status, said) == (1, "")
    (finding,) = [f for f in document["findings"] if f["check"] == "declared-rule"]
    assert finding["severity"] == "error"
    assert "公司只有兩個地區。" in finding["message"]
    suspects = {next(c["quote"] for c in document["claims"] if c["id"] == s["claim"]): s for s in finding["suspects"]}
    (new,) = change.values()
    old = {"3.5億元": "5.3億元", "14.2億元": "12.4億元"}[new]
    assert old in suspects[new]["repairs"]


def test_a_rule_over_a_figure_that_is_gone_cannot_be_checked(capsys) -> None:
    put("a.md", "# 業績\n\n公司收入12.4億元。\n")
    put("a.claims.yaml", RECORD)
    status, document, _ = checked(capsys, "a.md")
    assert status == 2
    assert document["status"] == "unreadable"
    assert (
        "a.claims.yaml:7:11: rule '兩個地區合起來是全部': no figure is named 北部 (column 5 of it)"
        in document["reason"]
    )


def test_a_name_for_two_figures_is_refused(capsys) -> None:
    put("a.md", "甲7.1億元。乙7.1億元。\n")
    put("a.claims.yaml", "claims:\n  - {quote: 7.1億元, name: x}\n")
    status, document, _ = checked(capsys, "a.md")
    assert status == 2
    assert document["reason"] == "a.claims.yaml:2:5: '7.1億元' stands 2 times in the draft; add before: or after:"


def test_a_correction_is_what_is_checked(capsys) -> None:
    """The draft's 7.1 is read as 7.1 million, under another measure."""
    put("a.md", "The north brought 7.1 last year.\n")
    put(
        "a.claims.yaml",
        "claims:\n  - {quote: 7.1, value: $7.1 million, measure: sales, subject: north, period: 2020}\n",
    )
    _, document, _ = checked(capsys, "a.md")
    claim = document["claims"][0]
    assert {key: claim[key] for key in ("quote", "value", "unit", "measure", "subject", "period")} == {
        "quote": "7.1", "value": "7100000", "unit": "USD", "measure": "sales", "subject": "north", "period": "2020",
    }  # fmt: skip


def test_a_unit_alone_can_be_corrected(capsys) -> None:
    put("a.md", "It cost 300 in all.\n")
    put("a.claims.yaml", "claims:\n  - {quote: 300, unit: HKD}\n")
    assert checked(capsys, "a.md")[1]["claims"][0]["unit"] == "HKD"


@pytest.mark.parametrize("path", ["figures.claims.yaml", "."])
def test_a_record_file_without_a_draft_is_a_document(path: str, capsys) -> None:
    text = "claims:\n  - {name: a, value: 449戶}\n  - {name: b, value: 640戶}\nrules:\n  - rule: a >= b\n"
    put("figures.claims.yaml", text)
    status, document, _ = checked(capsys, path)
    assert status == 1
    assert document["path"].endswith("figures.claims.yaml")
    assert [text[c["start"] : c["end"]] for c in document["claims"]] == ["449戶", "640戶"]
    (finding,) = document["findings"]
    assert [text[a:b] for a, b in finding["spans"]] == ["449戶", "640戶"]


def test_decisions_hold_in_a_record_file_without_a_draft(capsys) -> None:
    text = "claims:\n  - {name: a, value: 449戶}\n  - {name: b, value: 640戶}\nrules:\n  - rule: a >= b\n"
    put("x.claims.yaml", text)
    key = checked(capsys, "x.claims.yaml")[1]["findings"][0]["fingerprint"]
    put("x.claims.yaml", text + f"decisions:\n  - {{finding: {key}, status: dismissed, reason: so it is}}\n")
    status, document, said = checked(capsys, "x.claims.yaml")
    assert (status, said) == (0, "")
    assert [f["status"] for f in document["findings"]] == ["dismissed"]


def test_listing_the_claims_of_a_record_file(capsys) -> None:
    put("x.claims.yaml", "claims:\n  - {name: a, value: 12.4億元, measure: 收入}\n")
    assert validate.main(["claims", "x.claims.yaml", "--format", "json"]) == 0
    (claim,) = json.loads(capsys.readouterr().out)["documents"][0]["claims"]
    assert (claim["value"], claim["unit"], claim["measure"]) == ("1240000000", "CNY", "收入")


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        ("claims:\n  - {quote: 1}\n", ":2:5: an entry of claims that says nothing of its figure"),
        ("claims:\n  - {name: a}\n", ":2:5: an entry of claims has no quote"),
        ("claims:\n  - {quote: 1, not-a-claim: true, name: a}\n", ":2:41: name of what is no claim"),
        ("claims:\n  - {quote: 1, name: 1a}\n", ":2:22: name cannot be '1a'"),
        ("claims:\n  - {quote: 1, group: g}\n", ":2:23: a figure of a group has no name"),
        ("claims:\n  - {quote: 1, value: many}\n", ":2:23: value cannot be 'many'"),
        ("claims:\n  - {quote: 1, value: 3 and 4}\n", ":2:23: value cannot be '3 and 4'"),
        ("claims:\n  - {quote: 1, unit: 9**9}\n", ":2:22: unit cannot be '9**9'"),
        ("claims:\n  - {quote: 1, name: a}\n  - {quote: 2, name: a}\n", ":3:5: name 'a' is given twice"),
        (
            "claims:\n  - {quote: 1, name: a}\n  - {quote: 2, name: b, group: a}\n",
            "the name of a figure and of a group",
        ),
        ("rules:\n  - rule: a ==\n", ":2:11: rule 'a ==': something is missing (column 5 of it)"),
        ("rules:\n  - rule: [a]\n", ":2:11: rule cannot be a list"),
        ("rules:\n  - {name: x}\n", ":2:5: a rule has no rule"),
        ("rules:\n  - {rule: a == b, when: now}\n", ":2:20: unknown key 'when'"),
    ],
)
def test_what_is_refused(record: str, problem: str, capsys) -> None:
    put("a.md", "It cost 300 in all.\n")
    put("a.claims.yaml", record)
    status, document, _ = checked(capsys, "a.md")
    assert status == 2
    assert problem in document["reason"], document["reason"]


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        ("claims:\n  - {quote: 1, name: a}\n", "x.claims.yaml:2:5: an entry of a file without a draft has no value"),
        ('claims:\n  - {name: a, value: "3\\x20km"}\n', "x.claims.yaml:2:22: value '3 km' is not written as it reads"),
        ("claims: 3\n", "x.claims.yaml:1:9: claims cannot be '3'"),
        ("\x00", "x.claims.yaml"),
    ],
)
def test_what_is_no_set_of_records(record: str, problem: str, capsys) -> None:
    put("x.claims.yaml", record)
    status, document, _ = checked(capsys, "x.claims.yaml")
    assert (status, document["status"]) == (2, "unreadable")
    assert problem in document["reason"]
