"""A multiple does not fit the two figures it compares.

From 20 to 60 is three times as much, or two times more: 增加3倍 says four times.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claims.labels import AMOUNTS, kind_key, like
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.ties.roles import is_level, role
from claims.ties.trios import change_between
from claims.wordings import Wording

_MORE = Wording(zh=r"{multiplied_more}了?{level_modifier}?$")
_TIMES = Wording(en=r"^\s*(?:times )?{times_as_much}\s*$")
_IS = Wording(zh=r"{is_level}[^，。；]{0,12}$")
_FROM_AFTER = Wording(zh=r"^[，,]?{change_from}")
_OF_THEN = Wording(zh=r"^[，,](?:{is_level})(?:{base_after}|{base_time}|平日|{date})(?:同期)?的$")
_DATED = Wording(zh=r"{date}|{base_time}")
_NAMES = Wording(zh=r"^[^，,]{0,6}[，,；](?P<a>[㐀-鿿]{0,8}?)(?:{is_level})(?P<b>[㐀-鿿]{2,8})的$")
_NUMBER_OF = Wording(zh=r"(?:总?人数|总?数量?|量)$")
_SHORTEST = 2
_TOLD = Wording(en=r"^[^,.;]{0,30}, (?:or |about |nearly )?$")


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each multiple between two levels of its sentence."""
    text = prose(ledger)
    for passage in text.with_figures:
        for multiple in passage.figures:
            if multiple.claim.quantity.kind != "multiple" or multiple.claim.quantity.value is None:
                continue
            found = _levels(multiple, text)
            if found is None:
                continue
            new, old = found
            more = _is_more(multiple, text.language)
            yield Relation(
                check="", form="multiple", terms=(old.id, multiple.id, new.id), offset=Fraction(int(more)),
                presumed="more" if more else "",
                cue=(passage.block, multiple.clause_start, multiple.claim.local.start),
            )  # fmt: skip


def _is_more(multiple: Figure, language: str) -> bool:
    """Whether the multiple is one of what was added: 增加3倍 makes four times as much."""
    rises = _MORE[language].search(multiple.left) is not None or multiple.claim.quantity.direction == "up"
    return rises and "倍" in multiple.claim.quote


def _levels(multiple: Figure, text: Prose) -> tuple[Figure, Figure] | None:
    """The level and what it is a multiple of; None when the words do not put both beside it."""
    trio = change_between(multiple, text)
    if trio is not None:
        alike = kind_key(trio.new.claim) == kind_key(trio.old.claim) or trio.new.claim.quantity.kind == "money"
        return (trio.new, trio.old) if alike else None
    before, after = multiple.previous, multiple.next
    if text.language == "zh":
        found = _halved(multiple, text) or _as_then(multiple, text) or _by_name(multiple, text)
        if found is not None:
            return found
    if before is None:
        return None
    if text.language == "en":
        if after is None or kind_key(before.claim) != kind_key(after.claim):
            return None
        told = _TOLD["en"].match(multiple.before) and _TIMES["en"].match(multiple.after)
        return (before, after) if told else None
    new = before.previous
    if new is None or kind_key(before.claim) != kind_key(new.claim) or multiple.before.strip("的"):
        return None
    return (new, before) if _IS["zh"].search(before.before) else None


def _halved(multiple: Figure, text: Prose) -> tuple[Figure, Figure] | None:
    """減半，由8,400減至4,200: the two levels of the clause after it."""
    old = multiple.next
    new = old.next if old is not None else None
    if old is None or new is None or not _FROM_AFTER["zh"].match(multiple.after):
        return None
    return (new, old) if role(old, "zh") == "base" and is_level(new, "zh") and like(new.claim, old.claim) else None


def _as_then(multiple: Figure, text: Prose) -> tuple[Figure, Figure] | None:
    """由20增至60，是去年的三倍: of the two levels before it the later is a multiple of the earlier."""
    if not _OF_THEN["zh"].match(multiple.before):
        return None
    last = multiple.previous
    first = last.previous if last is not None else None
    if last is None or first is None or not like(last.claim, first.claim):
        return None
    if role(first, "zh") == "base" and is_level(last, "zh"):
        return last, first
    if is_level(first, "zh") and (role(last, "zh") == "base" or _DATED["zh"].search(first.after)):
        return first, last
    return None


def _by_name(multiple: Figure, text: Prose) -> tuple[Figure, Figure] | None:
    """護士人數是醫生的四倍: two names that were told with their figures; the first may be the last figure's."""
    told = _NAMES["zh"].match(multiple.before)
    if told is None:
        return None
    old = _of_name(told["b"], multiple, text)
    new = _of_name(told["a"], multiple, text) if told["a"] else multiple.previous
    if old is None or new is None or new is old or new.claim.quantity.kind != old.claim.quantity.kind:
        return None
    return new, old


def _of_name(name: str, multiple: Figure, text: Prose) -> Figure | None:
    """The only figure before the multiple whose words hold the name; a closing 數 or 人數 apart."""
    name = _NUMBER_OF["zh"].sub("", name)
    if len(name) < _SHORTEST:
        return None
    at = multiple.passage.index
    found = [
        figure
        for passage in text.passages[max(0, at - 1) : at + 1]
        if passage.block == multiple.passage.block
        for figure in passage.figures
        if figure.index < multiple.index and figure.claim.quantity.kind in AMOUNTS and name in figure.left
    ]
    return found[0] if len(found) == 1 else None
