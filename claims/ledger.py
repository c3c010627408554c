"""The record file beside a draft: its date, decisions on findings, what people say of its figures, rules.

`DRAFT.claims.yaml` lies beside `DRAFT.md` (or, with the suffix kept, `DRAFT.md.claims.yaml`).
One file for a whole run, given as `--ledger`, holds the same under `documents:`, by path. A
file that cannot be used is refused whole: half of its decisions would be none of its author's.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import msgspec

from claims import units
from claims.configuration import KEYS, similar
from claims.declared import COORDINATES, Entry, figure_of
from claims.model import Rule
from claims.rules.expression import RuleError
from claims.rules.expression import parse as parse_rule
from claims.sources import LEDGER_SUFFIX, Source, reason, shown
from claims.yaml_nodes import LIMIT, Node, NodeError, brief, parse, refuse

STATUSES = ("dismissed", "confirmed")
_DOCUMENT = ("date", "decisions", "claims", "rules")
_DECISION = ("finding", "status", "reason", "by", "when")
_CLAIM = ("quote", "before", "after", "not-a-claim", "name", "group", "value", "unit", *COORDINATES)
_RULE = ("rule", "name", "reason")
_NAME = re.compile(r"[^\W\d][\w.]*")

Made = TypeVar("Made")


class LedgerError(ValueError):
    """A record file that cannot be used: path with line and column, what is wrong, what to do."""


class Decision(msgspec.Struct, frozen=True):
    """What a person made of a finding."""

    finding: str
    """Its fingerprint."""
    status: str
    """One of `STATUSES`."""
    reason: str
    place: str
    """Path, line and column, for those who look it up."""
    by: str = ""
    when: str = ""
    """ISO day; "" when not said."""


class Records(msgspec.Struct, frozen=True):
    """What the record file says of one draft."""

    date: str = ""
    decisions: tuple[Decision, ...] = ()
    entries: tuple[Entry, ...] = ()
    rules: tuple[Rule, ...] = ()


NOTHING = Records()


class Shared(msgspec.Struct, frozen=True):
    """The record file of a whole run."""

    path: str
    whole: Records | None = None
    """When it speaks of one draft only, what it says."""
    documents: Mapping[str, Records] = {}
    """Else records by path, counted from the folder of the file."""

    def of(self, sources: Sequence[Source]) -> list[Records]:
        """The records of each source; raises `LedgerError` when it is open which are meant.

        A path may also be the name by which a run has the draft, as standard input has no other.
        """
        if self.whole is not None:
            if len(sources) > 1 and self.whole != NOTHING:
                raise LedgerError(
                    f"{self.path}: does not say which of {len(sources)} drafts it is about; "
                    "put each draft's records under documents: by its path"
                )
            return [self.whole] * len(sources)
        folder = os.path.dirname(self.path)
        places: dict[str, str] = {}
        for name in self.documents:
            place = os.path.realpath(os.path.join(folder, name))
            if place in places:
                raise LedgerError(f"{self.path}: {places[place]!r} and {name!r} are the same draft; keep one")
            places[place] = name
        return [self._found(source, places) for source in sources]

    def _found(self, source: Source, places: Mapping[str, str]) -> Records:
        name = places.get(os.path.realpath(source.path), "") if source.path else ""
        return self.documents.get(name) or self.documents.get(source.name) or NOTHING


def beside(path: str) -> str:
    """Where the record file of the draft at `path` lies; "" when there is none."""
    if not path:
        return ""
    for stem in (path, os.path.splitext(path)[0]):
        if os.path.lexists(stem + LEDGER_SUFFIX):
            return stem + LEDGER_SUFFIX
    return ""


def own(source: Source) -> Records:
    """What the file beside a draft says; raises `LedgerError` when that cannot be used."""
    path = beside(source.path)
    return read(path, lambda node: _records(node, shown(path))) if path else NOTHING


def shared(path: str) -> Shared:
    """The file of `--ledger`; raises `LedgerError` when it is missing or cannot be used."""
    return read(path, lambda node: _shared(node, path))


def _shared(node: Node | None, path: str) -> Shared:
    if node is None or node.pairs is None or "documents" not in node.pairs:
        return Shared(path, _records(node, shown(path)))
    for key, (place, _) in node.pairs.items():
        if key != "documents":
            refuse(place, f"key {brief(key)} beside documents", "put it under the draft's path")
    documents = _mapping(node.pairs["documents"][1], "documents", None)
    return Shared(path, None, {name: _records(value, shown(path)) for name, value in documents.items()})


def records_in(text: str, path: str) -> dict[str, Records]:
    """What the text of a record file says of each document, under "" where it speaks of one; raises `LedgerError`."""
    try:
        found = _shared(parse(text), path)
    except NodeError as error:
        raise LedgerError(f"{path}{error.where}: {error.what}; {error.do}") from None
    return dict(found.documents) if found.whole is None else {"": found.whole}


def records_of(text: str, path: str) -> Records:
    """What the text of a record file says; `path` is how to name it. Raises `LedgerError`."""
    try:
        return _records(parse(text), path)
    except NodeError as error:
        raise LedgerError(f"{path}{error.where}: {error.what}; {error.do}") from None


def read(path: str, of: Callable[[Node | None], Made]) -> Made:
    """What `of` makes of the YAML in a file; raises `LedgerError` with path, line and column."""
    try:
        return of(parse(_text(path)))
    except NodeError as error:
        raise LedgerError(f"{shown(path)}{error.where}: {error.what}; {error.do}") from None


def _text(path: str) -> str:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            folder = os.path.isdir(path)
            raise NodeError(f"is {'a folder' if folder else 'no ordinary file'}, not a record file", "", "move it away")
        with open(path, "rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise LedgerError(f"{shown(path)}: {reason(error)}") from None
    except ValueError as error:
        if isinstance(error, NodeError):
            raise
        raise LedgerError(f"{shown(path)!r}: no name of a file; check it") from None
    return _as_text(data)


def decoded(data: bytes, path: str) -> str:
    """The text of a record file; raises `LedgerError` for one that is too large or not UTF-8."""
    try:
        return _as_text(data)
    except NodeError as error:
        raise LedgerError(f"{path}{error.where}: {error.what}; {error.do}") from None


def _as_text(data: bytes) -> str:
    if len(data) > LIMIT:
        raise NodeError(f"is larger than {LIMIT} bytes", "", "part it, or remove decisions that are stale")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        raise NodeError("is not UTF-8", f":{line}:{column}", "save it as UTF-8") from None


def _records(node: Node | None, path: str) -> Records:
    if node is None or node.is_empty:
        return NOTHING
    keys = _mapping(node, "a record file", _DOCUMENT)
    decisions: dict[str, Decision] = {}
    for item in _list(keys.get("decisions"), "decisions"):
        decision = _decision(item, path)
        first = decisions.setdefault(decision.finding, decision)
        if first is not decision:
            what = f"finding {brief(decision.finding)} is decided twice"
            refuse(item, what, f"keep one; the other is at {first.place.removeprefix(path)[1:]}")
    return Records(
        date=_day(keys["date"], "date") if "date" in keys else "",
        decisions=tuple(decisions.values()),
        entries=_entries(keys.get("claims"), path),
        rules=tuple(_rule(item, path) for item in _list(keys.get("rules"), "rules")),
    )


def _decision(node: Node, path: str) -> Decision:
    keys = _mapping(node, "a decision", _DECISION, required=("finding", "status", "reason"))
    status = keys["status"]
    if status.text not in STATUSES:
        known = similar(status.text or "", STATUSES)
        refuse(status, f"status cannot be {_what(status)}", known)
    return Decision(
        finding=_word(keys["finding"], "finding"),
        status=str(status.text),
        reason=_prose(keys["reason"], "reason"),
        place=path + node.place,
        by=_prose(keys["by"], "by") if "by" in keys else "",
        when=_day(keys["when"], "when") if "when" in keys else "",
    )


def _entries(node: Node | None, path: str) -> tuple[Entry, ...]:
    entries = tuple(_entry(item, path) for item in _list(node, "claims"))
    names: dict[str, Entry] = {}
    for entry, item in zip(entries, _list(node, "claims"), strict=True):
        first = names.setdefault(entry.name, entry) if entry.name else entry
        if first is not entry:
            refuse(
                item,
                f"name {brief(entry.name)} is given twice",
                f"the other is at {first.place.removeprefix(path)[1:]}",
            )
    groups = {entry.group for entry in entries}
    for name in sorted(groups & names.keys()):
        refuse(node or Node(""), f"{brief(name)} is the name of a figure and of a group", "call one of them otherwise")
    return entries


def _entry(node: Node, path: str) -> Entry:
    keys = _mapping(node, "an entry of claims", _CLAIM)
    words = {key: _word(keys[key], key) for key in _CLAIM if key in keys and key != "not-a-claim"}
    place = path + node.place
    if "not-a-claim" in keys:
        answer = keys["not-a-claim"]
        if not (answer.plain and answer.text in ("true", "True", "TRUE")):
            refuse(answer, f"not-a-claim cannot be {_what(answer)}", "write true, or remove the entry")
        for key in words:
            if key not in ("quote", "before", "after"):
                refuse(keys[key], f"{key} of what is no claim", f"remove {key}, or not-a-claim")
    elif not words.keys() - {"quote", "before", "after"}:
        refuse(node, "an entry of claims that says nothing of its figure", "add not-a-claim: true, or a name")
    if "quote" not in words and not ("value" in words and "name" in words):
        refuse(node, "an entry of claims has no quote", "add quote:, or a name and a value")
    for key in ("name", "group"):
        if key in words and not _NAME.fullmatch(words[key]):
            refuse(
                keys[key],
                f"{key} cannot be {brief(words[key])}",
                "begin with a letter; go on with letters, digits, _ and .",
            )
    if "group" in words and "name" not in words:
        refuse(keys["group"], "a figure of a group has no name", "add name:")
    if "value" in words and figure_of(words["value"]) is None:
        refuse(
            keys["value"],
            f"value cannot be {brief(words['value'])}",
            "write one figure as in a draft, such as 12.4億元",
        )
    if "unit" in words and not units.known(words["unit"]):
        refuse(keys["unit"], f"unit cannot be {brief(words['unit'])}", "give a name such as CNY, percent or kilometer")
    return Entry(
        quote=words.get("quote", ""),
        before=words.get("before", ""),
        after=words.get("after", ""),
        is_claim="not-a-claim" not in keys,
        name=words.get("name", ""),
        group=words.get("group", ""),
        value=words.get("value", ""),
        unit=words.get("unit", ""),
        coordinates={key: words[key] for key in COORDINATES if key in words},
        place=place,
        value_place=path + keys["value"].place if "value" in keys else "",
    )


def _rule(node: Node, path: str) -> Rule:
    keys = _mapping(node, "a rule", _RULE, required=("rule",))
    text = keys["rule"]
    words = _word(text, "rule")
    try:
        parse_rule(words)
    except RuleError as error:
        refuse(text, f"rule {brief(words)}: {error.what} (column {error.column} of it)", "mend it")
    name = _word(keys["name"], "name") if "name" in keys else words
    return Rule(name, words, _prose(keys["reason"], "reason") if "reason" in keys else "", path + text.place)


def _mapping(node: Node, name: str, known: tuple[str, ...] | None, required: Sequence[str] = ()) -> dict[str, Node]:
    """Keys and values; all keys are welcome when `known` is None."""
    if node.pairs is None:
        if known is None and node.is_empty:
            return {}
        refuse(node, f"{name} cannot be {_what(node)}", "write key: value, each on its own line")
    for key, (place, _) in node.pairs.items():
        if known is not None and key not in known:
            refuse(place, f"unknown key {brief(key)}", similar(key[:60], known))
    for key in required:
        if key not in node.pairs:
            refuse(node, f"{name} has no {key}", f"add {key}:")
    return {key: value for key, (_, value) in node.pairs.items()}


def _list(node: Node | None, name: str) -> list[Node]:
    if node is None or node.is_empty:
        return []
    if node.items is None:
        refuse(node, f"{name} cannot be {_what(node)}", "write a list, each entry after a dash")
    return node.items


def _word(node: Node, name: str) -> str:
    """What is written, also where YAML would make a number of it: 640 is a fair quote."""
    if node.text is None or node.is_empty or not node.text.strip():
        refuse(node, f"{name} cannot be {_what(node)}", "give text")
    return node.text.strip()


def _prose(node: Node, name: str) -> str:
    if not node.is_text:
        refuse(node, f"{name} cannot be {_what(node)}", "give text; put it in quotes if it looks like a number")
    return _word(node, name)


def _day(node: Node, name: str) -> str:
    try:
        day: str = KEYS["date"].read(node.text)
    except ValueError as expected:
        refuse(node, f"{name} cannot be {_what(node)}", f"give {expected}")
    return day


def _what(node: Node) -> str:
    if node.text is not None:
        return "empty" if node.is_empty or not node.text else brief(node.text)
    return "a list" if node.items is not None else "a mapping"
