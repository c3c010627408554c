"""A whole, then a cue such as 其中 or "of which", then its parts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from claims.knowledge import partition_of
from claims.labels import AMOUNTS, counter_of, is_amount, kind_key, like, names
from claims.prose import Figure, Passage, Prose, in_list
from claims.ties.breakdowns.breakdown import OPEN_LIST, Breakdown, is_part
from claims.ties.breakdowns.runs import run_after, run_of_survey
from claims.ties.roles import is_level
from claims.wordings import Wording, words_of

_OF_WHICH = Wording(
    zh=r"{of_which}",
    en=r"\b(?:{of_which}|{exhaustive}|{of_these}(?=,| [a-z]+,)|{of_this}(?=,))\b",
)
_OPENS_CLAUSE = Wording(zh=r"(?:^|[，,。；;：:、（(~]|{before_of_which})\Z", en=r"(?:^|[,;:(~-]|[^\W_])\Z")
_SINGLED_OUT = Wording(en=r"\b(?:the (?:[a-z]+est|most [a-z]+|first|last|latest|former|latter)|{some_of})$")
_NAMES_WHOLE = Wording(en=r"^\s*(?:[a-z'-]+ ){0,5}$")
_EXHAUSTIVE = Wording(en=r"{exhaustive}")
_REST = Wording(zh=r"{rest}[^，。]{0,8}$", en=r"\b{rest}\b[^,.]{0,20}$")
_RESPECTIVELY = Wording(zh=r"{respectively}")
_OF_THEM = Wording(en=r"^\s*{of_them}\b")
_OUT_OF = Wording(en=r"\W*{out_of} {determiner}?\s*(?:[a-z'-]+\s){0,3}(?:of\s)?$")
_INCLUDING = Wording(zh=r"{including}")
_TIMES = Wording(en=r"\s*(?:[a-z]+ )?{times}\b")
"""Summers, matches or nights, of which nothing else is a part."""
_GREATEST = Wording(zh=r"{extreme}", en=r"\b{extreme}\b")
_PAUSE = Wording(en=r"[^\w\s'-]|\b(?:and|or|but|while)\b")
_SUBJECT = Wording(en=r"(?:\W|\b{part_first}\b)*")
_RESTRICTED = Wording(en=r"\s*(?:of|in|at)\b")


def of_which(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """664 … of which 70 …: the run of figures after a cue that opens a clause."""
    language = text.language
    for cue in _OF_WHICH[language].finditer(passage.folded, passage.start, passage.end):
        if not _opens_clause(passage, cue.start(), cue.group(), language):
            continue
        wholes = _wholes_before(passage, cue.start(), text)
        if not wholes or _names_whole(passage, cue.end(), cue.group()):
            continue
        run = run_after(passage, cue.end(), _limit(passage, cue.start()), language)
        if run and _GREATEST[language].search(run[0].left):
            run = run[:1]  # 其中最大一筆300萬元，已退贓900萬元
        if run and _INCLUDING["zh"].fullmatch(cue.group()) and "，" in _words_after(passage, cue.end(), run[0]):
            continue  # 包括甲病患者，全球約有5人: the figure stands in a clause of its own
        for whole in wholes:
            whole = _of_like_measure(whole, run, text)
            parts = [f for f in run if kind_key(f.claim) == kind_key(whole.claim) and is_part(f, whole, text)]
            if not parts:
                continue
            later = passage.figures[run[-1].position + 1 :]
            exhaustive = ""
            if len(parts) > 1 and not any(like(f.claim, whole.claim) and is_part(f, whole, text) for f in later):
                said = _EXHAUSTIVE[language].match(cue.group())
                exhaustive = "stated" if said else _exhaustive(parts, cue.end(), language)
            yield Breakdown(whole, tuple(parts), exhaustive, (passage.block, cue.start(), cue.end()))


def of_them(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """Seventy of them …: a part of the count told last before it."""
    for part in passage.figures:
        if not _OF_THEM[text.language].match(part.right) or part.claim.quantity.kind not in ("count", "number"):
            continue
        pool = passage.figures[: part.position] or _sentence_before(passage, text)
        whole = next((f for f in reversed(pool) if f.claim.quantity.kind == "count" and f.claim.counted), None)
        if whole is not None and is_level(whole, text.language) and not _OF_THEM[text.language].match(whole.right):
            at = part.claim.local.end
            yield Breakdown(whole, (part,), "", (passage.block, at, at + len(" of them")))


def of_the(passage: Passage, text: Prose) -> Iterator[Breakdown]:
    """Of the 1,840 owners asked, 460 …: a whole that opens its sentence, then parts that may overlap."""
    whole = passage.figures[0]
    if whole.claim.quantity.kind == "percent" or not _OUT_OF[text.language].fullmatch(whole.before.strip() + " "):
        return
    run = run_of_survey(passage, whole.claim.outer.end)
    run = list(takewhile(lambda f: not _OF_THEM["en"].match(f.right), run))  # nine of them are some of the part before
    parts = [f for f in run if like(f.claim, whole.claim) and is_part(f, whole, text) and is_taken(f, whole)]
    if parts and not _RESTRICTED["en"].match(whole.after):
        exhaustive = "stated" if len(parts) > 1 and _is_rest(parts[-1], text.language) else ""
        yield Breakdown(whole, tuple(parts), exhaustive, (passage.block, passage.start, whole.claim.local.start))


def is_taken(part: Figure, whole: Figure) -> bool:
    """Whether a figure may tell some of the whole: its clause begins with it, or it does not go beyond the whole.

    Of three wards the north may have 412 beds, and two hold 388.
    """
    before, most = part.previous, whole.claim.quantity.value
    if before is not None and before is not whole and not _PAUSE["en"].search(part.before):
        return False  # two hold 388
    if _SUBJECT["en"].fullmatch(part.left):
        return True
    value = part.claim.quantity.value
    return value is None or most is None or value <= most


def _words_after(passage: Passage, start: int, first: Figure) -> str:
    return passage.folded[start : first.claim.outer.start].replace(",", "，")


def _opens_clause(passage: Passage, offset: int, cue: str, language: str) -> bool:
    """Whether a pause or, in English, a whole word stands before the cue; "Including …" opens no list."""
    before = passage.folded[passage.start : offset].rstrip(" \"'“「")
    if not before and cue.lower() == "including":
        return False
    if cue.lower().startswith("of wh") and _SINGLED_OUT["en"].search(before):
        return False  # the oldest of whom is 88
    if cue.lower().startswith("of wh") and any(
        f.claim.outer.end == passage.start + len(before) for f in passage.figures
    ):
        return False  # 17 of whom were hurt
    return _OPENS_CLAUSE[language].search(before) is not None


def _names_whole(passage: Passage, end: int, cue: str) -> bool:
    """Whether the cue goes on to give its whole: "Of the total provision of 5.7 billion, 4.6 …"."""
    if not cue.lower().startswith("of th"):
        return False
    after = next((f for f in passage.figures if f.claim.local.start >= end), None)
    return after is not None and _NAMES_WHOLE["en"].match(passage.folded[end : after.claim.outer.start]) is not None


def _limit(passage: Passage, cue: int) -> int:
    """Where the parts must end: at the bracket that closes around the cue, or with the sentence."""
    lead = passage.folded[passage.start : cue]
    depth = max(lead.rfind("("), lead.rfind("（"))
    if depth < 0 or max(lead.rfind(")"), lead.rfind("）")) > depth:
        return passage.end
    closes = [at for at in (passage.folded.find(sign, cue, passage.end) for sign in ")）") if at >= 0]
    return min([*closes, passage.end])


def _wholes_before(passage: Passage, offset: int, text: Prose) -> list[Figure]:
    """The nearest level of each kind of unit before the cue.

    It stands in the cue's own sentence, or in the one before when the cue opens its
    sentence. Members of a list are no wholes: what follows the list is about all of it.
    """
    pool = [f for f in passage.figures if f.claim.local.end <= offset]
    if not passage.folded[passage.start : offset].strip(" ,，\"'“「"):
        pool = _sentence_before(passage, text)
    nearest: dict[tuple[str, str], Figure] = {}
    for figure in pool:
        if not _may_be_whole(figure, text):
            continue
        if in_list(figure):
            nearest.pop(kind_key(figure.claim), None)
        else:
            nearest[kind_key(figure.claim)] = figure
    return list(nearest.values())


def _of_like_measure(whole: Figure, run: list[Figure], text: Prose) -> Figure:
    """The nearest whole before that bears the name of the first part, when `whole` bears another: sales of sales."""
    part = next((f for f in run if kind_key(f.claim) == kind_key(whole.claim)), None)
    if part is None or not part.claim.measure or not whole.claim.measure or part.claim.measure == whole.claim.measure:
        return whole
    for figure in reversed(whole.passage.figures[: whole.position]):
        if figure.claim.measure == part.claim.measure and like(figure.claim, whole.claim):
            return figure if _may_be_whole(figure, text) else whole
    return whole


def _may_be_whole(figure: Figure, text: Prose) -> bool:
    """Whether it is an amount; in Chinese a bare number, or one of 男 or 女, is no whole."""
    kind = figure.claim.quantity.kind
    if kind not in AMOUNTS or not is_amount(figure.claim) or not is_level(figure, text.language):
        return False
    if _TIMES[text.language].match(figure.right):
        return False
    if text.language == "en" or kind not in ("count", "number"):
        return True
    counter = counter_of(figure.claim)
    return counter != "" and counter not in words_of("labelling", "zh")


def _sentence_before(passage: Passage, text: Prose) -> list[Figure]:
    """The figures of the sentence before, in the same block."""
    if not passage.index or text.passages[passage.index - 1].block != passage.block:
        return []
    return text.passages[passage.index - 1].figures


def _is_rest(part: Figure, language: str) -> bool:
    """Whether words call the part the rest of the whole."""
    return _REST[language].search(part.passage.folded[part.clause_start : part.claim.outer.start]) is not None


def _exhaustive(parts: list[Figure], start: int, language: str) -> str:
    """What says that two parts or more are all there are: the rest is given, a closed partition, 分别."""
    passage, last = parts[0].passage, parts[-1]
    if _is_rest(last, language) or partition_of([names(p, language) for p in parts], language):
        return "stated"
    words = passage.folded[start : last.claim.outer.end + _TAIL]
    if _RESPECTIVELY[language].search(words) and not OPEN_LIST[language].search(words):
        return "inferred"
    return ""


_TAIL = 12
"""Code points after the last part that may still leave the list open."""
