"""The command line: what may be written, what comes back, with which exit status.

Reviews are drawn up by hand from the words of a draft ("an error here", "a warning here"),
so that these tests do not depend on what the checks find.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
import samples
from msgspec.structs import replace

import validate
from checks import Review
from claims.draft import Draft
from claims.model import Ledger


def extract(draft: Draft, date: str = "") -> Ledger:
    if "fault" in draft.text:
        raise ZeroDivisionError("of our own")
    return Ledger(draft, (), date)


def examine(ledger: Ledger, selected: Sequence[str]) -> Review:
    """The English sample with a finding of each severity that the draft asks for."""
    (model,) = [finding for finding in samples.ENGLISH.findings if finding.status == "open"][:1]
    asked = [word for word in ("error", "warning", "info", "dismissed") if word in ledger.draft.text]
    findings = tuple(
        replace(
            model,
            severity="error" if word == "dismissed" else word,
            status="dismissed" if word == "dismissed" else "open",
        )
        for word in asked
    )
    return replace(samples.ENGLISH, path=ledger.draft.path, findings=findings)


@pytest.fixture(autouse=True)
def made(monkeypatch, tmp_path: Path) -> None:
    """Extraction and checks by hand, in a folder of one's own."""
    monkeypatch.setitem(sys.modules, "claims.extract", SimpleNamespace(extract=extract))
    monkeypatch.setitem(sys.modules, "checks._judging.examine", SimpleNamespace(examine=examine))
    monkeypatch.chdir(tmp_path)


def draft(name: str, text: str = "nothing wrong") -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


def paths(output: str) -> list[str]:
    return [document["path"] for document in json.loads(output)["documents"]]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("an error here", {"error": 1, "warning": 1, "info": 1, "never": 0}),
        ("a warning here", {"error": 0, "warning": 1, "info": 1, "never": 0}),
        ("an info here", {"error": 0, "warning": 0, "info": 1, "never": 0}),
        ("a dismissed one", {"error": 0, "warning": 0, "info": 0, "never": 0}),
        ("nothing wrong", {"error": 0, "warning": 0, "info": 0, "never": 0}),
        ("", {"error": 0, "warning": 0, "info": 0, "never": 0}),
    ],
)
def test_status_follows_the_level(text: str, levels: dict[str, int]) -> None:
    draft("a.md", text)
    assert {level: validate.main(["a.md", "--fail-on", level, "--format", "none"]) for level in levels} == levels
    assert validate.main(["a.md", "--format", "none"]) == levels["error"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.md", "none.md"],
        ["none.md", "a.md", "--fail-on", "never"],
        ["a.md", "empty"],
        ["a.md", "garbage.md"],
        ["a.md", "fault.md"],
    ],
)
def test_what_was_not_checked_wins_over_findings(arguments: list[str], capsys) -> None:
    """And the others are checked all the same."""
    draft("a.md", "an error here")
    draft("fault.md", "a fault here")
    Path("empty").mkdir()
    Path("garbage.md").write_bytes(bytes(range(256)))
    assert validate.main([*arguments, "--format", "json"]) == 2
    documents = {document["path"]: document for document in json.loads(capsys.readouterr().out)["documents"]}
    assert documents.pop("a.md")["status"] == "checked"
    (other,) = documents.values()
    assert other["status"] == "unreadable" and other["reason"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.md", "--format", "json"],
        ["--format", "json", "a.md"],
        ["check", "a.md", "--format", "json"],
        ["check", "--format=json", "--", "a.md"],
        ["--format", "json", "--", "a.md"],
    ],
)
def test_the_word_check_may_be_left_out(arguments: list[str], capsys) -> None:
    draft("a.md")
    assert validate.main(arguments) == 0
    assert paths(capsys.readouterr().out) == ["a.md"]


