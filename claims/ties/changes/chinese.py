"""Changes whose two levels stand in clauses of their own: 今年4.3萬宗，去年同期4萬宗，升幅7.5%.

Which level is the earlier one is told by the words that begin its clause, or by 由 … 至 …;
the change may come before the levels, between them or after them.
"""

from __future__ import annotations

from fractions import Fraction

from claims.labels import called, comparable_levels, is_amount, keys, label, like
from claims.prose import Figure
from claims.ties.appositions import Movement
from claims.ties.joints import parted, words_between
from claims.ties.roles import direction, is_level, role
from claims.ties.trios import is_each
from claims.wordings import Wording

_EARLIER = Wording(zh=r"^[，,；;(（\s]*(?:而|但|其|在)?(?:{earlier}|{base_time}|{first_told}){same_time}?(?:{was})*")
_FIRST = Wording(zh=r"^[^，。；]{0,8}(?:{first_told})")
_NOW = Wording(zh=r"{at_present}")
_PLAIN = Wording(
    zh=r"{against}(?:{base_time}|{date})+(?:同期)?的?|{than_year_before}|{reckoned}|{neutral}|[，,（(、:：\s了]"
)
_OTHER_BASE = Wording(zh=r"{against}{date}")
_OVER = Wording(zh=r"(?P<up>{overspent})$|{underspent}$")
_NOUN = Wording(zh=r"^的(?:(?P<up>{rise_noun})|{fall_noun})")
_FROM = Wording(zh=r"^[，,（(:：]?(?:{change_from})[^，,；。]{0,12}$")
_TO = Wording(zh=r"^[^，,；。]{0,10}(?:{change_to})[^，,；。]{0,6}$")
_TO_AT_ONCE = Wording(zh=r"^(?:{change_to})了?$")
_ASIDE = Wording(zh=r"^[，,][^，,；。]{0,14}$")
_MOVED = Wording(zh=r"^[^，,；。]{0,6}(?:(?P<up>{plainly_up})|{plainly_down})了?(?:{change_to})$")
_TOTAL = Wording(zh=r"^[，,；]?(?:{whole_subject})")
_OF_WHICH = Wording(zh=r"其中|包括|当中")
_ENOUGH = Fraction(3, 5)
"""Share of the keys of an old level's own name that the new level must hold."""
_NO_LEVEL = ("point", "multiple")
_BY_QUARTER = Wording(zh=r"{by_quarter}")
_YEAR_BEFORE = Wording(zh=r"去年|上年|前一年")


def chinese_change(rate: Figure) -> Movement | None:
    """The change that a rate tells, with the levels it lies between; None when the words do not tell them."""
    way = _way(rate)
    if way is None:
        return None
    for find in (_from_to, _moved_to, _then_and_now, _with_its_amount, _of_the_total, _on_from):
        found = find(rate)
        if found is not None:
            new, old, change, basis = found
            base = _clause(old) if old is not None else ""
            if _BY_QUARTER["zh"].search(rate.left) and _YEAR_BEFORE["zh"].search(base):
                return None
            return Movement(rate, change, new, old, way == "up", basis)
    return None


_Found = tuple[Figure | None, Figure | None, Figure | None, str]
"""New level, old level, amount of change, basis."""


def _way(rate: Figure) -> str | None:
    """ "up" or "down"; None where the figure is no change."""
    noun = _NOUN["zh"].match(rate.after)
    if noun is not None:
        return "up" if noun["up"] else "down"
    if role(rate, "zh") == "change":
        return direction(rate, "zh")
    over = _OVER["zh"].search(rate.left)
    return None if over is None else "up" if over["up"] else "down"


def _may_be(figure: Figure | None) -> bool:
    return (
        figure is not None
        and figure.claim.quantity.kind not in _NO_LEVEL
        and figure.claim.quantity.value is not None
        and (is_amount(figure.claim) or figure.claim.statistic in ("mean", "share"))
        and role(figure, "zh") != "change"
    )


def _between(first: Figure, last: Figure) -> str:
    """What stands between two figures, with the word of direction that the grammar took into the second."""
    return first.passage.words(first.claim.outer.end, last.claim.local.start)


def _clause(figure: Figure) -> str:
    """Its clause up to the figure."""
    return figure.passage.folded[figure.clause_start : figure.claim.outer.start]


def _from_to(rate: Figure) -> _Found | None:
    """租金跌四成，由20萬元跌至12萬元."""
    old = rate.next
    new = old.next if old is not None else None
    if old is None or new is None or not _may_be(old) or not _may_be(new) or not like(old.claim, new.claim):
        return None
    if _FROM["zh"].match(_between(rate, old)) and _TO["zh"].match(_between(old, new)):
        return new, old, None, "stated"
    return None


