"""What a finding shows: the sum on paper, the picture, the suspects, the sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import msgspec

from checks import Finding, Suspect, Verdict
from checks._judging.figures import decimals_of, digits, quoted, write
from claims.draft import Block
from claims.model import Claim, Ledger, Relation
from claims.readings import plausible
from claims.sentences import sentence_ends
from reports._html_article import STATE_OF, Figure, Piece, pieces
from reports._html_labels import Labels
from reports._html_picture import Picture, picture, words

LONG = 240
"""A sentence of more characters is cut around its figures."""
NEARBY = 90
"""How much is kept of it on either side."""


class Line(msgspec.Struct, frozen=True):
    """One line of a sum on paper."""

    sign: str
    number: str
    """Padded, so that right-aligned numbers stand point under point."""
    name: str
    figure: Figure | None = None


class Sum(msgspec.Struct, frozen=True):
    """A sum as on paper: its parts, what they make, what the text says, the difference."""

    lines: tuple[Line, ...]
    result: str
    stated: Line
    difference: str
    unit: str
    """Unit of all its numbers, as the draft writes it."""


class Guess(msgspec.Struct, frozen=True):
    """A suspect, with the range in which it would agree and what it may have been."""

    figure: Figure
    name: str
    repairs: tuple[str, ...]
    fits: str

    @property
    def says(self) -> bool:
        """Whether there is more to it than that it may be wrong."""
        return bool(self.repairs or self.fits)


class Note(msgspec.Struct, frozen=True):
    """A finding as it is told."""

    finding: Finding
    state: str
    number: int
    anchor: str
    figure: Figure | None
    """The figure it is shown at."""
    line: int
    heading: str
    """The heading under which that figure stands."""
    sum: Sum | None
    picture: Picture | None
    guesses: tuple[Guess, ...]
    sentences: tuple[tuple[Piece, ...], ...]
    basis: str
    also: tuple[str, ...]
    """Other relations that fail from the same cause."""
    url: str


class Context(msgspec.Struct, frozen=True):
    """What notes of one document are made from."""

    ledger: Ledger
    claims: Mapping[str, Claim]
    figures: Mapping[str, Figure]
    verdicts: Mapping[str, Verdict]
    lines: Mapping[int, int]
    """Line of each claim's start."""
    headings: Sequence[str]
    """For each block, the text of the heading above it."""
    t: Labels


def note(finding: Finding, number: int, anchor: str, of: Context) -> Note:
    """A finding as it is told; `number` is 0 for one that is set aside."""
    involved = [of.claims[id] for id in finding.claims if id in of.claims]
    shown = next((c for c in involved if c.start == finding.start), involved[0] if involved else None)
    verdict = of.verdicts.get(finding.verdict)
    return Note(
        finding, STATE_OF[finding.severity], number, anchor,
        of.figures[shown.id] if shown else None,
        of.lines[shown.start] if shown else 0,
        of.headings[shown.block] if shown else "",
        _sum(verdict, of) if verdict else None,
        _picture(verdict, of) if verdict else None,
        tuple(_guess(s, involved, of) for s in finding.suspects if s.claim in of.claims),
        _sentences(involved, of),
        basis(verdict.relation, of.ledger.draft.blocks, of.t) if verdict else "",
        tuple(of.verdicts[id].text for id in finding.consequences if id in of.verdicts),
        finding.url if finding.url.startswith(("https://", "http://")) else "",
    )  # fmt: skip


def basis(relation: Relation, blocks: Sequence[Block], t: Labels) -> str:
    """Why the figures must agree, in a phrase."""
    if relation.basis == "stated":
        if relation.cue is None:
            return t("basis_stated_bare")
        block, start, end = relation.cue
        return t("basis_stated", cue=blocks[block].text[start:end].strip())
    return t(f"basis_{relation.basis}")


def name_of(claim: Claim, among: Sequence[Claim], t: Labels) -> str:
    """What tells a claim from the others of its relation: whose it is, of what, or when."""
    for coordinate in ("subject", "measure", "statistic", "period", "scope", "counted"):
        values = [getattr(other, coordinate) for other in among]
        own: str | None = getattr(claim, coordinate)
        if own and values.count(own) < len(values):
            return t(f"statistic_{own}") if coordinate == "statistic" else own.replace("/", "–")
    return claim.subject or claim.measure or claim.counted


