"""Lists of things beside the number that announces them.

"Five bodies: A, B, C and D"; 甲、乙、丙三大產業; 三大變化：一是…，二是…. The list must stand
directly at the number, and its entries must look like names: a clause is no entry.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.knowledge import announcing
from claims.labels import counter_of
from claims.prose import Figure, Prose

_MOST = 20
_LONGEST_ZH, _LONGEST_EN = 10, 60
_STOP_ZH = "，。；：！？!?;:,()（）\n"
_AND_ZH = re.compile(r"以及|[和及与跟]")
_VERBAL_ZH = re.compile(r"[每由到以的了在要可会将已并过至被把让使给向从须]|要求|加强|表示|认为|进行|推进|完成|实施|提出|继续")
_LEADING_ZH = re.compile(
    r"^.*(?:集中在|位于|设在|引入|来自|包括|分别(?:为|是)?|涵盖|涉及|当中|其中|包含|覆盖|聚焦|围绕|[在为是由将把对向有到于])"
)
_LINK_ZH = re.compile(r"(?:是|为|成为|列为)[^，。；：、]{0,30}$")
_UNSUMMED_ZH = ("各", "每", "的", "有", "为", "达", "和", "及", "其中", "首", "前", "头", "另", "另外", "累计", "该", "这", "上述", "内", "中", "余")
_AFTER_ZH = re.compile(
    r"^(?P<noun>[^，。；：、说指称示道]{0,10}?)(?:[：:]|[，,]?(?P<cue>分别为|分别是|即|包括|涵盖))\s?(?P<list>[^。；;！？!?：:]{2,240})(?P<end>.?)"
)
_NUMBERED = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十0-9a-z][)）、.]|[①-⑳])")
_MARK_ZH = re.compile(r"(?<![第之唯统万])[一二三四五六七八九]是")
_AFTER_EN = re.compile(
    r"^(?P<noun>(?:\s[a-z'-]+){1,4}?)\s?(?P<cue>[:~] ?|- |,? (?:namely|including|such as) )(?P<list>[^.;:~()]{2,240}?)"
    r"(?=(?P<end>[.;:()]|\s[-~]\s|\s~|$))",
)
_DIGIT = re.compile(r"[0-9]")


class Enumeration(NamedTuple):
    """Named things beside their announced number."""

    items: tuple[str, ...]
    """The entries in the draft's own script."""
    is_open: bool
    """Whether the words allow that more exist than are named."""
    span: tuple[int, int]
    """The list in block offsets."""


def enumeration(figure: Figure, text: Prose) -> Enumeration | None:
    """The list that the figure announces, or None when no list stands at it."""
    value = figure.claim.quantity.value
    if figure.claim.quantity.kind not in ("count", "number") or value is None:
        return None
    if value.denominator != 1 or not 2 <= value <= 1000:
        return None
    if figure.claim.quantity.hedge not in (None, "more_than", "at_least"):
        return None
    if text.language == "zh":
        if counter_of(figure.claim) not in announcing():
            return None
        return _marked(figure, text) or _before(figure, text) or _after_zh(figure, text)
    return _after_en(figure, text)


def _original(figure: Figure, text: Prose, start: int, end: int) -> str:
    return text.ledger.draft.blocks[figure.claim.block].text[start:end]


def _before(figure: Figure, text: Prose) -> Enumeration | None:
    """甲、乙、丙三大產業, or 甲、乙和丙是本省着力發展的三大產業."""
    passage, end = figure.passage, figure.claim.outer.start
    start = end
    while start > passage.start and passage.folded[start - 1] not in _STOP_ZH and end - start < 120:
        if passage.folded[start - 1] == " " and not passage.folded[start : start + 1].isascii():
            break
        start -= 1
    if figure.previous is not None and figure.previous.claim.outer.end > start:
        start = figure.previous.claim.outer.end
        if _LEADING_ZH.match(passage.folded[start:end].partition("、")[0]) is None:
            return None
    lead = passage.folded[start:end]
    counter = counter_of(figure.claim)
    if not lead or lead[-1].isspace():
        return None
    if counter not in ("大", "国", "省", "市", "县", "区", "地", "人") and not re.match(r"[㐀-鿿]", figure.after):
        return None
    link = _LINK_ZH.search(lead)
    if link is not None and "、" in lead[: link.start()]:
        lead = lead[: link.start()]
    is_open = lead.endswith("等")
    lead = lead.rstrip("等")
    if "、" not in lead or _DIGIT.search(lead) or (not is_open and lead.endswith(_UNSUMMED_ZH)):
        return None
    value = figure.claim.quantity.value
    if not is_open and (value is None or value > 12 or figure.claim.quantity.hedge or (counter != "大" and figure.claim.quantity.value == 2)):
        return None
    return _entries_zh(figure, text, start, start + len(lead), is_open, 4 if counter == "人" else _LONGEST_ZH)


