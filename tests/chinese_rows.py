"""Chinese quantities, value first: a text, and every quantity that must be read in it.

A row is `text | quote = value unit hedge direction; …`: the figure as it stands, its value
(or range with its brackets, or first and last day), the unit or else the kind. Nothing
after the bar means that the text holds no quantity. The document's date is 2021-07-15.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from claims.grammar.chinese import scan
from claims.grammar.setting import Setting
from claims.model import Mention

SETTING = Setting(language="zh", script="Hans", date="2021-07-15")

NUMERALS = """
0 | 0 = 0 number
7 | 7 = 7 number
12 | 12 = 12 number
345 | 345 = 345 number
1,050 | 1,050 = 1050 number
7，318 | 7，318 = 7318 number
88,900 | 88,900 = 88900 number
2,468,135 | 2,468,135 = 2468135 number
10,000.5 | 10,000.5 = 10000.5 number
3.1416 | 3.1416 = 3.1416 number
0.05 | 0.05 = 0.05 number
.25 | .25 = 0.25 number
零 | 零 = 0 number
五 | 五 = 5 number
十 | 十 = 10 number
十一 | 十一 = 11 number
二十 | 二十 = 20 number
廿 | 廿 = 20 number
廿六 | 廿六 = 26 number
卅一 | 卅一 = 31 number
三十九 | 三十九 = 39 number
一百 | 一百 = 100 number
一百零八 | 一百零八 = 108 number
一百一十 | 一百一十 = 110 number
一百十二 | 一百十二 = 112 number
二百五 | 二百五 = 250 number
二百五十 | 二百五十 = 250 number
两百零三 | 两百零三 = 203 number
一千 | 一千 = 1000 number
一千零一 | 一千零一 = 1001 number
一千一百零一 | 一千一百零一 = 1101 number
三千七百六 | 三千七百六 = 3760 number
九千九百九十九 | 九千九百九十九 = 9999 number
一万 | 一万 = 10000 number
一万三 | 一万三 = 13000 number
两万零七十 | 两万零七十 = 20070 number
三万五 | 三万五 = 35000 number
十万零八 | 十万零八 = 100008 number
十二万三千四百五十六 | 十二万三千四百五十六 = 123456 number
一百万 | 一百万 = 1000000 number
三百零六万 | 三百零六万 = 3060000 number
五百六十七万八千 | 五百六十七万八千 = 5678000 number
一千二百三十四万五千六百七十八 | 一千二百三十四万五千六百七十八 = 12345678 number
一亿 | 一亿 = 100000000 number
一亿零三 | 一亿零三 = 100000003 number
四亿五千万 | 四亿五千万 = 450000000 number
二十一亿三千零五万 | 二十一亿三千零五万 = 2130050000 number
六万万 | 六万万 = 600000000 number
两万三千亿 | 两万三千亿 = 2300000000000 number
三千万亿 | 三千万亿 = 3000000000000000 number
五兆六千亿 | 五兆六千亿 = 5600000000000 number
壹佰 | 壹佰 = 100 number
贰仟叁佰 | 贰仟叁佰 = 2300 number
伍萬陸仟柒佰 | 伍萬陸仟柒佰 = 56700 number
玖佰零壹萬 | 玖佰零壹萬 = 9010000 number
拾貳億 | 拾貳億 = 1200000000 number
負四十一 | 負四十一 = -41 number
负一千 | 负一千 = -1000 number
-15 | -15 = -15 number
-3.5 | -3.5 = -3.5 number
三点五 | 三点五 = 3.5 number
二十八点六 | 二十八点六 = 28.6 number
零点零八 | 零点零八 = 0.08 number
一百零一点二五 | 一百零一点二五 = 101.25 number
三点五亿 | 三点五亿 = 350000000 number
两点三万 | 两点三万 = 23000 number
3.64万亿 | 3.64万亿 = 3640000000000 number
42.57万 | 42.57万 = 425700 number
318.45亿 | 318.45亿 = 31845000000 number
1亿2,300万 | 1亿2,300万 = 123000000 number
14亿1178万 | 14亿1178万 = 1411780000 number
8亿2万3千7百 | 8亿2万3千7百 = 800023700 number
6万2000 | 6万2000 = 62000 number
4万800 | 4万800 = 40800 number
5千零60万 | 5千零60万 = 50600000 number
8千 | 8千 = 8000 number
6百 | 6百 = 600 number
15k | 15k = 15000 number
30w | 30w = 300000 number
3.4M | 3.4M = 3400000 number
1.5e3 | 1.5e3 = 1500 number
2^10 | 2^10 = 1024 number
四五八 | 四五八 = 458 number
二〇二一 | 二〇二一 = 2021 number
一九八四 | 一九八四 = 1984 number
三百五又三分之一 | 三百五又三分之一 = 1051/3 number
二又二分之一 | 二又二分之一 = 2.5 number
5/8 | 5/8 = 62.5 percent
7 3/4 | 7 3/4 = 7.75 number
½ | ½ = 50 percent
3½ | 3½ = 3.5 number
几十 | 几十 = [10,100) number open
几百 | 几百 = [100,1000) number open
数百 | 数百 = [100,1000) number open
数千 | 数千 = [1000,10000) number open
几万 | 几万 = [10000,100000) number open
十几 | 十几 = [10,20) number open
三十几 | 三十几 = [30,40) number open
几十万 | 几十万 = [100000,1000000) number open
数百万 | 数百万 = [1000000,10000000) number open
数十亿 | 数十亿 = [1000000000,10000000000) number open
三十几万 | 三十几万 = [300000,400000) number open
一百二十几亿 | 一百二十几亿 = [12000000000,13000000000) number open
一百多 | 一百多 = [100,200) number open
一千余 | 一千余 = [1000,2000) number open
五百多亿 | 五百多亿 = [50000000000,60000000000) number open
20余 | 20余 = [20,30) number open
3000多 | 3000多 = [3000,4000) number open
一百二十多万 | 一百二十多万 = [1200000,1300000) number open
一万多 | 一万多 = [10000,20000) number open
三十多万元的 | 三十多万元 = [300000,400000) CNY open
百余 | 百余 = [100,200) number open
千余 | 千余 = [1000,2000) number open
两三百 | 两三百 = [200,300] number range
四五千 | 四五千 = [4000,5000] number range
七八十万 | 七八十万 = [700000,800000] number range
十二三 | 十二三 = [12,13] number range
二三十 | 二三十 = [20,30] number range
"""

MONEY = """
5元 | 5元 = 5 CNY
73.26億元 | 73.26億元 = 7326000000 CNY
865萬元 | 865萬元 = 8650000 CNY
2700万元 | 2700万元 = 27000000 CNY
3174.6萬元 | 3174.6萬元 = 31746000 CNY
500万元 | 500万元 = 5000000 CNY
300億元 | 300億元 = 30000000000 CNY
一千两百元 | 一千两百元 = 1200 CNY
三万五千元 | 三万五千元 = 35000 CNY
五块 | 五块 = 5 CNY
三块五 | 三块五 = 3.5 CNY
二十块七毛 | 二十块七毛 = 20.7 CNY
九蚊 | 九蚊 = 9 HKD
三蚊零四 | 三蚊零四 = 3.04 HKD
四毫 | 四毫 = 0.4 HKD
7毫2 | 7毫2 = 0.72 HKD
五角 | 五角 = 0.5 CNY
五元六角 | 五元六角 = 5.6 CNY
80元4角七分 | 80元4角七分 = 80.47 CNY
123元1角1分 | 123元1角1分 = 123.11 CNY
九百六十元八角 | 九百六十元八角 = 960.8 CNY
叁拾柒元整 | 叁拾柒元整 = 37 CNY
柒仟贰佰肆拾叁圆伍角肆分 | 柒仟贰佰肆拾叁圆伍角肆分 = 7243.54 CNY
人民币2.72 | 人民币2.72 = 2.72 CNY
人民幣3億元 | 人民幣3億元 = 300000000 CNY
人民币 6千元 | 人民币 6千元 = 6000 CNY
5亿元人民币 | 5亿元人民币 = 500000000 CNY
新台币 263.4 亿元 | 新台币 263.4 亿元 = 26340000000 TWD
新台幣500元 | 新台幣500元 = 500 TWD
12億新台幣 | 12億新台幣 = 1200000000 TWD
港币四千三百七十元 | 港币四千三百七十元 = 4370 HKD
36952港元 | 36952港元 = 36952 HKD
100港幣 | 100港幣 = 100 HKD
20美元 | 20美元 = 20 USD
3.5億美元 | 3.5億美元 = 350000000 USD
US$1.2亿 | US$1.2亿 = 120000000 USD
HK$30万 | HK$30万 = 300000 HKD
NT$2,500 | NT$2,500 = 2500 TWD
$99 | $99 = 99 USD
$1.5億 | $1.5億 = 150000000 USD
¥199 | ¥199 = 199 CNY
€50 | €50 = 50 EUR
£3.2万 | £3.2万 = 32000 GBP
RMB500 | RMB500 = 500 CNY
USD 300 | USD 300 = 300 USD
1000日元 | 1000日元 = 1000 JPY
三万日圓 | 三万日圓 = 30000 JPY
50万欧元 | 50万欧元 = 500000 EUR
七万元欧元 | 七万元欧元 = 70000 EUR
2亿英镑 | 2亿英镑 = 200000000 GBP
5000澳元 | 5000澳元 = 5000 AUD
8千加元 | 8千加元 = 8000 CAD
60新加坡元 | 60新加坡元 = 60 SGD
300瑞士法郎 | 300瑞士法郎 = 300 CHF
二十五万泰铢 | 二十五万泰铢 = 250000 THB
900亿韩元 | 900亿韩元 = 90000000000 KRW
30w元 | 30w元 = 300000 CNY
15k元 | 15k元 = 15000 CNY
6000多欧元 | 6000多欧元 = [6000,7000) EUR open
几百万块 | 几百万块 = [1000000,10000000) CNY open
数百亿元 | 数百亿元 = [10000000000,100000000000) CNY open
一千多块钱 | 一千多块钱 = [1000,2000) CNY open
近800万元 | 800万元 = 8000000 CNY nearly
不到2.6万台币 | 2.6万台币 = 26000 TWD less_than
3至5万元 | 3至5万元 = [30000,50000] CNY range
20~35k元 | 20~35k元 = [20000,35000] CNY range
2万-7万元 | 2万-7万元 = [20000,70000] CNY range
8500到3万港元 | 8500到3万港元 = [8500,30000] HKD range
八到九百亿元 | 八到九百亿元 = [80000000000,90000000000] CNY range
一千到两千万元 | 一千到两千万元 = [10000000,20000000] CNY range
两到三千澳元 | 两到三千澳元 = [2000,3000] AUD range
二十五至四十万日元 | 二十五至四十万日元 = [250000,400000] JPY range
六七千块钱 | 六七千块钱 = [6000,7000] CNY range
5元/公斤 | 5元/公斤 = 5 CNY/kilogram
3万元/平方米 | 3万元/平方米 = 30000 CNY/meter**2
2.5元每升 | 2.5元每升 = 2.5 CNY/liter
每平方米3万元 | 3万元 = 30000 CNY/meter**2
每桶80美元 | 80美元 = 80 USD/oil_barrel
0.5元/度 | 0.5元/度 = 0.5 CNY/kilowatt_hour
每吨约4200元 | 4200元 = 4200 CNY/metric_ton about
25美元/桶 | 25美元/桶 = 25 USD/oil_barrel
人民币1.2万亿元 | 人民币1.2万亿元 = 1200000000000 CNY
500元起 | 500元 = 500 CNY at_least
100元以上 | 100元 = 100 CNY at_least
1000多元 | 1000多元 = [1000,2000) CNY open
五百余元 | 五百余元 = [500,600) CNY open
30多万元 | 30多万元 = [300000,400000) CNY open
百余万元 | 百余万元 = [1000000,2000000) CNY open
近万元 | 万元 = 10000 CNY nearly
逾千亿元 | 千亿元 = 100000000000 CNY more_than
上百万元 | 百万元 = 1000000 CNY at_least
超亿元 | 亿元 = 100000000 CNY more_than
"""

UNITS = """
4.7米 | 4.7米 = 4.7 meter
四米七 | 四米七 = 4.7 meter
1米75 | 1米75 = 1.75 meter
一米八 | 一米八 = 1.8 meter
168cm | 168cm = 168 centimeter
250m | 250m = 250 meter
12公里 | 12公里 = 12 kilometer
8 km | 8 km = 8 kilometer
八百里 | 八百里 = 800 li
10千米 | 10千米 = 10 kilometer
5厘米 | 5厘米 = 5 centimeter
3毫米 | 3毫米 = 3 millimeter
20纳米 | 20纳米 = 20 nanometer
6英尺 | 6英尺 = 6 foot
5呎 | 5呎 = 5 foot
3吋 | 3吋 = 3 inch
200英里 | 200英里 = 200 mile
12海里 | 12海里 = 12 nautical_mile
4光年 | 4光年 = 4 light_year
88平方米 | 88平方米 = 88 meter**2
9.6万平方公里 | 9.6万平方公里 = 96000 kilometer**2
30平方呎 | 30平方呎 = 30 foot**2
25坪 | 25坪 = 25 ping
1200亩 | 1200亩 = 1200 mu
六十畝 | 六十畝 = 60 mu
3.5公顷 | 3.5公顷 = 3.5 hectare
18亿亩 | 18亿亩 = 1800000000 mu
10立方米 | 10立方米 = 10 meter**3
3升 | 3升 = 3 liter
380毫升 | 380毫升 = 380 milliliter
6L | 6L = 6 liter
380ml | 380ml = 380 milliliter
5加仑 | 5加仑 = 5 gallon
2公斤 | 2公斤 = 2 kilogram
4.6千克 | 4.6千克 = 4.6 kilogram
三斤 | 三斤 = 3 jin
七斤半 | 七斤半 = 7.5 jin
四斤三两 | 四斤三两 = 43 liang
六兩半 | 六兩半 = 6.5 liang
五十两 | 五十两 = 50 liang
二两 | 二两 = 2 liang
500克 | 500克 = 500 gram
48毫克 | 48毫克 = 48 milligram
10吨 | 10吨 = 10 metric_ton
1.2億噸 | 1.2億噸 = 120000000 metric_ton
3磅 | 3磅 = 3 pound
2盎司 | 2盎司 = 2 ounce
50千瓦时 | 50千瓦时 = 50 kilowatt_hour
300亿千瓦时 | 300亿千瓦时 = 30000000000 kilowatt_hour
1200度电 | 1200度电 = 1200 kilowatt_hour
500千瓦 | 500千瓦 = 500 kilowatt
5万千瓦 | 5万千瓦 = 50000 kilowatt
220千伏 | 220千伏 = 220 kilovolt
12伏 | 12伏 = 12 volt
456千卡 | 456千卡 = 456 kilocalorie
60赫兹 | 60赫兹 = 60 hertz
5兆赫兹 | 5兆赫兹 = 5 megahertz
八十兆字节 | 八十兆字节 = 80 megabyte
128GB | 128GB = 128 gigabyte
20Mbps | 20Mbps = 20 megabit/second
100公里/小时 | 100公里/小时 = 100 kilometer/hour
每小时60公里 | 60公里 = 60 kilometer/hour
30米/秒 | 30米/秒 = 30 meter/second
35微克/立方米 | 35微克/立方米 = 35 microgram/meter**3
120分贝 | 120分贝 = 120 decibel
8克拉 | 8克拉 = 8 carat
3000马力 | 3000马力 = 3000 horsepower
三千比特 | 三千比特 = 3 kilobit
四百千瓦 | 四百千瓦 = 400 kilowatt
几千米 | 几千米 = [1000,10000) meter open
半公斤 | 半公斤 = 0.5 kilogram
三分一升 | 三分一升 = 1/3 liter
四分之三公里 | 四分之三公里 = 0.75 kilometer
1公里500米 | 1公里500米 = 1500 meter
五公升 | 五公升 = 5 liter
10公頃 | 10公頃 = 10 hectare
3公噸 | 3公噸 = 3 metric_ton
7 公斤 | 7 公斤 = 7 kilogram
二十公分 | 二十公分 = 20 centimeter
9英吋 | 9英吋 = 9 inch
2.5 kg | 2.5 kg = 2.5 kilogram
2.4m-5.2m | 2.4m-5.2m = [2.4,5.2] meter range
五至六公升 | 五至六公升 = [5,6] liter range
6加仑以下 | 6加仑 = 6 gallon at_most
"""

RATES = """
20% | 20% = 20 percent
5.2% | 5.2% = 5.2 percent
0.3% | 0.3% = 0.3 percent
１２．５％ | １２．５％ = 12.5 percent
百分之二十 | 百分之二十 = 20 percent
百分之五点五 | 百分之五点五 = 5.5 percent
百分之15 | 百分之15 = 15 percent
千分之三 | 千分之三 = 3 permille
万分之五 | 万分之五 = 0.05 percent
5‰ | 5‰ = 5 permille
12.5‰ | 12.5‰ = 12.5 permille
0.3个百分点 | 0.3个百分点 = 0.3 percentage_point
3個百分點 | 3個百分點 = 3 percentage_point
25个基点 | 25个基点 = 25 basis_point
20BP | 20BP = 20 basis_point
50bp | 50bp = 50 basis_point
三成 | 三成 = 30 percent
七成六 | 七成六 = 76 percent
三成半 | 三成半 = 35 percent
3.5成 | 3.5成 = 35 percent
十成 | 十成 = 100 percent
近三成 | 三成 = 30 percent nearly
逾九成 | 九成 = 90 percent more_than
两成多 | 两成多 = [20,30) percent open
三四成 | 三四成 = [30,40] percent range
八折 | 八折 = 80 percent
八五折 | 八五折 = 85 percent
9.5折 | 9.5折 = 95 percent
85折 | 85折 = 85 percent
对折 | 对折 = 50 percent
五分之一 | 五分之一 = 20 percent
三分之二 | 三分之二 = 200/3 percent
十分之一 | 十分之一 = 10 percent
二十五分之一百四十四 | 二十五分之一百四十四 = 5.76 number
一半 | 一半 = 50 percent
半数 | 半数 = 50 percent
过半数 | 半数 = 50 percent more_than
近半数 | 半数 = 50 percent nearly
20–30% | 20–30% = [20,30] percent range
10%至15% | 10%至15% = [10,15] percent range
20%-30% | 20%-30% = [20,30] percent range
约20% | 20% = 20 percent about
95%以上 | 95% = 95 percent at_least
4%以内 | 4% = 4 percent at_most
100% | 100% = 100 percent
翻番 | 翻番 = 2 multiple
翻一番 | 翻一番 = 2 multiple
翻两番 | 翻两番 = 4 multiple
翻了三番 | 翻了三番 = 8 multiple
3倍 | 3倍 = 3 multiple
两倍 | 两倍 = 2 multiple
50倍 | 50倍 = 50 multiple
1.5倍 | 1.5倍 = 1.5 multiple
增长46% | 46% = 46 percent up
下降50% | 50% = 50 percent down
同比增长12.3% | 12.3% = 12.3 percent up
上升了3個百分點 | 3個百分點 = 3 percentage_point up
跌幅达5% | 5% = 5 percent down
减少20家 | 20家 = 20 count down
增幅为8.8% | 8.8% = 8.8 percent up
提高到30% | 30% = 30 percent
降至5% | 5% = 5 percent
升2.3% | 2.3% = 2.3 percent up
下降35BP | 35BP = 35 basis_point down
环比下跌0.5% | 0.5% = 0.5 percent down
负54个百分点 | 负54个百分点 = -54 percentage_point
增长约三成 | 三成 = 30 percent about up
下降近两成 | 两成 = 20 percent nearly down
由20%升至35% | 20% = 20 percent; 35% = 35 percent
"""

COUNTS = """
730戶 | 730戶 = 730 count
2178家 | 2178家 = 2178 count
745項 | 745項 = 745 count
42.57萬戶 | 42.57萬戶 = 425700 count
2.6萬戶 | 2.6萬戶 = 26000 count
517個 | 517個 = 517 count
5名 | 5名 = 5 count
三位 | 三位 = 3 count
两条 | 两条 = 2 count
十宗 | 十宗 = 10 count
44例 | 44例 = 44 count
12件 | 12件 = 12 count
3艘 | 3艘 = 3 count
28座 | 28座 = 28 count
十辆 | 十辆 = 10 count
七棵 | 七棵 = 7 count
六头 | 六头 = 6 count
2.5万张 | 2.5万张 = 25000 count
309.5万人次 | 309.5万人次 = 3095000 count
20架次 | 20架次 = 20 count
三部分 | 三部分 = 3 count
7方面 | 7方面 = 7 count
8国 | 8国 = 8 count
14亿人 | 14亿人 = 1400000000 count
五口 | 五口 = 5 count
三代人 | 三代 = 3 count
四所 | 四所 = 4 count
一个 | 一个 = 1 count
二個 | 二個 = 2 count
三双 | 三双 = 3 count
一打 | 一打 = 12 count
七打 | 七打 = 84 count
10万余株 | 10万余株 = [100000,200000) count open
150多个 | 150多个 = [150,160) count open
120多個 | 120多個 = [120,130) count open
一百多家 | 一百多家 = [100,200) count open
数百名 | 数百名 = [100,1000) count open
几百人 | 几百人 = [100,1000) count open
上万家 | 万家 = 10000 count at_least
近万人 | 万人 = 10000 count nearly
逾百人 | 百人 = 100 count more_than
上百家 | 百家 = 100 count at_least
过万人 | 万人 = 10000 count more_than
百余户 | 百余户 = [100,200) count open
千余名 | 千余名 = [1000,2000) count open
两三个 | 两三个 = [2,3] count range
三四个 | 三四个 = [3,4] count range
十来个 | 十来个 = [10,20) count open
五六十人 | 五六十人 = [50,60] count range
100至200人 | 100至200人 = [100,200] count range
3-5名 | 3-5名 = [3,5] count range
10—15家 | 10—15家 = [10,15] count range
15到20项 | 15到20项 = [15,20] count range
男6女5 | 6 = 6 count; 5 = 5 count
三批846家 | 三批 = 3 count; 846家 = 846 count
三大产业 | 三大 = 3 count
十大工程 | 十大 = 10 count
5间 | 5间 = 5 count
60席 | 60席 = 60 count
158票 | 158票 = 158 count
89宗 | 89宗 = 89 count
3000辆 | 3000辆 = 3000 count
二期 | 二期 = 2 ordinal
第二期 | 第二期 = 2 ordinal
连续三届 | 三届 = 3 count
十四届 | 十四届 = 14 ordinal
两、三个 | 两、三个 = [2,3] count range
3.2、4.5和6.1亿元 | 3.2 = 320000000 CNY; 4.5 = 450000000 CNY; 6.1亿元 = 610000000 CNY
1、2和3家 | 1 = 1 count; 2 = 2 count; 3家 = 3 count
12%、15%和20% | 12% = 12 percent; 15% = 15 percent; 20% = 20 percent
3個、5個及8個 | 3個 = 3 count; 5個 = 5 count; 8個 = 8 count
600甚至700度 | 600 = 600 degree_Celsius; 700度 = 700 degree_Celsius
"""

SPANS = """
3年 | 3年 = 3 year
五天 | 五天 = 5 day
10天 | 10天 = 10 day
两个月 | 两个月 = 2 month
半年 | 半年 = 0.5 year
半个月 | 半个月 = 0.5 month
两年半 | 两年半 = 2.5 year
一年半 | 一年半 = 1.5 year
一个半小时 | 一个半小时 = 1.5 hour
两个半月 | 两个半月 = 2.5 month
三小时 | 三小时 = 3 hour
3小时20分 | 3小时20分 = 200 minute
四年零五个月 | 四年零五个月 = 53 month
两小时零四十分钟 | 两小时零四十分钟 = 160 minute
两个钟零二十秒 | 两个钟零二十秒 = 7220 second
七分二十秒 | 七分二十秒 = 440 second
三分半钟 | 三分半钟 = 210 second
四十分鐘 | 四十分鐘 = 40 minute
30秒 | 30秒 = 30 second
12周 | 12周 = 12 week
三星期 | 三星期 = 3 week
两个星期 | 两个星期 = 2 week
半小时 | 半小时 = 0.5 hour
半个世纪 | 半个世纪 = 0.5 century
3个季度 | 3个季度 = 9 month
5个工作日 | 5个工作日 = 5 day
十几年 | 十几年 = [10,20) year open
三十多年 | 三十多年 = [30,40) year open
两年多 | 两年多 = [2,3) year open
四个多月 | 四个多月 = [4,5) month open
五年余 | 五年余 = [5,6) year open
近两年 | 两年 = 2 year
约5分钟 | 5分钟 = 5 minute about
至少4小时 | 4小时 = 4 hour at_least
三天内 | 三天 = 3 day
30天以内 | 30天 = 30 day at_most
2-3天 | 2-3天 = [2,3] day range
两三年 | 两三年 = [2,3] year range
五六年 | 五六年 = [5,6] year range
一两个月 | 一两个月 = [1,2] month range
50岁 | 50岁 = 50 year
六十五岁 | 六十五岁 = 65 year
三岁半 | 三岁半 = 3.5 year
50多岁 | 50多岁 = [50,60) year open
十四五岁 | 十四五岁 = [14,15] year range
25至30岁 | 25至30岁 = [25,30] year range
十个月大 | 十个月 = 10 month
60岁以上 | 60岁 = 60 year at_least
三周大 | 三周 = 3 week
30℃ | 30℃ = 30 degree_Celsius
37.5°C | 37.5°C = 37.5 degree_Celsius
零下5度 | 零下5度 = -5 degree_Celsius
摄氏26度 | 摄氏26度 = 26 degree_Celsius
攝氏37.2度 | 攝氏37.2度 = 37.2 degree_Celsius
华氏70度 | 华氏70度 = 70 degree_Fahrenheit
85华氏度 | 85华氏度 = 85 degree_Fahrenheit
350度左右 | 350度 = 350 degree_Celsius about
1200至1500度 | 1200至1500度 = [1200,1500] degree_Celsius range
三十多度 | 三十多度 = [30,40) degree_Celsius open
升高2度 | 2度 = 2 degree_Celsius
90度角 | 90度角 = 90 degree
旋转180度 | 180度 = 180 degree
360度 | 360度 = 360 degree
用电300度 | 300度 = 300 kilowatt_hour
北纬30度 | 30度 = 30 degree
近视500度 | 500度 = 500 count
-10℃ | -10℃ = -10 degree_Celsius
20至25度 | 20至25度 = [20,25] degree_Celsius range
"""

DATES = """
2020年 | 2020年 = 2020-01-01..2020-12-31
2020年1月 | 2020年1月 = 2020-01-01..2020-01-31
2020年1月15日 | 2020年1月15日 = 2020-01-15..2020-01-15
1998年 | 1998年 = 1998-01-01..1998-12-31
二〇二一年 | 二〇二一年 = 2021-01-01..2021-12-31
一九九八年十二月 | 一九九八年十二月 = 1998-12-01..1998-12-31
2020年底 | 2020年底 = 2020-12-01..2020-12-31
2020年初 | 2020年初 = 2020-01-01..2020-03-31
2020年上半年 | 2020年上半年 = 2020-01-01..2020-06-30
2020年下半年 | 2020年下半年 = 2020-07-01..2020-12-31
2020年第三季度 | 2020年第三季度 = 2020-07-01..2020-09-30
2020年首季 | 2020年首季 = 2020-01-01..2020-03-31
2020年前三季度 | 2020年前三季度 = 2020-01-01..2020-09-30
2020年前5个月 | 2020年前5个月 = 2020-01-01..2020-05-31
2020年以来 | 2020年以来 = 2020-01-01..
去年 | 去年 = 2020-01-01..2020-12-31
今年 | 今年 = 2021-01-01..2021-12-31
明年 | 明年 = 2022-01-01..2022-12-31
前年 | 前年 = 2019-01-01..2019-12-31
去年底 | 去年底 = 2020-12-01..2020-12-31
今年初 | 今年初 = 2021-01-01..2021-03-31
今年上半年 | 今年上半年 = 2021-01-01..2021-06-30
去年第四季度 | 去年第四季度 = 2020-10-01..2020-12-31
今年1月 | 今年1月 = 2021-01-01..2021-01-31
去年12月31日 | 去年12月31日 = 2020-12-31..2020-12-31
上月 | 上月 = 2021-06-01..2021-06-30
本月 | 本月 = 2021-07-01..2021-07-31
上半年 | 上半年 = 2021-01-01..2021-06-30
下半年 | 下半年 = 2021-07-01..2021-12-31
第三季度 | 第三季度 = 2021-07-01..2021-09-30
二季度 | 二季度 = 2021-04-01..2021-06-30
首季度 | 首季度 = 2021-01-01..2021-03-31
前三季度 | 前三季度 = 2021-01-01..2021-09-30
昨日 | 昨日 = 2021-07-14..2021-07-14
今天 | 今天 = 2021-07-15..2021-07-15
8月3日 | 8月3日 = 2021-08-03..2021-08-03
八月三日 | 八月三日 = 2021-08-03..2021-08-03
十二月三十一日 | 十二月三十一日 = 2021-12-31..2021-12-31
7月11日及12日 | 7月11日 = 2021-07-11..2021-07-11; 12日 = 2021-07-12..2021-07-12
1月2及3日 | 1月2及3日 = 2021-01-02..2021-01-03
5月3日至8日 | 5月3日至8日 = 2021-05-03..2021-05-08
5月至7月 | 5月至7月 = 2021-05-01..2021-07-31
1至5月 | 1至5月 = 2021-01-01..2021-05-31
1-5月 | 1-5月 = 2021-01-01..2021-05-31
2015年至2019年 | 2015年至2019年 = 2015-01-01..2019-12-31
2015-2019年 | 2015-2019年 = 2015-01-01..2019-12-31
2015至2019年 | 2015至2019年 = 2015-01-01..2019-12-31
2019年12月至2020年3月 | 2019年12月至2020年3月 = 2019-12-01..2020-03-31
（2013-2016） | 2013-2016 = 2013-01-01..2016-12-31
民国109年 | 民国109年 = 2020-01-01..2020-12-31
民國一百零九年 | 民國一百零九年 = 2020-01-01..2020-12-31
十九世纪 | 十九世纪 = 1801-01-01..1900-12-31
19世纪 | 19世纪 = 1801-01-01..1900-12-31
二十世纪九十年代 | 二十世纪九十年代 = 1990-01-01..1999-12-31
90年代 | 90年代 = 1990-01-01..1999-12-31
1990年代 | 1990年代 = 1990-01-01..1999-12-31
上世纪80年代 | 上世纪80年代 = 1980-01-01..1989-12-31
2020-01-31 | 2020-01-31 = 2020-01-31..2020-01-31
2020/1/31 | 2020/1/31 = 2020-01-31..2020-01-31
2019/20年度 | 2019/20年度 = 2019-01-01..2020-12-31
3月上旬 | 3月上旬 = 2021-03-01..2021-03-10
2020年3月下旬 | 2020年3月下旬 = 2020-03-21..2020-03-31
09年 | 09年 = 2009-01-01..2009-12-31
一六年 | 一六年 = 2016-01-01..2016-12-31
2020年夏天 | 2020年夏天 = 2020-06-01..2020-08-31
年底 | 年底 = 2021-12-01..2021-12-31
本世纪 | 本世纪 = 2001-01-01..2100-12-31
"""

HEDGES = """
约300家 | 300家 = 300 count about
大约20万人 | 20万人 = 200000 count about
大概三成 | 三成 = 30 percent about
左右 |
5万左右 | 5万 = 50000 number about
三千上下 | 三千 = 3000 number about
300人上下 | 300人 = 300 count about
将近40年 | 40年 = 40 year
接近一百 | 一百 = 100 number nearly
超过50家 | 50家 = 50 count more_than
逾千名 | 千名 = 1000 count more_than
多于200 | 200 = 200 number more_than
高于3.5% | 3.5% = 3.5 percent more_than
突破900亿元 | 900亿元 = 90000000000 CNY more_than
超出30 | 30 = 30 number more_than
不止20次 | 20次 = 20 count more_than
远超100万 | 100万 = 1000000 number more_than
至少三人 | 三人 = 3 count at_least
最少五项 | 五项 = 5 count at_least
起码两天 | 两天 = 2 day at_least
不低于250亿元 | 250亿元 = 25000000000 CNY at_least
不少于30家 | 30家 = 30 count at_least
5以上 | 5 = 5 number at_least
450家以上 | 450家 = 450 count at_least
80岁及以上 | 80岁 = 80 year at_least
不足10% | 10% = 10 percent less_than
不到5年 | 5年 = 5 year less_than
低于2万元 | 2万元 = 20000 CNY less_than
少于8人 | 8人 = 8 count less_than
未满18岁 | 18岁 = 18 year less_than
最多5人 | 5人 = 5 count at_most
至多三次 | 三次 = 3 count at_most
不超过20万元 | 20万元 = 200000 CNY at_most
50以下 | 50 = 50 number at_most
以下 |
十万以下 | 十万 = 100000 number at_most
大于10小于20 | 10小于20 = (10,20) number range
大于等于100并且小于300 | 100并且小于300 = [100,300) number range
1000以上，1500以下 | 1000以上，1500 = [1000,1500] number range
最多100最少20个 | 100最少20个 = [20,100] count range
不低于5%且不高于10% | 5%且不高于10% = [5,10] percent range
3000与4500之间 | 3000与4500 = [3000,4500] number range
介于3%至5%之间 | 3%至5% = [3,5] percent range
比5%高 | 5% = 5 percent more_than
<=100 | 100 = 100 number at_most
>= 3 | 3 = 3 number at_least
约3至5万元 | 3至5万元 = [30000,50000] CNY range
约五分之一 | 五分之一 = 20 percent about
近九成 | 九成 = 90 percent nearly
50+ | 50 = 50 number at_least
"""

ORDINALS = """
第3 | 第3 = 3 ordinal
第三家 | 第三家 = 3 ordinal
第一名 | 第一名 = 1 ordinal
第二十七 | 第二十七 = 27 ordinal
第5万回 | 第5万回 = 50000 ordinal
第二次 | 第二次 = 2 ordinal
排名第一 | 第一 = 1 ordinal
前三 | 三 = 3 ordinal
前10名 | 10名 = 10 ordinal
全球第3家 | 第3家 = 3 ordinal
第一， | 第一 = 1 ordinal
"""

WORDS = """
十分重要 |
千方百计 |
一定会 |
一些人 |
一样 |
统一 |
唯一 |
万一 |
千万不要 |
百姓 |
三农 |
双十一 |
一般 |
一起 |
一个国家 |
一名男子 |
一家公司 |
一条路 |
第三条 |
第二十三条 |
5G网络 |
4G |
十四五规划 |
十三五时期 |
3+3+2 |
波音747 |
三心二意 |
五花八门 |
数字经济 |
半导体产业 |
两会 |
一国两制 |
一带一路 |
三亚市 |
四川省 |
五角大楼 |
九龙仓 |
百度公司 |
大陆游客 |
参加会议 |
队伍 |
陆续到达 |
登陆 |
收拾 |
放肆 |
3:1 |
2:30 |
20:15 |
晚上8时30分 |
上午九时半 |
下午三点 |
8点半 |
2852-1234 |
v2.3.1 |
A320 |
COVID-19 |
PM2.5 |
C30 |
圆 |
负 |
万 |
单位：万元 |
（亿元） |
数以万计 |
成千上万 |
一一列举 |
两手准备 |
一方面 |
周一 |
星期三 |
初三 |
高三学生 |
二手车 |
三维 |
第三产业 |
第三方 |
两岸关系 |
三国演义 |
一下子 |
一点也不 |
十字路口 |
千家万户 |
半信半疑 |
半数以上 | 半数 = 50 percent at_least
Q3 | Q3 = 2021-07-01..2021-09-30
神舟十二号 |
二号桥 |
朝花夕拾 |
第一时间 |
一号文件 |
一审 |
三甲医院 |
"""

PROSE = """
当中312家工厂添置设备745台，合共花费68.4亿元 | 312家 = 312 count; 745台 = 745 count; 68.4亿元 = 6840000000 CNY
两年销售收入分别达6451.8万元和9055.8万元 | 两年 = 2 year; 6451.8万元 = 64518000 CNY; 9055.8万元 = 90558000 CNY
每年扶持250家以上小店转型 | 250家 = 250 count at_least
按揭利率一年间回落35BP | 一年间 = 1 year; 35BP = 35 basis_point down
过去三年平均增速14.28% | 三年 = 3 year; 14.28% = 14.28 percent up
新增商标注册537项，同比增长一成 | 537项 = 537 count; 一成 = 10 percent up
全县耕地面积由12万亩增加到15.5万亩 | 12万亩 = 120000 mu; 15.5万亩 = 155000 mu
首季盈利按年升8%至3.2亿元 | 首季 = 2021-01-01..2021-03-31; 8% = 8 percent up; 3.2亿元 = 320000000 CNY
共10人：男6女5 | 10人 = 10 count; 6 = 6 count; 5 = 5 count
出口额由20亿美元增至35亿美元，增长75% | 20亿美元 = 2000000000 USD; 35亿美元 = 3500000000 USD; 75% = 75 percent up
全港录得1287宗个案，按年减少三成二 | 1287宗 = 1287 count; 三成二 = 32 percent down
公司去年收入12.5亿元，其中海外占四成 | 去年 = 2020-01-01..2020-12-31; 12.5亿元 = 1250000000 CNY; 四成 = 40 percent
该项目总投资约3.5亿元，占地120亩 | 3.5亿元 = 350000000 CNY about; 120亩 = 120 mu
三年共培训学员2.4万人次，年均8000人次 | 三年 = 3 year; 2.4万人次 = 24000 count; 8000人次 = 8000 count
全市户籍人口380.5万，其中女性占48.9% | 380.5万 = 3805000 number; 48.9% = 48.9 percent
失业率由3.1%升至3.4%，上升0.3个百分点 | 3.1% = 3.1 percent; 3.4% = 3.4 percent; 0.3个百分点 = 0.3 percentage_point up
平均每户补贴1.2万元，共500户 | 1.2万元 = 12000 CNY; 500户 = 500 count
约有三分之一受访者表示不满 | 三分之一 = 100/3 percent about
市值蒸发逾千亿港元 | 千亿港元 = 100000000000 HKD more_than down
恒指收报25,678.9点，跌312点 | 25,678.9点 = 25678.9 count; 312点 = 312 count down
票价由5元调高至6.5元 | 5元 = 5 CNY; 6.5元 = 6.5 CNY
全年降雨量1,200毫米 | 1,200毫米 = 1200 millimeter
水库蓄水3.2亿立方米，约占库容的七成 | 3.2亿立方米 = 320000000 meter**3; 七成 = 70 percent
每公斤售价25元，每箱10公斤 | 25元 = 25 CNY/kilogram; 10公斤 = 10 kilogram
最高气温达39.5℃，最低气温零下2度 | 39.5℃ = 39.5 degree_Celsius; 零下2度 = -2 degree_Celsius
涉案金额约2,300万元，拘捕3男2女 | 2,300万元 = 23000000 CNY about; 3男 = 3 count; 2女 = 2 count
路程约12公里，需时半小时 | 12公里 = 12 kilometer about; 半小时 = 0.5 hour
产量由前年的30万吨增至45万吨 | 前年 = 2019-01-01..2019-12-31; 30万吨 = 300000 metric_ton; 45万吨 = 450000 metric_ton
五项措施中，三项已完成 | 五项 = 5 count; 三项 = 3 count
学费每年3.8万元，四年共15.2万元 | 3.8万元 = 38000 CNY; 四年 = 4 year; 15.2万元 = 152000 CNY
"""

MORE = """
逾半受访者 | 半 = 50 percent more_than
近半选民 | 半 = 50 percent nearly
近半年 | 半年 = 0.5 year
超过半小时 |
二十来岁 | 二十来岁 = [20,30) year open
百来米 | 百来米 = [100,200) meter open
二代 | 二代 = 2 ordinal
本世纪初 | 本世纪 = 2001-01-01..2100-12-31
第29条 |
第2(4)条 |
第17至20段 |
两度当选 | 两度 = 2 count
气温升高两度 | 两度 = 2 degree_Celsius
2×35万千瓦 | 35万千瓦 = 350000 kilowatt
3.6:48:48.4 |
大唐1830化肥 |
3A级景区 |
1997 | 1997 = 1997 number
于2014及2016时 |
注1 |
2019冠状病毒病 |
六四事件 |
一张犁 |
共有一家 |
仅一人获救 | 一人 = 1 count
减少一个 | 一个 = 1 count down
只有一个月 | 一个月 = 1 month
一年 | 一年 = 1 year
一小时 | 一小时 = 1 hour
一公里 | 一公里 = 1 kilometer
一元 | 一元 = 1 CNY
一次 | 一次 = 1 count
一倍 | 一倍 = 1 multiple
增长一倍 | 一倍 = 1 multiple up
两兆瓦 | 两兆瓦 = 2 megawatt
千瓦时 |
30多个百分点 | 30多个百分点 = [30,40) percentage_point open
20元至30元 | 20元至30元 = [20,30] CNY range
5块钱 | 5块钱 = 5 CNY
一块钱 | 一块钱 = 1 CNY
一毫子 | 一毫子 = 0.1 HKD
七八百元 | 七八百元 = [700,800] CNY range
三四十岁 | 三四十岁 = [30,40] year range
十一二个 | 十一二个 = [11,12] count range
两万五千里 | 两万五千里 = 25000 li
三百六十五天 | 三百六十五天 = 365 day
数十个 | 数十个 = [10,100) count open
数千万元 | 数千万元 = [10000000,100000000) CNY open
上百亿元 | 百亿元 = 10000000000 CNY at_least
四分之一 | 四分之一 = 25 percent
百分之百 | 百分之百 = 100 percent
百分之零点五 | 百分之零点五 = 0.5 percent
千分之二点五 | 千分之二点五 = 2.5 permille
万分之一点二 | 万分之一点二 = 0.012 percent
十分之三 | 十分之三 = 30 percent
三分二 | 三分二 = 200/3 percent
第一季 | 第一季 = 2021-01-01..2021-03-31
首三季 | 首三季 = 2021-01-01..2021-09-30
2021年7月中旬 | 2021年7月中旬 = 2021-07-11..2021-07-20
七月初 | 七月初 = 2021-07-01..2021-07-10
五月底 | 五月底 = 2021-05-21..2021-05-31
2020年春季 | 2020年春季 = 2020-03-01..2020-05-31
2022年冬奥会 | 2022年 = 2022-01-01..2022-12-31
民國九十八年 | 民國九十八年 = 2009-01-01..2009-12-31
2018财年 | 2018财年 = 2018-01-01..2018-12-31
2020-21年度 | 2020-21年度 = 2020-01-01..2021-12-31
5月1日至3日 | 5月1日至3日 = 2021-05-01..2021-05-03
5月30日至6月2日 | 5月30日至6月2日 = 2021-05-30..2021-06-02
2020年5月至8月 | 2020年5月至8月 = 2020-05-01..2020-08-31
昨天 | 昨天 = 2021-07-14..2021-07-14
前日 | 前日 = 2021-07-13..2021-07-13
上周 | 上周 = ..
今日上午9时 | 今日 = 2021-07-15..2021-07-15
周三下午3时许 |
24小时 | 24小时 = 24 hour
7×24小时 | 24小时 = 24 hour
3人 | 3人 = 3 count
3人次 | 3人次 = 3 count
每人3件 | 3件 = 3 count
5对夫妇 | 5对 = 5 count
80后 |
90后员工 |
2020届毕业生 | 2020届 = 2020 ordinal
1比3 |
第1至第3名 | 第1至第3名 = [1,3] ordinal range
1/3 | 1/3 = 100/3 percent
2/3 | 2/3 = 200/3 percent
2020/21 |
24/7 |
(5) |
① |
5折优惠 | 5折 = 50 percent
折合20元 | 20元 = 20 CNY
七折八扣 |
一成不变 |
三成员 |
三成受访者 | 三成 = 30 percent
五成七 | 五成七 = 57 percent
9成5 | 9成5 = 95 percent
约四成二 | 四成二 = 42 percent about
四季度 | 四季度 = 2021-10-01..2021-12-31
四季 |
一季度 | 一季度 = 2021-01-01..2021-03-31
前11个月 | 前11个月 = 2021-01-01..2021-11-30
头三个月 | 头三个月 = 2021-01-01..2021-03-31
首10个月 | 首10个月 = 2021-01-01..2021-10-31
近年来 |
多年 |
几年 |
几个 |
数个 |
若干 |
一系列 |
50万余元 | 50万余元 = [500000,600000) CNY open
100余万元 | 100余万元 = [1000000,2000000) CNY open
3亿多元 | 3亿多元 = [300000000,400000000) CNY open
三亿多人 | 三亿多人 = [300000000,400000000) count open
1000余人次 | 1000余人次 = [1000,2000) count open
两百来人 | 两百来人 = [200,300) count open
本月6至9日 | 本月6至9日 = 2021-07-06..2021-07-09
上月3日至5日 | 上月3日至5日 = 2021-06-03..2021-06-05
放弃之前年资 |
4万2学费 | 4万2 = 42000 number
一半半 |
前年增长 | 前年 = 2019-01-01..2019-12-31
今年首3个月 | 今年首3个月 = 2021-01-01..2021-03-31
"""

USAGE = """
到访7 042人 | 7 042人 = 7042 count
招收5 210人，毕业4 008人 | 5 210人 = 5210 count; 4 008人 = 4008 count
总值36 150 720元 | 36 150 720元 = 36150720 CNY
耗资1 280.5万元 | 1 280.5万元 = 12805000 CNY
均价由2 150元升至3 400元 | 2 150元 = 2150 CNY; 3 400元 = 3400 CNY
客量9\u2009415人次 | 9\u2009415人次 = 9415 count
存量1\u00a0086 亿美元 | 1\u00a0086 亿美元 = 108600000000 USD
进口8\u202f300吨 | 8\u202f300吨 = 8300 metric_ton
首奖2 000至5 000元 | 2 000至5 000元 = [2000,5000] CNY range
温度 98 105 112 | 98 = 98 number; 105 = 105 number; 112 = 112 number
2019 600人 | 600人 = 600 count
4台斤 | 4台斤 = 4 taiwan_catty
6台两 | 6台两 = 6 taiwan_tael
7司马斤 | 7司马斤 = 7 hong_kong_catty
2港担 | 2港担 = 200 hong_kong_catty
9市斤 | 9市斤 = 9 jin
12司马两 | 12司马两 = 12 hong_kong_tael
20台尺 | 20台尺 = 200/33 meter
3市顷 | 3市顷 = 3 qing
5公亩 | 5公亩 = 5 are
8方呎 | 8方呎 = 8 foot**2
10英石 | 10英石 = 10 stone
6品脱 | 6品脱 = 6 pint
4蒲式耳 | 4蒲式耳 = 4 bushel
7长吨 | 7长吨 = 7 long_ton
5英制加仑 | 5英制加仑 = 5 imperial_gallon
2甲地 | 2甲地 = 5868 ping
身高5呎9， | 5呎9 = 69 inch
身高6呎1吋 | 6呎1吋 = 73 inch
五尺六寸 | 五尺六寸 = 66 inch
跑速每秒12米 | 12米 = 12 meter/second
每立方米48微克 | 48微克 = 48 microgram/meter**3
时速达95公里 | 95公里 = 95 kilometer/hour
每升8.2元 | 8.2元 = 8.2 CNY/liter
呎价1.3万元 | 1.3万元 = 13000 CNY/foot**2
9毫克/千克 | 9毫克/千克 = 9 milligram/kilogram
14微克/升 | 14微克/升 = 14 microgram/liter
加息40点子 | 40点子 = 40 basis_point
净利润-3.62亿元 | -3.62亿元 = -362000000 CNY
每股收益-0.09元 | -0.09元 = -0.09 CNY
涨幅(12.40,-0.35,-2.74%) | 12.40 = 12.4 number; -0.35 = -0.35 number; -2.74% = -2.74 percent
5%-9% | 5%-9% = [5,9] percent range
6万元-8万元 | 6万元-8万元 = [60000,80000] CNY range
约3，480万元 | 3，480万元 = 34800000 CNY about
平成12年 | 平成12年 = 2000-01-01..2000-12-31
昭和四十年 | 昭和四十年 = 1965-01-01..1965-12-31
令和2年6月 | 令和2年6月 = 2020-06-01..2020-06-30
乾隆三十年 | 乾隆三十年 = 1765-01-01..1765-12-31
2019年1-8月 | 2019年1-8月 = 2019-01-01..2019-08-31
去年2至4月 | 去年2至4月 = 2020-02-01..2020-04-30
2018H2 | 2018H2 = 2018-07-01..2018-12-31
2021Q1营收 | 2021Q1 = 2021-01-01..2021-03-31
21世纪经济报道 |
五年级 |
六年级学生 |
《公路法》17条 |
第37B条 |
筹得38个亿 | 38个亿 = 3800000000 number
三个亿 | 三个亿 = 300000000 number
4金3银 | 4金 = 4 count; 3银 = 3 count
金九银十 |
九银十 |
(600123) |
600123.SH |
ISO 22000认证 |
Windows 11系统 |
歼-16 |
T+0 |
表8显示 |
6.4烛光集会 |
指数为6.4， | 6.4 = 6.4 number
12楼 | 12楼 = 12 ordinal
税率减半 | 减半 = 0.5 multiple down
减半征收 | 减半 = 0.5 multiple down
产量翻倍 | 翻倍 = 2 multiple
翻了一倍 | 翻了一倍 = 2 multiple
20秒不到就跑完 | 20秒 = 20 second less_than
分别增长6%、8%和11% | 6% = 6 percent up; 8% = 8 percent up; 11% = 11 percent up
分别升8.4元和5.2元至96.4元和60.2元 | 8.4元 = 8.4 CNY up; 5.2元 = 5.2 CNY up; 96.4元 = 96.4 CNY; 60.2元 = 60.2 CNY
有三、五百人 | 三、五百人 = [300,500] count range
等了3、5分钟 | 3、5分钟 = [3,5] minute range
再等4、5个星期 | 4、5个星期 = [4,5] week range
58同城 |
36氪 |
360公司 |
三只松鼠 |
热线拨打110 |
一二三线城市 |
站在门前一名保安 |
前两名 | 两名 = 2 ordinal
三星手机 |
  3. 林某 |
 [5]）某村 |
