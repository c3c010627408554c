"""The HTML report: sound structure, nothing from outside, everything escaped, legible in both modes."""

from __future__ import annotations

import re
import string
import tomllib
from base64 import b64encode
from collections.abc import Iterator
from fractions import Fraction
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import ALL, CHINESE, EMPTY, ENGLISH, UNREADABLE, crowded, holding

from checks import SEVERITIES, Coverage, Finding, Review, Suspect, Verdict
from claims.draft import Block, Draft
from claims.grammar.fold import fold
from claims.interval import point
from claims.model import BASES, MODES, STATISTICS, Claim, Ledger, Quantity, Relation, Span
from reports import _html_labels
from reports._html_article import STATES
from reports._html_labels import labels, tags
from reports.html import render

ROOT = Path(__file__).resolve().parent.parent
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=y>&amp;</style>{{ 7*7 }}"


class Page(HTMLParser):
    """A page taken apart: every element with its attributes and its ancestors, and the text in it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str], tuple[str, ...]]] = []
        self.texts: list[list[str]] = []
        self.at: list[int] = []
        self.feed(html)
        self.close()
        assert self.open == [], f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        assert len(given) == len(attrs), f"an attribute twice in <{tag}>"
        self.elements.append((tag, given, tuple(self.open)))
        self.texts.append([])
        if tag not in VOID:
            self.open.append(tag)
            self.at.append(len(self.elements) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-3:]}"
        self.open.pop()
        self.at.pop()

    def handle_data(self, data: str) -> None:
        for index in self.at:
            self.texts[index].append(data)

    def all(self, tag: str = "", name: str = "") -> Iterator[tuple[dict[str, str], str]]:
        """Attributes and text of the elements of that tag, or of that class."""
        for (found, attributes, _), text in zip(self.elements, self.texts, strict=True):
            if (not tag or found == tag) and (not name or name in attributes.get("class", "").split()):
                yield attributes, "".join(text)

    def by_id(self, wanted: str) -> str:
        (text,) = [text for attributes, text in self.all() if attributes.get("id") == wanted]
        return text


def simplified() -> Review:
    assert CHINESE.ledger is not None
    draft = msgspec.structs.replace(CHINESE.ledger.draft, script="Hans")
    return msgspec.structs.replace(CHINESE, ledger=msgspec.structs.replace(CHINESE.ledger, draft=draft))


def table() -> Review:
    """A table with a finding, a heading two levels down, a nested list and a figure inside another."""
    rows = [("year", "trees"), ("2023", "12"), ("2024", "15"), ("both", "28")]
    blocks, text = [], ""

    def add(kind: str, part: str, **fields: object) -> None:
        nonlocal text
        blocks.append(Block(kind, part, (0,), (len(text),), **fields))
        text += part + "\n"

    add("heading", "Orchard", level=3)
    for cells in rows:
        ends = [len(cells[0]), len(cells[0]) + 3 + len(cells[1])]
        spans = ((0, ends[0]), (ends[0] + 3, ends[1]))
        add("table-row", " | ".join(cells), cells=spans, table=0)
    add("list-item", "one", level=1, marker="-")
    add("list-item", "two of 12 to 15 trees", level=2, marker="-")
    add("caption", "Photo: a gate")
    claims = []
    for block, quote, digits in ((2, "12", 12), (3, "15", 15), (4, "28", 28), (6, "12 to 15", 12), (6, "15", 15)):
        at = blocks[block].text.index(quote)
        start, end = blocks[block].source_span(at, at + len(quote))
        span = Span(at, at + len(quote))
        quantity = Quantity("count", Fraction(digits), point(digits))
        claims.append(Claim(f"c{len(claims)}", start, end, quote, quantity, block, span, span))
    relation = Relation("table", "sum", ("c2", "c0", "c1"), (Fraction(1), Fraction(-1), Fraction(-1)))
    verdict = Verdict(
        "v", relation, "inconsistent", "12 + 15 = 28", "error", "bounds", "c2", point(28), point(27), point(-1)
    )
    spans = tuple((c.start, c.end) for c in claims[:3])
    finding = Finding(
        "f", "f", "table", "error", "12 and 15 make 27, not 28.", "12 + 15 = 27 ≠ 28", claims[2].start, claims[2].end,
        spans, ("c0", "c1", "c2"), "v", (Suspect("c2", point(27), ("27",)),),
    )  # fmt: skip
    ledger = Ledger(Draft("orchard.md", text, tuple(blocks)), tuple(claims))
    return Review("orchard.md", "checked", "", ledger, (verdict,), (finding,), Coverage(5, 3))


def hostile() -> Review:
    """A review with markup wherever a draft, a path or a person can put text."""
    block = Block("paragraph", f"{HOSTILE} 12 {HOSTILE}", (0,), (0,), marker=HOSTILE)
    at = block.text.index("12")
    span = Span(at, at + 2)
    odd = dict.fromkeys(("measure", "subject", "period", "scope", "counted"), HOSTILE)
    quantity = Quantity("count", Fraction(12), point(12), unit_word=HOSTILE)
    claim = Claim("c", at, at + 2, "12", quantity, 0, span, span, **odd)
    relation = Relation("odd", HOSTILE, ("c",), (Fraction(1),), cue=(0, 0, len(HOSTILE)))
    wrong = Verdict("v", relation, "inconsistent", HOSTILE, "error", "bounds", "c", point(12), point(13), point(1))
    holds = Verdict("w", relation, "consistent", HOSTILE)
    unclear = Verdict("u", relation, "undetermined", HOSTILE, why=HOSTILE)
    finding = Finding(
        "f", "f", HOSTILE, "error", HOSTILE, HOSTILE, at, at + 2, ((at, at + 2),), ("c",), "v",
        (Suspect("c", point(13), (HOSTILE,)),), ("w",), url="javascript:alert(1)",
    )  # fmt: skip
    other = msgspec.structs.replace(finding, id="g", status="dismissed", reason=HOSTILE)
    ledger = Ledger(Draft(HOSTILE, block.text, (block,)), (claim,), HOSTILE, HOSTILE)
    return Review(HOSTILE, "checked", "", ledger, (wrong, holds, unclear), (finding, other), Coverage(1, 1, (HOSTILE,)))


SETS = {
    "chinese": [CHINESE],
    "simplified": [simplified()],
    "english": [ENGLISH],
    "unreadable": [UNREADABLE],
    "empty": [EMPTY],
    "all": list(ALL),
    "table": [table()],
    "hostile": [hostile(), msgspec.structs.replace(UNREADABLE, path=HOSTILE, reason=HOSTILE)],
    "none": [],
}
PAGES = {name: render(reviews) for name, reviews in SETS.items()}
every_page = pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)


@every_page
def test_ids_are_unique_and_every_link_leads_somewhere(html: str) -> None:
    page = Page(html)
    ids = [attributes["id"] for attributes, _ in page.all() if "id" in attributes]
    assert len(ids) == len(set(ids))
    wanted = {a["href"][1:] for a, _ in page.all() if a.get("href", "").startswith("#")}
    for name in ("aria-labelledby", "aria-describedby"):
        wanted |= {word for a, _ in page.all() for word in a.get(name, "").split()}
    assert wanted <= set(ids)


@every_page
def test_headings_and_landmarks_are_in_order(html: str) -> None:
    page = Page(html)
    levels = [int(tag[1]) for tag, _, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(text.strip() for level in range(1, 7) for _, text in page.all(f"h{level}"))
    assert len(list(page.all("main"))) == 1
    skip = next(attributes["href"] for attributes, _ in page.all("a"))
    assert skip == "#main" and any(a.get("id") == "main" for a, _ in page.all("main"))


@every_page
def test_lists_and_tables_are_whole(html: str) -> None:
    page = Page(html)
    parents = {"li": {"ul", "ol"}, "tr": {"thead", "tbody"}, "td": {"tr"}, "th": {"tr"}, "symbol": {"svg"}}
    for tag, attributes, ancestors in page.elements:
        if tag in parents:
            assert ancestors[-1] in parents[tag], (tag, ancestors)
        if tag == "th":
            assert attributes["scope"] in ("row", "col", "rowgroup")
        if tag == "p":
            assert "p" not in ancestors
        if tag == "a":
            assert "a" not in ancestors
    assert len(list(page.all("caption"))) == len(list(page.all("table")))


@every_page
def test_pictures_can_be_heard(html: str) -> None:
    page = Page(html)
    for attributes, _ in page.all("svg"):
        if attributes.get("role") == "img":
            title, description = attributes["aria-labelledby"].split()
            assert page.by_id(title) and page.by_id(description)
        else:
            assert attributes["aria-hidden"] == "true"


@every_page
def test_nothing_comes_from_outside(html: str) -> None:
    page = Page(html)
    assert not {"script", "link", "img", "iframe", "object", "embed", "base", "form"} & {t for t, _, _ in page.elements}
    for tag, attributes, _ in page.elements:
        assert not {n for n in attributes if n.startswith("on") or n in ("style", "src", "srcset", "xlink:href")}
        href = attributes.get("href", "#")
        if tag == "a" and not href.startswith("#"):
            assert href.startswith("https://example.org/") and "noopener" in attributes["rel"]
        elif tag != "a":
            assert href.startswith("#")
    (_, style) = next(page.all("style"))
    assert not re.search(r"url\(|@import|@font-face|expression|https?:", style)


@every_page
def test_the_policy_allows_this_style_and_nothing_else(html: str) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    (policy,) = [a["content"] for a, _ in Page(html).all("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy.split("; ") == [
        "default-src 'none'", f"style-src 'sha256-{digest}'", "base-uri 'none'", "form-action 'none'"
    ]  # fmt: skip


@every_page
def test_the_same_reviews_give_the_same_bytes(html: str) -> None:
    name = next(name for name, page in PAGES.items() if page == html)
    assert render(SETS[name]).encode() == html.encode()


def test_markup_in_drafts_stays_text() -> None:
    html = PAGES["hostile"]
    for raw in ("<script", "<img", "</style>{{", "&amp;</style>", "javascript:"):
        assert raw not in html
    assert Page(html).by_id("d1-article")
    assert HOSTILE in unescape(re.sub(r"</?span[^>]*>", "", html))
    assert "49" not in re.sub(r"\d{3,}", "", Page(html).by_id("main"))  # {{ 7*7 }} was not worked out


@given(st.text(st.characters(blacklist_categories=()), max_size=40))
@settings(max_examples=40, deadline=None)
def test_any_text_leaves_the_page_whole(text: str) -> None:
    page = Page(render([holding(text)]))
    assert page.by_id("d1-c0") == "5"
    assert {tag for tag, _, _ in page.elements} <= {tag for tag, _, _ in Page(PAGES["all"]).elements}


def test_what_html_may_not_hold_is_replaced() -> None:
    review = msgspec.structs.replace(UNREADABLE, path="a\x00b\x1b[31m\ud800.txt", reason="\x07")
    html = render([review])
    assert html.encode("utf-8")
    assert "a\ufffdb\ufffd[31m\ufffd.txt" in html


@pytest.mark.parametrize(
    ("name", "lang"),
    [("chinese", "zh-Hant"), ("simplified", "zh-Hans"), ("english", "en"), ("all", "zh-Hant"), ("none", "en")],
)
def test_the_page_says_its_language(name: str, lang: str) -> None:
    (attributes, _) = next(Page(PAGES[name]).all("html"))
    assert attributes["lang"] == lang


def test_each_document_says_its_own_language() -> None:
    documents = [attributes.get("lang", "zh-Hant") for attributes, _ in Page(PAGES["all"]).all("section", "document")]
    assert documents == ["zh-Hant", "en", "zh-Hant", "zh-Hant"]


@pytest.mark.parametrize(
    ("name", "verdict", "deck"),
    [
        ("chinese", "1處矛盾、 1處存疑、 1處提示", "5組關係相符；24個數字中，21個已互相核對；1處已擱置。"),
        ("simplified", "1处矛盾、 1处存疑、 1处提示", "5组关系相符；24个数字中，21个已互相核对；1处已搁置。"),
        ("english", "2 contradictions, 1 warning, 1 note", "5 relations hold; 22 of 27 figures cross-checked."),
        ("table", "1 contradiction", "0 relations hold; 3 of 5 figures cross-checked."),
        ("unreadable", "Not checked: the file could not be read", None),
        ("empty", "0 figures found: nothing to check", None),
        (
            "all",
            "3處矛盾、 2處存疑、 2處提示、 1份無法讀取",
            "4份文件；10組關係相符；51個數字中，43個已互相核對；1處已擱置。",
        ),
    ],
)
def test_the_verdict_in_a_sentence(name: str, verdict: str, deck: str | None) -> None:
    page = Page(PAGES[name])
    (_, heading) = next(page.all("h1"))
    assert " ".join(heading.split()) == verdict
    assert next((text for _, text in page.all("p", "deck")), None) == deck


@pytest.mark.parametrize("review", [CHINESE, ENGLISH, simplified()], ids=["chinese", "english", "simplified"])
def test_marks_in_the_article_cover_exactly_the_figures(review: Review) -> None:
    assert review.ledger is not None
    page = Page(render([review]))
    for number, claim in enumerate(review.ledger.claims):
        block = review.ledger.draft.blocks[claim.block]
        assert page.by_id(f"d1-c{number}") == block.text[claim.local.start : claim.local.end]
    (_, article) = next(page.all("article", "text"))
    for block in review.ledger.draft.blocks:
        assert block.text in article


@pytest.mark.parametrize(
    ("review", "quote", "state"),
    [
        (CHINESE, "203.5億元", "bad"),
        (CHINESE, "1.7%", "warn"),
        (CHINESE, "0.41億元", "note"),
        (CHINESE, "43.5%", "ok"),
        (CHINESE, "三項", "aside"),
        (CHINESE, "4,500名", "none"),
        (ENGLISH, "$15 billion", "bad"),
        (ENGLISH, "20 years", "none"),
    ],
)
def test_each_figure_shows_its_state_in_style_and_words(review: Review, quote: str, state: str) -> None:
    marked = [a for a, text in Page(render([review])).all(name="fig") if text == quote and "id" in a]
    assert [a["class"].split()[1] for a in marked] == [state]
    words = {"bad": ("矛盾", "Contradiction"), "warn": ("存疑",), "note": ("提示",), "ok": ("相符",)}
    expected = {**words, "aside": ("擱置",), "none": ("未能互核", "not cross-checked")}[state]
    assert any(word in marked[0]["title"] for word in expected)


def test_every_state_has_a_line_of_its_own() -> None:
    style = (ROOT / "reports/templates/report.css").read_text(encoding="utf-8")
    lines = {s: re.search(rf"\.fig\.{s} \{{ text-decoration[^}}]*\b(wavy|dashed|dotted|double)", style) for s in STATES}
    shapes = {state: match[1] if match else "solid" for state, match in lines.items()}
    assert shapes == {
        "bad": "wavy",
        "warn": "dashed",
        "note": "double",
        "ok": "solid",
        "aside": "double",
        "none": "dotted",
    }


def test_a_figure_inside_another_still_has_its_place() -> None:
    page = Page(PAGES["table"])
    assert page.by_id("d1-c3") == "12 to 15"
    assert page.by_id("d1-c4") == ""


def test_a_table_is_a_table() -> None:
    page = Page(PAGES["table"])
    (_, text) = next(page.all("article", "text"))
    assert "table" in {tag for tag, _, above in page.elements if "article" in above}
    heads = [text for attributes, text in page.all("th") if attributes["scope"] == "col"][:2]
    assert heads == ["year", "trees"]
    assert "12 and 15 make 27" in text  # said beside it


def test_a_sum_stands_as_on_paper() -> None:
    page = Page(PAGES["chinese"])
    ((_, text),) = page.all("table", "paper")
    assert ["".join(line.split()) for line in text.splitlines() if line.strip()] == [
        "算式", "出口88.6億元", "內銷+124.9", "得出213.5", "文中寫·銷售收入≠203.5", "相差10.0",
    ]  # fmt: skip


def test_a_sum_that_does_not_bear_out_its_gap_is_not_drawn() -> None:
    """The points finding of the Chinese sample compares in per cent: 6.9 − 5.2 is not 32.7."""
    sums = [ids for ids, _ in Page(PAGES["chinese"]).all("table", "paper")]
    assert len(sums) == 1


@pytest.mark.parametrize("review", [CHINESE, ENGLISH], ids=["chinese", "english"])
def test_a_finding_tells_all_it_knows(review: Review) -> None:
    page = Page(render([review]))
    open_ones = [finding for finding in review.findings if finding.status == "open"]
    assert review.ledger is not None
    quotes = {claim.id: claim.quote for claim in review.ledger.claims}
    for number, finding in enumerate(open_ones, 1):
        told = page.by_id(f"d1-f{number}")
        for part in (finding.message, finding.arithmetic, finding.check, *(quotes[c] for c in finding.claims)):
            assert part in told
        assert all(repair in told for suspect in finding.suspects for repair in suspect.repairs)
        beside = [text for attributes, text in page.all(name="sidenote")]
        assert any(finding.message in text for text in beside)
    for finding in review.findings:
        if finding.status == "dismissed":
            assert finding.reason in page.by_id("d1-a1")


def test_relations_that_hold_are_listed_with_their_cue() -> None:
    page = Page(PAGES["chinese"])
    held = [" ".join(text.split()) for _, text in page.all("ul", "held")]
    assert "96 + 148 + 268 = 512家 合計文中「其中大型企業」第3行" in held[0]


def test_unreadable_says_why_and_what_to_do() -> None:
    for name in ("unreadable", "all"):
        (_, text) = next(Page(PAGES[name]).all("section", "unreadable"))
        assert UNREADABLE.reason in text


def test_grows_with_the_draft_and_not_faster() -> None:
    small, large = (len(render([crowded(count)])) for count in (200, 400))
    empty = len(render([crowded(0)]))
    assert (large - empty) < 2.1 * (small - empty)


def test_names_are_shown_in_the_script_of_the_draft() -> None:
    """Names that were folded to be compared are shown as the draft writes them."""
    assert CHINESE.ledger is not None
    claims = tuple(msgspec.structs.replace(c, measure=fold(c.measure)) for c in CHINESE.ledger.claims)
    folded = msgspec.structs.replace(CHINESE, ledger=msgspec.structs.replace(CHINESE.ledger, claims=claims))
    (_, table) = next(Page(render([folded])).all("section", "behind"))
    assert "紡織企業" in table and "銷售收入" in table
    assert not {"纺织企业", "销售收入"} & set(table.split())


# Labels


def placeholders(entry: str | dict[str, str]) -> set[str]:
    texts = [entry] if isinstance(entry, str) else list(entry.values())
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("tag", tags())
def test_every_language_has_the_same_labels(tag: str) -> None:
    tables = tomllib.loads(Path(_html_labels.__file__).with_name("html_labels.toml").read_text(encoding="utf-8"))
    assert list(tables[tag]) == list(tables["en"])
    assert {key: placeholders(entry) for key, entry in tables[tag].items()} == {
        key: placeholders(entry) for key, entry in tables["en"].items()
    }


@pytest.mark.parametrize("tag", tags())
def test_every_name_of_the_model_has_a_label(tag: str) -> None:
    t = labels(tag)
    keys = [f"statistic_{name}" for name in STATISTICS] + [f"mode_{name}" for name in MODES if name != "actual"]
    keys += [f"severity_{name}" for name in SEVERITIES] + [f"state_{name}" for name in STATES]
    keys += [f"basis_{name}" for name in BASES]
    assert all(t(key, cue="") for key in keys)


def test_labels_are_all_in_use() -> None:
    folder = ROOT / "reports"
    sources = [folder / "html.py", *folder.glob("_html_*.py"), *(folder / "templates").glob("*.html")]
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    stems = ("statistic", "mode", "severity", "state", "basis", "form", "undecided", "date", "legend", "picture")
    used = set(re.findall(r"[a-z_]+", text)) | set(SEVERITIES)
    tables = tomllib.loads((folder / "html_labels.toml").read_text(encoding="utf-8"))
    assert [key for key in tables["en"] if key not in used and key.split("_")[0] not in stems] == []


# Contrast, as WCAG 2.2 defines it


def palettes() -> dict[str, dict[str, str]]:
    style = (ROOT / "reports/templates/report.css").read_text(encoding="utf-8")
    light, dark, paper = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", root)) for root in re.findall(
        r":root \{(.*?)\}", style, re.DOTALL
    ))  # fmt: skip
    return {"light": light, "dark": light | dark, "print": light | paper}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


TEXT = [
    *((ink, "paper") for ink in ("ink", "soft", "bad", "warn", "note", "link")),
    *((ink, "sheet") for ink in ("ink", "soft", "bad", "warn", "note")),
    *(pair for state in ("bad", "warn", "note") for pair in (("ink", f"{state}-tint"), (state, f"{state}-tint"))),
    ("paper", "ink"),
]
LINES = [(ink, "paper") for ink in ("ok", "none", "bad", "warn", "note", "focus", "soft")]


@pytest.mark.parametrize("mode", ["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "ground", "least"), [(*p, 4.5) for p in TEXT] + [(*p, 3.0) for p in LINES])
def test_contrast(mode: str, ink: str, ground: str, least: float) -> None:
    palette = palettes()[mode]
    assert contrast(palette[ink], palette[ground]) >= least


def test_contrast_is_measured_as_defined() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)
