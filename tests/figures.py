"""Claims from a few words, for tests that need figures but no document."""

from __future__ import annotations

from typing import Any

import msgspec

from claims.extract import mentions
from claims.grammar.setting import Setting
from claims.model import Claim, Span


def claim(written: str, language: str = "zh", name: str = "", at: int = 0, **coordinates: Any) -> Claim:
    """The one figure of `written`, hedges and directions included, as a claim called `name` that stands at `at`."""
    (mention,) = mentions(written, Setting(language))
    quote = written[mention.start : mention.end]
    return Claim(
        id=name or quote,
        start=at,
        end=at + len(quote),
        quote=quote,
        quantity=mention.quantity,
        block=0,
        local=Span(mention.start, mention.end),
        outer=Span(mention.outer_start, mention.outer_end),
        **coordinates,
    )


def lent(figure: Claim, like: Claim) -> Claim:
    """A bare figure that takes scale and unit from another of its list, as in 3、4、5萬元."""
    q, scale = figure.quantity, like.quantity.scale
    assert q.value is not None
    quantity = msgspec.structs.replace(
        q, kind=like.quantity.kind, unit=like.quantity.unit, value=q.value * scale, scale=scale, rounding="digit",
        stated=q.stated.scale(scale), step=q.step * scale, grain=q.grain * scale, scale_word=like.quantity.scale_word,
    )  # fmt: skip
    return msgspec.structs.replace(figure, quantity=quantity)
