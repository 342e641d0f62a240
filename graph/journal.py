"""Who is writing now, and what was written when: history, which decides no value of the graph.

A run's changes are written in the transaction that makes them, so that the history of a run that
was interrupted says exactly what it did.
"""

from __future__ import annotations

import os
import socket
import time
import uuid
from collections.abc import Sequence
from types import TracebackType
from typing import Any, NamedTuple

import neo4j

from .database import Database, rows
from .errors import Busy
from .said import Change, pack, tally, unpacked

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
        self._me: dict[str, Any] = {
            "run": uuid.uuid4().hex,
            "host": socket.gethostname(),
            "pid": os.getpid(),
        }
        self._verb = verb
        self._last_beat = 0.0
        self._batches = 0
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
        self._database.write(lambda tx: self._begin(tx, now))
        return self

    def _begin(self, tx: neo4j.ManagedTransaction, now: float) -> None:
        (last,) = rows(tx, "MATCH (r:Run) RETURN max(r.started) AS started", {})
        rows(
            tx,
            "MERGE (r:Run {id: $id}) SET r.source = $source, r.verb = $verb, "
            "r.started = $now, r.host = $host, r.pid = $pid, "
            "r.added = 0, r.changed = 0, r.removed = 0, r.batches = 0",
            {
                "id": self._me["run"],
                "source": self._source,
                "verb": self._verb,
                # Runs are told apart by when they began, also where a clock was set back.
                "now": max(now, (last["started"] or 0) + 0.001),
                "host": self._me["host"],
                "pid": self._me["pid"],
            },
        )

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

    def note(self, tx: neo4j.ManagedTransaction, changes: Sequence[Change]) -> None:
        """Put down what is changed, in the transaction that makes the changes."""
        if not changes:
            return
        run, batch = self._me["run"], self._batches + 1
        rows(
            tx,
            "MERGE (c:Change {id: $id}) SET c.packed = $packed",
            {"id": _batch(run, batch), "packed": pack(changes)},
        )
        counts = {name: self.changed[name] + count for name, count in tally(changes).items()}
        rows(
            tx,
            "MATCH (r:Run {id: $id}) SET r.batches = $batches, r.added = $added, "
            "r.changed = $changed, r.removed = $removed",
            {"id": run, "batches": batch, **counts},
        )

    def noted(self, changes: Sequence[Change]) -> None:
        """Go on to the next transaction: this one is through."""
        if changes:
            self._batches += 1
            for name, count in tally(changes).items():
                self.changed[name] += count

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
                    "MATCH (r:Run {id: $id}) SET r.finished = $now",
                    {"id": self._me["run"], "now": time.time()},
                )
            )
        self._database.write(
            lambda tx: rows(
                tx,
                "MATCH (w:Writer {id: $source}) WHERE w.run = $run DELETE w",
                {"source": self._source, "run": self._me["run"]},
            )
        )


class Run(NamedTuple):
    """A run as the journal has it."""

    id: str
    source: str
    verb: str
    started: float
    finished: float | None
    """None where it was interrupted, or is going on."""
    added: int
    changed: int
    removed: int
    batches: int | None
    """How many transactions changed something; None where no changes were put down."""


def runs(database: Database) -> list[Run]:
    """All runs, in their order."""
    found = database.read(
        "MATCH (r:Run) RETURN r.id AS id, r.source AS source, r.verb AS verb, "
        "r.started AS started, r.finished AS finished, coalesce(r.added, 0) AS added, "
        "coalesce(r.changed, 0) AS changed, coalesce(r.removed, 0) AS removed, "
        "r.batches AS batches ORDER BY r.started, r.id"
    )
    return [Run(**row) for row in found]


def changes(database: Database, run: Run) -> list[Change]:
    """What a run changed, in the order in which it did."""
    ids = [_batch(run.id, number) for number in range(1, (run.batches or 0) + 1)]
    found = database.read(
        "UNWIND $ids AS id MATCH (c:Change {id: id}) RETURN c.packed AS packed ORDER BY c.id",
        {"ids": ids},
    )
    return [change for row in found for change in unpacked(row["packed"])]


def _batch(run: str, number: int) -> str:
    return f"{run}-{number:06}"


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
