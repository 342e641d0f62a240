"""What a Cypher statement is made of, as the parser gives it and the lint walks it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """Anything in a statement; ``line`` is where it begins."""

    line: int

    def inside(self) -> Iterator[Part]:
        """The parts that this one directly holds."""
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Part):
                    yield item

    def walk(self) -> Iterator[Part]:
        """This part and every part below it."""
        yield self
        for part in self.inside():
            yield from part.walk()


@dataclasses.dataclass(frozen=True, slots=True)
class Expr(Part):
    """An expression of one of these kinds (what ``name`` is):

    ``name`` (the variable), ``property`` (its key), ``index``, ``text`` (as written), ``literal``,
    ``parameter``, ``and``, ``or``, ``xor``, ``not``, ``compare`` (the operator), ``test`` (IN,
    STARTS, IS, ``=~``, ``:`` and the like), ``sum`` (any arithmetic), ``call`` (the function in
    small letters), ``list``, ``map``, ``case``, ``loop`` (the variable of a comprehension or
    quantifier: the first part is outside its scope), ``reduce`` (the total, in the same way),
    ``paths`` (a pattern comprehension), ``pattern`` (a path as a condition, or ``shortest``),
    ``subquery`` (EXISTS, COUNT or COLLECT), ``projection`` (the variable).
    """

    kind: str
    name: str = ""
    parts: tuple[Expr, ...] = ()
    path: Path | None = None
    query: Query | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Node(Part):
    """``(name:Label {map} WHERE where)``."""

    name: str
    labelled: bool
    map: Expr | None
    where: Expr | None


@dataclasses.dataclass(frozen=True, slots=True)
class Hop(Part):
    """``-[name:TYPE {map} WHERE where]->``.

    ``odd`` where its types are an expression; ``many`` where it has a length or a quantifier.
    """

    name: str
    labelled: bool
    odd: bool
    many: bool
    map: Expr | None
    where: Expr | None


@dataclasses.dataclass(frozen=True, slots=True)
class Group(Part):
    """A path in parentheses inside a path, with a WHERE of its own, mostly repeated."""

    path: Path
    where: Expr | None


@dataclasses.dataclass(frozen=True, slots=True)
class Path(Part):
    """One path of a pattern; ``shortest`` where it stands in shortestPath or allShortestPaths."""

    name: str
    shortest: bool
    elements: tuple[Node | Hop | Group, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Match(Part):
    """MATCH, OPTIONAL MATCH, or the bare pattern of an EXISTS or COUNT."""

    optional: bool
    paths: tuple[Path, ...]
    where: Expr | None


@dataclasses.dataclass(frozen=True, slots=True)
class Unwind(Part):
    """UNWIND over AS name; LOAD CSV binds in the same way."""

    over: Expr
    name: str


@dataclasses.dataclass(frozen=True, slots=True)
class Item(Part):
    """A column: an expression and the name that it gets."""

    name: str
    value: Expr


@dataclasses.dataclass(frozen=True, slots=True)
class Project(Part):
    """WITH, or RETURN where it is ``final``."""

    final: bool
    distinct: bool
    star: bool
    items: tuple[Item, ...]
    order: tuple[Expr, ...]
    cut: bool
    where: Expr | None


@dataclasses.dataclass(frozen=True, slots=True)
class Subcall(Part):
    """CALL { … }; ``imports`` is None without a list in parentheses, ``*`` stands for all."""

    optional: bool
    imports: tuple[str, ...] | None
    query: Query


@dataclasses.dataclass(frozen=True, slots=True)
class Procedure(Part):
    """CALL of a procedure; ``names`` are those that YIELD binds."""

    name: str
    arguments: tuple[Expr, ...]
    names: tuple[str, ...]
    where: Expr | None


@dataclasses.dataclass(frozen=True, slots=True)
class Update(Part):
    """A clause that changes the graph: CREATE and MERGE have paths, others expressions."""

    paths: tuple[Path, ...]
    values: tuple[Expr, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Foreach(Part):
    """FOREACH (name IN over | clauses)."""

    name: str
    over: Expr
    clauses: tuple[Clause, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Command(Part):
    """A statement on the schema or the server, which holds no query; also the clause USE."""

    writes: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Query(Part):
    """Branches joined by UNION; ``distinct`` where a UNION without ALL joins any."""

    branches: tuple[tuple[Clause, ...], ...]
    distinct: bool

    def inside(self) -> Iterator[Part]:
        """The clauses of every branch."""
        for branch in self.branches:
            yield from branch


Clause = Match | Unwind | Project | Subcall | Procedure | Update | Foreach | Command


def free(part: Part) -> frozenset[str]:
    """Every variable that the part could read from outside: rather one too many."""
    names: set[str] = set()
    match part:
        case Expr(kind="name" | "projection") | Node() | Hop() | Path():
            names.add(part.name)
        case Expr(kind="loop" | "reduce"):
            rest = frozenset[str]().union(*map(free, part.parts[1:]))
            return free(part.parts[0]) | (rest - {part.name})
        case Subcall(imports=imports) if imports:
            names.update(imports)
        case _:
            pass
    return frozenset(names - {""}).union(*map(free, part.inside()))
