"""Reviews drawn up by hand, as a check of four documents would give them.

One Traditional Chinese draft, one English, one that cannot be read and one that is empty.
Between them they hold every severity, relations that hold, one that is undetermined, a
dismissed finding, suspects and repairs. Positions are looked up in the text, never counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from hashlib import sha256
from typing import Any

from checks import Coverage, Finding, Review, Suspect, Verdict
from claims.draft import Block, Draft
from claims.interval import Interval, at_least, at_most, between, closed, more_than, point
from claims.model import Claim, Evidence, Ledger, Quantity, Relation, Span
from claims.numerals import parse_digits

PAGES = "https://example.org/checks/"


def _digest(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()


def _draft(path: str, language: str, script: str, date: str, parts: Sequence[tuple[str, str]]) -> Draft:
    """A draft of blocks given as (kind, text); a ⏎ in a text is a hard wrap of the source."""
    text, blocks = "", []
    for kind, part in parts:
        marker = {"title": "# ", "heading": "## ", "list-item": "- "}.get(kind, "")
        text += marker
        read, starts, sources = "", [], []
        for number, line in enumerate(part.split("⏎")):
            if number:
                text += "\n"
                if language == "en":  # the line break reads as a space
                    starts.append(len(read))
                    sources.append(len(text) - 1)
                    read += " "
            starts.append(len(read))
            sources.append(len(text))
            text, read = text + line, read + line
        text += "\n\n"
        blocks.append(Block(kind, read, tuple(starts), tuple(sources), 1 if marker else 0, marker.strip()))
    return Draft(path, text, tuple(blocks), language, script, date=date)


class _Sheet:
    """Collects the claims, verdicts and findings of one draft under short keys."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.claims: dict[str, Claim] = {}
        self.verdicts: dict[str, Verdict] = {}
        self.findings: list[Finding] = []

    def claim(self, key: str, anchor: str, quote: str, quantity: Quantity, outer: str = "", **coordinates: str) -> None:
        """Add the figure `quote` inside the passage `anchor`, which must stand in one place only."""
        places = [(i, b.text.index(anchor)) for i, b in enumerate(self.draft.blocks) if anchor in b.text]
        ((index, at),) = places
        block = self.draft.blocks[index]
        assert block.text.count(anchor) == 1, anchor
        start = at + anchor.index(quote)
        outer_start = at + anchor.index(outer) if outer else start
        first, last = block.source_span(start, start + len(quote))
        where = {name: Evidence(words, "clause") for name, words in coordinates.items() if words in block.text}
        claim = Claim(
            id=_digest(quote, coordinates.get("measure", ""), anchor)[:8],
            start=first,
            end=last,
            quote=self.draft.text[first:last],
            quantity=quantity,
            block=index,
            local=Span(start, start + len(quote)),
            outer=Span(outer_start, outer_start + len(outer or quote)),
            evidence=where,
            **coordinates,
        )
        assert all(claim.id != other.id for other in self.claims.values())
        self.claims[key] = claim

    def verdict(
        self, key: str, check: str, form: str, text: str, terms: str, outcome: str = "consistent", **fields: Any
    ) -> None:
        """Add a relation over the claims whose keys `terms` lists, and what came of it."""
        names = ("coefficients", "operator", "constant", "offset", "scale", "power", "basis", "reason", "presumed")
        relation_fields = {name: fields.pop(name) for name in names if name in fields}
        cue = fields.pop("cue", None)
        if cue is not None:
            ((index, at),) = [(i, b.text.index(cue)) for i, b in enumerate(self.draft.blocks) if cue in b.text]
            relation_fields["cue"] = (index, at, at + len(cue))
        ids = tuple(self.claims[name].id for name in terms.split())
        relation = Relation(check, form, ids, **relation_fields)
        if "target" in fields:
            fields["target"] = self.claims[fields["target"]].id
        self.verdicts[key] = Verdict(_digest(check, text)[:8], relation, outcome, text, **fields)

    def finding(
        self,
        verdict: str,
        message: str,
        arithmetic: str,
        at: str,
        suspects: Sequence[tuple[str, Interval | None, tuple[str, ...]]] = (),
        **fields: Any,
    ) -> None:
        """Add what is told of a verdict, shown at the claim `at`."""
        of = self.verdicts[verdict]
        involved = sorted((c for c in self.claims.values() if c.id in of.relation.terms), key=lambda c: c.start)
        fields["consequences"] = tuple(self.verdicts[name].id for name in fields.get("consequences", ()))
        self.findings.append(
            Finding(
                id=_digest(of.id, "finding")[:8],
                fingerprint=_digest(of.relation.check, *(c.quote for c in involved))[:32],
                check=of.relation.check,
                severity=of.severity or "info",
                message=message,
                arithmetic=arithmetic,
                start=self.claims[at].start,
                end=self.claims[at].end,
                spans=tuple((c.start, c.end) for c in involved),
                claims=tuple(c.id for c in involved),
                verdict=of.id,
                suspects=tuple(Suspect(self.claims[key].id, span, repairs) for key, span, repairs in suspects),
                url=PAGES + of.relation.check + ".html",
                **fields,
            )
        )

    def review(self, date_source: str, unread: tuple[str, ...] = ()) -> Review:
        """The finished review; claims in reading order, findings worst first."""
        claims = tuple(sorted(self.claims.values(), key=lambda c: c.start))
        related = {term for v in self.verdicts.values() if v.outcome != "undetermined" for term in v.relation.terms}
        order = {"error": 0, "warning": 1, "info": 2}
        findings = sorted(self.findings, key=lambda f: (order[f.severity], f.start))
        return Review(
            path=self.draft.path,
            status="checked",
            ledger=Ledger(self.draft, claims, self.draft.date, date_source),
            verdicts=tuple(self.verdicts.values()),
            findings=tuple(findings),
            coverage=Coverage(len(claims), len(related), unread),
        )


