"""What part a figure plays in its sentence: a level, the level before it, or a change.

"Revenue rose 12.5% to $180 million from $160 million" holds a change, a level and a base,
whatever their values are.
"""

from __future__ import annotations

import re

from claims.context import vocabulary
from claims.prose import Figure

_ZH_BASE_BEFORE = re.compile(
    r"(?:(?:(?<![占环同对])比|较|对比|相比|相对|高于|低于|多于|少于)[^，,；。]{0,14}"
    r"|(?:同期|上年|去年|前年|上月|上季度?|上周|年初|期初|前一年|上年末)(?:同期|同月)?(?:的|为|是|则为|仅为|只有|仅|有|录得|则)?"
    r"|(?:此前|原先|原来)[^，,；。\ue000]{0,4})$"
)
_ZH_FROM = re.compile(r"(?:由|从|自)[^，,；。]{0,16}$")
_ZH_TO = re.compile(r"^[^，,；。]{0,12}(?:至|到|为)")
_ZH_LEVEL = re.compile(r"(?:至|到|达|达到|为|共|有)[约近逾超过]?$")
_EN_BASE_BEFORE = re.compile(
    r"\b(?:from|compared (?:with|to)|against|versus|vs\.?|than|on top of|up on|down on|beating|exceeding)\s+(?:(?:a|an|the|just|its|their|some|around|about|previous|earlier|revised|record)\s+){0,2}$|\bthan (?:[a-z0-9'-]+\s){1,5}of $",
    re.IGNORECASE,
)
_EN_BASE_AFTER = re.compile(
    r"^[\w\s]{0,24}?\b(?:a (?:year|month|quarter|week|decade) (?:earlier|ago|before)|the (?:year|month|quarter|week) (?:before|earlier)|(?:the )?previous (?:year|month|quarter|week)|previously|in the same (?:period|month|quarter))",
    re.IGNORECASE,
)
_EN_EARLIER = re.compile(r"\s*(?:a|one|the) (?:year|month|quarter|week|decade) (?:ago|earlier|before)\b", re.IGNORECASE)
_EN_CHANGE_AFTER = re.compile(
    r"^\s*(?:\w+\s+){0,1}(?:increase|rise|growth|gain|jump|surge|decline|drop|fall|decrease|reduction|cut|dip|slump|slide|improvement)\b",
    re.IGNORECASE,
)
_EN_MORE_THAN = re.compile(r"^\s*(?P<way>more|higher|above|ahead|fewer|less|lower|below|up|down) (?:than|on|from)\b", re.IGNORECASE)
_EN_PHRASAL = re.compile(r"\b(?:tak|mak|giv|us|set|end|sign|open|back|pick|t[ao]k|m[ao]d|g[ai]v|follow)(?:e|es|ing|ed|en|s|n)?\s+up\b", re.IGNORECASE)
_DOWN_NOUN = re.compile(r"decline|drop|fall|decrease|reduction|cut|dip|slump|slide", re.IGNORECASE)


def role(figure: Figure, language: str) -> str:
    """ "level", "base" or "change"."""
    if not figure.role:
        figure.role = "change" if is_change(figure, language) else "base" if _is_base(figure, language) else "level"
    return figure.role


def is_change(figure: Figure, language: str) -> bool:
    """Whether the figure tells by how much something moved."""
    q = figure.claim.quantity
    if language == "zh":
        before = figure.before.rstrip(" (")
        if before.endswith(("至", "到")) or (_ZH_LEVEL.search(before) and q.kind not in ("percent", "point")):
            return False
        return figure.claim.statistic in ("growth", "difference")
    if _EN_CHANGE_AFTER.match(figure.right) or _EN_MORE_THAN.match(figure.right):
        return True
    before = figure.before.rstrip()
    if re.search(r"\b(?:to|at|was|were|is|stood at|reached|of|and|from|with|against)$", before) and q.kind not in (
        "point",
    ):
        return bool(
            re.search(r"\b(?:increase|rise|growth|gain|jump|drop|fall|decline|decrease|reduction|cut) of$", before)
        )
    return direction(figure, language) is not None and figure.claim.statistic in ("growth", "difference")


def direction(figure: Figure, language: str) -> str | None:
    """ "up" or "down" as the words of the clause say, None when they do not."""
    if figure.claim.quantity.direction:
        return figure.claim.quantity.direction
    words = vocabulary(language)
    if language == "zh":
        return _last(words.up, words.down, figure.left[-10:])
    more = _EN_MORE_THAN.match(figure.right)
    if more:
        return "up" if more["way"].lower() in ("more", "higher", "up", "above", "ahead") else "down"
    after = _EN_CHANGE_AFTER.match(figure.right)
    if after:
        return "down" if _DOWN_NOUN.search(after.group()) else "up"
    near = _EN_PHRASAL.sub(" ", " ".join(figure.left.split()[-6:]))
    return _last(words.up, words.down, near)


def _last(up: re.Pattern[str], down: re.Pattern[str], text: str) -> str | None:
    ups = [m.end() for m in up.finditer(text)]
    downs = [m.end() for m in down.finditer(text)]
    if not ups and not downs:
        return None
    return "up" if max(ups, default=-1) > max(downs, default=-1) else "down"


def _is_base(figure: Figure, language: str) -> bool:
    passage = figure.passage
    start = figure.previous.claim.outer.end if figure.previous else passage.start
    raw = passage.folded[start : figure.claim.outer.start]
    if language == "zh":
        if _ZH_BASE_BEFORE.search(raw):
            return True
        return bool(_ZH_FROM.search(raw)) and bool(_ZH_TO.search(figure.after))
    if figure.position == 0 and _EN_EARLIER.match(passage.text):
        return True
    return bool(_EN_BASE_BEFORE.search(raw)) or bool(
        _EN_BASE_AFTER.match(passage.folded[figure.claim.outer.end : figure.clause_end])
    )
