"""The operators of Cypher, from the loosest to the tightest, after the grammar of Cypher 25."""

from __future__ import annotations

import abc
from collections.abc import Callable

from .atoms import Atoms
from .tokens import Token
from .tree import Expr

_COMPARISONS = ("=", "<>", "<", ">", "<=", ">=")
_TESTS = ("STARTS WITH", "ENDS WITH", "CONTAINS", "IN")


class Expressions(Atoms, abc.ABC):
    """Reads whole expressions."""

    def __init__(self, found: list[Token]) -> None:
        super().__init__(found)
        self._bar_ends = False

    def expression(self, bar_ends: bool = False) -> Expr:
        """An expression; with ``bar_ends`` a label test leaves the last bar alone."""
        outer, self._bar_ends = self._bar_ends, bar_ends
        try:
            with self.deeper():
                return self._or()
        finally:
            self._bar_ends = outer

    def when(self, subject: Expr) -> Expr:
        """What a WHEN compares with the subject of its CASE."""
        begun = self.at
        tested = self._compare(self._test(subject))
        return tested if self.at > begun else self.expression()

    def _joined(self, word: str, part: Callable[[], Expr]) -> Expr:
        # All that one operator joins is one node: a text may join hundreds.
        parts = [part()]
        while self.word(word):
            parts.append(part())
        return parts[0] if len(parts) == 1 else Expr(parts[0].line, word.lower(), "", tuple(parts))

    def _or(self) -> Expr:
        return self._joined("OR", self._xor)

    def _xor(self) -> Expr:
        return self._joined("XOR", self._and)

    def _and(self) -> Expr:
        return self._joined("AND", self._not)

    def _not(self) -> Expr:
        line, denials = self.next.line, 0
        while self.word("NOT"):
            denials += 1
        found = self._compare(self._test(self._sum()))
        for _ in range(denials):
            found = Expr(line, "not", parts=(found,))
        return found

    def _compare(self, found: Expr) -> Expr:
        while operator := self.sign(*_COMPARISONS):
            found = Expr(found.line, "compare", operator, (found, self._test(self._sum())))
        return found

    def _test(self, found: Expr) -> Expr:
        if self.sign("=~"):
            return Expr(found.line, "test", "=~", (found, self._sum()))
        for words in _TESTS:
            if self.words(words):
                return Expr(found.line, "test", words, (found, self._sum()))
        if self.sign("::"):
            self.type_name()
            return Expr(found.line, "test", "IS", (found,))
        if self.sign(":"):
            self.labels(self._bar_ends)
            return Expr(found.line, "test", ":", (found,))
        if not self.word("IS"):
            return found
        denied = self.word("NOT")
        if self.word("NULL"):
            return Expr(found.line, "test", f"IS {denied} NULL" if denied else "IS NULL", (found,))
        if self.sign("::") or self.word("TYPED"):
            self.type_name()
        else:
            self.word("NFC", "NFD", "NFKC", "NFKD")
            self.need_word("NULL", "NORMALIZED")
        return Expr(found.line, "test", "IS", (found,))

    def _reckoned(self, part: Callable[[], Expr], *signs: str) -> Expr:
        parts = [part()]
        while self.sign(*signs):
            parts.append(part())
        return parts[0] if len(parts) == 1 else Expr(parts[0].line, "sum", "", tuple(parts))

    def _sum(self) -> Expr:
        return self._reckoned(self._product, "+", "-", "||")

    def _product(self) -> Expr:
        return self._reckoned(self._power, "*", "/", "%")

    def _power(self) -> Expr:
        return self._reckoned(self._signed, "^")

    def _signed(self) -> Expr:
        line = self.next.line
        if self.sign("+", "-"):
            return Expr(line, "sum", parts=(self._postfix(),))
        return self._postfix()

    def _postfix(self) -> Expr:
        found = self.atom()
        while True:
            if self.sign("."):
                found = Expr(found.line, "property", self.symbol(), (found,))
            elif self.sign("["):
                parts = [found]
                if not self.comes(".."):
                    parts.append(self.expression())
                if self.sign("..") and not self.comes("]"):
                    parts.append(self.expression())
                self.need("]")
                found = Expr(found.line, "index", parts=tuple(parts))
            else:
                return found
