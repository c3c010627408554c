"""From a source to what it claims: load, read, extract."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from claims.configuration import LANGUAGES, Settings
from claims.model import Ledger
from claims.sources import Source, SourceError, load


class DocumentError(Exception):
    """A document that could not be read; the text says what is wrong and what to do."""


def ledger_of(source: Source, settings: Settings) -> Ledger:
    """The claims of one document; raises `DocumentError` when it cannot be read."""
    from claims.extract import extract
    from claims.readers import Unreadable, read

    try:
        data = load(source, settings.max_size)
        draft = read(data, source.name, language=settings.language, encoding=settings.encoding)
    except (SourceError, Unreadable) as error:
        raise DocumentError(str(error)) from None
    return extract(draft, date=settings.date)


def listings(sources: Sequence[Source], settings: Settings) -> Iterator[tuple[str | int, Ledger | DocumentError]]:
    """Name or row id and claims of each document, in order; a `.jsonl` source gives one for each row."""
    for source in sources:
        try:
            if source.name.lower().endswith(".jsonl"):
                yield from rows(source, settings)
            else:
                yield source.name, ledger_of(source, settings)
        except DocumentError as error:
            yield source.name, error


class Row(msgspec.Struct, frozen=True):
    """One text of a JSON Lines file."""

    id: str | int
    text: str
    lang: str = "auto"


def rows(source: Source, settings: Settings) -> Iterator[tuple[str | int, Ledger | DocumentError]]:
    """Id and claims of each row, in order, with an error in the place of a row that cannot be read.

    A row is {"id", "text"} and perhaps "lang"; blank lines are passed over. Raises
    `DocumentError` when the file itself cannot be read.
    """
    try:
        data = load(source, settings.max_size)
    except SourceError as error:
        raise DocumentError(str(error)) from None
    decoder = msgspec.json.Decoder(Row)
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        name = f"{source.name}:{number}"
        try:
            row = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield name, DocumentError(f'not a row ({error}); write {{"id": "...", "text": "..."}} on one line')
            continue
        language = row.lang if row.lang in LANGUAGES else "auto"
        own = msgspec.structs.replace(settings, language=language, encoding="utf-8")
        try:
            yield row.id, ledger_of(Source(f"{name}.txt", data=row.text.encode("utf-8", "surrogatepass")), own)
        except DocumentError as error:
            yield name, error
