"""甲、乙、丙三大產業; 三項：甲、乙、丙; 三大變化：一是…，二是…."""

from __future__ import annotations

import re
from itertools import islice

from claims.knowledge import announcing
from claims.labels import counter_of
from claims.prose import Figure, Passage, Prose
from claims.ties.enumerations.chinese_rows import persons, with_amounts
from claims.ties.enumerations.enumeration import DIGIT, MOST, NUMBERED, Enumeration, original
from claims.wordings import Wording, words_of

_STOPS = "，。；：！？!?;:,()（）\n"
_HAN = Wording(zh=r"[㐀-鿿]")
_QUOTE_MARKS = re.compile(r"[「」『』“”\"《》]")
_MARK = re.compile(r"、|，(?:以及|和|及)")
_AND = Wording(zh=r"{list_and}")
_VERBAL = Wording(zh=r"{verbal}")
_CHARACTERS = Wording(zh=r"{characters}")
"""八个字 counts how many characters the names have."""
_DEED = Wording(zh=r"{deeds}")
"""Verbs in a row, of which the number is the object: 防范、制止四类行为."""
_LEAD = Wording(zh=r"^.*{list_lead}")
_LINK = Wording(zh=r"{list_is}[^，。；：、]{0,30}$")
_UNSUMMED = Wording(zh=r"{unsummed}\Z")
_INCLUDING = Wording(zh=r"{including}")
_AFTER = Wording(
    zh=r"^(?:[^，。；：、说指称示道]{0,10}?(?:[：:]|[，,]?(?P<cue>{namely}))|[^，。；：、说指称示道]{0,16}，(?P<named>{each_named}))"
    r"\s?(?P<list>[^。；;！？!?：:]{2,240})"
)
_LAST_ENTRY = re.compile(r"(?:和|及|以及|与)[^、，]{1,14}$")
"""What shows that an entry is the last."""
_LONGEST_REST = 6
_END_OF_LIST = re.compile(r"[，,](?!以及|和|及)")
_CLOSING = re.compile(r"[)）\]】]")
_PAUSE = re.compile(r"[，。；,;]")
_ORDINALS = "一二三四五六七八九"
_ITEM_MARK = Wording(zh=rf"(?<![第之唯统万])[{_ORDINALS}]是")
_PLACE_MARK = re.compile(rf"(?<=[，。；;：:])第[{_ORDINALS}](?=[，、,])")
_LONGEST = 10
_LONGEST_NAME = 4
"""Code points of an entry, and of a person's name."""
_LONGEST_LIST = 120
_MOST_BEFORE = 12
"""Largest number that a list before it is taken to explain."""
_FAR = 24
"""Code points between the number and the first mark, and of an item looked at."""
_SHOWN = _LONGEST + 2
"""Code points of an entry that are told to the reader."""
_MOST_UNLIKE = 5
"""By how many code points the entries of a closed list may differ."""


def announced(figure: Figure, text: Prose) -> Enumeration | None:
    """The list with marks, before or after the figure, when its counter is one that announces lists."""
    if counter_of(figure.claim) not in announcing() or _CHARACTERS["zh"].match(figure.after):
        return None
    return (
        _marked(figure, text) or _before(figure, text) or _after(figure, text)
        or with_amounts(figure, text) or persons(figure, text)
    )  # fmt: skip


def _before(figure: Figure, text: Prose) -> Enumeration | None:
    """甲、乙、丙三大產業, or 甲、乙和丙是本省着力發展的三大產業."""
    passage, end, counter = figure.passage, figure.claim.outer.start, counter_of(figure.claim)
    start = _start(figure)
    if start is None:
        return None
    lead = passage.folded[start:end]
    if not lead or lead[-1].isspace():
        return None
    if counter not in words_of("nounless", "zh") and not _HAN["zh"].match(figure.after):
        return None
    link = _LINK["zh"].search(lead)
    if link is not None and "、" in lead[: link.start()]:
        lead = lead[: link.start()]
    is_open = lead.endswith("等")
    lead = lead.rstrip("等")
    if "、" not in lead or DIGIT.search(lead):
        return None
    if not is_open and (_UNSUMMED["zh"].search(lead) or not _sums_up(figure, counter)):
        return None
    return _entries(figure, text, (start, start + len(lead)), is_open, _LONGEST_NAME if counter == "人" else _LONGEST)


def _start(figure: Figure) -> int | None:
    """Where the list before a figure may begin; None when another figure stands before it in the clause.

    After another figure a word such as 包括 must lead in the list.
    """
    passage, end = figure.passage, figure.claim.outer.start
    start = _clause_start(passage, end)
    if figure.previous is None or figure.previous.claim.outer.end <= start:
        return start
    start = figure.previous.claim.outer.end
    first = passage.folded[start:end].partition("、")[0]
    return start if _LEAD["zh"].match(first) else None


def _clause_start(passage: Passage, end: int) -> int:
    """The pause before an offset, or a space before Chinese words."""
    folded, start = passage.folded, end
    while start > passage.start and folded[start - 1] not in _STOPS and end - start < _LONGEST_LIST:
        if folded[start - 1] == " " and not folded[start : start + 1].isascii():
            break
        start -= 1
    return start


