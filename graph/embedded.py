"""The embedded engine: ArcadeDB in this process, speaking Bolt on loopback.

All that is special to it stands here, so that another engine can take its place. One process holds
a database folder; it leaves its address in the folder, and another process goes through it.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import time
from pathlib import Path
from typing import Any, NamedTuple

from filelock import FileLock, Timeout

from .errors import Busy, DatabaseError

DATABASE = "graph"
_KEPT_LOGS = 5
_SETTLED = 1.0
_MOST_LOG_BYTES = 2_000_000


class Address(NamedTuple):
    """Where a started engine answers, and for whom."""

    uri: str
    user: str
    password: str


class Embedded:
    """A database folder, held by this process from :meth:`start` to :meth:`stop`."""

    def __init__(self, folder: Path) -> None:
        # The engine keeps to the working folder in which it was started.
        self.folder = folder.absolute()
        self._server: Any = None
        self._endpoint = self.folder / "endpoint.json"
        self._held = FileLock(self.folder / "lock", timeout=0, thread_local=False)

    def start(self) -> Address:
        """Take the folder and answer on it; made on first use.

        Raises :class:`Busy` where another process holds it, :class:`DatabaseError` where this
        machine has no engine or the folder cannot be used.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            password = self._password()
            self._bound_logs()
        except OSError as error:
            raise DatabaseError(
                f"The database folder {self.folder} cannot be used ({error.strerror}): "
                "name another with --db."
            ) from None
        os.environ.setdefault("ARCADEDB_LOG_DIR", str(self.folder / "log"))
        os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
        try:
            import arcadedb
        except ImportError:
            raise DatabaseError(
                "No embedded engine exists for this machine: name a Neo4j server instead, "
                "with --db bolt://HOST:7687 or $TRENDWEAVE_DB."
            ) from None
        # The engine's own lock is taken file by file, and two starts at once can both fail.
        if not self._hold():
            raise Busy(f"Another process holds the database {self.folder}.")
        port = _free_port()
        server = arcadedb.create_server(
            root_path=str(self.folder),
            root_password=password,
            config={
                "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
                "bolt_host": "127.0.0.1",
                "bolt_port": port,
                "host": "127.0.0.1",
                "http_port": "0",
                "server_metrics": "false",
                "mode": "production",
            },
        )
        try:
            server.start()
            if not (self.folder / "databases" / DATABASE).exists():
                server.create_database(DATABASE)
        except arcadedb.ArcadeDBError as error:
            with contextlib.suppress(Exception):
                server.stop()
            self._held.release()
            text = str(error)
            if "LockException" in text:
                raise Busy(f"Another process holds the database {self.folder}.") from None
            raise DatabaseError(
                f"The database {self.folder} cannot be opened ({text.splitlines()[0][:200]}): "
                "move it aside and load again, or name another with --db."
            ) from None
        self._server = server
        address = Address(f"bolt://127.0.0.1:{port}", "root", password)
        self._publish(address)
        return address

    def elsewhere(self) -> Address | None:
        """Where the process that holds the folder answers, if it has held it for a while.

        One that only answers a question is gone before anybody could go through it.
        """
        with contextlib.suppress(OSError, ValueError, KeyError):
            if time.time() - self._endpoint.stat().st_mtime < _SETTLED:
                return None
            told = json.loads(self._endpoint.read_text(encoding="utf-8"))
            return Address(told["uri"], "root", self._password())
        return None

    def holder(self) -> str:
        """Who holds the folder, for a sentence."""
        with contextlib.suppress(OSError, ValueError, KeyError):
            told = json.loads(self._endpoint.read_text(encoding="utf-8"))
            return f"Process {told['pid']}"
        return "Another process"

    def stop(self) -> None:
        """Give the folder back. Safe to call twice."""
        server, self._server = self._server, None
        if server is not None:
            self._endpoint.unlink(missing_ok=True)
            server.stop()
            self._held.release()

    def _hold(self) -> bool:
        try:
            self._held.acquire()
        except Timeout:
            return False
        return True

    def _publish(self, address: Address) -> None:
        told = json.dumps({"uri": address.uri, "pid": os.getpid()})
        fresh = self._endpoint.with_suffix(f".{os.getpid()}")
        fresh.write_text(told, encoding="utf-8")
        fresh.replace(self._endpoint)

    def _password(self) -> str:
        """The folder's own password: made once, whole or not at all, for its owner's eyes only."""
        kept = self.folder / "password"
        if not kept.exists():
            fresh = self.folder / f"password.{os.getpid()}.{secrets.token_hex(4)}"
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as f:
                f.write(secrets.token_urlsafe(24))
            with contextlib.suppress(FileExistsError):
                os.link(fresh, kept)
            fresh.unlink()
        return kept.read_text(encoding="utf-8")

    def _bound_logs(self) -> None:
        """The engine leaves a file at every start: keep the last few, and none that grew large."""
        logs = self.folder / "log"
        events = sorted(logs.glob("server-event-log-*"), key=lambda p: p.name)
        large = [p for p in logs.glob("arcadedb*") if p.stat().st_size > _MOST_LOG_BYTES]
        for old in [*events[:-_KEPT_LOGS], *large]:
            old.unlink(missing_ok=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
