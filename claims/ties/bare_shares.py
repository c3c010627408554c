"""Shares whose whole goes without a name: 占40%, "(60 %)", "or 55 %".

Their whole is what the sentence, or the one before, told last in the same kind of unit before
it came to parts: "The trust has 250 buildings. Of brick are 45, or 18 %." Entries of a list that
have a share each are no wholes of the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from claims.labels import AMOUNTS, is_amount, kind_key, like, own_period
from claims.prose import Figure, Passage, Prose, in_list
from claims.ties.breakdowns.breakdown import is_part
from claims.ties.lookup import named, place, same_kind
from claims.ties.ratios import RELATIVE
from claims.ties.roles import is_level, role
from claims.wordings import Wording

_SHARE_OF = Wording(
    zh=r"^[^，。；,;]{0,24}(?<!的)[，,]?\s*{share_before}?{share_hedge}?{share_of}"
    r"{whole}?的?{share_link}?{is_share}?{share_hedge}?$",
    en=r"^(?: [^,.;()]{0,50})?, (?:or|representing|which is|that is) (?:{share_hedge} )*$"
    r"|^ (?:of them|of these|of those), (?:or )?(?:{share_hedge} )*$|^(?: of [a-z][a-z' -]{1,30})?, $",
)
_BRACKET = Wording(
    zh=r"^[^，。；,;]{0,16}[(（]{share_of}?{share_before}?{share_hedge}?$",
    en=r"^(?: [^,.;()]{0,60}[^,.;()\s])? ?\((?:{share_hedge} )*$",
)
_NO_OTHER = Wording(
    zh=r"^(?:[)）]|[，,。；;、和及]|$)",
    en=r"^\s*(?:\)|[,.;]|$|and\b|of (?:them|those|these|the total|the whole|all(?= of them)|all(?=\W*$))\b)",
)
_ITS_PART = Wording(
    zh=r"^(?:[，,]即|[(（]即?|即|(?:是|为|属)[^，。；\d]{1,8}[，,]即)(?:有)?$", en=r"^(?:,? ?or |,? i\.e\.? | ?\()$"
)
_OWN_BASE = Wording(en=r"^,? of (?!them\b|those\b|these\b)")
_RESPECTIVE = Wording(zh=r"^[^。；]{0,8}[，,]?{respective_shares}$", en=r"^[^.;]{0,20}, or $")
_AND = Wording(zh=r"^[、和及与]$", en=r"^(?:, | and |, and )$")
_CLAUSE = Wording(
    zh=r"^(?P<part>[一-鿿]{2,12}?)(?:{share_of}(?:{whole}|{total_of})?|的?(?:比例|占比|比重)){is_share}?$"
)
_AT_ONCE = Wording(zh=r"^[，,]{share_hedge}?$")
_OF_OTHERS = Wording(zh=r"{of_another}", en=r"\b{of_another}\b")
_TOPIC = Wording(
    zh=r"(?:^|[，。；])(?P<topic>[^，。；]{2,14})(?:里面|当中|之中|中|里)[，,]",
    en=r"^\W*(?:of|among) (?P<topic>(?:the|all|those|its|their|these) [a-z ' -]{3,40}?),",
)
_GENERIC = Wording(zh=r"{generic_whole}$", en=r"\b{generic_whole}$")
_MODIFIERS = ("duration", "age")
_SENTENCES_BACK = 2
_REACH = 24


class Bare(NamedTuple):
    """A part with its share, and the whole that the words do not name."""

    share: Figure
    part: Figure
    whole: Figure
    basis: str


def bare_share(
    share: Figure, text: Prose, whole_of: Mapping[str, Figure], before: tuple[Figure, Figure] | None = None
) -> Bare | None:
    """A share that does not say what it is of; None when there is no telling.

    `before` are part and whole of the share just before it, in a list of several.
    """
    part = part_of(share, text)
    if part is None:
        told = share.previous  # 4,200人，其中女性2,310人，超過五成
        at_once = told is not None and told.id in whole_of and _AT_ONCE[text.language].match(_lead(share))
        if told is None or not at_once or not _NO_OTHER[text.language].match(share.after):
            return None
        return Bare(share, told, whole_of[told.id], "inferred")
    if part.id in whole_of:
        return Bare(share, part, whole_of[part.id], "stated")
    bracket = in_bracket(share, text.language)
    if before is not None and not bracket and before[0].passage is part.passage and like(part.claim, before[0].claim):
        return Bare(share, part, before[1], "inferred")
    topic = _TOPIC[text.language].search(part.passage.text[: part.clause_start - part.passage.start + len(part.left)])
    if topic is not None:
        name = topic["topic"].removeprefix("在")
        if all(f.claim.quantity.kind in (*RELATIVE, "age") or has_share(f, text.language) for f in _ahead(part)):
            whole = named(name, part, text, same_kind(part)) or _told_last(name, part, text, whole_of)
            return Bare(share, part, whole, "inferred") if whole is not None else None
    if bracket:
        return None
    whole = _whole_before(part, text) or _whole_still(part, before)
    return Bare(share, part, whole, "inferred") if whole is not None else None


def _told_last(name: str, part: Figure, text: Prose, whole_of: Mapping[str, Figure]) -> Figure | None:
    """What "of the money" is of: the amount told last, or what that is part of."""
    if _GENERIC[text.language].search(name) is None:
        return None
    at = place(part, text)
    for figure in reversed(text.figures[max(0, at - _REACH) : at]):
        if figure.passage is part.passage or figure.claim.block != part.claim.block:
            continue
        if kind_key(figure.claim) == kind_key(part.claim):
            whole = whole_of.get(figure.id, figure)
            return whole if _may_be_whole(whole, part, text) else None
    return None


def _whole_still(part: Figure, before: tuple[Figure, Figure] | None) -> Figure | None:
    """The whole of the share before, of which sentences of one paragraph go on to tell: 人口482萬 … 女性佔49%."""
    if before is None or not kind_key(part.claim)[1] or before[0].claim.block != part.claim.block:
        return None
    whole = before[1]
    alike = kind_key(whole.claim) == kind_key(part.claim) == kind_key(before[0].claim)
    more = (whole.claim.quantity.value or 0) > (part.claim.quantity.value or 0)
    return whole if alike and more and whole.claim.mode == part.claim.mode else None


def _ahead(part: Figure) -> list[Figure]:
    return part.passage.figures[: part.position]


def listed(passage: Passage, text: Prose) -> list[tuple[Figure, Figure]]:
    """Parts with bare shares, one after the other in a sentence: 甲9人，占30%；乙6人，占20%."""
    pairs = [(part, f) for f in passage.figures if f.claim.quantity.kind == "percent" and (part := part_of(f, text))]
    alike = [(part, share) for part, share in pairs if kind_key(part.claim) == kind_key(pairs[0][0].claim)]
    return alike if len(alike) > 1 else []


def confirmed(pairs: list[tuple[Figure, Figure]], text: Prose) -> Figure | None:
    """The last amount before a list of which a part in it has the share told; no other whole is meant by the rest."""
    first = pairs[0][0]
    at = place(first, text)
    best: tuple[int, Figure] | None = None
    for figure in reversed(text.figures[max(0, at - _REACH) : at]):
        value = figure.claim.quantity.value
        if not value or kind_key(figure.claim) != kind_key(first.claim) or not _is_amount(figure, text):
            continue
        agreeing = sum(_holds(part, share, value) for part, share in pairs)
        if agreeing >= max(1, len(pairs) - 1) and (best is None or agreeing > best[0]):
            best = agreeing, figure
    return best[1] if best is not None else None


def _holds(part: Figure, share: Figure, whole: Fraction) -> bool:
    q = share.claim.quantity
    made = (part.claim.quantity.value or Fraction(0)) * 100 / whole
    return q.value is not None and abs(made - q.value) <= q.step / 2


def respective(
    passage: Passage, text: Prose, whole_of: Mapping[str, Figure]
) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Part, whole and share, each in its turn: 60人，甲30、乙20和丙10，分别占50%、33%和17%."""
    for parts, shares in in_turn(passage, text):
        for part, share in zip(parts, shares, strict=True):
            whole = whole_of.get(part.id) or _whole_before(parts[0], text)
            if whole is not None:
                yield part, whole, share


