"""Words that the labels are read with: scales, units, directions, numbers in words, months, weekdays."""

from __future__ import annotations

from fractions import Fraction


def _worths(*rows: str) -> dict[str, Fraction]:
    """What each word is worth, from rows such as "1000: km, 公里"."""
    pairs = (row.split(": ", 1) for row in rows)
    return {word: Fraction(number) for number, words in pairs for word in words.split(", ")}


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (pair.split("/") for pair in text.split(", "))
    return tuple((first.strip(), second.strip()) for first, second in pairs)


SCALES = _worths(
    "1000: 千, thousand",
    "10000: 萬, 万",
    "1000000: 百萬, 百万, million",
    "10000000: 千萬, 千万",
    "100000000: 億, 亿",
    "1000000000: billion, bn",
    "1000000000000: 萬億, 万亿, trillion",
)
RATES = _worths(
    "1/100: %, ％, percent, per cent, percentage point, percentage points, 個百分點, 个百分点, 百分點, 百分点",
    "1/10000: basis points, 個基點, 个基点",
)
UNITS = _worths(
    "1: kg, 公斤, 千克",
    "1000: tonnes, 公噸, 噸, 吨",
    "0.001: g, 克",
    "0.45359237: lb, pounds, 磅",
    "1: m, metres, 米, 公尺",
    "1000: km, 公里, 千米",
    "0.01: cm, 厘米, 公分",
    "0.001: mm, 毫米",
    "1609.344: miles, 英里",
    "0.3048: feet, ft, 英尺",
    "0.0254: inches, 英寸",
    "1: square metres, 平方米, 平方公尺",
    "10000: hectares, 公頃, 公顷",
    "1000000: square kilometres, 平方公里",
    "4046.8564224: acres",
    "2589988.110336: square miles",
    "2000/3: 亩, 畝",
    "400/121: 坪",
    "1: litres, 公升, 升",
    "0.001: millilitres, 毫升",
    "1000: cubic metres, 立方米",
    "4.54609: gallons",
    "1: minutes, 分鐘, 分钟",
    "1/60: seconds",
    "60: hours, 小時, 小时",
    "1440: days, 日, 天",
    "10080: weeks, 週, 周",
    "1: kWh, 度, 千瓦時, 千瓦时",
    "1000: MWh",
    "1000000: GWh",
)
"""Worth in one unit of the kind; figures with another unit, or with none, count as they are."""
WAYS = (
    *_pairs(
        "上升/下降, 增加/減少, 增加/减少, 增長/下降, 增长/下降, 升至/跌至, 增至/減至, 增至/减至, 升/跌, 增/減, 增/减"
    ),
    *_pairs(
        "多/少, 高/低, 提高/降低, 上漲/下跌, 上涨/下跌, 漲/跌, 涨/跌, 快/慢, 擴大/收窄, 扩大/收窄, 回升/回落, 增幅/跌幅"
    ),
    *_pairs("盈利/虧損, 盈利/亏损, 順差/逆差, 顺差/逆差, 盈餘/赤字, 盈余/赤字, 逾/不足, 超過/不到, 超过/不到"),
    *_pairs("rose/fell, up/down, increase/decrease, rise/fall, more/fewer, more/less, higher/lower, above/below"),
    *_pairs(
        "gained/lost, climbed/dropped, increased/decreased, surplus/deficit, profit/loss, grew/shrank, ahead/behind"
    ),
    *_pairs(
        "widened/narrowed, climbing/dropping, rising/falling, faster/slower, warmer/cooler, gain/fall, older/younger"
    ),
    *_pairs("growth/decline, added/lost, longer/shorter, more than/less than, over/under, at least/at most"),
)
"""Words that say which way, and their opposites; the first of a pair counts as 1, the second as -1."""
TRADITIONAL, SIMPLIFIED = frozenset("減長漲擴虧損順餘過"), frozenset("减长涨扩亏损顺余过")
MULTIPLES = _worths(
    "2: doubled, twice, double, 翻一番",
    "3: tripled, triple, three times",
    "4: quadrupled, 翻兩番, 翻两番",
    "1/2: halved, half, 減半, 减半, 一半",
    "1/3: a third",
    "1/4: a quarter",
    "2/3: two-thirds",
    "3/4: three-quarters",
)
OTHER_MULTIPLES = dict(
    _pairs("doubled/tripled, tripled/doubled, twice/three times, half/a third, a third/half, a quarter/a third")
    + _pairs("two-thirds/three-quarters, three-quarters/two-thirds, halved/doubled")
)
SCALE_PAIRS = (
    *_pairs("萬億/億, 万亿/亿, 億/萬, 亿/万, 萬/億, 万/亿"),
    *_pairs("thousand/million, million/billion, billion/million, trillion/billion"),
)
UNIT_PAIRS = (
    *_pairs(
        "公里/英里, km/miles, miles/km, 公斤/磅, kg/lb, 公噸/公斤, 噸/公斤, 吨/公斤, tonnes/kg, 米/公里, 公尺/公里"
    ),
    *_pairs(
        "公頃/平方米, 公顷/亩, hectares/acres, acres/hectares, 毫米/厘米, 厘米/毫米, mm/cm, feet/miles, 平方米/公顷"
    ),
    *_pairs("分鐘/小時, 分钟/小时, minutes/hours, hours/minutes, 小時/分鐘, 小时/分钟, weeks/days, 週/日, 周/天"),
    *_pairs("m/km, GWh/MWh, MWh/kWh, litres/millilitres, metres/km"),
)
HAN = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"〇": 0, "兩": 2, "两": 2}
TO_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ENGLISH = {word: number for number, word in enumerate(TO_TWENTY)} | {w: 10 * n for n, w in enumerate(TENS, 3)}
ORDINALS = ("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = (
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    *(tuple(name + day for day in "一二三四五六日") for name in ("星期", "週", "周")),
)
