"""Units, durations, ages, temperatures, rates and compounds, value first."""

from __future__ import annotations

import pytest
from english_marks import check, rows

DIMENSIONS = """
«5 km» => 5 kilometer dimension @digit
«5km» => 5 kilometer dimension
«5  km» => 5 kilometer dimension
«3.2 kilometres» => 3.2 kilometer dimension
«12 kilometers» => 12 kilometer
«eight miles» => 8 mile dimension
«half a mile» => .5 mile dimension
«two and a half miles» => 2.5 mile
«1.8m» tall => 1.8 meter dimension
a «400m» race => 400 meter
«30 cm» => 30 centimeter
«7 mm» => 7 millimeter
«6 ft» => 6 foot
«six feet» => 6 foot
«9-inch» plates => 9 inch dimension
«9"» => 9 inch
«2.5 inches» => 2.5 inch
it is «2 in» thick => 2 inch
«120 acres» => 120 acre dimension
«45-acre» farm => 45 acre
«2.5 hectares» => 2.5 hectare
«900 square feet» => 900 foot**2 dimension
«900 sq ft» => 900 foot**2
«75 square metres» => 75 meter**2
«75 m2» => 75 meter**2
«75 m²» => 75 meter**2
«310 km2» => 310 kilometer**2
«3 cubic metres» => 3 meter**3
«0.8 trillion cubic feet» => 800000000000 foot**3
«500 grams» => 500 gram
«2kg» => 2 kilogram
«4.5 kilos» => 4.5 kilogram
«10 lbs» => 10 pound dimension
weighs «12 pounds» => 12 pound dimension
«six pounds» of flour => 6 pound
«68-ounce» tins => 68 ounce
«14 stone» => 14 stone
«200 tonnes» => 200 metric_ton
«16,000 metric tons» => 16000 metric_ton dimension @round
«3 million tonnes» => 3000000 metric_ton
«90 tons» => 90 ton
«2 litres» => 2 liter
«250ml» => 250 milliliter
«10-gallon» tank => 10 gallon
«40 barrels» => 40 barrel
«3 tablespoons» => 3 tablespoon
«1/2 cup» => .5 cup
«3/4 teaspoon» => .75 teaspoon
«60 kWh» => 60 kilowatt_hour
«1.5 GW» => 1.5 gigawatt
«100 watts» => 100 watt
«2.4 GHz» => 2.4 gigahertz
«512MB» => 512 megabyte
«4 gigabytes» => 4 gigabyte
«8 Mbps» => 8 megabit/second
«220 volts» => 220 volt
«300 horsepower» => 300 horsepower
«1.1 eV» => 1.1 electron_volt
«85 decibels» => 85 decibel
a «45-degree» slope => 45 degree dimension
«10 microgrammes» => 10 microgram
«6 light years» => 6 light_year
«12 nautical miles» => 12 nautical_mile
«20,000 calories» => 20000 calorie
"""

RATES = """
«15 an hour» => 15 count/hour count
«30,000 per day» => 30000 count/day
«1,500 per square mile» => 1500 count/mile**2
«12» a year later => 12 -
from «4,000» «a year ago» => 4000 -; /
«£950 pcm» => 950 GBP/month
«410 lb-ft» => 410 foot*force_pound
«250Nm» => 250 newton*meter
«150PS» => 150 metric_horsepower
a «48MP» sensor => 48 megapixel
a «3,500mAh» battery => 3500 milliampere_hour
«120 mmHg» => 120 millimeter_Hg
«60 mph» => 60 mile/hour dimension
«188 miles an hour» => 188 mile/hour dimension
«90 km/h» => 90 kilometer/hour
«200 kilometres per hour» => 200 kilometer/hour
«9.8 m/s2» => 9.8 meter/second**2
«5 mg/l» => 5 milligram/liter
«130 g/km» => 130 gram/kilometer
«2 million barrels a day» => 2000000 barrel/day dimension
«35 miles per gallon» => 35 mile/gallon
«4 times a week» => 4 count/week count
«three times per day» => 3 count/day count
«$15 an hour» => 15 USD/hour money
«$3 a gallon» => 3 USD/gallon money
«$60 a barrel» => 60 USD/barrel
«£12 per square foot» => 12 GBP/foot**2
«20 J/m^2 per year» => 20 joule/meter**2/year
«$2.50» per passenger => 2.5 USD money
«$70» a share => 70 USD money
«64 cents» a dozen => .64 USD money
«$9 million» «a year earlier» => 9000000 USD money; / date
"""

