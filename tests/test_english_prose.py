"""English prose: what is no quantity, and what stands in whole sentences."""

from __future__ import annotations

import pytest
from english_marks import check, rows

PRONOUNS = """
no one came =>
one of the boats sank =>
this one is better =>
they met one another =>
which one is it? =>
one can never tell =>
One might think so. =>
the wrong one was sent =>
«one» boat sank and «two» boats did not => 1 count; 2 count
«one» died => 1 count
a boat and an anchor =>
"""

NAMES = """
a Boeing 747 landed =>
the G7 leaders =>
World War II veterans =>
Covid-19 cases =>
an iPhone 12 owner =>
on Windows 10 =>
a 5G network =>
an F-16 pilot =>
Formula One cars =>
on Channel 4 news =>
BBC Radio 1 said =>
along Route 66 =>
under Section 12 of it =>
invoke Article 50 now =>
see page 3 =>
at No 10 he said =>
in Chapter 7, =>
Figure 3 shows it =>
10 Downing Street =>
the top 10 list =>
Phase 2 begins =>
a 3D film =>
MP3 players =>
Opera 8.0 is out => 
talks on Five News =>
the Group of Seven meets =>
a size 12 coat =>
at 221B Baker Street =>
the 4x100m relay =>
Ten Downing Street said so =>
see cols. 2299-2312 =>
Apollo 11 crew =>
the Catch-22 here =>
"""

LISTED_NAMES = """
in part two of it, and in round three. =>
rooms 101, 102 and 103 =>
under one country, two systems it =>
in a case, 7 US 245, it =>
on a Pixel 3, he =>
the new 3 Series is out =>
the 737 Max is grounded =>
reached the last 16. =>
the round of 16. =>
the «16» Labour councillors => 16 count
the Famous Five, a book =>
the Group of 20 met =>
in her mid-40s =>
the over-60s =>
see p. 34 for it =>
at half past ten =>
a quarter to six =>
a thirty-something =>
zero tolerance of it =>
a 16:9 screen =>
rapper 50 Cent =>
Chapters 3 and 4 deal with it =>
pages 10, 11 and 12 are blank =>
(Cols. 310 - 312) =>
Rocky 1 and 2 were shown =>
"Saturn 2 is late," he said =>
Saturn's Legacy 2 held its own =>
under IAS 38 Intangible Assets =>
Nokia's «30»-person team => 30 count
rank number three =>
now at number nine, =>
in the top ten. =>
the top «five» issues => 5 count
the top «12,345» earners => 12345 count
more than «$100».We will => >100 USD
0.A =>
see note 26 below =>
Section 5 and «20» others => 20 count
"""

ENUMERATORS = """
9. Leases and Loans =>
are deferred. 3. Licences are sold =>
Sec. 162(m) limits it =>
Rule 5550(b)(1) requires =>
Austin, TX 78701 =>
Codification (ASC) 842 =>
It ended at «9». => 9
1) the roof =>
It needs (1) a roof, (2) a door and (3) walls. =>
under section 13(8) of the Act =>
within «thirty (30) days» of it => 30 day
fell (from «3») to «2» => 3; 2
(in thousands): =>
(in millions, except per share data) =>
in «thousands» of homes => 2000..<100000
"""

ONES = """
Why «One In Five» Adults Skip => 20 percent
One expert said so. =>
"One way is this," =>
one key element of it =>
one hopes that it ends =>
from one device to another =>
at «one per cent» of it => 1 percent
at «one gigabyte a second» => 1 gigabyte/second
at one point =>
every «one megabyte» costs => 1 megabyte
he said that «one in three» are late => 100/3 percent
"""

PEOPLE = """
Mr. Sample, «63», was => 63 year age
Ms Sample, who is «45», left => 45 year age
Aged «9 to 11» now => 9..11 year age
children under «5» go free => <5 year age
people over «65», => >65 year age
«one of every three» => 100/3 percent
aged «19», «23» and «31» => 19 year age; 23 year age; 31 year age
Ann Sample, «27», a clerk, => 27 year age
Dr John Example, «45», from Leeds => 45 year age
In Upper Town, «25», «30» and «40» were open => 25 -; 30 -; 40 -
On Friday, «17», => 17 -
"""

CLOCK = """
so «16/364» were => 4/91 -
a lens of f/1.8 is =>
it gets 16/24 mpg =>
see CVE-2019-1234 for it =>
won in 1:51.34 again =>
a reading of 140/90 was =>
in 4K video =>
at 10:30 =>
at 7pm =>
at 7 p.m. sharp =>
by 11 am =>
at 1500 GMT =>
five o'clock =>
"""

SENTENCES = """
Of the «640» firms, «614» replied and «26» did not. => 640 count; 614 count; 26 - number
About «one in five» of the «2,300» pupils walk «1.5 km» or more. => ~20 percent; 2300 count; >=1.5 kilometer
The toll stands at «41», of whom «three» are children. => 41; 3
He, «34», earns «£28,000 a year». => 34; 28000 GBP/year
A «three»-bedroom house costs «$410,000». => 3 count; 410000 USD
The «12»-member panel met «twice» as often. => 12 count; 2 - multiple
Profit was «$1.2bn», against «$0.9bn» «a year earlier». => 1200000000 USD; 900000000 USD; /
The fund lost «€3m» («2.4%») in «March 2009». => 3000000 EUR money +down; 2.4 percent; 2009-03-01/2009-03-31
Turnout fell from «61%» to «59.4%». => 61 percent percent +None; 59.4 percent percent +None
It is «6 ft 2 in» tall and weighs «90 kg». => 74 inch; 90 kilogram
The ratio is «0.45» and p < «0.01». => .45; <.01
Rain fell for «40\\ndays». => 40 day
The area,\\n«301,338\\nkm2», is large. => 301338 kilometer**2
Fares go up from «£2» to «£2.50» on «1 March». => 2 GBP; 2.5 GBP; --03-01/--03-01
"""

TABLES = (PRONOUNS, NAMES, LISTED_NAMES, ENUMERATORS, ONES, PEOPLE, CLOCK, SENTENCES)


@pytest.mark.parametrize("row", [row for table in TABLES for row in rows(table)])
def test_prose(row: str) -> None:
    check(row, ordinals=False)
