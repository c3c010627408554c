"""Entries that the draft itself sets apart: in 「」, with （一）（二）, as bullets, or as dates.

Their marks tell them from the words around them, so that entries may be of any build. They
follow their number at once; a colon, a comma or 包括 is all that may stand between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from claims.prose import DATE_MARK, Figure, Prose
from claims.ties.enumerations.enumeration import MOST, Enumeration, original
from claims.wordings import Wording

_LEADS_IN = Wording(zh=r"^[^，。；：:！？「『“\n]{0,14}?[，,]?(?:(?:{namely}|{numbers_are})[：:]?|[：:])\s*(?=[「『“])")
_QUOTED = re.compile(r"[「『“][^」』”「『“]{1,60}[」』”]")
_JOINT = re.compile(r"\s*(?:[、，；;,]|及|和|與|与|以及|、以及|，以及|；及|，及|、及){0,2}\s*")
_MARKS = (
    "（一）（二）（三）（四）（五）（六）（七）（八）（九）（十）", "(1)(2)(3)(4)(5)(6)(7)(8)(9)",
    "(一)(二)(三)(四)(五)(六)(七)(八)(九)(十)", "（1）（2）（3）（4）（5）（6）（7）（8）（9）", "①②③④⑤⑥⑦⑧⑨⑩",
    "(a)(b)(c)(d)(e)(f)(g)(h)(i)", "(i)(ii)(iii)(iv)(v)(vi)(vii)",
)  # fmt: skip
_MARK = re.compile(r"[（(][^）)]{1,4}[）)]|[①-⑩]")
_SERIES = tuple(tuple(_MARK.findall(row)) for row in _MARKS)
_FAR = {"zh": 30, "en": 70}
"""Code points between the number and the first mark."""
_COLON = re.compile(r"[：:]\s*$")
_PAUSE = re.compile(r"[，。；：,;.:\n]")
_SHOWN = 18
_BLOCKS = 8
_MOST_BULLETS = 40
_COUNTED = Wording(zh=r"[一二三四五六七八九十两百]+(?:{times_counted}|[名人个位项家间宗件])")
_TIMES = Wording(zh=r"^(?:{times_counted})$")
_DATES = Wording(zh=rf"{{respectively}}[于於在]?({DATE_MARK}(?:[、，]?[和及与、]?\s*{DATE_MARK})+)")


def set_out(figure: Figure, text: Prose) -> Enumeration | None:
    """The entries set apart after a number of them; None where none are, or where far more or fewer are."""
    found = _found(figure, text) if figure.claim.quantity.kind == "count" or text.language == "en" else None
    return found if found and abs(len(found.items) - (figure.claim.quantity.value or Fraction(0))) <= 1 else None


def _found(figure: Figure, text: Prose) -> Enumeration | None:
    if text.language == "zh":
        return _quoted(figure, text) or _numbered(figure, text) or _bullets(figure, text) or _dates(figure)
    return _numbered(figure, text) or _bullets(figure, text)


def _quoted(figure: Figure, text: Prose) -> Enumeration | None:
    """3大漏洞，包括「只看總數」、「不保人」和「照樣領錢」."""
    passage, start = figure.passage, figure.claim.outer.end
    lead = _LEADS_IN["zh"].match(passage.folded[start : passage.end])
    if lead is None or _TIMES["zh"].match(figure.claim.quantity.unit_word):
        return None
    at, spans = start + lead.end(), list[tuple[int, int]]()
    while (entry := _QUOTED.match(passage.folded, at, passage.end)) is not None:
        spans.append(entry.span())
        joint = _JOINT.match(passage.folded, entry.end(), passage.end)
        at = joint.end() if joint is not None else entry.end()
    if not 2 <= len(spans) <= MOST:
        return None
    rest = passage.folded[spans[-1][1] : passage.end]
    is_open = rest.startswith("等") or "「" in rest or "“" in rest
    items = tuple(original(figure, text, a + 1, b - 1)[:_SHOWN] for a, b in spans)
    return None if is_open else Enumeration(items, False, (spans[0][0], spans[-1][1]))


def _numbered(figure: Figure, text: Prose) -> Enumeration | None:
    """三個途徑：（一）…；（二）…；（三）…, in one paragraph."""
    passage, start = figure.passage, figure.claim.outer.end
    if "(" not in passage.folded and "（" not in passage.folded and "①" not in passage.folded:
        return None
    first = _MARK.search(passage.folded, start, min(passage.end, start + _FAR[text.language]))
    series = next((s for s in _SERIES if first is not None and first.group() == s[0]), None)
    if first is None or series is None or any(f.claim.local.start < first.start() for f in _after(figure)):
        return None
    told, at = list[int](), first.start()
    for mark in series:
        found = passage.folded.find(mark, at)
        if found < 0:
            break
        told.append(found)
        at = found + len(mark)
    later = text.ledger.draft.blocks[passage.block + 1 : passage.block + 1 + _BLOCKS]
    if len(told) < len(series) and any(b.text.startswith(series[len(told)]) or b.marker for b in later):
        return None  # the list goes on in other paragraphs
    ends = [a + len(mark) for a, mark in zip(told, series, strict=False)]
    items = tuple(_PAUSE.split(original(figure, text, a, a + _SHOWN).strip(), maxsplit=1)[0] for a in ends)
    return Enumeration(items, False, (told[0], at)) if len(told) > 1 else None


def _bullets(figure: Figure, text: Prose) -> Enumeration | None:
    """以下21個區： before a list of bullets."""
    passage = figure.passage
    if figure.next is not None or not _COLON.search(passage.text.rstrip()):
        return None
    blocks, at = text.ledger.draft.blocks, passage.block
    if passage.end < len(passage.folded.rstrip()) or blocks[at].kind != "paragraph":
        return None
    rows = list(islice(_rows(text, at + 1), _MOST_BULLETS))
    span = (figure.claim.outer.end, passage.end)
    if any(row[:1].isdecimal() or _COUNTED["zh"].match(row) for row in rows):
        return None  # an entry may count several
    return Enumeration(tuple(row[:_SHOWN] for row in rows), False, span) if len(rows) > 1 else None


def _rows(text: Prose, at: int) -> Iterator[str]:
    """The list items from a block on, those within others left out."""
    blocks = text.ledger.draft.blocks
    level = blocks[at].level if at < len(blocks) else 0
    while at < len(blocks) and blocks[at].kind == "list-item" and blocks[at].level >= level:
        if blocks[at].level == level:
            yield blocks[at].text
        at += 1


def _dates(figure: Figure) -> Enumeration | None:
    """3次, and the dates of them after 分別: in its sentence."""
    passage = figure.passage
    if len(passage.dates) < 2 or not _TIMES["zh"].match(figure.claim.quantity.unit_word):
        return None
    words = passage.words(passage.start, passage.end)
    found = _DATES["zh"].search(words)
    if found is None:
        return None
    listed = found[1].count(DATE_MARK)
    skipped = words[: found.start(1)].count(DATE_MARK)
    days = passage.dates[skipped : skipped + listed]
    if len(days) != listed:
        return None
    return Enumeration(tuple(day.quote for day in days), False, (days[0].local.start, days[-1].local.end))


def _after(figure: Figure) -> list[Figure]:
    return figure.passage.figures[figure.position + 1 :]