def _quantity(
    kind: str,
    digits: str,
    unit: str | None = None,
    *,
    times: int = 1,
    words: str = "",
    unit_word: str = "",
    **fields: Any,
) -> Quantity:
    """A quantity from its digits as written; decimals and scale words give it a last digit."""
    numeral = parse_digits(digits)
    assert numeral is not None
    rounding = "digit" if numeral.decimals or times != 1 or kind in ("percent", "point") else "exact"
    value = numeral.times(times)
    fields = {"rounding": rounding, "stated": point(value), **fields}
    return Quantity(
        kind=kind,
        value=value,
        unit=unit,
        step=numeral.step(times),
        grain=numeral.grain(times),
        scale=Fraction(times),
        scale_word=words,
        unit_word=unit_word,
        **fields,
    )


def _date(first: str, last: str = "") -> Quantity:
    return Quantity("date", None, Interval(None, None, True, True), dates=(first, last or first))


def _yi(digits: str, **fields: Any) -> Quantity:
    return _quantity("money", digits, "CNY", times=10**8, words="億", unit_word="元", **fields)


def _firms(digits: str) -> Quantity:
    return _quantity("count", digits, "count", unit_word="家")


def _percent(digits: str, word: str = "%", **fields: Any) -> Quantity:
    return _quantity("percent", digits, "percent", unit_word=word, **fields)


def _dollars(digits: str, word: str = "", times: int = 1, **fields: Any) -> Quantity:
    return _quantity("money", digits, "USD", times=times, words=word, unit_word="$", **fields)


def _whole(digits: str, **fields: Any) -> Quantity:
    return _quantity("count", digits, "count", **fields)


ONE = Fraction(1)
HUNDREDTH = Fraction(1, 100)


