"""Every way in which trendweave can fail, each one sentence with the remedy.

TrendweaveError
├── UsageError          the call itself is wrong (exit 2)
├── NotFound            nothing of that name; carries the nearest names (exit 3)
├── InputError          a source contains what it should not; carries every finding
├── QueryRefused        Cypher that would write, or that the engine would answer wrongly
├── Busy                another writer holds the source, or another process the database
├── Outdated            the database is of another release, or of other alias tables
└── DatabaseError       no engine, no server, a wrong password
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class TrendweaveError(Exception):
    """The root: ``str(error)`` is one sentence for a person; ``exit_code`` is for the shell."""

    exit_code = 1


class UsageError(TrendweaveError):
    """The call is wrong, whatever the data."""

    exit_code = 2


class NotFound(TrendweaveError):
    """Nothing answers to the name."""

    exit_code = 3

    def __init__(self, message: str, nearest: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.nearest = tuple(nearest)


class Finding(NamedTuple):
    """One thing that a record should not contain."""

    file: str
    line: int
    record: str
    field: str
    got: str
    expected: str

    def __str__(self) -> str:
        return (
            f"{self.file}:{self.line} · {self.record} · {self.field} · "
            f"got {self.got} · expected {self.expected}"
        )


class InputError(TrendweaveError):
    """A source cannot be loaded as it is; ``findings`` has every reason at once."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)


class QueryRefused(TrendweaveError):
    """A query that is not safe to run here."""


class Busy(TrendweaveError):
    """Somebody else holds what this call needs."""


class Outdated(TrendweaveError):
    """The database was written by another release, or with other alias tables."""


class DatabaseError(TrendweaveError):
    """The database cannot be reached or refuses us."""
