"""Text of drafts and names of files made safe to show, and its width on a terminal.

A draft may hold escape sequences that repaint the screen, or bidirectional controls that
make a line read otherwise than it is stored. Nothing of that kind reaches a terminal, an
annotation or an XML file.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# C0 and C1 controls, bidirectional controls, line and paragraph separators, the byte order
# mark, interlinear marks, tag characters, noncharacters and surrogates.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]{0,64}[ -/]{0,16}[@-~]|\][^\x07\x1b\n]{0,256}(?:\x07|\x1b\\)|[@-Z\\^_])")


def plain(text: str) -> str:
    """`text` without escape sequences and invisible controls; line breaks and tabs stay."""
    return _UNSAFE.sub("", _ESCAPES.sub("", text))


def line(text: str) -> str:
    """`plain` text on one line: every run of line breaks and tabs becomes one space."""
    if text.isprintable():
        return text.strip()  # nothing that is removed or joined can be printed
    return re.sub(r"[\t\r\n]+", " ", plain(text)).strip()


def path(name: str) -> str:
    """A file's name on one line; bytes that are no characters are shown as \\xNN."""
    shown = re.sub("[\udc80-\udcff]", lambda match: f"\\x{ord(match[0]) - 0xDC00:02x}", name)
    return line(shown)


_IDEOGRAPHS = re.compile("[\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]+")
"""Characters of Chinese text that are all two columns wide: most of any draft that has one of them."""


@lru_cache(maxsize=4096)
def char_width(char: str) -> int:
    """Columns that a character takes on a terminal: 0, 1, or 2 for East Asian wide ones and emoji."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """Columns that a line of text takes on a terminal."""
    if text.isascii():
        return len(text)
    narrow = _IDEOGRAPHS.sub("", text)
    return 2 * (len(text) - len(narrow)) + (len(narrow) if narrow.isascii() else sum(map(char_width, narrow)))
