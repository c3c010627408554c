"""A text as the grammar sees it, and what it says at large about ambiguous signs.

Questions about the whole text are answered once: asked anew at each figure they would
make reading quadratic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from claims.grammar.english_lexicon import Lexicon

_STERLING = re.compile(
    r"£|sterling|\bpence\b|british|\buk\b|britain|pounds? (?:million|billion)|(?:million|billion|bn|m) pounds"
    r"|pounds \(\$"
)
_WEIGHT = re.compile(
    r"\bweigh|\bheav|\bbaby|\bbody|\bmeat|\blbs?\b|\bounce|\bobes|\bluggage|\bkilo|\bkg\b|\bcargo|\bmetric\b"
    r"|\bfish\b|\bton"
    r"|-foot-|\d (?:foot|feet|inches)\b|\d-pound\b"
)
_HEAT = re.compile(
    r"temperature|\bhot\b|\bcold\b|\bwarm|\bcool|weather|outside|celsius|fahrenheit|heat|oven|\bsun\b|freez"
    r"|below zero|thermostat|forecast|°"
)


_MONEY_IN_MILLIONS = re.compile(r"[£$€]\d[\d.,]*m(?![a-z])")
_TOLD_YEAR = re.compile(
    r"(?:\b(?:in|since|during|until|fiscal|year|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)| \d\d?,) ((?:19|20)\d\d)(?![\d,.]\d|\d)"
)


class Surroundings:
    """Text, its lower-case copy and the lexicon."""

    def __init__(self, text: str, low: str, lexicon: Lexicon) -> None:
        self.text, self.low, self.lexicon = text, low, lexicon
        self.millions = False
        """Whether an m after digits has been read as million before."""

    @cached_property
    def weighs(self) -> bool:
        """Whether "pounds" is a weight here, for want of anything nearer."""
        return not _STERLING.search(self.low) and bool(_WEIGHT.search(self.low))

    @cached_property
    def warm(self) -> bool:
        """Whether "degrees" are of temperature here."""
        return bool(_HEAT.search(self.low))

    @cached_property
    def in_euros(self) -> bool:
        """Whether cents are those of the euro."""
        return "€" in self.low and "$" not in self.low

    @cached_property
    def told_years(self) -> frozenset[str]:
        """Years that the text tells as such somewhere: in 2021, May 2021, 3 May 2021."""
        return frozenset(_TOLD_YEAR.findall(self.low))

    @cached_property
    def is_lower(self) -> bool:
        """Whether the text has no capitals, so that they tell nothing."""
        return self.text.islower()

    @cached_property
    def is_upper(self) -> bool:
        """Whether the text has nothing but capitals."""
        return self.text.isupper()

    @cached_property
    def money_in_millions(self) -> bool:
        """Whether an m after an amount of money says how the text writes millions: £1.2m."""
        return _MONEY_IN_MILLIONS.search(self.low) is not None

    @cached_property
    def counts_millions(self) -> bool:
        return " million" in self.low

    @cached_property
    def _marks(self) -> dict[str, list[int]]:
        return {mark: [i for i, char in enumerate(self.low) if char == mark] for mark in "'\""}

    @cached_property
    def _inked(self) -> tuple[int, int]:
        low = self.low
        return len(low) - len(low.lstrip()), len(low.rstrip(" .!?"))

    def opens(self, start: int) -> bool:
        """Whether nothing but space stands before `start`."""
        return start <= self._inked[0]

    def closes(self, end: int) -> bool:
        """Whether nothing but space and closing punctuation stands after `end`."""
        return end >= self._inked[1]

    def is_whole(self, start: int, end: int) -> bool:
        """Whether the text is this and nothing else."""
        return self.opens(start) and self.closes(end)

    def quoted(self, mark: str, at: int) -> bool:
        """Whether a quotation opened by `mark` is still open at `at`."""
        return bisect_left(self._marks[mark], at) % 2 == 1
