"""Reading PDF: what belongs together is put together, what does not is kept apart, and each figure has its place."""

from __future__ import annotations

import json
import random
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdf_documents as made
import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

import validate
from checks._judging.examine import examine
from claims.draft import Draft
from claims.extract import extract
from claims.readers import Unreadable, pdf, read

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
OPENINGS = {
    "en": ("The council runs {} schools.", "Some {} people came to the open day.", "Rents rose by {} per cent in May."),
    "zh-Hant": ("全市共有{}所學校。", "開放日約有{}人到場參觀，比去年熱鬧。", "五月份的租金升了{}%，升幅比上月大。"),
    "zh-Hans": ("全市共有{}所学校。", "开放日约有{}人到场参观，比去年热闹。", "五月份的租金升了{}%，升幅比上月大。"),
}


def draft(data: bytes) -> Draft:
    return read(data, "a.pdf")


def texts(data: bytes) -> list[str]:
    return [block.text for block in draft(data).blocks]


def table(data: bytes) -> list[list[str]]:
    return [[b.text[s:e] for s, e in b.cells] for b in draft(data).blocks if b.kind == "table-row"]


def page_texts(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [document[at].get_textpage().get_text_range() for at in range(len(document))]


def assert_places_hold(found: Draft, data: bytes) -> None:
    """Every character that has a place is the one that stands there, and no place is out of order."""
    pages = page_texts(data)
    end = 0
    for place in found.places:
        page, first, last = place.node
        assert isinstance(page, int) and isinstance(first, int) and isinstance(last, int)
        assert place.start >= end and place.name == f"page {page + 1}"
        end = place.end
        shown = re.sub("[\x02\ufffe]", "-", pages[page][first:last])
        assert found.text[place.start : place.end] == shown


# The example


@pytest.mark.parametrize("name", ["giants.en", "giants.zh-Hant"])
def test_the_example_says_the_same_as_a_pdf_in_columns(name: str) -> None:
    def said(suffix: str) -> tuple[list[Any], list[Any]]:
        found = examine(extract(read((EXAMPLES / f"{name}{suffix}").read_bytes(), f"{name}{suffix}")))
        assert found.ledger is not None
        claims = [
            (re.sub(r"\s+", " ", c.quote), c.quantity.stated, c.quantity.unit, c.measure, c.subject, c.period)
            for c in found.ledger.claims
        ]
        return claims, [(f.check, f.severity, f.message) for f in found.findings]

    assert said(".pdf") == said(".md")


# Places


@settings(max_examples=25, deadline=None)
@given(
    language=st.sampled_from(sorted(OPENINGS)),
    columns=st.integers(1, 3),
    size=st.sampled_from([8, 10, 12]),
    head=st.sampled_from(["", "Harbour Review 2021"]),
    seed=st.integers(0, 10_000),
)
def test_every_figure_is_read_once_in_its_order_and_at_its_place(
    language: str, columns: int, size: int, head: str, seed: int
) -> None:
    chance = random.Random(seed)
    figures = [f"{chance.randrange(1100, 9999):,}" for _ in range(chance.randrange(6, 60))]
    paragraphs, rest = [], list(figures)
    while rest:
        taken, rest = rest[: chance.randrange(1, 6)], rest[5:]
        paragraphs.append(
            ("" if language != "en" else " ").join(chance.choice(OPENINGS[language]).format(f) for f in taken)
        )
    figures = re.findall(r"\d,\d{3}", " ".join(paragraphs))
    data = made.prose(paragraphs, language, columns=columns, size=size, head=head)
    found = draft(data)
    ledger = extract(found)
    assert re.findall(r"\d,\d{3}", found.text) == figures
    assert_places_hold(found, data)
    pages = page_texts(data)
    for claim in ledger.claims:
        place = found.place(claim.start)
        assert place is not None
        page, first, _ = place.node
        assert isinstance(page, int) and isinstance(first, int)
        start = first + claim.start - place.start
        assert pages[page][start : start + 1] == claim.quote[0]


@pytest.mark.parametrize("language", sorted(OPENINGS))
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_the_other(language: str, columns: int) -> None:
    chance, between = random.Random(columns), " " if language == "en" else ""
    paragraphs = [
        between.join(chance.choice(OPENINGS[language]).format(f"{n},{chance.randrange(100, 999)}") for _ in range(25))
        for n in range(1, 10)
    ]
    data = made.prose(paragraphs, language, columns=columns, head="Harbour Review")
    found = texts(data)
    assert [re.sub(r"\s", "", text) for text in found] == [re.sub(r"\s", "", text) for text in paragraphs]


def test_columns_that_are_not_level(tmp_path: Path) -> None:
    words = made.wrapped(
        "The ferry carried more people this year than it ever had before, and most came back. " * 5, 150
    )

    def page(canvas: Canvas) -> None:
        canvas.drawString(40, 560, "A headline that reaches over both of the columns below it, from end to end")
        made.lines(*words, left=40, top=520)(canvas)
        made.lines(*[w.replace("ferry", "train") for w in words], left=220, top=513)(canvas)
        canvas.drawString(40, 200, "A note that reaches over both of the columns above it, from the left to the right")

    found = texts(made.drawn(page))
    assert [text.split()[1] for text in found] == ["headline", "ferry", "train", "note"]


# What belongs together


def test_a_paragraph_goes_on_over_columns_and_pages() -> None:
    text = (
        "The harbour counted 1,234 boats in its basin, and each of them was looked at by one of its two inspectors. "
        * 40
    )
    assert texts(made.prose([text], columns=2)) == [text.strip()]


def test_words_are_put_together_where_they_are_known_undivided() -> None:
    page = made.lines(
        "The inspectors of the port looked at each of the boats, and the inspec-",
        "tors found 12 of them wanting, which is far more than in the long-",
        "gone days of the harbour.",
    )
    (text,) = texts(made.drawn(page))
    assert "and the inspectors found 12" in text and "long-gone" in text


def test_a_figure_is_put_together_over_the_end_of_a_line() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("MSung-Light", 10)
        made.lines("去年本市進口的總額是1234", "億元，較前年少一成，出口", "也跌了，只有八百億元。")(canvas)

    found = extract(draft(made.drawn(page)))
    assert "1234億元" in [claim.quote for claim in found.claims]


def test_headings_by_their_size_and_items_by_their_marks() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 20)
        canvas.drawString(40, 540, "Ferries carry more")
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(40, 500, "By route")
        canvas.setFont("Helvetica", 10)
        made.lines("The port counted 1,200 boats.", top=480)(canvas)
        made.lines("1. The north had 700 boats.", "2. The south had 500 boats.", top=450)(canvas)

    kinds = [(block.kind, block.text) for block in draft(made.drawn(page)).blocks]
    assert kinds == [
        ("title", "Ferries carry more"),
        ("heading", "By route"),
        ("paragraph", "The port counted 1,200 boats."),
        ("list-item", "The north had 700 boats."),
        ("list-item", "The south had 500 boats."),
    ]


