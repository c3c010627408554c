"""One document reviewed, whatever happens to it.

A fault in one document, even one of crossfoot's own, must not keep the others from being
checked, and must never let its document look clean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from checks import Review, Unusable, names
from claims.configuration import ConfigurationError, Settings, similar
from claims.documents import LOST, DocumentError, Reading, fault, reading_of, unsure
from claims.ledger import Records, Shared
from claims.processes import in_order
from claims.sources import Source

_Wanted = tuple[Source, Records | None]
"""What to read, and its records when the run has one file of them."""


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


def review(source: Source, settings: Settings, selected: tuple[str, ...], records: Records | None = None) -> Review:
    """What the selected checks say of one document; without `records` those beside it are used."""
    from checks._judging.doubt import doubted
    from checks._judging.examine import examine

    try:
        reading = reading_of(source, settings, records)
        found = examine(reading.ledger, selected)
        spans = sorted({span for finding in found.findings for span in finding.spans})
        found = doubted(found, unsure(source, settings, reading.ledger.draft, spans))
        return decided(found, reading, whole=set(selected) == set(names()))
    except (DocumentError, Unusable) as error:
        return Review(path=source.name, status="unreadable", reason=str(error))
    except (MemoryError, Exception) as error:
        return Review(path=source.name, status="unreadable", reason=fault(error))


def decided(review: Review, reading: Reading, whole: bool) -> Review:
    """The review with findings dismissed as the records say, and with what in them is stale.

    Only when the `whole` of the checks ran can it be told that a finding is no more.
    """
    decisions = {decision.finding: decision for decision in reading.records.decisions}
    if not decisions and not reading.unused:
        return review
    findings = []
    for finding in review.findings:
        decision = decisions.get(finding.fingerprint)
        if decision is not None and decision.status == "dismissed":
            finding = msgspec.structs.replace(finding, status="dismissed", reason=decision.reason)
        findings.append(finding)
    there = {finding.fingerprint for finding in findings} if whole else set(decisions)
    stale = [
        f"{decision.place}: stale: {review.path} has no finding {decision.finding} any more"
        for decision in decisions.values()
        if decision.finding not in there
    ]
    stale += [
        f"{entry.place}: stale: {review.path} has no figure {entry.quote!r} there any more" for entry in reading.unused
    ]
    coverage = msgspec.structs.replace(review.coverage, stale=tuple(stale))
    return msgspec.structs.replace(review, findings=tuple(findings), coverage=coverage)


def reviews(
    sources: Sequence[Source], settings: Settings, selected: tuple[str, ...], shared: Shared | None = None
) -> Iterator[Review]:
    """A review of each source, in order, by as many processes as the settings say.

    `shared` is the file of `--ledger`; raises `LedgerError` as `Shared.of` does.
    """
    given = shared.of(sources) if shared else [None] * len(sources)
    work = partial(_review, settings=settings, selected=selected)
    return in_order(work, list(zip(sources, given, strict=True)), settings.jobs, _lost)


def _review(wanted: _Wanted, settings: Settings, selected: tuple[str, ...]) -> Review:
    return review(wanted[0], settings, selected, wanted[1])


def _lost(wanted: _Wanted) -> Review:
    return Review(path=wanted[0].name, status="unreadable", reason=LOST)
