"""A share with its part and its whole, as the words beside it name them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from claims.labels import AMOUNTS, called, keys, kind_key, label
from claims.prose import Figure, Prose, in_list
from claims.ties.lookup import alone_by_name, named, same_kind
from claims.ties.ratios import RELATIVE, after_prefix
from claims.ties.roles import is_level
from claims.wordings import Wording, words_of

_OF = Wording(
    zh=r"^(?:[^，。；]{0,24}[，,(（、])?\s*{share_before}?[^，。；]{0,6}"
    r"{share_of}(?P<base>[^，。；]{0,14}?){share_link}?{share_is}?$"
)
_WHOLE = Wording(zh=r"^{whole}?{is_share}?$")
_WHOLE_NAMED = Wording(zh=r"^{all_of}|{total_of}的?$")
_TOTAL_OR_LINK = Wording(zh=r"^{all_of}|{total_of}?的?{share_link}?$")
_OWNED = Wording(zh=r"{owned}")
_SHARE_OF_NAMED = Wording(zh=r"(?P<part>[㐀-鿿]{2,12}?){share_name}{is_share}?$")
_SUBJECT = Wording(zh=r"^[，,、；]?(?P<name>[㐀-鿿]{2,12}?)(?:{share_adverb})*{share_of}")
_RATE = Wording(zh=r"(?P<what>[㐀-鿿]{1,4}){rate_name}{rate_is}?$")
_JOINED = Wording(
    en=r"^[^,.;()]{0,40}?[ ]?[(\[]\s*$"
    r"|^[^,.;()]{0,30}, (?:or )?(?:{nearly} )?$|^ - (?:or )?$|^\s*~ ?(?:or )?$"
    r"|^[^.;()]{0,30}\b{represents} $|^[^.;()]{0,40}, an? (?:[a-z-]+ ){0,3}{ratio} of (?:about |nearly )?$"
)
_BASE = Wording(en=r"^\s*(?:\)|,)?\s*of (?:{all_the} )*(?P<base>[a-z][a-z' -]{2,40}?)(?=[,.;()]|$| {after_name}\b)")
_THEN_PART = Wording(en=r"^\s*of (?:{all_the} )*[a-z' -]{3,40}, (?:or |about |some )?$")
_TOLD_WHOLE = Wording(
    zh=r"{share_link}+$",
    en=r"^\s*(?:\)|,)?\s*of (?P<base>(?:all (?:the )?|the )[a-z][a-z' -]{2,40}?)(?=[,.;()]|$| {after_name}\b)",
)
_ALSO = Wording(zh=r"^[，,、]{share_of}")
_SUMMED_UP = Wording(zh=r"[)）]|[及和与、]$", en=r"\)|\band\s*$")
_ALL_TOLD = Wording(zh=r"全|总|共|合计")
_ACCOUNTS = Wording(
    en=r"(?:^\s*|\b(?:so that|while|and|but) )(?:the )?(?P<part>[a-z][a-z -]{1,30}?) (?:{still} )?"
    r"(?:{accounts} (?:for|up)|has|have|had|holds|held|took|represents|represented) (?:{share_hedge} )*$"
)
_OF_THEM = Wording(en=r"^ of (?:them|it|these|those|the total|all of them)\b")
_ALL_OF_IT = Wording(en=r"^ of the\b")
_IN_ALL = Wording(en=r"^ (?:[a-z]+ )?(?:in all|in total|altogether)\b")
_SENTENCES_BACK = 8


class Share(NamedTuple):
    """What a share is of what."""

    part: Figure
    whole: Figure
    basis: str = "stated"


def share_between(share: Figure, text: Prose, whole_of: Mapping[str, Figure]) -> Share | None:
    """Part and whole; `whole_of` gives by id those of parts that were told as such. None when unknown."""
    return _share_zh(share, text, whole_of) if text.language == "zh" else _share_en(share, text, whole_of)


def part_and_base(share: Figure, language: str, any_name: bool = False) -> tuple[Figure, str] | None:
    """The part that stands before a share, and what words call its whole: 占公司总股本的5%, "5 % of all seats".

    None when the words do not name it, and where the part is the sum of several figures. In English
    `any_name` takes a whole without an article too: 5 % of revenue.
    """
    part = share.previous
    if (
        language == "zh"
        and part is not None
        and part.claim.quantity.unit == "percent"
        and _ALSO["zh"].match(share.before)
    ):
        part = part.previous  # one part, its share of this and its share of that
    if part is None or part.claim.quantity.kind not in AMOUNTS or not is_level(part, language):
        return None
    if language == "zh":
        match = _OF["zh"].match(share.before)
        base = _TOLD_WHOLE["zh"].sub("", match["base"].strip()) if match is not None else ""
    else:
        lead = share.passage.folded[part.claim.outer.end : share.claim.local.start]
        told = _BASE["en"] if any_name else _TOLD_WHOLE["en"]
        match = told.match(share.after) if _JOINED["en"].match(lead) else None
        base = match["base"].strip() if match is not None else ""
    if not base or (part.previous is not None and _SUMMED_UP[language].search(part.before)):
        return None
    between = share.passage.folded[part.claim.outer.end : share.claim.outer.start]
    closed = language == "zh" and _SUMMED_UP["zh"].search(between.rpartition(base)[0])
    return None if closed else (part, base)


def _share_zh(share: Figure, text: Prose, whole_of: Mapping[str, Figure]) -> Share | None:
    """After its part: 占…的45%; after its whole: 海外收入占比45%; after both: 批核率45%."""
    part = _spoken_of(share)
    if part is None or not is_level(part, text.language):
        return None
    found = _share_of_named(share, part, text)
    if found is not None:
        return found
    match = _OF["zh"].match(share.before)
    if match is not None and part.claim.quantity.kind not in RELATIVE:
        return _share_of(match["base"].strip(), part, text, whole_of)
    rate = _RATE["zh"].search(share.left)
    if rate is not None and share.left.strip().endswith(rate.group()):
        return _own_rate(rate["what"], part, text, whole_of)
    return None


def _spoken_of(share: Figure) -> Figure | None:
    """The figure before a share, or the one that the words before 占 name: 甲3人、乙5人，甲占….

    None where they name something else.
    """
    last = share.previous
    if last is None or share.clause_start <= last.claim.local.start:
        return last
    named = _SUBJECT["zh"].match(share.left)
    if named is None:
        return last
    name, key = named["name"], kind_key(last.claim)
    before = [f for f in reversed(share.passage.figures[: share.position]) if kind_key(f.claim) == key]
    for words in ("left", "right"):
        for figure in before:
            if name in getattr(figure, words):
                return figure
    return None if in_list(last) else last


def _share_of_named(share: Figure, whole: Figure, text: Prose) -> Share | None:
    """收入8億元，海外收入占比45%: of the figure before, for a part that was told by name."""
    clause = _SHARE_OF_NAMED["zh"].search(share.left)
    if clause is None or share.left.strip() != clause.group():
        return None
    if whole.claim.quantity.kind in RELATIVE or clause["part"] in whole.left:
        return None
    part = named(clause["part"], whole, text, same_kind(whole))
    return Share(part, whole) if part is not None and part is not whole else None


def _share_of(base: str, part: Figure, text: Prose, whole_of: Mapping[str, Figure]) -> Share | None:
    """占 or 占總數: of the whole that the part was told with; 占…: of what goes by that name."""
    if _WHOLE["zh"].match(base) or _WHOLE_NAMED["zh"].search(base):
        if part.id in whole_of:
            return Share(part, whole_of[part.id])
        if not base.strip("比例重总其"):
            whole = _by_head(part, text)
            return Share(part, whole, "inferred") if whole is not None else None
        name = _TOTAL_OR_LINK["zh"].sub("", base)
        whole = named(name, part, text, _whole_like(part, base, "zh")) if len(name) > 1 and "股" not in name else None
        return Share(part, whole) if whole is not None else None
    if _OWNED["zh"].search(base):
        return None
    accept, name = _whole_like(part, base, "zh"), base.removesuffix("的")
    whole = named(name, part, text, accept)
    if whole is not None:
        return Share(part, whole) if alone_by_name(whole, name, part, text, accept) else None
    if base.startswith("全"):
        whole = _of_all_told(part, text)
        return Share(part, whole, "inferred") if whole is not None else None
    told = whole_of.get(part.id)
    head = keys(name[-2:], "zh")
    if told is not None and head and head <= keys(label(told, "zh"), "zh"):
        return Share(part, told, "inferred")  # 重865公斤，其中燃料173公斤，占發射質量的20%
    return None


def _of_all_told(part: Figure, text: Prose) -> Figure | None:
    """What 占全隊 is of: the last amount like the part that words such as 全季 and 共 say is all there is."""
    at = part.passage.index
    for passage in reversed(text.passages[max(0, at - 2) : at + 1]):
        for figure in reversed(passage.figures):
            if figure.index >= part.index or kind_key(figure.claim) != kind_key(part.claim):
                continue
            if _ALL_TOLD["zh"].search(figure.left) and is_level(figure, "zh") and not in_list(figure):
                return figure
    return None


def _whole_like(part: Figure, base: str, language: str) -> Callable[[Figure], bool]:
    """Accepts what may be the whole of a part: of its kind, and not another part of a whole of that name."""
    accept = same_kind(part)
    return lambda figure: accept(figure) and not _is_part_of(figure, base, language)


def _is_part_of(figure: Figure, base: str, language: str) -> bool:
    """Whether the share that follows a figure is one of a whole of that name: 10 seats, or 50 % of the seats."""
    share = figure.next
    if share is None or share.claim.quantity.unit != "percent":
        return False
    match = _OF["zh"].match(share.before) if language == "zh" else _BASE["en"].match(share.after)
    return match is not None and match["base"] == base


def _own_rate(what: str, part: Figure, text: Prose, whole_of: Mapping[str, Figure]) -> Share | None:
    """批核率 after 申请 and 获批 counts: the part's words hold a character of the rate's name."""
    words, what = part.left + part.right, what.removeprefix("平均")
    if part.claim.quantity.kind != "count" or not any(char in words for char in what):
        return None
    whole = whole_of.get(part.id)
    if whole is None and part.previous is not None and part.previous.claim.quantity.kind == "count":
        whole = part.previous if is_level(part.previous, text.language) else None
    return Share(part, whole, "inferred") if whole is not None else None


def _by_head(part: Figure, text: Prose) -> Figure | None:
    """The nearest earlier figure whose measure ends in the part's head noun: 营业收入 for 海外收入."""
    measure = called(part.claim)
    if len(measure) < 3:
        return None
    at = part.passage.index
    for passage in reversed(text.passages[max(0, at - _SENTENCES_BACK) : at + 1]):
        for figure in passage.figures:
            claim = figure.claim
            if figure.index >= part.index or claim.statistic in ("mean", "growth", "difference"):
                continue
            name = called(claim)
            if measure in name or not _is_total_of(name, measure[-2:]):
                continue
            if kind_key(claim) == kind_key(part.claim) and is_level(figure, text.language) and not in_list(figure):
                return figure
    return None


