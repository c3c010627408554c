"""Claims as rows: the listing of `claims`, and the same rows inside the JSON report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from claims.interval import Interval
from claims.model import Claim, Ledger
from claims.readings import bounds
from reports import _plain, version
from reports._quotes import on_one_line
from reports.numbers import decimal

Listing = tuple[str | int, Ledger]
"""The name of a document, or the id of a row, and what it claims."""

KEYS = (
    "id", "start", "end", "quote", "kind", "value", "stated", "low", "high", "unit", "hedge",
    "statistic", "measure", "subject", "period", "direction", "stated_ends",
)  # fmt: skip


def row(claim: Claim) -> dict[str, Any]:
    """A claim under the keys of `KEYS`: numbers as decimal strings in `unit`, None where unbounded or unsaid."""
    quantity = claim.quantity
    if quantity.kind == "date":
        # A day without a known year has no ISO form; its words are in `quote`.
        first, last = (day if day[:1].isdigit() else "" for day in quantity.dates or ("", ""))
        stated: list[str | None] = [first or None, last or None]
        ends = ("[" if first else "(") + ("]" if last else ")")
        allowed = Interval(None, None, True, True)  # a date's days are in `stated`; there is nothing to round
    else:
        stated = [_end(quantity.stated.low), _end(quantity.stated.high)]
        ends, allowed = quantity.stated.ends, bounds(quantity)
    counter = quantity.unit_word if quantity.unit == "count" else ""
    return {
        "id": claim.id,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "kind": quantity.kind,
        "value": _end(quantity.value),
        "stated": stated,
        "low": _end(allowed.low),
        "high": _end(allowed.high),
        "unit": quantity.unit,
        "hedge": quantity.hedge,
        "statistic": claim.statistic,
        "measure": claim.measure or claim.counted or counter,
        "subject": claim.subject,
        "period": claim.period,
        "direction": quantity.direction,
        "stated_ends": ends,
    }


def render(format: str, listings: Sequence[Listing]) -> str:
    """The claims of each document, in order. Raises `ValueError` for a format that there is none of."""
    if format not in _FORMATS:
        raise ValueError(f"claims are not listed as {format!r}; there are {', '.join(sorted(_FORMATS))}")
    return _FORMATS[format](listings)


_CONTROL = re.compile("[\x7f-\x9f]")


def dump(data: object, indent: int = 2) -> str:
    """`data` as JSON text, one line for `indent` 0. A lone surrogate stays one, to be escaped on writing.

    Control characters that JSON would let stand are escaped too, as a terminal may obey them.
    """
    try:
        encoded = msgspec.json.encode(data)
    except UnicodeEncodeError:
        import json

        text = json.dumps(data, ensure_ascii=False, indent=indent or None)
    else:
        text = (msgspec.json.format(encoded, indent=indent) if indent else encoded).decode()
    return _CONTROL.sub(_escape, text) + "\n"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _end(value: Any) -> str | None:
    return None if value is None else decimal(value)


def _entries(listings: Iterable[Listing]) -> Iterable[dict[str, Any]]:
    return ({"id": name, "claims": [row(claim) for claim in ledger.claims]} for name, ledger in listings)


def _numeric(claim: dict[str, Any]) -> dict[str, Any]:
    """A row whose `stated` ends all read as numbers: dates in ISO 8601's basic form, 20200131.

    JSON Lines feed programs that read millions of rows and convert both ends without a look at `kind`.
    """
    if claim["kind"] == "date":
        claim["stated"] = [None if day is None else day.replace("-", "") for day in claim["stated"]]
    return claim


def _jsonl(listings: Sequence[Listing]) -> str:
    entries = ({"id": name, "claims": [_numeric(row(c)) for c in ledger.claims]} for name, ledger in listings)
    return "".join(dump(entry, indent=0) for entry in entries)


def _json(listings: Sequence[Listing]) -> str:
    documents = [
        {"path": name, "language": ledger.draft.language, "claims": [row(claim) for claim in ledger.claims]}
        for name, ledger in listings
    ]
    return dump({"tool": {"name": "crossfoot", "version": version()}, "documents": documents})


def _csv(listings: Sequence[Listing]) -> str:
    from reports._cells import table

    fields = [key for key in KEYS if key != "stated"]
    at = fields.index("value") + 1
    fields[at:at] = ["stated_low", "stated_high"]
    rows = []
    for entry in _entries(listings):
        for claim in entry["claims"]:
            claim["stated_low"], claim["stated_high"] = claim["stated"]
            rows.append([entry["id"], *(claim[field] for field in fields)])
    return table(["document", *fields], rows)


def _yaml(listings: Sequence[Listing]) -> str:
    """YAML, with each text as a JSON string, which is one in YAML too, save for what YAML cannot print."""
    lines = []
    for entry in _entries(listings):
        lines.append(f"- id: {_scalar(entry['id'])}")
        lines.append("  claims:" if entry["claims"] else "  claims: []")
        for claim in entry["claims"]:
            mark = "  - "
            for key, value in claim.items():
                shown = f"[{', '.join(map(_scalar, value))}]" if isinstance(value, list) else _scalar(value)
                lines.append(f"{mark}{key}: {shown}")
                mark = "    "
    return "\n".join(lines) + "\n" if lines else "[]\n"


_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def _scalar(value: object) -> str:
    return _UNPRINTABLE.sub(_escape, dump(value, indent=0).strip())


def _text(listings: Sequence[Listing]) -> str:
    """One claim a line, under the name of its document: place, quotation, reading, coordinates."""
    from reports._positions import Positions

    out = []
    for name, ledger in listings:
        shown, places = _plain.path(str(name)), Positions(ledger.draft.text)
        number = len(ledger.claims)
        out.append(f"{shown}: {number:,} claim{'' if number == 1 else 's'}\n")
        cells = [_cells(claim, places) for claim in ledger.claims]
        widths = [max(map(_plain.width, column)) for column in zip(*cells, strict=True)] if cells else []
        for line in cells:
            padded = [cell + " " * (size - _plain.width(cell)) for cell, size in zip(line, widths, strict=True)]
            out.append(f"  {'  '.join(padded).rstrip()}\n")
    return "".join(out)


def _cells(claim: Claim, places: Any) -> tuple[str, ...]:
    fields = row(claim)
    line, column = places.line_column(claim.start)
    left, right = fields["stated_ends"]
    low, high = fields["stated"]
    reading = fields["value"] or f"{left}{low or '-∞'}, {high or '∞'}{right}"
    if fields["kind"] == "date":
        reading = " / ".join(dict.fromkeys(day for day in (low, high) if day)) or "?"
    coordinates = (fields["statistic"], fields["subject"], fields["measure"], fields["period"])
    return (
        f"{line}:{column}",
        on_one_line(claim.quote),
        " ".join(filter(None, (fields["hedge"], reading, fields["unit"] or ""))),
        fields["kind"] + (f" {fields['direction']}" if fields["direction"] else ""),
        _plain.line(" · ".join(filter(None, coordinates))),
    )


_FORMATS: dict[str, Callable[[Sequence[Listing]], str]] = {
    "text": _text,
    "yaml": _yaml,
    "csv": _csv,
    "json": _json,
    "jsonl": _jsonl,
}
