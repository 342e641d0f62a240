"""Cypher that the embedded engine would answer silently wrong, found before it is run.

The parser reads statements after the grammar of Cypher 25; what it cannot read is refused.
"""

from __future__ import annotations

from .cypher.checker import check
from .cypher.shapes import Finding
from .cypher.statement import parse, statements
from .cypher.tokens import CypherError, keywords, tokens
from .cypher.tree import Command, Foreach, Part, Procedure, Update

__all__ = ["Finding", "lint", "writes"]

READING = keywords(
    "db.labels db.relationshiptypes db.propertykeys db.schema.visualization "
    "db.schema.nodetypeproperties db.schema.reltypeproperties db.ping dbms.components"
)
"""Procedures that are known to read only, in small letters."""


def lint(text: str) -> list[Finding]:
    """Every reason to refuse the statement on the embedded engine; none when it is safe there."""
    try:
        if statements(tokens(text)) > 1:
            return [Finding("statements", 1, "There are several statements: give one at a time.")]
        return check(parse(text))
    except CypherError as error:
        message = f"This cannot be read at column {error.column}: {error}."
        return [Finding("syntax", error.line, message)]
    except RecursionError:
        return [Finding("syntax", 1, "This cannot be read from column 1 on: it nests too deep.")]


def writes(text: str) -> bool:
    """Whether the statement would change anything; text that cannot be read counts as writing."""
    try:
        return any(_writes(part) for part in parse(text).walk())
    except (CypherError, RecursionError):
        return True


def _writes(part: Part) -> bool:
    match part:
        case Update() | Foreach():
            return True
        case Command(writes=changes):
            return changes
        case Procedure(name=name):
            return name.lower() not in READING
    return False