@pytest.mark.parametrize(
    "name", ["-o", "--format", "-q.md", "--", "check", "claims", "a b.md", "稿.md", "a:b.md", "%41.md"]
)
def test_any_name_can_be_given(name: str, capsys) -> None:
    draft(name)
    assert validate.main(["check", "--format", "json", "--", name]) in (0, 2)
    assert paths(capsys.readouterr().out) == [name]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Usage:"),
        (["check"], "Missing argument"),
        (["a.md", "--fromat", "json"], "--format"),
        (["a.md", "--format", "pdf"], "'pdf' is not one of"),
        (["a.md", "--fail-on", "errors"], "--fail-on: 'errors' cannot be used; give one of error, warning"),
        (["a.md", "--lang", "fr"], "--lang: 'fr' cannot be used"),
        (["a.md", "--date", "1 May"], "--date: '1 May' cannot be used; give a day of the calendar"),
        (["a.md", "--jobs", "all"], "--jobs: 'all' cannot be used"),
        (["a.md", "--encoding", "utf-88"], "--encoding: 'utf-88' cannot be used"),
        (["a.md", "--max-size", "huge"], "--max-size: 'huge' cannot be used"),
        (["a.md", "--select", "no-such-check"], "--select: no check is called 'no-such-check'"),
        (["a.md", "--ignore", "no-such-check"], "--ignore: no check is called 'no-such-check'"),
        (["a.md", "--ledger", "none.yaml"], "--ledger: none.yaml: no such file"),
        (["claims", "a.md", "--ledger", "none.yaml"], "--ledger: none.yaml: no such file"),
        (["a.md", "--config", "none.toml"], "none.toml: cannot be read"),
        (["-"], "--stdin-name"),
        (
            ["a.md", "-o", "report"],
            "report: no format has this suffix; use one of .csv, .html, .json",
        ),
        (["a.md", "-o", "report.docx"], "no format has this suffix"),
        (["a.md", "-o", "none/report.md"], "none/report.md: cannot be written: the folder does not exist"),
        (["a.md", "-o", "r.md", "-o", "./r.md"], "./r.md: given twice"),
        (["a.md", "-o", "a.md"], "a.md: is one of the drafts; write the report elsewhere"),
        ([".", "-o", "a.md"], "a.md: is one of the drafts"),
        (["a.claims.yaml"], "nothing to check"),
        (["claims", "a.md", "--format", "html"], "'html' is not one of"),
        (
            ["claims", "a.md", "-o", "a.html"],
            "no format has this suffix; use one of .csv, .json, .jsonl, .txt, .yaml, .yml",
        ),
        (["explain"], "Missing argument"),
        (["explain", "no-such-check"], "no check is called 'no-such-check'; "),
        (["checks", "surplus"], "surplus"),
    ],
)
def test_misuse_is_status_2_and_says_why(arguments: list[str], said: str, capsys) -> None:
    draft("a.md", "an error here")
    draft("a.claims.yaml", "")
    assert validate.main(arguments) == 2
    output = capsys.readouterr()
    assert said in output.err
    assert output.out == ""
    assert Path("a.md").read_text(encoding="utf-8") == "an error here"


@pytest.mark.parametrize(("format", "suffix"), [("json", ".json"), ("sarif", ".sarif"), ("junit", ".xml")])
def test_a_file_holds_what_the_stream_shows(format: str, suffix: str, capsys) -> None:
    draft("a.md", "an error here")
    assert validate.main(["a.md", "--format", format, "-o", f"r{suffix}"]) == 1
    output = capsys.readouterr()
    assert Path(f"r{suffix}").read_text(encoding="utf-8") == output.out
    assert output.err == f"r{suffix} written\n"


def test_many_reports_at_once(capsys) -> None:
    draft("a.md", "an error here")
    names = ["r.html", "r.json", "r.sarif", "r.xml", "R.MD", "r.csv"]
    assert validate.main(["a.md", "-q", "--format", "none", *(word for name in names for word in ("-o", name))]) == 1
    assert all(Path(name).stat().st_size for name in names)
    assert capsys.readouterr() == ("", "")


def test_a_report_that_fails_does_not_cost_the_others(monkeypatch, capsys) -> None:
    draft("a.md", "an error here")
    real = os.replace

    def fail(source: str, target: str) -> None:
        if target.endswith(".json"):
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr("claims.writing.os.replace", fail)
    assert validate.main(["a.md", "-o", "r.json", "-o", "r.html"]) == 2
    output = capsys.readouterr()
    assert "crossfoot: r.json: cannot be written: the disk is full; make room" in output.err
    assert Path("r.html").exists() and not Path("r.json").exists()
    assert "a.md" in output.out


def test_standard_input(monkeypatch, capsys) -> None:
    import io

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO("an error here 園".encode())))
    assert validate.main(["-", "--stdin-name", "園.md", "--format", "json"]) == 1
    assert paths(capsys.readouterr().out) == ["園.md"]


def test_settings_of_the_folder_hold_and_options_win(capsys) -> None:
    draft("work/crossfoot.toml", 'fail-on = "warning"\nexclude = ["old"]')
    draft("work/a.md", "a warning here")
    draft("work/old/b.md", "an error here")
    assert validate.main(["work", "--format", "json"]) == 1
    assert paths(capsys.readouterr().out) == ["work/a.md"]
    assert validate.main(["work", "--format", "none", "--fail-on", "error"]) == 0
    draft("other.toml", "")
    assert validate.main(["work/a.md", "--format", "none", "--config", "other.toml"]) == 0


def test_settings_that_cannot_be_used_stop_the_run(capsys) -> None:
    draft("a.md", "an error here")
    draft("crossfoot.toml", "\nfailon = 1")
    assert validate.main(["a.md"]) == 2
    assert "crossfoot.toml:2:1: unknown key 'failon'; did you mean fail-on?" in capsys.readouterr().err