DURATIONS = """
«3 days» => 3 day duration @digit
«two weeks» => 2 week duration
«two quarters» => 2 quarter duration
the past «three quarters» => 3 quarter duration
«18 months» => 18 month duration
«90 minutes» => 90 minute
«30 seconds» => 30 second
«two-year» plan => 2 year duration
«24-hour» service => 24 hour
«half an hour» => .5 hour duration
«half hour» => .5 hour
«three quarters of an hour» => .75 hour
«an hour and a half» => 1.5 hour
«one and a quarter hours» => 1.25 hour
«two and quarter of hours» => 2.25 hour
«1/2 hour» => .5 hour
«a decade and a half» => 1.5 decade
«two centuries» => 2 century
«3 hours 20 minutes» => 200 minute duration
«3 hours and 20 minutes» => 200 minute
«2 years, 3 months» => 27 month
«1 hour thirty» => 90 minute
«2 minutes 5 seconds» => 125 second
«1 week and 2 days» => 9 day
«an hour and 20 minutes» => 80 minute
«2 more days» => 2 day
«three consecutive years» => 3 year
about «an hour» => ~1 hour duration
less than «a year» => <1 year duration
"""

COMPOUNDS = """
«6 ft 2 in» => 74 inch dimension
«5 feet and 4 inches» => 64 inch
«5'4"» => 64 inch
«2 km 300 m» => 2300 meter
«10 stone 5 pounds» => 145 pound
«8 pounds 3 ounces» => 131 ounce
«3 yards, 2 feet» => 11 foot
the «5 miles», then «3 km» => 5 mile; 3 kilometer
«$5 and 20 cents» => 5.2 USD money
«20 dollars 43 cents» => 20.43 USD
«3 pounds 50 pence» => 3.5 GBP
"""

AGES = """
«34 years old» => 34 year age @exact
a «34-year-old» man => 34 year age
the «12 year-old» girl => 12 year age
the «six-month-old» lambs => 6 month age
aged «34» => 34 year age
an image of «two» boys => 2 count count
aged «55 - 59» => 55..59 year age
at the age of «19» => 19 year age
aged between «18 and 24» => 18..24 year age
«60 years of age» => 60 year age
«three weeks old» => 3 week age
«87 yo» => 87 year age
"""

TEMPERATURES = """
«37 degrees Celsius» => 37 degree_Celsius temperature @digit
«70°F» => 70 degree_Fahrenheit temperature
«21.5 °C» => 21.5 degree_Celsius
«-18 °C» => -18 degree_Celsius
«30 C» => 30 degree_Celsius
«98.6 degrees F» => 98.6 degree_Fahrenheit
«thirty celsius» => 30 degree_Celsius
«300 kelvin» => 300 kelvin temperature
«273.15K» => 273.15 kelvin
a cold «5 degrees» => 5 degree temperature
«10 degrees below zero» => -10 degree temperature
from «30 celsius to 40 celsius» => 30..40 degree_Celsius temperature
"""

SMALL_PARTS = """
at «10Gbps» => 10 gigabit/second
«3 parts per billion» => 3 ppb percent
«4Mt» of it => 4 megametric_ton
«20ms» => 20 millisecond
in «1h 20m» => 80 minute
in «1m 18.2s» => 78.2 second
a «six-foot-two» man => 74 inch
at «6-foot-5» and «240 pounds» => 77 inch; 240 pound
a «5-foot-10-inch» man => 70 inch
«half of 1%» => 1/2 percent percent
«a quarter of one percent» => 1/4 percent
«half» of the «40%» => 50 percent; 40 percent
«half a per cent» => 1/2 percent percent
rose «a quarter» point => 1/4 - number
by «half» a point => 1/2 - number
«a quarter»-point cut => 1/4 - number
weighs «9st 4lb» => 130 pound
plus or minus «3 percentage points» => 3 percentage_point
low 30s =>
«a tenth of a second» => 1/10 second
«three hundredths of a second» => .03 second
«half a second» => .5 second
«0.03 second» => .03 second
«one ten-thousandth of an inch» => 1/10000 inch
a «two-and-a-half-year» term => 2.5 year
«20 [kg]» => 20 kilogram
«10 "» long => 10 inch
at least «42in» ( => >=42 inch
«50m» taller => 50 meter
«-273.15°» on the Celsius scale => -273.15 degree_Celsius
«a metric ton» is equal to «2,204.62 pounds» => 1 metric_ton; 2204.62 pound
«a mile» is about «1.6 km» => 1 mile; ~1.6 kilometer
"""

PERCENT = """
«20%» => 20 percent percent @digit
«20 %» => 20 percent
«5.2 per cent» => 5.2 percent
«ten percent» => 10 percent
«12pc» => 12 percent
«7 pct» => 7 percent
«-20.0%» => -20 percent
«3 percentage points» => 3 percentage_point point
«0.3 percentage point» => .3 percentage_point point @digit
«25 basis points» => 25 basis_point point
«25bps» => 25 basis_point point
«4%-points» => 4 percentage_point
«2 per mille» => 2 permille percent
«6‰» => 6 permille
«a percentage point» => 1 percentage_point
«half a percentage point» => .5 percentage_point
"""

TABLES = (DIMENSIONS, RATES, DURATIONS, COMPOUNDS, AGES, TEMPERATURES, SMALL_PARTS, PERCENT)


@pytest.mark.parametrize("row", [row for table in TABLES for row in rows(table)])
def test_unit(row: str) -> None:
    check(row)
