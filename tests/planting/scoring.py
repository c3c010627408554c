"""What a check says of the articles and of their twins."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from checks import Finding, Review
from checks._judging.examine import examine
from claims.extract import extract
from claims.readers import read_text

from .articles import Article
from .twins import Twin

_LOUD = ("error", "warning")
_NEXT = 4
"""Code points that may lie between a direction and its figure, as in "fell by 3 %"."""


class Score(msgspec.Struct, frozen=True):
    """What became of a twin."""

    twin: Twin
    found: bool
    """An error or a warning lies over the changed figure, of a check that is silent there in the article."""
    suspected: bool
    """The changed figure is among the suspects."""
    first: bool
    """It is the first of them."""
    repaired: bool
    """What it was is among the first three repairs offered for it."""
    astray: tuple[str, ...]
    """What is said loudly of other figures, and was not said of the article."""

    @property
    def pointed(self) -> bool:
        """Nothing is said of other figures."""
        return not self.astray


def reviewed(text: str, name: str, date: str) -> Review:
    """What all checks say of a text, read as a file of that name and day."""
    return examine(extract(read_text(text, name), date))


def loud(review: Review) -> list[Finding]:
    """Errors and warnings."""
    return [finding for finding in review.findings if finding.severity in _LOUD]


def scored(article: Article, twins: Iterable[Twin]) -> list[Score]:
    """What became of an article's twins."""
    clean = reviewed(article.text, article.name, article.date)
    return [_score(twin, clean, reviewed(twin.text, article.name, article.date)) for twin in twins]


def _score(twin: Twin, clean: Review, review: Review) -> Score:
    planted, before = _reach(twin, review, len(twin.slip.text)), _reach(twin, clean, len(twin.original))
    known = {f.check for f in loud(clean) if _touches(f, before)}
    hits = [f for f in loud(review) if f.check not in known and _touches(f, planted)]
    said = {f.message for f in loud(clean)}
    at = {claim for claim, span in _spans(review).items() if _over(span, planted)}
    quotes = {_close(c.quote) for c in (clean.ledger.claims if clean.ledger else ()) if _over((c.start, c.end), before)}
    wanted = quotes | {_close(twin.original)}
    suspects = [(place, s) for f in hits for place, s in enumerate(f.suspects) if s.claim in at]
    return Score(
        twin,
        found=bool(hits),
        suspected=bool(suspects),
        first=any(place == 0 for place, _ in suspects),
        repaired=any(_restores(repair, wanted, twin) for _, s in suspects for repair in s.repairs[:3]),
        astray=tuple(f.message for f in loud(review) if not _touches(f, planted) and f.message not in said),
    )


def _reach(twin: Twin, review: Review, length: int) -> tuple[int, int]:
    """Where the change stands: the figure; or the word for a direction with the figure right after it."""
    start, end = twin.start, twin.start + length
    if twin.slip.kind == "direction" and review.ledger is not None:
        end = max((c.end for c in review.ledger.claims if end <= c.start <= end + _NEXT), default=end)
    return start, end


def _touches(finding: Finding, place: tuple[int, int]) -> bool:
    return any(_over(span, place) for span in finding.spans)


def _spans(review: Review) -> dict[str, tuple[int, int]]:
    """Where each claim stands in the text, its direction and hedge words included."""
    if review.ledger is None:
        return {}
    blocks = review.ledger.draft.blocks
    return {c.id: blocks[c.block].source_span(c.outer.start, c.outer.end) for c in review.ledger.claims}


def _restores(repair: str, wanted: set[str], twin: Twin) -> bool:
    """Whether a repair writes what stood there; the other direction is offered as a word before the figure."""
    if twin.slip.kind == "direction":
        return not _close(repair)[:1].isdigit()
    return _close(repair) in wanted


def _close(text: str) -> str:
    return "".join(text.split())


def _over(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]
