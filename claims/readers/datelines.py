"""The date that a text gives for itself: a line of its own, or the dateline of a report."""

from __future__ import annotations

import datetime
import re

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = (
    r"(?:(?P<y1>(?:19|20)\d\d)\s*(?:[-/.]|年)\s*(?P<m1>\d{1,2})\s*(?:[-/.]|月)\s*(?P<d1>\d{1,2})\s*日?"
    rf"|(?P<n2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<n3>{_MONTH}),?\s+(?P<y3>(?:19|20)\d\d))"
)
_ALONE = re.compile(
    r"[（(\[【—–\-\s]*"
    r"(?:(?:日期|發佈|發布|发布|發表|发表|刊登|時間|时间|更新|出版"
    r"|[Pp]ublished|[Uu]pdated|[Pp]osted|[Dd]ated?|[Ii]ssued|(?:Press |News |Media )?[Rr]eleased?|On)"
    r"[^\d]{0,12}?[：:\s]\s*)?"
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
    + _DATE
    + r"(?:\s*(?:星期|週|周)[一二三四五六日天])?"
    r"(?:,?\s*(?:T|at\s)?\d{1,2}:\d\d(?::\d\d)?\s*(?:[AaPp]\.?[Mm]\.?)?(?:\s*[A-Z]{2,4})?)?"
    r"(?:[）)\]】\s]*$|\s*在.{0,60}(?:會議|会议|大會|大会|會|会)上?[）)]*\s*$|\s*(?:來源|来源|作者|記者|记者)[：:].{0,30}$)"
)
_REPORT = re.compile(
    r"(?:[（(【\[]?[^。，,；;]{0,24}?" + _DATE + r"\s*(?:電|电|訊|讯|報道|报道|報導)"
    r"|[A-Z][A-Za-z .]{1,30},?\s+\(?"
    + re.sub(r"\?P<(\w)(\d)>", r"?P<\1\g<2>r>", _DATE)
    + r"\)?\s*(?:\([A-Za-z ]+\)\s*)?[-–—])"
)


def date_of(line: str) -> str:
    """ISO date when the line is one, or begins with a dateline that has a full date; else ""."""
    head = line[:120]
    match = (_ALONE.match(head) if len(line) < 100 else None) or _REPORT.match(head)
    return iso_date(match) if match else ""


def iso_in(text: str) -> str:
    """The first full date in `text`, ISO; "" when there is none."""
    match = re.search(_DATE, text)
    return iso_date(match) if match else ""


def iso_date(match: re.Match[str]) -> str:
    """The date of a match of this module's pattern; "" when there is no such day."""
    found = {name[0]: value for name, value in match.groupdict().items() if value}
    month = int(found["m"]) if "m" in found else _MONTHS.index(found["n"][:3].lower()) + 1
    try:
        return datetime.date(int(found["y"]), month, int(found["d"])).isoformat()
    except ValueError:
        return ""
