"""Whether a database stands as this release and these tables would have written it."""

from __future__ import annotations

from .claims import SCHEMA
from .database import Database
from .errors import Outdated


def check_schema(database: Database, *, older: bool = False) -> None:
    """Raise :class:`Outdated` where another release wrote the database; one tiny read.

    ``older`` lets an older one pass.
    """
    (row,) = database.read(
        "MATCH (s:Source) "
        "RETURN count(s) AS sources, count(s.schema) AS marked, max(s.schema) AS newest"
    )
    if (row["newest"] or 0) > SCHEMA:
        raise Outdated(
            f"A newer trendweave wrote the database {database.target}: update trendweave."
        )
    if row["marked"] < row["sources"] and not older:
        raise Outdated(
            f"An older trendweave wrote the database {database.target}: run `trendweave upgrade`, "
            "which needs none of the sources."
        )


def check_tables(database: Database, digest: str) -> None:
    """Raise :class:`Outdated` where a source was written with other alias tables."""
    others = database.read(
        "MATCH (s:Source) WHERE s.tables IS NULL OR s.tables <> $digest "
        "RETURN s.id AS id ORDER BY id LIMIT 1",
        {"digest": digest},
    )
    if others:
        raise Outdated(
            f"{others[0]['id']} was written with other alias tables than the present ones: run "
            "`trendweave realign` first."
        )
