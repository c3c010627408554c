"""Made-up news: of business, with a figure for about sixty bytes, and of the day, with one for some two hundred.

`benchmarks.prose` puts a figure in every few words, so that checks find much to relate and
every cost of a figure shows. Nobody writes like that; the speed that a reader of newspapers
will see is that on the news of the day, in which most sentences have no figure.
"""

from __future__ import annotations

from random import Random

from benchmarks.prose import GOODS, PLACES, until

MONTHS = ("January", "March", "May", "June", "September", "November")
NAMES = {
    "zh": ("方啟明", "羅雅詩", "譚守仁", "顧文婷", "葉承志", "阮小嵐"),
    "en": ("Ada Merrow", "Colin Thrale", "Joan Pettifer", "Miles Ashdown", "Ruth Garvey", "Simon Oakes"),
}

_FIGURES = {
    "zh": (
        "{place}{good}集團昨日收市報{price}元，升{percent}%，為{month}月以來最高。",
        "公司公布上半年盈利{million}萬元，去年同期為{less}萬元，管理層形容成績略勝預期。",
        "分析員原先估計盈利約{less}萬元，多數維持原有評級，也有人認為估值已經不便宜。",
        "集團打算在{year}年底前於{place}的廠房增聘約{people}人，並且重開停用多時的生產線。",
        "海關資料顯示，{place}出口的{good}按年減少{percent}%，是連續第{few}個月下跌。",
        "{place}市政府撥出{million}萬元修葺舊碼頭，工程由{few}家本地公司承辦。",
    ),
    "en": (
        "Shares in the {place} {good} group closed {percent}% higher at ${price}, the best since {name_month}.",
        "The company put its half-year net profit at ${million} million, against ${less} million a year before.",
        "Analysts had pencilled in about ${less} million, and most of them left their ratings where they were.",
        "The group means to take on about {people} people at its plant in {place} by the end of {year}.",
        "Customs data showed shipments of {good} from {place} down {percent}%, the {few}th fall in a row.",
        "The council of {place} set aside ${million} million to mend the old quay, shared by {few} local firms.",
    ),
}
_WORDS = {
    "zh": (
        "{name}在記者會上說，客戶都在觀望新規則會帶來甚麼，訂單因此放慢，但沒有人取消。",
        "董事會認為眼下沒有理由改變方向，只要海外需求撐得住，原有的計劃就會照舊進行。",
        "工會代表並不同意，批評管理層把風險推給前線員工，又遲遲不肯公開外判合約的內容。",
        "{place}的供應商則說，原料價格已經回穩，真正令人擔心的是運輸和人手。",
        "熟悉內情的人士透露，雙方早前談過合作，後來因為條件談不攏而擱置。",
        "市場對消息反應不一，有人視為轉機，也有人提醒投資者不要只看標題。",
    ),
    "en": (
        "{name}, who has led the firm since it left its parent, said that customers were waiting for the rules.",
        "The board saw no reason to change course, it said, so long as demand from abroad held up.",
        "Union leaders accused the managers of pushing the risk on to those who work at the front.",
        "Suppliers in {place} said that prices had settled; what kept them awake was transport and staff.",
        "People close to the talks said both sides had looked at a merger, but not agreed on who would run it.",
        "Traders disagreed: some saw a turn for the better, while others warned against trusting the headlines.",
    ),
}


def news(language: str, size: int, seed: int = 7) -> str:
    """Paragraphs of business news, at least `size` bytes in UTF-8; `language` is "zh" or "en"."""
    return "\n\n".join(until(size, lambda random: _paragraph(language, random), seed)) + "\n"


def daily(language: str, size: int, seed: int = 7) -> str:
    """Paragraphs of the day's news, at least `size` bytes in UTF-8; `language` is "zh" or "en"."""
    return "\n\n".join(until(size, lambda random: _paragraph(language, random, 2, 5), seed)) + "\n"


def _paragraph(language: str, random: Random, figures: int = 4, words: int = 2) -> str:
    """So many sentences with figures among others without."""
    sentences = random.sample(_FIGURES[language], figures) + random.sample(_WORDS[language], words)
    random.shuffle(sentences)
    return ("" if language == "zh" else " ").join(_filled(sentence, language, random) for sentence in sentences)


def _filled(sentence: str, language: str, random: Random) -> str:
    million = random.randint(120, 9800)
    return sentence.format(
        place=random.choice(PLACES[language]),
        good=random.choice(GOODS[language]),
        name=random.choice(NAMES[language]),
        name_month=random.choice(MONTHS),
        month=random.randint(1, 12),
        year=random.randint(2024, 2031),
        percent=f"{random.randint(3, 190) / 10:.1f}",
        price=f"{random.randint(110, 9900) / 100:.2f}",
        million=f"{million:,}",
        less=f"{million * random.randint(60, 95) // 100:,}",
        people=random.randint(3, 60) * 10,
        few=random.randint(4, 9),
    )
