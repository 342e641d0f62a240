"""Rows into the database, batch by batch: one managed transaction each.

What is there already costs one read. What others claim too is taken first, its claims read
afterwards, and all its properties computed from every claim, in id order: two writers of different
sources give the same graph in any interleaving.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import neo4j

from . import claims as claim
from . import said
from . import statements as cypher
from .database import Database, rows
from .gather import Gathered
from .identity import AliasTable
from .journal import Writing
from .model import PROVENANCE
from .resolve import EdgeKey, Pattern
from .said import Change

Progress = Callable[[int, int], None]
"""Called with rows done and rows in all."""
Work = Callable[[neo4j.ManagedTransaction], list[Change | None]]
T = TypeVar("T")


class Writer:
    """Writes for one source, in one run."""

    def __init__(
        self,
        database: Database,
        source: str,
        run: Writing,
        table: AliasTable | None,
        batch: int,
        progress: Progress | None,
    ) -> None:
        self._database = database
        self._source = source
        self._run = run
        self._table = table
        self._batch = batch
        self._progress = progress
        self.total = 0
        self.fresh = False
        self._done = 0

    def _write(self, done: int, work: Work) -> None:
        """Do a batch of ``done`` rows and put down what it changes."""

        def noting(tx: neo4j.ManagedTransaction) -> list[Change]:
            changes = [change for change in work(tx) if change]
            self._run.note(tx, changes)
            return changes

        self._run.noted(self._database.write(noting))
        self._done += done
        if self._progress:
            self._progress(self._done, self.total)
        self._run.beat()

    def _whole(self, id_: str, claims: list[str]) -> dict[str, Any]:
        return claim.node_properties(id_, claims, self._table)

    def nodes(self, label: str, things: dict[str, list[str]]) -> None:
        """One batch of things of a label."""
        mine = {id_: self._whole(id_, claims) for id_, claims in things.items()}

        def work(tx: neo4j.ManagedTransaction) -> list[Change | None]:
            asked = {"ids": list(mine)}
            stored = [] if self.fresh else rows(tx, cypher.stored_nodes(label), asked)
            there = {row["id"] for row in stored}
            new = [{"id": i, "properties": p} for i, p in mine.items() if i not in there]
            met: list[str] = []
            if new:
                met = [row["id"] for row in rows(tx, cypher.new_nodes(label), {"rows": new})]
                self._name(tx, label, [mine[id_] for id_ in mine if id_ not in there])
            differ = [row["id"] for row in stored if not _same(row, mine[row["id"]])]
            made = [i for i in mine if i not in there and i not in met]
            changes = [said.of_thing(label, self._source, None, mine[id_]) for id_ in made]
            return changes + self._settle(tx, label, sorted(differ + met), things)

        self._write(len(things), work)

    def _settle(
        self,
        tx: neo4j.ManagedTransaction,
        label: str,
        ids: list[str],
        things: dict[str, list[str]],
    ) -> list[Change | None]:
        """Things that differ from what this source alone would make: recompute from all claims."""
        if not ids:
            return []
        changed, changes = [], []
        for row in rows(tx, cypher.taken_nodes(label), {"ids": ids}):
            claims = claim.replaced(row["claims"], self._source, things[row["id"]])
            whole = self._whole(row["id"], claims)
            if not _same(row, whole):
                changed.append(whole)
                changes.append(said.of_thing(label, self._source, row, whole))
        if not changed:
            return []
        rows(
            tx,
            cypher.changed_nodes(label),
            {"rows": [{"id": p["id"], "properties": p} for p in changed]},
        )
        self._unname(tx, label, {p["id"]: set(claim.keys(p)) for p in changed})
        self._name(tx, label, changed)
        return changes

    def _name(
        self, tx: neo4j.ManagedTransaction, label: str, things: Sequence[dict[str, Any]]
    ) -> None:
        pairs = sorted((k, p["id"]) for p in things for k in claim.keys(p))
        named = [{"key": k, "id": id_} for k, id_ in pairs]
        for statement in cypher.named(label):
            rows(tx, statement, {"rows": named})

    def _unname(self, tx: neo4j.ManagedTransaction, label: str, keep: dict[str, set[str]]) -> None:
        standing = rows(tx, cypher.names_of(label), {"ids": sorted(keep)})
        gone = [row for row in standing if row["key"] not in keep[row["id"]]]
        if gone:
            rows(tx, cypher.unnamed(label), {"rows": gone})
            rows(tx, cypher.FORGOTTEN_NAMES, {"keys": sorted({row["key"] for row in gone})})

    def edges(self, pattern: Pattern, edges: dict[EdgeKey, list[str]]) -> None:
        """One batch of relationships of a pattern."""
        mine = {key: claim.edge_properties(claims) for key, claims in edges.items()}

        def work(tx: neo4j.ManagedTransaction) -> list[Change | None]:
            asked = [{"source": s, "target": t} for s, _, t in mine]
            read = [] if self.fresh else rows(tx, cypher.stored_edges(*pattern), {"rows": asked})
            stored = {(r["source"], pattern[1], r["target"]): r["claims"] for r in read}
            new = [
                {"source": k[0], "target": k[2], "properties": p}
                for k, p in mine.items()
                if k not in stored
            ]
            made = rows(tx, cypher.new_edges(*pattern), {"rows": new}) if new else []
            met = [(row["source"], pattern[1], row["target"]) for row in made]
            differ = [k for k, claims in stored.items() if claims != edges[k]]
            fresh = [key for key in edges if key not in stored and key not in met]
            changes = [said.of_relationship(k, self._source, (), edges[k]) for k in fresh]
            return changes + self._settle_edges(tx, pattern, sorted(differ + met), edges)

        self._write(len(edges), work)

    def _settle_edges(
        self,
        tx: neo4j.ManagedTransaction,
        pattern: Pattern,
        keys: list[EdgeKey],
        edges: dict[EdgeKey, list[str]],
    ) -> list[Change | None]:
        if not keys:
            return []
        asked = [{"source": s, "target": t} for s, _, t in keys]
        changed, dropped, changes = [], [], []
        for row in rows(tx, cypher.taken_edges(*pattern), {"rows": asked}):
            key = (row["source"], pattern[1], row["target"])
            claims = claim.replaced(row["claims"], self._source, edges.get(key, ()))
            ends = {"source": row["source"], "target": row["target"]}
            changes.append(said.of_relationship(key, self._source, row["claims"], claims))
            if not claims:
                dropped.append(ends)
            elif claims != row["claims"]:
                changed.append({**ends, "properties": claim.edge_properties(claims)})
        if changed:
            rows(tx, cypher.changed_edges(*pattern), {"rows": changed})
        if dropped:
            rows(tx, cypher.deleted_edges(*pattern), {"rows": dropped})
        return changes

    def places(self, places: list[dict[str, Any]]) -> None:
        """Source, Document and Section nodes, which belong to their source alone."""
        for label in PROVENANCE:
            wanted = [
                {"id": p["id"], "properties": {k: v for k, v in p.items() if k != "label"}}
                for p in places
                if p["label"] == label
            ]
            for part in parts(wanted, self._batch):
                self._database.write(
                    lambda tx, label=label, part=part: rows(  # type: ignore[misc]
                        tx, cypher.placed(label), {"rows": part}
                    )
                )

    def retire(self, kept: Gathered | None) -> None:
        """Take back what the source claimed and does not claim in ``kept``."""
        held = {"source": self._source}
        stale: dict[Pattern, list[EdgeKey]] = defaultdict(list)
        for row in self._database.read(cypher.claimed_edges(), held):
            pattern = (row["source_label"], row["type"], row["target_label"])
            key = (row["source"], row["type"], row["target"])
            if kept is None or key not in kept.edges.get(pattern, {}):
                stale[pattern].append(key)
        for pattern, keys in sorted(stale.items()):
            for part in parts(sorted(keys), self._batch):
                self._retire_edges(pattern, part)
        unsaid: dict[str, list[str]] = defaultdict(list)
        for row in self._database.read(cypher.claimed_nodes(), held):
            if kept is None or row["id"] not in kept.nodes.get(row["label"], {}):
                unsaid[row["label"]].append(row["id"])
        for label, ids in sorted(unsaid.items()):
            for some in parts(sorted(ids), self._batch):
                self._retire_nodes(label, some)
        for label in PROVENANCE:
            stands = self._database.read(cypher.places_of(label), held)
            keep = {p["id"] for p in kept.places} if kept else set()
            gone = sorted(row["id"] for row in stands if row["id"] not in keep)
            self._database.write(
                lambda tx, label=label, gone=gone: rows(  # type: ignore[misc]
                    tx, cypher.deleted_nodes(label), {"ids": gone}
                )
            )

    def _retire_edges(self, pattern: Pattern, keys: list[EdgeKey]) -> None:
        self._write(0, lambda tx: self._settle_edges(tx, pattern, keys, {}))

    def _retire_nodes(self, label: str, ids: list[str]) -> None:
        def work(tx: neo4j.ManagedTransaction) -> list[Change | None]:
            left, gone, changes = [], [], []
            for row in rows(tx, cypher.taken_nodes(label), {"ids": ids}):
                claims = claim.replaced(row["claims"], self._source, ())
                whole = self._whole(row["id"], claims) if claims else None
                changes.append(said.of_thing(label, self._source, row, whole))
                if whole:
                    left.append(whole)
                else:
                    gone.append(row["id"])
            keep: dict[str, set[str]] = {p["id"]: set(claim.keys(p)) for p in left}
            self._unname(tx, label, {**keep, **{id_: set() for id_ in gone}})
            if left:
                rows(
                    tx,
                    cypher.changed_nodes(label),
                    {"rows": [{"id": p["id"], "properties": p} for p in left]},
                )
            if gone:
                rows(tx, cypher.deleted_nodes(label), {"ids": gone})
            return changes

        self._write(0, work)


def _same(row: dict[str, Any], properties: dict[str, Any]) -> bool:
    return all(row[field] == properties.get(field) for field in cypher.COMPARED)


def parts(whole: Sequence[T], size: int) -> Iterator[list[T]]:
    """Batches of at most ``size``."""
    for start in range(0, len(whole), size):
        yield list(whole[start : start + size])
