"""Changes that an aside tells of two English levels before it: was $9.6 million, up from $7.2 million, a gain of 33 %.

Which level is the earlier one is told by the words between the two, or by the bracket that it
stands in; the sentence may also say of the one before it "that is a rise of 20 %".
"""

from __future__ import annotations

from claims.labels import is_amount, kind_key, like
from claims.prose import Figure, Passage, Prose
from claims.ties.appositions import Movement
from claims.ties.roles import direction, role
from claims.ties.trios import is_each
from claims.wordings import Wording

_ASIDE = Wording(
    en=r"^[^.;]{0,40}(?:,| -| \() ?(?:which (?:is|was) |that is |or )?(?:(?:an?|the) (?:[a-z]+ )?"
    r"(?:(?P<up>{rises}|{gains})|{falls}|{losses}) of |(?:(?P<more>up)|down) (?:by )?)(?:{share_hedge} )*$"
)
_OLD_AFTER = Wording(
    en=r"^[^;()]{0,60}\b(?:(?:up|down)(?: [a-z]+)? (?:from|on)|{held_against}|(?:more|less|higher|lower|fewer) than"
    r"|{beyond_up}|{beyond_down}|from) (?:{compared_modifier} )*$"
    r"|^[^.;()]{0,60}\b(?:and|while|but|against) the (?:others?|rest|controls|control group|placebo group) $"
    r"|^[^.;()]{0,40} \((?:{date}|(?:the )?{season} (?:before|earlier)|last {season}|from|previously)[:,]? ?$"
)
_NEW_AFTER = Wording(
    en=r"^[^.;()]{0,40}\b(?:and|but)(?: is| are| was| were)? now\b[^,.;()]{0,20}$"
    r"|^[^.;()]{0,60} (?:rose|fell|went) to $"
)
_BRACKET = Wording(en=r"^ \((?:{date}|(?:the )?{season} (?:before|earlier)|last {season})[:,] ?$")
_BY = Wording(en=r"^[^.;,]{0,30} by (?:{share_hedge} )*$")
_BEYOND = Wording(
    en=r"\b(?:(?P<up>{beyond_up}|more than|higher than)|{beyond_down}|less than|lower than) (?:{compared_modifier} )*$"
)
_MOVED = Wording(en=r"\b(?:(?P<up>{went_up}|{plainly_up})|{went_down}|{plainly_down}) (?:by )?(?:{share_hedge} )*$")
_OLD_AT_ONCE = Wording(en=r"^,? (?:from|{held_against}) (?:{compared_modifier} )*$")
_LOWER_BY = Wording(en=r"^, (?:(?P<less>lower|less|fewer)|higher|more) by (?:{share_hedge} )*$")
_THAT_IS = Wording(
    en=r"^\W*(?:that|this|it) (?:is|was|represents?|represented|means|meant|marks|marked|makes|amounts to) "
    r"(?:(?:an?|the) (?:[a-z]+ )?(?:(?P<up>{rises}|{gains})|{falls}|{losses}) of )(?:{share_hedge} )*$"
)
_EARLIER_SENTENCE = Wording(
    en=r"^\W*(?:a year (?:ago|earlier|before)|last year|the {season} (?:before|earlier)"
    r"|(?:the )?previous {season}|in the same (?:period|quarter|month))\b"
)
_NO_LEVEL = ("point", "multiple", "age")


def english_change(rate: Figure, text: Prose) -> Movement | None:
    """The change that a rate tells, with the levels it lies between; None when the words do not tell them."""
    return (
        _in_aside(rate) or _by_so_much(rate) or _to_and_from(rate) or _said_of(rate, text)
        or _then_by(rate, text) or _base_next(rate, text)
    )  # fmt: skip


def _may_be(figure: Figure) -> bool:
    q = figure.claim.quantity
    if q.kind == "percent" and role(figure, "en") == "change":
        return False
    return q.kind not in _NO_LEVEL and q.value is not None


def _lead(figure: Figure) -> str:
    """What stands between it and the figure before it, the words that the grammar took into it too."""
    start = figure.previous.claim.outer.end if figure.previous is not None else figure.passage.start
    return figure.passage.words(start, figure.claim.local.start)


def _levels(rate: Figure) -> tuple[Figure, Figure] | None:
    """The last two like figures before the rate; asides for each of several apart."""
    found = [f for f in rate.passage.figures[: rate.position] if _may_be(f)][-3:]
    if len(found) == 3 and is_each(found[1]) and not is_each(found[0]) and not is_each(found[2]):
        found = [found[0], found[2]]
    if len(found) < 2 or rate.previous is not found[-1]:
        return None
    first, last = found[-2:]
    return (first, last) if _alike(first, last) else None


def _alike(first: Figure, last: Figure) -> bool:
    bare = last.claim.quantity.kind == "number" and last.claim.quantity.unit is None
    return like(first.claim, last.claim) or (bare and first.claim.quantity.kind == "dimension")


