"""Sound articles stay silent, and their twins with one slip are found: how many at least, `planting.floors` says."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
from planting import floors
from planting.articles import Article, articles
from planting.figures import NUMBER
from planting.relations import FORMS, holds
from planting.scoring import Score, loud, reviewed, scored
from planting.slips import SLIPS
from planting.twins import Twin, twins

ARTICLES = articles()
KNOWN_FALSE_ALARMS: dict[str, dict[str, str]] = {}
"""Checks that are not yet silent on an article that is sound, and why."""
each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)


@cache
def planted() -> dict[str, list[Twin]]:
    return {article.name: twins(article) for article in ARTICLES}


@cache
def scores() -> tuple[Score, ...]:
    return tuple(score for article in ARTICLES for score in scored(article, planted()[article.name]))


@cache
def outcome() -> dict[str, int]:
    return floors.of(scores())


def size(article: Article) -> int:
    """Characters of Chinese, words of English."""
    return len(article.text.split()) if article.language == "en" else len(re.findall(r"[㐀-鿿]", article.text))


@each_article
def test_is_labelled_as_it_is_written(article: Article) -> None:
    worths = article.worths()
    assert [r.rule for r in article.relations if not holds(r, worths)] == []
    used = {key for relation in article.relations for key in relation.keys}
    assert set(article.figures) == used


@each_article
def test_is_short_and_full_of_figures(article: Article) -> None:
    assert 120 <= size(article) <= 400
    assert len(NUMBER.findall(article.text)) >= 10


@each_article
def test_stays_silent(article: Article) -> None:
    cried = {finding.check: finding.message for finding in loud(reviewed(article.text, article.name, article.date))}
    known = KNOWN_FALSE_ALARMS.get(article.name, {})
    assert {check: message for check, message in cried.items() if check not in known} == {}
    if cried:
        pytest.xfail("; ".join(known[check] for check in cried))


@each_article
def test_twins_differ_in_one_figure(article: Article) -> None:
    made = planted()[article.name]
    assert len({twin.text for twin in made} | {article.text}) == len(made) + 1
    for twin in made:
        assert twin.text[twin.start : twin.end] == twin.slip.text
        assert twin.text[: twin.start] + twin.original + twin.text[twin.end :] == article.text


@pytest.mark.parametrize("article", ARTICLES[::20], ids=lambda article: article.name)
def test_twins_are_always_the_same(article: Article) -> None:
    assert twins(article) == planted()[article.name]


def test_slips_are_told_from_rounding() -> None:
    """A slip that rounding or a hedge may excuse is none."""
    for twin in (twin for made in planted().values() for twin in made):
        if twin.slip.kind != "percent for point":
            changed = twin.article.figures[twin.key].worth(twin.article.year, twin.slip.text)
            assert not holds(twin.relation, twin.article.worths() | {twin.key: changed}), twin.name


FLOORS = floors.read()


@pytest.mark.parametrize("group", FLOORS)
def test_finds_what_it_found(group: str) -> None:
    assert outcome()[group] >= FLOORS[group]


def test_there_are_articles_and_twins_of_every_kind() -> None:
    assert min(Counter(article.language for article in ARTICLES).values()) >= 20
    assert len(scores()) >= 300
    made = Counter(name for score in scores() for name in floors.groups(score)[1:])
    assert {f"{kind} {form}" for form, kind in FORMS.items() if form != "joint"} | set(SLIPS) == set(made)
    assert len({trap for article in ARTICLES for trap in article.traps}) >= 50
