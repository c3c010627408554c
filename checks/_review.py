"""One document reviewed, whatever happens to it.

A fault in one document, even one of crossfoot's own, must not keep the others from being
checked, and must never let its document look clean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from checks import Review, names
from claims.configuration import ConfigurationError, Settings, similar
from claims.documents import LOST, DocumentError, fault, ledger_of
from claims.processes import in_order
from claims.sources import Source


def selection(settings: Settings) -> tuple[str, ...]:
    """Names of the checks to run; raises `ConfigurationError` for one that does not exist."""
    known = names()
    for option, given in (("select", settings.select or ()), ("ignore", settings.ignore)):
        for name in given:
            if name not in known:
                raise ConfigurationError(f"no check is called {name!r}", f"--{option}", similar(name, known))
    selected = known if settings.select is None else settings.select
    left = tuple(name for name in known if name in selected and name not in settings.ignore)
    if known and not left:
        raise ConfigurationError("no check is left to run", "--ignore", "select one that is not ignored")
    return left


def review(source: Source, settings: Settings, selected: tuple[str, ...]) -> Review:
    """What the selected checks say of one document."""
    from checks._examine import examine

    try:
        return examine(ledger_of(source, settings), selected)
    except DocumentError as error:
        return Review(path=source.name, status="unreadable", reason=str(error))
    except (MemoryError, Exception) as error:
        return Review(path=source.name, status="unreadable", reason=fault(error))


def reviews(sources: Sequence[Source], settings: Settings, selected: tuple[str, ...]) -> Iterator[Review]:
    """A review of each source, in order, by as many processes as the settings say."""
    work = partial(review, settings=settings, selected=selected)
    return in_order(work, sources, settings.jobs, _lost)


def _lost(source: Source) -> Review:
    return Review(path=source.name, status="unreadable", reason=LOST)
