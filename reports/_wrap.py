"""Lines broken by the columns they take, in scripts with spaces and without.

Chinese may break between any two characters, except that no line begins with a closing mark
or ends with an opening one (W3C, *Requirements for Chinese Text Layout*, 3.1.3).
"""

from __future__ import annotations

import re

from reports._plain import char_width, width

_CLOSING = "，。、；：！？）」』》〉】〕’”…—～·,.;:!?)]}%％"
_OPENING = "（「『《〈【〔‘“([{"
_PIECE = re.compile(r"\s+|[!-~]+|.", re.DOTALL)


def wrap(text: str, columns: int, first: int | None = None) -> list[str]:
    """`text` in lines of at most `columns` (the first of at most `first`), its own line breaks kept.

    A word that is longer than a line is cut.
    """
    lines: list[str] = []
    for paragraph in text.replace("\t", " ").splitlines():
        lines.extend(_paragraph(paragraph, max(columns, 2), max(columns if first is None or lines else first, 2)))
    return lines or [""]


def _paragraph(text: str, columns: int, room: int) -> list[str]:
    lines, current, used = [], "", 0
    for unit in _units(text):
        size = width(unit)
        if current and used + size > room and not unit.isspace():
            lines.append(current.rstrip())
            current, used, room = "", 0, columns
        if unit.isspace() and not current:
            continue
        while size > room:
            head = _prefix(unit, room)
            lines.append(head)
            unit, room = unit[len(head) :], columns
            size = width(unit)
        current += unit
        used += size
    return [*lines, current.rstrip()] if current.strip() or not lines else lines


def _units(text: str) -> list[str]:
    """What a line cannot be broken inside: a word, or a character with the marks that cling to it."""
    units: list[str] = []
    for piece in _PIECE.findall(text):
        before = units[-1] if units else ""
        clings = before and not before.isspace() and not piece.isspace() and (
            piece[0] in _CLOSING or before[-1] in _OPENING or char_width(piece[0]) == 0
            or (char_width(before[-1]) < 2 and char_width(piece[0]) < 2)
        )  # fmt: skip
        if clings:
            units[-1] += piece
        else:
            units.append(piece)
    return units


def _prefix(text: str, columns: int) -> str:
    used = 0
    for at, char in enumerate(text):
        used += char_width(char)
        if used > columns:
            return text[: max(at, 1)]
    return text
