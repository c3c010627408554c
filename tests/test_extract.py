"""From a draft to its claims: places, identity, rounding, scripts."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extract import extract
from claims.grammar.fold import fold
from claims.model import Claim, Ledger
from claims.readers import read_text
from claims.setting import setting_of

PIECES = st.sampled_from([
    "產值12.5億元", "約三千人", "增長８％", "其中", "，", "。", "、", "\n", "\r\n", "\n\n", " ", "　",
    "2020年3月", "第三期", "百餘戶", "rose 5%", "$1.2 million", "about 40 boats", "a third of", ", ", ". ",
    "between 3 and 5 km", "\t", "| 7 | 8 |\n", "- 6\n", "🚢", "e\u0301", "\u200b", "\ufeff", "İ", "ß",
    "1,000", "1,\n000", "三千\n人", "(12)", "—", "No. 4", "½", "甲乙", "x",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=24).map("".join)


def _extract(text: str, language: str = "auto") -> Ledger:
    return extract(read_text(text, "draft.txt", language=language))


@given(TEXTS, st.sampled_from(["auto", "zh", "en"]))
def test_a_claim_quotes_the_source_at_its_span(text: str, language: str) -> None:
    ledger = _extract(text, language)
    draft = ledger.draft
    for claim in ledger.claims:
        assert 0 <= claim.start < claim.end <= len(draft.text)
        assert draft.text[claim.start : claim.end] == claim.quote
        block = draft.blocks[claim.block]
        assert block.source_span(claim.local.start, claim.local.end) == (claim.start, claim.end)
        assert claim.outer.start <= claim.local.start < claim.local.end <= claim.outer.end <= len(block.text)


@given(TEXTS)
def test_claims_stand_in_reading_order_under_names_of_their_own(text: str) -> None:
    claims = _extract(text).claims
    assert [(c.block, c.local.start) for c in claims] == sorted((c.block, c.local.start) for c in claims)
    assert len({c.id for c in claims}) == len(claims)
    for a, b in pairwise(claims):
        assert a.block < b.block or a.local.end <= b.local.start


@given(TEXTS)
def test_the_same_draft_gives_the_same_claims(text: str) -> None:
    assert _extract(text).claims == _extract(text).claims


BODY = {
    "en": "Output rose 12% to 640 tonnes.\n\nThe 18 mills employ 2,300 people.",
    "zh": "產量增長12%，達640噸。\n\n十八家工廠聘用2,300人。",
}
EDITS = {
    "en": [
        "A new opening.\n\n{}",
        "{}\n\nAnother 7 mills shut.",
        "In May 5 boats sank.\n\n{}\n\nNo more.",
        "# Head\n\n{}",
    ],
    "zh": ["先說一句。\n\n{}", "{}\n\n另有7家停工。", "五月有5艘船沉沒。\n\n{}\n\n完。", "標題\n\n{}"],
}


@pytest.mark.parametrize(("language", "edit"), [(lang, edit) for lang, edits in EDITS.items() for edit in edits])
def test_edits_elsewhere_leave_ids_alone(language: str, edit: str) -> None:
    before = {c.quote: c.id for c in _extract(BODY[language], language).claims}
    after = {c.quote: c.id for c in _extract(edit.format(BODY[language]), language).claims}
    assert len(before) == 4
    assert {quote: after.get(quote) for quote in before} == before


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Output rose 12% to 640 tonnes.", "Output rose 13% to 640 tonnes."),
        ("產量為640噸。", "產量為650噸。"),
        ("產量為640噸。", "銷量為640噸。"),
    ],
)
def test_another_figure_or_measure_is_another_claim(text: str, changed: str) -> None:
    assert {c.id for c in _extract(text).claims} != {c.id for c in _extract(changed).claims}


def test_repetitions_to_the_letter_are_numbered() -> None:
    ids = [c.id for c in _extract("It sold 5 boats.\n\n" * 3).claims]
    assert ids == [ids[0], f"{ids[0]}-2", f"{ids[0]}-3"]


TWICE = [  # Traditional | Simplified
    "研發投入129.62億元，增長13.2%。 | 研发投入129.62亿元，增长13.2%。",
    "其中六百四十戶獲資助，佔51%。 | 其中六百四十户获资助，占51%。",
    "預計二〇二六年產能達3萬噸。 | 预计二〇二六年产能达3万吨。",
    "平均每畝增收180元。 | 平均每亩增收180元。",
    "較去年減少逾7,000人次。 | 较去年减少逾7,000人次。",
    "總長約12.5公里，設九個車站。 | 总长约12.5公里，设九个车站。",
    "價格升至原來的2.4倍。 | 价格升至原来的2.4倍。",
    "失業率由4.1%降至3.8%。 | 失业率由4.1%降至3.8%。",
]


@pytest.mark.parametrize("row", TWICE)
def test_both_scripts_give_the_same_claims(row: str) -> None:
    traditional, simplified = (_extract(text, "zh").claims for text in row.split(" | "))
    assert traditional and [_content(c) for c in traditional] == [_content(c) for c in simplified]


def _content(claim: Claim) -> tuple[object, ...]:
    q = claim.quantity
    return (
        claim.start, claim.end, claim.statistic, claim.period,
        *map(fold, (claim.measure, claim.counted, claim.subject, claim.scope)),
        claim.mode, q.kind, q.value, q.stated, q.unit, q.hedge, q.rounding, q.step, q.grain, q.scale, q.direction,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "unit_word", "scale_word"),
    [
        ("盈利5億元。", "元", "億"), ("盈利5亿元。", "元", "亿"), ("售出三萬輛。", "輛", "萬"),
        ("售出３萬輛。", "輛", "萬"),
        ("It earned $5 million.", "$", "million"), ("It weighs 5 kg.", "kg", ""),
    ],
)  # fmt: skip
def test_unit_and_scale_words_keep_the_script_of_the_draft(text: str, unit_word: str, scale_word: str) -> None:
    (claim,) = _extract(text).claims
    assert (claim.quantity.unit_word, claim.quantity.scale_word) == (unit_word, scale_word)


@pytest.mark.parametrize(
    ("text", "quote", "grain"),
    [
        ("It sold 3,920,000 bricks and 200,000 tiles.", "3,920,000", 10_000),
        ("It sold 3,900,000 bricks and 4,500 tiles.", "3,900,000", 100),
        ("There were 3,900,000 bricks at $4,500.", "3,900,000", 100_000),
    ],
)
def test_round_figures_of_a_unit_share_the_finest_grain(text: str, quote: str, grain: int) -> None:
    claim = next(c for c in _extract(text, "en").claims if c.quote == quote)
    assert (claim.quantity.rounding, claim.quantity.grain) == ("round", Fraction(grain))


def test_a_mean_is_rounded_even_when_it_is_whole() -> None:
    claim = _extract("每家平均聘用25人。", "zh").claims[-1]
    assert (claim.statistic, claim.quantity.rounding, claim.quantity.step) == ("mean", "digit", Fraction(1))


def test_a_bare_number_with_what_it_counts_is_a_count() -> None:
    (claim,) = _extract("The county has 16 libraries.", "en").claims
    assert (claim.quantity.kind, claim.quantity.unit, claim.counted) == ("count", "count", "libraries")


@pytest.mark.parametrize(
    ("text", "dollar"),
    [
        ("Hong Kong spent $5 million.", "HKD"), ("Canada spent $5 million.", "CAD"), ("It spent $5 million.", "USD"),
        ("Canada and Singapore spent $5 million.", "USD"), ("XCanada spent $5 million.", "USD"),
        ("Ottawa, in Canada, not Singapore, spent $5 million.", "CAD"),
    ],
)  # fmt: skip
def test_a_bare_dollar_is_that_of_the_place_most_spoken_of(text: str, dollar: str) -> None:
    assert [c.quantity.unit for c in _extract(text, "en").claims] == [dollar]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In 2019 it sold 5 boats; in 2021 it sold 6.", "2021"),
        ("In 2019 it sold 5 boats, and by 2030 it hopes for 6.", "2019"),
        ("Item $2021, version 1.2021, no year.", ""),
        ("民國110年售出5艘。", "2021"),
        ("售出5艘。", ""),
    ],
)
def test_the_date_is_the_latest_year_told_as_past(text: str, date: str) -> None:
    ledger = _extract(text)
    assert (ledger.date, ledger.date_source) == (date, "inferred" if date else "")


@pytest.mark.parametrize(
    ("text", "comma"),
    [
        ("Es kostet 1.234,5 Euro, dann 2.345,75.", True),
        ("It cost 1,234.5 then 2.345,75.", False),
        ("It cost 2345,75.", False),
        ("1.111" * 9 + ",", False),
    ],
)
def test_a_decimal_comma_needs_a_draft_that_writes_no_decimal_point(text: str, comma: bool) -> None:
    setting, _ = setting_of(read_text(text, "draft.txt", language="en"))
    assert setting.decimal_comma == comma


@pytest.mark.parametrize("text", ["Sales rose to 40 by the end of March.", "There were 40 at the end of September."])
def test_the_end_of_a_month_of_no_known_year_has_no_year(text: str) -> None:
    (claim,) = (c for c in _extract(text).claims if c.quote == "40")
    assert claim.period.startswith("--0")
