"""Set the example articles as PDF: `python scripts/example_pdf.py` writes examples/giants.*.pdf.

Two columns with a running head and page numbers, as papers set them, so that reading them takes
what reading papers takes. The same articles give the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from reportlab import rl_config
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import _cidfontdata, pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, NextPageTemplate, PageTemplate, Paragraph

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
_EDGE, _GUTTER = 15 * mm, 6 * mm


def main() -> None:
    rl_config.invariant = 1
    for name, font, language in (("giants.en", "Times-Roman", "en"), ("giants.zh-Hant", "MSung-Light", "zh")):
        if language == "zh":
            # reportlab names the encoding of simplified characters for this font, with which nothing shows it.
            _cidfontdata.defaultUnicodeEncodings[font] = ("cht", "UniCNS-UCS2-H")
            pdfmetrics.registerFont(UnicodeCIDFont(font))
        source = (EXAMPLES / f"{name}.md").read_text(encoding="utf-8")
        head, _, body = source.removeprefix("---\n").partition("\n---\n")
        date = next(line.removeprefix("date: ") for line in head.splitlines() if line.startswith("date: "))
        typeset(EXAMPLES / f"{name}.pdf", body, date, font, language)


def typeset(path: Path, body: str, date: str, font: str, language: str) -> None:
    """Headings and paragraphs of a Markdown text on as many pages as they take."""
    wrap = "CJK" if language == "zh" else None
    prose = ParagraphStyle("prose", fontName=font, fontSize=10, leading=15, alignment=TA_JUSTIFY, wordWrap=wrap)
    prose.firstLineIndent = 20 if language == "zh" else 10
    heading = ParagraphStyle("heading", fontName=font, fontSize=13, leading=18, spaceBefore=8, wordWrap=wrap)
    title = ParagraphStyle("title", fontName=font, fontSize=20, leading=26, spaceAfter=4, wordWrap=wrap)
    story: list[object] = [NextPageTemplate("later")]
    for text in filter(None, map(str.strip, body.split("\n\n"))):
        if text.startswith("# "):
            story += [Paragraph(text[2:], title), FrameBreak()]
        elif text.startswith("## "):
            story.append(Paragraph(text[3:], heading))
        else:
            story.append(Paragraph(text.replace("\n", "" if wrap else " "), prose))
    width, height = A5
    column = (width - 2 * _EDGE - _GUTTER) / 2
    top = 32 * mm

    def frames(upper: float) -> list[Frame]:
        size = height - upper - _EDGE
        return [Frame(x, _EDGE, column, size, 0, 0, 0, 0) for x in (_EDGE, _EDGE + column + _GUTTER)]

    def marks(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont(font, 8)
        canvas.drawString(_EDGE, height - 12 * mm, "數字月刊" if language == "zh" else "The Monthly Figure")
        canvas.drawRightString(width - _EDGE, height - 12 * mm, date)
        canvas.drawCentredString(width / 2, 10 * mm, str(document.page))

    banner = Frame(_EDGE, height - 20 * mm - top, width - 2 * _EDGE, top, 0, 0, 0, 0)
    document = BaseDocTemplate(str(path), pagesize=A5, title=path.stem, lang=language)
    document.addPageTemplates(
        [
            PageTemplate("first", [banner, *frames(20 * mm + top)], onPage=marks),
            PageTemplate("later", frames(20 * mm), onPage=marks),
        ]
    )
    document.build(story)


if __name__ == "__main__":
    main()