def _is_total_of(measure: str, head: str) -> bool:
    """Whether a measure is the whole of what ends in `head`: 营业收入 of 海外收入, but not 房产收入."""
    if not measure.endswith(head):
        return False
    rest = measure[after_prefix(measure) : -len(head)]
    return not rest or rest in words_of("whole_prefix", "zh")


def _share_en(share: Figure, text: Prose, whole_of: Mapping[str, Figure]) -> Share | None:
    """After its part, in a bracket or an aside; before it: 40 % of the visitors, or 80."""
    part, base = share.previous, _BASE["en"].match(share.after)
    if part is not None and part.previous is not None and whole_of.get(part.previous.id) is part:
        part = part.previous  # 212 of the 400 seats, or 53 %
    if part is not None and part.claim.quantity.kind in AMOUNTS and is_level(part, text.language):
        joined = _JOINED["en"].match(share.before)
        if joined and base is not None:
            accept = _whole_like(part, base["base"], "en")
            whole = named(base["base"], part, text, accept)
            if whole is not None and whole is not part and alone_by_name(whole, base["base"], part, text, accept):
                return Share(part, whole)
        if joined and part.id in whole_of:
            return Share(part, whole_of[part.id])
    spoken = _accounted(share, base["base"] if base is not None else "", text, whole_of)
    if spoken is not None:
        return spoken
    follower = share.next
    if follower is None or base is None or not _THEN_PART["en"].match(share.after):
        return None
    if not is_level(follower, text.language):
        return None
    whole = named(base["base"], share, text, _whole_like(follower, base["base"], "en"))
    return Share(follower, whole) if whole is not None else None


