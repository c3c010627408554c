"""Twins of the articles: one figure of one relation changed by one slip, so that nothing excuses it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from hashlib import blake2b

import msgspec

from .articles import Article
from .figures import NUMBER, Worth
from .relations import FORMS, Relation, holds
from .slips import SLIPS, Slip, slips
from .words import RATES

_RARE = ("magnitude", "direction", "percent for point", "year off by one", "unit", "wrong base", "decimal point")
"""Slips that few figures allow, of which every article that allows one gets one."""
_ONLY_IN = {
    "off by one": ("count", "weekday", "calendar", "duration", "age", "rank", "multiple", "sum", "table", "difference",
                   "flow", "series", "plan"),
    "percent for point": ("points",),
    "wrong base": ("growth", "share"),
    "year off by one": ("age", "duration", "era", "series", "repeat", "weekday"),
}  # fmt: skip
"""Forms of relations in which a slip is one; elsewhere it is a digit changed like others."""
_NOT_IN = {"decimal point": ("grain",), "digit doubled or dropped": ("grain", "test")}
"""Forms in which a slip would not be one of its kind of contradiction."""
_MARGIN = Fraction(1, 500)
"""Least part of itself by which a figure changes; less would be no clear contradiction of rounded ones."""


class Twin(msgspec.Struct, frozen=True):
    """An article with one slip."""

    article: Article
    relation: Relation
    key: str
    """Of the figure that was changed."""
    slip: Slip
    start: int
    end: int
    """Where the changed figure stands in `text`."""
    original: str
    text: str

    @property
    def kind(self) -> str:
        """Which kind of contradiction it makes, by the taxonomy of the relation's form."""
        return FORMS[self.relation.form]

    @property
    def name(self) -> str:
        return f"{self.article.name} {self.relation.form} {self.original} -> {self.slip.text}"


def twins(article: Article) -> list[Twin]:
    """The twins of one article, always the same: one of each relation, and one of each slip that few figures allow."""
    worths = article.worths()
    slips_of = {key: list(slips(figure.text, article.language == "hans")) for key, figure in article.figures.items()}
    candidates = {r: _candidates(article, r, worths, slips_of) for r in article.relations}
    kinds = {r: sorted(SLIPS, key=lambda kind: _lot(article.name, r.rule, kind)) for r in article.relations}
    wanted = [*kinds.items(), *((r, [kind]) for kind in _RARE for r in article.relations)]
    made: dict[tuple[str, str], Twin] = {}
    for number, (relation, among) in enumerate(wanted):
        if number >= len(kinds) and any(twin.slip.kind == among[0] for twin in made.values()):
            continue
        for key, slip in _in_order(article, relation, candidates[relation], among):
            if (key, slip.text) not in made and _breaks(article, relation, key, slip, worths):
                made[key, slip.text] = _made(article, relation, key, slip)
                break
    return list(made.values())


def _candidates(
    article: Article, relation: Relation, worths: dict[str, Worth], slips_of: dict[str, list[Slip]]
) -> list[tuple[str, Slip]]:
    """Every slip in a figure of the relation."""
    found = []
    for key in relation.targets:
        for slip in [*slips_of[key], *_wrong_base(article, relation, key, worths)]:
            fits = relation.form in _ONLY_IN.get(slip.kind, (relation.form,))
            if fits and relation.form not in _NOT_IN.get(slip.kind, ()) and slip.text != article.figures[key].text:
                found.append((key, slip))
    return found


def _in_order(
    article: Article, relation: Relation, candidates: list[tuple[str, Slip]], kinds: list[str]
) -> Iterator[tuple[str, Slip]]:
    """The slips kind by kind, those of a kind in a fixed but arbitrary order."""
    for kind in kinds:
        of_kind = [(key, slip) for key, slip in candidates if slip.kind == kind]
        yield from sorted(of_kind, key=lambda c: _lot(article.name, relation.rule, c[0], c[1].text))


def _made(article: Article, relation: Relation, key: str, slip: Slip) -> Twin:
    figure = article.figures[key]
    text = article.text[: figure.start] + slip.text + article.text[figure.end :]
    return Twin(article, relation, key, slip, figure.start, figure.start + len(slip.text), figure.text, text)


def _breaks(article: Article, relation: Relation, key: str, slip: Slip, worths: dict[str, Worth]) -> bool:
    """Whether the relation fails beyond doubt once the slip is made."""
    old = worths[key]
    try:
        new = article.figures[key].worth(article.year, slip.text)
    except ValueError:
        return False
    if slip.kind == "percent for point":
        return not _excusable(_relative(relation), worths | {key: new})
    return (new.value is None or _clear(old, new)) and not _excusable(relation, worths | {key: new})


def _excusable(rule: Relation, worths: dict[str, Worth]) -> bool:
    try:
        return holds(rule, worths, loosely=True)
    except ZeroDivisionError:  # no figure that anybody would write
        return True


def _clear(old: Worth, new: Worth) -> bool:
    """Whether the change is more than a trifle; to a count, a year or a day nothing is."""
    assert old.value is not None and new.value is not None
    margin = max(abs(old.value) * _MARGIN, 2 * old.half) if old.loose else Fraction(0)
    return abs(new.value - old.value) > margin


def _relative(relation: Relation) -> Relation:
    """A difference of two rates read as a change in percent of the first: `d * p = new - old`."""
    left, right = (side.strip() for side in relation.rule.split("="))
    new, old = (side.strip() for side in right.split(" - "))
    return msgspec.structs.replace(relation, rule=f"{left} = {new} / {old} - 1")


def _wrong_base(article: Article, relation: Relation, key: str, worths: dict[str, Worth]) -> Iterator[Slip]:
    """A change in percent of where it went, not of where it came from; a part in percent of the rest."""
    text = article.figures[key].text
    number = NUMBER.search(text)
    levels = [worths[k].value or Fraction(0) for k in relation.keys if k != key and abs(worths[k].value or 0) != 1]
    alone = re.match(rf"(?:\w+\*)?{key} =", relation.rule)
    if relation.form not in ("growth", "share") or not alone or number is None or len(levels) != 2:
        return
    if not text.endswith(tuple(RATES)):
        return
    new, old = levels
    if relation.form == "growth":
        wrong = abs(new - old) / new
    elif old > 2 * new:
        wrong = new / (old - new)
    else:
        return
    places = len(number.group().partition(".")[2])
    yield Slip("wrong base", f"{text[: number.start()]}{float(100 * wrong):.{places}f}{text[number.end() :]}")


def _lot(*parts: str) -> bytes:
    """A place in a fixed but arbitrary order."""
    return blake2b("\x1f".join(parts).encode(), digest_size=8).digest()
