"""Which documents a run looks at, and their bytes.

A folder stands for the readable files in it, in order of name. Nothing that was asked for
is dropped without a word: what cannot be read becomes a source with its problem.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

import msgspec

from claims.readers import BINARY, SUFFIXES

READABLE = tuple(sorted(SUFFIXES | BINARY))
"""Suffixes that a walk through a folder takes for drafts."""
LEDGER_SUFFIX = ".claims.yaml"
_COPIES = tuple(f".reviewed{suffix}" for suffix in BINARY)
"""How copies of drafts end in which findings are marked; a folder is not checked for them as well."""

_REASONS = {
    errno.ENOENT: "no such file; check the name",
    errno.ENOTDIR: "no such file; check the name",
    errno.EACCES: "permission denied; ask its owner for leave to read it",
    errno.EPERM: "permission denied; ask its owner for leave to read it",
    errno.ELOOP: "a link that leads in a circle; name the file itself",
    errno.ENAMETOOLONG: "the name is too long; check it",
    errno.EISDIR: "a folder; name it without a trailing part",
}


class Source(msgspec.Struct, frozen=True):
    """A document to read, before it is opened."""

    name: str
    """As the user gave it or as the walk found it; characters that no charset knows are escaped."""
    path: str = ""
    """Where it is; "" when `data` holds it already."""
    data: bytes | None = None
    """What standard input held."""
    text: str | None = None
    """A text that is decoded already, such as a row's."""
    problem: str = ""
    """Why there is nothing to read, and what to do; "" when there is."""


class SourceError(Exception):
    """Bytes that cannot be had; the text says why and what to do."""


class Walk:
    """Collects the sources that paths stand for.

    `exclude` holds shell patterns, matched with the path below the folder given and with the
    bare name. `stdin_name` names what "-" gives, of which no more
    than `limit` bytes are of use. `notes` fills with what was passed over and why.
    """

    def __init__(self, *, exclude: Sequence[str] = (), stdin_name: str = "", limit: int = 0) -> None:
        self.notes: list[str] = []
        self._exclude = tuple(exclude)
        self._stdin_name = stdin_name
        self._limit = limit
        self._seen: set[str] = set()
        self._sources: list[Source] = []

    def sources(self, paths: Iterable[str]) -> tuple[Source, ...]:
        """One for each document, in the order of `paths`; a document named twice comes once."""
        for path in paths:
            if path == "-":
                self._add_input()
            elif os.path.isdir(path):
                self._add_folder(path)
            elif _is_ledger(path):
                self.notes.append(f"{shown(path)}: the record file of the draft beside it, not a draft")
            else:
                self._add_file(path)
        return tuple(self._sources)

    def _add_input(self) -> None:
        if "-" not in self._seen:
            self._seen.add("-")
            data = sys.stdin.buffer.read(self._limit + 1) if sys.stdin else b""
            self._sources.append(Source(shown(self._stdin_name), data=data))

    def _add_file(self, path: str) -> bool:
        real = os.path.realpath(path)
        if real in self._seen:
            return False
        self._seen.add(real)
        self._sources.append(Source(shown(path), path))
        return True

    def _add_folder(self, folder: str) -> None:
        root = os.path.realpath(folder)
        files, links, closed = self._listed(folder)
        found = [path for path in files if self._add_file(path)]
        for path in links:
            if not _inside(path, root):
                self.notes.append(f"{shown(path)}: a link out of the folder, not followed")
            elif not os.path.isdir(path) and path.lower().endswith(READABLE) and self._add_file(path):
                found.append(path)
        # A link that was added late still takes its place in the order of names.
        count = len(found)
        if count:
            self._sources[-count:] = sorted(self._sources[-count:], key=lambda source: source.path)
        self._sources.extend(closed)
        if not files and not links and not closed:
            what = f"no readable file in this folder; drafts end in {', '.join(READABLE)}"
            self._sources.append(Source(shown(folder), folder, problem=what))

    def _listed(self, folder: str) -> tuple[list[str], list[str], list[Source]]:
        """Drafts and links under a folder, sorted, and the folders in it that will not open.

        Hidden entries are left out. An explicit stack, as folders may nest deeper than calls.
        """
        files: list[str] = []
        links: list[str] = []
        closed: list[Source] = []
        stack = [""]
        while stack:
            below = stack.pop()
            try:
                with os.scandir(os.path.join(folder, below)) as listing:
                    entries = list(listing)
            except OSError as error:
                path = os.path.join(folder, below)
                closed.append(Source(shown(path), path, problem=reason(error)))
                continue
            for entry in entries:
                relative = below + entry.name
                if entry.name.startswith(".") or self._excluded(relative, entry.name):
                    continue
                path = relative if folder == os.curdir else os.path.join(folder, relative)
                if entry.name.lower().endswith(_COPIES):
                    self.notes.append(f"{shown(path)}: a marked copy of a draft, not a draft")
                    continue
                draft = entry.name.lower().endswith(READABLE)
                draft = draft or (entry.name.endswith(LEDGER_SUFFIX) and not _is_ledger(path))
                if entry.is_symlink():
                    # Not `entry.is_dir()`, which raises for a link that leads in a circle.
                    if draft or os.path.isdir(path):
                        links.append(path)
                elif entry.is_dir():
                    stack.append(relative + os.sep)
                elif draft and entry.is_file():
                    files.append(path)
        return sorted(files), sorted(links), sorted(closed, key=lambda source: source.path)

    def _excluded(self, relative: str, name: str) -> bool:
        return any(fnmatchcase(relative, pattern) or fnmatchcase(name, pattern) for pattern in self._exclude)


def load(source: Source, limit: int) -> bytes:
    """The bytes of a source; raises `SourceError` when there are none or more than `limit`."""
    if source.problem:
        raise SourceError(source.problem)
    if source.data is not None:
        data = source.data
    else:
        try:
            with open(source.path, "rb") as file:
                # A pipe or a device tells its size only by ending, so one byte more is asked for.
                if stat.S_ISREG(os.fstat(file.fileno()).st_mode) and os.fstat(file.fileno()).st_size > limit:
                    raise SourceError(too_large(limit))
                data = file.read(limit + 1)
        except OSError as error:
            raise SourceError(reason(error)) from None
    if len(data) > limit:
        raise SourceError(too_large(limit))
    return data


def too_large(limit: int) -> str:
    return f"larger than {limit} bytes; allow more with --max-size"


def reason(error: OSError) -> str:
    """What to tell the user of a file that the system will not give."""
    return _REASONS.get(error.errno or 0, f"{error.strerror or error}; check the file")


def shown(path: str) -> str:
    """A path as text that every report can hold: bytes that are not UTF-8 stand as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _inside(path: str, root: str) -> bool:
    real = os.path.realpath(path)
    return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


def _is_ledger(path: str) -> bool:
    """Whether a file named one by one, as a shell's `*` does, is the record file of a draft."""
    if not path.endswith(LEDGER_SUFFIX):
        return False
    stem = path.removesuffix(LEDGER_SUFFIX)
    return any(os.path.isfile(stem + suffix) for suffix in ("", *READABLE))
