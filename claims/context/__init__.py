"""The coordinates of a figure: statistic, measure, what is counted, subject, period, mode.

They are read from the words of its clause, else carried over from what was said before. What cannot
be read stays unknown; nothing is guessed from values.
"""

from __future__ import annotations

from claims.context.coordinates import NOWHERE, Coordinates
from claims.context.periods import period_of
from claims.context.reading import Reading, describe
from claims.context.vocabulary import Vocabulary, vocabulary

__all__ = ["NOWHERE", "Coordinates", "Reading", "Vocabulary", "describe", "period_of", "vocabulary"]
