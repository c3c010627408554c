"""The block of fields at the head of a Markdown file.

Only three fields are of use, so lines are scanned and nothing is loaded: what is not a
plain `name: value` line is passed over.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.readers.datelines import iso_in
from claims.readers.pieces import Piece, cut

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_FIELD = re.compile(r"(?P<name>[A-Za-z_-]{1,20})[ \t]*[:=][ \t]*(?P<value>[^\r\n]*)")
_QUOTED = re.compile(r"(?P<quote>[\"'])(?P<inside>.*)(?P=quote)[ \t]*(?:#.*)?$")
_LONGEST = 100_000
"""Characters within which the closing line must come."""


class FrontMatter(NamedTuple):
    """What the fields say; offsets are the source's."""

    end: int = 0
    """Where the text itself begins; 0 when there is no front matter."""
    title: tuple[Piece, ...] = ()
    """The title's words without quotes and escapes; empty when there is none."""
    date: str = ""
    """ISO date, or ""."""
    language: str = ""
    """"zh", "en" or ""."""


def front_matter(text: str) -> FrontMatter:
    """The front matter that `text` begins with, between lines of --- or +++."""
    fence = _FENCE.match(text)
    if fence is None:
        return FrontMatter()
    closing = r"---|\.\.\." if fence.group(1) == "---" else r"\+\+\+"
    end = re.compile(rf"^(?:{closing})[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE).search(
        text[:_LONGEST].replace("\r\n", " \n").replace("\r", "\n"), fence.end()
    )
    if end is None:
        return FrontMatter()
    found = FrontMatter(end=end.end())
    for line in re.finditer(r"[^\r\n]+", text[: end.start()]):
        field = _FIELD.match(line.group())
        if field is None:
            continue
        name, (start, stop) = field["name"].lower(), _value(field)
        value = field.string[start:stop]
        if name == "title" and value not in ("", "|", ">", "|-", ">-"):
            quoted = field["value"].startswith('"')
            found = found._replace(title=_words(text, line.start() + start, line.start() + stop, quoted))
        elif name == "date" or (name in ("published", "pubdate") and not found.date):
            found = found._replace(date=iso_in(value))
        elif name in ("lang", "language", "locale") and value[:2].lower() in ("zh", "en"):
            found = found._replace(language=value[:2].lower())
    return found


def _words(text: str, start: int, end: int, quoted: bool) -> tuple[Piece, ...]:
    """The span without the backslashes that a double-quoted value has before quotes."""
    escapes = [match.span() for match in re.finditer(r"\\(?=[\"\\/])", text[start:end])] if quoted else []
    return tuple(cut([(start, end)], escapes))


def _value(field: re.Match[str]) -> Piece:
    """Where in the line the value's words stand, without quotes and comment."""
    value = field["value"]
    quoted = _QUOTED.match(value)
    if quoted is not None:
        return field.start("value") + quoted.start("inside"), field.start("value") + quoted.end("inside")
    words = re.split(r"\s#", value, maxsplit=1)[0].rstrip()
    return field.start("value"), field.start("value") + len(words)
