"""A share does not fit the part and the whole beside it.

"20 of 50 (45 %)": twenty of fifty are 40 %. Margins, intensities and rates are shares with
names of their own: research spending over revenue, approvals over applications.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from fractions import Fraction

from claims.labels import like
from claims.model import Ledger, Relation
from claims.prose import Figure, Passage, Prose, prose
from claims.tables import Row, Table, tables
from claims.ties.bare_shares import bare_share, confirmed, listed, named_part, respective
from claims.ties.breakdowns import wholes
from claims.ties.change_columns import shares
from claims.ties.holdings import share_of_capital, share_of_holding
from claims.ties.rates import rate_sides
from claims.ties.ratios import sides
from claims.ties.roles import role
from claims.ties.shares import Share, share_between
from claims.ties.wholes_beside import whole_beside
from claims.wordings import Wording

_SHARE_OF_ROW = Wording(
    zh=r"(?P<row>[㐀-鿿]{2,12}?)占{row_whole}?[^，。]{0,6}的?$",
    en=r"^(?:the |in |at )?(?P<row>[a-z][a-z .'-]{1,30}?) (?:{still} )?{accounts} (?:for|up) $",
)
_OF_ALL = Wording(zh="", en=r"^\s*of {row_whole}\b")


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each share whose part and whole the words name."""
    text = prose(ledger)
    for table in tables(ledger):
        for part, whole, share in shares(table):
            yield _relation(share, Share(part, whole))
    whole_of = wholes(ledger)
    before: tuple[Figure, Figure] | None = None
    found: set[str] = set()
    for figure in text.figures:
        q = figure.claim.quantity
        if q.kind != "percent" or q.value is None or role(figure, text.language) == "change":
            continue
        ratio = sides(figure, text)
        if ratio is not None:
            yield _relation(figure, Share(*ratio))
        for row in _tabled(figure, text):
            yield _relation(figure, row)
        beside = whole_beside(figure, text)
        told = Share(*beside) if beside is not None else share_between(figure, text, whole_of)
        told = told or _untold(figure, text, whole_of, before)
        if told is not None:
            yield _relation(figure, told)
            before = told.part, told.whole
            found.add(figure.id)
        elif (holding := share_of_holding(figure, text) or share_of_capital(figure, text)) is not None:
            yield _relation(figure, Share(*holding, "inferred"))
            found.add(figure.id)
    for passage in text.with_figures:
        for part, whole, share in respective(passage, text, whole_of):
            yield _relation(share, Share(part, whole, "inferred" if part.id not in whole_of else "stated"))
        yield from _listed(passage, text, found)


def _listed(passage: Passage, text: Prose, found: Container[str]) -> Iterator[Relation]:
    """Those of a list of shares whose whole stands paragraphs before it."""
    if sum(f.claim.quantity.kind == "percent" for f in passage.figures) < 2:
        return
    pairs = [(part, share) for part, share in listed(passage, text) if share.id not in found]
    whole = confirmed(pairs, text) if len(pairs) > 1 else None
    if whole is not None:
        for part, share in pairs:
            yield _relation(share, Share(part, whole, "inferred"))


def _untold(
    figure: Figure, text: Prose, whole_of: Mapping[str, Figure], before: tuple[Figure, Figure] | None
) -> Share | None:
    """A rate by its name; a share whose whole, or whose part, goes without words beside it."""
    rate = rate_sides(figure, text)
    if rate is not None:
        return Share(*rate)
    part = named_part(figure, text, whole_of)
    if part is not None:
        return Share(*part)
    bare = bare_share(figure, text, whole_of, before)
    return Share(bare.part, bare.whole, bare.basis) if bare is not None else None


def _relation(figure: Figure, share: Share) -> Relation:
    return Relation(
        check="", form="share", terms=(share.whole.id, figure.id, share.part.id), scale=Fraction(1, 100),
        cue=(figure.passage.block, figure.clause_start, figure.claim.local.start), basis=share.basis, reason="name",
    )  # fmt: skip


def _tabled(figure: Figure, text: Prose) -> Iterator[Share]:
    """A share of a table's total for one of its rows, by the row's label, in the last column of levels."""
    match = _SHARE_OF_ROW[text.language].search(figure.left.lstrip())
    if match is None or not _OF_ALL[text.language].match(figure.after):
        return
    for table in tables(text.ledger):
        totals = [row for row in table.rows if row.is_total and not row.is_subtotal]
        rows = [row for row in table.rows if row.label.casefold() == match["row"].casefold()]
        if len(totals) == len(rows) == 1:
            found = _last_column(table, rows[0], totals[0])
            if found is not None:
                yield found


def _last_column(table: Table, row: Row, total: Row) -> Share | None:
    """Row and total in the column of the latest year, or in the only one that both fill with levels."""
    columns = {
        number: Share(part, whole)
        for number, (part, whole) in enumerate(zip(row.cells, total.cells, strict=False))
        if part and whole and like(part.claim, whole.claim) and part.claim.quantity.kind != "percent"
    }
    years = table.years()
    dated = [number for number in columns if number < len(years) and years[number]]
    if dated:
        return columns[max(dated, key=lambda number: years[number])]
    return next(iter(columns.values())) if len(columns) == 1 else None
