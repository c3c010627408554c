"""PDF files: text and boxes by PDFium, read in columns, without what is repeated on every page.

A draft's places are runs of characters that stand side by side on a page: `node` is the page
from 0, the number that PDFium gives the first of them, and one past the last. What cannot be read,
such as pages that are pictures, is listed; a file without any text is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claims.draft import Draft
from claims.readers.pdf.layout import Sheet, layout, may_hold_table
from claims.readers.pdf.opinion import unsure
from claims.readers.pdf.text import written
from claims.readers.unreadable import Unreadable

__all__ = ["draft_of", "opened", "unsure"]

INSTALL = "install crossfoot[pdf]"
MOST_PAGES = 3_000
MOST_CHARACTERS = 20_000_000
"""Of a file; some ten times what its pages should have."""
_ON_A_PAGE = 60_000
"""Characters beyond which a page is no page of text."""
_APART = 8_000
"""Runs of characters beyond which it is neither text nor a table."""
_VERTICAL = 20
"""Chinese characters alone on their lines beyond which they are columns read from top to bottom."""
_PASSWORD = 4
"""PDFium's number for a file that cannot be opened without one."""
_EARLY = 6
"""Paragraphs at either end among which one with the document's date is looked for."""


def draft_of(data: bytes, path: str) -> Draft:
    """What the pages show, in reading order; language is for the caller to find.

    Raises `Unreadable` for what is no PDF, is damaged, encrypted, too large or has no text.
    """
    from claims.readers.pdf.damage import refuse

    refuse(data)
    document = opened(data)
    try:
        notes = _Notes()
        sheets = _sheets(document, notes)
        if document.get_formtype():
            notes.form = True
    finally:
        document.close()
    if not any(sheet.fragments for sheet in sheets):
        do = "if its pages are pictures, as of a scan, run text recognition over it first"
        raise Unreadable("no text in it", "", do)
    laid = layout(sheets)
    text, blocks, places = written(laid.items)
    return Draft(
        path=path,
        text=text,
        blocks=blocks,
        language="",
        date=_date([*(block.text for block in blocks), *laid.dates]),
        unread=(*notes.phrases(), *_phrase("running heads and page numbers", laid.heads)),
        places=places,
    )


def opened(data: bytes) -> Any:
    """The file as pypdfium2's document; raises `Unreadable`."""
    try:
        import pypdfium2
    except ImportError:
        raise Unreadable("reading PDF needs a package that is not installed", "", INSTALL) from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error):
            raise Unreadable("is encrypted", "", "remove the password") from None
        raise Unreadable("a damaged or incomplete PDF", "", "save or print it as PDF again") from None
    if len(document) > MOST_PAGES:
        count = len(document)
        document.close()
        raise Unreadable(f"has {count} pages, more than the {MOST_PAGES} that are read", "", "split it")
    return document


class _Notes:
    """Pages, from 0, of which something is not read."""

    def __init__(self) -> None:
        self.no_text: list[int] = []
        self.broken: list[int] = []
        self.crowded: list[int] = []
        self.tilted: list[int] = []
        self.vertical: list[int] = []
        self.outside: list[int] = []
        self.hidden: list[int] = []
        self.recognised: list[int] = []
        self.form = False

    def phrases(self) -> tuple[str, ...]:
        found = [
            *_phrase("no text, as of a scan", self.no_text),
            *_phrase("damaged", self.broken),
            *_phrase("more characters than a page of text has", self.crowded),
            *_phrase("text that runs in another direction", self.tilted),
            *_phrase("text set from top to bottom", self.vertical),
            *_phrase("text outside the page", self.outside),
            *_phrase("hidden text", self.hidden),
            *_phrase("read as a machine recognised the scan, not as printed", self.recognised),
        ]
        return (*found, "what is filled into the fields of a form") if self.form else tuple(found)


def _phrase(what: str, pages: list[int]) -> Iterable[str]:
    """The phrase with the pages that it is said of, if there are any."""
    if not pages:
        return ()
    numbers = ", ".join(str(page + 1) for page in pages[:5]) + (", …" if len(pages) > 5 else "")
    return (f"{what} (page{'s' * (len(pages) > 1)} {numbers})",)


def _sheets(document: Any, notes: _Notes) -> list[Sheet]:
    sheets = []
    total = 0
    for number in range(len(document)):
        sheet, count = _sheet(document, number, notes)
        sheets.append(sheet)
        total += count
        if total > MOST_CHARACTERS:
            raise Unreadable(f"has more than {MOST_CHARACTERS} characters", "", "split it")
    return sheets


def _sheet(document: Any, number: int, notes: _Notes) -> tuple[Sheet, int]:
    """One page, and how many characters it has."""
    import pypdfium2

    from claims.readers.pdf.fragments import fragments
    from claims.readers.pdf.glyphs import Page
    from claims.readers.pdf.tables import heights_of

    empty = Sheet(number, [], 0.0, 0.0, [])
    try:
        page = Page(document, number)
    except pypdfium2.PdfiumError:
        notes.broken.append(number)
        return empty, 0
    try:
        if page.count > _ON_A_PAGE:
            notes.crowded.append(number)
            return empty, page.count
        glyphs = page.glyphs()
        found = fragments(page, glyphs)
        if len(found) > _APART:
            notes.crowded.append(number)
            return empty, page.count
        if not found:
            if page.rules()[1]:
                notes.no_text.append(number)
            return empty, page.count
        left, bottom, right, top = page.extent()
        if any(one.tilted for one in found):
            found = [one for one in found if not one.tilted]
            notes.tilted.append(number)
        single = [one for one in found if len(one.text) == 1 and one.text > "\u2e7f"]
        columns, lines = {round(one.left) for one in single}, {round(one.base) for one in single}
        if len(single) > max(_VERTICAL, len(found) // 2) and len(columns) < len(lines):
            found = [one for one in found if len(one.text) > 1 or one.text < "\u2e80"]
            notes.vertical.append(number)
        inside = [one for one in found if left < (one.left + one.right) / 2 < right and bottom < one.base < top]
        if len(inside) < len(found):
            found = inside
            notes.outside.append(number)
        seen = [one for one in found if not one.invisible]
        if len(seen) < len(found):
            (notes.hidden if seen else notes.recognised).append(number)
        found = seen or found
        rules = heights_of(page.rules()[0]) if glyphs.turn == 0 and may_hold_table(found) else []
        return Sheet(number, found, bottom, top, rules), page.count
    finally:
        page.close()


def _date(texts: list[str]) -> str:
    from claims.readers.datelines import date_of

    near = [*texts[:_EARLY], *texts[max(_EARLY, len(texts) - _EARLY) :]]
    return next((date for text in near for date in [date_of(text)] if date), "")
