"""Sentences, clauses, and the words between figures."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extract import extract
from claims.prose import DATE_MARK, ORDINAL_MARK, REACH, Prose, in_list, prose
from claims.readers import read_text
from claims.sentences import LONGEST, MOST, bounded, cuts, sentence_ends

SENTENCES = [  # a bar stands where a sentence ends
    ("zh", "售出五輛。|退回一輛！|為何？|"),
    ("zh", "他說：「賣了三件。」|她沒有答。|"),
    ("zh", "增長5.2%，共3.1億元。|其餘不變|"),
    ("zh", "到店的有甲、乙等.| 三人|"),
    ("zh", "第1. 項|"),
    ("zh", "真的嗎？！|真的。|"),
    ("en", "Sales rose 5.2% to $3.1 million.| Costs fell.|"),
    ("en", "Mr. Hale sold 3 boats.| He kept one.|"),
    ("en", "The U.S. fleet grew. it did|"),
    ("en", "“We sold 40.”| Nobody asked why.|"),
    ("en", "Is it so?!| Yes.|"),
    ("en", "See No. 4, approx. Five in all...| Then it ended.|"),
    ("en", "no end|"),
]


@pytest.mark.parametrize(("language", "marked"), SENTENCES)
def test_sentences_end_where_a_reader_stops(language: str, marked: str) -> None:
    pieces = marked.split("|")[:-1]
    ends = sentence_ends("".join(pieces), language)
    assert ["".join(pieces)[a:b] for a, b in pairwise([0, *ends])] == pieces


CLAUSES = [  # a bar stands for each sign that parts clauses
    ("zh", "甲廠，乙廠、丙廠：丁廠", "甲廠|乙廠|丙廠|丁廠"),
    ("zh", "前年（二月）停工—今年復工", "前年|二月|停工|今年復工"),
    ("zh", "A-B線 - 支線", "A-B線 | 支線"),
    ("en", "boats, nets (old); rope: new", "boats| nets |old|| rope| new"),
    ("en", "part-time staff -- all of them", "part-time staff | all of them"),
    ("en", "3.5 km. Then 4", "3.5 km| Then 4"),
    ("en", "the end.", "the end|"),
    ("en", "-", "-"),
]


@pytest.mark.parametrize(("language", "text", "parted"), CLAUSES)
def test_clauses_are_parted_by_their_signs(language: str, text: str, parted: str) -> None:
    breaks, _ = cuts(text, language, ())
    starts, ends = [0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(text)]
    assert "|".join(text[a:b] for a, b in zip(starts, ends, strict=True)) == parted


@pytest.mark.parametrize(
    ("language", "text", "figures", "breaks", "ends"),
    [
        ("zh", "甲1，2、乙。", [(1, 4)], [4, 6], [7]),
        ("zh", "甲1，2、乙。", [], [2, 4, 6], [7]),
        ("zh", "甲1。2件！", [(1, 4)], [5], [6]),
        ("en", "a 1,200, b 3. C", [(2, 7), (11, 12)], [7, 12], [13, 15]),
        ("en", "at 5 p.m. We", [(3, 9)], [], [12]),
        ("en", "at 5 p.m. We", [], [8], [9, 12]),
    ],
)
def test_no_sign_within_a_figure_parts_anything(
    language: str, text: str, figures: list[tuple[int, int]], breaks: list[int], ends: list[int]
) -> None:
    found, stops = cuts(text, language, figures)
    assert ([start for start, _ in found], stops) == (breaks, ends)


@given(
    st.lists(st.integers(1, 3 * LONGEST), max_size=6),
    st.lists(st.integers(2, 400), max_size=150),
    st.lists(st.integers(0, 9 * LONGEST), max_size=40),
)
def test_no_sentence_is_without_bound(lengths: list[int], gaps: list[int], marks: list[int]) -> None:
    figures, at = [], 0
    for gap in gaps:
        figures.append((at + gap - 1, at + gap))
        at += gap
    size = max(sum(lengths), at) + 1
    ends = sorted({e for e in (sum(lengths[: i + 1]) for i in range(len(lengths))) if not _cuts(e, figures)} | {size})
    breaks = [(m, m + 1) for m in sorted(set(marks)) if m + 1 < size and not _cuts(m, figures)]
    found = bounded(ends, breaks, figures)
    assert set(ends) <= set(found)
    assert found == sorted(set(found))
    assert not any(_cuts(end, figures) for end in found)
    for start, end in pairwise([0, *found]):
        assert end - start <= LONGEST + 1
        assert sum(start <= a < end for a, _ in figures) <= MOST + 1


def _cuts(end: int, figures: list[tuple[int, int]]) -> bool:
    return any(a < end < b for a, b in figures)


def _prose(text: str, language: str) -> Prose:
    return prose(extract(read_text(text, "draft.txt", language=language)))


@pytest.mark.parametrize(
    ("language", "text", "gaps"),
    [
        ("en", "Ten miles of rope and 40 nets.", ["", " of rope and ", " nets."]),
        ("en", "In 2020 the yard built 12 boats; 3 sank.", [f"{DATE_MARK} the yard built ", " boats; ", " sank."]),
        ("zh", "2021年售出5艘，餘下2艘。", [f"{DATE_MARK}售出", "，余下", "。"]),
        ("zh", "第三期供應90伙", [f"{ORDINAL_MARK}供应", ""]),
    ],
)
def test_a_passage_is_figures_with_words_between(language: str, text: str, gaps: list[str]) -> None:
    figures = _prose(text, language).figures
    assert [figures[0].before.removeprefix("In "), *(f.after for f in figures)] == gaps
    for figure, follower in pairwise(figures):
        assert figure.next is follower and follower.previous is figure
        assert figure.after == follower.before


@pytest.mark.parametrize(
    ("text", "quote", "left", "right"),
    [
        ("By June, boats sold at 40 piers, nets at 3.", "40", " boats sold at ", " piers"),
        ("By June, boats sold at 40 piers, nets at 3.", "3", " nets at ", ""),
        ("Rope (12 miles) and wire", "12 miles", "", ""),
    ],
)
def test_a_figure_knows_the_words_of_its_clause(text: str, quote: str, left: str, right: str) -> None:
    figure = next(f for f in _prose(text, "en").figures if f.claim.quote == quote)
    assert (figure.left, figure.right) == (left, right)


def test_words_far_away_name_no_figure() -> None:
    text = "rope and wire " * 30 + "sold at 40 piers" + " and wire and rope" * 30
    (figure,) = _prose(text, "en").figures
    assert len(figure.left) == len(figure.right) == REACH
    assert figure.left.endswith("sold at ") and figure.right.startswith(" piers")


def test_passages_cover_each_block_without_overlap() -> None:
    text = _prose("A sold 5 boats. B sold 6, C 7.\n\nNothing here.\n\n" + "D 12, " * 2000 + "E 4.\n", "en")
    for number, block in enumerate(text.ledger.draft.blocks):
        spans = [(p.start, p.end) for p in text.passages if p.block == number]
        assert spans[0][0] == 0 and spans[-1][1] == len(block.text)
        assert all(a[1] == b[0] for a, b in pairwise(spans))
    assert all(len(p.figures) <= MOST for p in text.passages)
    assert [f.index for f in text.figures] == sorted(f.index for f in text.figures)


def test_each_figure_lies_in_its_passage_and_clause() -> None:
    for figure in _prose("Of 90 boats, 12 (or 13%) were old; in 2020, 4. Then 6 sank.", "en").figures:
        local, passage = figure.claim.local, figure.passage
        assert passage.start <= figure.clause_start <= local.start < local.end <= figure.clause_end <= passage.end
        assert passage.figures[figure.position] is figure


@pytest.mark.parametrize(
    ("language", "text", "listed"),
    [
        ("zh", "甲、乙兩校各收30名、45名學生", [True, True]),
        ("zh", "甲校30名，但是乙校很快又收了45名", [False, False]),
        ("en", "teams of 12 and 15", [True, True]),
        ("en", "12 boats sank after 15 boats", [False, False]),
    ],
)
def test_figures_set_side_by_side_are_a_list(language: str, text: str, listed: list[bool]) -> None:
    assert [in_list(figure) for figure in _prose(text, language).figures[-2:]] == listed
