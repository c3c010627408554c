"""Rows behind a number whose entries are told by their build: names with amounts, persons by family name."""

from __future__ import annotations

import re

from claims.labels import like
from claims.prose import Figure, Prose
from claims.ties.enumerations.enumeration import Enumeration, original
from claims.wordings import Wording

_LED = re.compile(r"^[^，。；：、说指称示道]{0,10}?[：:]\s?(?P<list>[^。；;！？!?：:]{2,240})")
_NAMES = Wording(zh=r"[㐀-鿿]{0,4}?(?P<list>[㐀-鿿]某某?(?:[、和及与][㐀-鿿]某某?)+)")
_AMOUNTS = Wording(zh=r"[㐀-鿿A-Za-z]{1,8}[0-9][0-9,.]*[㐀-鿿%]{0,4}")
_LONGEST = 12
"""Code points of an entry that are told to the reader."""


def with_amounts(figure: Figure, text: Prose) -> Enumeration | None:
    """送往三間醫院：仁濟9人、長青8人、縣立6人: names, each with a figure of another kind than the number's."""
    passage, start = figure.passage, figure.claim.outer.end
    match = _LED.match(passage.folded[start : passage.end])
    if match is None:
        return None
    listed = match["list"]
    names = listed.split("、")
    if len(names) < 2 or any(_AMOUNTS["zh"].fullmatch(name.strip()) is None for name in names):
        return None
    counted = [f for f in passage.figures[figure.position + 1 :] if f.claim.local.start < start + match.end("list")]
    if len(counted) != len(names) or any(like(f.claim, figure.claim) for f in counted):
        return None
    at = start + match.start("list")
    shown = original(figure, text, at, at + len(listed)).split("、")
    return Enumeration(tuple(name.strip()[:_LONGEST] for name in shown), False, (at, at + len(listed)))


def persons(figure: Figure, text: Prose) -> Enumeration | None:
    """其余四名被告周某、郑某、许某、蔡某: persons by their family names, in a row behind their number."""
    passage, start = figure.passage, figure.claim.outer.end
    match = _NAMES["zh"].match(passage.folded[start : passage.end])
    if match is None or passage.folded.startswith(("等", "、", "和", "及"), start + match.end("list")):
        return None
    at = start + match.start("list")
    shown = original(figure, text, at, start + match.end("list"))
    return Enumeration(tuple(re.split("[、和及与與]", shown)), False, (at, start + match.end("list")))
