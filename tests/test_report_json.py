"""JSON: the schema that ships, the keys that others rely on, numbers as exact strings."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

import reports
from checks import OUTCOMES, SEVERITIES
from claims.draft import Draft
from claims.interval import at_least, between, less_than, point
from claims.model import BASES, HEDGES, KINDS, STATISTICS, Claim, Ledger, Quantity, Span
from reports import records
from reports.numbers import decimal

SCHEMAS = Path(reports.__file__).parent / "schema"
CHECK = json.loads((SCHEMAS / "check.schema.json").read_text(encoding="utf-8"))
CLAIMS = json.loads((SCHEMAS / "claims.schema.json").read_text(encoding="utf-8"))
REPORT = json.loads(reports.render("json", samples.ALL, version="1.2.3"))
CHINESE, ENGLISH, UNREADABLE, EMPTY = REPORT["documents"]
LISTINGS = [(review.path, review.ledger) for review in samples.ALL if review.ledger is not None]
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


def valid(data: object, schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema).validate(data)


@pytest.mark.parametrize("schema", [CHECK, CLAIMS], ids=["check", "claims"])
def test_the_schemas_are_schemas(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$defs"]["claim"] == CLAIMS["$defs"]["claim"]


def test_the_schemas_know_the_words_of_the_model() -> None:
    claim, relation, finding = (CHECK["$defs"][name]["properties"] for name in ("claim", "relation", "finding"))
    assert set(claim["kind"]["enum"]) == set(KINDS)
    assert set(claim["hedge"]["enum"]) == {None, *HEDGES}
    assert set(claim["statistic"]["enum"]) == {None, *STATISTICS}
    assert tuple(claim) == records.KEYS
    assert set(relation["basis"]["enum"]) == set(BASES)
    assert set(relation["outcome"]["enum"]) == set(OUTCOMES)
    assert finding["severity"]["enum"] == list(SEVERITIES)


def test_the_report_is_valid() -> None:
    valid(REPORT, CHECK)


@pytest.mark.parametrize(
    "change",
    [
        lambda r: r.pop("summary"),
        lambda r: r["documents"][0].pop("coverage"),
        lambda r: r["documents"][0]["claims"][0].update(extra=1),
        lambda r: r["documents"][0]["claims"][0].update(value=12),
        lambda r: r["documents"][0]["claims"][0].update(value="1e9"),
        lambda r: r["documents"][0]["claims"][0].update(value="1.50"),
        lambda r: r["documents"][0]["claims"][0].update(stated=["1"]),
        lambda r: r["documents"][0]["findings"][0].update(reason="an open one has none"),
        lambda r: r["documents"][0]["findings"][0].update(spans=[[1, 2, 3]]),
        lambda r: r["documents"][2].pop("reason"),
        lambda r: r["documents"][0]["relations"][0].update(outcome="fine"),
    ],
)
def test_the_schema_refuses_what_is_wrong(change: Any) -> None:
    report = json.loads(json.dumps(REPORT))
    change(report)
    with pytest.raises(jsonschema.ValidationError):
        valid(report, CHECK)


def test_what_stands_at_the_top() -> None:
    assert list(REPORT) == ["tool", "documents", "summary"]
    assert REPORT["tool"] == {"name": "crossfoot", "version": "1.2.3"}
    assert REPORT["summary"] == {
        "error": 3, "warning": 2, "info": 2, "dismissed": 1, "documents": 4, "unreadable": 1,
    }  # fmt: skip
    assert json.loads(reports.render("json", ()))["tool"]["version"] == reports.VERSION


def test_documents() -> None:
    assert [document["status"] for document in REPORT["documents"]] == ["checked", "checked", "unreadable", "checked"]
    assert [document["language"] for document in REPORT["documents"]] == ["zh", "en", None, "en"]
    assert "--encoding big5" in UNREADABLE["reason"]
    assert "reason" not in CHINESE
    assert UNREADABLE["claims"] == UNREADABLE["findings"] == EMPTY["claims"] == []
    assert CHINESE["coverage"] == {"claims": 24, "related": 21, "unread": ["第1張圖片中的文字"]}


def by_quote(document: dict[str, Any], quote: str) -> dict[str, Any]:
    (claim,) = (claim for claim in document["claims"] if claim["quote"] == quote)
    return claim


@pytest.mark.parametrize(
    ("document", "quote", "kind", "value", "stated", "ends", "low", "high", "unit", "hedge"),
    [
        (CHINESE, "214.6億元", "money", "21460000000", ["21460000000"] * 2, "[]", "21455000000", "21465000000",
         "CNY", None),
        (CHINESE, "88億元", "money", "8800000000", ["8800000000", None], "()", "8800000000", None, "CNY", "more_than"),
        (CHINESE, "2023年", "date", None, ["2023-01-01", "2023-12-31"], "[]", None, None, None, None),
        (CHINESE, "512家", "count", "512", ["512", "512"], "[]", "512", "512", "count", None),
        (CHINESE, "8.0%", "percent", "8", ["8", "8"], "[]", "7.95", "8.05", "percent", None),
        (CHINESE, "4,500名", "count", "4500", ["4500", None], "[)", "4500", None, "count", "at_least"),
        (CHINESE, "3至5個百分點", "point", None, ["3", "5"], "[]", "2.5", "5.5", "percentage_point", "range"),
        (CHINESE, "198.7億\n元", "money", "19870000000", ["19870000000"] * 2, "[]", "19865000000", "19875000000",
         "CNY", None),
        (ENGLISH, "30", "count", "30", [None, "30"], "(]", None, "30", "count", "at_most"),
        (ENGLISH, "$7.55", "money", "7.55", ["7.55", "7.55"], "[]", "7.545", "7.555", "USD", None),
    ],
)  # fmt: skip
def test_a_claim(
    document: dict[str, Any], quote: str, kind: str, value: Any, stated: Any, ends: str, low: Any, high: Any, unit: Any,
    hedge: Any,
) -> None:  # fmt: skip
    claim = by_quote(document, quote)
    assert [claim[key] for key in ("kind", "value", "stated", "stated_ends", "low", "high", "unit", "hedge")] == [
        kind, value, stated, ends, low, high, unit, hedge,
    ]  # fmt: skip


def test_coordinates_of_claims() -> None:
    growth = by_quote(CHINESE, "8.0%")
    assert [growth[key] for key in ("statistic", "measure", "subject", "period", "direction")] == [
        "growth", "產值", "全行業", "2023", "up",
    ]  # fmt: skip
    date = by_quote(CHINESE, "2023年")
    assert [date[key] for key in ("statistic", "measure", "subject", "period", "direction")] == [None, "", "", "", None]


@pytest.mark.parametrize(("measure", "counted", "word", "expected"), [
    ("產量", "樹", "棵", "樹"), ("", "樹", "棵", "樹"), ("", "", "棵", "棵"), ("", "", "", ""),
])  # fmt: skip
def test_a_count_is_of_what_it_counts_else_of_its_counter(measure: str, counted: str, word: str, expected: str) -> None:
    quantity = Quantity("count", Fraction(5), point(5), "count", unit_word=word)
    claim = Claim("a", 0, 2, "5棵", quantity, 0, Span(0, 2), Span(0, 2), measure=measure, counted=counted)
    assert records.row(claim).measure == expected


@pytest.mark.parametrize(("dates", "stated", "ends"), [
    (("2020-01-01", ""), ["2020-01-01", None], "[)"), (("", "2020-01-01"), [None, "2020-01-01"], "(]"),
    (("", ""), [None, None], "()"), (None, [None, None], "()"),
])  # fmt: skip
def test_dates_that_are_partly_known(dates: Any, stated: list[Any], ends: str) -> None:
    quantity = Quantity("date", None, point(0), dates=dates)
    row = records.row(Claim("a", 0, 2, "2日", quantity, 0, Span(0, 2), Span(0, 2)))
    assert (list(row.stated), row.stated_ends, row.value, row.low, row.high) == (
        stated,
        ends,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(("stated", "expected", "ends"), [
    (at_least(3), ["3", None], "[)"), (less_than(3), [None, "3"], "()"),
    (between(10_000, 20_000, False, True), ["10000", "20000"], "[)"),
    (between(Fraction(100, 3), 34), ["33.3333333333333", "34"], "[]"),
])  # fmt: skip
def test_open_and_unending_ends(stated: Any, expected: list[Any], ends: str) -> None:
    row = records.row(Claim("a", 0, 1, "x", Quantity("number", None, stated, hedge="open"), 0, Span(0, 1), Span(0, 1)))
    assert (list(row.stated), row.stated_ends) == (expected, ends)


def test_positions_lead_back_to_the_source() -> None:
    for review, document in zip(samples.ALL, REPORT["documents"], strict=True):
        if review.ledger is None:
            continue
        text = review.ledger.draft.text
        assert all(text[claim["start"] : claim["end"]] == claim["quote"] for claim in document["claims"])
        ids = {claim["id"]: [claim["start"], claim["end"]] for claim in document["claims"]}
        for finding in document["findings"]:
            assert sorted(finding["spans"]) == sorted(ids[claim] for claim in finding["claims"])
            assert [finding["start"], finding["end"]] in finding["spans"]


def test_relations_say_where_they_are_stated() -> None:
    relation = next(r for r in CHINESE["relations"] if r["outcome"] == "inconsistent" and r["check"] == "breakdown")
    start, end = relation["basis_span"]
    assert samples.CHINESE.ledger is not None
    assert samples.CHINESE.ledger.draft.text[start:end] == "其中出口88.6"
    assert (relation["basis"], relation["severity"], relation["form"]) == ("stated", "error", "sum")
    inferred = next(r for r in ENGLISH["relations"] if r["basis"] == "inferred")
    assert inferred["basis_span"] is None
    assert "severity" not in inferred
    assert {r["outcome"] for r in ENGLISH["relations"]} == set(OUTCOMES)


def test_findings() -> None:
    finding = CHINESE["findings"][0]
    home, sales = by_quote(CHINESE, "124.9億元")["id"], by_quote(CHINESE, "203.5億元")["id"]
    assert finding["suspects"] == [
        {"claim": home, "repairs": ["114.9億元"]},
        {"claim": sales, "repairs": ["213.5億元"]},
    ]
    assert finding["status"] == "open" and "reason" not in finding
    dismissed = next(f for f in CHINESE["findings"] if f["status"] == "dismissed")
    assert dismissed["reason"] == "海外設倉屬直播銷售的配套，作者已確認。"


# ------------------------------------------------------------------ listings


def extended(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """JSON Lines rows with their dates in ISO 8601's extended form, as the other listings have them."""
    for claim in claims:
        if claim["kind"] == "date":
            assert all(day is None or day.isdecimal() for day in claim["stated"])
            claim["stated"] = [day and f"{day[:4]}-{day[4:6]}-{day[6:]}" for day in claim["stated"]]
    return claims


