"""The coordinates of a figure: statistic, measure, what is counted, subject, period, mode.

They are read from the words of its clause, else carried over from the figure before it in
the sentence. What cannot be read stays unknown; nothing is guessed from values.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

import msgspec

from claims.cues import Cues
from claims.languages import load
from claims.model import Claim, Evidence, Quantity
from claims.prose import DATE_MARK, ORDINAL_MARK, REACH, Figure, Passage

_MARKS = DATE_MARK + ORDINAL_MARK
_QUOTES = '「」『』“”‘’"《》〈〉'
_ZH_TRIM = " \t\r\n的了，、：:" + _MARKS
_ZH_AFTER = re.compile(r"[^，。；、：！？（）()\n,;:!?.]{0,24}")
_EACH_ZH = re.compile(r"每一?[㐀-鿿]{1,2}$")
_BY_EN = re.compile(
    r"\b(?:rose|fell|grew|increased|decreased|declined|dropped|climbed|narrowed|widened|shrank|cut|raised|rise|fall)\b"
    r"(?:\s\w+){0,2}\s+by\s*$"
)
_MORE_EN = re.compile(r"^\s*(?:more|higher|above|ahead|fewer|less|lower|below) (?:than|on|from)\b")
_EACH_EN = re.compile(r"\s*(?:per|each|apiece|a head)\b")
_OF = re.compile(r"\s*(?:的|of\b|以上的|以下的)")
_LEADS_ON = re.compile(r"\s*(?:to|at|至|到|达|达到)\s*")
_MEAN_ZH = re.compile(
    r"平均每[个名户家件宗项人天日月年]?|平均|(?<![人户日月年])均$|[人户日月年]均|每[个名户家件宗项人天日月年股亩]"
)
_ACTS_ZH = re.compile(r"[获将已被在是有为登入于]")
_THESE_ZH = re.compile(r"(?:^|[，。；：])\s*(?:这些|该等|上述|这类|此类|这批)")
_ZH_SCOPE = re.compile(r"([^，。；：、]{2,14}(?:之?中|以?内)的|规模以上|限额以上|规上|年满\d+岁)")
_PLURAL_EN = re.compile(r"\b(?:[a-z-]{2,}[^s'\W]s|people|men|women|children)\b", re.IGNORECASE)
_THEIRS_EN = re.compile(r"^\s*(?:their|its|they|these|those|his|her)\b|\b(?:those|these) [a-z]+\b", re.IGNORECASE)
_HINT_ZH = re.compile("[中内]的|规模以上|限额以上|规上|年满|这[些类批]|该等|上述|此类")
"""What `_ZH_SCOPE` and `_THESE_ZH` need; most sentences have nothing of it."""
_THEIRS = frozenset(["their", "its", "they", "these", "those", "his", "her"])
_TOKEN = re.compile(r"\w+")
_FUTURE = ("forecast", "target")
_OWNER_ZH = re.compile(r"(?P<owner>[^，。；：\ue000\ue001]{2,16}?)(?=[人户]均|平均每)")
_EN_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


class Vocabulary(msgspec.Struct, frozen=True):
    """The words of one language's context file, ready to match."""

    leading: re.Pattern[str]
    predicates: re.Pattern[str]
    stops: frozenset[str]
    predicate_words: frozenset[str]
    """Those of the predicates that are one plain word."""
    statistics: dict[str, re.Pattern[str]]
    cues: Cues
    """Statistics by their words."""
    future: re.Pattern[str]
    """Words of what is yet to come, forecast or meant."""
    future_words: frozenset[str]
    """The first words of those entries, for a language that has words."""
    rate_near: re.Pattern[str]
    difference_last: re.Pattern[str]
    up: re.Pattern[str]
    down: re.Pattern[str]
    heads: tuple[str, ...]
    protected: tuple[str, ...]


def _words(text: str) -> list[str]:
    return sorted((w.replace("_", " ") for w in text.split()), key=len, reverse=True)


def _any(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in words)