def _moved_to(rate: Figure) -> _Found | None:
    """1.8小時降到1.2小時，減少三分之一."""
    new = rate.previous
    old = new.previous if new is not None else None
    if old is None or new is None or not _may_be(old) or not _may_be(new) or not like(old.claim, new.claim):
        return None
    if _MOVED["zh"].match(_between(old, new)) and _is_plain(words_between(new, rate), new):
        return new, old, None, "stated"
    return None


def _then_and_now(rate: Figure) -> _Found | None:
    """今年4.3萬宗，去年同期4萬宗，升幅7.5%; 今年4.3萬宗，升7.5%，去年同期4萬宗."""
    before = rate.previous
    change = before if before is not None and role(before, "zh") == "change" else None
    if change is not None and change.claim.quantity.kind not in (*_NO_LEVEL, "percent"):
        before = change.previous
    if before is not None and _may_be(before) and _is_earlier(before):
        new = _level_before(before)
        if new is not None and _is_plain(words_between(before, rate), new):
            return new, before, None, "stated"
    first = before.previous if before is not None else None
    if before is not None and first is not None and _may_be(before) and _may_be(first) and not parted(first, before):
        alike = comparable_levels(first.claim, before.claim) and is_level(before, "zh")
        if alike and _FIRST["zh"].match(_clause(first)) and _is_plain(words_between(before, rate), before):
            return before, first, None, "stated"  # 原預算80億元，最新估算104億元，超支三成
    after = rate.next
    if after is not None and _may_be(after) and after.clause_start > rate.claim.local.start and _is_earlier(after):
        new = _level_before(after)
        if new is not None and not parted(new, after) and _is_plain(_OTHER_BASE["zh"].sub("", rate.left), new):
            return new, after, None, "stated"
    return None


def _is_earlier(figure: Figure) -> bool:
    return _EARLIER["zh"].match(_clause(figure)) is not None


def _level_before(old: Figure) -> Figure | None:
    """The last level like the old one before it, of the same thing and told for no earlier time."""
    figure = old.previous
    while figure is not None and (not comparable_levels(figure.claim, old.claim) or role(figure, "zh") == "change"):
        figure = figure.previous
    if figure is None or not _may_be(figure) or parted(figure, old) or _is_earlier(figure):
        return None
    rest = _EARLIER["zh"].sub("", _clause(old))
    name = keys(rest, "zh")
    named = figure.passage.folded[figure.clause_start : figure.claim.local.start]
    told = keys(f"{label(figure, 'zh')} {called(figure.claim)} {named}", "zh")
    return figure if len(name & told) >= len(name) * _ENOUGH else None


def _is_plain(words: str, level: Figure) -> bool:
    """Whether words bring in no other subject than that of the level, and no other base."""
    if _OTHER_BASE["zh"].search(words):
        return False
    left = _PLAIN["zh"].sub("", words)
    over = _OVER["zh"].search(left)
    left = left[: over.start()] if over is not None else left
    return len(left) <= 1 or (len(left) <= 4 and left[:2] in level.left)


def _with_its_amount(rate: Figure) -> _Found | None:
    """去年960人，今年增加240人，增幅25%: a base and what is added to it."""
    change = rate.previous
    old = change.previous if change is not None else None
    if change is None or old is None or role(change, "zh") != "change" or not _may_be(old):
        return None
    if not like(old.claim, change.claim) or not _is_earlier(old) or not _NOW["zh"].search(_clause(change)):
        return None
    return (None, old, change, "inferred") if _is_plain(words_between(change, rate), change) else None


def _of_the_total(rate: Figure) -> _Found | None:
    """38,400噸，其中 …，總量較2022年的36,000噸增加6.7%: the whole that parts were told of."""
    old = rate.previous
    if old is None or role(old, "zh") != "base" or not _TOTAL["zh"].match(_clause(old)):
        return None
    for figure in old.passage.figures[: old.position]:
        if like(figure.claim, old.claim) and is_level(figure, "zh") and _OF_WHICH["zh"].search(figure.after):
            return figure, old, None, "stated"
    return None


def _on_from(rate: Figure) -> _Found | None:
    """每日5.6萬架次，預計減少25%至4.2萬架次; 超支三成 after two sums is told of them."""
    old, new = rate.previous, rate.next
    if old is None or new is None or not _may_be(old) or not _may_be(new) or not like(old.claim, new.claim):
        return None
    if is_each(old) != is_each(new) or not is_level(old, "zh"):
        return None
    lead = old.passage.words(old.claim.outer.end, rate.claim.outer.start)
    told = _TO_AT_ONCE["zh"].match(_between(rate, new)) and _ASIDE["zh"].match(lead)
    return (new, old, None, "inferred") if told else None
