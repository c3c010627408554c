"""分别: figures named in one go are of the things listed before them, one of each.

甲、乙的新增贷款分别为9亿元、7亿元 names the owners before the figures; 出口3亿元，进口2亿元，分别下降1%和4%
takes up the figures just before, in their order.
"""

from __future__ import annotations

import re

from claims.context.coordinates import Coordinates
from claims.prose import Figure, Passage

_ZH = "分别"
_EN = re.compile(r"\brespectively\b", re.IGNORECASE)
_LISTED = re.compile(r"[^，。；：]*[、和及与][^，。；：]*?的")
_PARTS = re.compile(r"、|以及|和|及|与")
_LONGEST_GAP = 6


def paired(passage: Passage, placed: list[Coordinates], language: str) -> dict[int, Coordinates | str]:
    """For figures of the passage that a list pairs with what came before: the figure it is of, or the owner's name.

    Keys are places in the passage. `placed` are the coordinates of its figures.
    """
    text = passage.folded[passage.start : passage.end]
    if language == "zh":
        if _ZH not in text:
            return {}
    elif "respectively" not in text.lower() or _EN.search(text) is None:
        return {}
    found: dict[int, Coordinates | str] = {}
    for figure in passage.figures:
        if figure.position in found or not _begins(figure, language):
            continue
        run = _run(figure)
        if len(run) < 2:
            continue
        owners = _owners(figure, len(run)) if language == "zh" else []
        earlier = passage.figures[: figure.position]
        if owners:
            found.update({f.position: owner for f, owner in zip(run, owners, strict=True)})
        elif len(earlier) >= len(run):
            source = _earlier_run(earlier, len(run))
            for f, other in zip(run, source, strict=True):
                before = found.get(other.position, placed[other.position])
                found[f.position] = before
    return found


def _begins(figure: Figure, language: str) -> bool:
    if language == "zh":
        return _ZH in figure.before[-16:]
    return _EN.search(_run(figure)[-1].after[:24]) is not None


def _run(first: Figure) -> list[Figure]:
    run = [first]
    while (after := run[-1].next) is not None and after.claim.quantity.kind == first.claim.quantity.kind:
        if len(after.before.strip()) > _LONGEST_GAP or "，" in after.before:
            break
        run.append(after)
    return run


def _owners(figure: Figure, count: int) -> list[str]:
    """The names that are listed before 的 in the words before the figure; none unless they are just so many."""
    match = _LISTED.search(figure.before)
    if match is None:
        return []
    names = [name.strip() for name in _PARTS.split(match.group()[:-1])]
    names[0] = names[0].rpartition("中，")[2]
    return names if len(names) == count and all(1 < len(name) < 12 for name in names) else []


def _earlier_run(earlier: list[Figure], count: int) -> list[Figure]:
    """The last `count` figures that are levels of one unit each."""
    levels = [f for f in earlier if f.claim.quantity.kind not in ("percent", "point")] or earlier
    return levels[-count:] if len(levels) >= count else earlier[-count:]
