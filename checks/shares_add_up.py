"""Shares that together are the whole do not make 100 %.

"45 % in favour, 40 % against and the remaining 20 % undecided" make 105 %. Shares are added
only where words say that they divide one whole: a remainder, the three sectors of an
economy, women and men, answers to one question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checks._judging.figures import digits, quoted
from claims.interval import Interval, at_most, point
from claims.knowledge import answer_to, partition_of
from claims.labels import names
from claims.model import Ledger, Relation
from claims.prose import Figure, Passage, Prose, prose
from claims.ties.roles import is_level
from claims.wordings import Wording

_HUNDRED = Fraction(100)
_LEAST = 80
"""Shares that make less than this leave so much out that more than one figure would have to be wrong."""

_SHORT = 8
"""Code points of a group's name with its verb; a longer one says more of the group: 男性有结余的占65%."""

_REST = Wording(
    zh=r"{rest}[^，。；、]{0,12}$",
    en=r"\b(?!the other [a-z]){rest}(?: (?!or |and |by )\w+)?(?: {rest_is})?\s*[(,]?\s*(?:about |some |nearly )?$",
)
_REST_AFTER = Wording(en=r"^\s*(?:{rest_after})\b")
_NEW_WHOLE = Wording(zh=r"{of_which}|{against}|{compared}", en=r"\b(?:{of_them}|{compared}|up from|down from)\b")
_OTHERS = Wording(zh=r"(?:^|[、，；和及])\s*(?:而|及|和)?{other_parts}[^的，。；、]{0,6}$")
_SIDE_BY_SIDE = re.compile(r" ?: ?")
_MOST = 125
"""Shares in different sentences that make more than this are of more than one whole."""
_SENTENCES_BACK = 3
_SECTORS = Wording(zh=r"{three_sectors}[^，。；]{0,12}$")
_HELD = Wording(zh=r"{share_of}{level_modifier}?$", en=r"\b{rest_is}(?: (?:about|nearly|some))?\s*$")
_ARE = Wording(en=r"^\s*(?:of \w+(?: \w+)? )?(?:were|are|was|is) ")
_OF_OTHERS = Wording(zh=r"^的", en=r"^\s*of\b")
_SEVERAL = Wording(zh=r"{several_answers}", en=r"\b{several_answers}\b")


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each run of shares that the words make a whole of."""
    text = prose(ledger)
    for passage in text.with_figures:
        if not _has_shares(passage) or _SEVERAL[text.language].search(passage.text):
            continue
        yield from _compositions(passage)
        runs = list(_runs(passage, text))
        for run in runs:
            yield from _told(run, text)
        yield from _rest_of_sentences(passage, runs[0], text)


def _has_shares(passage: Passage) -> bool:
    return any(figure.claim.quantity.kind == "percent" for figure in passage.figures)


def _compositions(passage: Passage) -> Iterator[Relation]:
    """产业结构由7:45:48调整为6:43:51: each three or more with colons between."""
    run: list[Figure] = []
    for figure in [*passage.figures, None]:
        if figure is not None and run and _SIDE_BY_SIDE.fullmatch(figure.before):
            run.append(figure)
            continue
        if len(run) > 2 and all(f.claim.quantity.kind == "percent" for f in run):
            yield _relation(run, "=")
        run = [figure] if figure is not None else []


def _rest_of_sentences(passage: Passage, run: Sequence[Figure], text: Prose) -> Iterator[Relation]:
    """Shares told a sentence each, of which the last sentence opens with the rest."""
    if not run or not _is_rest(run[0], text) or run[0].position:
        return
    found = [run[0]]
    for before in reversed(text.passages[max(0, passage.index - _SENTENCES_BACK) : passage.index]):
        runs = [r for r in _runs(before, text) if r]
        alone = len(runs) == 1 and len(runs[0]) == sum(f.claim.quantity.kind == "percent" for f in before.figures)
        if before.block != passage.block or not alone or any(_is_rest(f, text) for f in runs[0]):
            break
        if _NEW_WHOLE[text.language].search(before.text) or _SEVERAL[text.language].search(before.text):
            return
        found = [*runs[0], *found]
    if len(found) > 1 and _LEAST <= sum(_value(figure) for figure in found) <= _MOST:
        yield _relation(found, "=", "inferred")


def _runs(passage: Passage, text: Prose) -> Iterator[list[Figure]]:
    """Shares of a sentence side by side; one begins anew where the words turn to another whole."""
    run: list[Figure] = []
    for figure in passage.figures:
        q = figure.claim.quantity
        if run and _NEW_WHOLE[text.language].search(figure.before):
            yield run
            run = []
        if q.kind != "percent":
            continue
        if q.value is None or not is_level(figure, text.language) or figure.claim.statistic == "rate":
            yield run
            run = []
        else:
            run.append(figure)
    yield run


def _told(run: Sequence[Figure], text: Prose) -> Iterator[Relation]:
    for last in range(1, len(run)):
        if _is_rest(run[last], text):
            found = run[: last + 1]
            if sum(_value(figure) for figure in found) >= _LEAST:
                yield _relation(found, "=")
            return
    if len(run) == 3 and ":" not in run[1].before and _SECTORS[text.language].search(run[0].left):
        yield _relation(run, "=")
        return
    if len(run) > 1 and _are_members(run, text):
        yield _relation(run, "=")
        return
    if len(run) > 2 and _OTHERS[text.language].search(run[-1].left.removesuffix("占")):
        if _LEAST <= sum(_value(figure) for figure in run) <= _MOST:
            yield _relation(run, "=", "inferred")
        return
    for size in range(len(run), 1, -1):
        if _are_answers(run[:size], text):
            yield _relation(run[:size], "<=")
            return


def _is_rest(figure: Figure, text: Prose) -> bool:
    if _REST[text.language].search(figure.left):
        return True
    return _REST_AFTER[text.language].match(figure.right) is not None


def _are_members(run: Sequence[Figure], text: Prose) -> bool:
    """女占60%，男占45%; men made up 60 % and women 45 %; 60 % were men. A share of the women, or of the men, is not."""
    held = [_HELD[text.language].search(figure.left) is not None for figure in run]
    are = [_ARE[text.language].match(figure.right) is not None for figure in run]
    others = [_OF_OTHERS[text.language].match(figure.right) is not None for figure in run]
    if text.language == "zh":
        bare = all(len(figure.left) <= _SHORT and "的" not in figure.left for figure in run)
        return bare and all(held) and not any(others) and _partition(run, 2, text)
    return (held[0] and _partition(run, 0, text)) or (are[0] and not any(others[1:]) and _partition(run, 1, text))


def _partition(run: Sequence[Figure], side: int, text: Prose) -> bool:
    return partition_of([(names(figure, text.language)[side],) for figure in run], text.language)


def _are_answers(run: Sequence[Figure], text: Prose) -> bool:
    """Whether each is the share that gave another answer to one question, all asked of the same people."""
    answers = [answer_to(figure.left[-12:], figure.right[:24], text.language) for figure in run]
    if None in answers or len(set(answers)) < len(answers):
        return False
    return not any(_OF_OTHERS[text.language].match(figure.right) for figure in run[1:])


def _value(figure: Figure) -> Fraction:
    return figure.claim.quantity.value or Fraction(0)


def _relation(run: Sequence[Figure], operator: str, basis: str = "stated") -> Relation:
    total = sum((_value(figure) for figure in run), Fraction(0))
    parts = " + ".join(quoted(figure.claim) for figure in run)
    made = f"{parts} = {digits(total, 1 if total.denominator > 1 else 0)}%"
    hundred: Interval = point(_HUNDRED) if operator == "=" else at_most(_HUNDRED)
    return Relation(
        check="", form="sum", terms=tuple(figure.id for figure in run), coefficients=(Fraction(1),) * len(run),
        operator=operator, constant=hundred, basis=basis, reason="" if basis == "stated" else "list",
        cue=(run[0].passage.block, run[0].claim.local.end, run[-1].claim.local.start),
        note={
            "template": "hundred" if operator == "=" else "hundred-at-most", "made": made,
            "statement": f"{parts} {'=' if operator == '=' else '≤'} 100%",
            "arithmetic": f"{made} {'≠' if operator == '=' else '>'} 100%",
        },
    )  # fmt: skip
