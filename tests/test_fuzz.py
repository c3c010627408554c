"""Any mixture of figures, words and marks goes all the way: read, extract, examine, every report.

What comes out must hold together whatever went in: spans lie where they say, records have
identities of their own, coverage counts what is there, and the JSON is that of the schema.
"""

from __future__ import annotations

import json
import random
import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reports
from checks import OUTCOMES, SEVERITIES, Review
from checks._judging.examine import examine
from claims.extract import extract
from claims.languages import load
from claims.model import Ledger
from claims.readers import read_text
from reports import records

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = jsonschema.Draft202012Validator(
    json.loads((ROOT / "reports" / "schema" / "check.schema.json").read_text(encoding="utf-8"))
)
LISTINGS = ("text", "yaml", "csv", "json", "jsonl")

NUMERALS = [
    "0", "1", "3", "7", "12", "40", "60", "100", "640", "2,019", "88,900", "3.5", ".5", "5.", "1,2,3", "1.2.3", "-5",
    "−3", "±2", "10-20", "20–10", "3至5", "5至3", "1:2", "1/2", "1/0", "1e9", "1e3000000", "9**9**9", "½", "²",
    "１２", "三", "十二", "兩百", "三萬五", "一百零一", "半", "零分之一", "三分之一", "兩三百", "數十", "百餘", "〇",
    "one", "twenty-five", "a hundred and one", "half", "a third", "one in five", "dozens", "twice", "2019", "2020年",
    "2021年3月5日", "第3", "7th", "10:30", "1990s",
]  # fmt: skip
UNITS = [
    "%", "％", "‰", "個百分點", "倍", "成", "元", "萬元", "億元", "億", "萬", "戶", "人", "家", "公里", "噸", "歲",
    "年", "天", "℃", "percent", "percentage points", "times", "million", "billion", "$", "£", "¥", "kg", "km", "men",
    "boats", "years",
]  # fmt: skip
CUES = [
    "其中", "分別為", "合共", "合計", "共有", "佔", "佔比", "較去年", "由", "增至", "升至", "跌至", "至", "到",
    "增長", "下降", "減少", "翻一番", "同比", "人均", "平均", "每", "其餘", "包括", "等", "約", "近", "超過", "不足",
    "以上", "左右", "去年", "上半年", "收入", "利潤", "人口", "男", "女", "進口", "出口", "from", "to", "rose",
    "fell by", "up", "of which", "including", "the rest", "a total of", "totalled", "comprised", "respectively",
    "average", "per", "share of", "of the", "compared with", "last year", "in 2020", "about", "nearly", "more than",
    "up to", "at least", "between", "and", "doubled", "revenue", "women",
]  # fmt: skip
MARKS = [
    "，", "。", "、", "；", "：", "（", "）", "「", "」", ",", ".", ";", ":", "(", ")", "-", "—", "~", "/", "|",
    " | ", "\n| ", "\n|---|---|\n", "\n", "\r\n", "\n\n", "\n# ", "\n- ", "\n1. ", "\n（一）", "> ", "**", "`", "```",
    "[", "](", "<b>", "<!-- ", "-->", "&nbsp;", "&#12;", "\t", "\u3000", "\u200b", "\u202e", "\ufeff", "\x00",
    "\x1b[31m", "\u2028", "😀", "e\u0301",
]  # fmt: skip
PIECES = st.one_of(*(st.sampled_from(words) for words in (NUMERALS, NUMERALS, UNITS, CUES, MARKS)))
MIXED = st.lists(st.tuples(PIECES, st.sampled_from(["", "", " "])), max_size=30).map(
    lambda pieces: "".join(piece + gap for piece, gap in pieces)
)