def _chinese() -> Review:
    sheet = _Sheet(
        _draft(
            "稿件/雲州紡織.md",
            "zh",
            "Hant",
            "2024-03-08",
            (
                ("title", "雲州紡織業三年翻身　去年出口逾88億元"),
                (
                    "paragraph",
                    (
                        "雲州市紡織協會昨日發布年報：2023年全市有紡織企業512家，其中大型企業96家、⏎"
                        "中型企業148家、小型企業268家。全行業產值達214.6億元，較上年的198.7億⏎"
                        "元增長8.0%，平均每家企業產值0.41億元。"
                    ),
                ),
                ("heading", "內銷與出口"),
                (
                    "paragraph",
                    (
                        "年報指，全年銷售收入203.5億元，其中出口88.6億元，內銷124.9億元；出口佔銷售收入的43.5%。"
                        "業界利潤率由5.2%升至6.9%，提高1.7%，協會會長形容「這杯茶☕終於回甘」。"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "技術改造方面，三年累計投入約33億元，其中2021年9.6億元，2022年10.8億元，2023年12.4億元。"
                        "協會並推出三項措施：更新織機、綠色印染、直播銷售、海外設倉。"
                    ),
                ),
                ("list-item", "今年計劃新聘工人至少4,500名，工資料上調3至5個百分點。"),
            ),
        )
    )
    add = sheet.claim
    add("headline", "出口逾88億元", "88億元",
        _yi("88", hedge="more_than", stated=more_than(88 * 10**8)), "逾88億元",
        measure="出口", subject="雲州紡織業", period="2023", statistic="total")  # fmt: skip
    add("year", "2023年全市", "2023年", _date("2023-01-01", "2023-12-31"))
    firms = {"measure": "紡織企業", "counted": "企業", "period": "2023", "statistic": "total"}
    add("firms", "企業512家", "512家", _firms("512"), subject="全市", **firms)
    add("large", "大型企業96家", "96家", _firms("96"), subject="大型企業", **firms)
    add("medium", "中型企業148家", "148家", _firms("148"), subject="中型企業", **firms)
    add("small", "小型企業268家", "268家", _firms("268"), subject="小型企業", **firms)
    output = {"measure": "產值", "subject": "全行業"}
    add("output", "產值達214.6億元", "214.6億元", _yi("214.6"), period="2023", statistic="total", **output)
    add("output-before", "上年的198.7億元", "198.7億元", _yi("198.7"), period="2022", statistic="total", **output)
    add("output-growth", "增長8.0%", "8.0%", _percent("8.0", direction="up"), "增長8.0%",
        period="2023", statistic="growth", **output)  # fmt: skip
    add("output-mean", "產值0.41億元", "0.41億元", _yi("0.41"), measure="產值", subject="每家企業", period="2023",
        statistic="mean")  # fmt: skip
    add("sales", "銷售收入203.5億元", "203.5億元", _yi("203.5"), measure="銷售收入", period="2023", statistic="total")
    add("exports", "出口88.6億元", "88.6億元", _yi("88.6"), measure="出口", period="2023", statistic="total")
    add("home", "內銷124.9億元", "124.9億元", _yi("124.9"), measure="內銷", period="2023", statistic="total")
    add("share", "銷售收入的43.5%", "43.5%", _percent("43.5"), measure="出口", period="2023", statistic="share")
    add("margin-before", "由5.2%升至", "5.2%", _percent("5.2"), measure="利潤率", period="2022", statistic="rate")
    add("margin", "升至6.9%", "6.9%", _percent("6.9"), measure="利潤率", period="2023", statistic="rate")
    add("margin-change", "提高1.7%", "1.7%", _percent("1.7", direction="up"), "提高1.7%",
        measure="利潤率", period="2023", statistic="difference")  # fmt: skip
    works = {"measure": "技術改造投入", "statistic": "total"}
    add("works", "投入約33億元", "33億元", _yi("33", hedge="about"), "約33億元", period="2021/2023", **works)
    add("works-2021", "2021年9.6億元", "9.6億元", _yi("9.6"), period="2021", **works)
    add("works-2022", "2022年10.8億元", "10.8億元", _yi("10.8"), period="2022", **works)
    add("works-2023", "2023年12.4億元", "12.4億元", _yi("12.4"), period="2023", **works)
    add("steps", "三項措施", "三項", _quantity("count", "3", "count", unit_word="項"), measure="措施", counted="措施")
    add("hires", "至少4,500名", "4,500名",
        _quantity("count", "4500", "count", unit_word="名", hedge="at_least", rounding="round", stated=at_least(4500)),
        "至少4,500名", measure="新聘工人", counted="工人", period="2024", mode="target")  # fmt: skip
    raise_ = Quantity("point", None, closed(3, 5), "percentage_point", "range", "digit", ONE, ONE,
                      unit_word="個百分點", direction="up")  # fmt: skip
    add("raise", "上調3至5個百分點", "3至5個百分點", raise_, "上調3至5個百分點", measure="工資", period="2024",
        statistic="difference", mode="target")  # fmt: skip

    relate = sheet.verdict
    relate("firms", "breakdown", "sum", "96 + 148 + 268 = 512家", "firms large medium small",
           coefficients=(ONE, -ONE, -ONE, -ONE), cue="其中大型企業", target="firms",
           stated=point(512), derived=point(512))  # fmt: skip
    relate("growth", "growth", "growth", "198.7億元 × (1 + 8.0%) = 214.6億元", "output-before output-growth output",
           offset=ONE, scale=HUNDREDTH, cue="較上年的", target="output-growth",
           stated=closed(Fraction("7.95"), Fraction("8.05")),
           derived=between(Fraction("7.94967"), Fraction("8.05437")))  # fmt: skip
    relate("mean", "mean", "mean", "512家 × 0.41億元 = 214.6億元", "firms output-mean output", "inconsistent",
           offset=Fraction(0), scale=ONE, cue="平均每家", severity="info", why="truncation", target="output-mean",
           stated=closed(40_500_000, 41_500_000), derived=closed(41_904_296, 41_923_828),
           gap=point(Fraction("914062.5")))  # fmt: skip
    relate("sales", "breakdown", "sum", "88.6 + 124.9 = 203.5億元", "sales exports home", "inconsistent",
           coefficients=(ONE, -ONE, -ONE), cue="其中出口88.6", severity="error", why="bounds", target="sales",
           stated=closed(20_345_000_000, 20_355_000_000), derived=closed(21_340_000_000, 21_360_000_000),
           gap=point(1_000_000_000))  # fmt: skip
    relate("share", "share", "share", "88.6 ÷ 203.5億元 = 43.5%", "sales share exports", offset=Fraction(0),
           scale=HUNDREDTH, cue="出口佔", target="share",
           stated=closed(Fraction("43.45"), Fraction("43.55")),
           derived=closed(Fraction("43.5028"), Fraction("43.5733")))  # fmt: skip
    relate("headline", "repeated-figure", "limit", "88.6億元 > 88億元", "exports headline", operator=">",
           coefficients=(ONE, -ONE), cue="去年出口逾", target="exports")  # fmt: skip
    relate("margin", "percentage-point", "difference", "6.9% − 5.2% = 1.7個百分點",
           "margin margin-before margin-change", "inconsistent", coefficients=(ONE, -ONE, -ONE), cue="升至",
           severity="warning", why="bounds", target="margin-change",
           stated=closed(Fraction("1.65"), Fraction("1.75")), derived=closed(Fraction("30.5"), Fraction("34.9")),
           gap=point(Fraction("30.99")))  # fmt: skip
    relate("works", "breakdown", "sum", "9.6 + 10.8 + 12.4 ≈ 33億元", "works works-2021 works-2022 works-2023",
           coefficients=(ONE, -ONE, -ONE, -ONE), cue="三年累計", target="works",
           stated=closed(2_640_000_000, 3_960_000_000), derived=closed(3_265_000_000, 3_295_000_000))  # fmt: skip
    relate("steps", "enumeration", "count", "三項 = 4", "steps", "inconsistent", coefficients=(ONE,), constant=point(4),
           cue="三項措施：", severity="warning", why="bounds", target="steps", stated=point(3), derived=point(4),
           gap=point(1))  # fmt: skip

    sheet.finding(
        "sales",
        "出口與內銷相加是213.5億元，文中的銷售收入卻是203.5億元：分項比總數多10億元（4.9%）。"
        "出口佔比43.5%與203.5億元相符，較可能是內銷一數有誤。",
        "88.6 + 124.9 = 213.5億元 ≠ 203.5億元",
        "sales",
        (
            ("home", closed(11_480_000_000, 11_500_000_000), ("114.9億元",)),
            ("sales", closed(21_340_000_000, 21_360_000_000), ("213.5億元",)),
        ),
    )
    sheet.finding(
        "margin",
        "由5.2%升至6.9%，是提高1.7個百分點；若按百分比計，則增長約33%。",
        "6.9% − 5.2% = 1.7個百分點；6.9 ÷ 5.2 − 1 = 32.7%",
        "margin-change",
        (("margin-change", closed(Fraction("30.5"), Fraction("34.9")), ("1.7個百分點", "32.7%")),),
    )
    sheet.finding(
        "steps",
        "文中說有三項措施，其後列出四項：更新織機、綠色印染、直播銷售、海外設倉。",
        "三項 ≠ 4",
        "steps",
        (("steps", point(4), ("四項",)),),
        status="dismissed",
        reason="海外設倉屬直播銷售的配套，作者已確認。",
    )
    sheet.finding(
        "mean",
        "214.6億元除以512家是每家0.419億元，四捨五入應作0.42億元；0.41億元像是捨去了尾數。",
        "214.6億元 ÷ 512 = 0.4191億元，文中是0.41億元",
        "output-mean",
        (("output-mean", closed(41_904_296, 41_923_828), ("0.42億元",)),),
    )
    return sheet.review("dateline", ("第1張圖片中的文字",))


