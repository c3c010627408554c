"""The listing of `claims`: one row a claim, in five formats, handed out in pieces as they are ready.

A long draft has hundreds of thousands of rows. None of them is kept once its piece of the
listing has been handed out, and neither is a draft, so a listing needs the memory of one
draft at a time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec

from claims.model import Claim, Ledger
from reports import _plain, version
from reports._quotes import on_one_line
from reports._rows import KEYS as KEYS
from reports._rows import Row
from reports._rows import row as row

Listing = tuple[str | int, Ledger]
"""The name of a document, or the id of a row, and what it claims."""
BATCH = 256
"""Rows that are encoded together: enough to make the call cheap, few enough to forget."""


def render(format: str, listings: Iterable[Listing]) -> str:
    """The claims of each document, in order. Raises `ValueError` for a format that there is none of."""
    return "".join(pieces(format, listings))


def pieces(format: str, listings: Iterable[Listing]) -> Iterator[str]:
    """What `render` gives, piece by piece; a document is asked for when those before it are written."""
    if format not in _FORMATS:
        raise ValueError(f"claims are not listed as {format!r}; there are {', '.join(sorted(_FORMATS))}")
    return _FORMATS[format](listings)


_C1 = re.compile(rb"\xc2[\x80-\x9f]")
"""The upper control characters, as they stand in UTF-8."""


def dump(data: object, indent: int = 2) -> str:
    """`data` as JSON text, one line for `indent` 0. A lone surrogate stays one, to be escaped on writing.

    Control characters that JSON would let stand are escaped too, as a terminal may obey them.
    """
    return _dumped(data, indent) + "\n"


_ENCODER = msgspec.json.Encoder()


def _dumped(data: object, indent: int = 0) -> str:
    try:
        encoded = _ENCODER.encode(data)
    except UnicodeEncodeError:
        import json

        as_mapping = msgspec.structs.asdict
        marks = None if indent else (",", ":")
        text = json.dumps(data, ensure_ascii=False, indent=indent or None, separators=marks, default=as_mapping)
        return re.sub("[\x7f-\x9f]", _escape, text)
    if indent:
        encoded = msgspec.json.format(encoded, indent=indent)
    if b"\x7f" in encoded:
        encoded = encoded.replace(b"\x7f", b"\\u007f")
    return _C1.sub(_escape_c1, encoded).decode()


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _escape_c1(match: re.Match[bytes]) -> bytes:
    return b"\\u00%02x" % match[0][1]


def _batches(claims: Sequence[Claim], basic: bool = False) -> Iterator[list[Row]]:
    """The rows of a document, `BATCH` at a time."""
    rows = (row(claim, basic) for claim in claims)
    while batch := list(islice(rows, BATCH)):
        yield batch


def _jsonl(listings: Iterable[Listing]) -> Iterator[str]:
    """One object a document, its dates in ISO 8601's basic form.

    JSON Lines feed programs that read millions of rows and convert both ends of `stated`
    without a look at `kind`.
    """
    for name, ledger in listings:
        joint = f'{{"id":{_dumped(name)},"claims":['
        for batch in _batches(ledger.claims, basic=True):
            yield joint + _dumped(batch)[1:-1]
            joint = ","
        yield f"{'' if joint == ',' else joint}]}}\n"
        del ledger


_NESTED = "[\n  [\n    [\n      [\n"
"""How rows begin when as many lists are around them as there are levels above them in the whole."""


def _json(listings: Iterable[Listing]) -> Iterator[str]:
    yield _open({"tool": {"name": "crossfoot", "version": version()}}, "documents", "")
    joint = "\n"
    for name, ledger in listings:
        about = {"path": name, "language": ledger.draft.language}
        yield f"{joint}    {_open(about, 'claims', '    ')}"
        joint = "\n"
        for batch in _batches(ledger.claims):
            shown = _dumped([[[batch]]], 2)
            yield joint + shown[len(_NESTED) : shown.rindex("}") + 1]
            joint = ",\n"
        yield "\n      ]\n    }" if ledger.claims else "]\n    }"
        joint = ",\n"
        del ledger
    yield "]\n}\n" if joint == "\n" else "\n  ]\n}\n"


def _open(fields: dict[str, Any], last: str, margin: str) -> str:
    """An indented object up to the bracket of its `last` field, a list."""
    shown = _dumped(fields, 2).removesuffix("\n}").replace("\n", f"\n{margin}")
    return f'{shown},\n{margin}  "{last}": ['


def _csv(listings: Iterable[Listing]) -> Iterator[str]:
    from reports._cells import BYTE_ORDER_MARK, Lines, cell

    lines = Lines()
    yield BYTE_ORDER_MARK + lines.of([("document", *_FLAT)])
    for name, ledger in listings:
        document = cell(name)
        for batch in _batches(ledger.claims):
            rows = list(map(_flat, batch))
            for fields in rows:
                for at in _WORDS:
                    fields[at] = cell(fields[at])
            yield lines.of([document, *fields] for fields in rows)
        del ledger


_AT = KEYS.index("stated")
_FLAT = (*KEYS[:_AT], "stated_low", "stated_high", *KEYS[_AT + 1 :])
_WORDS = tuple(map(_FLAT.index, ("quote", "measure", "subject", "period")))
"""Where words of the draft stand among the fields of a row; what stands elsewhere is crossfoot's own."""


