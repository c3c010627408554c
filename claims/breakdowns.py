"""A whole and its parts, as sentences lay them out.

The cue ("of which", 其中, a bracket, a colon, "in all") says which figure is the whole and
which are parts; their kind of unit says which parts go with which whole. Whether the parts
exhaust the whole is decided from words: see `Breakdown.exhaustive`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from claims.knowledge import foreign, partition_of, same_measure
from claims.labels import counter_of, kind_key, like, names, stem
from claims.lookup import named, place, same_kind
from claims.model import Ledger
from claims.prose import DATE_MARK, Figure, Passage, Prose, in_list, prose
from claims.roles import role

_ZH_OF_WHICH = re.compile(r"(?:其中|当中|包括|包含|涵盖|含有?)[^，。；]{0,0}")
_EN_OF_WHICH = re.compile(
    r"\b(?:of (?:which|whom|these(?=,| [a-z]+,)|this(?: total| amount| sum)?(?=,)|the total(?=,))|including|comprising|compris(?:ed|es)|made up of|consist(?:s|ed|ing) of|among (?:them|these|those))\b",
    re.IGNORECASE,
)
_ZH_OPEN = re.compile(r"等|包括|例如|如")
_EN_OPEN = re.compile(r"\b(?:including|such as|among|for example|e\.g|mainly|mostly|notably)\b", re.IGNORECASE)
_ZH_REST = re.compile(r"(?:其余|余下|剩余)[^，。]{0,8}$")
_EN_REST = re.compile(
    r"\b(?:the rest|the remaining|the remainder|the other|the others|others)\b[^,.]{0,20}$", re.IGNORECASE
)
_ZH_RESPECTIVELY = re.compile(r"分别")
_ZH_TOTAL = re.compile(r"(?:合共|合计|共计|总计|总共|一共|共)(?:有|为|达|录得|约)?$")
_EN_TOTAL_AFTER = re.compile(r"^[^,.;]{0,24}\b(?:in all|in total|altogether)\b", re.IGNORECASE)
_EN_TOTAL = re.compile(
    r"\b(?:totall?ing|for a total of|in all|altogether|making a total of|a combined total of)\s*$", re.IGNORECASE
)
_EN_EXHAUSTIVE = re.compile(r"\b(?:compris(?:ed|es|ing)|made up of|consist(?:s|ed|ing) of)\b", re.IGNORECASE)
_LIST_GAP_ZH = re.compile(r"^[^。]{0,22}$")
_LIST_GAP_EN = re.compile(r"^[^.]{0,60}$")


class Breakdown(NamedTuple):
    """One whole with parts in the same kind of unit."""

    whole: Figure
    parts: tuple[Figure, ...]
    exhaustive: str
    """"stated" by words, "inferred" from a closed list, or "" when the list may be open."""
    cue: tuple[int, int, int]
    group: int
    """Breakdowns with one cue share a number."""
    disjoint: bool = False
    """Whether words say that no member is in two parts."""


@lru_cache(maxsize=2)
def breakdowns(ledger: Ledger) -> tuple[Breakdown, ...]:
    """All breakdowns of a draft, in reading order."""
    from claims.counted_parts import counted_parts  # it makes the record that stands above

    text = prose(ledger)
    found: list[Breakdown] = []
    seen: set[tuple[int, int]] = set()
    for passage in text.passages:
        if passage.figures:
            for finder in (_of_which, _of_the, _of_them, _bracketed, _total_last, _respectively, _partitioned, _closed_list, _by_years):
                for breakdown in finder(passage, text, len(found)):
                    key = breakdown.whole.index, breakdown.parts[0].index
                    if key not in seen:
                        seen.add(key)
                        found.append(breakdown)
            for breakdown in counted_parts(passage, text):
                key = breakdown.whole.index, breakdown.parts[0].index
                if key not in seen:
                    seen.add(key)
                    found.append(breakdown)
    return tuple(found)


def _of_which(passage: Passage, text: Prose, group: int) -> Iterator[Breakdown]:
    """A whole, then a cue such as 其中 or "of which" that opens a clause, then the run of its parts."""
    pattern = _ZH_OF_WHICH if text.language == "zh" else _EN_OF_WHICH
    for cue in pattern.finditer(passage.folded, passage.start, passage.end):
        if not _opens_clause(passage, cue.start(), text.language):
            continue
        wholes = _wholes_before(passage, cue.start(), text)
        if not wholes or _names_whole(passage, cue, text.language):
            continue
        run = _run_after(passage, cue.end(), _limit(passage, cue.start()), text.language)
        named_open = cue.group().lower() in ("包括", "含", "包含", "涵盖", "including")
        for whole in wholes:
            parts = [f for f in run if kind_key(f.claim) == kind_key(whole.claim) and _is_part(f, whole, text.language)]
            if not parts:
                continue
            later = passage.figures[run[-1].position + 1 :]
            rest = [f for f in later if like(f.claim, whole.claim) and _is_part(f, whole, text.language)]
            exhaustive = "" if rest else _exhaustive(parts, passage, cue.end(), text.language, listed=not named_open)
            if text.language == "en" and _EN_EXHAUSTIVE.match(cue.group()) and len(parts) > 1 and not rest:
                exhaustive = "stated"
            yield Breakdown(whole, tuple(parts), exhaustive, (passage.block, cue.start(), cue.end()), group)


_EN_OF_THEM = re.compile(r"^\s*of (?:them|these|those|whom|which)\b", re.IGNORECASE)


def _of_them(passage: Passage, text: Prose, group: int) -> Iterator[Breakdown]:
    """Seventy of them …: a part of the count told last before it."""
    for part in passage.figures if text.language == "en" else ():
        if not _EN_OF_THEM.match(part.right) or part.claim.quantity.kind not in ("count", "number"):
            continue
        pool = list(passage.figures[: part.position])
        before = text.passages[passage.index - 1] if passage.index else None
        if not pool and before is not None and before.block == passage.block:
            pool = before.figures
        whole = next((f for f in reversed(pool) if f.claim.quantity.kind == "count" and f.claim.counted), None)
        if whole is not None and role(whole, "en") == "level" and not _EN_OF_THEM.match(whole.right):
            yield Breakdown(whole, (part,), "", (passage.block, part.claim.local.end, part.claim.local.end + 8), group)


def _opens_clause(passage: Passage, offset: int, language: str) -> bool:
    before = passage.folded[passage.start : offset].rstrip(" \"'“「")
    if not before and passage.folded[offset : offset + 9].lower() == "including":
        return False
    if language == "zh":
        return not before or before[-1] in "，,。；;：:、（(~" or before.endswith(("而", "，当", "有"))
    return not before or before[-1] in ",;:(~-" or before[-1].isalnum()


_EN_NAMED_WHOLE = re.compile(r"^\s*(?:[a-z'-]+ ){0,5}$", re.IGNORECASE)


def _names_whole(passage: Passage, cue: re.Match[str], language: str) -> bool:
    """Whether the cue goes on to give its whole: "Of the total provision of 5.7 billion, 4.6 …"."""
    if language != "en" or not cue.group().lower().startswith("of th"):
        return False
    after = next((f for f in passage.figures if f.claim.local.start >= cue.end()), None)
    return after is not None and bool(_EN_NAMED_WHOLE.match(passage.folded[cue.end() : after.claim.outer.start]))


def _limit(passage: Passage, cue: int) -> int:
    """Where the parts must end: at the bracket that closes around the cue, or with the sentence."""
    lead = passage.folded[passage.start : cue]
    depth = max(lead.rfind("("), lead.rfind("（"))
    if depth < 0 or max(lead.rfind(")"), lead.rfind("）")) > depth:
        return passage.end
    closes = [at for at in (passage.folded.find(")", cue), passage.folded.find("）", cue)) if at >= 0]
    return min([*closes, passage.end])


_ZH_PARTS_WAYS = re.compile(r"当时|另外|另有|此外|而|但|共|总|累计|较|比|去年|上年|同期|每|平均|为止|之后|随后|其中|当中|包括")
_EN_PARTS_WAYS = re.compile(
    r"\b(?:but|compared|from|against|after|before|when|while|last year|a year|total|totall?ing|per|each|average|including|of which|because|since)\b|\([a-z]\)",
    re.IGNORECASE,
)
_ZH_REST_NEXT = re.compile(r"[；;]\s*(?:其余|余下|剩余)")


def _deeper(passage: Passage, start: int, offset: int) -> bool:
    """Whether a bracket opened after `start` is still open at `offset`."""
    words = passage.folded[start:offset]
    return words.count("(") + words.count("（") > words.count(")") + words.count("）")


def _parallel(run: list[Figure], figure: Figure, after: list[Figure]) -> bool:
    """Whether the segment that a semicolon opens is built like the one before it, or is the rest."""
    folded = figure.passage.folded
    if _ZH_REST_NEXT.search(folded[run[-1].claim.outer.end : figure.claim.outer.start]):
        return True
    breaks = [m.start() for m in re.finditer("[；;]", folded)]
    ahead = min((b for b in breaks if b > figure.claim.local.end), default=figure.passage.end)
    back = max((b for b in breaks if b < run[-1].claim.local.start), default=-1)
    kinds = [kind_key(f.claim) for f in run if f.claim.local.start > back]
    return kinds == [kind_key(f.claim) for f in after if figure.claim.local.start <= f.claim.local.start < ahead]


_EN_TURNS_OF_SURVEY = re.compile(r"\b(?:compared|from|against|last year|a year|total|per|each|average|including|of which)\b", re.IGNORECASE)
_LONGEST_GAP = {"zh": 18, "en": 70}


def _run_after(
    passage: Passage, start: int, limit: int, language: str, turn: re.Pattern[str] | None = None
) -> list[Figure]:
    """Figures from the cue on, as far as they follow each other as entries of one list do.

    An entry is a short label and its figures; a date, a turn of the sentence or a long way
    to the next figure ends the list.
    """
    inside = [f for f in passage.figures if start <= f.claim.local.start and f.claim.local.end <= limit]
    after = [f for f in inside if not _deeper(passage, start, f.claim.local.start)]
    turn = turn or (_ZH_PARTS_WAYS if language == "zh" else _EN_PARTS_WAYS)
    run: list[Figure] = []
    for figure in after:
        lead_start = run[-1].claim.outer.end if run else start
        gap = passage.words(lead_start, figure.claim.outer.start)
        longest = _LONGEST_GAP[language] + (12 if not run else 0)
        by_date = run[0].before.rstrip().endswith(DATE_MARK) and gap.rstrip().endswith(DATE_MARK) if run else True
        dated = DATE_MARK in gap and not by_date and turn is not _EN_TURNS_OF_SURVEY
        if len(gap) > longest or turn.search(gap) or dated:
            break
        if ("；" in gap or ";" in gap) and not (run and language == "zh" and _parallel(run, figure, after)):
            break
        run.append(figure)
    return run


_EN_OF_THE = re.compile(r"\W*(?:of|out of|among) (?:the|its|their|those|these|this|all)?\s*(?:[a-z'-]+\s){0,3}(?:of\s)?$", re.IGNORECASE)


def _of_the(passage: Passage, text: Prose, group: int) -> Iterator[Breakdown]:
    """Of the 1,840 owners asked, 460 …: a whole that opens its sentence, then parts that may overlap."""
    whole = passage.figures[0]
    if (
        text.language != "en"
        or not _EN_OF_THE.fullmatch(whole.before.strip() + " ")
        or whole.claim.quantity.kind == "percent"
    ):
        return
    run = _run_after(passage, whole.claim.outer.end, passage.end, text.language, _EN_TURNS_OF_SURVEY)
    parts = [f for f in run if like(f.claim, whole.claim) and _is_part(f, whole, text.language)]
    rest = parts and _EN_REST.search(passage.folded[parts[-1].clause_start : parts[-1].claim.outer.start])
    if parts and not re.match(r"\s*(?:of|in|at)\b", whole.after):
        stated = "stated" if rest and len(parts) > 1 else ""
        yield Breakdown(whole, tuple(parts), stated, (passage.block, passage.start, whole.claim.local.start), group)


def _wholes_before(passage: Passage, offset: int, text: Prose) -> list[Figure]:
    """The nearest level of each kind of unit before the cue.

    It stands in the cue's own sentence, or in the one before when the cue opens its
    sentence. Members of a list are no wholes: what follows the list is about all of it.
    """
    pool = [f for f in passage.figures if f.claim.local.end <= offset]
    if not passage.folded[passage.start : offset].strip(" ,，\"'“「"):
        before = passage.index - 1
        if before < 0 or text.passages[before].block != passage.block:
            return []
        pool = text.passages[before].figures
    nearest: dict[tuple[str, str], Figure] = {}
    for figure in pool:
        if figure.claim.quantity.kind not in ("count", "money", "number", "dimension"):
            continue
        if figure.claim.statistic in ("mean", "growth", "difference", "share") or role(figure, text.language) != "level":
            continue
        if text.language == "zh" and counter_of(figure.claim) in ("", "男", "女") and figure.claim.quantity.kind in ("count", "number"):
            continue
        if in_list(figure):
            nearest.pop(kind_key(figure.claim), None)
            continue
        nearest[kind_key(figure.claim)] = figure
    return list(nearest.values())


def _is_part(figure: Figure, whole: Figure, language: str) -> bool:
    claim = figure.claim
    if claim.quantity.kind != whole.claim.quantity.kind and "number" not in (
        claim.quantity.kind,
        whole.claim.quantity.kind,
    ):
        return False
    if claim.statistic in ("mean", "growth", "difference", "share", "rate"):
        return False
    if language == "en" and _plural(claim.counted) and not whole.claim.counted:
        return False
    if claim.counted and whole.claim.counted and not _same_counted(claim.counted, whole.claim.counted, language):
        return False
    if claim.measure and whole.claim.measure and foreign(claim.measure, whole.claim.measure, language):
        return False
    return role(figure, language) == "level"


_PLURAL = re.compile(r"\b(?:[a-z-]+s|people|men|women|children)\b")


def _plural(noun: str) -> bool:
    return _PLURAL.search(noun) is not None


def _same_counted(part: str, whole: str, language: str) -> bool:
    """企业 counts 小巨人企业 and the reverse; different head nouns count different things."""
    if language == "zh":
        return part[-2:] == whole[-2:]
    nouns = _PLURAL.findall(part)
    return not nouns or stem(nouns[-1]) == stem(whole.split()[-1]) or part.split()[-1] == "children"


def _exhaustive(parts: list[Figure], passage: Passage, start: int, language: str, listed: bool) -> str:
    words = passage.folded[start : parts[-1].claim.outer.end + 12]
    labels = [names(p, language) for p in parts]
    rest = _ZH_REST if language == "zh" else _EN_REST
    if len(parts) >= 2 and rest.search(passage.folded[parts[-1].clause_start : parts[-1].claim.outer.start]):
        return "stated"
    if len(parts) >= 2 and partition_of(labels, language):
        return "stated"
    if language == "zh" and len(parts) >= 2 and _ZH_RESPECTIVELY.search(words) and not _ZH_OPEN.search(words):
        return "inferred"
    return ""


def _bracketed(passage: Passage, text: Prose, group: int) -> Iterator[Breakdown]:
    """120（A 45、B 52、C 23), or 10：男6女4: the parts follow the whole at once."""
    for whole in passage.figures:
        tail = passage.folded[whole.claim.outer.end : whole.clause_end + 1]
        match = re.match(r"[^，,。.;；]{0,12}?([(（:：])", tail)
        if match is None or role(whole, text.language) != "level":
            continue
        if text.language == "zh" and whole.claim.quantity.kind == "count" and counter_of(whole.claim) in ("条", "分", "号", "点", ""):
            continue
        if whole.claim.quantity.kind not in ("count", "money", "number", "dimension"):
            continue
        opened = whole.claim.outer.end + match.end()
        closing = {"(": ")", "（": "）"}.get(match.group(1))
        end = passage.folded.find(closing, opened, passage.end) if closing else passage.end
        if end < 0:
            continue
        parts = [f for f in passage.figures if opened <= f.claim.local.start < end]
        if len(parts) < 2 or not all(_bracket_part(f, whole, text.language) for f in parts):
            continue
        words = passage.folded[opened:end]
        if _ASIDE.match(words):
            continue
        opens = _ZH_OPEN if text.language == "zh" else _EN_OPEN
        labels = [names(p, text.language) for p in parts]
        exhaustive = "stated" if partition_of(labels, text.language) else "" if opens.search(words) else "inferred"
        yield Breakdown(whole, tuple(parts), exhaustive, (passage.block, opened - 1, opened), group)


_ASIDE = re.compile(r"\s*(?:rather|instead|compared|up|down|from|against|about|or|versus|vs|i\.e|e\.g|比|较|去年|上年|即)", re.IGNORECASE)
_LABELLED_ZH = re.compile(r"[㐀-鿿A-Za-z]\s?$")


def _bracket_part(figure: Figure, whole: Figure, language: str) -> bool:
    """An entry in brackets: of the whole's kind, or a bare number with its label beside it (男6女4)."""
    if figure.claim.statistic in ("mean", "growth", "difference", "share") or figure.claim.quantity.rounding == "fraction":
        return False
    if kind_key(figure.claim)[1] == "" and kind_key(whole.claim)[0] == "count":
        labelled = _LABELLED_ZH.search(figure.before)
        if language == "en":
            labelled = labelled or re.match(r"\s?[a-z]", figure.right)
        return bool(labelled) and like(figure.claim, whole.claim)
    return kind_key(figure.claim) == kind_key(whole.claim)


