"""The record file beside a draft: what it may say, what it does, and what is refused whole."""

from __future__ import annotations

import json
import os
import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import validate
from claims.ledger import LedgerError, beside, read, shared

DRAFTS = {
    "zh": "# 花園\n\n園內有樹48棵，其中松樹29棵、柏樹21棵，合共48棵。\n",
    "en": "# The garden\n\nThe garden has 48 trees: 29 pines and 21 cypresses, 48 in all.\n",
}
CORRECTED = {"zh": ("松樹29", "松樹31"), "en": ("29 pines", "31 pines")}
ELSEWHERE = {"zh": "這是一段新加的話，園子很美。\n\n", "en": "A paragraph was put here. The garden is lovely.\n\n"}

both = pytest.mark.parametrize("language", ["zh", "en"])


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, text: str | bytes) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def checked(capsys, *arguments: str) -> tuple[int, dict, str]:
    """Status, the report as JSON, and what was said on standard error."""
    capsys.readouterr()
    status = validate.main([*arguments, "--format", "json"])
    output = capsys.readouterr()
    return status, json.loads(output.out), output.err


def findings(report: dict) -> list[dict]:
    return [finding for document in report["documents"] for finding in document["findings"]]


def decisions(fingerprints: list[str], status: str = "dismissed", reason: str = "seen, it is so") -> str:
    entries = [f"- {{finding: {key}, status: {status}, reason: '{reason}'}}\n" for key in dict.fromkeys(fingerprints)]
    return "decisions:\n" + "".join(entries)


def fingerprints(capsys, *arguments: str) -> list[str]:
    found = [finding["fingerprint"] for finding in findings(checked(capsys, *arguments)[1])]
    assert found
    return found


@both
@pytest.mark.parametrize("name", ["a.claims.yaml", "a.md.claims.yaml"])
@pytest.mark.parametrize("path", ["a.md", "."])
def test_a_dismissed_finding_is_no_failure(language: str, name: str, path: str, capsys) -> None:
    """Also when a folder is checked, of which the record file is no document."""
    put("a.md", DRAFTS[language])
    keys = fingerprints(capsys, path)
    assert checked(capsys, path, "--fail-on", "info")[0] == 1
    put(name, decisions(keys, reason="兩組 overlap"))
    status, report, said = checked(capsys, path, "--fail-on", "info")
    assert (status, said) == (0, "")
    assert [document["path"] for document in report["documents"]] == ["a.md"]
    assert {(finding["status"], finding["reason"]) for finding in findings(report)} == {("dismissed", "兩組 overlap")}
    assert report["summary"] | {"documents": 0} == {
        "error": 0, "warning": 0, "info": 0, "dismissed": len(keys), "documents": 0, "unreadable": 0,
    }  # fmt: skip


@both
def test_a_confirmed_finding_stays_open(language: str, capsys) -> None:
    put("a.md", DRAFTS[language])
    keys = fingerprints(capsys, "a.md")
    put("a.claims.yaml", decisions(keys, "confirmed"))
    status, report, said = checked(capsys, "a.md", "--fail-on", "info")
    assert (status, said) == (1, "")
    assert {finding["status"] for finding in findings(report)} == {"open"}
    assert all("reason" not in finding for finding in findings(report))


@both
def test_decisions_follow_the_figures_and_nothing_else(language: str, capsys) -> None:
    put("a.md", DRAFTS[language])
    keys = fingerprints(capsys, "a.md")
    kept = decisions(keys)
    put("a.claims.yaml", kept)
    title, rest = DRAFTS[language].split("\n\n", 1)
    put("a.md", f"{title}\n\n{ELSEWHERE[language]}{rest}")
    status, report, said = checked(capsys, "a.md", "--fail-on", "info")
    assert (status, said) == (0, "")
    assert {finding["status"] for finding in findings(report)} == {"dismissed"}
    put("a.md", DRAFTS[language].replace(*CORRECTED[language]))
    status, report, said = checked(capsys, "a.md", "--fail-on", "info")
    assert status == 1
    assert {finding["status"] for finding in findings(report)} == {"open"}
    assert all(f"a.md has no finding {key} any more" in said for key in keys)
    assert Path("a.claims.yaml").read_text(encoding="utf-8") == kept


@both
def test_stale_decisions_are_said_and_cost_nothing(language: str, capsys) -> None:
    put("a.md", DRAFTS[language].split("\n")[0])
    put("a.claims.yaml", decisions(["000000000000"]))
    status, _, said = checked(capsys, "a.md")
    assert (status, said) == (0, "a.claims.yaml:2:3: stale: a.md has no finding 000000000000 any more\n")
    assert checked(capsys, "a.md", "-q")[2] == ""
    assert checked(capsys, "a.md", "--select", "growth")[2] == ""  # the others did not run, so who knows


