"""How a line begins that is an item of a list, a numbered heading or a caption."""

from __future__ import annotations

import re

_NUMERAL = "一二三四五六七八九十百"
BULLETS = "•●○■□◆◇▪▫‣⁃➢➤✓✔※-–*·+"
_BULLET = r"[•●○■□◆◇▪▫‣⁃➢➤✓✔※]|[-–*·+](?=[ \t\u3000])"
_ITEM = re.compile(
    rf"(?:{_BULLET}"
    rf"|[（(][{_NUMERAL}]{{1,4}}[）)]|[（(]\d{{1,2}}[）)]|[(][a-z][)](?=\s)|[ivx]{{1,4}}[)](?=\s)"
    rf"|[{_NUMERAL}]{{1,4}}、(?![{_NUMERAL}])"
    rf"|\d{{1,2}}(?:[、．](?!\d)|[.)](?=[ \t\u3000]|[\u3400-\u9fff「《]))"
    rf"|[a-z][)](?=\s)"
    rf"|[①-⑳❶-❿⑴-⒇])[ \t\u3000]*"
)
_CAPTION = re.compile(
    r"(?P<mark>[▲△▼▽◀◁▶▷◄►])\s*"
    r"|(?:圖|图|圖片|图片|圖說|图说|圖為|图为|資料圖|资料图|表)(?:片)?\s*[\d一二三四五六七八九十]{0,3}\s*[：:]"
    r"|(?:圖|图|表)\s?\d{1,2}[\s　.．]"
    r"|(?:Photo|Photos|Picture|Image|Caption|(?:Figure|Fig\.|Table|Chart)\s\d{1,3})\s?(?:[:.]|by\b)",
)
_PART = re.compile(rf"第[{_NUMERAL}\d]{{1,4}}[章節节部編编篇回]|(?:Chapter|Part|Section)\s+[\dIVX]+\b")
_BYLINE = re.compile(
    r"(?:文|圖|图|撰文|作者|編輯|编辑|責編|责编|記者|记者|攝影|摄影|來源|来源|文／圖|文/圖|本報記者|本报记者)\s*[：:／/]"
    r"|(?:By|Written by|Reporting by|Editing by|Source:)\s"
)
_PAGE = re.compile(
    r"[-–—]\s*\d{1,4}\s*[-–—]"
    r"|第\s*\d{1,4}\s*[頁页](?:\s*[／/，,]?\s*共\s*\d{1,4}\s*[頁页])?"
    r"|(?i:page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)"
)
_LEVELS = (
    re.compile(rf"[{_NUMERAL}]{{1,4}}、|第"),
    re.compile(rf"[（(][{_NUMERAL}]"),
    re.compile(r"\d"),
    re.compile(r"[（(]\d|[①-⑳]"),
)


def item_marker(text: str) -> int:
    """Length of the list marker that the line begins with, spaces after it included; 0 for none."""
    match = _ITEM.match(text)
    return match.end() if match and match.end() < len(text) else 0


def caption_marker(text: str) -> int | None:
    """Length of the mark that is no part of a caption's text; None when it is no caption."""
    match = _CAPTION.match(text)
    if match is None or match.end() == len(text):
        return None
    return match.end() if match["mark"] else 0


def is_part(text: str) -> bool:
    """Whether it begins like the heading of a chapter or section."""
    return text[0] in "第CPS" and _PART.match(text) is not None


def is_byline(text: str) -> bool:
    return text[0] in "文圖图撰作編编責责記记攝摄來来本BWRES" and _BYLINE.match(text) is not None


def is_page_number(text: str) -> bool:
    """Whether the line says that it is a page number; a bare number does not."""
    return len(text) < 24 and _PAGE.fullmatch(text) is not None


def level_of(marker: str) -> int:
    """Depth that a numbered marker has by custom: 一、 before （一） before 1. before (1)."""
    return next((depth for depth, pattern in enumerate(_LEVELS, 1) if pattern.match(marker)), 1)