@lru_cache(maxsize=4)
def vocabulary(language: str) -> Vocabulary:
    """The context words of "zh" or "en"."""
    data = load(f"{language}_context")
    chinese = language == "zh"
    edge = "" if chinese else r"\b"

    def pattern(words: str, before: str = "", after: str = "") -> re.Pattern[str]:
        return re.compile(f"{before}{edge}(?:{_any(_words(words))}){edge}{after}", 0 if chinese else re.IGNORECASE)

    coordinates = data["coordinates"]
    statistics = {name: pattern(words) for name, words in data["statistics"].items()}
    entries = {name: _words(words) for name, words in data["statistics"].items()}
    return Vocabulary(
        leading=pattern(coordinates.get("leading", "_"), before="^"),
        predicates=pattern(coordinates["predicates"], after="$"),
        stops=frozenset(coordinates.get("stops", "").split()),
        predicate_words=frozenset(w for w in _words(coordinates["predicates"]) if w.isalpha()),
        statistics=statistics,
        cues=Cues(statistics, None if chinese else entries),
        future=pattern(" ".join(data["statistics"][mode] for mode in _FUTURE)),
        future_words=frozenset(entry.split()[0].lower() for mode in _FUTURE for entry in entries[mode]),
        rate_near=re.compile(statistics["rate"].pattern + r"[^，,]{0,6}$"),
        difference_last=re.compile(statistics["difference"].pattern + "$"),
        up=pattern(data["up"]["words"]),
        down=pattern(data["down"]["words"]),
        protected=tuple(coordinates.get("protected", "").split()),
        heads=tuple(_words(data.get("nouns", {}).get("heads", ""))),
    )


class Coordinates(msgspec.Struct, frozen=True, gc=False):
    """Where a figure stands in the table behind the prose; see `Claim`."""

    statistic: str | None = None
    measure: str = ""
    counted: str = ""
    subject: str = ""
    period: str = ""
    scope: str = ""
    mode: str = "actual"
    evidence: dict[str, Evidence] = {}


NOWHERE = Coordinates()
"""Of dates and ordinals, which are no figures of the table."""


class _Sentence:
    """What the figures of one passage share, gathered once for all of them."""

    __slots__ = ("dates", "future", "hint", "periods")

    def __init__(self, passage: Passage, words: Vocabulary, language: str) -> None:
        self.dates, self.periods = _periods(passage) if passage.dates else ([], [])
        self.future: list[tuple[str, list[tuple[int, int]]]] = []
        """Modes with the places of their words, in order."""
        self.hint: re.Match[str] | None = None
        """The first of the words that may restrict the figures after them, placed in the passage."""
        folded, start, end = passage.folded, passage.start, passage.end
        text = folded[start:end]
        if language == "zh":
            speaks = words.future.search(text) is not None
            self.hint = _HINT_ZH.search(text)
        else:
            held = set(_TOKEN.findall(text.lower()))
            speaks = not held.isdisjoint(words.future_words)
            if not held.isdisjoint(_THEIRS):
                self.hint = _THEIRS_EN.search(text)
        for mode in _FUTURE if speaks else ():
            places = [m.span() for m in words.statistics[mode].finditer(folded, start, end)]
            if places:
                self.future.append((mode, places))


def describe(passage: Passage, language: str) -> list[Coordinates]:
    """The coordinates of the passage's figures, in the same order."""
    words = vocabulary(language)
    described: list[Coordinates] = []
    if passage.figures:
        sentence, before = _Sentence(passage, words, language), None
        for figure in passage.figures:
            before = _describe(figure, words, language, before, sentence)
            described.append(before)
    return described


def _describe(
    figure: Figure, words: Vocabulary, language: str, before: Coordinates | None, sentence: _Sentence
) -> Coordinates:
    left, right = figure.left, figure.right
    evidence: dict[str, Evidence] = {}
    statistic = _statistic(figure, words, language)
    owner = ""
    if language == "zh":
        owner, left = _owner_zh(left, before)
        measure, counted = _zh_measure(figure, left, right, words)
    else:
        measure, counted = _en_measure(figure, left, right, words)
    if measure:
        evidence["measure"] = Evidence(measure, "clause")
    elif before is not None and not counted and before.measure and _carries(figure, before):
        measure = before.measure
        evidence["measure"] = Evidence(measure, "carried")
    subject = ""
    if owner:
        subject = owner
        evidence["subject"] = Evidence(subject, "clause")
    elif language == "zh" and measure.find("的") > 0:
        subject, _, measure = measure.rpartition("的")
        evidence["subject"] = Evidence(subject, "clause")
    elif before is not None and (before.subject or (language == "zh" and before.counted and not counted)):
        subject = before.subject or before.counted
        evidence["subject"] = Evidence(subject, "carried")
    period = ""
    if sentence.dates:
        period, period_evidence = _period(figure, sentence)
        if period:
            evidence["period"] = period_evidence
    scope = ""
    if sentence.hint is not None:
        scope = _scope(figure) if language == "zh" else _scope_en(figure, sentence.hint)
    return Coordinates(statistic, measure, counted, subject, period, scope, _mode(figure, sentence), evidence)


