"""Parts told against the count they are taken from: "212 of the 400 seats", 受访的500家中，310家.

The whole stands right at the part, in the same phrase, so that no cue word is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.breakdowns import Breakdown
from claims.knowledge import partition_of
from claims.labels import counter_of, kind_key, names
from claims.prose import Figure, Passage, Prose
from claims.roles import role

_EN_OF = re.compile(r"\s*of (?:(?:the|its|their|all|these|those) )?(?:total (?:of )?)?\s*")
_ZH_AMONG = re.compile(r"[^，。；：、]{0,10}?(?:当中|之中|中|里)[，,]\s*")
_EN_LISTED = re.compile(r",\s*(?:of them |including )?$")
_EN_IN = re.compile(r"\s*(?P<joint>in|at|on|by|from|for)\s+[A-Za-z]")
_UNCOUNTED = ("mean", "growth", "difference", "share", "rate")


def counted_parts(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """Breakdowns of one sentence whose whole is named in the very phrase of its part."""
    if text.language == "zh":
        yield from _among(passage)
    else:
        yield from _of_the(passage)
        yield from _places(passage, text)


def _of_the(passage: Passage) -> Iterator[Breakdown]:
    """212 of the 400 seats: part, then whole."""
    for part in passage.figures[:-1]:
        whole = part.next
        if whole is None or not _EN_OF.fullmatch(part.after) or not _are_counts(part, whole):
            continue
        yield Breakdown(whole, (part,), "", (passage.block, part.claim.local.end, whole.claim.local.start), 0)


def _among(passage: Passage) -> Iterator[Breakdown]:
    """500家受访企业中，310家…: whole, then a part of the same counter."""
    for whole in passage.figures[:-1]:
        part = whole.next
        if part is None or not _ZH_AMONG.fullmatch(whole.after) or not _are_counts(part, whole):
            continue
        if counter_of(part.claim) == counter_of(whole.claim) != "":
            yield Breakdown(whole, (part,), "", (passage.block, whole.claim.local.end, part.claim.local.start), 0)


def _places(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """60 pubs, 45 in England and 18 in Wales: two parts in one preposition, closed by "and"."""
    for first in passage.figures[1:-1]:
        whole, second = first.previous, first.next
        if whole is None or second is None or not _EN_LISTED.search(first.before) or not whole.claim.counted:
            continue
        if not all(_are_counts(part, whole) and not part.claim.counted for part in (first, second)):
            continue
        one, two = _EN_IN.match(first.right), _EN_IN.match(second.right)
        if one is None or two is None or one["joint"] != two["joint"] or not first.after.endswith(" and "):
            continue
        if len(first.before.split()) > 3:
            continue
        stated = partition_of([names(f, text.language) for f in (first, second)], text.language)
        cue = (passage.block, whole.claim.local.end, first.claim.local.start)
        yield Breakdown(whole, (first, second), "stated" if stated else "inferred", cue, 0)


def _are_counts(part: Figure, whole: Figure) -> bool:
    """Whether both are levels of counted things, neither hedged beyond use nor a rate."""
    for figure in (part, whole):
        q = figure.claim.quantity
        if q.kind not in ("count", "number") or q.value is None or figure.claim.statistic in _UNCOUNTED:
            return False
    language = part.passage.folded.isascii()
    return kind_key(part.claim)[0] == kind_key(whole.claim)[0] and role(whole, "en" if language else "zh") == "level"
