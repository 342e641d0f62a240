"""What is known of the variables of a Cypher statement, and of the values of its expressions."""

from __future__ import annotations

import dataclasses

from .tokens import keywords
from .tree import Expr, Group, Hop, Match, Node, Path, free

_PLAIN_CALLS = keywords(
    "id elementid type labels keys properties size length count exists char_length isempty "
    "tostring tointeger tofloat toboolean tostringlist tointegerlist degree randomuuid timestamp "
    "sum avg stdev stdevp percentilecont percentiledisc"
)


@dataclasses.dataclass(frozen=True, slots=True)
class Known:
    """A variable.

    ``kind`` is node, relationship, many (a list of relationships or of what a repeated group
    binds), path, plain (no entity in it), duration, or value (anything). ``null``: it may be null
    although it stands for a node or a relationship. ``loose``: null out of a CALL, which not even
    the start of a pattern catches. ``unread``: a relationship that no WITH has named since its
    pattern. ``unwound``: by an UNWIND that follows a MATCH.
    """

    kind: str
    null: bool = False
    loose: bool = False
    unread: bool = False
    unwound: bool = False


Scope = dict[str, Known]


def settled(known: Known) -> Known:
    """The variable as a subquery has it."""
    return dataclasses.replace(known, unread=False, unwound=False)


def elements(path: Path) -> list[Node | Hop]:
    """The nodes and relationships of a path, in order, those of groups among them."""
    found: list[Node | Hop] = []
    for element in path.elements:
        found += elements(element.path) if isinstance(element, Group) else [element]
    return found


def bound(match: Match, scope: Scope) -> Scope:
    """The variables that a MATCH brings into a scope."""
    new: Scope = {}
    for path in match.paths:
        if path.name and path.name not in scope:
            new[path.name] = Known("path", null=match.optional)
        groups = [element for element in path.elements if isinstance(element, Group)]
        repeated = {id(e) for group in groups for e in elements(group.path)}
        for element in elements(path):
            if not element.name or element.name in scope:
                continue
            if id(element) in repeated:
                kind = "many"
            elif isinstance(element, Node):
                kind = "node"
            else:
                kind = "many" if element.many else "relationship"
            new[element.name] = Known(kind, null=match.optional, unread=kind == "relationship")
    return new


def looped(path: Path) -> list[Node | Hop]:
    """Where a relationship leads back to the node that it comes from."""
    parts = elements(path)
    pairs = zip(parts, parts[2:], strict=False)
    return [end for start, end in pairs if isinstance(end, Node) and "" != start.name == end.name]


def uncaught(path: Path, scope: Scope) -> list[Node | Hop]:
    """Where a variable that may be null stands for anything: not where the path begins."""
    parts = elements(path)
    found: list[Node | Hop] = []
    for at, element in enumerate(parts):
        known = scope.get(element.name)
        if known is None or not known.null:
            continue
        begins = at == 0 and isinstance(element, Node) and not known.loose
        bare = isinstance(element, Node) and not (element.labelled or element.map)
        if not begins or (len(parts) == 1 and bare):
            found.append(element)
    return found


def value(expr: Expr, scope: Scope) -> Known:
    """What is known of the value of an expression."""
    if expr.kind == "name":
        return dataclasses.replace(settled(scope.get(expr.name, Known("value"))), loose=False)
    return Known(_kind(expr, scope), null=_null(expr, scope))


