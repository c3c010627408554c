"""How long something lasts from one time of day to another."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claims.interval import closed
from claims.model import Relation
from claims.prose import Figure, Passage, Prose
from claims.ties.clocks import Clock, clocks, spans
from claims.wordings import Wording

_MINUTES = {"minute": Fraction(1), "hour": Fraction(60), "second": Fraction(1, 60)}
_THROUGH = Wording(
    zh=r"[^，。；]{0,10}?[，,]?(?:一直)?[^，。；]{0,4}?(?:{through}|~|-|—|–)[^，。；]{0,8}",
    en=r"\s*(?:{through}|~|-|–|—|and)\s*",
)
_REACHED = Wording(
    zh=r"[^，。；]{0,4}?(?:{sets_off})[，,]?(?:于|在|并)?",
    en=r"(?: [a-z]+){0,3}(?: and|,| and it|,? then) (?:{gets_there})(?: (?:in|at) [A-Z][a-z]+)? at ",
)
_SET_OFF = Wording(zh=r"", en=r"\b(?:{sets_off})(?: [a-zA-Z]+){0,3} at $")
_THERE = Wording(zh=r"(?:便|才|就)?(?:{gets_there})")
_FROM = Wording(zh=r"(?:{running_from}|从)[^，。；]{0,12}$", en=r"\b(?:{running_from})\s*$")
_LENGTH = Wording(
    zh=r"[^，。；]{0,10}[，,]?(?:{all_of_it})?(?:{lasting}|{took_time})+(?:{lasting_is})?(?:了|约)?",
    en=r"(?: (?:in|at|on) [^,.;]{0,20})?,? "
    r"(?:or|an?|{which_is}|an? (?:[a-z-]+ )?[a-z]+ of|(?:{lasting}|{took_time})(?: of)?)(?: {lasting})?\s*",
)
_WITHIN = Wording(zh=r"(?:之间|间)?的?")
_TAKEN = Wording(
    zh=r"[^，。；]{0,30}[，,](?:{all_of_it}|足足|仅|只)*(?:{lasting}|{took_time})+(?:{lasting_is})?(?:近|逾)?[^，。；\d]{0,3}",
    en=r"[^.;,]{0,24}, (?:{keeping})\b[^.;,]{0,40} for |[^.;,]{0,24}, (?:lasting|taking) "
    r"|[^.;,]{0,24}, an? (?:[a-z-]+ ){0,2}[a-z]+ of |[^.;,]{0,24},? after an? ",
)
_JOURNEY = Wording(en=r"[ -](?:[a-z]+ )?(?:{journeys})\b")
_LATER = Wording(en=r" later\b")
_TOLD_AFTER = Wording(en=r"[^.;,]{0,24}, (?:just |only |about )?")
_THEN = Wording(
    zh=r"(?:之?后|过后)[，、,]?(?:即|亦即|也就是)?(?:于|在)?(?:{half_am}|{half_pm})?(?=\d)", en=r" later,? at "
)
_HAVING_TAKEN = Wording(zh=r"经过(?:了|约)?$")
_ONLY_THEN = Wording(zh=r"[^，。；\d]{0,6}[后後][，,][^，。；]{0,12}?(?:[才于在]|至|到)+(?:{half_am}|{half_pm})?(?=\d)")
_LONGEST_GAP = 30
_LONGEST_BETWEEN = 44
_LONGEST_QUOTE = 40


def between_clocks(figure: Figure, passage: Passage, text: Prose) -> Iterator[Relation]:
    """A length in hours or minutes against the two times of day before it that it runs between."""
    told_in = figure.claim.quantity.unit or ""
    unit = _MINUTES.get(told_in.removesuffix("/day"))
    folded = passage.folded
    if unit is None or (":" not in folded and "时" not in folded and "点" not in folded and "m" not in folded):
        return
    told = [c for c in clocks(folded, passage.start, figure.claim.outer.start, text.language)]
    told = [c for c in told if not any(f.claim.quantity.kind == "duration" and _covers(f, c) for f in passage.figures)]
    if (reached := _reached_then(figure, passage, text)) is not None:
        before = told[-1] if told else _last_of(passage.index - 1, passage, text)
        if before is not None and not (_impossible(before) or _impossible(reached)):
            yield _relation(figure, before, reached, unit, text, "inferred")
        return
    if len(told) < 2 or len(told) > 4:
        return
    first, second = told[-2], told[-1]
    if _impossible(first) or _impossible(second):
        return
    gap = folded[second.end : figure.claim.outer.start]
    is_span = _is_span(first, second, folded, passage.start, text.language)
    is_daily = told_in.endswith("/day") and gap == ", "
    if is_span and (is_daily or (len(gap) <= _LONGEST_GAP and _is_length(gap, figure, text.language))):
        yield _relation(figure, first, second, unit, text, "stated")
    elif len(told) == 2 and _is_time_taken(folded[first.end : second.start], gap, figure, text.language):
        yield _relation(figure, first, second, unit, text, "inferred")


def _is_time_taken(between: str, gap: str, figure: Figure, language: str) -> bool:
    """Whether a duration after the only two times of its sentence is how long it took from one to the other."""
    if len(between) > _LONGEST_BETWEEN or set(between) & set("。；;"):
        return False
    if language == "en" and _LATER["en"].match(figure.passage.folded, figure.claim.outer.end):
        return _TOLD_AFTER["en"].fullmatch(gap) is not None
    if gap.endswith((" after a ", " after an ")) and not _JOURNEY["en"].match(
        figure.passage.folded, figure.claim.outer.end
    ):
        return False
    return len(gap) <= _LONGEST_BETWEEN and _TAKEN[language].fullmatch(gap) is not None


def _reached_then(figure: Figure, passage: Passage, text: Prose) -> Clock | None:
    """The time told at once after "three minutes later": 3分鐘後、11時07分."""
    folded, end = passage.folded, figure.claim.outer.end
    after = _THEN[text.language].match(folded[end : end + 16])
    if after is None and text.language == "zh" and _HAVING_TAKEN["zh"].search(figure.left):
        after = _ONLY_THEN["zh"].match(folded[end : end + 24])
    if after is None:
        return None
    found = next(clocks(folded, end, min(passage.end, end + 40), text.language), None)
    return found if found is not None and found.start <= end + after.end() else None


def _last_of(index: int, passage: Passage, text: Prose) -> Clock | None:
    """The last time of the sentence before, where it is of the same paragraph and tells but one."""
    if index < 0 or text.passages[index].block != passage.block:
        return None
    told = list(clocks(passage.folded, text.passages[index].start, text.passages[index].end, text.language))
    return told[0] if len(told) == 1 else None


def _covers(figure: Figure, clock: Clock) -> bool:
    return figure.claim.local.start < clock.end and clock.start < figure.claim.local.end


def _impossible(clock: Clock) -> bool:
    return clock.hour > 24 or clock.minute > 59


def _is_span(first: Clock, second: Clock, folded: str, start: int, language: str) -> bool:
    gap = folded[first.end : second.start]
    if _REACHED[language].fullmatch(gap) and _SET_OFF[language].search(folded[start : first.start]):
        return language == "en" or _THERE["zh"].match(folded[second.end : second.end + 6]) is not None
    return _THROUGH[language].fullmatch(gap) is not None and (
        language == "zh" or gap.strip() != "and" or _FROM["en"].search(folded[start : first.start]) is not None
    )


def _is_length(gap: str, figure: Figure, language: str) -> bool:
    if language == "zh":
        return _LENGTH["zh"].fullmatch(gap) is not None or _WITHIN["zh"].fullmatch(gap) is not None
    return "for" not in gap.split() and _LENGTH["en"].fullmatch(gap) is not None


def _relation(figure: Figure, first: Clock, second: Clock, unit: Fraction, text: Prose, basis: str) -> Relation:
    """Within a minute of what the clocks give, half an hour where hours are counted or a time is loose."""
    value = figure.claim.quantity.value or Fraction(0)
    apart = min(spans(first, second), key=lambda m: abs(m - value * unit))
    slack = Fraction(1)
    if first.is_loose or second.is_loose:
        slack = Fraction(45)
    elif unit == 60 and (value * 2).denominator == 1 and (first.minute or second.minute):
        slack = Fraction(15)
    told = text.ledger.draft.blocks[figure.passage.block].text
    words = " ".join(told[first.start : second.end].split())
    if len(words) > _LONGEST_QUOTE:
        words = "–".join(" ".join(told[clock.start : clock.end].split()) for clock in (first, second))
    hours, minutes = divmod(apart, 60)
    derived = f"{hours}:{minutes:02}"
    quote = figure.claim.quote.strip()
    return Relation(
        check="", form="duration", terms=(figure.id,), coefficients=(Fraction(1),),
        constant=closed((apart - slack) / unit, (apart + slack) / unit), basis=basis, reason="dates",
        cue=(figure.passage.block, first.start, second.end),
        beside=tuple((figure.passage.block, clock.start, clock.end) for clock in (first, second)),
        note={
            "dates": words, "derived": derived, "statement": f"{words} = {quote}",
            "arithmetic": f"{words} = {derived} ≠ {quote}",
        },
    )  # fmt: skip
