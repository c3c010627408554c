"""A mean lies outside the range beside it.

"Fares run from 3 to 5 yuan and average 6": no mean, and no median, lies beyond everything it
is taken over. The range is told as one, or as a lowest and a highest figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checks._judging.figures import quoted
from claims.interval import Interval, at_most, closed
from claims.labels import keys, like
from claims.model import Ledger, Relation
from claims.prose import DATE_MARK, ORDINAL_MARK, Figure, Passage, Prose, prose
from claims.tables import tables
from claims.wordings import Wording, any_of, words_of

_MEAN = Wording(zh=r"{mean_name}", en=r"\b{mean_name}\b")
_MEDIAN = Wording(zh=r"{median_name}", en=r"\b{median_name}\b")
_HIGHEST = Wording(zh=r"{highest}", en=r"\b{highest}\b")
_LOWEST = Wording(zh=r"{lowest}", en=r"\b{lowest}\b")
_ROLES = (("highest", _HIGHEST), ("lowest", _LOWEST), ("mean", _MEAN))
_RANGE_AFTER = Wording(zh=r"{ranging}", en=r"\b{ranging}\b")
_OF_ONE_SPAN = Wording(zh=r"(?:单|最(?:高|多|大)的?一)[日天月周]|(?:单|最(?:高|多|大)的?一)场")
_ROLE_AFTER = Wording(zh=r"^[，,]?[为是居](?P<role>最[高低多少大小])")
_THEN_AT = Wording(en=r"^ ?(?:in \w+,? )?at $")
_BETWEEN = Wording(en=r"^[^.;]{0,24}\bbetween (?:the |a )?$")
_AND = Wording(en=r"^ (?:[a-z]+ ){1,4}and (?:the )?$")
_LOOSE = Wording(zh=r"{loosely}", en=r"\b{loosely}\b")
"""What makes a range one that not everything lies in."""
_ENDS = Wording(zh=r"^\s*(?:[，。；、）)：:]|$)", en=r"^\s*(?:[.,;:)\]~-]|$|(?:per|each|a|an|and|with|for each)\b)")
_EACH_ZH = re.compile(r"每一?[㐀-鿿]|[人户日]均")
_HAN = re.compile(r"[㐀-鿿]")
_AVERAGE = {"zh": ("平均數", "中位數"), "en": ("mean", "median")}
_ROOT = 4
"""Letters by which a word is known again: salaries, salary."""
_ONE, _NONE = Fraction(1), Fraction(0)


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for a mean and a range that the words join, two for a mean beside a lowest and a highest figure."""
    text = prose(ledger)
    for passage in text.with_figures:
        before = text.passages[passage.index - 1] if passage.index else None
        for first, second in _neighbours(passage, before):
            pair = _joined(first, second, text.language)
            if pair is not None:
                yield _within(*pair, text.language)
        threes = list(zip(passage.figures, passage.figures[1:], passage.figures[2:], strict=False))
        if threes and all(wording[text.language].search(passage.text) for wording in (_HIGHEST, _LOWEST, _MEAN)):
            for three in threes:
                yield from _between(three, text.language)
        if text.language == "en" and threes and "between" in passage.text:
            yield from _ends(passage)
        elif text.language == "zh" and len(passage.figures) > 1 and _OF_ONE_SPAN["zh"].search(passage.text):
            yield from _peak(passage)
    yield from _tabled(text)


def _neighbours(passage: Passage, before: Passage | None) -> Iterator[tuple[Figure, Figure]]:
    """Figures next to each other, in one sentence or as the last and the first of two in a row."""
    if before is not None and before.block == passage.block and before.figures:
        yield before.figures[-1], passage.figures[0]
    yield from zip(passage.figures, passage.figures[1:], strict=False)


def _joined(first: Figure, second: Figure, language: str) -> tuple[Figure, Figure] | None:
    """The range and its mean, in either order, when the words between name nothing else."""
    if not (_is_range(first) or _is_range(second)):
        return None
    if any(_LOOSE[language].search(_lead(figure)) for figure in (first, second)):
        return None
    if _is_range(first) and _may_be_mean(second, first):
        lead = second.before
        if _MEAN[language].search(lead) and _ends_well(second, language):
            apart = first.passage is not second.passage
            return (first, second) if _names_the_same(lead, first, language, apart) else None
    elif first.passage is second.passage and _is_range(second) and _may_be_mean(first, second):
        led = _RANGE_AFTER[language].search(second.before) or _LOWEST[language].search(_lead(second))
        named = _MEAN[language].search(first.left) and led
        if named and _ends_well(second, language) and _names_the_same(second.before, first, language):
            return second, first
    return None


