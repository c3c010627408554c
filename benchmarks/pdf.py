"""Reading PDF, beside PDFium's own extraction of the same pages in the same run.

A hundred made-up pages each: English and Chinese news in one column and in two, and tables. Needs
reportlab, and what `crossfoot[pdf]` installs.
"""

from __future__ import annotations

import gc
import io
from collections.abc import Callable
from time import process_time

from benchmarks.news import news
from benchmarks.printing import seconds, table

PAGES, RUNS = 100, 3
LIMIT = 1.0
"""Processor seconds that reading the pages may add to what PDFium takes; with a Chinese font that the file only
names, as here, PDFium alone takes longer than that."""
_WIDTH, _HEIGHT, _EDGE, _SIZE = 595.0, 842.0, 50.0, 10.5


def report() -> bool:
    """Print the table; whether every file kept the limit."""
    import pypdfium2

    from claims.readers import read

    kept, rows = True, []
    for name, make in FILES.items():
        data = make()

        def plain(data: bytes = data) -> int:
            document = pypdfium2.PdfDocument(data)
            size = sum(len(document[at].get_textpage().get_text_range()) for at in range(len(document)))
            document.close()
            return size

        def own(data: bytes = data) -> int:
            return len(read(data, "a.pdf").blocks)

        size, _ = plain(), own()
        least = [_least(plain), _least(own)]
        within = least[1] - least[0] <= LIMIT
        kept = kept and within
        added = seconds(least[1] - least[0])
        shown = [f"{size / PAGES:,.0f}", *map(seconds, least), f"{least[1] / least[0]:.1f}", added]
        rows.append([name, *shown, seconds(LIMIT), "kept" if within else "over"])
    head = ["", "characters a page", "PDFium", "read", "times PDFium", "added", "limit", ""]
    table(f"Reading {PAGES} pages of PDF", head, rows)
    return kept


def _least(work: Callable[[], int]) -> float:
    times = []
    for _ in range(RUNS):
        gc.collect()
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def prose(language: str, columns: int) -> bytes:
    """News in columns that are filled line by line, whatever words they break."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    font, wide = ("STSong-Light", 1.0) if language == "zh" else ("Times-Roman", 0.46)
    if language == "zh":
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    width = (_WIDTH - 2 * _EDGE - 15 * (columns - 1)) / columns
    chars = int(width / (_SIZE * wide))
    text = news(language, 400_000).replace("\n", "" if language == "zh" else " ")
    buffer, at = io.BytesIO(), 0
    canvas = Canvas(buffer, pagesize=(_WIDTH, _HEIGHT), invariant=1)
    for page in range(PAGES):
        canvas.setFont(font, _SIZE)
        canvas.drawString(_EDGE, _HEIGHT - 30, "2021")
        canvas.drawString(_WIDTH / 2, 25, str(page + 1))
        for column in range(columns):
            lines = canvas.beginText(_EDGE + column * (width + 15), _HEIGHT - 60)
            lines.setLeading(1.35 * _SIZE)
            for _ in range(50):
                end = at + chars
                end = end if language == "zh" else text.rfind(" ", at, end) + 1 or end
                lines.textLine(text[at:end])
                at = end if end < len(text) - 200 else 0
            canvas.drawText(lines)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def tables() -> bytes:
    """Tables of six columns, without rules."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(_WIDTH, _HEIGHT), invariant=1)
    for page in range(PAGES):
        canvas.setFont("Times-Roman", _SIZE)
        for row in range(36):
            base = _HEIGHT - 60 - 20 * row
            canvas.drawString(_EDGE, base, f"Costs of department {page}.{row}" if row else "In thousands")
            for column in range(6):
                figure = f"{(row * 7919 + column * 104729 + page) % 99_999:,}" if row else str(2015 + column)
                canvas.drawRightString(250 + 60 * column, base, figure)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "English": lambda: prose("en", 1),
    "English, two columns": lambda: prose("en", 2),
    "Chinese": lambda: prose("zh", 1),
    "Chinese, two columns": lambda: prose("zh", 2),
    "tables": tables,
}
