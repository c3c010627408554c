"""Bad input, bad names, bad places to write: what the command line answers, with nothing stood in for.

What was not checked must never look clean, nothing of a draft may be executed or trusted, and
no fault may show as a traceback. Details of each reader and report have tests of their own.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pdf_documents as made
import pytest

import validate

ROOT = Path(__file__).resolve().parent.parent
WRONG = "The number of trees rose 10% from 200 to 230.\n"
HANT = "園裡的樹木由200棵增至230棵，增長10%。今年的花比去年多百分之五。\n"
FORMATS = ("text", "json", "github", "sarif", "junit", "markdown")
SUFFIXES = (".html", ".json", ".sarif", ".xml", ".md", ".csv")
links = pytest.mark.skipif(os.name == "nt", reason="links need rights there")


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def put(name: str, content: str | bytes) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return name


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, dict[str, Any]]]:
    """Exit status and JSON report of a run; standard error must hold no traceback and no fault of our own."""

    def run(*words: str) -> tuple[int, dict[str, Any]]:
        status = validate.main([*words, "--format", "json"])
        output = capsys.readouterr()
        assert "Traceback" not in output.err and "please report" not in output.err + output.out
        return status, json.loads(output.out)

    return run


def test_this_draft_is_wrong(report) -> None:
    """The other tests lean on it: a draft with one error."""
    status, found = report(put("a.md", WRONG))
    assert (status, found["summary"]["error"]) == (1, 1)


# What cannot be read


UNREADABLE = {
    "none.md": (None, "no such file; check the name"),
    "noise.md": (bytes(range(256)) * 8, "binary data"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
    "paper.md": (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
    "nul.txt": (b"12 trees\0 and 7", "zero byte"),
    "torn.md": (HANT.encode()[:-2], "middle of a character"),
    "mixed.md": (HANT.encode() + HANT.encode("big5hkscs"), "mixed charsets"),
    "unsure.md": ("鼎鑊".encode("gb18030"), "--encoding"),
    "russian.md": ("Всего 12 деревьев: 7 сосен и 6 дубов.".encode("cp1251"), "--encoding"),
    "report.pdf": (b"12 trees", "not a PDF"),
    "book.xlsx": (b"PK\x03\x04 12 trees", "damaged"),
    "locked.xlsx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "remove the password",
    ),
    "paper.xlsx": (b"%PDF-1.7\n", "it looks like a PDF"),
    "noise.csv": (bytes(range(256)) * 8, "binary data"),
    "scan.pdf": (made.drawn(lambda canvas: canvas.rect(9, 9, 90, 90)), "no text in it"),
    "shut.pdf": (made.drawn(made.lines("12 trees"), password="p"), "is encrypted; remove the password"),
    "torn.pdf": (made.drawn(made.lines("12 trees"))[:40], "damaged"),
    "long.pdf": (made.many_pages(10_000), "10000 pages"),
    "report.rtf": (b"12 trees", "convert to text or Markdown"),
}


def test_what_cannot_be_read_is_told_and_the_rest_is_checked(report) -> None:
    for name, (content, _) in UNREADABLE.items():
        if content is not None:
            put(name, content)
    Path("empty").mkdir()
    put("pictures/a.png", b"\x89PNG")
    status, found = report(*UNREADABLE, put("a.md", WRONG), "empty", "pictures")
    assert status == 2
    documents = {document["path"]: document for document in found["documents"]}
    assert documents.pop("a.md")["findings"]
    assert {path: document["status"] for path, document in documents.items()} == dict.fromkeys(documents, "unreadable")
    for name, (_, said) in UNREADABLE.items():
        assert said in documents[name]["reason"], name
    assert "no readable file in this folder" in documents["empty"]["reason"]
    assert "no readable file in this folder" in documents["pictures"]["reason"]
    assert found["summary"]["unreadable"] == len(documents)


def test_each_report_says_what_was_not_checked(capsys) -> None:
    put("noise.md", bytes(range(256)) * 8)
    for format in FORMATS:
        assert validate.main(["noise.md", "--format", format]) == 2
        assert "noise.md" in (shown := capsys.readouterr().out) and "binary" in shown, format
    assert validate.main(["noise.md", "-q", "--format", "none", *(w for s in SUFFIXES for w in ("-o", f"r{s}"))]) == 2
    assert all("binary" in Path(f"r{suffix}").read_text(encoding="utf-8-sig") for suffix in SUFFIXES)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_permission_denied(report) -> None:
    put("a.md", WRONG)
    Path(put("shut.md", WRONG)).chmod(0)
    Path(put("closed/b.md", WRONG)).parent.chmod(0)
    try:
        status, found = report(".")
    finally:
        Path("closed").chmod(0o700)
    reasons = {document["path"]: document.get("reason", "") for document in found["documents"]}
    assert (status, reasons.pop("a.md"), len(reasons)) == (2, "", 2)
    assert all("permission denied" in reason for reason in reasons.values())


def test_permission_denied_as_anybody(monkeypatch, report) -> None:
    put("a.md", WRONG)
    put("shut.md", WRONG)

    def refuse(path: Any, *rest: Any, **more: Any) -> Any:
        if str(path).endswith("shut.md"):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)

    real = open
    monkeypatch.setattr("builtins.open", refuse)
    status, found = report("a.md", "shut.md")
    assert status == 2 and found["summary"]["error"] == 1
    assert "permission denied; ask its owner" in found["documents"][1]["reason"]


@pytest.mark.parametrize(
    "text", ["", "\ufeff", "\n\n \t\r\n", "No figures at all.\n", "沒有數字。\n", "# \n- \n| | |\n"]
)
def test_nothing_to_compare_is_said_plainly(text: str, capsys) -> None:
    put("a.md", text)
    assert validate.main(["a.md"]) == 0
    assert re.search(r"\b0 claims|0個數字", capsys.readouterr().out)
    assert validate.main(["claims", "a.md"]) == 0


# Charsets and odd characters


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_a_draft_says_the_same_in_every_charset(encoding: str, report) -> None:
    _, expected = report(put("a.md", HANT))
    status, found = report(put("a.md", HANT.encode(encoding)))
    assert (status, found) == (1, expected)


def test_a_guess_can_be_stated(report) -> None:
    data = put("a.md", "鼎鑊5個".encode("gb18030"))
    status, found = report(data)
    assert status == 2 and "--encoding" in found["documents"][0]["reason"]
    status, found = report(data, "--encoding", "gb18030")
    assert (status, [claim["quote"] for claim in found["documents"][0]["claims"]]) == (0, ["5個"])
    status, found = report(data, "--encoding", "ascii")
    assert status == 2 and "ASCII" in found["documents"][0]["reason"]


ODD = {
    "CRLF": ("\r\n", "\r\n"),
    "CR": ("\r", "\r"),
    "line separator": ("\u2028", "\u2029"),
    "vertical tab": ("\x0b", "\x0c"),
    "zero width": ("\u200b\u200d\ufeff", "\u2060"),
    "bidi": ("\u202e\u2066", "\u2069\u202c"),
    "grown by NFKC": ("½ ⅱ ㎡ ﷺ ŉ ", "㎏ﬃ "),
    "shrunk by NFKC": ("e\u0301 か\u3099 ", "\u1100\u1161 "),
    "grown in lower case": ("İ ", " ßİ"),
    "full width": ("ＡＢ，１２％。　", " "),
    "astral": ("😀𠮷👩‍👩‍👧 ", "🌲"),
    "tabs": ("X\t\t", "\t"),
    "escape": ("\x1b[31m", "\x1b[0m"),
}


@pytest.mark.parametrize("suffix", [".md", ".txt"])
@pytest.mark.parametrize("odd", ODD)
def test_odd_characters_shift_no_span(odd: str, suffix: str, report) -> None:
    """Every position names the figure that it is said to, in the text as it stands in the file."""
    before, after = ODD[odd]
    text = f"{before}\n\nTrees rose 10%{after} from 200 to 230.\n\n{before}\n\n面積５０㎡，{after}人口3成。\n{before}"
    status, found = report(put(f"a{suffix}", text))
    assert status != 2
    (document,) = found["documents"]
    quotes = [text[claim["start"] : claim["end"]] for claim in document["claims"]]
    assert quotes == [claim["quote"] for claim in document["claims"]]
    assert {"10%", "200", "230", "５０㎡", "3成"} <= set(quotes)
    for finding in document["findings"]:
        assert {text[start:end] for start, end in finding["spans"]} <= set(quotes)


ROWS = {
    "nul": '"12\\u0000 trees"',
    "bidi": '"\\u202e12 trees\\u202c"',
    "zero width": '"1\\u200b2 trees"',
    "a pair": '"\\ud83d\\ude00 12 trees"',
    "escaped line end": '"12\\r\\ntrees, 7 pines"',
}


@pytest.mark.parametrize("row", ROWS)
def test_odd_characters_in_rows(row: str, capsys) -> None:
    put("rows.jsonl", f'{{"id": 1, "text": {ROWS[row]}}}\n')
    assert validate.main(["claims", "rows.jsonl", "--format", "jsonl"]) == 0
    text = json.loads(ROWS[row])
    (line,) = capsys.readouterr().out.splitlines()
    claims = json.loads(line)["claims"]
    assert claims and [text[claim["start"] : claim["end"]] for claim in claims] == [claim["quote"] for claim in claims]


@pytest.mark.parametrize("bad", ['"\\ud83d 12"', '"\\udc00"', "5", "null", "[12]", '{"12": 7}'])
def test_a_row_that_is_no_text_is_told_and_the_others_are_read(bad: str, capsys) -> None:
    put("rows.jsonl", f'{{"id": 1, "text": {bad}}}\n{{"id": 2, "text": "12 trees"}}\n')
    assert validate.main(["claims", "rows.jsonl", "--format", "jsonl"]) == 2
    output = capsys.readouterr()
    assert output.err.startswith("rows.jsonl:1: not a row (")
    assert json.loads(output.out)["id"] == 2


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("lead", ["", "😀😀 ", "♣ ", "e\u0301 ", "\u3000", "🌲\t"])
def test_columns(lead: str, capsys) -> None:
    """SARIF counts in UTF-16 here, the others in code points; all mean the same figure."""
    line = f"{lead}{WRONG.strip()}"
    put("a.txt", f"A garden.\n\n{line}\n")
    shown = {}
    for format in ("json", "sarif", "github", "text"):
        assert validate.main(["a.txt", "--format", format]) == 1
        shown[format] = capsys.readouterr().out
    (finding,) = json.loads(shown["json"])["documents"][0]["findings"]
    column = line.index(f"A garden.\n\n{line}"[finding["start"] : finding["end"]]) + 1
    (run,) = json.loads(shown["sarif"])["runs"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    before = line[: column - 1]
    units = _utf16 if run["columnKind"] == "utf16CodeUnits" else len
    assert (region["startLine"], region["startColumn"]) == (3, units(before) + 1)
    assert f"line=3,col={column}," in shown["github"].replace("endLine=3,", "")
    assert f"a.txt:3:{column}" in shown["text"]


# Numbers that nobody can hold


MONSTERS = (
    "1e3000000", "1E999999999", "9" * 10_000, "9" * 10_000 + "%", "0." + "3" * 10_000, "1," * 3000 + "000",
    "9**9**9", "10^10^10", "1/0", "0/0", "12/0000", "1÷0", "零分之一", "one in zero", "1 in 0", "1比0", "1e-3000000",
    "九" * 10_000, "億" * 10_000, "1" + "萬" * 3000, "1" + " million" * 2000, "一" * 10_000, "((((" * 3000, "1/" * 3000,
    "-" * 10_000 + "5", "$" * 5000, "5" + "%" * 5000, "1." * 5000, "１" * 10_000, "²" * 5000, "5" + "⁹" * 5000,
)  # fmt: skip


@pytest.mark.parametrize("monster", MONSTERS, ids=lambda text: f"{text[:12]}-{len(text)}")
def test_a_figure_beyond_reason_stops_nothing(monster: str, report) -> None:
    """It is left unread or read as far as it can be; what stands after it is read all the same."""
    text = f"The shed holds {monster} of them, of which {monster}.\n\n{WRONG}"
    status, found = report(put("a.txt", text), "--lang", "en")
    (document,) = found["documents"]
    assert document["status"] == "checked" and status == 1
    assert all(text[claim["start"] : claim["end"]] == claim["quote"] for claim in document["claims"])
    assert any("From 200 to 230" in finding["message"] for finding in document["findings"])
    assert all(len(claim["value"] or "") < 200 for claim in document["claims"])


@pytest.mark.parametrize("deep", ["(", "[", "**", "> ", "- ", "` ", "<b>", "![](", "「", "| ", "#"])
def test_nesting_without_end_stops_nothing(deep: str, report) -> None:
    status, found = report(put("a.md", deep * 20_000 + "\n\n" + WRONG))
    assert (status, found["documents"][0]["status"]) == (1, "checked")


# Text that would be something else to whoever reads the report


SCRIPT = "<script>alert(12)</script>"
HOSTILE = (
    f"# {SCRIPT} \"'><img src=x onerror=alert(7)>\n\n"
    f"The {SCRIPT} ${{7*7}} {{{{7*7}}}} {{% x %}} trees rose 10% & </td></style><b> from 200 to 230.\n"
)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.skipif(os.name == "nt", reason="names may not hold such characters there")
@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_markup_stays_text(suffix: str, capsys) -> None:
    """In the draft, in its title and in its name."""
    put(name := f"<img src=x onerror=alert(1)>&\"'{{{{7*7}}}}{suffix}", HOSTILE)
    assert validate.main([name, "-q", "-o", "r.html", "-o", "r.xml", "-o", "r.md", "-o", "r.csv"]) in (0, 1)
    page = Path("r.html").read_text(encoding="utf-8")
    tags = Tags()
    tags.feed(page)
    assert not [tag for tag, _ in tags.found if tag in ("script", "img", "iframe", "object", "embed", "link")]
    assert not [name for _, attributes in tags.found for name in attributes if name.startswith("on")]
    assert "{{7*7}}" in page and "49" not in re.sub(r"<style.*?</style>", "", page, flags=re.DOTALL)
    (policy,) = (a["content"] for tag, a in tags.found if tag == "meta" and a.get("http-equiv"))
    assert policy is not None and "default-src 'none'" in policy
    assert ElementTree.parse("r.xml").getroot().tag == "testsuites"
    assert not re.search(r"(?<!\\)<(?:script|img)", Path("r.md").read_text(encoding="utf-8"))


@pytest.mark.skipif(os.name == "nt", reason="names may not hold such characters there")
def test_names_command_no_terminal_and_no_runner(capsys) -> None:
    put(name := "a\x1b[31m\x07\r\n::error::x,y%0A\u202e\x9b2J.txt", WRONG)
    for format in FORMATS:
        assert validate.main(["--format", format, "--", name]) == 1
        shown = capsys.readouterr().out
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", shown), format
        assert "\u202e" not in shown or format in ("json", "sarif")  # read by programs alone
        assert not re.search(r"^::error::", shown, re.MULTILINE), format
    for missing in ("none\x1b[2J.txt", "none\n::error::x.txt"):
        assert validate.main(["--format", "text", missing]) == 2
        assert "\x1b" not in capsys.readouterr().out
        assert validate.main(["claims", missing]) == 2
        assert not re.search(r"[\x1b\x07]|\n::", capsys.readouterr().err)


@pytest.mark.parametrize("lead", ["=", "+", "@", "-", "\t=", "\r=", "＝", "=HYPERLINK(1)&"])
def test_no_cell_is_a_formula(lead: str) -> None:
    import csv

    put(name := f"{lead.strip()}a.txt", f"{lead}cmd|' /C calc'!A1 trees rose 10% from 200 to 230; {lead}5%.\n")
    assert validate.main(["-q", "--format", "none", "-o", "r.csv", "--", name]) in (0, 1)
    assert validate.main(["claims", "-q", "-o", "c.csv", "--", name]) == 0
    for file in ("r.csv", "c.csv"):
        with open(file, encoding="utf-8-sig", newline="") as lines:
            cells = [cell for row in csv.reader(lines) for cell in row]
        assert cells and not [cell for cell in cells if re.match(r"[=@\t\r＝＋＠－]|[+-](?![\d.]+%?$)", cell)]


def test_control_characters_leave_the_xml_whole() -> None:
    controls = "".join(map(chr, [*range(1, 9), 11, 12, *range(14, 32), 0x7F, 0x85, 0xFFFE, 0xFFFF]))
    put("a.txt", f"Trees {controls[:9]}\n\nTrees{controls} rose 10% from {controls[-2:]}200 to 230.\n" * 2)
    assert validate.main(["a.txt", "-q", "--format", "none", "-o", "r.xml", "-o", "r.html"]) in (0, 1, 2)
    assert ElementTree.parse("r.xml").getroot().tag == "testsuites"


# Names, links, settings


@links
def test_links_in_circles_and_out_of_the_folder(report, capsys) -> None:
    put("outside.md", WRONG)
    put("in/a.md", WRONG)
    for name, target in (
        ("circle", "circle"), ("circle.md", "circle.md"), ("up", ".."), ("self", "."), ("out.md", "../outside.md"),
        ("gone", "nowhere"), ("again.md", "a.md"),
    ):  # fmt: skip
        Path("in", name).symlink_to(target)
    status, found = report("in")
    documents = {document["path"]: document.get("reason", "") for document in found["documents"]}
    assert status == 2
    assert documents.pop("in/a.md") == "" and list(documents) == ["in/circle.md"]
    assert "a link that leads in a circle" in documents["in/circle.md"]
    assert found["summary"]["error"] == 1


@pytest.mark.parametrize("name", ["-o", "--format", "-", "--", "-5.md", "--help"])
def test_names_that_begin_with_a_hyphen(name: str, report) -> None:
    """After `--` and behind `./` they are names like others."""
    put(name, WRONG)
    path = f"./{name}"
    status, found = report(path)
    assert (status, found["documents"][0]["path"]) == (1, path)
    if name != "-":
        assert validate.main(["check", "--format", "none", "--", name]) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--jobs", "abc"], "--jobs: 'abc'"),
        (["--jobs", "-1"], "--jobs: '-1'"),
        (["--fail-on", "nonsense"], "--fail-on: 'nonsense'"),
        (["--date", "2023-02-29"], "--date: '2023-02-29'"),
        (["--date", ""], "--date: ''"),
        (["--select", ""], "no check is left"),
        (["--max-size", "0"], "--max-size: '0'"),
        (["-o", "r.zip"], "no format has this suffix"),
        (["-o", "r.json", "-o", "./x/../r.json"], "given twice"),
        (["-o", "a.md"], "is one of the drafts"),
        (["-o", "link.md"], "is one of the drafts"),
        (["-o", "folder.html"], "is a folder"),
        (["-o", "none/r.html"], "the folder does not exist"),
    ],
)
def test_what_cannot_be_meant_stops_the_run(options: list[str], said: str, capsys) -> None:
    put("a.md", WRONG)
    put("x/b.md", WRONG)
    Path("folder.html").mkdir()
    if "link.md" in options:
        if os.name == "nt":
            pytest.skip("links need rights there")
        Path("link.md").symlink_to("a.md")
    assert validate.main(["a.md", *options]) == 2
    output = capsys.readouterr()
    assert (output.out, output.err.count("\n")) == ("", 1) and said in output.err
    assert Path("a.md").read_text(encoding="utf-8") == WRONG


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fail-on = 3", "crossfoot.toml:1:1: fail-on cannot be 3; give one of"),
        ("jobs = true", "crossfoot.toml:1:1: jobs cannot be True"),
        ("\nselekt = ['growth']", "crossfoot.toml:2:1: unknown key 'selekt'; did you mean select?"),
        ("select = ['growht']", "no check is called 'growht'; did you mean growth?"),
        ("lang = ", "line 1, column 8"),
        ("lang = 'en'\nlang = 'zh'", "line 2"),
        ("[lang]\nx = 1", "crossfoot.toml:1:2: lang cannot be"),
        (b"\xff\xfe", "is not UTF-8"),
        ("a = " + "[" * 20_000, "nested too deeply"),
        ("max-size = 1e999", "max-size cannot be inf"),
        ("date = 2024-13-01", "crossfoot.toml"),
    ],
)
def test_settings_that_cannot_be_used(text: str | bytes, said: str, capsys) -> None:
    put("a.md", WRONG)
    put("crossfoot.toml", text)
    assert validate.main(["a.md"]) == 2
    output = capsys.readouterr()
    assert said in output.err and not output.out and "please report" not in output.err


# Where reports go


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device there")
@links
def test_a_full_disk_behind_a_report(capsys) -> None:
    put("a.md", WRONG)
    Path("r.html").symlink_to("/dev/full")
    assert validate.main(["a.md", "-o", "r.html", "-o", "r.json"]) == 2
    output = capsys.readouterr()
    assert "r.html: cannot be written: the disk is full; make room" in output.err
    assert json.loads(Path("r.json").read_text(encoding="utf-8"))["summary"]["error"] == 1
    assert Path("r.html").is_symlink()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(capsys) -> None:
    put("a.md", WRONG)
    put("shut/r.html", "old")
    Path("shut").chmod(0o500)
    try:
        assert validate.main(["a.md", "-o", "shut/r.html"]) == 2
    finally:
        Path("shut").chmod(0o700)
    assert "permission denied; choose a folder" in capsys.readouterr().err
    assert os.listdir("shut") == ["r.html"] and Path("shut/r.html").read_text(encoding="utf-8") == "old"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal there")
def test_killed_while_writing_leaves_the_old_report() -> None:
    """The whole command, stopped dead before the new file takes the old one's name."""
    put("a.md", WRONG)
    put("r.html", "old")
    script = (
        f"import os, sys, time; sys.path.insert(0, {str(ROOT)!r}); import validate; from claims import writing\n"
        "def wait(*_): open('ready', 'w').close(); time.sleep(60)\n"
        "writing.os.replace = wait; validate.main(['a.md', '-o', 'r.html'])"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.DEVNULL)
    try:
        while not Path("ready").exists():
            assert process.poll() is None
            time.sleep(0.01)
    finally:
        process.kill()
        process.wait()
    assert Path("r.html").read_text(encoding="utf-8") == "old"
    assert validate.main(["a.md", "-q", "--format", "none", "-o", "r.html"]) == 1
    assert Path("r.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


# The same input, the same bytes


def test_the_same_bytes_whatever_the_hashes_and_however_many_processes() -> None:
    """Sets and dictionaries must leave no trace of the order in which they were filled."""
    for path in sorted((ROOT / "docs" / "checks").glob("*.md"))[:3]:
        put(f"drafts/{path.name}", path.read_bytes())
    put("drafts/noise.md", bytes(range(256)))
    outputs = set()
    for jobs, seed in ((1, "0"), (2, "1"), (4, "2")):
        names = [f"r{jobs}{suffix}" for suffix in SUFFIXES]
        words = ["drafts", "-q", "--format", "text", "--jobs", str(jobs), *(w for n in names for w in ("-o", n))]
        process = subprocess.run(
            [sys.executable, str(ROOT / "validate.py"), *words],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
        )
        assert (process.returncode, process.stderr) == (2, b"")
        outputs.add((process.stdout, *(Path(name).read_bytes() for name in names)))
    assert len(outputs) == 1
