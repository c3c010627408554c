"""How a run is set: defaults, a configuration file, the command line, in that order.

One table names each key, the field that it sets and how its value is read, so that an
option and its key in a file can never mean different things.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

LANGUAGES = ("auto", "zh", "en")
LEVELS = ("error", "warning", "info", "never")
FILE_NAME = "crossfoot.toml"
_SIZES = {"": 1, "K": 2**10, "M": 2**20, "G": 2**30}
_SIZE = re.compile(r"(\d{1,15})\s*([KMG]?)(?:i?B)?", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class ConfigurationError(ValueError):
    """A setting that cannot be used: what is wrong, where it stands, what to do."""

    def __init__(self, what: str, where: str, do: str) -> None:
        super().__init__(f"{where}: {what}; {do}")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a run may be told, with its defaults."""

    fail_on: str = "error"
    """Least severity that makes the exit status 1; one of `LEVELS`."""
    language: str = "auto"
    """One of `LANGUAGES`."""
    date: str = ""
    """Day from which "last year" is counted, ISO; "" to find it in the draft."""
    select: tuple[str, ...] | None = None
    """Checks to run, None for all."""
    ignore: tuple[str, ...] = ()
    """Checks to leave out of those."""
    ledger: str = ""
    """Record file to use instead of the one beside the draft; "" for that one."""
    jobs: int = 1
    """Processes to share the documents among; 0 for one for each processor."""
    exclude: tuple[str, ...] = ()
    """Shell patterns of files and folders that a walk leaves out."""
    encoding: str | None = None
    """Charset of the drafts, None to find it."""
    max_size: int = 64 * 2**20
    """Largest draft in bytes."""


