"""The coordinates of a figure: statistic, measure, what is counted, subject, period, mode.

They are read from the words of its clause, else carried over from the figure before it in
the sentence. What cannot be read stays unknown; nothing is guessed from values.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from claims.languages import load
from claims.model import Claim, Evidence
from claims.prose import DATE_MARK, ORDINAL_MARK, Figure, Passage

_MARKS = DATE_MARK + ORDINAL_MARK
_QUOTES = '「」『』“”‘’"《》〈〉'
_ZH_TRIM = " \t\r\n的了，、：:" + _MARKS
_ZH_AFTER = re.compile(r"[^，。；、：！？（）()\n,;:!?.]{0,24}")
_EACH_ZH = re.compile(r"每一?[㐀-鿿]{1,2}$")
_BY_EN = re.compile(r"\b(?:rose|fell|grew|increased|decreased|declined|dropped|climbed|narrowed|widened|shrank|cut|raised|rise|fall)\b(?:\s\w+){0,2}\s+by\s*$")
_MORE_EN = re.compile(r"^\s*(?:more|higher|above|ahead|fewer|less|lower|below) (?:than|on|from)\b")
_LEADS_ON = re.compile(r"\s*(?:to|at|至|到|达|达到)\s*")
_MEAN_ZH = re.compile(
    r"平均每[个名户家件宗项人天日月年]?|平均|(?<![人户日月年])均$|[人户日月年]均|每[个名户家件宗项人天日月年股亩]"
)
_ACTS_ZH = re.compile(r"[获将已被在是有为登入于]")
_THESE_ZH = re.compile(r"(?:^|[，。；：])\s*(?:这些|该等|上述|这类|此类|这批)")
_ZH_SCOPE = re.compile(r"([^，。；：、]{2,14}(?:之?中|以?内)的|规模以上|限额以上|规上|年满\d+岁)")
_PLURAL_EN = re.compile(r"\b(?:[a-z-]{2,}[^s'\W]s|people|men|women|children)\b", re.IGNORECASE)
_THEIRS_EN = re.compile(r"^\s*(?:their|its|they|these|those|his|her)\b|\b(?:those|these) [a-z]+\b", re.IGNORECASE)
_PLURAL_EN = re.compile(r"\b(?:[a-z-]{2,}[^s'\W]s|people|men|women|children)\b", re.IGNORECASE)
_THEIRS_EN = re.compile(r"^\s*(?:their|its|they|these|those|his|her)\b|\b(?:those|these) [a-z]+\b", re.IGNORECASE)
_OWNER_ZH = re.compile(r"(?P<owner>[^，。；：\ue000\ue001]{2,16}?)(?=[人户]均|平均每)")
_PLURAL_EN = re.compile(r"\b(?:[a-z-]{2,}[^s'\W]s|people|men|women|children)\b", re.IGNORECASE)
_THEIRS_EN = re.compile(r"^\s*(?:their|its|they|these|those|his|her)\b|\b(?:those|these) [a-z]+\b", re.IGNORECASE)
_OWNER_ZH = re.compile(r"(?P<owner>[^，。；：\ue000\ue001]{2,16}?)(?=[人户]均|平均每)")
_EN_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


class Vocabulary(msgspec.Struct, frozen=True):
    """The words of one language's context file, ready to match."""

    leading: re.Pattern[str]
    predicates: re.Pattern[str]
    stops: frozenset[str]
    statistics: dict[str, re.Pattern[str]]
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
    return Vocabulary(
        leading=pattern(coordinates.get("leading", "_"), before="^"),
        predicates=pattern(coordinates["predicates"], after="$"),
        stops=frozenset(coordinates.get("stops", "").split()),
        statistics={name: pattern(words) for name, words in data["statistics"].items()},
        up=pattern(data["up"]["words"]),
        down=pattern(data["down"]["words"]),
        protected=tuple(coordinates.get("protected", "").split()),
        heads=tuple(_words(data.get("nouns", {}).get("heads", ""))),
    )


def describe(passage: Passage, language: str) -> list[Claim]:
    """The passage's claims with their coordinates, in reading order of its figures."""
    words = vocabulary(language)
    described: list[Claim] = []
    for figure in passage.figures:
        before = described[-1] if described else None
        described.append(_describe(figure, words, language, before))
    return described


def _describe(figure: Figure, words: Vocabulary, language: str, before: Claim | None) -> Claim:
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
    elif language == "zh" and "的" in measure and measure.index("的") > 0:
        subject, _, measure = measure.rpartition("的")
        evidence["subject"] = Evidence(subject, "clause")
    elif before is not None and (before.subject or (language == "zh" and before.counted and not counted)):
        subject = before.subject or before.counted
        evidence["subject"] = Evidence(subject, "carried")
    period, period_evidence = _period(figure)
    if period:
        evidence["period"] = period_evidence
    return msgspec.structs.replace(
        figure.claim,
        statistic=statistic,
        measure=measure,
        counted=counted,
        subject=subject,
        period=period,
        scope=_scope(figure) if language == "zh" else _scope_en(figure),
        mode=_mode(figure, words),
        evidence=evidence,
    )


