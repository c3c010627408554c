"""A number of things is announced, and another number of things is named.

"Five bodies: A, B, C and D" names four. Lists that say they are open (等, including, such
as) may name fewer than they announce, but not more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.interval import Interval, at_least, point
from claims.labels import counter_of
from claims.languages import load
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose

_MOST = 20
_LONGEST = {"zh": 24, "en": 60}
_STOP = "，。；：！？!?;:\n"
_ZH_AND = re.compile(r"以及|[和及与跟]")
_ZH_BEFORE = re.compile(r"(?P<list>[^，。；：！？!?;:\n()（）]{1,160}?)(?P<open>等|这|等等)?(?:共|合共|一共)?$")
_ZH_VERB = re.compile(r"(?:是|为|成为|列为)[^，。；：]{0,30}$")
_ZH_AFTER = re.compile(
    r"^[^，。；：、]{0,24}?(?:[：:]|[，,]?(?:分别为|分别是|即|包括|涵盖|有))(?P<list>[^。；;！？!?：:]{2,240})"
)
_ZH_LEADING = re.compile(
    r"集中在|位于|设在|引入|来自|包括|分别(?:为|是)?|以及|当中|其中|[在为是由将把对向有到]|(?<=.)[于]"
)
_ZH_MARKED = re.compile(r"(?<![第之唯统万])[一二三四五六七八九]是")
_EN_AFTER = re.compile(
    r"^(?:\s[a-z'-]+){1,4}?\s?(?:[:~] ?|\s?- |,? (?:namely|including|such as) |, )(?P<list>[^.;:~()]{2,240}?)(?=[.;:()]|\s[-~]\s|\s~|$)",
)
_DIGIT = re.compile(r"[0-9]")


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each announced number whose list stands directly before or after it."""
    text = prose(ledger)
    for passage in text.passages:
        for figure in passage.figures:
            value = figure.claim.quantity.value
            if (
                figure.claim.quantity.kind not in ("count", "number")
                or value is None
                or figure.claim.quantity.hedge not in (None, "more_than", "at_least")
            ):
                continue
            if value.denominator != 1 or not 2 <= value <= 1000:
                continue
            found = _zh(figure, text) if text.language == "zh" else _en(figure)
            if found is not None:
                items, is_open, span = found
                yield _relation(figure, items, is_open, span)


def _relation(figure: Figure, items: list[str], is_open: bool, span: tuple[int, int]) -> Relation:
    count = Fraction(len(items))
    constant: Interval = at_least(count) if is_open else point(count)
    quote = "".join(figure.claim.quote.split()) if figure.passage.folded.isascii() is False else figure.claim.quote
    names = "、".join(items) if any("㐀" <= c <= "鿿" for c in items[0]) else ", ".join(items)
    sign = "≥" if is_open else "="
    return Relation(
        check="", form="count", terms=(figure.id,), coefficients=(Fraction(1),), operator=">=" if is_open else "=",
        constant=constant, cue=(figure.passage.block, *span),
        note={
            "items": names, "listed": str(len(items)),
            "statement": f"{quote} {sign} {len(items)} ({names})", "arithmetic": f"{quote} ≠ {len(items)} ({names})",
        },
    )  # fmt: skip


def _zh(figure: Figure, text: Prose) -> tuple[list[str], bool, tuple[int, int]] | None:
    if counter_of(figure.claim) not in _counters():
        return None
    return _marked(figure) or _zh_before(figure) or _zh_after(figure)


def _counters() -> frozenset[str]:
    return frozenset(load("zh_knowledge")["announcing"]["counters"].split())