_UNCOUNTED = re.compile(r"一[名个位人间家宗件只条]|\b(?:a|an|one|another)\s+[a-z]+(?=,| and| or)")
"""An entry without a figure of its own: "two teachers and a caretaker"."""


def _total_last(passage: Passage, text: Prose, group: int) -> Iterator[Breakdown]:
    """A 12, B 30, in all 42."""
    pattern = _ZH_TOTAL if text.language == "zh" else _EN_TOTAL
    for total in passage.figures:
        if total.position < 2:
            continue
        start = total.previous.claim.outer.end if total.previous else passage.start
        cue = pattern.search(passage.folded[start : total.claim.outer.start].rstrip())
        lead = passage.folded[start : total.claim.outer.start]
        if cue is None and text.language == "en" and re.fullmatch(r"[^.;]{0,30}, (?:making )?", lead):
            cue = _EN_TOTAL_AFTER.match(total.right) and re.search(r",", lead)
        if cue is None or len(lead) > 34:
            continue
        parts: list[Figure] = []
        for figure in reversed(passage.figures[: total.position]):
            gap_ok = (_LIST_GAP_ZH if text.language == "zh" else _LIST_GAP_EN).match(figure.after) if parts else True
            if not like(figure.claim, total.claim) or not gap_ok or role(figure, text.language) != "level":
                break
            parts.insert(0, figure)
        if parts and _UNCOUNTED.search(passage.folded[parts[0].clause_start : total.claim.outer.start]):
            continue
        if len(parts) >= 2:
            yield Breakdown(
                total, tuple(parts), "stated", (passage.block, start + cue.start(), start + cue.end()), group
            )


