"""120（A 45、B 52、C 23), or 10：男6女4: parts in a bracket or after a colon, at the whole itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from claims.knowledge import partition_of
from claims.labels import AMOUNTS, counter_of, is_amount, kind_key, like, names
from claims.prose import Figure, Passage, Prose
from claims.ties.breakdowns.breakdown import OPEN_LIST, Breakdown
from claims.ties.breakdowns.entries import are_commensurate
from claims.ties.breakdowns.totals import total_cue
from claims.ties.roles import is_level
from claims.wordings import Wording, words_of

_OPENS = {
    "zh": re.compile(r"(?:(?!\s\s)[^，,。.;；]){0,12}?([(（:：])"),
    "en": re.compile(r"(?:(?!\s\s)[^，,。.;；]){0,34}?([(（:：])"),
}
"""A wide space ends what is said of the whole, as before 来源：."""
_NEAR = 13
"""Code points; a bracket further off may be on something else."""
_CLOSES = {"(": ")", "（": "）"}
_ASIDE = Wording(zh=r"\s*{aside}", en=r"\s*{aside}\b")
_LABELLED = re.compile(r"[㐀-鿿A-Za-z]\s?$")
_LABELS = Wording(en=r"\s?[a-z]")


def bracketed(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """All figures of the bracket that opens just after the whole, when each is an entry of it."""
    for whole in passage.figures:
        opening = _OPENS[text.language].match(passage.folded[whole.claim.outer.end : whole.clause_end + 1])
        if opening is None or not _may_be_whole(whole, text):
            continue
        start = whole.claim.outer.end + opening.end()
        closing = _CLOSES.get(opening[1])
        end = passage.folded.find(closing, start, passage.end) if closing else passage.end
        if end < 0:
            continue
        inside = (f for f in passage.figures if start <= f.claim.local.start < end)
        parts = list(takewhile(lambda entry: total_cue(entry, text.language) is None, inside))
        words = passage.folded[start:end]
        if opening.end() > _NEAR and not are_commensurate(parts, whole):
            continue
        if len(parts) < 2 or not all(_is_entry(f, whole, text.language) for f in parts) or _ASIDE.either.match(words):
            continue
        closed = "" if OPEN_LIST[text.language].search(words) else "inferred"
        exhaustive = "stated" if partition_of([names(p, text.language) for p in parts], text.language) else closed
        yield Breakdown(whole, tuple(parts), exhaustive, (passage.block, start - 1, start))


def _may_be_whole(figure: Figure, text: Prose) -> bool:
    """Whether it is a level that things add up to: not the number of an article, a bus or a score."""
    kind = figure.claim.quantity.kind
    if kind not in AMOUNTS or not is_level(figure, text.language):
        return False
    if text.language == "en" or kind != "count":
        return True
    counter = counter_of(figure.claim)
    return counter != "" and counter not in words_of("numbering", "zh")


def _is_entry(figure: Figure, whole: Figure, language: str) -> bool:
    """An entry in brackets: of the whole's kind, or a bare number with its label beside it (男6女4)."""
    if not is_amount(figure.claim) or figure.claim.quantity.rounding == "fraction":
        return False
    if kind_key(figure.claim)[1] == "" and kind_key(whole.claim)[0] == "count":
        labelled = _LABELLED.search(figure.before) or _LABELS[language].match(figure.right)
        return labelled is not None and like(figure.claim, whole.claim)
    return kind_key(figure.claim) == kind_key(whole.claim)
