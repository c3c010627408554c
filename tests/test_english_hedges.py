"""Hedges, directions, ranges and lists in English, value first."""

from __future__ import annotations

import pytest
from english_marks import check, rows

from claims.grammar.english import scan
from claims.grammar.setting import Setting

BEFORE = """
about «500» people => ~500 count
around «30%» => ~30 percent
roughly «12 km» => ~12 kilometer
approximately «£15 million» => ~15000000 GBP
some «325 kilometres» => ~325 kilometer
circa «1,200» => ~1200
~«40» => ~40
≈ «2.5» => ~2.5
in the region of «$3m» => ~3000000 USD
somewhere around «90 minutes» => ~90 minute
an estimated «4,000» fans => ~4000 count
nearly «half» of them => ^50 percent
almost «6,000» => ^6000
close to «45 degrees» => ^45 degree
more than «500» => >500
over «$2 billion» => >2000000000 USD
above «170» => >170
in excess of «£40m» => >40000000 GBP
exceeding «4 ml» => >4 milliliter
upwards of «300» => >300
just over «a third» of them => >100/3 percent
greater than «0.5» => >.5
better than «50%» => >50 percent
«18» or more => >=18
at least «20» => >=20
no fewer than «12» ships => >=12 count
no less than «$1.42» => >=1.42 USD
not less than «48 hours» => >=48 hour
a minimum of «3 years» => >=3 year
≥ «7» => >=7
>= «7» => >=7
greater than or equal to «40» => >=40
less than «six gallons» => <6 gallon
fewer than «a thousand» => <1000
under «40%» => <40 percent
below «3.5 miles» => <3.5 mile
< «0.05» => <.05
just under «£1bn» => <1000000000 GBP
up to «700» workers => <=700 count
at most «100» => <=100
no more than «6 lbs» => <=6 pound
as many as «9,000» => <=9000
as much as «$3m» => <=3000000 USD
a maximum of «30 days» => <=30 day
≤ «2.5» => <=2.5
less than or equal to «30» => <=30
adds up to «100%» => 100 percent
took over «five» firms => 5 count
profits over «three years» => 3 year
"""

AFTER = """
«500» or more => >=500
«five years» or longer => >=5 year
«30%» or so => ~30 percent
«18» or over => >=18
«65» and above => >=65
«100»+ people => >=100 count
«50-plus years» => >=50 year
«20-odd years» => ~20 year
«30» or fewer => <=30
«200» or less => <=200
«12 days» at most => <=12 day
«$3m» at least => >=3000000 USD
"""
DIRECTION = """
sales rose «5%» => 5 percent percent +up
sales rose by «5%» => 5 percent percent +up
sales fell by about «$3m» => ~3000000 USD money +down
up «20%» on the year => 20 percent percent +up
down «3 percentage points» => 3 percentage_point point +down
an increase of «40» staff => 40 count count +up
a rise in rents of «6%» => 6 percent percent +up
a drop of nearly «a quarter» => ^25 percent percent +down
a «5%» rise => 5 percent percent +up
a «12%» price increase => 12 percent percent +up
a «20 per cent» cut => 20 percent percent +down
«8%» higher => 8 percent percent +up
«15%» fewer => 15 percent percent +down
grew a further «2.5%» => 2.5 percent percent +up
rose to «7%» => 7 percent percent +None
rose from «5%» to «7%» => 5 percent percent +None; 7 percent percent +None
rose «5%» to «40» => 5 percent percent +up; 40 - number +None
they make up «40%» of it => 40 percent percent +None
"""

