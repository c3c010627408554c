"""Bytes to text: decoded when the charset is certain, refused with the best guess when not.

A wrong guess would not look wrong: nearly every file decodes as GB18030, into other
characters and sometimes other digits. So a charset that does not name itself must win by a
clear margin over the others, on how common the characters are that it gives.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from claims.readers.frequent_characters import FREQUENT
from claims.readers.unreadable import Unreadable, byte_place

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, such as a Word or Excel file"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"RIFF", "a RIFF media file"),
    (b"\x7fELF", "a program (ELF)"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program (Mach-O)"),
    (b"MZ\x90\x00", "a program (Windows)"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"(\xb5/\xfd", "zstd-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
)
# These begin with letters that prose may begin with, so the rest must be binary as well.
_READABLE_MAGIC = (b"RIFF", b"BZh", b"ID3", b"OggS")

_CHINESE = ("gb18030", "big5hkscs", "cp950")
_ODD = re.compile("[\u0100-\u07ff]")
_SAMPLE = 1 << 20
_CERTAIN = 0.45
"""Share of frequent characters that settles it; right decodings reach 0.7, wrong ones 0.1."""
_CONTROL = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text without its byte order mark, and the name of the charset.

    `encoding` states the charset and ends all guessing. Raises `Unreadable` for binary data,
    for bytes that do not fit the charset, and when no charset is certain.
    """
    if encoding is not None:
        return _stated(data, encoding)
    if not data:
        return "", "utf-8"
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name, len(mark)), name
    _refuse_binary(data)
    wide = _wide(data)
    if wide is not None:
        return wide
    zero = data.find(b"\0")
    if zero >= 0:
        raise Unreadable("not text but binary data (a zero byte)", byte_place(data, zero), _CONVERT)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error)
    _refuse_controls(data)
    _refuse_chance(data, text)
    if b"\x1b$" in data or b"\x1b(" in data:
        raise Unreadable(
            "looks like ISO-2022, a charset with escape codes",
            byte_place(data, data.find(b"\x1b")),
            "state it with --encoding, such as --encoding iso2022_jp, or save the file as UTF-8",
        )
    return text, "utf-8"


_CONVERT = "convert it to plain text or Markdown in UTF-8"


