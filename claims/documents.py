"""From a source to what it claims: load, read, extract."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

import msgspec

from claims.configuration import LANGUAGES, Settings
from claims.model import Ledger
from claims.processes import in_order
from claims.sources import Source, SourceError, load

_Wanted = tuple[str | int, Source, Settings]
"""Name or id to list under, what to read, and how."""
LOST = "the process that read it ended early, perhaps for want of memory; try again with --jobs 1"


class DocumentError(Exception):
    """A document that could not be read; the text says what is wrong and what to do."""


class Row(msgspec.Struct, frozen=True):
    """One text of a JSON Lines file."""

    id: str | int
    text: str
    lang: str = "auto"


class Listing(msgspec.Struct, frozen=True):
    """The claims of one document or row, or why there are none."""

    name: str | int
    """The document's name or the row's id; for a row that cannot be read, file and line."""
    ledger: Ledger | None = None
    """None when it could not be read."""
    problem: str = ""
    """What is wrong then, and what to do."""


def ledger_of(source: Source, settings: Settings) -> Ledger:
    """The claims of one document; raises `DocumentError` when it cannot be read."""
    from claims.extract import extract
    from claims.readers import Unreadable, read, read_text

    try:
        if source.text is not None:
            draft = read_text(source.text, source.name, language=settings.language)
        else:
            data = load(source, settings.max_size)
            draft = read(data, source.name, language=settings.language, encoding=settings.encoding)
    except (SourceError, Unreadable) as error:
        raise DocumentError(str(error)) from None
    return extract(draft, date=settings.date)


def listings(sources: Sequence[Source], settings: Settings) -> Iterator[Listing]:
    """The claims of each document, in order; a `.jsonl` source gives a listing for each row."""
    wanted: list[_Wanted] = []
    for source in sources:
        if source.name.lower().endswith(".jsonl"):
            wanted.extend(_rows(source, settings))
        else:
            wanted.append((source.name, source, settings))
    return in_order(_listing, wanted, settings.jobs, _lost)


def fault(error: BaseException) -> str:
    """An error of crossfoot's own, short enough for a report and exact enough to be mended."""
    import traceback

    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(last.filename)}:{last.lineno}"
    return f"crossfoot failed on it ({type(error).__name__}: {error}, in {place}); please report this"


def _rows(source: Source, settings: Settings) -> Iterator[_Wanted]:
    """Id, text and language of each row {"id", "text"[, "lang"]}; blank lines are passed over."""
    try:
        data = load(source, settings.max_size)
    except SourceError as error:
        yield source.name, Source(source.name, problem=str(error)), settings
        return
    decoder = msgspec.json.Decoder(Row)
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        name = f"{source.name}:{number}"
        try:
            row = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
            problem = f'not a row ({error}); write {{"id": "...", "text": "..."}} in UTF-8 on one line'
            yield name, Source(name, problem=problem), settings
        else:
            language = row.lang if row.lang in LANGUAGES else settings.language
            own = msgspec.structs.replace(settings, language=language)
            yield row.id, Source(f"{name}.txt", text=row.text), own


def _listing(wanted: _Wanted) -> Listing:
    name, source, settings = wanted
    try:
        return Listing(name, ledger_of(source, settings))
    except DocumentError as error:
        return Listing(name, problem=str(error))
    except Exception as error:
        return Listing(name, problem=fault(error))


def _lost(wanted: _Wanted) -> Listing:
    return Listing(wanted[0], problem=LOST)
