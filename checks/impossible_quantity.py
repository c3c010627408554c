"""A quantity that cannot be.

Nothing falls by 120 % of itself, no part is 130 % of its whole, and nothing is formed "at
room temperature" at 8,000 degrees, where every material is a gas.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from checks._bounded import bounded
from checks._judging.figures import digits, dress, quoted
from claims.interval import at_least, at_most
from claims.knowledge import thermal_limits, thermal_states
from claims.model import Ledger, Relation
from claims.prose import Figure, Passage, Prose, prose
from claims.readings import bounds
from claims.ties.roles import direction
from claims.wordings import Wording

_ONE = Fraction(1)
_HUNDRED = Fraction(100)
_SIGNED = Wording(zh=r"{signed}", en=r"{signed}")
"""What may fall through zero, or make up more than all of something."""
_SHARE_BEFORE = Wording(zh=r"{share_of}(?:{outright}[^，。；]{0,10})?{share_link}?{is_high_share}?$")
_SHARE_AFTER = Wording(en=r"^\s*of (?:the |its |their |all )?{outright}\b")
_ABSOLUTE_ZERO = {"degree_Celsius": Fraction("-273.15"), "degree_Fahrenheit": Fraction("-459.67")}
_SAMPLE = 200
"""Code points of a sentence in which its subject is looked for."""
_LEAD = 12
"""Code points before the clause that its share may begin in."""
_BECAUSE = {
    "zh": {
        "fall": "下降的幅度不能超過原數的100%",
        "share": "部分不能超過整體的100%",
        "cold": "沒有比絕對零度更低的溫度",
        "heat": "{state}是指{low}至{high}度，{limit}",
    },
    "en": {
        "fall": "nothing can fall by more than 100% of itself",
        "share": "a part cannot be more than 100% of its whole",
        "cold": "nothing is colder than absolute zero",
        "heat": "{state} means {low} to {high} degrees, and {limit}",
    },
}


def relations(ledger: Ledger) -> Iterator[Relation]:
    """Limits on falls, on shares, and on temperatures beside a named thermal state."""
    text = prose(ledger)
    for passage in text.with_figures:
        for figure in passage.figures:
            q = figure.claim.quantity
            if q.kind == "percent" and q.value is not None:
                yield from _percent(figure, text)
            elif q.kind == "temperature" and q.unit in _ABSOLUTE_ZERO:
                yield from _cold(figure, text.language)
        for figure, highest, because, basis in bounded(passage, text):
            yield _limit(figure, highest, because, basis)
        yield from _heat(passage, text)


def _percent(figure: Figure, text: Prose) -> Iterator[Relation]:
    """At most 100 % for a fall and for a share of all, of what cannot be less than nothing."""
    passage, language = figure.passage, text.language
    clause = passage.words(max(passage.start, figure.clause_start - _LEAD), figure.claim.outer.start)
    if direction(figure, language) == "down" and figure.claim.statistic == "growth":
        reason, about = "fall", passage.text[:_SAMPLE]
    elif _SHARE_BEFORE[language].search(clause) or _SHARE_AFTER[language].match(figure.after):
        reason, about = "share", clause
    else:
        return
    if not _SIGNED.either.search(about):
        yield _limit(figure, _HUNDRED, _BECAUSE[language][reason])


def _cold(figure: Figure, language: str) -> Iterator[Relation]:
    """No temperature lies below absolute zero."""
    q = figure.claim.quantity
    zero = _ABSOLUTE_ZERO[q.unit or ""]
    if q.value is not None and q.value < zero:
        relation = _limit(figure, zero, _BECAUSE[language]["cold"])
        lowest = f"{float(zero):g}".replace("-", "−")
        note = {**relation.note, "arithmetic": f"{quoted(figure.claim)} < {lowest}"}
        yield msgspec.structs.replace(relation, operator=">=", constant=at_least(zero), note=note)


def _limit(figure: Figure, bound: Fraction, because: str, basis: str = "stated") -> Relation:
    """At most `bound`, in the unit of the figure."""
    highest = dress(digits(bound, 0), figure.claim.quantity)
    return Relation(
        check="", form="limit", terms=(figure.id,), coefficients=(_ONE,), operator="<=", constant=at_most(bound),
        basis=basis, reason="limit", note={"because": because, "arithmetic": f"{quoted(figure.claim)} > {highest}"},
        cue=(figure.passage.block, figure.clause_start, figure.claim.local.start),
    )  # fmt: skip


def _heat(passage: Passage, text: Prose) -> Iterator[Relation]:
    """Temperatures after the name of a thermal state, against what the material named allows."""
    hot = [f for f in passage.figures if f.claim.quantity.kind == "temperature"]
    if not hot:
        return
    limit = next((m for m in thermal_limits(text.language) if m.name.search(passage.text)), None)
    if limit is None:
        return
    for state in thermal_states(text.language):
        named = state.name.search(passage.folded, passage.start, passage.end)
        after = [f for f in hot if f.claim.local.start >= named.end()] if named is not None else []
        if named is None or not after:
            continue
        words = text.ledger.draft.blocks[passage.block].text[named.start() : named.end()]
        because = _BECAUSE[text.language]["heat"].format(state=words, low=state.low, high=state.high, limit=limit.words)
        hottest = max(after, key=lambda f: bounds(f.claim.quantity).low or Fraction(0))
        others = tuple(f.id for f in after if f is not hottest)
        relation = _limit(hottest, Fraction(limit.highest), because, basis="inferred")
        yield msgspec.structs.replace(
            relation, terms=(hottest.id, *others), coefficients=(_ONE, *([Fraction(0)] * len(others)))
        )
        return
