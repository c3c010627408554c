"""Results of significance tests as prose reports them: what is read, and what is left."""

from __future__ import annotations

import pytest

from claims.extract import extract
from claims.readers import read_text
from claims.ties.significance import Result, results


def found(text: str) -> list[Result]:
    return list(results(extract(read_text(text + "\n", "draft.md"))))


@pytest.mark.parametrize(
    ("text", "test", "df", "statistic", "p"),
    [
        ("They differed, t(28) = 2.20, p < .01.", "t", "28", "2.20", ".01"),
        ("They differed, *t*(28) = −2.20, *p* = .036.", "t", "28", "−2.20", ".036"),
        ("They differed (t(27.42) = 2.20; p = .036).", "t", "27.42", "2.20", ".036"),
        ("They differed, t(1,280) = 2.20, p = .028.", "t", "1280", "2.20", ".028"),
        ("They differed, t = 2.20, df = 28, p = .036.", "t", "28", "2.20", ".036"),
        ("An effect, F(2, 57) = 3.40, MSE = 1.2, p = .04.", "F", "2 57", "3.40", ".04"),
        ("An effect, F(2,280) = 3.40, p = .035.", "F", "2 280", "3.40", ".035"),
        ("An effect, F(12,1280) = 3.40, p < .001.", "F", "12 1280", "3.40", ".001"),
        ("An effect, F(2, 1,157) = 3.40, p-value = .034.", "F", "2 1157", "3.40", ".034"),
        ("An effect, F2,57 = 3.40, P = 0.04.", "F", "2 57", "3.40", "0.04"),
        ("They differed, t28 = 2.20, P = 0.036.", "t", "28", "2.20", "0.036"),
        ("A link, χ²(1, N = 120) = 4.02, p = .045.", "chi", "1", "4.02", ".045"),
        ("A link, chi-square(1) = 4.02, 95% CI [0.1, 0.9], p = .045.", "chi", "1", "4.02", ".045"),
        ("They agree, r(48) = .31, p = .03.", "r", "48", ".31", ".03"),
        ("They agree, r = .31, n = 50, p = .03.", "r", "48", ".31", ".03"),
        ("They differed, t(28) = 2.20, n = 30, p = .036.", "t", "28", "2.20", ".036"),
        ("They differ, z = 1.96, p = .05.", "z", "", "1.96", ".05"),
        ("No effect, F(1, 57) < 1, p > .25.", "F", "1 57", "1", ".25"),
        ("No effect, t(30) = 0.50, n.s.", "t", "30", "0.50", None),
        ("兩組差異顯著（t(28)=2.20，p=.036）。", "t", "28", "2.20", ".036"),
        ("两组有关（卡方值=4.02，df=1，P＜0.05）。", "chi", "1", "4.02", "0.05"),
        ("兩組沒有差異，t(30) = 0.50，不顯著。", "t", "30", "0.50", None),
    ],
)
def test_reads(text: str, test: str, df: str, statistic: str, p: str | None) -> None:
    (result,) = found(text)
    assert (result.test, " ".join(str(float(n)).removesuffix(".0") for n in result.df)) == (test, df)
    assert (result.statistic.quote, result.p.quote if result.p else None) == (statistic, p)
    assert result.words.endswith(statistic)


def test_reads_each_of_several() -> None:
    text = "They differed, t(28) = 2.20, p = .036; r(48) = .31, p = .03; F(2, 57) = 3.40, p = .04."
    assert [(r.test, r.p.quote) for r in found(text) if r.p] == [("t", ".036"), ("r", ".03"), ("F", ".04")]


@pytest.mark.parametrize(
    "text",
    [
        "Both held, t(28) = 2.20 and t(28) = 3.10, ps < .05.",
        "They differed, t = 2.20, p < .05.",
        "An effect, F(57) = 3.40, p = .04.",
        "The mean was 3.4 (p = .04).",
        "A score of z = 1.54. Later p < .01 was found.",
        "Sales rose 4 percent, profit (28) = 2.20, p. 12.",
        "The part(28) = 2.20, p < .01.",
        "這一組（28）= 2.20，第p = .01頁。",
    ],
)
def test_leaves(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["t(28) = 2.20, " * 2000, "p = " * 5000, "t(" * 5000, "F(1, 2) = 3, d = 1, " * 1500])
def test_long_runs_are_read_to_their_end(text: str) -> None:
    assert found(text) == []