def _in_aside(rate: Figure) -> Movement | None:
    """$9.6 million, up from $7.2 million, a gain of 33 %."""
    told = _ASIDE["en"].match(_lead(rate))
    pair = _levels(rate) if told is not None else None
    if told is None or pair is None:
        return None
    first, last = pair
    words = first.passage.words(first.claim.outer.end, last.claim.local.start)
    up = bool(told["up"] or told["more"])
    if _OLD_AFTER["en"].match(words):
        return Movement(rate, None, first, last, up)
    if _NEW_AFTER["en"].match(words):
        return Movement(rate, None, last, first, up)
    return None


def _by_so_much(rate: Figure) -> Movement | None:
    """5,460 megawatts, above the 5,200 of last summer by 5 %."""
    pair = _levels(rate) if _BY["en"].match(_lead(rate)) else None
    if pair is None:
        return None
    new, old = pair
    beyond = _BEYOND["en"].search(new.passage.words(new.claim.outer.end, old.claim.local.start))
    return Movement(rate, None, new, old, bool(beyond["up"])) if beyond is not None else None


def _to_and_from(rate: Figure) -> Movement | None:
    """Improved by 3.5 points to 81.0 % from 77.5 %."""
    new = rate.next
    old = new.next if new is not None else None
    way = _MOVED["en"].search(rate.passage.folded[rate.clause_start : rate.claim.local.start])
    if new is None or old is None or way is None or not _may_be(new) or not _may_be(old) or not _alike(new, old):
        return None
    to = new.passage.words(rate.claim.outer.end, new.claim.local.start).strip()
    after = new.passage.words(new.claim.outer.end, old.claim.local.start)
    if to not in ("to", ", to") or not _OLD_AT_ONCE["en"].match(after):
        return None
    return Movement(rate, None, new, old, way["up"] is not None)


def _then_by(rate: Figure, text: Prose) -> Movement | None:
    """The rate was 78.5 %. Last year it was 75.0 %, lower by 3.5 points: an old level after the new one's sentence."""
    old = rate.previous
    told = _LOWER_BY["en"].match(_lead(rate)) if old is not None and old.previous is None else None
    before = _sentence_beside(rate, text, -1) if told is not None else None
    if old is None or told is None or before is None or not _EARLIER_SENTENCE["en"].match(rate.passage.text):
        return None
    levels = [f for f in before.figures if _may_be(f) and like(f.claim, old.claim)]
    return Movement(rate, None, levels[0], old, told["less"] is not None) if len(levels) == 1 else None


def _said_of(rate: Figure, text: Prose) -> Movement | None:
    """Was $48 million, against $40 million the year before. That is a rise of 20 %."""
    told = _THAT_IS["en"].match(_lead(rate)) if rate.previous is None else None
    before = _sentence_beside(rate, text, -1) if told is not None else None
    if told is None or before is None:
        return None
    levels = [f for f in before.figures if _may_be(f)]
    if len(levels) != 2 or len(before.figures) != 2 or not _alike(levels[0], levels[1]):
        return None
    first, last = levels
    words = first.passage.words(first.claim.outer.end, last.claim.local.start)
    if _OLD_AFTER["en"].match(words) or role(last, "en") == "base":
        return Movement(rate, None, first, last, told["up"] is not None)
    return None


def _base_next(rate: Figure, text: Prose) -> Movement | None:
    """Rose 12 % to $1,960. A year ago it was $1,750: the base alone in the sentence after."""
    new = rate.next
    if new is None or role(rate, "en") != "change" or not _may_be(new) or new.before.strip() != "to":
        return None
    if new.next is not None:
        return _in_bracket(rate, new, new.next)
    after = _sentence_beside(rate, text, 1)
    if after is None or len(after.figures) != 1 or not _EARLIER_SENTENCE["en"].match(after.text):
        return None
    old = after.figures[0]
    alike = kind_key(old.claim) == kind_key(new.claim) and is_amount(old.claim) == is_amount(new.claim)
    return Movement(rate, None, new, old, _rises(rate), "inferred") if alike else None


def _in_bracket(rate: Figure, new: Figure, old: Figure) -> Movement | None:
    """Rose 20 % to $60 million (2018: $50 million)."""
    words = new.passage.words(new.claim.outer.end, old.claim.local.start)
    if _may_be(old) and _alike(new, old) and _BRACKET["en"].match(words):
        return Movement(rate, None, new, old, _rises(rate))
    return None


def _rises(rate: Figure) -> bool:
    return direction(rate, "en") != "down"


def _sentence_beside(rate: Figure, text: Prose, step: int) -> Passage | None:
    """The sentence before or after that of a figure, in the same paragraph."""
    at = rate.passage.index + step
    if not 0 <= at < len(text.passages) or text.passages[at].block != rate.passage.block:
        return None
    return text.passages[at]
