"""A mean times its count does not give the total.

"Five at 3 each, 18 together" does not hold: five threes are fifteen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.breakdowns import breakdowns
from claims.labels import counter_of, keys, label, like, stem
from claims.lookup import place
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, in_list, prose
from claims.roles import role

_REACH = 16
_ZH_EACH = re.compile(
    r"(?:平均)?每一?(?P<each>人次|[㐀-鿿])|(?P<per>[人户])均|(?P<day>[日])均"
)
_ZH_NO_MEAN = re.compile(r"其中|当中|最多|最高|上限|至少|最低|不超过|不少于|额外|再|起$")
_ZH_APPOSED = re.compile(r"^[，,]?(?:即|相当于)?(?:平均每一?[㐀-鿿]|[人户日]均)约?$")
_ZH_TOTAL = re.compile(r"总|共|合计|累计|合共")
_EN_EACH = re.compile(r"\b(?:per|each|a|an|every)\s+(?P<each>[a-z]{3,})", re.IGNORECASE)
_EN_AVERAGE = re.compile(r"\b(?:average|averag|mean)\w*", re.IGNORECASE)
_EN_APPOSED = re.compile(r"(?:[,(~-]|\bor)\s*(?:an average of|averaging|or)\s*$", re.IGNORECASE)
_EN_TOTAL = re.compile(r"\btotal|\baltogether|\bcombined|\bin all", re.IGNORECASE)
_COUNTERS = {
    "日": ("日", "天"),
    "天": ("日", "天"),
    "人": ("人", "名", "位", "人次"),
    "名": ("人", "名", "位"),
    "件": ("件", "宗"),
}


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each mean whose total and whose count the words around it name."""
    text = prose(ledger)
    wholes = {part.id: b.whole for b in breakdowns(ledger) for part in b.parts}
    for passage in text.passages:
        for mean in passage.figures:
            q = mean.claim.quantity
            if q.value is None or q.kind in ("percent", "point", "multiple", "duration", "age", "temperature"):
                continue
            if role(mean, text.language) != "level":
                continue
            each = _each(mean, text)
            if each is None:
                continue
            count = _count(mean, each, text)
            total = _total(mean, count, text, wholes) if count is not None else None
            if count is not None and total is not None:
                figure, basis = total
                yield Relation(
                    check="", form="mean", terms=(mean.id, count.id, figure.id), basis=basis, reason="mean",
                    cue=(passage.block, mean.clause_start, mean.claim.local.start),
                )  # fmt: skip


def _each(mean: Figure, text: Prose) -> str | None:
    """The counter or noun that the mean is taken over."""
    if text.language == "zh":
        if _ZH_NO_MEAN.search(mean.left):
            return None
        match = _ZH_EACH.search(mean.left)
        if match is None or mean.claim.statistic != "mean":
            return None
        if match["each"] == "股" or (match["each"] and mean.claim.quantity.kind == "count" and "平均" not in mean.left):
            return None
        return match["each"] or match["per"] or match["day"]
    right = mean.right
    if re.match(r"\s*(?:each|apiece)\s*$", right):
        before = mean.previous
        return before.claim.counted.split()[-1] if before is not None and before.claim.counted else None
    match = _EN_EACH.match(right.strip())
    if match is None or (not re.match(r"\s*(?:per|each)\b", right) and not _EN_AVERAGE.search(mean.left)):
        return None
    return match["each"].lower()


def _count(mean: Figure, each: str, text: Prose) -> Figure | None:
    """The one count of what the mean is over; None when there are several that differ."""
    found = [f for f in _counts(mean, each, text) if not in_list(f)]
    values = {f.claim.quantity.value for f in found}
    return found[0] if len(values) == 1 else None


def _counts(mean: Figure, each: str, text: Prose) -> Iterator[Figure]:
    at = place(mean, text)
    for figure in reversed(text.figures[max(0, at - _REACH) : at]):
        if role(figure, text.language) != "level" or figure.claim.quantity.value is None:
            continue
        if text.language == "zh":
            counter = counter_of(figure.claim)
            if counter in _COUNTERS.get(each, (each,)) and figure.claim.statistic not in ("mean", "difference"):
                yield figure
        else:
            q = figure.claim.quantity
            noun = f"{figure.claim.counted} {figure.right[:40]}".lower()
            if q.unit in (None, "count") and stem(each) in {stem(w) for w in re.findall(r"[a-z]+", noun)}:
                yield figure


def _total(mean: Figure, count: Figure, text: Prose, wholes: dict[str, Figure]) -> tuple[Figure, str] | None:
    """The total: named as one just after the mean, or before it in the sentence under its name."""
    total_word = _ZH_TOTAL if text.language == "zh" else _EN_TOTAL
    after = mean.next
    if after is not None and after.claim.quantity.kind == "duration":
        after = after.next  # "three days' total": the span stands between
    if after is not None and _summable(after, mean, text) and total_word.search(f"{after.before} {after.right}"):
        return after, "stated"
    before = [wholes.get(f.id, f) for f in mean.passage.figures[: mean.position]]
    found = [f for f in dict.fromkeys(before) if f is not count and _summable(f, mean, text)]
    if not found:
        return None
    nearest = found[-1]
    if text.language == "en":
        apposed = len(found) == 1 and _EN_APPOSED.search(mean.before) is not None
        return (nearest, "stated") if apposed else None
    if _ZH_APPOSED.match(mean.before.strip()) and mean.previous in (nearest, count):
        return nearest, "stated"
    if nearest.claim.quantity.unit_word == mean.claim.quantity.unit_word and nearest.claim.quantity.kind == "count":
        return nearest, "stated"
    wanted = keys(label(mean, text.language), text.language)
    for figure in reversed(found):
        if wanted & keys(label(figure, text.language), text.language):
            return figure, "inferred"
    return None


def _summable(figure: Figure, mean: Figure, text: Prose) -> bool:
    claim = figure.claim
    return (
        claim.quantity.value is not None
        and role(figure, text.language) == "level"
        and claim.statistic not in ("mean", "growth", "difference", "share")
        and (
            like(claim, mean.claim)
            or _dimension(claim.quantity.unit) == _dimension(mean.claim.quantity.unit) is not None
        )
    )


def _dimension(unit: str | None) -> str | None:
    from claims import units

    return units.dimension(unit) if unit else None