def _english() -> Review:
    sheet = _Sheet(
        _draft(
            "drafts/Northquay ferries #2.md",
            "en",
            "",
            "2024-03-14",
            (
                ("title", "Northquay ferries carry 2.4 million as fares fall"),
                (
                    "paragraph",
                    (
                        "The Northquay ferry company carried 2.41 million passengers in 2023, up 9.5% from⏎"
                        "2.20 million a year earlier. Of the 38 vessels in its fleet, 21 are electric, 12 run on⏎"
                        "diesel and 6 are hybrids; 17 of them are older than 20 years."
                    ),
                ),
                (
                    "paragraph",
                    (
                        "Ticket revenue fell to $18.2 million from $19.6 million, a drop of 7.1%. The average fare⏎"
                        "was $7.55. Punctuality improved from 88% to 92%, a gain of 4%, the company said."
                    ),
                ),
                (
                    "paragraph",
                    (
                        "It plans to spend $45 million on new piers over three years, or $15 billion a year. Nearly⏎"
                        "half of its crew of 610, or 268 people, will be retrained. Up to 30 posts ashore and at⏎"
                        "least 25 afloat are to be added, 50 in all."
                    ),
                ),
                ("quote", "“Full steam ahead 🚢 | <b>no detours</b>,” said A. O’Rourke, =SUM(everything) in hand."),
            ),
        )
    )
    add = sheet.claim
    million, billion = 10**6, 10**9

    def riders(digits: str) -> Quantity:
        return _whole(digits, times=million, words="million")

    rides = {"measure": "passengers", "subject": "Northquay ferry company"}
    add("headline", "carry 2.4 million", "2.4 million", riders("2.4"), period="2023", statistic="total", **rides)
    add("riders", "carried 2.41 million", "2.41 million", riders("2.41"), period="2023", statistic="total", **rides)
    add("year", "in 2023,", "2023", _date("2023-01-01", "2023-12-31"))
    add("riders-growth", "up 9.5%", "9.5%", _percent("9.5", direction="up"), "up 9.5%",
        period="2023", statistic="growth", **rides)  # fmt: skip
    add("riders-before", "from 2.20 million", "2.20 million", riders("2.20"), period="2022", statistic="total", **rides)
    fleet = {"measure": "vessels", "statistic": "total", "counted": "vessels"}
    add("fleet", "Of the 38", "38", _whole("38"), subject="fleet", **fleet)
    add("electric", "21 are electric", "21", _whole("21"), subject="electric", **fleet)
    add("diesel", "12 run on", "12", _whole("12"), subject="diesel", **fleet)
    add("hybrid", "6 are hybrids", "6", _whole("6"), subject="hybrids", **fleet)
    add("old", "17 of them", "17", _whole("17"), subject="older than 20 years", **fleet)
    add("age", "than 20 years", "20 years", _quantity("duration", "20", "year", unit_word="years"), measure="age")
    revenue = {"measure": "ticket revenue", "subject": "Northquay ferry company"}
    add("revenue", "to $18.2 million", "$18.2 million", _dollars("18.2", "million", million),
        period="2023", statistic="total", **revenue)  # fmt: skip
    add("revenue-before", "from $19.6 million", "$19.6 million", _dollars("19.6", "million", million),
        period="2022", statistic="total", **revenue)  # fmt: skip
    add("revenue-growth", "a drop of 7.1%", "7.1%", _percent("7.1", direction="down"), "drop of 7.1%",
        period="2023", statistic="growth", **revenue)  # fmt: skip
    add("fare", "was $7.55", "$7.55", _dollars("7.55"), measure="fare", period="2023", statistic="mean")
    add("punctual-before", "from 88%", "88%", _percent("88"), measure="punctuality", period="2022", statistic="rate")
    add("punctual", "to 92%", "92%", _percent("92"), measure="punctuality", period="2023", statistic="rate")
    add("punctual-gain", "gain of 4%", "4%", _percent("4", direction="up"), "gain of 4%",
        measure="punctuality", period="2023", statistic="difference")  # fmt: skip
    piers = {"measure": "spending on new piers", "mode": "forecast"}
    add("piers", "spend $45 million", "$45 million", _dollars("45", "million", million), statistic="total", **piers)
    add("span", "over three years", "three years",
        _quantity("duration", "3", "year", unit_word="years"), measure="plan")  # fmt: skip
    add("piers-yearly", "or $15 billion", "$15 billion", _dollars("15", "billion", billion), statistic="rate", **piers)
    crew = {"measure": "crew", "counted": "crew", "statistic": "total"}
    add("half", "Nearly half", "half",
        _quantity("percent", "50", "percent", hedge="nearly", rounding="fraction", unit_word="half"), "Nearly half",
        measure="retrained", statistic="share")  # fmt: skip
    add("crew", "crew of 610", "610", _whole("610"), **crew)
    add("retrained", "or 268 people", "268", _whole("268"), measure="retrained", counted="people", statistic="total")
    posts = {"measure": "posts", "counted": "posts", "mode": "forecast"}
    add("ashore", "Up to 30 posts", "30", _whole("30", hedge="at_most", stated=at_most(30)), "Up to 30",
        subject="ashore", **posts)  # fmt: skip
    add("afloat", "least 25 afloat", "25", _whole("25", hedge="at_least", stated=at_least(25)),
        subject="afloat", **posts)  # fmt: skip
    add("posts", "added, 50 in all", "50", _whole("50"), **posts)

    relate = sheet.verdict
    relate("headline", "repeated-figure", "equal", "2.4 million = 2.41 million", "headline riders",
           coefficients=(ONE, -ONE), basis="stated", target="headline",
           stated=closed(2_350_000, 2_450_000), derived=closed(2_405_000, 2_415_000))  # fmt: skip
    relate("riders", "growth", "growth", "2.20 million × (1 + 9.5%) = 2.41 million",
           "riders-before riders-growth riders", offset=ONE, scale=HUNDREDTH, cue="up 9.5% from", target="riders",
           stated=closed(2_405_000, 2_415_000), derived=closed(2_402_427, 2_415_578))  # fmt: skip
    relate("fleet", "breakdown", "sum", "21 + 12 + 6 = 38", "fleet electric diesel hybrid", "inconsistent",
           coefficients=(ONE, -ONE, -ONE, -ONE), cue="Of the 38", severity="error", why="bounds", target="fleet",
           stated=point(38), derived=point(39), gap=point(1))  # fmt: skip
    relate("old", "containment", "containment", "17 ≤ 38", "fleet old", coefficients=(ONE, -ONE), operator=">=",
           cue="of them", target="old")  # fmt: skip
    relate("revenue", "growth", "growth", "$19.6 million × (1 − 7.1%) = $18.2 million",
           "revenue-before revenue-growth revenue", offset=ONE, scale=-HUNDREDTH, cue="fell to",
           target="revenue")  # fmt: skip
    relate("fare", "mean", "mean", "2.41 million × $7.55 = $18.2 million", "riders fare revenue",
           offset=Fraction(0), scale=ONE, basis="inferred", reason="total-count-mean", target="revenue")  # fmt: skip
    relate("punctual", "percentage-point", "difference", "92% − 88% = 4 points",
           "punctual punctual-before punctual-gain", "inconsistent", coefficients=(ONE, -ONE, -ONE),
           cue="improved from", severity="warning", why="bounds", target="punctual-gain",
           stated=closed(Fraction("3.5"), Fraction("4.5")), derived=closed(Fraction("3.4"), Fraction("5.7")),
           gap=point(Fraction("0.55")))  # fmt: skip
    relate("piers", "rate-by-period", "mean", "3 years × $15 billion = $45 million", "span piers-yearly piers",
           "inconsistent", offset=Fraction(0), scale=ONE, cue="over three years, or", severity="error", why="bounds",
           target="piers-yearly", stated=closed(14_500_000_000, 15_500_000_000),
           derived=closed(Fraction(44_500_000, 3), Fraction(45_500_000, 3)),
           gap=point(-14_985_000_000))  # fmt: skip
    relate("crew", "share", "share", "268 ÷ 610 = nearly half", "crew half retrained", "inconsistent",
           offset=Fraction(0), scale=HUNDREDTH, basis="inferred", reason="apposition", severity="info",
           why="plausible", target="half", stated=between(45, 50, False, True),
           derived=point(Fraction(26800, 610)), gap=point(Fraction(26800, 610) - 45))  # fmt: skip
    relate("posts", "breakdown", "sum", "up to 30 + at least 25 = 50", "posts ashore afloat", "undetermined",
           coefficients=(ONE, -ONE, -ONE), cue="in all", why="open", target="posts")  # fmt: skip

    sheet.finding(
        "fleet",
        "21 electric, 12 diesel and 6 hybrid vessels make 39, but the fleet is given as 38: the parts exceed it by 1. "
        "Either one figure is wrong or two groups overlap.",
        "21 + 12 + 6 = 39 ≠ 38",
        "fleet",
        (
            ("fleet", point(39), ("39",)),
            ("electric", point(20), ("20",)),
            ("diesel", point(11), ("11",)),
            ("hybrid", point(5), ("5",)),
        ),
    )
    sheet.finding(
        "piers",
        "$45 million over three years is $15 million a year, not $15 billion: the yearly figure is 1,000 times too "
        "large. It looks as if “billion” was written for “million”.",
        "$45 million ÷ 3 = $15 million ≠ $15 billion",
        "piers-yearly",
        (
            ("piers-yearly", closed(Fraction(44_500_000, 3), Fraction(45_500_000, 3)), ("$15 million",)),
            ("piers", closed(43_500_000_000, 46_500_000_000), ("$45 billion",)),
        ),
    )
    sheet.finding(
        "punctual",
        "From 88% to 92% is a gain of 4 percentage points; in per cent it is 4.5%.",
        "92% − 88% = 4 points; 92 ÷ 88 − 1 = 4.5%",
        "punctual-gain",
        (("punctual-gain", None, ("4 percentage points", "4.5%")),),
    )
    sheet.finding(
        "crew",
        "268 of 610 is 43.9%, a little low for “nearly half”.",
        "268 ÷ 610 = 43.9%",
        "half",
        (),
    )
    return sheet.review("given")


