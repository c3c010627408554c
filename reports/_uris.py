"""Paths as other programmes want them."""

from __future__ import annotations

import os
import posixpath
from urllib.parse import quote


def tidy(path: str) -> str:
    """A path with forward slashes and without "./" and the like, as it is listed in a repository."""
    slashed = path.replace("\\", "/") if os.sep == "\\" else path
    return posixpath.normpath(slashed) if slashed else slashed


def uri(path: str) -> str:
    """A relative path as a relative URI reference, an absolute one as a file URI (RFC 3986, RFC 8089)."""
    try:  # not os.fsencode: a URI is UTF-8 whatever the locale
        name = tidy(path).encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        name = tidy(path).encode("utf-8", "replace")
    encoded = quote(name, safe="/")
    if encoded.startswith("/"):
        return f"file:///{encoded.lstrip('/')}"
    if os.name == "nt" and encoded[1:4] == "%3A":
        return f"file:///{encoded[0]}:{encoded[4:]}"
    return encoded
