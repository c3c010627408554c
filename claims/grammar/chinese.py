"""Quantities in Chinese text, Traditional and Simplified.

One pass over the folded text: a character that can begin a number or a date is looked at
once, what surrounds it is matched in bounded windows, and neighbours are combined at the
end. Precision comes before recall in prose: a numeral character without a unit, a scale
or a neighbour that has one is taken for a word.
"""

from __future__ import annotations

import re
from fractions import Fraction

from claims.grammar.chinese_calendar import DATE_CHARS, clock_end, date_at
from claims.grammar.chinese_dates import Period, minguo_year, numeric_date, read_date, read_quarter
from claims.grammar.chinese_found import Found
from claims.grammar.chinese_hedges import currency_before, hedges_after, hedges_before
from claims.grammar.chinese_judgement import counts, is_edition, is_hedged, is_weak
from claims.grammar.chinese_lexicon import Lexicon, lexicon, word_before
from claims.grammar.chinese_numerals import ASCII_NUMBER, DIGITS, MAX_LENGTH, MIXED, Reading, read_number
from claims.grammar.chinese_rates import (
    quarter_of,
    read_fraction,
    read_half,
    read_sign_fraction,
    read_tenths,
    read_times,
)
from claims.grammar.chinese_sequences import combine
from claims.grammar.chinese_units import each_before, read_unit
from claims.grammar.cjk_spacing import Tight, tighten
from claims.grammar.fold import fold
from claims.grammar.setting import Setting
from claims.model import Mention

_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_CJK = "零〇一二三四五六七八九十百千万亿兆两俩廿卅卌壹贰叁参肆伍陆柒捌玖拾佰仟几数"
_START = re.compile(
    rf"[0-9{_CJK}半{_VULGAR}]|(?<![.\d])\.(?=\d)|(?<![这那每各哪整两几\d])[个米分](?=[一二三四五六七八九半](?:钟|左右|上下|高|$|[，。]))|翻(?=[了一两二三四五六七八九\d番])|对(?=折)|第(?=[0-9一二三四五六七八九十百])"
    r"|[今去明前后上本下当昨首头](?=[年月日天周个季半度星世一二两三四五六七八九十0-9Q])|民(?=国[一二三四五六七八九十元\d])|年(?=[初底末中])|Q(?=[1-4])",
    re.ASCII,
)
_NUMERIC = frozenset(_CJK + "点")
_CODE = re.compile(r"[A-Za-z0-9._/\-@]+")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?", re.IGNORECASE | re.ASCII)
_SCORE = re.compile(r"\d+(?:\.\d+)?(?: ?[:+] ?\d+(?:\.\d+)?)+", re.ASCII)
_VERSION = re.compile(r"\d+(?:\.\d+){2,}", re.ASCII)
_EXPONENT = re.compile(r"\d+(?:\.\d+)?[eE]([+-]?\d{1,2})(?![\dA-Za-z])", re.ASCII)
_POWER = re.compile(r"\^([+-]{0,2}\d{1,2})(?!\d)", re.ASCII)
_RATIO = re.compile(r"\d+(?:\.\d+)?比\d+(?:\.\d+)?(?![\d%年月])", re.ASCII)
_SLASH = re.compile(r"(?:(\d{1,4}) )?(\d{1,3})/(\d{1,3})(?![\d/])", re.ASCII)
_SLASHED = re.compile(r"\d+(?:/\d+)+", re.ASCII)
_PHONE = re.compile(r"\d{3,4}[- ]\d{4}(?:[- ]\d{4})?(?!\d)|0\d{2,3}-\d{7,8}|1[3-9]\d{9}(?!\d)", re.ASCII)
_ORDINAL_VOID = re.compile(r"(?:[至到~-]\d+)?(?:\([^)]{1,4}\)|（[^）]{1,4}）){0,3}[条款章节号篇段]", re.ASCII)


