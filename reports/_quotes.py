"""Figures as quoted on one line, though the source may break a line inside them."""

from __future__ import annotations

import re

from reports._plain import line

# A hard wrap beside a Chinese character stands for nothing, elsewhere for a space.
_WRAP = re.compile(r"(?<=[^\x00-\u024f])[ \t]*[\r\n]+[ \t]*|[ \t]*[\r\n]+[ \t]*(?=[^\x00-\u024f])")


def on_one_line(quote: str) -> str:
    """`quote` as a reader reads it: 198.7億⏎元 as 198.7億元, $18⏎million as $18 million."""
    return line(quote if quote.isprintable() else _WRAP.sub("", quote))