def test_running_heads_and_page_numbers_are_left_out_and_named() -> None:
    paragraphs = [f"Boat {n} made {n},200 trips in all of its years. " * 9 for n in range(1, 30)]
    found = draft(made.prose(paragraphs, head="Harbour Review, May 2021, 77 pages"))
    assert "Harbour Review" not in found.text and len(found.blocks) == 29
    assert any("running heads and page numbers (pages 1, 2" in phrase for phrase in found.unread)


def test_a_page_number_alone() -> None:
    page = made.lines("The port counted 1,200 boats.", "They came from 14 places.", leading=15)

    def numbered(canvas: Canvas) -> None:
        page(canvas)
        canvas.drawString(200, 30, "- 7 -")

    assert "7" not in draft(made.drawn(numbered)).text


# What is kept apart


ROWS = (
    ("Region", "2019", "2020"),
    ("North", "1,200", "1,350"),
    ("South", "(300)", "–"),
    ("Of which islands", "", "40"),
    ("Total", "900", "1,350"),
)


@pytest.mark.parametrize("ruled", [False, True])
@pytest.mark.parametrize("edges", [(40, 200, 300), (40, 160, 190), (40, 150, 380)])
def test_cells_are_kept_apart(edges: tuple[int, ...], ruled: bool) -> None:
    assert table(made.drawn(made.cells(ROWS, edges, ruled=ruled))) == [list(row) for row in ROWS]


