"""A mean times its count does not give the total.

"Five at 3 each, 18 together" does not hold: five threes are fifteen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache

from checks._blame.slip_of_the_pen import may_be_a_slip
from checks._judging.evaluate import evaluate
from checks._judging.figures import quoted, write
from claims.labels import counter_of, is_amount, keys, label, like, stem
from claims.model import Claim, Ledger, Relation
from claims.prose import Figure, Prose, in_list, prose
from claims.ties.breakdowns import breakdowns, wholes
from claims.ties.list_means import listed_before
from claims.ties.lookup import place
from claims.ties.means import is_known, means, of_others
from claims.ties.means_afar import afar, standings
from claims.ties.roles import is_level
from claims.wordings import Wording, sets_of

_REACH = 16
"""Figures looked back over for the count."""
_NOT_AVERAGED = ("number", "percent", "point", "multiple", "duration", "age", "temperature")
_EACH = Wording(
    zh=r"(?:平均)?每一?(?P<each>人次|[㐀-鿿])|(?P<per>[人户日])均",
    en=r"\b{each}\s+(?P<each>[a-z]{3,})",
)
_EACH_LAST = Wording(en=r"\s*(?:each|apiece)\s*$")
_RATE = Wording(en=r"\s*(?:per|each)\b")
_AVERAGE = Wording(zh=r"{average}", en=r"\b{average}\w*")
_NO_MEAN = Wording(zh=r"{no_mean}|起$")
_APPOSED = Wording(zh=r"^[，,]?{equals}?(?:平均每一?[㐀-鿿]|[人户日]均)约?$", en=r"(?:[,(~-]|\bor)\s*{averaging}\s*$")
_TOTAL = Wording(zh=r"{mean_total}", en=r"\b{mean_total}")


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each mean whose total and whose count the words around it name."""
    text = prose(ledger)
    whole_of = wholes(ledger)
    standing = cache(lambda: standings(text, [b.whole for b in breakdowns(ledger)]))
    claims = {claim.id: claim for claim in ledger.claims}
    told: set[str] = set()
    for passage in text.with_figures:
        for mean in passage.figures:
            if mean.claim.quantity.value is None or mean.claim.quantity.kind in _NOT_AVERAGED:
                continue
            each = _each(mean, text.language) if is_level(mean, text.language) else None
            count = _count(mean, each, text) if each is not None else None
            total = _total(mean, count, text, whole_of) if count is not None else None
            if count is not None and total is not None and not of_others(mean, count, total[0], text):
                figure, basis = total
                told.add(mean.id)
                yield _relation(mean, count, figure, basis)
        for mean in passage.figures[3:]:
            items = listed_before(mean, text)
            if items:
                yield _of_list(items, mean)
        for found in means(passage, text):
            if found.mean.id not in told:
                told.add(found.mean.id)
                relation = _relation(*found)
                if found.basis == "stated" or may_be_a_slip(relation, claims):
                    yield relation
        for mean in passage.figures:
            if mean.id not in told and mean.claim.quantity.kind not in _NOT_AVERAGED[1:] and is_known(mean):
                yield from _afar(mean, text, claims, standing)


def _afar(
    mean: Figure, text: Prose, claims: dict[str, Claim], standing: Callable[[], Mapping[str, int]]
) -> Iterator[Relation]:
    """A mean with figures from elsewhere, unless others that words allow as well agree with it."""
    found = afar(mean, text, standing()) if is_level(mean, text.language) else None
    if found is None:
        return
    relation = _relation(*found.best)
    others = (_relation(*other) for other in found.others)
    if not may_be_a_slip(relation, claims):
        return
    if not any(evaluate(other, claims).outcome == "consistent" for other in others if other.terms != relation.terms):
        yield relation


def _relation(mean: Figure, count: Figure, total: Figure, basis: str) -> Relation:
    return Relation(
        check="", form="mean", terms=(mean.id, count.id, total.id), basis=basis, reason="mean",
        cue=(mean.passage.block, mean.clause_start, mean.claim.local.start),
    )  # fmt: skip


def _of_list(items: list[Figure], mean: Figure) -> Relation:
    """The figures of a list add up to as many times their average."""
    total = " + ".join(quoted(item.claim) for item in items)
    added = sum((item.claim.quantity.value or Fraction(0) for item in items), Fraction(0))
    made = write(added / len(items), mean.claim.quantity)
    return Relation(
        check="", form="sum", terms=(*(item.id for item in items), mean.id),
        coefficients=(*([Fraction(1)] * len(items)), Fraction(-len(items))),
        cue=(mean.passage.block, mean.clause_start, mean.claim.local.start),
        note={
            "template": "mean-of-list", "items": str(len(items)), "made": made, "mean": quoted(mean.claim),
            "statement": f"({total}) / {len(items)} = {quoted(mean.claim)}",
            "arithmetic": f"({total}) / {len(items)} = {made} ≠ {quoted(mean.claim)}",
        },
    )  # fmt: skip


