"""A mean or a share that no whole number of things can give.

Of seven patients 43 % are three and 57 % are four: no 45 % recovered. Four matches cannot
average 2.4 goals. This is the GRIM test (Brown and Heathers, Social Psychological and
Personality Science 8, 2017), with every way of rounding a half.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from math import floor

from checks._judging.figures import decimals_of, digits, quoted
from claims.interval import point
from claims.labels import counter_of, keys, stem
from claims.model import Claim, Ledger, Quantity, Relation
from claims.prose import DATE_MARK, Figure, Passage, Prose, prose
from claims.readings import bounds, truncated
from claims.ties.whole_marks import marked
from claims.wordings import Wording, sets_of, words_of

_OF_COUNT = Wording(en=r"^\s*of (?:{determiner} )?$")
_COUNT_FIRST = Wording(en=r"^\s*{out_of} (?:{determiner} )?$")
_THEN_SHARE = Wording(
    zh=r"^(?P<things>[㐀-鿿]{0,8}?){among}[，,]?(?:{only_so_many})*$",
    en=r"^ (?P<things>[a-z][a-z -]{2,40}), (?:{only_so_many} )?$",
)
_OF_SHARE = Wording(zh=r"^的(?!人|{answering})", en=r"^ ?(?:of|growth|increase|rise|fall|drop|share|stake|more|less)\b")
_OWNED = Wording(en=r"^[a-z -]{0,40}['’]")
_EACH = Wording(
    zh=r"平均每一?(?P<each>[㐀-鿿])|(?P<per>[人户日])均",
    en=r"^ ?(?P<things>[a-z -]{3,30}?) {each} (?P<each>[a-z]{3,})\b",
)
_THEY_HAVE = Wording(en=r"^ (?P<things>[a-z][a-z -]{2,30}) {held} (?:an average of )?$")
_ON_AVERAGE = Wording(en=r"^ ?(?P<things>[a-z -]{3,30}?)(?P<mean> on average| each)?\s*(?:[.,;]|$)")
_OTHERWISE = Wording(zh=r"{averaged_otherwise}", en=r"\b{averaged_otherwise}\b")
_SCORE = re.compile(r"\bM\s?=\s?$")
_ASKED = re.compile(r"\b[nN]\s?=\s?$")
_SCALE = Wording(zh=r"{rating_scale}", en=r"{rating_scale}")
_ITEMS = Wording(zh=r"{several_items}", en=r"\b{several_items}\b")
"""What makes a score the mean of several answers by one person."""
_FEWEST = 5
_REACH = 40
_HUNDRED, _ONE = Fraction(100), Fraction(1)


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each share of a small count, and each mean over one, of things that are whole."""
    text = prose(ledger)
    for passage in text.with_figures:
        for figure in passage.figures:
            if _is_precise(figure.claim.quantity):
                yield from _of_figure(figure, passage, text)
        for mean, people in marked(passage, text.language):
            yield from _relation(mean.claim, people)


def _is_precise(q: Quantity) -> bool:
    return q.value is not None and q.hedge is None and q.direction is None and q.rounding == "digit"


def _of_figure(figure: Figure, passage: Passage, text: Prose) -> Iterator[Relation]:
    q = figure.claim.quantity
    if q.unit == "percent" and 0 <= (q.value or 0) <= _HUNDRED and figure.claim.statistic in ("share", None):
        count = _counted_by_share(figure, text.language)
        if count is not None:
            yield from _relation(figure.claim, count, presumed="base")
    elif q.kind in ("count", "number") and q.step < 1:
        count = _averaged_over(figure, text.language)
        if count is not None:
            yield from _relation(figure.claim, count)
        asked = _asked(figure, passage)
        if asked is not None:
            yield from _relation(figure.claim, asked, presumed="items")


def _counted_by_share(share: Figure, language: str) -> Figure | None:
    """The count that a share is said to be of: of the 7 patients, 45 %; 45 % of the 7 patients."""
    before, after = share.previous, share.next
    if language == "en" and after is not None and _is_several(after) and _OF_COUNT["en"].match(after.before):
        return after if _is_whole(after.claim.counted) and not _OWNED["en"].match(after.after) else None
    match = _THEN_SHARE[language].match(share.before)
    if before is None or match is None or not _is_several(before) or _OF_SHARE[language].match(share.after):
        return None
    if language == "zh":
        return before if counter_of(before.claim) in words_of("whole_counter", "zh") else None
    opens = before.position == 0 and _COUNT_FIRST["en"].match(before.before)
    return before if opens and _is_whole(match["things"]) else None


def _is_several(figure: Figure) -> bool:
    """Whether it is a count that shares are told of; of two or three one would name the number."""
    return _is_count(figure) and (figure.claim.quantity.value or 0) >= _FEWEST


