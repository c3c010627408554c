"""One self-contained HTML page for editors: findings first, then the article with every figure marked.

The page needs no script and asks for nothing from anywhere; its content security policy
allows its own style, by hash, and nothing else. The same reviews give the same bytes.
"""

from __future__ import annotations

import re
from base64 import b64encode
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from checks import Coverage, Review
from claims.model import Ledger
from reports._html_article import STATE_OF, STATES, Element, Figure, by_block, elements, figures
from reports._html_findings import Context, Note, basis, note
from reports._html_labels import Labels, labels_of
from reports._html_script import unfolded
from reports._html_table import OTHER, Table, behind

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATES = Path(__file__).with_name("templates")
FOLDED = 24
"""A list of more relations than this is folded at first."""

# A number with the words after it that it must not be parted from; at most 24 digits, or a phone could not show it.
_NUMBER = re.compile(
    r"[$€£¥]?[0-9][0-9,.]{0,23}"
    r"(?:[%‰]|[萬億兆千百万亿]{1,2}[\u4e00-\u9fff]?|[元家戶户人個个項项倍年月日名宗成]| (?:million|billion|trillion))"
)

# What no HTML may hold; browsers would show U+FFFD or drop it without a word.
_FORBIDDEN = {
    **dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000)], "\ufffd"),
}


class Held(msgspec.Struct, frozen=True):
    """A relation that holds, or that could not be decided."""

    anchor: str
    text: str
    form: str
    basis: str
    figure: Figure | None
    line: int
    why: str = ""


class Page(msgspec.Struct, frozen=True):
    """One document as the template shows it."""

    path: str
    prefix: str
    """Begins every id of this document."""
    t: Labels
    headline: tuple[tuple[str, str], ...]
    """Parts of the verdict, each with the state that gives it its mark."""
    deck: str
    date: str
    reason: str = ""
    """Why it could not be read; "" when it was."""
    title: str = ""
    notes: tuple[Note, ...] = ()
    by_id: dict[str, Note] = {}
    aside: tuple[Note, ...] = ()
    elements: tuple[Element, ...] = ()
    holds: tuple[Held, ...] = ()
    undecided: tuple[Held, ...] = ()
    table: Table | None = None
    tally: tuple[tuple[str, int], ...] = ()
    """How many figures are in each state, worst first, states without any left out."""
    claims: int = 0
    related: int = 0
    unread: tuple[str, ...] = ()


def render(reviews: Sequence[Review], *, version: str = "", **_options: object) -> str:
    """The page as text, to be written as UTF-8."""
    if not version:
        from reports import VERSION as version
    drafts = [review.ledger.draft for review in reviews if review.ledger and review.ledger.draft.blocks]
    t = labels_of(drafts[0] if drafts else None)
    pages = [_page(review, f"d{number}-", t) for number, review in enumerate(reviews, 1)]
    style, digest = _style()
    text = _template().render(
        pages=pages, single=pages[0] if len(pages) == 1 else None, t=t, version=version, style=style, digest=digest,
        total=_total(pages, t), other=OTHER, folded=FOLDED,
    )  # fmt: skip
    return re.sub(r"\n\s*\n+", "\n", text).translate(_FORBIDDEN)


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    # Not optimized: compiling is most of the time a report takes, and folding constants saves less than it costs.
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False, optimized=False,
    )  # fmt: skip
    environment.filters["keep"] = _keep
    return environment.get_template("report.html")


def _keep(text: str) -> str:
    """`text` escaped, with each number and its unit kept on one line."""
    from markupsafe import Markup, escape

    pieces, at = [], 0
    for match in _NUMBER.finditer(text):
        pieces.append(escape(text[at : match.start()]))
        pieces.append(Markup('<span class="nb">{}</span>').format(match[0]))
        at = match.end()
    return Markup("").join((*pieces, escape(text[at:])))


