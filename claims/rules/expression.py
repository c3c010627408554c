"""The language of declared rules: arithmetic over names, compared.

    rule       = sum (("==" | "~=" | "<=" | ">=" | "<" | ">") sum)+
    sum        = product (("+" | "-") product)*
    product    = signed (("*" | "/") signed)*
    signed     = "-"? power
    power      = primary ("^" whole number)?
    primary    = number "%"? | name | name "(" (sum ("," sum)*)? ")" | "(" sum ")"

Names begin with a letter or _ of any script, and go on with letters, digits, _ and dots.
Whatever is not in the grammar is refused with its column; depth and length have limits.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NoReturn

import msgspec

LIMIT = 2000
"""Characters of a rule."""
DEPTH = 40
MAX_POWER = 12
COMPARISONS = ("==", "~=", "<=", ">=", "<", ">")
_TOKEN = re.compile(
    r"(?P<number>\d[\d,_]*(?:\.\d+)?%?)|(?P<name>[^\W\d][\w.]*)|(?P<sign>==|~=|<=|>=|[-+*/^(),<>=−×÷≤≥])|(?P<space>\s+)"
)
_WRITTEN = {"−": "-", "×": "*", "÷": "/", "≤": "<=", "≥": ">="}


class RuleError(ValueError):
    """What is wrong with a rule, and at which column of it, counted from 1."""

    def __init__(self, what: str, column: int) -> None:
        super().__init__(what, column)
        self.what, self.column = what, column


class Number(msgspec.Struct, frozen=True):
    """A constant; a percentage is its hundredth."""

    value: Fraction
    column: int


class Name(msgspec.Struct, frozen=True):
    """A figure, or a group of them."""

    text: str
    column: int


class Call(msgspec.Struct, frozen=True):
    """A function over its arguments: sum(north, south), share(part, whole)."""

    function: str
    arguments: tuple[Expression, ...]
    column: int


class Operation(msgspec.Struct, frozen=True):
    """Two operands and "+", "-", "*" or "/", or a base and "^" with a whole number."""

    operator: str
    left: Expression
    right: Expression
    column: int


Expression = Number | Name | Call | Operation


class Comparison(msgspec.Struct, frozen=True):
    """Two sides that a rule holds against each other."""

    left: Expression
    operator: str
    """One of `COMPARISONS`."""
    right: Expression
    column: int


def parse(text: str) -> tuple[Comparison, ...]:
    """The comparisons of a rule, each neighbour with the next; raises `RuleError`."""
    return _Reader(text).rule()


class _Token(msgspec.Struct, frozen=True):
    kind: str
    text: str
    column: int


def _tokens(text: str) -> list[_Token]:
    if len(text) > LIMIT:
        raise RuleError(f"a rule has at most {LIMIT} characters", LIMIT + 1)
    found: list[_Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise RuleError(f"{text[at]!r} means nothing here", at + 1)
        kind = match.lastgroup or ""
        if kind != "space":
            found.append(_Token(kind, _WRITTEN.get(match[0], match[0]), at + 1))
        at = match.end()
    found.append(_Token("end", "", len(text) + 1))
    return found


class _Reader:
    """One token of look-ahead, one method for each line of the grammar."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._at = 0
        self._depth = 0

    def rule(self) -> tuple[Comparison, ...]:
        sides = [self._sum()]
        signs: list[_Token] = []
        while self._next.text in COMPARISONS:
            signs.append(self._take())
            sides.append(self._sum())
        if self._next.text == "=":
            self._refuse("write == for equal")
        if self._next.kind != "end":
            self._refuse(f"{self._next.text!r} cannot stand here")
        if not signs:
            self._refuse(f"nothing is compared; use one of {' '.join(COMPARISONS)}")
        pairs = zip(sides, signs, sides[1:], strict=False)
        return tuple(Comparison(left, sign.text, right, sign.column) for left, sign, right in pairs)

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self) -> _Token:
        token = self._next
        self._at += token.kind != "end"
        return token

    def _refuse(self, what: str) -> NoReturn:
        raise RuleError(what, self._next.column)

    def _sum(self) -> Expression:
        found = self._product()
        while self._next.text in ("+", "-"):
            sign = self._take()
            found = Operation(sign.text, found, self._product(), sign.column)
        return found

    def _product(self) -> Expression:
        found = self._signed()
        while self._next.text in ("*", "/"):
            sign = self._take()
            found = Operation(sign.text, found, self._signed(), sign.column)
        return found

    def _signed(self) -> Expression:
        if self._next.text != "-":
            return self._power()
        sign = self._take()
        return Operation("-", Number(Fraction(0), sign.column), self._power(), sign.column)

    def _power(self) -> Expression:
        found = self._primary()
        if self._next.text != "^":
            return found
        sign = self._take()
        exponent = self._take()
        if exponent.kind != "number" or not exponent.text.isdigit() or not 1 <= int(exponent.text[:4]) <= MAX_POWER:
            raise RuleError(f"an exponent is a whole number from 1 to {MAX_POWER}", exponent.column)
        return Operation("^", found, Number(Fraction(int(exponent.text)), exponent.column), sign.column)

    def _primary(self) -> Expression:
        token = self._take()
        if token.kind == "number":
            return _number(token)
        if token.kind == "name" and self._next.text == "(":
            return Call(token.text, self._arguments(), token.column)
        if token.kind == "name":
            return Name(token.text, token.column)
        if token.text == "(":
            found = self._inside()
            self._close()
            return found
        what = "something is missing" if token.kind == "end" else f"{token.text!r} cannot stand here"
        raise RuleError(what, token.column)

    def _arguments(self) -> tuple[Expression, ...]:
        self._take()
        found: list[Expression] = []
        while self._next.text != ")":
            if found and self._take().text != ",":
                self._at -= 1
                self._refuse("a comma or a closing bracket is missing")
            found.append(self._inside())
        self._close()
        return tuple(found)

    def _inside(self) -> Expression:
        self._depth += 1
        if self._depth > DEPTH:
            self._refuse(f"brackets are nested deeper than {DEPTH}")
        found = self._sum()
        self._depth -= 1
        return found

    def _close(self) -> None:
        if self._next.text != ")":
            self._refuse("a closing bracket is missing")
        self._take()


def _number(token: _Token) -> Number:
    digits = token.text.rstrip("%").replace(",", "").replace("_", "")
    value = Fraction(digits)
    return Number(value / 100 if token.text.endswith("%") else value, token.column)
