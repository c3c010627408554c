"""Decisions written into a record file, and nothing else in it touched.

The file belongs to the people who keep it: their comments, order, quotes and blanks stay as
they are, byte for byte. So a decision is put in as lines of text, and the result is read
again: when anything but that decision reads differently, it is not written.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence

import msgspec

from claims.ledger import Decision, LedgerError, Records, beside, decoded, records_in
from claims.sources import LEDGER_SUFFIX, Source, shown
from claims.writing import write

_INDENT = "  "


def record(path: str, decisions: Iterable[Decision], document: str = "", again: bool = True) -> int:
    """Put decisions into the record file at `path`, which is made when there is none.

    With `document` they go below that key of `documents:`. A decision on a finding that is
    decided already takes the other's place, or is left out unless `again`. Returns how many
    were written. Raises `LedgerError` when the file cannot be used
    or was changed meanwhile, `WriteError` when it cannot be written.
    """
    before = _bytes(path)
    text = "" if before is None else decoded(before, shown(path))
    old = records_in(text, shown(path)).get(document, Records())
    decided = {decision.finding for decision in old.decisions}
    new = [decision for decision in decisions if again or decision.finding not in decided]
    for decision in new:
        text = with_decision(text, decision, document, shown(path))
    if _bytes(path) != before:
        raise LedgerError(f"{shown(path)}: was changed meanwhile; try again")
    mark = b"\xef\xbb\xbf" if before is not None and before.startswith(b"\xef\xbb\xbf") else b""
    if new:
        write(path, mark + text.encode())
    return len(new)


def place_of(source: Source, ledger: str = "") -> tuple[str, str]:
    """The record file for decisions on a draft, and its key there; `ledger` is one file for all drafts, if given.

    Beside a draft that has no record file yet it is the draft's name with another suffix.
    Raises `LedgerError` for a draft that lies nowhere.
    """
    if ledger:
        folder = os.path.dirname(os.path.realpath(ledger))
        return ledger, os.path.relpath(os.path.realpath(source.path), folder) if source.path else source.name
    if not source.path:
        raise LedgerError(f"{source.name}: has no file to lie beside; give --ledger")
    if source.path.endswith(LEDGER_SUFFIX):
        return source.path, ""
    return beside(source.path) or os.path.splitext(source.path)[0] + LEDGER_SUFFIX, ""


def with_decision(text: str, decision: Decision, document: str = "", path: str = "") -> str:
    """The text of a record file with one more decision, or with one in another's place; raises `LedgerError`."""
    decision = msgspec.structs.replace(decision, reason=decision.reason.strip(), by=decision.by.strip())
    old = records_in(text, path)
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += newline
    keys = ("documents", document, "decisions") if document else ("decisions",)
    _put(lines, keys, decision, newline)
    made = "".join(lines)
    try:
        new = records_in(made, path)
    except LedgerError:
        new = {}
    if _plain(new) != _plain(_expected(old, document, decision)):
        what = f"{path}: is laid out so that nothing can be added to it line by line"
        raise LedgerError(f"{what}; write decisions: as a list, each entry after a dash on its own line")
    return made


def _put(lines: list[str], keys: Sequence[str], decision: Decision, newline: str) -> None:
    """Find or make the section of `keys`, and put the decision at its end or in the place of its finding's."""
    start, end, indent = 0, len(lines), 0
    for depth, key in enumerate(keys):
        at = _key(lines, start, end, indent, key)
        if at is None:
            margin = " " * indent
            rest = [f"{margin}{_INDENT * n}{_written(k)}:{newline}" for n, k in enumerate(keys[depth:])]
            inner = indent + len(_INDENT) * (len(keys) - depth)
            place = _content_end(lines, start, end)
            lines[place:place] = [*rest, *_entry(decision, inner, newline)]
            return
        if lines[at].rstrip().endswith(("[]", "{}")):
            lines[at] = lines[at].rstrip()[:-2].rstrip() + newline
        start, end = at + 1, _section_end(lines, at, indent, end)
        indent = _inner_indent(lines, start, end, indent)
    dashes = [n for n in range(start, end) if _indent(lines[n]) == indent and lines[n].lstrip().startswith("-")]
    for n, dash in enumerate(dashes):
        last = dashes[n + 1] if n + 1 < len(dashes) else end
        if any(_says(line, decision.finding) for line in lines[dash:last]):
            lines[dash : _content_end(lines, dash, last)] = _entry(decision, indent, newline)
            return
    place = _content_end(lines, start, end)
    lines[place:place] = _entry(decision, indent, newline)