@lru_cache(maxsize=1)
def _style() -> tuple[str, str]:
    """The one style sheet, and its hash as the content security policy names it."""
    text = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    text = re.sub(r"\n\s*\n+", "\n", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)).strip()
    return text, "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _page(review: Review, prefix: str, usual: Labels) -> Page:
    """One document; `usual` are the labels where it has no language of its own."""
    ledger = review.ledger
    t = labels_of(ledger.draft) if ledger and ledger.draft.blocks else usual
    if ledger is None or review.status == "unreadable":
        return Page(review.path, prefix, t, (("warn", t("not_read")),), "", "", review.reason or t("not_read"))
    ledger = unfolded(ledger)
    is_open = [f.status == "open" for f in review.findings]
    open_ones = [f for f, shown in zip(review.findings, is_open, strict=True) if shown]
    numbers = {finding.id: number for number, finding in enumerate(open_ones, 1)}
    marked = figures(review, ledger, prefix, numbers, t)
    headings = _headings(ledger)
    context = Context(
        ledger,
        {c.id: c for c in ledger.claims},
        marked,
        {v.id: v for v in review.verdicts},
        _lines(ledger),
        headings,
        t,
    )
    notes = tuple(note(f, numbers[f.id], f"{prefix}f{numbers[f.id]}", context) for f in open_ones)
    aside = tuple(
        note(f, 0, f"{prefix}a{number}", context)
        for number, f in enumerate((f for f in review.findings if f.status != "open"), 1)
    )
    beside: dict[int, list[str]] = {}
    for shown in notes:
        if shown.figure is not None:
            beside.setdefault(shown.figure.claim.block, []).append(shown.finding.id)
    states = Counter(figure.state for figure in marked.values())
    held = [(v.outcome, _held(review, number, prefix, context)) for number, v in enumerate(review.verdicts)]
    holds = tuple(h for outcome, h in held if outcome == "consistent")
    blocks = ledger.draft.blocks
    return Page(
        review.path, prefix, t,
        headline=_headline(Counter(f.severity for f in open_ones), review, t),
        deck=_deck(len(holds), len(aside), review, t),
        date=_date(ledger, t),
        title=next((b.text for b in blocks if b.kind == "title"), ""),
        notes=notes,
        by_id={shown.finding.id: shown for shown in notes},
        aside=aside,
        elements=tuple(elements(blocks, by_block(marked.values()), beside)),
        holds=holds,
        undecided=tuple(h for outcome, h in held if outcome == "undetermined"),
        table=behind(marked.values()),
        tally=tuple((state, states[state]) for state in STATES if states[state]),
        claims=review.coverage.claims,
        related=review.coverage.related,
        unread=review.coverage.unread,
    )  # fmt: skip


def _headline(found: Counter[str], review: Review, t: Labels) -> tuple[tuple[str, str], ...]:
    parts = tuple((STATE_OF[s], t(s, n=found[s])) for s in STATE_OF if found[s])
    if found["error"]:
        return parts
    if review.coverage.claims == 0:
        return (("none", t("no_figures")), *parts)
    if review.coverage.related == 0:
        return (("none", t("nothing_compared")), *parts)
    return parts if found["warning"] else (("ok", t("nothing_found")), *parts)


def _deck(holds: int, aside: int, review: Review, t: Labels) -> str:
    coverage = review.coverage
    if not coverage.claims:
        return ""
    parts = [t("hold", n=holds), t("covered", n=coverage.claims, m=f"{coverage.related:,}")]
    if aside:
        parts.append(t("set_aside", n=aside))
    return t("deck").join(parts) + t("stop")


def _total(pages: Sequence[Page], t: Labels) -> Page:
    """The verdict over all documents, as if they were one."""
    found = Counter(shown.finding.severity for page in pages for shown in page.notes)
    claims, related = sum(page.claims for page in pages), sum(page.related for page in pages)
    both = Review("", "checked", coverage=Coverage(claims, related))
    headline = _headline(found, both, t)
    unreadable = sum(bool(page.reason) for page in pages)
    if unreadable:
        headline = (*headline, ("warn", t("unreadable", n=unreadable)))
    deck = _deck(sum(len(page.holds) for page in pages), sum(len(page.aside) for page in pages), both, t)
    return Page("", "", t, headline, deck, "")


def _date(ledger: Ledger, t: Labels) -> str:
    if not ledger.date:
        return t("undated")
    source = ledger.date_source.replace("-", "_")
    how = t.either(f"date_{source}", ledger.date_source)
    return t("dated", date=f"{ledger.date} ({how})" if t.tag == "en" else f"{ledger.date}（{how}）")


def _headings(ledger: Ledger) -> list[str]:
    """For each block the heading above it, "" where there is none."""
    result, last = [], ""
    for block in ledger.draft.blocks:
        last = block.text if block.kind == "heading" else last
        result.append(last)
    return result


def _lines(ledger: Ledger) -> dict[int, int]:
    """Line of each claim's start; looked up in a list of line ends, as counting anew would be quadratic."""
    ends = [match.end() for match in re.finditer(r"\r\n|\r|\n", ledger.draft.text)]
    return {claim.start: bisect_right(ends, claim.start) + 1 for claim in ledger.claims}


def _held(review: Review, number: int, prefix: str, of: Context) -> Held:
    verdict = review.verdicts[number]
    relation, t = verdict.relation, of.t
    figure = next((of.figures[id] for id in (verdict.target, *relation.terms) if id in of.figures), None)
    return Held(
        f"{prefix}r{number}", verdict.text, t.either(f"form_{relation.form}", relation.form),
        basis(relation, of.ledger.draft.blocks, t), figure, of.lines[figure.claim.start] if figure else 0,
        t.either(f"undecided_{verdict.why}", verdict.why),
    )  # fmt: skip
