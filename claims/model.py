"""The records: what a draft claims, and what its claims must satisfy.

Everything here is immutable and says nothing about how it was found or what is made of
it. A rule is data, as in R's `errorlocate`: the solver sees coefficients and an operator,
never prose.
"""

from __future__ import annotations

from fractions import Fraction

import msgspec

from claims.draft import Draft
from claims.interval import Interval

KINDS = (
    "number", "count", "money", "percent", "point", "dimension",
    "multiple", "ordinal", "date", "duration", "age", "temperature",
)  # fmt: skip
HEDGES = ("about", "nearly", "more_than", "at_least", "less_than", "at_most", "range", "open")
STATISTICS = ("total", "mean", "share", "growth", "difference", "rate", "rank", "multiple")
ROUNDINGS = ("exact", "digit", "round", "scaled", "fraction", "tenth", "multiple")
MODES = ("actual", "forecast", "target", "quoted", "disputed", "hypothetical")
BASES = ("declared", "stated", "inferred")


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """Half-open range of code points in a draft's source text."""

    start: int
    end: int


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A number as written, with its unit and with how exactly it was meant."""

    kind: str
    """One of `KINDS`."""
    value: Fraction | None
    """The number as written in `unit`, scale word applied; None for ranges, open words, dates."""
    stated: Interval
    """What the words say, before any allowance for rounding."""
    unit: str | None = None
    """Pint or ISO 4217 name, "percent", "percentage_point", "basis_point", "count"; None if bare."""
    hedge: str | None = None
    """One of `HEDGES`, or None."""
    rounding: str = "exact"
    """Which allowance holds, one of `ROUNDINGS`; see `claims.readings`."""
    step: Fraction = Fraction(0)
    """Worth of one unit of the last digit shown, in `unit`."""
    grain: Fraction = Fraction(0)
    """Worth of one unit of the last digit that is not zero, in `unit`; for round numbers the
    finest grain among the round figures of the same measure and unit in the draft."""
    scale: Fraction = Fraction(1)
    """What a scale word multiplied the digits by: 100000000 for 億, 1000000 for million."""
    scale_word: str = ""
    """That word as written."""
    unit_word: str = ""
    """The unit, currency sign or counter as written: 元, kg, $, 戶."""
    direction: str | None = None
    """"up" or "down" when the words say that it is a change in one direction, else None."""
    dates: tuple[str, str] | None = None
    """First and last day, ISO, for kind "date"; "" for an end that is not known."""


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A quantity at its place in a block, as the grammar reads it."""

    start: int
    """Offset in the block's text of the number or of the currency sign before it."""
    end: int
    """Offset after the unit (in Chinese after the counter)."""
    quantity: Quantity
    outer_start: int
    """`start`, or where the hedge or direction word before it begins."""
    outer_end: int
    """`end`, or where the hedge after it ends."""


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """Why a coordinate was read as it was."""

    words: str
    """The words it was read from."""
    source: str
    """"clause", "sentence", "carried" (over a list), "previous" (sentence), "heading", "table",
    "date" (resolved against the document's date) or "declared"."""


class Claim(msgspec.Struct, frozen=True, gc=False):
    """One figure of a draft and its place in the table behind the prose."""

    id: str
    """From normalised content; survives edits elsewhere in the draft."""
    start: int
    """First code point of the figure in the draft's source text."""
    end: int
    """One past its last code point, unit included, hedge words not."""
    quote: str
    """`draft.text[start:end]`."""
    quantity: Quantity
    block: int
    """Index into `draft.blocks`."""
    local: Span
    """The figure's span in that block's text."""
    outer: Span
    """The same with its hedge and direction words."""
    statistic: str | None = None
    """One of `STATISTICS`, or None when the words do not say."""
    measure: str = ""
    """What is measured, in the draft's words: 研發投入, revenue; "" when unknown."""
    counted: str = ""
    """For a count, what is counted: 企業, households; "" elsewhere."""
    subject: str = ""
    """Whose it is; "" when unknown."""
    period: str = ""
    """When: ISO year, month, day or span ("2020", "2020-01", "2020-H1", "2019/2021"), else the
    draft's words; "" when unknown."""
    scope: str = ""
    """A restriction on what is measured that tells two like figures apart; "" when none."""
    mode: str = "actual"
    """One of `MODES`: what the writer does with the figure."""
    evidence: dict[str, Evidence] = {}
    """Coordinate name to the words it was read from."""


