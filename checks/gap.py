"""A gap between two figures is not what lies between them.

"Detached houses averaged 421,500 and flats 187,300, a gap of 243,200." The two are found by
standing next to it, or by their names: 甲比乙多, 前者高, "eight ahead of the Comets on 52".
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claims.labels import comparable_levels
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.ties.roles import direction, role
from claims.ties.trios import change_between
from claims.wordings import Wording

_APART = Wording(
    zh=r"^[，,；;]?(?:{both}|一|仅|只)?{apart}(?:了|为|达|只有|仅|足足)?$",
    en=r"\b(?:{a_gap}) of (?:about |just |only )?$",
)
_MORE_BY = Wording(zh=r"[，,；;]?即[^，,；。]{0,6}[多少][^，,；。]?$")
_APART_AFTER = Wording(zh=r"^(?:之差|的?差距|的?差额|的优势|优势)", en=r"^(?: [a-z]+)? apart\b")
_BETWEEN = Wording(en=r"\b(?:{a_gap}) (?:between|in)\b")
_IS = Wording(en=r"\b(?:is|was|of|at|reached)\b[a-z ]{0,14}$")
_OVER = Wording(zh=r"(?:力压|击败|压过|战胜|险胜|领先)[^，,；。]{0,8}$")
_BY = Wording(en=r"\bby (?:a margin of |just )?$")
_SCORED = Wording(en=r"^(?: [a-z]+){0,2}, (?:by )?$")
_SCORE = Wording(en=r"^ (?:votes |points |goals |runs )?(?:to|against) $")
_FORMER = Wording(zh=r"^[，,；;]?(?P<first>前者)|(?P<last>后者)")
_THAN = Wording(zh=r"^[，,；;]?(?P<a>[^，,；;。]{1,12}?)(?:比|较)(?P<b>[^，,；;。]{1,14}?)(?:{plain_comparison})?$")
_BARE_THAN = Wording(
    zh=r"^[，,；;]?(?:比|较)(?!{earlier}|{base_time}|{stock_opening}|{at_first}|目标|预)(?P<b>[^，,；;。{date}]{2,10}?)(?:{plain_comparison}|减少|增加|下降|上升)?$"
)
_FOR_EACH = Wording(en=r"^ (?:for|per|each|an?) ")
_ALONE = Wording(zh=r"^[，,；;]?(?P<a>[㐀-鿿]{2,6}?)(?:{plain_comparison})?$")
_AHEAD = Wording(
    en=r"^ (?:points? |goals? |seats? |votes? )?(?:(?P<more>{in_front})|{in_the_rear}) "
    r"[^,.;]{0,40}\b(?:on|with|at|who (?:had|has)) $"
)
_WORD = Wording(zh=r"{plain_comparison}(?=[^㐀-鿿]*$)")
_BACK = 2
"""Sentences before, in which a name may have its figure."""
_SIGNS = (Fraction(1), Fraction(-1), Fraction(-1))


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each gap between two figures of its sentence, or of two names told before."""
    text = prose(ledger)
    for passage in text.with_figures:
        for gap in passage.figures:
            found = _sides(gap, text)
            if found is not None:
                high, low = found
                basis = "inferred" if _MORE_BY[text.language].search(gap.left) else "stated"
                yield Relation(
                    check="", form="difference", terms=(high.id, low.id, gap.id), coefficients=_SIGNS, basis=basis,
                    reason="apart" if basis == "inferred" else "", cue=_cue(gap, text),
                )  # fmt: skip


def _sides(gap: Figure, text: Prose) -> tuple[Figure, Figure] | None:
    """The figure that should be the higher, and the other."""
    language, q = text.language, gap.claim.quantity
    if q.value is None or q.kind == "percent":
        return None
    if _APART[language].search(gap.left) or _APART_AFTER[language].match(gap.right) or _is_between(gap):
        pair = _beside(gap) or _around(gap, language)
        return None if pair is None else _by_size(*pair)
    if language == "en":
        return _ahead(gap) or _won_by(gap)
    if _MORE_BY["zh"].search(gap.left):
        pair = _beside(gap)
        return None if pair is None else _by_size(*pair)
    if role(gap, language) != "change" or change_between(gap, text) is not None:
        return None
    way = direction(gap, language)
    if way is None or _is_of_time(gap):
        return None
    pair = _named(gap, text)
    if pair is None:
        return None
    return pair if way == "up" else (pair[1], pair[0])


