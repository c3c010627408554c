"""From a source to what it claims: load, read, extract."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence

import msgspec

from claims.configuration import LANGUAGES, Settings
from claims.declared import Ambiguous, Entry, applied
from claims.draft import Draft
from claims.ledger import LedgerError, Records, Shared, decoded, own
from claims.model import Ledger
from claims.processes import in_order
from claims.sources import LEDGER_SUFFIX, Source, SourceError, load

_Wanted = tuple[str | int, Source, Settings, Records | None]
"""Name or id to list under, what to read, how, and the records of `--ledger` if that is given."""
MANY = 50_000
"""Claims of documents that have been listed, after which what is left of them is searched for garbage."""
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


class Reading(msgspec.Struct, frozen=True):
    """A document's claims, and what its record file says."""

    ledger: Ledger
    """As the record file says that it is."""
    records: Records
    unused: tuple[Entry, ...] = ()
    """Entries of the record file that fit no figure any more."""


def reading_of(source: Source, settings: Settings, records: Records | None = None) -> Reading:
    """One document read with its records, those in the file beside it when None are given.

    Raises `DocumentError` when the document or the file beside it cannot be read.
    """
    from claims.extract import extract
    from claims.readers import Unreadable, read, read_text

    if source.name.endswith(LEDGER_SUFFIX):
        return _record_set(source, settings)
    try:
        if source.text is not None:
            draft = read_text(source.text, source.name, language=settings.language)
        else:
            data = load(source, settings.max_size)
            draft = read(data, source.name, language=settings.language, encoding=settings.encoding)
    except (SourceError, Unreadable) as error:
        raise DocumentError(str(error)) from None
    if records is None:
        try:
            records = own(source)
        except LedgerError as error:
            raise DocumentError(str(error)) from None
    ledger = extract(draft, date=settings.date or records.date)
    if records.date and not settings.date:
        ledger = msgspec.structs.replace(ledger, date_source="ledger")
    try:
        found = applied(ledger, records.entries)
    except Ambiguous as error:
        raise DocumentError(str(error)) from None
    return Reading(msgspec.structs.replace(found.ledger, rules=records.rules), records, found.unused)


def unsure(source: Source, settings: Settings, draft: Draft, spans: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those of the spans of a draft's text that another look at its file reads otherwise.

    Text is read in one way only; files of other kinds are looked at again where their reader can.
    """
    from importlib import import_module

    from claims.readers import BINARY

    name = BINARY.get(os.path.splitext(source.name)[1].lower())
    look = getattr(import_module(f"claims.readers.{name}"), "unsure", None) if name and spans else None
    if look is None:
        return set()
    try:
        found: set[tuple[int, int]] = look(load(source, settings.max_size), draft, spans)
    except SourceError:
        return set()  # it was there a moment ago
    return found


def _record_set(source: Source, settings: Settings) -> Reading:
    """A record file that is a document of its own."""
    from claims.record_set import record_set

    try:
        text = source.text if source.text is not None else decoded(load(source, settings.max_size), source.name)
        return Reading(*record_set(text, source.name, settings.language, settings.date))
    except (SourceError, LedgerError) as error:
        raise DocumentError(str(error)) from None


def listings(sources: Sequence[Source], settings: Settings, shared: Shared | None = None) -> Iterator[Listing]:
    """The claims of each document, in order; a `.jsonl` source gives a listing for each row.

    `shared` is the file of `--ledger`; raises `LedgerError` as `Shared.of` does.
    """
    wanted: list[_Wanted] = []
    given = shared.of(sources) if shared else [None] * len(sources)
    for source, records in zip(sources, given, strict=True):
        if source.name.lower().endswith(".jsonl"):
            wanted.extend(_rows(source, settings))
        else:
            wanted.append((source.name, source, settings, records))
    return _tidied(in_order(_listing, wanted, settings.jobs, _lost))


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
        yield source.name, Source(source.name, problem=str(error)), settings, None
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
            yield name, Source(name, problem=problem), settings, None
        else:
            language = row.lang if row.lang in LANGUAGES else settings.language
            chosen = msgspec.structs.replace(settings, language=language)
            yield row.id, Source(f"{name}.txt", text=row.text), chosen, None


def _tidied(found: Iterator[Listing]) -> Iterator[Listing]:
    """The same, with a search for garbage after `MANY` claims instead of whenever much has been made.

    While a long draft is listed nearly all that there is is in use, and going through it takes
    as long as writing its rows; once it has been listed there is hardly anything to go through.
    """
    searched, claims = gc.isenabled(), 0
    gc.disable()
    try:
        for listing in found:
            claims += len(listing.ledger.claims) if listing.ledger else 0
            yield listing
            del listing
            if claims >= MANY:
                claims = 0
                gc.collect()
    finally:
        if searched:
            gc.enable()


def _listing(wanted: _Wanted) -> Listing:
    name, source, settings, records = wanted
    try:
        return Listing(name, reading_of(source, settings, records).ledger)
    except DocumentError as error:
        return Listing(name, problem=str(error))
    except Exception as error:
        return Listing(name, problem=fault(error))


def _lost(wanted: _Wanted) -> Listing:
    return Listing(wanted[0], problem=LOST)