def _ends_well(figure: Figure, language: str) -> bool:
    """Whether what a figure counts, if anything, is all that is said of it."""
    after = figure.after.removeprefix(" ").removeprefix(figure.claim.counted)
    return _ENDS[language].match(after) is not None


def _is_range(figure: Figure) -> bool:
    q = figure.claim.quantity
    return q.hedge == "range" and q.stated.low is not None and q.stated.high is not None


def _may_be_mean(mean: Figure, extent: Figure) -> bool:
    a, b = mean.claim, extent.claim
    return (
        a.quantity.value is not None
        and a.statistic in ("mean", None)
        and (like(a, b) or (a.quantity.kind == "number" and b.quantity.hedge == "range"))
        and a.mode == b.mode
        and a.quantity.direction == b.quantity.direction
    )


def _names_the_same(words: str, other: Figure, language: str, apart: bool = False) -> bool:
    """Whether the words name nothing, and no time, that the other figure's sentence has not named."""
    if DATE_MARK in words or ORDINAL_MARK in words:
        return False
    passage = other.passage
    known = passage.folded[passage.start : passage.end if apart else other.claim.outer.start]
    if language == "zh":
        left = re.sub(any_of(" ".join(_fillers("zh"))), "", _EACH_ZH.sub("", words))
        return set(_HAN.findall(left)) <= set(known)
    begun = {key[:_ROOT] for key in keys(f"{known} {other.claim.counted}", "en")}
    return all(key[:_ROOT] in begun for key in keys(words, "en") - keys(" ".join(_fillers("en")), "en"))


def _fillers(language: str) -> list[str]:
    words = words_of("mean_name", language) | words_of("ranging", language) | words_of("mean_joint", language)
    return [word.replace(" ", "_") for word in words]


def _within(extent: Figure, mean: Figure, language: str) -> Relation:
    """The mean among the values of a range."""
    range_, value = quoted(extent.claim), quoted(mean.claim)
    return Relation(
        check="", form="within", terms=(mean.id, extent.id), coefficients=(_ONE, -_ONE), constant=_room(mean),
        cue=(mean.passage.block, mean.clause_start, mean.claim.local.start), reason="mean",
        note=_note(mean, value, range_, language) | {
            "statement": f"{value} ∈ {range_}", "arithmetic": f"{value} ∉ {range_}",
        },
    )  # fmt: skip


def _room(mean: Figure) -> Interval:
    """A person of 35 may be nearly 36: ages are whole years gone by."""
    aged = mean.claim.quantity.kind == "age" or mean.claim.quantity.unit == "year"
    return closed(0, 1) if aged else closed(0, 0)


def _note(mean: Figure, value: str, range_: str, language: str) -> dict[str, str]:
    median = _MEDIAN[language].search(mean.left) or _MEDIAN[language].search(mean.before)
    return {"average": _AVERAGE[language][1 if median else 0], "mean": value, "range": range_}


def _between(figures: tuple[Figure, Figure, Figure], language: str) -> Iterator[Relation]:
    """The mean below the highest and above the lowest figure, the three told one after another, in any order."""
    roles = [_role(figure, language) for figure in figures]
    if sorted(roles) != ["highest", "lowest", "mean"]:
        return
    named = dict(zip(roles, figures, strict=True))
    high, low, mean = named["highest"], named["lowest"], named["mean"]
    if _may_be_mean(mean, high) and like(high.claim, low.claim):
        if _of_one_thing(figures, language):
            yield from _bounded(mean, high, low, language)
        elif _share_a_name(figures, language):
            yield from _bounded(mean, high, low, language, "inferred")


def _ends(passage: Passage) -> Iterator[Relation]:
    """The mean beside the two ends that lie on either side of it: 61.4, between 58.2 at one and 64.9 at the other."""
    for mean, one, other in zip(passage.figures, passage.figures[1:], passage.figures[2:], strict=False):
        if not (_BETWEEN["en"].match(one.before) and _AND["en"].match(other.before)):
            continue
        ends = sorted((one, other), key=lambda f: f.claim.quantity.value or _NONE)
        known = one.claim.quantity.value is not None and other.claim.quantity.value is not None
        if known and like(one.claim, other.claim) and _may_be_mean(mean, one) and _MEAN["en"].search(_lead(mean)):
            yield from _bounded(mean, ends[1], ends[0], "en")


