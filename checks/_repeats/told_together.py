"""A contradiction between relations that hold one by one, told to an editor as a chain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from hashlib import blake2b

from checks import Conflict, Finding, Suspect, Verdict
from checks._judging.figures import between, quoted
from checks._judging.wording import scripted, template
from claims.interval import Interval
from claims.model import Claim, Relation

_NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def told(
    conflict: Conflict,
    name: str,
    claims: Mapping[str, Claim],
    language: str,
    suspect: Callable[[str, Interval], Suspect],
) -> tuple[Verdict, Finding]:
    """The verdict that the members cannot all hold, and the finding that says so; `language` as for `Wording`."""
    terms = tuple(sorted({t for v in conflict.members for t in v.relation.terms}, key=lambda t: claims[t].start))
    basis = "inferred" if any(v.relation.basis == "inferred" for v in conflict.members) else "stated"
    presumed = any(v.relation.presumed for v in conflict.members)
    severity = "info" if conflict.by_rounding else "warning" if basis == "inferred" or presumed else "error"
    statements = [f"{_number(i)} {v.text}" for i, v in enumerate(conflict.members)]
    separator = "；" if language.startswith("zh") else "; "
    digest = _digest(name, *sorted(quoted(claims[t]) for t in terms), *sorted(v.text for v in conflict.members))
    relation = Relation(check=name, form="joint", terms=terms, coefficients=(Fraction(0),) * len(terms), basis=basis)
    verdict = Verdict(
        id=f"r{digest}",
        relation=relation,
        outcome="inconsistent",
        text=separator.join(statements),
        severity=severity,
        why="truncation" if conflict.by_rounding else "bounds",
        target=conflict.suspects[0][0],
    )
    suspects = tuple(suspect(c, leeway) if leeway is not None else Suspect(c) for c, leeway in conflict.suspects)
    first = next((s for s in suspects if s.admissible is not None), None)
    at = claims[conflict.suspects[0][0]]
    message = template("joint", language).format(statements=separator.join(statements))
    arithmetic = separator.join(statements)
    if first is not None and first.admissible is not None:
        own = claims[first.claim]
        needed = between(first.admissible, own.quantity)
        message += template("joint-leaves", language).format(figure=quoted(own), needed=needed)
        arithmetic += f" ⇒ {needed} ≠ {quoted(own)}"
    if conflict.by_rounding:
        message += ("" if language.startswith("zh") else " ") + template("truncation", language)
    finding = Finding(
        id=f"f{digest}",
        fingerprint=digest,
        check=name,
        severity=severity,
        message=scripted(message, language),
        arithmetic=arithmetic,
        start=at.start,
        end=at.end,
        spans=tuple(sorted({(claims[t].start, claims[t].end) for t in terms})),
        claims=terms,
        verdict=verdict.id,
        suspects=suspects,
        url=f"docs/checks/{name}.md",
    )
    return verdict, finding


def _number(index: int) -> str:
    return _NUMBERS[index] if index < len(_NUMBERS) else f"({index + 1})"


def _digest(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
