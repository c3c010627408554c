"""Bytes become text only when it is certain which charset they are in."""

from __future__ import annotations

import codecs
import gzip

import pytest

from claims.readers import Unreadable, read
from claims.readers.charset import decode

HANS = "本市去年生产总值为三千二百亿元，比上年增长百分之五。其中工业增加值一千一百亿元，服务业增加值两千亿元。"
HANT = "本市去年生產總值為三千二百億元，比上年增長百分之五。其中工業增加值一千一百億元，服務業增加值兩千億元。"
HONG_KONG = "運輸署話上個月有二百萬人次搭渡輪，啲街坊話船票貴咗，冇人肯再搭，嘅確係咁。"
ENGLISH = "Sales at the café rose 5% to £2 million – “a good year”, its owner said."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (HANS, "gb18030"),
        (HANS[:12], "gb18030"),
        (HANT, "gb18030"),
        (HANT, "big5hkscs"),
        (HANT[:12], "big5hkscs"),
        (HONG_KONG, "big5hkscs"),
        (ENGLISH, "cp1252"),
        ("Revenue was £5 million.", "cp1252"),
        ("The firm’s profit fell.", "cp1252"),
        (HANT, "utf-8"),
        (HANT, "utf-16-le"),
        (HANT, "utf-16-be"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32-le"),
        (ENGLISH, "utf-32-be"),
        ("5% of 200 is 10.", "utf-8"),
    ],
)
def test_a_charset_that_is_certain_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + HANT.encode(encoding)) == (HANT, encoding)
    assert decode(mark + HANT.encode(encoding), encoding) == (HANT, encoding)
    assert decode(mark) == ("", encoding)


@pytest.mark.parametrize("stated", ["gb18030", "GBK", "big5", "utf-8", "utf_16", "cp1252", "latin-1"])
def test_a_stated_charset_is_taken(stated: str) -> None:
    text = "5 units" if stated in ("cp1252", "latin-1") else "中文 5"
    assert decode(text.encode(stated), stated)[0] == text


@pytest.mark.parametrize(
    ("data", "stated", "said"),
    [
        (HANS.encode("gb18030"), "utf-8", ["UTF-8", "line 1, byte 0", "--encoding"]),
        ("好\n".encode() + b"\xff", "utf-8", ["line 2, byte 4"]),
        (b"abc", "no-such-charset", ["no-such-charset", "utf-8, gb18030"]),
        (b"abc", "base64", ["base64", "unknown charset"]),
        (b"abc", "rot13", ["unknown charset"]),
        (b"abc", "utf\0", ["unknown charset"]),
        (b"a\0b", "utf-16-le", ["UTF-16-LE", "byte 2"]),
    ],
)
def test_a_stated_charset_that_does_not_fit_is_refused(data: bytes, stated: str, said: list[str]) -> None:
    with pytest.raises(Unreadable) as refusal:
        decode(data, stated)
    assert all(word in str(refusal.value) for word in said)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\0\x06\0", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\x7fELF\x02\x01\x01\0", "ELF"),
        (gzip.compress(b"text"), "gzip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "Word"),
        (b"{\\rtf1\\ansi 5}", "RTF"),
        (b"RIFF\x24\0\0\0WAVE", "RIFF"),
        (b"5 of 10\0 and 3", "zero byte) at line 1, byte 7"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x01\x02\x03\x04\x05" * 40, "control characters"),
    ],
)
def test_binary_data_is_refused_as_what_it_looks_like(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match="convert it to plain text") as refusal:
        decode(data)
    assert said in str(refusal.value)


@pytest.mark.parametrize("text", ["RIFF raff: 5 of 10", "ID3 was sold 5 times", "BZh 5", "PK 5", "MZ 9"])
def test_prose_that_begins_like_a_binary_format_is_prose(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (HANT.encode() + b"\n" + HANT.encode("big5hkscs"), "mixed charsets"),
        (HANS.encode("gb18030") + b"\n" + HANS.encode(), "mixed charsets"),
        (HANT.encode()[:-1], "middle of a character"),
        ("Привет, как дела? Всё хорошо, спасибо.".encode("cp1251"), "--encoding"),
        ("売上高は百億円だった。".encode("shift_jis"), "--encoding"),
        ("売上高は百億円だった。".encode("iso2022_jp"), "ISO-2022"),
        ("Żółć gęślą jaźń, ¼ łódź".encode("cp1250", "replace"), "--encoding"),
        ("龘靐".encode("gb18030"), "--encoding"),
        (b"\xff\xff\xff", "--encoding"),
    ],
)
def test_what_is_not_certain_is_refused_with_a_way_on(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match="save") as refusal:
        decode(data)
    assert said in str(refusal.value)


def test_the_best_guess_can_be_stated_and_then_reads() -> None:
    data = "鼎鑊".encode("gb18030")
    with pytest.raises(Unreadable):
        decode(data)
    assert decode(data, "gb18030")[0] == "鼎鑊"


def test_a_long_file_is_decoded_whole() -> None:
    text = (HANS + "\n") * 12_000
    assert decode(text.encode("gb18030")) == (text, "gb18030")
    with pytest.raises(Unreadable, match="line 12001"):
        decode(text.encode("gb18030") + b"\x81")


def test_an_empty_file_is_an_empty_draft() -> None:
    draft = read(b"", "empty.txt")
    assert (draft.text, draft.blocks, draft.unread) == ("", (), ())


def test_the_draft_says_its_charset_and_keeps_line_ends() -> None:
    draft = read("第一行。\r\n第二行。\r第三行。\n".encode("gb18030"), "a.txt")
    assert draft.encoding == "gb18030"
    assert draft.text == "第一行。\r\n第二行。\r第三行。\n"