def in_turn(passage: Passage, text: Prose) -> Iterator[tuple[list[Figure], list[Figure]]]:
    """Parts and their shares, told in the same order."""
    cue, joint = _RESPECTIVE[text.language], _AND[text.language]
    for first in passage.figures[2:]:
        if first.claim.quantity.kind != "percent" or not cue.match(first.before) or text.language != "zh":
            continue
        shares = [first]
        while (n := shares[-1].next) is not None and n.claim.quantity.kind == "percent" and joint.match(n.before):
            shares.append(n)
        parts = passage.figures[max(0, first.position - len(shares)) : first.position]
        if len(shares) > 1 and len(parts) == len(shares) and all(_may_be_part(p, parts[0], text) for p in parts):
            yield parts, shares


def _may_be_part(figure: Figure, model: Figure, text: Prose) -> bool:
    return _is_amount(figure, text) and kind_key(figure.claim) == kind_key(model.claim)


def named_part(share: Figure, text: Prose, whole_of: Mapping[str, Figure]) -> tuple[Figure, Figure, str] | None:
    """甲30人、乙20人，乙占40%: a part told before by name, of the whole it was told with."""
    clause = _CLAUSE[text.language].match(share.left.strip())
    if clause is None or not _NO_OTHER[text.language].match(share.after):
        return None
    name = clause["part"].removeprefix("其中")
    for figure in reversed(share.passage.figures[: share.position]):
        if _is_amount(figure, text) and name in figure.left:
            if figure.id in whole_of:
                return figure, whole_of[figure.id], "stated"
            whole = _whole_before(figure, text) or _whole_before(_first_of_list(figure), text)
            return (figure, whole, "inferred") if whole is not None else None
    return None