MARKED = {
    "zh": ("沿312國道種了48棵樹，另有一條48號小徑。\n", "48", "另有一條"),
    "en": ("Along Route 312 stand 48 trees. There is also a Path 48.\n", "48", "also a Path"),
}


def quotes(capsys, *arguments: str) -> list[str]:
    capsys.readouterr()
    assert validate.main(["claims", *arguments, "--format", "json"]) == 0
    return [
        claim["quote"] for document in json.loads(capsys.readouterr().out)["documents"] for claim in document["claims"]
    ]


@both
def test_a_figure_that_is_no_claim_is_left_out(language: str, capsys) -> None:
    put("a.md", DRAFTS[language])
    there = quotes(capsys, "a.md")
    marked = {"zh": "29棵", "en": "29"}[language]
    assert marked in there
    put("a.claims.yaml", f"claims:\n- quote: {marked}\n  not-a-claim: true\n")
    assert quotes(capsys, "a.md") == [quote for quote in there if quote != marked]
    _, report, said = checked(capsys, "a.md")
    assert said == ""
    assert marked not in [claim["quote"] for claim in report["documents"][0]["claims"]]
    assert not any("29" in relation["text"] for relation in report["documents"][0]["relations"])


@both
def test_words_before_tell_which_figure_is_meant(language: str, capsys) -> None:
    put("a.md", DRAFTS[language])
    there = quotes(capsys, "a.md")
    quote, before = {"zh": ("48棵", "園內 有樹"), "en": ("48", "garden\n    has")}[language]
    assert there.count(quote) == 2
    put("a.claims.yaml", f"claims:\n- quote: '{quote}'\n  before: '{before}'\n  not-a-claim: true\n")
    left = quotes(capsys, "a.md")
    assert left.count(quote) == 1 and left[-1] == quote
    put("a.claims.yaml", f"claims:\n- quote: '{quote}'\n  before: nowhere\n  not-a-claim: true\n")
    assert quotes(capsys, "a.md") == there
    said = checked(capsys, "a.md")[2]
    assert said == f"a.claims.yaml:2:3: stale: a.md has no figure {quote!r} there any more\n"


@pytest.mark.parametrize("quote", ["300", "about 300"])
def test_a_quote_may_hold_the_hedge(quote: str, capsys) -> None:
    put("a.md", "The hall has about 300 seats.\n")
    assert quotes(capsys, "a.md") == ["300"]
    put("a.claims.yaml", f"claims:\n- {{quote: {quote}, before: The hall has, not-a-claim: true}}\n")
    assert quotes(capsys, "a.md") == []


DATED = {
    "zh": "園子建於1990年，至今已有30年。\n",
    "en": "The garden opened in 1990 and sales rose last year by 30 trees.\n",
}


@both
@pytest.mark.parametrize(
    ("record", "option", "date", "source"),
    [
        ("date: 2021-06-30", "", "2021-06-30", "ledger"),
        ("date: '2021-06-30'", "", "2021-06-30", "ledger"),
        ("date: 2021-06-30", "2022-01-02", "2022-01-02", "given"),
        ("", "2022-01-02", "2022-01-02", "given"),
        ("", "", "2019-05-06", "front-matter"),
    ],
)
def test_the_date(language: str, record: str, option: str, date: str, source: str) -> None:
    from claims.configuration import Settings
    from claims.documents import reading_of
    from claims.sources import Source

    put("a.md", f"---\ndate: 2019-05-06\n---\n\n{DATED[language]}")
    put("a.claims.yaml", record)
    ledger = reading_of(Source("a.md", "a.md"), Settings(date=option)).ledger
    assert (ledger.date, ledger.date_source) == (date, source)


D = "decisions:\n- finding: abc\n  status: dismissed\n  reason: seen\n"

BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [{f'*{a}, ' * 9}]\n" for a, b in pairwise("abcdefghij"))

