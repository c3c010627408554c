"""Decisions are written into record files whose every other byte stays as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import validate
from claims import decisions
from claims.decisions import with_decision
from claims.ledger import Decision, LedgerError, records_in

DRAFT = "The garden has 48 trees: 29 pines and 21 cypresses, 48 in all.\n"
OTHER = "The yard has 40 hens: 29 red and 21 white, 40 in all.\n"
NEW = Decision("aaaa", "dismissed", "seen", "", "Lin", "2021-07-02")
ENTRY = '- finding: aaaa\n  status: dismissed\n  reason: "seen"\n  by: "Lin"\n  when: 2021-07-02\n'
OLD = "- finding: bbbb\n  status: confirmed\n  reason: it is so # yes\n"


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def inside(text: str, indent: int) -> str:
    return "".join(" " * indent + line for line in text.splitlines(keepends=True))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "decisions:\n" + inside(ENTRY, 2)),
        ("# nothing yet\n", "decisions:\n" + inside(ENTRY, 2) + "# nothing yet\n"),
        ("date: 2021-06-30", "date: 2021-06-30\ndecisions:\n" + inside(ENTRY, 2)),
        ("decisions:\n", "decisions:\n" + inside(ENTRY, 2)),
        ("decisions: []\nclaims:\n", "decisions:\n" + inside(ENTRY, 2) + "claims:\n"),
        # at the depth at which the list is written already, before the blank and the comment of the next key
        (
            "decisions:\n" + OLD + "\n# figures\nclaims: []\n",
            "decisions:\n" + OLD + ENTRY + "\n# figures\nclaims: []\n",
        ),
        ("decisions:\n" + inside(OLD, 4), "decisions:\n" + inside(OLD, 4) + inside(ENTRY, 4)),
        ("date: 2021-06-30 # day\ndecisions:\n" + OLD, "date: 2021-06-30 # day\ndecisions:\n" + OLD + ENTRY),
        # in the place of the one on the same finding
        ("decisions:\n" + OLD.replace("bbbb", "aaaa") + OLD, "decisions:\n" + ENTRY + OLD),
        ("decisions:\n- {finding: 'aaaa', status: confirmed, reason: x}\n" + OLD, "decisions:\n" + ENTRY + OLD),
    ],
)
def test_lines_are_put_in_and_nothing_else_moves(before: str, after: str) -> None:
    assert with_decision(before, NEW) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "documents:\n  a.md:\n    decisions:\n" + inside(ENTRY, 6)),
        (
            "documents:\n  b.md:\n    date: 2020-01-01\n",
            "documents:\n  b.md:\n    date: 2020-01-01\n  a.md:\n    decisions:\n" + inside(ENTRY, 6),
        ),
        (
            "documents:\n    a.md:\n        decisions:\n" + inside(OLD, 8) + "    b.md:\n        date: 2020-01-01\n",
            "documents:\n    a.md:\n        decisions:\n"
            + inside(OLD + ENTRY, 8)
            + "    b.md:\n        date: 2020-01-01\n",
        ),
    ],
)
def test_in_a_file_for_many_drafts(before: str, after: str) -> None:
    assert with_decision(before, NEW, "a.md") == after


def test_line_ends_stay() -> None:
    assert with_decision("date: 2021-06-30\r\n", NEW).count("\r\n") == with_decision("date: 2021-06-30\n", NEW).count(
        "\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "decisions: [{finding: bbbb, status: confirmed, reason: x}]\n",
        "{date: 2021-06-30}\n",
        "decisions:\n  - finding: bbbb\n    status: confirmed\n    reason: |\n      one\n      # two\n",
    ],
)
def test_a_layout_that_cannot_be_added_to_is_refused_or_reads_the_same(text: str) -> None:
    try:
        made = with_decision(text, NEW)
    except LedgerError as error:
        assert "laid out" in str(error)
    else:
        assert [d.finding for d in records_in(made, "")[""].decisions] == ["bbbb", "aaaa"]


reasons = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1).filter(
    str.strip
)


@given(
    reasons,
    st.sampled_from(["", "decisions:\n" + OLD, "date: 2021-06-30\nclaims: []\n"]),
    st.sampled_from(["", "文 1.md"]),
)
def test_what_is_written_reads_back(reason: str, text: str, document: str) -> None:
    if document:
        text = ""
    made = with_decision(text, Decision("aaaa", "confirmed", reason, ""), document)
    found = records_in(made, "")[document].decisions[-1]
    assert (found.finding, found.status, found.reason) == ("aaaa", "confirmed", reason.strip())
    assert made.replace(text, "", 1) if text else made


def findings(capsys, *arguments: str) -> list[dict]:
    capsys.readouterr()
    validate.main([*arguments, "--format", "json"])
    return [f for d in json.loads(capsys.readouterr().out)["documents"] for f in d["findings"]]


def test_dismiss_confirm_and_again(capsys) -> None:
    Path("a.md").write_text(DRAFT)
    (finding,) = findings(capsys, "a.md")
    key = finding["fingerprint"]
    assert validate.main(["dismiss", key, "--reason", "two groups overlap", "--by", "Lin"]) == 0
    assert capsys.readouterr().out == "a.claims.yaml: 1 dismissed in a.md\n"
    assert [(f["status"], f["reason"]) for f in findings(capsys, "a.md")] == [("dismissed", "two groups overlap")]
    assert validate.main(["a.md", "--format", "none"]) == 0
    assert validate.main(["confirm", key, "a.md", "--reason", "it is wrong", "--by", "Lin"]) == 0
    assert validate.main(["a.md", "--format", "none"]) == 1
    text = Path("a.claims.yaml").read_text()
    assert text.count("finding:") == 1 and "confirmed" in text and 'by: "Lin"' in text


def test_a_baseline_leaves_nothing_open_and_what_was_decided_as_it_was(capsys) -> None:
    Path("a.md").write_text(DRAFT)
    Path("b.md").write_text(OTHER)
    key = findings(capsys, "a.md")[0]["fingerprint"]
    assert validate.main(["confirm", key, "a.md", "--reason", "it is wrong"]) == 0
    assert validate.main(["baseline", "."]) == 0
    assert "confirmed" in Path("a.claims.yaml").read_text()
    assert [f["status"] for f in findings(capsys, "b.md")] == ["dismissed"]
    Path("b.md").write_text(OTHER.replace("21 white", "22 white"))
    assert [f["status"] for f in findings(capsys, "b.md")] == ["open"]


def test_a_baseline_in_one_file_for_all(capsys) -> None:
    for name, text in (("drafts/a.md", DRAFT), ("drafts/b.md", OTHER)):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text)
    assert validate.main(["baseline", "drafts", "--ledger", "all.yaml", "--reason", "adopted"]) == 0
    assert [f["status"] for f in findings(capsys, "drafts", "--ledger", "all.yaml")] == ["dismissed"] * 2
    assert not list(Path("drafts").glob("*.yaml"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["dismiss", "ffff", "a.md", "--reason", "x"], "no finding 'ffff' in 1 documents"),
        (["dismiss", "ffff", "a.md"], "Missing option '--reason'"),
        (["dismiss", "ffff", "none.md", "--reason", "x"], "no such file"),
        (["baseline"], "Missing argument"),
    ],
)
def test_what_cannot_be_decided(arguments: list[str], said: str, capsys) -> None:
    Path("a.md").write_text(DRAFT)
    assert validate.main(arguments) == 2
    assert said in capsys.readouterr().err


def test_a_file_that_changes_meanwhile_is_not_overwritten(monkeypatch, capsys) -> None:
    Path("a.md").write_text(DRAFT)
    key = findings(capsys, "a.md")[0]["fingerprint"]

    def slow(*arguments: str) -> str:
        Path("a.claims.yaml").write_text("date: 2021-06-30\n")
        return with_decision(*arguments)

    monkeypatch.setattr(decisions, "with_decision", slow)
    assert validate.main(["dismiss", key, "a.md", "--reason", "x"]) == 2
    assert "was changed meanwhile" in capsys.readouterr().err
    assert Path("a.claims.yaml").read_text() == "date: 2021-06-30\n"