_ZH_SPANS = re.compile(r"季度?|个?月|日|天|年|部分|类|产业|地区|分部|业务|板块")
_ZH_RESPECTIVELY_GAP = re.compile(r"分别(?:为|是|达|达到|有|录得|占)?[约]?$")


def _respectively(passage: Passage, text: Prose, group: int) -> Iterator[Breakdown]:
    """四个季度收入分别为5、6、6和7: as many parts as are announced, of a whole with their name."""
    if text.language != "zh":
        return
    for first in passage.figures[1:]:
        if not _ZH_RESPECTIVELY_GAP.search(first.before):
            continue
        parts = [first]
        while (after := parts[-1].next) is not None and like(after.claim, first.claim) and len(after.before) <= 3:
            parts.append(after)
        announced = first.previous
        if announced is None or len(parts) < 2 or _announces(announced) != len(parts):
            continue
        if not _ZH_SPANS.search(announced.claim.quote + announced.after[:4]):
            continue
        name = first.claim.measure or announced.right
        whole = named(name[-4:], announced, text, same_kind(first))
        if whole is not None and whole not in parts and first.before.find("同期") < 0:
            yield Breakdown(whole, tuple(parts), "stated", (passage.block, announced.claim.local.start, first.claim.local.start), group)


def _announces(figure: Figure) -> Fraction | None:
    """How many things a count or a number of quarters announces."""
    q = figure.claim.quantity
    if q.kind == "duration" and q.unit == "month" and "季" in figure.claim.quote and q.value is not None:
        return q.value / 3
    return q.value


