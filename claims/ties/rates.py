"""A rate by its name, with the counts it is worked out from: turnout, response, vacancy rate.

General knowledge names what stands above and below the line; the nearest counts before the
rate that go by such words are its part and its whole.
"""

from __future__ import annotations

import re

from claims.knowledge import Ratio, rated, rates
from claims.labels import counter_of, is_amount, like, names
from claims.prose import Figure, Prose
from claims.ties.roles import is_level
from claims.wordings import Wording

_IS = Wording(
    zh=r"{is_share}?{level_modifier}?$",
    en=r"(?: (?:rate|ratio|share))?(?: (?:was|is|were|stood at|came to|of|reached|at))? ?(?:{share_hedge} )*$",
)
_RATE_OF = Wording(en=r", an? rate of $")
_NAME_AFTER = Wording(en=r"^[ -]")
_ITS_PART = Wording(zh=r"^[，,(（]?即(?:有)?[㐀-鿿]{0,6}$", en=r"^,? or $")
_OTHER = Wording(zh=r"{of_another}|{average}", en=r"\b(?:{of_another}|average)\b")
_SENTENCES_BACK = 2
_REACH = 48


def rate_sides(share: Figure, text: Prose) -> tuple[Figure, Figure, str] | None:
    """Part, whole and basis of a rate; None where it has no known name, or a count is not told."""
    language = text.language
    rule = _rule(share, language)
    if rule is None and language == "en" and _RATE_OF["en"].search(share.before):
        rule = _rule_of(share)
    if rule is None or _OTHER[language].search(share.left):
        return None
    part = _follower(share, language) or _nearest(share, rule.part, None, text)
    whole = _nearest(share, rule.whole, part, text)
    if part is not None and whole is None:
        whole = _beside(part, share, rule.part, text)
        return (part, whole, "inferred") if whole is not None else None
    if part is None or whole is None or part is whole:
        return None
    near = part.passage is whole.passage is share.passage
    return part, whole, "stated" if near else "inferred"


def _rule(share: Figure, language: str) -> Ratio | None:
    """The rate whose name leads up to the share, or in English follows it: "a 60% turnout"."""
    if share.claim.quantity.unit == "permille" or not _may_be_named(share, language):
        return None  # births and deaths a thousand are of the mean population, which no count beside them is
    lead = share.left[-_REACH:]
    after = language == "en" and _NAME_AFTER["en"].match(share.right) is not None
    if not rated(language).search(lead) and not (after and rated(language).match(share.right, 1)):
        return None
    for rule in rates(language):
        if any(_IS[language].fullmatch(lead, name.end()) for name in rule.name.finditer(lead)):
            return rule
        if after and rule.name.match(share.right, 1):
            return rule
    return None


def _rule_of(share: Figure) -> Ratio | None:
    """The rate that the count just before "a rate of" is the part of: 942 passed, a rate of 78.5%."""
    part = share.previous
    if part is None or part.claim.quantity.kind not in ("count", "number"):
        return None
    words = f"{part.left} {part.right}"
    return next((rule for rule in rates("en") if rule.part.search(words)), None)


def _may_be_named(share: Figure, language: str) -> bool:
    if language == "zh":
        return "率" in share.left[-8:] or "比" in share.left[-8:]
    return True


def _nearest(share: Figure, name: re.Pattern[str], beside: Figure | None, text: Prose) -> Figure | None:
    """The nearest earlier count that goes by a name, `beside` a count like it if one is given."""
    at = share.passage.index
    for passage in reversed(text.passages[max(0, at - _SENTENCES_BACK) : at + 1]):
        if passage.block != share.passage.block:
            break
        for figure in reversed(passage.figures):
            if figure.index >= share.index or figure is beside or not _may_be_side(figure, text):
                continue
            if beside is not None and not like(figure.claim, beside.claim):
                continue
            if _goes_by(figure, name, text.language):
                return figure
    return None


def _goes_by(figure: Figure, name: re.Pattern[str], language: str) -> bool:
    before, after, _ = names(figure, language)
    if language == "zh":
        return (
            name.search(before + counter_of(figure.claim)) is not None
            or name.match(after) is not None
            or (name.search(re.split("[，,；;。]", after)[0]) is not None)
        )
    return name.search(after) is not None or name.search(before) is not None


def _beside(known: Figure, share: Figure, name: re.Pattern[str], text: Prose) -> Figure | None:
    """The only other count like the known one in the sentence of the share, no name of it said."""
    if known.passage is not share.passage or known.claim.quantity.kind == "money":
        return None
    others = [
        f
        for f in share.passage.figures[: share.position]
        if f is not known and _may_be_side(f, text) and like(f.claim, known.claim)
    ]
    return others[0] if len(others) == 1 and not _goes_by(others[0], name, text.language) else None


def _follower(share: Figure, language: str) -> Figure | None:
    """97.5%，即117份."""
    after = share.next
    if (
        after is None
        or after.claim.quantity.kind not in ("count", "number", "money")
        or not _ITS_PART[language].match(after.before)
    ):
        return None
    return after


def _may_be_side(figure: Figure, text: Prose) -> bool:
    claim = figure.claim
    return (
        claim.quantity.kind in ("count", "number", "money")
        and claim.quantity.value is not None
        and is_amount(claim)
        and is_level(figure, text.language)
    )