def test_listings_agree_with_each_other() -> None:
    whole = json.loads(records.render("json", LISTINGS))
    rows = [json.loads(line) for line in records.render("jsonl", LISTINGS).splitlines()]
    for row in rows:
        valid(row, CLAIMS)
    assert [row["id"] for row in rows] == [document["path"] for document in whole["documents"]]
    claims = [extended(row["claims"]) for row in rows]
    assert claims == [document["claims"] for document in whole["documents"]]
    checked = [d["claims"] for d in REPORT["documents"] if d["status"] == "checked"]
    assert claims == checked
    assert [entry["claims"] for entry in YAML(typ="safe").load(records.render("yaml", LISTINGS))] == checked
    table = list(csv.DictReader(io.StringIO(records.render("csv", LISTINGS).removeprefix("\ufeff"), newline="")))
    assert [(line["document"], line["quote"]) for line in table] == [
        (row["id"], claim["quote"]) for row in rows for claim in row["claims"]
    ]
    lines = records.render("text", LISTINGS).splitlines()
    assert len(lines) == len(rows) + len(table)
    assert "notes/empty.txt: 0 claims" in lines


def test_rows_keep_their_ids_and_order() -> None:
    ledger = samples.ENGLISH.ledger
    assert ledger is not None
    rows = [
        json.loads(line) for line in records.render("jsonl", [(7, ledger), ("b", ledger), (1, ledger)]).splitlines()
    ]
    assert [row["id"] for row in rows] == [7, "b", 1]
    assert records.render("yaml", []) == "[]\n"