def _is_between(gap: Figure) -> bool:
    """The gap between A and B is D."""
    passage, lead = gap.passage, gap.left
    start = max(passage.start, gap.claim.outer.start - 160)
    return (
        _IS["en"].search(lead) is not None
        and _BETWEEN["en"].search(passage.folded, start, gap.claim.outer.start) is not None
    )


def _around(gap: Figure, language: str) -> tuple[Figure, Figure] | None:
    """積61分，以4分優勢力壓積57分的海澜队."""
    after = gap.next
    before = [f for f in gap.passage.figures[: gap.position] if _is_side(f, gap)]
    if language == "en" or after is None or not before or not _is_side(after, gap) or not _OVER["zh"].search(gap.after):
        return None
    return before[-1], after


def _won_by(gap: Figure) -> tuple[Figure, Figure] | None:
    """By twelve points, 88 to 76."""
    first = gap.next
    second = first.next if first is not None else None
    if first is None or second is None or not _BY["en"].search(gap.left) or not _SCORE["en"].match(second.before):
        return None
    return (
        (first, second)
        if _is_side(first, gap) and _is_side(second, gap) and _SCORED["en"].match(first.before)
        else None
    )


def _is_of_time(gap: Figure) -> bool:
    return gap.claim.quantity.kind == "duration"


def _beside(gap: Figure) -> tuple[Figure, Figure] | None:
    """The two figures of its kind before it in the sentence, if there are no more."""
    found = [f for f in gap.passage.figures[: gap.position] if _is_side(f, gap)]
    return (found[0], found[1]) if len(found) == 2 else None


def _is_side(figure: Figure, gap: Figure) -> bool:
    a, b = figure.claim, gap.claim
    if a.quantity.value is None or figure.claim.quantity.hedge:
        return False
    if b.quantity.kind == "point":
        return a.quantity.kind == "percent"
    return comparable_levels(a, b)


def _by_size(first: Figure, second: Figure) -> tuple[Figure, Figure]:
    high, low = sorted((first, second), key=lambda f: f.claim.quantity.value or 0, reverse=True)
    return high, low


def _named(gap: Figure, text: Prose) -> tuple[Figure, Figure] | None:
    """The figures of the two names that are compared."""
    lead = gap.left
    former = _FORMER["zh"].search(lead)
    if former is not None:
        pair = _beside(gap)
        return None if pair is None else pair if former["first"] else (pair[1], pair[0])
    than = _THAN["zh"].match(lead)
    if than is not None:
        first, second = _of_name(than["a"], gap, text), _of_name(than["b"], gap, text)
        return (first, second) if first and second and first is not second else None
    behind = _BARE_THAN["zh"].match(lead)
    if behind is not None:
        first, second = gap.previous, _of_name(behind["b"], gap, text)
        near = first is not None and _is_side(first, gap) and second is not None and first is not second
        return (first, second) if near and first is not None and second is not None else None
    alone, pair = _ALONE["zh"].match(lead), _beside(gap)
    if alone is None or pair is None:
        return None
    named = [alone["a"] in f.left for f in pair]
    if named == [True, False]:
        return pair
    return (pair[1], pair[0]) if named == [False, True] else None


def _of_name(name: str, gap: Figure, text: Prose) -> Figure | None:
    """The only figure of the gap's kind whose clause begins with the name, its last part or what follows 的."""
    name = name.rpartition("的")[2] or name
    if len(name) < 2:
        return None
    near = [
        figure
        for passage in text.passages[max(0, gap.passage.index - _BACK) : gap.passage.index + 1]
        if passage.block == gap.passage.block
        for figure in passage.figures
        if figure.index < gap.index and _is_side(figure, gap) and name in figure.left
    ]
    return near[0] if len(near) == 1 else None


def _ahead(gap: Figure) -> tuple[Figure, Figure] | None:
    """60 points, eight ahead of the Comets on 52."""
    own, other = gap.previous, gap.next
    while own is not None and _FOR_EACH["en"].match(own.right):
        own = own.previous
    if own is None or other is None or not gap.before.endswith(", "):
        return None
    found = _AHEAD["en"].match(gap.after)
    if found is None or not _is_side(own, gap) or not _is_side(other, gap):
        return None
    return (own, other) if found["more"] else (other, own)


def _cue(gap: Figure, text: Prose) -> tuple[int, int, int]:
    """The word that says which is the higher, else the clause up to the gap."""
    block, start, end = gap.passage.block, gap.clause_start, gap.claim.local.start
    word = _WORD[text.language].search(gap.passage.folded, start, end)
    return (block, word.start(), word.end()) if word else (block, gap.passage.start, end)
