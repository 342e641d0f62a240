"""The database of a graph: opened when it is needed, and only where this release can read it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

from trendweave.graph.errors import Finding

if TYPE_CHECKING:
    from trendweave.graph.database import Database
    from trendweave.graph.identity import AliasTable


class Opened:
    """A database, open until :meth:`close`, with the alias tables that decide what names mean."""

    def __init__(
        self,
        db: str | os.PathLike[str] | None = None,
        *,
        auth: tuple[str, str] | None = None,
        aliases: str | os.PathLike[str] | None = None,
    ) -> None:
        """Open ``db``: a folder (embedded), a Bolt URI, or the default place.

        ``auth`` is the user and the password at a URI, by default from the environment; ``aliases``
        a file of your own judgements beside the alias table. Raises :class:`DatabaseError` or
        :class:`Busy`; what reads or writes a database of another release, :class:`Outdated`.
        """
        self._target = db
        self._auth = auth
        self._aliases = os.fspath(aliases) if aliases else None
        self._checked = False
        self.findings: list[Finding] = []
        """What the last ``keep_going`` load left out."""
        self._database: Database | None = self._opened()

    @property
    def database(self) -> Database:
        """The door itself, for what this class does not offer. Raises :class:`Outdated`."""
        database = self._door()
        if not self._checked:
            from trendweave.graph.current import check_schema

            check_schema(database)
            self._checked = True
        return database

    def _door(self) -> Database:
        if self._database is None:
            self._database = self._opened()
        return self._database

    def _opened(self, *, write: bool = False) -> Database:
        from trendweave.graph.database import Database

        return Database(self._target, write=write, auth=self._auth)

    def _writing(self) -> Database:
        """The database for writing: on the embedded engine, held by this very process."""
        database = self.database
        if database.embedded and not database.owned:
            database.close()
            self._database = self._opened(write=True)
        return self._door()

    def _table(self, *, may_be_absent: bool = False) -> AliasTable:
        from trendweave.graph.identity import shipped_table

        return shipped_table(self._aliases, may_be_absent=may_be_absent)

    def _loadable(self) -> Database:
        """The database, for what must know its things by the present tables."""
        from trendweave.graph.current import check_tables

        check_tables(self.database, self._table().digest)
        return self._writing()

    def close(self) -> None:
        """Close the database. Safe to call twice."""
        database, self._database = self._database, None
        if database is not None:
            database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