BROKEN = {
    "a list": ("- a", ":1:1: a record file cannot be a list; write key: value"),
    "a word": ("hello", ":1:1: a record file cannot be 'hello'"),
    "unknown key": ("date: 2021-06-30\ndecision: []", ":2:1: unknown key 'decision'; did you mean decisions?"),
    "unknown key below": (D + "  reazon: x", ":5:3: unknown key 'reazon'; did you mean reason?"),
    "duplicate key": ("date: 2021-06-30\ndate: 2021-06-30", ":2:1: key 'date' stands twice; keep one; it is on line 1"),
    "duplicate key below": (D + "  status: confirmed", ":5:3: key 'status' stands twice"),
    "decided twice": (D + D.removeprefix("decisions:\n"), ":5:3: finding 'abc' is decided twice; keep one"),
    "no reason": ("decisions:\n- {finding: abc, status: dismissed}", ":2:3: a decision has no reason; add reason:"),
    "empty reason": ("decisions:\n- {finding: abc, status: dismissed, reason: ' '}", ":2:45: reason cannot be ' '"),
    "null reason": ("decisions:\n- finding: abc\n  status: dismissed\n  reason:\n", ": reason cannot be empty"),
    "number for text": ("decisions:\n- {finding: abc, status: dismissed, reason: 5}", ":2:45: reason cannot be '5'"),
    "truth for text": ("decisions:\n- {finding: a, status: dismissed, reason: true}", ":2:43: reason cannot be 'true'"),
    "list for text": ("decisions:\n- {finding: [a], status: dismissed, reason: x}", ":2:13: finding cannot be a list"),
    "mapping for list": ("decisions: {finding: abc}", ":1:12: decisions cannot be a mapping; write a list"),
    "word for mapping": ("decisions: [abc]", ":1:13: a decision cannot be 'abc'"),
    "status": ("decisions:\n- {finding: a, status: dismised, reason: x}", ":2:24: status cannot be 'dismised'; did"),
    "date": ("date: 30 June", ":1:7: date cannot be '30 June'; give a day of the calendar, YYYY-MM-DD"),
    "no such date": ("date: 2021-02-30", ":1:7: date cannot be '2021-02-30'"),
    "when": (D + "  when: yesterday", ":5:9: when cannot be 'yesterday'"),
    "not-a-claim": ("claims: [{quote: 640, not-a-claim: false}]", ":1:36: not-a-claim cannot be 'false'; write true"),
    "quoted true": ("claims: [{quote: 640, not-a-claim: 'true'}]", ":1:36: not-a-claim cannot be 'true'"),
    "no quote": ("claims: [{not-a-claim: true}]", ":1:10: an entry of claims has no quote"),
    "a tag": ("date: !!python/object:os.system ls", ":1:7: tag 'tag:yaml.org,2002:python/object:"),
    "a tag on a list": ("decisions: !!set [a]", ":1:12: tag "),
    "a plain tag": ("date: !x 2021-06-30", ":1:7: tag '!x' is not allowed"),
    "a harmless tag": ("date: !!str 2021-06-30", ":1:7: tag "),
    "a bomb": (BOMB, ":2:40: more than 8 aliases"),
    "a merge": ("<<: {date: 2021-06-30}", ":1:1: unknown key '<<'"),
    "an alias of itself": ("decisions: &a [*a]", ":1:16: alias 'a' stands for nothing"),
    "deep": ("[" * 100_000, ":1:11: nested more than 10 deep"),
    "deep lists": ("- " * 100_000, ":1:21: nested more than 10 deep"),
    "large": ("#" * (2**20 + 1), ": is larger than 1048576 bytes"),
    "a list as key": ("? [a]\n: b", ":1:3: a key must be a word"),
    "two documents": ("date: 2021-06-30\n---\ndate: 2021-06-30", ":2:1: holds a second YAML document; keep one"),
    "not YAML": ("date: [2021", ": is not YAML: "),
    "tabs": ("decisions:\n\t- x", ":2:1: is not YAML: "),
    "no such escape": ('date: "\\UFFFFFFFF"', ":1:5: is not YAML: an escape that stands for no character"),
    "control characters": ("date: \x07", ":1:7: is not YAML: a character that cannot be shown"),
    "escaped controls": (D.replace("seen", '"\\e[31m"'), ":4:11: holds a character that cannot be shown"),
    "surrogates": (D.replace("seen", '"\\ud800"'), ":4:11: holds a character that cannot be shown"),
    "Big5": ("date: 2021-06-30\n# 園".encode("big5"), ":2:3: is not UTF-8; save it as UTF-8"),
    "UTF-16": ("date: 2021-06-30".encode("utf-16"), ":1:1: is not UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_refused_whole(case: str, capsys) -> None:
    """Its draft is not checked, the others are, and as the file of the run it stops that."""
    text, said = BROKEN[case]
    put("a.md", DRAFTS["zh"])
    put("b.md", DRAFTS["en"])
    put("a.claims.yaml", text)
    status, report, _ = checked(capsys, ".", "--fail-on", "never")
    first, second = report["documents"]
    assert status == 2
    assert first["status"] == "unreadable" and first["reason"].startswith(f"a.claims.yaml{said}"[:14])
    assert said in first["reason"] and first["findings"] == []
    assert second["status"] == "checked" and second["findings"]
    assert validate.main(["claims", "a.md"]) == 2
    assert said in capsys.readouterr().err
    assert validate.main(["b.md", "--ledger", "a.claims.yaml"]) == 2
    output = capsys.readouterr()
    assert output.out == "" and output.err.startswith("crossfoot: --ledger: a.claims.yaml") and said in output.err


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a remark\n",
        "---\n...\n",
        "~",
        "{}",
        "decisions:\nclaims:\n",
        "\ufeffdate: 2021-06-30\r\n",
        "%YAML 1.2\n---\ndate: 2021-06-30",
        "decisions:\n- {finding: 12e456789012, status: confirmed, reason: &r it is so, by: *r}\n",
        "claims:\n- {quote: 640, before: true, not-a-claim: True}\n",
    ],
)
def test_what_may_be_written(text: str, capsys) -> None:
    put("a.md", DRAFTS["zh"])
    put("a.claims.yaml", text)
    assert checked(capsys, "a.md")[1]["documents"][0]["status"] == "checked"