_EN_OF = re.compile(r"^\s*(?:were |was )?of the (?P<base>[a-z][a-z -]{2,30}?)(?=,|\.|;| and\b| while\b)", re.IGNORECASE)


def _partitioned(passage: Passage, text: Prose, group: int) -> Iterator[Breakdown]:
    """Members of a closed partition side by side, of a whole that the sentence names: men 12 of the staff and women 9."""
    figures = [f for f in passage.figures if f.claim.quantity.kind in ("count", "number", "money") and role(f, text.language) == "level"]
    for size in (2, 3):
        for at in range(1, len(figures) - size + 1):
            whole, parts = figures[at - 1], figures[at : at + size]
            if not all(kind_key(p.claim) == kind_key(whole.claim) and _is_part(p, whole, text.language) for p in parts):
                continue
            if passage.folded[whole.claim.outer.end : parts[0].claim.outer.start].count("。") or role(whole, text.language) != "level":
                continue
            if partition_of([names(p, text.language) for p in parts], text.language) and not partition_of(
                [names(p, text.language) for p in figures[at - 1 : at + size - 1]], text.language
            ):
                cue = (passage.block, whole.claim.local.end, parts[0].claim.local.start)
                yield Breakdown(whole, tuple(parts), "stated", cue, group)
    for first, second in pairwise(figures):
        if not like(first.claim, second.claim) or first.claim.statistic in ("mean", "growth", "difference", "share"):
            continue
        if not partition_of([names(first, text.language), names(second, text.language)], text.language):
            continue
        base = _EN_OF.match(first.after) if text.language == "en" else None
        if base is None:
            continue
        total = named(base["base"], first, text, same_kind(first)) or _synonym(base["base"], first, text)
        if total is not None:
            cue = (passage.block, first.claim.local.end, first.claim.local.end + base.end())
            yield Breakdown(total, (first, second), "stated", cue, group)