def _kind(expr: Expr, scope: Scope) -> str:
    match expr.kind:
        case "name":
            return scope[expr.name].kind if expr.name in scope else "value"
        case "call" if expr.name == "duration" or expr.name.startswith("duration."):
            return "duration"
        case "property" | "text" | "parameter" | "compare" | "test" | "and" | "or" | "xor" | "not":
            return "plain"
        case "call" if expr.name == "distinct":
            return _kind(expr.parts[0], scope)
        case "call" if expr.name in _PLAIN_CALLS:
            return "plain"
        case "call" if expr.name in ("startnode", "endnode"):
            return "node"
        case "subquery":
            return "value" if expr.name == "COLLECT" else "plain"
        case "paths":
            # Its own variables may be entities: only a property or the like is surely none.
            return _kind(expr.parts[-1], {})
        case "loop" | "reduce":
            inner = {**scope, expr.name: Known("value")}
            kinds = {_kind(expr.parts[0], scope), *(_kind(part, inner) for part in expr.parts[1:])}
        case "projection" | "pattern":
            return "value"
        case _:
            kinds = {_kind(part, scope) for part in expr.parts}
    if kinds == {"duration"}:
        return "duration"
    return "plain" if kinds <= {"plain", "duration"} else "value"


def _null(expr: Expr, scope: Scope) -> bool:
    """Whether an expression that gives a node or a relationship may give null."""
    match expr.kind:
        case "name":
            return expr.name in scope and scope[expr.name].null
        case "call" if expr.name in ("startnode", "endnode", "distinct"):
            return any(_null(part, scope) for part in expr.parts)
        case "call" if expr.name == "coalesce":
            return all(_null(part, scope) for part in expr.parts)
        case "call" if expr.name in ("collect", "nodes", "relationships", "count"):
            return False
        case "list" | "loop" | "map" | "subquery" | "paths":
            return False
    return True


def null_in(over: Expr, scope: Scope) -> bool:
    """Whether UNWIND of this list may give null for an entity."""
    return over.kind == "list" and any(_null(item, scope) for item in over.parts)


def conjuncts(where: Expr | None) -> list[Expr]:
    """The conditions that AND joins."""
    if where is None:
        return []
    if where.kind == "and":
        return [one for part in where.parts for one in conjuncts(part)]
    return [where]


def not_null(where: Expr | None) -> set[str]:
    """Variables that are not null wherever the condition holds."""
    found: set[str] = set()
    for one in conjuncts(where):
        if one.kind == "compare" or one.name in ("IS NOT NULL", "STARTS WITH", "ENDS WITH", ":"):
            for side in one.parts:
                base = side.parts[0] if side.kind == "property" else side
                if base.kind == "name":
                    found.add(base.name)
    return found


def unseen(condition: Expr, new: Scope, everything: Scope) -> frozenset[str]:
    """New variables of a condition that the embedded engine may overlook when it places it.

    It tests a condition as soon as the variables that it sees in it are bound; the others are null
    by then. It sees none at all in a condition that stands or falls with a subquery or the like,
    and that one it tests in the end.
    """
    names = free(condition) & new.keys()
    found: frozenset[str] = frozenset()
    for seen in (_seen(condition), _seen(condition, perhaps=True)):
        if seen & everything.keys():
            found |= names - seen
    return found


def _seen(expr: Expr, condition: bool = True, perhaps: bool = False) -> frozenset[str]:
    """The variables that it sees: in comparisons, tests, sums, calls and lists, but not in what
    is a truth value by itself, nor in CASE, maps, indexes and subqueries. ``perhaps`` adds what it
    sees in some places only.
    """
    match expr.kind:
        case "and" | "or" | "xor" | "not" if condition or perhaps:
            parts = [_seen(part, condition, perhaps) for part in expr.parts]
        case "compare" | "test":
            parts = [_seen(part, False, perhaps) for part in expr.parts]
        case "pattern" | "paths" if perhaps:
            parts = [free(expr)]
        case _ if condition:
            parts = []
        case "name":
            parts = [frozenset({expr.name})]
        case "property" if expr.parts[0].kind == "name" or perhaps:
            parts = [_seen(expr.parts[0], False, perhaps)]
        case "sum" | "call" | "list":
            parts = [_seen(part, False, perhaps) for part in expr.parts]
        case "loop":
            inner = [_seen(part, False, perhaps) - {expr.name} for part in expr.parts[1:]]
            parts = [_seen(expr.parts[0], False, perhaps), *inner]
        case _:
            parts = []
    return frozenset[str]().union(*parts)