CHINESE = _chinese()
ENGLISH = _english()
UNREADABLE = Review(
    "稿件/舊稿.txt",
    "unreadable",
    "not UTF-8, and no other charset is certain (most like Big5). Say which it is with --encoding big5.",
)
EMPTY = Review("notes/empty.txt", "checked", ledger=Ledger(Draft("notes/empty.txt", "", ()), ()))
ALL = (CHINESE, ENGLISH, UNREADABLE, EMPTY)


def crowded(count: int) -> Review:
    """One draft with `count` lines and a finding on each, to see how reports grow."""
    draft = _draft("big.md", "en", "", "", [("paragraph", "⏎".join(f"No {n}: 1 + 1 = 3." for n in range(count)))])
    three = _whole("3")
    claims, verdicts, findings = [], [], []
    at = 0
    for n in range(count):
        at = draft.text.index("3.", draft.text.index("=", at))
        key = f"{n:08d}"
        claims.append(Claim(key, at, at + 1, "3", three, 0, Span(at, at + 1), Span(at, at + 1)))
        relation = Relation("breakdown", "sum", (key,), (ONE,), constant=point(2))
        verdicts.append(Verdict(key, relation, "inconsistent", "1 + 1 = 3", "error", "bounds", key))
        findings.append(
            Finding(
                key,
                key * 4,
                "breakdown",
                "error",
                "1 and 1 make 2, not 3.",
                "1 + 1 = 2 ≠ 3",
                at,
                at + 1,
                ((at, at + 1),),
                (key,),
                key,
            )
        )
    ledger = Ledger(draft, tuple(claims))
    return Review("big.md", "checked", "", ledger, tuple(verdicts), tuple(findings), Coverage(count, count))