def _owner_zh(left: str, before: Claim | None) -> tuple[str, str]:
    """Whose mean it is, in 小巨人企业户均研发投入, and the words without that; "" when none is named there."""
    if before is not None and before.counted and left.startswith(before.counted):
        left = left[len(before.counted) :]
        return before.counted, left
    match = _OWNER_ZH.match(left.strip(_ZH_TRIM))
    return (match["owner"], left[left.index(match["owner"]) + len(match["owner"]) :]) if match else ("", left)


def _carries(figure: Figure, before: Claim) -> bool:
    """A figure without a name of its own is about what the one before it is about."""
    claim = figure.claim
    if before.statistic == "growth" and _LEADS_ON.fullmatch(figure.before):
        return True
    if claim.quantity.kind in ("percent", "point", "multiple"):
        return True
    return claim.quantity.kind == before.quantity.kind


def _statistic(figure: Figure, words: Vocabulary, language: str) -> str | None:
    q = figure.claim.quantity
    left = figure.left if language == "zh" else " ".join(figure.left.split()[-6:]) + " "
    near = left[-10:] if language == "zh" else left
    has = words.statistics
    if q.kind == "multiple":
        return "multiple"
    if q.kind == "point":
        return "difference"
    if has["mean"].search(near) or (q.unit and "/" in q.unit) or (language == "zh" and _EACH_ZH.search(near)):
        if q.kind == "percent" and (q.direction or has["growth"].search(near)):
            return "growth"
        return "mean"
    if language == "en" and re.match(r"\s*(?:per|each|apiece|a head)\b", figure.right):
        return "mean"
    if q.kind == "percent":
        if q.direction or has["growth"].search(near):
            return "growth"
        if re.search(has["rate"].pattern + r"[^，,]{0,6}$", near):
            return "rate"
        if has["share"].search(near) or re.match(r"\s*(?:的|of\b|以上的|以下的)", figure.right):
            return "share"
        return "share" if near.rstrip().endswith(("(", "（", "、", "-")) else None
    if q.direction or (language == "zh" and re.search(has["difference"].pattern + r"$", near)):
        return "difference"
    if language == "en" and (_BY_EN.search(near) or _MORE_EN.match(figure.right)):
        return "difference"
    if has["total"].search(near):
        return "total"
    return None


def _scope(figure: Figure) -> str:
    """The restriction that its sentence puts on whom the figure is about: 三大产业中的…, 规模以上…."""
    lead = figure.passage.folded[figure.passage.start : figure.claim.outer.start]
    found = _ZH_SCOPE.findall(lead[-160:])
    if not found and _THESE_ZH.search(lead[-160:]):
        return f"这些 {figure.passage.index}"  # what 这些 stands for is told in another sentence
    return found[-1] if found else ""


def _scope_en(figure: Figure) -> str:
    """A mark for figures of "their" and "those firms": whose they are is told in another sentence."""
    lead = figure.passage.folded[figure.passage.start : figure.claim.outer.start]
    return f"theirs {figure.passage.block}" if _THEIRS_EN.search(lead) else ""


def _mode(figure: Figure, words: Vocabulary) -> str:
    start = max(figure.clause_start, figure.passage.start)
    clause = figure.passage.words(start, figure.claim.outer.start)
    if words.statistics["forecast"].search(clause):
        return "forecast"
    if words.statistics["target"].search(clause):
        return "target"
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
    while tokens and (tokens[-1] in words.stops or words.predicates.search(tokens[-1])):
        tokens.pop()
        dropped += 1
    phrase: list[str] = []
    while tokens and len(phrase) < 4 and tokens[-1] not in words.stops:
        phrase.insert(0, tokens.pop())
    return " ".join(phrase), counted


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


def _period(figure: Figure) -> tuple[str, Evidence]:
    """The last date before the figure in its passage that is no basis of comparison."""
    chosen: Claim | None = None
    source = "clause"
    for date in figure.passage.dates:
        if date.local.start > figure.claim.local.start:
            break
        lead = figure.passage.folded[max(figure.passage.start, date.outer.start - 2) : date.outer.start].strip()
        if lead.endswith(("比", "较", "與", "与", "than")):
            continue
        if chosen is not None and _joined(figure, chosen, date):
            first, last = (chosen.quantity.dates or ("", ""))[0], (date.quantity.dates or ("", ""))[1]
            if first and last:
                return f"{first}/{last}", Evidence(f"{chosen.quote}–{date.quote}", "clause")
        chosen = date
        source = "clause" if date.local.start >= figure.clause_start else "carried"
    if chosen is None:
        return "", Evidence("", "clause")
    return period_of(chosen), Evidence(chosen.quote, source)


def _joined(figure: Figure, first: Claim, last: Claim) -> bool:
    """Whether two dates are the ends of one span: 110年至112年."""
    return figure.passage.folded[first.outer.end : last.outer.start].strip() in ("至", "到", "~", "-", "to", "until", "through")


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
