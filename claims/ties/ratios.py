"""The two sides of a ratio with a name of its own: what a margin or an intensity is of."""

from __future__ import annotations

import re

from claims.knowledge import ratios
from claims.labels import called, like
from claims.prose import Figure, Prose
from claims.ties.roles import is_level
from claims.wordings import Wording, words_of

RELATIVE = ("percent", "point", "multiple", "duration")
"""Kinds of quantity that no share is taken of."""
_NAME_REACH = {"zh": 24, "en": 60}
"""Code points before a share in which its name is looked for."""
_SENTENCES_BACK = 6
_PREFIX = Wording(zh=r"{measure_prefix}*")
_LINK = Wording(en=r"\s*(?:[a-z]+\s){0,3}(?:were |was |are |is )?")


def sides(share: Figure, text: Prose) -> tuple[Figure, Figure] | None:
    """Part and whole, by the names that general knowledge gives them; None when one is not told."""
    lead = share.left[-_NAME_REACH[text.language] :]
    rule = next((rule for rule in ratios(text.language) if rule.name.search(lead)), None)
    if rule is None:
        return None
    part = _last_called(rule.part, share, text)
    whole = _last_called(rule.whole, share, text, beside=part)
    return (part, whole) if part is not None and whole is not None else None


def _last_called(name: re.Pattern[str], near: Figure, text: Prose, beside: Figure | None = None) -> Figure | None:
    """The nearest earlier level whose own words hold the name, `beside` a figure like it if one is given."""
    at = near.passage.index
    for passage in reversed(text.passages[max(0, at - _SENTENCES_BACK) : at + 1]):
        for figure in reversed(passage.figures):
            if figure.index >= near.index or figure.claim.quantity.kind in RELATIVE:
                continue
            if not is_level(figure, text.language):
                continue
            if beside is not None and (figure is beside or not like(figure.claim, beside.claim)):
                continue
            if _is_called(figure, name, text.language):
                return figure
    return None


def _is_called(figure: Figure, name: re.Pattern[str], language: str) -> bool:
    """Whether the name is the figure's own and not that of a part of it: 海外收入 is not 收入."""
    measure = called(figure.claim)
    if language == "zh":
        return bool(name.fullmatch(measure)) or bool(name.fullmatch(measure, after_prefix(measure)))
    right = name.search(figure.right[:40])
    if right is not None and _LINK["en"].fullmatch(figure.right[: right.start()]):
        return True
    match = name.search(measure)
    if match is None:
        return False
    prefix = measure[: match.start()].strip()
    return not prefix or prefix in words_of("measure_prefix", "en")


def after_prefix(measure: str) -> int:
    """Where a Chinese measure begins after words such as 公司 and 全年, which do not change it."""
    match = _PREFIX["zh"].match(measure)
    return match.end() if match else 0
