"""Marked copies of PDF: each highlight lies on the figure that its note is about, and nothing else changes."""

from __future__ import annotations

import io
import random
import re
from collections import Counter
from pathlib import Path

import pdf_documents as made
import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

import reports
import validate
from checks import Review
from checks._judging.examine import examine
from claims.extract import extract
from claims.readers import read
from claims.readers.pdf.glyphs import Page

WRONG = {
    "en": "The port counted {} boats: {} ferries and {} trawlers.",
    "zh-Hant": "去年港口共有{}艘船，其中男船長{}人，女船長{}人，合共{}人。",
    "zh-Hans": "去年港口共有{}艘船，其中男船长{}人，女船长{}人，合共{}人。",
}
FILLER = {
    "en": "The ferry left in the early morning, and nobody who stood on the quay said a word about it. ",
    "zh-Hant": "渡輪清晨開出，碼頭上的人都沒有說話，只是看着它慢慢走遠。",
    "zh-Hans": "渡轮清晨开出，码头上的人都没有说话，只是看着它慢慢走远。",
}


def reviewed(data: bytes) -> Review:
    return examine(extract(read(data, "a.pdf")))


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def highlights(data: bytes) -> list[tuple[str, str]]:
    """Note and the characters under it, of every highlight."""
    found = []
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(data)).pages):
        here = Page(document, number)
        text = here.glyphs().text if here.count else ""
        boxes = [here.box(at) for at in range(here.count)]
        for annotation in page.get("/Annots", []):
            note = annotation.get_object()
            corners = [float(value) for value in note["/QuadPoints"]]
            under = ""
            for at in range(0, len(corners), 8):
                xs, ys = corners[at : at + 8 : 2], corners[at + 1 : at + 8 : 2]
                under += "".join(
                    char
                    for char, (left, bottom, right, top) in zip(text, boxes, strict=True)
                    if min(xs) <= (left + right) / 2 <= max(xs) and min(ys) <= (bottom + top) / 2 <= max(ys)
                )
            found.append((str(note["/Contents"]), bare(under)))
    return found


def assert_marked(data: bytes) -> Review:
    review = reviewed(data)
    assert review.ledger is not None
    text = review.ledger.draft.text
    copy = reports.mark(".reviewed.pdf", data, review)
    expected = Counter((f.message, bare(text[start:end])) for f in review.findings for start, end in f.spans)
    assert Counter(highlights(copy)) == expected
    assert copy.startswith(data) and copy == reports.mark(".reviewed.pdf", data, review)
    again = reviewed(copy)
    assert again.ledger is not None and again.ledger.draft.text == text
    return review


@settings(max_examples=15, deadline=None)
@given(
    language=st.sampled_from(sorted(WRONG)),
    columns=st.integers(1, 3),
    size=st.sampled_from([9, 11]),
    seed=st.integers(0, 10_000),
)
def test_each_highlight_lies_on_its_figure(language: str, columns: int, size: int, seed: int) -> None:
    chance = random.Random(seed)
    paragraphs = []
    for at in range(chance.randrange(1, 4)):
        parts = chance.randrange(100, 900), chance.randrange(100, 900)
        figures = [f"{sum(parts) + 1000 + at:,}", *map(str, parts), str(sum(parts) + 1)]
        wrong = WRONG[language].format(*(figures if language != "en" else figures[:3]))
        paragraphs.append(FILLER[language] * chance.randrange(0, 4) + wrong + FILLER[language] * chance.randrange(0, 9))
    review = assert_marked(made.prose(paragraphs, language, columns=columns, size=size))
    assert review.findings


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side(turn: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(*{90: (300, 40), 180: (400, 500), 270: (100, 550)}[turn])
        canvas.rotate(turn)
        canvas.drawString(40, -60, WRONG["en"].format("900", "300", "500"))

    assert assert_marked(made.drawn(page)).findings


def test_the_examples() -> None:
    for path in sorted((Path(__file__).resolve().parent.parent / "examples").glob("*.pdf")):
        assert len(assert_marked(path.read_bytes()).findings) == 2


def test_dismissed_findings_are_not_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.pdf").write_bytes(made.drawn(made.lines("The number of boats rose 10% from 200 to 230.")))
    assert validate.main(["a.pdf", "-q", "--format", "none", "-o", "a.reviewed.pdf"]) == 1
    assert highlights(Path("a.reviewed.pdf").read_bytes())
    assert validate.main(["baseline", "a.pdf"]) == 0
    assert validate.main(["a.pdf", "-q", "--format", "none", "-o", "a.reviewed.pdf"]) == 0
    assert Path("a.reviewed.pdf").read_bytes().startswith(Path("a.pdf").read_bytes())
    assert not highlights(Path("a.reviewed.pdf").read_bytes())


def test_what_pypdf_cannot_follow_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made.drawn(made.lines("The number of boats rose 10% from 200 to 230."))
    review = reviewed(data)
    monkeypatch.setattr(pypdf.PdfWriter, "write", lambda *_: 1 / 0)
    with pytest.raises(reports.Unmarkable, match="its structure is damaged; save or print it as PDF again"):
        reports.mark(".reviewed.pdf", data, review)
