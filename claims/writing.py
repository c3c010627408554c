"""Files are written whole or not at all.

A report or a record file goes to a temporary file in the same folder, is flushed to the
disk, and takes the old one's place in one step. Whatever happens in between (a full disk,
a killed process, a power cut) the old file is still there and whole.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

_ADVICE = {
    errno.ENOENT: ("the folder does not exist", "make it or choose another"),
    errno.ENOTDIR: ("the folder does not exist", "make it or choose another"),
    errno.EISDIR: ("is a folder", "give the name of a file"),
    errno.EACCES: ("permission denied", "choose a folder that you may write to"),
    errno.EPERM: ("permission denied", "choose a folder that you may write to"),
    errno.EROFS: ("the folder is read-only", "choose a folder that you may write to"),
    errno.ENOSPC: ("the disk is full", "make room or choose another disk"),
    errno.EDQUOT: ("the quota is used up", "make room or choose another disk"),
    errno.ENAMETOOLONG: ("the name is too long", "choose a shorter one"),
}


class WriteError(OSError):
    """A file that was not written; what stood there before is as it was."""

    def __init__(self, path: str | os.PathLike[str], number: int | None, detail: str) -> None:
        what, do = _ADVICE.get(number or 0, (detail, "choose another name with -o"))
        super().__init__(f"{os.fspath(path)}: cannot be written: {what}; {do}")


def check_writable(path: str | os.PathLike[str]) -> None:
    """Refuse early what can be seen to fail: a folder in its place, or no folder to put it in.

    Raises `WriteError`. Called before a long run, so that its results are not lost.
    """
    place = Path(os.path.realpath(path))
    if place.is_dir():
        raise WriteError(path, errno.EISDIR, "")
    if not place.parent.is_dir():
        raise WriteError(path, errno.ENOENT, "")
    if not os.access(place.parent, os.W_OK):
        raise WriteError(path, errno.EACCES, "")


def write(path: str | os.PathLike[str], data: bytes | Iterable[bytes]) -> None:
    """Put `data`, whole or in pieces, at `path`, replacing a file there and keeping its mode.

    A link is followed, so that the file behind it is the one replaced. Raises `WriteError`,
    and whatever making the pieces raises; the old file is then as it was.
    """
    pieces = (data,) if isinstance(data, bytes) else data
    target = os.path.realpath(path)
    try:
        mode = _mode(target)
        if mode is None:
            with open(target, "wb") as device:
                device.writelines(pieces)
            return
        descriptor, temporary = tempfile.mkstemp(prefix=".crossfoot-", suffix=".tmp", dir=os.path.dirname(target))
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, mode)
            os.replace(temporary, target)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise WriteError(path, error.errno, error.strerror or str(error)) from None
    _settle(os.path.dirname(target))


def _mode(target: str) -> int | None:
    """Permissions for the new file: those of the old one, else what the user's mask leaves.

    None for a device or a pipe, which is written to and must not be replaced.
    """
    try:
        found = os.stat(target)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "permission denied")
    return stat.S_IMODE(found.st_mode) if stat.S_ISREG(found.st_mode) else None


def _settle(folder: str) -> None:
    """Make the new name last through a power cut, where folders can be flushed."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