def _each(mean: Figure, language: str) -> str | None:
    """The counter or noun that the mean is taken over."""
    return _each_zh(mean) if language == "zh" else _each_en(mean)


def _each_zh(mean: Figure) -> str | None:
    """The counter after 每 or before 均; nothing per share (每股), whose count is seldom told."""
    match = _EACH["zh"].search(mean.left)
    if match is None or mean.claim.statistic != "mean" or _NO_MEAN["zh"].search(mean.left):
        return None
    each: str | None = match["each"]
    if each == "股" or (each and mean.claim.quantity.kind == "count" and not _AVERAGE["zh"].search(mean.left)):
        return None
    return each or match["per"]


def _each_en(mean: Figure) -> str | None:
    """The noun after "per" or "each", or after "a" where words say that it is an average."""
    if _EACH_LAST["en"].match(mean.right):
        before = mean.previous
        return before.claim.counted.split()[-1] if before is not None and before.claim.counted else None
    match = _EACH["en"].match(mean.right.strip())
    if match is None or not (_RATE["en"].match(mean.right) or _AVERAGE["en"].search(mean.left)):
        return None
    return match["each"].lower()


def _count(mean: Figure, each: str, text: Prose) -> Figure | None:
    """The one count of what the mean is over; None when there are several that differ."""
    found = [f for f in _counts(mean, each, text) if not in_list(f)]
    values = {f.claim.quantity.value for f in found}
    return found[0] if len(values) == 1 else None


def _counts(mean: Figure, each: str, text: Prose) -> Iterator[Figure]:
    """Earlier counts of what the mean is over, the nearest first."""
    counts = _counts_zh if text.language == "zh" else _counts_en
    at = place(mean, text)
    for figure in reversed(text.figures[max(0, at - _REACH) : at]):
        known = figure.claim.quantity.value is not None and is_level(figure, text.language)
        if known and counts(figure.claim, each, figure.right):
            yield figure


def _counts_zh(claim: Claim, each: str, _right: str) -> bool:
    """Whether its counter is that of the mean, or another one of the same things."""
    counters = next((s for s in sets_of("counted_by", "zh") if s[0] == each), (each,))
    return counter_of(claim) in counters and claim.statistic not in ("mean", "difference")


def _counts_en(claim: Claim, each: str, right: str) -> bool:
    """Whether the words after it name what the mean is over."""
    if claim.quantity.unit not in (None, "count"):
        return False
    noun = f"{claim.counted} {right[:40]}".lower()
    return stem(each) in {stem(word) for word in re.findall(r"[a-z]+", noun)}


def _total(mean: Figure, count: Figure, text: Prose, whole_of: Mapping[str, Figure]) -> tuple[Figure, str] | None:
    """The total: named as one just after the mean, or before it in the sentence under its name."""
    after = mean.next
    if after is not None and after.claim.quantity.kind == "duration":
        after = after.next  # "three days' total": the span stands between
    words = f"{after.before} {after.right}" if after is not None else ""
    if after is not None and _TOTAL[text.language].search(words) and _summable(after, mean, text):
        return after, "stated"
    before = [whole_of.get(f.id, f) for f in mean.passage.figures[: mean.position]]
    found = [f for f in dict.fromkeys(before) if f is not count and _summable(f, mean, text)]
    if not found:
        return None
    nearest = found[-1]
    if text.language == "en":
        apposed = len(found) == 1 and _APPOSED["en"].search(mean.before) is not None
        return (nearest, "stated") if apposed else None
    if _APPOSED["zh"].match(mean.before.strip()) and mean.previous in (nearest, count):
        return nearest, "stated"
    if nearest.claim.quantity.unit_word == mean.claim.quantity.unit_word and nearest.claim.quantity.kind == "count":
        return nearest, "stated"
    wanted = keys(label(mean, text.language), text.language)
    for figure in reversed(found):
        if wanted & keys(label(figure, text.language), text.language):
            return figure, "inferred"
    return None


def _summable(figure: Figure, mean: Figure, text: Prose) -> bool:
    """Whether the figure may be the total of such means: an amount in their unit, or in one like it."""
    claim = figure.claim
    return (
        claim.quantity.value is not None
        and is_level(figure, text.language)
        and is_amount(claim)
        and (
            like(claim, mean.claim)
            or _dimension(claim.quantity.unit) == _dimension(mean.claim.quantity.unit) is not None
        )
    )


def _dimension(unit: str | None) -> str | None:
    from claims import units

    return units.dimension(unit) if unit else None