class Relation(msgspec.Struct, frozen=True):
    """An edit rule over claims: a linear or a product form, with why it must hold.

    Linear: sum(c * x) `operator` `constant`. Product: z = x ** 1 * (offset + scale * y) **
    power, with `terms` = (x, y, z) in that order, all coefficients 1.
    """

    check: str
    """Name of the check that proposed it."""
    form: str
    """What kind of statement it is, for wording: "sum", "containment", "equal", "share",
    "growth", "difference", "direction", "mean", "multiple", "count", "conversion", "duration", "age",
    "date", "flow", "order", "limit", "within", "p-value", "granularity",
    "implied-whole", "rank", "series", "rate", "retold"."""
    terms: tuple[str, ...]
    """Ids of the claims, in the order in which the form names them."""
    coefficients: tuple[Fraction, ...] = ()
    """One for each term of a linear relation; empty for a product."""
    operator: str = "="
    """"=", "<=", "<", ">=" or ">"; a product is always "="."""
    constant: Interval = Interval(Fraction(0), Fraction(0))
    """Right-hand side of a linear relation; wider than a point where the rule itself leaves room."""
    offset: Fraction = Fraction(0)
    scale: Fraction = Fraction(1)
    power: int = 1
    """Parameters of a product: share 0, 1/100, 1; growth 1, ±1/100, 1; mean 0, 1, 1."""
    net: int = 0
    """In a product with 1 or -1, x stands for x - net * z: the level before a change z."""
    basis: str = "stated"
    """One of `BASES`."""
    cue: tuple[int, int, int] | None = None
    """Block, start and end of the words that state it, in block offsets."""
    reason: str = ""
    """For an inferred relation, what structure it was inferred from (a key for wording)."""
    presumed: str = ""
    """What had to be presumed: "disjoint" or ""; lowers the severity."""
    escalated: str = ""
    """Evidence that settles the presumption: "parallel" measures, or ""."""
    note: dict[str, str] = {}
    """Words for the message that only the check knows, such as the names of listed items."""
    beside: tuple[tuple[int, int, int], ...] = ()
    """Block, start and end of words that are no claims but may be the slip: a day of the week, a time."""

    @property
    def is_product(self) -> bool:
        return not self.coefficients


class Rule(msgspec.Struct, frozen=True):
    """A relation that a person declared over named figures."""

    name: str
    text: str
    """In the language of `claims.rules`: "total == north + south"."""
    reason: str = ""
    """Why it must hold, in the person's words."""
    place: str = ""
    """Path, line and column of it."""


class Ledger(msgspec.Struct, frozen=True, eq=False, weakref=True):
    """All that is known of one draft before it is checked."""

    draft: Draft
    claims: tuple[Claim, ...]
    """In reading order."""
    date: str = ""
    """The document's date, ISO year or day; "" when unknown."""
    date_source: str = ""
    """"given", "ledger", "front-matter", "dateline", "inferred" or ""."""
    names: dict[str, str] = {}
    """Claim id by the name that the record file gives it."""
    groups: dict[str, tuple[str, ...]] = {}
    """Names of claims by the group that the record file puts them in."""
    rules: tuple[Rule, ...] = ()
    """In the order of the record file."""

    def by_id(self, claim_id: str) -> Claim:
        """The claim with that id; raises `KeyError` when there is none."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)