def _synonym(name: str, near: Figure, text: Prose) -> Figure | None:
    """The nearest earlier level that carries a synonym of the name, after it or else before it."""
    accept = same_kind(near)
    earlier = [p for p in text.passages[max(0, near.passage.index - 4) : near.passage.index]]
    figures = [f for p in reversed(earlier) for f in reversed(p.figures) if accept(f)]
    for side in (1, 0):
        for figure in figures:
            if same_measure(name, names(figure, text.language)[side], text.language):
                return figure
    return None


def _closed_list(passage: Passage, text: Prose, group: int) -> Iterator[Breakdown]:
    """Three or more named entries closed by "and", after a whole whose name the first entry takes up."""
    before = passage.index - 1
    if text.language != "en" or before < 0 or text.passages[before].block != passage.block:
        return
    parts = [f for f in passage.figures if f.claim.quantity.kind in ("money", "count", "number", "dimension")]
    if len(parts) < 3 or len(parts) != len(passage.figures) or not all(like(p.claim, parts[0].claim) for p in parts):
        return
    if not re.match(r"^,? and ", parts[-1].before) or not all(p.before.startswith(",") for p in parts[1:-1]):
        return
    if any(role(p, text.language) != "level" or p.claim.quantity.hedge for p in parts) or _EN_OPEN.search(passage.text):
        return
    heads = parts[0].claim.measure.split()[-1:]
    for whole in reversed(text.passages[before].figures):
        if not heads or not like(whole.claim, parts[0].claim) or role(whole, text.language) != "level":
            continue
        name = whole.claim.measure
        if name and (heads[0] in name.split() or same_measure(heads[0], name, text.language)):
            cue = (passage.block, passage.start, parts[0].claim.local.start)
            yield Breakdown(whole, tuple(parts), "inferred", cue, group)
            return


