"""A run of years or of numbers is broken, or is not as long as it says.

2015, 2016, 2071, 2018: one of these is no part of the run. Who won in 2018 and 2020 wins for
the third time next, not for the fourth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby, pairwise

from claims.grammar.fold import fold
from claims.interval import point
from claims.labels import like
from claims.model import Claim, Ledger, Relation
from claims.prose import DATE_MARK, Figure, Passage, Prose, prose
from claims.readings import day_number
from claims.wordings import Wording, sets_of

_YEAR = re.compile(r"\s*((?:1[6-9]|20)\d\d)\s*年?度?\s*")
_PURE = Wording(zh=r"[，,、；;]?(?:和|及|以及|与|而)?", en=r"\s*[,;]?\s*(?:and\s*)?(?:(?:to|then|in)\s*)?")
_WORDS = Wording(zh=r"[^，。；\d]{0,10}", en=r"[ a-z]{0,24}")
_IN_A_ROW = Wording(zh=r"{in_a_row}", en=r"\b{in_a_row}")
_LONGEST = 60
"""Code points between two years of a run."""
_AFTER = Wording(
    zh=r"继(?P<dates>[^。；]{1,60}?)(?:之)?后[，,]?[^，。；\d]{0,12}$",
    en=rf"^ {{nth_thing}}(?: [a-z]+){{0,4}},? {{after_earlier}}(?: [a-z]+){{0,5}}? "
    rf"(?P<dates>{DATE_MARK}.*?)(?=[.;]|, [a-z]|$)",
)
_LIST = Wording(
    zh=rf"{DATE_MARK}(?:[、，]{DATE_MARK})*(?:[、，]?[和及与]{DATE_MARK})?",
    en=rf"(?:in )?{DATE_MARK}(?:, (?:in )?{DATE_MARK})*(?:,? and (?:in )?{DATE_MARK})?",
)
_ITEM = Wording(zh=r"^(?:[，,、：:]|是|则是)", en=r"^(?:,|:)")


def relations(ledger: Ledger) -> Iterator[Relation]:
    """Years told in a run, in prose or in a row of a table; ordinals that count on; the how-manieth time."""
    text = prose(ledger)
    for passage in text.passages:
        if len(passage.dates) > 2:
            yield from _told(passage, text)
    by_block = [(block, list(claims)) for block, claims in groupby(ledger.claims, key=lambda c: c.block)]
    for block, claims in by_block:
        if ledger.draft.blocks[block].cells:
            yield from _heads(claims)
    yield from _down(ledger)
    ordinals = [c for c in ledger.claims if c.quantity.kind == "ordinal"]
    if ordinals:
        yield from _counted_on(ordinals, ledger)
        for ordinal in ordinals:
            yield from _nth(ordinal, text)


def _told(passage: Passage, text: Prose) -> Iterator[Relation]:
    """The years of one sentence that stand side by side, alone or each with its figure."""
    for run in _runs(passage, text.language):
        in_a_row = _IN_A_ROW[text.language].search(passage.text) is not None
        alone = not any(run[0].local.start < f.claim.local.start < run[-1].local.start for f in passage.figures)
        if alone and in_a_row and len(run) > 2:
            yield from _one_odd(run, "stated", steps=(1,))
        elif not alone:
            yield from _one_odd(run, "inferred") if len(run) > 3 else _twice(run)


def _runs(passage: Passage, language: str) -> Iterator[list[Claim]]:
    """Dates that are years, with the same short words between each and the next."""
    run: list[Claim] = []
    way = ""
    for day in passage.dates:
        if _YEAR.fullmatch(day.quote) is None or day.quantity.dates is None:
            continue
        ways = _between(run[-1], day, passage, language) if run else frozenset()
        if run and (way in ways if way else ways):
            way = way or ("" if len(ways) > 1 else next(iter(ways)))
            run.append(day)
            continue
        if len(run) > 2:
            yield run
        run, way = [day], ""
    if len(run) > 2:
        yield run


def _between(a: Claim, b: Claim, passage: Passage, language: str) -> frozenset[str]:
    """How two years stand: "alone", "first" before their figures or "last" after them; none when otherwise."""
    start, end = a.local.end, b.local.start
    if end - start > _LONGEST:
        return frozenset()
    inside = [f for f in passage.figures if start <= f.claim.local.start < end]
    folded, pure, words = passage.folded, _PURE[language], _WORDS[language]
    if not inside:
        return frozenset({"alone"}) if pure.fullmatch(folded[start:end]) else frozenset()
    if len(inside) > 1 or not _alike(inside[0], passage):
        return frozenset()
    before, after = folded[start : inside[0].claim.outer.start], folded[inside[0].claim.outer.end : end]
    found = set()
    if pure.fullmatch(after) and words.fullmatch(before):
        found.add("first")
    if pure.fullmatch(before) and words.fullmatch(after):
        found.add("last")
    return frozenset(found)


def _alike(figure: Figure, passage: Passage) -> bool:
    """Whether another figure of the sentence is of its kind."""
    return any(f is not figure and like(f.claim, figure.claim) for f in passage.figures)


def _year(claim: Claim) -> int | None:
    match = _YEAR.fullmatch(claim.quote)
    return int(match[1]) if match is not None else None


def _one_odd(run: Sequence[Claim], basis: str, steps: Sequence[int] = (1, -1, 2, 5)) -> Iterator[Relation]:
    """The one of at least three that does not go on as all the others do; nothing where two do not."""
    years = [_year(c) for c in run]
    for step in steps:
        for first in (0, 1):
            expected = [(years[first] or 0) + (i - first) * step for i in range(len(run))]
            odd = [i for i, (year, right) in enumerate(zip(years, expected, strict=True)) if year != right]
            if len(odd) == 1 and basis == "inferred" and _goes_on(years, odd[0], step):
                return
            if len(odd) == 1 and len(run) - len(odd) >= 2:
                yield _relation(run, odd[0], expected[odd[0]], basis)
                return
            if not odd:
                yield _relation(run, len(run) - 1, expected[-1], basis)
                return


def _goes_on(years: Sequence[int | None], odd: int, step: int) -> bool:
    """Whether the years still run one way, with a year or more left out."""
    signed = [(year or 0) * step for year in years]
    return all(a < b for a, b in pairwise(signed)) and odd in (0, len(years) - 1)


def _twice(run: Sequence[Claim]) -> Iterator[Relation]:
    """2019, 2020, 2019: one of three years told twice."""
    years = [_year(c) or 0 for c in run]
    if len(set(years)) == len(years) - 1 and years[0] != years[1] and years[2] == years[0]:
        yield _relation(run, 2, 2 * years[1] - years[0], "inferred")


def _relation(run: Sequence[Claim], odd: int, expected: int, basis: str) -> Relation:
    claim = run[odd]
    others = [c for c in run if c is not claim]
    constant = Fraction(expected)
    if claim.quantity.kind == "date":
        constant = day_number(f"{expected:04}-07-01") or constant
    told = ", ".join(c.quote.strip() for c in run)
    return Relation(
        check="", form="series", terms=(claim.id, *(c.id for c in others)),
        coefficients=(Fraction(1), *([Fraction(0)] * len(others))), constant=point(constant), basis=basis,
        reason="series", cue=(run[0].block, run[0].local.start, claim.local.end),
        note={
            "run": told, "odd": claim.quote.strip(), "expected": str(expected),
            "statement": told, "arithmetic": f"{told}: {claim.quote.strip()} ≠ {expected}",
        },
    )  # fmt: skip


def _heads(claims: list[Claim]) -> Iterator[Relation]:
    """A row of a table whose cells hold years alone."""
    run = [c for c in claims if _year(c) is not None and c.quantity.kind in ("date", "number")]
    if len(run) > 3 and len(run) >= len(claims) - 1:
        yield from _one_odd(run, "inferred", steps=(1, -1))


def _down(ledger: Ledger) -> Iterator[Relation]:
    """The labels of a table's rows that are years alone, with other rows only after them."""
    runs: dict[int, list[Claim]] = {}
    ended: set[int] = set()
    blocks = ledger.draft.blocks
    labels = {claim.block: claim for claim in reversed(ledger.claims) if blocks[claim.block].cells}
    for number, block in enumerate(blocks):
        if block.table < 0 or not block.cells or block.table in ended:
            continue
        start, end = block.cells[0]
        claim = labels.get(number)
        if claim is not None and start <= claim.local.start < end and _YEAR.fullmatch(block.text[start:end]):
            runs.setdefault(block.table, []).append(claim)
        elif block.table in runs:
            ended.add(block.table)
    for run in runs.values():
        if len(run) > 3:
            yield from _one_odd(run, "inferred", steps=(1, -1))


