"""Money in English, value first."""

from __future__ import annotations

import pytest
from english_marks import check, rows

from claims.grammar.setting import Setting

MONEY = """
«$5» => 5 USD money @exact
«$ 5» => 5 USD
«$3.50» => 3.5 USD money @digit
«$1,250» => 1250 USD
«$40,000» => 40000 USD money @round
«$3.4bn» => 3400000000 USD money @digit
«$500 million» => 500000000 USD money @scaled
«$12m» => 12000000 USD
«$2.1T» => 2100000000000 USD
«$10K» => 10000 USD
«$7 mn» => 7000000 USD
«-$3.2 million» => -3200000 USD
«$1.2 billion-dollar» deal => 1200000000 USD
«10$» => 10 USD
«10 $» => 10 USD
«10k$» => 10000 USD
«US$5» => 5 USD
«U.S.$ 5» => 5 USD
«HK$250 million» => 250000000 HKD
«A$30m» => 30000000 AUD
«C$1.5bn» => 1500000000 CAD
«S$900» => 900 SGD
«NZ$20» => 20 NZD
«NT$300» => 300 TWD
«R$15» => 15 BRL
«€200» => 200 EUR
«20€» => 20 EUR
«£8.1 million» => 8100000 GBP
«£5m» => 5000000 GBP
«¥1,000» => 1000 JPY
«₹500» => 500 INR
«₩3,000» => 3000 KRW
«USD 5m» => 5000000 USD
«USD3.14» => 3.14 USD
«EUR 20» => 20 EUR
«CHF 3.05» => 3.05 CHF
«RMB 10» => 10 CNY
«Rs 20» => 20 INR
«Rs. 20» => 20 INR
«Rs20» => 20 INR
«RM42» => 42 MYR
«500 USD» => 500 USD
«75 USD million» => 75000000 USD
«30 MUSD» => 30000000 USD
«500 RM» => 500 MYR
«5 dollars» => 5 USD
«five dollars» => 5 USD
«2 million dollars» => 2000000 USD
«a million dollars» => 1000000 USD
«half a billion euros» => 500000000 EUR
«quarter of a million pounds» => 250000 GBP
«three hundred euros» => 300 EUR
«361 million pounds» => 361000000 GBP
«ten pounds» => 10 GBP
«450,000 yen» => 450000 JPY
«100 billion yuan» => 100000000000 CNY
«12 Hong Kong dollars» => 12 HKD
«6 Australian dollars» => 6 AUD
«9 Canadian dollars» => 9 CAD
«1,015 francs» => 1015 CHF
«20 rupees» => 20 INR
«35 lakh rupees» => 3500000 INR
«34 cents» => .34 USD
«10¢» => .1 USD
«50p» => .5 GBP
«210 pence» => 2.1 GBP
«one penny» => .01 GBP
«12-cent» dividend => .12 USD
«one-yen» bid => 1 JPY
«a dollar» => 1 USD
«17c» a share => .17 USD
«6.25 BTC» => 6.25 BTC
«20 roubles» => 20 RUB
«300 baht» => 300 THB
«3 billion won» => 3000000000 KRW
«15 dollars 50» => 15.5 USD
«$10-20» => 10..20 USD money
«$10-$20» => 10..20 USD
«$3-5 million» => 3000000..5000000 USD
«$3 to $5 million» => 3000000..5000000 USD
between «3 and 5 million dollars» => 3000000..5000000 USD
from «10 to 20 dollars» => 10..20 USD
«10-20 euros» => 10..20 EUR
«5 €», «10 €», «20 €» => 5 EUR; 10 EUR; 20 EUR
«$20» in cash and «32» coins => 20 USD; 32 count
he paid «$20,000» «$30,000» => 20000 USD; 30000 USD
all «70» of us => 70
"""


@pytest.mark.parametrize("row", rows(MONEY))
def test_money(row: str) -> None:
    check(row)


@pytest.mark.parametrize(
    "row",
    rows("""
«$5» => 5 HKD money
«5 dollars» => 5 HKD
«20 cents» => .2 HKD
«US$5» => 5 USD
«S$5» => 5 SGD
«$15 an hour» => 15 HKD/hour
«$3-5 million» => 3000000..5000000 HKD
"""),
)
def test_bare_dollar_is_the_documents(row: str) -> None:
    check(row, Setting(dollar="HKD"))


@pytest.mark.parametrize(
    "row",
    rows("""
«1.234,5» => 1234.5
«2,5 %» => 2.5 percent
«€1.250.000» => 1250000 EUR
«3,75 million» => 3750000
"""),
)
def test_decimal_comma(row: str) -> None:
    check(row, Setting(decimal_comma=True))
