"""A share does not fit the part and the whole beside it.

"20 of 50 (45 %)": twenty of fifty are 40 %. Margins, intensities and rates are shares with
names of their own: research spending over revenue, approvals over applications.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claims.breakdowns import wholes
from claims.labels import like
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, prose
from claims.ratios import sides
from claims.roles import role
from claims.shares import Share, share_between
from claims.tables import Row, Table, tables
from claims.wordings import Wording

_SHARE_OF_ROW = Wording(
    zh=r"(?P<row>[㐀-鿿]{2,12}?)占{row_whole}?[^，。]{0,6}的?$",
    en=r"^(?:the |in |at )?(?P<row>[a-z][a-z .'-]{1,30}?) (?:{still} )?{accounts} (?:for|up) $",
)
_OF_ALL = Wording(zh="", en=r"^\s*of {row_whole}\b")


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each share whose part and whole the words name."""
    text = prose(ledger)
    whole_of = wholes(ledger)
    for figure in text.figures:
        q = figure.claim.quantity
        if q.kind != "percent" or q.value is None or role(figure, text.language) == "change":
            continue
        ratio = sides(figure, text)
        if ratio is not None:
            yield _relation(figure, Share(*ratio))
        for found in _tabled(figure, text):
            yield _relation(figure, found)
        told = share_between(figure, text, whole_of)
        if told is not None:
            yield _relation(figure, told)


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
