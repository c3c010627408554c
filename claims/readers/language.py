"""Which language a text is in, by its letters."""

from __future__ import annotations

import re

_SAMPLE = 100_000
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")


def language_of(text: str) -> str:
    """Say "zh" when a fifth or more of the letters are Chinese characters, else "en".

    Names and brands in Latin letters are common in Chinese text and long for what they say;
    Chinese characters in English text are few.
    """
    sample = text if len(text) <= _SAMPLE else text[: _SAMPLE // 2] + text[-_SAMPLE // 2 :]
    if sample.isascii():
        return "en"
    han = sum(map(len, _HAN.findall(sample)))
    return "zh" if han and 4 * han >= sum(map(len, _LATIN.findall(sample))) else "en"
