"""What a grammar must know of the whole document before it reads one block."""

from __future__ import annotations

import msgspec


class Setting(msgspec.Struct, frozen=True):
    """Readings that the document as a whole decides."""

    language: str = "en"
    """The document's main language, "zh" or "en"."""
    script: str = ""
    """"Hant" or "Hans" for Chinese."""
    yuan: str = "CNY"
    """ISO code that a bare 元, 圓 or 塊 stands for: CNY, HKD, TWD or MOP."""
    dollar: str = "USD"
    """ISO code that a bare $ or "dollars" stands for."""
    decimal_comma: bool = False
    """Whether the document writes 1.234,5 for 1234.5."""
    minguo: bool = False
    """Whether years of the draft are counted from 1912: 110年 for 2021."""
    date: str = ""
    """The document's date, ISO "YYYY" or "YYYY-MM-DD"; "" when unknown."""
