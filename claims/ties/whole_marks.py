"""Means of marks that are whole points by the draft's own words: 八位評審各給整數分，平均8.35分.

A mean goes with the last people counted before it; after one that is called a mean, others in
points follow without the word.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.labels import counter_of
from claims.prose import Figure, Passage
from claims.ties.roles import is_level
from claims.wordings import Wording

_WHOLE = Wording(
    zh=r"整数分|整数评分|整分|打整数|给整数|以整数",
    en=r"\b(?:whole|integer)(?:[ -]numbers?)?(?:[ -](?:marks?|scores?|points?|ratings?|grades?)|\b)",
)
_HINT = {"zh": ("整",), "en": ("whole", "integer")}
_MEAN = Wording(zh=r"{average}分?(?:为|是|得)?$", en=r"\b(?:{average_of}|averaged|gave)\b[^,;]{0,24}$")
_ITEMS = Wording(zh=r"{several_items}", en=r"\b{several_items}\b")
_PEOPLE = frozenset("位名人")
_FEWEST = 2


def marked(passage: Passage, language: str) -> Iterator[tuple[Figure, Figure]]:
    """Each mean of whole marks in a sentence, and the people who gave them."""
    text = passage.text
    if not any(hint in text for hint in _HINT[language]) or len(passage.figures) < _FEWEST:
        return
    if not _WHOLE[language].search(text) or _ITEMS[language].search(text):
        return
    people: Figure | None = None
    named = False
    for figure in passage.figures:
        if _is_people(figure, language):
            people, named = figure, False
        elif people is not None and _is_mark(figure, language):
            named = named or _MEAN[language].search(figure.before) is not None
            if named:
                yield figure, people


def _is_people(figure: Figure, language: str) -> bool:
    q = figure.claim.quantity
    if q.value is None or q.kind != "count" or q.hedge is not None or q.value.denominator > 1 or q.value < _FEWEST:
        return False
    if language == "zh":
        return counter_of(figure.claim) in _PEOPLE
    return figure.claim.counted.endswith(("s", "people", "women", "men"))


def _is_mark(figure: Figure, language: str) -> bool:
    q = figure.claim.quantity
    if q.value is None or q.hedge is not None or q.direction is not None or not 0 < q.step < 1:
        return False
    if not is_level(figure, language):
        return False
    return counter_of(figure.claim) == "分" if language == "zh" else q.kind in ("count", "number") and not q.unit_word