def _zh_before(figure: Figure) -> tuple[list[str], bool, tuple[int, int]] | None:
    """工程機械、軌道交通、航空航天三大產業, or A、B和C是三大產業."""
    passage, end = figure.passage, figure.claim.outer.start
    start = end
    while start > passage.start and passage.folded[start - 1] not in _STOP and end - start < 160:
        start -= 1
    lead = passage.folded[start:end]
    if any(start <= other.claim.local.start < end for other in passage.figures):
        return None
    is_open = False
    verb = _ZH_VERB.search(lead)
    if verb is not None and "、" in lead[: verb.start()] and "、" not in verb.group():
        lead = lead[: verb.start()]
    lead = re.sub(r"(?:共|合共|这)$", "", lead)
    if lead.endswith(("等等", "等")):
        is_open, lead = True, lead.rstrip("等")
    if "、" not in lead or _DIGIT.search(lead) or lead.endswith(("各", "每", "的", "有", "为", "达", "和", "及")):
        return None
    items = _split_zh(lead)
    if items is None or (not is_open and figure.claim.quantity.hedge):
        return None
    return items, is_open, (start, start + len(lead))


def _split_zh(text: str) -> list[str] | None:
    items = text.split("、")
    last = _ZH_AND.split(items[-1])
    if len(last) == 2 and all(last) and len(last[0]) <= 12:
        items[-1:] = last
    items = [re.sub(r"[「」『』“”\"《》]", "", i).strip() for i in items]
    items[0] = _ZH_LEADING.split(items[0])[-1][-12:]
    if not all(1 <= len(i) <= _LONGEST["zh"] for i in items) or len(items) > _MOST:
        return None
    return items


def _zh_after(figure: Figure) -> tuple[list[str], bool, tuple[int, int]] | None:
    """三项：甲、乙、丙."""
    passage, start = figure.passage, figure.claim.outer.end
    match = _ZH_AFTER.match(passage.folded[start : passage.end])
    if match is None or "、" not in match["list"] or _DIGIT.search(match["list"]):
        return None
    listed = re.split(r"[，,]", match["list"])[0].strip()
    is_open = bool(re.search(r"等", listed)) or bool(re.search(r"包括|涵盖|有$", match.group()[: match.start("list")]))
    listed = re.sub(r"等.*$", "", listed)
    if "、" not in listed:
        return None
    items = _split_zh(listed)
    if items is None:
        return None
    return items, is_open, (start + match.start("list"), start + match.start("list") + len(listed))


def _marked(figure: Figure) -> tuple[list[str], bool, tuple[int, int]] | None:
    """三大变化：一是…，二是…，三是…"""
    passage = figure.passage
    tail = passage.folded[figure.claim.outer.end :]
    marks = list(_ZH_MARKED.finditer(tail))
    numbers = ["一二三四五六七八九".index(m.group()[0]) + 1 for m in marks]
    if len(numbers) < 2 or numbers[0] != 1:
        return None
    run = 1
    while run < len(numbers) and numbers[run] == run + 1:
        run += 1
    if run < 2 or marks[0].start() > 40:
        return None
    items = [re.split(r"[，。；,;]", tail[m.end() :], maxsplit=1)[0][:12] for m in marks[:run]]
    at = figure.claim.outer.end
    return items, False, (at + marks[0].start(), at + marks[run - 1].end())


def _en(figure: Figure) -> tuple[list[str], bool, tuple[int, int]] | None:
    """four countries - A, B, C and D; three things: x, y and z."""
    passage, start = figure.passage, figure.claim.outer.end
    if not figure.claim.counted or "/" in figure.claim.quote:
        return None
    match = _EN_AFTER.match(passage.folded[start : passage.end])
    if match is None:
        return None
    lead = match.group()[: match.start("list")]
    if lead.rstrip().endswith(",") or _DIGIT.search(match["list"]):
        return None
    listed = match["list"].strip()
    is_open = bool(re.search(r"including|such as", lead)) or bool(re.search(r"\b(?:etc|among others)\b", listed))
    if not re.search(r",? and ", listed):
        return None
    items = [i.strip() for i in re.split(r",\s*(?:and\s+)?|\s+and\s+", listed) if i.strip()]
    if not 2 <= len(items) <= _MOST or any(len(i) > _LONGEST["en"] for i in items):
        return None
    if sum(i[0].isupper() for i in items) not in (0, len(items)) or any(len(i.split()) > 5 for i in items):
        return None
    return items, is_open, (start + match.start("list"), start + match.end("list"))
