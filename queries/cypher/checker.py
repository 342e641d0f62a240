"""A walk over a Cypher statement that notes the shapes which the embedded engine gets wrong."""

from __future__ import annotations

import dataclasses

from .counting import miscounts
from .scope import (
    Known,
    Scope,
    bound,
    conjuncts,
    elements,
    looped,
    not_null,
    null_in,
    settled,
    uncaught,
    unseen,
    value,
)
from .shapes import SAYS, Finding
from .tree import (
    Clause,
    Expr,
    Foreach,
    Group,
    Hop,
    Match,
    Node,
    Path,
    Procedure,
    Project,
    Query,
    Subcall,
    Unwind,
    Update,
    free,
)


def check(query: Query) -> list[Finding]:
    """Every shape found in a statement, in its order."""
    checker = _Checker()
    checker.query(query, {}, subquery=False)
    return sorted(set(checker.found), key=lambda finding: (finding.line, str(finding.shape)))


class _Checker:
    """Walks a statement with what is known of its variables, and notes what it finds."""

    def __init__(self) -> None:
        self.found: list[Finding] = []
        self.in_column = False

    def note(self, shape: int | str, line: int, *names: str) -> None:
        """Note a finding that names a variable."""
        self.found.append(Finding(shape, line, SAYS[shape].format(", ".join(sorted(names)))))

    def query(self, query: Query, outer: Scope, subquery: bool, dedupes: bool = False) -> Scope:
        """Walk a query; give the columns that it returns."""
        columns: Scope = {}
        for branch in query.branches:
            returned = self.clauses(branch, dict(outer))
            for name, known in returned.items():
                kept = columns.get(name, known)
                kind = known.kind if kept.kind == known.kind else "value"
                columns[name] = Known(kind, null=known.null or kept.null)
        plain = ("plain", "duration")
        entities = [name for name, known in columns.items() if known.kind not in plain]
        if subquery and query.distinct and not dedupes and entities:
            self.note(9, query.line, *entities)
        return columns

    def clauses(self, clauses: tuple[Clause, ...], scope: Scope) -> Scope:
        """Walk clauses one after another, changing the scope; give the columns of a RETURN."""
        matched = False
        before: set[str] = set()
        for at, clause in enumerate(clauses):
            following = clauses[at + 1] if at + 1 < len(clauses) else None
            match clause:
                case Match():
                    before = set(scope)
                    self.match(clause, scope)
                    matched = True
                case Unwind():
                    self.expression(clause.over, scope)
                    null = null_in(clause.over, scope)
                    scope[clause.name] = Known("value", null=null, unwound=matched)
                case Project():
                    if miscounts(clauses, at, frozenset(before)):
                        self.note("count", clause.line)
                    columns = self.project(clause, scope)
                    if clause.final:
                        return columns
                    scope.clear()
                    scope.update(columns)
                    matched = False
                case Subcall():
                    self.subcall(clause, scope, following)
                case Procedure():
                    for argument in clause.arguments:
                        self.expression(argument, scope)
                    scope.update({name: Known("value") for name in clause.names})
                    if clause.where:
                        self.expression(clause.where, scope, truth=True)
                case Update():
                    self.update(clause, scope)
                case Foreach():
                    self.expression(clause.over, scope)
                    # Guarded by its list, so that a null inside it is the writer's business.
                    safe = {name: Known(known.kind) for name, known in scope.items()}
                    self.clauses(clause.clauses, {**safe, clause.name: Known("value")})
        return {}

    def subcall(self, call: Subcall, scope: Scope, following: Clause | None) -> None:
        """CALL { … }."""
        first = call.query.branches[0][0]
        inherits = isinstance(first, Project) and not first.final
        names = call.imports if call.imports is not None else ("*",) if inherits else ()
        inner = {n: settled(known) for n, known in scope.items() if n in names or "*" in names}
        dedupes = isinstance(following, Project) and following.distinct
        columns = self.query(call.query, inner, subquery=True, dedupes=dedupes)
        for name, known in columns.items():
            null = known.null or call.optional
            scope[name] = Known(known.kind, null=null, loose=null)

    def update(self, update: Update, scope: Scope) -> None:
        """CREATE, MERGE and what else changes the graph."""
        for expr in update.values:
            self.expression(expr, scope)
        for path in update.paths:
            for element in elements(path):
                if element.name in scope and scope[element.name].null:
                    self.note(4, element.line, element.name)
                if element.map:
                    self.expression(element.map, scope)
        made = bound(Match(update.line, False, update.paths, None), scope)
        scope.update({name: Known(known.kind) for name, known in made.items()})

    # MATCH

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
        for one in wheres:
            read = free(one)
            if stale := {name for name in read & scope.keys() if scope[name].unwound}:
                self.note(2, one.line, *stale)
            overlooked = unseen(one, new, everything)
            if overlooked and not alone and not (anchored and len(read & new.keys()) == 1):
                self.note(3, one.line, *overlooked)
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

    # WITH and RETURN

    def project(self, project: Project, scope: Scope) -> Scope:
        """WITH or RETURN; give its columns."""
        columns = {n: _carried(known) for n, known in scope.items()} if project.star else {}
        carried: frozenset[str] = frozenset(scope) if project.star else frozenset()
        outer, self.in_column = self.in_column, True
        for item in project.items:
            self.expression(item.value, scope)
            columns[item.name] = value(item.value, scope)
            carried |= free(item.value)
        for expr in project.order:
            self.expression(expr, {**scope, **columns})
            lost = {n for n in free(expr) - carried if n in scope and scope[n].unread}
            if lost and not project.final:
                self.note("order", expr.line, *lost)
        self.in_column = outer
        if project.where:
            if project.cut:
                self.note(7, project.line)
            self.expression(project.where, {**scope, **columns}, truth=True)
            self.clear(columns, not_null(project.where))
        return columns

    def clear(self, scope: Scope, sure: set[str]) -> None:
        """Forget that these variables may be null."""
        for name in sure & scope.keys():
            scope[name] = dataclasses.replace(scope[name], null=False, loose=False)

    # Expressions

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
            self.element(element, path, known_before, new, left)
            left.add(element.name)
            if element.where:
                self.expression(element.where, {**known_before, **new}, truth=True)


def _carried(known: Known) -> Known:
    # `WITH *` names nothing: to the engine a relationship is still unread, a null of CALL loose.
    return dataclasses.replace(known, unwound=False)