def holding(text: str) -> Review:
    """A review with `text` in every place where a draft, a path or a person may put words."""
    source = f"{text}5{text}"
    five, at = _whole("5"), len(text)
    block = Block("paragraph", source, (0,), (0,))
    draft = Draft(f"d/{text}.md", source, (block,))
    span = Span(at, at + 1)
    claim = Claim("aaaaaaaa", at, at + 1, "5", five, 0, span, span, measure=text, subject=text, period=text)
    relation = Relation("breakdown", "sum", ("aaaaaaaa",), (ONE,), constant=point(4))
    verdicts = tuple(
        Verdict(key, relation, outcome, text, severity)
        for key, outcome, severity in (
            ("v1", "inconsistent", "error"),
            ("v2", "inconsistent", "warning"),
            ("v3", "consistent", None),
        )
    )
    findings = tuple(
        Finding(
            key, "f" * 32, "breakdown", severity, text, text, at, at + 1, ((at, at + 1),), ("aaaaaaaa",), verdict,
            (Suspect("aaaaaaaa", point(4), (text,)),), status=status, reason=text, url=PAGES,
        )
        for key, verdict, severity, status in (("f1", "v1", "error", "open"), ("f2", "v2", "warning", "dismissed"))
    )  # fmt: skip
    return Review(draft.path, "checked", "", Ledger(draft, (claim,)), verdicts, findings, Coverage(1, 1, (text,)))
