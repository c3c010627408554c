"""A share does not fit the part and the whole beside it.

"20 of 50 (45 %)": twenty of fifty are 40 %. Margins, intensities and rates are shares with
names of their own: research spending over revenue, approvals over applications.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.breakdowns import breakdowns
from claims.knowledge import ratios
from claims.labels import kind_key, like
from claims.lookup import named, same_kind
from claims.model import Ledger, Relation
from claims.prose import Figure, Prose, in_list, prose
from claims.roles import role
from claims.tables import tables

_ZH_OF = re.compile(
    r"^(?:[^，。；]{0,24}[，,(（、])?\s*(?:即|约|也)?(?:[^，。；]{0,6})?(?:占|佔)(?P<base>[^，。；]{0,14}?)(?:的|比重|比例)?(?:约|近|超过|达|达到|为)?$"
)
_ZH_WHOLE = re.compile(r"^(?:比|比例|比重|总数|整体|全部|总体|总额|总量|其|全体)?(?:达|为|达到|约)?$")
_ZH_WHOLE_NAMED = re.compile(r"^(?:全部|所有|全体|整体)|(?:总数|总量|总额|总人数|总人次)的?$")
_ZH_PREFIX = re.compile(r"(?:公司|集团|企业|银行|全年|上半年|下半年|报告期内?|期内|年度|本年|全市|全省|全区|全县|全国|实现|录得|共|总|同期|年)*")
_ZH_SHARE_NAME = re.compile(r"(?P<part>[㐀-鿿]{2,12}?)(?:占比|佔比|所占比重|的?比重)(?:达|为|达到|约)?$")
_ZH_RATE = re.compile(r"(?P<what>[㐀-鿿]{1,4})(?:率|面)(?:达|为|达到|约|有)?$")
_EN_BRACKET = re.compile(r"^[^,.;()]{0,40}?[ ]?[(\[]\s*$")
_EN_OR = re.compile(
    r"^[^,.;()]{0,30}, or (?:about |around |nearly |some )?$|^ - (?:or )?$|^\s*~ ?(?:or )?$", re.IGNORECASE
)
_EN_RATE = re.compile(r"^[^.;()]{0,40}, an? (?:[a-z-]+ ){0,3}(?:rate|share|proportion) of (?:about |nearly )?$", re.IGNORECASE)
_EN_ACCOUNT = re.compile(
    r"^[^.;()]{0,30}\b(?:accounting for|representing|making up|which is|equal to|equivalent to) $", re.IGNORECASE
)
_EN_BASE = re.compile(
    r"^\s*(?:\)|,)?\s*of (?:the |its |all |total )*(?P<base>[a-z][a-z' -]{2,40}?)(?=[,.;()]|$| (?:in|at|by|for|from|and|while|were|was|is|are|said|last|this)\b)",
    re.IGNORECASE,
)


def relations(ledger: Ledger) -> Iterator[Relation]:
    """One for each share whose part and whole the words name."""
    text = prose(ledger)
    wholes = {part.id: b.whole for b in breakdowns(ledger) for part in b.parts}
    for passage in text.passages:
        for share in passage.figures:
            q = share.claim.quantity
            if q.kind != "percent" or q.value is None or role(share, text.language) == "change":
                continue
            yield from _named_ratio(share, text)
            yield from _tabled(share, text)
            found = _zh(share, text, wholes) if text.language == "zh" else _en(share, text, wholes)
            if found is not None:
                part, whole, basis = found
                yield _relation(part, share, whole, basis)


def _relation(part: Figure, share: Figure, whole: Figure, basis: str) -> Relation:
    return Relation(
        check="", form="share", terms=(whole.id, share.id, part.id), scale=Fraction(1, 100), basis=basis,
        cue=(share.passage.block, share.clause_start, share.claim.local.start), reason="name",
    )  # fmt: skip


def _named_ratio(share: Figure, text: Prose) -> Iterator[Relation]:
    """Margins and the like: both sides carry the names that general knowledge gives them."""
    lead = share.left[-24:] if text.language == "zh" else share.left[-60:]
    for rule in ratios(text.language):
        if not rule.name.search(lead):
            continue
        part = _last_with(rule.part, share, text, None)
        whole = _last_with(rule.whole, share, text, part)
        if part is not None and whole is not None:
            yield _relation(part, share, whole, "stated")
        return


def _last_with(name: re.Pattern[str], near: Figure, text: Prose, other: Figure | None) -> Figure | None:
    """The nearest earlier level in its block or the one before whose own words hold the name."""
    for passage in reversed(text.passages[max(0, near.passage.index - 6) : near.passage.index + 1]):
        for figure in reversed(passage.figures):
            if figure.index >= near.index or figure.claim.quantity.kind in ("percent", "point", "multiple", "duration"):
                continue
            if role(figure, text.language) != "level" or (
                other is not None and (figure is other or not like(figure.claim, other.claim))
            ):
                continue
            if _is_called(figure, name, text.language):
                return figure
    return None


def _is_called(figure: Figure, name: re.Pattern[str], language: str) -> bool:
    """Whether the name is the figure's own and not that of a part of it: 海外收入 is not 收入."""
    measure = figure.claim.measure
    if language == "zh":
        prefix = _ZH_PREFIX.match(measure)
        return bool(name.fullmatch(measure)) or (prefix is not None and bool(name.fullmatch(measure, prefix.end())))
    right = name.search(figure.right[:40])
    if right is not None and re.fullmatch(r"\s*(?:[a-z]+\s){0,3}(?:were |was |are |is )?", figure.right[: right.start()]):
        return True
    match = name.search(measure)
    return match is not None and measure[: match.start()].strip() in _EN_PREFIXES


