"""Figures that pypdf does not find on the page where PDFium read them.

Where two independent readers of a file give other digits, nobody knows which are printed. Only
pages with figures that matter are read twice, as the second reader takes twenty times as long.
Figures of pages whose text was recognised by a machine are all unsure.
"""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from claims.draft import Draft
from claims.readers.pdf.glyphs import Page

_DIGITS = re.compile(r"\d[\d.,]*\d|\d")
_MOST_PAGES = 40
"""Pages of a file that are read twice."""
_MOST_CHARACTERS = 30_000
"""Of a page that is read twice."""
_LONG = 3
"""Digits from which on a figure is found wherever it stands; the other reader may glue cells together."""

Span = tuple[int, int]


def unsure(data: bytes, draft: Draft, spans: Sequence[Span]) -> set[Span]:
    """Those of the spans of a draft's text whose digits the second reader does not find on their page."""
    from claims.readers.pdf import opened

    by_page: dict[int, list[tuple[Span, int]]] = {}
    for span in spans:
        place = draft.place(span[0])
        if place is not None:
            page, first, _ = place.node
            assert isinstance(page, int) and isinstance(first, int)
            by_page.setdefault(page, []).append((span, first + span[0] - place.start))
    found: set[Span] = set()
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it stumbles over is nothing for the user
    reader = _reader(data)
    document = opened(data)
    try:
        for number in sorted(by_page)[:_MOST_PAGES]:
            sheet = Page(document, number)
            recognised = {span for span, index in by_page[number] if sheet.is_invisible(index)}
            few = sheet.count <= _MOST_CHARACTERS
            sheet.close()
            found |= recognised
            text = _text(reader, number) if few else ""
            if text:
                found |= {span for span, _ in by_page[number] if not _confirmed(draft.text, span, text)}
    finally:
        document.close()
    return found


def _reader(data: bytes) -> Any:
    """pypdf's document; None where it is not installed or cannot follow the file."""
    try:
        import pypdf

        reader = pypdf.PdfReader(io.BytesIO(data))
        return None if reader.is_encrypted else reader
    except Exception:  # pypdf has no one error, and no second opinion is no reason to stop
        return None


def _text(reader: Any, number: int) -> str:
    """The second reader's text of a page; "" where it has none."""
    if reader is None:
        return ""
    try:
        return unicodedata.normalize("NFKC", reader.pages[number].extract_text())
    except Exception:
        return ""


def _confirmed(text: str, span: Span, other: str) -> bool:
    """Whether the digits of a figure stand in the other text of its page, or it has none at all."""
    bare = re.sub(r"\s", "", other)
    figure = unicodedata.normalize("NFKC", text[span[0] : span[1]])
    before = "".join(text[max(0, span[0] - 12) : span[0]].split())[-2:]
    for token in _DIGITS.findall(figure):
        alone = re.compile(rf"(?<!\d){re.escape(token)}(?!\d)")
        if alone.search(other) or (len(token) >= _LONG and token in bare):
            continue
        if before and before + token in bare:
            continue
        return False
    return True
