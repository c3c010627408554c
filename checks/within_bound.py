"""A figure goes past another that the words make its bound.

最高價4.60元、最低價4.89元: no low is above its high. A score is within full marks, what is new
is within what there is in all, and income of a part is within the income of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from checks._judging.figures import quoted
from claims.interval import at_most
from claims.labels import counter_of, is_amount, kind_key, own_period
from claims.model import Ledger, Relation
from claims.prose import Figure, Passage, Prose, prose
from claims.ties.roles import is_level
from claims.ties.year_before import measure_name
from claims.wordings import Wording, sets_of

_END = r"(?P<name>[^，,；;。、]{0,8}?)(?:{level_is})*$"
_FIRST = Wording(
    zh=r"(?P<end>{extreme})" + _END,
    en=r"\b(?P<end>{extreme})(?: (?P<name>(?!was|is|of|at|were|in)[a-z]+))?(?: in {date})?,?"
    r"(?: (?:was|is|of|at|were))? $",
)
_SECOND = Wording(
    zh=r"^[，,、；;]?(?:而|和|及|与)?(?P<end>{extreme})" + _END,
    en=r"^[^,;.a-z]{0,3},? ?(?:and |while |with )?(?:the |a |its )?"
    r"(?P<end>{extreme})(?: (?P<name>(?!was|is|of|at|were|in)[a-z]+))?(?: in {date})?,?(?: (?:was|is|of|at|were))? $",
)
_BELOW_ZERO = Wording(zh=r"{below_zero}", en=r"\bminus\b|below zero|-")
_FULL_BEFORE = Wording(zh=r"满分(?:为|是|有)?$")
_FULL_AFTER = Wording(zh=r"^(?:为|是)?满分")
_SEVERAL = Wording(zh=r"{of_several_marks}")
_NEW = Wording(zh=r"新(?:{newly})(?:了)?(?P<name>[^，,；;。]{0,20})$")
_IN_ALL = Wording(zh=r"(?:{in_all_ever})(?P<ever>[一-鿿]{2,10}?)为?$|(?P<name>[一-鿿]{2,12}?)(?:{in_all})+$")
_PART = Wording(zh=r"^(?:{part_of_measure})$")
_SIDE_BY_SIDE = Wording(zh=r"^(?:[、，,]|共|计)?(?:共|计|约)?$")
_RUN = re.compile(r"[一-鿿]{2,}$")
_RANKED = frozenset(["级", "等", "名", "位", "班", "号", "条"])
_SIGNS = (Fraction(1), Fraction(-1))


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each figure beside its bound."""
    text = prose(ledger)
    for passage in text.with_figures:
        if len(passage.figures) > 1:
            yield from _extremes(passage, text)
            if text.language == "zh":
                yield from _marks(passage)
                yield from _new(passage, text)
    if text.language == "zh":
        yield from _scaled(text)
        yield from _fewer(text)
        for _, passages in groupby(text.passages, lambda p: p.block):
            yield from _measures([f for p in passages for f in p.figures], text)


def _extremes(passage: Passage, text: Prose) -> Iterator[Relation]:
    """A highest and a lowest of the same name, side by side."""
    language = text.language
    for first in passage.figures[:-1]:
        second = first.next
        if second is None or kind_key(first.claim) != kind_key(second.claim) or not _has_value(first, second):
            continue
        one, other = _FIRST[language].search(first.before), _SECOND[language].search(second.before)
        if one is None or other is None or counter_of(first.claim) in _RANKED:
            continue
        if one["name"] != other["name"] and other["name"]:
            continue
        pair = next((p for p in sets_of("extremes", language) if {one["end"], other["end"]} == set(p)), None)
        if first.claim.quantity.direction or second.claim.quantity.direction:
            continue
        if pair is None or _BELOW_ZERO[language].search(passage.text):
            continue
        high, low = (first, second) if one["end"] == pair[0] else (second, first)
        top, bottom = high.claim.quantity, low.claim.quantity
        if top.value is None or bottom.value is None or bottom.value <= top.value:
            continue
        yield Relation(
            check="", form="order", terms=(low.id, high.id), coefficients=_SIGNS, operator="<=", reason="extremes",
            cue=(passage.block, first.claim.local.end, second.claim.local.start),
            note={
                "range": f"{pair[1]} {quoted(low.claim)}, {pair[0]} {quoted(high.claim)}",
                "arithmetic": f"{quoted(low.claim)} > {quoted(high.claim)}",
            },
        )  # fmt: skip


def _marks(passage: Passage) -> Iterator[Relation]:
    """Scores in the sentence that tells the full marks."""
    if "满分" not in passage.text or _SEVERAL["zh"].search(passage.text):
        return
    full = [f for f in passage.figures if _FULL_BEFORE["zh"].search(f.before) or _FULL_AFTER["zh"].match(f.after)]
    if len(full) != 1 or counter_of(full[0].claim) != "分":
        return
    for score in passage.figures:
        if score is not full[0] and counter_of(score.claim) == "分" and _has_value(score, full[0]):
            yield _contained(score, full[0], "stated")


