"""Markdown: CommonMark's blocks with tables, footnotes and front matter.

Code, comments, link targets and whatever else a reader of the page does not read as prose
is left out; the rest keeps its place in the file.
"""

from __future__ import annotations

import re

from claims.draft import Block, Draft
from claims.readers.datelines import date_of
from claims.readers.front_matter import FrontMatter, front_matter
from claims.readers.lines import columns
from claims.readers.markdown_inline import Inline, directive
from claims.readers.markers import caption_marker, item_marker, level_of
from claims.readers.pieces import BREAKS, Piece, block, cut, part, places, reading, trimmed
from claims.readers.spacing import unread_spans
from claims.readers.wrapping import join, wrap

_QUOTE = re.compile(r" {0,3}>[ \t]?")
_FENCE = re.compile(r"(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r"(?P<marks>#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_RULE = re.compile(r"(?:\*[ \t]*){3,}+|(?:-[ \t]*){3,}+|(?:_[ \t]*){3,}+")
_UNDERLINE = re.compile(r"=+[ \t]*|-+[ \t]*")
_ITEM = re.compile(r"(?P<marker>[-*+]|\d{1,9}[.)])(?P<space>[ \t]+|$)")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*+\|?[ \t]*")
_CELL = re.compile(r"(?:[^|\\]|\\.)*+")
_DEFINITION = re.compile(r"\[(?P<label>[^\[\]]{1,200})\]:[ \t]*")
_DEFINITIONS = re.compile(r"^ {0,3}\[([^\[\]^][^\[\]\n\r]{0,199})\]:", re.MULTILINE)
_TAG = re.compile(
    r"</?(?P<tag>address|article|aside|blockquote|body|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr"
    r"|html|iframe|img|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio|source)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"<(?P<tag>script|style|pre|textarea|table|svg|math)\b", re.IGNORECASE)
_STARTERS = frozenset("#>-*+_`~<|[=0123456789:")
_SENTENCES = re.compile(r".{40}[。；].|.{80}[.;] [A-Z]|.{60}。$", re.DOTALL)
"""What headings do not hold: writers use heading marks to set whole paragraphs in bold."""
_CODE = "code blocks"


class _Line:
    """A line without its quote marks."""

    __slots__ = ("depth", "end", "hard", "indent", "number", "start", "text")

    def __init__(self, start: int, raw: str, number: int) -> None:
        body = raw.rstrip(BREAKS)
        self.number = number
        self.depth = at = 0
        while body[at : at + 4].lstrip(" ")[:1] == ">" and (quote := _QUOTE.match(body, at)):
            self.depth += 1
            at = quote.end()
        rest = body[at:]
        self.text = rest.strip(" \t")
        lead = len(rest) - len(rest.lstrip(" \t"))
        self.indent = columns(rest[:lead].expandtabs(4))
        self.start = start + at + lead
        self.end = self.start + len(self.text)
        self.hard = self.text.endswith("\\") or rest.endswith("  ")
        """Whether the line ends in a hard break."""


class _Paragraph:
    """Lines of one block, until it ends."""

    __slots__ = ("depth", "kind", "level", "lines", "marker")

    def __init__(self, kind: str, depth: int, level: int = 0, marker: str = "") -> None:
        self.kind = kind
        self.depth = depth
        self.level = level
        self.marker = marker
        self.lines: list[tuple[int, int, bool]] = []
        """Start, end and whether a hard break follows."""


class _Reader:
    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.left_out: dict[str, list[int]] = {}
        """Numbers of the lines at which something begins that is left out, by what it is."""
        self._labels = frozenset(match.group(1).lower() for match in _DEFINITIONS.finditer(source))
        self._start = start
        self._paragraph: _Paragraph | None = None
        self._items: list[int] = []
        """Columns at which the text of the open list items begins."""
        self._fence = ""
        self._blank = True
        self._tables = 0
        self._table = False
        self._ignore: list[str] = []
        self._hidden_until = start
        self._opened = 1
        """Number of the line at which the open paragraph, or the last block, begins."""

    def read(self) -> None:
        lines = self._lines()
        for index, line in enumerate(lines):
            if line.start < self._hidden_until and line.end <= self._hidden_until:
                continue
            following = lines[index + 1] if index + 1 < len(lines) else None
            self._take(line, following)
        self._close()

    def _lines(self) -> list[_Line]:
        source, start = self.source, self._start
        number = source.count("\n", 0, start) + source.count("\r", 0, start) - source.count("\r\n", 0, start)
        lines = []
        for raw in source[start:].splitlines(keepends=True):
            lines.append(_Line(start, raw, number + 1))
            start += len(raw)
            number += raw[-1] in "\r\n"
        return lines

    def _take(self, line: _Line, following: _Line | None) -> None:
        text = line.text
        if self._paragraph is None or self._blank:
            self._opened = line.number
        if self._fence:
            if text.startswith(self._fence) and not text.strip(self._fence[0]):
                self._fence = ""
            return
        if not text:
            self._close()
            self._blank, self._table = True, False
            return
        blank, self._blank = self._blank, False
        if text[0] not in _STARTERS and "|" not in text and not (blank and line.indent):
            self._add(line, blank)
            return
        if not self._starts(line, following, blank):
            self._add(line, blank)

    def _add(self, line: _Line, blank: bool) -> None:
        """Put a line of text to the open paragraph, or begin one."""
        self._table = False
        if self._paragraph is not None and line.depth > self._paragraph.depth:
            self._close()
        if self._paragraph is None:
            self._leave_items(line.indent)
            self._paragraph = _Paragraph("quote" if line.depth else "paragraph", line.depth)
        self._paragraph.lines.append((line.start, line.end - line.text.endswith("\\"), line.hard))

    def _leave_items(self, indent: int) -> None:
        while self._items and indent < self._items[-1]:
            self._items.pop()

    def _starts(self, line: _Line, following: _Line | None, blank: bool) -> bool:
        """Handle a line that begins a block of its own; False when it is text."""
        text, open_text = line.text, self._paragraph is not None
        if not open_text:
            base = next((column for column in reversed(self._items) if column <= line.indent), 0)
            if line.indent - base >= 4 and not (self._items and not blank):
                self._leave_out(_CODE, line.number, near=True)
                self._blank = True  # the next line may be code as well
                return True
        if line.depth and self._paragraph is not None and line.depth > self._paragraph.depth:
            self._close()
            open_text = False
        if text.startswith("<") and self._html(line):
            return True
        fence = _FENCE.match(text)
        if fence:
            self._close()
            self._fence = fence["fence"]
            self._leave_out(_CODE, line.number)
            return True
        if heading := _HEADING.match(text):
            self._close()
            self._leave_items(line.indent)
            closing = _CLOSING.search(text, heading.end())
            end = line.start + (closing.start() if closing else len(text))
            self._emit([(line.start + heading.end(), end)], "heading", level=len(heading["marks"]))
            return True
        if self._paragraph is not None and self._paragraph.kind == "paragraph" and _UNDERLINE.fullmatch(text):
            self._paragraph.kind, self._paragraph.level = "heading", 1 if text[0] == "=" else 2
            self._close()
            return True
        if _RULE.fullmatch(text):
            self._close()
            return True
        if self._row(line, following):
            return True
        return self._item(line, open_text) or self._definition(line, open_text)

    def _html(self, line: _Line) -> bool:
        text = line.text
        if text.startswith("<!--"):
            self._close()
            self._hide(line, line.start + 4, "-->", "a comment that is not closed")
            self._ignore += directive(self.source[line.start + 4 : self._hidden_until - 3])
            rest = line.end - self._hidden_until
            if rest > 0:
                line.text = line.text[-rest:].lstrip()
                line.start = line.end - len(line.text)
                if line.text:
                    self._add(line, True)
            return True
        hidden = _HIDDEN.match(text)
        if hidden:
            self._close()
            name = hidden["tag"].lower()
            self._leave_out("HTML tables" if name == "table" else _CODE, line.number)
            self._hide(line, line.start, f"</{name}>", f"a <{name}> that is not closed")
            return True
        tag = _TAG.match(text)
        if tag is None:
            return False
        name = tag["tag"].lower()
        inside = self._paragraph is not None and self._paragraph.kind == "caption" and "<figcaption" not in text
        if not inside:
            self._close()
        self._add(line, True)
        if self._paragraph is not None:
            if name == "figcaption" and not text.startswith("</"):
                self._paragraph.kind = "caption"
            elif name[0] == "h" and name[1:].isdigit():
                self._paragraph.kind, self._paragraph.level = "heading", int(name[1:])
            elif name == "li":
                self._paragraph.kind, self._paragraph.level = "list-item", 1
        if "</" in text or name not in ("figcaption", "p", "li"):
            self._close()
        return True

    def _hide(self, line: _Line, start: int, closing: str, what: str) -> None:
        """Read nothing up to `closing`; without it, nothing more."""
        end = self.source.find(closing, start)
        if end < 0 and closing != closing.upper():
            end = self.source.find(closing.upper(), start)
        if end < 0:
            self._leave_out(f"the rest of the file after {what}", line.number)
        self._hidden_until = len(self.source) if end < 0 else end + len(closing)

    def _row(self, line: _Line, following: _Line | None) -> bool:
        """Rows of a table: a line of cells above a delimiter row, and the lines after it."""
        text = line.text
        if not self._table:
            if "|" not in text or following is None or "-" not in following.text:
                return False
            if _DELIMITER.fullmatch(following.text) is None or following.depth != line.depth:
                return False
            if len(self._cells(text)) != len(self._cells(following.text)):
                return False
            self._close()
            self._table = True
            self._tables += 1
        elif "|" not in text:
            self._table = False
            return False
        elif _DELIMITER.fullmatch(text):
            return True
        self._emit_row(line)
        return True

    def _cells(self, text: str) -> list[Piece]:
        """Spans of the cells between bars that are not escaped."""
        cells: list[Piece] = []
        at = 1 if text.startswith("|") else 0
        while at <= len(text):
            match = _CELL.match(text, at)
            end = match.end() if match else at
            if end < len(text) and text[end] == "\\":
                end += 1
            if end == len(text) and at == end and cells:
                break
            cells.append((at, end))
            at = end + 1
        return cells

    def _emit_row(self, line: _Line) -> None:
        pieces: list[Piece] = []
        cells: list[Piece] = []
        stands: dict[int, str] = {}
        length = 0
        for number, (start, end) in enumerate(self._cells(line.text)):
            if number:
                pieces.append((line.start + start - 1, line.start + start))
                length += 1
            words = line.text[start:end]
            lead = len(words) - len(words.lstrip())
            first = line.start + start + lead
            kept, stood, _ = self._clean([(first, first + len(words.strip()))])
            size = sum(stop - begin for begin, stop in kept)
            cells.append((length, length + size))
            pieces += kept
            stands |= stood
            length += size
        if any(start < end for start, end in cells):
            row = block(
                self.source, pieces, "table-row", stands_for=stands, cells=tuple(cells), table=self._tables - 1,
                ignore=self._ignored(),
            )  # fmt: skip
            self.blocks.append(row)

    def _item(self, line: _Line, open_text: bool) -> bool:
        item = _ITEM.match(line.text)
        if item is None or item.end() == len(line.text):
            return item is not None and not open_text
        marker = item["marker"]
        # A number at the start of a wrapped line is text, unless it is the first of a list.
        if open_text and not self._items and marker[0].isdigit() and marker[:-1] != "1":
            return False
        self._close()
        self._leave_items(line.indent)
        space = len(item["space"]) if len(item["space"]) <= 4 else 1
        self._items.append(line.indent + len(marker) + space)
        task = _TASK.match(line.text, item.end())
        self._paragraph = _Paragraph("list-item", line.depth, len(self._items), marker)
        start = line.start + (task.end() if task else item.end())
        self._paragraph.lines.append((start, line.end - line.text.endswith("\\"), line.hard))
        return True

    def _definition(self, line: _Line, open_text: bool) -> bool:
        """Link references are left out; the text of a footnote is read."""
        definition = _DEFINITION.match(line.text)
        noted = self._paragraph is not None and self._paragraph.marker.startswith("[")
        if definition is None or (open_text and not noted):
            return False
        self._close()
        label = definition["label"]
        if label.startswith("^"):
            self._paragraph = _Paragraph("paragraph", line.depth, marker=f"[{label}]")
            self._paragraph.lines.append((line.start + definition.end(), line.end, line.hard))
        return True

    def _close(self) -> None:
        """End the open paragraph and make its block."""
        paragraph, self._paragraph = self._paragraph, None
        if paragraph is None:
            return
        pieces: list[Piece] = []
        after, hard = -1, False
        for start, end, breaks in paragraph.lines:
            if after >= 0 and start < end:
                pieces += [wrap(self.source, after, start)] if hard else join(self.source, after, start)
            if start < end:
                pieces.append((start, end))
                after, hard = end, breaks
        kind, level, marker = paragraph.kind, paragraph.level, paragraph.marker
        if kind == "paragraph" and pieces and not marker:
            pieces, kind, level, marker = self._own_marker(pieces)
        self._emit(pieces, kind, level=level, marker=marker)

    def _own_marker(self, pieces: list[Piece]) -> tuple[list[Piece], str, int, str]:
        """A paragraph that is numbered or marked as plain text is: （一）, ▲."""
        start, end = pieces[0]
        head = self.source[start:end]
        mark = caption_marker(head)
        if mark is not None:
            return [(start + mark, end), *pieces[1:]], "caption", 0, head[:mark].strip()
        skip = item_marker(head)
        if skip:
            marker = head[:skip].strip()
            return [(start + skip, end), *pieces[1:]], "list-item", level_of(marker), marker
        return pieces, "paragraph", 0, ""

    def _clean(self, pieces: list[Piece]) -> tuple[list[Piece], dict[int, str], Inline]:
        """The pieces without markup, what stands for which source offset, and the markup itself."""
        text = reading(self.source, pieces)
        inline = Inline(text, self._labels)
        drops = inline.drops()
        offsets = sorted(inline.stands_for)
        stands = {
            place: inline.stands_for[offset]
            for offset, place in zip(offsets, places(pieces, offsets), strict=True)
        }  # fmt: skip
        kept = cut(pieces, drops) if drops else pieces
        spans = unread_spans(reading(self.source, kept, stands))
        return trimmed(self.source, cut(kept, spans) if spans else kept, stands), stands, inline

    def _emit(self, pieces: list[Piece], kind: str, level: int = 0, marker: str = "") -> None:
        kept, stands, inline = self._clean(pieces)
        if kind == "heading" and level > 1 and _SENTENCES.search(reading(self.source, kept)):
            kind, level = "paragraph", 0
        ignore = (*self._ignored(), *inline.ignore)
        made: list[Block] = []
        for span in inline.captions:
            caption, _, _ = self._clean(part(pieces, span))
            if caption and kept and kept[0][0] < caption[0][0] < kept[-1][0]:
                # Blocks do not lie within each other.
                self._leave_out("texts of images within a sentence", self._opened)
            elif caption:
                made.append(block(self.source, caption, "caption", ignore=ignore))
        if kept:
            text = block(
                self.source, kept, kind, stands_for=stands, level=level, marker=marker, ignore=ignore
            )  # fmt: skip
            made.append(text)
        if not made:
            self._ignore = list(ignore)  # a comment alone speaks of the block after it
        self.blocks += sorted(made, key=lambda one: one.sources[0])

    def _ignored(self) -> tuple[str, ...]:
        names, self._ignore = tuple(self._ignore), []
        return names

    def _leave_out(self, what: str, number: int, near: bool = False) -> None:
        numbers = self.left_out.setdefault(what, [])
        if near and numbers and self._code_line == number - 1:
            self._code_line = number
            return
        self._code_line = number
        numbers.append(number)

    _code_line = -1


def draft_of(text: str, path: str) -> Draft:
    """Blocks, date and language of a Markdown text; language is "" when the front matter has none."""
    head = front_matter(text)
    reader = _Reader(text, head.end)
    reader.read()
    blocks = _titled(text, head, reader.blocks)
    date = head.date or next((date for found in blocks[:6] for date in [date_of(found.text)] if date), "")
    unread = tuple(_phrase(what, numbers) for what, numbers in reader.left_out.items())
    return Draft(path=path, text=text, blocks=tuple(blocks), language=head.language, date=date, unread=unread)


def _titled(text: str, head: FrontMatter, blocks: list[Block]) -> list[Block]:
    """The blocks with the title of the front matter, and the first level-1 heading as a title."""
    import msgspec

    for index, found in enumerate(blocks):
        if found.kind == "heading" and found.level == 1:
            blocks[index] = msgspec.structs.replace(found, kind="title")
            break
    title = block(text, head.title, "title", level=1) if head.title else None
    # The same words twice are one title, not a figure that is repeated.
    if title is None or any(found.kind == "title" and found.text == title.text for found in blocks):
        return blocks
    return [title, *blocks]


def _phrase(what: str, numbers: list[int]) -> str:
    word = "line" if len(numbers) == 1 else "lines"
    return f"{what} ({word} {', '.join(map(str, numbers[:5]))}{', …' if len(numbers) > 5 else ''})"
