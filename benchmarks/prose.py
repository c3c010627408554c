"""Made-up news of nothing but figures, one for some twenty bytes, the same on every run.

The figures of a paragraph belong together (parts, growth, shares, means), so that checks
find as much to relate as in a real article, and they agree within it. Long texts come back to
the same places and goods, so their repeated figures do not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

PLACES = {
    "zh": ("青禾", "白渡", "望川", "石埠", "雲陂", "臨圩", "南磯", "松坳", "清溪", "長嶺"),
    "en": ("Ashby", "Brill", "Corran", "Dunmere", "Elwick", "Farrow", "Glenhythe", "Hexley", "Ingram", "Kelso"),
}
GOODS = {
    "zh": ("茶葉", "陶瓷", "農機", "紡織品", "鋰電池", "中藥材", "水產", "玩具"),
    "en": ("timber", "ceramics", "farm machinery", "textiles", "batteries", "dairy", "seafood", "toys"),
}


def article(language: str, size: int, seed: int = 7) -> str:
    """Paragraphs of a made-up article, at least `size` bytes in UTF-8; `language` is "zh" or "en"."""
    return "\n\n".join(until(size, lambda random: _paragraph(language, random), seed)) + "\n"


def paragraph(language: str, size: int, seed: int = 7) -> str:
    """The same in a single paragraph."""
    joint = "" if language == "zh" else " "
    return joint.join(until(size, lambda random: _paragraph(language, random), seed))


def until(size: int, make: Callable[[Random], str], seed: int) -> Iterator[str]:
    """Paragraphs until they make `size` bytes."""
    random, written = Random(seed), 0
    while written < size:
        text = make(random)
        written += len(text.encode())
        yield text


def _paragraph(language: str, random: Random) -> str:
    sentences = _CHINESE if language == "zh" else _ENGLISH
    joint = "" if language == "zh" else " "
    return joint.join(make(random) for make in random.sample(sentences, 4))


def _pair(random: Random, language: str) -> tuple[str, str]:
    first, second = random.sample(PLACES[language], 2)
    return first, second


def _zh_sum(random: Random) -> str:
    a, b = random.randint(200, 900), random.randint(200, 900)
    first, second = _pair(random, "zh")
    year, good = random.randint(1950, 2022), random.choice(GOODS["zh"])
    return f"{year}年{random.choice(PLACES['zh'])}縣登記{good}企業共{a + b:,}家，其中{first}鎮{a}家，{second}鎮{b}家。"


def _zh_growth(random: Random) -> str:
    before, percent = random.randint(1000, 9000), random.randint(2, 45)
    after = before * (100 + percent) / 100
    place, good, year = random.choice(PLACES["zh"]), random.choice(GOODS["zh"]), random.randint(1850, 2021)
    return (
        f"{place}市{good}產值由{year}年的{before / 100:.2f}億元增至{year + 1}年的{after / 100:.2f}億元，"
        f"增長{percent}%。"
    )


def _zh_share(random: Random) -> str:
    whole, percent = random.randint(200, 900) * 10, random.randint(5, 95)
    return (
        f"受訪的{whole}名工人中，{whole * percent // 100}人住在廠區，佔{percent}%，平均年齡{random.randint(28, 49)}歲。"
    )


def _zh_mean(random: Random) -> str:
    count, each = random.randint(12, 90), random.randint(15, 300)
    return (
        f"{random.choice(PLACES['zh'])}區{count}個村平均每村投入{each}萬元，合共投入{count * each / 10000:.2f}億元，"
        f"其中約{random.randint(2, 6)}成來自省級財政。"
    )


def _zh_loose(random: Random) -> str:
    return (
        f"該線全長{random.randint(20, 400)}.{random.randint(1, 9)}公里，設{random.randint(3, 30)}個站，"
        f"預計三年內動工，票價不超過{random.randint(5, 60)}元，每日可載客逾{random.randint(2, 9)}萬人次。"
    )


def _en_sum(random: Random) -> str:
    a, b = random.randint(200, 900), random.randint(200, 900)
    first, second = _pair(random, "en")
    return (
        f"Last year {a + b:,} makers of {random.choice(GOODS['en'])} were registered, "
        f"comprising {a} in {first} and {b} in {second}."
    )


def _en_growth(random: Random) -> str:
    before, percent = random.randint(1000, 9000), random.randint(2, 45)
    after = before * (100 + percent) / 100
    place, good = random.choice(PLACES["en"]), random.choice(GOODS["en"])
    return (
        f"Output of {good} in {place} rose {percent}% to ${after / 100:.2f} million in 2022 "
        f"from ${before / 100:.2f} million in 2021."
    )


def _en_share(random: Random) -> str:
    whole, percent = random.randint(200, 900) * 10, random.randint(5, 95)
    return (
        f"Of the {whole:,} workers asked, {whole * percent // 100:,}, or {percent}%, live on the site; "
        f"their mean age is {random.randint(28, 49)}."
    )


def _en_mean(random: Random) -> str:
    count, each = random.randint(12, 90), random.randint(15, 300)
    return (
        f"The {count} parishes of {random.choice(PLACES['en'])} spent an average of ${each},000 each, "
        f"a total of ${count * each / 1000:.2f} million, about {random.randint(20, 60)}% of it from the county."
    )


def _en_loose(random: Random) -> str:
    return (
        f"The line is {random.randint(20, 400)}.{random.randint(1, 9)} km long with {random.randint(13, 30)} stops, "
        f"a fare of no more than ${random.randint(5, 60)} and room for over {random.randint(20, 90)},000 people a day."
    )


_CHINESE = (_zh_sum, _zh_growth, _zh_share, _zh_mean, _zh_loose)
_ENGLISH = (_en_sum, _en_growth, _en_share, _en_mean, _en_loose)

HOSTILE: dict[str, str] = {
    "1,1,1…": "1,", "((((": "(", "一一一…": "一", "1111…": "1", "萬萬萬…": "萬", "1 1 1…": "1 ", "約約約…": "約",
    "$$$$": "$", "1-1-1…": "1-", "1:1:1…": "1:", "1.1.1…": "1.", "2020年2020年…": "2020年", "A、A、A…": "甲、",
    "其中其中…": "其中", "1%1%…": "1%", "one hundred and…": "one hundred and ", "of which, of which…": "of which, ",
    "spaces": " ", "newlines": "\n", "1 newline…": "1\n", "| 1 | 1 |…": "| 1 | 1 |\n", "####": "#", "* * *": "* ",
    "<!--": "<!--", "[[[[": "[", "，，，": "，", "１２３…": "１２３", "combining": "e\u0301",
    "零零零…": "零", "分之分之…": "分之",
}  # fmt: skip
"""Names of inputs that are hard on patterns, and what they repeat."""
