"""One module per format. Each sees reviews and the records, and returns text or a copy of the draft.

A format is a module of this package with a function `render(reviews, ...)`; its name is the
format's. `SUFFIXES` in it names the file suffixes that ask for it, when that is not its own
name alone. So a new format is one new file. Options it does not know it passes over.

A module with a function `mark(data, review)` instead makes a copy of one draft, in the draft's
own format, with its findings in their places. Its `SUFFIXES` are those of the drafts that it can
mark, with ".reviewed" before them: ".reviewed.docx" for a ".docx".
"""

from __future__ import annotations

import pkgutil
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from checks import Review

    VERSION: str
    SUFFIXES: Mapping[str, str]

COPY = ".reviewed"
"""What stands before the suffix of a draft in the name of its marked copy."""


class Unmarkable(ValueError):
    """A draft that cannot be marked; the text says what is wrong and what to do."""


def render(format: str, reviews: Sequence[Review], **options: Any) -> str:
    """The report of `reviews` in one format; the same reviews and options give the same text.

    Options: `version` of the tool to name, `fail_on` (JUnit), `color` and `width` (text).
    Raises `ValueError` for a format that there is none of.
    """
    found = _renderer(format) if format in _modules() else None
    if found is None:
        raise ValueError(f"no report format is called {format!r}; there are {', '.join(formats())}")
    return found(reviews, **options)


@cache
def formats() -> tuple[str, ...]:
    """Names of all formats, sorted."""
    return tuple(name for name in _modules() if _renderer(name))


@cache
def suffixes() -> Mapping[str, str]:
    """File suffixes, with their dots, to the format that each asks for."""
    return dict(sorted((suffix, name) for name in formats() for suffix in _suffixes(name)))


def mark(suffix: str, data: bytes, review: Review) -> bytes:
    """A copy of the draft whose file is `data`, with the open findings of its review in their places.

    `suffix` is one of `copies()`, and `data` the very bytes that were reviewed. The same review
    gives the same bytes. Raises `Unmarkable`.
    """
    found = _function(copies()[suffix], "mark", "data")
    assert found is not None
    return cast(bytes, found(data, review))


@cache
def copies() -> Mapping[str, str]:
    """Suffixes of marked copies, such as ".reviewed.docx", to the module that makes each."""
    names = (name for name in _modules() if _function(name, "mark", "data"))
    return dict(sorted((suffix, name) for name in names for suffix in _suffixes(name)))


@cache
def version() -> str:
    """The version of this copy: what its own `pyproject.toml` says in a clone, else what is installed."""
    project = Path(__file__).resolve().parent.parent / "pyproject.toml"
    if project.is_file():
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
    from importlib import metadata

    try:
        return metadata.version("crossfoot")
    except metadata.PackageNotFoundError:
        return "0"


def __getattr__(name: str) -> Any:
    """`VERSION` and `SUFFIXES`, looked up only when they are asked for, as both read files."""
    if name == "VERSION":
        return version()
    if name == "SUFFIXES":
        return suffixes()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _modules() -> Iterator[str]:
    return (module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))


def _renderer(name: str) -> Callable[..., str] | None:
    """The `render` of a module when it is one of reviews."""
    return _function(name, "render", "reviews")


def _function(name: str, called: str, first: str) -> Callable[..., Any] | None:
    """A function of a module, when its first parameter has that name."""
    found = getattr(import_module(f"{__name__}.{name}"), called, None)
    if found is None or found.__code__.co_varnames[:1] != (first,):
        return None
    return cast(Callable[..., Any], found)


def _suffixes(name: str) -> tuple[str, ...]:
    return cast(tuple[str, ...], getattr(import_module(f"{__name__}.{name}"), "SUFFIXES", (f".{name}",)))