def _key(lines: Sequence[str], start: int, end: int, indent: int, key: str) -> int | None:
    """The line of a key at that depth."""
    for n in range(start, end):
        words = lines[n].strip()
        if _indent(lines[n]) == indent and words.partition(":")[0].strip("'\"") == key and ":" in words:
            return n
        quoted = f"{_written(key)}:"
        if _indent(lines[n]) == indent and words.startswith((f"{key}:", quoted)):
            return n
    return None


def _section_end(lines: Sequence[str], at: int, indent: int, end: int) -> int:
    """Where the next key at that depth, or one further out, begins; a list may begin at the depth of its key."""
    for n in range(at + 1, end):
        inside = _indent(lines[n]) > indent or (_indent(lines[n]) == indent and lines[n].lstrip().startswith("- "))
        if _is_content(lines[n]) and not inside:
            return n
    return end


def _inner_indent(lines: Sequence[str], start: int, end: int, outer: int) -> int:
    inner = next((_indent(line) for line in lines[start:end] if _is_content(line)), None)
    return outer + len(_INDENT) if inner is None else inner


def _content_end(lines: Sequence[str], start: int, end: int) -> int:
    """One past the last line that says something: blanks and comments before the next key are the next key's."""
    while end > start and not _is_content(lines[end - 1]):
        end -= 1
    return end


def _is_content(line: str) -> bool:
    words = line.strip()
    return bool(words) and not words.startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _says(line: str, finding: str) -> bool:
    _, key, value = line.partition("finding:")
    return bool(key) and value.split(",")[0].split("#")[0].strip(" \r\n'\"}") == finding


def _entry(decision: Decision, indent: int, newline: str) -> list[str]:
    fields = {"finding": decision.finding, "status": decision.status, "reason": _written(decision.reason, prose=True)}
    if decision.by:
        fields["by"] = _written(decision.by, prose=True)
    if decision.when:
        fields["when"] = decision.when
    margin = " " * indent
    return [
        f"{margin}{'- ' if n == 0 else '  '}{key}: {value}{newline}" for n, (key, value) in enumerate(fields.items())
    ]


def _written(words: str, prose: bool = False) -> str:
    """A scalar that reads as itself: in quotes unless it is plainly a word."""
    plain = all(char.isalnum() or char in "_/." for char in words) and words[:1].isalpha()
    return words if plain and not prose else json.dumps(words, ensure_ascii=False)


def _expected(old: dict[str, Records], document: str, decision: Decision) -> dict[str, Records]:
    own = old.get(document, Records())
    kept = {d.finding: d for d in own.decisions} | {decision.finding: decision}
    return old | {document: msgspec.structs.replace(own, decisions=tuple(kept.values()))}


def _plain(records: dict[str, Records]) -> dict[str, object]:
    """Records without the places of their entries, which move."""

    def bare(value: object) -> object:
        if isinstance(value, dict):
            return {k: bare(v) for k, v in value.items() if k not in ("place", "value_place")}
        return [bare(v) for v in value] if isinstance(value, (list, tuple)) else value

    found = {name: bare(msgspec.to_builtins(value)) for name, value in records.items()}
    return {name: value for name, value in found.items() if value != bare(msgspec.to_builtins(Records()))}


def _bytes(path: str) -> bytes | None:
    """What the file holds, None when there is none; raises `LedgerError` when it cannot be read."""
    try:
        with open(os.path.realpath(path), "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LedgerError(f"{shown(path)}: cannot be read: {error.strerror}") from None
