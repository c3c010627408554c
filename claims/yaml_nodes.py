"""YAML as a tree of text with places, and nothing else.

A file from elsewhere must not build objects, nor grow in memory beyond what it holds. So
only the parser's events are looked at: tags are refused, aliases are few, depth and size
have limits, and a key stands once. Every node knows its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

import msgspec

LIMIT = 2**20
"""Bytes of a file. The parser takes about four seconds for as many."""
DEPTH = 10
ALIASES = 8
_OTHER = re.compile(r"(?:~|null|true|false|[-+]?[\d._,]*\d[\d._,]*(?:e[-+]?\d+)?|[-+]?\.inf|\.nan)?", re.IGNORECASE)
"""Plain words that YAML takes for nothing, a number or a truth value."""
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class NodeError(ValueError):
    """What is wrong, where in the file as ":line:column", what to do."""

    def __init__(self, what: str, where: str, do: str) -> None:
        super().__init__(what, where, do)
        self.what, self.where, self.do = what, where, do


class Node(msgspec.Struct):
    """A scalar, a list or a mapping, with the place where it begins."""

    place: str
    """":line:column", both from 1."""
    text: str | None = None
    """Of a scalar; None for the others."""
    plain: bool = False
    """Whether a scalar stands without quotes, so that YAML may see more in it than text."""
    items: list[Node] | None = None
    pairs: dict[str, tuple[Node, Node]] | None = None
    """Key to the node of the key and that of its value."""

    @property
    def is_text(self) -> bool:
        """Whether it is a scalar that YAML takes for text."""
        return self.text is not None and not (self.plain and _OTHER.fullmatch(self.text))

    @property
    def is_empty(self) -> bool:
        return self.plain and (self.text or "").lower() in ("", "~", "null")


def parse(text: str) -> Node | None:
    """The tree of one YAML document, None for an empty one; raises `NodeError`."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    reached = [":1:1"]
    try:
        return _document(_followed(YAML(typ="safe", pure=True).parse(text), reached))
    except NodeError:
        raise
    except (YAMLError, ValueError, OverflowError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        where = getattr(error, "position", None)
        what = str(getattr(error, "problem", None) or getattr(error, "context", None) or "")
        if mark is not None:
            place = f":{mark.line + 1}:{mark.column + 1}"
        elif isinstance(where, int):
            before = text[:where]
            place = f":{before.count(chr(10)) + 1}:{where - before.rfind(chr(10))}"
            what = "a character that cannot be shown"
        else:
            place, what = reached[0], what or "an escape that stands for no character"
        raise NodeError(f"is not YAML: {what}", place, "mend it") from None


def _followed(events: Iterable[Any], reached: list[str]) -> Iterator[Any]:
    """The same events; `reached` holds where the last one ended, for errors that do not know their place."""
    for event in events:
        reached[0] = f":{event.end_mark.line + 1}:{event.end_mark.column + 1}"
        yield event


class _Level:
    """A list or a mapping that is not complete yet."""

    def __init__(self, node: Node, anchor: str | None) -> None:
        self.node, self.anchor = node, anchor
        self.key: Node | None = None

    def add(self, node: Node) -> None:
        if self.node.items is not None:
            self.node.items.append(node)
        elif self.key is not None:
            assert self.node.pairs is not None and self.key.text is not None
            self.node.pairs[self.key.text] = (self.key, node)
            self.key = None
        elif node.text is None:
            raise NodeError("a key must be a word", node.place, "write key: value")
        else:
            assert self.node.pairs is not None
            if node.text in self.node.pairs:
                line = self.node.pairs[node.text][0].place.split(":")[1]
                what = f"key {brief(node.text)} stands twice"
                raise NodeError(what, node.place, f"keep one; it is on line {line} too")
            self.key = node


def _document(events: Iterator[Any]) -> Node | None:
    root = _Level(Node("", items=[]), None)
    levels = [root]
    anchors: dict[str, Node] = {}
    aliases = documents = 0
    for event in events:
        kind = type(event).__name__
        place = f":{event.start_mark.line + 1}:{event.start_mark.column + 1}"
        if kind == "DocumentStartEvent":
            documents += 1
            if documents > 1:
                raise NodeError("holds a second YAML document", place, "keep one")
        if getattr(event, "tag", None) is not None and kind != "DocumentStartEvent":
            raise NodeError(f"tag {brief(str(event.tag))} is not allowed", place, "write plain text")
        if kind == "AliasEvent":
            aliases += 1
            if aliases > ALIASES:
                raise NodeError(f"more than {ALIASES} aliases", place, "write out what they stand for")
            if event.anchor not in anchors:
                raise NodeError(f"alias {brief(event.anchor)} stands for nothing", place, "write out what is meant")
            levels[-1].add(anchors[event.anchor])
        elif kind == "ScalarEvent":
            if _UNSHOWN.search(event.value):
                raise NodeError("holds a character that cannot be shown", place, "leave it out")
            node = Node(place, text=event.value, plain=event.style is None and event.implicit[0])
            if event.anchor:
                anchors[event.anchor] = node
            levels[-1].add(node)
        elif kind in ("SequenceStartEvent", "MappingStartEvent"):
            if len(levels) > DEPTH:
                raise NodeError(f"nested more than {DEPTH} deep", place, "write it flat")
            node = Node(place, items=[]) if kind == "SequenceStartEvent" else Node(place, pairs={})
            levels.append(_Level(node, event.anchor))
        elif kind in ("SequenceEndEvent", "MappingEndEvent"):
            level = levels.pop()
            if level.anchor:
                anchors[level.anchor] = level.node
            levels[-1].add(level.node)
    return root.node.items[0] if root.node.items else None


def refuse(node: Node, what: str, do: str) -> NoReturn:
    """Raise `NodeError` at the place of a node."""
    raise NodeError(what, node.place, do)


def brief(text: str) -> str:
    """A word of the file, quoted for a message, shortened where it is long."""
    return repr(text if len(text) <= 40 else text[:39] + "…")