_EN_PREFIXES = ("", "total", "group", "net", "quarterly", "annual", "average")
_EN_ROW_SHARE = re.compile(r"^(?:the |in |at )?(?P<row>[a-z][a-z .'-]{1,30}?) (?:now |still |alone )?(?:accounts?|accounted|makes?|made) (?:for|up) $", re.IGNORECASE)
_EN_ALL = re.compile(r"^\s*of (?:all|total|the total|the)\b", re.IGNORECASE)
_ZH_ROW_SHARE = re.compile(r"(?P<row>[㐀-鿿]{2,12}?)占(?:全部|总数|总额|整体|总量)?[^，。]{0,6}的?$")


def _tabled(share: Figure, text: Prose) -> Iterator[Relation]:
    """A share of a table's total for one of its rows, by the row's label, in the last column of levels."""
    match = (_ZH_ROW_SHARE if text.language == "zh" else _EN_ROW_SHARE).search(share.left.lstrip())
    if match is None or (text.language == "en" and not _EN_ALL.match(share.after)):
        return
    for table in tables(text.ledger):
        totals = [row for row in table.rows if row.is_total and not row.is_subtotal]
        rows = [row for row in table.rows if row.label.casefold() == match["row"].casefold()]
        if len(totals) != 1 or len(rows) != 1:
            continue
        columns = [
            c for c, (part, whole) in enumerate(zip(rows[0].cells, totals[0].cells, strict=False))
            if part and whole and like(part.claim, whole.claim) and part.claim.quantity.kind != "percent"
        ]  # fmt: skip
        years = table.years()
        dated = [c for c in columns if c < len(years) and years[c]]
        column = max(dated, key=lambda c: years[c]) if dated else columns[-1] if len(columns) == 1 else None
        if column is None:
            continue
        part, whole = rows[0].cells[column], totals[0].cells[column]
        if part is not None and whole is not None:
            yield _relation(part, share, whole, "stated")