def _is_count(figure: Figure) -> bool:
    """Whether it is an exact count of things."""
    q = figure.claim.quantity
    whole = q.value is not None and q.value.denominator == 1 and q.value >= 2
    return whole and q.kind in ("count", "number") and q.unit in ("count", None) and _is_exact(q)


def _is_exact(q: Quantity) -> bool:
    return q.hedge is None and q.rounding == "exact" and not q.scale_word


def _averaged_over(mean: Figure, language: str) -> Figure | None:
    """The count that opens its sentence, of what a mean of whole things is taken over."""
    return _averaged_zh(mean) if language == "zh" else _averaged_en(mean)


def _averaged_zh(mean: Figure) -> Figure | None:
    match = _EACH["zh"].search(mean.left)
    if match is None or counter_of(mean.claim) not in words_of("whole_counter", "zh"):
        return None
    each = match["each"] or match["per"]
    counters = next((s for s in sets_of("counted_by", "zh") if s[0] == each), (each,))
    count = mean.previous
    return count if count is not None and counter_of(count.claim) in counters and _is_over(count, mean, "zh") else None


def _averaged_en(mean: Figure) -> Figure | None:
    count, each = mean.previous, _EACH["en"].match(mean.after)
    if count is None or not _is_over(count, mean, "en"):
        return None
    if each is not None:
        return count if _is_whole(each["things"]) and stem(each["each"]) in keys(count.after[:40], "en") else None
    match = _ON_AVERAGE["en"].match(mean.after)
    if match is None or not _is_whole(match["things"]) or not _THEY_HAVE["en"].match(mean.before):
        return None
    return count if match["mean"] or mean.claim.statistic == "mean" else None


def _asked(score: Figure, passage: Passage) -> Figure | None:
    """How many gave the ratings that a score is the mean of: n = 28 beside M = 5.19, on a scale of whole points."""
    folded = passage.folded
    if not _SCORE.search(score.before) or not _SCALE.either.search(folded) or _ITEMS.either.search(folded):
        return None
    near = passage.figures[max(0, score.position - 2) : score.position + 3]
    found = [f for f in near if _ASKED.search(f.before) and _is_count(f) and not _is_apart(f, score)]
    return found[0] if len(found) == 1 else None


def _is_apart(a: Figure, b: Figure) -> bool:
    """Whether a bracket lies between two figures."""
    first, second = sorted((a.claim.local, b.claim.local))
    return any(bracket in a.passage.folded[first.end : second.start] for bracket in "()[]")


def _is_whole(things: str) -> bool:
    """Whether half of one is none."""
    words = things.split()
    return bool(words) and words[-1] in words_of("whole_things", "en")


def _is_over(count: Figure, mean: Figure, language: str) -> bool:
    """Whether a count is exact and alone before its mean, and no word takes the mean over another time."""
    q = count.claim.quantity
    days = q.unit == "day" and q.hedge is None and q.value is not None and q.value.denominator == 1 and q.value >= 2
    return (
        count.position == 0
        and (_is_count(count) or days)
        and count.claim.period == mean.claim.period
        and DATE_MARK not in mean.before
        and not _OTHERWISE[language].search(f"{mean.before} {mean.after[:_REACH]}")
    )


def _relation(share: Claim, count: Figure, presumed: str = "") -> Iterator[Relation]:
    """The share or mean as the nearest that a whole number gives; none where every value is possible."""
    q, n = share.quantity, count.claim.quantity.value
    assert q.value is not None and n is not None
    unit = _HUNDRED if q.unit == "percent" else _ONE
    if n * q.step >= unit:
        return
    below = floor(q.value * n / unit)
    made = {k: k * unit / n for k in (below, below + 1)}
    readings = (bounds(q), truncated(q))
    fitting = next((value for reading in readings for value in made.values() if value in reading), None)
    nearest = min(made.values(), key=lambda value: abs(value - (q.value or 0)))
    decimals = decimals_of(q.step) + (1 if fitting is None or fitting not in readings[0] else 0)
    things = count.claim.counted if count.claim.counted.isascii() else ""
    sign = "%" if q.unit == "percent" else ""
    shown = [f"{k} / {digits(n, 0)} = {digits(value, decimals)}{sign}" for k, value in made.items()]
    yield Relation(
        check="", form="granularity", terms=(share.id, count.id), coefficients=(_ONE, Fraction(0)),
        constant=point(nearest if fitting is None else fitting), presumed=presumed, reason="whole",
        cue=(share.block, min(share.local.start, count.claim.local.start), max(share.local.end, count.claim.local.end)),
        note={
            "mean": quoted(share), "count": f"{quoted(count.claim)} {things}".strip(),
            "made": ", ".join(shown), "statement": f"{quoted(share)} × {quoted(count.claim)} ∈ ℕ",
            "arithmetic": f"{', '.join(shown)} ≠ {quoted(share)}",
        },
    )  # fmt: skip