def _flat(row: Row) -> list[Any]:
    """The fields of a row under `_FLAT`."""
    fields = _fields(row)
    return [*fields[:_AT], *fields[_AT], *fields[_AT + 1 :]]


_fields: Callable[[Row], tuple[Any, ...]] = msgspec.structs.astuple


def _yaml(listings: Iterable[Listing]) -> Iterator[str]:
    """YAML, with each text as a JSON string, which is one in YAML too, save for what YAML cannot print."""
    none = True
    for name, ledger in listings:
        none = False
        yield f"- id: {_scalar(name)}\n  claims:{'' if ledger.claims else ' []'}\n"
        for batch in _batches(ledger.claims):
            yield "".join([_YAML % _scalars(_flat(row)) for row in batch])
        del ledger
    if none:
        yield "[]\n"


_YAML = "  - " + "    ".join(f"{key}: {'[%s, %s]' if key == 'stated' else '%s'}\n" for key in KEYS)


_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def _scalar(value: object) -> str:
    return _UNPRINTABLE.sub(_escape, _dumped(value))


def _scalars(values: Iterable[object]) -> tuple[str | int, ...]:
    """Each value as a `_scalar`; nearly all hold nothing that JSON or YAML would escape, which is quickly seen."""
    return tuple(
        "null"
        if value is None
        else value
        if isinstance(value, int)
        else f'"{value}"'
        if isinstance(value, str) and value.isprintable() and '"' not in value and "\\" not in value
        else _scalar(value)
        for value in values
    )


def _text(listings: Iterable[Listing]) -> Iterator[str]:
    """One claim a line, under the name of its document: place, quotation, reading, coordinates."""
    from reports._positions import Positions, named

    for name, ledger in listings:
        shown, places = _plain.path(str(name)), Positions(ledger.draft.text)
        number = len(ledger.claims)
        yield f"{shown}: {number:,} claim{'' if number == 1 else 's'}\n"
        # The columns are as wide as their widest cell. Until that is known the cells wait as bytes, the
        # smallest form they have.
        waiting, widths = [], [0] * len(_COLUMNS)
        for at in range(0, number, BATCH):
            lines = [_cells(one, named(ledger.draft, places, one.start)) for one in ledger.claims[at : at + BATCH]]
            columns = zip(*lines, strict=True)
            widths = [max(width, *map(_plain.width, cells)) for width, cells in zip(widths, columns, strict=True)]
            waiting.append("\n".join(map("\t".join, lines)).encode("utf-8", "surrogatepass"))
        del ledger, places
        for block in waiting:
            columns = zip(*map(_split, block.decode("utf-8", "surrogatepass").split("\n")), strict=True)
            padded = [_padded(column, width) for column, width in zip(columns, widths, strict=True)]
            yield "".join(f"  {'  '.join(cells).rstrip()}\n" for cells in zip(*padded, strict=True))


def _split(line: str) -> list[str]:
    return line.split("\t")


def _padded(cells: Iterable[str], width: int) -> list[str]:
    return [cell.ljust(width - _plain.width(cell) + len(cell)) for cell in cells]


_COLUMNS = ("place", "quotation", "reading", "kind", "coordinates")


def _cells(claim: Claim, place: str) -> tuple[str, ...]:
    """What stands under `_COLUMNS`; no cell holds a tab or a line break."""
    fields = row(claim)
    ends = fields.stated_ends
    low, high = fields.stated
    reading = fields.value or f"{ends[0]}{low or '-∞'}, {high or '∞'}{ends[1]}"
    if fields.kind == "date":
        reading = " / ".join(dict.fromkeys(day for day in (low, high) if day)) or "?"
    coordinates = (fields.statistic, fields.subject, fields.measure, fields.period)
    return (
        place,
        on_one_line(claim.quote),
        " ".join(filter(None, (fields.hedge, reading, fields.unit or ""))),
        fields.kind + (f" {fields.direction}" if fields.direction else ""),
        _plain.line(" · ".join(filter(None, coordinates))),
    )


_FORMATS: dict[str, Callable[[Iterable[Listing]], Iterator[str]]] = {
    "text": _text,
    "yaml": _yaml,
    "csv": _csv,
    "json": _json,
    "jsonl": _jsonl,
}