RANGES = """
«3 to 5 million» => 3000000..5000000
«3-5 weeks» => 3..5 week duration
between «3 and 5 million dollars» => 3000000..5000000 USD money
«20-30%» => 20..30 percent percent
«20–30%» => 20..30 percent
«20% to 30%» => 20..30 percent
«20%-30%» => 20..30 percent
«120-150» => 120..150
«1,000–5,000» => 1000..5000
«5k-20k» => 5000..20000
from «2 to 7 g» => 2..7 gram
~«2-7 grams» => 2..7 gram
about «3km-5km» => 3..5 kilometer
between «5 and six millimetres» => 5..6 millimeter
«44 mg to 50 mg» => 44..50 milligram
«two to four weeks» => 2..4 week duration
«two or three weeks» => 2..3 week
«three or four» => 3..4
«five or six hundred» => 500..600
from «1.1 to 1.3 euros» => 1.1..1.3 EUR
between «100 and 1000 litres» => 100..1000 liter
between «2.0 g and about 7.0 g» => 2..7 gram
between «0.5% and 1%» => 0.5..1 percent
between «a quarter and a third» of staff => 25..100/3 percent percent
at least «3 to 5 million» => 3000000..5000000
«20~100» => 20..100
«20 through 100» => 20..100
«-5 to 5» => -5..5
between «negative ten and fifteen» => -10..15
above «10 and below 20» => >10..<20
more than «20 and less than or equal to 35» => >20..35
at most «100 and at least 20» apples => 20..100 count
«5 ± 0.2 mm» => 4.8..5.2 millimeter dimension
«9 +/- 1» => 8..10
«25 to 30» seats => 25..30 count count
"""

SHARED_ENDS = """
a «1-in-2,500» chance => 1/25 percent
a «one-in-five» chance => 20 percent
for «three-to-five years» => 3..5 year
a nine-to-five job =>
«16»- and «17-year-olds» => 16 year age; 17 year age
«two»- and «three-year» terms => 2 year; 3 year
fewer than «one in ten»; => <10 percent
the two halves of it =>
shot in 4K, at «60» frames => 60 count
Year 7 pupils =>
cost «$10-25m» => 10000000..25000000 USD
within «a year or two» => 1..2 year duration
took «an hour or two» => 1..2 hour
between the ages of «16 and 18» => 16..18 year age
"""

NOT_RANGES = """
of at least «six», up to «1,000», as few as «3», => >=6; <=1000; >=3
rose from «30» to «50» => 30; 50
up from «3%» to «5%» => 3 percent; 5 percent
cut from «27» to «26%» => 27 percent; 26 percent
grew from «$3 million» to «$5 million» => 3000000 USD; 5000000 USD
more than «40» and less than «10» => >40; <10
won 3-1 =>
lost 6-4 6-2 =>
a 2-1 win =>
voted «52» to «48» => 52; 48
increase by «$16.6 million» to «$124.8 million» => 16600000 USD money +up; 124800000 USD money +None
fell below «$50» => <50 USD money +None
gave «$5» to «300» people => 5 USD money; 300 count count
paid «$500» to «300» people => 500 USD money; 300 count count
"""

LISTS = """
at «12.34», up «0.56», or «4.75%» => 12.34; .56 -; 4.75 percent
sold «1.2m» for «£4m» => 1200000 -; 4000000 GBP
a «5m» high wall for «£4m» => 5 meter; 4000000 GBP
aged «three» and «four-year-olds» => 3 year age; 4 year age
from «six months» to «nine», => 6 month; 9 month
grew by «1.4 million» to «44.9 million» => 1400000 - number +up; 44900000
«10», «12» and «15 per cent» => 10 percent percent; 12 percent percent; 15 percent percent
«5» and «6 kg» => 5 kilogram dimension; 6 kilogram dimension
«3», «4» or «5 days» => 3 day; 4 day; 5 day
«$3m», «$4m» and «$5m» => 3000000 USD; 4000000 USD; 5000000 USD
«20» cats and «30» dogs => 20 count; 30 count
in «2004», «12 kg» => 2004-01-01/2004-12-31; 12 kilogram
"""

TABLES = (BEFORE, AFTER, DIRECTION, RANGES, SHARED_ENDS, NOT_RANGES, LISTS)


@pytest.mark.parametrize("row", [row for table in TABLES for row in rows(table)])
def test_hedge(row: str) -> None:
    check(row)


@pytest.mark.parametrize(("text", "inner", "outer"), [
    ("It rose by about 5% a year", "5%", "rose by about 5%"),
    ("at least three million of them", "three million", "at least three million"),
    ("500 or more of them", "500", "500 or more"),
    ("a 20% cut in staff", "20%", "20% cut"),
    ("an increase of nearly $3m", "$3m", "increase of nearly $3m"),
    ("about 3-5 km away", "3-5 km", "about 3-5 km"),
])  # fmt: skip
def test_outer_span_takes_in_hedge_and_direction(text: str, inner: str, outer: str) -> None:
    (m,) = scan(text, Setting())
    assert (text[m.start : m.end], text[m.outer_start : m.outer_end]) == (inner, outer)
