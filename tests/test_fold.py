"""Folding keeps every place, reads both scripts as one, and agrees with OpenCC."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.grammar.fold import fold, script
from claims.languages import load

CHARACTERS = st.text(st.characters(codec="utf-8"), max_size=60)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("億萬圓戶", "亿万圆户"),
        ("１２．５％", "12.5%"),
        ("（約）", "(约)"),
        ("一，二", "一，二"),
        ("3–5 3—5 3～5", "3~5 3~5 3~5"),
        ("−5", "-5"),
        ("ＡＢｃ", "ABc"),
        ("\u3000\u00a0", "  "),
        ("佔餘鐘週歲", "占余钟周岁"),
        ("abc 123", "abc 123"),
        ("", ""),
    ],
)
def test_folds(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(CHARACTERS)
def test_length_is_kept_and_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert len(once) == len(text)
    assert fold(once) == once


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("經濟增長百分之五", "Hant"),
        ("经济增长百分之五", "Hans"),
        ("人口一千人", ""),
        ("GDP 5%", ""),
        ("", ""),
        ("這裡寫的是繁體，只有一个字不是", "Hant"),
    ],
)
def test_script(text: str, found: str) -> None:
    assert script(text) == found


def test_the_table_pairs_characters_one_to_one() -> None:
    data = load("hant")
    hant, hans = data["hant"].replace("\n", ""), data["hans"].replace("\n", "")
    assert len(hant) == len(hans) == len(set(hant)) >= 3500
    assert not set(hans) & set(hant)


def test_the_table_agrees_with_opencc() -> None:
    opencc = pytest.importorskip("opencc")
    converters = [opencc.OpenCC(name) for name in ("t2s", "hk2s", "tw2s")]
    data = load("hant")
    pairs = zip(data["hant"].replace("\n", ""), data["hans"].replace("\n", ""), strict=True)
    unlike = [
        (a, b)
        for a, b in pairs
        if b not in {c.convert(a) for c in converters} | {c.convert(c.convert(a)) for c in converters}
    ]
    assert unlike == []


def test_nothing_common_is_left_out() -> None:
    opencc = pytest.importorskip("opencc")
    converter = opencc.OpenCC("t2s")
    missing = []
    for code in range(0x4E00, 0xA000):
        char = chr(code)
        simple = converter.convert(char)
        if simple != char and len(simple) == 1 and fold(char) == char:
            missing.append(char)
    assert missing == []