### 4. 展望 |
包括：1.加强；2. 完善 |
详见注[14] |
「712」 |
926当晚 |
615基金 |
涨615元 | 615元 = 615 CNY up
7.14至今 |
12/9再上庭 |
29/7 15:30 |
净利润-1800万至-1300万 | -1800万至-1300万 = [-18000000,-13000000] number range
招标编号：20613524 |
2016至2017课税年度 | 2016至2017 = 2016-01-01..2017-12-31
(2015 – 2018) | 2015 – 2018 = 2015-01-01..2018-12-31
70、80年代 | 80年代 = 1980-01-01..1989-12-31
达六成　九龙东 | 六成 = 60 percent
筹三千万　向前线 | 三千万 = 30000000 number
60　家 | 60　家 = 60 count
两个月台 | 两个 = 2 count
两个周末 | 两个 = 2 count
两个周期 | 两个 = 2 count
三个月期间 | 三个月 = 3 month
头两期 | 两期 = 2 count
十二届五次全会 | 十二届 = 12 ordinal; 五次 = 5 ordinal
九天控股 |
三江口派出所 |
廿三条立法 |
「廿三条」 |
九十后青年 |
年廿九 |
400几蚊 | 400几蚊 = [400,500) HKD open
20几岁 | 20几岁 = [20,30) year open
一点一滴 |
两颗星 | 两颗星 = 2 count
5名人员 | 5名 = 5 count
6名校长 | 6名 = 6 count
3人生还 | 3人 = 3 count
18人身亡 | 18人 = 18 count
70人工作 | 70人 = 70 count
8人均获释 | 8人 = 8 count
45名人士 | 45名 = 45 count
30发布袋弹 | 30发 = 30 count
近2,900人参加 | 2,900人 = 2900 count nearly
有4位女士 | 4位 = 4 count
逾两亿人口 | 两亿人口 = 200000000 count more_than
20多万网民 | 20多万 = [200000,300000) number open
715人道支援基金 |
第4、5项 | 第4 = 4 ordinal; 5项 = 5 ordinal
第 7 及 8 条 |
百分之六至九 | 百分之六至九 = [6,9] percent range
6个多百分点 | 6个多百分点 = [6,7) percentage_point open
41度3 | 41度3 = 41.3 degree_Celsius
零下二十几度 | 零下二十几度 = (-30,-20] degree_Celsius range
2万元--6万元 | 2万元--6万元 = [20000,60000] CNY range
十块八块 | 十块 = 10 CNY; 八块 = 8 CNY
一米八五 | 一米八五 = 1.85 meter
一百出头 | 一百 = 100 number more_than
20出头 | 20 = 20 number more_than
512位元组 | 512位元组 = 512 byte
16/5 | 16/5 = 3.2 number
于26/9举行 |
四季度增长4.5% | 四季度 = 2021-10-01..2021-12-31; 4.5% = 4.5 percent up
四季分明 |
回报率3.5厘 | 3.5厘 = 3.5 percent
年息4厘 | 4厘 = 4 percent
加息0.75厘 | 0.75厘 = 0.75 percentage_point
减息半厘 | 半厘 = 0.5 percentage_point
息率升0.25厘 | 0.25厘 = 0.25 percentage_point up
月息5厘 | 5厘 = 5 count
7死15伤 | 7死 = 7 count; 15伤 = 15 count
2死4伤 | 2死 = 2 count; 4伤 = 4 count
连跌6日 | 6日 = 6 day down
"""

TABLES = (NUMERALS, MONEY, UNITS, RATES, COUNTS, SPANS, DATES, HEDGES, ORDINALS, WORDS, PROSE, MORE, USAGE)
ROWS = [tuple(part.strip() for part in line.split("|")) for table in TABLES for line in table.strip().splitlines()]


def number(value: Fraction | None) -> str:
    """Decimal digits where they end, else a fraction; "" for an open end."""
    if value is None:
        return ""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return str(value) if rest > 1 else str(Decimal(value.numerator) / Decimal(value.denominator))


def show(text: str, mention: Mention) -> str:
    """One quantity in the words of the tables."""
    q = mention.quantity
    if q.dates is not None:
        return f"{text[mention.start : mention.end]} = {'..'.join(q.dates)}"
    ends = q.stated.ends
    span = f"{ends[0]}{number(q.stated.low)},{number(q.stated.high)}{ends[1]}"
    value = number(q.value) if q.value is not None else span
    words = (value, q.unit or q.kind, q.hedge or "", q.direction or "")
    return f"{text[mention.start : mention.end]} = {' '.join(word for word in words if word)}"


def read(text: str, setting: Setting = SETTING) -> str:
    return "; ".join(show(text, mention) for mention in scan(text, setting))
