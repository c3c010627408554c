"""The state of one pass over one text."""

from __future__ import annotations

import re

from claims.grammar.chinese_days import Period
from claims.grammar.chinese_found import Found
from claims.grammar.chinese_hedges import currency_before, hedges_after, hedges_before
from claims.grammar.chinese_lexicon import Lexicon, lexicon
from claims.grammar.chinese_per import each_before
from claims.grammar.chinese_units import read_unit
from claims.grammar.setting import Setting

NUMERALS = "零〇一二三四五六七八九十百千万亿兆两俩廿卅卌壹贰叁参肆伍陆柒捌玖拾佰仟几数"
"""Characters that a numeral may begin with."""
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
SIGNS = frozenset("负下-")
"""Last characters of what makes a number negative."""
_SIGNED = frozenset(("money", "percent", "point"))
_CODE = re.compile(r"[A-Za-z0-9._/\-@]+")


class Reader:
    """What has been read so far, and what reading needs to know.

    Reading functions take a reader and an offset and say where reading goes on.
    """

    __slots__ = ("found", "lex", "setting", "text", "today")

    def __init__(self, text: str, setting: Setting) -> None:
        self.text = text
        self.setting = setting
        self.today = setting.date
        self.lex: Lexicon = lexicon()
        self.found: list[Found] = []

    def unit(self, found: Found) -> bool:
        """Read the unit after `found`; False when what follows makes the number a name."""
        return read_unit(self.text, found, self.lex, self.setting)

    def sign(self, found: Found) -> None:
        """负, 零下 and a minus sign that is not a hyphen."""
        text, at = self.text, found.start
        if not at:
            return
        before = text[at - 1]
        if before == "负" and not text.endswith(("正负", "担负", "肩负", "欠负", "抱负", "胜负"), 0, at):
            found.negative, found.start = True, at - 1
        elif before == "下" and text.endswith("零下", self.found[-1].end if self.found else 0, at):
            found.negative, found.start = True, at - 2
            if found.low is not None and found.high is not None:  # 零下十几度
                found.low, found.high = -found.high, -found.low
                found.low_open, found.closed = not found.closed, True
        elif before == "-" and (at == 1 or text[at - 2] in " (|（，、：:;；=,为是至到\n\t"):
            found.negative, found.start = True, at - 1
        found.outer_start = found.start

    def keep(self, found: Found) -> int:
        """Read what stands before and after a quantity, and keep it."""
        text, lex = self.text, self.lex
        if found.end > found.outer_end:
            found.outer_end = found.end
        if self.found:
            found.limit = self.found[-1].end
        if found.start and ((char := text[found.start - 1]) in lex.befores or char.isspace()):
            self._before(found, char)
        if text[found.outer_end : found.outer_end + 1] in lex.after_index:
            hedges_after(text, found, lex)
        kind = found.kind
        if kind == "money" or kind == "dimension":
            each_before(text, found, lex)
        elif kind == "temperature":
            _thermometer(text, found)
        self.found.append(found)
        return found.end

    def _before(self, found: Found, char: str) -> None:
        """The sign, the currency, the hedge and the word of change before a number; `char` is the last of them."""
        text, lex = self.text, self.lex
        if char == "-" and (found.kind in _SIGNED or found.scale > 1 or found.decimals) and not found.negative:
            self._minus(found)
            char = text[found.start - 1]
        if char in lex.money_index or char == " ":
            currency_before(text, found, lex, self.setting)
        if found.hedge is None:
            bare_unit = found.low is not None or (found.characters and text[found.start] in "百千万亿")
            hedges_before(text, found, lex, bare_unit)

    def _minus(self, found: Found) -> None:
        """净利润-5.2亿元: a hyphen after a word is a minus sign where an amount or a rate follows."""
        at = found.start - 1
        if at > found.limit and "\u4e00" <= self.text[at - 1] <= "\u9fff" and found.low is None:
            found.negative, found.start = True, at
            found.outer_start = min(found.outer_start, at)

    def date(self, at: int, period: Period) -> int:
        found = Found.at(at, period.end)
        found.kind, found.dates = "date", (period.first, period.last)
        self.found.append(found)
        return period.end

    def past_code(self, at: int) -> int:
        """The end of the letters, digits and signs that are no number."""
        match = _CODE.match(self.text, at)
        return max(at + 1, match.end() if match else at + 1)


def _thermometer(text: str, found: Found) -> None:
    """摄氏37度, 华氏70度: the scale is named before the number."""
    for word in ("华氏温度", "华氏", "摄氏温度", "摄氏"):
        if found.start - len(word) >= found.limit and text.endswith(word, 0, found.start):
            found.start -= len(word)
            found.outer_start = min(found.outer_start, found.start)
            found.unit = "degree_Fahrenheit" if word[0] == "华" else "degree_Celsius"
            if text.endswith("零下", 0, found.start):
                found.negative = True
            return
