"""Who is writing now, and what was written when: history, which decides no value of the graph."""

from __future__ import annotations

import os
import socket
import time
import uuid
from types import TracebackType
from typing import Any

import neo4j

from .database import Database, rows
from .errors import Busy

BEAT = 5.0
"""Seconds between signs of life of a writer."""
SILENCE = 60.0
"""Seconds without a sign of life after which a writer on another machine counts as gone."""


class Writing:
    """One run of one source, and the mark that keeps a second writer of that source away.

    Used as a context: entering raises :class:`Busy` where the source has a living writer.
    """

    def __init__(self, database: Database, source: str, verb: str) -> None:
        self._database = database
        self._source = source
        self._me = {
            "run": uuid.uuid4().hex,
            "host": socket.gethostname(),
            "pid": os.getpid(),
        }
        self._verb = verb
        self._last_beat = 0.0
        self.changed: dict[str, int] = {"added": 0, "changed": 0, "removed": 0}

    def __enter__(self) -> Writing:
        now = time.time()
        holder = self._database.write(lambda tx: self._take(tx, now))
        if holder is not None:
            since = time.strftime("%H:%M:%S", time.localtime(holder["since"]))
            raise Busy(
                f"{self._source} is being written by process {holder['pid']} on "
                f"{holder['host']} since {since}: let it finish."
            )
        self._last_beat = now
        self._database.write(
            lambda tx: rows(
                tx,
                "MERGE (r:Run {id: $id}) SET r.source = $source, r.verb = $verb, "
                "r.started = $now, r.host = $host, r.pid = $pid",
                {
                    "id": self._me["run"],
                    "source": self._source,
                    "verb": self._verb,
                    "now": now,
                    "host": self._me["host"],
                    "pid": self._me["pid"],
                },
            )
        )
        return self

    def _take(self, tx: neo4j.ManagedTransaction, now: float) -> dict[str, Any] | None:
        found = rows(
            tx,
            "MERGE (w:Writer {id: $source}) SET w.asked = $now "
            "RETURN w.run AS run, w.host AS host, w.pid AS pid, w.since AS since, w.beat AS beat",
            {"source": self._source, "now": now},
        )[0]
        if found["run"] is not None and self._alive(found, now):
            return found
        rows(
            tx,
            "MATCH (w:Writer {id: $source}) SET w.run = $run, w.host = $host, w.pid = $pid, "
            "w.since = $now, w.beat = $now",
            {"source": self._source, "now": now, **self._me},
        )
        return None

    def _alive(self, holder: dict[str, Any], now: float) -> bool:
        if holder["host"] == self._me["host"] and holder["pid"] != self._me["pid"]:
            return _runs(holder["pid"])
        return bool(now - holder["beat"] < SILENCE)

    def beat(self) -> None:
        """Show life, at most every few seconds."""
        now = time.time()
        if now - self._last_beat < BEAT:
            return
        self._last_beat = now
        self._database.write(
            lambda tx: rows(
                tx,
                "MATCH (w:Writer {id: $source}) WHERE w.run = $run SET w.beat = $now",
                {"source": self._source, "run": self._me["run"], "now": now},
            )
        )

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self._database.write(
                lambda tx: rows(
                    tx,
                    "MATCH (r:Run {id: $id}) SET r.added = $added, r.changed = $changed, "
                    "r.removed = $removed, r.finished = $now",
                    {"id": self._me["run"], "now": time.time(), **self.changed},
                )
            )
        self._database.write(
            lambda tx: rows(
                tx,
                "MATCH (w:Writer {id: $source}) WHERE w.run = $run DELETE w",
                {"source": self._source, "run": self._me["run"]},
            )
        )


def _runs(pid: int) -> bool:
    if os.name == "nt":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