def _accounted(share: Figure, base: str, text: Prose, whole_of: Mapping[str, Figure]) -> Share | None:
    """Freight accounted for 33 % of revenue, "so that North has 45 % of them": of a part that was told by name."""
    told = _ACCOUNTS["en"].search(share.left)
    if told is None:
        return None
    name = re.compile(rf"\b{re.escape(told['part'].lower())}\b")
    at = share.passage.index
    for passage in reversed(text.passages[max(0, at - 2) : at + 1]):
        for figure in reversed(passage.figures):
            if figure.index >= share.index or figure.claim.quantity.kind not in AMOUNTS or not is_level(figure, "en"):
                continue
            if figure.claim.block == share.claim.block and name.search(figure.left.lower()):
                whole = _whole_of_named(figure, share, base, text, whole_of)
                return Share(figure, whole, "inferred") if whole is not None and whole is not figure else None
    return None


def _whole_of_named(
    part: Figure, share: Figure, base: str, text: Prose, whole_of: Mapping[str, Figure]
) -> Figure | None:
    """The whole that the part was told with, or what goes by the name of it."""
    if _OF_THEM["en"].match(share.after):
        own = _BASE["en"].match(part.after)
        if part.id in whole_of or own is None:
            return whole_of.get(part.id)
        counted, at = f" {own['base']}", part.passage.index
        figures = [f for p in text.passages[max(0, at - 2) : at + 1] for f in p.figures if f.index < part.index]
        return next((f for f in reversed(figures) if f.after.startswith(counted)), None)
    return named(base, part, text, _whole_like(part, base, "en")) if base else None
