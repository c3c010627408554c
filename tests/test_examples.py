"""The two bundled articles: one error in each, and every other figure on guard.

They tell the same facts. The loans to two groups of firms exceed the loans to all; a
temperature is questionable. Any other digit changed must be noticed.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from check_pages import reviewed

from checks import Finding, Review
from checks._judging.examine import examine
from claims.extract import extract
from claims.readers import read

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
TEXTS = {
    path.name.removeprefix("giants.").removesuffix(".md"): path.read_text(encoding="utf-8")
    for path in EXAMPLES.glob("giants.*.md")
}
CREDIT = {"zh-Hant": ("129.62億", "136.98億"), "en": ("12.962 billion", "13.698 billion")}
GAP = {"zh-Hant": "7.36億元", "en": "0.736 billion yuan"}

HOLDS = {
    "zh-Hant": (
        "449戶 + 165戶 ≤ 640戶",
        "664家 ≤ 2356家",
        "70家 ≤ 1301家",
        "1301家 = 1301家",
        "975萬元 / 1.89億元 = 5.2%",
        "975萬元 = 975萬元",
        "5.2% = 5.2%",
        "三大 = 3 (工程機械、軌道交通、航空航天)",
        "2017年起–2021 = 五年",
    ),
    "en": (
        "449 + 165 ≤ 640",
        "664 ≤ 2,356",
        "Seventy ≤ 1,301",
        "1,301 = 1,301",
        "9.75 million yuan / 189 million yuan = 5.2 per cent",
        "three = 3 (construction machinery, rail equipment, aerospace)",
        "2017–2021 = five consecutive years",
    ),
}

# (words around the figure, the figure, the slip): the words make the place one of a kind.
SLIPS = {
    "zh-Hant": (
        ("其中{}", "664家", "6640家"),
        ("已有{}", "2356家", "256家"),
        ("企業{}，授信88", "449戶", "494戶"),
        ("企業{}，授信48", "165戶", "265戶"),
        ("中小企業{}，", "640戶", "460戶"),
        ("選出{}", "1301家", "1310家"),
        ("去年，{}", "1301家", "1031家"),
        ("，其中{}", "70家", "7000家"),
        ("975萬元，研發投入佔比為{}", "5.2%", "2.5%"),
        ("研發投入佔比達{}", "5.2%", "5.7%"),
        ("戶均研發投入{}，研發投入佔比為", "975萬元", "957萬元"),
        ("戶均研發投入{}，研發投入佔比達", "975萬元", "795萬元"),
        ("主營業務收入{}", "1.89億元", "1.98億元"),
        ("航空航天{}", "三大", "四大"),
        ("連續{}寫入", "五年", "七年"),
    ),
    "en": (
        ("of which {} companies", "664", "6,640"),
        ("{} companies have met", "2,356", "256"),
        ("Of these, {} firms", "449", "494"),
        ("and {} firms are on", "165", "265"),
        ("backed {} specialised", "640", "460"),
        ("produced {} little", "1,301", "1,310"),
        ("the {} little", "1,301", "1,031"),
        ("{} of them carry", "Seventy", "Seven thousand"),
        ("per firm, a research intensity of {}", "5.2 per cent", "2.5 per cent"),
        ("into research, a research intensity of {}", "5.2 per cent", "5.7 per cent"),
        ("spending was {} per firm", "9.75 million yuan", "9.57 million yuan"),
        ("put {} per firm", "9.75 million yuan", "7.95 million yuan"),
        ("revenue was {} per firm", "189 million yuan", "198 million yuan"),
        ("are in {} industries", "three", "four"),
        ("for {} since", "five consecutive years", "seven consecutive years"),
    ),
}

languages = pytest.mark.parametrize("name", sorted(TEXTS))


def corrected(name: str) -> str:
    """The article with the credit that the two groups were given in all."""
    wrong, right = CREDIT[name]
    assert TEXTS[name].count(wrong) == 1
    return TEXTS[name].replace(wrong, right)


def loud(review: Review) -> list[Finding]:
    return [finding for finding in review.findings if finding.severity in ("error", "warning")]


@languages
def test_its_one_error_is_the_credit(name: str) -> None:
    findings = [finding for finding in loud(reviewed(TEXTS[name])) if finding.severity == "error"]
    assert [finding.check for finding in findings] == ["parts-and-whole"]
    assert GAP[name] in findings[0].message and GAP[name] in findings[0].arithmetic
    assert len(findings[0].spans) == 3


@languages
def test_the_gap_is_exact(name: str) -> None:
    review = reviewed(TEXTS[name])
    error = next(finding for finding in review.findings if finding.severity == "error")
    gap = next(verdict.gap for verdict in review.verdicts if verdict.id == error.verdict)
    assert gap is not None and gap.low == gap.high == Fraction(736_000_000)


@languages
def test_its_one_warning_is_the_temperature(name: str) -> None:
    warnings = [finding for finding in loud(reviewed(TEXTS[name])) if finding.severity == "warning"]
    assert [finding.check for finding in warnings] == ["impossible-quantity"]


@languages
def test_with_the_credit_corrected_no_error_is_left(name: str) -> None:
    assert [finding.check for finding in loud(reviewed(corrected(name)))] == ["impossible-quantity"]


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in HOLDS.items() for text in texts])
def test_holds(name: str, text: str) -> None:
    assert text in {v.text for v in reviewed(TEXTS[name]).verdicts if v.outcome == "consistent"}


@pytest.mark.parametrize(
    ("name", "place", "figure", "slip"), [(name, *slip) for name, slips in SLIPS.items() for slip in slips]
)
def test_a_slip_is_caught(name: str, place: str, figure: str, slip: str) -> None:
    text = corrected(name)
    assert text.count(place.format(figure)) == 1
    changed = text.replace(place.format(figure), place.format(slip))
    start = changed.index(place.format(slip)) + place.index("{}")
    spans = [span for finding in loud(reviewed(changed)) for span in finding.spans]
    assert [(s, e) for s, e in spans if s <= start < e or start <= s < start + len(slip)]


RECORDS = (EXAMPLES / "figures.claims.yaml").read_text(encoding="utf-8")


def of_records(text: str) -> tuple[Review, dict[str, str]]:
    """What is found in a record file, and the name of each of its claims."""
    review = reviewed(text, is_record=True)
    assert review.ledger is not None
    return review, {key: name for name, key in review.ledger.names.items()}


def test_the_records_of_the_article_hold_every_figure_and_one_contradiction() -> None:
    review, names = of_records(RECORDS)
    assert review.ledger is not None
    assert len(review.ledger.claims) == len(names) == RECORDS.count("{name:") >= 85
    (finding,) = review.findings
    assert (finding.severity, finding.check) == ("error", "declared-rule")
    assert "136.98億元" in finding.message and "7.36億元" in finding.arithmetic
    suspects = {names[s.claim]: s.repairs for s in finding.suspects}
    assert set(suspects) == {"client_credit", "giant_credit", "listed_credit"}
    assert "8.895億元" in suspects["giant_credit"]


@pytest.mark.parametrize(
    ("name", "value", "wrong"),
    [
        ("giants_again", "1301家", "1310家"),
        ("rd_mean", "975萬元", "957萬元"),
        ("sales_mean", "1.89億元", "1.98億元"),
        ("first_firms", "664家", "6640家"),
        ("client_firms", "640戶", "460戶"),
        ("prefectures", "14個", "41個"),
        ("star_market", "8家", "800家"),
        ("three_profit", "32.3億元", "3230億元"),
    ],
)
def test_a_slip_in_the_records_is_found(name: str, value: str, wrong: str) -> None:
    entry = f"{{name: {name}, value: {value}"
    assert RECORDS.count(entry) == 1
    review, names = of_records(RECORDS.replace(entry, f"{{name: {name}, value: {wrong}"))
    (finding,) = [f for f in review.findings if name in {names[s.claim] for s in f.suspects}]
    suspect = next(s for s in finding.suspects if names[s.claim] == name)
    assert value in suspect.repairs or suspect.admissible is not None


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@languages
def test_its_main_figures_as_a_table_hold_the_same_error(name: str, suffix: str) -> None:
    path = EXAMPLES / f"giants.{name}.{suffix}"
    ledger = extract(read(path.read_bytes(), path.name))
    (finding,) = examine(ledger).findings
    assert (finding.severity, finding.check) == ("error", "parts-and-whole")
    told = {claim.id: claim.quote for claim in ledger.claims}
    credit = ["88.95", "48.03", "129.62"] if name == "zh-Hant" else ["8.895", "4.803", "12.962"]
    assert sorted(told[suspect.claim] for suspect in finding.suspects) == sorted(credit)
    if suffix == "xlsx":
        place = ledger.draft.place(finding.start)
        assert place is not None and place.name.endswith("!C5")
