"""What a headline tells of the story, but for a slip of the hand.

Names seldom tie the two, so that the digits must: a figure is taken for another's misprint
only when one slip turns it into that other, and when words speak for the two being one.
"""

from __future__ import annotations

from fractions import Fraction

from checks._judging.figures import quoted
from claims import units
from claims.labels import keys, label, like, own_period
from claims.model import Claim, Relation
from claims.prose import Figure, Prose
from claims.ties.near_misses import a_slip_apart, digits_of
from claims.ties.roles import direction, is_level

LEAD = 12
"""Figures of the body that a headline may speak of."""
_WORDS = 300
"""Code points of a sentence whose words may tell that a headline is about it."""
_SOME, _SEVERAL = 2, 3
"""Digits that are seldom alike by chance, and hardly ever."""
_MONTHS = 13
_STRONG = 3
"""What must speak for a bare number of a headline, which may be a score."""


def misprint(figure: Figure, body: list[Figure], text: Prose) -> Figure | None:
    """The one figure of the body that a headline's would be but for a slip, when the body never tells the headline's.

    Headlines are made of the body's figures. One digit fits by chance, so that figures of one digit are left alone.
    """
    value, language = figure.claim.quantity.value, text.language
    if value is None or figure.claim.quantity.hedge:
        return None
    if any(other.claim.quantity.value == value and like(other.claim, figure.claim) for other in body):
        return None
    if (
        figure.claim.quantity.kind == "number"
        and not figure.claim.counted
        and value.denominator != 1
        and value < _MONTHS
    ):
        return None  # 10.1 may be a day
    bare = figure.claim.quantity.kind == "number" and not figure.claim.counted and digits_of(value) < _SEVERAL
    name = keys(label(figure, language), language)
    near: dict[tuple[Fraction, str], tuple[int, Figure]] = {}
    for place, other in enumerate(body):
        told = other.claim.quantity.value
        if told is None or not _slipped(figure.claim, other.claim) or not _has_digits(figure.claim, other.claim):
            continue
        if figure.claim.mode not in ("actual", other.claim.mode) or _other_time(figure.claim, other.claim):
            continue
        score = _likeness(figure, other, name, language, leads=place < LEAD)
        key = told, other.claim.quantity.unit or ""
        if score > (_STRONG if bare else 0) and score > near.get(key, (0, other))[0]:
            near[key] = score, other
    ranked = sorted(near.values(), key=lambda found: -found[0])
    if not ranked or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return ranked[0][1]


def turned_round(figure: Figure, body: list[Figure], text: Prose) -> Figure | None:
    """The body's figure with a headline's rate of change, which the body tells only the other way round."""
    language, claim = text.language, figure.claim
    way = direction(figure, language)
    if claim.quantity.kind != "percent" or claim.statistic != "growth" or way is None or claim.quantity.hedge:
        return None
    same = [f for f in body if f.claim.quantity.kind == "percent" and _told(f.claim) == _told(claim)]
    if not same or any(direction(f, language) in (way, None) or f.claim.statistic != "growth" for f in same):
        return None
    name = keys(label(figure, language), language)
    if digits_of(claim.quantity.value or Fraction(0)) >= _SEVERAL and same[0] in body[:LEAD]:
        return same[0]
    told = [f for f in same if name & keys(label(f, language) + f.passage.text[:_WORDS], language)]
    return told[0] if len(told) == len(same) else None


def against(figure: Figure, other: Figure) -> Relation:
    """That a rate which rises here and falls there is none."""
    quotes = quoted(figure.claim), quoted(other.claim)
    return Relation(
        check="", form="turned", terms=(figure.id, other.id), coefficients=(Fraction(1), Fraction(1)),
        reason="headline", basis="inferred", cue=(figure.claim.block, figure.clause_start, figure.claim.local.end),
        note={
            "first": quotes[0], "statement": f"{quotes[0]} = {quotes[1]}",
            "arithmetic": f"±{quotes[0]} ≠ ∓{quotes[1]}",
        },
    )  # fmt: skip


def _likeness(figure: Figure, other: Figure, name: frozenset[str], language: str, leads: bool) -> int:
    """How much speaks for a figure of the body being the headline's: its name, and the words of its sentence."""
    alike = is_level(figure, language) == is_level(other, language)
    if not alike and figure.claim.quantity.kind == "percent":
        return 0
    shared = len(name & keys(label(other, language), language))
    sentence = len(name & keys(other.passage.text[:_WORDS], language))
    both_changes = leads and alike and not is_level(figure, language)
    return 2 * shared + sentence + both_changes - (not leads) - (not alike and not leads)


def _has_digits(first: Claim, second: Claim) -> bool:
    """Whether both are written with more digits than are alike by chance; 8.0 has two, and so has 80."""
    return all(max(digits_of(value), _written(claim)) >= _SOME for claim in (first, second) if (value := _told(claim)))


def _other_time(first: Claim, second: Claim) -> bool:
    """Whether each is told for a time of its own."""
    times = own_period(first), own_period(second)
    return all(times) and times[0] != times[1]


def _written(claim: Claim) -> int:
    """Digits of a number that is written with decimals; else 0."""
    q = claim.quantity
    return len(str(int(abs(q.value / q.step)))) if q.value and 0 < q.step < 1 and q.kind == "percent" else 0


def _told(claim: Claim) -> Fraction | None:
    return claim.quantity.value


def _slipped(first: Claim, second: Claim) -> bool:
    """Whether two figures are like but for one slip: of the hand, or of one unit for another of the same kind."""
    one, other = first.quantity, second.quantity
    if one.value is None or other.value is None:
        return False
    if like(first, second):
        return a_slip_apart(one.value, other.value)
    if one.kind != "dimension" or other.kind != "dimension" or one.value != other.value:
        return False
    return bool(one.unit and other.unit) and one.unit != other.unit and units.comparable(one.unit, other.unit)