def _peak(passage: Passage) -> Iterator[Relation]:
    """The mean of a day below the highest of one: 日均120萬人次，單日最高168萬人次."""
    for mean, high in zip(passage.figures, passage.figures[1:], strict=False):
        lead = _lead(high)
        if _role(mean, "zh") != "mean" or not _OF_ONE_SPAN["zh"].search(lead) or not _HIGHEST["zh"].search(lead):
            continue
        if _may_be_mean(mean, high) and high.claim.quantity.value is not None:
            yield from _bounded(mean, high, None, "zh", "inferred")


def _tabled(text: Prose) -> Iterator[Relation]:
    """The rows of tables with one column each of means, of highest and of lowest values."""
    for table in tables(text.ledger):
        roles = [_told(header) for header in table.header]
        if any(roles.count(role) != 1 for role in ("highest", "lowest", "mean")):
            continue
        columns = [roles.index(role) for role in ("mean", "highest", "lowest")]
        for row in table.rows:
            mean, high, low = (row.cells[c] if c < len(row.cells) else None for c in columns)
            if mean and high and low and _may_be_mean(mean, high) and like(high.claim, low.claim):
                yield from _bounded(mean, high, low, text.language)


def _bounded(
    mean: Figure, high: Figure, low: Figure | None, language: str, basis: str = "stated"
) -> Iterator[Relation]:
    range_ = f"{quoted(low.claim)} – {quoted(high.claim)}" if low is not None else f"≤ {quoted(high.claim)}"
    figures = (mean, high) if low is None else (mean, high, low)
    first, *_, last = sorted(figure.claim.local for figure in figures)
    sides = [(mean, high, (_ONE, -_ONE, _NONE), _room(mean).high or _NONE)]
    if low is not None:
        sides.append((low, mean, (-_ONE, _NONE, _ONE), _NONE))
    for above, below, signs, room in sides:
        yield Relation(
            check="", form="within", terms=tuple(f.id for f in figures), coefficients=signs[: len(figures)],
            operator="<=", basis=basis,
            constant=at_most(room), cue=(mean.passage.block, first.start, last.end), reason="mean",
            note=_note(mean, quoted(mean.claim), range_, language) | {
                "statement": f"{quoted(above.claim)} ≤ {quoted(below.claim)}",
                "arithmetic": f"{quoted(above.claim)} > {quoted(below.claim)}",
            },
        )  # fmt: skip


def _role(figure: Figure, language: str) -> str:
    """What the words before a figure make of it: "highest", "lowest", "mean", or "" when they say none or several."""
    if figure.claim.quantity.value is None:
        return ""
    after = _ROLE_AFTER[language].match(figure.right)
    return _told(after["role"] if after else _lead(figure), language)


def _told(words: str, language: str = "") -> str:
    """The one of the three that words name; in a table's header they may be of either language."""
    found = [name for name, wording in _ROLES if (wording[language] if language else wording.either).search(words)]
    return found[0] if len(found) == 1 else ""


def _lead(figure: Figure) -> str:
    """The words of its clause before a figure, hedges too, since the figure before."""
    return figure.passage.folded[_lead_start(figure) : figure.claim.local.start]


def _lead_start(figure: Figure) -> int:
    past = figure.previous.claim.local.end if figure.previous else figure.passage.start
    start = max(figure.clause_start, past)
    folded = figure.passage.folded
    if start > past and _THEN_AT["en"].match(folded[start : figure.claim.local.start]):
        return past  # the oldest, at 91
    return start


def _share_a_name(figures: tuple[Figure, Figure, Figure], language: str) -> bool:
    """Whether what the second and the third are named shares something with the name of the first."""
    names = _named(figures, language)
    return bool(names) and all(not name or name & names[0] for name in names[1:])


def _of_one_thing(figures: tuple[Figure, Figure, Figure], language: str) -> bool:
    """Whether all three are named alike, or the second and the third not at all."""
    names = _named(figures, language)
    return bool(names) and names[1] <= names[0] and names[2] <= names[0]


def _named(figures: tuple[Figure, Figure, Figure], language: str) -> list[frozenset[str]]:
    """What the words before each of the three name; nothing where a date stands among them."""
    names = []
    for figure in figures:
        lead = figure.passage.folded[_lead_start(figure) : figure.claim.local.start]
        if any(
            start < figure.claim.local.start and end > _lead_start(figure) for start, end, _ in figure.passage.marks
        ):
            return []
        fillers = [*_fillers(language), *words_of("highest", language), *words_of("lowest", language)]
        if language == "zh":
            names.append(frozenset(_HAN.findall(re.sub(any_of(" ".join(fillers)), "", lead))))
        else:
            names.append(keys(lead, "en") - keys(" ".join(fillers), "en"))
    return names