def _owner_zh(left: str, before: Coordinates | None) -> tuple[str, str]:
    """Whose mean it is, in 小巨人企业户均研发投入, and the words without that; "" when none is named there."""
    if before is not None and before.counted and left.startswith(before.counted):
        left = left[len(before.counted) :]
        return before.counted, left
    match = _OWNER_ZH.match(left.strip(_ZH_TRIM))
    return (match["owner"], left[left.index(match["owner"]) + len(match["owner"]) :]) if match else ("", left)


def _carries(figure: Figure, before: Coordinates) -> bool:
    """A figure without a name of its own is about what the one before it is about."""
    if before.statistic == "growth" and _LEADS_ON.fullmatch(figure.before):
        return True
    kind = figure.claim.quantity.kind
    if kind in ("percent", "point", "multiple"):
        return True
    return figure.previous is not None and kind == figure.previous.claim.quantity.kind


def _statistic(figure: Figure, words: Vocabulary, language: str) -> str | None:
    q = figure.claim.quantity
    if q.kind == "multiple":
        return "multiple"
    if q.kind == "point":
        return "difference"
    return _zh_statistic(figure, q, words) if language == "zh" else _en_statistic(figure, q, words)


def _zh_statistic(figure: Figure, q: Quantity, words: Vocabulary) -> str | None:
    near = figure.left[-10:]
    has = words.statistics
    if has["mean"].search(near) or (q.unit and "/" in q.unit) or _EACH_ZH.search(near):
        if q.kind == "percent" and (q.direction or has["growth"].search(near)):
            return "growth"
        return "mean"
    if q.kind == "percent":
        if q.direction or has["growth"].search(near):
            return "growth"
        if words.rate_near.search(near):
            return "rate"
        return "share" if has["share"].search(near) or _OF.match(figure.right) or _opens_aside(near) else None
    if q.direction or words.difference_last.search(near):
        return "difference"
    return "total" if has["total"].search(near) else None


def _en_statistic(figure: Figure, q: Quantity, words: Vocabulary) -> str | None:
    near = " ".join(figure.left.split()[-6:]) + " "
    cues = words.cues.of(near)
    if "mean" in cues or (q.unit and "/" in q.unit):
        return "growth" if q.kind == "percent" and (q.direction or "growth" in cues) else "mean"
    right = figure.right
    if _EACH_EN.match(right):
        return "mean"
    if q.kind == "percent":
        if q.direction or "growth" in cues:
            return "growth"
        if "rate" in cues and words.rate_near.search(near):
            return "rate"
        return "share" if "share" in cues or _OF.match(right) or _opens_aside(near) else None
    if q.direction or (near.endswith("by ") and _BY_EN.search(near)) or _MORE_EN.match(right):
        return "difference"
    return "total" if "total" in cues else None


def _opens_aside(near: str) -> bool:
    return near.rstrip().endswith(("(", "（", "、", "-"))


def _scope(figure: Figure) -> str:
    """The restriction that its sentence puts on whom the figure is about: 三大产业中的…, 规模以上…."""
    passage, end = figure.passage, figure.claim.outer.start
    lead = passage.folded[max(passage.start, end - REACH) : end]
    found = _ZH_SCOPE.findall(lead)
    if not found and _THESE_ZH.search(lead):
        return f"这些 {passage.index}"  # what 这些 stands for is told in another sentence
    return found[-1] if found else ""


def _scope_en(figure: Figure, theirs: re.Match[str]) -> str:
    """A mark for figures of "their" and "those firms": whose they are is told in another sentence."""
    passage = figure.passage
    return f"theirs {passage.block}" if passage.start + theirs.end() <= figure.claim.outer.start else ""


def _mode(figure: Figure, sentence: _Sentence) -> str:
    """What the words of its clause before it say: a forecast, a target, else what is."""
    start, end = figure.clause_start, figure.claim.outer.start
    for mode, places in sentence.future:
        at = bisect_left(places, (start,))
        if at < len(places) and places[at][1] <= end:
            return mode
    return "actual"


def _zh_measure(figure: Figure, left: str, right: str, words: Vocabulary) -> tuple[str, str]:
    left = _strip_zh(left, words)
    counted = ""
    if figure.claim.quantity.kind == "count" and not figure.claim.quantity.unit_word.endswith("次"):
        counted = _counted_zh(right, words)
    return left[-16:], counted


