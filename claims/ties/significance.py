"""Results of significance tests, as science copy reports them: t(28) = 2.20, p < .01.

The form is that of the American Psychological Association's manual, with the liberties that
writers take: brackets or none, "df = 28" after the statistic, an effect size or a confidence
interval before the p-value, "ns" in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache

import msgspec

from claims.grammar.fold import fold
from claims.model import Claim, Ledger

_NUMBER = r"\d+(?:\.\d+)?"
_VALUE = r"[-+]?(?:\d+(?:\.\d+)?|\.\d+)"
_NAME = (
    r"(?<![A-Za-zα-ω0-9_^.|])(?:(?P<t>t)|(?P<F>F)|(?P<r>r)|(?P<z>[zZ])|"
    r"(?P<chi>[χΧ𝜒]\s?\^?[2²]|Q|G(?:\^?2|²)|X(?:\^?2|²)|[Cc]hi-?\s?(?:squared?|2)|卡方值?))"
)
_DF = (
    rf"(?:\s?[(\[]\s?(?:df\s?=\s?)?(?P<df1>\d{{1,3}},\d{{3}}|{_NUMBER})"
    rf"(?:\s?[,;，]\s?(?:N\s?=\s?\d[\d,]*|(?P<df2>\d{{1,3}},\d{{3}}(?=\s?[)\]])|{_NUMBER})))?\s?[)\]]"
    r"|(?<=F)_?\{?(?P<sub1>\d{1,4}(?:\.\d+)?),\s?(?P<sub2>\d{1,5}(?:\.\d+)?)\}?|(?<=t)_?\{?(?P<sub>\d{2,5}(?:\.\d+)?)\}?)?"
)
_RELATION = r"\s?(?P<sign>=|<|>|≤|≥)\s?"
_ITEM = (
    r"(?:(?:df|(?P<pairs>[nN]))\s?=\s?(?P<df>\d+(?:\.\d+)?)|\d\d%\s?CI\s?[:=]?\s?[(\[][^\])]{1,30}[)\]]"
    r"|(?![pPzFt]\s?[=<>(])[^\W\d_][^\s=<>,;，()]{0,12}(?:\s[^\s=<>,;，()]{1,12}){0,2}\s?[=<>]\s?[-+]?[\d.]{1,8}%?)"
)
_PAUSE = r"\s?(?:[,;，]\s?(?:with\s)?|\(|with\s)\s?"
_P = (
    r"(?:[pP](?:-?\s?values?|值)?\s?(?P<bound><=|>=|[=<>≤≥])\s?(?:(?P<p>\.\d+|[01](?:\.\d+)?)|(?P<pns>n\.?s\b))"
    r"|(?P<ns>n\.?s(?![A-Za-z])|not significant|不显着))"
)
_RESULT = rf"{_NAME}{_DF}{_RELATION}(?P<value>{_VALUE}){_PAUSE}(?:{_ITEM}{_PAUSE}){{0,3}}?{_P}"
_HINT = re.compile(r"[pPｐＰ](?:-?\s?values?|值)?\s?[=<>≤≥＝＜＞]|\bn\.?s\b|not significant|不[顯显][著着]")
_SIGNS = "=<>≤≥＝＜＞"
"""Without one of them a block gives no result, which is seen at once."""
_HEDGES = {
    "=": None, "<": "less_than", ">": "more_than", "≤": "at_most", "≥": "at_least", "<=": "at_most", ">=": "at_least",
}  # fmt: skip
_WITH_DF = {"t": 1, "F": 2, "r": 1, "z": 0, "chi": 1}
"""How many degrees of freedom each statistic has."""


class Result(msgspec.Struct, frozen=True):
    """One statistic with what is said of its p-value."""

    test: str
    """"t", "F", "r", "z" or "chi" (chi-square)."""
    df: tuple[Fraction, ...]
    """Degrees of freedom, as many as the statistic has."""
    df_steps: tuple[Fraction, ...]
    """Worth of one unit of the last digit shown of each; 0 for a whole number."""
    statistic: Claim
    p: Claim | None
    """None where the words only say that the result is not significant."""
    block: int
    start: int
    end: int
    """Where it stands in the block's text."""
    words: str
    """The statistic with its value, as written: t(28) = 2.20."""
    df_claims: tuple[Claim, ...]
    """The degrees of freedom that were read as figures, in reading order."""


def results(ledger: Ledger) -> Iterator[Result]:
    """The results that a draft reports, in reading order."""
    if not any(sign in ledger.draft.text for sign in _SIGNS):
        return
    by_block: dict[int, dict[int, Claim]] = {}
    hinted = {
        number
        for number, block in enumerate(ledger.draft.blocks)
        if any(sign in block.text for sign in _SIGNS) and _HINT.search(block.text)
    }
    for claim in ledger.claims if hinted else ():
        if claim.block in hinted:
            by_block.setdefault(claim.block, {})[claim.local.start] = claim
    for number, claims in by_block.items():
        text = ledger.draft.blocks[number].text
        for match in _result_of().finditer(fold(text)):
            found = _result(match, number, text, claims)
            if found is not None:
                yield found


@cache
def _result_of() -> re.Pattern[str]:
    """The form of a result, which few drafts hold."""
    return re.compile(_RESULT)


def _result(match: re.Match[str], number: int, text: str, claims: Mapping[int, Claim]) -> Result | None:
    """None where the figures were not read as the pattern reads them."""
    test = next(name for name in _WITH_DF if match[name])
    groups = [name for name in ("df1", "df2", "sub1", "sub2", "sub") if match[name]]
    later = not groups and (test == "r" or not match["pairs"])
    pairs = later and match["pairs"] is not None
    if later and match["df"]:
        groups = ["df"]
    df = [match[name] for name in groups]
    if test == "F" and len(df) == 1:
        df = df[0].split(",")  # F(2,280) is no F(2280)
    df = [n.replace(",", "") for n in df]
    statistic = _claim(match, "value", claims, _HEDGES[match["sign"]])
    p = _claim(match, "p", claims, _HEDGES[match["bound"]]) if match["p"] else None
    if len(df) != _WITH_DF[test] or statistic is None or (match["p"] and p is None):
        return None
    return Result(
        test=test,
        df=tuple(Fraction(n) - (2 if pairs else 0) for n in df),
        df_steps=tuple(Fraction(1, 10 ** len(n.partition(".")[2])) if "." in n else Fraction(0) for n in df),
        statistic=statistic,
        p=p,
        block=number,
        start=match.start(),
        end=match.end(),
        words=" ".join(text[match.start() : match.end("value")].split()),
        df_claims=tuple(claims[match.start(g)] for g in groups if match.start(g) in claims),
    )


def _claim(match: re.Match[str], group: str, claims: Mapping[int, Claim], hedge: str | None) -> Claim | None:
    """The figure that stands at a group, when it is a bare number hedged by that sign alone."""
    start = match.start(group)
    claim = claims.get(start) or claims.get(start + 1)
    if claim is None or claim.quantity.unit is not None or claim.quantity.value is None:
        return None
    return claim if claim.quantity.hedge == hedge and claim.local.end >= match.end(group) else None
