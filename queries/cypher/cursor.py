"""A cursor over the tokens of a Cypher text: what every part of the parser reads with."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from .tokens import CypherError, Token, keywords

RESERVED = keywords(
    "MATCH OPTIONAL RETURN WITH WHERE UNWIND CALL CREATE MERGE SET DELETE DETACH REMOVE FOREACH "
    "UNION ORDER SKIP LIMIT AND OR XOR NOT IN IS CONTAINS STARTS ENDS CASE WHEN THEN ELSE AS "
    "DISTINCT TRUE FALSE NULL ON USE LOAD YIELD INSERT FINISH"
)
"""Words that may name a variable only in backticks; the engines are more generous."""

_TYPES = keywords(
    "NULL NOTHING BOOL BOOLEAN STRING INT INTEGER FLOAT DATE LOCAL ZONED TIME DATETIME TIMESTAMP "
    "WITHOUT WITH TIMEZONE ZONE DURATION POINT NODE RELATIONSHIP MAP LIST PATH PROPERTY VALUE ANY "
    "NOT"
)


_DEEPEST = 40
"""Levels of nesting: every one costs some twenty frames of Python, which has a thousand."""


class Cursor:
    """Reads tokens one after another; ``at`` is the one that comes next."""

    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.at = 0
        self._depth = 0

    @contextlib.contextmanager
    def deeper(self) -> Iterator[None]:
        """One level of nesting. Raises CypherError where there are too many."""
        if self._depth == _DEEPEST:
            raise self.fail("this is nested too deep")
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1

    @property
    def next(self) -> Token:
        """The token that comes."""
        return self.tokens[self.at]

    def peek(self, ahead: int = 1) -> Token:
        """A token further on."""
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)]

    def fail(self, message: str) -> CypherError:
        """An error at the token that comes."""
        return CypherError(message, self.next.line, self.next.column)

    def expected(self, what: str) -> CypherError:
        """The error that something else comes."""
        return self.fail(f"expected {what}, found {self.next}")

    def take(self) -> Token:
        """Read a token."""
        token = self.next
        self.at += token.kind != "end"
        return token

    def comes(self, *signs: str) -> bool:
        """Whether one of the signs comes."""
        return self.next.kind == "sign" and self.next.text in signs

    def sign(self, *signs: str) -> str:
        """Read one of the signs where it comes."""
        return self.take().text if self.comes(*signs) else ""

    def word(self, *words: str) -> str:
        """Read one of the keywords where it comes."""
        return self.take().upper if self.next.upper in words else ""

    def words(self, said: str) -> bool:
        """Read a run of keywords where the whole of it comes."""
        run = said.split()
        if any(self.peek(i).upper != word for i, word in enumerate(run)):
            return False
        self.at += len(run)
        return True

    def need(self, sign: str) -> None:
        """Read a sign that has to come."""
        if not self.sign(sign):
            raise self.expected(f"“{sign}”")

    def need_word(self, *words: str) -> str:
        """Read one of the keywords, which has to come."""
        word = self.word(*words)
        if not word:
            raise self.expected(" or ".join(words))
        return word

    def symbol(self) -> str:
        """Read any name: a label, a type, a key, an alias."""
        if self.next.kind not in ("word", "quoted"):
            raise self.expected("a name")
        return self.take().text

    def variable(self) -> str:
        """Read a variable's name."""
        if self.next.upper in RESERVED:
            raise self.expected("a variable")
        return self.symbol()

    def names_variable(self) -> bool:
        """Whether a variable's name comes."""
        return self.next.kind in ("word", "quoted") and self.next.upper not in RESERVED

    def labels(self, bar_ends: bool = False) -> bool:
        """Read a label expression after its colon; with ``bar_ends`` up to the last bar.

        Gives whether it is more than names with bars or colons between them.
        """
        odd = False
        while True:
            while self.sign("!"):
                odd = True
            if self.sign("("):
                odd = True
                self.labels()
                self.need(")")
            elif self.sign("%"):
                odd = True
            elif self.comes("$") or self.next.kind == "parameter":
                raise self.fail("labels and types are written out here, not computed")
            else:
                self.symbol()
            if bar_ends and self.comes("|") and self.peek(2).text != "|":
                return odd
            if self.sign("|"):
                self.sign(":")
            elif self.sign("&"):
                odd = True
            elif not self.sign(":"):
                return odd

    def type_name(self) -> None:
        """Read the type of an ``IS ::`` test."""
        if self.next.upper not in _TYPES:
            raise self.expected("a type")
        while self.next.upper in _TYPES:
            self.take()
            if self.sign("<"):
                self.type_name()
                self.need(">")
        if self.sign("|"):
            self.type_name()
