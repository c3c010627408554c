"""A place in an order that the figures beside it do not give.

"A 5, B 7, with A the largest": the words put A first, the figures put B there. "Most came
from the north, 84, followed by the south with 97" runs the wrong way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import msgspec

from checks._extremes import extremes
from checks._judging.figures import quoted
from claims.labels import comparable_levels, is_amount, kind_key, like
from claims.model import Ledger, Relation
from claims.prose import Figure, Passage, Prose, prose
from claims.wordings import Wording

_MOST = Wording(zh=r"{first_place}|{most}", en=r"\b(?:{most})\b")
_LEAST = Wording(zh=r"{last_place}|{least}", en=r"\b(?:{least})\b")
_PLACE = Wording(
    zh=r"(?P<second>{second_place})|(?P<most>{first_place}|{most})|(?P<least>{last_place}|{least})",
    en=r"\b(?:(?P<second>{second_place})|(?P<most>{most})|(?P<least>{least})|(?P<leads>{leads}))\b",
)
_NEXT = Wording(zh=r"{next_place}", en=r"\b{next_place}\b")
_ELSEWHERE = Wording(zh=r"{ranked_elsewhere}", en=r"\b{ranked_elsewhere}\b")
"""Words that set a figure against others than those beside it: a record, the rest of the country."""
_TOTAL = Wording(zh=r"^(?:{whole_name})|平均", en=r"\b{whole_name}\b")
_HOW_MANY = Wording(zh=r"的?$", en=r"\s*$")
"""Between a place and a number: 最大的兩條, "the largest two", which say how many have it."""
_STARTS_LIST = Wording(zh=r"其中|分别|[：:]", en=r":|\bof which\b|\bincluding\b|\bof the\b")
_LEAD = Wording(zh=r"^(?:{rank_lead})+", en=r"^(?:\s*(?:{rank_lead})\b)+")
_NAMED_AFTER = Wording(
    zh=r"(?:的|者)?(?:是|为|则是)([^，。；、：（]{1,12})(?=[，。；（]|$)",
    en=r" (?:was|is|in|at|being) ([^,.;:(]{2,30})",
)
_ENDS = Wording(
    zh=r"(?:[，。；、）)]|$)", en=r"(?:[,.;)]|$| (?:of|among) (?:the|all)\b| {ranked_thing}\b| [a-z]+[,.;])"
)
_GOES_ON = Wording(zh=r"[、和及与][^，。；、]{1,10}", en=r",?(?: and)? [A-Z][^,.;]{0,30}")
_BREAKS = "，,；;。：:、（(."
_WORD = re.compile(r"[A-Za-z0-9][\w'-]+")
_SECOND = Wording(
    zh=r"(?:排|列|居|位居|位列|名列|排名)第二[^，。；]{0,2}[，,]?(?:得|获|有|录得|为)?(?=\d)",
    en=r"\b(?:in|took|takes|came) second (?:place )?(?:with|on|at)\b(?: [a-z]+){0,3} ",
)
_NTH = Wording(
    zh=r"[以而]?第(?P<n>[一二三四五六七八九])[^，。；]{0,3}(?P<most>{first_place}|{most}|最旺)|第(?P<m>[一二三四五六七八九])[^，。；]{0,3}(?P<least>{last_place}|{least}|最淡)"
)
_NUMBERS = "一二三四五六七八九"
_EACH = Wording(zh=r"{respectively}|{entry_by_entry}")
_STEP = 16
_LONGEST_NAME = 16
_LONGEST_GAP = {"zh": 16, "en": 40}
_LONGEST_STEP = 70
"""Code points between a place and its figure."""
_ONE = Fraction(1)


def relations(ledger: Ledger) -> Iterator[Relation]:
    """Figures told in order of size, and listed figures of which one is given its place."""
    text = prose(ledger)
    for passage in text.passages:
        before = text.passages[passage.index - 1] if passage.index else passage
        if not (_are_alike(passage.figures) or (before.block == passage.block and _are_alike(before.figures))):
            continue
        yield from _in_second_place(passage, text)
        yield from _numbered(passage, text)
        places = list(_PLACE[text.language].finditer(passage.folded, passage.start, passage.end))
        if places:
            yield from _in_turn(passage, places, text)
            for place in (p for p in places if p.lastgroup != "leads"):
                yield from _listed(passage, place, text)
    for figure, others, most, span in extremes(text):
        rival = (max if most else min)(others, key=lambda f: f.claim.quantity.value or 0)
        pair = (figure, rival) if most else (rival, figure)
        yield msgspec.structs.replace(_relation(*pair, (), text, span), basis="inferred", reason="rank")


def _are_alike(figures: list[Figure]) -> bool:
    """Whether any two of them may be of one kind, as those are that stand in an order."""
    return len(figures) > 1 and len({kind_key(figure.claim)[0] for figure in figures}) < len(figures)


def _in_turn(passage: Passage, places: list[re.Match[str]], text: Prose) -> Iterator[Relation]:
    """The largest, followed by the next: each figure told is no more than the one before it."""
    first = next((p for p in places if p.lastgroup != "second"), None)
    if first is None or _is_elsewhere(passage, first, text.language):
        return
    marks = [first.span(), *(m.span() for m in _NEXT[text.language].finditer(passage.folded, first.end(), passage.end))]
    if len(marks) < 2:
        return
    steps = [_figures_at(passage, mark, following) for mark, following in pairwise([*marks, (passage.end, 0)])]
    found: list[Figure] = []
    for figure in steps[0]:
        found = [figure]
        for step in steps[1:]:
            same = [f for f in step if _same(f, figure)]
            if not same or (len(same) > 1 and text.language == "zh" and step is not steps[-1]):
                break
            found.append(same[0])
        if len([f for f in steps[0] if _same(f, figure)]) == 1 and len(found) > 1:
            break
        found = []
    for basis, chain in (("stated", found), ("inferred", _went_on(found, text.language))):
        for higher, lower in pairwise(chain):
            pair = (higher, lower) if first.lastgroup != "least" else (lower, higher)
            yield msgspec.structs.replace(_relation(*pair, (), text, first.span()), basis=basis, reason="rank")


def _went_on(found: list[Figure], language: str) -> list[Figure]:
    """The last figure told in turn and those that are listed after it: followed by A with 5 and B with 4."""
    chain = found[-1:]
    while chain and (after := chain[-1].next) is not None and _same(after, chain[-1]) and _is_plain(after):
        if _GOES_ON[language].fullmatch(after.before) is None:
            break
        chain.append(after)
    return chain


def _figures_at(passage: Passage, mark: tuple[int, int], following: tuple[int, int]) -> list[Figure]:
    """The figure directly before a word of place, else those after it up to the next."""
    before = [f for f in passage.figures if 0 <= mark[0] - f.claim.outer.end <= 2]
    if before and not set(passage.folded[before[-1].claim.outer.end : mark[0]]) & set(_BREAKS):
        return before[-1:]
    end = min(following[0], mark[1] + _LONGEST_STEP)
    after = [f for f in passage.figures if mark[1] <= f.claim.local.start < end and _is_plain(f) and not _is_aside(f)]
    many = after and _HOW_MANY.either.match(passage.folded[mark[1] : after[0].claim.outer.start])
    return after[1:] if many and after[0].claim.quantity.kind == "count" and _is_word(after[0]) else after


def _is_aside(figure: Figure) -> bool:
    """Whether it stands first in brackets: 8.4分（10分滿分）."""
    return figure.before.rstrip().endswith(("(", "（"))


def _is_word(figure: Figure) -> bool:
    """Whether the number is written in words, as one that says how many is."""
    return not any(char.isdigit() for char in figure.claim.quote)


def _in_second_place(passage: Passage, text: Prose) -> Iterator[Relation]:
    """In second place with 4.6m: no more than the level told last, no less than the one told next."""
    for place in _SECOND[text.language].finditer(passage.folded, passage.start, passage.end):
        own = next(
            (f for f in passage.figures if 0 <= f.claim.outer.start - place.end() <= _STEP and _is_plain(f)), None
        )
        if own is None:
            continue
        earlier = [f for p in text.passages[max(0, passage.index - 2) : passage.index] if p.block == passage.block
                   for f in p.figures]  # fmt: skip
        first = next((f for f in reversed([*earlier, *passage.figures[: own.position]]) if _same(f, own)), None)
        third = own.next
        for pair in ((first, own), (own, third)):
            if (
                pair[0] is not None
                and pair[1] is not None
                and _same(*pair)
                and _is_plain(pair[0])
                and _is_plain(pair[1])
            ):
                relation = _relation(pair[0], pair[1], (), text, place.span())
                yield msgspec.structs.replace(relation, basis="inferred", reason="rank")


def _numbered(passage: Passage, text: Prose) -> Iterator[Relation]:
    """四季分別為5、6、8及7，以第三季最旺: of figures in turn, the one that a number picks out."""
    if text.language != "zh":
        return
    for place in _NTH["zh"].finditer(passage.folded, passage.start, passage.end):
        number = _NUMBERS.find(place["n"] or place["m"])
        items = next((i for i in _lists(passage, place.start(), text) if len(i) > 2), None)
        if items is None or not 0 <= number < len(items) or _is_elsewhere(passage, place, "zh"):
            continue
        lead = passage.folded[passage.start : items[0].claim.outer.start]
        if _EACH["zh"].search(lead) is None:
            continue
        figure, rivals = items[number], [f for i, f in enumerate(items) if i != number]
        yield from _placed(figure, rivals, place, text)


def _listed(passage: Passage, place: re.Match[str], text: Prose) -> Iterator[Relation]:
    """甲5億、乙7億，甲居首: of the figures listed before, the one that the words name against the others."""
    name = _name(passage, place, text.language)
    if not name or _is_elsewhere(passage, place, text.language):
        return
    for items in _lists(passage, place.start(), text):
        names = _names(items, text.language)
        owner = _owner(name, names, text.language)
        if owner is None:
            continue
        figure, rivals = items[owner], [f for i, f in enumerate(items) if i != owner]
        yield from _placed(figure, rivals, place, text)
        return


def _placed(figure: Figure, rivals: list[Figure], place: re.Match[str], text: Prose) -> Iterator[Relation]:
    """The figure with the place over, or under, each of the others."""
    ranked = sorted(rivals, key=lambda f: f.claim.quantity.value or 0, reverse=place.lastgroup != "least")
    rest = tuple(f.id for f in ranked[1:])
    if place.lastgroup == "most":
        yield _relation(figure, ranked[0], rest, text, place.span())
    elif place.lastgroup == "least":
        yield _relation(ranked[0], figure, rest, text, place.span())
    elif len(ranked) > 1:
        yield _relation(ranked[0], figure, rest, text, place.span())
        yield _relation(figure, ranked[1], (ranked[0].id, *rest[1:]), text, place.span())


def _relation(higher: Figure, lower: Figure, others: tuple[str, ...], text: Prose, span: tuple[int, int]) -> Relation:
    """That the first figure is no less than the second; `others` were ranked with them."""
    first, second = quoted(higher.claim), quoted(lower.claim)
    words = text.ledger.draft.blocks[higher.passage.block].text[slice(*span)]
    return Relation(
        check="", form="rank", terms=(higher.id, lower.id, *others),
        coefficients=(_ONE, -_ONE, *([Fraction(0)] * len(others))), operator=">=", cue=(higher.passage.block, *span),
        note={
            "place": words, "first": first, "second": second,
            "statement": f"{first} ≥ {second}", "arithmetic": f"{first} < {second}",
        },
    )  # fmt: skip


def _is_elsewhere(passage: Passage, place: re.Match[str], language: str) -> bool:
    start = max((passage.folded.rfind(b, passage.start, place.start()) for b in "，,；;。"), default=-1) + 1
    clause = passage.folded[max(start, passage.start) : place.end() + 24]
    cut = re.search(r"[，,；;。]", clause[place.end() - max(start, passage.start) :])
    end = place.end() - max(start, passage.start) + (cut.start() if cut else 24)
    return _ELSEWHERE[language].search(clause[:end]) is not None


def _name(passage: Passage, place: re.Match[str], language: str) -> str:
    """The words that say whose place it is: of its clause before it, or after 最高的是 and "the highest was"."""
    after = _NAMED_AFTER[language].match(passage.folded, place.end(), passage.end)
    if after is not None:
        return after[1].strip()
    if not _ENDS[language].match(passage.folded, place.end(), passage.end):
        return ""
    start = max(passage.folded.rfind(b, passage.start, place.start()) for b in _BREAKS) + 1
    start = max(start, passage.start)
    if any(start < f.claim.local.end <= place.start() for f in passage.figures):
        return ""
    words = _LEAD[language].sub("", passage.folded[start : place.start()].strip()).strip()
    return words if len(words) <= (_LONGEST_NAME if language == "zh" else 40) else ""


def _lists(passage: Passage, end: int, text: Prose) -> Iterator[list[Figure]]:
    """Like figures side by side before `end`, nearest kind first, in this sentence or the one before."""
    groups = [[f for f in passage.figures if f.claim.local.end <= end]]
    if len(groups[0]) < 2 and passage.index and text.passages[passage.index - 1].block == passage.block:
        groups.append(text.passages[passage.index - 1].figures)
    for figures in groups:
        seen: set[tuple[str, str]] = set()
        for last in reversed(figures):
            key = kind_key(last.claim)
            if key in seen or not _is_plain(last):
                continue
            seen.add(key)
            items = _without_announced(
                _run(last, [f for f in figures if _is_plain(f) and _same(f, last)], text.language)
            )
            if len(items) > 1:
                yield items


def _without_announced(items: list[Figure]) -> list[Figure]:
    """The list without a number before it that says how many there are: of the three wards, …"""
    return items[1:] if items[0].claim.quantity.value == len(items) - 1 else items


def _run(last: Figure, candidates: list[Figure], language: str) -> list[Figure]:
    """The figures that lead up to `last` at short distance, back to where their list begins."""
    items = [last]
    for figure in reversed(candidates[: candidates.index(last)]):
        first = items[0]
        gap = last.passage.folded[figure.claim.outer.end : first.claim.outer.start]
        if len(gap) > _LONGEST_GAP[language] or _STARTS_LIST[language].search(gap) or "。" in gap:
            break
        items.insert(0, figure)
    return items


def _names(items: list[Figure], language: str) -> list[str]:
    """What each of the listed figures is called, on the side on which all have a name."""
    folded = items[0].passage.folded
    left = [folded[_start(f) : f.claim.outer.start] for f in items]
    if language == "zh":
        return [_LEAD["zh"].sub("", words.strip(" ：:")) for words in left]
    if all(_proper(words) for words in left[1:]):
        return left
    return [f.right for f in items]


def _proper(words: str) -> bool:
    return any(w[0].isupper() or len(w) > 3 for w in _WORD.findall(words))


def _start(figure: Figure) -> int:
    start = figure.clause_start
    if figure.previous is not None:
        start = max(start, figure.previous.claim.outer.end)
    return max(
        start,
        figure.claim.outer.start - 24,
        max(figure.passage.folded.rfind(b, start, figure.claim.outer.start) for b in "：:、") + 1,
    )


def _keys(name: str, language: str) -> frozenset[str]:
    if language == "en":
        return frozenset(w.lower() for w in _WORD.findall(name) if w[0].isupper() or len(w) > 3)
    return frozenset(name[i : i + 2] for i in range(len(name) - 1)) if len(name) > 1 else frozenset({name})


def _owner(name: str, names: list[str], language: str) -> int | None:
    """Which item the words name: the only one of whose own words some stand there."""
    if any(not words or _TOTAL[language].search(words) for words in names):
        return None
    sets = [_keys(words, language) for words in names]
    held = _keys(name, language) | (frozenset(name[:1]) if language == "zh" else frozenset())
    hit = []
    for i, own in enumerate(sets):
        others = frozenset().union(*(s for j, s in enumerate(sets) if j != i))
        if (own - others) & held:
            hit.append(i)
    return hit[0] if len(hit) == 1 else None


def _is_plain(figure: Figure) -> bool:
    claim = figure.claim
    return (
        claim.quantity.value is not None
        and claim.quantity.kind not in ("duration", "age", "point")
        and is_amount(claim)
    ) or claim.statistic == "share"


def _same(a: Figure, b: Figure) -> bool:
    """Whether two figures are of one kind, and told alike: "three wards" is none of 412 beds and 367."""
    told = [f.claim.quote.isalpha() and f.claim.quote.isascii() for f in (a, b)]
    counted = {f.claim.counted for f in (a, b)} - {""}
    return (like(a.claim, b.claim) or _are_lengths(a, b)) and told[0] == told[1] and len(counted) < 2


def _are_lengths(a: Figure, b: Figure) -> bool:
    """Whether two measures convert into one another: 412毫米, 38.8厘米."""
    return a.claim.quantity.kind == b.claim.quantity.kind == "dimension" and comparable_levels(a.claim, b.claim)
