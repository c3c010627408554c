#!/usr/bin/env python3
"""Check that the figures of an article agree with each other.

The command line: options, the files to read, the reports to write, the exit status. The
work is done by `claims`, `checks` and `reports`, which are imported as they are needed.
"""

from __future__ import annotations

import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__))]  # so that the same imports hold in a clone and installed

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from checks import Review
    from claims.configuration import Settings
    from claims.ledger import Shared
    from claims.sources import Source

CHECKED, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses; `FAILED` wins over `FOUND`, as what was not checked must not look clean."""

PAGES = Path(__file__).resolve().parent / "docs" / "checks"
STREAMS = ("text", "json", "github", "sarif", "junit", "markdown", "none")
LISTINGS = ("text", "yaml", "csv", "json", "jsonl")
LISTING_SUFFIXES = {".txt": "text", ".yaml": "yaml", ".yml": "yaml", ".csv": "csv", ".json": "json", ".jsonl": "jsonl"}

Command = TypeVar("Command", bound=Callable[..., Any])


class Failure(Exception):
    """Why the run cannot go on, for the user to read; the exit status is `FAILED`."""


class Crossfoot(click.Group):
    """Commands, of which `check` may be left out."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args:
            click.echo(self.get_help(ctx), err=True)
            ctx.exit(FAILED)
        if args[0] not in self.commands and args[0] not in ("-h", "--help", "--version"):
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, then the options of the main one, as they are what is looked for."""
        self.format_commands(ctx, formatter)
        params = (*self.commands["check"].params, *self.get_params(ctx))
        with formatter.section("Options"):
            formatter.write_dl(
                [
                    record
                    for param in params
                    if isinstance(param, click.Option) and (record := param.get_help_record(ctx))
                ]
            )


def reading(command: Command) -> Command:
    """Options of every command that reads documents."""
    options = (
        click.option("--lang", metavar="LANG", help="Language of the drafts: auto (default), zh or en."),
        click.option("--date", metavar="YYYY-MM-DD", help='Day from which "last year" is counted.'),
        click.option("--ledger", metavar="FILE", help="Decisions, instead of the .claims.yaml beside each draft."),
        click.option("--encoding", metavar="NAME", help="Charset of the drafts, when it cannot be found."),
        click.option("--max-size", metavar="BYTES", help="Largest draft to read, such as 64M (default)."),
        click.option("--exclude", metavar="PATTERN", multiple=True, help="Leave these out of folders; repeatable."),
        click.option("--stdin-name", metavar="NAME", help="Name of the draft on standard input, for PATH -."),
        click.option("--config", metavar="FILE", help="Settings, instead of the nearest crossfoot.toml or pyproject."),
        click.option("--jobs", metavar="N", help="Processes to use; 0 for one for each processor."),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors on standard error."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def version(context: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        import reports

        click.echo(f"crossfoot {reports.version()}")
        context.exit()


@click.group(
    cls=Crossfoot,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="[check] PATH... | COMMAND ...",
    epilog="Exit status: 0 nothing found, 1 findings, 2 something could not be checked, 130 interrupted.",
)
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=version, help="Show the version.")
def crossfoot() -> None:
    """Check that the figures of an article agree with each other.

    PATH is a text or Markdown file, a folder of them, or - for standard input.
    """


@crossfoot.command(short_help="Check drafts; the word may be left out.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option("-o", "outputs", metavar="FILE", multiple=True, help="Write a report; the suffix names the format.")
@click.option("--format", "stream", type=click.Choice(STREAMS), default="text", help="Format on standard output.")
@click.option("--fail-on", metavar="LEVEL", help="What makes the status 1: error (default), warning, info, never.")
@click.option("--select", metavar="CHECK,...", multiple=True, help="Run these checks only.")
@click.option("--ignore", metavar="CHECK,...", multiple=True, help="Leave these checks out.")
@reading
def check(paths: tuple[str, ...], outputs: tuple[str, ...], stream: str, quiet: bool, **given: Any) -> int:
    """Check drafts and report what does not agree."""
    import reports
    from checks._judging.review import reviews, selection
    from reports._console import Progress, say, show

    settings = configured(paths, given)
    selected = selection(settings)
    marked = dict.fromkeys(reports.copies()) if outputs else {}
    formats = report_formats(
        outputs, {**reports.suffixes(), **{suffix: suffix for suffix in marked}} if outputs else {}
    )
    copies = [(path, suffix) for path, suffix in formats if suffix in marked]
    sources = collected(paths, settings, given["stdin_name"], quiet)
    spare_drafts(outputs, sources, settings.ledger)
    shared = shared_ledger(settings, sources)
    if copies:
        sources = (to_mark(copies, sources, settings),)
    progress = Progress(len(sources), quiet=quiet)
    done: list[Review] = []
    for review in reviews(sources, settings, selected, shared):
        done.append(review)
        progress.step(len(done))
    progress.end()
    for entry in () if quiet else (entry for review in done for entry in review.coverage.stale):
        say(entry)
    options = {"fail_on": settings.fail_on}
    status = outcome(done, settings.fail_on)
    texts = [(path, reports.render(format, done, **options)) for path, format in formats if format not in marked]
    if not written(texts, quiet):
        status = FAILED
    if copies and not marked_copies(copies, sources[0], done[0], quiet):
        status = FAILED
    if stream != "none":
        show(reports.render(stream, done, **options), stream)
    return status


@crossfoot.command(short_help="List every figure with what it was read as.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option(
    "-o", "outputs", metavar="FILE", multiple=True, help="Write to a file instead; the suffix names the format."
)
@click.option("--format", "stream", type=click.Choice(LISTINGS), default="text", help="Format on standard output.")
@reading
def claims(paths: tuple[str, ...], outputs: tuple[str, ...], stream: str, quiet: bool, **given: Any) -> int:
    """List the figures of drafts with what each was read as.

    A PATH ending in .jsonl is read as rows {"id", "text"[, "lang"]}.
    """
    from claims.documents import listings
    from reports import records
    from reports._console import say, show

    settings = configured(paths, given)
    formats = report_formats(outputs, LISTING_SUFFIXES)
    sources = collected(paths, settings, given["stdin_name"], quiet)
    spare_drafts(outputs, sources, settings.ledger)
    reading = listings(sources, settings, shared_ledger(settings, sources))
    status = CHECKED

    def read() -> Iterator[records.Listing]:
        nonlocal status
        for listing in reading:
            if listing.ledger is None:
                status = FAILED
                say(f"{listing.name}: {listing.problem}")
            else:
                yield listing.name, listing.ledger
            del listing

    # One listing is written as the documents are read, each forgotten for the next; several need them all.
    found = read() if len(formats) < 2 else list(read())
    if not written([(path, records.pieces(format, found)) for path, format in formats], quiet):
        status = FAILED
    if not formats:
        show(records.pieces(stream, found), stream)
    return status


def deciding(command: Command) -> Command:
    """Options of the commands that write decisions."""
    options = (
        click.option("--by", metavar="NAME", default="", help="Who decides; the name that git knows when left out."),
        click.option("--select", metavar="CHECK,...", multiple=True, help="Findings of these checks only."),
        click.option("--ignore", metavar="CHECK,...", multiple=True, help="No findings of these checks."),
    )
    for option in reversed(options):
        command = option(command)
    return reading(command)


@crossfoot.command(short_help="Write down that a finding is in order.")
@click.argument("fingerprint")
@click.argument("paths", metavar="[PATH...]", nargs=-1, type=click.Path())
@click.option("--reason", metavar="TEXT", required=True, help="Why, in words.")
@deciding
def dismiss(fingerprint: str, paths: tuple[str, ...], reason: str, by: str, **given: Any) -> int:
    """Dismiss the finding of that FINGERPRINT in the drafts of PATH, or of the folder that you are in.

    The decision goes into the record file beside the draft, or into that of --ledger.
    """
    return decide(paths, given, by, "dismissed", reason, fingerprint)


@crossfoot.command(short_help="Write down that a finding was seen and is true.")
@click.argument("fingerprint")
@click.argument("paths", metavar="[PATH...]", nargs=-1, type=click.Path())
@click.option("--reason", metavar="TEXT", required=True, help="Why, in words.")
@deciding
def confirm(fingerprint: str, paths: tuple[str, ...], reason: str, by: str, **given: Any) -> int:
    """Confirm the finding of that FINGERPRINT; it stays open until the figures are mended."""
    return decide(paths, given, by, "confirmed", reason, fingerprint)


@crossfoot.command(short_help="Dismiss all that is found today, to begin with a clean slate.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option("--reason", metavar="TEXT", default="Stood there when the checks were taken up.", help="Why, in words.")
@click.option("--fail-on", metavar="LEVEL", help="Dismiss what would fail: error (default), warning, info.")
@deciding
def baseline(paths: tuple[str, ...], reason: str, by: str, **given: Any) -> int:
    """Dismiss every open finding that would make a check of PATH fail, so that only new ones do."""
    return decide(paths, given, by, "dismissed", reason)


@crossfoot.command(short_help="List the checks.")
@click.option("--format", "stream", type=click.Choice(("text", "json")), default="text")
def checks(stream: str) -> int:
    """List every check with what it looks for."""
    from checks import discover
    from reports._console import show

    found = [(name, (module.__doc__ or "").strip().partition("\n")[0]) for name, module in discover()]
    if stream == "json":
        import json

        rows = [{"name": name, "summary": summary} for name, summary in found]
        show(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", "json")
    else:
        width = max((len(name) for name, _ in found), default=0)
        show("".join(f"{name:{width}}  {summary}\n" for name, summary in found))
    return CHECKED


@crossfoot.command(short_help="Print the page of a check.")
@click.argument("name", metavar="CHECK")
def explain(name: str) -> int:
    """Print what a check looks for, why, and with what examples."""
    from checks import names
    from claims.configuration import similar
    from reports._console import show

    if name not in names():
        raise Failure(f"no check is called {name!r}; {similar(name, names())}")
    show((PAGES / f"{name}.md").read_text(encoding="utf-8"))
    return CHECKED


def decide(
    paths: tuple[str, ...], given: dict[str, Any], by: str, status: str, reason: str, fingerprint: str = ""
) -> int:
    """Write decisions on the findings of that fingerprint, or on all that would make a check fail."""
    import checks._judging.deciding as deciding
    from claims.ledger import LedgerError
    from claims.writing import WriteError
    from reports._console import say, show

    paths = paths or (".",)
    settings = configured(paths, given)
    sources = collected(paths, settings, given["stdin_name"], given["quiet"])
    count, status_of_run = 0, CHECKED
    try:
        for done in deciding.decide(sources, settings, status, reason, by or deciding.writer(), fingerprint):
            if done.problem:
                status_of_run = FAILED
                say(f"{done.document}: {done.problem}")
            if done.count:
                count += done.count
                show(f"{done.path}: {done.count} {status} in {done.document}\n")
    except (LedgerError, WriteError) as error:
        raise Failure(str(error)) from None
    if fingerprint and not count:
        raise Failure(f"no finding {fingerprint!r} in {len(sources)} documents; check lists them with --format json")
    return status_of_run


def configured(paths: Sequence[str], given: dict[str, Any]) -> Settings:
    """The settings that hold for these paths; `given` are the options by parameter name."""
    from claims.configuration import KEYS, ConfigurationError, find, settings

    first = Path(paths[0]) if paths[0] != "-" else Path()
    options = {name: None if (value := given.get(name.replace("-", "_"))) == () else value for name in KEYS}
    try:
        return settings(options, Path(given["config"]) if given["config"] else find(first))
    except ConfigurationError as error:
        raise Failure(str(error)) from None


def collected(paths: Sequence[str], settings: Settings, stdin_name: str | None, quiet: bool) -> tuple[Source, ...]:
    """The documents to read; raises `Failure` when there are none at all."""
    from claims.sources import Walk
    from reports._console import say

    if "-" in paths and not stdin_name:
        raise Failure("standard input has no name; give it one with --stdin-name, such as --stdin-name draft.md")
    walk = Walk(exclude=settings.exclude, stdin_name=stdin_name or "", limit=settings.max_size)
    sources = walk.sources(paths)
    for note in walk.notes:
        if not quiet:
            say(note)
    if not sources:
        raise Failure("nothing to check; name a draft")
    return sources


def shared_ledger(settings: Settings, sources: Sequence[Source]) -> Shared | None:
    """The file of `--ledger`, None when each draft has its own; raises `Failure` when it cannot be used."""
    from claims.ledger import LedgerError, shared

    if not settings.ledger:
        return None
    try:
        found = shared(settings.ledger)
        found.of(sources)
    except LedgerError as error:
        raise Failure(f"--ledger: {error}") from None
    return found


def report_formats(outputs: Sequence[str], suffixes: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each report file with its format; refuses now what could not be written after the work."""
    formats: list[tuple[str, str]] = []
    if not outputs:
        return formats
    from claims.writing import WriteError, check_writable

    for path in outputs:
        name = os.path.basename(path).lower()
        suffix = max((suffix for suffix in suffixes if name.endswith(suffix)), key=len, default="")
        if not suffix:
            raise Failure(f"{path}: no format has this suffix; use one of {', '.join(sorted(suffixes))}")
        if any(os.path.realpath(path) == os.path.realpath(other) for other, _ in formats):
            raise Failure(f"{path}: given twice; name another file")
        try:
            check_writable(path)
        except WriteError as error:
            raise Failure(str(error)) from None
        formats.append((path, suffixes[suffix]))
    return formats


