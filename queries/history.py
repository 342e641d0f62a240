"""What is told of the journal: runs, changes, and what was perhaps renamed, as plain data."""

from __future__ import annotations

from typing import TypedDict

from trendweave.graph.said import Said
from trendweave.graph.wording import Entity


class Run(TypedDict):
    """A run that wrote: its number, what it did and how much (times are UTC, ISO 8601).

    ``finished`` is None of one that was interrupted, or is going on. ``kept`` says whether its
    changes are in the journal, as they are since trendweave keeps them.
    """

    number: int
    source: str
    verb: str
    started: str
    finished: str | None
    added: int
    changed: int
    removed: int
    kept: bool


class Relationship(TypedDict):
    """A relationship by its ends."""

    type: str
    source: Entity
    target: Entity


class Change(TypedDict):
    """One change of what a source says of a thing or (else None) a relationship.

    ``change`` is one of added, dropped, altered, renamed (its own name for the thing changed).
    ``before`` and ``after`` say by field what it says in any of its places, None where nothing;
    ``fields`` are those that differ. ``others``: whether other sources then said it too.
    """

    change: str
    source: str
    thing: Entity | None
    relationship: Relationship | None
    before: Said | None
    after: Said | None
    fields: list[str]
    others: bool


class Perhaps(TypedDict):
    """A thing no longer said and one newly said that may be one, and why: nothing is merged.

    ``why`` has some of: name, link, builder and date, what it builds.
    """

    source: str
    before: Entity
    after: Entity
    why: list[str]


class Changes(TypedDict):
    """What changed from the state after run ``start`` (0: nothing) to that after run ``end``.

    ``counts`` is by what happened and kind or type.
    """

    start: int
    end: int
    runs: list[Run]
    counts: dict[str, dict[str, int]]
    changes: list[Change]
    perhaps_renamed: list[Perhaps]