def _counted_on(ordinals: list[Claim], ledger: Ledger) -> Iterator[Relation]:
    """第一，…第二，…第四，…: entries that count on from the first."""
    language = ledger.draft.language
    run: list[Claim] = []
    for claim in ordinals:
        if not _opens_entry(claim, ledger, language):
            continue
        if claim.quantity.value == 1:
            yield from _missing(run, ledger)
            run = [claim]
        elif run and claim.block - run[-1].block <= 3:
            run.append(claim)
        else:
            run = []
    yield from _missing(run, ledger)


def _missing(run: list[Claim], ledger: Ledger) -> Iterator[Relation]:
    """The one that does not count on, unless the number missing is told in other words: "the third way"."""
    odd = [i for i, claim in enumerate(run) if claim.quantity.value != i + 1]
    if len(run) < 3 or len(odd) > 1:
        return
    if odd:
        words = sets_of("in_turn", ledger.draft.language)
        told = fold(ledger.draft.text[run[0].end : run[odd[0]].start]).lower()
        if odd[0] >= len(words) or any(word in told for word in words[odd[0]]):
            return
    place = odd[0] if odd else len(run) - 1
    yield _relation(run, place, place + 1, "inferred")


def _opens_entry(claim: Claim, ledger: Ledger, language: str) -> bool:
    """Whether it stands at the start of a sentence or clause, with a pause after it."""
    block = ledger.draft.blocks[claim.block].text
    before = block[: claim.outer.start].rstrip()
    if before and before[-1] not in "。；;.！？!?:：":
        return False
    return _ITEM[language].match(block[claim.local.end : claim.local.end + 3]) is not None