def test_a_fingerprint_that_looks_like_a_number_is_text() -> None:
    put("a.yaml", decisions(["012345678901", "12e456789012"]))
    whole = shared("a.yaml").whole
    assert whole and [decision.finding for decision in whole.decisions] == ["012345678901", "12e456789012"]


def test_a_folder_is_no_record_file(capsys) -> None:
    put("a.md", DRAFTS["zh"])
    Path("a.claims.yaml").mkdir()
    status, report, _ = checked(capsys, "a.md")
    assert status == 2
    assert report["documents"][0]["reason"].startswith("a.claims.yaml: is a folder, not a record file; ")
    assert validate.main(["a.md", "--ledger", "."]) == 2
    assert "--ledger: .: is a folder" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_not_waited_for(capsys) -> None:
    put("a.md", DRAFTS["zh"])
    os.mkfifo("a.claims.yaml")
    assert "is no ordinary file" in checked(capsys, "a.md")[1]["documents"][0]["reason"]


def test_a_link_that_leads_nowhere_is_said(capsys) -> None:
    put("a.md", DRAFTS["zh"])
    try:
        Path("a.claims.yaml").symlink_to("gone.yaml")
    except OSError:
        pytest.skip("links need rights here")
    status, report, _ = checked(capsys, "a.md")
    assert (status, report["documents"][0]["reason"]) == (2, "a.claims.yaml: no such file; check the name")


def test_the_file_with_the_whole_name_goes_first() -> None:
    put("a.md", "")
    assert beside("a.md") == beside("") == ""
    put("a.claims.yaml", "")
    assert beside("a.md") == "a.claims.yaml"
    put("a.md.claims.yaml", "")
    assert beside("a.md") == "a.md.claims.yaml"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_file_for_a_run(jobs: str, capsys) -> None:
    """Paths are counted from its folder; the files beside the drafts do not count then."""
    put("d/a.md", DRAFTS["zh"])
    put("d/b.md", DRAFTS["en"])
    keys = {name: fingerprints(capsys, f"d/{name}") for name in ("a.md", "b.md")}
    put("d/b.claims.yaml", decisions(keys["b.md"]))
    entries = decisions(keys["a.md"]).replace("\n-", "\n    -").rstrip()
    put("r/all.yaml", f"documents:\n  ../d/a.md:\n    {entries}\n  gone.md:\n    date: 2021-06-30\n  ../d/b.md:\n")
    status, report, said = checked(capsys, "d", "--ledger", "r/all.yaml", "--jobs", jobs)
    assert (status, said) == (1, "")
    first, second = report["documents"]
    assert {finding["status"] for finding in first["findings"]} == {"dismissed"}
    assert {finding["status"] for finding in second["findings"]} == {"open"}
    status, report, said = checked(capsys, "d/a.md", "--ledger", "r/all.yaml", "--fail-on", "info")
    assert (status, said) == (0, "")


def test_a_file_without_documents_is_about_one_draft(capsys) -> None:
    put("a.md", DRAFTS["zh"])
    put("b.md", DRAFTS["en"])
    put("mine.yaml", decisions(fingerprints(capsys, "a.md")))
    assert checked(capsys, "a.md", "--ledger", "mine.yaml", "--fail-on", "info")[0] == 0
    assert validate.main(["a.md", "b.md", "--ledger", "mine.yaml"]) == 2
    assert "mine.yaml: does not say which of 2 drafts it is about; put each" in capsys.readouterr().err


