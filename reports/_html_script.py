"""Names of subjects and measures in the script of the draft.

Names are compared in one script, to which Traditional text is folded character by
character. An editor wants to read them as the draft has them, so each is looked up again
in the folded text around its figure, where offsets are those of the draft; a name put together
from several places is turned back by the characters that the draft uses.
"""

from __future__ import annotations

import msgspec

from claims.grammar.fold import fold
from claims.model import Claim, Ledger

NEARBY = 300
"""How far from its figure a name is looked for, in characters; bounds the work on a long block."""
COORDINATES = ("measure", "counted", "subject", "scope")


def unfolded(ledger: Ledger) -> Ledger:
    """The ledger with the names of its claims in the characters of its draft."""
    if ledger.draft.language != "zh" or ledger.draft.script == "Hans":
        return ledger
    blocks = ledger.draft.blocks
    texts: dict[int, str] = {}
    known: dict[str, str] = {}
    characters = {ord(new): old for b in blocks for new, old in zip(fold(b.text), b.text, strict=True) if new != old}

    def as_written(name: str, claim: Claim) -> str:
        if name in known:
            return known[name]
        text = blocks[claim.block].text
        start, end = max(0, claim.local.start - NEARBY), claim.local.end + NEARBY
        if text.find(name, start, end) < 0:
            if claim.block not in texts:
                texts[claim.block] = fold(text)
            at = texts[claim.block].find(name, start, end)
            known[name] = text[at : at + len(name)] if at >= 0 else name.translate(characters)
        else:
            known[name] = name
        return known[name]

    claims = []
    for claim in ledger.claims:
        names = {c: getattr(claim, c) for c in COORDINATES}
        changed = {c: as_written(name, claim) for c, name in names.items() if name}
        claims.append(msgspec.structs.replace(claim, **changed) if changed != names else claim)
    return msgspec.structs.replace(ledger, claims=tuple(claims))
