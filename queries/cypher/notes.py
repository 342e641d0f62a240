"""What the lint notes of patterns and of expressions."""

from __future__ import annotations

import abc
import dataclasses

from .scope import (
    Known,
    Scope,
    bound,
    conjuncts,
    elements,
    looped,
    not_null,
    settled,
    uncaught,
    unseen,
    value,
)
from .shapes import SAYS, Finding
from .tree import Expr, Group, Hop, Match, Node, Path, Query, free


class Patterns(abc.ABC):
    """Notes what it finds in patterns and expressions; what a query holds is a subclass's."""

    def __init__(self) -> None:
        self.found: list[Finding] = []
        self.in_column = False

    @abc.abstractmethod
    def query(self, query: Query, outer: Scope, subquery: bool, dedupes: bool = False) -> Scope:
        """Walk a query; give the columns that it returns."""

    def note(self, shape: int | str, line: int, *names: str) -> None:
        """Note a finding that names a variable."""
        self.found.append(Finding(shape, line, SAYS[shape].format(", ".join(sorted(names)))))

    def clear(self, scope: Scope, sure: set[str]) -> None:
        """Forget that these variables may be null."""
        for name in sure & scope.keys():
            scope[name] = dataclasses.replace(scope[name], null=False, loose=False)

    def match(self, match: Match, scope: Scope) -> None:
        """MATCH and the bare pattern of a subquery."""
        new = bound(match, scope)
        everything = {**scope, **new}
        left: set[str] = set()
        wheres = conjuncts(match.where)
        for path in match.paths:
            for element in uncaught(path, scope):
                self.note(4, element.line, element.name)
            for element in elements(path):
                self.element(element, path, scope, new, left)
                left.add(element.name)
            for element in looped(path):
                self.note("loop", element.line, element.name)
            wheres += self.inner(path, new)
        alone = len(match.paths) == 1 and len(elements(match.paths[0])) == 1
        # The engine places conditions only where it scans for the first node of a path.
        anchored = all(elements(path)[0].name in scope for path in match.paths)
        # Inside its WHERE even an OPTIONAL MATCH has found what it binds.
        within = {name: settled(known) for name, known in scope.items()}
        within.update({name: Known(known.kind) for name, known in new.items()})
        shortest = {path.name for path in match.paths if path.shortest and path.name}
        ends = {e.name for path in match.paths if path.shortest for e in elements(path)}
        for one in wheres:
            read = free(one)
            if stale := {name for name in read & scope.keys() if scope[name].unwound}:
                self.note(2, one.line, *stale)
            overlooked = unseen(one, new, everything)
            if overlooked and not alone and not anchored:
                self.note(3, one.line, *overlooked)
            if one.name == ":" and (passed := read & ends & scope.keys()):
                self.note("ends", one.line, *passed)
            if paths := read & shortest:
                self.note(5, one.line, *paths)
            self.expression(one, within, truth=True)
        if not match.optional:
            sure = not_null(match.where)
            for path in match.paths:
                sure |= {element.name for element in elements(path)}
            self.clear(scope, sure)
        scope.update(new)

    def inner(self, path: Path, new: Scope) -> list[Expr]:
        """The conditions inside a path that the engine places as it does those of WHERE."""
        found: list[Expr] = []
        for element in path.elements:
            if isinstance(element, Group):
                found += conjuncts(element.where) + self.inner(element.path, new)
            elif isinstance(element, Node):
                found += conjuncts(element.where)
            elif element.where:
                if element.many:
                    self.note("repeated", element.line)
                if others := (free(element.where) & new.keys()) - {element.name}:
                    self.note(3, element.line, *others)
                found += conjuncts(element.where)
        return found

    def element(
        self, element: Node | Hop, path: Path, scope: Scope, new: Scope, left: set[str]
    ) -> None:
        """A node or a relationship of a MATCH: its name and its map."""
        if path.shortest and isinstance(element, Hop) and element.name:
            self.note(6, element.line, element.name)
        filters = isinstance(element, Node) and (element.labelled or element.map)
        if path.shortest and filters and element.name in {*scope, *left} - {""}:
            self.note("ends", element.line, element.name)
        if element.name in scope and scope[element.name].unwound:
            self.note(2, element.line, element.name)
        if element.map is None:
            return
        # A path that leads to something bound may be walked from there.
        names = [other.name for other in elements(path)[1:] if other.name]
        turned = any(name in scope for name in names) or bool(names and names[-1] in left)
        for name in free(element.map):
            known = new.get(name) or scope.get(name)
            early = name in new and not (known and known.kind == "node" and name in left)
            early |= name in new and turned
            if known and known.unwound:
                self.note(2, element.line, name)
            elif known and (known.unread or early or name == element.name):
                self.note(1, element.line, name)
        self.expression(element.map, {n: settled(known) for n, known in scope.items()})

    def expression(self, expr: Expr, scope: Scope, truth: bool = False) -> None:
        """Walk an expression; ``truth`` where it is a condition or what AND, OR, NOT join."""
        parts = expr.parts
        ordered = expr.kind == "compare" and expr.name in ("<", ">", "<=", ">=")
        if ordered and any(value(part, scope).kind == "duration" for part in parts):
            self.note("duration", expr.line)
        if expr.kind == "call" and expr.name == "tointeger" and parts and parts[0].kind == "text":
            said = parts[0].name[1:-1]
            if said != said.strip():
                self.note("toInteger", expr.line)
        if expr.path:
            self.pattern(expr, expr.path, scope)
            bare = expr.kind == "pattern" and not expr.path.shortest
            if bare and (self.in_column or not truth):
                self.note("condition", expr.line)
        if expr.query:
            inner = {name: settled(known) for name, known in scope.items()}
            self.query(expr.query, inner, subquery=expr.name != "EXISTS")
        if expr.kind in ("loop", "reduce"):
            self.expression(parts[0], scope)
            scope = {**scope, expr.name: Known("value")}
            parts = parts[1:]
        elif expr.kind == "paths" and expr.path:
            scope = {**bound(Match(expr.line, False, (expr.path,), None), scope), **scope}
        inside = truth and expr.kind in ("and", "or", "xor", "not")
        for part in parts:
            if expr.kind == "call" and expr.name == "exists" and part.path:
                self.pattern(part, part.path, scope)
            else:
                self.expression(part, scope, truth=inside)

    def pattern(self, expr: Expr, path: Path, scope: Scope) -> None:
        """A path inside an expression: a condition or a pattern comprehension."""
        if path.name:
            self.note(8, expr.line, path.name)
        new = bound(Match(expr.line, False, (path,), None), scope)
        known_before = {name: settled(known) for name, known in scope.items()}
        left: set[str] = set()
        for element in elements(path):
            known = scope.get(element.name)
            if known and known.null and not path.shortest:
                self.note(4, element.line, element.name)
            twice = element.name in new and element.name in left
            if twice or (known and isinstance(element, Hop)):
                self.note("twice", element.line, element.name)
            plain = dataclasses.replace(path, shortest=False)
            self.element(element, plain, known_before, new, left)
            left.add(element.name)
            if element.where:
                self.expression(element.where, {**known_before, **new}, truth=True)