def _entries_zh(figure: Figure, text: Prose, start: int, end: int, is_open: bool, longest: int) -> Enumeration | None:
    folded, original = figure.passage.folded[start:end], _original(figure, text, start, end)
    marks = [m.span() for m in re.finditer("、|，(?:以及|和|及)", folded)]
    spans = list(zip([0, *(m[1] for m in marks)], [*(m[0] for m in marks), len(folded)], strict=True))
    last = spans[-1]
    joints = list(_AND_ZH.finditer(folded[last[0] : last[1]]))
    if len(joints) == 1 and 0 < joints[0].start() and joints[0].end() < last[1] - last[0]:
        at = last[0]
        spans[-1:] = [(at, at + joints[0].start()), (at + joints[0].end(), last[1])]
    first = _LEADING_ZH.match(folded[: spans[0][1]])
    if first is not None and first.end() < spans[0][1]:
        spans[0] = (first.end(), spans[0][1])
    names = [re.sub(r"[「」『』“”\"《》]", "", folded[a:b]).strip() for a, b in spans]
    if not 2 <= len(names) <= _MOST or any(not n or len(n) > longest or _VERBAL_ZH.search(n) for n in names[1:]):
        return None
    if not names[0] or (not is_open and max(map(len, names[1:])) - min(map(len, names[1:])) > 5):
        return None
    shown = tuple(re.sub(r"[「」『』“”\"《》]", "", original[a:b]).strip()[-_LONGEST_ZH - 2 :] for a, b in spans)
    return Enumeration(shown, is_open, (start, end))


def _after_zh(figure: Figure, text: Prose) -> Enumeration | None:
    """三項：甲、乙、丙."""
    passage, start = figure.passage, figure.claim.outer.end
    match = _AFTER_ZH.match(passage.folded[start : passage.end])
    if match is None or _NUMBERED.match(match["list"]) or _DIGIT.search(match["list"]):
        return None
    listed = re.split(r"[，,](?!以及|和|及)", match["list"], maxsplit=1)[0]
    if listed != match["list"] and not match["cue"]:
        return None
    is_open = "等" in listed or match["cue"] in ("包括", "涵盖")
    listed = listed.partition("等")[0].rstrip()
    if "、" not in listed or re.search(r"[㐀-鿿] [㐀-鿿]", listed):
        return None
    at = start + match.start("list")
    return _entries_zh(figure, text, at, at + len(listed), is_open, _LONGEST_ZH + 4)


def _marked(figure: Figure, text: Prose) -> Enumeration | None:
    """三大變化：一是…，二是…，三是…"""
    passage, start = figure.passage, figure.claim.outer.end
    whole = passage.folded
    end = len(whole) if counter_of(figure.claim) in ("大", "方面", "点") else passage.end
    marks = list(_MARK_ZH.finditer(whole, start, end))
    numbers = ["一二三四五六七八九".index(m.group()[0]) + 1 for m in marks]
    run = 0
    while run < len(numbers) and numbers[run] == run + 1:
        run += 1
    if run < 2 or marks[0].start() - start > 24:
        return None
    items = tuple(
        re.split(r"[，。；,;]", _original(figure, text, m.end(), m.end() + 24), maxsplit=1)[0][:12] for m in marks[:run]
    )
    return Enumeration(items, False, (marks[0].start(), marks[run - 1].end()))


def _after_en(figure: Figure, text: Prose) -> Enumeration | None:
    """four countries - A, B, C and D; three things: x, y and z."""
    passage, start = figure.passage, figure.claim.outer.end
    if not figure.claim.counted or "/" in figure.claim.quote:
        return None
    match = _AFTER_EN.match(passage.folded[start : passage.end])
    if match is None or _DIGIT.search(match["list"]) or match["end"] == ";" or _NUMBERED.match(match["list"]):
        return None
    if figure.next is not None and figure.next.claim.local.start < start + match.end("list"):
        return None
    listed = _original(figure, text, start + match.start("list"), start + match.end("list")).strip()
    is_open = "including" in match["cue"] or "such as" in match["cue"] or bool(re.search(r"\b(?:etc|among others)\b", listed))
    if len(re.findall(r"\band\b|&", listed)) != 1 or re.search(r"\b(?:to|or|with|by|is|are|was|were|had|has|have|will|would)\b", listed):
        return None
    items = tuple(i.strip() for i in re.split(r",\s*(?:and\s+)?|\s+and\s+", listed) if i.strip())
    if not 2 <= len(items) <= _MOST or any(len(i) > _LONGEST_EN or len(i.split()) > 5 for i in items):
        return None
    if sum(i[0].isupper() for i in items) not in (0, len(items)):
        return None
    return Enumeration(items, is_open, (start + match.start("list"), start + match.end("list")))