def spare_drafts(outputs: Sequence[str], sources: Iterable[Source], ledger: str) -> None:
    """Refuse to write a report over a document that is to be read, or over what people decided about one."""
    drafts = {os.path.realpath(source.path) for source in sources if source.path}
    for path in outputs:
        if os.path.realpath(path) in drafts:
            raise Failure(f"{path}: is one of the drafts; write the report elsewhere")
        given = ledger and os.path.realpath(path) == os.path.realpath(ledger)
        if given or (path.endswith(".claims.yaml") and os.path.lexists(path)):
            raise Failure(f"{path}: is a record file; write the listing elsewhere")


def to_mark(copies: Sequence[tuple[str, str]], sources: Sequence[Source], settings: Settings) -> Source:
    """The one draft that copies are to be made of, with its bytes, so that what is marked is what was read.

    Raises `Failure` when there are several drafts or it is of another kind.
    """
    import msgspec

    from claims.sources import SourceError, load
    from reports import COPY

    path, suffix = copies[0]
    if len(sources) > 1:
        raise Failure(f"{path}: a marked copy is of one draft, and there are {len(sources)}; name one draft")
    (source,) = sources
    for path, suffix in copies:
        wanted = suffix.removeprefix(COPY)
        if not source.name.lower().endswith(wanted):
            raise Failure(f"{path}: a copy of {source.name} cannot end so; only a {wanted} draft gives a {suffix}")
    try:
        return msgspec.structs.replace(source, data=load(source, settings.max_size))
    except SourceError:
        return source  # the review says why it cannot be read