_YEAR_PERIOD = re.compile(r"\d{4}")
_SPAN_PERIOD = re.compile(r"(\d{4})-01-01/(\d{4})-12-31")


def _by_years(passage: Passage, text: Prose, group: int) -> Iterator[Breakdown]:
    """2021年520、2022年610、2023年730: every year of the span that a figure of that name was given for."""
    run: list[Figure] = []
    ahead: list[Figure | None] = [*passage.figures, None]
    for following in ahead:
        if following is not None and _next_year(run[-1] if run else None, following):
            run.append(following)
            continue
        if len(run) >= 2:
            whole = _of_span(run, text)
            if whole is not None:
                yield Breakdown(whole, tuple(run), "stated", (passage.block, run[0].clause_start, run[-1].claim.local.end), group)
        run = [following] if following is not None and _YEAR_PERIOD.fullmatch(following.claim.period) else []


def _next_year(last: Figure | None, figure: Figure) -> bool:
    if last is None or not _YEAR_PERIOD.fullmatch(figure.claim.period) or kind_key(figure.claim) != kind_key(last.claim):
        return False
    return int(figure.claim.period) == int(last.claim.period) + 1 and not (figure.claim.statistic or last.claim.statistic)


def _of_span(run: list[Figure], text: Prose) -> Figure | None:
    """The nearest earlier figure of the run's name whose period is just the run's years."""
    span = (run[0].claim.period, run[-1].claim.period)
    at = place(run[0], text)
    for figure in reversed(text.figures[max(0, at - 12) : at]):
        match = _SPAN_PERIOD.fullmatch(figure.claim.period)
        if match is None or match.groups() != span or kind_key(figure.claim) != kind_key(run[0].claim):
            continue
        if figure.claim.measure and figure.claim.measure == run[0].claim.measure:
            return figure
    return None
