"""Claims as a pandas table, and back without loss.

One row for each claim, one column for each thing known of it. `EXACT` columns hold
`Fraction` objects, which pandas adds and compares exactly; for a file or another engine
ask for `exact=str`, and every cell is a number, a truth value or text. `frame["value"]
.astype(float)` is near enough for a plot.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from claims.interval import Interval
from claims.model import Claim, Evidence, Quantity, Span

if TYPE_CHECKING:
    import pandas as pd

TEXT = ("id", "quote", "measure", "counted", "subject", "period", "scope", "mode", "kind", "rounding", "scale_word",
        "unit_word", "evidence")  # fmt: skip
"""Text in every row ("string" dtype); `evidence` is JSON, {"coordinate": {"words", "source"}}."""
OPTIONAL = ("statistic", "unit", "hedge", "direction", "first_day", "last_day")
"""Text or nothing ("string" dtype). The days are ISO and stand in date rows only, "" when not known."""
WHOLE = ("start", "end", "block", "local_start", "local_end", "outer_start", "outer_end")
"""Code point offsets and the index of the block (int64)."""
EXACT = ("value", "stated_low", "stated_high", "step", "grain", "scale")
"""Numbers in `unit` (object dtype of `Fraction`); None for no single value and for an unbounded end."""
FLAGS = ("stated_low_open", "stated_high_open")
"""Whether an end of what is stated is left out (bool)."""
COLUMNS = (
    "id", "start", "end", "quote", "kind", "value", "unit", "hedge", "statistic", "subject", "measure", "counted",
    "period", "scope", "mode", "direction", "stated_low", "stated_high", *FLAGS, "rounding", "step", "grain", "scale",
    "scale_word", "unit_word", "first_day", "last_day", "block", "local_start", "local_end", "outer_start", "outer_end",
    "evidence",
)  # fmt: skip
"""All columns, in the order in which a frame has them."""


def to_frame(claims: Iterable[Claim], exact: type[Fraction] | type[str] = Fraction) -> pd.DataFrame:
    """One row for each claim, in order, with the columns and dtypes above.

    With `exact=str` the `EXACT` columns are text such as "12962000000" or "1/3".
    """
    import pandas as pd

    rows = [_row(claim) for claim in claims]
    text = pd.StringDtype("python")  # the other storage refuses lone surrogates, which a draft may hold
    series: dict[str, Any] = {}
    for name in COLUMNS:
        cells = [row[name] for row in rows]
        if name in EXACT and exact is Fraction:
            series[name] = pd.Series(cells, dtype=object)
        elif name in EXACT:
            series[name] = pd.Series([None if cell is None else str(cell) for cell in cells], dtype=text)
        else:
            series[name] = pd.Series(cells, dtype="int64" if name in WHOLE else "bool" if name in FLAGS else text)
    return pd.DataFrame(series, columns=list(COLUMNS))


def from_frame(frame: pd.DataFrame) -> tuple[Claim, ...]:
    """The claims of a frame with the columns of `to_frame`; others are passed over.

    Numbers may be `Fraction` or text, and nothing at all may be None, NaN, NA or "", so a
    frame may come back from a file (`pandas.read_csv` with `dtype=str, keep_default_na=False`,
    or it takes a subject "007" for the number 7). Raises `ValueError` when a column is
    missing or a cell cannot be read.
    """
    if absent := [name for name in COLUMNS if name not in frame.columns]:
        raise ValueError(f"a table of claims also needs the columns {', '.join(absent)}")
    columns = [_cells(frame, name) for name in COLUMNS]
    return tuple(_claim(dict(zip(COLUMNS, cells, strict=True))) for cells in zip(*columns, strict=True))


def behind_prose(claims: Iterable[Claim]) -> pd.DataFrame:
    """The table that an article was written from, for people to read.

    Rows are (subject, measure) in order of appearance, columns (period, statistic) with
    the known periods first; a cell quotes its figures, an empty one is "". A claim without
    subject and measure has no place in it.
    """
    import pandas as pd

    cells: dict[tuple[str, str], dict[tuple[str, str], list[str]]] = {}
    for claim in claims:
        row = (claim.subject, claim.measure or claim.counted)
        if any(row) and claim.quantity.kind not in ("date", "ordinal"):
            column = (claim.period, claim.statistic or "")
            quotes = cells.setdefault(row, {}).setdefault(column, [])
            if (quote := " ".join(claim.quote.split())) not in quotes:
                quotes.append(quote)
    columns = sorted({column for row in cells.values() for column in row}, key=lambda c: (c[0] == "", c))
    return pd.DataFrame(
        [["; ".join(row.get(column, ())) for column in columns] for row in cells.values()],
        index=pd.MultiIndex.from_tuples(list(cells), names=["subject", "measure"]),
        columns=pd.MultiIndex.from_tuples(columns, names=["period", "statistic"]),
        dtype=pd.StringDtype("python"),
    )


def _row(claim: Claim) -> dict[str, Any]:
    q = claim.quantity
    first_day, last_day = q.dates or (None, None)
    own = {name: getattr(claim, name) for name in COLUMNS if name in Claim.__struct_fields__}
    return own | {
        **{name: getattr(q, name) for name in COLUMNS if name in Quantity.__struct_fields__},
        "stated_low": q.stated.low,
        "stated_high": q.stated.high,
        "stated_low_open": q.stated.low_open,
        "stated_high_open": q.stated.high_open,
        "first_day": first_day,
        "last_day": last_day,
        "local_start": claim.local.start,
        "local_end": claim.local.end,
        "outer_start": claim.outer.start,
        "outer_end": claim.outer.end,
        "evidence": msgspec.json.encode(claim.evidence, order="deterministic").decode(),
    }


def _claim(row: Mapping[str, Any]) -> Claim:
    first_day, last_day = row["first_day"], row["last_day"]
    known = {name: row[name] for name in Quantity.__struct_fields__ if name in row} | {
        "stated": Interval(row["stated_low"], row["stated_high"], row["stated_low_open"], row["stated_high_open"]),
        "dates": (first_day or "", last_day or "") if first_day or last_day else None,
    }
    own = {name: row[name] for name in Claim.__struct_fields__ if name in row}
    return Claim(**own | {
        "quantity": Quantity(**known),
        "local": Span(row["local_start"], row["local_end"]),
        "outer": Span(row["outer_start"], row["outer_end"]),
        "evidence": row["evidence"] or {},
    })  # fmt: skip


def _cells(frame: pd.DataFrame, name: str) -> list[Any]:
    """A column's cells as Python values; raises `ValueError` with the place of one that is none."""
    read = _READERS.get(name, str)
    found: list[Any] = []
    for number, (cell, missing) in enumerate(zip(frame[name], frame[name].isna(), strict=True)):
        if not missing and cell != "":
            try:
                found.append(read(cell))
            except (ValueError, ZeroDivisionError):
                raise ValueError(f"row {number}, column {name}: cannot read {str(cell)[:40]!r}") from None
        elif name in OPTIONAL or name in _ENDS:
            found.append(None)
        elif name in TEXT:
            found.append("")
        else:
            raise ValueError(f"row {number}, column {name}: nothing there")
    return found


def _exact(cell: object) -> Fraction:
    if isinstance(cell, Fraction):
        return cell
    text = str(cell)  # shortest decimal of a float, so that 0.1 stays a tenth
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return Fraction(text)


def _flag(cell: object) -> bool:
    return ("false", "true").index(str(cell).lower()) == 1


_NUMBER = re.compile(r"[+-]?[0-9]{1,400}(?:/[0-9]{1,400}|(?:\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,3})?)")
_ENDS = ("value", "stated_low", "stated_high")
_READERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(WHOLE, int),
    **dict.fromkeys(EXACT, _exact),
    **dict.fromkeys(FLAGS, _flag),
    "evidence": partial(msgspec.json.decode, type=dict[str, Evidence]),
}
