"""PDF files made for tests: prose in columns, tables, odd pages; no font is embedded."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import _cidfontdata, pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

FONTS = {"en": "Times-Roman", "zh-Hant": "MSung-Light", "zh-Hans": "STSong-Light"}
# reportlab names the encoding of simplified characters for this font, with which nothing shows it.
_cidfontdata.defaultUnicodeEncodings["MSung-Light"] = ("cht", "UniCNS-UCS2-H")
for _name in ("MSung-Light", "STSong-Light"):
    pdfmetrics.registerFont(UnicodeCIDFont(_name))
WIDTH, HEIGHT = 420.0, 595.0


def drawn(*pages: Callable[[Canvas], None], password: str = "", size: tuple[float, float] = (WIDTH, HEIGHT)) -> bytes:
    """A file with a page for each function, which draws it; Helvetica of 10 points to begin with."""
    buffer = io.BytesIO()
    encryption = StandardEncryption(password, canPrint=1) if password else None
    canvas = Canvas(buffer, pagesize=size, invariant=1, encrypt=encryption)
    for page in pages:
        canvas.setFont("Helvetica", 10)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(*texts: str, left: float = 40, top: float = 540, leading: float = 14) -> Callable[[Canvas], None]:
    """A page of lines as they are given."""

    def draw(canvas: Canvas) -> None:
        for at, text in enumerate(texts):
            canvas.drawString(left, top - leading * at, text)

    return draw


def cells(
    rows: Sequence[Sequence[str]], edges: Sequence[float], *, ruled: bool = False, top: float = 500
) -> Callable[[Canvas], None]:
    """A page with a table: labels from the first edge on, other cells up to theirs."""

    def draw(canvas: Canvas) -> None:
        for at, row in enumerate(rows):
            base = top - 14 * at
            for column, (text, edge) in enumerate(zip(row, edges, strict=True)):
                (canvas.drawRightString if column else canvas.drawString)(edge, base, text)
            if ruled:
                canvas.line(edges[0], base - 4, edges[-1] + 4, base - 4)

    return draw


def prose(
    paragraphs: Sequence[str], language: str = "en", *, columns: int = 1, size: float = 10, head: str = ""
) -> bytes:
    """Paragraphs in columns, on as many pages as they take; "# " makes a heading; `head` runs over every page."""
    font = FONTS[language]
    wrap = None if language == "en" else "CJK"
    body = ParagraphStyle(
        "body", fontName=font, fontSize=size, leading=1.5 * size, wordWrap=wrap, firstLineIndent=2 * size
    )
    body.alignment = 4
    large = ParagraphStyle("large", fontName=font, fontSize=1.5 * size, leading=2 * size, wordWrap=wrap)
    story: list[Flowable] = [
        Paragraph(text[2:], large) if text.startswith("# ") else Paragraph(text, body) for text in paragraphs
    ]
    width = (WIDTH - 60 - 16 * (columns - 1)) / columns
    frames = [Frame(30 + (width + 16) * at, 50, width, HEIGHT - 110, 0, 0, 0, 0) for at in range(columns)]

    def marks(canvas: Canvas, document: BaseDocTemplate) -> None:
        if head:
            canvas.setFont(font, 8)
            canvas.drawString(30, HEIGHT - 30, head)
            canvas.drawCentredString(WIDTH / 2, 25, f"{document.page}")

    buffer = io.BytesIO()
    document = BaseDocTemplate(buffer, pagesize=(WIDTH, HEIGHT), invariant=1)
    document.addPageTemplates(PageTemplate("page", frames, onPage=marks))
    document.build(story)
    return buffer.getvalue()


def wrapped(text: str, width: float, size: float = 10) -> list[str]:
    """Lines of an English text as they fit into a width."""
    return list(simpleSplit(text, "Helvetica", size, width))


def many_pages(count: int) -> bytes:
    """A file of a few kilobytes that has a page again and again."""
    kids = b"3 0 R " * count
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count "
        + str(count).encode()
        + b"/Kids["
        + kids
        + b"]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\n"
        + b"trailer<</Root 1 0 R/Size 4>>\n%%EOF\n"
    )
