"""A quantity that cannot be.

Nothing falls by 120 % of itself, no part is 130 % of its whole, and nothing is formed "at
room temperature" at 8,000 degrees, where every material is a gas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from checks._figures import digits, dress, quoted
from claims.interval import at_most
from claims.knowledge import thermal_limits, thermal_states
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.readings import bounds
from claims.roles import direction

_ONE = Fraction(1)
_HUNDRED = Fraction(100)
_SIGNED = re.compile(
    r"利润|盈利|纯利|净利|亏损|收益|现金流|顺差|逆差|盈余|赤字|增速|增长率|profit|earnings|income|loss|margin|cash|surplus|deficit|growth|price|yield|rate",
    re.IGNORECASE,
)
_ZH_SHARE = re.compile(r"(?:占|佔)(?:(?:全部|全体|总|整体|所有)[^，。；]{0,10})?(?:的|比|比重|比例)?(?:达|为|约|高达|达到)?$")
_EN_SHARE = re.compile(
    r"^\s*of (?:the |its |their |all )?(?:total|population|whole|households|voters|respondents|people)\b", re.IGNORECASE
)
_BECAUSE = {
    "zh": {
        "fall": "下降的幅度不能超過原數的100%",
        "share": "部分不能超過整體的100%",
        "heat": "{state}是指{low}至{high}度，{limit}",
    },
    "en": {
        "fall": "nothing can fall by more than 100% of itself",
        "share": "a part cannot be more than 100% of its whole",
        "heat": "{state} means {low} to {high} degrees, and {limit}",
    },
}


def relations(ledger: Ledger) -> Iterator[Relation]:
    """Limits on falls, on shares, and on temperatures beside a named thermal state."""
    text = prose(ledger)
    for passage in text.passages:
        for figure in passage.figures:
            q = figure.claim.quantity
            if q.kind == "percent" and q.value is not None:
                yield from _percent(figure, text)
        yield from _heat(passage.index, text)


def _percent(figure: Figure, text: Prose) -> Iterator[Relation]:
    clause = figure.passage.words(max(figure.passage.start, figure.clause_start - 12), figure.claim.outer.start)
    reasons = _BECAUSE[text.language]
    if direction(figure, text.language) == "down" and figure.claim.statistic == "growth":
        if not _SIGNED.search(figure.passage.text[:200]):
            yield _limit(figure, _HUNDRED, reasons["fall"])
    elif _ZH_SHARE.search(clause) if text.language == "zh" else _EN_SHARE.match(figure.after):
        if not _SIGNED.search(clause):
            yield _limit(figure, _HUNDRED, reasons["share"])


def _limit(figure: Figure, bound: Fraction, because: str, basis: str = "stated") -> Relation:
    return Relation(
        check="", form="limit", terms=(figure.id,), coefficients=(_ONE,), operator="<=", constant=at_most(bound),
        basis=basis, reason="limit", note={"because": because, "arithmetic": f"{quoted(figure.claim)} > {dress(digits(bound, 0), figure.claim.quantity)}"},
        cue=(figure.passage.block, figure.clause_start, figure.claim.local.start),
    )  # fmt: skip


def _heat(index: int, text: Prose) -> Iterator[Relation]:
    """Temperatures after the name of a thermal state, against what the material named allows."""
    passage = text.passages[index]
    hot = [f for f in passage.figures if f.claim.quantity.kind == "temperature"]
    if not hot:
        return
    limit = next((m for m in thermal_limits(text.language) if m.name.search(passage.text)), None)
    for state in thermal_states(text.language) if limit is not None else ():
        named = state.name.search(passage.folded, passage.start, passage.end)
        after = [f for f in hot if named is not None and f.claim.local.start >= named.end()]
        if named is None or limit is None or not after:
            continue
        words = text.ledger.draft.blocks[passage.block].text[named.start() : named.end()]
        because = _BECAUSE[text.language]["heat"].format(
            state=words, low=state.low, high=state.high, limit=limit.words
        )
        hottest = max(after, key=lambda f: bounds(f.claim.quantity).low or Fraction(0))
        others = tuple(f.id for f in after if f is not hottest)
        relation = _limit(hottest, Fraction(limit.highest), because, basis="inferred")
        yield msgspec.structs.replace(
            relation, terms=(hottest.id, *others), coefficients=(_ONE, *([Fraction(0)] * len(others)))
        )
        return
