"""A walk over a Cypher statement that notes the shapes which the embedded engine gets wrong."""

from __future__ import annotations

import dataclasses

from .counting import miscounts
from .notes import Patterns
from .scope import Known, Scope, bound, elements, not_null, null_in, settled, value
from .shapes import Finding
from .tree import (
    Clause,
    Foreach,
    Match,
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


class _Checker(Patterns):
    """Walks a statement with what is known of its variables."""

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


def _carried(known: Known) -> Known:
    # `WITH *` names nothing: to the engine a relationship is still unread, a null of CALL loose.
    return dataclasses.replace(known, unwound=False)
