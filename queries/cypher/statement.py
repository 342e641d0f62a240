"""A Cypher statement as a tree: the parser that the lint stands on.

It reads more than the engines answer but nothing that it does not understand: what it cannot place
is an error. Schema and server commands are told apart by their first words and not looked into.
"""

from __future__ import annotations

import itertools

from .patterns import SHORTEST, Patterns
from .tokens import Token, keywords, tokens
from .tree import (
    Clause,
    Command,
    Expr,
    Foreach,
    Item,
    Match,
    Procedure,
    Project,
    Query,
    Subcall,
    Unwind,
    Update,
)

_COMMANDS = keywords(
    "DROP ALTER RENAME GRANT DENY REVOKE START STOP ENABLE DRYRUN DEALLOCATE REALLOCATE TERMINATE "
    "SHOW"
)
_CREATED = keywords(
    "CONSTRAINT INDEX RANGE TEXT POINT LOOKUP FULLTEXT VECTOR BTREE DATABASE COMPOSITE ALIAS ROLE "
    "USER OR IMMUTABLE"
)
_UPDATES = keywords("CREATE MERGE SET DELETE DETACH REMOVE FOREACH INSERT DROP TERMINATE CALL LOAD")


class _Parser(Patterns):
    def statement(self) -> Query:
        self.word("EXPLAIN", "PROFILE")
        command = self._command()
        query = Query(1, ((command,),), False) if command else self._query()
        self.sign(";")
        if self.next.kind != "end":
            raise self.expected("a clause or the end")
        return query

    def _command(self) -> Command | None:
        first = self.next
        created = first.upper == "CREATE" and self.peek().upper in _CREATED
        if not created and first.upper not in _COMMANDS:
            return None
        writes = first.upper != "SHOW"
        while not self.comes(";") and self.next.kind != "end":
            writes |= self.take().upper in _UPDATES
        return Command(first.line, writes)

    def _query(self) -> Query:
        line = self.next.line
        branches, distinct = [self._branch()], False
        while self.word("UNION"):
            distinct |= not self.word("ALL")
            self.word("DISTINCT")
            branches.append(self._branch())
        return Query(line, tuple(branches), distinct)

    def subquery(self, bare: bool) -> Query:
        """A query up to its closing brace; ``bare`` where a mere pattern may stand for it."""
        line = self.next.line
        named = self.peek().text == "=" or self.next.upper in SHORTEST
        if bare and (self.comes("(") or named):
            paths = self.pattern()
            where = self.expression() if self.word("WHERE") else None
            found = Query(line, ((Match(line, False, paths, where),),), False)
        else:
            found = self._query()
        self.need("}")
        return found

    def _branch(self) -> tuple[Clause, ...]:
        clauses: list[Clause] = []
        while (clause := self._clause()) is not None:
            clauses += clause
        if not clauses:
            raise self.expected("a clause")
        return tuple(clauses)

    def _clause(self) -> list[Clause] | None:
        token = self.next
        match token.upper:
            case "OPTIONAL" if self.peek().upper == "MATCH":
                self.at += 2
                return [self._match(token.line, optional=True)]
            case "OPTIONAL" if self.peek().upper == "CALL":
                self.at += 2
                return [self._calling(token.line, optional=True)]
            case "MATCH" | "WITH" | "RETURN" | "UNWIND" | "CALL" | "USE" | "FINISH" | "LOAD":
                self.take()
            case "CREATE" | "MERGE" | "SET" | "REMOVE" | "DELETE" | "DETACH" | "FOREACH":
                return self._update()
            case _:
                return None
        match token.upper:
            case "MATCH":
                return [self._match(token.line, optional=False)]
            case "WITH" | "RETURN":
                return [self._project(token.line, final=token.upper == "RETURN")]
            case "UNWIND":
                over = self.expression()
                self.need_word("AS")
                return [Unwind(token.line, over, self.variable())]
            case "CALL":
                return [self._calling(token.line, optional=False)]
            case "LOAD":
                return self._load(token.line)
            case "USE":
                self.expression()
                return [Command(token.line, True)]
        return [Command(token.line, False)]

    def _match(self, line: int, optional: bool) -> Match:
        paths = self.pattern()
        where = self.expression() if self.word("WHERE") else None
        return Match(line, optional, paths, where)

    def _project(self, line: int, final: bool) -> Project:
        distinct = bool(self.word("DISTINCT"))
        star = bool(self.sign("*"))
        items: list[Item] = []
        while not star or self.sign(","):
            items.append(self._item())
            if not star and not self.sign(","):
                break
        order: list[Expr] = []
        if self.words("ORDER BY"):
            while not order or self.sign(","):
                order.append(self.expression())
                self.word("ASC", "ASCENDING", "DESC", "DESCENDING")
        cut = False
        for words in (("SKIP", "OFFSET"), ("LIMIT",)):
            if self.word(*words):
                cut = True
                order.append(self.expression())
        where = None if final or not self.word("WHERE") else self.expression()
        return Project(line, final, distinct, star, tuple(items), tuple(order), cut, where)

    def _item(self) -> Item:
        line, start = self.next.line, self.at
        value = self.expression()
        if self.word("AS"):
            return Item(line, self.symbol(), value)
        said = "".join(token.text for token in self.tokens[start : self.at])
        return Item(line, said, value)

    def _calling(self, line: int, optional: bool) -> Clause:
        imports: tuple[str, ...] | None = None
        if self.sign("("):
            imports = ("*",) if self.sign("*") else ()
            while not self.sign(")"):
                imports += (self.variable(),)
                if not self.comes(")"):
                    self.need(",")
        if imports is not None or self.comes("{"):
            self.need("{")
            return Subcall(line, optional, imports, self.subquery(bare=False))
        names = [self.symbol()]
        while self.sign("."):
            names.append(self.symbol())
        arguments = self.listed(")") if self.sign("(") else ()
        bound: list[str] = []
        where = None
        if self.word("YIELD") and not self.sign("*"):
            while not bound or self.sign(","):
                name = self.symbol()
                bound.append(self.variable() if self.word("AS") else name)
            where = self.expression() if self.word("WHERE") else None
        return Procedure(line, ".".join(names), arguments, tuple(bound), where)

    def _load(self, line: int) -> list[Clause]:
        self.need_word("CSV")
        self.words("WITH HEADERS")
        self.need_word("FROM")
        over = self.expression()
        self.need_word("AS")
        rows = Unwind(line, over, self.variable())
        if self.word("FIELDTERMINATOR"):
            self.expression()
        return [Update(line, (), ()), rows]

    def _update(self) -> list[Clause]:
        line, word = self.next.line, self.take().upper
        values: tuple[Expr, ...] = ()
        match word:
            case "CREATE":
                return [Update(line, self.pattern(), ())]
            case "MERGE":
                paths = self.pattern()
                while self.word("ON"):
                    self.need_word("MATCH", "CREATE")
                    self.need_word("SET")
                    values += self._assignments()
                return [Update(line, paths, values)]
            case "SET":
                return [Update(line, (), self._assignments())]
            case "FOREACH":
                return [self._foreach(line)]
            case "DETACH":
                self.need_word("DELETE")
        values = (self.expression(),)
        while self.sign(","):
            values += (self.expression(),)
        return [Update(line, (), values)]

    def _assignments(self) -> tuple[Expr, ...]:
        found: tuple[Expr, ...] = ()
        while not found or self.sign(","):
            # `n.x = 1` and `n:Label` are read as the expressions that they look like.
            found += (self.expression(),)
            if self.sign("+="):
                found += (self.expression(),)
        return found

    def _foreach(self, line: int) -> Foreach:
        self.need("(")
        name = self.variable()
        self.need_word("IN")
        over = self.expression(bar_ends=True)
        self.need("|")
        clauses = self._branch()
        self.need(")")
        return Foreach(line, name, over, clauses)


def statements(found: list[Token]) -> int:
    """How many statements a text holds."""
    ends = [token.kind == "sign" and token.text == ";" for token in found[:-1]]
    return sum(not end for end, _ in itertools.groupby(ends))


def parse(text: str) -> Query:
    """The tree of one statement. Raises :class:`CypherError` on anything else."""
    return _Parser(tokens(text)).statement()
