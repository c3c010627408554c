"""The same figure is given twice, differently.

A headline says 52, the story 25; a paragraph repeats a number from above with two digits
swapped. Only figures that the words put in the same cell (whose, of what, when, in what
unit) are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from checks._judging.figures import quoted
from checks._repeats.misprints import LEAD, against, misprint, turned_round
from checks._repeats.retold import retold
from checks._times.clocks_retold import Told, clocks_retold
from claims.grammar.fold import fold
from claims.knowledge import same_measure
from claims.labels import called, keys, kind_key, label, like, own_period
from claims.model import Claim, Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.readings import bounds
from claims.ties.quoted_cells import quoted_cells
from claims.ties.ratios import after_prefix
from claims.ties.roles import is_level, role
from claims.wordings import Wording

_SIGNS = (Fraction(1), Fraction(-1))
_MANY = 4
"""Keys that two names share by more than chance."""
_OF_ALL = re.compile(r"\ball (?:of )?(?:the|its|their)\s*$", re.IGNORECASE)
"""All there are, of which others may tell a part."""
_THE_SAME = Wording(zh=r"(?:{the_said})[^，。；]{0,4}$")
_EVER = "9999"
_KINDS = ("count", "money", "percent", "number", "dimension", "point")
_TITLED = (*_KINDS, "temperature", "multiple", "duration")
"""What a headline's figure may be."""


def relations(ledger: Ledger) -> Iterator[Relation]:
    """A pair for each headline figure told again in the lead, and for each cell filled twice."""
    text = prose(ledger)
    yield from _headline(text)
    yield from _cells(text)
    yield from _from_tables(text)
    for first, second in retold(text):
        yield _told_twice(first.claim, second.claim)
    for one, other in clocks_retold(text):
        yield _times_apart(one, other, ledger)


def _times_apart(first: Told, second: Told, ledger: Ledger) -> Relation:
    """That two times of day are one, told of the claims beside them."""
    blocks = ledger.draft.blocks
    words = [blocks[block].text[start:end].strip() for block, start, end in (first.span, second.span)]
    return Relation(
        check="", form="retold", terms=(first.near.id, second.near.id), coefficients=(Fraction(0), Fraction(0)),
        basis="inferred", reason="retold", cue=second.span, beside=(first.span, second.span),
        note={
            "first": words[0], "second": words[1], "statement": f"{words[0]} = {words[1]}",
            "arithmetic": f"{words[0]} ≠ {words[1]}",
        },
    )  # fmt: skip


def _from_tables(text: Prose) -> Iterator[Relation]:
    """A figure and the cell of a table that its sentence quotes; stated where it points at the table."""
    for told in quoted_cells(text):
        figure, cell = told.figure.claim, told.cell.claim
        quotes, place = (quoted(figure), quoted(cell)), ", ".join(filter(None, (told.label, told.column)))
        yield Relation(
            check="", form="equal", terms=(figure.id, cell.id), coefficients=(Fraction(1), -told.scale),
            basis="stated" if told.cited else "inferred", reason="table",
            cue=(figure.block, told.figure.clause_start, figure.local.end),
            note={
                "template": "quoted-cell", "place": place, "cell": quotes[1],
                "statement": f"{quotes[0]} = {quotes[1]} ({place})",
                "arithmetic": f"{quotes[0]} ≠ {quotes[1]} ({place})",
            },
        )  # fmt: skip


def _told_twice(first: Claim, second: Claim) -> Relation:
    """That two figures are one; as written, where their allowances or the calendar would let both stand."""
    relation = Relation(
        check="", form="equal", terms=(first.id, second.id), coefficients=_SIGNS, basis="inferred", reason="retold",
        cue=(second.block, second.local.start, second.local.end),
    )  # fmt: skip
    both = [claim.quantity.value is not None for claim in (first, second)]
    if all(both) and bounds(first.quantity).intersect(bounds(second.quantity)) is None:
        return relation
    quotes = quoted(first), quoted(second)
    note = {
        "first": quotes[0], "second": quotes[1], "statement": f"{quotes[0]} = {quotes[1]}",
        "arithmetic": f"{quotes[0]} ≠ {quotes[1]}",
    }  # fmt: skip
    return msgspec.structs.replace(relation, form="retold", note=note)


def _headline(text: Prose) -> Iterator[Relation]:
    """The one figure of its kind in a title, and its twin in the text."""
    blocks = text.ledger.draft.blocks
    titles = [f for f in text.figures if blocks[f.claim.block].kind == "title" and f.claim.quantity.kind in _TITLED]
    body = [f for f in text.figures if blocks[f.claim.block].kind in ("paragraph", "list-item", "table-row")]
    for figure in titles:
        q = figure.claim.quantity
        if q.value is None or q.rounding == "fraction":
            continue
        if figure.claim.local.start == 0 and re.match(r"\s[A-Z]", figure.passage.folded[figure.claim.local.end :]):
            continue  # the number of a section
        alone = len([t for t in titles if like(t.claim, figure.claim)]) == 1
        named = q.kind != "number" or figure.claim.counted
        turned = turned_round(figure, body, text)
        if turned is not None:
            yield against(figure, turned)
        twin = _twin(figure, body, text) if alone and named else None
        found = twin or misprint(figure, body, text)
        if found is not None:
            yield Relation(
                check="", form="equal", terms=(figure.id, found.id), coefficients=_SIGNS, reason="headline",
                basis="stated" if twin else "inferred",
                cue=(figure.claim.block, figure.clause_start, figure.claim.local.end),
            )  # fmt: skip