def _one_of(choices: tuple[str, ...]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if isinstance(value, str) and value in choices:
            return value
        raise ValueError(f"one of {', '.join(choices)}")

    return read


def _day(value: object) -> str:
    """TOML has dates of its own, so `date = 2024-05-01` and `"2024-05-01"` both hold."""
    text = value.isoformat() if type(value) is date else value
    if isinstance(text, str) and _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            pass
    raise ValueError("a day of the calendar, YYYY-MM-DD")


def _words(value: object) -> tuple[str, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    if isinstance(parts, (list, tuple)) and all(isinstance(part, str) for part in parts):
        return tuple(word.strip() for part in parts for word in part.split(",") if word.strip())
    raise ValueError("a list of names")


def _patterns(value: object) -> tuple[str, ...]:
    parts = [value] if isinstance(value, str) else value
    if isinstance(parts, (list, tuple)) and all(isinstance(part, str) and part for part in parts):
        return tuple(parts)
    raise ValueError("a list of patterns")


def _count(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"\d{1,4}", value):
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10_000:
        return value
    raise ValueError("a whole number, 0 for one for each processor")


def _size(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    if isinstance(value, str) and (match := _SIZE.fullmatch(value.strip())) and int(match[1]):
        return int(match[1]) * _SIZES[match[2].upper()]
    raise ValueError("a number of bytes, such as 500K, 64M or 2G")


def _charset(value: object) -> str:
    if isinstance(value, str) and value:
        try:
            "a".encode(value)  # refuses base64 and the like, which are no charsets
        except (LookupError, ValueError):
            pass
        else:
            return value
    raise ValueError("a charset such as utf-8, gb18030 or big5")


def _file(value: object) -> str:
    if isinstance(value, str) and value:
        return value
    raise ValueError("the name of a file")


class Key(NamedTuple):
    """A key of the configuration file and the option of the same name."""

    field: str
    """The field of `Settings` that it sets."""
    read: Callable[[object], Any]
    """From what stands in TOML or on the command line; raises `ValueError` with what it expects."""


KEYS: dict[str, Key] = {
    "fail-on": Key("fail_on", _one_of(LEVELS)),
    "lang": Key("language", _one_of(LANGUAGES)),
    "date": Key("date", _day),
    "select": Key("select", _words),
    "ignore": Key("ignore", _words),
    "ledger": Key("ledger", _file),
    "jobs": Key("jobs", _count),
    "exclude": Key("exclude", _patterns),
    "encoding": Key("encoding", _charset),
    "max-size": Key("max_size", _size),
}


def similar(word: str, known: tuple[str, ...]) -> str:
    """What was probably meant, as advice for a message: "did you mean ...?" or the choices."""
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean {close[0]}?" if close else f"choose from {', '.join(known)}"


def settings(given: Mapping[str, object], file: Path | None = None) -> Settings:
    """What a run is told: `given` on the command line, over what `file` says, over the defaults.

    `given` maps keys to values, None for those that were not given. Raises
    `ConfigurationError`; a file that is missing or is not TOML is one too.
    """
    fields: dict[str, Any] = _from_file(file) if file else {}
    for name, value in given.items():
        if value is not None:
            key = KEYS[name]
            try:
                fields[key.field] = key.read(value)
            except ValueError as expected:
                raise ConfigurationError(f"{value!r} cannot be used", f"--{name}", f"give {expected}") from None
    return Settings(**fields)


def find(start: Path) -> Path | None:
    """The nearest configuration file in `start` or in a folder above it.

    A `pyproject.toml` counts only when it speaks of crossfoot, as other tools hold it.
    """
    folder = start if start.is_dir() else start.parent
    folder = folder.resolve()
    for place in (folder, *folder.parents):
        if (own := place / FILE_NAME).is_file():
            return own
        shared = place / "pyproject.toml"
        try:
            if shared.is_file() and b"tool.crossfoot" in shared.read_bytes():
                return shared
        except OSError:
            continue
    return None


def _from_file(path: Path) -> dict[str, Any]:
    import tomllib

    shared = path.name == "pyproject.toml"
    try:
        text = path.read_text(encoding="utf-8-sig")
        table: object = tomllib.loads(text + "\n")  # so that a fault at the very end has a line too
    except OSError as error:
        raise ConfigurationError(
            f"cannot be read ({error.strerror})", str(path), "name another with --config"
        ) from None
    except UnicodeDecodeError as error:
        raise ConfigurationError("is not UTF-8", f"{path}: byte {error.start}", "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"is not TOML: {error}", str(path), "mend it or name another with --config") from None
    except RecursionError:
        raise ConfigurationError("is nested too deeply", str(path), "write each key on a line of its own") from None
    if shared:
        for name in ("tool", "crossfoot"):
            table = table.get(name, {}) if isinstance(table, dict) else {}
    if not isinstance(table, dict):
        raise ConfigurationError("tool.crossfoot is not a table", str(path), "write [tool.crossfoot]")
    fields = {}
    for name, value in table.items():
        where = f"{path}{_position(text, name, 'tool.crossfoot' if shared else '')}"
        if name not in KEYS:
            raise ConfigurationError(f"unknown key {name!r}", where, similar(name, tuple(KEYS)))
        key = KEYS[name]
        try:
            fields[key.field] = key.read(value)
        except ValueError as expected:
            raise ConfigurationError(f"{name} cannot be {value!r}", where, f"give {expected}") from None
    if ledger := fields.get("ledger"):
        fields["ledger"] = str(path.parent / ledger)
    return fields


def _position(text: str, key: str, table: str) -> str:
    """`:line:column` of a key of `table` in TOML text, "" when it is written in an unusual way.

    The standard reader gives values without positions. Other tables are passed over, as
    other tools have keys such as `select` too.
    """
    plain = re.compile(rf"""\s*["']?({re.escape(key)})["']?\s*[=.]""")
    header = re.compile(rf"\s*\[+\s*([^\]]*?({re.escape(key)})?)\s*\]+")
    current = ""
    for number, line in enumerate(text.splitlines(), 1):
        if match := header.match(line):
            current = match[1]
            column = match.start(2) if current == (f"{table}.{key}" if table else key) else -1
        else:
            match = plain.match(line) if current == table else None
            column = match.start(1) if match else -1
        if column >= 0:
            return f":{number}:{column + 1}"
    return ""