def test_figures_side_by_side_in_one_run_of_the_file_are_kept_apart() -> None:
    """A run may move the pen between two figures without any space."""

    def page(canvas: Canvas) -> None:
        for base, first, second in ((500, "1,200", "1,350"), (486, "2,200", "2,350")):
            canvas.drawString(40, base, "Boats")
            canvas._code.append(f"BT /F1 10 Tf 120 {base} Td [({first}) -800 ({second})] TJ ET")

    assert table(made.drawn(page)) == [["Boats", "1,200", "1,350"], ["Boats", "2,200", "2,350"]]


def test_a_header_over_several_columns_is_a_cell_of_each() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(190, 540, "Year ended 30 June")
        made.cells((("", "2019", "2020"), *ROWS[1:]), (40, 220, 290), top=526)(canvas)

    found = table(made.drawn(page))
    assert found[0] == ["", "Year ended 30 June", "Year ended 30 June"] and found[1] == ["", "2019", "2020"]


def test_a_label_of_two_lines_is_one_row() -> None:
    rows = (*ROWS[:2], ("Harbours on the", "", ""), ("southern coast", "70", "80"), *ROWS[4:])
    found = table(made.drawn(made.cells(rows, (40, 200, 300))))
    assert found[2] == ["Harbours on the southern coast", "70", "80"]


def test_thousands_parted_by_a_space_are_one_figure() -> None:
    def page(canvas: Canvas) -> None:
        for base, head, tail, other in ((500, "98", "452", "41"), (486, "1", "200", "7")):
            canvas.drawString(40, base, "Boats")
            end = 120 + canvas.stringWidth(head, "Helvetica", 10)
            canvas.drawString(120, base, head)
            canvas.drawString(end + 2.8, base, tail)
            canvas.drawString(200, base, other)

    assert table(made.drawn(page)) == [["Boats", "98 452", "41"], ["Boats", "1 200", "7"]]


def test_figures_that_touch_are_parted_where_columns_are() -> None:
    rows = (
        ("Region", "2018", "2019", "2020"),
        ("North", "1,200", "1,350", "7"),
        ("Total", "1,234,500", "1,671,350", "9"),
    )
    assert table(made.drawn(made.cells(rows, (40, 120, 164.5, 220)))) == [list(row) for row in rows]


def test_tables_side_by_side_in_columns_of_prose_are_read_apart() -> None:
    prose = made.wrapped(
        "The port counts what goes through its gates by day and by night, all the year round. " * 4, 150
    )

    def page(canvas: Canvas) -> None:
        for left in (40, 230):
            made.lines(*prose, left=left, top=560, leading=12)(canvas)
            made.cells(ROWS, (left, left + 100, left + 140), top=340)(canvas)

    found = draft(made.drawn(page))
    assert table(made.drawn(page)) == [list(row) for row in ROWS] * 2
    assert [block.table for block in found.blocks if block.table >= 0] == [0] * 5 + [1] * 5


def test_the_indent_of_a_label_is_kept() -> None:
    def page(canvas: Canvas) -> None:
        made.cells(ROWS[:3], (40, 200, 300))(canvas)
        made.cells([("Islands", "100", "110"), ("Coast", "200", "240")], (50, 200, 300), top=458)(canvas)

    assert [row[0] for row in table(made.drawn(page))] == ["Region", "North", "South", "  Islands", "  Coast"]


def test_two_columns_of_prose_are_no_table() -> None:
    paragraphs = ["In 2019 the port counted 1,200 boats. In 2020 it counted 1,350 of them. " * 8] * 3
    assert {block.kind for block in draft(made.prose(paragraphs, columns=2)).blocks} == {"paragraph"}


@pytest.mark.parametrize(
    ("mark", "rise", "size", "said"),
    [("5", 4, 6, "1,234⁵ boats"), ("2", -2, 6, "1,234₂ boats")],
)
def test_raised_digits_are_no_part_of_a_figure(mark: str, rise: float, size: float, said: str) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(40, 500, "The port counted 1,234")
        end = 40 + canvas.stringWidth("The port counted 1,234", "Helvetica", 10)
        canvas.setFont("Helvetica", size)
        canvas.drawString(end, 500 + rise, mark)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(end + 4, 500, " boats in May.")

    found = draft(made.drawn(page))
    assert said in found.text
    assert [claim.quote for claim in extract(found).claims if "1" in claim.quote] == ["1,234"]