def _sums_up(figure: Figure, counter: str) -> bool:
    """Whether a closed list may be meant: 兩個 after a list may be two others, 兩大 may not."""
    q = figure.claim.quantity
    return q.value is not None and q.value <= _MOST_BEFORE and not q.hedge and (counter == "大" or q.value != 2)


def _after(figure: Figure, text: Prose) -> Enumeration | None:
    """三項：甲、乙、丙."""
    passage, start = figure.passage, figure.claim.outer.end
    match = _AFTER["zh"].match(passage.folded[start : passage.end])
    if match is None or NUMBERED.match(match["list"]):
        return None
    closed = _CLOSING.split(match["list"], maxsplit=1)[0] if _opened(figure, match) else match["list"]
    listed, *rest = _END_OF_LIST.split(closed, maxsplit=1)
    if DIGIT.search(listed) or (rest and not (match["cue"] or match["named"]) and not _ends_before(listed, rest[0])):
        return None
    is_open = "等" in listed or _INCLUDING["zh"].fullmatch(match["cue"] or "") is not None
    listed = listed.partition("等")[0].rstrip()
    if "、" not in listed or re.search(r"[㐀-鿿] [㐀-鿿]", listed):
        return None
    at = start + match.start("list")
    return _entries(figure, text, (at, at + len(listed)), is_open, _LONGEST + 4)


def _opened(figure: Figure, match: re.Match[str]) -> bool:
    """Whether the words between the figure and its list open a bracket, at whose end the list ends."""
    lead = match.string[: match.start("list")]
    return any(mark in lead for mark in "(（[【")


def _ends_before(listed: str, rest: str) -> bool:
    """Whether the list is over where a comma follows: 和 leads to its last entry, or figures are told next."""
    if _LAST_ENTRY.search(listed) is not None:
        return True
    return len(rest) > _LONGEST_REST and "、" not in rest and DIGIT.search(rest) is not None


def _entries(figure: Figure, text: Prose, span: tuple[int, int], is_open: bool, longest: int) -> Enumeration | None:
    """The entries between 、, when each looks like a name and all are of about one length."""
    start, end = span
    folded, shown = figure.passage.folded[start:end], original(figure, text, start, end)
    spans = _spans(folded)
    names = [_bare(folded[a:b]) for a, b in spans]
    if not 2 <= len(names) <= MOST or not names[0]:
        return None
    if any(_AND["zh"].fullmatch(name) for name in names) or all(_DEED["zh"].fullmatch(name) for name in names[1:]):
        return None
    if any(not name or len(name) > longest or _VERBAL["zh"].search(name) for name in names[1:]):
        return None
    lengths = [len(name) for name in names[1:]]
    if not is_open and max(lengths) - min(lengths) > _MOST_UNLIKE:
        return None
    return Enumeration(tuple(_bare(shown[a:b])[-_SHOWN:] for a, b in spans), is_open, span)


def _spans(listed: str) -> list[tuple[int, int]]:
    """Where the entries stand: between marks, the last two parted by 和, the first without what leads in."""
    marks = [m.span() for m in _MARK.finditer(listed)]
    spans = list(zip([0, *(m[1] for m in marks)], [*(m[0] for m in marks), len(listed)], strict=True))
    at, end = spans[-1]
    joints = [m.span() for m in _AND["zh"].finditer(listed, at, end)]
    if len(joints) == 1 and at < joints[0][0] and joints[0][1] < end:
        spans[-1:] = [(at, joints[0][0]), (joints[0][1], end)]
    lead = _LEAD["zh"].match(listed[: spans[0][1]])
    if lead is not None and lead.end() < spans[0][1]:
        spans[0] = (lead.end(), spans[0][1])
    return spans


def _bare(name: str) -> str:
    return _QUOTE_MARKS.sub("", name).strip()


def _marked(figure: Figure, text: Prose) -> Enumeration | None:
    """三大變化：一是…，二是…，三是…"""
    passage, start = figure.passage, figure.claim.outer.end
    is_marked = counter_of(figure.claim) in words_of("marked", "zh")
    end = len(passage.folded) if is_marked else passage.end
    sign = _ITEM_MARK["zh"]
    if sign.search(passage.folded, start, min(end, start + 2 * _FAR)) is None:
        sign = _PLACE_MARK
        if sign.search(passage.folded, start, min(end, start + 2 * _FAR)) is None:
            return None  # before the rest of the block is looked at
    marks = list(islice(sign.finditer(passage.folded, start, end), len(_ORDINALS)))
    in_turn = 0
    while in_turn < min(len(marks), len(_ORDINALS)) and _ORDINALS[in_turn] in marks[in_turn].group():
        in_turn += 1
    if not is_marked and in_turn < len(_ORDINALS) and f"{_ORDINALS[in_turn]}是" in passage.folded[end:]:
        return None  # the list goes on in another sentence
    if in_turn < 2 or marks[0].start() - start > _FAR:
        return None
    ends = [mark.end() + (sign is _PLACE_MARK) for mark in marks[:in_turn]]
    begins = [original(figure, text, end, end + _FAR) for end in ends]
    items = tuple(_PAUSE.split(words, maxsplit=1)[0][:_SHOWN] for words in begins)
    is_open = sign is _PLACE_MARK and "。" in passage.folded[start : marks[in_turn - 1].start()]
    return Enumeration(items, is_open, (marks[0].start(), marks[in_turn - 1].end()))
