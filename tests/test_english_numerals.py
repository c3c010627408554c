"""English numerals: digits and words, value first."""

from __future__ import annotations

import pytest
from english_marks import check, rows

from claims.extract import extract
from claims.readers import read_text

DIGITS = """
«0» => 0
«7» => 7 - number
«0042» => 42
«1,000» => 1000 - number @round
«12,345» => 12345 - number @exact
«1,234.5» => 1234.5 - number @digit
«98765432» => 98765432
«.75» => .75
«3.50» => 3.5 - number @digit
«1 234 567» => 1234567
«40 000» => 40000
«1\u202f500\u202f000» => 1500000
«1'250'000» => 1250000
«12,34,567.5» => 1234567.5
«1.234.567,89» => 1234567.89
«２，５００» => 2500
«-17» => -17
«−17» => -17
«minus 17» => -17
«negative 2.5» => -2.5
«5k» => 5000
«250K» => 250000
«1.2M» => 1200000
«3.4bn» => 3400000000 - number @digit
«6 bn» => 6000000000
«0.9tn» => 900000000000
«7mn» => 7000000
«2.5b» => 2500000000
«4 million» => 4000000 - number @digit
«500 million» => 500000000 - number @scaled
«3.25 billion» => 3250000000
«2 trillion» => 2000000000000
«12 hundred» => 1200
«15 lakh» => 1500000
«3 crore» => 30000000
«3 dozen» => 36
«4 thousand 2 hundred» => 4200
«4 thousand 2 hundred and 7» => 4207
«3 million and a half» => 3500000
«5 and a half» => 5.5
«2 and three quarters» => 2.75
«1/2» => 1/2
«3/8» => 3/8
«7 3/4» => 7.75
«7-3/4» => 7.75
«2 ½» => 2.5
«4¼» => 4.25
«-3/4» => -.75
«2 × 10^6» => 2000000
«2x10^6» => 2000000
«1.5×10−3» => .0015
«6e5» => 600000
«7.25e-2» => .0725
«2^10» => 1024
«1 point 5» => 1.5
"""

WORDS = """
«zero» => 0
«nought» => 0
«one» => 1
«nine» => 9
«ten» => 10
«nineteen» => 19
«forty» => 40
«twenty-three» => 23
«twenty three» => 23
«ninety - nine» => 99
«one hundred» => 100
«a hundred» => 100
«a hundred and five» => 105
«one hundred and five» => 105
«one hundred five» => 105
«nine hundred and ninety-nine» => 999
«twelve hundred» => 1200
«two thousand» => 2000
«two thousand and twelve» => 2012
«six thousand four hundred» => 6400
«seventy-one thousand and twelve» => 71012
«three hundred and four thousand» => 304000
«one million» => 1000000
«two million, three hundred thousand» => 2300000
«five million two hundred and six thousand and one» => 5206001
«forty-two billion» => 42000000000
«hundred thousand» => 100000
«five hundred thousand» => 500000 - number @scaled
«nine lakh crore» => 9000000000000
«three dozen» => 36
«a dozen» => 12
«half a dozen» => 6
«two and a half» => 2.5
«one and three quarters» => 1.75
«one and a third» => 4/3
«six and two fifths» => 6.4
«two and fifty hundredths» => 2.5
«half a million» => 500000
«half million» => 500000
«a quarter million» => 250000
«quarter of a million» => 250000
«three-quarters of a million» => 750000
«two million and a half» => 2500000
«one billion and a quarter million» => 1000250000
«two and a half million» => 2500000
«five point two» => 5.2
«zero point zero six» => .06
«thirty point seventy-five» => 30.75
«one point five million» => 1500000
«minus twelve» => -12
«twenty-two sevenths» => 22/7
"""

PARTS = """
«a half» => 50 percent percent @fraction
«one half» => 50 percent percent
«half» of all trips => 50 percent
«one-third» => 100/3 percent percent @fraction
«two thirds» => 200/3 percent percent
«two-thirds» of the seats => 200/3 percent
«three quarters» => 75 percent percent
«three-quarters» of voters => 75 percent
«a third» of the members => 100/3 percent percent
«a quarter» of the town => 25 percent
«one fifth» => 20 percent percent
«four fifths» => 80 percent
«a tenth» of the stock => 10 percent
«five eighths» => 62.5 percent
it grew by «a third» => 100/3 percent percent +up
an increase of «a third», it said => 100/3 percent percent
«1 in 5» => 20 percent percent @fraction
«one in four» => 25 percent percent
«two in five» people => 40 percent
«nine out of ten» doctors => 90 percent percent
«three out of four» => 75 percent
«1 in 200» => .5 percent
«one in a hundred» => 1 percent
«½» => 50 percent
«¾» of them => 75 percent
«half» the fleet => 50 percent
sold more than «half» of it => >50 percent
"""

