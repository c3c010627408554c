"""The average of figures that were just listed: 分别为31.2、30.6和29.8度，平均30.5度."""

from __future__ import annotations

from claims.labels import like
from claims.prose import Figure, Prose
from claims.ties.roles import is_level
from claims.wordings import Wording

_LEAST = 3
_MEAN = Wording(
    zh=r"^[^，。；:：]{0,4}[，,；;(（]{average}(?:为|是|达|约|有|值为|得分|得分为)?$",
    en=r"^[^,.;:]{0,30}(?:,| \() ?(?:or )?(?:an average of|averaging|which averages|a mean of) $",
)
_JOINT = Wording(
    zh=r"^[^，。；\d]{0,4}(?:[、，,]|[和及与])[^，。；\d]{0,10}$", en=r"^[^,.;]{0,20}(?:, (?:and )?| and )[^,.;]{0,20}$"
)
_EACH_IN_TURN = Wording(zh=r"{respectively}|依次|[:：]", en=r"\bof |\bwere |:")


def listed_before(mean: Figure, text: Prose) -> list[Figure]:
    """The figures that an average follows and is of, at least three; none where it is of others."""
    language, last = text.language, mean.previous
    if last is None or not _MEAN[language].search(mean.before) or not is_level(mean, language):
        return []
    items = [last]
    while (before := items[-1].previous) is not None and _JOINT[language].match(items[-1].before):
        items.append(before)
    items.reverse()
    alike = all(
        like(item.claim, mean.claim) and item.claim.quantity.value is not None
        and item.claim.quantity.unit == mean.claim.quantity.unit and is_level(item, language)
        for item in items
    )  # fmt: skip
    led = _EACH_IN_TURN[language].search(items[0].before) is not None
    return items if len(items) >= _LEAST and alike and led else []
