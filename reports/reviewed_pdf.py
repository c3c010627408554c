"""A copy of a PDF with a highlight on each figure of a finding, and the finding as its note.

The copy is the file as it was with the highlights appended to it, so that nothing else of it
changes. Where the figures stand is asked of PDFium, which read them.
"""

from __future__ import annotations

import io
import logging
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checks import Finding, Review
    from claims.draft import Draft
    from claims.readers.pdf.glyphs import Box

SUFFIXES = (".reviewed.pdf",)
_COLOURS = {"error": (1.0, 0.55, 0.5), "warning": (1.0, 0.85, 0.3), "info": (0.6, 0.85, 1.0)}
_PRINTED = 4
"""The flag of a note that is printed with the page."""


def mark(data: bytes, review: Review) -> bytes:
    """The file with a highlight for each figure of each open finding; raises `Unmarkable`."""
    from reports import Unmarkable

    assert review.ledger is not None
    try:
        import pypdf
    except ImportError:
        raise Unmarkable("writing PDF needs a package that is not installed; install crossfoot[pdf]") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it stumbles over is nothing for the user
    found = [finding for finding in review.findings if finding.status == "open"]
    boxes = _boxes(data, review.ledger.draft, found)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Unmarkable("the file is encrypted; remove the password")
        writer = pypdf.PdfWriter(io.BytesIO(data), incremental=True)
        for finding, page, lines in boxes:
            writer.add_annotation(page, _highlight(finding, lines))
        copy = io.BytesIO()
        writer.write(copy)
    except Unmarkable:
        raise
    except Exception:  # pypdf has no one error for a file whose structure it cannot follow
        raise Unmarkable("its structure is damaged; save or print it as PDF again") from None
    return copy.getvalue()


def _highlight(finding: Finding, lines: Sequence[Box]) -> Any:
    """One annotation over a figure, which has several boxes when it stands on several lines."""
    from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, TextStringObject

    def numbers(values: Sequence[float]) -> ArrayObject:
        return ArrayObject([FloatObject(round(value, 2)) for value in values])

    corners = [
        edge for left, bottom, right, top in lines for edge in (left, top, right, top, left, bottom, right, bottom)
    ]
    around = (min(b[0] for b in lines), min(b[1] for b in lines), max(b[2] for b in lines), max(b[3] for b in lines))
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Highlight"),
            NameObject("/Rect"): numbers(around),
            NameObject("/QuadPoints"): numbers(corners),
            NameObject("/C"): numbers(_COLOURS[finding.severity]),
            NameObject("/F"): NumberObject(_PRINTED),
            NameObject("/T"): TextStringObject("crossfoot"),
            NameObject("/Subj"): TextStringObject(f"{finding.severity}: {finding.check}"),
            NameObject("/NM"): TextStringObject(f"{finding.id}-{lines[0][0]:.0f}-{lines[0][1]:.0f}"),
            NameObject("/Contents"): TextStringObject(finding.message),
        }
    )


def _boxes(data: bytes, draft: Draft, findings: Sequence[Finding]) -> list[tuple[Finding, int, list[Box]]]:
    """For each figure of each finding and each page that it stands on: the boxes of its lines."""
    from claims.readers.pdf import opened
    from claims.readers.pdf.glyphs import Page

    wanted: list[tuple[Finding, int, list[tuple[int, int]]]] = []
    for finding in findings:
        for start, end in finding.spans:
            runs: dict[int, list[tuple[int, int]]] = {}
            for page, first, last in _runs(draft, start, end):
                runs.setdefault(page, []).append((first, last))
            wanted += ((finding, page, spans) for page, spans in runs.items())
    document = opened(data)
    try:
        placed: dict[int, list[Box]] = {}
        for number in sorted({page for _, page, _ in wanted}):
            sheet = Page(document, number)
            for at, (_, on, spans) in enumerate(wanted):
                if on == number:
                    placed[at] = [_around([sheet.box(one) for one in range(*span)]) for span in spans]
            sheet.close()
    finally:
        document.close()
    return [(finding, page, placed[at]) for at, (finding, page, _) in enumerate(wanted)]


def _runs(draft: Draft, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Page, first character and one past the last of the runs in a span of the draft's text."""
    at = max(bisect_right(draft.places, start, key=lambda place: place.start) - 1, 0)
    for place in draft.places[at:]:
        if place.start >= end:
            break
        first, last = max(start, place.start), min(end, place.end)
        if first < last:
            page, number, _ = place.node
            assert isinstance(page, int) and isinstance(number, int)
            yield page, number + first - place.start, number + last - place.start


def _around(boxes: Sequence[Box]) -> Box:
    """The box around those that have a size; spaces that PDFium put in have none."""
    solid = [box for box in boxes if box[2] - box[0] > 0.01 and box[3] - box[1] > 0.01] or list(boxes)
    left, bottom, right, top = zip(*solid, strict=True)
    return min(left), min(bottom), max(right), max(top)