def test_a_raised_power_is_part_of_its_unit() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(40, 500, "The park has 520 km")
        end = 40 + canvas.stringWidth("The park has 520 km", "Helvetica", 10)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(end, 504, "2")

    assert [c.quantity.unit for c in extract(draft(made.drawn(page))).claims] == ["kilometer**2"]


@pytest.mark.parametrize("apart", [0.0, 0.3])
def test_what_is_printed_twice_for_bold_is_read_once(apart: float) -> None:
    def page(canvas: Canvas) -> None:
        x = 40.0
        for char in "1,200 boats":
            canvas.drawString(x, 500, char)
            canvas.drawString(x + apart, 500, char)
            x += canvas.stringWidth(char, "Helvetica", 10)

    assert texts(made.drawn(page)) == ["1,200 boats"]


@pytest.mark.parametrize(("by", "of"), [(0.8, "The port counted 1,200 boats."), (1.0, "1,200 boats.")])
def test_a_line_that_is_printed_again_for_bold_is_read_once(by: float, of: str) -> None:
    def page(canvas: Canvas) -> None:
        line = "The port counted 1,200 boats."
        canvas.drawString(40, 500, line)
        canvas.drawString(40 + by + canvas.stringWidth(line[: line.index(of)], "Helvetica", 10), 500, of)

    assert texts(made.drawn(page)) == ["The port counted 1,200 boats."]