def _twin(figure: Figure, body: list[Figure], text: Prose) -> Figure | None:
    """The figure of the lead with the same kind, role and name; None when none or several come close.

    A body that tells the headline's very figure is taken to repeat it, whatever else it tells.
    """
    kind, value = kind_key(figure.claim), figure.claim.quantity.value
    same = next((f for f in body if kind_key(f.claim) == kind and f.claim.quantity.value == value), None)
    if same is not None:
        return same if same.claim.quantity.hedge == figure.claim.quantity.hedge else None
    name = keys(label(figure, text.language), text.language)
    wanted = role(figure, text.language)
    ranked: list[tuple[int, int, Figure]] = []
    for place, other in enumerate(body[:LEAD]):
        if kind_key(other.claim) != kind or other.claim.quantity.value is None:
            continue
        if role(other, text.language) == "base" or (role(other, text.language) == "change") != (wanted == "change"):
            continue
        shared = len(name & keys(label(other, text.language), text.language))
        if shared and _one_name(figure, other, shared, text.language):
            ranked.append((-shared, place, other))
    if not ranked:
        return None
    ranked.sort(key=lambda r: r[:2])
    best = ranked[0]
    rivals = [r[2] for r in ranked[1:] if r[0] == best[0] and r[2].passage is best[2].passage]
    return None if any(own_period(r.claim) == own_period(best[2].claim) for r in rivals) else best[2]


def _one_name(first: Figure, second: Figure, shared: int, language: str) -> bool:
    """Whether what the words call two figures is more than a chance likeness."""
    a, b = first.claim, second.claim
    if language == "zh" and a.quantity.kind == "count" and _noun(first) and _noun(first) == _noun(second):
        return True
    names = called(a), called(b)
    if a.measure and (names[0] == names[1] or same_measure(*names, language)):
        return True
    return (bool(a.counted) and a.counted == b.counted) or shared >= _MANY


def _noun(figure: Figure) -> str:
    """The two characters after a Chinese count, which begin what is counted; "" when none follow."""
    noun = figure.right.lstrip()[:2]
    return noun if len(noun) == 2 and all("㐀" <= char <= "鿿" for char in noun) else ""


def _cells(text: Prose) -> Iterator[Relation]:
    """Figures with the same subject, measure, counted thing, period, statistic, unit and mode."""
    cells: dict[tuple[object, ...], list[Figure]] = {}
    for figure in text.figures:
        claim = figure.claim
        if claim.quantity.kind not in _KINDS or claim.quantity.value is None or not is_level(figure, text.language):
            continue
        key = _cell(figure, text.language)
        if key is None:
            continue
        told = cells.setdefault(key, [])
        first = next((f for f in told if _same_subject(f.claim.subject, claim.subject, text.language)), None)
        if first is None:
            told.append(figure)
            continue
        if first.passage is figure.passage:
            continue
        if claim.counted and not _refers_back(first, figure, text.language):
            continue
        yield Relation(
            check="", form="equal", terms=(first.id, figure.id), coefficients=_SIGNS, basis="inferred", reason="cell",
            cue=(claim.block, figure.clause_start, claim.local.end),
        )  # fmt: skip


def _same_subject(first: str, second: str, language: str) -> bool:
    """Whether two names are of one subject: the same, or one the other with a word before it."""
    if language == "zh":
        first, second = (name[after_prefix(name) :] for name in (first, second))
    if not first or not second:
        return first == second or language == "en"  # an English subject is as often told by a verb as left out
    return first.endswith(second) or second.endswith(first)


def _refers_back(first: Figure, figure: Figure, language: str) -> bool:
    """Whether the later count is of the very things counted before, not of others of their kind."""
    if language == "zh":
        if _at_other_times(first, figure) and not _THE_SAME["zh"].search(figure.left):
            return False
        return called(first.claim) == called(figure.claim) or not called(figure.claim)
    if any(_OF_ALL.search(told.before) for told in (first, figure)):
        return False
    if re.search(r"\bthe\s*$", figure.before, re.IGNORECASE):
        return True
    same_time = bool(own_period(figure.claim)) and own_period(first.claim) == own_period(figure.claim)
    return same_time and called(first.claim) == called(figure.claim)


def _at_other_times(first: Figure, figure: Figure) -> bool:
    """Whether both sentences tell when, and no time of one lies within one of the other."""
    days = [[d.quantity.dates for d in told.passage.dates if d.quantity.dates] for told in (first, figure)]
    return all(days) and not any(a[0] <= (b[1] or _EVER) and b[0] <= (a[1] or _EVER) for a in days[0] for b in days[1])


def _telling(claim: Claim, language: str) -> bool:
    """Whether the name is long enough to mean one thing throughout a draft."""
    if language == "zh":
        return len(claim.counted) >= 5 or (len(called(claim)) >= 4 and bool(own_period(claim)))
    if claim.counted:
        return len(claim.counted.split()) >= 2
    told = claim.evidence.get("measure")
    if told is not None and told.words != claim.measure:
        return False  # "of net revenues" names what many shares are taken of
    return bool(own_period(claim)) and claim.statistic in ("mean", "rate", "share") and len(claim.measure.split()) >= 2


def _cell(figure: Figure, language: str) -> tuple[object, ...] | None:
    """Where the figure stands in the table behind the prose, its subject left open; None when not known."""
    claim = figure.claim
    name = claim.counted or fold(claim.measure)
    if claim.mode != "actual" or not _telling(claim, language):
        return None
    period = "" if claim.counted else own_period(claim)
    return (name, claim.scope, period, claim.statistic, kind_key(claim))