def scan(text: str, setting: Setting) -> list[Mention]:
    """The quantities of a block's text, in order and not overlapping; offsets are those of `text`."""
    folded = fold(text)
    tight = tighten(folded)
    scanner = _Scanner(folded if tight is None else tight.text, setting)
    mentions = [found.mention() for found in combine(scanner.text, scanner.run())]
    return mentions if tight is None else [_placed(mention, tight) for mention in mentions]


def _placed(mention: Mention, tight: Tight) -> Mention:
    return Mention(
        tight.start(mention.start),
        tight.end(mention.end),
        mention.quantity,
        tight.start(mention.outer_start),
        tight.end(mention.outer_end),
    )


class _Scanner:
    """One pass over one text; each method reads at a place and says where reading goes on."""

    def __init__(self, text: str, setting: Setting) -> None:
        self.text = text
        self.setting = setting
        self.lex: Lexicon = lexicon()
        self.found: list[Found] = []

    def run(self) -> list[Found]:
        text, search, size = self.text, _START.search, len(self.text)
        at = 0
        while at < size:
            match = search(text, at)
            if match is None:
                break
            start = match.start()
            char = text[start]
            if "0" <= char <= "9" or char == ".":
                at = self._digits(start)
            elif char in _CJK or char == "半":
                at = self._characters(start)
            else:
                at = self._word(start)
            assert at > start
        return self.found

    # -- places ---------------------------------------------------------

    def _digits(self, at: int) -> int:
        text = self.text
        before = text[at - 1] if at else ""
        if before and ((before.isalpha() and before.isascii()) or before in "_@#"):
            if not self._after_currency(at):
                return self._skip_code(at)
        elif before == "-" and self._after_hyphenated_word(at):
            return self._skip_code(at)
        match = ASCII_NUMBER.match(text, at)
        if match is None:
            return at + 1
        end = match.end()
        if end - at > MAX_LENGTH:
            return end
        following = text[end : end + 1]
        if following and following in ":+-/.~^eE— 至比":
            after = self._punctuated(at, end, following)
            if after:
                return after
        return self._number(at)

    def _after_currency(self, at: int) -> bool:
        word = word_before(self.text, at, self.lex.money_index)
        return bool(word) and not (
            at > len(word) and self.text[at - len(word) - 1].isascii() and self.text[at - len(word) - 1].isalpha()
        )

    def _after_hyphenated_word(self, at: int) -> bool:
        """COVID-19 and J-20, but not the second number of 1.6m-3.9m."""
        before = self.text[at - 2] if at > 1 else ""
        return before.isascii() and before.isalpha() and not (self.found and self.found[-1].end == at - 1)

    def _skip_code(self, at: int) -> int:
        match = _CODE.match(self.text, at)
        return max(at + 1, match.end() if match else at + 1)

    def _punctuated(self, at: int, end: int, following: str) -> int:
        """Dates, clocks, scores, versions and telephone numbers; 0 when the number is none of them."""
        text = self.text
        if end - at == 4:
            period = numeric_date(text, at)
            if period is not None:
                return self._date(at, period)
        if following == "比":
            match = _RATIO.match(text, at)
            return match.end() if match is not None else 0
        if following == ":":
            match = _CLOCK.match(text, at) or _SCORE.match(text, at)
            return match.end() if match is not None else 0
        if following == "+":
            match = _SCORE.match(text, at)
            return match.end() if match is not None else 0
        if following == ".":
            match = _VERSION.match(text, at)
            return match.end() if match is not None else 0
        if following == " " and text[end + 1 : end + 2] == ":" and (match := _SCORE.match(text, at)):
            return match.end()
        if following in "- ":
            match = _PHONE.match(text, at)
            if match is not None and not (at and text[at - 1] in "$¥"):
                return match.end()
        if following in "eE":
            match = _EXPONENT.match(text, at)
            if match is not None:
                return self._computed(at, match.end(), _scientific(match.group(), int(match[1])))
        if following == "^":
            match = _POWER.match(text, end)
            if match is not None:
                sign = -1 if match[1].startswith("-") and not match[1].startswith("--") else 1
                exponent = sign * int(match[1].lstrip("+-"))
                reading = read_number(text, at)
                if reading is not None and reading.value and exponent <= 30:
                    return self._computed(at, match.end(), reading.value**exponent)
        if following in "/ ":
            match = _SLASH.match(text, at)
            if match is not None and int(match[3]) > 1 and (match[1] or following == "/"):
                return self._slash(at, match)
            slashed = _SLASHED.match(text, at)
            return slashed.end() if slashed is not None else 0
        return 0

    def _computed(self, at: int, end: int, value: Fraction) -> int:
        found = Found(at, end)
        found.value, found.step, found.grain = value, Fraction(0), Fraction(0)
        self._sign(found)
        return self._keep(found)

    def _slash(self, at: int, match: re.Match[str]) -> int:
        """3/4 and 7 3/4 where they can be nothing else."""
        text = self.text
        above, below = int(match[2]), int(match[3])
        after = text[match.end() : match.end() + 1]
        if below > 32 or (above, below) == (24, 7) or (after and after in "年月日号"):
            return match.end()
        found = Found(at, match.end())
        part = Fraction(above, below)
        found.value = part + int(match[1] or 0)
        found.rounding = "fraction"
        found.reading_end = found.end
        if not self._unit(found):
            return match.end()
        if found.kind == "number":
            if found.value < 1:
                found.kind = found.unit = "percent"
                found.value *= 100
        else:
            found.value *= found.factor
        neighbour = (Fraction(1, below) - Fraction(1, below + 1)) / 2
        found.step = found.grain = neighbour * (100 if found.kind == "percent" else found.factor)
        self._sign(found)
        return self._keep(found)

    def _characters(self, at: int) -> int:
        text, lex = self.text, self.lex
        char = text[at]
        following = text[at + 1 : at + 2]
        idiom = lex.idioms.get(char + following)
        if idiom is None or not self._idiom(at, idiom):
            if at:
                idiom = lex.idioms.get(text[at - 1] + char)
                if idiom is not None and (end := self._idiom(at, idiom)):
                    return end
        else:
            return self._idiom(at, idiom)
        if char == "零" and following == "下":
            return at + 1
        if char == "半":
            return self._half(at)
        if char in "几数" and not (following and following in "十百千万亿"):
            return at + 1
        if char == "一" and following == "半":
            return self._half(at)
        return self._number(at)

    def _idiom(self, at: int, idioms: tuple[tuple[str, int], ...]) -> int:
        """End of an idiom that covers `at`, or 0."""
        for word, offset in idioms:
            if at < offset or not self.text.startswith(word, at - offset):
                continue
            end = at - offset + len(word)
            following = self.text[end : end + 1]
            # 一点六, 万分之三 and 三八折 are numbers for all that they begin like words.
            if following and (following in _NUMERIC or following in "之成折"):
                last = word[-1]
                if (last == "分" and following == "之") or (
                    last in _NUMERIC and word[0] in _NUMERIC and len(word) == 2
                ):
                    continue
                if (last in _NUMERIC and following in _NUMERIC) or (last == "分" and following in _NUMERIC):
                    continue
            if following and following in "岁个名年" and all(char in _NUMERIC for char in word):
                continue
            return max(end, at + 1)
        return 0

    def _half(self, at: int) -> int:
        """半年, 半小时, 一半: half of what follows."""
        text = self.text
        half = None if at and text[at - 1] in "过逾" else read_half(text, at)
        if half is not None:
            self._keep(half)
            return half.end
        if text[at] == "一":
            return self._number(at)
        if at and text[at - 1] in "过逾近" and not text.endswith(("通过", "经过", "渡过", "度过", "最近"), 0, at):
            return self._majority(at)
        return self._half_of(at)

    def _half_of(self, at: int) -> int:
        """半年, 半公升."""
        text = self.text
        if at and text[at - 1] in "上下前后大小对多每夜过夏冬这那":
            return at + 1
        found = Found(at, at + 1)
        found.mantissa, found.decimals, found.characters = 5, 1, True
        found.reading_end = found.end
        start_kind = found.kind
        if text[at + 1 : at + 2] in (
            "场",
            "山",
            "导",
            "岛",
            "路",
            "途",
            "决",
            "空",
            "径",
            "球",
            "程",
            "身",
            "夜",
            "价",
            "官",
            "决",
        ) or not self._unit(found):
            return at + 1
        if (
            found.kind == start_kind
            or (found.kind == "count" and found.unit_word != "个")
            or found.kind in ("temperature", "multiple")
        ):
            return at + 1
        if found.kind == "count" and not (at == 0 and found.end == len(text)):
            return at + 1
        if found.rounding == "":
            found.rounding = "digit"
        found.step = found.grain = Fraction(found.factor) / 2
        return self._keep(found)

    def _majority(self, at: int) -> int:
        """过半, 逾半, 近半: 50 % and a hedge."""
        text = self.text
        end = at + (2 if text.startswith("半数", at) else 1)
        if text[end : end + 1] and text[end : end + 1] in "年月天日小个百世公径山":
            return self._half_of(at)
        found = Found(at, end)
        found.kind = found.unit = "percent"
        found.mantissa, found.rounding, found.characters = 50, "fraction", True
        found.hedge = "nearly" if text[at - 1] == "近" else "more_than"
        found.step = found.grain = Fraction(25, 3)
        found.outer_start = at - (2 if text[max(0, at - 2) : at] == "超过" else 1)
        self.found.append(found)
        return end

    def _word(self, at: int) -> int:
        text = self.text
        char = text[at]
        if char in "个米分":
            return self._elliptic(at)
        if char == "翻":
            times = read_times(text, at)
            return at + 1 if times is None else self._keep(times)
        if char == "对":
            half = read_half(text, at)
            return at + 1 if half is None else self._keep(half)
        if char in _VULGAR:
            return self._vulgar(at)
        if char == "第":
            return self._ordinal(at)
        if char == "前" and at and text[at - 1] in "之以目提此先年":
            return at + 1
        period = read_quarter(text, at, self.setting.date) or read_date(text, at, self.setting.date)
        if period is not None:
            return self._date(at, period)
        if char == "前" and text[at + 1 : at + 2] in tuple("一二三四五六七八九十123456789"):
            return self._front(at)
        return at + 1

    def _elliptic(self, at: int) -> int:
        """米九, 分半钟 and 个九 leave out the 一 before them."""
        text = self.text
        if at and text[at - 1] not in "，。、；约近足有到至是达":
            return at + 1
        small = text[at + 1]
        value = 1 + Fraction(5 if small == "半" else DIGITS[small], 10)
        found = Found(at, at + 2)
        found.value, found.step, found.grain, found.rounding = value, Fraction(1, 10), Fraction(1, 10), "digit"
        found.characters = True
        if text[at] == "米":
            found.kind, found.unit, found.unit_word = "dimension", "meter", "米"
        elif text[at] == "个" and small != "半":
            found.kind, found.unit, found.unit_word = "money", "HKD", "个"
        elif text.startswith("分半钟", at):
            found.kind, found.unit, found.unit_word, found.end = "duration", "minute", "分", at + 3
        else:
            return at + 1
        found.reading_end = found.end
        return self._keep(found)

    def _vulgar(self, at: int) -> int:
        found = Found(at, at + 1)
        value = read_sign_fraction(self.text[at])
        found.value, found.rounding = value, "fraction"
        found.reading_end = at + 1
        self._unit(found)
        if found.kind == "number":
            found.kind = found.unit = "percent"
            found.value = value * 100
        else:
            found.value = value * found.factor
        found.step = found.grain = Fraction(1, 100)
        return self._keep(found)

    def _ordinal(self, at: int) -> int:
        """第3家, 第一名; articles of law and names are passed over."""
        text, lex = self.text, self.lex
        idiom = lex.idioms.get("第" + text[at + 1])
        if idiom and (end := self._idiom(at + 1, idiom)):
            return end
        quarter = read_quarter(text, at, self.setting.date)
        if quarter is not None:
            return self._date(at, quarter)
        reading = read_number(text, at + 1)
        if reading is None:
            return at + 1
        if (void := _ORDINAL_VOID.match(text, reading.end)) is not None:
            return void.end()
        found = Found(at, reading.end)
        self._take(found, reading)
        unit = Found(at, reading.end)
        unit.reading_end = reading.end
        unit.mantissa, unit.characters = 1, reading.characters
        if (
            read_unit(text, unit, lex, self.setting)
            and unit.kind in ("count", "duration", "age")
            and unit.value is None
        ):
            found.end = unit.end if unit.low is None else reading.end
        found.kind, found.unit = "ordinal", None
        found.outer_start, found.outer_end = found.start, found.end
        self.found.append(found)
        return found.end

    def _front(self, at: int) -> int:
        """前三, 前10名: a rank."""
        text = self.text
        reading = read_number(text, at + 1)
        if reading is None or reading.mantissa > 1000 or (at and text[at - 1] in "之以提目"):
            return at + 1
        end = reading.end
        following = text[end : end + 1]
        if following in ("名", "位", "强", "大"):
            end += 1
        elif following and following not in "，。、；)）」』的，！？":
            return at + 1
        found = Found(at + 1, end)
        self._take(found, reading)
        found.kind, found.end, found.outer_start, found.outer_end = "ordinal", end, at, end
        self.found.append(found)
        return end

    # -- numbers --------------------------------------------------------

    def _number(self, at: int) -> int:
        text = self.text
        reading = read_number(text, at)
        if reading is None:
            run = MIXED.match(text, at)
            return run.end() if run is not None else at + 1
        end = reading.end
        following = text[end : end + 1]
        if self.setting.minguo and following == "年" and (period := minguo_year(text, at)) is not None:
            return self._date(at, period)
        if following in DATE_CHARS or (following and following in "至到~-—"):
            previous = self.found[-1] if self.found else None
            period = date_at(text, at, reading, self.lex, self.setting.date, previous)
            if period is not None:
                return self._date(at, period)
            if following == "号" and not reading.decimals:
                return end + 1  # 二号桥, 神舟十二号
            if text.startswith("年代", end):
                return end + 2
        if following and following in "时点许" and (clock := clock_end(text, at, reading, self.lex)):
            return clock
        found = Found(at, end)
        self._take(found, reading)
        self._sign(found)
        if text.startswith("分之", end) or following == "又":
            if read_fraction(text, found, reading, self.lex):
                return self._keep(found)
            if text.startswith("分之", end) and reading.bare_unit:
                return end
        if following == "分" and reading.characters and quarter_of(text, at, found, self.lex):
            return self._keep(found)
        if following and following in _VULGAR:
            found.value = reading.value + read_sign_fraction(following)
            found.end = found.reading_end = end + 1
        if following and following in "成折" and read_tenths(text, found, reading):
            return self._keep(found)
        return self._measured(found, reading)

    def _take(self, found: Found, reading: Reading) -> None:
        found.mantissa, found.decimals = reading.mantissa, reading.decimals
        found.scale, found.scale_word = reading.scale, reading.scale_word
        found.low, found.high, found.closed = reading.low, reading.high, reading.closed
        if reading.closed:
            found.rounding = "exact"
        found.characters = reading.characters
        found.end = found.reading_end = found.outer_end = reading.end

    def _measured(self, found: Found, reading: Reading) -> int:
        text = self.text
        if not self._liang(found, reading):
            low, high = found.low, found.high
            if not self._unit(found):
                return self._skip_code(found.end)
            if low is not None and high is not None and found.low is low and found.factor != 1:
                found.low, found.high = low * found.factor, high * found.factor
        if (
            found.unit_word == "点"
            and found.kind == "count"
            and reading.value <= 24
            and not is_hedged(text, found, self.lex)
        ):
            return found.end
        if found.end == found.reading_end and found.kind == "number" and text[max(0, found.start - 1)] in "男女":
            found.kind = found.unit = "count"
        if found.end == found.reading_end and found.kind == "number":
            found.weak = is_weak(text, found, reading, self.lex)
        elif reading.characters and not counts(text, found, reading, self.lex):
            return found.reading_end
        if is_edition(text, found, self.lex):
            found.kind, found.unit = "ordinal", None
        if reading.bare_unit and reading.characters and found.low is None:
            hedges_before(text, found, self.lex, True)
            if found.hedge is None and not (found.start == 0 and found.end == len(text) and not reading.single):
                return found.reading_end
            if (
                found.hedge is None
                and found.kind != "number"
                and reading.mantissa * reading.scale in (100, 1000, 10**4, 10**8)
            ):
                return found.reading_end
        return self._keep(found)

    def _liang(self, found: Found, reading: Reading) -> bool:
        """三十两: 两 after a numeral is the weight, unless a unit follows it."""
        text = self.text
        end = found.end
        if not reading.characters or text[end - 1] != "两" or end - found.start < 2:
            return False
        if text[end : end + 1] in self.lex.unit_index:
            return False
        shorter = read_number(text[: end - 1], found.start)
        if shorter is None or shorter.end != end - 1:
            return False
        self._take(found, shorter)
        found.kind, found.unit, found.unit_word, found.end = "dimension", "liang", "两", end
        if text[end : end + 1] == "半":
            found.value, found.end = found.number() + Fraction(1, 2), end + 1
        return True

    def _unit(self, found: Found) -> bool:
        return read_unit(self.text, found, self.lex, self.setting)

    def _sign(self, found: Found) -> None:
        """负, 零下 and a minus sign that is not a hyphen."""
        text, at = self.text, found.start
        if not at:
            return
        before = text[at - 1]
        if before == "负" and not text.endswith(("正负", "担负", "肩负", "欠负", "抱负", "胜负"), 0, at):
            found.negative, found.start = True, at - 1
        elif before == "下" and text.endswith("零下", self.found[-1].end if self.found else 0, at):
            found.negative, found.start = True, at - 2
        elif before == "-" and (at == 1 or text[at - 2] in " (|（，、：:;；=为是至到\n\t"):
            found.negative, found.start = True, at - 1
        found.outer_start = found.start

    def _keep(self, found: Found) -> int:
        """Read what stands before and after a quantity, and keep it."""
        text = self.text
        if found.end > found.outer_end:
            found.outer_end = found.end
        if self.found:
            found.limit = self.found[-1].end
        currency_before(text, found, self.lex, self.setting)
        if found.hedge is None:
            hedges_before(
                text, found, self.lex, found.low is not None or (found.characters and text[found.start] in "百千万亿")
            )
        hedges_after(text, found, self.lex)
        if found.kind in ("money", "dimension") and found.unit is not None:
            each_before(text, found, self.lex)
        if found.kind == "temperature":
            self._thermometer(found)
        self.found.append(found)
        return found.end

    def _thermometer(self, found: Found) -> None:
        """摄氏37度, 华氏70度: the scale is named before the number."""
        text = self.text
        for word in ("华氏温度", "华氏", "摄氏温度", "摄氏"):
            if found.start - len(word) >= found.limit and text.endswith(word, 0, found.start):
                found.start -= len(word)
                found.outer_start = min(found.outer_start, found.start)
                found.unit = "degree_Fahrenheit" if word[0] == "华" else "degree_Celsius"
                if text.endswith("零下", 0, found.start):
                    found.negative = True
                return

    # -- dates and clocks -----------------------------------------------

    def _date(self, at: int, period: Period) -> int:
        found = Found(at, period.end)
        found.kind, found.dates = "date", (period.first, period.last)
        self.found.append(found)
        return period.end


def _scientific(token: str, exponent: int) -> Fraction:
    """21.2E3 without floats."""
    base = Fraction(token.lower().partition("e")[0])
    return base * Fraction(10) ** exponent