def _scaled(text: Prose) -> Iterator[Relation]:
    """Scores of a draft that names one scale, 由0至10分: none goes past its end."""
    ends = [f for f in text.figures if counter_of(f.claim) == "分" and _is_scale(f)]
    if not ends or len({f.claim.quantity.stated.high for f in ends}) > 1:
        return
    most = ends[0].claim.quantity.stated.high
    for score in text.figures:
        q = score.claim.quantity
        if (
            score in ends
            or counter_of(score.claim) != "分"
            or q.value is None
            or most is None
            or score.index < ends[0].index
        ):
            continue
        if is_level(score, "zh") and not _SEVERAL["zh"].search(score.passage.text) and q.value > most:
            yield Relation(
                check="", form="limit", terms=(score.id,), coefficients=(Fraction(1),), operator="<=",
                constant=at_most(most), basis="inferred", reason="limit",
                cue=(score.passage.block, score.clause_start, score.claim.local.start),
                note={
                    "because": f"全部評分在{quoted(ends[0].claim)}之內",
                    "arithmetic": f"{quoted(score.claim)} > {most}分",
                },
            )  # fmt: skip


def _is_scale(figure: Figure) -> bool:
    """Whether it is a range of marks from nothing, or the full marks: 由0至10分, 10分滿分."""
    stated = figure.claim.quantity.stated
    if figure.claim.quantity.hedge == "range" and stated.low == 0:
        return True
    return _FULL_BEFORE["zh"].search(figure.before) is not None or _FULL_AFTER["zh"].match(figure.after) is not None


def _fewer(text: Prose) -> Iterator[Relation]:
    """96戶、183人: households side by side with the people in them, who are no fewer."""
    for homes in text.figures:
        people = homes.next
        if people is None or counter_of(homes.claim) != "户" or counter_of(people.claim) not in ("人", "名", "口"):
            continue
        if _SIDE_BY_SIDE["zh"].match(people.before) and _has_value(homes, people) and is_level(people, "zh"):
            yield _contained(homes, people, "inferred")


def _new(passage: Passage, text: Prose) -> Iterator[Relation]:
    """What is new and what there is in all, by the same name."""
    for part in passage.figures[:-1]:
        shortest = 0
        whole, since = part.next, part.previous.claim.outer.end if part.previous else passage.start
        said = _NEW["zh"].search(passage.words(since, part.claim.outer.start))
        if said is None and part.previous is not None and part.previous.claim.quantity.kind == "count":
            said = _NEW["zh"].search(passage.words(part.clause_start, part.claim.outer.start))  # 新開工20層以上高層13棟
            shortest = 2
        if said is None or whole is None or not _has_value(part, whole) or not is_level(whole, "zh"):
            continue
        if kind_key(part.claim) != kind_key(whole.claim) or part.claim.mode != whole.claim.mode:
            continue
        total = _IN_ALL["zh"].search(whole.left)
        lead, noun = _RUN.search(said["name"]), part.right.strip("，, ")
        name = (noun if noun or lead is None else lead.group())[-shortest:]
        if total is not None and len(name) > 1 and (total["ever"] or total["name"]).endswith(name):
            yield _contained(part, whole, "inferred")


def _measures(figures: list[Figure], text: Prose) -> Iterator[Relation]:
    """地方財政總收入 beside 財政總收入: a name that is another's with the word for a part before it."""
    named = [
        (measure_name(f.left), f)
        for f in figures
        if f.claim.quantity.kind == "money" and is_level(f, "zh") and is_amount(f.claim) and _has_value(f)
    ]
    wholes: dict[str, list[Figure]] = {}
    for name, figure in named:
        if len(name) > 3:
            wholes.setdefault(name, []).append(figure)
    for name, part in named:
        for at in range(2, min(len(name) - 3, 6)):
            found = wholes.get(name[at:], [])
            if len(found) == 1 and _PART["zh"].match(name[:at]) and _one_time(part, found[0]):
                yield _contained(part, found[0], "inferred")


def _one_time(part: Figure, whole: Figure) -> bool:
    same = own_period(part.claim) in ("", own_period(whole.claim))
    return same and kind_key(part.claim) == kind_key(whole.claim) and part.claim.mode == whole.claim.mode


def _has_value(*figures: Figure) -> bool:
    return all(f.claim.quantity.value is not None for f in figures)


def _contained(part: Figure, whole: Figure, basis: str) -> Relation:
    return Relation(
        check="", form="containment", terms=(part.id, whole.id), coefficients=_SIGNS, operator="<=", basis=basis,
        reason="name", cue=(part.passage.block, part.clause_start, part.claim.local.end),
    )  # fmt: skip
