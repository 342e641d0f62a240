"""The one door to the database: the ``neo4j`` driver over Bolt, whatever engine answers."""

from __future__ import annotations

import contextlib
import os
import random
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeVar

import neo4j
from neo4j import exceptions as bolt

from .embedded import DATABASE, Address, Embedded
from .errors import Busy, DatabaseError, TrendweaveError

SCHEMES = ("bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://")
PATIENCE = {"read": 30.0, "write": 60.0}
"""Seconds to wait for another process's lock."""
_RETRY = 0.05
_ATTEMPTS = 20

Row = dict[str, Any]
T = TypeVar("T")


def default_target() -> str:
    """``$TRENDWEAVE_DB``, else a folder among the user's data."""
    named = os.environ.get("TRENDWEAVE_DB")
    if named:
        return named
    import platformdirs

    return str(Path(platformdirs.user_data_dir("trendweave", appauthor=False)) / "db")


class Database:
    """An open database: :meth:`read`, :meth:`write`, :meth:`close`."""

    def __init__(
        self,
        target: str | os.PathLike[str] | None = None,
        *,
        write: bool = False,
        auth: tuple[str, str] | None = None,
    ) -> None:
        """Open a folder (embedded) or a Bolt URI.

        ``write`` asks for the folder itself: a writer waits for whoever holds it. A reader may go
        through the process that holds it. ``auth`` is the user and the password at a URI, by
        default from the environment. Raises :class:`Busy` or :class:`DatabaseError`.
        """
        self.target = os.fspath(target) if target is not None else default_target()
        self.embedded = not self.target.startswith(SCHEMES)
        if self.embedded and "://" in self.target:
            raise DatabaseError(
                f"--db {self.target.partition('://')[0]}://… is not known: give a folder, or a "
                "URI that begins with bolt:// or neo4j://."
            )
        self._engine: Embedded | None = None
        self._lock = threading.Lock()
        self._prepared = False
        # Two transactions of the embedded engine can both MERGE one relationship into being, and
        # all its writers are threads of this process: they take turns. Neo4j locks by itself.
        self._turn: AbstractContextManager[object] = (
            threading.Lock() if self.embedded else contextlib.nullcontext()
        )
        self._name = DATABASE
        self._driver: neo4j.Driver
        if self.embedded:
            self._open_folder(Path(self.target).expanduser(), write)
        else:
            self._name = os.environ.get("TRENDWEAVE_DATABASE", "neo4j")
            self._driver = _connect(self.target, *(auth or _credentials(self.target)))

    def _open_folder(self, folder: Path, write: bool) -> None:
        engine = Embedded(folder)
        patience = PATIENCE["write" if write else "read"]
        deadline = time.monotonic() + patience
        while True:
            try:
                address = engine.start()
                self._driver = _connect(*address)
                self._engine = engine
                return
            except Busy:
                other = None if write else engine.elsewhere()
                if other is not None and self._through(other):
                    return
            if time.monotonic() > deadline:
                raise Busy(
                    f"{engine.holder()} has held the database {folder} for over "
                    f"{patience:.0f} s: let it finish, or name another folder with --db."
                ) from None
            time.sleep(_RETRY)

    def _through(self, other: Address) -> bool:
        try:
            self._driver = _connect(*other)
        except TrendweaveError:
            return False
        return True

    @property
    def owned(self) -> bool:
        """Whether this process holds the database folder itself."""
        return self._engine is not None

    def read(self, text: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """The rows of a reading statement, each a dict of plain values.

        Where the database was reached through another process that has gone since, it is opened
        anew and asked once more.
        """
        columns, found = self.table(text, parameters)
        return [dict(zip(columns, row, strict=True)) for row in found]

    def table(
        self, text: str, parameters: Mapping[str, Any] | None = None
    ) -> tuple[list[str], list[list[Any]]]:
        """Like :meth:`read`: the columns in order, and the rows as lists of the driver's values.

        Where the folder was reached through another process that has gone since, it is opened anew.
        """
        deadline = time.monotonic() + PATIENCE["read"]
        while True:
            try:
                with self._driver.session(
                    database=self._name, default_access_mode=neo4j.READ_ACCESS
                ) as session:
                    return session.execute_read(lambda tx: _whole(tx, text, parameters or {}))
            except (bolt.Neo4jError, bolt.DriverError) as error:
                through = self.embedded and not self.owned
                if not through or _is_about_statement(error) or time.monotonic() > deadline:
                    raise self._plain(error) from None
            with contextlib.suppress(Exception):
                self._driver.close()
            self._open_folder(Path(self.target).expanduser(), write=False)

    def write(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        """Run ``work`` in one managed transaction; it may run more than once."""
        for attempt in range(_ATTEMPTS):
            try:
                with self._turn, self._driver.session(database=self._name) as session:
                    return session.execute_write(work)
            except bolt.ConstraintError as error:
                # Another writer made the same id first: the next attempt finds it.
                if attempt == _ATTEMPTS - 1:
                    raise self._plain(error) from None
            except (bolt.Neo4jError, bolt.DriverError) as error:
                raise self._plain(error) from None
            time.sleep(_RETRY * random.random())
        raise AssertionError("unreachable")

    def once(self, statements: Iterable[str]) -> None:
        """Run schema statements, each alone in its transaction, once while this is open."""
        with self._lock:
            if not self._prepared:
                for text in statements:
                    self.write(lambda tx, text=text: tx.run(text).consume())  # type: ignore[misc]
                self._prepared = True

    def replan(self) -> None:
        """Let a server look at what was loaded: a plan made before it had would scan, and stay."""
        if not self.embedded:
            with contextlib.suppress(DatabaseError):
                self.write(lambda tx: tx.run("CALL db.prepareForReplanning()").consume())

    def _plain(self, error: Exception) -> DatabaseError:
        """What the driver raised, as one sentence."""
        if isinstance(error, bolt.AuthError):
            return DatabaseError(
                f"{self.target} no longer accepts the password: set TRENDWEAVE_PASSWORD."
            )
        if isinstance(error, bolt.Neo4jError):
            said = " ".join((error.message or str(error)).split())
            return DatabaseError(f"The database refused the statement: {said[:300]}")
        return _unreachable(self.target)

    def close(self) -> None:
        """Close the driver and, where it is ours, the engine."""
        self._driver.close()
        if self._engine is not None:
            self._engine.stop()

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def rows(tx: neo4j.ManagedTransaction, text: str, parameters: Mapping[str, Any]) -> list[Row]:
    """The rows of a statement within a transaction of :meth:`Database.write`."""
    return [dict(record) for record in tx.run(text, dict(parameters))]


def _whole(
    tx: neo4j.ManagedTransaction, text: str, parameters: Mapping[str, Any]
) -> tuple[list[str], list[list[Any]]]:
    result = tx.run(text, dict(parameters))
    return list(result.keys()), [list(record.values()) for record in result]


def answers(uri: str, user: str, password: str) -> bool | None:
    """Whether the server at a Bolt URI takes the password; None where none answers."""
    with neo4j.GraphDatabase.driver(uri, auth=(user, password), connection_timeout=5) as driver:
        try:
            driver.verify_connectivity()
        except bolt.AuthError:
            return False
        except (bolt.DriverError, bolt.Neo4jError, OSError):
            return None
    return True


def _connect(uri: str, user: str, password: str) -> neo4j.Driver:
    """A driver that has answered once."""
    try:
        driver = neo4j.GraphDatabase.driver(
            uri,
            auth=(user, password),
            connection_timeout=5,
            max_transaction_retry_time=15,
            notifications_min_severity="OFF",
            user_agent="trendweave",
        )
    except (ValueError, bolt.ConfigurationError):
        raise DatabaseError(
            f"{uri} is not a URI that Neo4j understands: give bolt://HOST:PORT."
        ) from None
    try:
        driver.verify_connectivity()
    except bolt.AuthError:
        driver.close()
        raise DatabaseError(
            f"{uri} refuses the user {user} or the password: set TRENDWEAVE_USER and "
            "TRENDWEAVE_PASSWORD."
        ) from None
    except (bolt.DriverError, bolt.Neo4jError, OSError, ValueError):
        driver.close()
        raise _unreachable(uri) from None
    return driver


def _credentials(uri: str) -> tuple[str, str]:
    if "@" in uri:
        raise DatabaseError(
            "A password does not belong in --db, where others can see it: set TRENDWEAVE_USER "
            "and TRENDWEAVE_PASSWORD."
        )
    user = os.environ.get("TRENDWEAVE_USER", "neo4j")
    password = os.environ.get("TRENDWEAVE_PASSWORD")
    if password is None:
        if not sys.stdin.isatty():
            raise DatabaseError(
                f"{uri} needs a password: set TRENDWEAVE_PASSWORD (and TRENDWEAVE_USER, "
                "if it is not neo4j)."
            )
        import getpass

        password = getpass.getpass(f"Password of {user} at {uri}: ")
    return user, password


def _unreachable(uri: str) -> DatabaseError:
    return DatabaseError(f"No database answers at {uri}: start it, or name another with --db.")


def _is_about_statement(error: Exception) -> bool:
    return isinstance(error, bolt.ClientError) and not isinstance(error, bolt.AuthError)