def _first_of_list(figure: Figure) -> Figure:
    """The first of the like figures that follow one another up to this one."""
    while figure.previous is not None and kind_key(figure.previous.claim) == kind_key(figure.claim):
        figure = figure.previous
    return figure


def _is_amount(figure: Figure, text: Prose) -> bool:
    q = figure.claim.quantity
    return q.kind in AMOUNTS and q.value is not None and is_amount(figure.claim) and is_level(figure, text.language)


def part_of(share: Figure, text: Prose) -> Figure | None:
    """The amount that the share is another way to tell."""
    language = text.language
    before, after = share.previous, share.next
    if _OF_OTHERS[language].search(share.left):
        return None
    if after is not None and language == "zh" and _is_amount(after, text) and _ITS_PART["zh"].match(after.before):
        return after
    if not _NO_OTHER[language].match(share.after):
        return None
    if before is not None and _leads_to_share(share, language):
        if before.claim.quantity.kind in _MODIFIERS and before.previous is not None:
            before = before.previous  # 960人通勤超過45分鐘，佔六成
        if _is_amount(before, text):
            return before
    if after is not None and _is_amount(after, text) and _ITS_PART[language].match(after.before):
        return None if _OWN_BASE[language].match(after.after) else after
    return None


def _whole_before(part: Figure, text: Prose) -> Figure | None:
    """The last amount of the same kind before the part that is no entry of its list."""
    language, passage = text.language, part.passage
    for figure in reversed(passage.figures[: part.position]):
        if figure.claim.quantity.kind in RELATIVE or has_share(figure, language):
            continue
        if kind_key(figure.claim) == kind_key(part.claim) or like(figure.claim, part.claim):
            return figure if _may_be_whole(figure, part, text) else None
    siblings = sum(has_share(f, language) for f in passage.figures)
    if siblings < 2 and not part.claim.counted and not kind_key(part.claim)[1]:
        return None
    for back in range(1, _SENTENCES_BACK + 1):
        at = passage.index - back
        if at < 0 or text.passages[at].block != passage.block:
            return None
        for figure in reversed(text.passages[at].figures):
            if kind_key(figure.claim) == kind_key(part.claim):
                if siblings < 2 and figure.claim.counted != part.claim.counted:
                    if language == "en":
                        continue  # 338,000 households with 2.5 people each; 219,700 households, or 65%
                    return None
                return figure if not has_share(figure, language) and _may_be_whole(figure, part, text) else None
    return None


def _may_be_whole(figure: Figure, part: Figure, text: Prose) -> bool:
    if not _is_amount(figure, text) or in_list(figure) or not is_part(part, figure, text):
        return False
    one, other = own_period(figure.claim), own_period(part.claim)
    if (one and other and one != other) or figure.claim.mode != part.claim.mode:
        return False
    return (figure.claim.quantity.value or 0) > (part.claim.quantity.value or 0)


def has_share(figure: Figure, language: str) -> bool:
    """Whether a share follows that tells the figure another way."""
    after = figure.next
    return (
        after is not None
        and after.claim.quantity.kind == "percent"
        and role(after, language) != "change"
        and _leads_to_share(after, language)
    )


def _leads_to_share(share: Figure, language: str) -> bool:
    """Whether the words between a share and the figure before it make it that figure's."""
    return _SHARE_OF[language].search(_lead(share)) is not None or in_bracket(share, language)


def in_bracket(share: Figure, language: str) -> bool:
    """Whether it stands alone in a bracket, where it may as well be a rate of the group told."""
    return _BRACKET[language].search(_lead(share)) is not None


def _lead(share: Figure) -> str:
    """What stands between a share and the figure before it, its hedges too: 约占 is hedge and verb in one."""
    start = share.previous.claim.outer.end if share.previous is not None else share.passage.start
    return share.passage.folded[start : share.claim.local.start]
