"""Real database servers for the tests, as graph/server/ calls them; none outlives the tests."""

import os
import random
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import IO, Self

import children
import neo4j
from jars import CURRENT, LTS, jars
from neo4j.exceptions import AuthError, DriverError, Neo4jError
from trendweave.graph.errors import DatabaseError
from trendweave.graph.server.java import (
    LONG_TERM,
    QUICK,
    Release,
    last_words,
    server_command,
    set_password,
    write_private,
    write_settings,
)

RELEASES = {
    LTS: LONG_TERM,
    CURRENT: Release(
        CURRENT,
        "org.neo4j.server.Neo4jCommunity",
        {
            "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration": "0",
            # Both are on unless told otherwise: UDP broadcasts, and monitoring by Neo4j Aura.
            "server.fleet_discovery.enabled": "false",
            "dbms.fleet_manager.enabled": "false",
        },
    ),
}


def free_port() -> int:
    """A port of 127.0.0.1 that is free now.

    Taken from below the range that the system hands out, since a server binds it seconds later.
    """
    while True:
        port = random.SystemRandom().randrange(20000, 32000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


class Server:
    """A running database server: where it is, how to get in, and its end.

    `pid` is the process that answers. Closing `process`'s standard input ends it, and the system
    closes that however the tests end: no server outlives them.
    """

    version: str
    uri: str
    auth: tuple[str, str] | None
    database: str
    pid: int
    process: subprocess.Popen[str]

    def driver(self) -> neo4j.Driver:
        """A new driver; the caller closes it."""
        return neo4j.GraphDatabase.driver(self.uri, auth=self.auth)

    def wipe(self, database: str | None = None) -> None:
        """Delete every node, relationship, constraint and index of `database`."""
        database = database or self.database
        with self.driver() as driver, driver.session(database=database) as session:
            for kind, kinds in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
                rows = session.run(f"SHOW {kinds}").data()
                for name in (r["name"] for r in rows if r.get("type") != "LOOKUP"):
                    session.run(f"DROP {kind} `{name}`").consume()
            while session.execute_write(_delete_some):
                pass

    def stop(self) -> None:
        """End the server and wait until it is gone; a second call does nothing."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def _delete_some(tx: neo4j.ManagedTransaction) -> int:
    found = tx.run("MATCH (n) WITH n LIMIT 10000 DETACH DELETE n RETURN count(*) AS n").single()
    return found["n"] if found else 0


class Neo4j(Server):
    """A Neo4j Community server on free loopback ports; `http` is the address of its HTTP port."""

    home: Path
    http: str

    @classmethod
    def start(
        cls,
        version: str = LTS,
        *,
        settings: Mapping[str, str] | None = None,
        auth: bool = True,
        heap: str = "512m",
        quick: bool = True,
        extra: Sequence[Path] = (),
        home: Path | None = None,
        deadline: float = 120,
    ) -> Self:
        """Start `version` and return once it answers.

        `settings` are lines of neo4j.conf. `quick` trades speed for an early start; a benchmark
        says False. `extra` jars are served too. `home` is kept afterwards and may be one that an
        import or an earlier server has filled; by default it is a temporary folder, deleted at the
        end. Raises DatabaseError if the server ends or does not answer within `deadline` seconds.
        """
        self = cls()
        self.version, self.database = version, "neo4j"
        if home:
            home.mkdir(parents=True, exist_ok=True)
        self.home = home or Path(tempfile.mkdtemp(prefix="trendweave-neo4j-"))
        try:
            self.auth = ("neo4j", self._password()) if auth else None
            bolt, http = free_port(), free_port()
            self.uri, self.http = f"bolt://127.0.0.1:{bolt}", f"http://127.0.0.1:{http}"
            more = {"dbms.security.auth_enabled": str(auth).lower(), **(settings or {})}
            release = RELEASES[version]
            write_settings(release, self.home, bolt=bolt, http=http, more=more)
            # A benchmark does without: all of a test run is start and first runs.
            options = [f"-Xmx{heap}", *(QUICK if quick else [])]
            java = server_command(release, self.home, [*extra, jars(version)], options)
            litter = [] if home else [str(self.home)]
            with (self.home / "console.log").open("w") as log:
                self.process = _spawn([str(len(litter)), *litter, *java], "watch", log)
            self.pid = int(_first_line(self.process))
            self._await(time.monotonic() + deadline)
        except BaseException:
            if hasattr(self, "process"):
                self.stop()
            if home is None:
                shutil.rmtree(self.home, ignore_errors=True)
            raise
        return self

    def _password(self) -> str:
        kept = self.home / "password"
        if not kept.exists():
            write_private(kept, secrets.token_hex(12))
            set_password(jars(self.version), self.home, kept.read_text())
        return kept.read_text()

    def _await(self, end: float) -> None:
        with self.driver() as driver:
            while self.process.poll() is None:
                try:
                    driver.verify_connectivity()
                except AuthError:
                    raise
                except (DriverError, Neo4jError) as error:
                    if time.monotonic() > end:
                        self._fail(f"does not answer: {error}")
                    time.sleep(0.2)
                else:
                    return
        self._fail("ended while starting")

    def _fail(self, what: str) -> None:
        raise DatabaseError(f"Neo4j {self.version} {what}.\n{last_words(self.home)}")


class Arcade(Server):
    """A raw ArcadeDB server with Bolt in a process of its own, as the dialect suite needs it.

    The product opens the engine in its own process (graph/embedded.py) and is not tested by this.
    """

    @classmethod
    def start(cls, databases: Iterable[str] = ("graph",)) -> Self:
        """Start a server with these empty databases, the first one the default."""
        self = cls()
        self.version = metadata.version("arcadedb")
        names = list(databases)
        home = tempfile.mkdtemp(prefix="trendweave-arcade-")
        port, self.database = free_port(), names[0]
        self.uri, self.auth = f"bolt://127.0.0.1:{port}", ("root", secrets.token_hex(12))
        quiet = {"ARCADEDB_LOG_DIR": f"{home}/log", "ARCADEDB_LOG_CONSOLE": "0"}
        env = {**os.environ, **quiet, "ARCADE_SECRET": self.auth[1]}
        log = Path(home, "console.log")
        with log.open("w") as out:
            self.process = _spawn([home, str(port), *names], "arcade", out, env)
        if _first_line(self.process) != "ready":
            words = log.read_text()[-4000:]
            self.stop()
            shutil.rmtree(home, ignore_errors=True)
            raise DatabaseError(f"ArcadeDB ended while starting.\n{words}")
        self.pid = self.process.pid
        return self


def _spawn(
    words: list[str], role: str, log: IO[str], env: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    """Run children.py in a role; a session of its own keeps an interrupt for the tests alone."""
    return subprocess.Popen(
        [sys.executable, children.__file__, role, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        env=env,
        text=True,
        start_new_session=True,
    )


def _first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()