def _zh(share: Figure, text: Prose, wholes: dict[str, Figure]) -> tuple[Figure, Figure, str] | None:
    part = share.previous
    if part is None or role(part, "zh") != "level":
        return None
    clause = _ZH_SHARE_NAME.search(share.left)
    if clause is not None and share.left.strip() == clause.group():
        owner = clause["part"]
        if part.claim.quantity.kind not in ("percent", "point", "multiple", "duration") and owner not in part.left:
            own = named(owner, part, text, same_kind(part))
            if own is not None and own is not part:
                return own, part, "stated"
    match = _ZH_OF.match(share.before)
    if match is not None and part.claim.quantity.kind not in ("percent", "point", "multiple", "duration"):
        base = match["base"]
        if _ZH_WHOLE.match(base) or _ZH_WHOLE_NAMED.search(base):
            whole = wholes.get(part.id)
            if whole is not None:
                return part, whole, "stated"
            whole = _by_head(part, text) if not base.strip("比例重总其") else None
            return (part, whole, "inferred") if whole is not None else None
        if "其" in base or "所持" in base or "持有" in base:
            return None
        whole = named(base.removesuffix("的"), part, text, same_kind(part))
        return (part, whole, "stated") if whole is not None else None
    rate = _ZH_RATE.search(share.left)
    if rate is not None and share.left.strip().endswith(rate.group()):
        return _own_rate(rate["what"], part, text, wholes)
    return None


def _own_rate(what: str, part: Figure, text: Prose, wholes: dict[str, Figure]) -> tuple[Figure, Figure, str] | None:
    """批核率 after 申请 and 获批 counts: the part's words hold a character of the rate's name."""
    words = part.left + part.right
    if part.claim.quantity.kind != "count" or not any(char in words for char in what):
        return None
    whole = wholes.get(part.id)
    if whole is None and part.previous is not None and part.previous.claim.quantity.kind == "count":
        whole = part.previous if role(part.previous, "zh") == "level" else None
    return (part, whole, "inferred") if whole is not None else None


def _is_total_of(measure: str, head: str) -> bool:
    """Whether a measure is the whole of what ends in `head`: 营业收入 of 海外收入, but not 房产收入."""
    if not measure.endswith(head):
        return False
    prefix = _ZH_PREFIX.match(measure)
    rest = measure[prefix.end() if prefix else 0 : -len(head)]
    return rest in ("", "营业", "主营", "主营业务", "总", "销售", "经营")


def _by_head(part: Figure, text: Prose) -> Figure | None:
    """The nearest earlier figure whose measure ends in the part's head noun: 营业收入 for 海外收入."""
    head = part.claim.measure[-2:]
    if len(part.claim.measure) < 3:
        return None
    for passage in reversed(text.passages[max(0, part.passage.index - 8) : part.passage.index + 1]):
        for figure in passage.figures:
            if figure.index >= part.index or figure.claim.statistic in ("mean", "growth", "difference"):
                continue
            measure = figure.claim.measure
            if (
                _is_total_of(measure, head)
                and part.claim.measure not in measure
                and kind_key(figure.claim) == kind_key(part.claim)
            ):
                if role(figure, text.language) == "level" and not in_list(figure):
                    return figure
    return None


def _en(share: Figure, text: Prose, wholes: dict[str, Figure]) -> tuple[Figure, Figure, str] | None:
    part = share.previous
    if part is not None and part.previous is not None and wholes.get(part.previous.id) is part:
        part = part.previous  # 212 of the 400 seats, or 53 %
    base = _EN_BASE.match(share.after)
    if (
        part is not None
        and role(part, "en") == "level"
        and part.claim.quantity.kind in ("count", "number", "money", "dimension")
    ):
        joined = _EN_BRACKET.match(share.before) or _EN_OR.match(share.before) or _EN_ACCOUNT.match(share.before) or _EN_RATE.match(share.before)
        if joined and base is not None:
            whole = named(base["base"], part, text, same_kind(part))
            if whole is not None and whole is not part:
                return part, whole, "stated"
        if joined and part.id in wholes:
            return part, wholes[part.id], "stated"
    follower = share.next
    if follower is None or base is None or role(follower, "en") != "level":
        return None
    if re.match(r"^\s*of (?:the |its |all |total )*[a-z' -]{3,40}, (?:or |about |some )?$", share.after, re.IGNORECASE):
        whole = named(base["base"], share, text, same_kind(follower))
        if whole is not None:
            return follower, whole, "stated"
    return None
