"""Figures as an editor would write them: the draft's own unit, scale word and digits."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from claims.interval import Interval
from claims.model import Claim, Quantity

_PREFIXED = ("$", "£", "€", "¥", "₹", "₩")
_SIGNIFICANT = 4


def digits(value: Fraction, decimals: int, group: bool = True) -> str:
    """`value` to that many decimals, half away from zero, with thousands separated."""
    scaled = abs(value) * 10**decimals
    rounded = int(scaled + Fraction(1, 2))
    whole, part = divmod(rounded, 10**decimals)
    text = (f"{whole:,}" if group else str(whole)) + (f".{part:0{decimals}d}" if decimals else "")
    return f"−{text}" if value < 0 and rounded else text


def decimals_of(step: Fraction) -> int:
    """Decimals needed to write a multiple of `step`, at most 6."""
    places = 0
    while step.denominator != 1 and places < 6:
        step *= 10
        places += 1
    return places


def write(value: Fraction, like: Quantity, finer: int = 0) -> str:
    """`value` (in the unit of `like`) written the way `like` is, with `finer` more decimals if it needs them.

    The number of a day is written as an ISO day.
    """
    if like.kind == "date":
        return _day(value)
    shown = value / like.scale
    step = like.step / like.scale if like.step else Fraction(1)
    decimals = decimals_of(step)
    if like.rounding in ("fraction", "multiple", "tenth"):
        decimals = 1
    for _ in range(finer):
        if (shown * 10**decimals).denominator == 1:
            break
        decimals += 1
    while shown and decimals < 6 and abs(shown) * 10**decimals < Fraction(1, 2):
        decimals += 1
    return dress(digits(shown, decimals), like)


def dress(number: str, like: Quantity) -> str:
    """A written number with the scale word and unit of `like`."""
    if like.unit == "percent":
        return f"{number}%"
    if like.kind == "multiple":
        return f"{number}倍" if _is_chinese(like.unit_word) else f"{number} times"
    if like.unit == "percentage_point":
        return f"{number}{like.unit_word}" if _is_chinese(like.unit_word) else f"{number} percentage points"
    unit, scale = like.unit_word.strip(), like.scale_word.strip()
    if unit.endswith(_PREFIXED) and unit:
        sign = "−" if number.startswith("−") else ""
        tail = f" {scale}" if len(scale) > 1 and not _is_chinese(scale) else scale
        return f"{sign}{unit}{number.removeprefix('−')}{tail}"
    if _is_chinese(scale + unit):
        return f"{number}{scale}{unit}"
    return " ".join(part for part in (number, scale, unit) if part)


def quoted(claim: Claim) -> str:
    """The figure as the draft has it, line breaks inside it closed up."""
    return " ".join(claim.quote.split()) if not _is_chinese(claim.quote) else "".join(claim.quote.split())


def between(interval: Interval, like: Quantity) -> str:
    """An interval in the style of `like`: one figure when its ends read alike, else a range."""
    low = None if interval.low is None else _worked_out(interval.low, like)
    high = None if interval.high is None else _worked_out(interval.high, like)
    if low is None and high is None:
        return "?"
    if low is None:
        return f"≤ {high}"
    if high is None:
        return f"≥ {low}"
    return low if low == high else f"{low}–{high}"


def _worked_out(value: Fraction, like: Quantity) -> str:
    """A result to its last digit when three more decimals than `like` shows write it whole, else one more."""
    step = like.step / like.scale if like.step else Fraction(1)
    whole = (value / like.scale * 10 ** (decimals_of(step) + 3)).denominator == 1
    return write(value, like, 3 if whole else 1)


def _day(number: Fraction) -> str:
    """An ISO day by its number, rounded down; "?" for one that the calendar does not reach."""
    return date.fromordinal(int(number)).isoformat() if 1 <= number <= date.max.toordinal() else "?"


def percent(value: Fraction) -> str:
    """A percentage to one decimal, or to two significant digits when it is small."""
    decimals = 1 if abs(value) >= 1 or value == 0 else 2
    return f"{digits(value, decimals)} %" if abs(value) < 10**6 else f"×{digits(value / 100, 0)}"


def _is_chinese(text: str) -> bool:
    return any("㐀" <= char <= "鿿" for char in text)
