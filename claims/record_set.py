"""A record file without a draft: its figures are the draft.

Each entry with a name and a value is a claim whose text is the value as the file has it, so
that reports point into the file.
"""

from __future__ import annotations

import msgspec

from claims.declared import Entry, corrected
from claims.draft import Draft, plain_block
from claims.ledger import LedgerError, Records, records_of
from claims.model import Ledger
from claims.readers import language_of, script_of


def record_set(text: str, path: str, language: str = "auto", date: str = "") -> tuple[Ledger, Records]:
    """The claims and rules of a record file; raises `LedgerError` for one that is no set of records.

    `path` is how to name it, `language` "zh", "en" or "auto", `date` the day that wins over the file's own.
    """
    from claims.extract import extract

    records = records_of(text, path)
    for entry in records.entries:
        if not entry.value:
            raise LedgerError(f"{entry.place}: an entry of a file without a draft has no value; add value:")
    words = "\n".join(word for e in records.entries for word in (e.value, *e.coordinates.values()))
    words += "\n".join(rule.reason for rule in records.rules)
    found = language if language != "auto" else language_of(words)
    script = script_of(words) if found == "zh" else ""
    blocks = tuple(plain_block(entry.value, at=_offset(text, entry)) for entry in records.entries)
    draft = Draft(path=path, text=text, blocks=blocks, language=found, script=script)
    ledger = extract(draft, date=date or records.date)
    names: dict[str, str] = {}
    groups: dict[str, list[str]] = {}
    claims = []
    for claim in ledger.claims:
        entry = records.entries[claim.block]
        names[entry.name] = claim.id
        if entry.group:
            groups.setdefault(entry.group, []).append(entry.name)
        claims.append(corrected(claim, msgspec.structs.replace(entry, value="")))
    made = msgspec.structs.replace(
        ledger,
        claims=tuple(claims),
        names=names,
        groups={group: tuple(named) for group, named in groups.items()},
        rules=records.rules,
    )
    return made, records


def _offset(text: str, entry: Entry) -> int:
    """Where the value of an entry stands; raises `LedgerError` when it is not written as it reads."""
    line, column = map(int, entry.value_place.rsplit(":", 2)[1:])
    at = 0
    for _ in range(line - 1):
        at = text.index("\n", at) + 1
    at += column - 1
    for start in (at, at + 1):  # after an opening quote
        if text.startswith(entry.value, start):
            return start
    raise LedgerError(f"{entry.value_place}: value {entry.value!r} is not written as it reads; put it on one line")
