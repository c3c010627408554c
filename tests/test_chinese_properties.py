"""Round trips and invariants: what is written is read back, in either script, at its place."""

from __future__ import annotations

import pytest
from chinese_rows import ROWS, read
from hypothesis import given
from hypothesis import strategies as st

from claims.grammar.chinese import scan
from claims.grammar.chinese_numerals import read_number
from claims.grammar.fold import fold
from claims.grammar.setting import Setting
from claims.languages import load

SETTING = Setting(language="zh", date="2021-07-15")
DIGITS = "零一二三四五六七八九"


def written(number: int) -> str:
    """A whole number below 10**16 in characters, as schools teach it."""
    if number == 0:
        return "零"
    text, sections = "", []
    while number:
        number, section = divmod(number, 10**4)
        sections.append(section)
    for place in range(len(sections) - 1, -1, -1):
        section = sections[place]
        if not section:
            continue
        if text and (section < 1000 or not sections[place + 1]):
            text += "零"
        text += _section(section) + ("", "万", "亿", "万亿")[place]
    return text


def _section(section: int) -> str:
    text = ""
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = section // place % 10
        if digit:
            text += DIGITS[digit] + unit
        elif text and not text.endswith("零") and section % place:
            text += "零"
    return text


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_characters_are_read_back(number: int) -> None:
    text = written(number)
    reading = read_number(text, 0)
    assert reading is not None
    assert (reading.value, reading.end) == (number, len(text))


@given(
    st.integers(min_value=0, max_value=10**9),
    st.integers(min_value=0, max_value=4),
    st.sampled_from(["", "万", "亿", "万亿"]),
)
def test_digits_are_read_back(mantissa: int, decimals: int, scale: str) -> None:
    digits = str(mantissa).rjust(decimals + 1, "0")
    text = (digits[:-decimals] + "." + digits[-decimals:] if decimals else digits) + scale + "元"
    (mention,) = scan(text, SETTING)
    worth = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    assert mention.quantity.value == mention.quantity.step * mantissa
    assert mention.quantity.step * 10**decimals == worth
    assert (mention.start, mention.end) == (0, len(text))


@given(st.integers(min_value=1, max_value=10**9), st.sampled_from(["家", "户", "公里", "美元", "%", "岁"]))
def test_grouped_digits_are_read_back(number: int, unit: str) -> None:
    (mention,) = scan(f"共有{number:,}{unit}。", SETTING)
    assert mention.quantity.value == number


def _traditional() -> dict[int, str]:
    """One Traditional character for each Simplified one that has exactly one."""
    data = load("hant")
    pairs: dict[str, list[str]] = {}
    for hant, hans in zip(data["hant"].replace("\n", ""), data["hans"].replace("\n", ""), strict=True):
        pairs.setdefault(hans, []).append(hant)
    return {ord(hans): found[0] for hans, found in pairs.items() if len(found) == 1}


TRADITIONAL = _traditional()


@pytest.mark.parametrize("text", [text for text, _ in ROWS], ids=[text for text, _ in ROWS])
def test_traditional_and_simplified_give_the_same(text: str) -> None:
    # Spaces stay what they are: a full-width one parts clauses.
    hans = "".join(char if char.isspace() else folded for char, folded in zip(text, fold(text), strict=True))
    hant = text.translate(TRADITIONAL)
    assert scan(hant, SETTING) == scan(text, SETTING)
    assert len(read(hans)) == len(read(text))


PIECES = st.sampled_from(
    [text for text, _ in ROWS]
    + ["，", "。", "、", " ", "\n", "其中", "增长", "约", "以上", "至", "和", "-", "(", ")", "年", "第"]
)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_spans_are_sound_in_any_mixture(text: str) -> None:
    last = 0
    for mention in scan(text, SETTING):
        assert 0 <= mention.outer_start <= mention.start < mention.end <= mention.outer_end <= len(text)
        assert mention.start >= last
        last = mention.end
        q = mention.quantity
        assert (q.value is None) == (q.dates is not None or q.hedge in ("range", "open"))


@given(st.text(st.sampled_from("0123456789一二三十百千万亿点分之半几多年月日元家%.,-~至:/ \n第约两"), max_size=40))
def test_arbitrary_strings_never_fail(text: str) -> None:
    for mention in scan(text, SETTING):
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]


@given(
    st.lists(
        st.text(max_size=6)
        | st.sampled_from(["1万", "九成", "3元", "٣", "²", "½", "第", "/", "^", "摄氏", "零下", "2度", "零几"]),
        max_size=8,
    ).map("".join)
)
def test_any_text_is_read_without_error(text: str) -> None:
    for mention in scan(text, SETTING):
        assert 0 <= mention.outer_start <= mention.start < mention.end <= mention.outer_end <= len(text)
