"""A failed relation in words: what the text says, what follows, the gap, what may explain it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path

from checks._judging.evaluate import Evaluation, ratio
from checks._judging.figures import between, digits, percent, quoted, write
from claims.interval import Interval
from claims.model import Claim, Relation

_SIGNS = {"=": "=", "<=": "≤", "<": "<", ">=": "≥", ">": ">"}
_MORE = {"en": ("more than that", "less than that"), "zh": ("多出", "少了")}


@cache
def _templates() -> dict[str, dict[str, str]]:
    with (Path(__file__).parent / "wording.toml").open("rb") as file:
        return tomllib.load(file)


class Wording:
    """Text of one evaluated relation in "en", "zh-Hant" or "zh-Hans"."""

    def __init__(self, relation: Relation, evaluation: Evaluation, claims: Mapping[str, Claim], language: str) -> None:
        self.relation = relation
        self.evaluation = evaluation
        self.terms = [claims[t] for t in relation.terms]
        self.language = "zh" if language.startswith("zh") else "en"
        self.fold = language == "zh-Hans"
        self.target = claims[evaluation.target] if evaluation.target else self.terms[-1]

    def statement(self) -> str:
        """The relation with its figures: "449戶 + 165戶 ≤ 640戶"."""
        relation, quotes = self.relation, [quoted(t) for t in self.terms]
        if relation.form == "rule":
            return relation.note["rule"]
        if relation.is_product:
            x, y, z = quotes
            return {
                "share": f"{z} / {x} = {y}",
                "growth": f"{x} → {z}: {y}" if not relation.net else f"{z} → {x}: {y}",
                "multiple": f"{z} / {x} = {y}",
            }.get(relation.form, f"{x} × {y} = {z}")
        if "statement" in relation.note:
            return relation.note["statement"]
        if relation.form == "difference":
            return f"{quotes[0]} − {quotes[1]} = {quotes[2]}"
        left = " + ".join(q for q, c in zip(quotes, relation.coefficients, strict=True) if c > 0)
        right = " + ".join(q for q, c in zip(quotes, relation.coefficients, strict=True) if c < 0)
        if relation.form == "equal":
            return f"{left} = {right}"
        constant = relation.constant
        if not right and constant.low is not None and constant.high is not None:
            low, high = digits(constant.low, 0), digits(constant.high, 0)
            right = low if low == high else f"{low}–{high}"
        elif not right:
            bound = constant.high if constant.high is not None else constant.low
            right = "?" if bound is None else digits(bound, 0)
        return f"{left} {_SIGNS[relation.operator]} {right}"

    def arithmetic(self) -> str:
        """The sum worked out: "88.95億元 + 48.03億元 = 136.98億元 > 129.62億元 (7.36億元, 5.7 %)"."""
        relation, terms = self.relation, self.terms
        derived = self._derived()
        if relation.form == "rule":
            sign = {"": "≠", "≥": ">", "≤": "<", ">": "≥", "<": "≤"}[self._asked().strip()]
            shown = f"{derived} {sign} {quoted(self.target)}{self._gap_in_brackets()}"
            return f"{relation.note['rule']}: {relation.note['figures']} ⇒ {shown}"
        if relation.is_product:
            x, y, z = (quoted(t) for t in terms)
            if relation.form == "mean":
                return f"{x} × {y} = {derived} ≠ {z}{self._gap_in_brackets()}"
            if relation.form == "share":
                return f"{z} / {x} = {derived} ≠ {y}"
            if relation.net:
                level = f"{x} − {z}" if relation.net > 0 else f"{x} + {z}"
                return f"{'−' if relation.net < 0 else ''}{z} / ({level}) = {derived} ≠ {self._stated_change()}"
            if relation.form == "multiple" and relation.offset:
                return f"({z} − {x}) / {x} = {derived} ≠ {y}"
            if relation.form == "multiple":
                return f"{z} / {x} = {derived} ≠ {y}"
            if relation.power > 1:
                return f"{x} × (1 + {y})^{relation.power} = {derived} ≠ {z}"
            return f"({z} − {x}) / {x} = {derived} ≠ {self._stated_change()}"
        if "arithmetic" in relation.note:
            return relation.note["arithmetic"]
        if relation.form == "difference":
            a, b, c = (quoted(t) for t in terms)
            return f"{a} − {b} = {derived} ≠ {c}{self._gap_in_brackets()}"
        if relation.form in ("sum", "containment"):
            parts = " + ".join(quoted(t) for t in self._parts())
            sign = ">" if relation.form == "containment" else "≠"
            equals = f" = {derived}" if len(self._parts()) > 1 else ""
            return f"{parts}{equals} {sign} {quoted(self.target)}{self._gap_in_brackets()}"
        if relation.form == "flow":
            return f"{relation.note['made']} = {derived} ≠ {quoted(self.target)}{self._gap_in_brackets()}"
        if relation.form == "conversion":
            return f"{quoted(terms[0])} = {derived} ≠ {quoted(terms[1])}"
        if relation.form == "equal":
            return f"{quoted(terms[0])} ≠ {quoted(terms[1])}{self._gap_in_brackets()}"
        return self.statement()

    def message(self) -> str:
        """What a colleague would write in the margin, in the draft's language and script."""
        relation, evaluation = self.relation, self.evaluation
        names = self._names()
        text = _templates()[self.language][self._template()].format(**names)
        extra = []
        if evaluation.why in ("truncation", "plausible"):
            extra.append(evaluation.why)
        if relation.note.get("remark"):
            extra.append(relation.note["remark"])
        for key in extra:
            joint = "" if self.language == "zh" else " "
            text += joint + _templates()[self.language].get(key, key)
        return scripted(text, self.language if not self.fold else "zh-Hans")

    def _template(self) -> str:
        relation = self.relation
        if "template" in relation.note:
            return relation.note["template"]
        if relation.form == "containment":
            if len(self._parts()) == 1:
                return "containment-one"
            return "containment-parallel" if relation.escalated else "containment"
        if relation.form == "growth":
            return "growth-net" if relation.net else "growth-annual" if relation.power > 1 else "growth"
        return "multiple-more" if relation.form == "multiple" and relation.offset else relation.form

    def _names(self) -> dict[str, str]:
        relation, quotes = self.relation, [quoted(t) for t in self.terms]
        gap = self.gap()
        shown_gap = write(abs(gap), self.target.quantity, 2) if gap is not None else "?"
        base = self.target.quantity.value
        share = ratio(gap, base) if gap is not None and base is not None else None
        names = {
            "derived": self._derived(),
            "gap": shown_gap,
            "percent": percent(share) if share is not None else "?",
            "more": _MORE[self.language][0 if gap is None or gap > 0 else 1],
            "total": quoted(self.target),
            "parts": " + ".join(quoted(t) for t in self._parts()),
            "part": quoted(self._parts()[0]) if self._parts() else quotes[0],
            "figure": quotes[0],
            "because": "",
            "power": str(relation.power),
        }
        roles = {
            "share": ("total", "share", "part"), "growth": ("old", "growth", "new"),
            "mean": ("mean", "count", "total"), "multiple": ("old", "multiple", "new"),
            "difference": ("minuend", "subtrahend", "difference"), "equal": ("first", "second"),
            "conversion": ("first", "second"),
            "duration": ("duration",), "count": ("announced",),
        }.get(relation.form, ())  # fmt: skip
        names.update(zip(roles, quotes, strict=False))
        if relation.form == "growth" and relation.power == 1:
            names.update(growth=self._stated_change())
        if relation.net:
            names.update(new=quotes[0], change=quotes[2])
        if relation.form == "equal":
            names.update(total=quotes[1])
        for key, value in relation.note.items():
            names.setdefault(key, value)
        names.update(
            {k: v for k, v in relation.note.items() if k in ("because", "items", "listed", "dates", "derived")}
        )
        if relation.form == "rule":
            why = relation.note["because"]
            names.update(
                derived=f"{self._asked()}{names['derived']}", because=f" {why}" if self.language == "en" else why
            )
        return names

    def _asked(self) -> str:
        """The sign that an inequality asks of its target."""
        relation = self.relation
        if relation.operator == "=":
            return ""
        own = relation.coefficients[relation.terms.index(self.target.id)]
        turned = {"<": ">", ">": "<"}
        first = relation.operator[0] if own > 0 else turned[relation.operator[0]]
        return f"{_SIGNS[first + relation.operator[1:]]} "

    def _parts(self) -> list[Claim]:
        relation = self.relation
        if relation.is_product:
            return [self.terms[2]] if relation.form == "share" else []
        return [t for t, c in zip(self.terms, relation.coefficients, strict=True) if c > 0]

    def _derived(self) -> str:
        exact = self._unbounded_exact()
        if exact is None:
            return "?"
        if self._falls():
            exact = -exact
        return between(exact, self.target.quantity)

    def _falls(self) -> bool:
        """Whether the text speaks of a fall, which a signed change shows as negative."""
        return self.relation.form == "growth" and self.relation.power == 1 and self._sign() < 0

    def _sign(self) -> int:
        return self.relation.net or (-1 if self.relation.scale < 0 else 1)

    def _stated_change(self) -> str:
        """The change as the draft has it, with its direction as a sign."""
        quote = quoted(self.terms[1])
        return f"−{quote}" if self._falls() and not quote.startswith(("-", "−", "–")) else quote

    def _unbounded_exact(self) -> Interval | None:
        """What follows from the figures as written, as a value even where the relation is an inequality."""
        exact = self.evaluation.exact
        if exact is None:
            return None
        end = exact.low if exact.high is None else exact.high if exact.low is None else None
        return exact if end is None else Interval(end, end)

    def gap(self) -> Fraction | None:
        """What follows less what is stated, both as written; None when either is no single value."""
        exact, value = self._unbounded_exact(), self.target.quantity.value
        if exact is None or value is None or exact.low is None or exact.high is None:
            return None
        if exact.low <= value <= exact.high:
            return None
        return exact.low - value if value < exact.low else exact.high - value

    def _gap_in_brackets(self) -> str:
        gap, base = self.gap(), self.target.quantity.value
        if gap is None:
            return ""
        share = ratio(gap, base) if base is not None else None
        shown = write(abs(gap), self.target.quantity, 2)
        left, right, comma = ("（", "）", "，") if self.language == "zh" else (" (", ")", ", ")
        return f"{left}{shown}{comma}{percent(share)}{right}" if share is not None else f"{left}{shown}{right}"


def template(key: str, language: str) -> str:
    """The sentence of that name, in Traditional characters where it is Chinese; `language` as for `Wording`."""
    return _templates()[language[:2]][key]


def scripted(text: str, language: str) -> str:
    """The text in the characters of "zh-Hans", or as it is for any other language."""
    if language != "zh-Hans":
        return text
    from claims.grammar.fold import fold

    return "".join(fold(char) if "㐀" <= char <= "鿿" else char for char in text)
