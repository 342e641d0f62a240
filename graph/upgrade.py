"""Bring a database of an older release to the present schema, without its sources.

What is missing there are the references by which things were identified. They are rebuilt from the
names on the claims, with the context that the source itself has: who builds the thing, and the date
of the claim. Of these the ones count with which most things of the source and kind keep their ids.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from . import statements as cypher
from .claims import SCHEMA, Claim, pack, unpack
from .database import Database
from .gather import Gathered
from .identity import AliasTable
from .ingest import Outcome, write
from .model import KINDS
from .realign import info, places, realign, sources
from .resolve import EdgeKey, Pattern, Reference, Resolver
from .writer import Progress

_OWN = ("Trend", "Part")
_CONTEXTS = ((True, True), (True, False), (False, True), (False, False))
"""Whether the maker counts, and the date."""


def upgrade(
    database: Database, table: AliasTable, *, progress: Progress | None = None
) -> list[Outcome]:
    """Give every claim its reference, then write all by this table; what that did to each source.

    Interrupted, it is finished by doing it again. Raises :class:`Busy`.
    """
    for properties in sources(database):
        if properties.get("schema") != SCHEMA:
            referenced = _Older(database, properties, table).gathered()
            write(database, referenced, table=table, progress=progress, verb="upgrade")
    return realign(database, table, progress=progress)


class _Node(NamedTuple):
    label: str
    id: str
    name: str
    claims: list[Claim]
    """Those of the source."""


class _Older:
    """What a source says in a database of schema 1."""

    def __init__(self, database: Database, properties: dict[str, Any], table: AliasTable) -> None:
        self._info = info(properties)
        self._places = places(database, self._info.id)
        self._resolver = Resolver(table)
        asked = {"source": self._info.id}
        self._nodes = {
            row["id"]: _Node(label, row["id"], row["name"], self._mine(row["claims"]))
            for label in KINDS
            for row in database.read(cypher.said_nodes(label), asked)
        }
        self._edges: list[tuple[Pattern, EdgeKey, list[Claim]]] = []
        for row in database.read(cypher.said_edges(), asked):
            pattern = (row["source_label"], row["type"], row["target_label"])
            key = (row["source"], row["type"], row["target"])
            self._edges.append((pattern, key, self._mine(row["claims"])))
        self._makers: dict[str, list[str]] = defaultdict(list)
        for _, (builder, type_, built), claims in self._edges:
            if type_ == "BUILDS":
                spelt = (self._spelt(claim, 0) or self._nodes[builder].name for claim in claims)
                self._makers[built] = sorted({*self._makers[built], *spelt})
        self._contexts = self._usual_contexts()
        self._declared: dict[str, set[Reference]] = defaultdict(set)

    def _mine(self, claims: Iterable[str]) -> list[Claim]:
        return [claim for claim in unpack(claims) if claim["source"] == self._info.id]

    @staticmethod
    def _spelt(claim: Claim, position: int) -> str | None:
        spelt = claim.get("spelt", ())
        return spelt[position] if len(spelt) > position else None

    def gathered(self) -> Gathered:
        """Everything under the ids that it has, each claim with its reference."""
        nodes: dict[str, dict[str, list[str]]] = defaultdict(dict)
        for node in self._nodes.values():
            nodes[node.label][node.id] = sorted(map(pack, self._referenced(node)))
        edges: dict[Pattern, dict[EdgeKey, list[str]]] = defaultdict(dict)
        for pattern, key, claims in self._edges:
            for claim in claims:
                ends = (self._end(key[0], claim, 0), self._end(key[2], claim, 1))
                claim["ends"] = [end.short() for end in ends]
            edges[pattern][key] = sorted(map(pack, claims))
        given = self._info.model_dump(exclude_none=True)
        # Without tables: what follows from the references is not there yet, so it is realigned.
        row = {"label": "Source", "name": given["title"], "source": given["id"], **given}
        row["schema"] = SCHEMA
        return Gathered(self._info, nodes, edges, [row, *self._places], [], 0, 0)

    def _referenced(self, node: _Node) -> Iterator[Claim]:
        names = sorted({claim["name"] for claim in node.claims if claim.get("name")})
        for claim in node.claims:
            if not claim.get("mention"):
                spelt = (name for name in names if name in claim.get("spelt", ()))
                name = claim.get("name") or next(spelt, names[0] if names else node.name)
                reference = self._reference(node, name, claim.get("date"))
                self._declared[node.id].add(reference)
                claim |= dict(zip(("name", "maker", "dated", "own"), reference, strict=True))
            yield claim

    def _reference(self, node: _Node, name: str, date: str | None) -> Reference:
        """The first of the contexts with which the thing keeps its id, else the usual one."""
        usual = self._contexts[node.label]
        contexts = dict.fromkeys((usual, (usual[0], False), (False, usual[1]), (False, False)))
        tried = [one for c in contexts for one in self._in_context(node, name, date, c)]
        kept = next((one for one in tried if self._means(node, one)), None)
        if kept is None and node.label in _OWN:
            return Reference(name, own=node.id)
        return kept or tried[0]

    def _in_context(
        self, node: _Node, name: str, date: str | None, context: tuple[bool, bool]
    ) -> Iterator[Reference]:
        maker, dated = context
        makers = self._makers[node.id] if maker else []
        together = [", ".join(makers)] if len(makers) > 1 else []
        for one in (*together, *makers) or (None,):
            yield Reference(name, one, date if dated else None)

    def _means(self, node: _Node, reference: Reference) -> bool:
        return self._resolver.meant(node.label, reference).id == node.id

    def _usual_contexts(self) -> dict[str, tuple[bool, bool]]:
        """By kind, the context with which most things keep their ids; the fullest of equals."""
        kept: dict[str, Counter[tuple[bool, bool]]] = defaultdict(Counter)
        for node in self._nodes.values():
            for context in _CONTEXTS:
                kept[node.label][context] += any(
                    self._means(node, reference)
                    for claim in node.claims
                    if claim.get("name")
                    for reference in self._in_context(
                        node, claim["name"], claim.get("date"), context
                    )
                )
        return {label: max(_CONTEXTS, key=counts.__getitem__) for label, counts in kept.items()}

    def _end(self, id_: str, claim: Claim, position: int) -> Reference:
        """That of an end: as it is declared under this name, else the name, else with its maker."""
        node = self._nodes[id_]
        declared = sorted(self._declared[id_], key=Reference.short)
        name = self._spelt(claim, position) or (declared[0].name if declared else node.name)
        tried = [reference for reference in declared if reference.name == name]
        tried += [Reference(name), *self._in_context(node, name, claim.get("date"), (True, True))]
        tried += declared
        return next((one for one in tried if self._means(node, one)), tried[0])