ORDINALS = """
«2nd» => 2 - ordinal
«3rd» => 3 - ordinal
«21st» => 21 - ordinal
«112th» => 112 - ordinal
«1,000th» => 1000 - ordinal
came «third» => 3 - ordinal
the «second» largest port => 2 - ordinal
the «twelfth» meeting => 12 - ordinal
the «twenty-first» birthday => 21 - ordinal
the «thirty second» row => 32 - ordinal
the «hundredth» goal => 100 - ordinal
the «two hundredth» goal => 200 - ordinal
the «one hundred and fifth» page => 105 - ordinal
the «fortieth» anniversary => 40 - ordinal
between the «tenth and the fifteenth» => 10..15 - ordinal
first of all =>
at first =>
second-hand cars =>
"""

OPEN = """
«dozens» of boats => 24..<100 count count
«scores» of boats => 40..<200 count count
«hundreds» of boats => 200..<1000 count count
«thousands» of boats => 2000..<100000 count
«tens of thousands» of fans => 20000..<100000 count
«hundreds of thousands» of fans => 200000..<1000000 count
«millions» of people => 2000000..<1000000000 count
«millions of dollars» => 2000000..<1000000000 USD money
«hundreds of years» => 200..<1000 year duration
«several hundred» boats => 200..<1000 count
«a few thousand» boats => 2000..<10000 count
«several million dollars» => 2000000..<10000000 USD money
a few boats =>
several boats =>
«a couple of» boats => ~2 count count
«a couple of miles» => ~2 mile dimension
"""

MULTIPLES = """
sales «doubled» => 2 - multiple +up @multiple
output «tripled» => 3 - multiple +up
it was «halved» => 1/2 - multiple +down
costs «quadrupled» => 4 - multiple +up
«1.5x» => 1.5 - multiple
«10x» faster => 10 - multiple
a «threefold» rise => 3 - multiple
a «three-fold» rise => 3 - multiple
a «10-fold» rise => 10 - multiple
«twice» as many => 2 - multiple
«twice» the size => 2 - multiple
more than «double» the price => >2 - multiple
«three times» as many => 3 - multiple
«4.5 times» higher => 4.5 - multiple
double-click on it =>
the double room =>
he rang twice =>
"""

PARTS_IN_WORDS = """
«one-and-a-half million» => 1500000
«two hundred thirty two and a thirtieth» => 6961/30
«two hundred and fifty-four hundredths» => 200.54
«one hundred thirty fifths» => 20/7
«one hundred and thirty fifths» => 26
higher than the «tenth but lower than the fifteenth» => >10..<15
«one one-hundredth» => 1 percent
«nine times out of ten» they do => 90 percent
«point 75» => .75
it will «double» by then => 2 - multiple
it will double as a shop =>
"""

IDENTIFIERS = """
version 2.0.1 =>
1.2.3; it is =>
10.20.30.40 =>
call 020 7946 0018 =>
call 555-0199 =>
+44-20-7946-0018 =>
1/0 =>
1e3000000 =>
12345678901234567890123456789012345678901234567890 =>
the letters x12y =>
see https://example.org/a/12?b=30 for more =>
a scp-12 file =>
room 101b =>
12@example.org =>
see [12] =>
9/11 =>
open 24/7 =>
ring 0870 now =>
they say 2+2=5 =>
"""

TABLES = (DIGITS, WORDS, PARTS, ORDINALS, OPEN, MULTIPLES, PARTS_IN_WORDS, IDENTIFIERS)


@pytest.mark.parametrize("row", [row for table in TABLES for row in rows(table)])
def test_numeral(row: str) -> None:
    check(row)


@pytest.mark.parametrize("text", ["two-and-thirty", "six-and-", "He is two-and-twenty", "four &", "one-and-a-"])
def test_a_text_may_end_with_a_hyphenated_number(text: str) -> None:
    assert extract(read_text(text, "a.txt", language="en")).draft.text == text
