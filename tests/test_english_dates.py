"""Dates and periods in English."""

from __future__ import annotations

import pytest
from english_marks import check, rows

from claims.grammar.setting import Setting

ABSOLUTE = """
in «2020» => 2020-01-01/2020-12-31 date
since «1999», => 1999-01-01/1999-12-31
the «2005» election => 2005-01-01/2005-12-31
by mid-«2007» => 2007-01-01/2007-12-31
«2011» was a good year => 2011-01-01/2011-12-31
(«1984») => 1984-01-01/1984-12-31
about «2000» people => ~2000 count
«2000» people => 2000 count
«2,020» people => 2020 count
the «1990s» => 1990-01-01/1999-12-31
the «80s» => 1980-01-01/1989-12-31
«2015–2019» => 2015-01-01/2019-12-31
«2015-2019» => 2015-01-01/2019-12-31
the «2003-04» season => 2003-01-01/2004-12-31
the «2019/20» season => 2019-01-01/2020-12-31
«nineteen eighty-four» => 1984-01-01/1984-12-31
the «19th century» => 1801-01-01/1900-12-31
«March 2020» => 2020-03-01/2020-03-31
«March, 2020» => 2020-03-01/2020-03-31
«Feb. 2020» => 2020-02-01/2020-02-29
«1 March 2020» => 2020-03-01/2020-03-01
«1st March, 2020» => 2020-03-01/2020-03-01
the «1st of March 2020» => 2020-03-01/2020-03-01
«March 1, 2020» => 2020-03-01/2020-03-01
«March 1st, 2020» => 2020-03-01/2020-03-01
Sunday «1 March 2020» => 2020-03-01/2020-03-01
from «6 to 9 January 2005» => 2005-01-06/2005-01-09
growth over «1964». => 1964-01-01/1964-12-31
«1-5 March 2020» => 2020-03-01/2020-03-05
«March 1-5, 2020» => 2020-03-01/2020-03-05
«2020-03-01» => 2020-03-01/2020-03-01
«25/12/2019» => 2019-12-25/2019-12-25
«12/25/2019» => 2019-12-25/2019-12-25
«5/6/2019» => /
«Q3 2020» => 2020-07-01/2020-09-30
«H1 2019» => 2019-01-01/2019-06-30
the «third quarter of 2020» => 2020-07-01/2020-09-30
the «fourth quarter of 2018» => 2018-10-01/2018-12-31
in the «first half of 2019» => 2019-01-01/2019-06-30
the «first nine months of 1989» => 1989-01-01/1989-09-30
the «first three quarters of 2001» => 2001-01-01/2001-09-30
«FY2020» => /
«fiscal 2020» => /
the «financial year 2019» => /
the «year to March 2020» => 2019-04-01/2020-03-31
the «year ended 31 December 2018» => 2018-01-01/2018-12-31
the «three months to June 2015» => 2015-04-01/2015-06-30
"""

OPEN = """
on «1 March» => --03-01/--03-01 date
on «March 1» => --03-01/--03-01
in «April» => --04-01/--04-30
«last year» => /
«a year earlier» => /
the «third quarter» => /
«this week» => /
you may take «5» => 5
they march «3 miles» => 3 mile
"""

YEARS = """
a ruling («1803») => 1803-01-01/1803-12-31
«June 28 through 30» => --06-28/--06-30
it dates from «1695» => 1695-01-01/1695-12-31
changed in «1834», => 1834-01-01/1834-12-31
in «1848» Lord Example => 1848-01-01/1848-12-31
in «1812» ships => 1812 count
it sold «1850» cars => 1850 count
«2003/4» => 2003-01-01/2004-12-31
below their «1960» levels => 1960-01-01/1960-12-31
over «2019» levels => 2019-01-01/2019-12-31
"«2005» offers the chance," => 2005-01-01/2005-12-31
until at least «2030» => 2030-01-01/2030-12-31
the «2021» Notes => 2021-01-01/2021-12-31
some «1960» boats => ~1960 count
sold «1960» boats => 1960 count
their «1960» boats => 1960-01-01/1960-12-31
outstanding «2019» Notes => 2019-01-01/2019-12-31
in «2018» and other «2018» purchases => 2018-01-01/2018-12-31; 2018-01-01/2018-12-31
in 190 AD =>
about 3000 BC, =>
the «year ended December 31, 2018», => 2018-01-01/2018-12-31
«three months ended November 30, 2018» => 2018-09-01/2018-11-30
"""

RESOLVED = """
«last year» => 2019-01-01/2019-12-31
«this year» => 2020-01-01/2020-12-31
«next year» => 2021-01-01/2021-12-31
«a year ago» => 2019-01-01/2019-12-31
«last month» => 2020-01-01/2020-01-31
«last quarter» => 2019-10-01/2019-12-31
in «December» => 2019-12-01/2019-12-31
in «March» => 2020-03-01/2020-03-31
on «20 January» => 2020-01-20/2020-01-20
«last March» => 2019-03-01/2019-03-31
«Q2» => 2020-04-01/2020-06-30
the «third quarter» => 2020-07-01/2020-09-30
the «first half of last year» => 2019-01-01/2019-06-30
the «year to March» => 2019-04-01/2020-03-31
the «six months to June» => 2020-01-01/2020-06-30
the last «two years» => 2 year
"""


@pytest.mark.parametrize("row", rows(ABSOLUTE) + rows(OPEN) + rows(YEARS))
def test_date(row: str) -> None:
    check(row)


@pytest.mark.parametrize("row", rows(RESOLVED))
def test_date_told_from_the_documents_own(row: str) -> None:
    check(row, Setting(date="2020-02-15"))