def many(number: int) -> Ledger:
    """A ledger of as many claims, no two alike."""
    text = " ".join(f"{n / 10}" for n in range(10, 10 + number))
    draft, at, claims = Draft("long.txt", text, ()), 0, []
    for n, word in enumerate(text.split()):
        quantity = Quantity("number", Fraction(word), point(Fraction(word)), rounding="digit", step=Fraction(1, 10))
        claims.append(Claim(f"c{n}", at, at + len(word), word, quantity, 0, Span(0, 1), Span(0, 1), subject=f"“{n}”"))
        at += len(word) + 1
    return Ledger(draft, tuple(claims))


@pytest.mark.parametrize("number", [0, 1, records.BATCH, records.BATCH + 1, 3 * records.BATCH])
def test_a_listing_in_pieces_is_one_document(number: int) -> None:
    listings = [("a", many(number)), ("b", many(1)), ("c", many(0))]
    rows = [json.loads(line)["claims"] for line in records.render("jsonl", listings).splitlines()]
    assert list(map(len, rows)) == [number, 1, 0]
    assert [row["quote"] for row in rows[0]] == listings[0][1].draft.text.split()
    text = records.render("json", listings)
    whole = json.loads(text)
    assert [document["claims"] for document in whole["documents"]] == rows
    assert text == json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
    assert [entry["claims"] or [] for entry in YAML(typ="safe").load(records.render("yaml", listings))] == rows
    table = list(csv.DictReader(io.StringIO(records.render("csv", listings).removeprefix("\ufeff"), newline="")))
    assert [line["low"] for line in table] == [row["low"] for found in rows for row in found]
    shown = records.render("text", listings).splitlines()
    assert len(shown) == number + 1 + 3
    assert len({line.index("“") for line in shown[1 : number + 1]}) <= 1  # columns stand one below the other