def _sum(verdict: Verdict, of: Context) -> Sum | None:
    """The sum on paper, where the relation is one and its figures, as written, bear it out."""
    relation = verdict.relation
    target = of.claims.get(verdict.target)
    if relation.is_product or len(relation.terms) < 2 or target is None or target.quantity.value is None:
        return None
    if not relation.constant.is_point or relation.constant.low or verdict.gap is None or not verdict.gap.is_point:
        return None
    terms = [of.claims[id] for id in relation.terms]
    own = relation.coefficients[relation.terms.index(target.id)]
    shares = [(c, -k / own) for c, k in zip(terms, relation.coefficients, strict=True) if c is not target and k]
    if any(c.quantity.value is None or c.quantity.unit != target.quantity.unit or abs(k) != 1 for c, k in shares):
        return None
    like, stated = target.quantity, target.quantity.value
    total = sum((c.quantity.value * k for c, k in shares if c.quantity.value is not None), Fraction(0))
    if total != stated + verdict.gap.low:  # type: ignore[operator]
        return None
    values = [*(c.quantity.value for c, _ in shares), total, stated]
    places = max(decimals_of(value / like.scale) for value in values if value is not None)

    def number(value: Fraction | None) -> str:
        return digits((value or Fraction(0)) / like.scale, places)

    sign = "≠" if relation.operator == "=" else "<" if stated < total else ">"
    shares.sort(key=lambda share: share[1] < 0)
    lines = tuple(
        Line(
            "" if not n else "+" if k > 0 else "−", number(c.quantity.value), name_of(c, terms, of.t), of.figures[c.id]
        )
        for n, (c, k) in enumerate(shares)
    )
    return Sum(
        lines, number(total), Line(sign, number(stated), name_of(target, terms, of.t), of.figures[target.id]),
        number(abs(total - stated)), _unit(target),
    )  # fmt: skip


def _unit(claim: Claim) -> str:
    """The unit of a figure, as written after or before its number."""
    bare = write(Fraction(0), claim.quantity)
    return bare.replace("0", "").replace(".", "").strip()


def _picture(verdict: Verdict, of: Context) -> Picture | None:
    claim = of.claims.get(verdict.target or (verdict.relation.terms[0] if verdict.relation.terms else ""))
    if claim is None or verdict.stated is None or verdict.derived is None:
        return None
    if verdict.stated.low is None and verdict.stated.high is None:
        return None
    expected = plausible(claim.quantity) if verdict.why == "plausible" else None
    return picture(verdict.stated, verdict.derived, claim.quantity, of.t, expected)


def _guess(suspect: Suspect, involved: Sequence[Claim], of: Context) -> Guess:
    claim = of.claims[suspect.claim]
    fits = "" if suspect.admissible is None else words(suspect.admissible, claim.quantity)
    repairs = tuple(r for r in suspect.repairs if r != quoted(claim))
    if fits and [fits] == list(repairs):
        fits = ""  # nothing that the repair does not say
    return Guess(of.figures[claim.id], name_of(claim, involved, of.t), repairs, fits)


def _sentences(involved: Sequence[Claim], of: Context) -> tuple[tuple[Piece, ...], ...]:
    """Each sentence that holds a figure of the finding, once, in reading order."""
    draft = of.ledger.draft
    spans: dict[tuple[int, int, int], list[Figure]] = {}
    for claim in sorted(involved, key=lambda c: c.start):
        text = draft.blocks[claim.block].text
        start, end = _sentence(text, claim, draft.language)
        spans.setdefault((claim.block, start, end), []).append(of.figures[claim.id])
    result = []
    for (block, start, end), figures in spans.items():
        text = draft.blocks[block].text
        figures.sort(key=lambda f: f.claim.local.start)
        first, last = figures[0].claim.local.start, figures[-1].claim.local.end
        left = max(start, first - NEARBY) if end - start > LONG else start
        right = min(end, last + NEARBY) if end - start > LONG else end
        if (left, right) != (start, end):
            inside = [c for c in of.ledger.claims if c.block == block]
            left, right = _whole(text, left, start, -1, inside), _whole(text, right, end, 1, inside)
        cut = pieces(text, left, right, figures)
        before = (Piece("… "),) if left > start else ()
        after = (Piece(" …"),) if right < end else ()
        result.append((*before, *cut, *after))
    return tuple(result)


def _whole(text: str, at: int, limit: int, way: int, claims: Sequence[Claim]) -> int:
    """`at` moved outwards so that it cuts no word and no figure, at most to `limit`."""
    while at != limit and text[at - 1 : at].isalnum() and text[at : at + 1].isalnum():
        if not (text[at - 1].isascii() or text[at].isascii()):
            break  # between two characters of Chinese any place will do
        at += way
    for claim in claims:
        if claim.outer.start < at < claim.outer.end:
            at = claim.outer.start if way < 0 else claim.outer.end
    return max(at, limit) if way < 0 else min(at, limit)


def _sentence(text: str, claim: Claim, language: str) -> tuple[int, int]:
    """The sentence around a claim, looked for in a window, so that a long block costs no more than a short one."""
    left, right = max(0, claim.local.start - 4 * LONG), min(len(text), claim.local.end + 4 * LONG)
    start, end = left, right
    for stop in sentence_ends(text[left:right], language):
        if left + stop <= claim.local.start:
            start = left + stop
        elif left + stop >= claim.local.end:
            end = left + stop
            break
    while start < end and text[start].isspace():
        start += 1
    return start, end
