"""Benchmarks measure the same thing on every run, and a store tells two runs apart."""

from __future__ import annotations

import json
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from benchmarks import ecosystem, prose, stages
from benchmarks.news import daily, news
from claims.extract import extract
from claims.readers import read_text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_generated_prose_is_the_same_every_time_and_as_long_as_asked(language: str) -> None:
    text = prose.article(language, 5000)
    assert text == prose.article(language, 5000) != prose.article(language, 5000, seed=8)
    assert 5000 <= len(text.encode()) < 7000
    assert "\n" not in prose.paragraph(language, 5000)


@pytest.mark.parametrize(("language", "least", "most"), [("zh", 50, 75), ("en", 50, 75)])
def test_made_up_news_has_the_density_of_news(language: str, least: int, most: int) -> None:
    text = news(language, 20_000)
    assert text == news(language, 20_000) != news(language, 20_000, seed=8)
    assert least < len(text.encode()) / len(extract(read_text(text, "news.txt")).claims) < most


@pytest.mark.parametrize("language", ["zh", "en"])
def test_most_sentences_of_the_days_news_have_no_figure(language: str) -> None:
    text = daily(language, 20_000)
    assert text == daily(language, 20_000)
    assert 150 < len(text.encode()) / len(extract(read_text(text, "daily.txt")).claims) < 260


def test_memory_is_weighed_once_for_what_is_shared() -> None:
    number = Fraction(10**30, 7)
    assert stages.weight([number, number]) == stages.weight([number]) + 8
    assert stages.weight([number]) > sys.getsizeof([number]) + sys.getsizeof(10**30)


def test_a_draft_is_weighed_with_its_claims() -> None:
    found = stages.run("news", "en", 3000, "weigh")
    assert found["claims"] > 20
    assert 0 < found["records"] < found["megabytes"]


def finding(path: str = "a.txt", fingerprint: str = "f1", **other: Any) -> ecosystem.Record:
    record = dict.fromkeys(ecosystem.KEYS, "") | {"line": 1, "quotes": []}
    return record | {"path": path, "check": "sum", "severity": "error", "fingerprint": fingerprint} | other


UNREAD = {"path": "b.txt", "unreadable": "binary"}


@pytest.mark.parametrize(
    ("before", "after", "added", "removed"),
    [
        ([], [], 0, 0),
        ([finding()], [finding()], 0, 0),
        ([finding(line=3)], [finding(line=9, message="worded anew")], 0, 0),
        ([finding()], [finding(severity="warning")], 1, 1),
        ([finding()], [finding(), finding()], 1, 0),
        ([finding(), finding("b.txt")], [finding("b.txt")], 0, 1),
        ([finding()], [finding(fingerprint="f2")], 1, 1),
        ([finding()], [UNREAD], 1, 1),
        ([UNREAD], [UNREAD], 0, 0),
    ],
)
def test_changes(before: list[Any], after: list[Any], added: int, removed: int) -> None:
    assert tuple(map(len, ecosystem.changes(before, after))) == (added, removed)


def test_a_store_is_read_as_it_was_written_in_an_order_of_its_own(tmp_path: Path) -> None:
    found = [finding("b.txt", quotes=["3億元"]), UNREAD, finding("a.txt")]
    ecosystem.store(tmp_path / "one", found)
    ecosystem.store(tmp_path / "two", found[::-1])
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert ecosystem.changes(found, ecosystem.stored(tmp_path / "one")) == ([], [])


@pytest.mark.parametrize("line", ["{", "[]", '{"path": "a"}', json.dumps({"unreadable": 1})])
def test_what_is_no_store_is_refused_with_its_place(tmp_path: Path, line: str) -> None:
    path = tmp_path / "store"
    path.write_text(json.dumps(UNREAD) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(ecosystem.StoreError, match="store:2"):
        ecosystem.stored(path)


def test_a_folder_is_examined(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "one.txt").write_text(prose.article("zh", 800), encoding="utf-8")
    (tmp_path / "drafts" / "two.txt").write_bytes(bytes(range(256)))
    found, counts = ecosystem.examined(str(tmp_path / "drafts"), jobs=1)
    assert counts["documents"] == 2 and counts["not checked"] == 1 and counts["claims"] > 10
    assert [record["path"] for record in found if "unreadable" in record] == ["two.txt"]
