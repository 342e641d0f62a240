"""The smallest expressions of Cypher: literals, calls, comprehensions, patterns, subqueries."""

from __future__ import annotations

import abc

from .cursor import RESERVED, Cursor
from .tokens import CypherError, Token
from .tree import Expr, Path, Query

_QUANTIFIERS = ("ALL", "ANY", "NONE", "SINGLE")
_SUBQUERIES = ("EXISTS", "COUNT", "COLLECT")


class Atoms(Cursor, abc.ABC):
    """Reads what stands between operators."""

    def __init__(self, found: list[Token]) -> None:
        super().__init__(found)
        # Whether an opening parenthesis begins a path is tried once only: nesting would cost
        # double at every level.
        self._tried: dict[int, tuple[Expr | None, int]] = {}

    @abc.abstractmethod
    def expression(self, bar_ends: bool = False) -> Expr:
        """An expression; with ``bar_ends`` a label test leaves the last bar alone."""

    @abc.abstractmethod
    def path(self) -> Path:
        """A path of at least one relationship, or shortestPath."""

    @abc.abstractmethod
    def subquery(self, bare: bool) -> Query:
        """A query up to its closing brace; ``bare`` where a mere pattern may stand for it."""

    @abc.abstractmethod
    def when(self, subject: Expr) -> Expr:
        """What a WHEN compares with the subject of its CASE."""

    def atom(self) -> Expr:
        """An expression without operators."""
        token, ahead = self.next, self.peek().text
        if token.kind in ("number", "text", "parameter"):
            self.take()
            kind = "literal" if token.kind == "number" else token.kind
            return Expr(token.line, kind, token.text)
        if token.upper in ("TRUE", "FALSE", "NULL"):
            return Expr(token.line, "literal", self.take().upper)
        if token.upper == "CASE":
            return self._case()
        if token.upper in _SUBQUERIES and ahead == "{":
            self.at += 2
            query = self.subquery(bare=token.upper != "COLLECT")
            return Expr(token.line, "subquery", token.upper, query=query)
        if self.comes("("):
            return self._pattern() or self._parenthesis()
        if self.comes("["):
            return self._bracket()
        if self.comes("{"):
            return self.map()
        if token.kind not in ("word", "quoted") or token.upper in RESERVED:
            raise self.expected("an expression")
        call = self._call() if ahead in ("(", ".") else None
        if call:
            return call
        name = self.variable()
        return self._projection(name) if self.comes("{") else Expr(token.line, "name", name)

    def _parenthesis(self) -> Expr:
        self.need("(")
        found = self.expression()
        self.need(")")
        return found

    def _pattern(self) -> Expr | None:
        start = self.at
        if start not in self._tried:
            try:
                found: Expr | None = Expr(self.next.line, "pattern", path=self.path())
            except CypherError:
                found, self.at = None, start
            self._tried[start] = found, self.at
        found, self.at = self._tried[start]
        return found

    def _bracket(self) -> Expr:
        line = self.next.line
        self.need("[")
        if self.names_variable() and self.peek().upper == "IN":
            return self._loop(line, "]")
        named = self.names_variable() and self.peek().text == "=" and self.peek(2).text == "("
        name = ""
        if named:
            name = self.variable()
            self.need("=")
        start = self.at
        pattern = self._pattern() if self.comes("(") else None
        path = pattern.path if pattern else None
        if path and (self.next.upper == "WHERE" or self.comes("|")):
            path = Path(path.line, name, path.shortest, path.elements)
            parts = [self.expression(bar_ends=True)] if self.word("WHERE") else []
            self.need("|")
            parts.append(self.expression())
            self.need("]")
            return Expr(line, "paths", name, tuple(parts), path=path)
        self.at = start - 2 * named
        return Expr(line, "list", parts=self.listed("]"))

    def _loop(self, line: int, end: str) -> Expr:
        name = self.variable()
        self.need_word("IN")
        barred = end == "]"
        parts = [self.expression(bar_ends=barred)]
        if self.word("WHERE"):
            parts.append(self.expression(bar_ends=barred))
        if barred and self.sign("|"):
            parts.append(self.expression())
        self.need(end)
        return Expr(line, "loop", name, tuple(parts))

    def listed(self, end: str) -> tuple[Expr, ...]:
        """Expressions between commas, up to the closing sign."""
        items: list[Expr] = []
        while not self.sign(end):
            if items:
                self.need(",")
            items.append(self.expression())
        return tuple(items)

    def map(self) -> Expr:
        """A map literal."""
        line = self.next.line
        self.need("{")
        values: list[Expr] = []
        while not self.sign("}"):
            if values:
                self.need(",")
            self.symbol()
            self.need(":")
            values.append(self.expression())
        return Expr(line, "map", parts=tuple(values))

    def _projection(self, name: str) -> Expr:
        line = self.next.line
        values: list[Expr] = []
        self.need("{")
        while not self.sign("}"):
            if self.sign("."):
                if not self.sign("*"):
                    self.symbol()
            elif self.peek().text == ":":
                self.symbol()
                self.need(":")
                values.append(self.expression())
            else:
                values.append(Expr(self.next.line, "name", self.variable()))
            if not self.comes("}"):
                self.need(",")
        return Expr(line, "projection", name, tuple(values))

    def _call(self) -> Expr | None:
        line, start, first = self.next.line, self.at, self.next.upper
        names = [self.symbol()]
        while self.comes(".") and self.peek().kind in ("word", "quoted"):
            self.take()
            names.append(self.symbol())
        name = ".".join(names).lower()
        if not self.comes("("):
            self.at = start
            return None
        if name in ("shortestpath", "allshortestpaths"):
            self.at = start
            return Expr(line, "pattern", "shortest", path=self.path())
        self.need("(")
        if first in _QUANTIFIERS and len(names) == 1 and self.peek().upper == "IN":
            return self._loop(line, ")")
        if name == "reduce":
            return self._reduce(line)
        if self.sign("*"):
            self.need(")")
            return Expr(line, "call", name)
        distinct = self.word("DISTINCT")
        if not distinct and self.peek().text != "(":
            self.word("ALL")
        found = Expr(line, "call", name, self.listed(")"))
        return Expr(line, "call", "distinct", (found,)) if distinct else found

    def _reduce(self, line: int) -> Expr:
        total = self.variable()
        self.need("=")
        first = self.expression()
        self.need(",")
        name = self.variable()
        self.need_word("IN")
        over = self.expression(bar_ends=True)
        self.need("|")
        body = self.expression()
        self.need(")")
        return Expr(line, "reduce", total, (first, Expr(line, "loop", name, (over, body))))

    def _case(self) -> Expr:
        line = self.next.line
        self.need_word("CASE")
        subject = None if self.next.upper == "WHEN" else self.expression()
        parts = [subject] if subject else []
        self.need_word("WHEN")
        while True:
            parts.append(self.when(subject) if subject else self.expression())
            if subject and self.sign(","):
                continue
            self.need_word("THEN")
            parts.append(self.expression())
            if not self.word("WHEN"):
                break
        parts.append(self.expression() if self.word("ELSE") else Expr(line, "literal", "NULL"))
        self.need_word("END")
        return Expr(line, "case", parts=tuple(parts))
