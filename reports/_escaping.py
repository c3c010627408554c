"""Draft text inside Markdown, where it must stay text."""

from __future__ import annotations

import re

from reports._plain import plain

WORD_JOINER = "\u2060"
"""Without width; parts an @ or # from what follows, as GitHub makes mentions and references of rendered text."""

_SPECIAL = re.compile(r"[\\`*_\[\]~$]")
_START = re.compile(r"[#+-]|\d+[.)](?=\s|$)")
_ENTITIES = str.maketrans({char: f"&{name};" for char, name in {"&": "amp", "<": "lt", ">": "gt", "|": "#124"}.items()})
_LINK = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)


def escape(text: str) -> str:
    """`text` on one line, so that CommonMark and GitHub show it as it is: no markup, links or mentions."""
    flat = " ".join(plain(text).split())
    flat = re.sub(r"([@#])(?=\w)", rf"\1{WORD_JOINER}", flat)
    out = flat.translate(_ENTITIES)
    out = _SPECIAL.sub(r"\\\g<0>", out)
    out = _LINK.sub(lambda match: f"&#{ord(match[0])};", out)
    if start := _START.match(out):
        out = out[: start.end() - 1] + "\\" + out[start.end() - 1 :]
    return out