# Odd pages


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read(turn: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(*{90: (300, 40), 180: (400, 480), 270: (120, 550)}[turn])
        canvas.rotate(turn)
        made.cells(ROWS, (40, 200, 300), top=-20)(canvas)

    data = made.drawn(page)
    assert table(data) == [list(row) for row in ROWS]
    assert_places_hold(draft(data), data)


def test_a_stamp_across_the_page_is_left_out_and_named() -> None:
    def page(canvas: Canvas) -> None:
        made.lines("The port counted 1,200 boats.", "They came from 14 places.")(canvas)
        canvas.translate(100, 200)
        canvas.rotate(45)
        canvas.drawString(0, 0, "DRAFT 99")

    found = draft(made.drawn(page))
    assert "99" not in found.text and found.unread == ("text that runs in another direction (page 1)",)


def test_chinese_from_top_to_bottom_is_left_out_and_named() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("MSung-Light", 10)
        canvas.drawString(40, 560, "去年港口共有1,200艘船。")
        for column in range(3):
            for at, char in enumerate("渡輪清晨開出碼頭上的人都沒有說話"):
                canvas.drawString(300 - 20 * column, 500 - 12 * at, char)

    found = draft(made.drawn(page))
    assert [block.text for block in found.blocks] == ["去年港口共有1,200艘船。"]
    assert found.unread == ("text set from top to bottom (page 1)",)


def hidden(text: str, base: float) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.rect(0, 0, made.WIDTH, made.HEIGHT)
        line = canvas.beginText(40, base)
        line.setTextRenderMode(3)
        line.textOut(text)
        canvas.drawText(line)

    return draw


def test_the_text_of_a_recognised_scan_is_read_and_named() -> None:
    found = draft(made.drawn(hidden("The port counted 1,200 boats.", 500)))
    assert "1,200" in found.text
    assert found.unread == ("read as a machine recognised the scan, not as printed (page 1)",)


def test_hidden_text_under_seen_text_is_left_out_and_named() -> None:
    def page(canvas: Canvas) -> None:
        made.lines("The port counted 1,200 boats.")(canvas)
        hidden("The port counted 999 boats.", 400)(canvas)

    found = draft(made.drawn(page))
    assert "999" not in found.text and found.unread == ("hidden text (page 1)",)


def test_pages_without_text_are_named() -> None:
    picture = lambda canvas: canvas.rect(10, 10, 300, 300, fill=1)  # noqa: E731
    found = draft(made.drawn(made.lines("The port counted 1,200 boats."), picture, lambda canvas: None))
    assert found.unread == ("no text, as of a scan (page 2)",)


# What cannot be read


GOOD = made.drawn(made.lines("The port counted 1,200 boats in 2019 and 1,350 in 2020."))
BOMB = (
    b"%PDF-1.4\n4 0 obj<</Length 5/Filter/FlateDecode>>stream\n" + zlib.compress(b"q Q " * 30_000_000) + b"\nendstream"
)
UNREADABLE = {
    "a scan": (made.drawn(lambda canvas: canvas.rect(10, 10, 300, 300, fill=1)), "no text in it"),
    "a password": (made.drawn(made.lines("12 boats"), password="secret"), "is encrypted; remove the password"),
    "nothing": (b"", "not a PDF"),
    "another file": (b"PK\x03\x04" + bytes(60), "not a PDF, but a ZIP archive"),
    "text": (b"12 trees", "not a PDF; check its name"),
    "a head without a body": (b"%PDF-1.7\n%%EOF", "a damaged or incomplete PDF"),
    "ten thousand pages": (made.many_pages(10_000), "has 10000 pages, more than the 3000 that are read; split it"),
    "a stream that swells": (BOMB, "swells beyond measure"),
    "a stream packed twice": (BOMB.replace(b"/FlateDecode", b"[/FlateDecode /FlateDecode]"), "swells beyond measure"),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_cannot_be_read_is_said(what: str) -> None:
    data, said = UNREADABLE[what]
    with pytest.raises(Unreadable, match=re.escape(said)):
        draft(data)


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(Unreadable, match=re.escape("install crossfoot[pdf]")):
        draft(GOOD)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    torn = bytearray(GOOD[: data.draw(st.integers(10, len(GOOD)))])
    for _ in range(data.draw(st.integers(0, 6))):
        torn[data.draw(st.integers(9, len(torn) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = draft(bytes(torn))
    except Unreadable:
        return
    assert found.text


def test_too_many_characters_on_a_page_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_ON_A_PAGE", 30)
    data = made.drawn(made.lines("The port counted 1,200 boats in 2019."), made.lines("12 boats"))
    assert draft(data).unread == ("more characters than a page of text has (page 1)",)


# A second opinion


RISE = made.drawn(made.lines("The number of boats rose 10% from 200 to 230, says the port."))


def report(data: bytes, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    Path("a.pdf").write_bytes(data)
    validate.main(["a.pdf", "--format", "json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)["documents"][0]
    return found


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_a_finding_names_its_page(
    format: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    wrong = made.lines("The number of boats rose 10% from 200 to 230, says the port.")
    Path("a.pdf").write_bytes(made.drawn(made.lines("Boats come and go."), wrong))
    assert validate.main(["a.pdf", "--format", format]) == 1
    shown = capsys.readouterr().out
    assert ("a.pdf: page 2" if format == "text" else "| page 2 |") in shown


@pytest.mark.parametrize(
    ("other", "severity"),
    [
        ("The number of boats rose 10% from 200 to 230, says the port.", "error"),
        ("The number of boats rose 10%from 200to230,says the port.", "error"),
        ("The number of boats rose 10% from 200 to 280, says the port.", "warning"),
        ("The number of boats rose 10% from 208 to 230, says the port.", "warning"),
        ("", "error"),
    ],
)
def test_a_figure_that_another_reader_reads_otherwise_is_not_asserted(
    other: str,
    severity: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pypdf.PageObject, "extract_text", lambda *_: other)
    found = report(RISE, capsys)
    (finding,) = found["findings"]
    assert finding["severity"] == severity
    assert ("Two ways of reading the file" in finding["message"]) == (severity == "warning")
    assert {r["severity"] for r in found["relations"] if r["outcome"] == "inconsistent"} == {severity}


def test_a_figure_that_a_machine_recognised_is_not_asserted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    scan = made.drawn(hidden("The number of boats rose 10% from 200 to 230, says the port.", 500))
    assert [finding["severity"] for finding in report(scan, capsys)["findings"]] == ["warning"]


def test_both_readers_agree_on_the_examples() -> None:
    for path in EXAMPLES.glob("*.pdf"):
        data = path.read_bytes()
        found = extract(draft(data))
        assert pdf.unsure(data, found.draft, [(claim.start, claim.end) for claim in found.claims]) == set()
