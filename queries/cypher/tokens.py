"""Cypher text cut into tokens, and the error that says where a text cannot be read."""

from __future__ import annotations

import re
from typing import NamedTuple


class CypherError(ValueError):
    """Text that the parser does not understand, at a line and a column counted from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class Token(NamedTuple):
    """One token; ``kind`` is word, quoted, text, number, parameter, sign or end."""

    kind: str
    text: str
    line: int
    column: int

    @property
    def upper(self) -> str:
        """The keyword that a bare word could be, else an empty text."""
        return self.text.upper() if self.kind == "word" and self.text.isascii() else ""

    def __str__(self) -> str:
        return "the end of the text" if self.kind == "end" else f"“{self.text}”"


_TOKEN = re.compile(
    r"""
    (?P<space>(?:\s|//[^\r\n]*|/\*.*?\*/)+)
    |(?P<number>(?:0x[0-9a-fA-F_]+|0o[0-7_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?
      |(?<!\.)\.\d[\d_]*(?:[eE][+-]?\d+)?)(?!\w))
    |(?P<word>[^\W\d]\w*)
    |(?P<quoted>`(?:[^`]|``)+`)
    |(?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    |(?P<parameter>\$(?:\w+|`(?:[^`]|``)+`))
    |(?P<open>['"`]|/\*)
    |(?P<sign><>|<=|>=|=~|\+=|::|\.\.|\|\||[()\[\]{},:;.|&!%=<>+\-*/^$])
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(text: str) -> list[Token]:
    """The tokens of a text, the last of kind ``end``. Raises :class:`CypherError`."""
    found: list[Token] = []
    # Neo4j turns such an escape into its character before it reads the text, in comments too, so
    # that it could end a string or a comment unseen.
    escape = re.search(r"\\u", text, re.IGNORECASE)
    at, line, start = 0, 1, 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        column = at - start + 1
        if match is None or (escape and match.end() > escape.start()):
            what = "write the character itself instead of a \\u escape"
            raise CypherError(what if match else f"“{text[at]}” means nothing here", line, column)
        kind = match.lastgroup or ""
        if kind == "open":
            raise CypherError("what begins here does not end", line, column)
        said = match.group()
        if kind == "quoted":
            found.append(Token(kind, said[1:-1].replace("``", "`"), line, column))
        elif kind != "space":
            found.append(Token(kind, said, line, column))
        at = match.end()
        line += said.count("\n")
        start = at - len(said) + said.rfind("\n") + 1 if "\n" in said else start
    found.append(Token("end", "", line, at - start + 1))
    return found


def keywords(said: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(said.split())