def test_standard_input_is_found_by_its_name(monkeypatch, capsys) -> None:
    import io
    from types import SimpleNamespace

    put("a.md", DRAFTS["zh"])
    entries = decisions(fingerprints(capsys, "a.md")).replace("\n-", "\n    -").rstrip()
    put("all.yaml", f"documents:\n  稿.md:\n    {entries}\n")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(DRAFTS["zh"].encode())))
    assert checked(capsys, "-", "--stdin-name", "稿.md", "--ledger", "all.yaml", "--fail-on", "info")[0] == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("documents: [a.md]", "all.yaml:1:12: documents cannot be a list"),
        ("documents: {a.md: {dat: 2021-06-30}}", "all.yaml:1:20: unknown key 'dat'; did you mean date?"),
        ("documents: {a.md: {}, a.md: {}}", "all.yaml:1:23: key 'a.md' stands twice"),
        ("documents: {}\ndate: 2021-06-30", "all.yaml:2:1: key 'date' beside documents"),
        ("documents: {a.md: {}, ./a.md: {}}", "all.yaml: 'a.md' and './a.md' are the same draft; keep one"),
    ],
)
def test_a_broken_file_of_the_run(text: str, said: str, capsys) -> None:
    put("a.md", DRAFTS["zh"])
    put("all.yaml", text)
    assert validate.main(["a.md", "--ledger", "all.yaml"]) == 2
    assert capsys.readouterr().err.startswith(f"crossfoot: --ledger: {said}")


def test_the_key_of_the_configuration_does_the_same(capsys) -> None:
    put("a.md", DRAFTS["zh"])
    put("r/mine.yaml", decisions(fingerprints(capsys, "a.md")))
    put("crossfoot.toml", 'ledger = "r/mine.yaml"')
    assert checked(capsys, "a.md", "--fail-on", "info")[0] == 0


@pytest.mark.parametrize(("name", "options"), [("a.claims.yaml", []), ("all.yaml", ["--ledger", "all.yaml"])])
def test_no_listing_is_written_over_a_record_file(name: str, options: list[str], capsys) -> None:
    put("a.md", DRAFTS["zh"])
    put(name, "date: 2021-06-30\n")
    assert validate.main(["claims", "a.md", *options, "-o", f"./{name}"]) == 2
    assert f"{name}: is a record file; write the listing elsewhere" in capsys.readouterr().err
    assert Path(name).read_text(encoding="utf-8") == "date: 2021-06-30\n"


def test_the_examples_of_the_page_can_be_used() -> None:
    page = (Path(validate.__file__).parent / "docs" / "ledger.md").read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    own, named, alone, whole = (put(f"{n}.yaml", text) for n, text in enumerate(examples))
    records = shared(own).whole
    assert [len(shared(path).whole.rules) for path in (named, alone)] == [1, 1]
    put("alone.claims.yaml", Path(alone).read_text(encoding="utf-8"))
    assert validate.main(["alone.claims.yaml", "--format", "none"]) == 0
    assert records and records.date and records.decisions[0].when and records.entries[0].before
    assert [bool(record.decisions) for record in shared(whole).documents.values()] == [True, False]


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(LedgerError, match="no name of a file"):
        read("a\0b", lambda node: node)


@pytest.mark.parametrize("format", ["text", "markdown", "sarif", "junit", "github"])
def test_reports_show_the_reason_safely(format: str, capsys) -> None:
    put("a.md", DRAFTS["en"])
    put("a.claims.yaml", decisions(fingerprints(capsys, "a.md"), reason="<b>the groups overlap</b>"))
    assert validate.main(["a.md", "--format", format, "-o", "r.html"]) == 0
    shown = capsys.readouterr().out
    page = Path("r.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;the groups overlap" in page and "<b>the groups" not in page
    assert ("groups overlap" in shown) is (format != "github")  # annotations are for what is open


def test_a_draft_without_records_needs_no_yaml(tmp_path: Path) -> None:
    import subprocess

    put("a.md", DRAFTS["zh"])
    code = "import sys, validate; validate.main(['a.md', '--format', 'none']); print('ruamel.yaml' in sys.modules)"
    root = str(Path(validate.__file__).parent)
    environment = os.environ | {"PYTHONPATH": root}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    assert ran.stdout == "False\n", ran.stderr