def _stated(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        info = codecs.lookup(encoding)
        "".encode(encoding)  # a codec that is no charset, such as base64, is refused here
    except (LookupError, ValueError):
        raise Unreadable(
            f"unknown charset “{encoding}”", "", "name one such as utf-8, gb18030, big5, utf-16 or windows-1252"
        ) from None
    for mark, name in _MARKS:
        # The mark belongs to the charset, not to the text, also where the codec would keep it.
        if data.startswith(mark) and info.name in (name, name[:-3], name.replace("utf-8", "utf-8-sig")):
            return _strict(data[len(mark) :], name, len(mark)), name
    return _strict(data, info.name, 0), info.name


def _strict(data: bytes, name: str, offset: int) -> str:
    """Decoded, or `Unreadable` at the byte that does not fit; `offset` is what was cut before."""
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        at = error.start if isinstance(error.start, int) else 0
        raise Unreadable(
            f"not {name.upper()}: {error.reason}",
            f"byte {at + offset}" if name.startswith(("utf-16", "utf-32")) else byte_place(data, at),
            "state the right charset with --encoding, or save the file as UTF-8",
        ) from None


def likeness(data: bytes) -> str:
    """What a binary file looks like by its first bytes, such as "a PNG image"; "" when they tell nothing."""
    for magic, looks in _MAGIC:
        if data.startswith(magic) and not (magic in _READABLE_MAGIC and b"\0" not in data[:4096]):
            return looks
    return ""


def _refuse_binary(data: bytes) -> None:
    if looks := likeness(data):
        raise Unreadable(f"not text: it looks like {looks}", "", _CONVERT)


def _refuse_controls(data: bytes) -> None:
    """Bytes that happen to be valid text may still be noise."""
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    if controls > 8 and controls > len(sample) // 50:
        raise Unreadable("not text but binary data (many control characters)", "", _CONVERT)


def _refuse_chance(data: bytes, text: str) -> None:
    """A few GB18030 characters can be valid UTF-8 by chance: 联通 reads as Armenian and Cyrillic."""
    if len(data) - len(text) > 40 or text.isascii() or max(text) > "\u07ff" or not _ODD.search(text):
        return
    try:
        other = data.decode("gb18030")
    except UnicodeDecodeError:
        return
    if _chinese_score(other) >= _CERTAIN:
        raise Unreadable(
            "charset not certain (fits UTF-8 and GB18030)", "", "state it with --encoding utf-8 or --encoding gb18030"
        )


def _wide(data: bytes) -> tuple[str, str] | None:
    """UTF-16 or UTF-32 without a mark, told by which of the two byte orders gives prose."""
    if len(data) % 2 or len(data) < 8:
        return None
    sample = data[:4096]
    if len(data) % 4 == 0 and sample.count(0) >= len(sample) // 2:
        names: tuple[str, ...] = ("utf-32-le", "utf-32-be")
    else:
        names = ("utf-16-le", "utf-16-be")
    found = sorted(((_prose_share(sample.decode(name, "ignore")), name) for name in names), reverse=True)
    (best, name), (second, _) = found
    # Without a zero byte there is only the Chinese to go by, and that takes more of it.
    if best < 0.62 or best < 2 * second or (0 not in sample and len(data) < 16):
        return None
    try:
        return data.decode(name), name
    except UnicodeDecodeError:
        return None


def _prose_share(text: str) -> float:
    """How much of `text` is letters and marks that are frequent in English or Chinese."""
    if not text:
        return 0.0
    plain = sum(char in FREQUENT or char in _USUAL or " " <= char <= "~" or char in "\r\n\t" for char in text)
    return plain / len(text)


def _legacy(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """Text that is not UTF-8, as `error` shows: GB18030, Big5 or Windows-1252, if one is certain."""
    _refuse_mixed(data, error)
    scores = sorted(_scores(data), reverse=True)
    if scores:
        best, name, text = scores[0]
        second = scores[1][0] if len(scores) > 1 else 0.0
        if best >= _CERTAIN and best >= 2 * second:
            return text if len(data) <= _SAMPLE else _strict(data, name, 0), name
    guess = scores[0][1] if scores and scores[0][0] > 0.2 else _foreign_guess(data)
    advice = f"if it is {guess}, state it with --encoding {guess}" if guess else "state it with --encoding NAME"
    raise Unreadable(
        f"charset not certain (not UTF-8; best guess {guess})" if guess else "charset not known (not UTF-8)",
        byte_place(data, error.start),
        f"{advice}, or save the file as UTF-8",
    )


def _scores(data: bytes) -> Iterator[tuple[float, str, str]]:
    """Score from 0 to 1, name and decoded sample for each charset that the sample fits."""
    sample = data
    if len(data) > _SAMPLE:
        end = data.rfind(b"\n", 0, _SAMPLE)  # a line feed is never half of a character
        sample = data[: end if end > 0 else _SAMPLE]
    for name in _CHINESE:
        try:
            text = sample.decode(name, "strict" if sample.endswith(b"\n") or len(sample) == len(data) else "ignore")
        except UnicodeDecodeError:
            continue
        yield _chinese_score(text), name, text
        if name == "big5hkscs":
            break  # cp950 is for files with the few signs that this one lacks
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return
    yield _western_score(text), "cp1252", text


_USUAL = frozenset("，。、；：？！“”‘’「」『』（）《》〈〉【】…—－％·．～　①②③④⑤")


def _chinese_score(text: str) -> float:
    """Share of frequent characters, less when other rare signs come with them, or few in all."""
    beyond: list[str] = re.findall(r"[^\x00-\x7f]", text)
    han = [char for char in beyond if "\u3400" <= char <= "\u9fff" or char > "\U0001ffff"]
    if len(han) < 2:
        return 0.0
    usual = sum(char in _USUAL or "！" <= char <= "～" for char in beyond)
    strange = len(beyond) - len(han) - usual
    frequent = sum(char in FREQUENT for char in han)
    # A few characters may be frequent by chance; the share counts as if two more were not.
    return frequent / (len(han) + strange + (2 if len(han) < 20 else 0))


_WESTERN_SMALL = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœšž")
_WESTERN = re.compile(
    r"(?<![^\x00-\x7f])(?:"
    r"[‘’“”–—…]{1,3}|[£€¥¢](?=\s?\d)|(?<=\d)[£€¢°]|(?<=\d)\s?[°º](?=\s?[CF]\b)|[«»]|(?<=[A-Za-z])[®™©²³]|©(?=\s)"
    r"|§(?=\s?\d)|(?<=[\s\d])[½¼¾](?![A-Za-z])|\u00a0|(?<=\s)[•·](?=\s)|(?<=\d)\s?[×±](?=\s?\d)"
    r")(?![^\x00-\x7f])"
)
"""Signs where Western text has them; most pairs of bytes beyond ASCII are half a Chinese character."""


def _western_score(text: str) -> float:
    """Share of the letters and signs beyond ASCII that stand as Western text has them."""
    if re.search("[\x00-\x08\x0b\x0e-\x1f]", text):
        return 0.0
    total = sum(map(len, re.findall(r"[^\x00-\x7f]+", text)))
    good = sum(len(match.group().strip()) or 1 for match in _WESTERN.finditer(text))
    for match in re.finditer(r"[^\x00-\x7f]+", text):
        run = match.group()
        before = text[match.start() - 1 : match.start()] or " "
        after = text[match.end() : match.end() + 1] or " "
        if all(char in _WESTERN_SMALL for char in run) and len(run) <= 2:
            good += len(run) * (before.isalpha() or after.isalpha())
        elif len(run) == 1 and run.isupper():
            good += not before.isalpha() and after.isalpha() and before in " \n\t(\"'"
    return min(good / total, 1.0) if total and 3 * total <= len(text) else 0.0


def _refuse_mixed(data: bytes, error: UnicodeDecodeError) -> None:
    """Two charsets in one file, or UTF-8 that was damaged, cannot be read as one."""
    sample = data[:_SAMPLE]
    text = sample.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = len(re.findall(r"[\u0080-\ufffc\U00010000-\U0010ffff]", text))
    if right >= 4 and right > 0.3 * (right + wrong):
        if error.start >= len(data) - 3 and error.end >= len(data):
            what, do = "UTF-8 that ends in the middle of a character", "the file seems cut off; save it again"
        else:
            what = "mixed charsets: UTF-8, but with bytes that are not"
            do = "save the whole file as UTF-8, or state one charset with --encoding"
        raise Unreadable(what, byte_place(data, error.start), do)


def _foreign_guess(data: bytes) -> str:
    """What `charset_normalizer` makes of a sample; "" when nothing."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:65536]).best()
    return best.encoding if best is not None else ""