def test_what_was_passed_over_is_said_unless_quiet(capsys) -> None:
    draft("outside.md")
    draft("in/a.md")
    try:
        Path("in/link.md").symlink_to("../outside.md")
    except OSError:
        pytest.skip("links need rights here")
    assert validate.main(["in", "--format", "none"]) == 0
    assert capsys.readouterr().err == f"{Path('in/link.md')}: a link out of the folder, not followed\n"
    assert validate.main(["in", "--format", "none", "-q"]) == 0
    assert capsys.readouterr().err == ""


def test_date_language_and_checks_reach_the_work(monkeypatch, capsys) -> None:
    seen: list[tuple[str, str]] = []

    def note(found: Draft, date: str = "") -> Ledger:
        seen.append((found.language, date))
        return extract(found, date)

    monkeypatch.setitem(sys.modules, "claims.extract", SimpleNamespace(extract=note))
    draft("a.md")
    assert validate.main(["a.md", "--lang", "zh", "--date", "2021-03-04", "--format", "none"]) == 0
    assert seen == [("zh", "2021-03-04")]


def test_a_draft_too_large_is_not_clean(capsys) -> None:
    draft("a.md", "nothing wrong")
    assert validate.main(["a.md", "--max-size", "5", "--format", "json"]) == 2
    assert "allow more with --max-size" in capsys.readouterr().out


def test_a_fault_of_our_own_says_where(monkeypatch, capsys) -> None:
    draft("a.md")
    monkeypatch.setattr("reports.render", lambda *_, **__: 1 // 0)
    assert validate.main(["a.md"]) == 2
    assert "crossfoot failed on it (ZeroDivisionError: " in capsys.readouterr().err


def test_the_list_of_checks(capsys) -> None:
    from checks import names

    assert validate.main(["checks", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in rows] == list(names())
    assert all(row["summary"].endswith(".") for row in rows)
    assert validate.main(["checks"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(names())


def test_every_check_is_explained(capsys) -> None:
    from checks import names

    for name in names():
        assert validate.main(["explain", name]) == 0
        assert capsys.readouterr().out.startswith("# ")
        with_a_slip = name[:-1]
        assert validate.main(["explain", with_a_slip]) == 2
        assert f"did you mean {name}?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["--help"], ["-h"], ["check", "--help"], ["a.md", "--help"], ["claims", "--help"]]
)
def test_help(arguments: list[str], capsys) -> None:
    assert validate.main(arguments) == 0
    output = capsys.readouterr().out
    assert output.startswith("Usage: ")
    assert "--date" in output


def test_version(capsys) -> None:
    assert validate.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("crossfoot ")


def rows(*values: object) -> str:
    return draft("rows.jsonl", "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values))


def test_rows_keep_their_order_and_ids(capsys) -> None:
    rows({"id": "b", "text": "two"}, {"id": 7, "text": "園", "lang": "zh"}, {"id": "a", "text": ""})
    assert validate.main(["claims", "rows.jsonl", "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == ["b", 7, "a"]
    assert all(set(line) == {"id", "claims"} for line in lines)


@pytest.mark.parametrize(
    "bad", ["{", "[]", '{"id": "x"}', '{"id": 1.5, "text": ""}', '{"id": "x", "text": "\\ud800"}', "園" * 3, "[" * 9999]
)
def test_a_bad_row_is_told_and_the_others_are_read(bad: str, capsys) -> None:
    Path("rows.jsonl").write_text(
        f'{{"id": "a", "text": "one"}}\n\n{bad}\n{{"id": "b", "text": "two"}}', encoding="utf-8"
    )
    assert validate.main(["claims", "rows.jsonl", "--format", "jsonl"]) == 2
    output = capsys.readouterr()
    assert [json.loads(line)["id"] for line in output.out.splitlines()] == ["a", "b"]
    assert output.err.startswith("rows.jsonl:3: not a row (")


def test_claims_go_to_files_or_to_the_stream(capsys) -> None:
    draft("a.md")
    for format in ("text", "yaml", "csv", "json", "jsonl"):
        assert validate.main(["claims", "a.md", "--format", format]) == 0
        shown = capsys.readouterr().out
        suffix = {"text": "txt"}.get(format, format)
        assert validate.main(["claims", "a.md", "-q", "-o", f"out.{suffix}"]) == 0
        assert capsys.readouterr() == ("", "")
        assert (
            Path(f"out.{suffix}").read_bytes().decode("utf-8-sig").splitlines()
            == shown.removeprefix("\ufeff").splitlines()
        )


def test_claims_of_what_cannot_be_read_are_not_an_empty_list(capsys) -> None:
    draft("a.md")
    draft("fault.md", "a fault here")
    assert validate.main(["claims", "none.md", "a.md", "fault.md", "--format", "jsonl"]) == 2
    output = capsys.readouterr()
    assert [json.loads(line)["id"] for line in output.out.splitlines()] == ["a.md"]
    assert output.err.splitlines()[0] == "none.md: no such file; check the name"
    assert "ZeroDivisionError: of our own" in output.err.splitlines()[1]