def _strip_zh(left: str, words: Vocabulary) -> str:
    for mark in _MARKS:
        left = left.rpartition(mark)[2]
    left = left.strip(_ZH_TRIM)
    left = _MEAN_ZH.sub("", left).strip(_ZH_TRIM)
    for pattern in (words.predicates, words.leading):
        while left and not (pattern is words.predicates and left.endswith(words.protected)):
            match = pattern.search(left)
            if match is None or not match.group():
                break
            left = (left[: match.start()] + left[match.end() :]).strip(_ZH_TRIM)
    return left


def _counted_zh(right: str, words: Vocabulary) -> str:
    text = right.strip()
    match = _ZH_AFTER.match(text)
    if match is None:
        return ""
    text = match.group().removeprefix("的")
    ends = [text.find(head) + len(head) for head in words.heads if head in text]
    found = text[: min(ends)] if ends else ""
    return "" if _ACTS_ZH.search(found) else found


def _en_measure(figure: Figure, left: str, right: str, words: Vocabulary) -> tuple[str, str]:
    counted = ""
    if figure.claim.quantity.unit in (None, "count"):
        counted = _noun_phrase_after(right, words)
    tokens = _EN_WORD.findall(left.split(ORDINAL_MARK)[-1].split(DATE_MARK)[-1] or left)
    tokens = [t.lower() for t in tokens]
    dropped = 0
    while tokens and (tokens[-1] in words.stops or _is_predicate(tokens[-1], words)):
        tokens.pop()
        dropped += 1
    phrase: list[str] = []
    while tokens and len(phrase) < 4 and tokens[-1] not in words.stops:
        phrase.insert(0, tokens.pop())
    return " ".join(phrase), counted


def _is_predicate(token: str, words: Vocabulary) -> bool:
    return token in words.predicate_words or (not token.isalpha() and words.predicates.search(token) is not None)


def _noun_phrase_after(right: str, words: Vocabulary) -> str:
    match = re.match(r"\s*((?:[A-Za-z][A-Za-z'’-]*\s*){1,5})", right)
    if match is None:
        return ""
    phrase: list[str] = []
    for token in match.group(1).split():
        low = token.lower()
        if not phrase and low.endswith("ed") and not _PLURAL_EN.search(match.group(1)):
            break
        if low in words.stops or (phrase and words.predicates.fullmatch(low)) or low in ("percent", "per"):
            break
        phrase.append(low)
        if _PLURAL_EN.fullmatch(low):
            break
    return " ".join(phrase[:3])


def _periods(passage: Passage) -> tuple[list[int], list[tuple[str, str, str]]]:
    """Where the dates of a passage stand that are no basis of comparison, and what figures after each are of.

    That is a period, the words it was read from, and for a span "clause" as its source.
    """
    starts: list[int] = []
    periods: list[tuple[str, str, str]] = []
    chosen: Claim | None = None
    for date in passage.dates:
        at = date.outer.start
        if passage.folded[max(passage.start, at - 2) : at].strip().endswith(("比", "较", "與", "与", "than")):
            continue
        starts.append(date.local.start)
        if chosen is not None and _joined(passage, chosen, date):
            first, last = (chosen.quantity.dates or ("", ""))[0], (date.quantity.dates or ("", ""))[1]
            if first and last:
                periods.append((f"{first}/{last}", f"{chosen.quote}–{date.quote}", "clause"))
                break
        periods.append((period_of(date), date.quote, ""))
        chosen = date
    return starts, periods


def _period(figure: Figure, sentence: _Sentence) -> tuple[str, Evidence]:
    """The last date before the figure in its passage that is no basis of comparison."""
    at = bisect_right(sentence.dates, figure.claim.local.start) - 1
    if at < 0:
        return "", Evidence("", "clause")
    period, words, source = sentence.periods[at]
    return period, Evidence(words, source or ("clause" if sentence.dates[at] >= figure.clause_start else "carried"))


def _joined(passage: Passage, first: Claim, last: Claim) -> bool:
    """Whether two dates are the ends of one span: 110年至112年."""
    between = passage.folded[first.outer.end : last.outer.start]
    return between.strip() in ("至", "到", "~", "-", "to", "until", "through")


def period_of(date: Claim) -> str:
    """ISO period of a date claim: "2020", "2020-03", "2020-03-05", "2020-01-01/2020-06-30"; else its words."""
    first, last = date.quantity.dates or ("", "")
    if not first or not last:
        return date.quote
    if first == last:
        return first
    if first[:4] == last[:4] and first[4:] == "-01-01" and last[4:] == "-12-31":
        return first[:4]
    if first[:7] == last[:7] and first[7:] == "-01" and int(last[8:]) >= 28:
        return first[:7]
    return f"{first}/{last}"
