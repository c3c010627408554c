"""What of a Markdown paragraph is markup and not read.

One pass over the special characters: each is dropped, kept, or waits on a stack for its
partner, so that time grows with the length of the text whatever it holds. Emphasis next to
Chinese is closed more readily than CommonMark has it, since `**「甲」**乙` is meant as bold.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from html import unescape

from claims.readers.pieces import Piece

_CANDIDATE = re.compile(r"[\\`<!\[\]*_~&{]")
"""How markup begins; a search for one of a set is many times faster than one for the patterns."""
_SPECIAL = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)"
    r"|(?P<comment><!--)"
    r"|(?P<tag></?[A-Za-z][^<>]{0,2000}>)"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<run>\*+|_+|~~)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<code>\{\{[<%][^{}]{0,1000}[>%]\}\})"
)
_TARGET = re.compile(
    r"\(\s{0,9}(?:<[^<>]{0,2000}>|[^\s()<>]{0,2000}+(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,9}+)"
    r"(?:\s{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s{0,9}\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]{0,200})\]")
_DIRECTIVE = re.compile(r"\s*crossfoot:\s*ignore\s+(?P<names>[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s*(?::|$)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_RAISED = re.compile(r"<sup\b", re.IGNORECASE)


class Inline:
    """Markup found in a text; all offsets are the text's."""

    def __init__(self, text: str, labels: Collection[str] = ()) -> None:
        """`labels` are the link references that the document defines, in small letters."""
        self.captions: list[Piece] = []
        """Alternative texts of images."""
        self.stands_for: dict[int, str] = {}
        """Characters that an entity or tag is read as."""
        self.ignore: list[str] = []
        """Checks that a comment switches off."""
        self._text = text
        self._labels = labels
        self._drops: list[Piece] = []
        self._brackets: list[tuple[int, int]] = []
        self._runs: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
        self._ticks: dict[int, list[int]] | None = None
        if _CANDIDATE.search(text):
            self._scan()

    def drops(self) -> list[Piece]:
        """Spans that are not read, ordered and apart from each other."""
        merged: list[Piece] = []
        for start, end in sorted(self._drops):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return merged

    def _scan(self) -> None:
        at = 0
        text = self._text
        while candidate := _CANDIDATE.search(text, at):
            start, at = candidate.span()
            match = _SPECIAL.match(text, start)
            if match is None:
                continue
            at = match.end()
            kind = match.lastgroup
            if kind == "escape":
                self._drops.append((start, start + 1))
            elif kind == "ticks":
                at = self._code(start, at)
            elif kind == "comment":
                at = self._comment(start)
            elif kind == "tag":
                self._tag(match.group(), start, at)
            elif kind == "open":
                self._brackets.append((start, at))
            elif kind == "close":
                at = self._bracket(start)
            elif kind == "run":
                self._emphasis(start, at)
            elif kind == "entity":
                self._entity(match.group(), start, at)
            else:
                self._drops.append((start, at))

    def _code(self, start: int, end: int) -> int:
        """Leave out a code span; ticks without a partner are read as they are."""
        if self._ticks is None:
            self._ticks = {}
            for run in re.finditer("`+", self._text):
                self._ticks.setdefault(len(run.group()), []).append(run.start())
        partners = self._ticks.get(end - start, [])
        index = bisect_left(partners, end)
        if index == len(partners):
            return end
        stop = partners[index] + end - start
        self._drops.append((start, stop))
        return stop

    def _comment(self, start: int) -> int:
        end = self._text.find("-->", start + 4)
        stop = len(self._text) if end < 0 else end + 3
        self.ignore += directive(self._text[start + 4 : stop - 3])
        self._drops.append((start, stop))
        return stop

    def _tag(self, tag: str, start: int, end: int) -> None:
        self._drops.append((start, end))
        # A line break is read as a space, a raised figure apart from the figure before it.
        stands = " " if _BREAK.fullmatch(tag) else "^" if _RAISED.match(tag) else ""
        if stands:
            self._drops[-1] = (start + 1, end)
            self.stands_for[start] = stands

    def _entity(self, entity: str, start: int, end: int) -> None:
        char = unescape(entity)
        if len(char) == 1:
            self.stands_for[start] = " " if char in "\n\r\t\0" else char
            self._drops.append((start + 1, end))

    def _bracket(self, close: int) -> int:
        """Take the brackets of a link or image away, with its target; other brackets are read."""
        if not self._brackets:
            return close + 1
        start, inside = self._brackets.pop()
        text = self._text
        if text.startswith("[^", start) and 2 < close - start < 200:
            self._drops.append((start, close + 1))
            return close + 1
        target = _TARGET.match(text, close + 1)
        end = target.end() if target else 0
        if not end:
            reference = _REFERENCE.match(text, close + 1)
            label = (reference.group(1) if reference else "") or text[inside : min(close, inside + 200)]
            if label.lower() not in self._labels:
                return close + 1
            end = reference.end() if reference else close + 1
        if text[start] == "!":
            if text[inside:close].strip():
                self.captions.append((inside, close))
            self._drops.append((start, end))
        else:
            self._drops += [(start, inside), (close, end)]
        return end

    def _emphasis(self, start: int, end: int) -> None:
        """Match a run of *, _ or ~~ with those that wait, or let it wait."""
        text = self._text
        mark = text[start]
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        waiting = self._runs[mark]
        opens, closes = not after.isspace(), not before.isspace()
        if mark == "_":
            within = _is_latin(before) and _is_latin(after)
            opens, closes = opens and not within, closes and not within
        elif mark == "~":
            opens, closes = opens and not before.isdigit(), closes and not after.isdigit()
        elif end - start == 1 and before.isdigit() and after.isdigit():
            opens = False
        left = end - start
        while closes and left and waiting:
            place, count = waiting[-1]
            size = min(left, count)
            if place + count == start:  # nothing in between
                break
            if mark == "~":
                self._drops.append((place, end))  # what is struck out is not stated
            else:
                self._drops += [(place + count - size, place + count), (end - left, end - left + size)]
            left -= size
            waiting[-1][1] -= size
            if not waiting[-1][1]:
                waiting.pop()
        if opens and left:
            waiting.append([end - left, left])


def directive(comment: str) -> list[str]:
    """Names of the checks that a comment's words switch off."""
    match = _DIRECTIVE.match(comment)
    return [name.strip() for name in match["names"].split(",")] if match else []


def _is_latin(char: str) -> bool:
    return char < "\u0250" and char.isalnum()