def marked_copies(copies: Sequence[tuple[str, str]], source: Source, review: Review, quiet: bool) -> bool:
    """Write each copy of the draft with its findings marked; True when all of them are there."""
    import reports
    from claims.writing import WriteError, write
    from reports._console import say

    well = True
    for path, suffix in copies:
        try:
            if review.status != "checked" or source.data is None:
                raise reports.Unmarkable(f"{source.name} could not be checked")
            copy = reports.mark(suffix, source.data, review)
            if source.path and Path(source.path).read_bytes() != source.data:
                raise reports.Unmarkable(f"{source.name} was changed meanwhile; check it again")
            write(path, copy)
        except WriteError as error:
            well = False
            say(f"crossfoot: {error}")
        except (reports.Unmarkable, OSError) as error:
            well = False
            say(f"crossfoot: {path}: not written: {error}")
        else:
            if not quiet:
                say(f"{path} written")
    return well


def written(reports: Sequence[tuple[str, str | Iterable[str]]], quiet: bool) -> bool:
    """Write each report, whole or in pieces, to its file; True when all of them are there."""
    if not reports:
        return True
    from claims.writing import WriteError, write
    from reports._console import say

    well = True
    for path, report in reports:
        pieces = (report,) if isinstance(report, str) else report
        try:
            write(path, (piece.encode("utf-8", "backslashreplace") for piece in pieces))
        except WriteError as error:
            well = False
            say(f"crossfoot: {error}")
        else:
            if not quiet:
                say(f"{path} written")
    return well


def outcome(done: Iterable[Review], fail_on: str) -> int:
    """The exit status that reviews ask for."""
    from checks import SEVERITIES

    counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    status = CHECKED
    for review in done:
        if review.status != "checked":
            return FAILED
        if any(finding.severity in counted and finding.status == "open" for finding in review.findings):
            status = FOUND
    return status


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status. Says what is wrong instead of raising."""
    try:
        return int(crossfoot.main(arguments, standalone_mode=False) or CHECKED)
    except click.ClickException as error:
        error.show()
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except SystemExit:
        return CHECKED  # click leaves so when the reader of its help has gone away
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        complain(error)
    return FAILED


def complain(error: Exception) -> None:
    """One line for the user; a fault of our own also says where, for the report of it."""
    from claims.configuration import ConfigurationError
    from claims.documents import fault
    from reports._console import OutputError, say

    own = not isinstance(error, (Failure, ConfigurationError, OutputError))
    say(fault(error) if own else f"crossfoot: {error}")


if __name__ == "__main__":
    sys.exit(main())
