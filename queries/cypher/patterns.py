"""The patterns of Cypher: nodes, relationships, repeated groups, shortest paths."""

from __future__ import annotations

import abc
import dataclasses

from .expressions import Expressions
from .tree import Expr, Group, Hop, Node, Path

SHORTEST = ("SHORTESTPATH", "ALLSHORTESTPATHS")
"""Words that a shortest path begins with."""


class Patterns(Expressions, abc.ABC):
    """Reads patterns."""

    def pattern(self) -> tuple[Path, ...]:
        """The paths of a clause, between commas."""
        paths = [self._named()]
        while self.sign(","):
            paths.append(self._named())
        return tuple(paths)

    def _named(self) -> Path:
        line, name = self.next.line, ""
        if self.names_variable() and self.peek().text == "=":
            name = self.variable()
            self.need("=")
        self._selector()
        found = self._shortest() or self._plain()
        return Path(line, name, found.shortest, found.elements)

    def _selector(self) -> None:
        # ANY 2 PATHS, ALL SHORTEST, SHORTEST 3 GROUPS, TRAIL and the like before a path.
        if self.peek().text == "(" and self.next.upper in SHORTEST:
            return
        while self.word("ANY", "ALL", "SHORTEST", "WALK", "TRAIL", "ACYCLIC"):
            pass
        if self.next.kind in ("number", "parameter"):
            self.take()
        self.word("WALK", "TRAIL", "ACYCLIC")
        self.word("PATH", "PATHS")
        self.word("GROUP", "GROUPS")

    def path(self) -> Path:
        """A path with a relationship, or shortestPath. Raises CypherError on anything else."""
        found = self._shortest() or self._plain()
        if not any(isinstance(element, Hop) for element in found.elements):
            raise self.expected("a relationship")
        return found

    def _shortest(self) -> Path | None:
        if self.next.upper not in SHORTEST or self.peek().text != "(":
            return None
        line = self.take().line
        self.need("(")
        found = self._plain()
        self.need(")")
        return Path(line, "", True, found.elements)

    def _plain(self) -> Path:
        line = self.next.line
        elements: list[Node | Hop | Group] = []
        while self.comes("("):
            if self._opens_group():
                elements += self._group()
                continue
            elements.append(self._node())
            while hop := self._hop():
                elements += [hop, self._node()]
        if not elements:
            raise self.expected("a pattern")
        return Path(line, "", False, tuple(elements))

    def _opens_group(self) -> bool:
        ahead = self.peek()
        named = ahead.kind in ("word", "quoted") and self.peek(2).text == "="
        return ahead.text == "(" or (named and self.peek(3).text == "(")

    def _group(self) -> list[Node | Hop | Group]:
        line = self.next.line
        with self.deeper():
            self.need("(")
            inner = self._named()
            where = self.expression() if self.word("WHERE") else None
            self.need(")")
        self._quantifier()
        return [Group(line, inner, where)]

    def _quantifier(self) -> bool:
        if self.sign("+", "*"):
            return True
        if not self.sign("{"):
            return False
        self._number()
        self.sign(",")
        self._number()
        self.need("}")
        return True

    def _inside(self) -> Hop:
        # A node too is read as a relationship: it lacks only the length.
        line, name = self.next.line, ""
        if self.names_variable():
            name = self.variable()
        labelled = bool(self.sign(":"))
        odd = self.labels() if labelled else False
        many = bool(self.sign("*"))
        if many:
            self._number()
            self.sign("..")
            self._number()
        held = None
        if self.comes("{"):
            held = self.map()
        elif self.next.kind == "parameter":
            held = Expr(self.next.line, "parameter", self.take().text)
        where = self.expression() if self.word("WHERE") else None
        return Hop(line, name, labelled, odd, many, held, where)

    def _number(self) -> None:
        if self.next.kind == "number":
            self.take()

    def _node(self) -> Node:
        line = self.next.line
        self.need("(")
        read = self._inside()
        if read.many or not self.comes(")"):
            raise self.expected("“)”")
        self.need(")")
        return Node(line, read.name, read.labelled, read.map, read.where)

    def _hop(self) -> Hop | None:
        line, start = self.next.line, self.at
        self.sign("<")
        if not self.sign("-"):
            self.at = start
            return None
        read = Hop(line, "", False, False, False, None, None)
        if self.sign("["):
            read = self._inside()
            self.need("]")
        self.need("-")
        self.sign(">")
        return dataclasses.replace(read, line=line, many=self._quantifier() or read.many)