@pytest.mark.parametrize("format", ["jsonl", "json", "csv", "yaml", "text"])
def test_a_document_is_asked_for_when_the_one_before_is_written(format: str) -> None:
    asked: list[str] = []

    def listings() -> Iterator[records.Listing]:
        for name in ("first", "second"):
            asked.append(name)
            yield name, many(2)

    for piece in records.pieces(format, listings()):
        if "1.1" in piece:
            break
    assert asked == ["first"]


def test_a_quantity_that_claims_share_is_worked_out_once_for_all_of_them() -> None:
    shared = Quantity("money", Fraction(3), point(3), "CNY", rounding="digit", step=Fraction(1))
    rows = [records.row(Claim(name, 0, 1, "3", shared, 0, Span(0, 1), Span(0, 1))) for name in ("a", "b")]
    other = msgspec.structs.replace(shared, step=Fraction(2))
    rows.append(records.row(Claim("c", 0, 1, "3", other, 0, Span(0, 1), Span(0, 1))))
    assert [(row.id, row.low, row.high) for row in rows] == [("a", "2.5", "3.5"), ("b", "2.5", "3.5"), ("c", "2", "4")]


@given(WORDS)
def test_yaml_and_json_carry_any_text(text: str) -> None:
    ledger = samples.holding(text).ledger
    assert ledger is not None
    (entry,) = YAML(typ="safe").load(records.render("yaml", [(text, ledger)]))
    assert (entry["id"], entry["claims"][0]["measure"]) == (text, text)
    assert json.loads(records.render("jsonl", [(text, ledger)])) == entry


@pytest.mark.parametrize("format", ["json", "sarif"])
def test_what_is_no_character_is_left_to_the_writer(format: str) -> None:
    """A file name may hold a byte that is no character; written out it becomes an escape of JSON."""
    text = reports.render(format, [samples.holding("a\udcff")])
    written = text.encode("utf-8", "backslashreplace").decode()
    assert "\\udcff" in written
    assert json.loads(written) == json.loads(text)


@pytest.mark.parametrize("format", ["json", "jsonl", "yaml"])
def test_a_listing_holds_what_is_no_character_too(format: str) -> None:
    ledger = samples.holding("a\udcff").ledger
    assert ledger is not None
    written = records.render(format, [("a\udcff", ledger)]).encode("utf-8", "backslashreplace").decode()
    found = (field for claim in ledger.claims for field in (claim.measure, claim.subject, claim.period))
    assert written.count('"a\\udcff"') == 1 + sum(field == "a\udcff" for field in found) > 1


# ------------------------------------------------------------------ decimal strings


@pytest.mark.parametrize(("value", "expected"), [
    (Fraction(0), "0"), (Fraction(-5), "-5"), (Fraction(12_962_000_000), "12962000000"), (Fraction(1, 8), "0.125"),
    (Fraction(-1, 8), "-0.125"), (Fraction(3, 2), "1.5"), (Fraction(1, 10**20), "0.00000000000000000001"),
    (Fraction(10**30) + Fraction(1, 4), "1" + "0" * 30 + ".25"), (Fraction(1, 3), "0.333333333333333"),
    (Fraction(2, 3), "0.666666666666667"), (Fraction(-100, 3), "-33.3333333333333"),
    (Fraction(10**20, 3), "33333333333333300000"), (Fraction(1, 3 * 10**9), "0.000000000333333333333333"),
])  # fmt: skip
def test_decimals(value: Fraction, expected: str) -> None:
    assert decimal(value) == expected


@given(st.fractions())
def test_decimals_are_exact_or_close(value: Fraction) -> None:
    text = decimal(value)
    jsonschema.validate(text, CHECK["$defs"]["decimal"])
    ends = set(_factors(value.denominator)) <= {2, 5}
    assert Fraction(text) == value if ends else abs(Fraction(text) - value) <= abs(value) / 10**14


def _factors(number: int) -> list[int]:
    found, factor = [], 2
    while number > 1 and factor <= 5:
        if number % factor:
            factor += 1
        else:
            found.append(factor)
            number //= factor
    return [*found, number] if number > 1 else found