def _nth(ordinal: Claim, text: Prose) -> Iterator[Relation]:
    """繼2018年和2020年之後第三度: one more than the times told before it."""
    passage, value = text.passage_of(ordinal), ordinal.quantity.value
    if value is None or not passage.dates:
        return
    if text.language == "zh":
        dates = [d for d in passage.dates if d.local.end <= ordinal.local.start]
        words = passage.words(passage.start, ordinal.outer.start)
        match = _AFTER["zh"].search(words)
    else:
        dates = [d for d in passage.dates if d.local.start >= ordinal.local.end]
        words = passage.words(ordinal.outer.end, passage.end)
        match = _AFTER["en"].search(words)
    if match is None or _LIST[text.language].fullmatch(match["dates"].strip()) is None:
        return
    count = match["dates"].count(DATE_MARK)
    told = dates[-count:] if text.language == "zh" else dates[:count]
    if any(_ranges(d) for d in told) or len(told) != count:
        return
    listed = ", ".join(" ".join(d.quote.split()) for d in told)
    yield Relation(
        check="", form="series", terms=(ordinal.id, *(d.id for d in told)),
        coefficients=(Fraction(1), *([Fraction(0)] * count)), constant=point(count + 1),
        cue=(passage.block, told[0].local.start, ordinal.local.end),
        note={
            "template": "series-nth", "run": listed, "odd": ordinal.quote.strip(), "expected": str(count + 1),
            "statement": f"{listed} → {ordinal.quote.strip()}",
            "arithmetic": f"{listed} → {count + 1} ≠ {ordinal.quote.strip()}",
        },
    )  # fmt: skip


def _ranges(day: Claim) -> bool:
    first, last = day.quantity.dates or ("", "")
    return not first or first[:4] != last[:4]
