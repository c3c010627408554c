"""How well the coordinates of figures are read, on articles of our own labelled by hand."""

from __future__ import annotations

import pytest
from context_labels import COLUMNS, given, is_right, labels, paired

FLOORS = {"measure": 0.90, "statistic": 0.95, "period": 0.90, "subject": 0.50}
"""Share of the labels that must be read right; below it the table behind the prose misleads."""
LANGUAGES = ("hant", "hans", "en")


def test_the_labels_are_many_enough_to_tell() -> None:
    assert len(labels()) >= 220


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_coordinates_are_read_as_an_editor_reads_them(language: str, column: str) -> None:
    asked = [
        (label, claim)
        for label, claim in paired()
        if f"-{language}." in label.article and label.cells[column] not in ("?", "" if column == "subject" else "?")
    ]
    wrong = [(label, claim) for label, claim in asked if not is_right(label, claim, column)]
    for label, claim in wrong:
        print(f"{label.article} {label.quote}: {column} {given(claim, column)!r}, not {label.cells[column]!r}")
    right = 1 - len(wrong) / len(asked)
    print(f"{language} {column}: {len(asked) - len(wrong)} of {len(asked)}, {right:.1%}")
    assert right >= FLOORS[column]
