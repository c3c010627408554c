"""Whether a figure misses what follows for it by so much as a slip of the pen does.

A digit changed, dropped or doubled, or a point moved, leaves a figure within some ten times
of the true one, or off by just so many places; what is a hundred and twenty-eight times too
much was never meant to be the product. This only ever clears figures that words tie loosely.
"""

from __future__ import annotations

from fractions import Fraction

from checks._judging.evaluate import evaluate
from claims.model import Claim, Relation

_SLIP = 12
"""How many times too much a changed, a dropped or a doubled digit makes a figure."""
_TENFOLD, _PLACES = Fraction(10), Fraction(21, 20)


def may_be_a_slip(relation: Relation, claims: dict[str, Claim]) -> bool:
    """Whether a relation holds, or its target is off by little, or by just so many places."""
    evaluation = evaluate(relation, claims)
    stated, derived = evaluation.stated, evaluation.exact or evaluation.derived
    if stated is None or derived is None or not stated.low or not derived.low:
        return evaluation.outcome == "consistent"
    off = max(derived.low / stated.low, stated.low / derived.low)
    if off <= _SLIP:
        return True
    while off > _TENFOLD:
        off /= 10
    return min(off, _TENFOLD / off) <= _PLACES
