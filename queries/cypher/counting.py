"""Where the embedded engine counts edges instead of rows, and forgets what else is asked."""

from __future__ import annotations

from .scope import conjuncts
from .tree import Clause, Expr, Hop, Match, Node, Procedure, Project, Subcall, Unwind

_AGGREGATES = frozenset({"count", "collect", "sum", "avg", "min", "max", "stdev", "distinct"})


def miscounts(clauses: tuple[Clause, ...], at: int, bound: frozenset[str]) -> bool:
    """Whether the WITH or RETURN at a place among the clauses of a branch may count wrongly.

    ``bound`` are the variables from before the MATCH that precedes it.
    """
    project = clauses[at]
    if not isinstance(project, Project) or project.star or project.distinct:
        return False
    sums = [item.value for item in project.items if _aggregates(item.value)]
    if len(sums) != 1 or len(project.items) == 1 or not _counts(sums[0]):
        return False
    if project.final:
        return _of_one_match(clauses[:at], sums[0])
    keys = [item.value for item in project.items if item.value is not sums[0]]
    if project.order or project.where or any(key.kind != "name" for key in keys):
        return False
    return _of_optional(clauses[:at], sums[0], bound)


def _of_one_match(before: tuple[Clause, ...], count: Expr) -> bool:
    matches = [clause for clause in before if isinstance(clause, Match)]
    if len(matches) != 1 or any(isinstance(clause, Project | Unwind) for clause in before):
        return False
    hop = _hop(matches[0])
    if hop is None or matches[0].optional:
        return False
    if count.parts and count.parts[0].name not in _ends(matches[0]):
        return False
    others = any(isinstance(clause, Subcall | Procedure) for clause in before)
    return others or bool(hop.where) or hop.odd


def _of_optional(before: tuple[Clause, ...], count: Expr, bound: frozenset[str]) -> bool:
    last, previous = (before[-1:] or (None,))[0], (before[-2:-1] or (None,))[0]
    if not isinstance(last, Match) or not last.optional or not count.parts or not _hop(last):
        return False
    if count.parts[0].name not in _ends(last):
        return False
    if _filters(last):
        return True
    if not isinstance(previous, Match) or not previous.optional or not _hop(previous):
        return False
    return _filters(previous) or count.parts[0].name in bound


def _ends(match: Match) -> set[str]:
    return {part.name for part in match.paths[0].elements if isinstance(part, Node)}


def _hop(match: Match) -> Hop | None:
    """The relationship of a MATCH that has no other and asks for nothing but labels."""
    path = match.paths[0]
    if len(match.paths) > 1 or len(path.elements) != 3 or path.shortest:
        return None
    wheres = conjuncts(match.where)
    for part in path.elements:
        if isinstance(part, Node | Hop) and part.map:
            return None
        if isinstance(part, Node):
            wheres += conjuncts(part.where)
    hop = path.elements[1]
    plain = isinstance(hop, Hop) and not hop.many and all(one.name == ":" for one in wheres)
    return hop if plain and isinstance(hop, Hop) else None


def _filters(match: Match) -> bool:
    hop = _hop(match)
    nodes = [part for part in match.paths[0].elements if isinstance(part, Node)]
    labelled = any(node.labelled or node.where for node in nodes) or bool(match.where)
    return labelled or bool(hop and (hop.where or hop.odd))


def _counts(expr: Expr) -> bool:
    alone = not expr.parts or expr.parts[0].kind == "name"
    return expr.kind == "call" and expr.name == "count" and alone


def _aggregates(expr: Expr) -> bool:
    parts = [part for part in expr.walk() if isinstance(part, Expr) and part.kind == "call"]
    return any(part.name in _AGGREGATES for part in parts)