@cache
def vocabulary() -> tuple[str, ...]:
    """Every word of the language files."""

    def words(value: Any) -> Any:
        if isinstance(value, str):
            yield from (word.replace("_", " ") for word in value.split() if len(word) < 40)
        elif isinstance(value, dict):
            for key, inner in value.items():
                yield key
                yield from words(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from words(inner)

    files = sorted((ROOT / "claims" / "languages").glob("*.toml"))
    return tuple(sorted({word for file in files for word in words(load(file.stem))}))


@cache
def drafts() -> tuple[str, ...]:
    """The drafts on the pages of the checks, which stand in relations."""
    pages = sorted((ROOT / "docs" / "checks").glob("*.md"))
    return tuple(
        draft for page in pages for draft in re.findall(r"```draft \w+\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    )


def hold_claims(ledger: Ledger) -> None:
    draft, last = ledger.draft, 0
    for claim in ledger.claims:
        assert draft.text[claim.start : claim.end] == claim.quote == claim.quote.strip() != ""
        assert last <= claim.start
        last = claim.end
        block = draft.blocks[claim.block]
        assert block.source_span(claim.local.start, claim.local.end) == (claim.start, claim.end)
        assert 0 <= claim.outer.start <= claim.local.start < claim.local.end <= claim.outer.end <= len(block.text)
    assert len({claim.id for claim in ledger.claims}) == len(ledger.claims)


def hold_findings(review: Review, ledger: Ledger) -> None:
    places = {claim.id: (claim.start, claim.end) for claim in ledger.claims}
    verdicts = {verdict.id: verdict for verdict in review.verdicts}
    assert len(verdicts) == len(review.verdicts)
    related: set[str] = set()
    for verdict in review.verdicts:
        assert verdict.outcome in OUTCOMES and set(verdict.relation.terms) <= set(places)
        if verdict.outcome != "undetermined":
            related.update(verdict.relation.terms)
    assert (review.coverage.claims, review.coverage.related) == (len(places), len(related))
    assert len({finding.id for finding in review.findings}) == len(review.findings)
    for finding in review.findings:
        assert finding.severity in SEVERITIES and verdicts[finding.verdict].outcome != "consistent"
        assert (finding.start, finding.end) in places.values()
        assert {places[claim] for claim in finding.claims} <= set(finding.spans)
        assert all(0 <= start < end <= len(ledger.draft.text) for start, end in finding.spans)
        assert {suspect.claim for suspect in finding.suspects} <= set(places)
        assert set(finding.consequences) <= set(verdicts)
        assert finding.message and "Fraction" not in finding.message + finding.arithmetic


def hold(text: str, name: str, language: str = "auto") -> Review:
    """The whole way, with all that must hold on it."""
    ledger = extract(read_text(text, name, language=language))
    hold_claims(ledger)
    review = examine(ledger)
    hold_findings(review, ledger)
    rendered = {format: reports.render(format, [review]) for format in reports.formats()}
    SCHEMA.validate(json.loads(rendered["json"]))
    assert json.loads(rendered["sarif"])["version"] == "2.1.0"
    ElementTree.fromstring(rendered["junit"])
    for format in LISTINGS:
        assert isinstance(records.render(format, [(name, ledger)]), str)
    return review


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(MIXED, st.sampled_from(["a.md", "a.txt"]), st.sampled_from(["auto", "zh", "en"]))
def test_any_mixture_goes_all_the_way(text: str, name: str, language: str) -> None:
    hold(text, name, language)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80), st.sampled_from(["a.md", "a.txt"]))
def test_any_text_goes_all_the_way(text: str, name: str) -> None:
    hold(text, name)


@pytest.mark.parametrize("seed", range(40))
def test_every_word_beside_any_figure(seed: int) -> None:
    chance = random.Random(seed)
    pieces = (NUMERALS, UNITS, CUES, MARKS, vocabulary(), vocabulary())
    text = "".join(chance.choice(chance.choice(pieces)) + chance.choice(["", " "]) for _ in range(150))
    hold(text, "a.md" if seed % 2 else "a.txt")


@pytest.mark.parametrize("seed", range(120))
def test_a_draft_with_slips_of_any_kind(seed: int) -> None:
    """Figures changed, words left out, doubled or exchanged, another draft run into it."""
    chance = random.Random(seed)
    pieces = re.split(r"(\d[\d,.]*|[，。,.;；、]|\s+)", "\n\n".join(chance.choices(drafts(), k=1 + seed % 2)))
    for _ in range(chance.randrange(1, 10)):
        at, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        slip = chance.randrange(4)
        if slip == 0:
            pieces[at] = chance.choice(NUMERALS)
        elif slip == 1:
            pieces[at] = ""
        elif slip == 2:
            pieces.insert(at, chance.choice([*CUES, *MARKS, pieces[other]]))
        else:
            pieces[at], pieces[other] = pieces[other], pieces[at]
    hold("".join(pieces), "a.md" if chance.random() < 0.5 else "a.txt")


@pytest.mark.parametrize("number", range(0, 249, 3))
def test_line_ends_change_positions_and_nothing_else(number: int) -> None:
    text = drafts()[number % len(drafts())]
    plain, other = hold(text, "a.md"), hold(text.replace("\n", "\r\n"), "a.md")
    assert [verdict.text for verdict in plain.verdicts] == [verdict.text for verdict in other.verdicts]
    assert [(f.fingerprint, f.message) for f in plain.findings] == [(f.fingerprint, f.message) for f in other.findings]
    assert plain.ledger is not None and other.ledger is not None
    assert [claim.id for claim in plain.ledger.claims] == [claim.id for claim in other.ledger.claims]
